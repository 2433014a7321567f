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
    pub fn get_workflow_steps(&self) -> GetWorkflowSteps {
        GetWorkflowSteps(rt::client::Call::new(&self.0))
    }
}

/// A call of `GetWorkflowSteps` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct GetWorkflowSteps(rt::client::Call<operations::GetWorkflowSteps>);

impl GetWorkflowSteps {
    /// See [`types::GetWorkflowStepsInput::domain_name`].
    pub fn domain_name(self, value: impl rt::Given<types::Name>) -> Self {
        Self(self.0.set("DomainName", value, |input| &mut input.domain_name))
    }

    /// See [`types::GetWorkflowStepsInput::workflow_id`].
    pub fn workflow_id(self, value: impl rt::Given<types::Uuid>) -> Self {
        Self(self.0.set("WorkflowId", value, |input| &mut input.workflow_id))
    }

    /// See [`types::GetWorkflowStepsInput::next_token`].
    pub fn next_token(self, value: impl rt::Given<types::Token>) -> Self {
        Self(self.0.set("NextToken", value, |input| &mut input.next_token))
    }

    /// See [`types::GetWorkflowStepsInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::MaxSize100>) -> Self {
        Self(self.0.set("MaxResults", value, |input| &mut input.max_results))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::GetWorkflowStepsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::GetWorkflowStepsOutput,
        rt::client::Error<errors::GetWorkflowStepsError>,
    > {
        self.0.send().await
    }
}
