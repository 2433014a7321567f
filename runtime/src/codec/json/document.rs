//! Documents.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::types::{Document, Number};

/// Reads a document.
///
/// # Errors
/// Fails if the bytes are not JSON, or are nested more than 128 levels deep.
pub fn read_document(bytes: &[u8]) -> Result<Document, super::Error> {
    serde_json::from_slice::<Wire>(bytes)
        .map(|wire| wire.0)
        .map_err(|error| super::Error::new(String::new(), error.to_string()))
}

/// Appends a document.
pub fn write_document(out: &mut Vec<u8>, document: &Document) {
    match document {
        Document::Null => out.extend_from_slice(b"null"),
        Document::Bool(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Document::Number(Number::Unsigned(value)) => super::write::number(out, value),
        Document::Number(Number::Negative(value)) => super::write::number(out, value),
        Document::Number(Number::Float(value)) => super::write::float(out, *value),
        Document::String(value) => super::write::string(out, value),
        Document::Array(values) => {
            out.push(b'[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write_document(out, value);
            }
            out.push(b']');
        }
        Document::Object(values) => {
            out.push(b'{');
            for (index, (key, value)) in values.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                super::write::string(out, key);
                out.push(b':');
                write_document(out, value);
            }
            out.push(b'}');
        }
    }
}

/// Visitor of a document.
pub(super) struct Wire(pub(super) Document);

impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any).map(Self)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(Number::Unsigned(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
        Ok(Document::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Document, E> {
        Ok(Document::from(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Document, E> {
        Ok(Document::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Document, A::Error> {
        let mut values = Vec::new();
        while let Some(Wire(value)) = access.next_element()? {
            values.push(value);
        }
        Ok(Document::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Document, A::Error> {
        let mut values = BTreeMap::new();
        while let Some((key, Wire(value))) = access.next_entry::<String, Wire>()? {
            values.insert(key, value);
        }
        Ok(Document::Object(values))
    }
}
