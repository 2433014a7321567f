// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `ImageBuilder`.

use super::types;
use ::whitesmith_runtime as rt;

/// What `ListWorkflowExecutions` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListWorkflowExecutionsError {
    /// See [`types::CallRateLimitExceededException`].
    CallRateLimitExceeded(types::CallRateLimitExceededException),
    /// See [`types::ClientException`].
    Client(types::ClientException),
    /// See [`types::ForbiddenException`].
    Forbidden(types::ForbiddenException),
    /// See [`types::InvalidPaginationTokenException`].
    InvalidPaginationToken(types::InvalidPaginationTokenException),
    /// See [`types::InvalidRequestException`].
    InvalidRequest(types::InvalidRequestException),
    /// See [`types::ServiceException`].
    Service(types::ServiceException),
    /// See [`types::ServiceUnavailableException`].
    ServiceUnavailable(types::ServiceUnavailableException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListWorkflowExecutionsError,
    CallRateLimitExceeded(types::CallRateLimitExceededException) = 0,
    Client(types::ClientException) = 1, Forbidden(types::ForbiddenException) = 2,
    InvalidPaginationToken(types::InvalidPaginationTokenException) = 3,
    InvalidRequest(types::InvalidRequestException) = 4, Service(types::ServiceException)
    = 5, ServiceUnavailable(types::ServiceUnavailableException) = 6
}

/// What `ListWorkflowStepExecutions` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListWorkflowStepExecutionsError {
    /// See [`types::CallRateLimitExceededException`].
    CallRateLimitExceeded(types::CallRateLimitExceededException),
    /// See [`types::ClientException`].
    Client(types::ClientException),
    /// See [`types::ForbiddenException`].
    Forbidden(types::ForbiddenException),
    /// See [`types::InvalidPaginationTokenException`].
    InvalidPaginationToken(types::InvalidPaginationTokenException),
    /// See [`types::InvalidRequestException`].
    InvalidRequest(types::InvalidRequestException),
    /// See [`types::ServiceException`].
    Service(types::ServiceException),
    /// See [`types::ServiceUnavailableException`].
    ServiceUnavailable(types::ServiceUnavailableException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListWorkflowStepExecutionsError,
    CallRateLimitExceeded(types::CallRateLimitExceededException) = 0,
    Client(types::ClientException) = 1, Forbidden(types::ForbiddenException) = 2,
    InvalidPaginationToken(types::InvalidPaginationTokenException) = 3,
    InvalidRequest(types::InvalidRequestException) = 4, Service(types::ServiceException)
    = 5, ServiceUnavailable(types::ServiceUnavailableException) = 6
}
