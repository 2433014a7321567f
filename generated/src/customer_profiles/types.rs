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

/// Builder of [`AccessDeniedException`].
#[must_use]
pub struct AccessDeniedExceptionBuilder<C = ()>(
    pub(super) rt::Builder<AccessDeniedException, C>,
);

rt::builder!(AccessDeniedExceptionBuilder, AccessDeniedException);

impl<C> AccessDeniedExceptionBuilder<C> {
    /// See [`message`](AccessDeniedException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](AccessDeniedException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    AppflowIntegrationWorkflowStep, super::schema::APPFLOW_INTEGRATION_WORKFLOW_STEP,
    flow_name = 0, status = 1, execution_message = 2, records_processed = 3,
    batch_records_start_time = 4, batch_records_end_time = 5, created_at = 6,
    last_updated_at = 7
}

/// Builder of [`AppflowIntegrationWorkflowStep`].
#[must_use]
pub struct AppflowIntegrationWorkflowStepBuilder<C = ()>(
    pub(super) rt::Builder<AppflowIntegrationWorkflowStep, C>,
);

rt::builder!(AppflowIntegrationWorkflowStepBuilder, AppflowIntegrationWorkflowStep);

impl<C> AppflowIntegrationWorkflowStepBuilder<C> {
    /// See [`flow_name`](AppflowIntegrationWorkflowStep::flow_name).
    pub fn flow_name(self, value: impl rt::IntoMember<FlowName>) -> Self {
        rt::set!(self, flow_name, value)
    }

    /// Replaces or unsets [`flow_name`](AppflowIntegrationWorkflowStep::flow_name).
    pub fn set_flow_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<FlowName>>,
    ) -> Self {
        rt::replace!(self, flow_name, value)
    }

    /// See [`status`](AppflowIntegrationWorkflowStep::status).
    pub fn status(self, value: impl rt::IntoMember<Status>) -> Self {
        rt::set!(self, status, value)
    }

    /// Replaces or unsets [`status`](AppflowIntegrationWorkflowStep::status).
    pub fn set_status(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Status>>,
    ) -> Self {
        rt::replace!(self, status, value)
    }

    /// See [`execution_message`](AppflowIntegrationWorkflowStep::execution_message).
    pub fn execution_message(self, value: impl rt::IntoMember<String1To255>) -> Self {
        rt::set!(self, execution_message, value)
    }

    /// Replaces or unsets [`execution_message`](AppflowIntegrationWorkflowStep::execution_message).
    pub fn set_execution_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<String1To255>>,
    ) -> Self {
        rt::replace!(self, execution_message, value)
    }

    /// See [`records_processed`](AppflowIntegrationWorkflowStep::records_processed).
    pub fn records_processed(self, value: impl rt::IntoMember<i64>) -> Self {
        rt::set!(self, records_processed, value)
    }

    /// Replaces or unsets [`records_processed`](AppflowIntegrationWorkflowStep::records_processed).
    pub fn set_records_processed(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i64>>,
    ) -> Self {
        rt::replace!(self, records_processed, value)
    }

    /// See [`batch_records_start_time`](AppflowIntegrationWorkflowStep::batch_records_start_time).
    pub fn batch_records_start_time(
        self,
        value: impl rt::IntoMember<String1To255>,
    ) -> Self {
        rt::set!(self, batch_records_start_time, value)
    }

    /// Replaces or unsets [`batch_records_start_time`](AppflowIntegrationWorkflowStep::batch_records_start_time).
    pub fn set_batch_records_start_time(
        self,
        value: ::std::option::Option<impl rt::IntoMember<String1To255>>,
    ) -> Self {
        rt::replace!(self, batch_records_start_time, value)
    }

    /// See [`batch_records_end_time`](AppflowIntegrationWorkflowStep::batch_records_end_time).
    pub fn batch_records_end_time(
        self,
        value: impl rt::IntoMember<String1To255>,
    ) -> Self {
        rt::set!(self, batch_records_end_time, value)
    }

    /// Replaces or unsets [`batch_records_end_time`](AppflowIntegrationWorkflowStep::batch_records_end_time).
    pub fn set_batch_records_end_time(
        self,
        value: ::std::option::Option<impl rt::IntoMember<String1To255>>,
    ) -> Self {
        rt::replace!(self, batch_records_end_time, value)
    }

    /// See [`created_at`](AppflowIntegrationWorkflowStep::created_at).
    pub fn created_at(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, created_at, value)
    }

    /// Replaces or unsets [`created_at`](AppflowIntegrationWorkflowStep::created_at).
    pub fn set_created_at(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, created_at, value)
    }

    /// See [`last_updated_at`](AppflowIntegrationWorkflowStep::last_updated_at).
    pub fn last_updated_at(
        self,
        value: impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
    ) -> Self {
        rt::set!(self, last_updated_at, value)
    }

    /// Replaces or unsets [`last_updated_at`](AppflowIntegrationWorkflowStep::last_updated_at).
    pub fn set_last_updated_at(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::whitesmith_runtime::types::Timestamp>,
        >,
    ) -> Self {
        rt::replace!(self, last_updated_at, value)
    }
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

/// Builder of [`BadRequestException`].
#[must_use]
pub struct BadRequestExceptionBuilder<C = ()>(
    pub(super) rt::Builder<BadRequestException, C>,
);

rt::builder!(BadRequestExceptionBuilder, BadRequestException);

impl<C> BadRequestExceptionBuilder<C> {
    /// See [`message`](BadRequestException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](BadRequestException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    GetWorkflowStepsInput, super::schema::GET_WORKFLOW_STEPS_INPUT, domain_name = 0,
    workflow_id = 1, next_token = 2, max_results = 3
}

