//! Builders, with types written by hand as generated code has them.

use std::collections::{BTreeMap, HashMap};

use whitesmith_runtime::builder::{Builder, IntoMember, TryFromValue, initial};
use whitesmith_runtime::constraint::{Constraint, Violation, Violations};
use whitesmith_runtime::pattern::{Pattern, Set, Step};
use whitesmith_runtime::schema::{Bound, DefaultValue, Kind, Schema, prelude};
use whitesmith_runtime::types::UnknownValue;
use whitesmith_runtime::{append, builder, constrained, insert, member, replace, set, string_enum, structure};

const LETTERS: Set = Set::new().range(b'a', b'z');
static NAME_PATTERN: Pattern = Pattern::steps("^[a-z]*$", &[Step::Class(&LETTERS, 0, 9)]);
static NAME: Schema = Schema::simple("t#Name", Kind::String).min_length(2).max_length(4).pattern(&NAME_PATTERN);
static OTHER: Schema = Schema::simple("t#Other", Kind::String).min_length(1);
static COUNT: Schema = Schema::simple("t#Count", Kind::Short).max(Bound::Integer(9));
static COLOR: Schema = Schema::string_enum("t#Color", Color::VALUES, Color::NAMES);
static NAMES: Schema = Schema::list("t#Names", &[member!("member", NAME)]).min_length(1).max_length(3).unique();
static COLORS: Schema = Schema::list("t#Colors", &[member!("member", COLOR)]);
static SECRETS: Schema = Schema::map("t#Secrets", &[member!("key", SECRET), member!("value", COLOR)]).max_length(2);
static SECRET: Schema = Schema::simple("t#Secret", Kind::String).sensitive();
static PALETTE: Schema = Schema::map("t#Palette", &[member!("key", prelude::STRING), member!("value", COLORS)]);
static MATRIX: Schema = Schema::list("t#Matrix", &[member!("member", COLORS)]);
static SPARSE: Schema = Schema::list("t#Sparse", &[member!("member", NAME)]).sparse();
static THING: Schema = Schema::structure(
    "t#Thing",
    &[
        member!("name", NAME).required(),
        member!("count", COUNT),
        member!("color", COLOR),
        member!("names", NAMES),
        member!("colors", COLORS),
        member!("secrets", SECRETS),
        member!("matrix", MATRIX),
        member!("sparse", SPARSE),
        member!("size", prelude::INTEGER).required().default(DefaultValue::Integer(7)),
        member!("label", prelude::STRING).default(DefaultValue::Str("plain")),
        member!("child", THING),
        member!("blob", prelude::BLOB),
        member!("palette", PALETTE),
    ],
);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name(String);
constrained! { Name(::std::string::String), NAME }

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Other(String);
constrained! { Other(::std::string::String), OTHER }

#[derive(Clone, Copy, PartialEq)]
struct Count(i16);
constrained! { Count(i16), COUNT }

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Color {
    Red,
    Blue,
    Unknown(UnknownValue),
}
string_enum! { Color: COLOR { Red = "RED", Blue = "BLUE" } }

#[derive(Clone, PartialEq)]
struct Names(Vec<Name>);
constrained! { Names(::std::vec::Vec<Name>), NAMES }

#[derive(Clone, PartialEq)]
struct Secrets(BTreeMap<String, Color>);
constrained! { Secrets(::std::collections::BTreeMap<::std::string::String, Color>), SECRETS }

#[derive(Clone)]
struct Thing {
    name: Name,
    count: Option<Count>,
    color: Option<Color>,
    names: Option<Names>,
    colors: Option<Vec<Color>>,
    secrets: Option<Secrets>,
    matrix: Option<Vec<Vec<Color>>>,
    sparse: Option<Vec<Option<Name>>>,
    size: i32,
    label: String,
    child: Option<Box<Thing>>,
    blob: Option<whitesmith_runtime::types::Blob>,
    palette: Option<BTreeMap<String, Vec<Color>>>,
}
structure! {
    Thing: THING { name, count, color, names, colors, secrets, matrix, sparse, size, label, child, blob, palette }
}

struct ThingBuilder<C = ()>(Builder<Thing, C>);
builder! { ThingBuilder: Thing }

/// Setters as generated for a member.
impl<C> ThingBuilder<C> {
    fn name(self, value: impl IntoMember<Name>) -> Self {
        set!(self, Thing.name: value)
    }

    fn set_name(self, value: Option<impl IntoMember<Name>>) -> Self {
        replace!(self, Thing.name: value)
    }

    fn count(self, value: impl IntoMember<Count>) -> Self {
        set!(self, Thing.count: value)
    }

    fn color(self, value: impl IntoMember<Color>) -> Self {
        set!(self, Thing.color: value)
    }

    fn names(self, value: impl IntoMember<Name>) -> Self {
        append!(self, Thing.names: value)
    }

