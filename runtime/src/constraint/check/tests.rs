//! Tests: constraints.

use std::collections::BTreeMap;

use super::*;
use crate::member;

static SHORT: Schema = Schema::simple("t#Short", Kind::String).max_length(1);
static SECRET: Schema = Schema::simple("t#Secret", Kind::String).sensitive();
static OPEN_MAP: Schema =
    Schema::map("t#Open", &[member!("key", crate::schema::prelude::STRING), member!("value", SHORT)]);
static SECRET_MAP: Schema = Schema::map("t#Secrets", &[member!("key", SECRET), member!("value", SHORT)]);

#[test]
fn big_numbers_are_compared_exactly() {
    static WHOLE: Schema = Schema::simple("t#Whole", Kind::BigInteger).max(Bound::Integer(9_007_199_254_740_992));
    static PART: Schema =
        Schema::simple("t#Part", Kind::BigDecimal).min(Bound::Integer(0)).max(Bound::Decimal(0.5, "0.5"));
    for (text, is_right) in [
        ("0", true),
        ("-0.0", true),
        ("-1e-400", false),
        ("1e-400", true),
        ("0.500", true),
        ("0.50000000000000000000001", false),
        ("5e-1", true),
        ("1e99999999999999999999999", false),
        ("0e99999999999999999999999", true),
    ] {
        let number = text.parse().expect("a number");
        assert_eq!(check_value(&PART, Ref::BigDecimal(&number)).is_ok(), is_right, "{text}");
    }
    for (text, is_right) in [("9007199254740992", true), ("9007199254740993", false), ("-1", true)] {
        let number = text.parse().expect("a number");
        assert_eq!(check_value(&WHOLE, Ref::BigInteger(&number)).is_ok(), is_right, "{text}");
    }
}

#[test]
fn sensitive_keys_are_not_shown() {
    let map = BTreeMap::from([("secret".to_owned(), "long".to_owned())]);
    assert_eq!(check_value(&SECRET_MAP, Ref::Map(&map)).expect_err("long").path, "/*");
    assert_eq!(check_value(&OPEN_MAP, Ref::Map(&map)).expect_err("long").path, "/secret");
}

#[test]
fn long_keys_do_not_make_long_messages() {
    let key = |index: usize| format!("{index:03}{}", "\u{1f980}".repeat(10_000));
    let map: BTreeMap<_, _> = (0..1000).map(|index| (key(index), "long".to_owned())).collect();
    let mut found = Violations::default();
    walk(&OPEN_MAP, Ref::Map(&map), &Path::Root, &mut found);
    assert_eq!(found.count(), 1000);
    assert!(found.iter().all(|one| one.path.chars().count() <= 130 && one.path.ends_with('\u{2026}')));
    assert!(found.to_string().len() < 50_000);
}

static HELD: Schema = Schema::structure("t#Held", &[member!("text", SHORT)]).held();
static HELD_LIST: Schema = Schema::list("t#HeldList", &[member!("member", HELD)]).max_length(1);
static HELD_MAP: Schema = Schema::map("t#HeldMap", &[member!("key", SHORT), member!("value", HELD)]);
static TEXTS: Schema = Schema::list("t#Texts", &[member!("member", SHORT)]);
static OUTER: Schema = Schema::structure(
    "t#Outer",
    &[
        member!("held", HELD),
        member!("heldList", HELD_LIST),
        member!("heldMap", HELD_MAP),
        member!("text", SHORT),
        member!("texts", TEXTS),
    ],
);

struct Held {
    text: String,
}
crate::structure! { Held: HELD { text } }

struct Outer {
    held: Held,
    held_list: Vec<Held>,
    held_map: BTreeMap<String, Held>,
    text: String,
    texts: Vec<String>,
}
crate::structure! { Outer: OUTER { held, held_list, held_map, text, texts } }

fn paths(check: fn(&dyn Reflect, &mut Violations), value: &Outer) -> Vec<String> {
    let mut found = Violations::default();
    check(value, &mut found);
    found.iter().map(|one| one.path.clone()).collect()
}

