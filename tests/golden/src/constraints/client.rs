// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! The client of `Constraints`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `Constraints`. Cheap to clone.
#[derive(::std::clone::Clone, ::std::fmt::Debug)]
pub struct Client(rt::client::Client);

impl Client {
    /// A client with region, credentials and endpoint from the environment.
    ///
    /// # Errors
    /// When the environment does not say enough.
    pub async fn from_env() -> ::std::result::Result<Self, rt::client::ConfigError> {
        ::std::result::Result::Ok(Self::new(rt::client::Config::from_env().await?))
    }

    /// A client with the given configuration.
    pub fn new(config: rt::client::Config) -> Self {
        Self(rt::client::Client::new(&schema::SERVICE, config))
    }

    /// Calls `Check`.
    pub fn check(&self) -> Check {
        Check(rt::client::Call::new(&self.0))
    }
}

/// A call of `Check` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Check(rt::client::Call<operations::Check>);

impl Check {
    /// See [`types::CheckInput::text`].
    pub fn text(
        self,
        value: impl ::std::convert::TryInto<
            types::ShortText,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.text = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::at_least`].
    pub fn at_least(
        self,
        value: impl ::std::convert::TryInto<
            types::AtLeast,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    1,
                    value,
                    |input, value| input.at_least = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::id`].
    pub fn id(
        self,
        value: impl ::std::convert::TryInto<
            types::Id,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(2, value, |input, value| input.id = value))
    }

    /// See [`types::CheckInput::name`].
    pub fn name(
        self,
        value: impl ::std::convert::TryInto<
            types::NotAllDigits,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    3,
                    value,
                    |input, value| input.name = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::percent`].
    pub fn percent(
        self,
        value: impl ::std::convert::TryInto<
            types::Percent,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    4,
                    value,
                    |input, value| input.percent = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::positive`].
    pub fn positive(
        self,
        value: impl ::std::convert::TryInto<
            types::Positive,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    5,
                    value,
                    |input, value| input.positive = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::share`].
    pub fn share(
        self,
        value: impl ::std::convert::TryInto<
            types::Share,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    6,
                    value,
                    |input, value| input.share = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::tiny`].
    pub fn tiny(
        self,
        value: impl ::std::convert::TryInto<
            types::Tiny,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    7,
                    value,
                    |input, value| input.tiny = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::key`].
    pub fn key(
        self,
        value: impl ::std::convert::TryInto<
            types::Key,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    8,
                    value,
                    |input, value| input.key = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::ids`].
    pub fn ids(
        self,
        value: impl ::std::convert::TryInto<
            types::Ids,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    9,
                    value,
                    |input, value| input.ids = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::scores`].
    pub fn scores(
        self,
        value: impl ::std::convert::TryInto<
            types::Scores,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    10,
                    value,
                    |input, value| input.scores = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::mood`].
    pub fn mood(
        self,
        value: impl ::std::convert::TryInto<
            types::Mood,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    11,
                    value,
                    |input, value| input.mood = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::nested`].
    pub fn nested(
        self,
        value: impl ::std::convert::TryInto<
            types::Nested,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    12,
                    value,
                    |input, value| input.nested = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::list`].
    pub fn list(
        self,
        value: impl ::std::convert::TryInto<
            ::std::vec::Vec<types::Nested>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    13,
                    value,
                    |input, value| input.list = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::either`].
    pub fn either(
        self,
        value: impl ::std::convert::TryInto<
            types::Either,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    14,
                    value,
                    |input, value| input.either = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::CheckInput::own`].
    pub fn own(
        self,
        value: impl ::std::convert::TryInto<
            types::CheckInputOwn,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    15,
                    value,
                    |input, value| input.own = ::std::option::Option::Some(value),
                ),
        )
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::CheckOutput,
        rt::client::Error<errors::CheckError>,
    > {
        self.0.send().await
    }
}
