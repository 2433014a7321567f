//! Tests: reading and writing forms.

use std::collections::BTreeMap;

use super::*;
use crate::codec::Error;
use crate::constraint::Violations;
use crate::memory::Reading;
use crate::reflect::Fill;
use crate::schema::{DefaultValue, Schema, prelude};
use crate::types::{Blob, Timestamp};
use crate::{member, structure, union};

static TEXTS: Schema = Schema::list("example#Texts", &[member!("member", prelude::STRING)]);
static ITEMS: Schema = Schema::list("example#Items", &[member!("member", TREE).xml_name("item")]);
static NUMBERS: Schema = Schema::map(
    "example#Numbers",
    &[member!("key", prelude::STRING).xml_name("K"), member!("value", prelude::LONG).xml_name("V")],
);
static CHOICE: Schema =
    Schema::union("example#Choice", &[member!("text", prelude::STRING), member!("number", prelude::INTEGER)]);
static TREE: Schema = Schema::structure(
    "example#Tree",
    &[
        member!("name", prelude::STRING).required(),
        member!("size", prelude::SHORT).xml_name("theSize"),
        member!("when", prelude::TIMESTAMP),
        member!("texts", TEXTS),
        member!("flat", TEXTS).xml_flattened().ec2_query_name("FLAT"),
        member!("items", ITEMS),
        member!("numbers", NUMBERS),
        member!("choice", CHOICE),
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
    name: Option<String>,
    size: Option<i16>,
    when: Option<Timestamp>,
    texts: Option<Vec<String>>,
    flat: Option<Vec<String>>,
    items: Option<Vec<Tree>>,
    numbers: Option<BTreeMap<String, i64>>,
    choice: Option<Choice>,
    level: Option<i32>,
    data: Option<Blob>,
}
structure! { Tree: TREE { name, size, when, texts, flat, items, numbers, choice, level, data } }

fn blank() -> Tree {
    crate::reflect::Value::blank(Fill::VALUE)
}

#[allow(clippy::unnecessary_wraps, reason = "members are options")]
fn texts(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(ToString::to_string).collect())
}

fn tree() -> Tree {
    let item = |name: &str| Tree { name: Some(name.to_owned()), level: Some(7), ..blank() };
    Tree {
        name: Some("a b&=é.1%+".to_owned()),
        size: Some(-3),
        when: Some(Timestamp::from_unix(1_398_796_238, 0).expect("in range")),
        texts: texts(&["a", "", "c", "d", "e", "f", "g", "h", "i", "j", "k"]),
        flat: texts(&["x", "y"]),
        items: Some(vec![item("1"), Tree { level: Some(7), ..blank() }, item("3")]),
        numbers: Some(BTreeMap::from([("a.b".to_owned(), 1), ("c".to_owned(), i64::MIN)])),
        choice: Some(Choice::Number(3)),
        level: Some(1),
        data: Some(Blob::from(vec![0, 255])),
    }
}

fn written(dialect: Dialect, tree: &Tree) -> String {
    let mut out = String::new();
    write(&mut out, dialect, tree).expect("no null in lists");
    out
}

fn read_as(dialect: Dialect, form: &str) -> Result<(Tree, Violations), Error> {
    let (mut tree, mut reading) = (blank(), Reading::default());
    read(&Form::parse(&[form], &mut Reading::default())?, dialect, &mut tree, &mut reading)
        .map(|()| (tree, reading.into_missing()))
}

#[test]
fn a_value_with_every_kind_of_member_round_trips() {
    for dialect in [Dialect::Aws, Dialect::Ec2] {
        let (found, missing) = read_as(dialect, &written(dialect, &tree())).expect("valid");
        assert!(found == tree(), "{found:?} {}", written(dialect, &tree()));
        assert_eq!(missing.count(), 1, "the second item has no name");
    }
}

#[test]
fn null_in_a_list_is_an_error_and_in_a_map_an_entry_without_a_value() {
    static LIST: Schema = Schema::list("example#Sparse", &[member!("member", prelude::STRING)]).sparse();
    static MAP: Schema =
        Schema::map("example#SparseMap", &[member!("key", prelude::STRING), member!("value", prelude::STRING)])
            .sparse();
    static SPARSE: Schema = Schema::structure("example#Sparse", &[member!("list", LIST), member!("map", MAP)]);
    #[derive(Clone)]
    struct Sparse {
        list: Option<Vec<Option<String>>>,
        map: Option<BTreeMap<String, Option<String>>>,
    }
    structure! { Sparse: SPARSE { list, map } }

    let text = |text: &str| Some(text.to_owned());
    for dialect in [Dialect::Aws, Dialect::Ec2] {
        let mut out = String::new();
        let value = Sparse { list: Some(vec![text("a"), None]), map: None };
        let error = write(&mut out, dialect, &value).expect_err("null");
        assert_eq!(error.to_string(), "member `list` contains null, which forms cannot represent in lists");
        let entries = BTreeMap::from([("a".to_owned(), None), ("b".to_owned(), text("c"))]);
        let (value, mut form) = (Sparse { list: Some(vec![text("a")]), map: Some(entries) }, String::new());
        write(&mut form, dialect, &value).expect("an entry without a value");
        let mut again: Sparse = crate::reflect::Value::blank(Fill::VALUE);
        let form = Form::parse(&[&form], &mut Reading::default()).expect("a form");
        read(&form, dialect, &mut again, &mut Reading::default()).expect("valid");
        assert_eq!((again.list, again.map), (value.list, value.map));
    }
}

