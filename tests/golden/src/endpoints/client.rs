// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! The client of `Directory`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `Directory`. Cheap to clone.
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

    /// Looks.
    pub fn look(&self) -> Look {
        Look(rt::client::Call::new(&self.0))
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
