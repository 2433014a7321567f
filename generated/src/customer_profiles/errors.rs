// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `CustomerProfiles`.

use super::types;
use ::whitesmith_runtime as rt;

/// What `GetWorkflowSteps` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum GetWorkflowStepsError {
    /// See [`types::AccessDeniedException`].
    AccessDenied(types::AccessDeniedException),
    /// See [`types::BadRequestException`].
    BadRequest(types::BadRequestException),
    /// See [`types::InternalServerException`].
    InternalServer(types::InternalServerException),
    /// See [`types::ResourceNotFoundException`].
    ResourceNotFound(types::ResourceNotFoundException),
    /// See [`types::ThrottlingException`].
    Throttling(types::ThrottlingException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    GetWorkflowStepsError, AccessDenied(types::AccessDeniedException) = 0,
    BadRequest(types::BadRequestException) = 1,
    InternalServer(types::InternalServerException) = 2,
    ResourceNotFound(types::ResourceNotFoundException) = 3,
    Throttling(types::ThrottlingException) = 4
}
