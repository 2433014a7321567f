//! Comparison, conversion, lookup and iteration of constrained newtypes.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use whitesmith_runtime::constraint::Constraint;
use whitesmith_runtime::pattern::{Pattern, Set, Step};
use whitesmith_runtime::schema::{Bound, Kind, Schema, prelude};
use whitesmith_runtime::{constrained, member};

const LETTER: Set = Set::new().range(b'a', b'z');
static NAME_PATTERN: Pattern = Pattern::steps("^[a-z]{1,8}$", &[Step::Class(&LETTER, 1, 8)]);
static NAME: Schema = Schema::simple("example#Name", Kind::String).pattern(&NAME_PATTERN);
static SECRET: Schema = Schema::simple("example#Secret", Kind::String).max_length(4).sensitive();
static COUNT: Schema = Schema::simple("example#Count", Kind::Integer).min(Bound::Integer(1)).max(Bound::Integer(25));
static NAMES: Schema = Schema::list("example#Names", &[member!("member", NAME)]).min_length(1).max_length(3);
static WORDS: Schema = Schema::list("example#Words", &[member!("member", prelude::STRING)]).unique();
static COUNTS: Schema = Schema::map("example#Counts", &[member!("key", NAME), member!("value", COUNT)]).max_length(2);
static SECRETS: Schema =
    Schema::map("example#Secrets", &[member!("key", SECRET), member!("value", COUNT)]).max_length(2);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Name(String);
constrained! { Name(String), NAME }

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Secret(String);
constrained! { Secret(::std::string::String), SECRET }

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Count(i32);
constrained! { Count(i32), COUNT }

#[derive(Clone, PartialEq)]
struct Names(Vec<Name>);
constrained! { Names(Vec<Name>), NAMES }

#[derive(Clone, PartialEq)]
struct Words(Vec<String>);
constrained! { Words(::std::vec::Vec<String>), WORDS }

#[derive(Clone, PartialEq)]
struct Counts(BTreeMap<Name, Count>);
constrained! { Counts(BTreeMap<Name, Count>), COUNTS }

#[derive(Clone, PartialEq)]
struct Secrets(BTreeMap<Secret, Count>);
constrained! { Secrets(::std::collections::BTreeMap<Secret, Count>), SECRETS }

fn name(text: &str) -> Name {
    Name::new(text).expect("valid")
}

#[test]
fn strings_compare_with_texts() {
    let (name, owned) = (name("ann"), "ann".to_owned());
    assert!(name == *"ann" && name == "ann" && name == owned && name == Cow::Borrowed("ann"));
    assert!(name == name.clone() && name != "bob" && name != self::name("bob"));
}

#[test]
fn numbers_compare_with_numbers() {
    let count = Count::new(7).expect("valid");
    assert!(count == 7 && count < 8 && count > 6);
}

#[test]
fn strings_are_made_from_texts() {
    let owned = "ann".to_owned();
    for made in [
        Name::try_from("ann"),
        Name::try_from(&owned),
        Name::try_from(owned.clone()),
        Name::new(Cow::Borrowed("ann")),
        Name::new(owned.clone().into_boxed_str()),
        "ann".parse(),
    ] {
        assert_eq!(made.expect("valid"), "ann");
    }
    assert!(Name::try_from(&"ANN".to_owned()).is_err());
}

#[test]
fn maps_keyed_by_newtypes_are_searched_by_text() {
    let hashed = HashMap::from([(name("ann"), 1), (name("bob"), 2)]);
    assert_eq!(hashed.get("bob"), Some(&2));
    let sorted = BTreeMap::from([(name("ann"), 1), (name("bob"), 2)]);
    assert_eq!((sorted["ann"], sorted.get("carl")), (1, None));
}

#[test]
fn lists_are_converted_with_their_elements() {
    let expected = Names::new([name("ann"), name("bob")]).expect("valid");
    let owned = ["ann".to_owned(), "bob".to_owned()];
    for made in [
        Names::try_from(vec!["ann", "bob"]),
        Names::try_from(["ann", "bob"]),
        Names::try_from(owned.to_vec()),
        Names::try_from(&owned[..]),
        Names::try_from(vec![name("ann"), name("bob")]),
        Names::try_from_iter("ann bob".split(' ')),
        Names::try_from_iter(&owned),
    ] {
        assert_eq!(made.expect("valid"), expected);
    }
}

#[test]
fn the_violation_of_a_converted_list_has_the_index() {
    let error = Names::try_from(["ann", "B"]).expect_err("upper case");
    assert_eq!((&*error.path, error.constraint), ("/1", Constraint::Pattern("^[a-z]{1,8}$")));
    let error = Names::try_from(["a", "b", "c", "d"]).expect_err("too long");
    assert_eq!(error.path, "");
    assert!(Names::try_from(Vec::<Name>::new()).is_err());
}

#[test]
fn maps_are_converted_with_their_keys_and_values() {
    let expected = Counts::new([(name("ann"), Count(1)), (name("bob"), Count(2))]).expect("valid");
    for made in [
        Counts::try_from([("ann", 1), ("bob", 2)]),
        Counts::try_from(vec![("ann".to_owned(), 1), ("bob".to_owned(), 2)]),
        Counts::try_from(HashMap::from([("ann", 1), ("bob", 2)])),
        Counts::try_from(BTreeMap::from([(name("ann"), 1), (name("bob"), 2)])),
        Counts::try_from_iter("bob ann".split(' ').zip([2, 1])),
    ] {
        assert_eq!(made.expect("valid"), expected);
    }
}

#[test]
fn the_violation_of_a_converted_map_has_the_key() {
    assert_eq!(Counts::try_from([("ann", 1), ("bob", 26)]).expect_err("26").path, "/bob");
    assert_eq!(Counts::try_from([("B", 1)]).expect_err("upper case").path, "");
    assert_eq!(Secrets::try_from([("abc", 26)]).expect_err("26").path, "/*");
}

#[test]
fn lists_are_read_like_slices() {
    let names = Names::try_from(["ann", "bob"]).expect("valid");
    assert_eq!((names.len(), names.is_empty()), (2, false));
    assert!(names[1] == "bob" && names[..1].len() == 1);
    assert_eq!((names.get(0).map(Name::as_str), names.get(2)), (Some("ann"), None));
    assert_eq!(names.as_slice().first(), names.iter().next());
    assert_eq!((&names).into_iter().map(Name::as_str).collect::<String>(), "annbob");
    assert_eq!(names.into_iter().map(Name::into_inner).collect::<String>(), "annbob");
    let words = Words::try_from(["a", "b"]).expect("unique");
    assert_eq!(words.into_iter().collect::<String>(), "ab");
    assert!(Words::try_from(["a", "a"]).is_err());
}

#[test]
fn maps_are_read_like_maps() {
    let counts = Counts::try_from([("bob", 2), ("ann", 1)]).expect("valid");
    assert_eq!((counts.len(), counts.is_empty(), counts.contains_key("ann")), (2, false, true));
    assert!(counts["bob"] == 2 && counts[&name("ann")] == 1);
    assert_eq!((counts.get("ann"), counts.get("carl")), (Some(&Count(1)), None));
    assert_eq!(counts.keys().map(Name::as_str).collect::<String>(), "annbob");
    assert_eq!(counts.values().map(|count| count.get()).sum::<i32>(), 3);
    for (key, value) in &counts {
        assert_eq!(counts.get(key), Some(value));
    }
    assert_eq!(counts.iter().count(), counts.into_iter().count());
}