    fn set_names(self, values: Option<impl IntoMember<Names>>) -> Self {
        replace!(self, Thing.names: values)
    }

    fn colors(self, value: impl IntoMember<Color>) -> Self {
        append!(self, Thing.colors: value)
    }

    fn set_colors(self, values: Option<impl IntoMember<Vec<Color>>>) -> Self {
        replace!(self, Thing.colors: values)
    }

    fn secrets(self, key: impl IntoMember<String>, value: impl IntoMember<Color>) -> Self {
        insert!(self, Thing.secrets: key, value)
    }

    fn set_secrets(self, values: Option<impl IntoMember<Secrets>>) -> Self {
        replace!(self, Thing.secrets: values)
    }

    fn set_matrix(self, values: Option<impl IntoMember<Vec<Vec<Color>>>>) -> Self {
        replace!(self, Thing.matrix: values)
    }

    fn sparse(self, value: impl IntoMember<Option<Name>>) -> Self {
        append!(self, Thing.sparse: value)
    }

    fn set_size(self, value: Option<impl IntoMember<i32>>) -> Self {
        replace!(self, Thing.size: value)
    }

    fn child(self, value: impl IntoMember<Box<Thing>>) -> Self {
        set!(self, Thing.child: value)
    }

    fn blob(self, value: impl IntoMember<whitesmith_runtime::types::Blob>) -> Self {
        set!(self, Thing.blob: value)
    }
}

impl<C> ThingBuilder<C> {
    /// A setter whose type is not that of its member.
    fn set_size_as_text(self, value: Option<&str>) -> Self {
        replace!(self, Thing.size: value as String)
    }

    fn palette(self, key: impl IntoMember<String>, value: impl IntoMember<Vec<Color>>) -> Self {
        insert!(self, Thing.palette: key, value)
    }

    fn set_palette(self, values: Option<impl IntoMember<BTreeMap<String, Vec<Color>>>>) -> Self {
        replace!(self, Thing.palette: values)
    }
}

impl ThingBuilder {
    /// Paths and constraints of all violations.
    fn errors(self) -> Vec<String> {
        let error = self.build().expect_err("invalid");
        error.violations().iter().map(|violation| short(&violation.to_string())).collect()
    }
}

fn thing() -> ThingBuilder {
    Thing::builder()
}

/// `Value at '/a' failed to satisfy constraint: Member must be x` as `/a be x`.
fn short(text: &str) -> String {
    let (before, must) = text.split_once(" failed to satisfy constraint: Member must ").expect("a violation");
    let path = before.split_once(" at '").map_or("", |(_, path)| path.trim_end_matches('\''));
    format!("{path} {must}")
}

#[test]
fn setters_convert_values() {
    let child = thing().name("kid").build().expect("valid");
    let built = thing()
        .name("abc".to_owned())
        .count(3)
        .color("RED")
        .names("ab")
        .names(Name::new("cd").expect("valid"))
        .set_colors(Some(["RED", "BLUE"]))
        .set_secrets(Some(HashMap::from([("k", Color::Red)])))
        .secrets("l", "BLUE")
        .set_matrix(Some([vec!["RED"], vec![]]))
        .sparse(Some("xy"))
        .sparse(None::<Name>)
        .child(child.clone())
        .blob(vec![1, 2])
        .build()
        .expect("valid");
    assert_eq!((built.name.as_str(), built.count.map(Count::get)), ("abc", Some(3)));
    assert_eq!(built.color, Some(Color::Red));
    assert_eq!(built.names.map(Names::into_inner).expect("set").len(), 2);
    assert_eq!(built.colors, Some(vec![Color::Red, Color::Blue]));
    let secrets = built.secrets.expect("set").into_inner();
    assert_eq!(secrets, BTreeMap::from([("k".to_owned(), Color::Red), ("l".to_owned(), Color::Blue)]));
    assert_eq!(built.matrix, Some(vec![vec![Color::Red], Vec::new()]));
    assert_eq!(built.sparse, Some(vec![Some(Name("xy".to_owned())), None]));
    assert_eq!(built.child, Some(Box::new(child)));
    assert_eq!(built.blob.as_deref(), Some(&[1, 2][..]));
}

#[test]
fn members_that_are_not_set_are_absent_or_have_their_default() {
    let built = thing().name("ab").build().expect("valid");
    assert_eq!((built.size, built.label.as_str(), built.names), (7, "plain", None));
}

#[test]
fn all_violations_are_reported_missing_members_first() {
    // Both constraints of a text are checked, in any order of the setters.
    let errors = thing().names("x").color("GREEN").count(10).names("123456").errors();
    assert_eq!(
        errors,
        [
            "/name not be null",
            "/count be less than or equal to 9",
            "/color satisfy enum value set: [RED, BLUE]",
            "/names/0 have length between 2 and 4, inclusive",
            "/names/1 have length between 2 and 4, inclusive",
            "/names/1 satisfy regular expression pattern: ^[a-z]*$",
        ]
    );
}

