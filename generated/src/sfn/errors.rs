// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `StepFunctions`.

use super::types;
use ::whitesmith_runtime as rt;

/// What `CreateStateMachine` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum CreateStateMachineError {
    /// See [`types::ConflictException`].
    Conflict(types::ConflictException),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidDefinition`].
    InvalidDefinition(types::InvalidDefinition),
    /// See [`types::InvalidEncryptionConfiguration`].
    InvalidEncryptionConfiguration(types::InvalidEncryptionConfiguration),
    /// See [`types::InvalidLoggingConfiguration`].
    InvalidLoggingConfiguration(types::InvalidLoggingConfiguration),
    /// See [`types::InvalidName`].
    InvalidName(types::InvalidName),
    /// See [`types::InvalidTracingConfiguration`].
    InvalidTracingConfiguration(types::InvalidTracingConfiguration),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// See [`types::StateMachineAlreadyExists`].
    StateMachineAlreadyExists(types::StateMachineAlreadyExists),
    /// See [`types::StateMachineDeleting`].
    StateMachineDeleting(types::StateMachineDeleting),
    /// See [`types::StateMachineLimitExceeded`].
    StateMachineLimitExceeded(types::StateMachineLimitExceeded),
    /// See [`types::StateMachineTypeNotSupported`].
    StateMachineTypeNotSupported(types::StateMachineTypeNotSupported),
    /// See [`types::TooManyTags`].
    TooManyTags(types::TooManyTags),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    CreateStateMachineError, Conflict(types::ConflictException) = 0,
    InvalidArn(types::InvalidArn) = 1, InvalidDefinition(types::InvalidDefinition) = 2,
    InvalidEncryptionConfiguration(types::InvalidEncryptionConfiguration) = 3,
    InvalidLoggingConfiguration(types::InvalidLoggingConfiguration) = 4,
    InvalidName(types::InvalidName) = 5,
    InvalidTracingConfiguration(types::InvalidTracingConfiguration) = 6,
    KmsAccessDenied(types::KmsAccessDeniedException) = 7,
    KmsThrottling(types::KmsThrottlingException) = 8,
    StateMachineAlreadyExists(types::StateMachineAlreadyExists) = 9,
    StateMachineDeleting(types::StateMachineDeleting) = 10,
    StateMachineLimitExceeded(types::StateMachineLimitExceeded) = 11,
    StateMachineTypeNotSupported(types::StateMachineTypeNotSupported) = 12,
    TooManyTags(types::TooManyTags) = 13, Validation(types::ValidationException) = 14
}

/// What `CreateStateMachineAlias` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum CreateStateMachineAliasError {
    /// See [`types::ConflictException`].
    Conflict(types::ConflictException),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidName`].
    InvalidName(types::InvalidName),
    /// See [`types::ResourceNotFound`].
    ResourceNotFound(types::ResourceNotFound),
    /// See [`types::ServiceQuotaExceededException`].
    ServiceQuotaExceeded(types::ServiceQuotaExceededException),
    /// See [`types::StateMachineDeleting`].
    StateMachineDeleting(types::StateMachineDeleting),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    CreateStateMachineAliasError, Conflict(types::ConflictException) = 0,
    InvalidArn(types::InvalidArn) = 1, InvalidName(types::InvalidName) = 2,
    ResourceNotFound(types::ResourceNotFound) = 3,
    ServiceQuotaExceeded(types::ServiceQuotaExceededException) = 4,
    StateMachineDeleting(types::StateMachineDeleting) = 5,
    Validation(types::ValidationException) = 6
}

/// What `DeleteStateMachine` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DeleteStateMachineError {
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DeleteStateMachineError, InvalidArn(types::InvalidArn) = 0,
    Validation(types::ValidationException) = 1
}

