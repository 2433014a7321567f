// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! A marker for each operation of `CustomerProfiles`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `GetWorkflowSteps`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct GetWorkflowSteps;

rt::operation! {
    GetWorkflowSteps, schema::GET_WORKFLOW_STEPS, types::GetWorkflowStepsInput,
    types::GetWorkflowStepsOutput, errors::GetWorkflowStepsError
}
