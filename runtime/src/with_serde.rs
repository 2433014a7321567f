//! `serde` for generated types: one serializer and one deserializer over schema and reflection.
//!
//! Members have their names in the model. Timestamps are RFC 3339 strings, blobs are base64, big numbers are strings,
//! and infinities and NaN are strings as in Smithy's JSON. Unknown union variants are written by name with the value
//! null, because their values are not stored. Numbers in documents keep all digits in JSON; in other formats, numbers
//! that are neither integers nor floats become a map with one entry. Sensitive values are not redacted.
//!
//! `Deserialize` validates values, like servers. [`Received`](crate::Received) reads leniently, like clients. Only
//! self-describing formats are supported, such as JSON, YAML and TOML.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_core::de::Error as _;
use serde_core::ser::{Error as _, SerializeMap as _, SerializeSeq as _};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::codec::Strictness;
use crate::codec::json::{float_name, read_from};
use crate::constraint::{Violations, check_all, conversions};
use crate::memory::{MemoryLimit, Reading};
use crate::reflect::{Fill, MapRef, Ref, Reflect, Shape, Value};
use crate::schema::{Schema, TimestampFormat, prelude};
use crate::types::{BigDecimal, BigInteger, Blob, Document, Number, Timestamp};

/// Serializes a value of a generated type.
///
/// # Errors
/// If the serializer fails.
pub fn serialize<S: Serializer>(schema: &'static Schema, value: Ref<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    Plain(schema, value).serialize(serializer)
}

/// Deserializes and validates a value of a generated type.
///
/// # Errors
/// If the deserializer fails, or the value does not match the schema or violates constraints. The error contains all
/// violations.
pub fn deserialize<'de, T: Value, D: Deserializer<'de>>(
    schema: &'static Schema,
    deserializer: D,
) -> Result<T, D::Error> {
    let fill = Fill::VALUE;
    let mut value = T::blank(fill);
    let mut reading = Reading::checked(MemoryLimit::UNLIMITED, 0);
    read_from(deserializer, schema, value.slot(fill), Strictness::Strict, &mut reading)?;
    let mut found = Violations::default();
    check_all(schema, value.get(), &mut found);
    let violations = reading.into_missing().joined(found);
    if violations.is_empty() { Ok(value) } else { Err(D::Error::custom(violations)) }
}

/// Deserializes a value of a generated type without validation, as a client does.
///
/// # Errors
/// If the deserializer fails, or the value does not match the schema, or user's types do not accept a value.
pub(crate) fn deserialize_received<'de, T: Shape, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let fill = Fill::VALUE;
    let mut value = T::blank(fill);
    let schema = T::shape().schema;
    read_from(deserializer, schema, value.slot(fill), Strictness::Lenient, &mut Reading::default())?;
    let found = conversions(schema, value.get());
    if found.is_empty() { Ok(value) } else { Err(D::Error::custom(found)) }
}

/// A value with its schema.
struct Plain<'a>(&'static Schema, Ref<'a>);

/// Value of a member, element or entry; may be null.
struct Optional<'a>(&'static Schema, Ref<'a>);

