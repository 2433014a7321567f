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

/// Builder of [`ActivityFailedEventDetails`].
#[must_use]
pub struct ActivityFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ActivityFailedEventDetails, C>,
);

rt::builder!(ActivityFailedEventDetailsBuilder, ActivityFailedEventDetails);

impl<C> ActivityFailedEventDetailsBuilder<C> {
    /// See [`error`](ActivityFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](ActivityFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](ActivityFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](ActivityFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`ActivityScheduleFailedEventDetails`].
#[must_use]
pub struct ActivityScheduleFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ActivityScheduleFailedEventDetails, C>,
);

rt::builder!(
    ActivityScheduleFailedEventDetailsBuilder, ActivityScheduleFailedEventDetails
);

impl<C> ActivityScheduleFailedEventDetailsBuilder<C> {
    /// See [`error`](ActivityScheduleFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](ActivityScheduleFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](ActivityScheduleFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](ActivityScheduleFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

rt::structure! {
    ActivityScheduledEventDetails, super::schema::ACTIVITY_SCHEDULED_EVENT_DETAILS,
    resource = 0, input = 1, input_details = 2, timeout_in_seconds = 3,
    heartbeat_in_seconds = 4
}

/// Builder of [`ActivityScheduledEventDetails`].
#[must_use]
pub struct ActivityScheduledEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ActivityScheduledEventDetails, C>,
);

rt::builder!(ActivityScheduledEventDetailsBuilder, ActivityScheduledEventDetails);

impl<C> ActivityScheduledEventDetailsBuilder<C> {
    /// See [`resource`](ActivityScheduledEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](ActivityScheduledEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`input`](ActivityScheduledEventDetails::input).
    pub fn input(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, input, value)
    }

    /// Replaces or unsets [`input`](ActivityScheduledEventDetails::input).
    pub fn set_input(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, input, value)
    }

    /// See [`input_details`](ActivityScheduledEventDetails::input_details).
    pub fn input_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, input_details, value)
    }

    /// Replaces or unsets [`input_details`](ActivityScheduledEventDetails::input_details).
    pub fn set_input_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, input_details, value)
    }

    /// See [`timeout_in_seconds`](ActivityScheduledEventDetails::timeout_in_seconds).
    pub fn timeout_in_seconds(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, timeout_in_seconds, value)
    }

    /// Replaces or unsets [`timeout_in_seconds`](ActivityScheduledEventDetails::timeout_in_seconds).
    pub fn set_timeout_in_seconds(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, timeout_in_seconds, value)
    }

    /// See [`heartbeat_in_seconds`](ActivityScheduledEventDetails::heartbeat_in_seconds).
    pub fn heartbeat_in_seconds(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, heartbeat_in_seconds, value)
    }

    /// Replaces or unsets [`heartbeat_in_seconds`](ActivityScheduledEventDetails::heartbeat_in_seconds).
    pub fn set_heartbeat_in_seconds(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, heartbeat_in_seconds, value)
    }
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

/// Builder of [`ActivityStartedEventDetails`].
#[must_use]
pub struct ActivityStartedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ActivityStartedEventDetails, C>,
);

rt::builder!(ActivityStartedEventDetailsBuilder, ActivityStartedEventDetails);

impl<C> ActivityStartedEventDetailsBuilder<C> {
    /// See [`worker_name`](ActivityStartedEventDetails::worker_name).
    pub fn worker_name(self, value: impl rt::IntoMember<Identity>) -> Self {
        rt::set!(self, worker_name, value)
    }

    /// Replaces or unsets [`worker_name`](ActivityStartedEventDetails::worker_name).
    pub fn set_worker_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Identity>>,
    ) -> Self {
        rt::replace!(self, worker_name, value)
    }
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

/// Builder of [`ActivitySucceededEventDetails`].
#[must_use]
pub struct ActivitySucceededEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ActivitySucceededEventDetails, C>,
);

rt::builder!(ActivitySucceededEventDetailsBuilder, ActivitySucceededEventDetails);

impl<C> ActivitySucceededEventDetailsBuilder<C> {
    /// See [`output`](ActivitySucceededEventDetails::output).
    pub fn output(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](ActivitySucceededEventDetails::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`output_details`](ActivitySucceededEventDetails::output_details).
    pub fn output_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, output_details, value)
    }

    /// Replaces or unsets [`output_details`](ActivitySucceededEventDetails::output_details).
    pub fn set_output_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, output_details, value)
    }
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

/// Builder of [`ActivityTimedOutEventDetails`].
#[must_use]
pub struct ActivityTimedOutEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ActivityTimedOutEventDetails, C>,
);

rt::builder!(ActivityTimedOutEventDetailsBuilder, ActivityTimedOutEventDetails);

impl<C> ActivityTimedOutEventDetailsBuilder<C> {
    /// See [`error`](ActivityTimedOutEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](ActivityTimedOutEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](ActivityTimedOutEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](ActivityTimedOutEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`CloudWatchEventsExecutionDataDetails`].
#[must_use]
pub struct CloudWatchEventsExecutionDataDetailsBuilder<C = ()>(
    pub(super) rt::Builder<CloudWatchEventsExecutionDataDetails, C>,
);

rt::builder!(
    CloudWatchEventsExecutionDataDetailsBuilder, CloudWatchEventsExecutionDataDetails
);

impl<C> CloudWatchEventsExecutionDataDetailsBuilder<C> {
    /// See [`included`](CloudWatchEventsExecutionDataDetails::included).
    pub fn included(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, included, value)
    }

    /// Replaces or unsets [`included`](CloudWatchEventsExecutionDataDetails::included).
    pub fn set_included(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, included, value)
    }
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

/// Builder of [`CloudWatchLogsLogGroup`].
#[must_use]
pub struct CloudWatchLogsLogGroupBuilder<C = ()>(
    pub(super) rt::Builder<CloudWatchLogsLogGroup, C>,
);

rt::builder!(CloudWatchLogsLogGroupBuilder, CloudWatchLogsLogGroup);

impl<C> CloudWatchLogsLogGroupBuilder<C> {
    /// See [`log_group_arn`](CloudWatchLogsLogGroup::log_group_arn).
    pub fn log_group_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, log_group_arn, value)
    }

    /// Replaces or unsets [`log_group_arn`](CloudWatchLogsLogGroup::log_group_arn).
    pub fn set_log_group_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, log_group_arn, value)
    }
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

/// Builder of [`ConflictException`].
#[must_use]
pub struct ConflictExceptionBuilder<C = ()>(
    pub(super) rt::Builder<ConflictException, C>,
);

rt::builder!(ConflictExceptionBuilder, ConflictException);

impl<C> ConflictExceptionBuilder<C> {
    /// See [`message`](ConflictException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ConflictException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    CreateStateMachineAliasInput, super::schema::CREATE_STATE_MACHINE_ALIAS_INPUT,
    description = 0, name = 1, routing_configuration = 2
}

/// Builder of [`CreateStateMachineAliasInput`].
#[must_use]
pub struct CreateStateMachineAliasInputBuilder<C = ()>(
    pub(super) rt::Builder<CreateStateMachineAliasInput, C>,
);

rt::builder!(CreateStateMachineAliasInputBuilder, CreateStateMachineAliasInput);

impl<C> CreateStateMachineAliasInputBuilder<C> {
    /// See [`description`](CreateStateMachineAliasInput::description).
    pub fn description(self, value: impl rt::IntoMember<AliasDescription>) -> Self {
        rt::set!(self, description, value)
    }

    /// Replaces or unsets [`description`](CreateStateMachineAliasInput::description).
    pub fn set_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<AliasDescription>>,
    ) -> Self {
        rt::replace!(self, description, value)
    }

    /// See [`name`](CreateStateMachineAliasInput::name).
    pub fn name(self, value: impl rt::IntoMember<CharacterRestrictedName>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](CreateStateMachineAliasInput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<CharacterRestrictedName>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// Adds an element to [`routing_configuration`](CreateStateMachineAliasInput::routing_configuration).
    pub fn routing_configuration(
        self,
        element: impl rt::IntoMember<RoutingConfigurationListItem>,
    ) -> Self {
        rt::append!(self, routing_configuration, element)
    }

    /// Replaces or unsets [`routing_configuration`](CreateStateMachineAliasInput::routing_configuration).
    pub fn set_routing_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<RoutingConfigurationList>>,
    ) -> Self {
        rt::replace!(self, routing_configuration, value)
    }
}

/// Output of `CreateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct CreateStateMachineAliasOutput {
    /// ARN of the alias.
    pub state_machine_alias_arn: Arn,
    /// Time when the alias was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
}

rt::structure! {
    CreateStateMachineAliasOutput, super::schema::CREATE_STATE_MACHINE_ALIAS_OUTPUT,
    state_machine_alias_arn = 0, creation_date = 1
}

/// Builder of [`CreateStateMachineAliasOutput`].
#[must_use]
pub struct CreateStateMachineAliasOutputBuilder<C = ()>(
    pub(super) rt::Builder<CreateStateMachineAliasOutput, C>,
);

rt::builder!(CreateStateMachineAliasOutputBuilder, CreateStateMachineAliasOutput);

impl<C> CreateStateMachineAliasOutputBuilder<C> {
    /// See [`state_machine_alias_arn`](CreateStateMachineAliasOutput::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](CreateStateMachineAliasOutput::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }

    /// See [`creation_date`](CreateStateMachineAliasOutput::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](CreateStateMachineAliasOutput::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }
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

rt::structure! {
    CreateStateMachineInput, super::schema::CREATE_STATE_MACHINE_INPUT, name = 0,
    definition = 1, role_arn = 2, r#type = 3, logging_configuration = 4, tags = 5,
    tracing_configuration = 6, publish = 7, version_description = 8
}

/// Builder of [`CreateStateMachineInput`].
#[must_use]
pub struct CreateStateMachineInputBuilder<C = ()>(
    pub(super) rt::Builder<CreateStateMachineInput, C>,
);

rt::builder!(CreateStateMachineInputBuilder, CreateStateMachineInput);

impl<C> CreateStateMachineInputBuilder<C> {
    /// See [`name`](CreateStateMachineInput::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](CreateStateMachineInput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`definition`](CreateStateMachineInput::definition).
    pub fn definition(self, value: impl rt::IntoMember<Definition>) -> Self {
        rt::set!(self, definition, value)
    }

    /// Replaces or unsets [`definition`](CreateStateMachineInput::definition).
    pub fn set_definition(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Definition>>,
    ) -> Self {
        rt::replace!(self, definition, value)
    }

    /// See [`role_arn`](CreateStateMachineInput::role_arn).
    pub fn role_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, role_arn, value)
    }

    /// Replaces or unsets [`role_arn`](CreateStateMachineInput::role_arn).
    pub fn set_role_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, role_arn, value)
    }

    /// See [`type`](CreateStateMachineInput::type).
    pub fn r#type(self, value: impl rt::IntoMember<StateMachineType>) -> Self {
        rt::set!(self, r#type, value)
    }

    /// Replaces or unsets [`type`](CreateStateMachineInput::type).
    pub fn set_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<StateMachineType>>,
    ) -> Self {
        rt::replace!(self, r#type, value)
    }

    /// See [`logging_configuration`](CreateStateMachineInput::logging_configuration).
    pub fn logging_configuration(
        self,
        value: impl rt::IntoMember<LoggingConfiguration>,
    ) -> Self {
        rt::set!(self, logging_configuration, value)
    }

    /// Replaces or unsets [`logging_configuration`](CreateStateMachineInput::logging_configuration).
    pub fn set_logging_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LoggingConfiguration>>,
    ) -> Self {
        rt::replace!(self, logging_configuration, value)
    }

    /// Adds an element to [`tags`](CreateStateMachineInput::tags).
    pub fn tags(self, element: impl rt::IntoMember<Tag>) -> Self {
        rt::append!(self, tags, element)
    }

    /// Replaces or unsets [`tags`](CreateStateMachineInput::tags).
    pub fn set_tags(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::vec::Vec<Tag>>>,
    ) -> Self {
        rt::replace!(self, tags, value)
    }

    /// See [`tracing_configuration`](CreateStateMachineInput::tracing_configuration).
    pub fn tracing_configuration(
        self,
        value: impl rt::IntoMember<TracingConfiguration>,
    ) -> Self {
        rt::set!(self, tracing_configuration, value)
    }

    /// Replaces or unsets [`tracing_configuration`](CreateStateMachineInput::tracing_configuration).
    pub fn set_tracing_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TracingConfiguration>>,
    ) -> Self {
        rt::replace!(self, tracing_configuration, value)
    }

    /// See [`publish`](CreateStateMachineInput::publish).
    pub fn publish(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, publish, value)
    }

    /// Replaces or unsets [`publish`](CreateStateMachineInput::publish).
    pub fn set_publish(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, publish, value)
    }

    /// See [`version_description`](CreateStateMachineInput::version_description).
    pub fn version_description(
        self,
        value: impl rt::IntoMember<VersionDescription>,
    ) -> Self {
        rt::set!(self, version_description, value)
    }

    /// Replaces or unsets [`version_description`](CreateStateMachineInput::version_description).
    pub fn set_version_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<VersionDescription>>,
    ) -> Self {
        rt::replace!(self, version_description, value)
    }
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

rt::structure! {
    CreateStateMachineOutput, super::schema::CREATE_STATE_MACHINE_OUTPUT,
    state_machine_arn = 0, creation_date = 1, state_machine_version_arn = 2
}

/// Builder of [`CreateStateMachineOutput`].
#[must_use]
pub struct CreateStateMachineOutputBuilder<C = ()>(
    pub(super) rt::Builder<CreateStateMachineOutput, C>,
);

rt::builder!(CreateStateMachineOutputBuilder, CreateStateMachineOutput);

impl<C> CreateStateMachineOutputBuilder<C> {
    /// See [`state_machine_arn`](CreateStateMachineOutput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](CreateStateMachineOutput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`creation_date`](CreateStateMachineOutput::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](CreateStateMachineOutput::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }

    /// See [`state_machine_version_arn`](CreateStateMachineOutput::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](CreateStateMachineOutput::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }
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

rt::structure! {
    DeleteStateMachineAliasInput, super::schema::DELETE_STATE_MACHINE_ALIAS_INPUT,
    state_machine_alias_arn = 0
}

/// Builder of [`DeleteStateMachineAliasInput`].
#[must_use]
pub struct DeleteStateMachineAliasInputBuilder<C = ()>(
    pub(super) rt::Builder<DeleteStateMachineAliasInput, C>,
);

rt::builder!(DeleteStateMachineAliasInputBuilder, DeleteStateMachineAliasInput);

impl<C> DeleteStateMachineAliasInputBuilder<C> {
    /// See [`state_machine_alias_arn`](DeleteStateMachineAliasInput::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](DeleteStateMachineAliasInput::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }
}

/// Output of `DeleteStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineAliasOutput {}

rt::structure! {
    DeleteStateMachineAliasOutput, super::schema::DELETE_STATE_MACHINE_ALIAS_OUTPUT,
}

/// Builder of [`DeleteStateMachineAliasOutput`].
#[must_use]
pub struct DeleteStateMachineAliasOutputBuilder<C = ()>(
    pub(super) rt::Builder<DeleteStateMachineAliasOutput, C>,
);

rt::builder!(DeleteStateMachineAliasOutputBuilder, DeleteStateMachineAliasOutput);

/// Input of `DeleteStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
}

rt::structure! {
    DeleteStateMachineInput, super::schema::DELETE_STATE_MACHINE_INPUT, state_machine_arn
    = 0
}

/// Builder of [`DeleteStateMachineInput`].
#[must_use]
pub struct DeleteStateMachineInputBuilder<C = ()>(
    pub(super) rt::Builder<DeleteStateMachineInput, C>,
);

rt::builder!(DeleteStateMachineInputBuilder, DeleteStateMachineInput);

impl<C> DeleteStateMachineInputBuilder<C> {
    /// See [`state_machine_arn`](DeleteStateMachineInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](DeleteStateMachineInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }
}

/// Output of `DeleteStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineOutput {}

rt::structure! {
    DeleteStateMachineOutput, super::schema::DELETE_STATE_MACHINE_OUTPUT,
}

/// Builder of [`DeleteStateMachineOutput`].
#[must_use]
pub struct DeleteStateMachineOutputBuilder<C = ()>(
    pub(super) rt::Builder<DeleteStateMachineOutput, C>,
);

