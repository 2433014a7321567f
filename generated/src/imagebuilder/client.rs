// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! The client of `ImageBuilder`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `ImageBuilder`. Cheap to clone.
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

    /// Lists the workflow runs of one image build. A page has at most 25 items.
    pub fn list_workflow_executions(
        &self,
    ) -> types::ListWorkflowExecutionsInputBuilder<
        rt::client::Call<operations::ListWorkflowExecutions>,
    > {
        types::ListWorkflowExecutionsInputBuilder(rt::Builder::call(&self.0))
    }

    /// Lists the steps of one workflow run. A page has at most 25 items.
    pub fn list_workflow_step_executions(
        &self,
    ) -> types::ListWorkflowStepExecutionsInputBuilder<
        rt::client::Call<operations::ListWorkflowStepExecutions>,
    > {
        types::ListWorkflowStepExecutionsInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::ListWorkflowExecutionsInputBuilder<
    rt::client::Call<operations::ListWorkflowExecutions>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListWorkflowExecutionsInput) -> Self {
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
        types::ListWorkflowExecutionsOutput,
        rt::client::Error<errors::ListWorkflowExecutionsError>,
    > {
        self.0.send().await
    }

    /// Returns a paginator, which starts with the page that this call asks for.
    pub fn paginate(self) -> rt::client::Pages<operations::ListWorkflowExecutions> {
        self.0.paginate()
    }
}

impl types::ListWorkflowStepExecutionsInputBuilder<
    rt::client::Call<operations::ListWorkflowStepExecutions>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListWorkflowStepExecutionsInput) -> Self {
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
        types::ListWorkflowStepExecutionsOutput,
        rt::client::Error<errors::ListWorkflowStepExecutionsError>,
    > {
        self.0.send().await
    }

    /// Returns a paginator, which starts with the page that this call asks for.
    pub fn paginate(self) -> rt::client::Pages<operations::ListWorkflowStepExecutions> {
        self.0.paginate()
    }
}
