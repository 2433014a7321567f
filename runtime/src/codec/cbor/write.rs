//! Values to CBOR.

use minicbor::data::Tag;
use minicbor::encode::Encoder;

use super::{document, number, tag};
use crate::reflect::{Ref, Reflect};
use crate::types::Timestamp;

type Out<'o> = Encoder<&'o mut Vec<u8>>;

/// Appends a structure or union.
pub fn write(out: &mut Vec<u8>, shape: &dyn Reflect) {
    structure(&mut Encoder::new(out), None, shape);
}

/// Appends a structure with the member `__type` in front, as errors have it.
pub fn write_error(out: &mut Vec<u8>, name: &str, shape: &dyn Reflect) {
    structure(&mut Encoder::new(out), Some(name), shape);
}

// Writing to memory does not fail: results are dropped in this file.

fn structure(encoder: &mut Out<'_>, name: Option<&str>, shape: &dyn Reflect) {
    let members = shape.schema().members;
    let _ = encoder.begin_map();
    if let Some(name) = name {
        let _ = encoder.str("__type").and_then(|encoder| encoder.str(name));
    }
    shape.each(&mut |index, value| {
        if let Some(member) = members.get(index) {
            let _ = encoder.str(member.name);
            write_ref(encoder, value);
        }
        true
    });
    let _ = encoder.end();
}

fn write_ref(encoder: &mut Out<'_>, value: Ref<'_>) {
    let _ = match value {
        Ref::Str(value) => encoder.str(value),
        Ref::Absent => encoder.null(),
        Ref::Bool(value) => encoder.bool(value),
        Ref::Byte(value) => encoder.i8(value),
        Ref::Short(value) => encoder.i16(value),
        Ref::Int(value) => encoder.i32(value),
        Ref::Long(value) => encoder.i64(value),
        Ref::Float(value) => encoder.f32(value),
        Ref::Double(value) => encoder.f64(value),
        Ref::Blob(value) => encoder.bytes(value),
        Ref::Timestamp(value) => return timestamp(encoder, value),
        Ref::BigInteger(value) => return number::write_integer(encoder, value.as_str()),
        Ref::BigDecimal(value) => return number::write_decimal(encoder, value),
        Ref::Document(value) => return document::write(encoder, value),
        Ref::Shape(value) => return structure(encoder, None, value),
        Ref::List(list) => {
            let _ = encoder.array(list.len() as u64);
            for index in 0..list.len() {
                write_ref(encoder, list.get(index));
            }
            return;
        }
        Ref::Map(map) => {
            let _ = encoder.map(map.len() as u64);
            map.each(&mut |key, value| {
                let _ = encoder.str(key);
                write_ref(encoder, value);
                true
            });
            return;
        }
    };
}

/// Seconds since 1970: whole where they are, otherwise a double, which holds milliseconds for the next 280,000 years.
fn timestamp(encoder: &mut Out<'_>, value: Timestamp) {
    let _ = encoder.tag(Tag::new(tag::EPOCH_SECONDS));
    let _ = match value.nanoseconds() {
        0 => encoder.i64(value.seconds()),
        nanoseconds => encoder.f64(value.seconds() as f64 + f64::from(nanoseconds) / 1e9),
    };
}