/// What `DeleteStateMachineAlias` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DeleteStateMachineAliasError {
    /// See [`types::ConflictException`].
    Conflict(types::ConflictException),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::ResourceNotFound`].
    ResourceNotFound(types::ResourceNotFound),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DeleteStateMachineAliasError, Conflict(types::ConflictException) = 0,
    InvalidArn(types::InvalidArn) = 1, ResourceNotFound(types::ResourceNotFound) = 2,
    Validation(types::ValidationException) = 3
}

/// What `DeleteStateMachineVersion` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DeleteStateMachineVersionError {
    /// See [`types::ConflictException`].
    Conflict(types::ConflictException),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DeleteStateMachineVersionError, Conflict(types::ConflictException) = 0,
    InvalidArn(types::InvalidArn) = 1, Validation(types::ValidationException) = 2
}

/// What `DescribeExecution` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DescribeExecutionError {
    /// See [`types::ExecutionDoesNotExist`].
    ExecutionDoesNotExist(types::ExecutionDoesNotExist),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsInvalidStateException`].
    KmsInvalidState(types::KmsInvalidStateException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DescribeExecutionError, ExecutionDoesNotExist(types::ExecutionDoesNotExist) = 0,
    InvalidArn(types::InvalidArn) = 1, KmsAccessDenied(types::KmsAccessDeniedException) =
    2, KmsInvalidState(types::KmsInvalidStateException) = 3,
    KmsThrottling(types::KmsThrottlingException) = 4
}

/// What `DescribeStateMachine` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DescribeStateMachineError {
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsInvalidStateException`].
    KmsInvalidState(types::KmsInvalidStateException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// See [`types::StateMachineDoesNotExist`].
    StateMachineDoesNotExist(types::StateMachineDoesNotExist),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DescribeStateMachineError, InvalidArn(types::InvalidArn) = 0,
    KmsAccessDenied(types::KmsAccessDeniedException) = 1,
    KmsInvalidState(types::KmsInvalidStateException) = 2,
    KmsThrottling(types::KmsThrottlingException) = 3,
    StateMachineDoesNotExist(types::StateMachineDoesNotExist) = 4
}

/// What `DescribeStateMachineAlias` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DescribeStateMachineAliasError {
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::ResourceNotFound`].
    ResourceNotFound(types::ResourceNotFound),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DescribeStateMachineAliasError, InvalidArn(types::InvalidArn) = 0,
    ResourceNotFound(types::ResourceNotFound) = 1, Validation(types::ValidationException)
    = 2
}

/// What `DescribeStateMachineForExecution` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DescribeStateMachineForExecutionError {
    /// See [`types::ExecutionDoesNotExist`].
    ExecutionDoesNotExist(types::ExecutionDoesNotExist),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsInvalidStateException`].
    KmsInvalidState(types::KmsInvalidStateException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DescribeStateMachineForExecutionError,
    ExecutionDoesNotExist(types::ExecutionDoesNotExist) = 0,
    InvalidArn(types::InvalidArn) = 1, KmsAccessDenied(types::KmsAccessDeniedException) =
    2, KmsInvalidState(types::KmsInvalidStateException) = 3,
    KmsThrottling(types::KmsThrottlingException) = 4
}

/// What `GetExecutionHistory` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum GetExecutionHistoryError {
    /// See [`types::ExecutionDoesNotExist`].
    ExecutionDoesNotExist(types::ExecutionDoesNotExist),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidToken`].
    InvalidToken(types::InvalidToken),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsInvalidStateException`].
    KmsInvalidState(types::KmsInvalidStateException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    GetExecutionHistoryError, ExecutionDoesNotExist(types::ExecutionDoesNotExist) = 0,
    InvalidArn(types::InvalidArn) = 1, InvalidToken(types::InvalidToken) = 2,
    KmsAccessDenied(types::KmsAccessDeniedException) = 3,
    KmsInvalidState(types::KmsInvalidStateException) = 4,
    KmsThrottling(types::KmsThrottlingException) = 5
}

/// What `ListExecutions` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListExecutionsError {
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidToken`].
    InvalidToken(types::InvalidToken),
    /// See [`types::ResourceNotFound`].
    ResourceNotFound(types::ResourceNotFound),
    /// See [`types::StateMachineDoesNotExist`].
    StateMachineDoesNotExist(types::StateMachineDoesNotExist),
    /// See [`types::StateMachineTypeNotSupported`].
    StateMachineTypeNotSupported(types::StateMachineTypeNotSupported),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListExecutionsError, InvalidArn(types::InvalidArn) = 0,
    InvalidToken(types::InvalidToken) = 1, ResourceNotFound(types::ResourceNotFound) = 2,
    StateMachineDoesNotExist(types::StateMachineDoesNotExist) = 3,
    StateMachineTypeNotSupported(types::StateMachineTypeNotSupported) = 4,
    Validation(types::ValidationException) = 5
}

