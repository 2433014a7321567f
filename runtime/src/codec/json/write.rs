//! Writer of JSON.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_core::Serialize;

use super::{Dialect, Settings, escape, styled};
use crate::reflect::{Ref, Reflect};
use crate::schema::{Bindings, Kind, Member, Schema, TimestampFormat};
use crate::types::Timestamp;
#[cfg(feature = "conformance")]
use crate::types::canonical;

/// Appends a structure or union. [`Settings::bindings`] selects the members that are in the body.
pub fn write(out: &mut Vec<u8>, settings: Settings, shape: &dyn Reflect) {
    structure(out, settings, settings.bindings, shape);
}

/// Appends the value of a member, such as an HTTP payload.
pub fn write_value(out: &mut Vec<u8>, settings: Settings, member: &Member, value: Ref<'_>) {
    write_ref(out, settings, member.target, settings.format(member), value);
}

/// Appends canonical text, which is equal for equal values of any type. Used by conformance tests to compare messages.
#[cfg(feature = "conformance")]
pub(crate) fn write_canonical(out: &mut Vec<u8>, value: Ref<'_>) {
    const SETTINGS: Settings = Settings {
        use_json_name: false,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::EpochSeconds,
        strictness: crate::codec::Strictness::Strict,
        dialect: Dialect::Canonical,
    };
    write_ref(out, SETTINGS, &crate::schema::prelude::DOCUMENT, TimestampFormat::EpochSeconds, value);
}

pub(super) fn structure(out: &mut Vec<u8>, settings: Settings, bindings: Bindings, shape: &dyn Reflect) {
    if settings.dialect == Dialect::Alloy && styled::write(out, settings, shape) {
        return;
    }
    let schema = shape.schema();
    let Schema { members, sets, .. } = *schema;
    let renames = settings.use_json_name && sets.json_names;
    let inlines = settings.dialect == Dialect::Alloy && sets.json_unknown;
    out.push(b'{');
    let start = out.len();
    // Moved, because each borrowed variable would be another indirection.
    let text = &mut *out;
    shape.each(&mut move |index, value| {
        let out = &mut *text;
        let Some(member) = members.get(index) else { return true };
        if !member.in_body(bindings) {
            return true;
        }
        if inlines && member.traits.json_unknown {
            styled::write_rest(out, start, value);
            return true;
        }
        let is_first = out.len() == start;
        match member.traits.json_name {
            Some(json) if renames => {
                if !is_first {
                    out.push(b',');
                }
                out.extend_from_slice(json.key.as_bytes());
            }
            _ => {
                let key = member.json_key.as_bytes();
                out.extend_from_slice(key.get(usize::from(is_first)..).unwrap_or(key));
            }
        }
        // The most common leaves are first: most members are strings.
        match value {
            Ref::Str(text) => string(out, text),
            Ref::Timestamp(time) => timestamp(out, settings.format(member), time),
            value => write_ref(out, settings, member.target, settings.timestamp_format, value),
        }
        true
    });
    out.push(b'}');
}

