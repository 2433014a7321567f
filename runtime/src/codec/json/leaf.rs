//! Fills slots of leaves from JSON strings, numbers and documents.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_core::de::{Deserialize, Deserializer, Error as _, IgnoredAny, Unexpected, Visitor};

use super::document::read_raw;
use super::parser::Raw;
use crate::codec::Strictness;
use crate::codec::text::narrow;
use crate::memory::Budget;
use crate::reflect::{Fill, Slot};
use crate::schema::TimestampFormat;
use crate::types::{Blob, Document, InvalidNumber, Timestamp};

const FILL: Fill = Fill::VALUE;

/// Options for reading leaves.
#[derive(Clone, Copy)]
pub(super) struct LeafOptions {
    /// Strict readers reject integers that are written with a fraction.
    pub(super) strictness: Strictness,
    pub(super) big_numbers: BigNumbers,
}

/// Representation of big numbers.
#[derive(Clone, Copy)]
pub(super) enum BigNumbers {
    /// Raw text of a number, which only our parser provides.
    Raw,
    /// Raw text of a string with a number.
    Quoted,
    /// String or integer.
    #[cfg(feature = "serde")]
    Text,
}

/// Reads a big number.
fn big<'de, D: Deserializer<'de>, T: FromStr<Err = InvalidNumber>>(
    deserializer: D,
    options: LeafOptions,
) -> Result<T, D::Error> {
    match options.big_numbers {
        BigNumbers::Raw => Raw::deserialize(deserializer)?.0.parse().map_err(D::Error::custom),
        BigNumbers::Quoted => {
            let raw = Raw::deserialize(deserializer)?.0;
            // Numbers have no escapes. Clients also accept numbers without quotes.
            let text = raw
                .strip_prefix('"')
                .and_then(|raw| raw.strip_suffix('"'))
                .or((!options.strictness.is_strict()).then_some(raw));
            text.ok_or(InvalidNumber::Malformed).and_then(str::parse).map_err(D::Error::custom)
        }
        #[cfg(feature = "serde")]
        BigNumbers::Text => deserializer.deserialize_any(Big).and_then(|text| text.parse().map_err(D::Error::custom)),
    }
}

#[cfg(feature = "serde")]
struct Big;

#[cfg(feature = "serde")]
impl Visitor<'_> for Big {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number in a string, or a whole number")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }
}

/// Reads a document.
pub(super) fn document<'de, D: Deserializer<'de>>(
    deserializer: D,
    options: LeafOptions,
    budget: &mut Budget,
) -> Result<Document, D::Error> {
    match options.big_numbers {
        BigNumbers::Raw | BigNumbers::Quoted => {
            read_raw(Raw::deserialize(deserializer)?.0, budget).map_err(D::Error::custom)
        }
        #[cfg(feature = "serde")]
        BigNumbers::Text => super::document::Wire::deserialize(deserializer).map(|wire| wire.0),
    }
}

