// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `StepFunctions`.

use ::whitesmith_runtime as rt;

/// Tells more of an activity that failed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityFailedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ActivityFailedEventDetails, super::schema::ACTIVITY_FAILED_EVENT_DETAILS, error = 0,
    cause = 1
}

/// Tells more of an activity that could not be scheduled.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityScheduleFailedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ActivityScheduleFailedEventDetails,
    super::schema::ACTIVITY_SCHEDULE_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Tells more of an activity that waits for a worker.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ActivityScheduledEventDetails {
    /// What was called.
    pub resource: Arn,
    /// What it was given.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is there, and whole.
    pub input_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
    /// How long the work may take.
    pub timeout_in_seconds: ::std::option::Option<i64>,
    /// How long the worker may be silent.
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

/// Tells more of an activity that a worker took up.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityStartedEventDetails {
    /// The worker that took it up.
    pub worker_name: ::std::option::Option<Identity>,
}

rt::structure! {
    ActivityStartedEventDetails, super::schema::ACTIVITY_STARTED_EVENT_DETAILS,
    worker_name = 0
}

/// Tells more of an activity that a worker finished.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivitySucceededEventDetails {
    /// What it produced.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is there, and whole.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

rt::structure! {
    ActivitySucceededEventDetails, super::schema::ACTIVITY_SUCCEEDED_EVENT_DETAILS,
    output = 0, output_details = 1
}

/// Tells more of an activity whose worker took too long.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ActivityTimedOutEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ActivityTimedOutEventDetails, super::schema::ACTIVITY_TIMED_OUT_EVENT_DETAILS, error
    = 0, cause = 1
}

/// What an alias is for, in words.
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

/// An Amazon Resource Name.
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

/// A name of letters, digits, `_`, `-` and `.` that is not all digits: an all-digit name would look
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

/// Whether the data itself is part of the answer.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloudWatchEventsExecutionDataDetails {
    /// Whether the data is there.
    pub included: bool,
}

rt::structure! {
    CloudWatchEventsExecutionDataDetails,
    super::schema::CLOUD_WATCH_EVENTS_EXECUTION_DATA_DETAILS, included = 0
}

/// A log group of CloudWatch Logs.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloudWatchLogsLogGroup {
    /// The log group; its ARN ends with `:*`.
    pub log_group_arn: ::std::option::Option<Arn>,
}

rt::structure! {
    CloudWatchLogsLogGroup, super::schema::CLOUD_WATCH_LOGS_LOG_GROUP, log_group_arn = 0
}

/// Another request is changing the same thing. Try again when it is done.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ConflictException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ConflictException, super::schema::CONFLICT_EXCEPTION, message = 0
}

rt::error! {
    ConflictException
}

/// What a service call is given, as JSON text; never printed.
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

/// What `CreateStateMachineAlias` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineAliasInput {
    /// What it is for, in words.
    pub description: ::std::option::Option<AliasDescription>,
    /// The name.
    pub name: CharacterRestrictedName,
    /// The version or versions that the alias starts, and their shares.
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

/// The new alias.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineAliasOutput {
    /// The alias.
    pub state_machine_alias_arn: Arn,
    /// When it was made.
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

/// What `CreateStateMachine` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineInput {
    /// The name.
    pub name: Name,
    /// What the state machine does.
    pub definition: Definition,
    /// The role in which it acts.
    pub role_arn: Arn,
    /// Which kind it is.
    pub r#type: ::std::option::Option<StateMachineType>,
    /// What is logged, and where to.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// Tags to give it.
    pub tags: ::std::option::Option<::std::vec::Vec<Tag>>,
    /// Whether it is traced.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// Whether a version of the result is published.
    pub publish: bool,
    /// What the published version is about; only together with `publish`.
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

/// The new state machine.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineOutput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// When it was made.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
    /// The version.
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

/// A state machine in the Amazon States Language, which is JSON.
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

/// What `DeleteStateMachineAlias` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineAliasInput {
    /// The alias.
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

/// Nothing: the alias is gone.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineAliasOutput {}

rt::structure! {
    DeleteStateMachineAliasOutput, super::schema::DELETE_STATE_MACHINE_ALIAS_OUTPUT,
}

/// What `DeleteStateMachine` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineInput {
    /// The state machine.
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

/// Nothing: deletion has begun.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineOutput {}

rt::structure! {
    DeleteStateMachineOutput, super::schema::DELETE_STATE_MACHINE_OUTPUT,
}

/// What `DeleteStateMachineVersion` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineVersionInput {
    /// The version.
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

/// Nothing: the version is gone.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineVersionOutput {}

rt::structure! {
    DeleteStateMachineVersionOutput, super::schema::DELETE_STATE_MACHINE_VERSION_OUTPUT,
}

