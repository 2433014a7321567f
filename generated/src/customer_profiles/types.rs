// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `CustomerProfiles`.

use ::whitesmith_runtime as rt;

/// The caller has no right to do this.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct AccessDeniedException {
    /// What went wrong, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    AccessDeniedException, super::schema::ACCESS_DENIED_EXCEPTION, message = 0
}

rt::error! {
    AccessDeniedException
}

/// A step that moves one batch of records with an AppFlow flow.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct AppflowIntegrationWorkflowStep {
    /// The flow that moves the records of this step.
    pub flow_name: FlowName,
    /// How far the step has come.
    pub status: Status,
    /// What the step reports about itself.
    pub execution_message: String1To255,
    /// How many records were moved.
    pub records_processed: i64,
    /// The time of the first record in the batch.
    pub batch_records_start_time: String1To255,
    /// The time of the last record in the batch.
    pub batch_records_end_time: String1To255,
    /// When the step was made.
    pub created_at: ::whitesmith_runtime::types::Timestamp,
    /// When the step last changed.
    pub last_updated_at: ::whitesmith_runtime::types::Timestamp,
}

impl AppflowIntegrationWorkflowStep {
    /// With the members that must be given; the others are absent or have their default.
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        flow_name: impl ::std::convert::Into<FlowName>,
        status: impl ::std::convert::Into<Status>,
        execution_message: impl ::std::convert::Into<String1To255>,
        records_processed: impl ::std::convert::Into<i64>,
        batch_records_start_time: impl ::std::convert::Into<String1To255>,
        batch_records_end_time: impl ::std::convert::Into<String1To255>,
        created_at: impl ::std::convert::Into<::whitesmith_runtime::types::Timestamp>,
        last_updated_at: impl ::std::convert::Into<
            ::whitesmith_runtime::types::Timestamp,
        >,
    ) -> Self {
        Self {
            flow_name: ::std::convert::Into::into(flow_name),
            status: ::std::convert::Into::into(status),
            execution_message: ::std::convert::Into::into(execution_message),
            records_processed: ::std::convert::Into::into(records_processed),
            batch_records_start_time: ::std::convert::Into::into(
                batch_records_start_time,
            ),
            batch_records_end_time: ::std::convert::Into::into(batch_records_end_time),
            created_at: ::std::convert::Into::into(created_at),
            last_updated_at: ::std::convert::Into::into(last_updated_at),
        }
    }
}

rt::structure! {
    AppflowIntegrationWorkflowStep, super::schema::APPFLOW_INTEGRATION_WORKFLOW_STEP,
    flow_name = 0, status = 1, execution_message = 2, records_processed = 3,
    batch_records_start_time = 4, batch_records_end_time = 5, created_at = 6,
    last_updated_at = 7
}

/// The request is malformed, or breaks a constraint of the model.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct BadRequestException {
    /// What went wrong, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    BadRequestException, super::schema::BAD_REQUEST_EXCEPTION, message = 0
}

rt::error! {
    BadRequestException
}

/// The name of an AppFlow flow.
///
/// Length: 0 to 256
///
/// Pattern: `^[a-zA-Z0-9][\w!@#.-]+$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct FlowName(::std::string::String);

impl FlowName {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 256;

    /// What every value matches.
    pub const PATTERN: &'static str = r"^[a-zA-Z0-9][\w!@#.-]+$";
}

rt::constrained! {
    FlowName(::std::string::String), super::schema::FLOW_NAME
}

/// Asks for the steps of one workflow of a domain.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetWorkflowStepsInput {
    /// The domain that the workflow belongs to.
    pub domain_name: Name,
    /// The workflow.
    pub workflow_id: Uuid,
    /// Where to go on, from an earlier page; absent for the first, and after the last.
    pub next_token: ::std::option::Option<Token>,
    /// How many items the page may hold.
    pub max_results: ::std::option::Option<MaxSize100>,
}

