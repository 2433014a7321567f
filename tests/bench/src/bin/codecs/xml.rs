//! The list of steps as XML, with handwritten types for serde. Lists have an element around their items.

use serde::Deserialize;

use crate::steps::WorkflowStepMetadata;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "reading is what is measured")]
pub(crate) struct ListWorkflowStepExecutionsOutput {
    request_id: Option<String>,
    steps: Option<Steps>,
    workflow_build_version_arn: Option<String>,
    workflow_execution_id: Option<String>,
    image_build_version_arn: Option<String>,
    message: Option<String>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "reading is what is measured")]
struct Steps {
    #[serde(default)]
    member: Vec<WorkflowStepMetadata<String>>,
}
