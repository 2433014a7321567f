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
    pub fn create_state_machine(&self) -> CreateStateMachine {
        CreateStateMachine(rt::client::Call::new(&self.0))
    }

    /// Creates an alias for one or two versions of a state machine. An alias of two versions splits new
    /// executions between them by weight. Repeating a request with equal values has no effect.
    pub fn create_state_machine_alias(&self) -> CreateStateMachineAlias {
        CreateStateMachineAlias(rt::client::Call::new(&self.0))
    }

    /// Starts the deletion of a state machine with its versions and aliases. The deletion completes
    /// when all executions have ended.
    pub fn delete_state_machine(&self) -> DeleteStateMachine {
        DeleteStateMachine(rt::client::Call::new(&self.0))
    }

    /// Deletes an alias. Its versions are kept.
    pub fn delete_state_machine_alias(&self) -> DeleteStateMachineAlias {
        DeleteStateMachineAlias(rt::client::Call::new(&self.0))
    }

    /// Deletes a version that no alias routes to. Running executions of the version continue.
    pub fn delete_state_machine_version(&self) -> DeleteStateMachineVersion {
        DeleteStateMachineVersion(rt::client::Call::new(&self.0))
    }

    /// Returns the status, times, input, and output or error of an execution.
    pub fn describe_execution(&self) -> DescribeExecution {
        DescribeExecution(rt::client::Call::new(&self.0))
    }

    /// Returns the definition, role, type, status and configuration of a state machine. Accepts the ARN
    /// of a version or alias, too.
    pub fn describe_state_machine(&self) -> DescribeStateMachine {
        DescribeStateMachine(rt::client::Call::new(&self.0))
    }

    /// Returns the name, description, routing and times of an alias.
    pub fn describe_state_machine_alias(&self) -> DescribeStateMachineAlias {
        DescribeStateMachineAlias(rt::client::Call::new(&self.0))
    }

    /// Returns the definition, role and configuration that an execution uses. Not supported for state
    /// machines of type `EXPRESS`.
    pub fn describe_state_machine_for_execution(
        &self,
    ) -> DescribeStateMachineForExecution {
        DescribeStateMachineForExecution(rt::client::Call::new(&self.0))
    }

    /// Lists the events of an execution in chronological or reverse order. Not supported for state
    /// machines of type `EXPRESS`.
    pub fn get_execution_history(&self) -> GetExecutionHistory {
        GetExecutionHistory(rt::client::Call::new(&self.0))
    }

    /// Lists the executions of a state machine, version, alias or Map Run, most recent first. Not
    /// supported for state machines of type `EXPRESS`.
    pub fn list_executions(&self) -> ListExecutions {
        ListExecutions(rt::client::Call::new(&self.0))
    }

    /// Lists the aliases of a state machine or of one of its versions.
    pub fn list_state_machine_aliases(&self) -> ListStateMachineAliases {
        ListStateMachineAliases(rt::client::Call::new(&self.0))
    }

    /// Lists the versions of a state machine, most recent first.
    pub fn list_state_machine_versions(&self) -> ListStateMachineVersions {
        ListStateMachineVersions(rt::client::Call::new(&self.0))
    }

    /// Lists the state machines of the account and region.
    pub fn list_state_machines(&self) -> ListStateMachines {
        ListStateMachines(rt::client::Call::new(&self.0))
    }

    /// Publishes the current revision of a state machine as its next version. Versions are numbered
    /// from 1 and are immutable.
    pub fn publish_state_machine_version(&self) -> PublishStateMachineVersion {
        PublishStateMachineVersion(rt::client::Call::new(&self.0))
    }

    /// Starts an execution of a state machine, version or alias.
    pub fn start_execution(&self) -> StartExecution {
        StartExecution(rt::client::Call::new(&self.0))
    }

    /// Stops a running execution.
    pub fn stop_execution(&self) -> StopExecution {
        StopExecution(rt::client::Call::new(&self.0))
    }

    /// Updates a state machine. Publishes a version of the result if `publish` is true. Running
    /// executions keep the previous definition and role.
    pub fn update_state_machine(&self) -> UpdateStateMachine {
        UpdateStateMachine(rt::client::Call::new(&self.0))
    }

    /// Updates the description or the routing of an alias. At least one of them is required.
    pub fn update_state_machine_alias(&self) -> UpdateStateMachineAlias {
        UpdateStateMachineAlias(rt::client::Call::new(&self.0))
    }
}

