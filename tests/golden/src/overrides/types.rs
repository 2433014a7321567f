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
        rt::builder::initial()
    }
}

rt::structure! {
    PutInput, super::schema::PUT_INPUT, codes = 0, scores = 1, old = 2, rank = 3,
    settings = 4, count = 5
}

/// Builder of [`PutInput`].
#[must_use]
pub struct PutInputBuilder<C = ()>(pub(super) rt::Builder<PutInput, C>);

rt::builder!(PutInputBuilder, PutInput);

impl<C> PutInputBuilder<C> {
    /// Adds an element to [`codes`](PutInput::codes).
    pub fn codes(self, element: impl rt::IntoMember<CodesMember>) -> Self {
        rt::append!(self, codes, element)
    }

    /// Replaces or unsets [`codes`](PutInput::codes).
    pub fn set_codes(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::vec::Vec<CodesMember>>>,
    ) -> Self {
        rt::replace!(self, codes, value)
    }

    /// Adds an entry to [`scores`](PutInput::scores).
    pub fn scores(
        self,
        key: impl rt::IntoMember<ScoresKey>,
        value: impl rt::IntoMember<ScoresValue>,
    ) -> Self {
        rt::insert!(self, scores, key, value)
    }

    /// Replaces or unsets [`scores`](PutInput::scores).
    pub fn set_scores(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::collections::BTreeMap<ScoresKey, ScoresValue>>,
        >,
    ) -> Self {
        rt::replace!(self, scores, value)
    }

    /// See [`old`](PutInput::old).
    pub fn old(self, value: impl rt::IntoMember<Old>) -> Self {
        rt::set!(self, old, value)
    }

    /// Replaces or unsets [`old`](PutInput::old).
    pub fn set_old(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Old>>,
    ) -> Self {
        rt::replace!(self, old, value)
    }

    /// See [`rank`](PutInput::rank).
    pub fn rank(self, value: impl rt::IntoMember<Rank>) -> Self {
        rt::set!(self, rank, value)
    }

    /// Replaces or unsets [`rank`](PutInput::rank).
    pub fn set_rank(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Rank>>,
    ) -> Self {
        rt::replace!(self, rank, value)
    }

    /// See [`settings`](PutInput::settings).
    pub fn settings(self, value: impl rt::IntoMember<Settings>) -> Self {
        rt::set!(self, settings, value)
    }

    /// Replaces or unsets [`settings`](PutInput::settings).
    pub fn set_settings(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Settings>>,
    ) -> Self {
        rt::replace!(self, settings, value)
    }

    /// See [`count`](PutInput::count).
    pub fn count(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, count, value)
    }

    /// Replaces or unsets [`count`](PutInput::count).
    pub fn set_count(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, count, value)
    }
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

/// Builder of [`SealInput`].
#[must_use]
pub struct SealInputBuilder<C = ()>(pub(super) rt::Builder<SealInput, C>);

rt::builder!(SealInputBuilder, SealInput);

impl<C> SealInputBuilder<C> {
    /// See [`algorithm`](SealInput::algorithm).
    pub fn algorithm(self, value: impl rt::IntoMember<Algorithm>) -> Self {
        rt::set!(self, algorithm, value)
    }

    /// Replaces or unsets [`algorithm`](SealInput::algorithm).
    pub fn set_algorithm(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Algorithm>>,
    ) -> Self {
        rt::replace!(self, algorithm, value)
    }

    /// See [`sum`](SealInput::sum).
    pub fn sum(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, sum, value)
    }

    /// Replaces or unsets [`sum`](SealInput::sum).
    pub fn set_sum(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, sum, value)
    }

    /// See [`text`](SealInput::text).
    pub fn text(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, text, value)
    }

    /// Replaces or unsets [`text`](SealInput::text).
    pub fn set_text(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, text, value)
    }
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
        rt::builder::initial()
    }
}

rt::structure! {
    Settings, super::schema::SETTINGS, text = 0, bytes = 1, factor = 2, rank = 3
}

/// Builder of [`Settings`].
#[must_use]
pub struct SettingsBuilder<C = ()>(pub(super) rt::Builder<Settings, C>);

rt::builder!(SettingsBuilder, Settings);

