// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `StepFunctions`.

use ::whitesmith_runtime as rt;

/// Details of an `ActivityFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityFailedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ActivityFailedEventDetails, super::schema::ACTIVITY_FAILED_EVENT_DETAILS, error = 0,
    cause = 1
}

/// Details of an `ActivityScheduleFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityScheduleFailedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ActivityScheduleFailedEventDetails,
    super::schema::ACTIVITY_SCHEDULE_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Details of an `ActivityScheduled` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ActivityScheduledEventDetails {
    /// ARN of the activity.
    pub resource: Arn,
    /// Input of the activity, as JSON.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is included and complete.
    pub input_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
    /// Maximum duration in seconds.
    pub timeout_in_seconds: ::std::option::Option<i64>,
    /// Maximum time between two heartbeats in seconds.
    pub heartbeat_in_seconds: ::std::option::Option<i64>,
}

impl ActivityScheduledEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(resource: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            resource: ::std::convert::Into::into(resource),
            input: ::std::option::Option::None,
            input_details: ::std::option::Option::None,
            timeout_in_seconds: ::std::option::Option::None,
            heartbeat_in_seconds: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ActivityScheduledEventDetails, super::schema::ACTIVITY_SCHEDULED_EVENT_DETAILS,
    resource = 0, input = 1, input_details = 2, timeout_in_seconds = 3,
    heartbeat_in_seconds = 4
}

/// Details of an `ActivityStarted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityStartedEventDetails {
    /// Name of the worker that runs the activity.
    pub worker_name: ::std::option::Option<Identity>,
}

rt::structure! {
    ActivityStartedEventDetails, super::schema::ACTIVITY_STARTED_EVENT_DETAILS,
    worker_name = 0
}

/// Details of an `ActivitySucceeded` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivitySucceededEventDetails {
    /// Output of the activity, as JSON.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is included and complete.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

rt::structure! {
    ActivitySucceededEventDetails, super::schema::ACTIVITY_SUCCEEDED_EVENT_DETAILS,
    output = 0, output_details = 1
}

/// Details of an `ActivityTimedOut` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityTimedOutEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ActivityTimedOutEventDetails, super::schema::ACTIVITY_TIMED_OUT_EVENT_DETAILS, error
    = 0, cause = 1
}

/// Description of an alias.
///
/// Length: 0 to 256
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct AliasDescription(::std::string::String);

impl AliasDescription {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;
}

rt::constrained! {
    AliasDescription(::std::string::String), super::schema::ALIAS_DESCRIPTION
}

/// Amazon Resource Name (ARN).
///
/// Length: 1 to 256
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Arn(::std::string::String);

impl Arn {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;
}

rt::constrained! {
    Arn(::std::string::String), super::schema::ARN
}

/// Name of letters, digits, `_`, `-` and `.`. It must not be all digits, since such a name looks
/// like a version.
///
/// Length: 1 to 80
///
/// Pattern: `^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct CharacterRestrictedName(::std::string::String);

impl CharacterRestrictedName {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 80;

    /// What every value matches.
    pub const PATTERN: &'static str = r"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$";
}

rt::constrained! {
    CharacterRestrictedName(::std::string::String),
    super::schema::CHARACTER_RESTRICTED_NAME
}

/// Whether an input or output is included in the response.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloudWatchEventsExecutionDataDetails {
    /// Whether the data is included.
    pub included: bool,
}

rt::structure! {
    CloudWatchEventsExecutionDataDetails,
    super::schema::CLOUD_WATCH_EVENTS_EXECUTION_DATA_DETAILS, included = 0
}

/// CloudWatch Logs log group.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloudWatchLogsLogGroup {
    /// ARN of the log group. Ends with `:*`.
    pub log_group_arn: ::std::option::Option<Arn>,
}

rt::structure! {
    CloudWatchLogsLogGroup, super::schema::CLOUD_WATCH_LOGS_LOG_GROUP, log_group_arn = 0
}

/// Another request is changing the same resource, or a precondition of the request does not hold.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ConflictException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ConflictException, super::schema::CONFLICT_EXCEPTION, message = 0
}

rt::error! {
    ConflictException
}

/// Parameters of a task, as JSON. Not printed by `Debug`.
///
/// Length: 0 to 262144
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct ConnectorParameters(::std::string::String);

impl ConnectorParameters {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 262_144;
}

rt::constrained! {
    ConnectorParameters(::std::string::String), super::schema::CONNECTOR_PARAMETERS
}

/// Input of `CreateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineAliasInput {
    /// Description of the alias.
    pub description: ::std::option::Option<AliasDescription>,
    /// Name of the alias.
    pub name: CharacterRestrictedName,
    /// One or two versions and their weights.
    pub routing_configuration: RoutingConfigurationList,
}

impl CreateStateMachineAliasInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        name: impl ::std::convert::Into<CharacterRestrictedName>,
        routing_configuration: impl ::std::convert::Into<RoutingConfigurationList>,
    ) -> Self {
        Self {
            description: ::std::option::Option::None,
            name: ::std::convert::Into::into(name),
            routing_configuration: ::std::convert::Into::into(routing_configuration),
        }
    }
}

rt::structure! {
    CreateStateMachineAliasInput, super::schema::CREATE_STATE_MACHINE_ALIAS_INPUT,
    description = 0, name = 1, routing_configuration = 2
}

/// Output of `CreateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineAliasOutput {
    /// ARN of the alias.
    pub state_machine_alias_arn: Arn,
    /// Time when the alias was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
}

impl CreateStateMachineAliasOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_alias_arn: impl ::std::convert::Into<Arn>,
        creation_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            state_machine_alias_arn: ::std::convert::Into::into(state_machine_alias_arn),
            creation_date: ::std::convert::Into::into(creation_date),
        }
    }
}

rt::structure! {
    CreateStateMachineAliasOutput, super::schema::CREATE_STATE_MACHINE_ALIAS_OUTPUT,
    state_machine_alias_arn = 0, creation_date = 1
}

/// Input of `CreateStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineInput {
    /// Name of the state machine.
    pub name: Name,
    /// Definition of the state machine.
    pub definition: Definition,
    /// ARN of the IAM role that the state machine assumes.
    pub role_arn: Arn,
    /// Type of the state machine.
    pub r#type: ::std::option::Option<StateMachineType>,
    /// Logging configuration.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// Tags of the state machine.
    pub tags: ::std::option::Option<::std::vec::Vec<Tag>>,
    /// X-Ray tracing configuration.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// Whether to publish a version. Default: false.
    pub publish: bool,
    /// Description of the version. Allowed only if `publish` is true.
    pub version_description: ::std::option::Option<VersionDescription>,
}

impl CreateStateMachineInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        name: impl ::std::convert::Into<Name>,
        definition: impl ::std::convert::Into<Definition>,
        role_arn: impl ::std::convert::Into<Arn>,
    ) -> Self {
        Self {
            name: ::std::convert::Into::into(name),
            definition: ::std::convert::Into::into(definition),
            role_arn: ::std::convert::Into::into(role_arn),
            r#type: ::std::option::Option::None,
            logging_configuration: ::std::option::Option::None,
            tags: ::std::option::Option::None,
            tracing_configuration: ::std::option::Option::None,
            publish: false,
            version_description: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    CreateStateMachineInput, super::schema::CREATE_STATE_MACHINE_INPUT, name = 0,
    definition = 1, role_arn = 2, r#type = 3, logging_configuration = 4, tags = 5,
    tracing_configuration = 6, publish = 7, version_description = 8
}

/// Output of `CreateStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineOutput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Time when the state machine was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
    /// ARN of the version.
    pub state_machine_version_arn: ::std::option::Option<Arn>,
}

impl CreateStateMachineOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_arn: impl ::std::convert::Into<Arn>,
        creation_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            creation_date: ::std::convert::Into::into(creation_date),
            state_machine_version_arn: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    CreateStateMachineOutput, super::schema::CREATE_STATE_MACHINE_OUTPUT,
    state_machine_arn = 0, creation_date = 1, state_machine_version_arn = 2
}

/// Definition of a state machine in the Amazon States Language.
///
/// Length: 1 to 1048576
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Definition(::std::string::String);

impl Definition {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 1_048_576;
}

rt::constrained! {
    Definition(::std::string::String), super::schema::DEFINITION
}

/// Input of `DeleteStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineAliasInput {
    /// ARN of the alias.
    pub state_machine_alias_arn: Arn,
}

impl DeleteStateMachineAliasInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_alias_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_alias_arn: ::std::convert::Into::into(state_machine_alias_arn),
        }
    }
}

rt::structure! {
    DeleteStateMachineAliasInput, super::schema::DELETE_STATE_MACHINE_ALIAS_INPUT,
    state_machine_alias_arn = 0
}

/// Output of `DeleteStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineAliasOutput {}

rt::structure! {
    DeleteStateMachineAliasOutput, super::schema::DELETE_STATE_MACHINE_ALIAS_OUTPUT,
}

/// Input of `DeleteStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
}

impl DeleteStateMachineInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
        }
    }
}

rt::structure! {
    DeleteStateMachineInput, super::schema::DELETE_STATE_MACHINE_INPUT, state_machine_arn
    = 0
}

/// Output of `DeleteStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineOutput {}

rt::structure! {
    DeleteStateMachineOutput, super::schema::DELETE_STATE_MACHINE_OUTPUT,
}

/// Input of `DeleteStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineVersionInput {
    /// ARN of the version.
    pub state_machine_version_arn: LongArn,
}

impl DeleteStateMachineVersionInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_version_arn: impl ::std::convert::Into<LongArn>) -> Self {
        Self {
            state_machine_version_arn: ::std::convert::Into::into(
                state_machine_version_arn,
            ),
        }
    }
}

