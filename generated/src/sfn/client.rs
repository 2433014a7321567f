// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! The client of `StepFunctions`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Calls `StepFunctions`. Cheap to clone.
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

    /// Creates a state machine from a definition in the Amazon States Language. Publishes its first
    /// version if `publish` is true.
    pub fn create_state_machine(
        &self,
    ) -> types::CreateStateMachineInputBuilder<
        rt::client::Call<operations::CreateStateMachine>,
    > {
        types::CreateStateMachineInputBuilder(rt::Builder::call(&self.0))
    }

    /// Creates an alias for one or two versions of a state machine. An alias of two versions splits new
    /// executions between them by weight. Repeating a request with equal values has no effect.
    pub fn create_state_machine_alias(
        &self,
    ) -> types::CreateStateMachineAliasInputBuilder<
        rt::client::Call<operations::CreateStateMachineAlias>,
    > {
        types::CreateStateMachineAliasInputBuilder(rt::Builder::call(&self.0))
    }

    /// Starts the deletion of a state machine with its versions and aliases. The deletion completes
    /// when all executions have ended.
    pub fn delete_state_machine(
        &self,
    ) -> types::DeleteStateMachineInputBuilder<
        rt::client::Call<operations::DeleteStateMachine>,
    > {
        types::DeleteStateMachineInputBuilder(rt::Builder::call(&self.0))
    }

    /// Deletes an alias. Its versions are kept.
    pub fn delete_state_machine_alias(
        &self,
    ) -> types::DeleteStateMachineAliasInputBuilder<
        rt::client::Call<operations::DeleteStateMachineAlias>,
    > {
        types::DeleteStateMachineAliasInputBuilder(rt::Builder::call(&self.0))
    }

    /// Deletes a version that no alias routes to. Running executions of the version continue.
    pub fn delete_state_machine_version(
        &self,
    ) -> types::DeleteStateMachineVersionInputBuilder<
        rt::client::Call<operations::DeleteStateMachineVersion>,
    > {
        types::DeleteStateMachineVersionInputBuilder(rt::Builder::call(&self.0))
    }

    /// Returns the status, times, input, and output or error of an execution.
    pub fn describe_execution(
        &self,
    ) -> types::DescribeExecutionInputBuilder<
        rt::client::Call<operations::DescribeExecution>,
    > {
        types::DescribeExecutionInputBuilder(rt::Builder::call(&self.0))
    }

    /// Returns the definition, role, type, status and configuration of a state machine. Accepts the ARN
    /// of a version or alias, too.
    pub fn describe_state_machine(
        &self,
    ) -> types::DescribeStateMachineInputBuilder<
        rt::client::Call<operations::DescribeStateMachine>,
    > {
        types::DescribeStateMachineInputBuilder(rt::Builder::call(&self.0))
    }

    /// Returns the name, description, routing and times of an alias.
    pub fn describe_state_machine_alias(
        &self,
    ) -> types::DescribeStateMachineAliasInputBuilder<
        rt::client::Call<operations::DescribeStateMachineAlias>,
    > {
        types::DescribeStateMachineAliasInputBuilder(rt::Builder::call(&self.0))
    }

    /// Returns the definition, role and configuration that an execution uses. Not supported for state
    /// machines of type `EXPRESS`.
    pub fn describe_state_machine_for_execution(
        &self,
    ) -> types::DescribeStateMachineForExecutionInputBuilder<
        rt::client::Call<operations::DescribeStateMachineForExecution>,
    > {
        types::DescribeStateMachineForExecutionInputBuilder(rt::Builder::call(&self.0))
    }

    /// Lists the events of an execution in chronological or reverse order. Not supported for state
    /// machines of type `EXPRESS`.
    pub fn get_execution_history(
        &self,
    ) -> types::GetExecutionHistoryInputBuilder<
        rt::client::Call<operations::GetExecutionHistory>,
    > {
        types::GetExecutionHistoryInputBuilder(rt::Builder::call(&self.0))
    }

    /// Lists the executions of a state machine, version, alias or Map Run, most recent first. Not
    /// supported for state machines of type `EXPRESS`.
    pub fn list_executions(
        &self,
    ) -> types::ListExecutionsInputBuilder<
        rt::client::Call<operations::ListExecutions>,
    > {
        types::ListExecutionsInputBuilder(rt::Builder::call(&self.0))
    }

    /// Lists the aliases of a state machine or of one of its versions.
    pub fn list_state_machine_aliases(
        &self,
    ) -> types::ListStateMachineAliasesInputBuilder<
        rt::client::Call<operations::ListStateMachineAliases>,
    > {
        types::ListStateMachineAliasesInputBuilder(rt::Builder::call(&self.0))
    }

    /// Lists the versions of a state machine, most recent first.
    pub fn list_state_machine_versions(
        &self,
    ) -> types::ListStateMachineVersionsInputBuilder<
        rt::client::Call<operations::ListStateMachineVersions>,
    > {
        types::ListStateMachineVersionsInputBuilder(rt::Builder::call(&self.0))
    }

    /// Lists the state machines of the account and region.
    pub fn list_state_machines(
        &self,
    ) -> types::ListStateMachinesInputBuilder<
        rt::client::Call<operations::ListStateMachines>,
    > {
        types::ListStateMachinesInputBuilder(rt::Builder::call(&self.0))
    }

    /// Publishes the current revision of a state machine as its next version. Versions are numbered
    /// from 1 and are immutable.
    pub fn publish_state_machine_version(
        &self,
    ) -> types::PublishStateMachineVersionInputBuilder<
        rt::client::Call<operations::PublishStateMachineVersion>,
    > {
        types::PublishStateMachineVersionInputBuilder(rt::Builder::call(&self.0))
    }

    /// Starts an execution of a state machine, version or alias.
    pub fn start_execution(
        &self,
    ) -> types::StartExecutionInputBuilder<
        rt::client::Call<operations::StartExecution>,
    > {
        types::StartExecutionInputBuilder(rt::Builder::call(&self.0))
    }

    /// Stops a running execution.
    pub fn stop_execution(
        &self,
    ) -> types::StopExecutionInputBuilder<rt::client::Call<operations::StopExecution>> {
        types::StopExecutionInputBuilder(rt::Builder::call(&self.0))
    }

    /// Updates a state machine. Publishes a version of the result if `publish` is true. Running
    /// executions keep the previous definition and role.
    pub fn update_state_machine(
        &self,
    ) -> types::UpdateStateMachineInputBuilder<
        rt::client::Call<operations::UpdateStateMachine>,
    > {
        types::UpdateStateMachineInputBuilder(rt::Builder::call(&self.0))
    }

    /// Updates the description or the routing of an alias. At least one of them is required.
    pub fn update_state_machine_alias(
        &self,
    ) -> types::UpdateStateMachineAliasInputBuilder<
        rt::client::Call<operations::UpdateStateMachineAlias>,
    > {
        types::UpdateStateMachineAliasInputBuilder(rt::Builder::call(&self.0))
    }
}

