//! Writer of CBOR. Heads are written directly, because calling a library for each of them is slower.

use super::{document, number, tag};
use crate::reflect::{Ref, Reflect};
use crate::types::Timestamp;

/// Major types (RFC 8949, section 3.1) in the bits of a head.
pub(super) mod major {
    pub(in super::super) const UNSIGNED: u8 = 0;
    pub(in super::super) const NEGATIVE: u8 = 1 << 5;
    pub(in super::super) const BYTES: u8 = 2 << 5;
    pub(in super::super) const TEXT: u8 = 3 << 5;
    pub(in super::super) const ARRAY: u8 = 4 << 5;
    pub(in super::super) const MAP: u8 = 5 << 5;
    pub(in super::super) const TAG: u8 = 6 << 5;
}

const INDEFINITE_MAP: u8 = 0xbf;
const BREAK: u8 = 0xff;
pub(super) const FALSE: u8 = 0xf4;
pub(super) const TRUE: u8 = 0xf5;
pub(super) const NULL: u8 = 0xf6;
const FLOAT: u8 = 0xfa;
const DOUBLE: u8 = 0xfb;

/// Appends a structure or union.
pub fn write(out: &mut Vec<u8>, shape: &dyn Reflect) {
    structure(out, None, shape);
}

/// Appends an error structure, starting with the member `__type`.
pub fn write_error(out: &mut Vec<u8>, name: &str, shape: &dyn Reflect) {
    structure(out, Some(name), shape);
}

/// Appends a head: a major type and a number, in the shortest form.
pub(super) fn head(out: &mut Vec<u8>, major: u8, number: u64) {
    match number {
        0..24 => out.push(major | number as u8),
        24..0x100 => out.extend_from_slice(&[major | 0x18, number as u8]),
        _ => long_head(out, major, number),
    }
}

fn long_head(out: &mut Vec<u8>, major: u8, number: u64) {
    if let Ok(number) = u16::try_from(number) {
        out.push(major | 0x19);
        out.extend_from_slice(&number.to_be_bytes());
    } else if let Ok(number) = u32::try_from(number) {
        out.push(major | 0x1a);
        out.extend_from_slice(&number.to_be_bytes());
    } else {
        out.push(major | 0x1b);
        out.extend_from_slice(&number.to_be_bytes());
    }
}

pub(super) fn text(out: &mut Vec<u8>, text: &str) {
    head(out, major::TEXT, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

pub(super) fn bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    head(out, major::BYTES, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

pub(super) fn integer(out: &mut Vec<u8>, value: i64) {
    match u64::try_from(value) {
        Ok(value) => head(out, major::UNSIGNED, value),
        // A negative number is -1 - n.
        Err(_) => head(out, major::NEGATIVE, (!value).cast_unsigned()),
    }
}

pub(super) fn double(out: &mut Vec<u8>, value: f64) {
    out.push(DOUBLE);
    out.extend_from_slice(&value.to_be_bytes());
}

fn structure(out: &mut Vec<u8>, name: Option<&str>, shape: &dyn Reflect) {
    let members = shape.schema().members;
    // The number of members is known only after the last one.
    out.push(INDEFINITE_MAP);
    if let Some(name) = name {
        text(out, "__type");
        text(out, name);
    }
    shape.each(&mut |index, value| {
        if let Some(member) = members.get(index) {
            text(out, member.name);
            match value {
                // The most common leaf is first.
                Ref::Str(value) => text(out, value),
                value => write_ref(out, value),
            }
        }
        true
    });
    out.push(BREAK);
}

fn write_ref(out: &mut Vec<u8>, value: Ref<'_>) {
    match value {
        Ref::Str(value) => text(out, value),
        Ref::Absent | Ref::Null => out.push(NULL),
        Ref::Bool(value) => out.push(if value { TRUE } else { FALSE }),
        Ref::Byte(value) => integer(out, value.into()),
        Ref::Short(value) => integer(out, value.into()),
        Ref::Int(value) => integer(out, value.into()),
        Ref::Long(value) => integer(out, value),
        Ref::Float(value) => {
            out.push(FLOAT);
            out.extend_from_slice(&value.to_be_bytes());
        }
        Ref::Double(value) => double(out, value),
        Ref::Blob(value) => bytes(out, value),
        Ref::Timestamp(value) => timestamp(out, value),
        Ref::BigInteger(value) => number::write_integer(out, value.as_str()),
        Ref::BigDecimal(value) => number::write_decimal(out, value),
        Ref::Document(value) => document::write_document(out, value),
        Ref::Shape(value) => structure(out, None, value),
        Ref::List(list) => {
            head(out, major::ARRAY, list.len() as u64);
            for index in 0..list.len() {
                write_ref(out, list.get(index));
            }
        }
        Ref::Map(map) => {
            head(out, major::MAP, map.len() as u64);
            map.each(&mut |key, value| {
                text(out, key);
                write_ref(out, value);
                true
            });
        }
    }
}

/// Appends seconds since 1970: an integer, or a double if there is a fraction, which is exact to the millisecond.
fn timestamp(out: &mut Vec<u8>, value: Timestamp) {
    head(out, major::TAG, tag::EPOCH_SECONDS);
    match value.nanoseconds() {
        0 => integer(out, value.seconds()),
        nanoseconds => double(out, value.seconds() as f64 + f64::from(nanoseconds) / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_as_few_bytes_as_hold_them() {
        for (value, expected) in [
            (0, &[0_u8][..]),
            (23, &[0x17]),
            (24, &[0x18, 24]),
            (255, &[0x18, 255]),
            (256, &[0x19, 1, 0]),
            (65_536, &[0x1a, 0, 1, 0, 0]),
            (1 << 32, &[0x1b, 0, 0, 0, 1, 0, 0, 0, 0]),
            (-1, &[0x20]),
            (-25, &[0x38, 24]),
            (i64::MIN, &[0x3b, 0x7f, 255, 255, 255, 255, 255, 255, 255]),
        ] {
            let mut out = Vec::new();
            integer(&mut out, value);
            assert_eq!(out, expected, "{value}");
            assert_eq!(minicbor::Decoder::new(&out).i64().expect("a number"), value);
        }
    }
}