#[test]
fn parameters_are_named_as_each_protocol_has_it() {
    let value = Tree {
        size: Some(1),
        texts: texts(&["t"]),
        flat: texts(&["f"]),
        items: Some(vec![Tree { size: Some(2), ..blank() }]),
        numbers: Some(BTreeMap::from([("k".to_owned(), 1)])),
        ..blank()
    };
    assert_eq!(
        written(Dialect::Aws, &value),
        "&theSize=1&texts.member.1=t&flat.1=f&items.item.1.theSize=2&numbers.entry.1.K=k&numbers.entry.1.V=1"
    );
    assert_eq!(
        written(Dialect::Ec2, &value),
        "&TheSize=1&Texts.1=t&FLAT.1=f&Items.1.TheSize=2&Numbers.1.K=k&Numbers.1.V=1"
    );
    let empty = Tree { texts: texts(&[]), numbers: Some(BTreeMap::new()), ..blank() };
    assert_eq!(written(Dialect::Aws, &empty), "&texts=");
    assert_eq!(written(Dialect::Ec2, &empty), "");
}

#[test]
fn parameters_may_come_in_any_order_and_with_gaps() {
    let form = "texts.member.10=c&numbers.entry.2.V=2&name-x=1&texts.member.9=b&name=a+b%21&numbers.entry.2.K=k&\
        texts.member.1=a&unknown.1=x&unknown.1=y&Action=A";
    let (found, missing) = read_as(Dialect::Aws, form).expect("valid");
    assert_eq!(found.name.as_deref(), Some("a b!"));
    assert_eq!(found.texts, texts(&["a", "b", "c"]));
    assert_eq!(found.numbers, Some(BTreeMap::from([("k".to_owned(), 2)])));
    assert_eq!((found.level, missing.count()), (Some(7), 0));
}

#[test]
fn an_empty_list_is_a_parameter_without_a_value() {
    assert_eq!(read_as(Dialect::Aws, "texts=").expect("valid").0.texts, texts(&[]));
    assert_eq!(read_as(Dialect::Aws, "texts").expect("valid").0.texts, texts(&[]));
}

#[test]
fn values_of_the_wrong_type_are_rejected() {
    for (form, path) in [
        ("theSize=x", "/size"),
        ("theSize=70000", "/size"),
        ("theSize=", "/size"),
        ("theSize.1=1", "/size"),
        ("when=today", "/when"),
        ("data=%3F", "/data"),
        ("texts.item.1=a", "/texts"),
        ("texts.member.x=a", "/texts"),
        ("texts.member.99999999999=a", "/texts"),
        ("texts.member.1.x=a", "/texts/0"),
        ("items.item.2.theSize=x", "/items/0/size"),
        ("numbers.entry.1.V=1", "/numbers"),
        ("numbers.entry.1.K=k", "/numbers/k"),
        ("choice.text=a&choice.number=1", "/choice"),
        ("choice=", "/choice"),
    ] {
        let error = read_as(Dialect::Aws, form).expect_err(form);
        assert_eq!(error.path(), path, "{form}: {error}");
    }
    assert!(read_as(Dialect::Aws, "name=%ff").is_err());
}

#[test]
fn nesting_is_bounded() {
    let deep = format!("{}theSize=1", "items.item.1.".repeat(100_000));
    assert!(read_as(Dialect::Aws, &deep).expect_err("too deep").to_string().contains("nested too deep"));
}

#[test]
fn many_parameters_are_read_in_time() {
    let parameters = (0..50_000).map(|index| format!("texts.member.{index}=&x{index}.y"));
    let form = parameters.collect::<Vec<_>>().join("&");
    assert_eq!(read_as(Dialect::Aws, &form).expect("valid").0.texts.map(|texts| texts.len()), Some(50_000));
    let same = "name=x&".repeat(100_000);
    assert_eq!(read_as(Dialect::Aws, &same).expect_err("repeated").path(), "/name");
    let dots = format!("{}=1", ".".repeat(100_000));
    assert!(read_as(Dialect::Aws, &dots).is_ok());
}
