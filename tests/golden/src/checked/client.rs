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
    pub fn check(
        &self,
    ) -> types::CheckInputBuilder<rt::client::Call<operations::Check>> {
        types::CheckInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::CheckInputBuilder<rt::client::Call<operations::Check>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::CheckInput) -> Self {
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
        types::CheckOutput,
        rt::client::Error<errors::CheckError>,
    > {
        self.0.send().await
    }
}
