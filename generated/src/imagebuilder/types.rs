// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `ImageBuilder`.

use ::whitesmith_runtime as rt;

/// The caller sends requests faster than this operation permits.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CallRateLimitExceededException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    CallRateLimitExceededException, super::schema::CALL_RATE_LIMIT_EXCEEDED_EXCEPTION,
    message = 0
}

rt::error! {
    CallRateLimitExceededException
}

/// The request cannot be carried out as it stands, for instance because it names something that the
/// caller may not use or that is not there.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ClientException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ClientException, super::schema::CLIENT_EXCEPTION, message = 0
}

rt::error! {
    ClientException
}

/// The caller has no right to call this operation.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ForbiddenException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ForbiddenException, super::schema::FORBIDDEN_EXCEPTION, message = 0
}

rt::error! {
    ForbiddenException
}

/// A remark on the answer as a whole.
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

/// The ARN of one build of an image: name, version and build number.
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

/// The token is not one that an earlier page gave out.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidPaginationTokenException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidPaginationTokenException, super::schema::INVALID_PAGINATION_TOKEN_EXCEPTION,
    message = 0
}

rt::error! {
    InvalidPaginationTokenException
}

/// The request asks for something that the service does not offer, or breaks a constraint of the
/// model.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct InvalidRequestException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    InvalidRequestException, super::schema::INVALID_REQUEST_EXCEPTION, message = 0
}

rt::error! {
    InvalidRequestException
}

/// Asks for the workflow runs of one image build.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListWorkflowExecutionsInput {
    /// How many items the page may hold.
    pub max_results: ::std::option::Option<RestrictedInteger>,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<PaginationToken>,
    /// The image build that the workflows belong to.
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

/// One page of workflow runs.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListWorkflowExecutionsOutput {
    /// Identifies this request.
    pub request_id: ::std::option::Option<NonEmptyString>,
    /// The runs of this page.
    pub workflow_executions: ::std::option::Option<
        ::std::vec::Vec<WorkflowExecutionMetadata>,
    >,
    /// The image build that the workflows belong to.
    pub image_build_version_arn: ::std::option::Option<ImageBuildVersionArn>,
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<ImageBuildMessage>,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<PaginationToken>,
}

rt::structure! {
    ListWorkflowExecutionsOutput, super::schema::LIST_WORKFLOW_EXECUTIONS_OUTPUT,
    request_id = 0, workflow_executions = 1, image_build_version_arn = 2, message = 3,
    next_token = 4
}

/// Asks for the steps of one workflow run.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct ListWorkflowStepExecutionsInput {
    /// How many items the page may hold.
    pub max_results: ::std::option::Option<RestrictedInteger>,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<PaginationToken>,
    /// The run of the workflow.
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

/// One page of workflow steps.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ListWorkflowStepExecutionsOutput {
    /// Identifies this request.
    pub request_id: ::std::option::Option<NonEmptyString>,
    /// The steps of this page.
    pub steps: ::std::option::Option<::std::vec::Vec<WorkflowStepMetadata>>,
    /// The workflow that ran.
    pub workflow_build_version_arn: ::std::option::Option<WorkflowBuildVersionArn>,
    /// The run of the workflow.
    pub workflow_execution_id: ::std::option::Option<WorkflowExecutionId>,
    /// The image build that the workflows belong to.
    pub image_build_version_arn: ::std::option::Option<ImageBuildVersionArn>,
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<ImageBuildMessage>,
    /// Where to go on, from an earlier page; absent for the first.
    pub next_token: ::std::option::Option<PaginationToken>,
}

rt::structure! {
    ListWorkflowStepExecutionsOutput,
    super::schema::LIST_WORKFLOW_STEP_EXECUTIONS_OUTPUT, request_id = 0, steps = 1,
    workflow_build_version_arn = 2, workflow_execution_id = 3, image_build_version_arn =
    4, message = 5, next_token = 6
}

/// A text with at least one character.
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

/// Says where the next page begins. Its content means nothing to callers.
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

/// Names a group of workflows that run side by side.
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

/// How many items a page may hold.
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

/// The service ran into a problem from which it could not recover.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ServiceException, super::schema::SERVICE_EXCEPTION, message = 0
}

rt::error! {
    ServiceException
}

/// The service cannot take requests at the moment.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceUnavailableException {
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ServiceUnavailableException, super::schema::SERVICE_UNAVAILABLE_EXCEPTION, message =
    0
}

rt::error! {
    ServiceUnavailableException
}

/// The ARN of one build of a workflow: its phase, name, version and build number.
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

