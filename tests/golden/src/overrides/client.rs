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
    pub fn enter(
        &self,
    ) -> types::EnterInputBuilder<rt::client::Call<operations::Enter>> {
        types::EnterInputBuilder(rt::Builder::call(&self.0))
    }

    /// Nobody needs to say who it is.
    pub fn knock(
        &self,
    ) -> types::KnockInputBuilder<rt::client::Call<operations::Knock>> {
        types::KnockInputBuilder(rt::Builder::call(&self.0))
    }

    /// Anybody may look.
    pub fn look(&self) -> types::LookInputBuilder<rt::client::Call<operations::Look>> {
        types::LookInputBuilder(rt::Builder::call(&self.0))
    }

    /// Takes everything.
    pub fn put(&self) -> types::PutInputBuilder<rt::client::Call<operations::Put>> {
        types::PutInputBuilder(rt::Builder::call(&self.0))
    }

    /// Takes a text with its checksum.
    pub fn seal(&self) -> types::SealInputBuilder<rt::client::Call<operations::Seal>> {
        types::SealInputBuilder(rt::Builder::call(&self.0))
    }

    /// By a scheme that clients lack.
    pub fn whisper(
        &self,
    ) -> types::WhisperInputBuilder<rt::client::Call<operations::Whisper>> {
        types::WhisperInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::EnterInputBuilder<rt::client::Call<operations::Enter>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::EnterInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::EnterOutput,
        rt::client::Error<errors::EnterError>,
    > {
        self.0.send().await
    }
}

impl types::KnockInputBuilder<rt::client::Call<operations::Knock>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::KnockInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::KnockOutput,
        rt::client::Error<errors::KnockError>,
    > {
        self.0.send().await
    }
}

impl types::LookInputBuilder<rt::client::Call<operations::Look>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::LookInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::LookOutput, rt::client::Error<errors::LookError>> {
        self.0.send().await
    }
}

impl types::PutInputBuilder<rt::client::Call<operations::Put>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::PutInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::PutOutput, rt::client::Error<errors::PutError>> {
        self.0.send().await
    }
}

impl types::SealInputBuilder<rt::client::Call<operations::Seal>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::SealInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SealOutput, rt::client::Error<errors::SealError>> {
        self.0.send().await
    }
}

impl types::WhisperInputBuilder<rt::client::Call<operations::Whisper>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::WhisperInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::WhisperOutput,
        rt::client::Error<errors::WhisperError>,
    > {
        self.0.send().await
    }
}