rt::builder!(DeleteStateMachineOutputBuilder, DeleteStateMachineOutput);

/// Input of `DeleteStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DeleteStateMachineVersionInput {
    /// ARN of the version.
    pub state_machine_version_arn: LongArn,
}

rt::structure! {
    DeleteStateMachineVersionInput, super::schema::DELETE_STATE_MACHINE_VERSION_INPUT,
    state_machine_version_arn = 0
}

/// Builder of [`DeleteStateMachineVersionInput`].
#[must_use]
pub struct DeleteStateMachineVersionInputBuilder<C = ()>(
    pub(super) rt::Builder<DeleteStateMachineVersionInput, C>,
);

rt::builder!(DeleteStateMachineVersionInputBuilder, DeleteStateMachineVersionInput);

impl<C> DeleteStateMachineVersionInputBuilder<C> {
    /// See [`state_machine_version_arn`](DeleteStateMachineVersionInput::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](DeleteStateMachineVersionInput::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }
}

/// Output of `DeleteStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DeleteStateMachineVersionOutput {}

rt::structure! {
    DeleteStateMachineVersionOutput, super::schema::DELETE_STATE_MACHINE_VERSION_OUTPUT,
}

/// Builder of [`DeleteStateMachineVersionOutput`].
#[must_use]
pub struct DeleteStateMachineVersionOutputBuilder<C = ()>(
    pub(super) rt::Builder<DeleteStateMachineVersionOutput, C>,
);

rt::builder!(DeleteStateMachineVersionOutputBuilder, DeleteStateMachineVersionOutput);

/// Input of `DescribeExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeExecutionInput {
    /// ARN of the execution.
    pub execution_arn: Arn,
}

rt::structure! {
    DescribeExecutionInput, super::schema::DESCRIBE_EXECUTION_INPUT, execution_arn = 0
}

/// Builder of [`DescribeExecutionInput`].
#[must_use]
pub struct DescribeExecutionInputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeExecutionInput, C>,
);

rt::builder!(DescribeExecutionInputBuilder, DescribeExecutionInput);

impl<C> DescribeExecutionInputBuilder<C> {
    /// See [`execution_arn`](DescribeExecutionInput::execution_arn).
    pub fn execution_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, execution_arn, value)
    }

    /// Replaces or unsets [`execution_arn`](DescribeExecutionInput::execution_arn).
    pub fn set_execution_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, execution_arn, value)
    }
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

rt::structure! {
    DescribeExecutionOutput, super::schema::DESCRIBE_EXECUTION_OUTPUT, execution_arn = 0,
    state_machine_arn = 1, name = 2, status = 3, start_date = 4, stop_date = 5, input =
    6, input_details = 7, output = 8, output_details = 9, trace_header = 10, map_run_arn
    = 11, error = 12, cause = 13, state_machine_version_arn = 14, state_machine_alias_arn
    = 15
}

/// Builder of [`DescribeExecutionOutput`].
#[must_use]
pub struct DescribeExecutionOutputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeExecutionOutput, C>,
);

rt::builder!(DescribeExecutionOutputBuilder, DescribeExecutionOutput);

impl<C> DescribeExecutionOutputBuilder<C> {
    /// See [`execution_arn`](DescribeExecutionOutput::execution_arn).
    pub fn execution_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, execution_arn, value)
    }

    /// Replaces or unsets [`execution_arn`](DescribeExecutionOutput::execution_arn).
    pub fn set_execution_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, execution_arn, value)
    }

    /// See [`state_machine_arn`](DescribeExecutionOutput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](DescribeExecutionOutput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`name`](DescribeExecutionOutput::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](DescribeExecutionOutput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`status`](DescribeExecutionOutput::status).
    pub fn status(self, value: impl rt::IntoMember<ExecutionStatus>) -> Self {
        rt::set!(self, status, value)
    }

    /// Replaces or unsets [`status`](DescribeExecutionOutput::status).
    pub fn set_status(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionStatus>>,
    ) -> Self {
        rt::replace!(self, status, value)
    }

    /// See [`start_date`](DescribeExecutionOutput::start_date).
    pub fn start_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, start_date, value)
    }

    /// Replaces or unsets [`start_date`](DescribeExecutionOutput::start_date).
    pub fn set_start_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, start_date, value)
    }

    /// See [`stop_date`](DescribeExecutionOutput::stop_date).
    pub fn stop_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, stop_date, value)
    }

    /// Replaces or unsets [`stop_date`](DescribeExecutionOutput::stop_date).
    pub fn set_stop_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, stop_date, value)
    }

    /// See [`input`](DescribeExecutionOutput::input).
    pub fn input(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, input, value)
    }

    /// Replaces or unsets [`input`](DescribeExecutionOutput::input).
    pub fn set_input(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, input, value)
    }

    /// See [`input_details`](DescribeExecutionOutput::input_details).
    pub fn input_details(
        self,
        value: impl rt::IntoMember<CloudWatchEventsExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, input_details, value)
    }

    /// Replaces or unsets [`input_details`](DescribeExecutionOutput::input_details).
    pub fn set_input_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<CloudWatchEventsExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, input_details, value)
    }

    /// See [`output`](DescribeExecutionOutput::output).
    pub fn output(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](DescribeExecutionOutput::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`output_details`](DescribeExecutionOutput::output_details).
    pub fn output_details(
        self,
        value: impl rt::IntoMember<CloudWatchEventsExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, output_details, value)
    }

    /// Replaces or unsets [`output_details`](DescribeExecutionOutput::output_details).
    pub fn set_output_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<CloudWatchEventsExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, output_details, value)
    }

    /// See [`trace_header`](DescribeExecutionOutput::trace_header).
    pub fn trace_header(self, value: impl rt::IntoMember<TraceHeader>) -> Self {
        rt::set!(self, trace_header, value)
    }

    /// Replaces or unsets [`trace_header`](DescribeExecutionOutput::trace_header).
    pub fn set_trace_header(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TraceHeader>>,
    ) -> Self {
        rt::replace!(self, trace_header, value)
    }

    /// See [`map_run_arn`](DescribeExecutionOutput::map_run_arn).
    pub fn map_run_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, map_run_arn, value)
    }

    /// Replaces or unsets [`map_run_arn`](DescribeExecutionOutput::map_run_arn).
    pub fn set_map_run_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, map_run_arn, value)
    }

    /// See [`error`](DescribeExecutionOutput::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](DescribeExecutionOutput::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](DescribeExecutionOutput::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](DescribeExecutionOutput::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }

    /// See [`state_machine_version_arn`](DescribeExecutionOutput::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](DescribeExecutionOutput::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }

    /// See [`state_machine_alias_arn`](DescribeExecutionOutput::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](DescribeExecutionOutput::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }
}

/// Input of `DescribeStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineAliasInput {
    /// ARN of the alias.
    pub state_machine_alias_arn: Arn,
}

rt::structure! {
    DescribeStateMachineAliasInput, super::schema::DESCRIBE_STATE_MACHINE_ALIAS_INPUT,
    state_machine_alias_arn = 0
}

/// Builder of [`DescribeStateMachineAliasInput`].
#[must_use]
pub struct DescribeStateMachineAliasInputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeStateMachineAliasInput, C>,
);

rt::builder!(DescribeStateMachineAliasInputBuilder, DescribeStateMachineAliasInput);

impl<C> DescribeStateMachineAliasInputBuilder<C> {
    /// See [`state_machine_alias_arn`](DescribeStateMachineAliasInput::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](DescribeStateMachineAliasInput::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }
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

/// Builder of [`DescribeStateMachineAliasOutput`].
#[must_use]
pub struct DescribeStateMachineAliasOutputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeStateMachineAliasOutput, C>,
);

rt::builder!(DescribeStateMachineAliasOutputBuilder, DescribeStateMachineAliasOutput);

impl<C> DescribeStateMachineAliasOutputBuilder<C> {
    /// See [`state_machine_alias_arn`](DescribeStateMachineAliasOutput::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](DescribeStateMachineAliasOutput::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }

    /// See [`name`](DescribeStateMachineAliasOutput::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](DescribeStateMachineAliasOutput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`description`](DescribeStateMachineAliasOutput::description).
    pub fn description(self, value: impl rt::IntoMember<AliasDescription>) -> Self {
        rt::set!(self, description, value)
    }

    /// Replaces or unsets [`description`](DescribeStateMachineAliasOutput::description).
    pub fn set_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<AliasDescription>>,
    ) -> Self {
        rt::replace!(self, description, value)
    }

    /// Adds an element to [`routing_configuration`](DescribeStateMachineAliasOutput::routing_configuration).
    pub fn routing_configuration(
        self,
        element: impl rt::IntoMember<RoutingConfigurationListItem>,
    ) -> Self {
        rt::append!(self, routing_configuration, element)
    }

    /// Replaces or unsets [`routing_configuration`](DescribeStateMachineAliasOutput::routing_configuration).
    pub fn set_routing_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<RoutingConfigurationList>>,
    ) -> Self {
        rt::replace!(self, routing_configuration, value)
    }

    /// See [`creation_date`](DescribeStateMachineAliasOutput::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](DescribeStateMachineAliasOutput::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }

    /// See [`update_date`](DescribeStateMachineAliasOutput::update_date).
    pub fn update_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, update_date, value)
    }

    /// Replaces or unsets [`update_date`](DescribeStateMachineAliasOutput::update_date).
    pub fn set_update_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, update_date, value)
    }
}

/// Input of `DescribeStateMachineForExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineForExecutionInput {
    /// ARN of the execution.
    pub execution_arn: Arn,
}

rt::structure! {
    DescribeStateMachineForExecutionInput,
    super::schema::DESCRIBE_STATE_MACHINE_FOR_EXECUTION_INPUT, execution_arn = 0
}

/// Builder of [`DescribeStateMachineForExecutionInput`].
#[must_use]
pub struct DescribeStateMachineForExecutionInputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeStateMachineForExecutionInput, C>,
);

rt::builder!(
    DescribeStateMachineForExecutionInputBuilder, DescribeStateMachineForExecutionInput
);

impl<C> DescribeStateMachineForExecutionInputBuilder<C> {
    /// See [`execution_arn`](DescribeStateMachineForExecutionInput::execution_arn).
    pub fn execution_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, execution_arn, value)
    }

    /// Replaces or unsets [`execution_arn`](DescribeStateMachineForExecutionInput::execution_arn).
    pub fn set_execution_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, execution_arn, value)
    }
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

rt::structure! {
    DescribeStateMachineForExecutionOutput,
    super::schema::DESCRIBE_STATE_MACHINE_FOR_EXECUTION_OUTPUT, state_machine_arn = 0,
    name = 1, definition = 2, role_arn = 3, update_date = 4, logging_configuration = 5,
    tracing_configuration = 6, map_run_arn = 7, label = 8, revision_id = 9
}

/// Builder of [`DescribeStateMachineForExecutionOutput`].
#[must_use]
pub struct DescribeStateMachineForExecutionOutputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeStateMachineForExecutionOutput, C>,
);

rt::builder!(
    DescribeStateMachineForExecutionOutputBuilder, DescribeStateMachineForExecutionOutput
);

impl<C> DescribeStateMachineForExecutionOutputBuilder<C> {
    /// See [`state_machine_arn`](DescribeStateMachineForExecutionOutput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](DescribeStateMachineForExecutionOutput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`name`](DescribeStateMachineForExecutionOutput::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](DescribeStateMachineForExecutionOutput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`definition`](DescribeStateMachineForExecutionOutput::definition).
    pub fn definition(self, value: impl rt::IntoMember<Definition>) -> Self {
        rt::set!(self, definition, value)
    }

    /// Replaces or unsets [`definition`](DescribeStateMachineForExecutionOutput::definition).
    pub fn set_definition(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Definition>>,
    ) -> Self {
        rt::replace!(self, definition, value)
    }

    /// See [`role_arn`](DescribeStateMachineForExecutionOutput::role_arn).
    pub fn role_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, role_arn, value)
    }

    /// Replaces or unsets [`role_arn`](DescribeStateMachineForExecutionOutput::role_arn).
    pub fn set_role_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, role_arn, value)
    }

    /// See [`update_date`](DescribeStateMachineForExecutionOutput::update_date).
    pub fn update_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, update_date, value)
    }

    /// Replaces or unsets [`update_date`](DescribeStateMachineForExecutionOutput::update_date).
    pub fn set_update_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, update_date, value)
    }

    /// See [`logging_configuration`](DescribeStateMachineForExecutionOutput::logging_configuration).
    pub fn logging_configuration(
        self,
        value: impl rt::IntoMember<LoggingConfiguration>,
    ) -> Self {
        rt::set!(self, logging_configuration, value)
    }

    /// Replaces or unsets [`logging_configuration`](DescribeStateMachineForExecutionOutput::logging_configuration).
    pub fn set_logging_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LoggingConfiguration>>,
    ) -> Self {
        rt::replace!(self, logging_configuration, value)
    }

    /// See [`tracing_configuration`](DescribeStateMachineForExecutionOutput::tracing_configuration).
    pub fn tracing_configuration(
        self,
        value: impl rt::IntoMember<TracingConfiguration>,
    ) -> Self {
        rt::set!(self, tracing_configuration, value)
    }

    /// Replaces or unsets [`tracing_configuration`](DescribeStateMachineForExecutionOutput::tracing_configuration).
    pub fn set_tracing_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TracingConfiguration>>,
    ) -> Self {
        rt::replace!(self, tracing_configuration, value)
    }

    /// See [`map_run_arn`](DescribeStateMachineForExecutionOutput::map_run_arn).
    pub fn map_run_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, map_run_arn, value)
    }

    /// Replaces or unsets [`map_run_arn`](DescribeStateMachineForExecutionOutput::map_run_arn).
    pub fn set_map_run_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, map_run_arn, value)
    }

    /// See [`label`](DescribeStateMachineForExecutionOutput::label).
    pub fn label(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, label, value)
    }

    /// Replaces or unsets [`label`](DescribeStateMachineForExecutionOutput::label).
    pub fn set_label(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, label, value)
    }

    /// See [`revision_id`](DescribeStateMachineForExecutionOutput::revision_id).
    pub fn revision_id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, revision_id, value)
    }

    /// Replaces or unsets [`revision_id`](DescribeStateMachineForExecutionOutput::revision_id).
    pub fn set_revision_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, revision_id, value)
    }
}

/// Input of `DescribeStateMachine`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct DescribeStateMachineInput {
    /// ARN of the state machine.
    pub state_machine_arn: Arn,
}

rt::structure! {
    DescribeStateMachineInput, super::schema::DESCRIBE_STATE_MACHINE_INPUT,
    state_machine_arn = 0
}

/// Builder of [`DescribeStateMachineInput`].
#[must_use]
pub struct DescribeStateMachineInputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeStateMachineInput, C>,
);

rt::builder!(DescribeStateMachineInputBuilder, DescribeStateMachineInput);

impl<C> DescribeStateMachineInputBuilder<C> {
    /// See [`state_machine_arn`](DescribeStateMachineInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](DescribeStateMachineInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }
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

rt::structure! {
    DescribeStateMachineOutput, super::schema::DESCRIBE_STATE_MACHINE_OUTPUT,
    state_machine_arn = 0, name = 1, status = 2, definition = 3, role_arn = 4, r#type =
    5, creation_date = 6, logging_configuration = 7, tracing_configuration = 8, label =
    9, revision_id = 10, description = 11
}

/// Builder of [`DescribeStateMachineOutput`].
#[must_use]
pub struct DescribeStateMachineOutputBuilder<C = ()>(
    pub(super) rt::Builder<DescribeStateMachineOutput, C>,
);

rt::builder!(DescribeStateMachineOutputBuilder, DescribeStateMachineOutput);

impl<C> DescribeStateMachineOutputBuilder<C> {
    /// See [`state_machine_arn`](DescribeStateMachineOutput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](DescribeStateMachineOutput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`name`](DescribeStateMachineOutput::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](DescribeStateMachineOutput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`status`](DescribeStateMachineOutput::status).
    pub fn status(self, value: impl rt::IntoMember<StateMachineStatus>) -> Self {
        rt::set!(self, status, value)
    }

    /// Replaces or unsets [`status`](DescribeStateMachineOutput::status).
    pub fn set_status(
        self,
        value: ::std::option::Option<impl rt::IntoMember<StateMachineStatus>>,
    ) -> Self {
        rt::replace!(self, status, value)
    }