#[test]
fn a_list_is_checked_when_it_is_complete() {
    assert_eq!(thing().name("ab").names("xy").names("xy").errors(), ["/names have unique values"]);
    let errors = thing().name("ab").set_names(Some(["aa", "bb", "cc", "dd"])).errors();
    assert_eq!(errors, ["/names have length between 1 and 3, inclusive"]);
    assert_eq!(thing().name("ab").set_names(Some([""; 0])).errors(), ["/names have length between 1 and 3, inclusive"]);
}

#[test]
fn refused_elements_have_their_place() {
    let errors = thing().name("ab").colors("RED").colors("GREEN").colors("BLUE").colors("PINK").errors();
    assert_eq!(errors.len(), 2);
    assert!(errors[0].starts_with("/colors/1 ") && errors[1].starts_with("/colors/3 "), "{errors:?}");
    let errors = thing().name("ab").set_matrix(Some([["RED", "GREEN"], ["PINK", "RED"]])).errors();
    assert!(errors[0].starts_with("/matrix/0/1 ") && errors[1].starts_with("/matrix/1/0 "), "{errors:?}");
}

#[test]
fn sensitive_keys_are_not_shown() {
    let error = thing().name("ab").secrets("hidden", "GREEN").build().expect_err("invalid");
    assert_eq!(error.violations().iter().next().expect("one").path, "/secrets/*");
    assert!(!format!("{error} {error:?}").contains("hidden"));
    let error = thing().name("ab").set_secrets(Some([("hidden", "GREEN")])).build().expect_err("invalid");
    assert_eq!(error.violations().iter().next().expect("one").path, "/secrets/*");
    assert!(!format!("{error} {error:?}").contains("hidden"));
}

#[test]
fn the_path_of_a_refused_map_value_shows_its_key() {
    assert!(thing().name("ab").set_palette(Some([("a/b", ["GREEN"])])).errors()[0].starts_with("/palette/a~1b/0 "));
    assert!(thing().name("ab").palette("a/b", ["RED", "GREEN"]).errors()[0].starts_with("/palette/a~1b/1 "));
}

#[test]
fn numbers_out_of_range_are_rejected() {
    assert_eq!(thing().name("ab").count(70_000).errors(), ["/count be a number in the range of i16"]);
}

#[test]
fn a_later_value_replaces_a_refused_one() {
    let built = thing().name("ab").color("GREEN").color("RED").build().expect("valid");
    assert_eq!(built.color, Some(Color::Red));
    let built = thing().name("ab").colors("GREEN").set_colors(Some(["RED"])).build().expect("valid");
    assert_eq!(built.colors, Some(vec![Color::Red]));
}

#[test]
fn an_unset_member_has_its_default_or_is_missing() {
    let built = thing().name("ab").set_size(Some(9)).set_size(None::<i32>).build().expect("valid");
    assert_eq!(built.size, 7);
    assert_eq!(thing().name("ab").set_name(None::<&str>).errors(), ["/name not be null"]);
}

#[test]
fn setters_of_another_type_are_refused() {
    for value in [Some("9"), None] {
        let errors = thing().name("ab").set_size(Some(9)).set_size_as_text(value).errors();
        assert_eq!(errors, ["/size be a value of the member's type"], "{value:?}");
    }
}

#[test]
fn values_that_an_enum_does_not_list_can_be_built_on_purpose() {
    let built = thing().name("ab").color(Color::or_unknown("GREEN")).build().expect("valid");
    assert_eq!(built.color.as_ref().map(Color::as_str), Some("GREEN"));
}

#[test]
fn the_error_names_the_structure() {
    let text = thing().build().expect_err("incomplete").to_string();
    assert!(text.starts_with("invalid `Thing`: 1 validation error detected. Value at '/name' "), "{text}");
}