/// What `DescribeExecution` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeExecutionInput {
    /// The execution.
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

/// An execution, whole.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeExecutionOutput {
    /// The execution.
    pub execution_arn: Arn,
    /// The state machine.
    pub state_machine_arn: Arn,
    /// The name.
    pub name: ::std::option::Option<Name>,
    /// How far it has come.
    pub status: ExecutionStatus,
    /// When it began.
    pub start_date: ::whitesmith_runtime::types::Timestamp,
    /// When it ended.
    pub stop_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// What it was given.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is there, and whole.
    pub input_details: ::std::option::Option<CloudWatchEventsExecutionDataDetails>,
    /// What it produced.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is there, and whole.
    pub output_details: ::std::option::Option<CloudWatchEventsExecutionDataDetails>,
    /// The trace that the execution belongs to.
    pub trace_header: ::std::option::Option<TraceHeader>,
    /// The Map Run that started the execution.
    pub map_run_arn: ::std::option::Option<LongArn>,
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
    /// The version.
    pub state_machine_version_arn: ::std::option::Option<Arn>,
    /// The alias.
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

/// What `DescribeStateMachineAlias` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineAliasInput {
    /// The alias.
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

/// An alias, whole.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DescribeStateMachineAliasOutput {
    /// The alias.
    pub state_machine_alias_arn: ::std::option::Option<Arn>,
    /// The name.
    pub name: ::std::option::Option<Name>,
    /// What it is for, in words.
    pub description: ::std::option::Option<AliasDescription>,
    /// The version or versions that the alias starts, and their shares.
    pub routing_configuration: ::std::option::Option<RoutingConfigurationList>,
    /// When it was made.
    pub creation_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// When it was last changed.
    pub update_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
}

rt::structure! {
    DescribeStateMachineAliasOutput, super::schema::DESCRIBE_STATE_MACHINE_ALIAS_OUTPUT,
    state_machine_alias_arn = 0, name = 1, description = 2, routing_configuration = 3,
    creation_date = 4, update_date = 5
}

/// What `DescribeStateMachineForExecution` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineForExecutionInput {
    /// The execution.
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

/// What an execution runs with.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineForExecutionOutput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// The name.
    pub name: Name,
    /// What the state machine does.
    pub definition: Definition,
    /// The role in which it acts.
    pub role_arn: Arn,
    /// When it was last changed.
    pub update_date: ::whitesmith_runtime::types::Timestamp,
    /// What is logged, and where to.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// Whether it is traced.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// The Map Run that started the execution.
    pub map_run_arn: ::std::option::Option<LongArn>,
    /// Tells the Map state apart that started the execution.
    pub label: ::std::option::Option<::std::string::String>,
    /// The revision.
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

/// What `DescribeStateMachine` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineInput {
    /// The state machine.
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

/// A state machine, whole.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineOutput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// The name.
    pub name: Name,
    /// How far it has come.
    pub status: ::std::option::Option<StateMachineStatus>,
    /// What the state machine does.
    pub definition: Definition,
    /// The role in which it acts.
    pub role_arn: Arn,
    /// Which kind it is.
    pub r#type: StateMachineType,
    /// When it was made.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
    /// What is logged, and where to.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// Whether it is traced.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// Tells the Map state apart that started the execution.
    pub label: ::std::option::Option<::std::string::String>,
    /// The revision.
    pub revision_id: ::std::option::Option<::std::string::String>,
    /// What it is for, in words.
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

/// Tells more of an execution that was stopped.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionAbortedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ExecutionAbortedEventDetails, super::schema::EXECUTION_ABORTED_EVENT_DETAILS, error =
    0, cause = 1
}

/// There is an execution of this name with another input, or one that has ended.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionAlreadyExists {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ExecutionAlreadyExists, super::schema::EXECUTION_ALREADY_EXISTS, message = 0
}

rt::error! {
    ExecutionAlreadyExists
}

/// There is no execution of this ARN.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionDoesNotExist {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ExecutionDoesNotExist, super::schema::EXECUTION_DOES_NOT_EXIST, message = 0
}

rt::error! {
    ExecutionDoesNotExist
}

/// Tells more of an execution that failed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionFailedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ExecutionFailedEventDetails, super::schema::EXECUTION_FAILED_EVENT_DETAILS, error =
    0, cause = 1
}

/// As many executions are running as may.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionLimitExceeded {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ExecutionLimitExceeded, super::schema::EXECUTION_LIMIT_EXCEEDED, message = 0
}

rt::error! {
    ExecutionLimitExceeded
}

