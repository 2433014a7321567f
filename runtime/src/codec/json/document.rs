//! Documents.

use std::borrow::Cow;
use std::collections::BTreeMap;
#[cfg(feature = "serde")]
use std::fmt;

#[cfg(feature = "serde")]
use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::scan;
use crate::memory::{Budget, MemoryLimit, Reading, insert_cost, push_cost};
use crate::types::{Document, Number};

/// Reads a document.
///
/// # Errors
/// If the bytes are not JSON, are nested more than 128 levels deep, or need more memory than the default
/// [`MemoryLimit`].
pub fn read_document(bytes: &[u8]) -> Result<Document, super::Error> {
    read_document_within(bytes, &mut Reading::checked(MemoryLimit::default(), bytes.len()))
}

/// Reads a document within the limits of a message.
pub(crate) fn read_document_within(bytes: &[u8], reading: &mut Reading) -> Result<Document, super::Error> {
    let wrong = |message: String| super::Error::new(String::new(), message);
    let raw: &RawValue = serde_json::from_slice(bytes).map_err(|error| wrong(error.to_string()))?;
    read_raw(raw.get(), &mut reading.budget).map_err(|message| wrong(message.to_owned()))
}

/// Reads a document that the program itself has written, without a limit of memory. `None` if it is not JSON.
#[cfg(feature = "client-core")]
pub(crate) fn read_own(bytes: &[u8]) -> Option<Document> {
    read_document_within(bytes, &mut Reading::checked(MemoryLimit::UNLIMITED, bytes.len())).ok()
}

/// Appends a document.
pub fn write_document(out: &mut Vec<u8>, document: &Document) {
    match document {
        Document::Null => out.extend_from_slice(b"null"),
        Document::Bool(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Document::Number(Number::Unsigned(value)) => super::write::number(out, value),
        Document::Number(Number::Negative(value)) => super::write::number(out, value),
        Document::Number(Number::Float(value)) => super::write::float(out, *value),
        Document::Number(Number::Big(value)) => out.extend_from_slice(value.as_str().as_bytes()),
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

/// Maximum nesting of documents that are read.
const MAX_DEPTH: usize = 128;

/// Reads a document whose syntax was checked by the parser of its message. Numbers keep all digits, which visitors of
/// the parser do not support.
pub(super) fn read_raw(text: &str, budget: &mut Budget) -> Result<Document, &'static str> {
    Raw { text, budget }.value(MAX_DEPTH)
}

/// The rest of the text of a valid JSON value.
struct Raw<'t, 'r> {
    text: &'t str,
    /// Memory that the document may take.
    budget: &'r mut Budget,
}

impl<'t> Raw<'t, '_> {
    fn value(&mut self, depth: usize) -> Result<Document, &'static str> {
        let depth = depth.checked_sub(1).ok_or("nested too deep")?;
        self.skip_space();
        match self.text.as_bytes().first() {
            Some(b'n') => self.take(4).map(|_| Document::Null),
            Some(b't') => self.take(4).map(|_| Document::Bool(true)),
            Some(b'f') => self.take(5).map(|_| Document::Bool(false)),
            Some(b'"') => self.string().map(|text| Document::String(text.into_owned())),
            Some(b'[') => self.array(depth),
            Some(b'{') => self.object(depth),
            _ => self.number(),
        }
    }

    fn number(&mut self) -> Result<Document, &'static str> {
        let end = self.text.find([',', ']', '}', ' ', '\t', '\n', '\r']).unwrap_or(self.text.len());
        let number = self.take(end)?.parse::<Number>();
        number.map(Document::Number).map_err(|_| "not a number of at most 4,096 characters")
    }

    fn array(&mut self, depth: usize) -> Result<Document, &'static str> {
        let mut values = Vec::new();
        self.take(1)?;
        while !self.ends(b']')? {
            self.budget.grow(push_cost(&values))?;
            values.push(self.value(depth)?);
        }
        Ok(Document::Array(values))
    }

    fn object(&mut self, depth: usize) -> Result<Document, &'static str> {
        let mut values = BTreeMap::new();
        self.take(1)?;
        while !self.ends(b'}')? {
            let key = self.string()?.into_owned();
            self.skip_space();
            // The colon.
            self.take(1)?;
            self.budget.charge(insert_cost(&values))?;
            values.insert(key, self.value(depth)?);
        }
        Ok(Document::Object(values))
    }

    /// Skips space, and a comma or the end of a collection. Returns whether it was the end.
    fn ends(&mut self, end: u8) -> Result<bool, &'static str> {
        self.skip_space();
        let next = self.text.as_bytes().first().copied();
        if next == Some(b',') || next == Some(end) {
            self.take(1)?;
        }
        self.skip_space();
        Ok(next == Some(end))
    }

    fn string(&mut self) -> Result<Cow<'t, str>, &'static str> {
        const INVALID: &str = "invalid escape in a string";
        let string = self.text.as_bytes().get(1..).unwrap_or_default();
        let length = scan::plain(string);
        let (plain, rest) = string.split_at_checked(length).ok_or(INVALID)?;
        if rest.first() == Some(&b'"') {
            return self.take(length + 2).map(|quoted| Cow::Borrowed(quoted.trim_matches('"')));
        }
        let mut text = plain.to_vec();
        let after = scan::unescape(&mut text, rest).ok_or(INVALID)?;
        self.take(self.text.len() - after.len())?;
        String::from_utf8(text).map(Cow::Owned).map_err(|_| INVALID)
    }

    fn skip_space(&mut self) {
        self.text = self.text.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn take(&mut self, length: usize) -> Result<&'t str, &'static str> {
        let (taken, rest) = self.text.split_at_checked(length).ok_or("incomplete value")?;
        self.text = rest;
        Ok(taken)
    }
}

