//! Tests: reading CBOR.

use std::collections::BTreeMap;

use super::*;
use crate::codec::Strictness;
use crate::codec::cbor::write;
use crate::constraint::Violations;
use crate::memory::{MemoryLimit, Reading};
use crate::schema::{DefaultValue, prelude};
use crate::{member, structure, union};

static TEXTS: Schema = Schema::list("example#Texts", &[member!("member", prelude::STRING)]);
static SPARSE: Schema = Schema::list("example#Sparse", &[member!("member", prelude::INTEGER)]).sparse();
static NUMBERS: Schema =
    Schema::map("example#Numbers", &[member!("key", prelude::STRING), member!("value", prelude::LONG)]);
static CHOICE: Schema =
    Schema::union("example#Choice", &[member!("text", prelude::STRING), member!("number", prelude::INTEGER)]);
static TREE: Schema = Schema::structure(
    "example#Tree",
    &[
        member!("name", prelude::STRING).required(),
        member!("size", prelude::SHORT),
        member!("when", prelude::TIMESTAMP),
        member!("ratio", prelude::DOUBLE),
        member!("texts", TEXTS),
        member!("sparse", SPARSE),
        member!("numbers", NUMBERS),
        member!("choice", CHOICE),
        member!("inner", TREE),
        member!("level", prelude::INTEGER).default(DefaultValue::Integer(7)),
        member!("data", prelude::BLOB),
    ],
);

#[derive(Clone)]
enum Choice {
    Text(String),
    Number(i32),
    #[allow(dead_code, reason = "only reading makes it")]
    Unknown(crate::types::UnknownVariant),
}
union! { Choice: CHOICE { Text, Number } }

#[derive(Clone)]
struct Tree {
    name: String,
    size: Option<i16>,
    when: Option<Timestamp>,
    ratio: Option<f64>,
    texts: Option<Vec<String>>,
    sparse: Option<Vec<Option<i32>>>,
    numbers: Option<BTreeMap<String, i64>>,
    choice: Option<Choice>,
    inner: Option<Box<Tree>>,
    level: i32,
    data: Option<Blob>,
}
structure! { Tree: TREE { name, size, when, ratio, texts, sparse, numbers, choice, inner, level, data } }

fn blank() -> Tree {
    crate::reflect::Value::blank(FILL)
}

fn tree() -> Tree {
    let inner = Tree { name: "inner".to_owned(), level: 7, choice: Some(Choice::Number(-3)), ..blank() };
    Tree {
        name: "a name that is longer than 23 bytes".to_owned(),
        size: Some(i16::MIN),
        when: Some(Timestamp::from_unix(1_398_796_238, 500_000_000).expect("in range")),
        ratio: Some(-0.1),
        texts: Some(vec![String::new(), "é🦀".to_owned()]),
        sparse: Some(vec![None, Some(1)]),
        numbers: Some(BTreeMap::from([("most".to_owned(), i64::MAX), ("least".to_owned(), i64::MIN)])),
        choice: Some(Choice::Text("x".to_owned())),
        inner: Some(Box::new(inner)),
        level: 1,
        data: Some(Blob::from(vec![0, 255])),
    }
}

fn written(tree: &Tree) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, tree);
    out
}

fn read_as(strictness: Strictness, bytes: &[u8]) -> Result<(Tree, Violations), Error> {
    let (mut tree, mut reading) = (blank(), Reading::default());
    read(bytes, strictness, &mut tree, &mut reading).map(|()| (tree, reading.into_missing()))
}

fn map(pairs: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = vec![0xbf];
    for (key, value) in pairs {
        out.push(0x60 + key.len() as u8);
        out.extend_from_slice(key.as_bytes());
        out.extend_from_slice(value);
    }
    out.push(0xff);
    out
}

#[test]
fn a_value_with_every_kind_of_member_round_trips() {
    for strictness in [Strictness::Lenient, Strictness::Strict] {
        let (found, missing) = read_as(strictness, &written(&tree())).expect("valid");
        assert!(found == tree(), "{found:?}");
        assert!(missing.is_empty());
    }
}