/// What a list tells of an execution.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ExecutionListItem {
    /// The execution.
    pub execution_arn: Arn,
    /// The state machine.
    pub state_machine_arn: Arn,
    /// The name.
    pub name: Name,
    /// How far it has come.
    pub status: ExecutionStatus,
    /// When it began.
    pub start_date: ::whitesmith_runtime::types::Timestamp,
    /// When it ended.
    pub stop_date: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
    /// The Map Run that started the execution.
    pub map_run_arn: ::std::option::Option<LongArn>,
    /// How many items the Map Run works on.
    pub item_count: ::std::option::Option<UnsignedInteger>,
    /// The version.
    pub state_machine_version_arn: ::std::option::Option<Arn>,
    /// The alias.
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

/// Tells more of the start of an execution.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionStartedEventDetails {
    /// What it was given.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is there, and whole.
    pub input_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
    /// The role in which it acts.
    pub role_arn: ::std::option::Option<Arn>,
    /// The alias.
    pub state_machine_alias_arn: ::std::option::Option<Arn>,
    /// The version.
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
/// How an execution stands.
pub enum ExecutionStatus {
    /// It is at work.
    Running,
    /// It ended well.
    Succeeded,
    /// It ended with an error.
    Failed,
    /// It took longer than it may.
    TimedOut,
    /// It was stopped.
    Aborted,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    ExecutionStatus, super::schema::EXECUTION_STATUS, Running = "RUNNING", Succeeded =
    "SUCCEEDED", Failed = "FAILED", TimedOut = "TIMED_OUT", Aborted = "ABORTED"
}

/// Tells more of an execution that succeeded.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionSucceededEventDetails {
    /// What it produced.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is there, and whole.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

rt::structure! {
    ExecutionSucceededEventDetails, super::schema::EXECUTION_SUCCEEDED_EVENT_DETAILS,
    output = 0, output_details = 1
}

/// Tells more of an execution that took too long.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ExecutionTimedOutEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    ExecutionTimedOutEventDetails, super::schema::EXECUTION_TIMED_OUT_EVENT_DETAILS,
    error = 0, cause = 1
}

/// What `GetExecutionHistory` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetExecutionHistoryInput {
    /// The execution.
    pub execution_arn: Arn,
    /// How many items the page may hold.
    pub max_results: PageSize,
    /// Whether the newest event comes first.
    pub reverse_order: bool,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<PageToken>,
    /// Whether inputs and outputs are part of it.
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

/// One page of events.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetExecutionHistoryOutput {
    /// The events of this page.
    pub events: ::std::vec::Vec<HistoryEvent>,
    /// Where to go on, from an earlier page; absent for the first.
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