    /// See [`definition`](DescribeStateMachineOutput::definition).
    pub fn definition(self, value: impl rt::IntoMember<Definition>) -> Self {
        rt::set!(self, definition, value)
    }

    /// Replaces or unsets [`definition`](DescribeStateMachineOutput::definition).
    pub fn set_definition(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Definition>>,
    ) -> Self {
        rt::replace!(self, definition, value)
    }

    /// See [`role_arn`](DescribeStateMachineOutput::role_arn).
    pub fn role_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, role_arn, value)
    }

    /// Replaces or unsets [`role_arn`](DescribeStateMachineOutput::role_arn).
    pub fn set_role_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, role_arn, value)
    }

    /// See [`type`](DescribeStateMachineOutput::type).
    pub fn r#type(self, value: impl rt::IntoMember<StateMachineType>) -> Self {
        rt::set!(self, r#type, value)
    }

    /// Replaces or unsets [`type`](DescribeStateMachineOutput::type).
    pub fn set_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<StateMachineType>>,
    ) -> Self {
        rt::replace!(self, r#type, value)
    }

    /// See [`creation_date`](DescribeStateMachineOutput::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](DescribeStateMachineOutput::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }

    /// See [`logging_configuration`](DescribeStateMachineOutput::logging_configuration).
    pub fn logging_configuration(
        self,
        value: impl rt::IntoMember<LoggingConfiguration>,
    ) -> Self {
        rt::set!(self, logging_configuration, value)
    }

    /// Replaces or unsets [`logging_configuration`](DescribeStateMachineOutput::logging_configuration).
    pub fn set_logging_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LoggingConfiguration>>,
    ) -> Self {
        rt::replace!(self, logging_configuration, value)
    }

    /// See [`tracing_configuration`](DescribeStateMachineOutput::tracing_configuration).
    pub fn tracing_configuration(
        self,
        value: impl rt::IntoMember<TracingConfiguration>,
    ) -> Self {
        rt::set!(self, tracing_configuration, value)
    }

    /// Replaces or unsets [`tracing_configuration`](DescribeStateMachineOutput::tracing_configuration).
    pub fn set_tracing_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TracingConfiguration>>,
    ) -> Self {
        rt::replace!(self, tracing_configuration, value)
    }

    /// See [`label`](DescribeStateMachineOutput::label).
    pub fn label(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, label, value)
    }

    /// Replaces or unsets [`label`](DescribeStateMachineOutput::label).
    pub fn set_label(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, label, value)
    }

    /// See [`revision_id`](DescribeStateMachineOutput::revision_id).
    pub fn revision_id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, revision_id, value)
    }

    /// Replaces or unsets [`revision_id`](DescribeStateMachineOutput::revision_id).
    pub fn set_revision_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, revision_id, value)
    }

    /// See [`description`](DescribeStateMachineOutput::description).
    pub fn description(self, value: impl rt::IntoMember<VersionDescription>) -> Self {
        rt::set!(self, description, value)
    }

    /// Replaces or unsets [`description`](DescribeStateMachineOutput::description).
    pub fn set_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<VersionDescription>>,
    ) -> Self {
        rt::replace!(self, description, value)
    }
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

/// Builder of [`ExecutionAbortedEventDetails`].
#[must_use]
pub struct ExecutionAbortedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionAbortedEventDetails, C>,
);

rt::builder!(ExecutionAbortedEventDetailsBuilder, ExecutionAbortedEventDetails);

impl<C> ExecutionAbortedEventDetailsBuilder<C> {
    /// See [`error`](ExecutionAbortedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](ExecutionAbortedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](ExecutionAbortedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](ExecutionAbortedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`ExecutionAlreadyExists`].
#[must_use]
pub struct ExecutionAlreadyExistsBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionAlreadyExists, C>,
);

rt::builder!(ExecutionAlreadyExistsBuilder, ExecutionAlreadyExists);

impl<C> ExecutionAlreadyExistsBuilder<C> {
    /// See [`message`](ExecutionAlreadyExists::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ExecutionAlreadyExists::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`ExecutionDoesNotExist`].
#[must_use]
pub struct ExecutionDoesNotExistBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionDoesNotExist, C>,
);

rt::builder!(ExecutionDoesNotExistBuilder, ExecutionDoesNotExist);

impl<C> ExecutionDoesNotExistBuilder<C> {
    /// See [`message`](ExecutionDoesNotExist::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ExecutionDoesNotExist::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`ExecutionFailedEventDetails`].
#[must_use]
pub struct ExecutionFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionFailedEventDetails, C>,
);

rt::builder!(ExecutionFailedEventDetailsBuilder, ExecutionFailedEventDetails);

impl<C> ExecutionFailedEventDetailsBuilder<C> {
    /// See [`error`](ExecutionFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](ExecutionFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](ExecutionFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](ExecutionFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`ExecutionLimitExceeded`].
#[must_use]
pub struct ExecutionLimitExceededBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionLimitExceeded, C>,
);

rt::builder!(ExecutionLimitExceededBuilder, ExecutionLimitExceeded);

impl<C> ExecutionLimitExceededBuilder<C> {
    /// See [`message`](ExecutionLimitExceeded::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ExecutionLimitExceeded::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    ExecutionListItem, super::schema::EXECUTION_LIST_ITEM, execution_arn = 0,
    state_machine_arn = 1, name = 2, status = 3, start_date = 4, stop_date = 5,
    map_run_arn = 6, item_count = 7, state_machine_version_arn = 8,
    state_machine_alias_arn = 9
}

/// Builder of [`ExecutionListItem`].
#[must_use]
pub struct ExecutionListItemBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionListItem, C>,
);

rt::builder!(ExecutionListItemBuilder, ExecutionListItem);

impl<C> ExecutionListItemBuilder<C> {
    /// See [`execution_arn`](ExecutionListItem::execution_arn).
    pub fn execution_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, execution_arn, value)
    }

    /// Replaces or unsets [`execution_arn`](ExecutionListItem::execution_arn).
    pub fn set_execution_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, execution_arn, value)
    }

    /// See [`state_machine_arn`](ExecutionListItem::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](ExecutionListItem::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`name`](ExecutionListItem::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](ExecutionListItem::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`status`](ExecutionListItem::status).
    pub fn status(self, value: impl rt::IntoMember<ExecutionStatus>) -> Self {
        rt::set!(self, status, value)
    }

    /// Replaces or unsets [`status`](ExecutionListItem::status).
    pub fn set_status(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionStatus>>,
    ) -> Self {
        rt::replace!(self, status, value)
    }

    /// See [`start_date`](ExecutionListItem::start_date).
    pub fn start_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, start_date, value)
    }

    /// Replaces or unsets [`start_date`](ExecutionListItem::start_date).
    pub fn set_start_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, start_date, value)
    }

    /// See [`stop_date`](ExecutionListItem::stop_date).
    pub fn stop_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, stop_date, value)
    }

    /// Replaces or unsets [`stop_date`](ExecutionListItem::stop_date).
    pub fn set_stop_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, stop_date, value)
    }

    /// See [`map_run_arn`](ExecutionListItem::map_run_arn).
    pub fn map_run_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, map_run_arn, value)
    }

    /// Replaces or unsets [`map_run_arn`](ExecutionListItem::map_run_arn).
    pub fn set_map_run_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, map_run_arn, value)
    }

    /// See [`item_count`](ExecutionListItem::item_count).
    pub fn item_count(self, value: impl rt::IntoMember<UnsignedInteger>) -> Self {
        rt::set!(self, item_count, value)
    }

    /// Replaces or unsets [`item_count`](ExecutionListItem::item_count).
    pub fn set_item_count(
        self,
        value: ::std::option::Option<impl rt::IntoMember<UnsignedInteger>>,
    ) -> Self {
        rt::replace!(self, item_count, value)
    }

    /// See [`state_machine_version_arn`](ExecutionListItem::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](ExecutionListItem::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }

    /// See [`state_machine_alias_arn`](ExecutionListItem::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](ExecutionListItem::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }
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

/// Builder of [`ExecutionStartedEventDetails`].
#[must_use]
pub struct ExecutionStartedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionStartedEventDetails, C>,
);

rt::builder!(ExecutionStartedEventDetailsBuilder, ExecutionStartedEventDetails);

impl<C> ExecutionStartedEventDetailsBuilder<C> {
    /// See [`input`](ExecutionStartedEventDetails::input).
    pub fn input(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, input, value)
    }

    /// Replaces or unsets [`input`](ExecutionStartedEventDetails::input).
    pub fn set_input(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, input, value)
    }

    /// See [`input_details`](ExecutionStartedEventDetails::input_details).
    pub fn input_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, input_details, value)
    }

    /// Replaces or unsets [`input_details`](ExecutionStartedEventDetails::input_details).
    pub fn set_input_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, input_details, value)
    }

    /// See [`role_arn`](ExecutionStartedEventDetails::role_arn).
    pub fn role_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, role_arn, value)
    }

    /// Replaces or unsets [`role_arn`](ExecutionStartedEventDetails::role_arn).
    pub fn set_role_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, role_arn, value)
    }

    /// See [`state_machine_alias_arn`](ExecutionStartedEventDetails::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](ExecutionStartedEventDetails::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }

    /// See [`state_machine_version_arn`](ExecutionStartedEventDetails::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](ExecutionStartedEventDetails::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }
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

/// Builder of [`ExecutionSucceededEventDetails`].
#[must_use]
pub struct ExecutionSucceededEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionSucceededEventDetails, C>,
);

rt::builder!(ExecutionSucceededEventDetailsBuilder, ExecutionSucceededEventDetails);

impl<C> ExecutionSucceededEventDetailsBuilder<C> {
    /// See [`output`](ExecutionSucceededEventDetails::output).
    pub fn output(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](ExecutionSucceededEventDetails::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`output_details`](ExecutionSucceededEventDetails::output_details).
    pub fn output_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, output_details, value)
    }

    /// Replaces or unsets [`output_details`](ExecutionSucceededEventDetails::output_details).
    pub fn set_output_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, output_details, value)
    }
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

/// Builder of [`ExecutionTimedOutEventDetails`].
#[must_use]
pub struct ExecutionTimedOutEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<ExecutionTimedOutEventDetails, C>,
);

rt::builder!(ExecutionTimedOutEventDetailsBuilder, ExecutionTimedOutEventDetails);

impl<C> ExecutionTimedOutEventDetailsBuilder<C> {
    /// See [`error`](ExecutionTimedOutEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](ExecutionTimedOutEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](ExecutionTimedOutEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](ExecutionTimedOutEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

rt::structure! {
    GetExecutionHistoryInput, super::schema::GET_EXECUTION_HISTORY_INPUT, execution_arn =
    0, max_results = 1, reverse_order = 2, next_token = 3, include_execution_data = 4
}

/// Builder of [`GetExecutionHistoryInput`].
#[must_use]
pub struct GetExecutionHistoryInputBuilder<C = ()>(
    pub(super) rt::Builder<GetExecutionHistoryInput, C>,
);

rt::builder!(GetExecutionHistoryInputBuilder, GetExecutionHistoryInput);

impl<C> GetExecutionHistoryInputBuilder<C> {
    /// See [`execution_arn`](GetExecutionHistoryInput::execution_arn).
    pub fn execution_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, execution_arn, value)
    }

    /// Replaces or unsets [`execution_arn`](GetExecutionHistoryInput::execution_arn).
    pub fn set_execution_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, execution_arn, value)
    }

    /// See [`max_results`](GetExecutionHistoryInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<PageSize>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](GetExecutionHistoryInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageSize>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }

    /// See [`reverse_order`](GetExecutionHistoryInput::reverse_order).
    pub fn reverse_order(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, reverse_order, value)
    }

    /// Replaces or unsets [`reverse_order`](GetExecutionHistoryInput::reverse_order).
    pub fn set_reverse_order(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, reverse_order, value)
    }

    /// See [`next_token`](GetExecutionHistoryInput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](GetExecutionHistoryInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }

    /// See [`include_execution_data`](GetExecutionHistoryInput::include_execution_data).
    pub fn include_execution_data(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, include_execution_data, value)
    }

    /// Replaces or unsets [`include_execution_data`](GetExecutionHistoryInput::include_execution_data).
    pub fn set_include_execution_data(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, include_execution_data, value)
    }
}

/// Output of `GetExecutionHistory`: one page of events.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetExecutionHistoryOutput {
    /// Events.
    pub events: ::std::vec::Vec<HistoryEvent>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

rt::structure! {
    GetExecutionHistoryOutput, super::schema::GET_EXECUTION_HISTORY_OUTPUT, events = 0,
    next_token = 1
}

/// Builder of [`GetExecutionHistoryOutput`].
#[must_use]
pub struct GetExecutionHistoryOutputBuilder<C = ()>(
    pub(super) rt::Builder<GetExecutionHistoryOutput, C>,
);

rt::builder!(GetExecutionHistoryOutputBuilder, GetExecutionHistoryOutput);

impl<C> GetExecutionHistoryOutputBuilder<C> {
    /// Adds an element to [`events`](GetExecutionHistoryOutput::events).
    pub fn events(self, element: impl rt::IntoMember<HistoryEvent>) -> Self {
        rt::append!(self, events, element)
    }

    /// Replaces or unsets [`events`](GetExecutionHistoryOutput::events).
    pub fn set_events(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::vec::Vec<HistoryEvent>>>,
    ) -> Self {
        rt::replace!(self, events, value)
    }

    /// See [`next_token`](GetExecutionHistoryOutput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](GetExecutionHistoryOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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

/// Builder of [`HistoryEvent`].
#[must_use]
pub struct HistoryEventBuilder<C = ()>(pub(super) rt::Builder<HistoryEvent, C>);

rt::builder!(HistoryEventBuilder, HistoryEvent);

impl<C> HistoryEventBuilder<C> {
    /// See [`timestamp`](HistoryEvent::timestamp).
    pub fn timestamp(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, timestamp, value)
    }