rt::structure! {
    DeleteStateMachineVersionInput, super::schema::DELETE_STATE_MACHINE_VERSION_INPUT,
    state_machine_version_arn = 0
}

/// Output of `DeleteStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineVersionOutput {}

rt::structure! {
    DeleteStateMachineVersionOutput, super::schema::DELETE_STATE_MACHINE_VERSION_OUTPUT,
}

/// Input of `DescribeExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeExecutionInput {
    /// ARN of the execution.
    pub execution_arn: Arn,
}

impl DescribeExecutionInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(execution_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            execution_arn: ::std::convert::Into::into(execution_arn),
        }
    }
}

rt::structure! {
    DescribeExecutionInput, super::schema::DESCRIBE_EXECUTION_INPUT, execution_arn = 0
}

/// Output of `DescribeExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeExecutionOutput {
    /// ARN of the execution.
    pub execution_arn: Arn,
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Name of the execution.
    pub name: ::std::option::Option<Name>,
    /// Status of the execution.
    pub status: ExecutionStatus,
    /// Time when the execution started.
    pub start_date: ::whitesmith_runtime::types::Timestamp,
    /// Time when the execution ended.
    pub stop_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// Input of the execution, as JSON.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is included and complete.
    pub input_details: ::std::option::Option<CloudWatchEventsExecutionDataDetails>,
    /// Output of the execution, as JSON. Absent unless it succeeded.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is included and complete.
    pub output_details: ::std::option::Option<CloudWatchEventsExecutionDataDetails>,
    /// X-Ray trace header.
    pub trace_header: ::std::option::Option<TraceHeader>,
    /// ARN of the Map Run that started the execution, if any.
    pub map_run_arn: ::std::option::Option<LongArn>,
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
    /// ARN of the version that the execution uses, if it was started with a version or alias.
    pub state_machine_version_arn: ::std::option::Option<Arn>,
    /// ARN of the alias that the execution was started with, if any.
    pub state_machine_alias_arn: ::std::option::Option<Arn>,
}

impl DescribeExecutionOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        execution_arn: impl ::std::convert::Into<Arn>,
        state_machine_arn: impl ::std::convert::Into<Arn>,
        status: impl ::std::convert::Into<ExecutionStatus>,
        start_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            execution_arn: ::std::convert::Into::into(execution_arn),
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            name: ::std::option::Option::None,
            status: ::std::convert::Into::into(status),
            start_date: ::std::convert::Into::into(start_date),
            stop_date: ::std::option::Option::None,
            input: ::std::option::Option::None,
            input_details: ::std::option::Option::None,
            output: ::std::option::Option::None,
            output_details: ::std::option::Option::None,
            trace_header: ::std::option::Option::None,
            map_run_arn: ::std::option::Option::None,
            error: ::std::option::Option::None,
            cause: ::std::option::Option::None,
            state_machine_version_arn: ::std::option::Option::None,
            state_machine_alias_arn: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    DescribeExecutionOutput, super::schema::DESCRIBE_EXECUTION_OUTPUT, execution_arn = 0,
    state_machine_arn = 1, name = 2, status = 3, start_date = 4, stop_date = 5, input =
    6, input_details = 7, output = 8, output_details = 9, trace_header = 10, map_run_arn
    = 11, error = 12, cause = 13, state_machine_version_arn = 14, state_machine_alias_arn
    = 15
}

/// Input of `DescribeStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineAliasInput {
    /// ARN of the alias.
    pub state_machine_alias_arn: Arn,
}

impl DescribeStateMachineAliasInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_alias_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_alias_arn: ::std::convert::Into::into(state_machine_alias_arn),
        }
    }
}

rt::structure! {
    DescribeStateMachineAliasInput, super::schema::DESCRIBE_STATE_MACHINE_ALIAS_INPUT,
    state_machine_alias_arn = 0
}

/// Output of `DescribeStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DescribeStateMachineAliasOutput {
    /// ARN of the alias.
    pub state_machine_alias_arn: ::std::option::Option<Arn>,
    /// Name of the alias.
    pub name: ::std::option::Option<Name>,
    /// Description of the alias.
    pub description: ::std::option::Option<AliasDescription>,
    /// One or two versions and their weights.
    pub routing_configuration: ::std::option::Option<RoutingConfigurationList>,
    /// Time when the alias was created.
    pub creation_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// Time when the alias was last updated.
    pub update_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
}

rt::structure! {
    DescribeStateMachineAliasOutput, super::schema::DESCRIBE_STATE_MACHINE_ALIAS_OUTPUT,
    state_machine_alias_arn = 0, name = 1, description = 2, routing_configuration = 3,
    creation_date = 4, update_date = 5
}

/// Input of `DescribeStateMachineForExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineForExecutionInput {
    /// ARN of the execution.
    pub execution_arn: Arn,
}

impl DescribeStateMachineForExecutionInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(execution_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            execution_arn: ::std::convert::Into::into(execution_arn),
        }
    }
}

rt::structure! {
    DescribeStateMachineForExecutionInput,
    super::schema::DESCRIBE_STATE_MACHINE_FOR_EXECUTION_INPUT, execution_arn = 0
}

/// Output of `DescribeStateMachineForExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineForExecutionOutput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Name of the state machine.
    pub name: Name,
    /// Definition of the state machine.
    pub definition: Definition,
    /// ARN of the IAM role that the state machine assumes.
    pub role_arn: Arn,
    /// Time when the state machine was last updated.
    pub update_date: ::whitesmith_runtime::types::Timestamp,
    /// Logging configuration.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// X-Ray tracing configuration.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// ARN of the Map Run that started the execution, if any.
    pub map_run_arn: ::std::option::Option<LongArn>,
    /// Label of the Map state that started the execution, if any.
    pub label: ::std::option::Option<::std::string::String>,
    /// Revision of the state machine.
    pub revision_id: ::std::option::Option<::std::string::String>,
}

impl DescribeStateMachineForExecutionOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_arn: impl ::std::convert::Into<Arn>,
        name: impl ::std::convert::Into<Name>,
        definition: impl ::std::convert::Into<Definition>,
        role_arn: impl ::std::convert::Into<Arn>,
        update_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            name: ::std::convert::Into::into(name),
            definition: ::std::convert::Into::into(definition),
            role_arn: ::std::convert::Into::into(role_arn),
            update_date: ::std::convert::Into::into(update_date),
            logging_configuration: ::std::option::Option::None,
            tracing_configuration: ::std::option::Option::None,
            map_run_arn: ::std::option::Option::None,
            label: ::std::option::Option::None,
            revision_id: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    DescribeStateMachineForExecutionOutput,
    super::schema::DESCRIBE_STATE_MACHINE_FOR_EXECUTION_OUTPUT, state_machine_arn = 0,
    name = 1, definition = 2, role_arn = 3, update_date = 4, logging_configuration = 5,
    tracing_configuration = 6, map_run_arn = 7, label = 8, revision_id = 9
}

/// Input of `DescribeStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
}

impl DescribeStateMachineInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
        }
    }
}

rt::structure! {
    DescribeStateMachineInput, super::schema::DESCRIBE_STATE_MACHINE_INPUT,
    state_machine_arn = 0
}

/// Output of `DescribeStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineOutput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Name of the state machine.
    pub name: Name,
    /// Status of the state machine.
    pub status: ::std::option::Option<StateMachineStatus>,
    /// Definition of the state machine.
    pub definition: Definition,
    /// ARN of the IAM role that the state machine assumes.
    pub role_arn: Arn,
    /// Type of the state machine.
    pub r#type: StateMachineType,
    /// Time when the state machine or version was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
    /// Logging configuration.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// X-Ray tracing configuration.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// Label of the Map state. Set only if the request has a qualified ARN.
    pub label: ::std::option::Option<::std::string::String>,
    /// Revision of the state machine.
    pub revision_id: ::std::option::Option<::std::string::String>,
    /// Description of the version.
    pub description: ::std::option::Option<VersionDescription>,
}

impl DescribeStateMachineOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_arn: impl ::std::convert::Into<Arn>,
        name: impl ::std::convert::Into<Name>,
        definition: impl ::std::convert::Into<Definition>,
        role_arn: impl ::std::convert::Into<Arn>,
        r#type: impl ::std::convert::Into<StateMachineType>,
        creation_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            name: ::std::convert::Into::into(name),
            status: ::std::option::Option::None,
            definition: ::std::convert::Into::into(definition),
            role_arn: ::std::convert::Into::into(role_arn),
            r#type: ::std::convert::Into::into(r#type),
            creation_date: ::std::convert::Into::into(creation_date),
            logging_configuration: ::std::option::Option::None,
            tracing_configuration: ::std::option::Option::None,
            label: ::std::option::Option::None,
            revision_id: ::std::option::Option::None,
            description: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    DescribeStateMachineOutput, super::schema::DESCRIBE_STATE_MACHINE_OUTPUT,
    state_machine_arn = 0, name = 1, status = 2, definition = 3, role_arn = 4, r#type =
    5, creation_date = 6, logging_configuration = 7, tracing_configuration = 8, label =
    9, revision_id = 10, description = 11
}

/// Details of an `ExecutionAborted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionAbortedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ExecutionAbortedEventDetails, super::schema::EXECUTION_ABORTED_EVENT_DETAILS, error =
    0, cause = 1
}

/// An execution of this name exists with a different input, or has ended.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionAlreadyExists {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ExecutionAlreadyExists, super::schema::EXECUTION_ALREADY_EXISTS, message = 0
}

rt::error! {
    ExecutionAlreadyExists
}

/// The execution does not exist.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionDoesNotExist {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ExecutionDoesNotExist, super::schema::EXECUTION_DOES_NOT_EXIST, message = 0
}

