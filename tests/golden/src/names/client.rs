// Written by whitesmith from cases/names.json. Edits are lost: change the model, and generate again.

//! The client of `Service`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `Service`. Cheap to clone.
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

    /// Calls `FromEnv`.
    pub fn from_env2(
        &self,
    ) -> types::FromEnvInputBuilder<rt::client::Call<operations::FromEnv>> {
        types::FromEnvInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `Match`.
    pub fn r#match(
        &self,
    ) -> types::MatchInputBuilder<rt::client::Call<operations::Match>> {
        types::MatchInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `New`.
    pub fn new2(&self) -> types::NewInputBuilder<rt::client::Call<operations::New>> {
        types::NewInputBuilder(rt::Builder::call(&self.0))
    }

    /// Calls `Send`.
    pub fn send(&self) -> types::SendInputBuilder<rt::client::Call<operations::Send>> {
        types::SendInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::FromEnvInputBuilder<rt::client::Call<operations::FromEnv>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::FromEnvInput) -> Self {
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
        types::FromEnvOutput,
        rt::client::Error<errors::FromEnvError>,
    > {
        self.0.send().await
    }
}

impl types::MatchInputBuilder<rt::client::Call<operations::Match>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::MatchInput) -> Self {
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
        types::MatchOutput,
        rt::client::Error<errors::MatchError>,
    > {
        self.0.send().await
    }
}

impl types::NewInputBuilder<rt::client::Call<operations::New>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::NewInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::NewOutput, rt::client::Error<errors::NewError>> {
        self.0.send().await
    }
}

impl types::SendInputBuilder<rt::client::Call<operations::Send>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::SendInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// If the input is invalid, the request could not be sent, the response could not be read, or the service
    /// answered with an error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<types::SendOutput, rt::client::Error<errors::SendError>> {
        self.0.send().await
    }
}