    /// Replaces or unsets [`timestamp`](HistoryEvent::timestamp).
    pub fn set_timestamp(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, timestamp, value)
    }

    /// See [`type`](HistoryEvent::type).
    pub fn r#type(self, value: impl rt::IntoMember<HistoryEventType>) -> Self {
        rt::set!(self, r#type, value)
    }

    /// Replaces or unsets [`type`](HistoryEvent::type).
    pub fn set_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<HistoryEventType>>,
    ) -> Self {
        rt::replace!(self, r#type, value)
    }

    /// See [`id`](HistoryEvent::id).
    pub fn id(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, id, value)
    }

    /// Replaces or unsets [`id`](HistoryEvent::id).
    pub fn set_id(self, value: ::std::option::Option<impl rt::IntoMember<i64>>) -> Self {
        rt::replace!(self, id, value)
    }

    /// See [`previous_event_id`](HistoryEvent::previous_event_id).
    pub fn previous_event_id(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, previous_event_id, value)
    }

    /// Replaces or unsets [`previous_event_id`](HistoryEvent::previous_event_id).
    pub fn set_previous_event_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, previous_event_id, value)
    }

    /// See [`activity_failed_event_details`](HistoryEvent::activity_failed_event_details).
    pub fn activity_failed_event_details(
        self,
        value: impl rt::IntoMember<ActivityFailedEventDetails>,
    ) -> Self {
        rt::set!(self, activity_failed_event_details, value)
    }

    /// Replaces or unsets [`activity_failed_event_details`](HistoryEvent::activity_failed_event_details).
    pub fn set_activity_failed_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ActivityFailedEventDetails>>,
    ) -> Self {
        rt::replace!(self, activity_failed_event_details, value)
    }

    /// See [`activity_schedule_failed_event_details`](HistoryEvent::activity_schedule_failed_event_details).
    pub fn activity_schedule_failed_event_details(
        self,
        value: impl rt::IntoMember<ActivityScheduleFailedEventDetails>,
    ) -> Self {
        rt::set!(self, activity_schedule_failed_event_details, value)
    }

    /// Replaces or unsets [`activity_schedule_failed_event_details`](HistoryEvent::activity_schedule_failed_event_details).
    pub fn set_activity_schedule_failed_event_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<ActivityScheduleFailedEventDetails>,
        >,
    ) -> Self {
        rt::replace!(self, activity_schedule_failed_event_details, value)
    }

    /// See [`activity_scheduled_event_details`](HistoryEvent::activity_scheduled_event_details).
    pub fn activity_scheduled_event_details(
        self,
        value: impl rt::IntoMember<ActivityScheduledEventDetails>,
    ) -> Self {
        rt::set!(self, activity_scheduled_event_details, value)
    }

    /// Replaces or unsets [`activity_scheduled_event_details`](HistoryEvent::activity_scheduled_event_details).
    pub fn set_activity_scheduled_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ActivityScheduledEventDetails>>,
    ) -> Self {
        rt::replace!(self, activity_scheduled_event_details, value)
    }

    /// See [`activity_started_event_details`](HistoryEvent::activity_started_event_details).
    pub fn activity_started_event_details(
        self,
        value: impl rt::IntoMember<ActivityStartedEventDetails>,
    ) -> Self {
        rt::set!(self, activity_started_event_details, value)
    }

    /// Replaces or unsets [`activity_started_event_details`](HistoryEvent::activity_started_event_details).
    pub fn set_activity_started_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ActivityStartedEventDetails>>,
    ) -> Self {
        rt::replace!(self, activity_started_event_details, value)
    }

    /// See [`activity_succeeded_event_details`](HistoryEvent::activity_succeeded_event_details).
    pub fn activity_succeeded_event_details(
        self,
        value: impl rt::IntoMember<ActivitySucceededEventDetails>,
    ) -> Self {
        rt::set!(self, activity_succeeded_event_details, value)
    }

    /// Replaces or unsets [`activity_succeeded_event_details`](HistoryEvent::activity_succeeded_event_details).
    pub fn set_activity_succeeded_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ActivitySucceededEventDetails>>,
    ) -> Self {
        rt::replace!(self, activity_succeeded_event_details, value)
    }

    /// See [`activity_timed_out_event_details`](HistoryEvent::activity_timed_out_event_details).
    pub fn activity_timed_out_event_details(
        self,
        value: impl rt::IntoMember<ActivityTimedOutEventDetails>,
    ) -> Self {
        rt::set!(self, activity_timed_out_event_details, value)
    }

    /// Replaces or unsets [`activity_timed_out_event_details`](HistoryEvent::activity_timed_out_event_details).
    pub fn set_activity_timed_out_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ActivityTimedOutEventDetails>>,
    ) -> Self {
        rt::replace!(self, activity_timed_out_event_details, value)
    }

    /// See [`task_failed_event_details`](HistoryEvent::task_failed_event_details).
    pub fn task_failed_event_details(
        self,
        value: impl rt::IntoMember<TaskFailedEventDetails>,
    ) -> Self {
        rt::set!(self, task_failed_event_details, value)
    }

    /// Replaces or unsets [`task_failed_event_details`](HistoryEvent::task_failed_event_details).
    pub fn set_task_failed_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskFailedEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_failed_event_details, value)
    }

    /// See [`task_scheduled_event_details`](HistoryEvent::task_scheduled_event_details).
    pub fn task_scheduled_event_details(
        self,
        value: impl rt::IntoMember<TaskScheduledEventDetails>,
    ) -> Self {
        rt::set!(self, task_scheduled_event_details, value)
    }

    /// Replaces or unsets [`task_scheduled_event_details`](HistoryEvent::task_scheduled_event_details).
    pub fn set_task_scheduled_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskScheduledEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_scheduled_event_details, value)
    }

    /// See [`task_start_failed_event_details`](HistoryEvent::task_start_failed_event_details).
    pub fn task_start_failed_event_details(
        self,
        value: impl rt::IntoMember<TaskStartFailedEventDetails>,
    ) -> Self {
        rt::set!(self, task_start_failed_event_details, value)
    }

    /// Replaces or unsets [`task_start_failed_event_details`](HistoryEvent::task_start_failed_event_details).
    pub fn set_task_start_failed_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskStartFailedEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_start_failed_event_details, value)
    }

    /// See [`task_started_event_details`](HistoryEvent::task_started_event_details).
    pub fn task_started_event_details(
        self,
        value: impl rt::IntoMember<TaskStartedEventDetails>,
    ) -> Self {
        rt::set!(self, task_started_event_details, value)
    }

    /// Replaces or unsets [`task_started_event_details`](HistoryEvent::task_started_event_details).
    pub fn set_task_started_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskStartedEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_started_event_details, value)
    }

    /// See [`task_submit_failed_event_details`](HistoryEvent::task_submit_failed_event_details).
    pub fn task_submit_failed_event_details(
        self,
        value: impl rt::IntoMember<TaskSubmitFailedEventDetails>,
    ) -> Self {
        rt::set!(self, task_submit_failed_event_details, value)
    }

    /// Replaces or unsets [`task_submit_failed_event_details`](HistoryEvent::task_submit_failed_event_details).
    pub fn set_task_submit_failed_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskSubmitFailedEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_submit_failed_event_details, value)
    }

    /// See [`task_submitted_event_details`](HistoryEvent::task_submitted_event_details).
    pub fn task_submitted_event_details(
        self,
        value: impl rt::IntoMember<TaskSubmittedEventDetails>,
    ) -> Self {
        rt::set!(self, task_submitted_event_details, value)
    }

    /// Replaces or unsets [`task_submitted_event_details`](HistoryEvent::task_submitted_event_details).
    pub fn set_task_submitted_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskSubmittedEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_submitted_event_details, value)
    }

    /// See [`task_succeeded_event_details`](HistoryEvent::task_succeeded_event_details).
    pub fn task_succeeded_event_details(
        self,
        value: impl rt::IntoMember<TaskSucceededEventDetails>,
    ) -> Self {
        rt::set!(self, task_succeeded_event_details, value)
    }

    /// Replaces or unsets [`task_succeeded_event_details`](HistoryEvent::task_succeeded_event_details).
    pub fn set_task_succeeded_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskSucceededEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_succeeded_event_details, value)
    }

    /// See [`task_timed_out_event_details`](HistoryEvent::task_timed_out_event_details).
    pub fn task_timed_out_event_details(
        self,
        value: impl rt::IntoMember<TaskTimedOutEventDetails>,
    ) -> Self {
        rt::set!(self, task_timed_out_event_details, value)
    }

    /// Replaces or unsets [`task_timed_out_event_details`](HistoryEvent::task_timed_out_event_details).
    pub fn set_task_timed_out_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskTimedOutEventDetails>>,
    ) -> Self {
        rt::replace!(self, task_timed_out_event_details, value)
    }

    /// See [`execution_failed_event_details`](HistoryEvent::execution_failed_event_details).
    pub fn execution_failed_event_details(
        self,
        value: impl rt::IntoMember<ExecutionFailedEventDetails>,
    ) -> Self {
        rt::set!(self, execution_failed_event_details, value)
    }

    /// Replaces or unsets [`execution_failed_event_details`](HistoryEvent::execution_failed_event_details).
    pub fn set_execution_failed_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionFailedEventDetails>>,
    ) -> Self {
        rt::replace!(self, execution_failed_event_details, value)
    }

    /// See [`execution_started_event_details`](HistoryEvent::execution_started_event_details).
    pub fn execution_started_event_details(
        self,
        value: impl rt::IntoMember<ExecutionStartedEventDetails>,
    ) -> Self {
        rt::set!(self, execution_started_event_details, value)
    }

    /// Replaces or unsets [`execution_started_event_details`](HistoryEvent::execution_started_event_details).
    pub fn set_execution_started_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionStartedEventDetails>>,
    ) -> Self {
        rt::replace!(self, execution_started_event_details, value)
    }

    /// See [`execution_succeeded_event_details`](HistoryEvent::execution_succeeded_event_details).
    pub fn execution_succeeded_event_details(
        self,
        value: impl rt::IntoMember<ExecutionSucceededEventDetails>,
    ) -> Self {
        rt::set!(self, execution_succeeded_event_details, value)
    }

    /// Replaces or unsets [`execution_succeeded_event_details`](HistoryEvent::execution_succeeded_event_details).
    pub fn set_execution_succeeded_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionSucceededEventDetails>>,
    ) -> Self {
        rt::replace!(self, execution_succeeded_event_details, value)
    }

    /// See [`execution_aborted_event_details`](HistoryEvent::execution_aborted_event_details).
    pub fn execution_aborted_event_details(
        self,
        value: impl rt::IntoMember<ExecutionAbortedEventDetails>,
    ) -> Self {
        rt::set!(self, execution_aborted_event_details, value)
    }

    /// Replaces or unsets [`execution_aborted_event_details`](HistoryEvent::execution_aborted_event_details).
    pub fn set_execution_aborted_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionAbortedEventDetails>>,
    ) -> Self {
        rt::replace!(self, execution_aborted_event_details, value)
    }

    /// See [`execution_timed_out_event_details`](HistoryEvent::execution_timed_out_event_details).
    pub fn execution_timed_out_event_details(
        self,
        value: impl rt::IntoMember<ExecutionTimedOutEventDetails>,
    ) -> Self {
        rt::set!(self, execution_timed_out_event_details, value)
    }

    /// Replaces or unsets [`execution_timed_out_event_details`](HistoryEvent::execution_timed_out_event_details).
    pub fn set_execution_timed_out_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionTimedOutEventDetails>>,
    ) -> Self {
        rt::replace!(self, execution_timed_out_event_details, value)
    }

    /// See [`map_state_started_event_details`](HistoryEvent::map_state_started_event_details).
    pub fn map_state_started_event_details(
        self,
        value: impl rt::IntoMember<MapStateStartedEventDetails>,
    ) -> Self {
        rt::set!(self, map_state_started_event_details, value)
    }

    /// Replaces or unsets [`map_state_started_event_details`](HistoryEvent::map_state_started_event_details).
    pub fn set_map_state_started_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MapStateStartedEventDetails>>,
    ) -> Self {
        rt::replace!(self, map_state_started_event_details, value)
    }

    /// See [`map_iteration_started_event_details`](HistoryEvent::map_iteration_started_event_details).
    pub fn map_iteration_started_event_details(
        self,
        value: impl rt::IntoMember<MapIterationEventDetails>,
    ) -> Self {
        rt::set!(self, map_iteration_started_event_details, value)
    }

    /// Replaces or unsets [`map_iteration_started_event_details`](HistoryEvent::map_iteration_started_event_details).
    pub fn set_map_iteration_started_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MapIterationEventDetails>>,
    ) -> Self {
        rt::replace!(self, map_iteration_started_event_details, value)
    }

    /// See [`map_iteration_succeeded_event_details`](HistoryEvent::map_iteration_succeeded_event_details).
    pub fn map_iteration_succeeded_event_details(
        self,
        value: impl rt::IntoMember<MapIterationEventDetails>,
    ) -> Self {
        rt::set!(self, map_iteration_succeeded_event_details, value)
    }

    /// Replaces or unsets [`map_iteration_succeeded_event_details`](HistoryEvent::map_iteration_succeeded_event_details).
    pub fn set_map_iteration_succeeded_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MapIterationEventDetails>>,
    ) -> Self {
        rt::replace!(self, map_iteration_succeeded_event_details, value)
    }

    /// See [`map_iteration_failed_event_details`](HistoryEvent::map_iteration_failed_event_details).
    pub fn map_iteration_failed_event_details(
        self,
        value: impl rt::IntoMember<MapIterationEventDetails>,
    ) -> Self {
        rt::set!(self, map_iteration_failed_event_details, value)
    }

    /// Replaces or unsets [`map_iteration_failed_event_details`](HistoryEvent::map_iteration_failed_event_details).
    pub fn set_map_iteration_failed_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MapIterationEventDetails>>,
    ) -> Self {
        rt::replace!(self, map_iteration_failed_event_details, value)
    }

    /// See [`map_iteration_aborted_event_details`](HistoryEvent::map_iteration_aborted_event_details).
    pub fn map_iteration_aborted_event_details(
        self,
        value: impl rt::IntoMember<MapIterationEventDetails>,
    ) -> Self {
        rt::set!(self, map_iteration_aborted_event_details, value)
    }

    /// Replaces or unsets [`map_iteration_aborted_event_details`](HistoryEvent::map_iteration_aborted_event_details).
    pub fn set_map_iteration_aborted_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MapIterationEventDetails>>,
    ) -> Self {
        rt::replace!(self, map_iteration_aborted_event_details, value)
    }

    /// See [`lambda_function_failed_event_details`](HistoryEvent::lambda_function_failed_event_details).
    pub fn lambda_function_failed_event_details(
        self,
        value: impl rt::IntoMember<LambdaFunctionFailedEventDetails>,
    ) -> Self {
        rt::set!(self, lambda_function_failed_event_details, value)
    }

    /// Replaces or unsets [`lambda_function_failed_event_details`](HistoryEvent::lambda_function_failed_event_details).
    pub fn set_lambda_function_failed_event_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<LambdaFunctionFailedEventDetails>,
        >,
    ) -> Self {
        rt::replace!(self, lambda_function_failed_event_details, value)
    }

    /// See [`lambda_function_schedule_failed_event_details`](HistoryEvent::lambda_function_schedule_failed_event_details).
    pub fn lambda_function_schedule_failed_event_details(
        self,
        value: impl rt::IntoMember<LambdaFunctionScheduleFailedEventDetails>,
    ) -> Self {
        rt::set!(self, lambda_function_schedule_failed_event_details, value)
    }

    /// Replaces or unsets [`lambda_function_schedule_failed_event_details`](HistoryEvent::lambda_function_schedule_failed_event_details).
    pub fn set_lambda_function_schedule_failed_event_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<LambdaFunctionScheduleFailedEventDetails>,
        >,
    ) -> Self {
        rt::replace!(self, lambda_function_schedule_failed_event_details, value)
    }

    /// See [`lambda_function_scheduled_event_details`](HistoryEvent::lambda_function_scheduled_event_details).
    pub fn lambda_function_scheduled_event_details(
        self,
        value: impl rt::IntoMember<LambdaFunctionScheduledEventDetails>,
    ) -> Self {
        rt::set!(self, lambda_function_scheduled_event_details, value)
    }

    /// Replaces or unsets [`lambda_function_scheduled_event_details`](HistoryEvent::lambda_function_scheduled_event_details).
    pub fn set_lambda_function_scheduled_event_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<LambdaFunctionScheduledEventDetails>,
        >,
    ) -> Self {
        rt::replace!(self, lambda_function_scheduled_event_details, value)
    }

    /// See [`lambda_function_start_failed_event_details`](HistoryEvent::lambda_function_start_failed_event_details).
    pub fn lambda_function_start_failed_event_details(
        self,
        value: impl rt::IntoMember<LambdaFunctionStartFailedEventDetails>,
    ) -> Self {
        rt::set!(self, lambda_function_start_failed_event_details, value)
    }

    /// Replaces or unsets [`lambda_function_start_failed_event_details`](HistoryEvent::lambda_function_start_failed_event_details).
    pub fn set_lambda_function_start_failed_event_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<LambdaFunctionStartFailedEventDetails>,
        >,
    ) -> Self {
        rt::replace!(self, lambda_function_start_failed_event_details, value)
    }

    /// See [`lambda_function_succeeded_event_details`](HistoryEvent::lambda_function_succeeded_event_details).
    pub fn lambda_function_succeeded_event_details(
        self,
        value: impl rt::IntoMember<LambdaFunctionSucceededEventDetails>,
    ) -> Self {
        rt::set!(self, lambda_function_succeeded_event_details, value)
    }

    /// Replaces or unsets [`lambda_function_succeeded_event_details`](HistoryEvent::lambda_function_succeeded_event_details).
    pub fn set_lambda_function_succeeded_event_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<LambdaFunctionSucceededEventDetails>,
        >,
    ) -> Self {
        rt::replace!(self, lambda_function_succeeded_event_details, value)
    }

    /// See [`lambda_function_timed_out_event_details`](HistoryEvent::lambda_function_timed_out_event_details).
    pub fn lambda_function_timed_out_event_details(
        self,
        value: impl rt::IntoMember<LambdaFunctionTimedOutEventDetails>,
    ) -> Self {
        rt::set!(self, lambda_function_timed_out_event_details, value)
    }

    /// Replaces or unsets [`lambda_function_timed_out_event_details`](HistoryEvent::lambda_function_timed_out_event_details).
    pub fn set_lambda_function_timed_out_event_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<LambdaFunctionTimedOutEventDetails>,
        >,
    ) -> Self {
        rt::replace!(self, lambda_function_timed_out_event_details, value)
    }

    /// See [`state_entered_event_details`](HistoryEvent::state_entered_event_details).
    pub fn state_entered_event_details(
        self,
        value: impl rt::IntoMember<StateEnteredEventDetails>,
    ) -> Self {
        rt::set!(self, state_entered_event_details, value)
    }

    /// Replaces or unsets [`state_entered_event_details`](HistoryEvent::state_entered_event_details).
    pub fn set_state_entered_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<StateEnteredEventDetails>>,
    ) -> Self {
        rt::replace!(self, state_entered_event_details, value)
    }

    /// See [`state_exited_event_details`](HistoryEvent::state_exited_event_details).
    pub fn state_exited_event_details(
        self,
        value: impl rt::IntoMember<StateExitedEventDetails>,
    ) -> Self {
        rt::set!(self, state_exited_event_details, value)
    }

    /// Replaces or unsets [`state_exited_event_details`](HistoryEvent::state_exited_event_details).
    pub fn set_state_exited_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<StateExitedEventDetails>>,
    ) -> Self {
        rt::replace!(self, state_exited_event_details, value)
    }

    /// See [`map_run_started_event_details`](HistoryEvent::map_run_started_event_details).
    pub fn map_run_started_event_details(
        self,
        value: impl rt::IntoMember<MapRunStartedEventDetails>,
    ) -> Self {
        rt::set!(self, map_run_started_event_details, value)
    }

    /// Replaces or unsets [`map_run_started_event_details`](HistoryEvent::map_run_started_event_details).
    pub fn set_map_run_started_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MapRunStartedEventDetails>>,
    ) -> Self {
        rt::replace!(self, map_run_started_event_details, value)
    }

    /// See [`map_run_failed_event_details`](HistoryEvent::map_run_failed_event_details).
    pub fn map_run_failed_event_details(
        self,
        value: impl rt::IntoMember<MapRunFailedEventDetails>,
    ) -> Self {
        rt::set!(self, map_run_failed_event_details, value)
    }

    /// Replaces or unsets [`map_run_failed_event_details`](HistoryEvent::map_run_failed_event_details).
    pub fn set_map_run_failed_event_details(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MapRunFailedEventDetails>>,
    ) -> Self {
        rt::replace!(self, map_run_failed_event_details, value)
    }
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