/// Builder of [`GetWorkflowStepsInput`].
#[must_use]
pub struct GetWorkflowStepsInputBuilder<C = ()>(
    pub(super) rt::Builder<GetWorkflowStepsInput, C>,
);

rt::builder!(GetWorkflowStepsInputBuilder, GetWorkflowStepsInput);

impl<C> GetWorkflowStepsInputBuilder<C> {
    /// See [`domain_name`](GetWorkflowStepsInput::domain_name).
    pub fn domain_name(self, value: impl rt::IntoMember<Name>) -> Self {
        rt::set!(self, domain_name, value)
    }

    /// Replaces or unsets [`domain_name`](GetWorkflowStepsInput::domain_name).
    pub fn set_domain_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Name>>,
    ) -> Self {
        rt::replace!(self, domain_name, value)
    }

    /// See [`workflow_id`](GetWorkflowStepsInput::workflow_id).
    pub fn workflow_id(self, value: impl rt::IntoMember<Uuid>) -> Self {
        rt::set!(self, workflow_id, value)
    }

    /// Replaces or unsets [`workflow_id`](GetWorkflowStepsInput::workflow_id).
    pub fn set_workflow_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Uuid>>,
    ) -> Self {
        rt::replace!(self, workflow_id, value)
    }

    /// See [`next_token`](GetWorkflowStepsInput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<Token>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](GetWorkflowStepsInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Token>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }

    /// See [`max_results`](GetWorkflowStepsInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<MaxSize100>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](GetWorkflowStepsInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<MaxSize100>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }
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

/// Builder of [`GetWorkflowStepsOutput`].
#[must_use]
pub struct GetWorkflowStepsOutputBuilder<C = ()>(
    pub(super) rt::Builder<GetWorkflowStepsOutput, C>,
);

rt::builder!(GetWorkflowStepsOutputBuilder, GetWorkflowStepsOutput);

impl<C> GetWorkflowStepsOutputBuilder<C> {
    /// See [`workflow_id`](GetWorkflowStepsOutput::workflow_id).
    pub fn workflow_id(self, value: impl rt::IntoMember<Uuid>) -> Self {
        rt::set!(self, workflow_id, value)
    }

    /// Replaces or unsets [`workflow_id`](GetWorkflowStepsOutput::workflow_id).
    pub fn set_workflow_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Uuid>>,
    ) -> Self {
        rt::replace!(self, workflow_id, value)
    }

    /// See [`workflow_type`](GetWorkflowStepsOutput::workflow_type).
    pub fn workflow_type(self, value: impl rt::IntoMember<WorkflowType>) -> Self {
        rt::set!(self, workflow_type, value)
    }

    /// Replaces or unsets [`workflow_type`](GetWorkflowStepsOutput::workflow_type).
    pub fn set_workflow_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowType>>,
    ) -> Self {
        rt::replace!(self, workflow_type, value)
    }

    /// Adds an element to [`items`](GetWorkflowStepsOutput::items).
    pub fn items(self, element: impl rt::IntoMember<WorkflowStepItem>) -> Self {
        rt::append!(self, items, element)
    }

    /// Replaces or unsets [`items`](GetWorkflowStepsOutput::items).
    pub fn set_items(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<WorkflowStepItem>>,
        >,
    ) -> Self {
        rt::replace!(self, items, value)
    }

    /// See [`next_token`](GetWorkflowStepsOutput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<Token>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](GetWorkflowStepsOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<Token>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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

/// Builder of [`InternalServerException`].
#[must_use]
pub struct InternalServerExceptionBuilder<C = ()>(
    pub(super) rt::Builder<InternalServerException, C>,
);

rt::builder!(InternalServerExceptionBuilder, InternalServerException);

impl<C> InternalServerExceptionBuilder<C> {
    /// See [`message`](InternalServerException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InternalServerException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`ResourceNotFoundException`].
#[must_use]
pub struct ResourceNotFoundExceptionBuilder<C = ()>(
    pub(super) rt::Builder<ResourceNotFoundException, C>,
);

rt::builder!(ResourceNotFoundExceptionBuilder, ResourceNotFoundException);

impl<C> ResourceNotFoundExceptionBuilder<C> {
    /// See [`message`](ResourceNotFoundException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ResourceNotFoundException::message).
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

/// Builder of [`ThrottlingException`].
#[must_use]
pub struct ThrottlingExceptionBuilder<C = ()>(
    pub(super) rt::Builder<ThrottlingException, C>,
);

rt::builder!(ThrottlingExceptionBuilder, ThrottlingException);

impl<C> ThrottlingExceptionBuilder<C> {
    /// See [`message`](ThrottlingException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ThrottlingException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`WorkflowStepItem`].
#[must_use]
pub struct WorkflowStepItemBuilder<C = ()>(pub(super) rt::Builder<WorkflowStepItem, C>);

rt::builder!(WorkflowStepItemBuilder, WorkflowStepItem);

impl<C> WorkflowStepItemBuilder<C> {
    /// See [`appflow_integration`](WorkflowStepItem::appflow_integration).
    pub fn appflow_integration(
        self,
        value: impl rt::IntoMember<AppflowIntegrationWorkflowStep>,
    ) -> Self {
        rt::set!(self, appflow_integration, value)
    }

    /// Replaces or unsets [`appflow_integration`](WorkflowStepItem::appflow_integration).
    pub fn set_appflow_integration(
        self,
        value: ::std::option::Option<impl rt::IntoMember<AppflowIntegrationWorkflowStep>>,
    ) -> Self {
        rt::replace!(self, appflow_integration, value)
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
