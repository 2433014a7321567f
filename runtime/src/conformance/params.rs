//! Converts parameters of cases to values. Test traits contain blobs as plain text, timestamps as seconds or dates, and
//! members by name.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::Value as Json;

use super::Failure;
use crate::codec::json::read_document;
use crate::constraint::record_unchecked;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Kind, Schema, TimestampFormat};
use crate::streaming::{self, is_stream};
use crate::types::{Blob, ByteStream, Timestamp};
use crate::value::apply_default;

const FILL: Fill = Fill::VALUE;

/// Fills a structure or union.
pub(super) fn fill(shape: &mut dyn Reflect, params: &Json) -> Result<(), Failure> {
    let Json::Object(values) = params else { return Err(Failure::invalid(&params, "a structure")) };
    record_unchecked();
    let schema = shape.schema();
    for (index, member) in schema.members.iter().enumerate() {
        // Members that cannot be absent have their defaults, as in values of user code.
        if schema.kind == Kind::Structure
            && !values.contains_key(member.name)
            && !matches!(shape.get(index), Ref::Absent)
        {
            apply_default(shape, index);
        }
    }
    for (name, value) in values {
        let found = schema.members.iter().position(|member| member.name == name);
        let index = found.ok_or_else(|| Failure::Missing(format!("member {name} of {}", schema.id)))?;
        let member = &schema.members[index];
        let target = member.target;
        if is_stream(member)
            && let Slot::Bytes(place) = streaming::slot(shape)
        {
            *place = ByteStream::from(Bytes::from(text(value)));
            continue;
        }
        if value.is_null() && member.traits.nullable {
            shape.slot(index, Fill::NULL);
        } else if !value.is_null() || target.kind == Kind::Document {
            put(shape.slot(index, FILL), target, value).map_err(Failure::of(name))?;
        }
    }
    Ok(())
}

fn put(slot: Slot<'_>, schema: &'static Schema, value: &Json) -> Result<(), Failure> {
    let wrong = || Failure::invalid(&value, format!("{:?}", schema.kind));
    match slot {
        Slot::Bool(place) => *place = value.as_bool().ok_or_else(wrong)?,
        Slot::Byte(place) => *place = integer(value).ok_or_else(wrong)?,
        Slot::Short(place) => *place = integer(value).ok_or_else(wrong)?,
        Slot::Int(place) => *place = integer(value).ok_or_else(wrong)?,
        Slot::Long(place) => *place = integer(value).ok_or_else(wrong)?,
        Slot::IntEnum(place) => place.set(integer(value).ok_or_else(wrong)?, FILL),
        Slot::Float(place) => *place = float(value).ok_or_else(wrong)? as f32,
        Slot::Double(place) => *place = float(value).ok_or_else(wrong)?,
        Slot::BigInteger(place) => *place = text(value).parse().map_err(|_| wrong())?,
        Slot::BigDecimal(place) => *place = text(value).parse().map_err(|_| wrong())?,
        Slot::Str(place) => value.as_str().ok_or_else(wrong)?.clone_into(place),
        Slot::Enum(place) => place.set(value.as_str().ok_or_else(wrong)?, FILL),
        Slot::Blob(place) => *place = blob(value).ok_or_else(wrong)?,
        Slot::Timestamp(place) => {
            *place = match value.as_str() {
                Some(text) => Timestamp::parse(text, TimestampFormat::DateTime),
                None => Timestamp::from_epoch_seconds(float(value).ok_or_else(wrong)?),
            }
            .map_err(|_| wrong())?;
        }
        Slot::Document(place) => *place = read_document(value.to_string().as_bytes()).map_err(|_| wrong())?,
        Slot::Shape(shape) => fill(shape, value)?,
        Slot::List(list) => {
            let member = schema.members.first().ok_or_else(wrong)?;
            for element in value.as_array().ok_or_else(wrong)? {
                if element.is_null() && member.target.kind != Kind::Document {
                    list.push_blank();
                } else {
                    put(list.push(FILL), member.target, element)?;
                }
            }
        }
        Slot::Map(map) => {
            let member = schema.members.get(1).ok_or_else(wrong)?;
            for (key, element) in value.as_object().ok_or_else(wrong)? {
                if element.is_null() && member.target.kind != Kind::Document {
                    map.insert_blank(key);
                } else {
                    put(map.insert(key, FILL), member.target, element)?;
                }
            }
        }
        Slot::Ignore | Slot::Bytes(_) | Slot::Events(_) => {}
    }
    Ok(())
}

/// Test traits contain blobs as text; calls of servers also need those that are not text.
fn blob(value: &Json) -> Option<Blob> {
    match value.get("base64") {
        Some(text) => STANDARD.decode(text.as_str()?).ok().map(Blob::from),
        None => value.as_str().map(Blob::from),
    }
}

fn integer<T: TryFrom<i64>>(value: &Json) -> Option<T> {
    T::try_from(value.as_i64()?).ok()
}

fn float(value: &Json) -> Option<f64> {
    match value.as_str() {
        Some("NaN") => Some(f64::NAN),
        Some("Infinity") => Some(f64::INFINITY),
        Some("-Infinity") => Some(f64::NEG_INFINITY),
        // Numbers with more digits than JSON numbers have.
        Some(text) => text.parse().ok(),
        None => value.as_f64(),
    }
}

fn text(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