/// Builder of [`HistoryEventExecutionDataDetails`].
#[must_use]
pub struct HistoryEventExecutionDataDetailsBuilder<C = ()>(
    pub(super) rt::Builder<HistoryEventExecutionDataDetails, C>,
);

rt::builder!(HistoryEventExecutionDataDetailsBuilder, HistoryEventExecutionDataDetails);

impl<C> HistoryEventExecutionDataDetailsBuilder<C> {
    /// See [`truncated`](HistoryEventExecutionDataDetails::truncated).
    pub fn truncated(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, truncated, value)
    }

    /// Replaces or unsets [`truncated`](HistoryEventExecutionDataDetails::truncated).
    pub fn set_truncated(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, truncated, value)
    }
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

/// Builder of [`InvalidArn`].
#[must_use]
pub struct InvalidArnBuilder<C = ()>(pub(super) rt::Builder<InvalidArn, C>);

rt::builder!(InvalidArnBuilder, InvalidArn);

impl<C> InvalidArnBuilder<C> {
    /// See [`message`](InvalidArn::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidArn::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidDefinition`].
#[must_use]
pub struct InvalidDefinitionBuilder<C = ()>(
    pub(super) rt::Builder<InvalidDefinition, C>,
);

rt::builder!(InvalidDefinitionBuilder, InvalidDefinition);

impl<C> InvalidDefinitionBuilder<C> {
    /// See [`message`](InvalidDefinition::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidDefinition::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidEncryptionConfiguration`].
#[must_use]
pub struct InvalidEncryptionConfigurationBuilder<C = ()>(
    pub(super) rt::Builder<InvalidEncryptionConfiguration, C>,
);

rt::builder!(InvalidEncryptionConfigurationBuilder, InvalidEncryptionConfiguration);

impl<C> InvalidEncryptionConfigurationBuilder<C> {
    /// See [`message`](InvalidEncryptionConfiguration::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidEncryptionConfiguration::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidExecutionInput`].
#[must_use]
pub struct InvalidExecutionInputBuilder<C = ()>(
    pub(super) rt::Builder<InvalidExecutionInput, C>,
);

rt::builder!(InvalidExecutionInputBuilder, InvalidExecutionInput);

impl<C> InvalidExecutionInputBuilder<C> {
    /// See [`message`](InvalidExecutionInput::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidExecutionInput::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidLoggingConfiguration`].
#[must_use]
pub struct InvalidLoggingConfigurationBuilder<C = ()>(
    pub(super) rt::Builder<InvalidLoggingConfiguration, C>,
);

rt::builder!(InvalidLoggingConfigurationBuilder, InvalidLoggingConfiguration);

impl<C> InvalidLoggingConfigurationBuilder<C> {
    /// See [`message`](InvalidLoggingConfiguration::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidLoggingConfiguration::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidName`].
#[must_use]
pub struct InvalidNameBuilder<C = ()>(pub(super) rt::Builder<InvalidName, C>);

rt::builder!(InvalidNameBuilder, InvalidName);

impl<C> InvalidNameBuilder<C> {
    /// See [`message`](InvalidName::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidName::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidToken`].
#[must_use]
pub struct InvalidTokenBuilder<C = ()>(pub(super) rt::Builder<InvalidToken, C>);

rt::builder!(InvalidTokenBuilder, InvalidToken);

impl<C> InvalidTokenBuilder<C> {
    /// See [`message`](InvalidToken::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidToken::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidTracingConfiguration`].
#[must_use]
pub struct InvalidTracingConfigurationBuilder<C = ()>(
    pub(super) rt::Builder<InvalidTracingConfiguration, C>,
);

rt::builder!(InvalidTracingConfigurationBuilder, InvalidTracingConfiguration);

impl<C> InvalidTracingConfigurationBuilder<C> {
    /// See [`message`](InvalidTracingConfiguration::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidTracingConfiguration::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`KmsAccessDeniedException`].
#[must_use]
pub struct KmsAccessDeniedExceptionBuilder<C = ()>(
    pub(super) rt::Builder<KmsAccessDeniedException, C>,
);

rt::builder!(KmsAccessDeniedExceptionBuilder, KmsAccessDeniedException);

impl<C> KmsAccessDeniedExceptionBuilder<C> {
    /// See [`message`](KmsAccessDeniedException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](KmsAccessDeniedException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`KmsInvalidStateException`].
#[must_use]
pub struct KmsInvalidStateExceptionBuilder<C = ()>(
    pub(super) rt::Builder<KmsInvalidStateException, C>,
);

rt::builder!(KmsInvalidStateExceptionBuilder, KmsInvalidStateException);

impl<C> KmsInvalidStateExceptionBuilder<C> {
    /// See [`kms_key_state`](KmsInvalidStateException::kms_key_state).
    pub fn kms_key_state(self, value: impl rt::IntoMember<KmsKeyState>) -> Self {
        rt::set!(self, kms_key_state, value)
    }

    /// Replaces or unsets [`kms_key_state`](KmsInvalidStateException::kms_key_state).
    pub fn set_kms_key_state(
        self,
        value: ::std::option::Option<impl rt::IntoMember<KmsKeyState>>,
    ) -> Self {
        rt::replace!(self, kms_key_state, value)
    }

    /// See [`message`](KmsInvalidStateException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](KmsInvalidStateException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`KmsThrottlingException`].
#[must_use]
pub struct KmsThrottlingExceptionBuilder<C = ()>(
    pub(super) rt::Builder<KmsThrottlingException, C>,
);

rt::builder!(KmsThrottlingExceptionBuilder, KmsThrottlingException);

impl<C> KmsThrottlingExceptionBuilder<C> {
    /// See [`message`](KmsThrottlingException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](KmsThrottlingException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`LambdaFunctionFailedEventDetails`].
#[must_use]
pub struct LambdaFunctionFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<LambdaFunctionFailedEventDetails, C>,
);

rt::builder!(LambdaFunctionFailedEventDetailsBuilder, LambdaFunctionFailedEventDetails);

impl<C> LambdaFunctionFailedEventDetailsBuilder<C> {
    /// See [`error`](LambdaFunctionFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](LambdaFunctionFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](LambdaFunctionFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](LambdaFunctionFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`LambdaFunctionScheduleFailedEventDetails`].
#[must_use]
pub struct LambdaFunctionScheduleFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<LambdaFunctionScheduleFailedEventDetails, C>,
);

rt::builder!(
    LambdaFunctionScheduleFailedEventDetailsBuilder,
    LambdaFunctionScheduleFailedEventDetails
);

impl<C> LambdaFunctionScheduleFailedEventDetailsBuilder<C> {
    /// See [`error`](LambdaFunctionScheduleFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](LambdaFunctionScheduleFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](LambdaFunctionScheduleFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](LambdaFunctionScheduleFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

rt::structure! {
    LambdaFunctionScheduledEventDetails,
    super::schema::LAMBDA_FUNCTION_SCHEDULED_EVENT_DETAILS, resource = 0, input = 1,
    input_details = 2, timeout_in_seconds = 3, task_credentials = 4
}

/// Builder of [`LambdaFunctionScheduledEventDetails`].
#[must_use]
pub struct LambdaFunctionScheduledEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<LambdaFunctionScheduledEventDetails, C>,
);

rt::builder!(
    LambdaFunctionScheduledEventDetailsBuilder, LambdaFunctionScheduledEventDetails
);

impl<C> LambdaFunctionScheduledEventDetailsBuilder<C> {
    /// See [`resource`](LambdaFunctionScheduledEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](LambdaFunctionScheduledEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`input`](LambdaFunctionScheduledEventDetails::input).
    pub fn input(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, input, value)
    }

    /// Replaces or unsets [`input`](LambdaFunctionScheduledEventDetails::input).
    pub fn set_input(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, input, value)
    }

    /// See [`input_details`](LambdaFunctionScheduledEventDetails::input_details).
    pub fn input_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, input_details, value)
    }

    /// Replaces or unsets [`input_details`](LambdaFunctionScheduledEventDetails::input_details).
    pub fn set_input_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, input_details, value)
    }

    /// See [`timeout_in_seconds`](LambdaFunctionScheduledEventDetails::timeout_in_seconds).
    pub fn timeout_in_seconds(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, timeout_in_seconds, value)
    }

    /// Replaces or unsets [`timeout_in_seconds`](LambdaFunctionScheduledEventDetails::timeout_in_seconds).
    pub fn set_timeout_in_seconds(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, timeout_in_seconds, value)
    }

    /// See [`task_credentials`](LambdaFunctionScheduledEventDetails::task_credentials).
    pub fn task_credentials(self, value: impl rt::IntoMember<TaskCredentials>) -> Self {
        rt::set!(self, task_credentials, value)
    }

    /// Replaces or unsets [`task_credentials`](LambdaFunctionScheduledEventDetails::task_credentials).
    pub fn set_task_credentials(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskCredentials>>,
    ) -> Self {
        rt::replace!(self, task_credentials, value)
    }
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

/// Builder of [`LambdaFunctionStartFailedEventDetails`].
#[must_use]
pub struct LambdaFunctionStartFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<LambdaFunctionStartFailedEventDetails, C>,
);

rt::builder!(
    LambdaFunctionStartFailedEventDetailsBuilder, LambdaFunctionStartFailedEventDetails
);

impl<C> LambdaFunctionStartFailedEventDetailsBuilder<C> {
    /// See [`error`](LambdaFunctionStartFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](LambdaFunctionStartFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](LambdaFunctionStartFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](LambdaFunctionStartFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`LambdaFunctionSucceededEventDetails`].
#[must_use]
pub struct LambdaFunctionSucceededEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<LambdaFunctionSucceededEventDetails, C>,
);

rt::builder!(
    LambdaFunctionSucceededEventDetailsBuilder, LambdaFunctionSucceededEventDetails
);

impl<C> LambdaFunctionSucceededEventDetailsBuilder<C> {
    /// See [`output`](LambdaFunctionSucceededEventDetails::output).
    pub fn output(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](LambdaFunctionSucceededEventDetails::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`output_details`](LambdaFunctionSucceededEventDetails::output_details).
    pub fn output_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, output_details, value)
    }

    /// Replaces or unsets [`output_details`](LambdaFunctionSucceededEventDetails::output_details).
    pub fn set_output_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, output_details, value)
    }
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

/// Builder of [`LambdaFunctionTimedOutEventDetails`].
#[must_use]
pub struct LambdaFunctionTimedOutEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<LambdaFunctionTimedOutEventDetails, C>,
);

rt::builder!(
    LambdaFunctionTimedOutEventDetailsBuilder, LambdaFunctionTimedOutEventDetails
);

impl<C> LambdaFunctionTimedOutEventDetailsBuilder<C> {
    /// See [`error`](LambdaFunctionTimedOutEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](LambdaFunctionTimedOutEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](LambdaFunctionTimedOutEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](LambdaFunctionTimedOutEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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
        rt::builder::initial()
    }
}

rt::structure! {
    ListExecutionsInput, super::schema::LIST_EXECUTIONS_INPUT, state_machine_arn = 0,
    status_filter = 1, max_results = 2, next_token = 3, map_run_arn = 4
}

/// Builder of [`ListExecutionsInput`].
#[must_use]
pub struct ListExecutionsInputBuilder<C = ()>(
    pub(super) rt::Builder<ListExecutionsInput, C>,
);

rt::builder!(ListExecutionsInputBuilder, ListExecutionsInput);

impl<C> ListExecutionsInputBuilder<C> {
    /// See [`state_machine_arn`](ListExecutionsInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](ListExecutionsInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`status_filter`](ListExecutionsInput::status_filter).
    pub fn status_filter(self, value: impl rt::IntoMember<ExecutionStatus>) -> Self {
        rt::set!(self, status_filter, value)
    }

    /// Replaces or unsets [`status_filter`](ListExecutionsInput::status_filter).
    pub fn set_status_filter(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ExecutionStatus>>,
    ) -> Self {
        rt::replace!(self, status_filter, value)
    }

    /// See [`max_results`](ListExecutionsInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<PageSize>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](ListExecutionsInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageSize>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }

    /// See [`next_token`](ListExecutionsInput::next_token).
    pub fn next_token(
        self,
        value: impl rt::IntoMember<ListExecutionsPageToken>,
    ) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListExecutionsInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ListExecutionsPageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }

    /// See [`map_run_arn`](ListExecutionsInput::map_run_arn).
    pub fn map_run_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, map_run_arn, value)
    }

    /// Replaces or unsets [`map_run_arn`](ListExecutionsInput::map_run_arn).
    pub fn set_map_run_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, map_run_arn, value)
    }
}

/// Output of `ListExecutions`: one page of executions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListExecutionsOutput {
    /// Executions.
    pub executions: ::std::vec::Vec<ExecutionListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<ListExecutionsPageToken>,
}

rt::structure! {
    ListExecutionsOutput, super::schema::LIST_EXECUTIONS_OUTPUT, executions = 0,
    next_token = 1
}

/// Builder of [`ListExecutionsOutput`].
#[must_use]
pub struct ListExecutionsOutputBuilder<C = ()>(
    pub(super) rt::Builder<ListExecutionsOutput, C>,
);

rt::builder!(ListExecutionsOutputBuilder, ListExecutionsOutput);

impl<C> ListExecutionsOutputBuilder<C> {
    /// Adds an element to [`executions`](ListExecutionsOutput::executions).
    pub fn executions(self, element: impl rt::IntoMember<ExecutionListItem>) -> Self {
        rt::append!(self, executions, element)
    }

    /// Replaces or unsets [`executions`](ListExecutionsOutput::executions).
    pub fn set_executions(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<ExecutionListItem>>,
        >,
    ) -> Self {
        rt::replace!(self, executions, value)
    }

    /// See [`next_token`](ListExecutionsOutput::next_token).
    pub fn next_token(
        self,
        value: impl rt::IntoMember<ListExecutionsPageToken>,
    ) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListExecutionsOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ListExecutionsPageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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

rt::structure! {
    ListStateMachineAliasesInput, super::schema::LIST_STATE_MACHINE_ALIASES_INPUT,
    state_machine_arn = 0, next_token = 1, max_results = 2
}

/// Builder of [`ListStateMachineAliasesInput`].
#[must_use]
pub struct ListStateMachineAliasesInputBuilder<C = ()>(
    pub(super) rt::Builder<ListStateMachineAliasesInput, C>,
);

rt::builder!(ListStateMachineAliasesInputBuilder, ListStateMachineAliasesInput);

impl<C> ListStateMachineAliasesInputBuilder<C> {
    /// See [`state_machine_arn`](ListStateMachineAliasesInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](ListStateMachineAliasesInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`next_token`](ListStateMachineAliasesInput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListStateMachineAliasesInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }

    /// See [`max_results`](ListStateMachineAliasesInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<PageSize>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](ListStateMachineAliasesInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageSize>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }
}

/// Output of `ListStateMachineAliases`: one page of aliases.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineAliasesOutput {
    /// Aliases.
    pub state_machine_aliases: ::std::vec::Vec<StateMachineAliasListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

rt::structure! {
    ListStateMachineAliasesOutput, super::schema::LIST_STATE_MACHINE_ALIASES_OUTPUT,
    state_machine_aliases = 0, next_token = 1
}

/// Builder of [`ListStateMachineAliasesOutput`].
#[must_use]
pub struct ListStateMachineAliasesOutputBuilder<C = ()>(
    pub(super) rt::Builder<ListStateMachineAliasesOutput, C>,
);

rt::builder!(ListStateMachineAliasesOutputBuilder, ListStateMachineAliasesOutput);

impl<C> ListStateMachineAliasesOutputBuilder<C> {
    /// Adds an element to [`state_machine_aliases`](ListStateMachineAliasesOutput::state_machine_aliases).
    pub fn state_machine_aliases(
        self,
        element: impl rt::IntoMember<StateMachineAliasListItem>,
    ) -> Self {
        rt::append!(self, state_machine_aliases, element)
    }

    /// Replaces or unsets [`state_machine_aliases`](ListStateMachineAliasesOutput::state_machine_aliases).
    pub fn set_state_machine_aliases(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<StateMachineAliasListItem>>,
        >,
    ) -> Self {
        rt::replace!(self, state_machine_aliases, value)
    }

    /// See [`next_token`](ListStateMachineAliasesOutput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListStateMachineAliasesOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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

rt::structure! {
    ListStateMachineVersionsInput, super::schema::LIST_STATE_MACHINE_VERSIONS_INPUT,
    state_machine_arn = 0, next_token = 1, max_results = 2
}

/// Builder of [`ListStateMachineVersionsInput`].
#[must_use]
pub struct ListStateMachineVersionsInputBuilder<C = ()>(
    pub(super) rt::Builder<ListStateMachineVersionsInput, C>,
);

rt::builder!(ListStateMachineVersionsInputBuilder, ListStateMachineVersionsInput);

impl<C> ListStateMachineVersionsInputBuilder<C> {
    /// See [`state_machine_arn`](ListStateMachineVersionsInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](ListStateMachineVersionsInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`next_token`](ListStateMachineVersionsInput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListStateMachineVersionsInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }

    /// See [`max_results`](ListStateMachineVersionsInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<PageSize>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](ListStateMachineVersionsInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageSize>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }
}

/// Output of `ListStateMachineVersions`: one page of versions.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachineVersionsOutput {
    /// Versions.
    pub state_machine_versions: ::std::vec::Vec<StateMachineVersionListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

rt::structure! {
    ListStateMachineVersionsOutput, super::schema::LIST_STATE_MACHINE_VERSIONS_OUTPUT,
    state_machine_versions = 0, next_token = 1
}

/// Builder of [`ListStateMachineVersionsOutput`].
#[must_use]
pub struct ListStateMachineVersionsOutputBuilder<C = ()>(
    pub(super) rt::Builder<ListStateMachineVersionsOutput, C>,
);

rt::builder!(ListStateMachineVersionsOutputBuilder, ListStateMachineVersionsOutput);

impl<C> ListStateMachineVersionsOutputBuilder<C> {
    /// Adds an element to [`state_machine_versions`](ListStateMachineVersionsOutput::state_machine_versions).
    pub fn state_machine_versions(
        self,
        element: impl rt::IntoMember<StateMachineVersionListItem>,
    ) -> Self {
        rt::append!(self, state_machine_versions, element)
    }

    /// Replaces or unsets [`state_machine_versions`](ListStateMachineVersionsOutput::state_machine_versions).
    pub fn set_state_machine_versions(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<StateMachineVersionListItem>>,
        >,
    ) -> Self {
        rt::replace!(self, state_machine_versions, value)
    }

    /// See [`next_token`](ListStateMachineVersionsOutput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListStateMachineVersionsOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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
        rt::builder::initial()
    }
}

rt::structure! {
    ListStateMachinesInput, super::schema::LIST_STATE_MACHINES_INPUT, max_results = 0,
    next_token = 1
}

/// Builder of [`ListStateMachinesInput`].
#[must_use]
pub struct ListStateMachinesInputBuilder<C = ()>(
    pub(super) rt::Builder<ListStateMachinesInput, C>,
);

rt::builder!(ListStateMachinesInputBuilder, ListStateMachinesInput);

impl<C> ListStateMachinesInputBuilder<C> {
    /// See [`max_results`](ListStateMachinesInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<PageSize>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](ListStateMachinesInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageSize>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }

    /// See [`next_token`](ListStateMachinesInput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListStateMachinesInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
}

/// Output of `ListStateMachines`: one page of state machines.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListStateMachinesOutput {
    /// State machines.
    pub state_machines: ::std::vec::Vec<StateMachineListItem>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PageToken>,
}

rt::structure! {
    ListStateMachinesOutput, super::schema::LIST_STATE_MACHINES_OUTPUT, state_machines =
    0, next_token = 1
}

/// Builder of [`ListStateMachinesOutput`].
#[must_use]
pub struct ListStateMachinesOutputBuilder<C = ()>(
    pub(super) rt::Builder<ListStateMachinesOutput, C>,
);

rt::builder!(ListStateMachinesOutputBuilder, ListStateMachinesOutput);

impl<C> ListStateMachinesOutputBuilder<C> {
    /// Adds an element to [`state_machines`](ListStateMachinesOutput::state_machines).
    pub fn state_machines(
        self,
        element: impl rt::IntoMember<StateMachineListItem>,
    ) -> Self {
        rt::append!(self, state_machines, element)
    }

    /// Replaces or unsets [`state_machines`](ListStateMachinesOutput::state_machines).
    pub fn set_state_machines(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<StateMachineListItem>>,
        >,
    ) -> Self {
        rt::replace!(self, state_machines, value)
    }

    /// See [`next_token`](ListStateMachinesOutput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PageToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListStateMachinesOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PageToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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

/// Builder of [`LogDestination`].
#[must_use]
pub struct LogDestinationBuilder<C = ()>(pub(super) rt::Builder<LogDestination, C>);

rt::builder!(LogDestinationBuilder, LogDestination);

impl<C> LogDestinationBuilder<C> {
    /// See [`cloud_watch_logs_log_group`](LogDestination::cloud_watch_logs_log_group).
    pub fn cloud_watch_logs_log_group(
        self,
        value: impl rt::IntoMember<CloudWatchLogsLogGroup>,
    ) -> Self {
        rt::set!(self, cloud_watch_logs_log_group, value)
    }

    /// Replaces or unsets [`cloud_watch_logs_log_group`](LogDestination::cloud_watch_logs_log_group).
    pub fn set_cloud_watch_logs_log_group(
        self,
        value: ::std::option::Option<impl rt::IntoMember<CloudWatchLogsLogGroup>>,
    ) -> Self {
        rt::replace!(self, cloud_watch_logs_log_group, value)
    }
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

/// Builder of [`LoggingConfiguration`].
#[must_use]
pub struct LoggingConfigurationBuilder<C = ()>(
    pub(super) rt::Builder<LoggingConfiguration, C>,
);

rt::builder!(LoggingConfigurationBuilder, LoggingConfiguration);

impl<C> LoggingConfigurationBuilder<C> {
    /// See [`level`](LoggingConfiguration::level).
    pub fn level(self, value: impl rt::IntoMember<LogLevel>) -> Self {
        rt::set!(self, level, value)
    }

    /// Replaces or unsets [`level`](LoggingConfiguration::level).
    pub fn set_level(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LogLevel>>,
    ) -> Self {
        rt::replace!(self, level, value)
    }

    /// See [`include_execution_data`](LoggingConfiguration::include_execution_data).
    pub fn include_execution_data(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, include_execution_data, value)
    }

    /// Replaces or unsets [`include_execution_data`](LoggingConfiguration::include_execution_data).
    pub fn set_include_execution_data(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, include_execution_data, value)
    }

    /// Adds an element to [`destinations`](LoggingConfiguration::destinations).
    pub fn destinations(self, element: impl rt::IntoMember<LogDestination>) -> Self {
        rt::append!(self, destinations, element)
    }

    /// Replaces or unsets [`destinations`](LoggingConfiguration::destinations).
    pub fn set_destinations(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<LogDestination>>,
        >,
    ) -> Self {
        rt::replace!(self, destinations, value)
    }
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
        rt::builder::initial()
    }
}

rt::structure! {
    MapIterationEventDetails, super::schema::MAP_ITERATION_EVENT_DETAILS, name = 0, index
    = 1
}

/// Builder of [`MapIterationEventDetails`].
#[must_use]
pub struct MapIterationEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<MapIterationEventDetails, C>,
);

rt::builder!(MapIterationEventDetailsBuilder, MapIterationEventDetails);

impl<C> MapIterationEventDetailsBuilder<C> {
    /// See [`name`](MapIterationEventDetails::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](MapIterationEventDetails::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`index`](MapIterationEventDetails::index).
    pub fn index(self, value: impl rt::IntoMember<UnsignedInteger>) -> Self {
        rt::set!(self, index, value)
    }

    /// Replaces or unsets [`index`](MapIterationEventDetails::index).
    pub fn set_index(
        self,
        value: ::std::option::Option<impl rt::IntoMember<UnsignedInteger>>,
    ) -> Self {
        rt::replace!(self, index, value)
    }
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

/// Builder of [`MapRunFailedEventDetails`].
#[must_use]
pub struct MapRunFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<MapRunFailedEventDetails, C>,
);

rt::builder!(MapRunFailedEventDetailsBuilder, MapRunFailedEventDetails);

impl<C> MapRunFailedEventDetailsBuilder<C> {
    /// See [`error`](MapRunFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](MapRunFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](MapRunFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](MapRunFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`MapRunStartedEventDetails`].
#[must_use]
pub struct MapRunStartedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<MapRunStartedEventDetails, C>,
);

rt::builder!(MapRunStartedEventDetailsBuilder, MapRunStartedEventDetails);

impl<C> MapRunStartedEventDetailsBuilder<C> {
    /// See [`map_run_arn`](MapRunStartedEventDetails::map_run_arn).
    pub fn map_run_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, map_run_arn, value)
    }

    /// Replaces or unsets [`map_run_arn`](MapRunStartedEventDetails::map_run_arn).
    pub fn set_map_run_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, map_run_arn, value)
    }
}

/// Details of a `MapStateStarted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct MapStateStartedEventDetails {
    /// Number of iterations.
    pub length: UnsignedInteger,
}

impl ::std::default::Default for MapStateStartedEventDetails {
    fn default() -> Self {
        rt::builder::initial()
    }
}

rt::structure! {
    MapStateStartedEventDetails, super::schema::MAP_STATE_STARTED_EVENT_DETAILS, length =
    0
}

/// Builder of [`MapStateStartedEventDetails`].
#[must_use]
pub struct MapStateStartedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<MapStateStartedEventDetails, C>,
);

rt::builder!(MapStateStartedEventDetailsBuilder, MapStateStartedEventDetails);

impl<C> MapStateStartedEventDetailsBuilder<C> {
    /// See [`length`](MapStateStartedEventDetails::length).
    pub fn length(self, value: impl rt::IntoMember<UnsignedInteger>) -> Self {
        rt::set!(self, length, value)
    }

    /// Replaces or unsets [`length`](MapStateStartedEventDetails::length).
    pub fn set_length(
        self,
        value: ::std::option::Option<impl rt::IntoMember<UnsignedInteger>>,
    ) -> Self {
        rt::replace!(self, length, value)
    }
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

/// Builder of [`MissingRequiredParameter`].
#[must_use]
pub struct MissingRequiredParameterBuilder<C = ()>(
    pub(super) rt::Builder<MissingRequiredParameter, C>,
);

rt::builder!(MissingRequiredParameterBuilder, MissingRequiredParameter);

impl<C> MissingRequiredParameterBuilder<C> {
    /// See [`message`](MissingRequiredParameter::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](MissingRequiredParameter::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    PublishStateMachineVersionInput, super::schema::PUBLISH_STATE_MACHINE_VERSION_INPUT,
    state_machine_arn = 0, revision_id = 1, description = 2
}

/// Builder of [`PublishStateMachineVersionInput`].
#[must_use]
pub struct PublishStateMachineVersionInputBuilder<C = ()>(
    pub(super) rt::Builder<PublishStateMachineVersionInput, C>,
);

rt::builder!(PublishStateMachineVersionInputBuilder, PublishStateMachineVersionInput);

impl<C> PublishStateMachineVersionInputBuilder<C> {
    /// See [`state_machine_arn`](PublishStateMachineVersionInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](PublishStateMachineVersionInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`revision_id`](PublishStateMachineVersionInput::revision_id).
    pub fn revision_id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, revision_id, value)
    }

    /// Replaces or unsets [`revision_id`](PublishStateMachineVersionInput::revision_id).
    pub fn set_revision_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, revision_id, value)
    }

    /// See [`description`](PublishStateMachineVersionInput::description).
    pub fn description(self, value: impl rt::IntoMember<VersionDescription>) -> Self {
        rt::set!(self, description, value)
    }

    /// Replaces or unsets [`description`](PublishStateMachineVersionInput::description).
    pub fn set_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<VersionDescription>>,
    ) -> Self {
        rt::replace!(self, description, value)
    }
}

/// Output of `PublishStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct PublishStateMachineVersionOutput {
    /// Time when the version was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
    /// ARN of the version.
    pub state_machine_version_arn: Arn,
}

rt::structure! {
    PublishStateMachineVersionOutput,
    super::schema::PUBLISH_STATE_MACHINE_VERSION_OUTPUT, creation_date = 0,
    state_machine_version_arn = 1
}

/// Builder of [`PublishStateMachineVersionOutput`].
#[must_use]
pub struct PublishStateMachineVersionOutputBuilder<C = ()>(
    pub(super) rt::Builder<PublishStateMachineVersionOutput, C>,
);

rt::builder!(PublishStateMachineVersionOutputBuilder, PublishStateMachineVersionOutput);

impl<C> PublishStateMachineVersionOutputBuilder<C> {
    /// See [`creation_date`](PublishStateMachineVersionOutput::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](PublishStateMachineVersionOutput::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }

    /// See [`state_machine_version_arn`](PublishStateMachineVersionOutput::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](PublishStateMachineVersionOutput::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }
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

/// Builder of [`ResourceNotFound`].
#[must_use]
pub struct ResourceNotFoundBuilder<C = ()>(pub(super) rt::Builder<ResourceNotFound, C>);

rt::builder!(ResourceNotFoundBuilder, ResourceNotFound);

impl<C> ResourceNotFoundBuilder<C> {
    /// See [`message`](ResourceNotFound::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ResourceNotFound::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`resource_name`](ResourceNotFound::resource_name).
    pub fn resource_name(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, resource_name, value)
    }

    /// Replaces or unsets [`resource_name`](ResourceNotFound::resource_name).
    pub fn set_resource_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, resource_name, value)
    }
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

rt::structure! {
    RoutingConfigurationListItem, super::schema::ROUTING_CONFIGURATION_LIST_ITEM,
    state_machine_version_arn = 0, weight = 1
}

/// Builder of [`RoutingConfigurationListItem`].
#[must_use]
pub struct RoutingConfigurationListItemBuilder<C = ()>(
    pub(super) rt::Builder<RoutingConfigurationListItem, C>,
);

rt::builder!(RoutingConfigurationListItemBuilder, RoutingConfigurationListItem);

impl<C> RoutingConfigurationListItemBuilder<C> {
    /// See [`state_machine_version_arn`](RoutingConfigurationListItem::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](RoutingConfigurationListItem::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }

    /// See [`weight`](RoutingConfigurationListItem::weight).
    pub fn weight(self, value: impl rt::IntoMember<VersionWeight>) -> Self {
        rt::set!(self, weight, value)
    }