rt::error! {
    ExecutionDoesNotExist
}

/// Details of an `ExecutionFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionFailedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ExecutionFailedEventDetails, super::schema::EXECUTION_FAILED_EVENT_DETAILS, error =
    0, cause = 1
}

/// The account has reached its limit of running executions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionLimitExceeded {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ExecutionLimitExceeded, super::schema::EXECUTION_LIMIT_EXCEEDED, message = 0
}

rt::error! {
    ExecutionLimitExceeded
}

/// Summary of an execution.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ExecutionListItem {
    /// ARN of the execution.
    pub execution_arn: Arn,
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Name of the execution.
    pub name: Name,
    /// Status of the execution.
    pub status: ExecutionStatus,
    /// Time when the execution started.
    pub start_date: ::whitesmith_runtime::types::Timestamp,
    /// Time when the execution ended.
    pub stop_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// ARN of the Map Run that started the execution, if any.
    pub map_run_arn: ::std::option::Option<LongArn>,
    /// Number of items processed. Set only if the request has `mapRunArn`.
    pub item_count: ::std::option::Option<UnsignedInteger>,
    /// ARN of the version that the execution uses, if it was started with a version or alias.
    pub state_machine_version_arn: ::std::option::Option<Arn>,
    /// ARN of the alias that the execution was started with, if any.
    pub state_machine_alias_arn: ::std::option::Option<Arn>,
}

impl ExecutionListItem {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        execution_arn: impl ::std::convert::Into<Arn>,
        state_machine_arn: impl ::std::convert::Into<Arn>,
        name: impl ::std::convert::Into<Name>,
        status: impl ::std::convert::Into<ExecutionStatus>,
        start_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            execution_arn: ::std::convert::Into::into(execution_arn),
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            name: ::std::convert::Into::into(name),
            status: ::std::convert::Into::into(status),
            start_date: ::std::convert::Into::into(start_date),
            stop_date: ::std::option::Option::None,
            map_run_arn: ::std::option::Option::None,
            item_count: ::std::option::Option::None,
            state_machine_version_arn: ::std::option::Option::None,
            state_machine_alias_arn: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ExecutionListItem, super::schema::EXECUTION_LIST_ITEM, execution_arn = 0,
    state_machine_arn = 1, name = 2, status = 3, start_date = 4, stop_date = 5,
    map_run_arn = 6, item_count = 7, state_machine_version_arn = 8,
    state_machine_alias_arn = 9
}

/// Details of an `ExecutionStarted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionStartedEventDetails {
    /// Input of the execution, as JSON.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is included and complete.
    pub input_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
    /// ARN of the IAM role that the state machine assumes.
    pub role_arn: ::std::option::Option<Arn>,
    /// ARN of the alias that the execution was started with, if any.
    pub state_machine_alias_arn: ::std::option::Option<Arn>,
    /// ARN of the version that the execution uses, if it was started with a version or alias.
    pub state_machine_version_arn: ::std::option::Option<Arn>,
}

rt::structure! {
    ExecutionStartedEventDetails, super::schema::EXECUTION_STARTED_EVENT_DETAILS, input =
    0, input_details = 1, role_arn = 2, state_machine_alias_arn = 3,
    state_machine_version_arn = 4
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Status of an execution.
pub enum ExecutionStatus {
    /// The execution is running.
    Running,
    /// The execution succeeded.
    Succeeded,
    /// The execution failed.
    Failed,
    /// The execution timed out.
    TimedOut,
    /// The execution was aborted.
    Aborted,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    ExecutionStatus, super::schema::EXECUTION_STATUS, Running = "RUNNING", Succeeded =
    "SUCCEEDED", Failed = "FAILED", TimedOut = "TIMED_OUT", Aborted = "ABORTED"
}

/// Details of an `ExecutionSucceeded` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionSucceededEventDetails {
    /// Output of the execution, as JSON.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is included and complete.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

rt::structure! {
    ExecutionSucceededEventDetails, super::schema::EXECUTION_SUCCEEDED_EVENT_DETAILS,
    output = 0, output_details = 1
}

/// Details of an `ExecutionTimedOut` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionTimedOutEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ExecutionTimedOutEventDetails, super::schema::EXECUTION_TIMED_OUT_EVENT_DETAILS,
    error = 0, cause = 1
}

/// Input of `GetExecutionHistory`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetExecutionHistoryInput {
    /// ARN of the execution.
    pub execution_arn: Arn,
    /// Maximum number of items in the response.
    pub max_results: PageSize,
    /// Whether to list the most recent event first.
    pub reverse_order: bool,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<PageToken>,
    /// Whether events include inputs and outputs.
    pub include_execution_data: ::std::option::Option<bool>,
}

impl GetExecutionHistoryInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(execution_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            execution_arn: ::std::convert::Into::into(execution_arn),
            max_results: PageSize(0),
            reverse_order: false,
            next_token: ::std::option::Option::None,
            include_execution_data: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    GetExecutionHistoryInput, super::schema::GET_EXECUTION_HISTORY_INPUT, execution_arn =
    0, max_results = 1, reverse_order = 2, next_token = 3, include_execution_data = 4
}

/// Output of `GetExecutionHistory`: one page of events.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetExecutionHistoryOutput {
    /// Events.
    pub events: ::std::vec::Vec<HistoryEvent>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

impl GetExecutionHistoryOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        events: impl ::std::convert::Into<::std::vec::Vec<HistoryEvent>>,
    ) -> Self {
        Self {
            events: ::std::convert::Into::into(events),
            next_token: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    GetExecutionHistoryOutput, super::schema::GET_EXECUTION_HISTORY_OUTPUT, events = 0,
    next_token = 1
}

/// Event of an execution. Its type determines which of the details is set.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct HistoryEvent {
    /// Time of the event.
    pub timestamp: ::whitesmith_runtime::types::Timestamp,
    /// Type of the event.
    pub r#type: HistoryEventType,
    /// Identifier of the event.
    pub id: i64,
    /// Identifier of the previous event.
    pub previous_event_id: i64,
    /// Set for `ActivityFailed` events.
    pub activity_failed_event_details: ::std::option::Option<ActivityFailedEventDetails>,
    /// Set for `ActivityScheduleFailed` events.
    pub activity_schedule_failed_event_details: ::std::option::Option<
        ActivityScheduleFailedEventDetails,
    >,
    /// Set for `ActivityScheduled` events.
    pub activity_scheduled_event_details: ::std::option::Option<
        ActivityScheduledEventDetails,
    >,
    /// Set for `ActivityStarted` events.
    pub activity_started_event_details: ::std::option::Option<
        ActivityStartedEventDetails,
    >,
    /// Set for `ActivitySucceeded` events.
    pub activity_succeeded_event_details: ::std::option::Option<
        ActivitySucceededEventDetails,
    >,
    /// Set for `ActivityTimedOut` events.
    pub activity_timed_out_event_details: ::std::option::Option<
        ActivityTimedOutEventDetails,
    >,
    /// Set for `TaskFailed` events.
    pub task_failed_event_details: ::std::option::Option<TaskFailedEventDetails>,
    /// Set for `TaskScheduled` events.
    pub task_scheduled_event_details: ::std::option::Option<TaskScheduledEventDetails>,
    /// Set for `TaskStartFailed` events.
    pub task_start_failed_event_details: ::std::option::Option<
        TaskStartFailedEventDetails,
    >,
    /// Set for `TaskStarted` events.
    pub task_started_event_details: ::std::option::Option<TaskStartedEventDetails>,
    /// Set for `TaskSubmitFailed` events.
    pub task_submit_failed_event_details: ::std::option::Option<
        TaskSubmitFailedEventDetails,
    >,
    /// Set for `TaskSubmitted` events.
    pub task_submitted_event_details: ::std::option::Option<TaskSubmittedEventDetails>,
    /// Set for `TaskSucceeded` events.
    pub task_succeeded_event_details: ::std::option::Option<TaskSucceededEventDetails>,
    /// Set for `TaskTimedOut` events.
    pub task_timed_out_event_details: ::std::option::Option<TaskTimedOutEventDetails>,
    /// Set for `ExecutionFailed` events.
    pub execution_failed_event_details: ::std::option::Option<
        ExecutionFailedEventDetails,
    >,
    /// Set for `ExecutionStarted` events.
    pub execution_started_event_details: ::std::option::Option<
        ExecutionStartedEventDetails,
    >,
    /// Set for `ExecutionSucceeded` events.
    pub execution_succeeded_event_details: ::std::option::Option<
        ExecutionSucceededEventDetails,
    >,
    /// Set for `ExecutionAborted` events.
    pub execution_aborted_event_details: ::std::option::Option<
        ExecutionAbortedEventDetails,
    >,
    /// Set for `ExecutionTimedOut` events.
    pub execution_timed_out_event_details: ::std::option::Option<
        ExecutionTimedOutEventDetails,
    >,
    /// Set for `MapStateStarted` events.
    pub map_state_started_event_details: ::std::option::Option<
        MapStateStartedEventDetails,
    >,
    /// Set for `MapIterationStarted` events.
    pub map_iteration_started_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// Set for `MapIterationSucceeded` events.
    pub map_iteration_succeeded_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// Set for `MapIterationFailed` events.
    pub map_iteration_failed_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// Set for `MapIterationAborted` events.
    pub map_iteration_aborted_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// Set for `LambdaFunctionFailed` events.
    pub lambda_function_failed_event_details: ::std::option::Option<
        LambdaFunctionFailedEventDetails,
    >,
    /// Set for `LambdaFunctionScheduleFailed` events.
    pub lambda_function_schedule_failed_event_details: ::std::option::Option<
        LambdaFunctionScheduleFailedEventDetails,
    >,
    /// Set for `LambdaFunctionScheduled` events.
    pub lambda_function_scheduled_event_details: ::std::option::Option<
        LambdaFunctionScheduledEventDetails,
    >,
    /// Set for `LambdaFunctionStartFailed` events.
    pub lambda_function_start_failed_event_details: ::std::option::Option<
        LambdaFunctionStartFailedEventDetails,
    >,
    /// Set for `LambdaFunctionSucceeded` events.
    pub lambda_function_succeeded_event_details: ::std::option::Option<
        LambdaFunctionSucceededEventDetails,
    >,
    /// Set for `LambdaFunctionTimedOut` events.
    pub lambda_function_timed_out_event_details: ::std::option::Option<
        LambdaFunctionTimedOutEventDetails,
    >,
    /// Set for events whose type ends with `StateEntered`.
    pub state_entered_event_details: ::std::option::Option<StateEnteredEventDetails>,
    /// Set for events whose type ends with `StateExited`.
    pub state_exited_event_details: ::std::option::Option<StateExitedEventDetails>,
    /// Set for `MapRunStarted` events.
    pub map_run_started_event_details: ::std::option::Option<MapRunStartedEventDetails>,
    /// Set for `MapRunFailed` events.
    pub map_run_failed_event_details: ::std::option::Option<MapRunFailedEventDetails>,
}

