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

    /// By name and password alone.
    pub fn enter(&self) -> Enter {
        Enter(rt::client::Call::new(&self.0))
    }

    /// Nobody needs to say who it is.
    pub fn knock(&self) -> Knock {
        Knock(rt::client::Call::new(&self.0))
    }

    /// Anybody may look.
    pub fn look(&self) -> Look {
        Look(rt::client::Call::new(&self.0))
    }

    /// Takes everything.
    pub fn put(&self) -> Put {
        Put(rt::client::Call::new(&self.0))
    }

    /// Takes a text with its checksum.
    pub fn seal(&self) -> Seal {
        Seal(rt::client::Call::new(&self.0))
    }

    /// By a scheme that clients lack.
    pub fn whisper(&self) -> Whisper {
        Whisper(rt::client::Call::new(&self.0))
    }
}

/// A call of `Enter` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Enter(rt::client::Call<operations::Enter>);

impl Enter {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::EnterInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EnterOutput,
        rt::client::Error<errors::EnterError>,
    > {
        self.0.send().await
    }
}

/// A call of `Knock` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Knock(rt::client::Call<operations::Knock>);

impl Knock {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::KnockInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::KnockOutput,
        rt::client::Error<errors::KnockError>,
    > {
        self.0.send().await
    }
}

/// A call of `Look` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Look(rt::client::Call<operations::Look>);

impl Look {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::LookInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::LookOutput, rt::client::Error<errors::LookError>> {
        self.0.send().await
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
        value: impl rt::Given<::std::vec::Vec<types::CodesMember>>,
    ) -> Self {
        Self(self.0.set("codes", value, |input| &mut input.codes))
    }

    /// See [`types::PutInput::scores`].
    pub fn scores(
        self,
        value: impl rt::Given<
            ::std::collections::BTreeMap<types::ScoresKey, types::ScoresValue>,
        >,
    ) -> Self {
        Self(self.0.set("scores", value, |input| &mut input.scores))
    }

    /// See [`types::PutInput::old`].
    pub fn old(self, value: impl rt::Given<types::Old>) -> Self {
        Self(self.0.set("old", value, |input| &mut input.old))
    }

    /// See [`types::PutInput::rank`].
    pub fn rank(self, value: impl rt::Given<types::Rank>) -> Self {
        Self(self.0.set("rank", value, |input| &mut input.rank))
    }

    /// See [`types::PutInput::settings`].
    pub fn settings(self, value: impl rt::Given<types::Settings>) -> Self {
        Self(self.0.set("settings", value, |input| &mut input.settings))
    }

    /// See [`types::PutInput::count`].
    pub fn count(self, value: impl rt::Given<i32>) -> Self {
        Self(self.0.set("count", value, |input| &mut input.count))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::PutInput) -> Self {
        Self(self.0.with_input(input))
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

/// A call of `Seal` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Seal(rt::client::Call<operations::Seal>);

impl Seal {
    /// See [`types::SealInput::algorithm`].
    pub fn algorithm(self, value: impl rt::Given<types::Algorithm>) -> Self {
        Self(self.0.set("algorithm", value, |input| &mut input.algorithm))
    }

    /// See [`types::SealInput::sum`].
    pub fn sum(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("sum", value, |input| &mut input.sum))
    }

    /// See [`types::SealInput::text`].
    pub fn text(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("text", value, |input| &mut input.text))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::SealInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SealOutput, rt::client::Error<errors::SealError>> {
        self.0.send().await
    }
}

/// A call of `Whisper` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct Whisper(rt::client::Call<operations::Whisper>);

impl Whisper {
    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::WhisperInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::WhisperOutput,
        rt::client::Error<errors::WhisperError>,
    > {
        self.0.send().await
    }
}