    /// Replaces or unsets [`weight`](RoutingConfigurationListItem::weight).
    pub fn set_weight(
        self,
        value: ::std::option::Option<impl rt::IntoMember<VersionWeight>>,
    ) -> Self {
        rt::replace!(self, weight, value)
    }
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

/// Builder of [`ServiceQuotaExceededException`].
#[must_use]
pub struct ServiceQuotaExceededExceptionBuilder<C = ()>(
    pub(super) rt::Builder<ServiceQuotaExceededException, C>,
);

rt::builder!(ServiceQuotaExceededExceptionBuilder, ServiceQuotaExceededException);

impl<C> ServiceQuotaExceededExceptionBuilder<C> {
    /// See [`message`](ServiceQuotaExceededException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ServiceQuotaExceededException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    StartExecutionInput, super::schema::START_EXECUTION_INPUT, state_machine_arn = 0,
    name = 1, input = 2, trace_header = 3
}

/// Builder of [`StartExecutionInput`].
#[must_use]
pub struct StartExecutionInputBuilder<C = ()>(
    pub(super) rt::Builder<StartExecutionInput, C>,
);

rt::builder!(StartExecutionInputBuilder, StartExecutionInput);

impl<C> StartExecutionInputBuilder<C> {
    /// See [`state_machine_arn`](StartExecutionInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](StartExecutionInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`name`](StartExecutionInput::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](StartExecutionInput::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`input`](StartExecutionInput::input).
    pub fn input(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, input, value)
    }

    /// Replaces or unsets [`input`](StartExecutionInput::input).
    pub fn set_input(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, input, value)
    }

    /// See [`trace_header`](StartExecutionInput::trace_header).
    pub fn trace_header(self, value: impl rt::IntoMember<TraceHeader>) -> Self {
        rt::set!(self, trace_header, value)
    }

    /// Replaces or unsets [`trace_header`](StartExecutionInput::trace_header).
    pub fn set_trace_header(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TraceHeader>>,
    ) -> Self {
        rt::replace!(self, trace_header, value)
    }
}

/// Output of `StartExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StartExecutionOutput {
    /// ARN of the execution.
    pub execution_arn: Arn,
    /// Time when the execution started.
    pub start_date: ::whitesmith_runtime::types::Timestamp,
}

rt::structure! {
    StartExecutionOutput, super::schema::START_EXECUTION_OUTPUT, execution_arn = 0,
    start_date = 1
}

/// Builder of [`StartExecutionOutput`].
#[must_use]
pub struct StartExecutionOutputBuilder<C = ()>(
    pub(super) rt::Builder<StartExecutionOutput, C>,
);

rt::builder!(StartExecutionOutputBuilder, StartExecutionOutput);

impl<C> StartExecutionOutputBuilder<C> {
    /// See [`execution_arn`](StartExecutionOutput::execution_arn).
    pub fn execution_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, execution_arn, value)
    }

    /// Replaces or unsets [`execution_arn`](StartExecutionOutput::execution_arn).
    pub fn set_execution_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, execution_arn, value)
    }

    /// See [`start_date`](StartExecutionOutput::start_date).
    pub fn start_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, start_date, value)
    }

    /// Replaces or unsets [`start_date`](StartExecutionOutput::start_date).
    pub fn set_start_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, start_date, value)
    }
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

rt::structure! {
    StateEnteredEventDetails, super::schema::STATE_ENTERED_EVENT_DETAILS, name = 0, input
    = 1, input_details = 2
}

/// Builder of [`StateEnteredEventDetails`].
#[must_use]
pub struct StateEnteredEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<StateEnteredEventDetails, C>,
);

rt::builder!(StateEnteredEventDetailsBuilder, StateEnteredEventDetails);

impl<C> StateEnteredEventDetailsBuilder<C> {
    /// See [`name`](StateEnteredEventDetails::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](StateEnteredEventDetails::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`input`](StateEnteredEventDetails::input).
    pub fn input(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, input, value)
    }

    /// Replaces or unsets [`input`](StateEnteredEventDetails::input).
    pub fn set_input(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, input, value)
    }

    /// See [`input_details`](StateEnteredEventDetails::input_details).
    pub fn input_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, input_details, value)
    }

    /// Replaces or unsets [`input_details`](StateEnteredEventDetails::input_details).
    pub fn set_input_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, input_details, value)
    }
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

rt::structure! {
    StateExitedEventDetails, super::schema::STATE_EXITED_EVENT_DETAILS, name = 0, output
    = 1, output_details = 2
}

/// Builder of [`StateExitedEventDetails`].
#[must_use]
pub struct StateExitedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<StateExitedEventDetails, C>,
);

rt::builder!(StateExitedEventDetailsBuilder, StateExitedEventDetails);

impl<C> StateExitedEventDetailsBuilder<C> {
    /// See [`name`](StateExitedEventDetails::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](StateExitedEventDetails::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`output`](StateExitedEventDetails::output).
    pub fn output(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](StateExitedEventDetails::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`output_details`](StateExitedEventDetails::output_details).
    pub fn output_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, output_details, value)
    }

    /// Replaces or unsets [`output_details`](StateExitedEventDetails::output_details).
    pub fn set_output_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, output_details, value)
    }
}

/// Summary of an alias.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineAliasListItem {
    /// ARN of the alias.
    pub state_machine_alias_arn: LongArn,
    /// Time when the alias was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
}

rt::structure! {
    StateMachineAliasListItem, super::schema::STATE_MACHINE_ALIAS_LIST_ITEM,
    state_machine_alias_arn = 0, creation_date = 1
}

/// Builder of [`StateMachineAliasListItem`].
#[must_use]
pub struct StateMachineAliasListItemBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineAliasListItem, C>,
);

rt::builder!(StateMachineAliasListItemBuilder, StateMachineAliasListItem);

impl<C> StateMachineAliasListItemBuilder<C> {
    /// See [`state_machine_alias_arn`](StateMachineAliasListItem::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](StateMachineAliasListItem::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }

    /// See [`creation_date`](StateMachineAliasListItem::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](StateMachineAliasListItem::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }
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

/// Builder of [`StateMachineAlreadyExists`].
#[must_use]
pub struct StateMachineAlreadyExistsBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineAlreadyExists, C>,
);

rt::builder!(StateMachineAlreadyExistsBuilder, StateMachineAlreadyExists);

impl<C> StateMachineAlreadyExistsBuilder<C> {
    /// See [`message`](StateMachineAlreadyExists::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](StateMachineAlreadyExists::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`StateMachineDeleting`].
#[must_use]
pub struct StateMachineDeletingBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineDeleting, C>,
);

rt::builder!(StateMachineDeletingBuilder, StateMachineDeleting);

impl<C> StateMachineDeletingBuilder<C> {
    /// See [`message`](StateMachineDeleting::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](StateMachineDeleting::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`StateMachineDoesNotExist`].
#[must_use]
pub struct StateMachineDoesNotExistBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineDoesNotExist, C>,
);

rt::builder!(StateMachineDoesNotExistBuilder, StateMachineDoesNotExist);

impl<C> StateMachineDoesNotExistBuilder<C> {
    /// See [`message`](StateMachineDoesNotExist::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](StateMachineDoesNotExist::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`StateMachineLimitExceeded`].
#[must_use]
pub struct StateMachineLimitExceededBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineLimitExceeded, C>,
);

rt::builder!(StateMachineLimitExceededBuilder, StateMachineLimitExceeded);

impl<C> StateMachineLimitExceededBuilder<C> {
    /// See [`message`](StateMachineLimitExceeded::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](StateMachineLimitExceeded::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    StateMachineListItem, super::schema::STATE_MACHINE_LIST_ITEM, state_machine_arn = 0,
    name = 1, r#type = 2, creation_date = 3
}

/// Builder of [`StateMachineListItem`].
#[must_use]
pub struct StateMachineListItemBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineListItem, C>,
);

rt::builder!(StateMachineListItemBuilder, StateMachineListItem);

impl<C> StateMachineListItemBuilder<C> {
    /// See [`state_machine_arn`](StateMachineListItem::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](StateMachineListItem::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`name`](StateMachineListItem::name).
    pub fn name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](StateMachineListItem::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`type`](StateMachineListItem::type).
    pub fn r#type(self, value: impl rt::IntoMember<StateMachineType>) -> Self {
        rt::set!(self, r#type, value)
    }

    /// Replaces or unsets [`type`](StateMachineListItem::type).
    pub fn set_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<StateMachineType>>,
    ) -> Self {
        rt::replace!(self, r#type, value)
    }

    /// See [`creation_date`](StateMachineListItem::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](StateMachineListItem::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }
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

/// Builder of [`StateMachineTypeNotSupported`].
#[must_use]
pub struct StateMachineTypeNotSupportedBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineTypeNotSupported, C>,
);

rt::builder!(StateMachineTypeNotSupportedBuilder, StateMachineTypeNotSupported);

impl<C> StateMachineTypeNotSupportedBuilder<C> {
    /// See [`message`](StateMachineTypeNotSupported::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](StateMachineTypeNotSupported::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
}

/// Summary of a version.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StateMachineVersionListItem {
    /// ARN of the version.
    pub state_machine_version_arn: LongArn,
    /// Time when the version was created.
    pub creation_date: ::whitesmith_runtime::types::Timestamp,
}

rt::structure! {
    StateMachineVersionListItem, super::schema::STATE_MACHINE_VERSION_LIST_ITEM,
    state_machine_version_arn = 0, creation_date = 1
}

/// Builder of [`StateMachineVersionListItem`].
#[must_use]
pub struct StateMachineVersionListItemBuilder<C = ()>(
    pub(super) rt::Builder<StateMachineVersionListItem, C>,
);

rt::builder!(StateMachineVersionListItemBuilder, StateMachineVersionListItem);

impl<C> StateMachineVersionListItemBuilder<C> {
    /// See [`state_machine_version_arn`](StateMachineVersionListItem::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](StateMachineVersionListItem::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }

    /// See [`creation_date`](StateMachineVersionListItem::creation_date).
    pub fn creation_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, creation_date, value)
    }

    /// Replaces or unsets [`creation_date`](StateMachineVersionListItem::creation_date).
    pub fn set_creation_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, creation_date, value)
    }
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

rt::structure! {
    StopExecutionInput, super::schema::STOP_EXECUTION_INPUT, execution_arn = 0, error =
    1, cause = 2
}

/// Builder of [`StopExecutionInput`].
#[must_use]
pub struct StopExecutionInputBuilder<C = ()>(
    pub(super) rt::Builder<StopExecutionInput, C>,
);

rt::builder!(StopExecutionInputBuilder, StopExecutionInput);

impl<C> StopExecutionInputBuilder<C> {
    /// See [`execution_arn`](StopExecutionInput::execution_arn).
    pub fn execution_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, execution_arn, value)
    }

    /// Replaces or unsets [`execution_arn`](StopExecutionInput::execution_arn).
    pub fn set_execution_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, execution_arn, value)
    }

    /// See [`error`](StopExecutionInput::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](StopExecutionInput::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](StopExecutionInput::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](StopExecutionInput::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
}

/// Output of `StopExecution`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct StopExecutionOutput {
    /// Time when the execution was stopped.
    pub stop_date: ::whitesmith_runtime::types::Timestamp,
}

rt::structure! {
    StopExecutionOutput, super::schema::STOP_EXECUTION_OUTPUT, stop_date = 0
}

/// Builder of [`StopExecutionOutput`].
#[must_use]
pub struct StopExecutionOutputBuilder<C = ()>(
    pub(super) rt::Builder<StopExecutionOutput, C>,
);

rt::builder!(StopExecutionOutputBuilder, StopExecutionOutput);

impl<C> StopExecutionOutputBuilder<C> {
    /// See [`stop_date`](StopExecutionOutput::stop_date).
    pub fn stop_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, stop_date, value)
    }

    /// Replaces or unsets [`stop_date`](StopExecutionOutput::stop_date).
    pub fn set_stop_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, stop_date, value)
    }
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

/// Builder of [`Tag`].
#[must_use]
pub struct TagBuilder<C = ()>(pub(super) rt::Builder<Tag, C>);

rt::builder!(TagBuilder, Tag);

impl<C> TagBuilder<C> {
    /// See [`key`](Tag::key).
    pub fn key(self, value: impl rt::IntoMember<TagKey>) -> Self {
        rt::set!(self, key, value)
    }

    /// Replaces or unsets [`key`](Tag::key).
    pub fn set_key(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TagKey>>,
    ) -> Self {
        rt::replace!(self, key, value)
    }

    /// See [`value`](Tag::value).
    pub fn value(self, value: impl rt::IntoMember<TagValue>) -> Self {
        rt::set!(self, value, value)
    }

    /// Replaces or unsets [`value`](Tag::value).
    pub fn set_value(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TagValue>>,
    ) -> Self {
        rt::replace!(self, value, value)
    }
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

/// Builder of [`TaskCredentials`].
#[must_use]
pub struct TaskCredentialsBuilder<C = ()>(pub(super) rt::Builder<TaskCredentials, C>);

rt::builder!(TaskCredentialsBuilder, TaskCredentials);

impl<C> TaskCredentialsBuilder<C> {
    /// See [`role_arn`](TaskCredentials::role_arn).
    pub fn role_arn(self, value: impl rt::IntoMember<LongArn>) -> Self {
        rt::set!(self, role_arn, value)
    }

    /// Replaces or unsets [`role_arn`](TaskCredentials::role_arn).
    pub fn set_role_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LongArn>>,
    ) -> Self {
        rt::replace!(self, role_arn, value)
    }
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

rt::structure! {
    TaskFailedEventDetails, super::schema::TASK_FAILED_EVENT_DETAILS, resource_type = 0,
    resource = 1, error = 2, cause = 3
}

/// Builder of [`TaskFailedEventDetails`].
#[must_use]
pub struct TaskFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskFailedEventDetails, C>,
);

rt::builder!(TaskFailedEventDetailsBuilder, TaskFailedEventDetails);

impl<C> TaskFailedEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskFailedEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskFailedEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskFailedEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskFailedEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`error`](TaskFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](TaskFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](TaskFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](TaskFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

rt::structure! {
    TaskScheduledEventDetails, super::schema::TASK_SCHEDULED_EVENT_DETAILS, resource_type
    = 0, resource = 1, region = 2, parameters = 3, timeout_in_seconds = 4,
    heartbeat_in_seconds = 5, task_credentials = 6
}

/// Builder of [`TaskScheduledEventDetails`].
#[must_use]
pub struct TaskScheduledEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskScheduledEventDetails, C>,
);

rt::builder!(TaskScheduledEventDetailsBuilder, TaskScheduledEventDetails);

impl<C> TaskScheduledEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskScheduledEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskScheduledEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskScheduledEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskScheduledEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`region`](TaskScheduledEventDetails::region).
    pub fn region(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, region, value)
    }

    /// Replaces or unsets [`region`](TaskScheduledEventDetails::region).
    pub fn set_region(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, region, value)
    }

    /// See [`parameters`](TaskScheduledEventDetails::parameters).
    pub fn parameters(self, value: impl rt::IntoMember<ConnectorParameters>) -> Self {
        rt::set!(self, parameters, value)
    }

    /// Replaces or unsets [`parameters`](TaskScheduledEventDetails::parameters).
    pub fn set_parameters(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ConnectorParameters>>,
    ) -> Self {
        rt::replace!(self, parameters, value)
    }

    /// See [`timeout_in_seconds`](TaskScheduledEventDetails::timeout_in_seconds).
    pub fn timeout_in_seconds(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, timeout_in_seconds, value)
    }

    /// Replaces or unsets [`timeout_in_seconds`](TaskScheduledEventDetails::timeout_in_seconds).
    pub fn set_timeout_in_seconds(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, timeout_in_seconds, value)
    }

    /// See [`heartbeat_in_seconds`](TaskScheduledEventDetails::heartbeat_in_seconds).
    pub fn heartbeat_in_seconds(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, heartbeat_in_seconds, value)
    }

    /// Replaces or unsets [`heartbeat_in_seconds`](TaskScheduledEventDetails::heartbeat_in_seconds).
    pub fn set_heartbeat_in_seconds(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, heartbeat_in_seconds, value)
    }

    /// See [`task_credentials`](TaskScheduledEventDetails::task_credentials).
    pub fn task_credentials(self, value: impl rt::IntoMember<TaskCredentials>) -> Self {
        rt::set!(self, task_credentials, value)
    }

    /// Replaces or unsets [`task_credentials`](TaskScheduledEventDetails::task_credentials).
    pub fn set_task_credentials(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TaskCredentials>>,
    ) -> Self {
        rt::replace!(self, task_credentials, value)
    }
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

