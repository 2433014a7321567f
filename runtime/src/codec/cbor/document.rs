//! Documents.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minicbor::data::Type;
use minicbor::decode::Error as Malformed;

use super::number;
use super::tokens::Tokens;
use super::write::{self, major};
use crate::codec::Error;
use crate::memory::{Budget, MemoryLimit, Reading, insert_cost, push_cost};
use crate::types::{BigInteger, Document, Number};

/// Reads a document. Byte strings become base64.
///
/// # Errors
/// If the bytes are not CBOR, are nested more than 128 levels deep, have values that documents cannot represent, or
/// need more memory than the default [`MemoryLimit`].
pub fn read_document(bytes: &[u8]) -> Result<Document, Error> {
    let mut tokens = Tokens::new(bytes);
    let mut reading = Reading::checked(MemoryLimit::default(), bytes.len());
    read(&mut tokens, &mut reading.budget)
        .and_then(|document| tokens.end().map(|()| document))
        .map_err(|error| Error::new(String::new(), error.to_string()))
}

pub(super) fn read(tokens: &mut Tokens<'_>, budget: &mut Budget) -> Result<Document, Malformed> {
    if tokens.is_big_number() {
        return number::read_decimal(tokens, budget).map(Document::from);
    }
    tokens.untag()?;
    Ok(match tokens.kind()? {
        Type::Null | Type::Undefined => {
            tokens.null();
            Document::Null
        }
        Type::Bool => Document::Bool(tokens.decoder.bool()?),
        Type::F16 | Type::F32 | Type::F64 => Document::from(tokens.float()?),
        Type::String | Type::StringIndef => Document::String(tokens.text()?.into_owned()),
        Type::Bytes | Type::BytesIndef => Document::String(STANDARD.encode(tokens.bytes()?)),
        Type::Array | Type::ArrayIndef => {
            let mut values = Vec::new();
            let mut rest = tokens.array()?;
            while tokens.more(&mut rest) {
                budget.grow(push_cost(&values))?;
                values.push(read(tokens, budget)?);
            }
            Document::Array(values)
        }
        Type::Map | Type::MapIndef => {
            let mut values = BTreeMap::new();
            let mut rest = tokens.map()?;
            while tokens.more(&mut rest) {
                let key = tokens.text()?.into_owned();
                budget.charge(insert_cost(&values))?;
                values.insert(key, read(tokens, budget)?);
            }
            Document::Object(values)
        }
        _ => {
            let value = i128::from(tokens.decoder.int()?);
            match (u64::try_from(value), i64::try_from(value)) {
                (Ok(value), _) => Document::Number(Number::Unsigned(value)),
                (_, Ok(value)) => Document::Number(Number::Negative(value)),
                _ => Document::from(BigInteger::from(value)),
            }
        }
    })
}

/// Appends a document.
pub fn write_document(out: &mut Vec<u8>, document: &Document) {
    match document {
        Document::Null => out.push(write::NULL),
        Document::Bool(value) => out.push(if *value { write::TRUE } else { write::FALSE }),
        Document::Number(Number::Unsigned(value)) => write::head(out, major::UNSIGNED, *value),
        Document::Number(Number::Negative(value)) => write::integer(out, *value),
        Document::Number(Number::Float(value)) => write::double(out, *value),
        Document::Number(Number::Big(value)) => match value.as_str().parse::<BigInteger>() {
            Ok(integer) => number::write_integer(out, integer.as_str()),
            Err(_) => number::write_decimal(out, value),
        },
        Document::String(value) => write::text(out, value),
        Document::Array(values) => {
            write::head(out, major::ARRAY, values.len() as u64);
            for value in values {
                write_document(out, value);
            }
        }
        Document::Object(values) => {
            write::head(out, major::MAP, values.len() as u64);
            for (key, value) in values {
                write::text(out, key);
                write_document(out, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_round_trip() {
        let document = Document::from(BTreeMap::from([
            ("list".to_owned(), Document::from(vec![Document::Null, true.into(), 1.into(), (-1).into(), 0.5.into()])),
            ("text".to_owned(), "x".into()),
            ("most".to_owned(), Document::Number(Number::Unsigned(u64::MAX))),
        ]));
        let mut out = Vec::new();
        write_document(&mut out, &document);
        assert_eq!(read_document(&out), Ok(document));
    }

    #[test]
    fn numbers_keep_their_digits() {
        for text in ["0.1000000000000000055", "1e400", "18446744073709551617", "-9223372036854775809"] {
            let document = Document::Number(text.parse().expect("a number"));
            let mut out = Vec::new();
            write_document(&mut out, &document);
            assert_eq!(read_document(&out), Ok(document), "{text}");
        }
    }

    #[test]
    fn unbounded_nesting_is_rejected() {
        for byte in [0x81, 0x9f] {
            assert!(read_document(&vec![byte; 100_000]).expect_err("too deep").to_string().contains("nested too deep"));
        }
        // Tags do not nest.
        let mut tags = vec![0xc1; 100_000];
        tags.push(0);
        assert_eq!(read_document(&tags), Ok(0.into()));
    }
}