/// Something that happened in an execution. Its type says which member holds the details.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct HistoryEvent {
    /// When it happened.
    pub timestamp: ::whitesmith_runtime::types::Timestamp,
    /// What happened.
    pub r#type: HistoryEventType,
    /// The event's number.
    pub id: i64,
    /// The number of the event that led to this one.
    pub previous_event_id: i64,
    /// More of an activity that failed.
    pub activity_failed_event_details: ::std::option::Option<ActivityFailedEventDetails>,
    /// More of an activity that could not be scheduled.
    pub activity_schedule_failed_event_details: ::std::option::Option<
        ActivityScheduleFailedEventDetails,
    >,
    /// More of an activity that waits for a worker.
    pub activity_scheduled_event_details: ::std::option::Option<
        ActivityScheduledEventDetails,
    >,
    /// More of an activity that a worker took up.
    pub activity_started_event_details: ::std::option::Option<
        ActivityStartedEventDetails,
    >,
    /// More of an activity that a worker finished.
    pub activity_succeeded_event_details: ::std::option::Option<
        ActivitySucceededEventDetails,
    >,
    /// More of an activity whose worker took too long.
    pub activity_timed_out_event_details: ::std::option::Option<
        ActivityTimedOutEventDetails,
    >,
    /// More of a service call that failed.
    pub task_failed_event_details: ::std::option::Option<TaskFailedEventDetails>,
    /// More of a service call that is about to be made.
    pub task_scheduled_event_details: ::std::option::Option<TaskScheduledEventDetails>,
    /// More of a service call that could not be begun.
    pub task_start_failed_event_details: ::std::option::Option<
        TaskStartFailedEventDetails,
    >,
    /// More of a service call that was begun.
    pub task_started_event_details: ::std::option::Option<TaskStartedEventDetails>,
    /// More of a request that could not be handed over.
    pub task_submit_failed_event_details: ::std::option::Option<
        TaskSubmitFailedEventDetails,
    >,
    /// More of a request that was handed over.
    pub task_submitted_event_details: ::std::option::Option<TaskSubmittedEventDetails>,
    /// More of a service call that succeeded.
    pub task_succeeded_event_details: ::std::option::Option<TaskSucceededEventDetails>,
    /// More of a service call that took too long.
    pub task_timed_out_event_details: ::std::option::Option<TaskTimedOutEventDetails>,
    /// More of an execution that failed.
    pub execution_failed_event_details: ::std::option::Option<
        ExecutionFailedEventDetails,
    >,
    /// More of the start of an execution.
    pub execution_started_event_details: ::std::option::Option<
        ExecutionStartedEventDetails,
    >,
    /// More of an execution that succeeded.
    pub execution_succeeded_event_details: ::std::option::Option<
        ExecutionSucceededEventDetails,
    >,
    /// More of an execution that was stopped.
    pub execution_aborted_event_details: ::std::option::Option<
        ExecutionAbortedEventDetails,
    >,
    /// More of an execution that took too long.
    pub execution_timed_out_event_details: ::std::option::Option<
        ExecutionTimedOutEventDetails,
    >,
    /// More of a Map state that begins its iterations.
    pub map_state_started_event_details: ::std::option::Option<
        MapStateStartedEventDetails,
    >,
    /// Which iteration of a Map state began.
    pub map_iteration_started_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// Which iteration of a Map state succeeded.
    pub map_iteration_succeeded_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// Which iteration of a Map state failed.
    pub map_iteration_failed_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// Which iteration of a Map state was stopped.
    pub map_iteration_aborted_event_details: ::std::option::Option<
        MapIterationEventDetails,
    >,
    /// More of a Lambda function that failed.
    pub lambda_function_failed_event_details: ::std::option::Option<
        LambdaFunctionFailedEventDetails,
    >,
    /// More of a Lambda function that could not be scheduled.
    pub lambda_function_schedule_failed_event_details: ::std::option::Option<
        LambdaFunctionScheduleFailedEventDetails,
    >,
    /// More of a Lambda function that is about to be called.
    pub lambda_function_scheduled_event_details: ::std::option::Option<
        LambdaFunctionScheduledEventDetails,
    >,
    /// More of a Lambda function that could not be started.
    pub lambda_function_start_failed_event_details: ::std::option::Option<
        LambdaFunctionStartFailedEventDetails,
    >,
    /// More of a Lambda function that succeeded.
    pub lambda_function_succeeded_event_details: ::std::option::Option<
        LambdaFunctionSucceededEventDetails,
    >,
    /// More of a Lambda function that took too long.
    pub lambda_function_timed_out_event_details: ::std::option::Option<
        LambdaFunctionTimedOutEventDetails,
    >,
    /// More of a state that the execution came to.
    pub state_entered_event_details: ::std::option::Option<StateEnteredEventDetails>,
    /// More of a state that the execution left.
    pub state_exited_event_details: ::std::option::Option<StateExitedEventDetails>,
    /// More of a Map Run that began.
    pub map_run_started_event_details: ::std::option::Option<MapRunStartedEventDetails>,
    /// More of a Map Run that failed.
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

/// Whether the data next to it is whole.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct HistoryEventExecutionDataDetails {
    /// Whether data was cut off.
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
/// What happened.
pub enum HistoryEventType {
    /// An activity failed.
    ActivityFailed,
    /// An activity is about to begin.
    ActivityScheduled,
    /// An activity could not be scheduled.
    ActivityScheduleFailed,
    /// An activity began.
    ActivityStarted,
    /// An activity succeeded.
    ActivitySucceeded,
    /// An activity took too long.
    ActivityTimedOut,
    /// The execution came to a Choice state.
    ChoiceStateEntered,
    /// The execution left a Choice state.
    ChoiceStateExited,
    /// The execution was stopped.
    ExecutionAborted,
    /// The execution failed.
    ExecutionFailed,
    /// The execution began.
    ExecutionStarted,
    /// The execution succeeded.
    ExecutionSucceeded,
    /// The execution took too long.
    ExecutionTimedOut,
    /// The execution came to a Fail state.
    FailStateEntered,
    /// A Lambda function failed.
    LambdaFunctionFailed,
    /// A Lambda function is about to begin.
    LambdaFunctionScheduled,
    /// A Lambda function could not be scheduled.
    LambdaFunctionScheduleFailed,
    /// A Lambda function began.
    LambdaFunctionStarted,
    /// A Lambda function could not be started.
    LambdaFunctionStartFailed,
    /// A Lambda function succeeded.
    LambdaFunctionSucceeded,
    /// A Lambda function took too long.
    LambdaFunctionTimedOut,
    /// An iteration of a Map state was stopped.
    MapIterationAborted,
    /// An iteration of a Map state failed.
    MapIterationFailed,
    /// An iteration of a Map state began.
    MapIterationStarted,
    /// An iteration of a Map state succeeded.
    MapIterationSucceeded,
    /// A Map state was stopped.
    MapStateAborted,
    /// The execution came to a Map state.
    MapStateEntered,
    /// The execution left a Map state.
    MapStateExited,
    /// A Map state failed.
    MapStateFailed,
    /// A Map state began.
    MapStateStarted,
    /// A Map state succeeded.
    MapStateSucceeded,
    /// A Parallel state was stopped.
    ParallelStateAborted,
    /// The execution came to a Parallel state.
    ParallelStateEntered,
    /// The execution left a Parallel state.
    ParallelStateExited,
    /// A Parallel state failed.
    ParallelStateFailed,
    /// A Parallel state began.
    ParallelStateStarted,
    /// A Parallel state succeeded.
    ParallelStateSucceeded,
    /// The execution came to a Pass state.
    PassStateEntered,
    /// The execution left a Pass state.
    PassStateExited,
    /// The execution came to a Succeed state.
    SucceedStateEntered,
    /// The execution left a Succeed state.
    SucceedStateExited,
    /// A service call failed.
    TaskFailed,
    /// A service call is about to begin.
    TaskScheduled,
    /// A service call began.
    TaskStarted,
    /// A service call could not be started.
    TaskStartFailed,
    /// A Task state was stopped.
    TaskStateAborted,
    /// The execution came to a Task state.
    TaskStateEntered,
    /// The execution left a Task state.
    TaskStateExited,
    /// A service call could not be handed over.
    TaskSubmitFailed,
    /// A service call was handed over.
    TaskSubmitted,
    /// A service call succeeded.
    TaskSucceeded,
    /// A service call took too long.
    TaskTimedOut,
    /// A Wait state was stopped.
    WaitStateAborted,
    /// The execution came to a Wait state.
    WaitStateEntered,
    /// The execution left a Wait state.
    WaitStateExited,
    /// A Map Run was stopped.
    MapRunAborted,
    /// A Map Run failed.
    MapRunFailed,
    /// A Map Run began.
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

/// A name that a worker gives itself.
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

/// The ARN is not one of the expected kind.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidArn {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidArn, super::schema::INVALID_ARN, message = 0
}