/// A call of `CreateStateMachine` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct CreateStateMachine(rt::client::Call<operations::CreateStateMachine>);

impl CreateStateMachine {
    /// See [`types::CreateStateMachineInput::name`].
    pub fn name(self, value: impl rt::Given<types::Name>) -> Self {
        Self(self.0.set("name", value, |input| &mut input.name))
    }

    /// See [`types::CreateStateMachineInput::definition`].
    pub fn definition(self, value: impl rt::Given<types::Definition>) -> Self {
        Self(self.0.set("definition", value, |input| &mut input.definition))
    }

    /// See [`types::CreateStateMachineInput::role_arn`].
    pub fn role_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("roleArn", value, |input| &mut input.role_arn))
    }

    /// See [`types::CreateStateMachineInput::type`].
    pub fn r#type(self, value: impl rt::Given<types::StateMachineType>) -> Self {
        Self(self.0.set("type", value, |input| &mut input.r#type))
    }

    /// See [`types::CreateStateMachineInput::logging_configuration`].
    pub fn logging_configuration(
        self,
        value: impl rt::Given<types::LoggingConfiguration>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "loggingConfiguration",
                    value,
                    |input| &mut input.logging_configuration,
                ),
        )
    }

    /// See [`types::CreateStateMachineInput::tags`].
    pub fn tags(self, value: impl rt::Given<::std::vec::Vec<types::Tag>>) -> Self {
        Self(self.0.set("tags", value, |input| &mut input.tags))
    }

    /// See [`types::CreateStateMachineInput::tracing_configuration`].
    pub fn tracing_configuration(
        self,
        value: impl rt::Given<types::TracingConfiguration>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "tracingConfiguration",
                    value,
                    |input| &mut input.tracing_configuration,
                ),
        )
    }

    /// See [`types::CreateStateMachineInput::publish`].
    pub fn publish(self, value: impl rt::Given<bool>) -> Self {
        Self(self.0.set("publish", value, |input| &mut input.publish))
    }

    /// See [`types::CreateStateMachineInput::version_description`].
    pub fn version_description(
        self,
        value: impl rt::Given<types::VersionDescription>,
    ) -> Self {
        Self(
            self
                .0
                .set("versionDescription", value, |input| &mut input.version_description),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::CreateStateMachineInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::CreateStateMachineOutput,
        rt::client::Error<errors::CreateStateMachineError>,
    > {
        self.0.send().await
    }
}

/// A call of `CreateStateMachineAlias` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct CreateStateMachineAlias(
    rt::client::Call<operations::CreateStateMachineAlias>,
);

impl CreateStateMachineAlias {
    /// See [`types::CreateStateMachineAliasInput::description`].
    pub fn description(self, value: impl rt::Given<types::AliasDescription>) -> Self {
        Self(self.0.set("description", value, |input| &mut input.description))
    }

    /// See [`types::CreateStateMachineAliasInput::name`].
    pub fn name(self, value: impl rt::Given<types::CharacterRestrictedName>) -> Self {
        Self(self.0.set("name", value, |input| &mut input.name))
    }