impl HistoryEvent {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        timestamp: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
        r#type: impl ::std::convert::Into<HistoryEventType>,
        id: impl ::std::convert::Into<i64>,
    ) -> Self {
        Self {
            timestamp: ::std::convert::Into::into(timestamp),
            r#type: ::std::convert::Into::into(r#type),
            id: ::std::convert::Into::into(id),
            previous_event_id: 0,
            activity_failed_event_details: ::std::option::Option::None,
            activity_schedule_failed_event_details: ::std::option::Option::None,
            activity_scheduled_event_details: ::std::option::Option::None,
            activity_started_event_details: ::std::option::Option::None,
            activity_succeeded_event_details: ::std::option::Option::None,
            activity_timed_out_event_details: ::std::option::Option::None,
            task_failed_event_details: ::std::option::Option::None,
            task_scheduled_event_details: ::std::option::Option::None,
            task_start_failed_event_details: ::std::option::Option::None,
            task_started_event_details: ::std::option::Option::None,
            task_submit_failed_event_details: ::std::option::Option::None,
            task_submitted_event_details: ::std::option::Option::None,
            task_succeeded_event_details: ::std::option::Option::None,
            task_timed_out_event_details: ::std::option::Option::None,
            execution_failed_event_details: ::std::option::Option::None,
            execution_started_event_details: ::std::option::Option::None,
            execution_succeeded_event_details: ::std::option::Option::None,
            execution_aborted_event_details: ::std::option::Option::None,
            execution_timed_out_event_details: ::std::option::Option::None,
            map_state_started_event_details: ::std::option::Option::None,
            map_iteration_started_event_details: ::std::option::Option::None,
            map_iteration_succeeded_event_details: ::std::option::Option::None,
            map_iteration_failed_event_details: ::std::option::Option::None,
            map_iteration_aborted_event_details: ::std::option::Option::None,
            lambda_function_failed_event_details: ::std::option::Option::None,
            lambda_function_schedule_failed_event_details: ::std::option::Option::None,
            lambda_function_scheduled_event_details: ::std::option::Option::None,
            lambda_function_start_failed_event_details: ::std::option::Option::None,
            lambda_function_succeeded_event_details: ::std::option::Option::None,
            lambda_function_timed_out_event_details: ::std::option::Option::None,
            state_entered_event_details: ::std::option::Option::None,
            state_exited_event_details: ::std::option::Option::None,
            map_run_started_event_details: ::std::option::Option::None,
            map_run_failed_event_details: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    HistoryEvent, super::schema::HISTORY_EVENT, timestamp = 0, r#type = 1, id = 2,
    previous_event_id = 3, activity_failed_event_details = 4,
    activity_schedule_failed_event_details = 5, activity_scheduled_event_details = 6,
    activity_started_event_details = 7, activity_succeeded_event_details = 8,
    activity_timed_out_event_details = 9, task_failed_event_details = 10,
    task_scheduled_event_details = 11, task_start_failed_event_details = 12,
    task_started_event_details = 13, task_submit_failed_event_details = 14,
    task_submitted_event_details = 15, task_succeeded_event_details = 16,
    task_timed_out_event_details = 17, execution_failed_event_details = 18,
    execution_started_event_details = 19, execution_succeeded_event_details = 20,
    execution_aborted_event_details = 21, execution_timed_out_event_details = 22,
    map_state_started_event_details = 23, map_iteration_started_event_details = 24,
    map_iteration_succeeded_event_details = 25, map_iteration_failed_event_details = 26,
    map_iteration_aborted_event_details = 27, lambda_function_failed_event_details = 28,
    lambda_function_schedule_failed_event_details = 29,
    lambda_function_scheduled_event_details = 30,
    lambda_function_start_failed_event_details = 31,
    lambda_function_succeeded_event_details = 32, lambda_function_timed_out_event_details
    = 33, state_entered_event_details = 34, state_exited_event_details = 35,
    map_run_started_event_details = 36, map_run_failed_event_details = 37
}

/// Whether an input or output is complete.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct HistoryEventExecutionDataDetails {
    /// Whether the data is truncated.
    pub truncated: bool,
}

rt::structure! {
    HistoryEventExecutionDataDetails,
    super::schema::HISTORY_EVENT_EXECUTION_DATA_DETAILS, truncated = 0
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Type of an event of an execution.
pub enum HistoryEventType {
    /// An activity failed.
    ActivityFailed,
    /// An activity was scheduled.
    ActivityScheduled,
    /// An activity could not be scheduled.
    ActivityScheduleFailed,
    /// An activity started.
    ActivityStarted,
    /// An activity succeeded.
    ActivitySucceeded,
    /// An activity timed out.
    ActivityTimedOut,
    /// The execution entered a Choice state.
    ChoiceStateEntered,
    /// The execution exited a Choice state.
    ChoiceStateExited,
    /// The execution was aborted.
    ExecutionAborted,
    /// The execution failed.
    ExecutionFailed,
    /// The execution started.
    ExecutionStarted,
    /// The execution succeeded.
    ExecutionSucceeded,
    /// The execution timed out.
    ExecutionTimedOut,
    /// The execution entered a Fail state.
    FailStateEntered,
    /// A Lambda function failed.
    LambdaFunctionFailed,
    /// A Lambda function was scheduled.
    LambdaFunctionScheduled,
    /// A Lambda function could not be scheduled.
    LambdaFunctionScheduleFailed,
    /// A Lambda function started.
    LambdaFunctionStarted,
    /// A Lambda function could not be started.
    LambdaFunctionStartFailed,
    /// A Lambda function succeeded.
    LambdaFunctionSucceeded,
    /// A Lambda function timed out.
    LambdaFunctionTimedOut,
    /// An iteration of a Map state was aborted.
    MapIterationAborted,
    /// An iteration of a Map state failed.
    MapIterationFailed,
    /// An iteration of a Map state started.
    MapIterationStarted,
    /// An iteration of a Map state succeeded.
    MapIterationSucceeded,
    /// A Map state was aborted.
    MapStateAborted,
    /// The execution entered a Map state.
    MapStateEntered,
    /// The execution exited a Map state.
    MapStateExited,
    /// A Map state failed.
    MapStateFailed,
    /// A Map state started.
    MapStateStarted,
    /// A Map state succeeded.
    MapStateSucceeded,
    /// A Parallel state was aborted.
    ParallelStateAborted,
    /// The execution entered a Parallel state.
    ParallelStateEntered,
    /// The execution exited a Parallel state.
    ParallelStateExited,
    /// A Parallel state failed.
    ParallelStateFailed,
    /// A Parallel state started.
    ParallelStateStarted,
    /// A Parallel state succeeded.
    ParallelStateSucceeded,
    /// The execution entered a Pass state.
    PassStateEntered,
    /// The execution exited a Pass state.
    PassStateExited,
    /// The execution entered a Succeed state.
    SucceedStateEntered,
    /// The execution exited a Succeed state.
    SucceedStateExited,
    /// A task failed.
    TaskFailed,
    /// A task was scheduled.
    TaskScheduled,
    /// A task started.
    TaskStarted,
    /// A task could not be started.
    TaskStartFailed,
    /// A Task state was aborted.
    TaskStateAborted,
    /// The execution entered a Task state.
    TaskStateEntered,
    /// The execution exited a Task state.
    TaskStateExited,
    /// A task could not be submitted.
    TaskSubmitFailed,
    /// A task was submitted.
    TaskSubmitted,
    /// A task succeeded.
    TaskSucceeded,
    /// A task timed out.
    TaskTimedOut,
    /// A Wait state was aborted.
    WaitStateAborted,
    /// The execution entered a Wait state.
    WaitStateEntered,
    /// The execution exited a Wait state.
    WaitStateExited,
    /// A Map Run was aborted.
    MapRunAborted,
    /// A Map Run failed.
    MapRunFailed,
    /// A Map Run started.
    MapRunStarted,
    /// A Map Run succeeded.
    MapRunSucceeded,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    HistoryEventType, super::schema::HISTORY_EVENT_TYPE, ActivityFailed =
    "ActivityFailed", ActivityScheduled = "ActivityScheduled", ActivityScheduleFailed =
    "ActivityScheduleFailed", ActivityStarted = "ActivityStarted", ActivitySucceeded =
    "ActivitySucceeded", ActivityTimedOut = "ActivityTimedOut", ChoiceStateEntered =
    "ChoiceStateEntered", ChoiceStateExited = "ChoiceStateExited", ExecutionAborted =
    "ExecutionAborted", ExecutionFailed = "ExecutionFailed", ExecutionStarted =
    "ExecutionStarted", ExecutionSucceeded = "ExecutionSucceeded", ExecutionTimedOut =
    "ExecutionTimedOut", FailStateEntered = "FailStateEntered", LambdaFunctionFailed =
    "LambdaFunctionFailed", LambdaFunctionScheduled = "LambdaFunctionScheduled",
    LambdaFunctionScheduleFailed = "LambdaFunctionScheduleFailed", LambdaFunctionStarted
    = "LambdaFunctionStarted", LambdaFunctionStartFailed = "LambdaFunctionStartFailed",
    LambdaFunctionSucceeded = "LambdaFunctionSucceeded", LambdaFunctionTimedOut =
    "LambdaFunctionTimedOut", MapIterationAborted = "MapIterationAborted",
    MapIterationFailed = "MapIterationFailed", MapIterationStarted =
    "MapIterationStarted", MapIterationSucceeded = "MapIterationSucceeded",
    MapStateAborted = "MapStateAborted", MapStateEntered = "MapStateEntered",
    MapStateExited = "MapStateExited", MapStateFailed = "MapStateFailed", MapStateStarted
    = "MapStateStarted", MapStateSucceeded = "MapStateSucceeded", ParallelStateAborted =
    "ParallelStateAborted", ParallelStateEntered = "ParallelStateEntered",
    ParallelStateExited = "ParallelStateExited", ParallelStateFailed =
    "ParallelStateFailed", ParallelStateStarted = "ParallelStateStarted",
    ParallelStateSucceeded = "ParallelStateSucceeded", PassStateEntered =
    "PassStateEntered", PassStateExited = "PassStateExited", SucceedStateEntered =
    "SucceedStateEntered", SucceedStateExited = "SucceedStateExited", TaskFailed =
    "TaskFailed", TaskScheduled = "TaskScheduled", TaskStarted = "TaskStarted",
    TaskStartFailed = "TaskStartFailed", TaskStateAborted = "TaskStateAborted",
    TaskStateEntered = "TaskStateEntered", TaskStateExited = "TaskStateExited",
    TaskSubmitFailed = "TaskSubmitFailed", TaskSubmitted = "TaskSubmitted", TaskSucceeded
    = "TaskSucceeded", TaskTimedOut = "TaskTimedOut", WaitStateAborted =
    "WaitStateAborted", WaitStateEntered = "WaitStateEntered", WaitStateExited =
    "WaitStateExited", MapRunAborted = "MapRunAborted", MapRunFailed = "MapRunFailed",
    MapRunStarted = "MapRunStarted", MapRunSucceeded = "MapRunSucceeded"
}

/// Name of a worker.
///
/// Length: 0 to 256
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Identity(::std::string::String);

impl Identity {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;
}

rt::constrained! {
    Identity(::std::string::String), super::schema::IDENTITY
}

/// The ARN is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidArn {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidArn, super::schema::INVALID_ARN, message = 0
}