rt::error! {
    InvalidArn
}

/// The definition is no state machine in the Amazon States Language.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidDefinition {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidDefinition, super::schema::INVALID_DEFINITION, message = 0
}

rt::error! {
    InvalidDefinition
}

/// The settings for encryption cannot be used.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidEncryptionConfiguration {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidEncryptionConfiguration, super::schema::INVALID_ENCRYPTION_CONFIGURATION,
    message = 0
}

rt::error! {
    InvalidEncryptionConfiguration
}

/// The input of the execution is not JSON.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidExecutionInput {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidExecutionInput, super::schema::INVALID_EXECUTION_INPUT, message = 0
}

rt::error! {
    InvalidExecutionInput
}

/// The settings for logging cannot be used.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidLoggingConfiguration {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidLoggingConfiguration, super::schema::INVALID_LOGGING_CONFIGURATION, message =
    0
}

rt::error! {
    InvalidLoggingConfiguration
}

/// The name holds characters or has a length that is not allowed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidName {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidName, super::schema::INVALID_NAME, message = 0
}

rt::error! {
    InvalidName
}

/// The token is not one that an earlier page gave out, or is too old.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidToken {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidToken, super::schema::INVALID_TOKEN, message = 0
}

rt::error! {
    InvalidToken
}

/// The settings for tracing cannot be used.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidTracingConfiguration {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidTracingConfiguration, super::schema::INVALID_TRACING_CONFIGURATION, message =
    0
}

rt::error! {
    InvalidTracingConfiguration
}

/// The key that protects the data may not be used by the caller.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KmsAccessDeniedException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    KmsAccessDeniedException, super::schema::KMS_ACCESS_DENIED_EXCEPTION, message = 0
}

rt::error! {
    KmsAccessDeniedException
}

/// The key that protects the data is in a state in which it cannot be used.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KmsInvalidStateException {
    /// The state that the key is in.
    pub kms_key_state: ::std::option::Option<KmsKeyState>,
    /// What is to be said about it, in words.
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
/// States in which a key cannot be used.
pub enum KmsKeyState {
    /// It is switched off.
    Disabled,
    /// It is about to be deleted.
    PendingDeletion,
    /// Its material is still to come.
    PendingImport,
    /// Its key store cannot be reached.
    Unavailable,
    /// It is being made.
    Creating,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    KmsKeyState, super::schema::KMS_KEY_STATE, Disabled = "DISABLED", PendingDeletion =
    "PENDING_DELETION", PendingImport = "PENDING_IMPORT", Unavailable = "UNAVAILABLE",
    Creating = "CREATING"
}

/// The key service is asked too often.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct KmsThrottlingException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    KmsThrottlingException, super::schema::KMS_THROTTLING_EXCEPTION, message = 0
}

rt::error! {
    KmsThrottlingException
}

