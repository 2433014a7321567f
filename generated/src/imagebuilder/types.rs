// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `ImageBuilder`.

use ::whitesmith_runtime as rt;

/// The request rate exceeds the limit of the operation.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CallRateLimitExceededException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    CallRateLimitExceededException, super::schema::CALL_RATE_LIMIT_EXCEEDED_EXCEPTION,
    message = 0
}

rt::error! {
    CallRateLimitExceededException
}

/// The caller made an error, such as an invalid resource identifier or a missing permission on a
/// resource.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ClientException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ClientException, super::schema::CLIENT_EXCEPTION, message = 0
}

rt::error! {
    ClientException
}

/// The caller is not authorized to perform the operation.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ForbiddenException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ForbiddenException, super::schema::FORBIDDEN_EXCEPTION, message = 0
}

rt::error! {
    ForbiddenException
}

/// Message about the result of a request.
///
/// Length: 0 to 500
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct ImageBuildMessage(::std::string::String);

impl ImageBuildMessage {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 500;
}

rt::constrained! {
    ImageBuildMessage(::std::string::String), super::schema::IMAGE_BUILD_MESSAGE
}

/// ARN of an image build: image name, version and build number.
///
/// Pattern: `^arn:aws[^:]*:imagebuilder:[^:]+:(?:[0-9]{12}|aws):image/[a-z0-9-_]+/[0-9]+\.[0-9]+\.[0-9]+/[0-9]+$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct ImageBuildVersionArn(::std::string::String);

impl ImageBuildVersionArn {
    /// What every value matches.
    pub const PATTERN: &'static str = r"^arn:aws[^:]*:imagebuilder:[^:]+:(?:[0-9]{12}|aws):image/[a-z0-9-_]+/[0-9]+\.[0-9]+\.[0-9]+/[0-9]+$";
}

rt::constrained! {
    ImageBuildVersionArn(::std::string::String), super::schema::IMAGE_BUILD_VERSION_ARN
}

/// The pagination token is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidPaginationTokenException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidPaginationTokenException, super::schema::INVALID_PAGINATION_TOKEN_EXCEPTION,
    message = 0
}

rt::error! {
    InvalidPaginationTokenException
}

/// The request is invalid.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidRequestException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidRequestException, super::schema::INVALID_REQUEST_EXCEPTION, message = 0
}

rt::error! {
    InvalidRequestException
}

/// Input of `ListWorkflowExecutions`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListWorkflowExecutionsInput {
    /// Maximum number of items in the response.
    pub max_results: ::std::option::Option<RestrictedInteger>,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<PaginationToken>,
    /// Image build whose workflow runs are listed.
    pub image_build_version_arn: ImageBuildVersionArn,
}

impl ListWorkflowExecutionsInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        image_build_version_arn: impl ::std::convert::Into<ImageBuildVersionArn>,
    ) -> Self {
        Self {
            max_results: ::std::option::Option::None,
            next_token: ::std::option::Option::None,
            image_build_version_arn: ::std::convert::Into::into(image_build_version_arn),
        }
    }
}

rt::structure! {
    ListWorkflowExecutionsInput, super::schema::LIST_WORKFLOW_EXECUTIONS_INPUT,
    max_results = 0, next_token = 1, image_build_version_arn = 2
}

/// Output of `ListWorkflowExecutions`: one page of workflow runs.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListWorkflowExecutionsOutput {
    /// Identifier of the request.
    pub request_id: ::std::option::Option<NonEmptyString>,
    /// Workflow runs.
    pub workflow_executions: ::std::option::Option<
        ::std::vec::Vec<WorkflowExecutionMetadata>,
    >,
    /// Image build that the workflow runs belong to.
    pub image_build_version_arn: ::std::option::Option<ImageBuildVersionArn>,
    /// Message about the result, if any.
    pub message: ::std::option::Option<ImageBuildMessage>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PaginationToken>,
}

rt::structure! {
    ListWorkflowExecutionsOutput, super::schema::LIST_WORKFLOW_EXECUTIONS_OUTPUT,
    request_id = 0, workflow_executions = 1, image_build_version_arn = 2, message = 3,
    next_token = 4
}

/// Input of `ListWorkflowStepExecutions`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListWorkflowStepExecutionsInput {
    /// Maximum number of items in the response.
    pub max_results: ::std::option::Option<RestrictedInteger>,
    /// Token from the previous response. Absent for the first page.
    pub next_token: ::std::option::Option<PaginationToken>,
    /// Workflow run whose steps are listed.
    pub workflow_execution_id: WorkflowExecutionId,
}

impl ListWorkflowStepExecutionsInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        workflow_execution_id: impl ::std::convert::Into<WorkflowExecutionId>,
    ) -> Self {
        Self {
            max_results: ::std::option::Option::None,
            next_token: ::std::option::Option::None,
            workflow_execution_id: ::std::convert::Into::into(workflow_execution_id),
        }
    }
}

rt::structure! {
    ListWorkflowStepExecutionsInput, super::schema::LIST_WORKFLOW_STEP_EXECUTIONS_INPUT,
    max_results = 0, next_token = 1, workflow_execution_id = 2
}

/// Output of `ListWorkflowStepExecutions`: one page of workflow steps.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListWorkflowStepExecutionsOutput {
    /// Identifier of the request.
    pub request_id: ::std::option::Option<NonEmptyString>,
    /// Workflow steps.
    pub steps: ::std::option::Option<::std::vec::Vec<WorkflowStepMetadata>>,
    /// ARN of the workflow build that ran.
    pub workflow_build_version_arn: ::std::option::Option<WorkflowBuildVersionArn>,
    /// Workflow run that the steps belong to.
    pub workflow_execution_id: ::std::option::Option<WorkflowExecutionId>,
    /// Image build that the workflow run belongs to.
    pub image_build_version_arn: ::std::option::Option<ImageBuildVersionArn>,
    /// Message about the result, if any.
    pub message: ::std::option::Option<ImageBuildMessage>,
    /// Token for the next page. Absent on the last page.
    pub next_token: ::std::option::Option<PaginationToken>,
}

rt::structure! {
    ListWorkflowStepExecutionsOutput,
    super::schema::LIST_WORKFLOW_STEP_EXECUTIONS_OUTPUT, request_id = 0, steps = 1,
    workflow_build_version_arn = 2, workflow_execution_id = 3, image_build_version_arn =
    4, message = 5, next_token = 6
}

/// Non-empty string.
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
pub struct NonEmptyString(::std::string::String);

impl NonEmptyString {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 1024;
}

rt::constrained! {
    NonEmptyString(::std::string::String), super::schema::NON_EMPTY_STRING
}

/// Opaque pagination token.
///
/// Length: 1 to 65535
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct PaginationToken(::std::string::String);

impl PaginationToken {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 65_535;
}

rt::constrained! {
    PaginationToken(::std::string::String), super::schema::PAGINATION_TOKEN
}

/// Name of a group of workflows that run in parallel.
///
/// Length: 1 to 100
///
/// Pattern: `^[A-Za-z0-9][A-Za-z0-9-_+#]{0,99}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct ParallelGroup(::std::string::String);

impl ParallelGroup {
    /// The least length.
    pub const MIN_LENGTH: usize = 1;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 100;

    /// What every value matches.
    pub const PATTERN: &'static str = "^[A-Za-z0-9][A-Za-z0-9-_+#]{0,99}$";
}

rt::constrained! {
    ParallelGroup(::std::string::String), super::schema::PARALLEL_GROUP
}

/// Maximum number of items in a page.
///
/// Range: 1 to 25
#[derive(
    ::std::clone::Clone,
    ::std::marker::Copy,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct RestrictedInteger(i32);

impl RestrictedInteger {
    /// The least value.
    pub const MIN: i32 = 1;

    /// The greatest value.
    pub const MAX: i32 = 25;
}

rt::constrained! {
    RestrictedInteger(i32), super::schema::RESTRICTED_INTEGER
}

/// The service failed with an unrecoverable error.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ServiceException, super::schema::SERVICE_EXCEPTION, message = 0
}

rt::error! {
    ServiceException
}

/// The service is temporarily unavailable.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceUnavailableException {
    /// Error message.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ServiceUnavailableException, super::schema::SERVICE_UNAVAILABLE_EXCEPTION, message =
    0
}

rt::error! {
    ServiceUnavailableException
}

/// ARN of a workflow build: workflow type, name, version and build number.
///
/// Length: at most 1024
///
/// Pattern: `^arn:aws(?:-[a-z]+)*:imagebuilder:[a-z]{2,}(?:-[a-z]+)+-[0-9]+:(?:[0-9]{12}|aws):workflow/(build|test|distribution)/[a-z0-9-_]+/[0-9]+\.[0-9]+\.[0-9]+/[0-9]+$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowBuildVersionArn(::std::string::String);

