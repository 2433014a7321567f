// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! A marker for each operation of `ImageBuilder`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `ListWorkflowExecutions`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct ListWorkflowExecutions;

rt::operation! {
    ListWorkflowExecutions, schema::LIST_WORKFLOW_EXECUTIONS,
    types::ListWorkflowExecutionsInput, types::ListWorkflowExecutionsOutput,
    errors::ListWorkflowExecutionsError
}

impl rt::operation::Items for ListWorkflowExecutions {
    type Item = types::WorkflowExecutionMetadata;

    fn items(
        output: types::ListWorkflowExecutionsOutput,
    ) -> ::std::vec::Vec<types::WorkflowExecutionMetadata> {
        output.workflow_executions.unwrap_or_default()
    }
}

/// The operation `ListWorkflowStepExecutions`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct ListWorkflowStepExecutions;

rt::operation! {
    ListWorkflowStepExecutions, schema::LIST_WORKFLOW_STEP_EXECUTIONS,
    types::ListWorkflowStepExecutionsInput, types::ListWorkflowStepExecutionsOutput,
    errors::ListWorkflowStepExecutionsError
}

impl rt::operation::Items for ListWorkflowStepExecutions {
    type Item = types::WorkflowStepMetadata;

    fn items(
        output: types::ListWorkflowStepExecutionsOutput,
    ) -> ::std::vec::Vec<types::WorkflowStepMetadata> {
        output.steps.unwrap_or_default()
    }
}