impl Serialize for Optional<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            Ref::Absent | Ref::Null => serializer.serialize_none(),
            // A document may be null itself, so it is not wrapped in an `Option`.
            Ref::Document(_) => Plain(self.0, self.1).serialize(serializer),
            value => serializer.serialize_some(&Plain(self.0, value)),
        }
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(schema, value) = *self;
        match value {
            Ref::Absent | Ref::Null => serializer.serialize_none(),
            Ref::Bool(value) => serializer.serialize_bool(value),
            Ref::Byte(value) => serializer.serialize_i8(value),
            Ref::Short(value) => serializer.serialize_i16(value),
            Ref::Int(value) => serializer.serialize_i32(value),
            Ref::Long(value) => serializer.serialize_i64(value),
            Ref::Float(value) if value.is_finite() => serializer.serialize_f32(value),
            Ref::Float(value) => serializer.serialize_str(float_name(value.into())),
            Ref::Double(value) if value.is_finite() => serializer.serialize_f64(value),
            Ref::Double(value) => serializer.serialize_str(float_name(value)),
            Ref::BigInteger(value) => serializer.serialize_str(value.as_str()),
            Ref::BigDecimal(value) => serializer.serialize_str(value.as_str()),
            Ref::Str(value) => serializer.serialize_str(value),
            Ref::Blob(value) => serializer.serialize_str(&STANDARD.encode(value)),
            Ref::Timestamp(value) => serializer.serialize_str(&value.format(TimestampFormat::DateTime)),
            Ref::Document(value) => value.serialize(serializer),
            Ref::Shape(shape) => structure(shape, serializer),
            Ref::List(list) => {
                let target = schema.members.first().map_or(&prelude::DOCUMENT, |member| member.target);
                let mut elements = serializer.serialize_seq(Some(list.len()))?;
                for index in 0..list.len() {
                    elements.serialize_element(&Optional(target, list.get(index)))?;
                }
                elements.end()
            }
            Ref::Map(map) => entries(schema, map, serializer),
        }
    }
}

fn structure<S: Serializer>(shape: &dyn Reflect, serializer: S) -> Result<S::Ok, S::Error> {
    let members = shape.schema().members;
    let mut count = 0;
    shape.each(&mut |_, _| {
        count += 1;
        true
    });
    if let Some(name) = shape.unknown() {
        // The value of an unknown variant is not stored.
        return serializer.collect_map([(name, None::<()>)]);
    }
    let mut map = serializer.serialize_map(Some(count))?;
    let mut done = Ok(());
    shape.each(&mut |index, value| {
        if let Some(member) = members.get(index) {
            done = map.serialize_entry(member.name, &Optional(member.target, value));
        }
        done.is_ok()
    });
    done.and_then(|()| map.end())
}

fn entries<S: Serializer>(schema: &Schema, map: &dyn MapRef, serializer: S) -> Result<S::Ok, S::Error> {
    let target = schema.members.get(1).map_or(&prelude::DOCUMENT, |member| member.target);
    let mut entries = serializer.serialize_map(Some(map.len()))?;
    let mut done = Ok(());
    map.each(&mut |key, value| {
        done = entries.serialize_entry(key, &Optional(target, value));
        done.is_ok()
    });
    done.and_then(|()| entries.end())
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(Number::Unsigned(value)) => serializer.serialize_u64(*value),
            Self::Number(Number::Negative(value)) => serializer.serialize_i64(*value),
            Self::Number(Number::Float(value)) => serializer.serialize_f64(*value),
            Self::Number(Number::Big(value)) => {
                let raw = RawValue::from_string(value.to_string()).map_err(S::Error::custom)?;
                raw.serialize(serializer)
            }
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(values) => serializer.collect_seq(values),
            Self::Object(values) => serializer.collect_map(values),
        }
    }
}

/// `Serialize` and `Deserialize` of the runtime's own types.
macro_rules! plain {
    ($($name:ident: $schema:ident)*) => {
        $(
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serialize(&prelude::$schema, self.get(), serializer)
                }
            }

            plain! { @deserialize $name $schema }
        )*
    };
    (@deserialize $name:ident $schema:ident) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(&prelude::$schema, deserializer)
            }
        }
    };
}

plain! { BigInteger: BIG_INTEGER BigDecimal: BIG_DECIMAL Blob: BLOB Timestamp: TIMESTAMP }
plain! { @deserialize Document DOCUMENT }

/// `Serialize` and `Deserialize` of a generated type.
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($name:ident, $schema:path) => {
        impl $crate::with_serde::Serialize for $name {
            fn serialize<S: $crate::with_serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::with_serde::serialize(&$schema, $crate::reflect::Value::get(self), serializer)
            }
        }

        impl<'de> $crate::with_serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::with_serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::with_serde::deserialize(&$schema, deserializer)
            }
        }
    };
}