#[test]
fn servers_reject_repeated_members() {
    let inner = |name: u8| map(&[("name", &[0x61, name])]);
    let repeated = map(&[("name", b"\x61a"), ("inner", &inner(b'a')), ("inner", &inner(b'b'))]);
    assert_eq!(read_as(Strictness::Strict, &repeated).expect_err("twice").path(), "/inner");
    let (found, _) = read_as(Strictness::Lenient, &repeated).expect("lenient");
    assert_eq!(found.inner.map(|inner| inner.name).as_deref(), Some("b"));
}

#[test]
fn absent_members_are_missing_or_have_their_default() {
    let (found, missing) = read_as(Strictness::Strict, &[0xa0]).expect("valid");
    assert_eq!(found.level, 7);
    assert_eq!(missing.to_string().matches("/name").count(), 1, "{missing}");
    let (_, missing) = read_as(Strictness::Strict, &map(&[("name", &[0xf6])])).expect("valid");
    assert_eq!(missing.count(), 1, "a null is no value");
}

#[test]
fn indefinite_lengths_are_put_together() {
    let chunks = [0x7f, 0x62, b'a', b'b', 0x60, 0x61, b'c', 0xff];
    let list = [&[0x9f][..], &chunks, &[0xff]].concat();
    let (found, _) = read_as(Strictness::Strict, &map(&[("name", &chunks), ("texts", &list)])).expect("valid");
    assert_eq!((found.name.as_str(), found.texts), ("abc", Some(vec!["abc".to_owned()])));
    let data = [0x5f, 0x41, 1, 0x42, 2, 3, 0xff];
    let (found, _) = read_as(Strictness::Strict, &map(&[("data", &data)])).expect("valid");
    assert_eq!(found.data, Some(Blob::from(vec![1, 2, 3])));
}

#[test]
fn unknown_members_are_skipped_regardless_of_their_structure() {
    let nested = [0xc1, 0x82, 0xa1, 0x61, b'k', 0x9f, 0xf9, 0x3e, 0, 0xff, 0x5f, 0x41, 0, 0xff];
    let (found, _) = read_as(Strictness::Strict, &map(&[("other", &nested), ("size", &[5])])).expect("valid");
    assert_eq!(found.size, Some(5));
}

#[test]
fn numbers_are_read_from_smaller_forms_and_refused_when_too_large() {
    let (found, _) = read_as(Strictness::Strict, &map(&[("ratio", &[0xf9, 0x3e, 0])])).expect("valid");
    assert_eq!(found.ratio, Some(1.5));
    let error = read_as(Strictness::Strict, &map(&[("size", &[0x1a, 0, 1, 0, 0])])).expect_err("too large");
    assert_eq!(error.path(), "/size");
    assert!(read_as(Strictness::Strict, &map(&[("size", &[0xf9, 0x3c, 0])])).is_err(), "a float is no short");
    assert_eq!(read_as(Strictness::Lenient, &map(&[("size", &[0xf9, 0x3c, 0])])).expect("lenient").0.size, Some(1));
}

#[test]
fn a_timestamp_has_its_tag() {
    assert!(read_as(Strictness::Strict, &map(&[("when", &[0])])).is_err());
    assert!(read_as(Strictness::Lenient, &map(&[("when", &[0])])).is_ok());
    assert_eq!(
        read_as(Strictness::Strict, &map(&[("when", &[0xc1, 0])])).expect("valid").0.when,
        Some(Timestamp::EPOCH)
    );
    assert!(read_as(Strictness::Lenient, &map(&[("when", &[0xc0, 0x61, b'x'])])).is_err(), "text with tag 0");
    assert!(read_as(Strictness::Lenient, &map(&[("when", &[0xc1, 0xfb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0])])).is_err());
}

#[test]
fn a_union_has_one_member_and_clients_keep_the_name_of_one_they_do_not_know() {
    let two = [0xa2, 0x64, b't', b'e', b'x', b't', 0x60, 0x66, b'n', b'u', b'm', b'b', b'e', b'r', 1];
    assert!(read_as(Strictness::Lenient, &map(&[("choice", &two)])).is_err());
    assert!(read_as(Strictness::Strict, &map(&[("choice", &[0xa0])])).is_err());
    let new = [0xa1, 0x63, b'n', b'e', b'w', 1];
    assert!(read_as(Strictness::Strict, &map(&[("choice", &new)])).is_err());
    let (found, _) = read_as(Strictness::Lenient, &map(&[("choice", &new)])).expect("lenient");
    assert!(matches!(found.choice, Some(Choice::Unknown(_))));
}

