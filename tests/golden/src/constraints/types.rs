// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Constraints`.

use ::whitesmith_runtime as rt;

/// The model's `AtLeast`.
///
/// Length: at least 2
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct AtLeast(::std::string::String);

impl AtLeast {
    /// The least length.
    pub const MIN_LENGTH: usize = 2;
}

rt::constrained! {
    AtLeast(::std::string::String), super::schema::AT_LEAST
}

/// The member `own` of `CheckInput`.
///
/// Length: at most 2
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct CheckInputOwn(::std::string::String);

impl CheckInputOwn {
    /// The greatest length.
    pub const MAX_LENGTH: usize = 2;
}

rt::constrained! {
    CheckInputOwn(::std::string::String), super::schema::CHECK_INPUT_OWN
}

/// The model's `CheckInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CheckInput {
    /// The member `text`.
    pub text: ::std::option::Option<ShortText>,
    /// The member `atLeast`.
    pub at_least: ::std::option::Option<AtLeast>,
    /// An identifier.
    pub id: Id,
    /// The member `name`.
    pub name: ::std::option::Option<NotAllDigits>,
    /// The member `percent`.
    pub percent: ::std::option::Option<Percent>,
    /// The member `positive`.
    pub positive: ::std::option::Option<Positive>,
    /// The member `share`.
    pub share: ::std::option::Option<Share>,
    /// The member `tiny`.
    pub tiny: ::std::option::Option<Tiny>,
    /// The member `key`.
    pub key: ::std::option::Option<Key>,
    /// The member `ids`.
    pub ids: ::std::option::Option<Ids>,
    /// The member `scores`.
    pub scores: ::std::option::Option<Scores>,
    /// The member `mood`.
    pub mood: ::std::option::Option<Mood>,
    /// The member `nested`.
    pub nested: ::std::option::Option<Nested>,
    /// The member `list`.
    pub list: ::std::option::Option<::std::vec::Vec<Nested>>,
    /// The member `either`.
    pub either: ::std::option::Option<Either>,
    /// The member `own`.
    pub own: ::std::option::Option<CheckInputOwn>,
}

impl CheckInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(id: impl ::std::convert::Into<Id>) -> Self {
        Self {
            text: ::std::option::Option::None,
            at_least: ::std::option::Option::None,
            id: ::std::convert::Into::into(id),
            name: ::std::option::Option::None,
            percent: ::std::option::Option::None,
            positive: ::std::option::Option::None,
            share: ::std::option::Option::None,
            tiny: ::std::option::Option::None,
            key: ::std::option::Option::None,
            ids: ::std::option::Option::None,
            scores: ::std::option::Option::None,
            mood: ::std::option::Option::None,
            nested: ::std::option::Option::None,
            list: ::std::option::Option::None,
            either: ::std::option::Option::None,
            own: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    CheckInput, super::schema::CHECK_INPUT, text = 0, at_least = 1, id = 2, name = 3,
    percent = 4, positive = 5, share = 6, tiny = 7, key = 8, ids = 9, scores = 10, mood =
    11, nested = 12, list = 13, either = 14, own = 15
}

/// The model's `Either`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub enum Either {
    /// An identifier.
    Id(Id),
    /// The member `nested`.
    Nested(Nested),
    /// A variant that the model does not list. Only a message can hold it.
    Unknown(rt::types::UnknownVariant),
}

rt::union! {
    Either, super::schema::EITHER, Id = 0, Nested = 1
}

/// An identifier.
///
/// Pattern: `^id-[0-9a-f]{4}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Id(::std::string::String);

impl Id {
    /// What every value matches.
    pub const PATTERN: &'static str = "^id-[0-9a-f]{4}$";
}

rt::constrained! {
    Id(::std::string::String), super::schema::ID
}

/// The model's `Ids`.
///
/// Length: at most 3
///
/// No two elements are equal.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Ids(::std::vec::Vec<Id>);

impl Ids {
    /// The greatest length.
    pub const MAX_LENGTH: usize = 3;
}

rt::constrained! {
    Ids(::std::vec::Vec < Id >), super::schema::IDS
}

/// The model's `Key`.
///
/// Length: 1 to 4
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Key(::whitesmith_runtime::types::Blob);

impl Key {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 4;
}

rt::constrained! {
    Key(::whitesmith_runtime::types::Blob), super::schema::KEY
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// The model's `Mood`.
pub enum Mood {
    /// `good`
    Good,
    /// `bad`
    Bad,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Mood, super::schema::MOOD, Good = "good", Bad = "bad"
}

/// The model's `Nested`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Nested {
    /// An identifier.
    pub id: Id,
    /// The member `again`.
    pub again: ::std::option::Option<::std::boxed::Box<Nested>>,
}

impl Nested {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(id: impl ::std::convert::Into<Id>) -> Self {
        Self {
            id: ::std::convert::Into::into(id),
            again: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    Nested, super::schema::NESTED, id = 0, again = 1
}

/// The model's `NotAllDigits`.
///
/// Length: at most 8
///
/// Pattern: `^(?=.*[a-z])[a-z0-9]+$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct NotAllDigits(::std::string::String);

impl NotAllDigits {
    /// The greatest length.
    pub const MAX_LENGTH: usize = 8;

    /// What every value matches.
    pub const PATTERN: &'static str = "^(?=.*[a-z])[a-z0-9]+$";
}

rt::constrained! {
    NotAllDigits(::std::string::String), super::schema::NOT_ALL_DIGITS
}

/// The model's `Percent`.
///
/// Range: 0 to 100
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Percent(i32);

impl Percent {
    /// The least value.
    pub const MIN: i32 = 0;

    /// The greatest value.
    pub const MAX: i32 = 100;
}

rt::constrained! {
    Percent(i32), super::schema::PERCENT
}

/// The model's `Positive`.
///
/// Range: at least 1
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Positive(i64);

impl Positive {
    /// The least value.
    pub const MIN: i64 = 1;
}

rt::constrained! {
    Positive(i64), super::schema::POSITIVE
}

/// The model's `Scores`.
///
/// Length: 1 to 2
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Scores(::std::collections::BTreeMap<Id, Percent>);

impl Scores {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 2;
}

rt::constrained! {
    Scores(::std::collections::BTreeMap < Id, Percent >), super::schema::SCORES
}

/// The model's `Share`.
///
/// Range: -0.5 to 0.5
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::PartialOrd
)]
pub struct Share(f64);

impl Share {
    /// The least value.
    pub const MIN: f64 = -0.5;

    /// The greatest value.
    pub const MAX: f64 = 0.5;
}

rt::constrained! {
    Share(f64), super::schema::SHARE
}

/// The model's `ShortText`.
///
/// Length: 2 to 4
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct ShortText(::std::string::String);

impl ShortText {
    /// The least length.
    pub const MIN_LENGTH: usize = 2;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 4;
}

rt::constrained! {
    ShortText(::std::string::String), super::schema::SHORT_TEXT
}

/// The model's `Tiny`.
///
/// Range: at most 3
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Tiny(i8);

impl Tiny {
    /// The greatest value.
    pub const MAX: i8 = 3;
}

rt::constrained! {
    Tiny(i8), super::schema::TINY
}

/// The output of `Check`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CheckOutput {}

rt::structure! {
    CheckOutput, rt::schema::prelude::UNIT,
}
