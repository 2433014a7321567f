// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `CustomerProfiles`.

use ::whitesmith_runtime as rt;

/// The caller is not authorized to perform the operation.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct AccessDeniedException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    AccessDeniedException, super::schema::ACCESS_DENIED_EXCEPTION, message = 0
}

rt::error! {
    AccessDeniedException
}

/// Step that imports a batch of records with Amazon AppFlow.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct AppflowIntegrationWorkflowStep {
    /// Name of the AppFlow flow that the step created.
    pub flow_name: FlowName,
    /// Status of the step.
    pub status: Status,
    /// Message about the execution of the step.
    pub execution_message: String1To255,
    /// Number of records that were processed.
    pub records_processed: i64,
    /// Start time of the records in the batch.
    pub batch_records_start_time: String1To255,
    /// End time of the records in the batch.
    pub batch_records_end_time: String1To255,
    /// Time when the step was created.
    pub created_at: ::whitesmith_runtime::types::Timestamp,
    /// Time when the step was last updated.
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

/// The request is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct BadRequestException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    BadRequestException, super::schema::BAD_REQUEST_EXCEPTION, message = 0
}

rt::error! {
    BadRequestException
}

/// Name of an AppFlow flow.
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

/// Input of `GetWorkflowSteps`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetWorkflowStepsInput {
    /// Domain that the workflow belongs to.
    pub domain_name: Name,
    /// Identifier of the workflow.
    pub workflow_id: Uuid,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<Token>,
    /// Maximum number of items in the response.
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

/// Output of `GetWorkflowSteps`: one page of workflow steps.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct GetWorkflowStepsOutput {
    /// Identifier of the workflow.
    pub workflow_id: ::std::option::Option<Uuid>,
    /// Type of the workflow.
    pub workflow_type: ::std::option::Option<WorkflowType>,
    /// Workflow steps.
    pub items: ::std::option::Option<::std::vec::Vec<WorkflowStepItem>>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<Token>,
}

rt::structure! {
    GetWorkflowStepsOutput, super::schema::GET_WORKFLOW_STEPS_OUTPUT, workflow_id = 0,
    workflow_type = 1, items = 2, next_token = 3
}

/// The service failed with an internal error.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InternalServerException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InternalServerException, super::schema::INTERNAL_SERVER_EXCEPTION, message = 0
}

rt::error! {
    InternalServerException
}

/// The resource does not exist.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ResourceNotFoundException {
    /// Error message.
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
/// Status of a workflow step.
pub enum Status {
    /// The step has not started.
    NotStarted,
    /// The step is in progress.
    InProgress,
    /// The step succeeded.
    Complete,
    /// The step failed.
    Failed,
    /// The batch of the step was split into other steps.
    Split,
    /// The step will be retried.
    Retry,
    /// The step was cancelled.
    Cancelled,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    Status, super::schema::STATUS, NotStarted = "NOT_STARTED", InProgress =
    "IN_PROGRESS", Complete = "COMPLETE", Failed = "FAILED", Split = "SPLIT", Retry =
    "RETRY", Cancelled = "CANCELLED"
}

/// The request was throttled.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ThrottlingException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ThrottlingException, super::schema::THROTTLING_EXCEPTION, message = 0
}

rt::error! {
    ThrottlingException
}

/// Step of a workflow. The member that is set depends on the type of the workflow.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WorkflowStepItem {
    /// Set for workflows of type `APPFLOW_INTEGRATION`.
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
/// Type of a workflow.
pub enum WorkflowType {
    /// Imports records with Amazon AppFlow.
    AppflowIntegration,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowType, super::schema::WORKFLOW_TYPE, AppflowIntegration =
    "APPFLOW_INTEGRATION"
}

/// Maximum number of items in a page.
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

/// Name of letters, digits, hyphens and underscores.
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

/// String of 1 to 255 characters.
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

/// Identifier of 32 lowercase hexadecimal digits.
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
