//! Values to JSON.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::Settings;
use crate::reflect::{Ref, Reflect};
use crate::schema::{Binding, Kind, Member, Schema, TimestampFormat};
use crate::types::Timestamp;

/// Appends a structure or union. With [`Settings::use_bindings`], only members that stand in the body.
pub fn write(out: &mut Vec<u8>, settings: Settings, shape: &dyn Reflect) {
    structure(out, settings, settings.use_bindings, shape);
}

/// Appends the value of a member, such as an HTTP payload.
pub fn write_value(out: &mut Vec<u8>, settings: Settings, member: &Member, value: Ref<'_>) {
    write_ref(out, settings, member.target, settings.format(member), value);
}

/// Appends a text that is equal for equal values, whatever their type.
pub(crate) fn write_canonical(out: &mut Vec<u8>, value: Ref<'_>) {
    const SETTINGS: Settings = Settings {
        use_json_name: false,
        use_bindings: false,
        timestamp_format: TimestampFormat::EpochSeconds,
        strict: true,
    };
    write_ref(out, SETTINGS, &crate::schema::prelude::DOCUMENT, TimestampFormat::EpochSeconds, value);
}

fn structure(out: &mut Vec<u8>, settings: Settings, body_only: bool, shape: &dyn Reflect) {
    out.push(b'{');
    let start = out.len();
    for (index, member) in shape.schema().members.iter().enumerate() {
        if body_only && member.binding != Binding::Body {
            continue;
        }
        let value = shape.get(index);
        if matches!(value, Ref::Absent) {
            continue;
        }
        if out.len() > start {
            out.push(b',');
        }
        out.extend_from_slice(settings.key(member).as_bytes());
        // The common leaves first: most members are strings.
        match value {
            Ref::Str(text) => string(out, text),
            Ref::Timestamp(time) => timestamp(out, settings.format(member), time),
            value => write_ref(out, settings, member.target, settings.timestamp_format, value),
        }
    }
    out.push(b'}');
}

fn write_ref(out: &mut Vec<u8>, settings: Settings, schema: &Schema, format: TimestampFormat, value: Ref<'_>) {
    match value {
        Ref::Absent => out.extend_from_slice(b"null"),
        Ref::Bool(value) => out.extend_from_slice(if value { b"true" } else { b"false" }),
        Ref::Byte(value) => number(out, &value),
        Ref::Short(value) => number(out, &value),
        Ref::Int(value) => number(out, &value),
        Ref::Long(value) => number(out, &value),
        Ref::Float(value) if value.is_finite() => number(out, &value),
        Ref::Float(value) => float(out, f64::from(value)),
        Ref::Double(value) => float(out, value),
        Ref::BigInteger(value) => out.extend_from_slice(value.as_str().as_bytes()),
        Ref::BigDecimal(value) => out.extend_from_slice(value.as_str().as_bytes()),
        Ref::Str(value) => string(out, value),
        Ref::Blob(value) => {
            out.push(b'"');
            out.extend_from_slice(STANDARD.encode(value).as_bytes());
            out.push(b'"');
        }
        Ref::Timestamp(value) => timestamp(out, format, value),
        Ref::Document(value) => super::write_document(out, value),
        Ref::Shape(value) => structure(out, settings, false, value),
        Ref::List(list) => {
            let (target, format) = element(settings, schema, 0);
            out.push(b'[');
            for index in 0..list.len() {
                if index > 0 {
                    out.push(b',');
                }
                write_ref(out, settings, target, format, list.get(index));
            }
            out.push(b']');
        }
        Ref::Map(map) => {
            let (target, format) = element(settings, schema, 1);
            out.push(b'{');
            let start = out.len();
            map.each(&mut |key, value| {
                if out.len() > start {
                    out.push(b',');
                }
                string(out, key);
                out.push(b':');
                write_ref(out, settings, target, format, value);
                true
            });
            out.push(b'}');
        }
    }
}

/// What the list's or map's values target. Without a schema, a document stands for anything.
fn element(settings: Settings, schema: &Schema, index: usize) -> (&Schema, TimestampFormat) {
    debug_assert!(matches!(schema.kind, Kind::List | Kind::Map | Kind::Document));
    schema
        .members
        .get(index)
        .map_or((schema, settings.timestamp_format), |member| (member.target, settings.format(member)))
}

/// Appends a string with its quotes. Writing to a vector cannot fail.
pub(super) fn string(out: &mut Vec<u8>, text: &str) {
    let _ = serde_json::to_writer(out, text);
}

/// Appends a finite number.
pub(super) fn number(out: &mut Vec<u8>, value: &impl Serialize) {
    let _ = serde_json::to_writer(out, value);
}

/// Appends a double; what JSON cannot write becomes a string, as the protocols say.
pub(super) fn float(out: &mut Vec<u8>, value: f64) {
    if value.is_finite() {
        number(out, &value);
    } else {
        string(out, float_name(value));
    }
}

/// `NaN`, `Infinity` or `-Infinity`.
pub(crate) fn float_name(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    }
}

fn timestamp(out: &mut Vec<u8>, format: TimestampFormat, value: Timestamp) {
    match format {
        TimestampFormat::EpochSeconds if value.nanoseconds() == 0 => number(out, &value.seconds()),
        TimestampFormat::EpochSeconds => out.extend_from_slice(value.format(format).as_bytes()),
        TimestampFormat::DateTime | TimestampFormat::HttpDate => string(out, &value.format(format)),
    }
}