rt::error! {
    InvalidArn
}

/// The definition is not valid in the Amazon States Language.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidDefinition {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidDefinition, super::schema::INVALID_DEFINITION, message = 0
}

rt::error! {
    InvalidDefinition
}

/// The encryption configuration is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidEncryptionConfiguration {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidEncryptionConfiguration, super::schema::INVALID_ENCRYPTION_CONFIGURATION,
    message = 0
}

rt::error! {
    InvalidEncryptionConfiguration
}

/// Input of `InvalidExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidExecutionInput {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidExecutionInput, super::schema::INVALID_EXECUTION_INPUT, message = 0
}

rt::error! {
    InvalidExecutionInput
}

/// The logging configuration is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidLoggingConfiguration {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidLoggingConfiguration, super::schema::INVALID_LOGGING_CONFIGURATION, message =
    0
}

rt::error! {
    InvalidLoggingConfiguration
}

/// The name is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidName {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidName, super::schema::INVALID_NAME, message = 0
}

rt::error! {
    InvalidName
}

/// The pagination token is invalid or has expired.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidToken {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidToken, super::schema::INVALID_TOKEN, message = 0
}

rt::error! {
    InvalidToken
}

/// The tracing configuration is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidTracingConfiguration {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidTracingConfiguration, super::schema::INVALID_TRACING_CONFIGURATION, message =
    0
}

rt::error! {
    InvalidTracingConfiguration
}

/// The caller is not authorized to use the encryption key.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KmsAccessDeniedException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    KmsAccessDeniedException, super::schema::KMS_ACCESS_DENIED_EXCEPTION, message = 0
}

rt::error! {
    KmsAccessDeniedException
}

/// The encryption key is in a state in which it cannot be used.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KmsInvalidStateException {
    /// State of the key.
    pub kms_key_state: ::std::option::Option<KmsKeyState>,
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    KmsInvalidStateException, super::schema::KMS_INVALID_STATE_EXCEPTION, kms_key_state =
    0, message = 1
}

rt::error! {
    KmsInvalidStateException
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// State of a key that cannot be used.
pub enum KmsKeyState {
    /// The key is disabled.
    Disabled,
    /// The key is scheduled for deletion.
    PendingDeletion,
    /// The key material has not been imported.
    PendingImport,
    /// The key store of the key is unavailable.
    Unavailable,
    /// The key is being created.
    Creating,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    KmsKeyState, super::schema::KMS_KEY_STATE, Disabled = "DISABLED", PendingDeletion =
    "PENDING_DELETION", PendingImport = "PENDING_IMPORT", Unavailable = "UNAVAILABLE",
    Creating = "CREATING"
}

/// AWS KMS throttled the request.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KmsThrottlingException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    KmsThrottlingException, super::schema::KMS_THROTTLING_EXCEPTION, message = 0
}

rt::error! {
    KmsThrottlingException
}

/// Details of a `LambdaFunctionFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionFailedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionFailedEventDetails,
    super::schema::LAMBDA_FUNCTION_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Details of a `LambdaFunctionScheduleFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionScheduleFailedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionScheduleFailedEventDetails,
    super::schema::LAMBDA_FUNCTION_SCHEDULE_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Details of a `LambdaFunctionScheduled` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct LambdaFunctionScheduledEventDetails {
    /// ARN of the function.
    pub resource: Arn,
    /// Input of the function, as JSON.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is included and complete.
    pub input_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
    /// Maximum duration in seconds.
    pub timeout_in_seconds: ::std::option::Option<i64>,
    /// Role that the task assumes.
    pub task_credentials: ::std::option::Option<TaskCredentials>,
}

impl LambdaFunctionScheduledEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(resource: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            resource: ::std::convert::Into::into(resource),
            input: ::std::option::Option::None,
            input_details: ::std::option::Option::None,
            timeout_in_seconds: ::std::option::Option::None,
            task_credentials: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    LambdaFunctionScheduledEventDetails,
    super::schema::LAMBDA_FUNCTION_SCHEDULED_EVENT_DETAILS, resource = 0, input = 1,
    input_details = 2, timeout_in_seconds = 3, task_credentials = 4
}

/// Details of a `LambdaFunctionStartFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionStartFailedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionStartFailedEventDetails,
    super::schema::LAMBDA_FUNCTION_START_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Details of a `LambdaFunctionSucceeded` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionSucceededEventDetails {
    /// Output of the function, as JSON.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is included and complete.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

rt::structure! {
    LambdaFunctionSucceededEventDetails,
    super::schema::LAMBDA_FUNCTION_SUCCEEDED_EVENT_DETAILS, output = 0, output_details =
    1
}

/// Details of a `LambdaFunctionTimedOut` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionTimedOutEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionTimedOutEventDetails,
    super::schema::LAMBDA_FUNCTION_TIMED_OUT_EVENT_DETAILS, error = 0, cause = 1
}

/// Input of `ListExecutions`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListExecutionsInput {
    /// ARN of the state machine, version or alias. Either this or `mapRunArn` is required.
    pub state_machine_arn: ::std::option::Option<Arn>,
    /// Only list executions with this status.
    pub status_filter: ::std::option::Option<ExecutionStatus>,
    /// Maximum number of items in the response.
    pub max_results: PageSize,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<ListExecutionsPageToken>,
    /// ARN of the Map Run. Either this or `stateMachineArn` is required.
    pub map_run_arn: ::std::option::Option<LongArn>,
}

impl ::std::default::Default for ListExecutionsInput {
    fn default() -> Self {
        Self {
            state_machine_arn: ::std::option::Option::None,
            status_filter: ::std::option::Option::None,
            max_results: PageSize(0),
            next_token: ::std::option::Option::None,
            map_run_arn: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ListExecutionsInput, super::schema::LIST_EXECUTIONS_INPUT, state_machine_arn = 0,
    status_filter = 1, max_results = 2, next_token = 3, map_run_arn = 4
}

/// Output of `ListExecutions`: one page of executions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListExecutionsOutput {
    /// Executions.
    pub executions: ::std::vec::Vec<ExecutionListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<ListExecutionsPageToken>,
}

impl ListExecutionsOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        executions: impl ::std::convert::Into<::std::vec::Vec<ExecutionListItem>>,
    ) -> Self {
        Self {
            executions: ::std::convert::Into::into(executions),
            next_token: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ListExecutionsOutput, super::schema::LIST_EXECUTIONS_OUTPUT, executions = 0,
    next_token = 1
}

/// Opaque pagination token for executions.
///
/// Length: 1 to 3096
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct ListExecutionsPageToken(::std::string::String);

impl ListExecutionsPageToken {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 3096;
}

rt::constrained! {
    ListExecutionsPageToken(::std::string::String),
    super::schema::LIST_EXECUTIONS_PAGE_TOKEN
}

/// Input of `ListStateMachineAliases`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineAliasesInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<PageToken>,
    /// Maximum number of items in the response.
    pub max_results: PageSize,
}