/// Identifies one run of a workflow: `wf-` and a UUID.
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

/// What the run reports about itself.
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

/// One run of a workflow: what ran, how far it came, and when.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WorkflowExecutionMetadata {
    /// The workflow that ran.
    pub workflow_build_version_arn: ::std::option::Option<WorkflowBuildVersionArn>,
    /// The run of the workflow.
    pub workflow_execution_id: ::std::option::Option<WorkflowExecutionId>,
    /// Which kind it is.
    pub r#type: ::std::option::Option<WorkflowType>,
    /// How far it has come.
    pub status: ::std::option::Option<WorkflowExecutionStatus>,
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<WorkflowExecutionMessage>,
    /// How many steps the run has.
    pub total_step_count: i32,
    /// How many of them succeeded.
    pub total_steps_succeeded: i32,
    /// How many of them failed.
    pub total_steps_failed: i32,
    /// How many of them were left out.
    pub total_steps_skipped: i32,
    /// When it began.
    pub start_time: ::std::option::Option<::std::string::String>,
    /// When it ended.
    pub end_time: ::std::option::Option<::std::string::String>,
    /// The group of workflows that run beside this one.
    pub parallel_group: ::std::option::Option<ParallelGroup>,
    /// Whether the run was tried again after a failure.
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
/// How far a workflow run has come.
pub enum WorkflowExecutionStatus {
    /// It waits for its turn.
    Pending,
    /// It was left out.
    Skipped,
    /// It is at work.
    Running,
    /// It ended well.
    Completed,
    /// It ended with an error.
    Failed,
    /// It failed, and is being undone.
    RollbackInProgress,
    /// It failed, and was undone.
    RollbackCompleted,
    /// It was called off.
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

/// The name of the action that a step carries out.
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

/// What a step is for, in words.
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

/// Identifies one step of a workflow run: `step-` and a UUID.
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
/// How far undoing a step has come.
pub enum WorkflowStepExecutionRollbackStatus {
    /// It is at work.
    Running,
    /// It ended well.
    Completed,
    /// It was left out.
    Skipped,
    /// It ended with an error.
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
/// How far a step has come.
pub enum WorkflowStepExecutionStatus {
    /// It waits for its turn.
    Pending,
    /// It was left out.
    Skipped,
    /// It is at work.
    Running,
    /// It ended well.
    Completed,
    /// It ended with an error.
    Failed,
    /// It was called off.
    Cancelled,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowStepExecutionStatus, super::schema::WORKFLOW_STEP_EXECUTION_STATUS, Pending =
    "PENDING", Skipped = "SKIPPED", Running = "RUNNING", Completed = "COMPLETED", Failed
    = "FAILED", Cancelled = "CANCELLED"
}

/// What the step reports about itself.
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

/// One step of a workflow run: what it is, what it was given, what it produced, and how it ended.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct WorkflowStepMetadata {
    /// The step in this run.
    pub step_execution_id: ::std::option::Option<WorkflowStepExecutionId>,
    /// The step's name in the workflow document.
    pub name: ::std::option::Option<WorkflowStepName>,
    /// What it is for, in words.
    pub description: ::std::option::Option<WorkflowStepDescription>,
    /// The action that the step carries out.
    pub action: ::std::option::Option<WorkflowStepAction>,
    /// How far it has come.
    pub status: ::std::option::Option<WorkflowStepExecutionStatus>,
    /// How far undoing the step has come, if it was begun.
    pub rollback_status: ::std::option::Option<WorkflowStepExecutionRollbackStatus>,
    /// What is to be said about it, in words.
    pub message: ::std::option::Option<WorkflowStepMessage>,
    /// What the step was given.
    pub inputs: ::std::option::Option<::std::string::String>,
    /// What the step produced.
    pub outputs: ::std::option::Option<::std::string::String>,
    /// When it began.
    pub start_time: ::std::option::Option<::std::string::String>,
    /// When it ended.
    pub end_time: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    WorkflowStepMetadata, super::schema::WORKFLOW_STEP_METADATA, step_execution_id = 0,
    name = 1, description = 2, action = 3, status = 4, rollback_status = 5, message = 6,
    inputs = 7, outputs = 8, start_time = 9, end_time = 10
}

/// The name that the workflow document gives a step.
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
/// Which kind of work a workflow does.
pub enum WorkflowType {
    /// Makes the image.
    Build,
    /// Tries the image.
    Test,
    /// Hands the image out.
    Distribution,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    WorkflowType, super::schema::WORKFLOW_TYPE, Build = "BUILD", Test = "TEST",
    Distribution = "DISTRIBUTION"
}