/// Tells more of a Lambda function that failed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionFailedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionFailedEventDetails,
    super::schema::LAMBDA_FUNCTION_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Tells more of a Lambda function that could not be scheduled.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionScheduleFailedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionScheduleFailedEventDetails,
    super::schema::LAMBDA_FUNCTION_SCHEDULE_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Tells more of a Lambda function that is about to be called.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct LambdaFunctionScheduledEventDetails {
    /// What was called.
    pub resource: Arn,
    /// What it was given.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is there, and whole.
    pub input_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
    /// How long the work may take.
    pub timeout_in_seconds: ::std::option::Option<i64>,
    /// The role that the task acts in.
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

/// Tells more of a Lambda function that could not be started.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionStartFailedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionStartFailedEventDetails,
    super::schema::LAMBDA_FUNCTION_START_FAILED_EVENT_DETAILS, error = 0, cause = 1
}

/// Tells more of a Lambda function that succeeded.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionSucceededEventDetails {
    /// What it produced.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is there, and whole.
    pub output_details: ::std::option::Option<HistoryEventExecutionDataDetails>,
}

rt::structure! {
    LambdaFunctionSucceededEventDetails,
    super::schema::LAMBDA_FUNCTION_SUCCEEDED_EVENT_DETAILS, output = 0, output_details =
    1
}

/// Tells more of a Lambda function that took too long.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LambdaFunctionTimedOutEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    LambdaFunctionTimedOutEventDetails,
    super::schema::LAMBDA_FUNCTION_TIMED_OUT_EVENT_DETAILS, error = 0, cause = 1
}

/// What `ListExecutions` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListExecutionsInput {
    /// Only executions of this state machine, version or alias.
    pub state_machine_arn: ::std::option::Option<Arn>,
    /// Only executions that stand like this.
    pub status_filter: ::std::option::Option<ExecutionStatus>,
    /// How many items the page may hold.
    pub max_results: PageSize,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<ListExecutionsPageToken>,
    /// Only executions of this Map Run; in place of the state machine.
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

/// One page of executions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListExecutionsOutput {
    /// The executions of this page.
    pub executions: ::std::vec::Vec<ExecutionListItem>,
    /// Where to go on, from an earlier page; absent for the first.
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

/// Says where the next page of executions begins. Its content means nothing to callers.
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

/// What `ListStateMachineAliases` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineAliasesInput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<PageToken>,
    /// How many items the page may hold.
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

/// One page of aliases.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineAliasesOutput {
    /// The aliases of this page.
    pub state_machine_aliases: ::std::vec::Vec<StateMachineAliasListItem>,
    /// Where to go on, from an earlier page; absent for the first.
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

/// What `ListStateMachineVersions` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineVersionsInput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<PageToken>,
    /// How many items the page may hold.
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

/// One page of versions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineVersionsOutput {
    /// The versions of this page.
    pub state_machine_versions: ::std::vec::Vec<StateMachineVersionListItem>,
    /// Where to go on, from an earlier page; absent for the first.
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

/// What `ListStateMachines` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachinesInput {
    /// How many items the page may hold.
    pub max_results: PageSize,
    /// Where to go on, from an earlier page; absent for the first.
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

/// One page of state machines.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachinesOutput {
    /// The state machines of this page.
    pub state_machines: ::std::vec::Vec<StateMachineListItem>,
    /// Where to go on, from an earlier page; absent for the first.
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

/// A place that log entries go to.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LogDestination {
    /// The log group that takes the entries.
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
/// Which events are logged.
pub enum LogLevel {
    /// All events.
    All,
    /// Errors, fatal ones included.
    Error,
    /// Fatal errors only.
    Fatal,
    /// None.
    Off,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    LogLevel, super::schema::LOG_LEVEL, All = "ALL", Error = "ERROR", Fatal = "FATAL",
    Off = "OFF"
}

/// Which events of executions are logged, and where to.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LoggingConfiguration {
    /// Which events are logged.
    pub level: ::std::option::Option<LogLevel>,
    /// Whether inputs and outputs are part of it.
    pub include_execution_data: bool,
    /// Where log entries go; one place at most.
    pub destinations: ::std::option::Option<::std::vec::Vec<LogDestination>>,
}

rt::structure! {
    LoggingConfiguration, super::schema::LOGGING_CONFIGURATION, level = 0,
    include_execution_data = 1, destinations = 2
}

/// An Amazon Resource Name that may be longer than others, because it names a part of something.
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

/// Which iteration of a Map state it was.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct MapIterationEventDetails {
    /// The name.
    pub name: ::std::option::Option<Name>,
    /// Which iteration it was, counted from 0.
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

/// Tells more of a Map Run that failed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MapRunFailedEventDetails {
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
    pub cause: ::std::option::Option<SensitiveCause>,
}

rt::structure! {
    MapRunFailedEventDetails, super::schema::MAP_RUN_FAILED_EVENT_DETAILS, error = 0,
    cause = 1
}

/// Tells more of a Map Run that began.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MapRunStartedEventDetails {
    /// The Map Run that started the execution.
    pub map_run_arn: ::std::option::Option<LongArn>,
}