impl ListStateMachineAliasesInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            next_token: ::std::option::Option::None,
            max_results: PageSize(0),
        }
    }
}

rt::structure! {
    ListStateMachineAliasesInput, super::schema::LIST_STATE_MACHINE_ALIASES_INPUT,
    state_machine_arn = 0, next_token = 1, max_results = 2
}

/// Output of `ListStateMachineAliases`: one page of aliases.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineAliasesOutput {
    /// Aliases.
    pub state_machine_aliases: ::std::vec::Vec<StateMachineAliasListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

impl ListStateMachineAliasesOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_aliases: impl ::std::convert::Into<
            ::std::vec::Vec<StateMachineAliasListItem>,
        >,
    ) -> Self {
        Self {
            state_machine_aliases: ::std::convert::Into::into(state_machine_aliases),
            next_token: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ListStateMachineAliasesOutput, super::schema::LIST_STATE_MACHINE_ALIASES_OUTPUT,
    state_machine_aliases = 0, next_token = 1
}

/// Input of `ListStateMachineVersions`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineVersionsInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<PageToken>,
    /// Maximum number of items in the response.
    pub max_results: PageSize,
}

impl ListStateMachineVersionsInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            next_token: ::std::option::Option::None,
            max_results: PageSize(0),
        }
    }
}

rt::structure! {
    ListStateMachineVersionsInput, super::schema::LIST_STATE_MACHINE_VERSIONS_INPUT,
    state_machine_arn = 0, next_token = 1, max_results = 2
}

/// Output of `ListStateMachineVersions`: one page of versions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineVersionsOutput {
    /// Versions.
    pub state_machine_versions: ::std::vec::Vec<StateMachineVersionListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

impl ListStateMachineVersionsOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_versions: impl ::std::convert::Into<
            ::std::vec::Vec<StateMachineVersionListItem>,
        >,
    ) -> Self {
        Self {
            state_machine_versions: ::std::convert::Into::into(state_machine_versions),
            next_token: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ListStateMachineVersionsOutput, super::schema::LIST_STATE_MACHINE_VERSIONS_OUTPUT,
    state_machine_versions = 0, next_token = 1
}

/// Input of `ListStateMachines`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachinesInput {
    /// Maximum number of items in the response.
    pub max_results: PageSize,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<PageToken>,
}

impl ::std::default::Default for ListStateMachinesInput {
    fn default() -> Self {
        Self {
            max_results: PageSize(0),
            next_token: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ListStateMachinesInput, super::schema::LIST_STATE_MACHINES_INPUT, max_results = 0,
    next_token = 1
}

/// Output of `ListStateMachines`: one page of state machines.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachinesOutput {
    /// State machines.
    pub state_machines: ::std::vec::Vec<StateMachineListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

impl ListStateMachinesOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machines: impl ::std::convert::Into<::std::vec::Vec<StateMachineListItem>>,
    ) -> Self {
        Self {
            state_machines: ::std::convert::Into::into(state_machines),
            next_token: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    ListStateMachinesOutput, super::schema::LIST_STATE_MACHINES_OUTPUT, state_machines =
    0, next_token = 1
}

/// Log destination.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LogDestination {
    /// CloudWatch Logs log group.
    pub cloud_watch_logs_log_group: ::std::option::Option<CloudWatchLogsLogGroup>,
}

rt::structure! {
    LogDestination, super::schema::LOG_DESTINATION, cloud_watch_logs_log_group = 0
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Events to log.
pub enum LogLevel {
    /// Log all events.
    All,
    /// Log errors, fatal ones included.
    Error,
    /// Log fatal errors only.
    Fatal,
    /// Log nothing.
    Off,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    LogLevel, super::schema::LOG_LEVEL, All = "ALL", Error = "ERROR", Fatal = "FATAL",
    Off = "OFF"
}

/// Logging configuration of a state machine.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LoggingConfiguration {
    /// Events to log.
    pub level: ::std::option::Option<LogLevel>,
    /// Whether log entries include inputs and outputs.
    pub include_execution_data: bool,
    /// Log destinations, at most one.
    pub destinations: ::std::option::Option<::std::vec::Vec<LogDestination>>,
}

rt::structure! {
    LoggingConfiguration, super::schema::LOGGING_CONFIGURATION, level = 0,
    include_execution_data = 1, destinations = 2
}

/// Amazon Resource Name (ARN) of up to 2,000 characters.
///
/// Length: 1 to 2000
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct LongArn(::std::string::String);

impl LongArn {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 2000;
}

rt::constrained! {
    LongArn(::std::string::String), super::schema::LONG_ARN
}

/// Details of an event whose type starts with `MapIteration`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct MapIterationEventDetails {
    /// Name of the Map state.
    pub name: ::std::option::Option<Name>,
    /// Index of the iteration, starting at 0.
    pub index: UnsignedInteger,
}

impl ::std::default::Default for MapIterationEventDetails {
    fn default() -> Self {
        Self {
            name: ::std::option::Option::None,
            index: UnsignedInteger(0),
        }
    }
}

rt::structure! {
    MapIterationEventDetails, super::schema::MAP_ITERATION_EVENT_DETAILS, name = 0, index
    = 1
}

/// Details of a `MapRunFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MapRunFailedEventDetails {
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    MapRunFailedEventDetails, super::schema::MAP_RUN_FAILED_EVENT_DETAILS, error = 0,
    cause = 1
}

/// Details of a `MapRunStarted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MapRunStartedEventDetails {
    /// ARN of the Map Run that started the execution, if any.
    pub map_run_arn: ::std::option::Option<LongArn>,
}

rt::structure! {
    MapRunStartedEventDetails, super::schema::MAP_RUN_STARTED_EVENT_DETAILS, map_run_arn
    = 0
}

/// Details of a `MapStateStarted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct MapStateStartedEventDetails {
    /// Number of iterations.
    pub length: UnsignedInteger,
}

impl ::std::default::Default for MapStateStartedEventDetails {
    fn default() -> Self {
        Self { length: UnsignedInteger(0) }
    }
}

rt::structure! {
    MapStateStartedEventDetails, super::schema::MAP_STATE_STARTED_EVENT_DETAILS, length =
    0
}

/// A required parameter is missing.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MissingRequiredParameter {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    MissingRequiredParameter, super::schema::MISSING_REQUIRED_PARAMETER, message = 0
}

rt::error! {
    MissingRequiredParameter
}

/// Name of a resource.
///
/// Length: 1 to 80
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Name(::std::string::String);

impl Name {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 80;
}

rt::constrained! {
    Name(::std::string::String), super::schema::NAME
}

/// Maximum number of items in a page. 0 means the service's default.
///
/// Range: 0 to 1000
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct PageSize(i32);

impl PageSize {
    /// The least value.
    pub const MIN: i32 = 0;

    /// The greatest value.
    pub const MAX: i32 = 1000;
}

rt::constrained! {
    PageSize(i32), super::schema::PAGE_SIZE
}

/// Opaque pagination token.
///
/// Length: 1 to 1024
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct PageToken(::std::string::String);

impl PageToken {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 1024;
}

rt::constrained! {
    PageToken(::std::string::String), super::schema::PAGE_TOKEN
}

/// Input of `PublishStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct PublishStateMachineVersionInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Publish only if this is the current revision. `INITIAL` means a state machine without a revision
    /// identifier.
    pub revision_id: ::std::option::Option<::std::string::String>,
    /// Description of the version.
    pub description: ::std::option::Option<VersionDescription>,
}

impl PublishStateMachineVersionInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            revision_id: ::std::option::Option::None,
            description: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    PublishStateMachineVersionInput, super::schema::PUBLISH_STATE_MACHINE_VERSION_INPUT,
    state_machine_arn = 0, revision_id = 1, description = 2
}

/// Output of `PublishStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct PublishStateMachineVersionOutput {
    /// Time when the version was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
    /// ARN of the version.
    pub state_machine_version_arn: Arn,
}

impl PublishStateMachineVersionOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        creation_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
        state_machine_version_arn: impl ::std::convert::Into<Arn>,
    ) -> Self {
        Self {
            creation_date: ::std::convert::Into::into(creation_date),
            state_machine_version_arn: ::std::convert::Into::into(
                state_machine_version_arn,
            ),
        }
    }
}

rt::structure! {
    PublishStateMachineVersionOutput,
    super::schema::PUBLISH_STATE_MACHINE_VERSION_OUTPUT, creation_date = 0,
    state_machine_version_arn = 1
}

/// The resource does not exist.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ResourceNotFound {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
    /// ARN of the resource.
    pub resource_name: ::std::option::Option<Arn>,
}

rt::structure! {
    ResourceNotFound, super::schema::RESOURCE_NOT_FOUND, message = 0, resource_name = 1
}

rt::error! {
    ResourceNotFound
}

/// List of one or two versions with weights.
///
/// Length: 1 to 2
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct RoutingConfigurationList(::std::vec::Vec<RoutingConfigurationListItem>);

impl RoutingConfigurationList {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 2;
}

rt::constrained! {
    RoutingConfigurationList(::std::vec::Vec < RoutingConfigurationListItem >),
    super::schema::ROUTING_CONFIGURATION_LIST
}

/// Version of an alias and its share of new executions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct RoutingConfigurationListItem {
    /// ARN of the version.
    pub state_machine_version_arn: Arn,
    /// Share of new executions in percent. The weights of an alias add up to 100.
    pub weight: VersionWeight,
}