    /// See [`types::CreateStateMachineAliasInput::routing_configuration`].
    pub fn routing_configuration(
        self,
        value: impl rt::Given<types::RoutingConfigurationList>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "routingConfiguration",
                    value,
                    |input| &mut input.routing_configuration,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::CreateStateMachineAliasInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::CreateStateMachineAliasOutput,
        rt::client::Error<errors::CreateStateMachineAliasError>,
    > {
        self.0.send().await
    }
}

/// A call of `DeleteStateMachine` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct DeleteStateMachine(rt::client::Call<operations::DeleteStateMachine>);

impl DeleteStateMachine {
    /// See [`types::DeleteStateMachineInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DeleteStateMachineInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DeleteStateMachineOutput,
        rt::client::Error<errors::DeleteStateMachineError>,
    > {
        self.0.send().await
    }
}

/// A call of `DeleteStateMachineAlias` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct DeleteStateMachineAlias(
    rt::client::Call<operations::DeleteStateMachineAlias>,
);

impl DeleteStateMachineAlias {
    /// See [`types::DeleteStateMachineAliasInput::state_machine_alias_arn`].
    pub fn state_machine_alias_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(
            self
                .0
                .set(
                    "stateMachineAliasArn",
                    value,
                    |input| &mut input.state_machine_alias_arn,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DeleteStateMachineAliasInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DeleteStateMachineAliasOutput,
        rt::client::Error<errors::DeleteStateMachineAliasError>,
    > {
        self.0.send().await
    }
}

/// A call of `DeleteStateMachineVersion` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct DeleteStateMachineVersion(
    rt::client::Call<operations::DeleteStateMachineVersion>,
);

impl DeleteStateMachineVersion {
    /// See [`types::DeleteStateMachineVersionInput::state_machine_version_arn`].
    pub fn state_machine_version_arn(
        self,
        value: impl rt::Given<types::LongArn>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "stateMachineVersionArn",
                    value,
                    |input| &mut input.state_machine_version_arn,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DeleteStateMachineVersionInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DeleteStateMachineVersionOutput,
        rt::client::Error<errors::DeleteStateMachineVersionError>,
    > {
        self.0.send().await
    }
}

/// A call of `DescribeExecution` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct DescribeExecution(rt::client::Call<operations::DescribeExecution>);

impl DescribeExecution {
    /// See [`types::DescribeExecutionInput::execution_arn`].
    pub fn execution_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("executionArn", value, |input| &mut input.execution_arn))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DescribeExecutionInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DescribeExecutionOutput,
        rt::client::Error<errors::DescribeExecutionError>,
    > {
        self.0.send().await
    }
}

/// A call of `DescribeStateMachine` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct DescribeStateMachine(rt::client::Call<operations::DescribeStateMachine>);

impl DescribeStateMachine {
    /// See [`types::DescribeStateMachineInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DescribeStateMachineInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DescribeStateMachineOutput,
        rt::client::Error<errors::DescribeStateMachineError>,
    > {
        self.0.send().await
    }
}

/// A call of `DescribeStateMachineAlias` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct DescribeStateMachineAlias(
    rt::client::Call<operations::DescribeStateMachineAlias>,
);

impl DescribeStateMachineAlias {
    /// See [`types::DescribeStateMachineAliasInput::state_machine_alias_arn`].
    pub fn state_machine_alias_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(
            self
                .0
                .set(
                    "stateMachineAliasArn",
                    value,
                    |input| &mut input.state_machine_alias_arn,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::DescribeStateMachineAliasInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DescribeStateMachineAliasOutput,
        rt::client::Error<errors::DescribeStateMachineAliasError>,
    > {
        self.0.send().await
    }
}

/// A call of `DescribeStateMachineForExecution` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct DescribeStateMachineForExecution(
    rt::client::Call<operations::DescribeStateMachineForExecution>,
);

impl DescribeStateMachineForExecution {
    /// See [`types::DescribeStateMachineForExecutionInput::execution_arn`].
    pub fn execution_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("executionArn", value, |input| &mut input.execution_arn))
    }

    /// Gives all members the values of an input.
    pub fn with_input(
        self,
        input: types::DescribeStateMachineForExecutionInput,
    ) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::DescribeStateMachineForExecutionOutput,
        rt::client::Error<errors::DescribeStateMachineForExecutionError>,
    > {
        self.0.send().await
    }
}

