//! Simple values as text, for labels, query parameters and headers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::codec::json::float_name;
use crate::reflect::{Fill, Ref, Slot};
use crate::schema::{Member, TimestampFormat};
use crate::types::{Blob, Timestamp};

const FILL: Fill = Fill(());

/// The text of a simple value; none for absent values and aggregates.
pub(super) fn to_text(value: Ref<'_>, member: &Member, format: TimestampFormat) -> Option<String> {
    Some(match value {
        Ref::Bool(value) => value.to_string(),
        Ref::Byte(value) => value.to_string(),
        Ref::Short(value) => value.to_string(),
        Ref::Int(value) => value.to_string(),
        Ref::Long(value) => value.to_string(),
        Ref::Float(value) => float(f64::from(value), value.to_string()),
        Ref::Double(value) => float(value, value.to_string()),
        Ref::BigInteger(value) => value.as_str().to_owned(),
        Ref::BigDecimal(value) => value.as_str().to_owned(),
        // Strings that are documents of another media type travel in base64 (spec: `@mediaType`).
        Ref::Str(value) if member.target.media_type.is_some() => STANDARD.encode(value),
        Ref::Str(value) => value.to_owned(),
        Ref::Blob(value) => STANDARD.encode(value),
        Ref::Timestamp(value) => {
            value.format(member.timestamp_format.or(member.target.timestamp_format).unwrap_or(format))
        }
        Ref::Absent | Ref::Document(_) | Ref::Shape(_) | Ref::List(_) | Ref::Map(_) => return None,
    })
}

fn float(value: f64, text: String) -> String {
    if value.is_finite() { text } else { float_name(value).to_owned() }
}

/// Fills a slot from text. None where the text is no value of the slot's type.
pub(super) fn from_text(slot: Slot<'_>, text: &str, member: &Member, format: TimestampFormat) -> Option<()> {
    match slot {
        Slot::Bool(place) => *place = text.parse().ok()?,
        Slot::Byte(place) => *place = integer(text)?,
        Slot::Short(place) => *place = integer(text)?,
        Slot::Int(place) => *place = integer(text)?,
        Slot::Long(place) => *place = integer(text)?,
        Slot::Float(place) => *place = parse_float(text)? as f32,
        Slot::Double(place) => *place = parse_float(text)?,
        Slot::BigInteger(place) => *place = text.parse().ok()?,
        Slot::BigDecimal(place) => *place = text.parse().ok()?,
        Slot::Str(place) if member.target.media_type.is_some() => {
            *place = String::from_utf8(STANDARD.decode(text).ok()?).ok()?;
        }
        Slot::Str(place) => text.clone_into(place),
        Slot::Enum(place) => place.set(text, FILL),
        Slot::IntEnum(place) => place.set(integer(text)?, FILL),
        Slot::Blob(place) => *place = Blob::from(STANDARD.decode(text).ok()?),
        Slot::Timestamp(place) => {
            let format = member.timestamp_format.or(member.target.timestamp_format).unwrap_or(format);
            *place = Timestamp::parse(text, format).ok()?;
        }
        Slot::Ignore | Slot::Document(_) | Slot::Shape(_) | Slot::List(_) | Slot::Map(_) => return None,
    }
    Some(())
}

/// A whole number in plain digits: no plus sign, no white space.
fn integer<T: std::str::FromStr>(text: &str) -> Option<T> {
    if text.starts_with('+') { None } else { text.parse().ok() }
}

fn parse_float(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        // Rust takes more spellings of these than Smithy does.
        _ if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E')) => {
            text.parse().ok()
        }
        _ => None,
    }
}