/// Fills the slot of a leaf.
pub(super) fn leaf<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    format: TimestampFormat,
    options: LeafOptions,
    deserializer: D,
) -> Result<(), D::Error> {
    let strictness = options.strictness;
    match slot {
        Slot::Str(place) => deserializer.deserialize_str(Text(place)),
        Slot::Enum(place) => deserializer.deserialize_str(&mut With("a string", |text: &str| {
            place.set(text, FILL);
            Some(())
        })),
        Slot::Bool(place) => Deserialize::deserialize(deserializer).map(|value| *place = value),
        Slot::Byte(place) => integer(deserializer, options, "a byte").map(|value| *place = value),
        Slot::Short(place) => integer(deserializer, options, "a short").map(|value| *place = value),
        Slot::Int(place) => integer(deserializer, options, "an integer").map(|value| *place = value),
        Slot::Long(place) => integer(deserializer, options, "a long").map(|value| *place = value),
        Slot::IntEnum(place) => integer(deserializer, options, "an integer").map(|value| place.set(value, FILL)),
        Slot::Float(place) => {
            let value = narrow(deserializer.deserialize_any(Float)?, strictness);
            *place = value.ok_or_else(|| D::Error::custom("the number does not fit into a float"))?;
            Ok(())
        }
        Slot::Double(place) => deserializer.deserialize_any(Float).map(|value| *place = value),
        Slot::Timestamp(place) if format == TimestampFormat::EpochSeconds => {
            *place = match options.big_numbers {
                // The raw text has all digits.
                BigNumbers::Raw | BigNumbers::Quoted => Timestamp::parse(Raw::deserialize(deserializer)?.0, format),
                #[cfg(feature = "serde")]
                BigNumbers::Text => Timestamp::from_epoch_seconds(deserializer.deserialize_f64(Seconds)?),
            }
            .map_err(D::Error::custom)?;
            Ok(())
        }
        Slot::Timestamp(place) => deserializer.deserialize_str(&mut With("a timestamp", |text: &str| {
            let parse = if strictness.is_strict() { Timestamp::parse_utc } else { Timestamp::parse };
            *place = parse(text, format).ok()?;
            Some(())
        })),
        Slot::Blob(place) => deserializer.deserialize_str(&mut With("base64", |text: &str| {
            *place = Blob::from(STANDARD.decode(text).ok()?);
            Some(())
        })),
        Slot::BigInteger(place) => big(deserializer, options).map(|value| *place = value),
        Slot::BigDecimal(place) => big(deserializer, options).map(|value| *place = value),
        Slot::Ignore
        | Slot::Document(_)
        | Slot::Shape(_)
        | Slot::List(_)
        | Slot::Map(_)
        | Slot::Bytes(_)
        | Slot::Events(_) => deserializer.deserialize_ignored_any(IgnoredAny).map(drop),
    }
}

/// Copies a string into its slot, reusing the allocation.
pub(super) struct Text<'a>(pub(super) &'a mut String);

impl Visitor<'_> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        if self.0.capacity() == 0 {
            // Exact allocation is faster than growth.
            *self.0 = String::from(text);
        } else {
            text.clone_into(self.0);
        }
        Ok(())
    }
}

/// Passes a string to a function, which returns whether it is valid.
struct With<F>(&'static str, F);

impl<F: FnMut(&str) -> Option<()>> Visitor<'_> for &mut With<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: serde_core::de::Error>(self, text: &str) -> Result<(), E> {
        let expected = self.0;
        (self.1)(text).ok_or_else(|| E::custom(format_args!("expected {expected}")))
    }
}

fn integer<'de, D: Deserializer<'de>, T: TryFrom<i64>>(
    deserializer: D,
    options: LeafOptions,
    expected: &'static str,
) -> Result<T, D::Error> {
    let strictness = options.strictness;
    let value = deserializer.deserialize_i64(&Integer { strictness, expected })?;
    T::try_from(value).map_err(|_| D::Error::custom(format_args!("{value} does not fit into {expected}")))
}

struct Integer {
    strictness: Strictness,
    expected: &'static str,
}

impl Visitor<'_> for &Integer {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_i64<E>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: serde_core::de::Error>(self, value: u64) -> Result<i64, E> {
        i64::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: serde_core::de::Error>(self, value: f64) -> Result<i64, E> {
        // Some services write integers with a fraction of zero.
        if !self.strictness.is_strict() && value.fract() == 0.0 && value.abs() < 9.0e15 {
            Ok(value as i64)
        } else {
            Err(E::invalid_type(Unexpected::Float(value), &self))
        }
    }
}

struct Float;

impl Visitor<'_> for Float {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
    }

    fn visit_f64<E>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_str<E: serde_core::de::Error>(self, text: &str) -> Result<f64, E> {
        match text {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }
}

#[cfg(feature = "serde")]
struct Seconds;

#[cfg(feature = "serde")]
impl Visitor<'_> for Seconds {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("seconds since 1970")
    }

    fn visit_f64<E>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }
}