/// A call of `GetExecutionHistory` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct GetExecutionHistory(rt::client::Call<operations::GetExecutionHistory>);

impl GetExecutionHistory {
    /// See [`types::GetExecutionHistoryInput::execution_arn`].
    pub fn execution_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("executionArn", value, |input| &mut input.execution_arn))
    }

    /// See [`types::GetExecutionHistoryInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::PageSize>) -> Self {
        Self(self.0.set("maxResults", value, |input| &mut input.max_results))
    }

    /// See [`types::GetExecutionHistoryInput::reverse_order`].
    pub fn reverse_order(self, value: impl rt::Given<bool>) -> Self {
        Self(self.0.set("reverseOrder", value, |input| &mut input.reverse_order))
    }

    /// See [`types::GetExecutionHistoryInput::next_token`].
    pub fn next_token(self, value: impl rt::Given<types::PageToken>) -> Self {
        Self(self.0.set("nextToken", value, |input| &mut input.next_token))
    }

    /// See [`types::GetExecutionHistoryInput::include_execution_data`].
    pub fn include_execution_data(self, value: impl rt::Given<bool>) -> Self {
        Self(
            self
                .0
                .set(
                    "includeExecutionData",
                    value,
                    |input| &mut input.include_execution_data,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::GetExecutionHistoryInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::GetExecutionHistoryOutput,
        rt::client::Error<errors::GetExecutionHistoryError>,
    > {
        self.0.send().await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> rt::client::Pages<operations::GetExecutionHistory> {
        self.0.paginate()
    }
}

/// A call of `ListExecutions` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct ListExecutions(rt::client::Call<operations::ListExecutions>);

impl ListExecutions {
    /// See [`types::ListExecutionsInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// See [`types::ListExecutionsInput::status_filter`].
    pub fn status_filter(self, value: impl rt::Given<types::ExecutionStatus>) -> Self {
        Self(self.0.set("statusFilter", value, |input| &mut input.status_filter))
    }

    /// See [`types::ListExecutionsInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::PageSize>) -> Self {
        Self(self.0.set("maxResults", value, |input| &mut input.max_results))
    }

    /// See [`types::ListExecutionsInput::next_token`].
    pub fn next_token(
        self,
        value: impl rt::Given<types::ListExecutionsPageToken>,
    ) -> Self {
        Self(self.0.set("nextToken", value, |input| &mut input.next_token))
    }

    /// See [`types::ListExecutionsInput::map_run_arn`].
    pub fn map_run_arn(self, value: impl rt::Given<types::LongArn>) -> Self {
        Self(self.0.set("mapRunArn", value, |input| &mut input.map_run_arn))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListExecutionsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListExecutionsOutput,
        rt::client::Error<errors::ListExecutionsError>,
    > {
        self.0.send().await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> rt::client::Pages<operations::ListExecutions> {
        self.0.paginate()
    }
}

/// A call of `ListStateMachineAliases` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct ListStateMachineAliases(
    rt::client::Call<operations::ListStateMachineAliases>,
);

impl ListStateMachineAliases {
    /// See [`types::ListStateMachineAliasesInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// See [`types::ListStateMachineAliasesInput::next_token`].
    pub fn next_token(self, value: impl rt::Given<types::PageToken>) -> Self {
        Self(self.0.set("nextToken", value, |input| &mut input.next_token))
    }

    /// See [`types::ListStateMachineAliasesInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::PageSize>) -> Self {
        Self(self.0.set("maxResults", value, |input| &mut input.max_results))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListStateMachineAliasesInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListStateMachineAliasesOutput,
        rt::client::Error<errors::ListStateMachineAliasesError>,
    > {
        self.0.send().await
    }
}

/// A call of `ListStateMachineVersions` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct ListStateMachineVersions(
    rt::client::Call<operations::ListStateMachineVersions>,
);

impl ListStateMachineVersions {
    /// See [`types::ListStateMachineVersionsInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// See [`types::ListStateMachineVersionsInput::next_token`].
    pub fn next_token(self, value: impl rt::Given<types::PageToken>) -> Self {
        Self(self.0.set("nextToken", value, |input| &mut input.next_token))
    }

    /// See [`types::ListStateMachineVersionsInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::PageSize>) -> Self {
        Self(self.0.set("maxResults", value, |input| &mut input.max_results))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListStateMachineVersionsInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListStateMachineVersionsOutput,
        rt::client::Error<errors::ListStateMachineVersionsError>,
    > {
        self.0.send().await
    }
}

/// A call of `ListStateMachines` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct ListStateMachines(rt::client::Call<operations::ListStateMachines>);

impl ListStateMachines {
    /// See [`types::ListStateMachinesInput::max_results`].
    pub fn max_results(self, value: impl rt::Given<types::PageSize>) -> Self {
        Self(self.0.set("maxResults", value, |input| &mut input.max_results))
    }

    /// See [`types::ListStateMachinesInput::next_token`].
    pub fn next_token(self, value: impl rt::Given<types::PageToken>) -> Self {
        Self(self.0.set("nextToken", value, |input| &mut input.next_token))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::ListStateMachinesInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::ListStateMachinesOutput,
        rt::client::Error<errors::ListStateMachinesError>,
    > {
        self.0.send().await
    }

    /// Follows the pages from here on.
    pub fn paginate(self) -> rt::client::Pages<operations::ListStateMachines> {
        self.0.paginate()
    }
}

/// A call of `PublishStateMachineVersion` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct PublishStateMachineVersion(
    rt::client::Call<operations::PublishStateMachineVersion>,
);

impl PublishStateMachineVersion {
    /// See [`types::PublishStateMachineVersionInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// See [`types::PublishStateMachineVersionInput::revision_id`].
    pub fn revision_id(self, value: impl rt::Given<::std::string::String>) -> Self {
        Self(self.0.set("revisionId", value, |input| &mut input.revision_id))
    }

    /// See [`types::PublishStateMachineVersionInput::description`].
    pub fn description(self, value: impl rt::Given<types::VersionDescription>) -> Self {
        Self(self.0.set("description", value, |input| &mut input.description))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::PublishStateMachineVersionInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::PublishStateMachineVersionOutput,
        rt::client::Error<errors::PublishStateMachineVersionError>,
    > {
        self.0.send().await
    }
}

/// A call of `StartExecution` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct StartExecution(rt::client::Call<operations::StartExecution>);

impl StartExecution {
    /// See [`types::StartExecutionInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// See [`types::StartExecutionInput::name`].
    pub fn name(self, value: impl rt::Given<types::Name>) -> Self {
        Self(self.0.set("name", value, |input| &mut input.name))
    }

    /// See [`types::StartExecutionInput::input`].
    pub fn input(self, value: impl rt::Given<types::SensitiveData>) -> Self {
        Self(self.0.set("input", value, |input| &mut input.input))
    }

    /// See [`types::StartExecutionInput::trace_header`].
    pub fn trace_header(self, value: impl rt::Given<types::TraceHeader>) -> Self {
        Self(self.0.set("traceHeader", value, |input| &mut input.trace_header))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::StartExecutionInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::StartExecutionOutput,
        rt::client::Error<errors::StartExecutionError>,
    > {
        self.0.send().await
    }
}

/// A call of `StopExecution` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct StopExecution(rt::client::Call<operations::StopExecution>);

impl StopExecution {
    /// See [`types::StopExecutionInput::execution_arn`].
    pub fn execution_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("executionArn", value, |input| &mut input.execution_arn))
    }

    /// See [`types::StopExecutionInput::error`].
    pub fn error(self, value: impl rt::Given<types::SensitiveError>) -> Self {
        Self(self.0.set("error", value, |input| &mut input.error))
    }

    /// See [`types::StopExecutionInput::cause`].
    pub fn cause(self, value: impl rt::Given<types::SensitiveCause>) -> Self {
        Self(self.0.set("cause", value, |input| &mut input.cause))
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::StopExecutionInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::StopExecutionOutput,
        rt::client::Error<errors::StopExecutionError>,
    > {
        self.0.send().await
    }
}

/// A call of `UpdateStateMachine` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct UpdateStateMachine(rt::client::Call<operations::UpdateStateMachine>);

impl UpdateStateMachine {
    /// See [`types::UpdateStateMachineInput::state_machine_arn`].
    pub fn state_machine_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("stateMachineArn", value, |input| &mut input.state_machine_arn))
    }

    /// See [`types::UpdateStateMachineInput::definition`].
    pub fn definition(self, value: impl rt::Given<types::Definition>) -> Self {
        Self(self.0.set("definition", value, |input| &mut input.definition))
    }

    /// See [`types::UpdateStateMachineInput::role_arn`].
    pub fn role_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(self.0.set("roleArn", value, |input| &mut input.role_arn))
    }

    /// See [`types::UpdateStateMachineInput::logging_configuration`].
    pub fn logging_configuration(
        self,
        value: impl rt::Given<types::LoggingConfiguration>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "loggingConfiguration",
                    value,
                    |input| &mut input.logging_configuration,
                ),
        )
    }

    /// See [`types::UpdateStateMachineInput::tracing_configuration`].
    pub fn tracing_configuration(
        self,
        value: impl rt::Given<types::TracingConfiguration>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "tracingConfiguration",
                    value,
                    |input| &mut input.tracing_configuration,
                ),
        )
    }

    /// See [`types::UpdateStateMachineInput::publish`].
    pub fn publish(self, value: impl rt::Given<bool>) -> Self {
        Self(self.0.set("publish", value, |input| &mut input.publish))
    }

    /// See [`types::UpdateStateMachineInput::version_description`].
    pub fn version_description(
        self,
        value: impl rt::Given<types::VersionDescription>,
    ) -> Self {
        Self(
            self
                .0
                .set("versionDescription", value, |input| &mut input.version_description),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::UpdateStateMachineInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::UpdateStateMachineOutput,
        rt::client::Error<errors::UpdateStateMachineError>,
    > {
        self.0.send().await
    }
}

/// A call of `UpdateStateMachineAlias` that is being built.
#[must_use = "a call does nothing until it is sent"]
#[derive(::std::fmt::Debug)]
pub struct UpdateStateMachineAlias(
    rt::client::Call<operations::UpdateStateMachineAlias>,
);

impl UpdateStateMachineAlias {
    /// See [`types::UpdateStateMachineAliasInput::state_machine_alias_arn`].
    pub fn state_machine_alias_arn(self, value: impl rt::Given<types::Arn>) -> Self {
        Self(
            self
                .0
                .set(
                    "stateMachineAliasArn",
                    value,
                    |input| &mut input.state_machine_alias_arn,
                ),
        )
    }

    /// See [`types::UpdateStateMachineAliasInput::description`].
    pub fn description(self, value: impl rt::Given<types::AliasDescription>) -> Self {
        Self(self.0.set("description", value, |input| &mut input.description))
    }

    /// See [`types::UpdateStateMachineAliasInput::routing_configuration`].
    pub fn routing_configuration(
        self,
        value: impl rt::Given<types::RoutingConfigurationList>,
    ) -> Self {
        Self(
            self
                .0
                .set(
                    "routingConfiguration",
                    value,
                    |input| &mut input.routing_configuration,
                ),
        )
    }

    /// Gives all members the values of an input.
    pub fn with_input(self, input: types::UpdateStateMachineAliasInput) -> Self {
        Self(self.0.with_input(input))
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the service's own error.
    pub async fn send(
        self,
    ) -> ::std::result::Result<
        types::UpdateStateMachineAliasOutput,
        rt::client::Error<errors::UpdateStateMachineAliasError>,
    > {
        self.0.send().await
    }
}