/// What `ListStateMachineAliases` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListStateMachineAliasesError {
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidToken`].
    InvalidToken(types::InvalidToken),
    /// See [`types::ResourceNotFound`].
    ResourceNotFound(types::ResourceNotFound),
    /// See [`types::StateMachineDeleting`].
    StateMachineDeleting(types::StateMachineDeleting),
    /// See [`types::StateMachineDoesNotExist`].
    StateMachineDoesNotExist(types::StateMachineDoesNotExist),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListStateMachineAliasesError, InvalidArn(types::InvalidArn) = 0,
    InvalidToken(types::InvalidToken) = 1, ResourceNotFound(types::ResourceNotFound) = 2,
    StateMachineDeleting(types::StateMachineDeleting) = 3,
    StateMachineDoesNotExist(types::StateMachineDoesNotExist) = 4
}

/// What `ListStateMachineVersions` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListStateMachineVersionsError {
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidToken`].
    InvalidToken(types::InvalidToken),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListStateMachineVersionsError, InvalidArn(types::InvalidArn) = 0,
    InvalidToken(types::InvalidToken) = 1, Validation(types::ValidationException) = 2
}

/// What `ListStateMachines` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListStateMachinesError {
    /// See [`types::InvalidToken`].
    InvalidToken(types::InvalidToken),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListStateMachinesError, InvalidToken(types::InvalidToken) = 0
}

/// What `PublishStateMachineVersion` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum PublishStateMachineVersionError {
    /// See [`types::ConflictException`].
    Conflict(types::ConflictException),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::ServiceQuotaExceededException`].
    ServiceQuotaExceeded(types::ServiceQuotaExceededException),
    /// See [`types::StateMachineDeleting`].
    StateMachineDeleting(types::StateMachineDeleting),
    /// See [`types::StateMachineDoesNotExist`].
    StateMachineDoesNotExist(types::StateMachineDoesNotExist),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    PublishStateMachineVersionError, Conflict(types::ConflictException) = 0,
    InvalidArn(types::InvalidArn) = 1,
    ServiceQuotaExceeded(types::ServiceQuotaExceededException) = 2,
    StateMachineDeleting(types::StateMachineDeleting) = 3,
    StateMachineDoesNotExist(types::StateMachineDoesNotExist) = 4,
    Validation(types::ValidationException) = 5
}

/// What `StartExecution` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum StartExecutionError {
    /// See [`types::ExecutionAlreadyExists`].
    ExecutionAlreadyExists(types::ExecutionAlreadyExists),
    /// See [`types::ExecutionLimitExceeded`].
    ExecutionLimitExceeded(types::ExecutionLimitExceeded),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidExecutionInput`].
    InvalidExecutionInput(types::InvalidExecutionInput),
    /// See [`types::InvalidName`].
    InvalidName(types::InvalidName),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsInvalidStateException`].
    KmsInvalidState(types::KmsInvalidStateException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// See [`types::StateMachineDeleting`].
    StateMachineDeleting(types::StateMachineDeleting),
    /// See [`types::StateMachineDoesNotExist`].
    StateMachineDoesNotExist(types::StateMachineDoesNotExist),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    StartExecutionError, ExecutionAlreadyExists(types::ExecutionAlreadyExists) = 0,
    ExecutionLimitExceeded(types::ExecutionLimitExceeded) = 1,
    InvalidArn(types::InvalidArn) = 2,
    InvalidExecutionInput(types::InvalidExecutionInput) = 3,
    InvalidName(types::InvalidName) = 4, KmsAccessDenied(types::KmsAccessDeniedException)
    = 5, KmsInvalidState(types::KmsInvalidStateException) = 6,
    KmsThrottling(types::KmsThrottlingException) = 7,
    StateMachineDeleting(types::StateMachineDeleting) = 8,
    StateMachineDoesNotExist(types::StateMachineDoesNotExist) = 9,
    Validation(types::ValidationException) = 10
}

/// What `StopExecution` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum StopExecutionError {
    /// See [`types::ExecutionDoesNotExist`].
    ExecutionDoesNotExist(types::ExecutionDoesNotExist),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsInvalidStateException`].
    KmsInvalidState(types::KmsInvalidStateException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    StopExecutionError, ExecutionDoesNotExist(types::ExecutionDoesNotExist) = 0,
    InvalidArn(types::InvalidArn) = 1, KmsAccessDenied(types::KmsAccessDeniedException) =
    2, KmsInvalidState(types::KmsInvalidStateException) = 3,
    KmsThrottling(types::KmsThrottlingException) = 4,
    Validation(types::ValidationException) = 5
}