impl RoutingConfigurationListItem {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_version_arn: impl ::std::convert::Into<Arn>,
        weight: impl ::std::convert::Into<VersionWeight>,
    ) -> Self {
        Self {
            state_machine_version_arn: ::std::convert::Into::into(
                state_machine_version_arn,
            ),
            weight: ::std::convert::Into::into(weight),
        }
    }
}

rt::structure! {
    RoutingConfigurationListItem, super::schema::ROUTING_CONFIGURATION_LIST_ITEM,
    state_machine_version_arn = 0, weight = 1
}

/// Cause of an error. Not printed by `Debug`.
///
/// Length: 0 to 32768
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct SensitiveCause(::std::string::String);

impl SensitiveCause {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 32_768;
}

rt::constrained! {
    SensitiveCause(::std::string::String), super::schema::SENSITIVE_CAUSE
}

/// JSON that may contain secrets. Not printed by `Debug`.
///
/// Length: 0 to 262144
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct SensitiveData(::std::string::String);

impl SensitiveData {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 262_144;
}

rt::constrained! {
    SensitiveData(::std::string::String), super::schema::SENSITIVE_DATA
}

/// Error code. Not printed by `Debug`.
///
/// Length: 0 to 256
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct SensitiveError(::std::string::String);

impl SensitiveError {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;
}

rt::constrained! {
    SensitiveError(::std::string::String), super::schema::SENSITIVE_ERROR
}

/// The request exceeds a quota of the account.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceQuotaExceededException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ServiceQuotaExceededException, super::schema::SERVICE_QUOTA_EXCEEDED_EXCEPTION,
    message = 0
}

rt::error! {
    ServiceQuotaExceededException
}

/// Input of `StartExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StartExecutionInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Name of the execution.
    pub name: ::std::option::Option<Name>,
    /// Input of the execution, as JSON.
    pub input: ::std::option::Option<SensitiveData>,
    /// X-Ray trace header.
    pub trace_header: ::std::option::Option<TraceHeader>,
}

impl StartExecutionInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            name: ::std::option::Option::None,
            input: ::std::option::Option::None,
            trace_header: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    StartExecutionInput, super::schema::START_EXECUTION_INPUT, state_machine_arn = 0,
    name = 1, input = 2, trace_header = 3
}

/// Output of `StartExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StartExecutionOutput {
    /// ARN of the execution.
    pub execution_arn: Arn,
    /// Time when the execution started.
    pub start_date: ::whitesmith_runtime::types::Timestamp,
}

impl StartExecutionOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        execution_arn: impl ::std::convert::Into<Arn>,
        start_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            execution_arn: ::std::convert::Into::into(execution_arn),
            start_date: ::std::convert::Into::into(start_date),
        }
    }
}

rt::structure! {
    StartExecutionOutput, super::schema::START_EXECUTION_OUTPUT, execution_arn = 0,
    start_date = 1
}

/// Details of an event whose type ends with `StateEntered`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateEnteredEventDetails {
    /// Name of the state.
    pub name: Name,
    /// Input of the state, as JSON.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is included and complete.
    pub input_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

impl StateEnteredEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(name: impl ::std::convert::Into<Name>) -> Self {
        Self {
            name: ::std::convert::Into::into(name),
            input: ::std::option::Option::None,
            input_details: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    StateEnteredEventDetails, super::schema::STATE_ENTERED_EVENT_DETAILS, name = 0, input
    = 1, input_details = 2
}

/// Details of an event whose type ends with `StateExited`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateExitedEventDetails {
    /// Name of the state.
    pub name: Name,
    /// Output of the state, as JSON.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is included and complete.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

impl StateExitedEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(name: impl ::std::convert::Into<Name>) -> Self {
        Self {
            name: ::std::convert::Into::into(name),
            output: ::std::option::Option::None,
            output_details: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    StateExitedEventDetails, super::schema::STATE_EXITED_EVENT_DETAILS, name = 0, output
    = 1, output_details = 2
}

/// Summary of an alias.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineAliasListItem {
    /// ARN of the alias.
    pub state_machine_alias_arn: LongArn,
    /// Time when the alias was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
}

impl StateMachineAliasListItem {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_alias_arn: impl ::std::convert::Into<LongArn>,
        creation_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            state_machine_alias_arn: ::std::convert::Into::into(state_machine_alias_arn),
            creation_date: ::std::convert::Into::into(creation_date),
        }
    }
}

rt::structure! {
    StateMachineAliasListItem, super::schema::STATE_MACHINE_ALIAS_LIST_ITEM,
    state_machine_alias_arn = 0, creation_date = 1
}

/// A state machine of this name exists with a different configuration.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineAlreadyExists {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineAlreadyExists, super::schema::STATE_MACHINE_ALREADY_EXISTS, message = 0
}

rt::error! {
    StateMachineAlreadyExists
}

/// The state machine is being deleted.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineDeleting {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineDeleting, super::schema::STATE_MACHINE_DELETING, message = 0
}

rt::error! {
    StateMachineDeleting
}

/// The state machine does not exist.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineDoesNotExist {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineDoesNotExist, super::schema::STATE_MACHINE_DOES_NOT_EXIST, message = 0
}

rt::error! {
    StateMachineDoesNotExist
}

/// The account has reached its limit of state machines.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineLimitExceeded {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineLimitExceeded, super::schema::STATE_MACHINE_LIMIT_EXCEEDED, message = 0
}

rt::error! {
    StateMachineLimitExceeded
}

/// Summary of a state machine.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineListItem {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Name of the state machine.
    pub name: Name,
    /// Type of the state machine.
    pub r#type: StateMachineType,
    /// Time when the state machine was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
}

impl StateMachineListItem {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_arn: impl ::std::convert::Into<Arn>,
        name: impl ::std::convert::Into<Name>,
        r#type: impl ::std::convert::Into<StateMachineType>,
        creation_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            name: ::std::convert::Into::into(name),
            r#type: ::std::convert::Into::into(r#type),
            creation_date: ::std::convert::Into::into(creation_date),
        }
    }
}

rt::structure! {
    StateMachineListItem, super::schema::STATE_MACHINE_LIST_ITEM, state_machine_arn = 0,
    name = 1, r#type = 2, creation_date = 3
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Status of a state machine.
pub enum StateMachineStatus {
    /// The state machine is ready for use.
    Active,
    /// The state machine is being deleted.
    Deleting,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    StateMachineStatus, super::schema::STATE_MACHINE_STATUS, Active = "ACTIVE", Deleting
    = "DELETING"
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Type of a state machine.
pub enum StateMachineType {
    /// Executions run for up to one year. Each step runs exactly once.
    Standard,
    /// Executions run for up to five minutes. For high rates.
    Express,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    StateMachineType, super::schema::STATE_MACHINE_TYPE, Standard = "STANDARD", Express =
    "EXPRESS"
}

/// The operation is not supported for state machines of this type.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineTypeNotSupported {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineTypeNotSupported, super::schema::STATE_MACHINE_TYPE_NOT_SUPPORTED,
    message = 0
}

rt::error! {
    StateMachineTypeNotSupported
}

/// Summary of a version.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineVersionListItem {
    /// ARN of the version.
    pub state_machine_version_arn: LongArn,
    /// Time when the version was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
}

impl StateMachineVersionListItem {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        state_machine_version_arn: impl ::std::convert::Into<LongArn>,
        creation_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            state_machine_version_arn: ::std::convert::Into::into(
                state_machine_version_arn,
            ),
            creation_date: ::std::convert::Into::into(creation_date),
        }
    }
}

rt::structure! {
    StateMachineVersionListItem, super::schema::STATE_MACHINE_VERSION_LIST_ITEM,
    state_machine_version_arn = 0, creation_date = 1
}

/// Input of `StopExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StopExecutionInput {
    /// ARN of the execution.
    pub execution_arn: Arn,
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

impl StopExecutionInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(execution_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            execution_arn: ::std::convert::Into::into(execution_arn),
            error: ::std::option::Option::None,
            cause: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    StopExecutionInput, super::schema::STOP_EXECUTION_INPUT, execution_arn = 0, error =
    1, cause = 2
}

/// Output of `StopExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StopExecutionOutput {
    /// Time when the execution was stopped.
    pub stop_date: ::whitesmith_runtime::types::Timestamp,
}

impl StopExecutionOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        stop_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            stop_date: ::std::convert::Into::into(stop_date),
        }
    }
}

rt::structure! {
    StopExecutionOutput, super::schema::STOP_EXECUTION_OUTPUT, stop_date = 0
}

/// Tag of a resource.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Tag {
    /// Key of the tag.
    pub key: ::std::option::Option<TagKey>,
    /// Value of the tag.
    pub value: ::std::option::Option<TagValue>,
}

rt::structure! {
    Tag, super::schema::TAG, key = 0, value = 1
}

/// Key of a tag.
///
/// Length: 1 to 128
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct TagKey(::std::string::String);

impl TagKey {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 128;
}

rt::constrained! {
    TagKey(::std::string::String), super::schema::TAG_KEY
}

/// Value of a tag.
///
/// Length: 0 to 256
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct TagValue(::std::string::String);

impl TagValue {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;
}

rt::constrained! {
    TagValue(::std::string::String), super::schema::TAG_VALUE
}

/// Role that a task assumes.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct TaskCredentials {
    /// ARN of the IAM role that the state machine assumes.
    pub role_arn: ::std::option::Option<LongArn>,
}

rt::structure! {
    TaskCredentials, super::schema::TASK_CREDENTIALS, role_arn = 0
}

/// Details of a `TaskFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskFailedEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

impl TaskFailedEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
            error: ::std::option::Option::None,
            cause: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    TaskFailedEventDetails, super::schema::TASK_FAILED_EVENT_DETAILS, resource_type = 0,
    resource = 1, error = 2, cause = 3
}

