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

/// Builder of [`CallRateLimitExceededException`].
#[must_use]
pub struct CallRateLimitExceededExceptionBuilder<C = ()>(
    pub(super) rt::Builder<CallRateLimitExceededException, C>,
);

rt::builder!(CallRateLimitExceededExceptionBuilder, CallRateLimitExceededException);

impl<C> CallRateLimitExceededExceptionBuilder<C> {
    /// See [`message`](CallRateLimitExceededException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](CallRateLimitExceededException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`ClientException`].
#[must_use]
pub struct ClientExceptionBuilder<C = ()>(pub(super) rt::Builder<ClientException, C>);

rt::builder!(ClientExceptionBuilder, ClientException);

impl<C> ClientExceptionBuilder<C> {
    /// See [`message`](ClientException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ClientException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`ForbiddenException`].
#[must_use]
pub struct ForbiddenExceptionBuilder<C = ()>(
    pub(super) rt::Builder<ForbiddenException, C>,
);

rt::builder!(ForbiddenExceptionBuilder, ForbiddenException);

impl<C> ForbiddenExceptionBuilder<C> {
    /// See [`message`](ForbiddenException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ForbiddenException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidPaginationTokenException`].
#[must_use]
pub struct InvalidPaginationTokenExceptionBuilder<C = ()>(
    pub(super) rt::Builder<InvalidPaginationTokenException, C>,
);

rt::builder!(InvalidPaginationTokenExceptionBuilder, InvalidPaginationTokenException);

impl<C> InvalidPaginationTokenExceptionBuilder<C> {
    /// See [`message`](InvalidPaginationTokenException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidPaginationTokenException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`InvalidRequestException`].
#[must_use]
pub struct InvalidRequestExceptionBuilder<C = ()>(
    pub(super) rt::Builder<InvalidRequestException, C>,
);

rt::builder!(InvalidRequestExceptionBuilder, InvalidRequestException);

impl<C> InvalidRequestExceptionBuilder<C> {
    /// See [`message`](InvalidRequestException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](InvalidRequestException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

rt::structure! {
    ListWorkflowExecutionsInput, super::schema::LIST_WORKFLOW_EXECUTIONS_INPUT,
    max_results = 0, next_token = 1, image_build_version_arn = 2
}

/// Builder of [`ListWorkflowExecutionsInput`].
#[must_use]
pub struct ListWorkflowExecutionsInputBuilder<C = ()>(
    pub(super) rt::Builder<ListWorkflowExecutionsInput, C>,
);

rt::builder!(ListWorkflowExecutionsInputBuilder, ListWorkflowExecutionsInput);

impl<C> ListWorkflowExecutionsInputBuilder<C> {
    /// See [`max_results`](ListWorkflowExecutionsInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<RestrictedInteger>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](ListWorkflowExecutionsInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<RestrictedInteger>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }

    /// See [`next_token`](ListWorkflowExecutionsInput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PaginationToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListWorkflowExecutionsInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PaginationToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }

    /// See [`image_build_version_arn`](ListWorkflowExecutionsInput::image_build_version_arn).
    pub fn image_build_version_arn(
        self,
        value: impl rt::IntoMember<ImageBuildVersionArn>,
    ) -> Self {
        rt::set!(self, image_build_version_arn, value)
    }

    /// Replaces or unsets [`image_build_version_arn`](ListWorkflowExecutionsInput::image_build_version_arn).
    pub fn set_image_build_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ImageBuildVersionArn>>,
    ) -> Self {
        rt::replace!(self, image_build_version_arn, value)
    }
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

/// Builder of [`ListWorkflowExecutionsOutput`].
#[must_use]
pub struct ListWorkflowExecutionsOutputBuilder<C = ()>(
    pub(super) rt::Builder<ListWorkflowExecutionsOutput, C>,
);

rt::builder!(ListWorkflowExecutionsOutputBuilder, ListWorkflowExecutionsOutput);

impl<C> ListWorkflowExecutionsOutputBuilder<C> {
    /// See [`request_id`](ListWorkflowExecutionsOutput::request_id).
    pub fn request_id(self, value: impl rt::IntoMember<NonEmptyString>) -> Self {
        rt::set!(self, request_id, value)
    }