impl WorkflowBuildVersionArn {
    /// The greatest length.
    pub const MAX_LENGTH: usize = 1024;

    /// What every value matches.
    pub const PATTERN: &'static str = r"^arn:aws(?:-[a-z]+)*:imagebuilder:[a-z]{2,}(?:-[a-z]+)+-[0-9]+:(?:[0-9]{12}|aws):workflow/(build|test|distribution)/[a-z0-9-_]+/[0-9]+\.[0-9]+\.[0-9]+/[0-9]+$";
}

rt::constrained! {
    WorkflowBuildVersionArn(::std::string::String),
    super::schema::WORKFLOW_BUILD_VERSION_ARN
}

/// Identifier of a workflow run: `wf-` and a UUID.
///
/// Pattern: `^wf-[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowExecutionId(::std::string::String);

impl WorkflowExecutionId {
    /// What every value matches.
    pub const PATTERN: &'static str = "^wf-[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
}

rt::constrained! {
    WorkflowExecutionId(::std::string::String), super::schema::WORKFLOW_EXECUTION_ID
}

/// Message of a workflow run.
///
/// Length: 0 to 500
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowExecutionMessage(::std::string::String);

impl WorkflowExecutionMessage {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 500;
}

rt::constrained! {
    WorkflowExecutionMessage(::std::string::String),
    super::schema::WORKFLOW_EXECUTION_MESSAGE
}

/// Workflow run.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WorkflowExecutionMetadata {
    /// ARN of the workflow build that ran.
    pub workflow_build_version_arn: ::std::option::Option<WorkflowBuildVersionArn>,
    /// Identifier of the workflow run.
    pub workflow_execution_id: ::std::option::Option<WorkflowExecutionId>,
    /// Type of the workflow.
    pub r#type: ::std::option::Option<WorkflowType>,
    /// Status of the workflow run.
    pub status: ::std::option::Option<WorkflowExecutionStatus>,
    /// Message of the workflow run, if any.
    pub message: ::std::option::Option<WorkflowExecutionMessage>,
    /// Number of steps.
    pub total_step_count: i32,
    /// Number of steps that succeeded.
    pub total_steps_succeeded: i32,
    /// Number of steps that failed.
    pub total_steps_failed: i32,
    /// Number of steps that were skipped.
    pub total_steps_skipped: i32,
    /// Time when the workflow run started.
    pub start_time: ::std::option::Option<::std::string::String>,
    /// Time when the workflow run ended.
    pub end_time: ::std::option::Option<::std::string::String>,
    /// Group of parallel workflows that this one belongs to.
    pub parallel_group: ::std::option::Option<ParallelGroup>,
    /// Whether the workflow run was retried.
    pub retried: ::std::option::Option<bool>,
}

