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

#[test]
fn floats_are_read_as_they_were_written() {
    let forms = [query::Dialect::Aws, query::Dialect::Ec2];
    let mut random = Random(17);
    for _ in rounds(TIMES) {
        let (double, float) = (f64::from_bits(random.next()), f32::from_bits((random.next() >> 32) as u32));
        // Most random numbers are huge or tiny.
        let double = if random.below(2) == 0 { double } else { (random.next() >> 11) as f64 / 25_000_000_000_000.0 };
        if double.is_nan() || float.is_nan() {
            continue;
        }
        let mut all = AllTypes::default();
        (all.double, all.float) = (Some(double), Some(float));
        let (mut json_body, mut cbor_body, mut xml_body) = (Vec::new(), Vec::new(), Vec::new());
        json::write(&mut json_body, bodies::settings(Strictness::Strict), &all);
        cbor::write(&mut cbor_body, &all);
        let settings = xml::Settings { bindings: Bindings::Ignored, strictness: Strictness::Strict };
        xml::write(&mut xml_body, settings, xml::Element::new("All", None), &all).expect("writable");
        let [aws_form, ec2_form] = forms.map(|dialect| {
            let mut body = String::new();
            query::write(&mut body, dialect, &all).expect("writable");
            body.into_bytes()
        });
        let formats: [(_, Read); 5] = [
            (json_body, bodies::json),
            (cbor_body, bodies::cbor),
            (xml_body, bodies::xml),
            (aws_form, bodies::aws_form),
            (ec2_form, bodies::ec2_form),
        ];
        for (body, read) in formats {
            for strictness in [Strictness::Lenient, Strictness::Strict] {
                let found = read(&body, strictness).expect("it was written");
                let bits = (found.double.map(f64::to_bits), found.float.map(f32::to_bits));
                let text = String::from_utf8_lossy(&body);
                assert_eq!(bits, (Some(double.to_bits()), Some(float.to_bits())), "{double} {float} {text}");
            }
        }
    }
}

#[test]
fn numbers_that_are_too_large_for_a_double_are_infinite_for_clients_only() {
    let texts: [(&str, Read); 2] =
        [(r#"{"double":-1e400}"#, bodies::json), ("<All><double>-1e400</double></All>", bodies::xml)];
    for (text, read) in texts {
        let found = read(text.as_bytes(), Strictness::Lenient).expect(text);
        assert_eq!(found.double, Some(f64::NEG_INFINITY), "{text}");
        assert!(read(text.as_bytes(), Strictness::Strict).is_err(), "{text}");
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