impl types::CreateStateMachineInputBuilder<
    rt::client::Call<operations::CreateStateMachine>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::CreateStateMachineInput) -> Self {
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
        types::CreateStateMachineOutput,
        rt::client::Error<errors::CreateStateMachineError>,
    > {
        self.0.send().await
    }
}

impl types::CreateStateMachineAliasInputBuilder<
    rt::client::Call<operations::CreateStateMachineAlias>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::CreateStateMachineAliasInput) -> Self {
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
        types::CreateStateMachineAliasOutput,
        rt::client::Error<errors::CreateStateMachineAliasError>,
    > {
        self.0.send().await
    }
}

impl types::DeleteStateMachineInputBuilder<
    rt::client::Call<operations::DeleteStateMachine>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DeleteStateMachineInput) -> Self {
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
        types::DeleteStateMachineOutput,
        rt::client::Error<errors::DeleteStateMachineError>,
    > {
        self.0.send().await
    }
}

impl types::DeleteStateMachineAliasInputBuilder<
    rt::client::Call<operations::DeleteStateMachineAlias>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DeleteStateMachineAliasInput) -> Self {
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
        types::DeleteStateMachineAliasOutput,
        rt::client::Error<errors::DeleteStateMachineAliasError>,
    > {
        self.0.send().await
    }
}

impl types::DeleteStateMachineVersionInputBuilder<
    rt::client::Call<operations::DeleteStateMachineVersion>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DeleteStateMachineVersionInput) -> Self {
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
        types::DeleteStateMachineVersionOutput,
        rt::client::Error<errors::DeleteStateMachineVersionError>,
    > {
        self.0.send().await
    }
}

impl types::DescribeExecutionInputBuilder<
    rt::client::Call<operations::DescribeExecution>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DescribeExecutionInput) -> Self {
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
        types::DescribeExecutionOutput,
        rt::client::Error<errors::DescribeExecutionError>,
    > {
        self.0.send().await
    }
}

impl types::DescribeStateMachineInputBuilder<
    rt::client::Call<operations::DescribeStateMachine>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DescribeStateMachineInput) -> Self {
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
        types::DescribeStateMachineOutput,
        rt::client::Error<errors::DescribeStateMachineError>,
    > {
        self.0.send().await
    }
}

