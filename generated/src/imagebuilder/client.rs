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
    pub fn list_workflow_executions(&self) -> ListWorkflowExecutions {
        ListWorkflowExecutions(rt::client::Call::new(&self.0))
    }

    /// Lists the steps of one workflow run. A page has at most 25 items.
    pub fn list_workflow_step_executions(&self) -> ListWorkflowStepExecutions {
        ListWorkflowStepExecutions(rt::client::Call::new(&self.0))
    }
}

/// A call of `ListWorkflowExecutions` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct ListWorkflowExecutions(rt::client::Call<operations::ListWorkflowExecutions>);

impl ListWorkflowExecutions {
    /// See [`types::ListWorkflowExecutionsInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::RestrictedInteger>) -> Self {
        Self(self.0.set("maxResults", value, |input| &mut input.max_results))
    }

    /// See [`types::ListWorkflowExecutionsInput::next_token`].
    pub fn next_token(self, value: impl rt::Given<types::PaginationToken>) -> Self {
        Self(self.0.set("nextToken", value, |input| &mut input.next_token))
    }

    /// See [`types::ListWorkflowExecutionsInput::image_build_version_arn`].
    pub fn image_build_version_arn(
        self,
        value: impl rt::Given<types::ImageBuildVersionArn>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "imageBuildVersionArn",
                    value,
                    |input| &mut input.image_build_version_arn,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListWorkflowExecutionsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListWorkflowExecutionsOutput,
        rt::client::Error<errors::ListWorkflowExecutionsError>,
    > {
        self.0.send().await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> rt::client::Pages<operations::ListWorkflowExecutions> {
        self.0.paginate()
    }
}

/// A call of `ListWorkflowStepExecutions` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct ListWorkflowStepExecutions(
    rt::client::Call<operations::ListWorkflowStepExecutions>,
);

impl ListWorkflowStepExecutions {
    /// See [`types::ListWorkflowStepExecutionsInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::RestrictedInteger>) -> Self {
        Self(self.0.set("maxResults", value, |input| &mut input.max_results))
    }

    /// See [`types::ListWorkflowStepExecutionsInput::next_token`].
    pub fn next_token(self, value: impl rt::Given<types::PaginationToken>) -> Self {
        Self(self.0.set("nextToken", value, |input| &mut input.next_token))
    }

    /// See [`types::ListWorkflowStepExecutionsInput::workflow_execution_id`].
    pub fn workflow_execution_id(
        self,
        value: impl rt::Given<types::WorkflowExecutionId>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "workflowExecutionId",
                    value,
                    |input| &mut input.workflow_execution_id,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListWorkflowStepExecutionsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListWorkflowStepExecutionsOutput,
        rt::client::Error<errors::ListWorkflowStepExecutionsError>,
    > {
        self.0.send().await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> rt::client::Pages<operations::ListWorkflowStepExecutions> {
        self.0.paginate()
    }
}