/// What `UpdateStateMachine` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum UpdateStateMachineError {
    /// See [`types::ConflictException`].
    Conflict(types::ConflictException),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::InvalidDefinition`].
    InvalidDefinition(types::InvalidDefinition),
    /// See [`types::InvalidEncryptionConfiguration`].
    InvalidEncryptionConfiguration(types::InvalidEncryptionConfiguration),
    /// See [`types::InvalidLoggingConfiguration`].
    InvalidLoggingConfiguration(types::InvalidLoggingConfiguration),
    /// See [`types::InvalidTracingConfiguration`].
    InvalidTracingConfiguration(types::InvalidTracingConfiguration),
    /// See [`types::KmsAccessDeniedException`].
    KmsAccessDenied(types::KmsAccessDeniedException),
    /// See [`types::KmsThrottlingException`].
    KmsThrottling(types::KmsThrottlingException),
    /// See [`types::MissingRequiredParameter`].
    MissingRequiredParameter(types::MissingRequiredParameter),
    /// See [`types::ServiceQuotaExceededException`].
    ServiceQuotaExceeded(types::ServiceQuotaExceededException),
    /// See [`types::StateMachineDeleting`].
    StateMachineDeleting(types::StateMachineDeleting),
    /// See [`types::StateMachineDoesNotExist`].
    StateMachineDoesNotExist(types::StateMachineDoesNotExist),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    UpdateStateMachineError, Conflict(types::ConflictException) = 0,
    InvalidArn(types::InvalidArn) = 1, InvalidDefinition(types::InvalidDefinition) = 2,
    InvalidEncryptionConfiguration(types::InvalidEncryptionConfiguration) = 3,
    InvalidLoggingConfiguration(types::InvalidLoggingConfiguration) = 4,
    InvalidTracingConfiguration(types::InvalidTracingConfiguration) = 5,
    KmsAccessDenied(types::KmsAccessDeniedException) = 6,
    KmsThrottling(types::KmsThrottlingException) = 7,
    MissingRequiredParameter(types::MissingRequiredParameter) = 8,
    ServiceQuotaExceeded(types::ServiceQuotaExceededException) = 9,
    StateMachineDeleting(types::StateMachineDeleting) = 10,
    StateMachineDoesNotExist(types::StateMachineDoesNotExist) = 11,
    Validation(types::ValidationException) = 12
}

/// What `UpdateStateMachineAlias` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum UpdateStateMachineAliasError {
    /// See [`types::ConflictException`].
    Conflict(types::ConflictException),
    /// See [`types::InvalidArn`].
    InvalidArn(types::InvalidArn),
    /// See [`types::ResourceNotFound`].
    ResourceNotFound(types::ResourceNotFound),
    /// See [`types::StateMachineDeleting`].
    StateMachineDeleting(types::StateMachineDeleting),
    /// See [`types::ValidationException`].
    Validation(types::ValidationException),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    UpdateStateMachineAliasError, Conflict(types::ConflictException) = 0,
    InvalidArn(types::InvalidArn) = 1, ResourceNotFound(types::ResourceNotFound) = 2,
    StateMachineDeleting(types::StateMachineDeleting) = 3,
    Validation(types::ValidationException) = 4
}