#[test]
fn debug_shows_no_values() {
    assert_eq!(format!("{:?}", thing().color("RED")), r#"ThingBuilder{"color"}"#);
    assert_eq!(Other::new("o").expect("valid").as_str(), "o");
}

static PLAIN: Schema = Schema::structure("t#Plain", &[member!("name", NAME).required(), member!("names", NAMES)]);

/// As with `constraints = "checked"`: the constraints are in the schema only.
#[derive(Clone)]
struct Plain {
    name: String,
    names: Option<Vec<String>>,
}
structure! { Plain: PLAIN { name, names } }

#[test]
fn plain_members_are_checked_by_their_schema() {
    let plain = |name: &str| Plain { name: name.to_owned(), names: Some(vec!["ab".to_owned(), "ab".to_owned()]) };
    let error = whitesmith_runtime::validate(&plain("A")).expect_err("invalid");
    let paths: Vec<&str> = error.iter().map(|violation| violation.path.as_str()).collect();
    assert_eq!(paths, ["/name", "/name", "/names"]);
}

#[cfg(feature = "serde")]
#[test]
fn serde_checks_plain_members() {
    let error = serde_json::from_str::<Plain>(r#"{"name": "A", "names": ["ab", "ab"]}"#).expect_err("invalid");
    assert!(error.to_string().starts_with("3 validation errors detected. Value with length 1 at '/name' "), "{error}");
    assert!(serde_json::from_str::<Plain>(r#"{"name": "ab"}"#).is_ok());
}

static INNER: Schema =
    Schema::structure("t#Inner", &[member!("name", NAME).required(), member!("names", NAMES)]).held();
static OUTER: Schema = Schema::structure("t#Outer", &[member!("inner", INNER)]);

#[derive(Clone)]
struct Inner {
    name: Name,
    names: Option<Names>,
}
structure! { Inner: INNER { name, names } }

struct Outer {
    inner: Option<Inner>,
}
structure! { Outer: OUTER { inner } }

struct OuterBuilder<C = ()>(Builder<Outer, C>);
builder! { OuterBuilder: Outer }

impl<C> OuterBuilder<C> {
    fn inner(self, value: impl IntoMember<Inner>) -> Self {
        set!(self, Outer.inner: value)
    }
}

/// A text of the user's own.
struct Text(&'static str);

impl TryFromValue<Text> for Name {
    fn try_from_value(value: Text) -> Result<Self, Violations> {
        value.0.into_member()
    }
}

/// Paths below `place`, and constraints.
fn found(violations: &Violations, place: &str) -> Vec<(String, Constraint)> {
    let path = |violation: &Violation| violation.path.strip_prefix(place).expect("below").to_owned();
    violations.iter().map(|violation| (path(violation), violation.constraint.clone())).collect()
}

#[test]
fn conversions_outside_of_setters_check_constraints() {
    let name: Name = "ann".into_member().expect("valid");
    let mut inner = Inner { name, names: None };
    // Assignments cannot make a value invalid, so the builder of a structure that contains it does not check it.
    if let Ok(name) = "TOO LONG".into_member() {
        inner.name = name;
    }
    if let Ok(names) = ["a"].into_member() {
        inner.names = Some(names);
    }
    let outer = OuterBuilder::inner(Outer::builder(), inner).build().expect("valid");
    whitesmith_runtime::validate(&outer).expect("valid");
}

#[test]
fn conversions_outside_of_setters_find_what_builders_find() {
    let error = thing().name("ann").set_names(Some(["a", "ann", "ann", "TOO LONG"])).build().expect_err("invalid");
    let of_builder = found(error.violations(), "/names");
    assert_eq!(of_builder.len(), 5, "{of_builder:?}");
    let violations = Names::try_from_value(["a", "ann", "ann", "TOO LONG"]).expect_err("invalid");
    assert_eq!(found(&violations, ""), of_builder);
    let violations = Vec::<Name>::try_from_value(["a", "ann", "ann"]).expect_err("invalid");
    assert_eq!(found(&violations, ""), of_builder[2..3]);
    // Types do not hold the values of enums.
    Secrets::try_from_value([("key", Color::or_unknown("GREEN"))]).expect("valid");
}

#[test]
fn a_list_does_not_keep_the_unused_memory_of_its_vector() {
    let mut values = Vec::with_capacity(1 << 20);
    values.extend(["a".to_owned(), "b".to_owned(), "c".to_owned()]);
    let list = Vec::<String>::try_from_value(values).expect("valid");
    assert!(list.len() == 3 && list.capacity() < 1024, "{}", list.capacity());
}

#[test]
fn conversions_of_user_types_are_reported_as_others() {
    let of_text = thing().names(Text("ann")).names(Text("A")).set_name(Some(Text("TOO LONG"))).build();
    let of_str = thing().names("ann").names("A").set_name(Some("TOO LONG")).build();
    let (of_text, of_str) = (of_text.expect_err("invalid"), of_str.expect_err("invalid"));
    assert_eq!(of_text.violations(), of_str.violations());
}

#[test]
fn an_initial_structure_without_required_members_is_no_proof() {
    let outer = OuterBuilder::inner(Outer::builder(), initial::<Inner>()).build();
    assert_eq!(short(&outer.expect_err("invalid").to_string()), "/inner/name have length between 2 and 4, inclusive");
}

#[test]
fn a_structure_that_was_built_unchecked_is_no_proof() {
    let inner = Builder::<Inner>::new(()).build_unchecked();
    let outer = OuterBuilder::inner(Outer::builder(), inner).build();
    assert_eq!(short(&outer.expect_err("invalid").to_string()), "/inner/name have length between 2 and 4, inclusive");
}