impl GetWorkflowStepsInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        domain_name: impl ::std::convert::Into<Name>,
        workflow_id: impl ::std::convert::Into<Uuid>,
    ) -> Self {
        Self {
            domain_name: ::std::convert::Into::into(domain_name),
            workflow_id: ::std::convert::Into::into(workflow_id),
            next_token: ::std::option::Option::None,
            max_results: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    GetWorkflowStepsInput, super::schema::GET_WORKFLOW_STEPS_INPUT, domain_name = 0,
    workflow_id = 1, next_token = 2, max_results = 3
}

/// One page of workflow steps.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct GetWorkflowStepsOutput {
    /// The workflow.
    pub workflow_id: ::std::option::Option<Uuid>,
    /// Which kind of workflow it is.
    pub workflow_type: ::std::option::Option<WorkflowType>,
    /// The steps of this page.
    pub items: ::std::option::Option<::std::vec::Vec<WorkflowStepItem>>,
    /// Where to go on, from an earlier page; absent for the first, and after the last.
    pub next_token: ::std::option::Option<Token>,
}

rt::structure! {
    GetWorkflowStepsOutput, super::schema::GET_WORKFLOW_STEPS_OUTPUT, workflow_id = 0,
    workflow_type = 1, items = 2, next_token = 3
}

/// The service failed for reasons of its own.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InternalServerException {
    /// What went wrong, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InternalServerException, super::schema::INTERNAL_SERVER_EXCEPTION, message = 0
}

rt::error! {
    InternalServerException
}

/// What the request names does not exist.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ResourceNotFoundException {
    /// What went wrong, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ResourceNotFoundException, super::schema::RESOURCE_NOT_FOUND_EXCEPTION, message = 0
}

rt::error! {
    ResourceNotFoundException
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// How far a step has come.
pub enum Status {
    /// It waits for its turn.
    NotStarted,
    /// It is at work.
    InProgress,
    /// It ended well.
    Complete,
    /// It ended with an error.
    Failed,
    /// Its batch was divided among other steps.
    Split,
    /// It will be tried again.
    Retry,
    /// It was called off.
    Cancelled,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Status, super::schema::STATUS, NotStarted = "NOT_STARTED", InProgress =
    "IN_PROGRESS", Complete = "COMPLETE", Failed = "FAILED", Split = "SPLIT", Retry =
    "RETRY", Cancelled = "CANCELLED"
}

/// The caller sends too many requests in too short a time.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ThrottlingException {
    /// What went wrong, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ThrottlingException, super::schema::THROTTLING_EXCEPTION, message = 0
}

rt::error! {
    ThrottlingException
}

/// A step of a workflow; which member is there depends on the workflow's type.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WorkflowStepItem {
    /// The step of a workflow that brings in data with AppFlow.
    pub appflow_integration: ::std::option::Option<AppflowIntegrationWorkflowStep>,
}

rt::structure! {
    WorkflowStepItem, super::schema::WORKFLOW_STEP_ITEM, appflow_integration = 0
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Which kind of work a workflow does.
pub enum WorkflowType {
    /// Brings in data with AppFlow.
    AppflowIntegration,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowType, super::schema::WORKFLOW_TYPE, AppflowIntegration =
    "APPFLOW_INTEGRATION"
}

/// How many items a page may hold.
///
/// Range: 1 to 100
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct MaxSize100(i32);

impl MaxSize100 {
    /// The least value.
    pub const MIN: i32 = 1;

    /// The greatest value.
    pub const MAX: i32 = 100;
}

rt::constrained! {
    MaxSize100(i32), super::schema::MAX_SIZE100
}

/// A name of letters, digits, hyphens and underscores.
///
/// Length: 1 to 64
///
/// Pattern: `^[a-zA-Z0-9_-]+$`
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
    pub const MAX_LENGTH: usize = 64;

    /// What every value matches.
    pub const PATTERN: &'static str = "^[a-zA-Z0-9_-]+$";
}

rt::constrained! {
    Name(::std::string::String), super::schema::NAME
}

/// A text of 1 to 255 characters.
///
/// Length: 1 to 255
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct String1To255(::std::string::String);

impl String1To255 {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 255;
}

rt::constrained! {
    String1To255(::std::string::String), super::schema::STRING1_TO255
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
pub struct Token(::std::string::String);

impl Token {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 1024;
}

rt::constrained! {
    Token(::std::string::String), super::schema::TOKEN
}

/// An identifier of 32 hexadecimal digits in lower case.
///
/// Pattern: `^[a-f0-9]{32}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct Uuid(::std::string::String);

impl Uuid {
    /// What every value matches.
    pub const PATTERN: &'static str = "^[a-f0-9]{32}$";
}

rt::constrained! {
    Uuid(::std::string::String), super::schema::UUID
}