#[test]
fn builders_check_what_types_do_not_hold() {
    let (held, long) = (|| Held { text: "long".to_owned() }, || "long".to_owned());
    let held_map = BTreeMap::from([(long(), Held { text: String::new() })]);
    let value = Outer { held: held(), held_list: vec![held(), held()], held_map, text: long(), texts: vec![long()] };
    let of_builder = ["/heldList", "/heldMap", "/text", "/texts/0"];
    assert_eq!(paths(check_unheld, &value), of_builder);
    let of_held = ["/held/text", "/heldList", "/heldList/0/text", "/heldList/1/text"];
    assert_eq!(paths(check, &value), [&of_held, &of_builder[1..]].concat());
}

#[test]
fn types_prove_nothing_after_a_value_was_read_without_a_check() {
    let held = || Held { text: "long".to_owned() };
    let (held_list, held_map) = (vec![held()], BTreeMap::new());
    let value = Outer { held: held(), held_list, held_map, text: String::new(), texts: Vec::new() };
    crate::constraint::record_unchecked();
    assert_eq!(paths(check_built, &value), ["/held/text", "/heldList/0/text"]);
}

#[test]
fn lengths_are_in_code_points() {
    static SCHEMA: Schema = Schema::simple("t#T", Kind::String).min_length(2).max_length(4);
    for (text, is_right) in [("", false), ("a", false), ("ab", true), ("abcd", true), ("abcde", false)] {
        assert_eq!(check_value(&SCHEMA, Ref::Str(text)).is_ok(), is_right, "{text}");
        let wide: String = text.chars().map(|_| '\u{1f980}').collect();
        assert_eq!(check_value(&SCHEMA, Ref::Str(&wide)).is_ok(), is_right, "{wide}");
    }
}

#[test]
fn bounds_of_a_float_are_inside() {
    static TENTH: Schema = Schema::simple("t#Tenth", Kind::Float).max(Bound::Decimal(0.1, "0.1"));
    static MOST: Schema = Schema::simple("t#Most", Kind::Float).min(Bound::Decimal(0.7, "0.7"));
    static WHOLE: Schema = Schema::simple("t#Whole", Kind::Float).max(Bound::Integer(16_777_217));
    static DOUBLE: Schema = Schema::simple("t#Double", Kind::Double).max(Bound::Decimal(0.1, "0.1"));
    let is_valid = |schema, value: f32| check_value(schema, Ref::Float(value)).is_ok();
    assert!(is_valid(&TENTH, 0.1) && !is_valid(&TENTH, 0.1_f32.next_up()));
    assert!(is_valid(&MOST, 0.7) && !is_valid(&MOST, 0.7_f32.next_down()));
    assert!(is_valid(&WHOLE, 16_777_216.0) && !is_valid(&WHOLE, 16_777_218.0));
    assert!(
        check_value(&DOUBLE, Ref::Double(0.1)).is_ok() && check_value(&DOUBLE, Ref::Double(0.1_f32.into())).is_err()
    );
    assert!(!is_valid(&TENTH, f32::NAN));
}

#[test]
fn uniqueness_of_a_list_that_is_much_too_long_is_not_checked() {
    static FEW: Schema =
        Schema::list("t#Few", &[member!("member", crate::schema::prelude::STRING)]).max_length(2).unique();
    let found = |list: &Vec<String>| {
        let mut found = Violations::default();
        walk(&FEW, Ref::List(list), &Path::Root, &mut found);
        found.iter().map(|violation| violation.constraint.clone()).collect::<Vec<_>>()
    };
    assert_eq!(found(&vec![String::new(); 2]), [Constraint::Unique]);
    assert!(matches!(*found(&vec![String::new(); 3]), [Constraint::Length { .. }, Constraint::Unique]));
    assert!(matches!(*found(&vec![String::new(); 10_000]), [Constraint::Length { .. }]));
}