    /// Replaces or unsets [`request_id`](ListWorkflowExecutionsOutput::request_id).
    pub fn set_request_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<NonEmptyString>>,
    ) -> Self {
        rt::replace!(self, request_id, value)
    }

    /// Adds an element to [`workflow_executions`](ListWorkflowExecutionsOutput::workflow_executions).
    pub fn workflow_executions(
        self,
        element: impl rt::IntoMember<WorkflowExecutionMetadata>,
    ) -> Self {
        rt::append!(self, workflow_executions, element)
    }

    /// Replaces or unsets [`workflow_executions`](ListWorkflowExecutionsOutput::workflow_executions).
    pub fn set_workflow_executions(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<WorkflowExecutionMetadata>>,
        >,
    ) -> Self {
        rt::replace!(self, workflow_executions, value)
    }

    /// See [`image_build_version_arn`](ListWorkflowExecutionsOutput::image_build_version_arn).
    pub fn image_build_version_arn(
        self,
        value: impl rt::IntoMember<ImageBuildVersionArn>,
    ) -> Self {
        rt::set!(self, image_build_version_arn, value)
    }

    /// Replaces or unsets [`image_build_version_arn`](ListWorkflowExecutionsOutput::image_build_version_arn).
    pub fn set_image_build_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ImageBuildVersionArn>>,
    ) -> Self {
        rt::replace!(self, image_build_version_arn, value)
    }

    /// See [`message`](ListWorkflowExecutionsOutput::message).
    pub fn message(self, value: impl rt::IntoMember<ImageBuildMessage>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ListWorkflowExecutionsOutput::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ImageBuildMessage>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`next_token`](ListWorkflowExecutionsOutput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PaginationToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListWorkflowExecutionsOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PaginationToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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

rt::structure! {
    ListWorkflowStepExecutionsInput, super::schema::LIST_WORKFLOW_STEP_EXECUTIONS_INPUT,
    max_results = 0, next_token = 1, workflow_execution_id = 2
}

/// Builder of [`ListWorkflowStepExecutionsInput`].
#[must_use]
pub struct ListWorkflowStepExecutionsInputBuilder<C = ()>(
    pub(super) rt::Builder<ListWorkflowStepExecutionsInput, C>,
);

rt::builder!(ListWorkflowStepExecutionsInputBuilder, ListWorkflowStepExecutionsInput);

impl<C> ListWorkflowStepExecutionsInputBuilder<C> {
    /// See [`max_results`](ListWorkflowStepExecutionsInput::max_results).
    pub fn max_results(self, value: impl rt::IntoMember<RestrictedInteger>) -> Self {
        rt::set!(self, max_results, value)
    }

    /// Replaces or unsets [`max_results`](ListWorkflowStepExecutionsInput::max_results).
    pub fn set_max_results(
        self,
        value: ::std::option::Option<impl rt::IntoMember<RestrictedInteger>>,
    ) -> Self {
        rt::replace!(self, max_results, value)
    }

    /// See [`next_token`](ListWorkflowStepExecutionsInput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PaginationToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListWorkflowStepExecutionsInput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PaginationToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }

    /// See [`workflow_execution_id`](ListWorkflowStepExecutionsInput::workflow_execution_id).
    pub fn workflow_execution_id(
        self,
        value: impl rt::IntoMember<WorkflowExecutionId>,
    ) -> Self {
        rt::set!(self, workflow_execution_id, value)
    }

    /// Replaces or unsets [`workflow_execution_id`](ListWorkflowStepExecutionsInput::workflow_execution_id).
    pub fn set_workflow_execution_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowExecutionId>>,
    ) -> Self {
        rt::replace!(self, workflow_execution_id, value)
    }
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

/// Builder of [`ListWorkflowStepExecutionsOutput`].
#[must_use]
pub struct ListWorkflowStepExecutionsOutputBuilder<C = ()>(
    pub(super) rt::Builder<ListWorkflowStepExecutionsOutput, C>,
);

rt::builder!(ListWorkflowStepExecutionsOutputBuilder, ListWorkflowStepExecutionsOutput);

impl<C> ListWorkflowStepExecutionsOutputBuilder<C> {
    /// See [`request_id`](ListWorkflowStepExecutionsOutput::request_id).
    pub fn request_id(self, value: impl rt::IntoMember<NonEmptyString>) -> Self {
        rt::set!(self, request_id, value)
    }

    /// Replaces or unsets [`request_id`](ListWorkflowStepExecutionsOutput::request_id).
    pub fn set_request_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<NonEmptyString>>,
    ) -> Self {
        rt::replace!(self, request_id, value)
    }

    /// Adds an element to [`steps`](ListWorkflowStepExecutionsOutput::steps).
    pub fn steps(self, element: impl rt::IntoMember<WorkflowStepMetadata>) -> Self {
        rt::append!(self, steps, element)
    }

    /// Replaces or unsets [`steps`](ListWorkflowStepExecutionsOutput::steps).
    pub fn set_steps(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<::std::vec::Vec<WorkflowStepMetadata>>,
        >,
    ) -> Self {
        rt::replace!(self, steps, value)
    }

    /// See [`workflow_build_version_arn`](ListWorkflowStepExecutionsOutput::workflow_build_version_arn).
    pub fn workflow_build_version_arn(
        self,
        value: impl rt::IntoMember<WorkflowBuildVersionArn>,
    ) -> Self {
        rt::set!(self, workflow_build_version_arn, value)
    }

    /// Replaces or unsets [`workflow_build_version_arn`](ListWorkflowStepExecutionsOutput::workflow_build_version_arn).
    pub fn set_workflow_build_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowBuildVersionArn>>,
    ) -> Self {
        rt::replace!(self, workflow_build_version_arn, value)
    }