#[test]
fn nulls_are_allowed_only_in_sparse_lists() {
    let list = [0x81, 0xf6];
    assert_eq!(read_as(Strictness::Strict, &map(&[("sparse", &list)])).expect("valid").0.sparse, Some(vec![None]));
    let error = read_as(Strictness::Strict, &map(&[("texts", &list)])).expect_err("dense");
    assert_eq!(error.path(), "/texts/0");
    assert_eq!(read_as(Strictness::Lenient, &map(&[("texts", &list)])).expect("lenient").0.texts, Some(Vec::new()));
}

#[test]
fn wrong_lengths_are_rejected_immediately() {
    const HUGE: [u8; 8] = [0x80, 0, 0, 0, 0, 0, 0, 0];
    for head in [0x5b, 0x7b, 0x9b, 0xbb, 0xda] {
        let mut bytes = vec![head];
        bytes.extend_from_slice(&HUGE);
        assert!(read_as(Strictness::Strict, &bytes).is_err(), "{head:x}");
        for name in ["name", "texts", "numbers", "data", "other"] {
            assert!(read_as(Strictness::Strict, &map(&[(name, &bytes)])).is_err(), "{name} {head:x}");
        }
    }
}

#[test]
fn nesting_is_bounded() {
    let mut bytes = Vec::new();
    for _ in 0..100_000 {
        bytes.extend_from_slice(&[0xbf, 0x65, b'i', b'n', b'n', b'e', b'r']);
    }
    assert!(read_as(Strictness::Strict, &bytes).expect_err("too deep").to_string().contains("nested too deep"));
}

#[test]
fn a_million_keys_are_read_in_the_space_of_the_last() {
    let mut bytes = vec![0xbf];
    for index in 0..1_000_000_u32 {
        bytes.extend_from_slice(if index == 0 { b"\x64name\x61x" } else { b"\x64nams\x61x" });
    }
    bytes.push(0xff);
    assert_eq!(read_as(Strictness::Strict, &bytes).expect("valid").0.name, "x");
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = written(&tree());
    for end in 0..bytes.len() {
        assert!(read_as(Strictness::Lenient, &bytes[..end]).is_err(), "{end}");
    }
    let long = [&bytes[..], &[0]].concat();
    assert!(read_as(Strictness::Lenient, &long).is_err(), "a byte too many");
}

static TREES: Schema = Schema::list("example#Trees", &[member!("member", TREE)]);
static FOREST: Schema = Schema::structure("example#Forest", &[member!("trees", TREES)]);

#[derive(Clone)]
struct Forest {
    trees: Option<Vec<Tree>>,
}
structure! { Forest: FOREST { trees } }

#[test]
fn small_requests_cannot_take_much_memory() {
    let message = |count: u32| {
        let mut bytes = vec![0xa1, 0x65];
        bytes.extend(b"trees\x9a");
        bytes.extend(count.to_be_bytes());
        bytes.resize(bytes.len() + count as usize, 0xa0);
        bytes
    };
    let read = |count, limit| {
        let mut forest = Forest { trees: None };
        let bytes = message(count);
        let filled = read(&bytes, Strictness::Strict, &mut forest, &mut Reading::new(limit, bytes.len()));
        filled.map(|()| forest.trees.map_or(0, |trees| trees.len()))
    };
    assert_eq!(read(1_000, MemoryLimit::default()).expect("enough"), 1_000);
    let error = read(100_000, MemoryLimit::default()).expect_err("too many trees").to_string();
    assert!(error.contains("too much memory"), "{error}");
    assert_eq!(read(100_000, MemoryLimit::UNLIMITED).expect("enough"), 100_000);
}

#[test]
fn a_double_may_be_encoded_as_any_integer() {
    for (bytes, value) in [
        (&b"\x1b\xff\xff\xff\xff\xff\xff\xff\xff"[..], 18_446_744_073_709_551_615.0),
        (b"\x3b\xff\xff\xff\xff\xff\xff\xff\xff", -18_446_744_073_709_551_616.0),
        (b"\x20", -1.0),
    ] {
        let mut tree = blank();
        let body = [b"\xa1\x65ratio", bytes].concat();
        super::read(&body, Strictness::Strict, &mut tree, &mut Reading::default()).expect("a number");
        assert_eq!(tree.ratio, Some(value));
    }
}
