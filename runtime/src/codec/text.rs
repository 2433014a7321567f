//! Simple values as text, for XML, forms and HTTP bindings.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::codec::Strictness;
use crate::codec::json::float_name;
use crate::reflect::{Fill, Ref, Slot};
use crate::schema::TimestampFormat;
use crate::types::{Blob, Timestamp, float_text};

const FILL: Fill = Fill::VALUE;

/// Returns the text of a simple value. `None` for absent values, documents and aggregates.
pub(crate) fn to_text(value: Ref<'_>, format: TimestampFormat) -> Option<Cow<'_, str>> {
    Some(match value {
        Ref::Str(value) => Cow::Borrowed(value),
        Ref::Bool(value) => Cow::Borrowed(if value { "true" } else { "false" }),
        Ref::Byte(value) => value.to_string().into(),
        Ref::Short(value) => value.to_string().into(),
        Ref::Int(value) => value.to_string().into(),
        Ref::Long(value) => value.to_string().into(),
        Ref::Float(value) if value.is_finite() => float_text(value).into(),
        Ref::Float(value) => float_name(f64::from(value)).into(),
        Ref::Double(value) if value.is_finite() => float_text(value).into(),
        Ref::Double(value) => float_name(value).into(),
        Ref::BigInteger(value) => value.as_str().into(),
        Ref::BigDecimal(value) => value.as_str().into(),
        Ref::Blob(value) => STANDARD.encode(value).into(),
        Ref::Timestamp(value) => value.format(format).into(),
        Ref::Absent | Ref::Null | Ref::Document(_) | Ref::Shape(_) | Ref::List(_) | Ref::Map(_) => return None,
    })
}

/// Fills a slot from text. Strict readers accept timestamps in UTC only, and reject a float that is too large for its
/// type, which lenient readers make infinite.
///
/// # Errors
/// The expected form of the text.
pub(crate) fn from_text(
    slot: Slot<'_>,
    text: &str,
    format: TimestampFormat,
    strictness: Strictness,
) -> Result<(), &'static str> {
    match slot {
        Slot::Str(place) => text.clone_into(place),
        Slot::Enum(place) => place.set(text, FILL),
        Slot::Bool(place) => *place = text.parse().map_err(|_| "true or false")?,
        Slot::Byte(place) => *place = integer(text).ok_or("a whole number from -128 to 127")?,
        Slot::Short(place) => *place = integer(text).ok_or("a whole number from -32768 to 32767")?,
        Slot::Int(place) => *place = integer(text).ok_or(INT)?,
        Slot::Long(place) => *place = integer(text).ok_or("a whole number of at most 64 bits")?,
        Slot::IntEnum(place) => place.set(integer(text).ok_or(INT)?, FILL),
        Slot::Float(place) => {
            *place = narrow(float(text, strictness)?, strictness).ok_or(IN_RANGE)?;
        }
        Slot::Double(place) => *place = float(text, strictness)?,
        Slot::BigInteger(place) => *place = text.parse().map_err(|_| "a whole number")?,
        Slot::BigDecimal(place) => *place = text.parse().map_err(|_| "a decimal number")?,
        Slot::Blob(place) => *place = Blob::from(STANDARD.decode(text).map_err(|_| BASE64)?),
        Slot::Timestamp(place) => {
            if format == TimestampFormat::EpochSeconds && strictness.is_strict() && !is_number(text) {
                return Err(time(format));
            }
            let parse = if strictness.is_strict() { Timestamp::parse_utc } else { Timestamp::parse };
            *place = parse(text, format).map_err(|_| time(format))?;
        }
        Slot::Ignore
        | Slot::Document(_)
        | Slot::Shape(_)
        | Slot::List(_)
        | Slot::Map(_)
        | Slot::Bytes(_)
        | Slot::Events(_) => {
            return Err("a simple value");
        }
    }
    Ok(())
}

/// Expected form of a blob.
pub(crate) const BASE64: &str = "base64";
const INT: &str = "a whole number from -2147483648 to 2147483647";