    /// See [`workflow_execution_id`](ListWorkflowStepExecutionsOutput::workflow_execution_id).
    pub fn workflow_execution_id(
        self,
        value: impl rt::IntoMember<WorkflowExecutionId>,
    ) -> Self {
        rt::set!(self, workflow_execution_id, value)
    }

    /// Replaces or unsets [`workflow_execution_id`](ListWorkflowStepExecutionsOutput::workflow_execution_id).
    pub fn set_workflow_execution_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowExecutionId>>,
    ) -> Self {
        rt::replace!(self, workflow_execution_id, value)
    }

    /// See [`image_build_version_arn`](ListWorkflowStepExecutionsOutput::image_build_version_arn).
    pub fn image_build_version_arn(
        self,
        value: impl rt::IntoMember<ImageBuildVersionArn>,
    ) -> Self {
        rt::set!(self, image_build_version_arn, value)
    }

    /// Replaces or unsets [`image_build_version_arn`](ListWorkflowStepExecutionsOutput::image_build_version_arn).
    pub fn set_image_build_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ImageBuildVersionArn>>,
    ) -> Self {
        rt::replace!(self, image_build_version_arn, value)
    }

    /// See [`message`](ListWorkflowStepExecutionsOutput::message).
    pub fn message(self, value: impl rt::IntoMember<ImageBuildMessage>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ListWorkflowStepExecutionsOutput::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ImageBuildMessage>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`next_token`](ListWorkflowStepExecutionsOutput::next_token).
    pub fn next_token(self, value: impl rt::IntoMember<PaginationToken>) -> Self {
        rt::set!(self, next_token, value)
    }

