// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Constraints`.

use ::whitesmith_runtime as rt;

/// The model's `CheckInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CheckInput {
    /// The member `text`.
    ///
    /// Length: 2 to 4
    pub text: ::std::option::Option<::std::string::String>,
    /// The member `atLeast`.
    ///
    /// Length: at least 2
    pub at_least: ::std::option::Option<::std::string::String>,
    /// An identifier.
    ///
    /// Pattern: `^id-[0-9a-f]{4}$`
    pub id: ::std::string::String,
    /// The member `name`.
    ///
    /// Length: at most 8
    ///
    /// Pattern: `^(?=.*[a-z])[a-z0-9]+$`
    pub name: ::std::option::Option<::std::string::String>,
    /// The member `percent`.
    ///
    /// Range: 0 to 100
    pub percent: ::std::option::Option<i32>,
    /// The member `positive`.
    ///
    /// Range: at least 1
    pub positive: ::std::option::Option<i64>,
    /// The member `share`.
    ///
    /// Range: -0.5 to 0.5
    pub share: ::std::option::Option<f64>,
    /// The member `tiny`.
    ///
    /// Range: at most 3
    pub tiny: ::std::option::Option<i8>,
    /// The member `key`.
    ///
    /// Length: 1 to 4
    pub key: ::std::option::Option<::whitesmith_runtime::types::Blob>,
    /// The member `ids`.
    ///
    /// Length: at most 3
    ///
    /// No two elements are equal.
    pub ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The member `scores`.
    ///
    /// Length: 1 to 2
    pub scores: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, i32>,
    >,
    /// The member `mood`.
    pub mood: ::std::option::Option<Mood>,
    /// The member `nested`.
    pub nested: ::std::option::Option<Nested>,
    /// The member `list`.
    pub list: ::std::option::Option<::std::vec::Vec<Nested>>,
    /// The member `either`.
    pub either: ::std::option::Option<Either>,
    /// The member `own`.
    ///
    /// Length: at most 2
    pub own: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    CheckInput, super::schema::CHECK_INPUT, text = 0, at_least = 1, id = 2, name = 3,
    percent = 4, positive = 5, share = 6, tiny = 7, key = 8, ids = 9, scores = 10, mood =
    11, nested = 12, list = 13, either = 14, own = 15
}

/// Builder of [`CheckInput`].
#[must_use]
pub struct CheckInputBuilder<C = ()>(pub(super) rt::Builder<CheckInput, C>);

rt::builder!(CheckInputBuilder, CheckInput);