/// Document in a self-describing format of `serde`.
#[cfg(feature = "serde")]
pub(super) struct Wire(pub(super) Document);

/// Name of a newtype for which `serde_json` returns the raw text of a value. Other formats treat it as an ordinary
/// newtype.
#[cfg(feature = "serde")]
const RAW: &str = "$serde_json::private::RawValue";

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, Any).map(Self)
    }
}

#[cfg(feature = "serde")]
struct Any;

#[cfg(feature = "serde")]
impl<'de> Visitor<'de> for Any {
    type Value = Document;

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_none<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Document, E> {
        value.to_string().parse().map(Document::Number).map_err(E::custom)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Document, E> {
        value.to_string().parse().map(Document::Number).map_err(E::custom)
    }

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
        while let Some(key) = access.next_key::<String>()? {
            if key == RAW {
                let raw: Box<RawValue> = RawValue::from_string(access.next_value()?).map_err(A::Error::custom)?;
                return read_raw(raw.get(), &mut Reading::checked(MemoryLimit::UNLIMITED, 0).budget)
                    .map_err(A::Error::custom);
            }
            let Wire(value) = access.next_value()?;
            values.insert(key, value);
        }
        Ok(Document::Object(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Document, crate::codec::Error> {
        read_document(text.as_bytes())
    }

    #[test]
    fn numbers_keep_their_digits() {
        let text = r#"[0.1000000000000000055,1e400,{"a":-9223372036854775809},18446744073709551617]"#;
        let mut out = Vec::new();
        write_document(&mut out, &read(text).expect("JSON"));
        assert_eq!(String::from_utf8_lossy(&out), text);
    }

    #[test]
    fn space_escapes_and_empty_collections_are_read() {
        let text = "\t{ \"a\\u0062\\\"\" : [ ] ,\n\"\":{ }, \"c\\\\\":[1 , null,true,false , \"é\\ud83d\\ude00\"] }\r ";
        let expected = BTreeMap::from([
            ("ab\"".to_owned(), Vec::new().into()),
            (String::new(), BTreeMap::new().into()),
            ("c\\".to_owned(), vec![1.into(), Document::Null, true.into(), false.into(), "é😀".into()].into()),
        ]);
        assert_eq!(read(text).ok(), Some(expected.into()));
    }

    #[test]
    fn invalid_json_is_rejected() {
        for text in ["", "[1,]", "{\"a\" 1}", "01", "1.", "\"\\ud800\"", "[1]]", "tru", "+1"] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read(&"[".repeat(200)).is_err());
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read(&deep).is_err_and(|error| error.to_string().contains("nested too deep")));
    }

    #[cfg(feature = "serde")]
    #[test]
    fn serde_keeps_the_digits_of_numbers() {
        for text in ["{\"a\":[0.1000000000000000055,1e400,-18446744073709551617]}", "1e400", "36893488147419103233"] {
            let document: Document = serde_json::from_str(text).expect("JSON");
            assert_eq!(document, read(text).expect("JSON"));
            assert_eq!(serde_json::to_string(&document).expect("JSON"), text);
        }
        let integers: Document = serde_json::from_value(serde_json::json!({"a": [1, -1, 0.5, null]})).expect("a value");
        assert_eq!(Some(integers), read("{\"a\":[1,-1,0.5,null]}").ok());
    }
}