rt::structure! {
    WorkflowExecutionMetadata, super::schema::WORKFLOW_EXECUTION_METADATA,
    workflow_build_version_arn = 0, workflow_execution_id = 1, r#type = 2, status = 3,
    message = 4, total_step_count = 5, total_steps_succeeded = 6, total_steps_failed = 7,
    total_steps_skipped = 8, start_time = 9, end_time = 10, parallel_group = 11, retried
    = 12
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Status of a workflow run.
pub enum WorkflowExecutionStatus {
    /// The workflow run has not started.
    Pending,
    /// The workflow run was skipped.
    Skipped,
    /// The workflow run is in progress.
    Running,
    /// The workflow run succeeded.
    Completed,
    /// The workflow run failed.
    Failed,
    /// The workflow run failed. Its rollback is in progress.
    RollbackInProgress,
    /// The workflow run failed and was rolled back.
    RollbackCompleted,
    /// The workflow run was cancelled.
    Cancelled,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowExecutionStatus, super::schema::WORKFLOW_EXECUTION_STATUS, Pending =
    "PENDING", Skipped = "SKIPPED", Running = "RUNNING", Completed = "COMPLETED", Failed
    = "FAILED", RollbackInProgress = "ROLLBACK_IN_PROGRESS", RollbackCompleted =
    "ROLLBACK_COMPLETED", Cancelled = "CANCELLED"
}

/// Action of a step.
///
/// Pattern: `^[A-Za-z][A-Za-z0-9-_]{1,99}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowStepAction(::std::string::String);

impl WorkflowStepAction {
    /// What every value matches.
    pub const PATTERN: &'static str = "^[A-Za-z][A-Za-z0-9-_]{1,99}$";
}

rt::constrained! {
    WorkflowStepAction(::std::string::String), super::schema::WORKFLOW_STEP_ACTION
}

/// Description of a step.
///
/// Length: 0 to 500
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowStepDescription(::std::string::String);

impl WorkflowStepDescription {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 500;
}

rt::constrained! {
    WorkflowStepDescription(::std::string::String),
    super::schema::WORKFLOW_STEP_DESCRIPTION
}

/// Identifier of a step of a workflow run: `step-` and a UUID.
///
/// Pattern: `^step-[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowStepExecutionId(::std::string::String);

impl WorkflowStepExecutionId {
    /// What every value matches.
    pub const PATTERN: &'static str = "^step-[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
}

rt::constrained! {
    WorkflowStepExecutionId(::std::string::String),
    super::schema::WORKFLOW_STEP_EXECUTION_ID
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// Status of the rollback of a step.
pub enum WorkflowStepExecutionRollbackStatus {
    /// The rollback is in progress.
    Running,
    /// The rollback succeeded.
    Completed,
    /// The rollback was skipped.
    Skipped,
    /// The rollback failed.
    Failed,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowStepExecutionRollbackStatus,
    super::schema::WORKFLOW_STEP_EXECUTION_ROLLBACK_STATUS, Running = "RUNNING",
    Completed = "COMPLETED", Skipped = "SKIPPED", Failed = "FAILED"
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
pub enum WorkflowStepExecutionStatus {
    /// The step has not started.
    Pending,
    /// The step was skipped.
    Skipped,
    /// The step is in progress.
    Running,
    /// The step succeeded.
    Completed,
    /// The step failed.
    Failed,
    /// The step was cancelled.
    Cancelled,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowStepExecutionStatus, super::schema::WORKFLOW_STEP_EXECUTION_STATUS, Pending =
    "PENDING", Skipped = "SKIPPED", Running = "RUNNING", Completed = "COMPLETED", Failed
    = "FAILED", Cancelled = "CANCELLED"
}

/// Message of a workflow step.
///
/// Length: 0 to 500
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowStepMessage(::std::string::String);

impl WorkflowStepMessage {
    /// The least length.
    pub const MIN_LENGTH: usize = 0;

    /// The greatest length.
    pub const MAX_LENGTH: usize = 500;
}

rt::constrained! {
    WorkflowStepMessage(::std::string::String), super::schema::WORKFLOW_STEP_MESSAGE
}

/// Step of a workflow run.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WorkflowStepMetadata {
    /// Identifier of the step.
    pub step_execution_id: ::std::option::Option<WorkflowStepExecutionId>,
    /// Name of the step in the workflow document.
    pub name: ::std::option::Option<WorkflowStepName>,
    /// Description of the step.
    pub description: ::std::option::Option<WorkflowStepDescription>,
    /// Action of the step.
    pub action: ::std::option::Option<WorkflowStepAction>,
    /// Status of the step.
    pub status: ::std::option::Option<WorkflowStepExecutionStatus>,
    /// Status of the rollback, if one was started.
    pub rollback_status: ::std::option::Option<WorkflowStepExecutionRollbackStatus>,
    /// Message of the step, if any.
    pub message: ::std::option::Option<WorkflowStepMessage>,
    /// Inputs of the step, as JSON.
    pub inputs: ::std::option::Option<::std::string::String>,
    /// Outputs of the step, as JSON.
    pub outputs: ::std::option::Option<::std::string::String>,
    /// Time when the step started.
    pub start_time: ::std::option::Option<::std::string::String>,
    /// Time when the step ended.
    pub end_time: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    WorkflowStepMetadata, super::schema::WORKFLOW_STEP_METADATA, step_execution_id = 0,
    name = 1, description = 2, action = 3, status = 4, rollback_status = 5, message = 6,
    inputs = 7, outputs = 8, start_time = 9, end_time = 10
}

/// Name of a step in the workflow document.
///
/// Pattern: `^[A-Za-z][A-Za-z0-9-_]{1,99}$`
#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
pub struct WorkflowStepName(::std::string::String);

impl WorkflowStepName {
    /// What every value matches.
    pub const PATTERN: &'static str = "^[A-Za-z][A-Za-z0-9-_]{1,99}$";
}

rt::constrained! {
    WorkflowStepName(::std::string::String), super::schema::WORKFLOW_STEP_NAME
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
    /// Builds an image.
    Build,
    /// Tests an image.
    Test,
    /// Distributes an image.
    Distribution,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowType, super::schema::WORKFLOW_TYPE, Build = "BUILD", Test = "TEST",
    Distribution = "DISTRIBUTION"
}