    /// Replaces or unsets [`next_token`](ListWorkflowStepExecutionsOutput::next_token).
    pub fn set_next_token(
        self,
        value: ::std::option::Option<impl rt::IntoMember<PaginationToken>>,
    ) -> Self {
        rt::replace!(self, next_token, value)
    }
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

/// Builder of [`ServiceException`].
#[must_use]
pub struct ServiceExceptionBuilder<C = ()>(pub(super) rt::Builder<ServiceException, C>);

rt::builder!(ServiceExceptionBuilder, ServiceException);

impl<C> ServiceExceptionBuilder<C> {
    /// See [`message`](ServiceException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ServiceException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`ServiceUnavailableException`].
#[must_use]
pub struct ServiceUnavailableExceptionBuilder<C = ()>(
    pub(super) rt::Builder<ServiceUnavailableException, C>,
);

rt::builder!(ServiceUnavailableExceptionBuilder, ServiceUnavailableException);

impl<C> ServiceUnavailableExceptionBuilder<C> {
    /// See [`message`](ServiceUnavailableException::message).
    pub fn message(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](ServiceUnavailableException::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }
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

/// Builder of [`WorkflowExecutionMetadata`].
#[must_use]
pub struct WorkflowExecutionMetadataBuilder<C = ()>(
    pub(super) rt::Builder<WorkflowExecutionMetadata, C>,
);

rt::builder!(WorkflowExecutionMetadataBuilder, WorkflowExecutionMetadata);

impl<C> WorkflowExecutionMetadataBuilder<C> {
    /// See [`workflow_build_version_arn`](WorkflowExecutionMetadata::workflow_build_version_arn).
    pub fn workflow_build_version_arn(
        self,
        value: impl rt::IntoMember<WorkflowBuildVersionArn>,
    ) -> Self {
        rt::set!(self, workflow_build_version_arn, value)
    }

    /// Replaces or unsets [`workflow_build_version_arn`](WorkflowExecutionMetadata::workflow_build_version_arn).
    pub fn set_workflow_build_version_arn(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowBuildVersionArn>>,
    ) -> Self {
        rt::replace!(self, workflow_build_version_arn, value)
    }

    /// See [`workflow_execution_id`](WorkflowExecutionMetadata::workflow_execution_id).
    pub fn workflow_execution_id(
        self,
        value: impl rt::IntoMember<WorkflowExecutionId>,
    ) -> Self {
        rt::set!(self, workflow_execution_id, value)
    }

    /// Replaces or unsets [`workflow_execution_id`](WorkflowExecutionMetadata::workflow_execution_id).
    pub fn set_workflow_execution_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowExecutionId>>,
    ) -> Self {
        rt::replace!(self, workflow_execution_id, value)
    }

    /// See [`type`](WorkflowExecutionMetadata::type).
    pub fn r#type(self, value: impl rt::IntoMember<WorkflowType>) -> Self {
        rt::set!(self, r#type, value)
    }

    /// Replaces or unsets [`type`](WorkflowExecutionMetadata::type).
    pub fn set_type(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowType>>,
    ) -> Self {
        rt::replace!(self, r#type, value)
    }

    /// See [`status`](WorkflowExecutionMetadata::status).
    pub fn status(self, value: impl rt::IntoMember<WorkflowExecutionStatus>) -> Self {
        rt::set!(self, status, value)
    }

    /// Replaces or unsets [`status`](WorkflowExecutionMetadata::status).
    pub fn set_status(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowExecutionStatus>>,
    ) -> Self {
        rt::replace!(self, status, value)
    }

    /// See [`message`](WorkflowExecutionMetadata::message).
    pub fn message(self, value: impl rt::IntoMember<WorkflowExecutionMessage>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](WorkflowExecutionMetadata::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowExecutionMessage>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`total_step_count`](WorkflowExecutionMetadata::total_step_count).
    pub fn total_step_count(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, total_step_count, value)
    }

    /// Replaces or unsets [`total_step_count`](WorkflowExecutionMetadata::total_step_count).
    pub fn set_total_step_count(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, total_step_count, value)
    }