impl<C> SettingsBuilder<C> {
    /// See [`text`](Settings::text).
    pub fn text(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, text, value)
    }

    /// Replaces or unsets [`text`](Settings::text).
    pub fn set_text(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, text, value)
    }

    /// See [`bytes`](Settings::bytes).
    pub fn bytes(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, bytes, value)
    }

    /// Replaces or unsets [`bytes`](Settings::bytes).
    pub fn set_bytes(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, bytes, value)
    }

    /// See [`factor`](Settings::factor).
    pub fn factor(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, factor, value)
    }

    /// Replaces or unsets [`factor`](Settings::factor).
    pub fn set_factor(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, factor, value)
    }

    /// See [`rank`](Settings::rank).
    pub fn rank(self, value: impl rt::IntoMember<Rank>) -> Self {
        rt::set!(self, rank, value)
    }

    /// Replaces or unsets [`rank`](Settings::rank).
    pub fn set_rank(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Rank>>,
    ) -> Self {
        rt::replace!(self, rank, value)
    }
}

/// The input of `Enter`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EnterInput {}

rt::structure! {
    EnterInput, rt::schema::prelude::UNIT,
}

/// Builder of [`EnterInput`].
#[must_use]
pub struct EnterInputBuilder<C = ()>(pub(super) rt::Builder<EnterInput, C>);

rt::builder!(EnterInputBuilder, EnterInput);

/// The output of `Enter`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct EnterOutput {}

rt::structure! {
    EnterOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`EnterOutput`].
#[must_use]
pub struct EnterOutputBuilder<C = ()>(pub(super) rt::Builder<EnterOutput, C>);

rt::builder!(EnterOutputBuilder, EnterOutput);

/// The input of `Knock`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KnockInput {}

rt::structure! {
    KnockInput, rt::schema::prelude::UNIT,
}

/// Builder of [`KnockInput`].
#[must_use]
pub struct KnockInputBuilder<C = ()>(pub(super) rt::Builder<KnockInput, C>);

rt::builder!(KnockInputBuilder, KnockInput);

/// The output of `Knock`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KnockOutput {}

rt::structure! {
    KnockOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`KnockOutput`].
#[must_use]
pub struct KnockOutputBuilder<C = ()>(pub(super) rt::Builder<KnockOutput, C>);

rt::builder!(KnockOutputBuilder, KnockOutput);

/// The input of `Look`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookInput {}

rt::structure! {
    LookInput, rt::schema::prelude::UNIT,
}

/// Builder of [`LookInput`].
#[must_use]
pub struct LookInputBuilder<C = ()>(pub(super) rt::Builder<LookInput, C>);

rt::builder!(LookInputBuilder, LookInput);

/// The output of `Look`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookOutput {}

rt::structure! {
    LookOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`LookOutput`].
#[must_use]
pub struct LookOutputBuilder<C = ()>(pub(super) rt::Builder<LookOutput, C>);

rt::builder!(LookOutputBuilder, LookOutput);

/// The output of `Put`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct PutOutput {}

rt::structure! {
    PutOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`PutOutput`].
#[must_use]
pub struct PutOutputBuilder<C = ()>(pub(super) rt::Builder<PutOutput, C>);

rt::builder!(PutOutputBuilder, PutOutput);

/// The output of `Seal`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SealOutput {}

rt::structure! {
    SealOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`SealOutput`].
#[must_use]
pub struct SealOutputBuilder<C = ()>(pub(super) rt::Builder<SealOutput, C>);

rt::builder!(SealOutputBuilder, SealOutput);

/// The input of `Whisper`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WhisperInput {}

rt::structure! {
    WhisperInput, rt::schema::prelude::UNIT,
}

/// Builder of [`WhisperInput`].
#[must_use]
pub struct WhisperInputBuilder<C = ()>(pub(super) rt::Builder<WhisperInput, C>);

rt::builder!(WhisperInputBuilder, WhisperInput);

/// The output of `Whisper`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WhisperOutput {}

rt::structure! {
    WhisperOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`WhisperOutput`].
#[must_use]
pub struct WhisperOutputBuilder<C = ()>(pub(super) rt::Builder<WhisperOutput, C>);

rt::builder!(WhisperOutputBuilder, WhisperOutput);