impl types::DescribeStateMachineAliasInputBuilder<
    rt::client::Call<operations::DescribeStateMachineAlias>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::DescribeStateMachineAliasInput) -> Self {
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
        types::DescribeStateMachineAliasOutput,
        rt::client::Error<errors::DescribeStateMachineAliasError>,
    > {
        self.0.send().await
    }
}

impl types::DescribeStateMachineForExecutionInputBuilder<
    rt::client::Call<operations::DescribeStateMachineForExecution>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(
        self,
        input: types::DescribeStateMachineForExecutionInput,
    ) -> Self {
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
        types::DescribeStateMachineForExecutionOutput,
        rt::client::Error<errors::DescribeStateMachineForExecutionError>,
    > {
        self.0.send().await
    }
}

impl types::GetExecutionHistoryInputBuilder<
    rt::client::Call<operations::GetExecutionHistory>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::GetExecutionHistoryInput) -> Self {
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
        types::GetExecutionHistoryOutput,
        rt::client::Error<errors::GetExecutionHistoryError>,
    > {
        self.0.send().await
    }

    /// Returns a paginator, which starts with the page that this call asks for.
    pub fn paginate(self) -> rt::client::Pages<operations::GetExecutionHistory> {
        self.0.paginate()
    }
}

impl types::ListExecutionsInputBuilder<rt::client::Call<operations::ListExecutions>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListExecutionsInput) -> Self {
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
        types::ListExecutionsOutput,
        rt::client::Error<errors::ListExecutionsError>,
    > {
        self.0.send().await
    }

    /// Returns a paginator, which starts with the page that this call asks for.
    pub fn paginate(self) -> rt::client::Pages<operations::ListExecutions> {
        self.0.paginate()
    }
}

impl types::ListStateMachineAliasesInputBuilder<
    rt::client::Call<operations::ListStateMachineAliases>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListStateMachineAliasesInput) -> Self {
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
        types::ListStateMachineAliasesOutput,
        rt::client::Error<errors::ListStateMachineAliasesError>,
    > {
        self.0.send().await
    }
}

impl types::ListStateMachineVersionsInputBuilder<
    rt::client::Call<operations::ListStateMachineVersions>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListStateMachineVersionsInput) -> Self {
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
        types::ListStateMachineVersionsOutput,
        rt::client::Error<errors::ListStateMachineVersionsError>,
    > {
        self.0.send().await
    }
}

impl types::ListStateMachinesInputBuilder<
    rt::client::Call<operations::ListStateMachines>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::ListStateMachinesInput) -> Self {
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
        types::ListStateMachinesOutput,
        rt::client::Error<errors::ListStateMachinesError>,
    > {
        self.0.send().await
    }

    /// Returns a paginator, which starts with the page that this call asks for.
    pub fn paginate(self) -> rt::client::Pages<operations::ListStateMachines> {
        self.0.paginate()
    }
}

impl types::PublishStateMachineVersionInputBuilder<
    rt::client::Call<operations::PublishStateMachineVersion>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::PublishStateMachineVersionInput) -> Self {
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
        types::PublishStateMachineVersionOutput,
        rt::client::Error<errors::PublishStateMachineVersionError>,
    > {
        self.0.send().await
    }
}

impl types::StartExecutionInputBuilder<rt::client::Call<operations::StartExecution>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::StartExecutionInput) -> Self {
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
        types::StartExecutionOutput,
        rt::client::Error<errors::StartExecutionError>,
    > {
        self.0.send().await
    }
}

impl types::StopExecutionInputBuilder<rt::client::Call<operations::StopExecution>> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::StopExecutionInput) -> Self {
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
        types::StopExecutionOutput,
        rt::client::Error<errors::StopExecutionError>,
    > {
        self.0.send().await
    }
}

impl types::UpdateStateMachineInputBuilder<
    rt::client::Call<operations::UpdateStateMachine>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::UpdateStateMachineInput) -> Self {
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
        types::UpdateStateMachineOutput,
        rt::client::Error<errors::UpdateStateMachineError>,
    > {
        self.0.send().await
    }
}

impl types::UpdateStateMachineAliasInputBuilder<
    rt::client::Call<operations::UpdateStateMachineAlias>,
> {
    /// Sets all members to those of `input`.
    pub fn with_input(self, input: types::UpdateStateMachineAliasInput) -> Self {
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
        types::UpdateStateMachineAliasOutput,
        rt::client::Error<errors::UpdateStateMachineAliasError>,
    > {
        self.0.send().await
    }
}