rt::structure! {
    TaskStartFailedEventDetails, super::schema::TASK_START_FAILED_EVENT_DETAILS,
    resource_type = 0, resource = 1, error = 2, cause = 3
}

/// Builder of [`TaskStartFailedEventDetails`].
#[must_use]
pub struct TaskStartFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskStartFailedEventDetails, C>,
);

rt::builder!(TaskStartFailedEventDetailsBuilder, TaskStartFailedEventDetails);

impl<C> TaskStartFailedEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskStartFailedEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskStartFailedEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskStartFailedEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskStartFailedEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`error`](TaskStartFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](TaskStartFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](TaskStartFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](TaskStartFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
}

/// Details of a `TaskStarted` event.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct TaskStartedEventDetails {
    /// Type of the resource.
    pub resource_type: Name,
    /// Action that the task calls.
    pub resource: Name,
}

rt::structure! {
    TaskStartedEventDetails, super::schema::TASK_STARTED_EVENT_DETAILS, resource_type =
    0, resource = 1
}

/// Builder of [`TaskStartedEventDetails`].
#[must_use]
pub struct TaskStartedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskStartedEventDetails, C>,
);

rt::builder!(TaskStartedEventDetailsBuilder, TaskStartedEventDetails);

impl<C> TaskStartedEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskStartedEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskStartedEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskStartedEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskStartedEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }
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

rt::structure! {
    TaskSubmitFailedEventDetails, super::schema::TASK_SUBMIT_FAILED_EVENT_DETAILS,
    resource_type = 0, resource = 1, error = 2, cause = 3
}

/// Builder of [`TaskSubmitFailedEventDetails`].
#[must_use]
pub struct TaskSubmitFailedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskSubmitFailedEventDetails, C>,
);

rt::builder!(TaskSubmitFailedEventDetailsBuilder, TaskSubmitFailedEventDetails);

impl<C> TaskSubmitFailedEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskSubmitFailedEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskSubmitFailedEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskSubmitFailedEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskSubmitFailedEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`error`](TaskSubmitFailedEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](TaskSubmitFailedEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](TaskSubmitFailedEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](TaskSubmitFailedEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

rt::structure! {
    TaskSubmittedEventDetails, super::schema::TASK_SUBMITTED_EVENT_DETAILS, resource_type
    = 0, resource = 1, output = 2, output_details = 3
}

/// Builder of [`TaskSubmittedEventDetails`].
#[must_use]
pub struct TaskSubmittedEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskSubmittedEventDetails, C>,
);

rt::builder!(TaskSubmittedEventDetailsBuilder, TaskSubmittedEventDetails);

impl<C> TaskSubmittedEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskSubmittedEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskSubmittedEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskSubmittedEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskSubmittedEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`output`](TaskSubmittedEventDetails::output).
    pub fn output(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](TaskSubmittedEventDetails::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`output_details`](TaskSubmittedEventDetails::output_details).
    pub fn output_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, output_details, value)
    }

    /// Replaces or unsets [`output_details`](TaskSubmittedEventDetails::output_details).
    pub fn set_output_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, output_details, value)
    }
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

rt::structure! {
    TaskSucceededEventDetails, super::schema::TASK_SUCCEEDED_EVENT_DETAILS, resource_type
    = 0, resource = 1, output = 2, output_details = 3
}

/// Builder of [`TaskSucceededEventDetails`].
#[must_use]
pub struct TaskSucceededEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskSucceededEventDetails, C>,
);

rt::builder!(TaskSucceededEventDetailsBuilder, TaskSucceededEventDetails);

impl<C> TaskSucceededEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskSucceededEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskSucceededEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskSucceededEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskSucceededEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`output`](TaskSucceededEventDetails::output).
    pub fn output(self, value: impl rt::IntoMember<SensitiveData>) -> Self {
        rt::set!(self, output, value)
    }

    /// Replaces or unsets [`output`](TaskSucceededEventDetails::output).
    pub fn set_output(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveData>>,
    ) -> Self {
        rt::replace!(self, output, value)
    }

    /// See [`output_details`](TaskSucceededEventDetails::output_details).
    pub fn output_details(
        self,
        value: impl rt::IntoMember<HistoryEventExecutionDataDetails>,
    ) -> Self {
        rt::set!(self, output_details, value)
    }

    /// Replaces or unsets [`output_details`](TaskSucceededEventDetails::output_details).
    pub fn set_output_details(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<HistoryEventExecutionDataDetails>,
        >,
    ) -> Self {
        rt::replace!(self, output_details, value)
    }
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

rt::structure! {
    TaskTimedOutEventDetails, super::schema::TASK_TIMED_OUT_EVENT_DETAILS, resource_type
    = 0, resource = 1, error = 2, cause = 3
}

/// Builder of [`TaskTimedOutEventDetails`].
#[must_use]
pub struct TaskTimedOutEventDetailsBuilder<C = ()>(
    pub(super) rt::Builder<TaskTimedOutEventDetails, C>,
);

rt::builder!(TaskTimedOutEventDetailsBuilder, TaskTimedOutEventDetails);

impl<C> TaskTimedOutEventDetailsBuilder<C> {
    /// See [`resource_type`](TaskTimedOutEventDetails::resource_type).
    pub fn resource_type(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource_type, value)
    }

    /// Replaces or unsets [`resource_type`](TaskTimedOutEventDetails::resource_type).
    pub fn set_resource_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource_type, value)
    }

    /// See [`resource`](TaskTimedOutEventDetails::resource).
    pub fn resource(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, resource, value)
    }

    /// Replaces or unsets [`resource`](TaskTimedOutEventDetails::resource).
    pub fn set_resource(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, resource, value)
    }

    /// See [`error`](TaskTimedOutEventDetails::error).
    pub fn error(self, value: impl rt::IntoMember<SensitiveError>) -> Self {
        rt::set!(self, error, value)
    }

    /// Replaces or unsets [`error`](TaskTimedOutEventDetails::error).
    pub fn set_error(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveError>>,
    ) -> Self {
        rt::replace!(self, error, value)
    }

    /// See [`cause`](TaskTimedOutEventDetails::cause).
    pub fn cause(self, value: impl rt::IntoMember<SensitiveCause>) -> Self {
        rt::set!(self, cause, value)
    }

    /// Replaces or unsets [`cause`](TaskTimedOutEventDetails::cause).
    pub fn set_cause(
        self,
        value: ::std::option::Option<impl rt::IntoMember<SensitiveCause>>,
    ) -> Self {
        rt::replace!(self, cause, value)
    }
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

/// Builder of [`TooManyTags`].
#[must_use]
pub struct TooManyTagsBuilder<C = ()>(pub(super) rt::Builder<TooManyTags, C>);

rt::builder!(TooManyTagsBuilder, TooManyTags);

impl<C> TooManyTagsBuilder<C> {
    /// See [`message`](TooManyTags::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](TooManyTags::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`resource_name`](TooManyTags::resource_name).
    pub fn resource_name(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, resource_name, value)
    }

    /// Replaces or unsets [`resource_name`](TooManyTags::resource_name).
    pub fn set_resource_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, resource_name, value)
    }
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

/// Builder of [`TracingConfiguration`].
#[must_use]
pub struct TracingConfigurationBuilder<C = ()>(
    pub(super) rt::Builder<TracingConfiguration, C>,
);

rt::builder!(TracingConfigurationBuilder, TracingConfiguration);

impl<C> TracingConfigurationBuilder<C> {
    /// See [`enabled`](TracingConfiguration::enabled).
    pub fn enabled(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, enabled, value)
    }

    /// Replaces or unsets [`enabled`](TracingConfiguration::enabled).
    pub fn set_enabled(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, enabled, value)
    }
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

rt::structure! {
    UpdateStateMachineAliasInput, super::schema::UPDATE_STATE_MACHINE_ALIAS_INPUT,
    state_machine_alias_arn = 0, description = 1, routing_configuration = 2
}

/// Builder of [`UpdateStateMachineAliasInput`].
#[must_use]
pub struct UpdateStateMachineAliasInputBuilder<C = ()>(
    pub(super) rt::Builder<UpdateStateMachineAliasInput, C>,
);

rt::builder!(UpdateStateMachineAliasInputBuilder, UpdateStateMachineAliasInput);

impl<C> UpdateStateMachineAliasInputBuilder<C> {
    /// See [`state_machine_alias_arn`](UpdateStateMachineAliasInput::state_machine_alias_arn).
    pub fn state_machine_alias_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_alias_arn, value)
    }

    /// Replaces or unsets [`state_machine_alias_arn`](UpdateStateMachineAliasInput::state_machine_alias_arn).
    pub fn set_state_machine_alias_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_alias_arn, value)
    }

    /// See [`description`](UpdateStateMachineAliasInput::description).
    pub fn description(self, value: impl rt::IntoMember<AliasDescription>) -> Self {
        rt::set!(self, description, value)
    }

    /// Replaces or unsets [`description`](UpdateStateMachineAliasInput::description).
    pub fn set_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<AliasDescription>>,
    ) -> Self {
        rt::replace!(self, description, value)
    }

    /// Adds an element to [`routing_configuration`](UpdateStateMachineAliasInput::routing_configuration).
    pub fn routing_configuration(
        self,
        element: impl rt::IntoMember<RoutingConfigurationListItem>,
    ) -> Self {
        rt::append!(self, routing_configuration, element)
    }

    /// Replaces or unsets [`routing_configuration`](UpdateStateMachineAliasInput::routing_configuration).
    pub fn set_routing_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<RoutingConfigurationList>>,
    ) -> Self {
        rt::replace!(self, routing_configuration, value)
    }
}

/// Output of `UpdateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct UpdateStateMachineAliasOutput {
    /// Time when the alias was updated.
    pub update_date: ::whitesmith_runtime::types::Timestamp,
}

rt::structure! {
    UpdateStateMachineAliasOutput, super::schema::UPDATE_STATE_MACHINE_ALIAS_OUTPUT,
    update_date = 0
}

/// Builder of [`UpdateStateMachineAliasOutput`].
#[must_use]
pub struct UpdateStateMachineAliasOutputBuilder<C = ()>(
    pub(super) rt::Builder<UpdateStateMachineAliasOutput, C>,
);

rt::builder!(UpdateStateMachineAliasOutputBuilder, UpdateStateMachineAliasOutput);

impl<C> UpdateStateMachineAliasOutputBuilder<C> {
    /// See [`update_date`](UpdateStateMachineAliasOutput::update_date).
    pub fn update_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, update_date, value)
    }

    /// Replaces or unsets [`update_date`](UpdateStateMachineAliasOutput::update_date).
    pub fn set_update_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, update_date, value)
    }
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

rt::structure! {
    UpdateStateMachineInput, super::schema::UPDATE_STATE_MACHINE_INPUT, state_machine_arn
    = 0, definition = 1, role_arn = 2, logging_configuration = 3, tracing_configuration =
    4, publish = 5, version_description = 6
}

/// Builder of [`UpdateStateMachineInput`].
#[must_use]
pub struct UpdateStateMachineInputBuilder<C = ()>(
    pub(super) rt::Builder<UpdateStateMachineInput, C>,
);

rt::builder!(UpdateStateMachineInputBuilder, UpdateStateMachineInput);

impl<C> UpdateStateMachineInputBuilder<C> {
    /// See [`state_machine_arn`](UpdateStateMachineInput::state_machine_arn).
    pub fn state_machine_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_arn, value)
    }

    /// Replaces or unsets [`state_machine_arn`](UpdateStateMachineInput::state_machine_arn).
    pub fn set_state_machine_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_arn, value)
    }

    /// See [`definition`](UpdateStateMachineInput::definition).
    pub fn definition(self, value: impl rt::IntoMember<Definition>) -> Self {
        rt::set!(self, definition, value)
    }

    /// Replaces or unsets [`definition`](UpdateStateMachineInput::definition).
    pub fn set_definition(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Definition>>,
    ) -> Self {
        rt::replace!(self, definition, value)
    }

    /// See [`role_arn`](UpdateStateMachineInput::role_arn).
    pub fn role_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, role_arn, value)
    }

    /// Replaces or unsets [`role_arn`](UpdateStateMachineInput::role_arn).
    pub fn set_role_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, role_arn, value)
    }

    /// See [`logging_configuration`](UpdateStateMachineInput::logging_configuration).
    pub fn logging_configuration(
        self,
        value: impl rt::IntoMember<LoggingConfiguration>,
    ) -> Self {
        rt::set!(self, logging_configuration, value)
    }

    /// Replaces or unsets [`logging_configuration`](UpdateStateMachineInput::logging_configuration).
    pub fn set_logging_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<LoggingConfiguration>>,
    ) -> Self {
        rt::replace!(self, logging_configuration, value)
    }

    /// See [`tracing_configuration`](UpdateStateMachineInput::tracing_configuration).
    pub fn tracing_configuration(
        self,
        value: impl rt::IntoMember<TracingConfiguration>,
    ) -> Self {
        rt::set!(self, tracing_configuration, value)
    }

    /// Replaces or unsets [`tracing_configuration`](UpdateStateMachineInput::tracing_configuration).
    pub fn set_tracing_configuration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<TracingConfiguration>>,
    ) -> Self {
        rt::replace!(self, tracing_configuration, value)
    }

    /// See [`publish`](UpdateStateMachineInput::publish).
    pub fn publish(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, publish, value)
    }

    /// Replaces or unsets [`publish`](UpdateStateMachineInput::publish).
    pub fn set_publish(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, publish, value)
    }

    /// See [`version_description`](UpdateStateMachineInput::version_description).
    pub fn version_description(
        self,
        value: impl rt::IntoMember<VersionDescription>,
    ) -> Self {
        rt::set!(self, version_description, value)
    }

    /// Replaces or unsets [`version_description`](UpdateStateMachineInput::version_description).
    pub fn set_version_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<VersionDescription>>,
    ) -> Self {
        rt::replace!(self, version_description, value)
    }
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

rt::structure! {
    UpdateStateMachineOutput, super::schema::UPDATE_STATE_MACHINE_OUTPUT, update_date =
    0, revision_id = 1, state_machine_version_arn = 2
}

/// Builder of [`UpdateStateMachineOutput`].
#[must_use]
pub struct UpdateStateMachineOutputBuilder<C = ()>(
    pub(super) rt::Builder<UpdateStateMachineOutput, C>,
);

rt::builder!(UpdateStateMachineOutputBuilder, UpdateStateMachineOutput);

impl<C> UpdateStateMachineOutputBuilder<C> {
    /// See [`update_date`](UpdateStateMachineOutput::update_date).
    pub fn update_date(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, update_date, value)
    }

    /// Replaces or unsets [`update_date`](UpdateStateMachineOutput::update_date).
    pub fn set_update_date(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, update_date, value)
    }

    /// See [`revision_id`](UpdateStateMachineOutput::revision_id).
    pub fn revision_id(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, revision_id, value)
    }

    /// Replaces or unsets [`revision_id`](UpdateStateMachineOutput::revision_id).
    pub fn set_revision_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, revision_id, value)
    }

    /// See [`state_machine_version_arn`](UpdateStateMachineOutput::state_machine_version_arn).
    pub fn state_machine_version_arn(self, value: impl rt::IntoMember<Arn>) -> Self {
        rt::set!(self, state_machine_version_arn, value)
    }

    /// Replaces or unsets [`state_machine_version_arn`](UpdateStateMachineOutput::state_machine_version_arn).
    pub fn set_state_machine_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Arn>>,
    ) -> Self {
        rt::replace!(self, state_machine_version_arn, value)
    }
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

/// Builder of [`ValidationException`].
#[must_use]
pub struct ValidationExceptionBuilder<C = ()>(
    pub(super) rt::Builder<ValidationException, C>,
);

rt::builder!(ValidationExceptionBuilder, ValidationException);

impl<C> ValidationExceptionBuilder<C> {
    /// See [`message`](ValidationException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ValidationException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`reason`](ValidationException::reason).
    pub fn reason(self, value: impl rt::IntoMember<ValidationExceptionReason>) -> Self {
        rt::set!(self, reason, value)
    }

    /// Replaces or unsets [`reason`](ValidationException::reason).
    pub fn set_reason(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ValidationExceptionReason>>,
    ) -> Self {
        rt::replace!(self, reason, value)
    }
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
