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
    pub fn text(self, value: impl rt::Given<types::ShortText>) -> Self {
        Self(self.0.set("text", value, |input| &mut input.text))
    }

    /// See [`types::CheckInput::at_least`].
    pub fn at_least(self, value: impl rt::Given<types::AtLeast>) -> Self {
        Self(self.0.set("atLeast", value, |input| &mut input.at_least))
    }

    /// See [`types::CheckInput::id`].
    pub fn id(self, value: impl rt::Given<types::Id>) -> Self {
        Self(self.0.set("id", value, |input| &mut input.id))
    }

    /// See [`types::CheckInput::name`].
    pub fn name(self, value: impl rt::Given<types::NotAllDigits>) -> Self {
        Self(self.0.set("name", value, |input| &mut input.name))
    }

    /// See [`types::CheckInput::percent`].
    pub fn percent(self, value: impl rt::Given<types::Percent>) -> Self {
        Self(self.0.set("percent", value, |input| &mut input.percent))
    }

    /// See [`types::CheckInput::positive`].
    pub fn positive(self, value: impl rt::Given<types::Positive>) -> Self {
        Self(self.0.set("positive", value, |input| &mut input.positive))
    }

    /// See [`types::CheckInput::share`].
    pub fn share(self, value: impl rt::Given<types::Share>) -> Self {
        Self(self.0.set("share", value, |input| &mut input.share))
    }

    /// See [`types::CheckInput::tiny`].
    pub fn tiny(self, value: impl rt::Given<types::Tiny>) -> Self {
        Self(self.0.set("tiny", value, |input| &mut input.tiny))
    }

    /// See [`types::CheckInput::key`].
    pub fn key(self, value: impl rt::Given<types::Key>) -> Self {
        Self(self.0.set("key", value, |input| &mut input.key))
    }

    /// See [`types::CheckInput::ids`].
    pub fn ids(self, value: impl rt::Given<types::Ids>) -> Self {
        Self(self.0.set("ids", value, |input| &mut input.ids))
    }

    /// See [`types::CheckInput::scores`].
    pub fn scores(self, value: impl rt::Given<types::Scores>) -> Self {
        Self(self.0.set("scores", value, |input| &mut input.scores))
    }

    /// See [`types::CheckInput::mood`].
    pub fn mood(self, value: impl rt::Given<types::Mood>) -> Self {
        Self(self.0.set("mood", value, |input| &mut input.mood))
    }

    /// See [`types::CheckInput::nested`].
    pub fn nested(self, value: impl rt::Given<types::Nested>) -> Self {
        Self(self.0.set("nested", value, |input| &mut input.nested))
    }

    /// See [`types::CheckInput::list`].
    pub fn list(self, value: impl rt::Given<::std::vec::Vec<types::Nested>>) -> Self {
        Self(self.0.set("list", value, |input| &mut input.list))
    }

    /// See [`types::CheckInput::either`].
    pub fn either(self, value: impl rt::Given<types::Either>) -> Self {
        Self(self.0.set("either", value, |input| &mut input.either))
    }

    /// See [`types::CheckInput::own`].
    pub fn own(self, value: impl rt::Given<types::CheckInputOwn>) -> Self {
        Self(self.0.set("own", value, |input| &mut input.own))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::CheckInput) -> Self {
        Self(self.0.with_input(input))
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