    /// See [`total_steps_succeeded`](WorkflowExecutionMetadata::total_steps_succeeded).
    pub fn total_steps_succeeded(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, total_steps_succeeded, value)
    }

    /// Replaces or unsets [`total_steps_succeeded`](WorkflowExecutionMetadata::total_steps_succeeded).
    pub fn set_total_steps_succeeded(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, total_steps_succeeded, value)
    }

    /// See [`total_steps_failed`](WorkflowExecutionMetadata::total_steps_failed).
    pub fn total_steps_failed(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, total_steps_failed, value)
    }

    /// Replaces or unsets [`total_steps_failed`](WorkflowExecutionMetadata::total_steps_failed).
    pub fn set_total_steps_failed(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, total_steps_failed, value)
    }

    /// See [`total_steps_skipped`](WorkflowExecutionMetadata::total_steps_skipped).
    pub fn total_steps_skipped(self, value: impl rt::IntoMember<i32>) -> Self {
        rt::set!(self, total_steps_skipped, value)
    }

    /// Replaces or unsets [`total_steps_skipped`](WorkflowExecutionMetadata::total_steps_skipped).
    pub fn set_total_steps_skipped(
        self,
        value: ::std::option::Option<impl rt::IntoMember<i32>>,
    ) -> Self {
        rt::replace!(self, total_steps_skipped, value)
    }

    /// See [`start_time`](WorkflowExecutionMetadata::start_time).
    pub fn start_time(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, start_time, value)
    }

    /// Replaces or unsets [`start_time`](WorkflowExecutionMetadata::start_time).
    pub fn set_start_time(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, start_time, value)
    }

    /// See [`end_time`](WorkflowExecutionMetadata::end_time).
    pub fn end_time(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, end_time, value)
    }

    /// Replaces or unsets [`end_time`](WorkflowExecutionMetadata::end_time).
    pub fn set_end_time(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, end_time, value)
    }

    /// See [`parallel_group`](WorkflowExecutionMetadata::parallel_group).
    pub fn parallel_group(self, value: impl rt::IntoMember<ParallelGroup>) -> Self {
        rt::set!(self, parallel_group, value)
    }

    /// Replaces or unsets [`parallel_group`](WorkflowExecutionMetadata::parallel_group).
    pub fn set_parallel_group(
        self,
        value: ::std::option::Option<impl rt::IntoMember<ParallelGroup>>,
    ) -> Self {
        rt::replace!(self, parallel_group, value)
    }

    /// See [`retried`](WorkflowExecutionMetadata::retried).
    pub fn retried(self, value: impl rt::IntoMember<bool>) -> Self {
        rt::set!(self, retried, value)
    }

    /// Replaces or unsets [`retried`](WorkflowExecutionMetadata::retried).
    pub fn set_retried(
        self,
        value: ::std::option::Option<impl rt::IntoMember<bool>>,
    ) -> Self {
        rt::replace!(self, retried, value)
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

/// Builder of [`WorkflowStepMetadata`].
#[must_use]
pub struct WorkflowStepMetadataBuilder<C = ()>(
    pub(super) rt::Builder<WorkflowStepMetadata, C>,
);

rt::builder!(WorkflowStepMetadataBuilder, WorkflowStepMetadata);

impl<C> WorkflowStepMetadataBuilder<C> {
    /// See [`step_execution_id`](WorkflowStepMetadata::step_execution_id).
    pub fn step_execution_id(
        self,
        value: impl rt::IntoMember<WorkflowStepExecutionId>,
    ) -> Self {
        rt::set!(self, step_execution_id, value)
    }

    /// Replaces or unsets [`step_execution_id`](WorkflowStepMetadata::step_execution_id).
    pub fn set_step_execution_id(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowStepExecutionId>>,
    ) -> Self {
        rt::replace!(self, step_execution_id, value)
    }

    /// See [`name`](WorkflowStepMetadata::name).
    pub fn name(self, value: impl rt::IntoMember<WorkflowStepName>) -> Self {
        rt::set!(self, name, value)
    }

    /// Replaces or unsets [`name`](WorkflowStepMetadata::name).
    pub fn set_name(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowStepName>>,
    ) -> Self {
        rt::replace!(self, name, value)
    }

    /// See [`description`](WorkflowStepMetadata::description).
    pub fn description(
        self,
        value: impl rt::IntoMember<WorkflowStepDescription>,
    ) -> Self {
        rt::set!(self, description, value)
    }

    /// Replaces or unsets [`description`](WorkflowStepMetadata::description).
    pub fn set_description(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowStepDescription>>,
    ) -> Self {
        rt::replace!(self, description, value)
    }

    /// See [`action`](WorkflowStepMetadata::action).
    pub fn action(self, value: impl rt::IntoMember<WorkflowStepAction>) -> Self {
        rt::set!(self, action, value)
    }

    /// Replaces or unsets [`action`](WorkflowStepMetadata::action).
    pub fn set_action(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowStepAction>>,
    ) -> Self {
        rt::replace!(self, action, value)
    }

    /// See [`status`](WorkflowStepMetadata::status).
    pub fn status(
        self,
        value: impl rt::IntoMember<WorkflowStepExecutionStatus>,
    ) -> Self {
        rt::set!(self, status, value)
    }

    /// Replaces or unsets [`status`](WorkflowStepMetadata::status).
    pub fn set_status(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowStepExecutionStatus>>,
    ) -> Self {
        rt::replace!(self, status, value)
    }

    /// See [`rollback_status`](WorkflowStepMetadata::rollback_status).
    pub fn rollback_status(
        self,
        value: impl rt::IntoMember<WorkflowStepExecutionRollbackStatus>,
    ) -> Self {
        rt::set!(self, rollback_status, value)
    }

    /// Replaces or unsets [`rollback_status`](WorkflowStepMetadata::rollback_status).
    pub fn set_rollback_status(
        self,
        value: ::std::option::Option<
            impl rt::IntoMember<WorkflowStepExecutionRollbackStatus>,
        >,
    ) -> Self {
        rt::replace!(self, rollback_status, value)
    }

    /// See [`message`](WorkflowStepMetadata::message).
    pub fn message(self, value: impl rt::IntoMember<WorkflowStepMessage>) -> Self {
        rt::set!(self, message, value)
    }

    /// Replaces or unsets [`message`](WorkflowStepMetadata::message).
    pub fn set_message(
        self,
        value: ::std::option::Option<impl rt::IntoMember<WorkflowStepMessage>>,
    ) -> Self {
        rt::replace!(self, message, value)
    }

    /// See [`inputs`](WorkflowStepMetadata::inputs).
    pub fn inputs(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, inputs, value)
    }

    /// Replaces or unsets [`inputs`](WorkflowStepMetadata::inputs).
    pub fn set_inputs(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, inputs, value)
    }

    /// See [`outputs`](WorkflowStepMetadata::outputs).
    pub fn outputs(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, outputs, value)
    }

    /// Replaces or unsets [`outputs`](WorkflowStepMetadata::outputs).
    pub fn set_outputs(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, outputs, value)
    }

    /// See [`start_time`](WorkflowStepMetadata::start_time).
    pub fn start_time(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, start_time, value)
    }

    /// Replaces or unsets [`start_time`](WorkflowStepMetadata::start_time).
    pub fn set_start_time(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, start_time, value)
    }

    /// See [`end_time`](WorkflowStepMetadata::end_time).
    pub fn end_time(self, value: impl rt::IntoMember<::std::string::String>) -> Self {
        rt::set!(self, end_time, value)
    }

    /// Replaces or unsets [`end_time`](WorkflowStepMetadata::end_time).
    pub fn set_end_time(
        self,
        value: ::std::option::Option<impl rt::IntoMember<::std::string::String>>,
    ) -> Self {
        rt::replace!(self, end_time, value)
    }
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
