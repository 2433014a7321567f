// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! A marker for each operation of `StepFunctions`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `CreateStateMachine`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct CreateStateMachine;

rt::operation! {
    CreateStateMachine, schema::CREATE_STATE_MACHINE, types::CreateStateMachineInput,
    types::CreateStateMachineOutput, errors::CreateStateMachineError
}

/// The operation `CreateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct CreateStateMachineAlias;

rt::operation! {
    CreateStateMachineAlias, schema::CREATE_STATE_MACHINE_ALIAS,
    types::CreateStateMachineAliasInput, types::CreateStateMachineAliasOutput,
    errors::CreateStateMachineAliasError
}

/// The operation `DeleteStateMachine`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct DeleteStateMachine;

rt::operation! {
    DeleteStateMachine, schema::DELETE_STATE_MACHINE, types::DeleteStateMachineInput,
    types::DeleteStateMachineOutput, errors::DeleteStateMachineError
}

/// The operation `DeleteStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct DeleteStateMachineAlias;

rt::operation! {
    DeleteStateMachineAlias, schema::DELETE_STATE_MACHINE_ALIAS,
    types::DeleteStateMachineAliasInput, types::DeleteStateMachineAliasOutput,
    errors::DeleteStateMachineAliasError
}

/// The operation `DeleteStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct DeleteStateMachineVersion;

rt::operation! {
    DeleteStateMachineVersion, schema::DELETE_STATE_MACHINE_VERSION,
    types::DeleteStateMachineVersionInput, types::DeleteStateMachineVersionOutput,
    errors::DeleteStateMachineVersionError
}

/// The operation `DescribeExecution`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct DescribeExecution;

rt::operation! {
    DescribeExecution, schema::DESCRIBE_EXECUTION, types::DescribeExecutionInput,
    types::DescribeExecutionOutput, errors::DescribeExecutionError
}

/// The operation `DescribeStateMachine`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct DescribeStateMachine;

rt::operation! {
    DescribeStateMachine, schema::DESCRIBE_STATE_MACHINE,
    types::DescribeStateMachineInput, types::DescribeStateMachineOutput,
    errors::DescribeStateMachineError
}

/// The operation `DescribeStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct DescribeStateMachineAlias;

rt::operation! {
    DescribeStateMachineAlias, schema::DESCRIBE_STATE_MACHINE_ALIAS,
    types::DescribeStateMachineAliasInput, types::DescribeStateMachineAliasOutput,
    errors::DescribeStateMachineAliasError
}

/// The operation `DescribeStateMachineForExecution`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct DescribeStateMachineForExecution;

rt::operation! {
    DescribeStateMachineForExecution, schema::DESCRIBE_STATE_MACHINE_FOR_EXECUTION,
    types::DescribeStateMachineForExecutionInput,
    types::DescribeStateMachineForExecutionOutput,
    errors::DescribeStateMachineForExecutionError
}

/// The operation `GetExecutionHistory`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct GetExecutionHistory;

rt::operation! {
    GetExecutionHistory, schema::GET_EXECUTION_HISTORY, types::GetExecutionHistoryInput,
    types::GetExecutionHistoryOutput, errors::GetExecutionHistoryError
}

impl rt::operation::Items for GetExecutionHistory {
    type Item = types::HistoryEvent;

    fn items(
        output: types::GetExecutionHistoryOutput,
    ) -> ::std::vec::Vec<types::HistoryEvent> {
        output.events
    }
}

/// The operation `ListExecutions`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct ListExecutions;

rt::operation! {
    ListExecutions, schema::LIST_EXECUTIONS, types::ListExecutionsInput,
    types::ListExecutionsOutput, errors::ListExecutionsError
}

impl rt::operation::Items for ListExecutions {
    type Item = types::ExecutionListItem;

    fn items(
        output: types::ListExecutionsOutput,
    ) -> ::std::vec::Vec<types::ExecutionListItem> {
        output.executions
    }
}

/// The operation `ListStateMachineAliases`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct ListStateMachineAliases;

rt::operation! {
    ListStateMachineAliases, schema::LIST_STATE_MACHINE_ALIASES,
    types::ListStateMachineAliasesInput, types::ListStateMachineAliasesOutput,
    errors::ListStateMachineAliasesError
}

/// The operation `ListStateMachineVersions`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct ListStateMachineVersions;

rt::operation! {
    ListStateMachineVersions, schema::LIST_STATE_MACHINE_VERSIONS,
    types::ListStateMachineVersionsInput, types::ListStateMachineVersionsOutput,
    errors::ListStateMachineVersionsError
}

/// The operation `ListStateMachines`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct ListStateMachines;

rt::operation! {
    ListStateMachines, schema::LIST_STATE_MACHINES, types::ListStateMachinesInput,
    types::ListStateMachinesOutput, errors::ListStateMachinesError
}

impl rt::operation::Items for ListStateMachines {
    type Item = types::StateMachineListItem;

    fn items(
        output: types::ListStateMachinesOutput,
    ) -> ::std::vec::Vec<types::StateMachineListItem> {
        output.state_machines
    }
}

/// The operation `PublishStateMachineVersion`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct PublishStateMachineVersion;

rt::operation! {
    PublishStateMachineVersion, schema::PUBLISH_STATE_MACHINE_VERSION,
    types::PublishStateMachineVersionInput, types::PublishStateMachineVersionOutput,
    errors::PublishStateMachineVersionError
}

/// The operation `StartExecution`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct StartExecution;

rt::operation! {
    StartExecution, schema::START_EXECUTION, types::StartExecutionInput,
    types::StartExecutionOutput, errors::StartExecutionError
}

/// The operation `StopExecution`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct StopExecution;

rt::operation! {
    StopExecution, schema::STOP_EXECUTION, types::StopExecutionInput,
    types::StopExecutionOutput, errors::StopExecutionError
}

/// The operation `UpdateStateMachine`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct UpdateStateMachine;

rt::operation! {
    UpdateStateMachine, schema::UPDATE_STATE_MACHINE, types::UpdateStateMachineInput,
    types::UpdateStateMachineOutput, errors::UpdateStateMachineError
}

/// The operation `UpdateStateMachineAlias`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct UpdateStateMachineAlias;

rt::operation! {
    UpdateStateMachineAlias, schema::UPDATE_STATE_MACHINE_ALIAS,
    types::UpdateStateMachineAliasInput, types::UpdateStateMachineAliasOutput,
    errors::UpdateStateMachineAliasError
}
