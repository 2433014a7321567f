//! Truncations and mutations of valid bodies, read by clients and servers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use golden::shapes::types::{AllTypes, Choice, Tree};
use serde_json::value::RawValue;
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

/// Forms cannot represent null in lists.
pub(crate) fn without_null(mut all: AllTypes) -> AllTypes {
    all.sparse = all.sparse.map(|sparse| sparse.into_iter().flatten().map(Some).collect());
    all
}

fn form_body(dialect: query::Dialect) -> Vec<u8> {
    let mut body = String::new();
    query::write(&mut body, dialect, &without_null(all_types())).expect("no null in lists");
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

/// The same JSON value, with other space between tokens, keys in another order and with other escapes. Objects with the
/// same keys have the same order for one `seed`.
fn respelled(value: &RawValue, seed: u64, random: &mut Random) -> String {
    let mut text = String::new();
    let space = |random: &mut Random| ["", "", "", " ", "\n         ", "\r\n\t"][random.below(6)];
    if let Ok(entries) = serde_json::from_str::<BTreeMap<String, &RawValue>>(value.get()) {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by_cached_key(|(key, _)| {
            Random(key.bytes().fold(seed, |hash, byte| hash.rotate_left(5) ^ u64::from(byte))).next()
        });
        for (index, (key, value)) in entries.into_iter().enumerate() {
            let separator = if index == 0 { "{" } else { "," };
            let key = match random.below(6) {
                0 => key.encode_utf16().fold("\"".to_owned(), |text, unit| format!("{text}\\u{unit:04x}")) + "\"",
                _ => serde_json::Value::from(key).to_string(),
            };
            let (before, after, last) = (space(random), space(random), space(random));
            let value = respelled(value, seed, random);
            write!(text, "{separator}{before}{key}{after}:{value}{last}").expect("a string");
        }
        return if text.is_empty() { "{ }".to_owned() } else { text + "}" };
    }
    if let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(value.get()) {
        let elements: Vec<_> = elements.into_iter().map(|element| respelled(element, seed, random)).collect();
        return format!("[{}]", elements.join(","));
    }
    let (before, after) = (space(random), space(random));
    format!("{before}{}{after}", value.get())
}

#[test]
fn json_is_read_in_any_order_and_spelling() {
    let mut random = Random(16);
    for round in rounds(TIMES / 6) {
        let mut all: AllTypes = all_types();
        let trees = (0..random.below(8)).map(|_| {
            let mut tree = Tree::default();
            tree.value = (random.below(2) > 0).then(|| "\\\n€ and a text that is longer than a word\"".to_owned());
            tree.left = (random.below(2) > 0).then(|| Box::new(Tree::default()));
            tree.forest = (random.below(2) > 0).then(|| vec![all.tree.clone().expect("a tree"); random.below(6)]);
            Choice::Tree(tree)
        });
        all.choice = Some(Choice::Many(trees.collect()));
        let mut body = Vec::new();
        json::write(&mut body, bodies::settings(Strictness::Strict), &all);
        let body: &RawValue = serde_json::from_slice(&body).expect("JSON");
        let text = respelled(body, random.next() >> 32, &mut random);
        for strictness in [Strictness::Lenient, Strictness::Strict] {
            assert_eq!(bodies::json(text.as_bytes(), strictness).as_ref(), Ok(&all), "{round}: {text}");
        }
    }
}
