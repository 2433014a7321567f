//! Truncations and mutations of valid bodies, read by clients and servers.

use whitesmith_runtime::codec::{Strictness, cbor, json, query, xml};
use whitesmith_runtime::schema::Bindings;

use crate::bodies::{self, Read};
use crate::values::all_types;
use crate::{Random, mutated, rounds};

/// Rounds for each codec.
const TIMES: usize = 3_000;

fn changed(bytes: &[u8], seed: u64, read: Read) {
    let mut random = Random(seed);
    for _ in rounds(TIMES) {
        bodies::read(&mutated(bytes, &mut random), read);
    }
}

/// Every proper prefix of a body is an error.
fn cut(bytes: &[u8], read: Read) {
    for strictness in [Strictness::Lenient, Strictness::Strict] {
        assert!(read(bytes, strictness).is_ok(), "{:?}", read(bytes, strictness));
        for end in 0..bytes.len() {
            assert!(read(&bytes[..end], strictness).is_err(), "{end}");
        }
    }
}

fn cbor_body() -> Vec<u8> {
    let mut body = Vec::new();
    cbor::write(&mut body, &all_types());
    body
}

fn xml_body() -> Vec<u8> {
    let mut all = all_types();
    all.string = Some("\"\\\n€🦀\u{2028}<&>".to_owned());
    let mut body = Vec::new();
    let settings = xml::Settings { bindings: Bindings::Ignored, strictness: Strictness::Lenient };
    xml::write(&mut body, settings, xml::Element::new("All", None), &all).expect("writable");
    body
}

fn json_body() -> Vec<u8> {
    let mut body = Vec::new();
    json::write(&mut body, bodies::settings(Strictness::Lenient), &all_types());
    body
}

fn form_body(dialect: query::Dialect) -> Vec<u8> {
    let mut body = String::new();
    query::write(&mut body, dialect, &all_types());
    body.into_bytes()
}

/// Seeds of the targets of `cargo fuzz` are written by the codecs.
#[test]
fn seeds_of_targets_are_valid_bodies() {
    for (folder, name, body) in [
        ("cbor", "all.cbor", cbor_body()),
        ("json", "all.json", json_body()),
        ("xml", "all.xml", xml_body()),
        ("form", "aws.form", form_body(query::Dialect::Aws)),
        ("form", "ec2.form", form_body(query::Dialect::Ec2)),
    ] {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(format!("../../fuzz/seeds/{folder}"));
        settings.set_prepend_module_to_snapshot(false);
        settings.bind(|| insta::assert_binary_snapshot!(name, body));
    }
}

#[test]
fn changed_cbor_is_a_value_or_an_error() {
    changed(&cbor_body(), 11, bodies::cbor);
}

#[test]
fn changed_xml_is_a_value_or_an_error() {
    changed(&xml_body(), 12, bodies::xml);
}

#[test]
fn changed_json_is_a_value_or_an_error() {
    changed(&json_body(), 13, bodies::json);
}

#[test]
fn changed_forms_are_values_or_errors() {
    changed(&form_body(query::Dialect::Aws), 14, bodies::aws_form);
    changed(&form_body(query::Dialect::Ec2), 15, bodies::ec2_form);
}

#[test]
fn truncated_bodies_are_errors() {
    cut(&cbor_body(), bodies::cbor);
    cut(&xml_body(), bodies::xml);
    cut(&json_body(), bodies::json);
}

#[test]
fn truncated_forms_do_not_panic() {
    for (dialect, read) in [(query::Dialect::Aws, bodies::aws_form as Read), (query::Dialect::Ec2, bodies::ec2_form)] {
        let body = form_body(dialect);
        assert!(read(&body, Strictness::Strict).is_ok());
        for end in 0..body.len() {
            // A prefix of a form is a form.
            bodies::read(&body[..end], read);
        }
    }
}