impl<C> CheckInputBuilder<C> {
    /// See [`text`](CheckInput::text).
    pub fn text(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, text, value)
    }

    /// Replaces or unsets [`text`](CheckInput::text).
    pub fn set_text(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, text, value)
    }

    /// See [`at_least`](CheckInput::at_least).
    pub fn at_least(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, at_least, value)
    }

    /// Replaces or unsets [`at_least`](CheckInput::at_least).
    pub fn set_at_least(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, at_least, value)
    }

    /// See [`id`](CheckInput::id).
    pub fn id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, id, value)
    }

    /// Replaces or unsets [`id`](CheckInput::id).
    pub fn set_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, id, value)
    }

    /// See [`name`](CheckInput::name).
    pub fn name(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](CheckInput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`percent`](CheckInput::percent).
    pub fn percent(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, percent, value)
    }

    /// Replaces or unsets [`percent`](CheckInput::percent).
    pub fn set_percent(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, percent, value)
    }

    /// See [`positive`](CheckInput::positive).
    pub fn positive(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, positive, value)
    }

    /// Replaces or unsets [`positive`](CheckInput::positive).
    pub fn set_positive(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, positive, value)
    }

    /// See [`share`](CheckInput::share).
    pub fn share(self, value: impl rt::IntoMember<f64>) -> Self {
        rt::set!(self, share, value)
    }

    /// Replaces or unsets [`share`](CheckInput::share).
    pub fn set_share(
        self,
        value: ::std::option::Option<impl rt::IntoMember<f64>>,
    ) -> Self {
        rt::replace!(self, share, value)
    }

    /// See [`tiny`](CheckInput::tiny).
    pub fn tiny(self, value: impl rt::IntoMember<i8>) -> Self {
        rt::set!(self, tiny, value)
    }

    /// Replaces or unsets [`tiny`](CheckInput::tiny).
    pub fn set_tiny(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i8>>,
    ) -> Self {
        rt::replace!(self, tiny, value)
    }

    /// See [`key`](CheckInput::key).
    pub fn key(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
    ) -> Self {
        rt::set!(self, key, value)
    }

    /// Replaces or unsets [`key`](CheckInput::key).
    pub fn set_key(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Blob>,
        >,
    ) -> Self {
        rt::replace!(self, key, value)
    }

    /// Adds an element to [`ids`](CheckInput::ids).
    pub fn ids(self, element: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::append!(self, ids, element)
    }

    /// Replaces or unsets [`ids`](CheckInput::ids).
    pub fn set_ids(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        rt::replace!(self, ids, value)
    }

    /// Adds an entry to [`scores`](CheckInput::scores).
    pub fn scores(
        self,
        key: impl rt::IntoMember<::std::string::String>,
        value: impl rt::IntoMember<i32>,
    ) -> Self {
        rt::insert!(self, scores, key, value)
    }

    /// Replaces or unsets [`scores`](CheckInput::scores).
    pub fn set_scores(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::collections::BTreeMap<::std::string::String, i32>>,
        >,
    ) -> Self {
        rt::replace!(self, scores, value)
    }

    /// See [`mood`](CheckInput::mood).
    pub fn mood(self, value: impl rt::IntoMember<Mood>) -> Self {
        rt::set!(self, mood, value)
    }

    /// Replaces or unsets [`mood`](CheckInput::mood).
    pub fn set_mood(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Mood>>,
    ) -> Self {
        rt::replace!(self, mood, value)
    }

    /// See [`nested`](CheckInput::nested).
    pub fn nested(self, value: impl rt::IntoMember<Nested>) -> Self {
        rt::set!(self, nested, value)
    }

    /// Replaces or unsets [`nested`](CheckInput::nested).
    pub fn set_nested(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Nested>>,
    ) -> Self {
        rt::replace!(self, nested, value)
    }

    /// Adds an element to [`list`](CheckInput::list).
    pub fn list(self, element: impl rt::IntoMember<Nested>) -> Self {
        rt::append!(self, list, element)
    }

    /// Replaces or unsets [`list`](CheckInput::list).
    pub fn set_list(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::vec::Vec<Nested>>>,
    ) -> Self {
        rt::replace!(self, list, value)
    }

    /// See [`either`](CheckInput::either).
    pub fn either(self, value: impl rt::IntoMember<Either>) -> Self {
        rt::set!(self, either, value)
    }

    /// Replaces or unsets [`either`](CheckInput::either).
    pub fn set_either(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Either>>,
    ) -> Self {
        rt::replace!(self, either, value)
    }

    /// See [`own`](CheckInput::own).
    pub fn own(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, own, value)
    }

    /// Replaces or unsets [`own`](CheckInput::own).
    pub fn set_own(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, own, value)
    }
}

/// The model's `Either`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub enum Either {
    /// An identifier.
    ///
    /// Pattern: `^id-[0-9a-f]{4}$`
    Id(::std::string::String),
    /// The member `nested`.
    Nested(Nested),
    /// A variant that the model does not list. Only a message can hold it.
    Unknown(rt::types::UnknownVariant),
}

rt::union! {
    Either, super::schema::EITHER, Id = 0, Nested = 1
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
    ///
    /// Pattern: `^id-[0-9a-f]{4}$`
    pub id: ::std::string::String,
    /// The member `again`.
    pub again: ::std::option::Option<::std::boxed::Box<Nested>>,
}

rt::structure! {
    Nested, super::schema::NESTED, id = 0, again = 1
}

/// Builder of [`Nested`].
#[must_use]
pub struct NestedBuilder<C = ()>(pub(super) rt::Builder<Nested, C>);

rt::builder!(NestedBuilder, Nested);

impl<C> NestedBuilder<C> {
    /// See [`id`](Nested::id).
    pub fn id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, id, value)
    }

    /// Replaces or unsets [`id`](Nested::id).
    pub fn set_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, id, value)
    }

    /// See [`again`](Nested::again).
    pub fn again(self, value: impl rt::IntoMember<::std::boxed::Box<Nested>>) -> Self {
        rt::set!(self, again, value)
    }

    /// Replaces or unsets [`again`](Nested::again).
    pub fn set_again(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::boxed::Box<Nested>>>,
    ) -> Self {
        rt::replace!(self, again, value)
    }
}

/// The output of `Check`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CheckOutput {}

rt::structure! {
    CheckOutput, rt::schema::prelude::UNIT,
}

/// Builder of [`CheckOutput`].
#[must_use]
pub struct CheckOutputBuilder<C = ()>(pub(super) rt::Builder<CheckOutput, C>);

rt::builder!(CheckOutputBuilder, CheckOutput);
