// Written by whitesmith from cases/overrides.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Overrides`.

use ::whitesmith_runtime as rt;

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Ways to make a checksum.
pub enum Algorithm {
    /// `CRC32`
    Crc32,
    /// `SHA1`
    Sha1,
    /// `SHA256`
    Sha256,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Algorithm, super::schema::ALGORITHM, Crc32 = "CRC32", Sha1 = "SHA1", Sha256 =
    "SHA256"
}

/// A code.
///
/// Length: at most 10
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Code(::std::string::String);

impl Code {
    /// The greatest length.
    pub const MAX_LENGTH: usize = 10;
}

rt::constrained! {
    Code(::std::string::String), super::schema::CODE
}

/// Three capitals.
///
/// Length: at most 10
///
/// Pattern: `^[A-Z]{3}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct CodesMember(::std::string::String);

impl CodesMember {
    /// The greatest length.
    pub const MAX_LENGTH: usize = 10;

    /// What every value matches.
    pub const PATTERN: &'static str = "^[A-Z]{3}$";
}

rt::constrained! {
    CodesMember(::std::string::String), super::schema::CODES_MEMBER
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Values that 1.0 listed in a trait.
pub enum Old {
    /// `up`
    Up,
    /// To the left.
    LeftHanded,
    /// `secret`
    Secret,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Old, super::schema::OLD, Up = "up", LeftHanded = "left-handed", Secret = "secret"
}

/// The model's `PutInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct PutInput {
    /// Codes of a narrower kind.
    pub codes: ::std::option::Option<::std::vec::Vec<CodesMember>>,
    /// Scores of a narrower kind.
    pub scores: ::std::option::Option<
        ::std::collections::BTreeMap<ScoresKey, ScoresValue>,
    >,
    /// One of the old kind of enums.
    pub old: ::std::option::Option<Old>,
    /// One of an enum with a value that is not for everyone.
    pub rank: ::std::option::Option<Rank>,
    /// What has defaults.
    pub settings: ::std::option::Option<Settings>,
    /// How many; the service knows what is usual.
    pub count: i32,
}

impl ::std::default::Default for PutInput {
    fn default() -> Self {
        Self {
            codes: ::std::option::Option::None,
            scores: ::std::option::Option::None,
            old: ::std::option::Option::None,
            rank: ::std::option::Option::None,
            settings: ::std::option::Option::None,
            count: 3,
        }
    }
}

rt::structure! {
    PutInput, super::schema::PUT_INPUT, codes = 0, scores = 1, old = 2, rank = 3,
    settings = 4, count = 5
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Ranks.
pub enum Rank {
    /// The usual one.
    First,
    /// Ours.
    Last,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Rank, super::schema::RANK, First = "first", Last = "last"
}

/// A name that is not too short.
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
pub struct ScoresKey(::std::string::String);

impl ScoresKey {
    /// The least length.
    pub const MIN_LENGTH: usize = 2;
}

rt::constrained! {
    ScoresKey(::std::string::String), super::schema::SCORES_KEY
}

/// A score that is not too high.
///
/// Range: at most 5
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct ScoresValue(i32);

impl ScoresValue {
    /// The greatest value.
    pub const MAX: i32 = 5;
}

rt::constrained! {
    ScoresValue(i32), super::schema::SCORES_VALUE
}

/// The model's `SealInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SealInput {
    /// How the checksum is made.
    pub algorithm: ::std::option::Option<Algorithm>,
    /// A checksum that was made before.
    pub sum: ::std::option::Option<::std::string::String>,
    /// The text.
    pub text: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    SealInput, super::schema::SEAL_INPUT, algorithm = 0, sum = 1, text = 2
}

/// Defaults of all kinds.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Settings {
    /// Text in base64.
    pub text: ::whitesmith_runtime::types::Blob,
    /// Bytes that are no text.
    pub bytes: ::whitesmith_runtime::types::Blob,
    /// Clients may leave it out.
    pub factor: ::std::option::Option<i32>,
    /// An enum's.
    pub rank: Rank,
}

impl ::std::default::Default for Settings {
    fn default() -> Self {
        Self {
            text: ::std::convert::Into::into("abc"),
            bytes: ::std::convert::Into::into(&b"\0\xFF"[..]),
            factor: ::std::option::Option::None,
            rank: Rank::First,
        }
    }
}

rt::structure! {
    Settings, super::schema::SETTINGS, text = 0, bytes = 1, factor = 2, rank = 3
}

/// The input of `Enter`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EnterInput {}

rt::structure! {
    EnterInput, rt::schema::prelude::UNIT,
}

/// The output of `Enter`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EnterOutput {}

rt::structure! {
    EnterOutput, rt::schema::prelude::UNIT,
}

/// The input of `Knock`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KnockInput {}

rt::structure! {
    KnockInput, rt::schema::prelude::UNIT,
}

/// The output of `Knock`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KnockOutput {}

rt::structure! {
    KnockOutput, rt::schema::prelude::UNIT,
}

/// The input of `Look`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookInput {}

rt::structure! {
    LookInput, rt::schema::prelude::UNIT,
}

/// The output of `Look`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookOutput {}

rt::structure! {
    LookOutput, rt::schema::prelude::UNIT,
}

/// The output of `Put`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct PutOutput {}

rt::structure! {
    PutOutput, rt::schema::prelude::UNIT,
}

/// The output of `Seal`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SealOutput {}

rt::structure! {
    SealOutput, rt::schema::prelude::UNIT,
}

/// The input of `Whisper`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WhisperInput {}

rt::structure! {
    WhisperInput, rt::schema::prelude::UNIT,
}

/// The output of `Whisper`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WhisperOutput {}

rt::structure! {
    WhisperOutput, rt::schema::prelude::UNIT,
}
