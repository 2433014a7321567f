//! Codecs: every truncation of a valid body, and many changes to it, as both sides read it.

use golden::shapes::types::AllTypes;
use whitesmith_runtime::codec::{Error, cbor, json, query, xml};
use whitesmith_runtime::constraint::Violations;
use whitesmith_runtime::schema::{Bindings, TimestampFormat};

use crate::values::all_types;
use crate::{Random, mutated, rounds};

/// Rounds for each codec and side.
const TIMES: usize = 3_000;

/// A body's size, and what a value read from it may hold at most: a structure of 25 members for two bytes of CBOR.
const MULTIPLE: usize = 1024;

type Read = fn(&[u8], bool) -> Result<AllTypes, Error>;

fn read_cbor(bytes: &[u8], strict: bool) -> Result<AllTypes, Error> {
    let side = if strict { cbor::Side::Server } else { cbor::Side::Client };
    let mut all = AllTypes::default();
    cbor::read(bytes, side, &mut all, &mut Violations::default()).map(|()| all)
}

fn read_xml(bytes: &[u8], strict: bool) -> Result<AllTypes, Error> {
    let settings = xml::Settings { bindings: Bindings::Ignored, strict };
    let mut all = AllTypes::default();
    xml::read(bytes, settings, xml::Place::Named("All"), &mut all, &mut Violations::default()).map(|()| all)
}

fn read_form(bytes: &[u8], dialect: query::Dialect) -> Result<AllTypes, Error> {
    let text = String::from_utf8_lossy(bytes);
    let mut all = AllTypes::default();
    let form = query::Form::parse(&[&text])?;
    query::read(&form, dialect, &mut all, &mut Violations::default()).map(|()| all)
}

fn settings(strict: bool) -> json::Settings {
    json::Settings {
        use_json_name: true,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::EpochSeconds,
        strict,
        dialect: json::Dialect::Aws,
    }
}

fn read_json(bytes: &[u8], strict: bool) -> Result<AllTypes, Error> {
    let mut all = AllTypes::default();
    json::read(bytes, settings(strict), &mut all, &mut Violations::default()).map(|()| all)
}

fn changed(bytes: &[u8], seed: u64, sides: &[bool], read: Read) {
    let mut random = Random(seed);
    for round in rounds(TIMES) {
        let body = mutated(bytes, &mut random);
        for strict in sides.iter().copied() {
            match read(&body, strict) {
                Ok(all) => assert!(format!("{all:?}").len() <= MULTIPLE * (body.len() + 1), "{round}"),
                Err(error) => assert!(!error.to_string().is_empty(), "{round}"),
            }
        }
    }
}

/// Every beginning of a body that ends where it ends is an error.
fn cut(bytes: &[u8], read: Read) {
    for strict in [false, true] {
        assert!(read(bytes, strict).is_ok(), "{:?}", read(bytes, strict));
        for end in 0..bytes.len() {
            assert!(read(&bytes[..end], strict).is_err(), "{end}");
        }
    }
}

fn cbor_body() -> Vec<u8> {
    let mut body = Vec::new();
    cbor::write(&mut body, &all_types());
    body
}

fn xml_body() -> Vec<u8> {
    let all = AllTypes { string: Some("\"\\\n€🦀\u{2028}<&>".to_owned()), ..all_types() };
    let mut body = Vec::new();
    let settings = xml::Settings { bindings: Bindings::Ignored, strict: false };
    xml::write(&mut body, settings, xml::Element::new("All", None), &all).expect("writable");
    body
}

fn json_body() -> Vec<u8> {
    let mut body = Vec::new();
    json::write(&mut body, settings(false), &all_types());
    body
}

fn form_body(dialect: query::Dialect) -> Vec<u8> {
    let mut body = String::new();
    query::write(&mut body, dialect, &all_types());
    body.into_bytes()
}

#[test]
fn changed_cbor_is_a_value_or_an_error() {
    changed(&cbor_body(), 11, &[false, true], read_cbor);
}

#[test]
fn changed_xml_is_a_value_or_an_error() {
    changed(&xml_body(), 12, &[false, true], read_xml);
}

#[test]
fn changed_json_is_a_value_or_an_error() {
    changed(&json_body(), 13, &[false, true], read_json);
}

#[test]
fn changed_forms_are_values_or_errors() {
    changed(&form_body(query::Dialect::Aws), 14, &[true], |bytes, _| read_form(bytes, query::Dialect::Aws));
    changed(&form_body(query::Dialect::Ec2), 15, &[true], |bytes, _| read_form(bytes, query::Dialect::Ec2));
}

#[test]
fn every_truncation_of_a_body_is_an_error() {
    cut(&cbor_body(), read_cbor);
    cut(&xml_body(), read_xml);
    cut(&json_body(), read_json);
}

#[test]
fn no_truncation_of_a_form_does_harm() {
    for dialect in [query::Dialect::Aws, query::Dialect::Ec2] {
        let body = form_body(dialect);
        for end in 0..body.len() {
            // Half a form is a form.
            let _ = read_form(&body[..end], dialect);
        }
    }
}