/// Expected form of a timestamp.
pub(crate) fn time(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::DateTime => "a time such as 2026-11-01T08:00:00Z",
        TimestampFormat::HttpDate => "a time such as Sun, 01 Nov 2026 08:00:00 GMT",
        TimestampFormat::EpochSeconds => "a time in seconds since 1970",
    }
}

/// Converts a number to `float`. `None` if it is finite but too large and the reader is strict.
pub(crate) fn narrow(value: f64, strictness: Strictness) -> Option<f32> {
    let narrow = value as f32;
    if strictness.is_strict() && narrow.is_infinite() && value.is_finite() { None } else { Some(narrow) }
}

/// Parses an integer of plain digits, without plus sign or white space.
pub(crate) fn integer<T: std::str::FromStr>(text: &str) -> Option<T> {
    if text.starts_with('+') { None } else { text.parse().ok() }
}

/// Whether it is a number as in JSON, apart from leading zeros.
fn is_number(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (number, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(number, rest)| (number, Some(rest)));
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    is_digits(whole)
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(|exponent| is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

const IN_RANGE: &str = "a number in the range of the type";

fn float(text: &str, strictness: Strictness) -> Result<f64, &'static str> {
    match text {
        "NaN" => Ok(f64::NAN),
        "Infinity" => Ok(f64::INFINITY),
        "-Infinity" => Ok(f64::NEG_INFINITY),
        // Rust accepts text, such as `inf`, that Smithy does not.
        _ if strictness.is_strict() && !is_number(text) => Err("a number"),
        _ if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E')) => {
            let value: f64 = text.parse().map_err(|_| "a number")?;
            if strictness.is_strict() && value.is_infinite() { Err(IN_RANGE) } else { Ok(value) }
        }
        _ => Err("a number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_numbers_that_are_too_large_are_infinite_for_clients_only() {
        let read = |text: &str, strictness| {
            let (mut double, mut float) = (0.0, 0.0);
            let format = TimestampFormat::DateTime;
            let double = from_text(Slot::Double(&mut double), text, format, strictness).map(|()| double);
            (double, from_text(Slot::Float(&mut float), text, format, strictness).map(|()| float))
        };
        for text in ["1e400", "-1e400"] {
            assert_eq!(read(text, Strictness::Strict), (Err(IN_RANGE), Err(IN_RANGE)), "{text}");
            assert!(read(text, Strictness::Lenient).0.is_ok_and(f64::is_infinite), "{text}");
        }
        assert_eq!(read("1e39", Strictness::Strict), (Ok(1e39), Err(IN_RANGE)));
        assert_eq!(read("-Infinity", Strictness::Strict), (Ok(f64::NEG_INFINITY), Ok(f32::NEG_INFINITY)));
    }

    #[test]
    fn servers_read_numbers_as_in_json() {
        let read = |text: &str, strictness| {
            let (mut double, mut when) = (0.0, Timestamp::from_unix(0, 0).expect("in range"));
            let format = TimestampFormat::EpochSeconds;
            let double = from_text(Slot::Double(&mut double), text, format, strictness).is_ok();
            (double, from_text(Slot::Timestamp(&mut when), text, format, strictness).is_ok())
        };
        for text in ["+1.5", ".5", "5.", "1e", "+5", "-.5", "", "-"] {
            assert_eq!(read(text, Strictness::Strict), (false, false), "{text}");
        }
        assert_eq!(read("+1.5", Strictness::Lenient), (true, true));
        for text in ["1.5", "-0.5", "007", "5e1", "1.5E-1", "1e+2"] {
            assert_eq!(read(text, Strictness::Strict), (true, true), "{text}");
        }
    }

    #[test]
    fn only_clients_make_a_number_infinite_that_is_too_large() {
        assert_eq!((narrow(1e300, Strictness::Strict), narrow(-1e39, Strictness::Strict)), (None, None));
        assert_eq!(narrow(1e300, Strictness::Lenient), Some(f32::INFINITY));
        assert_eq!(
            (narrow(f64::INFINITY, Strictness::Strict), narrow(3.4e38, Strictness::Strict)),
            (Some(f32::INFINITY), Some(3.4e38))
        );
    }
}
