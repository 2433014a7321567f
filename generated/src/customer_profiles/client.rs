// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! The client of `CustomerProfiles`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `CustomerProfiles`. Cheap to clone.
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

    /// Lists the steps of a workflow.
    pub fn get_workflow_steps(
        &self,
    ) -> types::GetWorkflowStepsInputBuilder<
        rt::client::Call<operations::GetWorkflowSteps>,
    > {
        types::GetWorkflowStepsInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::GetWorkflowStepsInputBuilder<
    rt::client::Call<operations::GetWorkflowSteps>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::GetWorkflowStepsInput) -> Self {
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
        types::GetWorkflowStepsOutput,
        rt::client::Error<errors::GetWorkflowStepsError>,
    > {
        self.0.send().await
    }
}