/// Details of a `TaskScheduled` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskScheduledEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
    /// Region of the task's resource.
    pub region: Name,
    /// Parameters of the task, as JSON.
    pub parameters: ConnectorParameters,
    /// Maximum duration in seconds.
    pub timeout_in_seconds: ::std::option::Option<i64>,
    /// Maximum time between two heartbeats in seconds.
    pub heartbeat_in_seconds: ::std::option::Option<i64>,
    /// Role that the task assumes.
    pub task_credentials: ::std::option::Option<TaskCredentials>,
}

impl TaskScheduledEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
        region: impl ::std::convert::Into<Name>,
        parameters: impl ::std::convert::Into<ConnectorParameters>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
            region: ::std::convert::Into::into(region),
            parameters: ::std::convert::Into::into(parameters),
            timeout_in_seconds: ::std::option::Option::None,
            heartbeat_in_seconds: ::std::option::Option::None,
            task_credentials: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    TaskScheduledEventDetails, super::schema::TASK_SCHEDULED_EVENT_DETAILS, resource_type
    = 0, resource = 1, region = 2, parameters = 3, timeout_in_seconds = 4,
    heartbeat_in_seconds = 5, task_credentials = 6
}

/// Details of a `TaskStartFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskStartFailedEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

impl TaskStartFailedEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
            error: ::std::option::Option::None,
            cause: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    TaskStartFailedEventDetails, super::schema::TASK_START_FAILED_EVENT_DETAILS,
    resource_type = 0, resource = 1, error = 2, cause = 3
}

/// Details of a `TaskStarted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskStartedEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
}

impl TaskStartedEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
        }
    }
}

rt::structure! {
    TaskStartedEventDetails, super::schema::TASK_STARTED_EVENT_DETAILS, resource_type =
    0, resource = 1
}

/// Details of a `TaskSubmitFailed` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskSubmitFailedEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

impl TaskSubmitFailedEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
            error: ::std::option::Option::None,
            cause: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    TaskSubmitFailedEventDetails, super::schema::TASK_SUBMIT_FAILED_EVENT_DETAILS,
    resource_type = 0, resource = 1, error = 2, cause = 3
}

/// Details of a `TaskSubmitted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskSubmittedEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
    /// Response to the submission, as JSON.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is included and complete.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

impl TaskSubmittedEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
            output: ::std::option::Option::None,
            output_details: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    TaskSubmittedEventDetails, super::schema::TASK_SUBMITTED_EVENT_DETAILS, resource_type
    = 0, resource = 1, output = 2, output_details = 3
}

/// Details of a `TaskSucceeded` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskSucceededEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
    /// Output of the task, as JSON.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is included and complete.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

impl TaskSucceededEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
            output: ::std::option::Option::None,
            output_details: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    TaskSucceededEventDetails, super::schema::TASK_SUCCEEDED_EVENT_DETAILS, resource_type
    = 0, resource = 1, output = 2, output_details = 3
}

/// Details of a `TaskTimedOut` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskTimedOutEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
    /// Error code.
    pub error: ::std::option::Option<SensitiveError>,
    /// Cause of the error.
    pub cause: ::std::option::Option<SensitiveCause>,
}

impl TaskTimedOutEventDetails {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        resource_type: impl ::std::convert::Into<Name>,
        resource: impl ::std::convert::Into<Name>,
    ) -> Self {
        Self {
            resource_type: ::std::convert::Into::into(resource_type),
            resource: ::std::convert::Into::into(resource),
            error: ::std::option::Option::None,
            cause: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    TaskTimedOutEventDetails, super::schema::TASK_TIMED_OUT_EVENT_DETAILS, resource_type
    = 0, resource = 1, error = 2, cause = 3
}

/// The resource would exceed the maximum number of tags.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct TooManyTags {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
    /// ARN of the resource.
    pub resource_name: ::std::option::Option<Arn>,
}

rt::structure! {
    TooManyTags, super::schema::TOO_MANY_TAGS, message = 0, resource_name = 1
}

rt::error! {
    TooManyTags
}

/// X-Ray trace header.
///
/// Length: 0 to 256
///
/// Pattern: `^\p{ASCII}*$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct TraceHeader(::std::string::String);

impl TraceHeader {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;

    /// What every value matches.
    pub const PATTERN: &'static str = r"^\p{ASCII}*$";
}

rt::constrained! {
    TraceHeader(::std::string::String), super::schema::TRACE_HEADER
}

/// X-Ray tracing configuration of a state machine.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct TracingConfiguration {
    /// Whether X-Ray tracing is enabled.
    pub enabled: bool,
}

rt::structure! {
    TracingConfiguration, super::schema::TRACING_CONFIGURATION, enabled = 0
}

/// Non-negative integer.
///
/// Range: at least 0
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct UnsignedInteger(i32);

impl UnsignedInteger {
    /// The least value.
    pub const MIN: i32 = 0;
}

rt::constrained! {
    UnsignedInteger(i32), super::schema::UNSIGNED_INTEGER
}

/// Input of `UpdateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineAliasInput {
    /// ARN of the alias.
    pub state_machine_alias_arn: Arn,
    /// Description of the alias.
    pub description: ::std::option::Option<AliasDescription>,
    /// One or two versions and their weights.
    pub routing_configuration: ::std::option::Option<RoutingConfigurationList>,
}

impl UpdateStateMachineAliasInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_alias_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_alias_arn: ::std::convert::Into::into(state_machine_alias_arn),
            description: ::std::option::Option::None,
            routing_configuration: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    UpdateStateMachineAliasInput, super::schema::UPDATE_STATE_MACHINE_ALIAS_INPUT,
    state_machine_alias_arn = 0, description = 1, routing_configuration = 2
}

/// Output of `UpdateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineAliasOutput {
    /// Time when the alias was updated.
    pub update_date: ::whitesmith_runtime::types::Timestamp,
}

impl UpdateStateMachineAliasOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        update_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            update_date: ::std::convert::Into::into(update_date),
        }
    }
}

rt::structure! {
    UpdateStateMachineAliasOutput, super::schema::UPDATE_STATE_MACHINE_ALIAS_OUTPUT,
    update_date = 0
}

/// Input of `UpdateStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
    /// Definition of the state machine.
    pub definition: ::std::option::Option<Definition>,
    /// ARN of the IAM role that the state machine assumes.
    pub role_arn: ::std::option::Option<Arn>,
    /// Logging configuration.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// X-Ray tracing configuration.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// Whether to publish a version. Default: false.
    pub publish: bool,
    /// Description of the version. Allowed only if `publish` is true.
    pub version_description: ::std::option::Option<VersionDescription>,
}

impl UpdateStateMachineInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(state_machine_arn: impl ::std::convert::Into<Arn>) -> Self {
        Self {
            state_machine_arn: ::std::convert::Into::into(state_machine_arn),
            definition: ::std::option::Option::None,
            role_arn: ::std::option::Option::None,
            logging_configuration: ::std::option::Option::None,
            tracing_configuration: ::std::option::Option::None,
            publish: false,
            version_description: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    UpdateStateMachineInput, super::schema::UPDATE_STATE_MACHINE_INPUT, state_machine_arn
    = 0, definition = 1, role_arn = 2, logging_configuration = 3, tracing_configuration =
    4, publish = 5, version_description = 6
}

/// Output of `UpdateStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineOutput {
    /// Time when the state machine was updated.
    pub update_date: ::whitesmith_runtime::types::Timestamp,
    /// Revision of the state machine.
    pub revision_id: ::std::option::Option<::std::string::String>,
    /// ARN of the version.
    pub state_machine_version_arn: ::std::option::Option<Arn>,
}

impl UpdateStateMachineOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        update_date: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        Self {
            update_date: ::std::convert::Into::into(update_date),
            revision_id: ::std::option::Option::None,
            state_machine_version_arn: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    UpdateStateMachineOutput, super::schema::UPDATE_STATE_MACHINE_OUTPUT, update_date =
    0, revision_id = 1, state_machine_version_arn = 2
}

/// The request is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ValidationException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
    /// Reason for the error.
    pub reason: ::std::option::Option<ValidationExceptionReason>,
}

rt::structure! {
    ValidationException, super::schema::VALIDATION_EXCEPTION, message = 0, reason = 1
}

rt::error! {
    ValidationException
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Reason for a validation error.
pub enum ValidationExceptionReason {
    /// The operation does not accept ARNs with a label.
    ApiDoesNotSupportLabeledArns,
    /// A required parameter is missing.
    MissingRequiredParameter,
    /// The Map Run has ended and cannot be updated.
    CannotUpdateCompletedMapRun,
    /// The routing configuration is invalid.
    InvalidRoutingConfiguration,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    ValidationExceptionReason, super::schema::VALIDATION_EXCEPTION_REASON,
    ApiDoesNotSupportLabeledArns = "API_DOES_NOT_SUPPORT_LABELED_ARNS",
    MissingRequiredParameter = "MISSING_REQUIRED_PARAMETER", CannotUpdateCompletedMapRun
    = "CANNOT_UPDATE_COMPLETED_MAP_RUN", InvalidRoutingConfiguration =
    "INVALID_ROUTING_CONFIGURATION"
}

/// Description of a version.
///
/// Length: 0 to 256
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct VersionDescription(::std::string::String);

impl VersionDescription {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;
}

rt::constrained! {
    VersionDescription(::std::string::String), super::schema::VERSION_DESCRIPTION
}

/// Share in percent.
///
/// Range: 0 to 100
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct VersionWeight(i32);

impl VersionWeight {
    /// The least value.
    pub const MIN: i32 = 0;

    /// The greatest value.
    pub const MAX: i32 = 100;
}

rt::constrained! {
    VersionWeight(i32), super::schema::VERSION_WEIGHT
}
