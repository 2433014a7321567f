// Written by whitesmith from cases/overrides.smithy. Edits are lost: change the model, and generate again.

//! The client of `Overrides`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `Overrides`. Cheap to clone.
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

    /// Takes everything.
    pub fn put(&self) -> Put {
        Put(rt::client::Call::new(&self.0))
    }
}

/// A call of `Put` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Put(rt::client::Call<operations::Put>);

impl Put {
    /// See [`types::PutInput::codes`].
    pub fn codes(
        self,
        value: impl ::std::convert::TryInto<
            ::std::vec::Vec<types::CodesMember>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    0,
                    value,
                    |input, value| input.codes = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::PutInput::scores`].
    pub fn scores(
        self,
        value: impl ::std::convert::TryInto<
            ::std::collections::BTreeMap<types::ScoresKey, types::ScoresValue>,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    1,
                    value,
                    |input, value| input.scores = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::PutInput::old`].
    pub fn old(
        self,
        value: impl ::std::convert::TryInto<
            types::Old,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    2,
                    value,
                    |input, value| input.old = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::PutInput::rank`].
    pub fn rank(
        self,
        value: impl ::std::convert::TryInto<
            types::Rank,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    3,
                    value,
                    |input, value| input.rank = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::PutInput::settings`].
    pub fn settings(
        self,
        value: impl ::std::convert::TryInto<
            types::Settings,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    4,
                    value,
                    |input, value| input.settings = ::std::option::Option::Some(value),
                ),
        )
    }

    /// See [`types::PutInput::count`].
    pub fn count(
        self,
        value: impl ::std::convert::TryInto<
            i32,
            Error: ::std::convert::Into<rt::constraint::Violation>,
        >,
    ) -> Self {
        Self(self.0.set(5, value, |input, value| input.count = value))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::PutOutput, rt::client::Error<errors::PutError>> {
        self.0.send().await
    }
}