rt::structure! {
    MapRunStartedEventDetails, super::schema::MAP_RUN_STARTED_EVENT_DETAILS, map_run_arn
    = 0
}

/// Tells more of a Map state that begins its iterations.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct MapStateStartedEventDetails {
    /// How many iterations there are.
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

/// The request would change nothing: something to change must be given.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct MissingRequiredParameter {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    MissingRequiredParameter, super::schema::MISSING_REQUIRED_PARAMETER, message = 0
}

rt::error! {
    MissingRequiredParameter
}

/// A name, unique among its kind.
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

/// How many items a page may hold; 0 stands for the service's own choice.
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

/// Says where the next page begins. Its content means nothing to callers.
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

/// What `PublishStateMachineVersion` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct PublishStateMachineVersionInput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// Publish only if this is still the current revision.
    pub revision_id: ::std::option::Option<::std::string::String>,
    /// What it is for, in words.
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

/// The new version.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct PublishStateMachineVersionOutput {
    /// When it was made.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
    /// The version.
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

/// What the request names does not exist.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ResourceNotFound {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
    /// What the error is about.
    pub resource_name: ::std::option::Option<Arn>,
}

rt::structure! {
    ResourceNotFound, super::schema::RESOURCE_NOT_FOUND, message = 0, resource_name = 1
}

rt::error! {
    ResourceNotFound
}

/// One version, or two that share the executions.
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

/// A version, and its share of the executions that an alias starts.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct RoutingConfigurationListItem {
    /// The version.
    pub state_machine_version_arn: Arn,
    /// Its share in percent; the shares add up to 100.
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

/// An error's cause in words; never printed, since definitions choose it freely.
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

/// JSON text that may hold secrets: it is never printed.
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

/// An error's name; never printed, since definitions choose it freely.
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

/// The request would exceed a quota of the account.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceQuotaExceededException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ServiceQuotaExceededException, super::schema::SERVICE_QUOTA_EXCEEDED_EXCEPTION,
    message = 0
}

rt::error! {
    ServiceQuotaExceededException
}

/// What `StartExecution` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StartExecutionInput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// The name.
    pub name: ::std::option::Option<Name>,
    /// What it was given.
    pub input: ::std::option::Option<SensitiveData>,
    /// The trace that the execution belongs to.
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

/// The new execution.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StartExecutionOutput {
    /// The execution.
    pub execution_arn: Arn,
    /// When it began.
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

/// Tells more of a state that the execution came to.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateEnteredEventDetails {
    /// The name.
    pub name: Name,
    /// What it was given.
    pub input: ::std::option::Option<SensitiveData>,
    /// Whether the input is there, and whole.
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

/// Tells more of a state that the execution left.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateExitedEventDetails {
    /// The name.
    pub name: Name,
    /// What it produced.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is there, and whole.
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

/// What a list tells of an alias.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineAliasListItem {
    /// The alias.
    pub state_machine_alias_arn: LongArn,
    /// When it was made.
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

/// There is a state machine of this name with other settings.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineAlreadyExists {
    /// What is to be said about it, in words.
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
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineDeleting, super::schema::STATE_MACHINE_DELETING, message = 0
}

rt::error! {
    StateMachineDeleting
}

/// There is no state machine of this ARN.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineDoesNotExist {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineDoesNotExist, super::schema::STATE_MACHINE_DOES_NOT_EXIST, message = 0
}

rt::error! {
    StateMachineDoesNotExist
}

/// The account has as many state machines as it may.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineLimitExceeded {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineLimitExceeded, super::schema::STATE_MACHINE_LIMIT_EXCEEDED, message = 0
}

rt::error! {
    StateMachineLimitExceeded
}

/// What a list tells of a state machine.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineListItem {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// The name.
    pub name: Name,
    /// Which kind it is.
    pub r#type: StateMachineType,
    /// When it was made.
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
/// Whether a state machine can be used.
pub enum StateMachineStatus {
    /// It can be used.
    Active,
    /// It is being deleted.
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
/// How long and how often executions run: type of a state machine.
pub enum StateMachineType {
    /// Executions last up to a year, and each step runs exactly once.
    Standard,
    /// Executions last up to five minutes, at high rates.
    Express,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    StateMachineType, super::schema::STATE_MACHINE_TYPE, Standard = "STANDARD", Express =
    "EXPRESS"
}

/// State machines of this type do not offer the operation.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct StateMachineTypeNotSupported {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    StateMachineTypeNotSupported, super::schema::STATE_MACHINE_TYPE_NOT_SUPPORTED,
    message = 0
}

rt::error! {
    StateMachineTypeNotSupported
}