fn write_ref(out: &mut Vec<u8>, settings: Settings, schema: &Schema, format: TimestampFormat, value: Ref<'_>) {
    match value {
        Ref::Absent | Ref::Null => out.extend_from_slice(b"null"),
        Ref::Bool(value) => out.extend_from_slice(if value { b"true" } else { b"false" }),
        Ref::Byte(value) => number(out, &value),
        Ref::Short(value) => number(out, &value),
        Ref::Int(value) => number(out, &value),
        Ref::Long(value) => number(out, &value),
        Ref::Float(value) if value.is_finite() => number(out, &value),
        Ref::Float(value) => float(out, f64::from(value)),
        Ref::Double(value) => float(out, value),
        Ref::BigInteger(value) => big_number(out, settings, value.as_str()),
        Ref::BigDecimal(value) => big_number(out, settings, value.as_str()),
        Ref::Str(value) => string(out, value),
        Ref::Blob(value) => {
            out.push(b'"');
            out.extend_from_slice(STANDARD.encode(value).as_bytes());
            out.push(b'"');
        }
        Ref::Timestamp(value) => timestamp(out, format, value),
        Ref::Document(value) => super::write_document(out, value),
        Ref::Shape(value) => structure(out, settings, Bindings::Ignored, value),
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

fn big_number(out: &mut Vec<u8>, settings: Settings, text: &str) {
    match settings.dialect {
        Dialect::Aws | Dialect::Alloy => out.extend_from_slice(text.as_bytes()),
        Dialect::RpcV2 => string(out, text),
        #[cfg(feature = "conformance")]
        Dialect::Canonical => out.extend_from_slice(canonical(text).as_bytes()),
    }
}

/// Target of the elements of a list or map. Without a schema, it is a document.
fn element(settings: Settings, schema: &Schema, index: usize) -> (&Schema, TimestampFormat) {
    debug_assert!(matches!(schema.kind, Kind::List | Kind::Map | Kind::Document));
    schema
        .members
        .get(index)
        .map_or((schema, settings.timestamp_format), |member| (member.target, settings.format(member)))
}

/// Appends a string in quotes, with escapes.
pub(super) fn string(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    escape::escape(out, text.as_bytes());
    out.push(b'"');
}

/// Appends a finite number.
pub(super) fn number(out: &mut Vec<u8>, value: &impl Serialize) {
    let _ = serde_json::to_writer(out, value);
}

/// Appends a double. NaN and infinities become strings, as the protocols require.
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
        TimestampFormat::EpochSeconds if value.seconds() >= 0 || value.nanoseconds() == 0 => {
            number(out, &value.seconds());
            fraction(out, value.nanoseconds());
        }
        TimestampFormat::EpochSeconds => out.extend_from_slice(value.format(format).as_bytes()),
        TimestampFormat::DateTime | TimestampFormat::HttpDate => string(out, &value.format(format)),
    }
}

/// Appends nanoseconds as a decimal fraction without trailing zeros.
fn fraction(out: &mut Vec<u8>, nanoseconds: u32) {
    if nanoseconds == 0 {
        return;
    }
    out.push(b'.');
    let (mut rest, mut place) = (nanoseconds, 100_000_000);
    while rest > 0 && place > 0 {
        out.push(b'0' + (rest / place % 10) as u8);
        rest %= place;
        place /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_escaped_as_serde_json_does(text: &str) {
        let mut out = Vec::new();
        string(&mut out, text);
        assert_eq!(out, serde_json::to_vec(text).expect("a string"), "{text:?}");
    }

    #[test]
    fn strings_are_escaped_as_serde_json_escapes_them() {
        let specials = (0..0x200_u32).chain([0x2028, 0xffff, 0x1_f600]).filter_map(char::from_u32);
        for special in specials {
            for before in (0..18).chain([23, 24, 30, 31, 32, 33, 47, 48, 63, 64, 65]) {
                let start = "é".repeat(before / 9) + &"a".repeat(before);
                for end in ["", "x", "tail of nine", "end in another block of 32 bytes, or in two"] {
                    assert_escaped_as_serde_json_does(&format!("{start}{special}x{special}{special}{end}"));
                    assert_escaped_as_serde_json_does(&format!("{start}{special}{end}"));
                }
            }
        }
    }

    #[test]
    fn long_strings_are_escaped_as_serde_json_escapes_them() {
        for part in ["\"", "\u{1}", "\\\u{1f}", "\"\u{1}abcdefg", "{\"a\": \"b\"}", "é\n"] {
            for length in [9, 10, 40, 127, 128, 500] {
                for before in 0..9 {
                    assert_escaped_as_serde_json_does(&("-".repeat(before) + &part.repeat(length)));
                }
            }
        }
    }

    #[test]
    fn epoch_seconds_are_written_without_superfluous_digits() {
        for (seconds, nanoseconds, text) in [
            (0, 0, "0"),
            (1_398_796_238, 0, "1398796238"),
            (1_398_796_238, 500_000_000, "1398796238.5"),
            (1, 1, "1.000000001"),
            (-1, 500_000_000, "-0.5"),
            (-2, 250_000_000, "-1.75"),
        ] {
            let time = Timestamp::from_unix(seconds, nanoseconds).expect("in range");
            let mut out = Vec::new();
            timestamp(&mut out, TimestampFormat::EpochSeconds, time);
            assert_eq!(String::from_utf8_lossy(&out), text);
            assert_eq!(time.format(TimestampFormat::EpochSeconds), text);
        }
    }
}
