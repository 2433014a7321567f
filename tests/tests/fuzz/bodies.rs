//! Functions under test of codecs. Each reads any bytes as a body, as clients and servers do. The tests of this crate
//! and the targets of `cargo fuzz` in `tests/fuzz` call them.

use golden::shapes::types::AllTypes;
use whitesmith_runtime::Reading;
use whitesmith_runtime::codec::{Error, Strictness, cbor, json, query, xml};
use whitesmith_runtime::schema::{Bindings, TimestampFormat};

/// Maximum length of the debug output for each byte of the body. An empty structure takes one byte in CBOR.
const MULTIPLE: usize = 1024;

/// Reads a body.
pub(crate) type Read = fn(&[u8], Strictness) -> Result<AllTypes, Error>;

/// Reads a body as clients and servers do, and checks the size of the result.
pub(crate) fn read(bytes: &[u8], read: Read) {
    for strictness in [Strictness::Lenient, Strictness::Strict] {
        match read(bytes, strictness) {
            Ok(all) => assert!(format!("{all:?}").len() <= MULTIPLE * (bytes.len() + 1)),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

pub(crate) fn cbor(bytes: &[u8], strictness: Strictness) -> Result<AllTypes, Error> {
    let mut all = AllTypes::default();
    cbor::read(bytes, strictness, &mut all, &mut Reading::default()).map(|()| all)
}

pub(crate) fn xml(bytes: &[u8], strictness: Strictness) -> Result<AllTypes, Error> {
    let settings = xml::Settings { bindings: Bindings::Ignored, strictness };
    let mut all = AllTypes::default();
    xml::read(bytes, settings, xml::Place::Named(&["All"]), &mut all, &mut Reading::default()).map(|()| all)
}

pub(crate) fn aws_form(bytes: &[u8], _: Strictness) -> Result<AllTypes, Error> {
    form(bytes, query::Dialect::Aws)
}

pub(crate) fn ec2_form(bytes: &[u8], _: Strictness) -> Result<AllTypes, Error> {
    form(bytes, query::Dialect::Ec2)
}

fn form(bytes: &[u8], dialect: query::Dialect) -> Result<AllTypes, Error> {
    let text = String::from_utf8_lossy(bytes);
    let mut all = AllTypes::default();
    let form = query::Form::parse(&[&text], &mut Reading::default())?;
    query::read(&form, dialect, &mut all, &mut Reading::default()).map(|()| all)
}

pub(crate) fn settings(strictness: Strictness) -> json::Settings {
    json::Settings {
        use_json_name: true,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::EpochSeconds,
        strictness,
        dialect: json::Dialect::Aws,
    }
}

pub(crate) fn json(bytes: &[u8], strictness: Strictness) -> Result<AllTypes, Error> {
    let mut all = AllTypes::default();
    json::read(bytes, settings(strictness), &mut all, &mut Reading::default()).map(|()| all)
}