/// What a list tells of a version.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineVersionListItem {
    /// The version.
    pub state_machine_version_arn: LongArn,
    /// When it was made.
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

/// What `StopExecution` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StopExecutionInput {
    /// The execution.
    pub execution_arn: Arn,
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
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

/// When the execution ended.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StopExecutionOutput {
    /// When it ended.
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

/// A key and a value that stick to a state machine.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Tag {
    /// The key.
    pub key: ::std::option::Option<TagKey>,
    /// The value.
    pub value: ::std::option::Option<TagValue>,
}

rt::structure! {
    Tag, super::schema::TAG, key = 0, value = 1
}

/// The key of a tag.
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

/// The value of a tag.
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

/// The role that a task acts in.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct TaskCredentials {
    /// The role in which it acts.
    pub role_arn: ::std::option::Option<LongArn>,
}

rt::structure! {
    TaskCredentials, super::schema::TASK_CREDENTIALS, role_arn = 0
}

/// Tells more of a service call that failed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskFailedEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
    pub resource: Name,
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
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

/// Tells more of a service call that is about to be made.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskScheduledEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
    pub resource: Name,
    /// The region of the call.
    pub region: Name,
    /// What the call was given.
    pub parameters: ConnectorParameters,
    /// How long the work may take.
    pub timeout_in_seconds: ::std::option::Option<i64>,
    /// How long the worker may be silent.
    pub heartbeat_in_seconds: ::std::option::Option<i64>,
    /// The role that the task acts in.
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

/// Tells more of a service call that could not be begun.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskStartFailedEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
    pub resource: Name,
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
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

/// Tells more of a service call that was begun.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskStartedEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
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

/// Tells more of a request that could not be handed over.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskSubmitFailedEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
    pub resource: Name,
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
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

/// Tells more of a request that was handed over.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskSubmittedEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
    pub resource: Name,
    /// What it produced.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is there, and whole.
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

/// Tells more of a service call that succeeded.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskSucceededEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
    pub resource: Name,
    /// What it produced.
    pub output: ::std::option::Option<SensitiveData>,
    /// Whether the output is there, and whole.
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

/// Tells more of a service call that took too long.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskTimedOutEventDetails {
    /// The kind of service that was called.
    pub resource_type: Name,
    /// What was called.
    pub resource: Name,
    /// The error's name.
    pub error: ::std::option::Option<SensitiveError>,
    /// Why it happened, in words.
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

/// The state machine would have more tags than it may.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct TooManyTags {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
    /// What the error is about.
    pub resource_name: ::std::option::Option<Arn>,
}

rt::structure! {
    TooManyTags, super::schema::TOO_MANY_TAGS, message = 0, resource_name = 1
}

rt::error! {
    TooManyTags
}

/// An X-Ray trace header of ASCII characters.
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

/// Whether executions are traced with X-Ray.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct TracingConfiguration {
    /// Whether it is on.
    pub enabled: bool,
}

rt::structure! {
    TracingConfiguration, super::schema::TRACING_CONFIGURATION, enabled = 0
}

/// A count.
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

/// What `UpdateStateMachineAlias` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineAliasInput {
    /// The alias.
    pub state_machine_alias_arn: Arn,
    /// What it is for, in words.
    pub description: ::std::option::Option<AliasDescription>,
    /// The version or versions that the alias starts, and their shares.
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

/// When the alias was changed.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineAliasOutput {
    /// When it was last changed.
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

/// What `UpdateStateMachine` is told.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineInput {
    /// The state machine.
    pub state_machine_arn: Arn,
    /// What the state machine does.
    pub definition: ::std::option::Option<Definition>,
    /// The role in which it acts.
    pub role_arn: ::std::option::Option<Arn>,
    /// What is logged, and where to.
    pub logging_configuration: ::std::option::Option<LoggingConfiguration>,
    /// Whether it is traced.
    pub tracing_configuration: ::std::option::Option<TracingConfiguration>,
    /// Whether a version of the result is published.
    pub publish: bool,
    /// What the published version is about; only together with `publish`.
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

/// When the state machine was changed, and what came of it.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineOutput {
    /// When it was last changed.
    pub update_date: ::whitesmith_runtime::types::Timestamp,
    /// The revision.
    pub revision_id: ::std::option::Option<::std::string::String>,
    /// The version.
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

/// The request breaks a constraint, or its parts do not fit each other.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ValidationException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
    /// Which rule the request breaks.
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
/// Which rule a refused request breaks.
pub enum ValidationExceptionReason {
    /// The operation does not take ARNs with a label.
    ApiDoesNotSupportLabeledArns,
    /// Something that must be given is missing.
    MissingRequiredParameter,
    /// The Map Run has ended, and cannot be changed.
    CannotUpdateCompletedMapRun,
    /// The routing of the alias cannot be used.
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

/// What a version is about, in words.
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

/// A share in percent.
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
