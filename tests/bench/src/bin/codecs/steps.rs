//! The output of `ListWorkflowStepExecutions` as handwritten types for serde, generic over the type of strings, and a
//! document with 25 steps.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// A JSON document with `steps` steps.
pub(crate) fn document(steps: usize) -> String {
    let mut text = String::from(r#"{"requestId":"8d6fbf43-5b2c-4f0b-9a71-0c8f2f4f7d11","steps":["#);
    for index in 0..steps {
        let separator = if index == 0 { "" } else { "," };
        let status = ["COMPLETED", "RUNNING", "PENDING", "FAILED"][index % 4];
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            r#"{separator}{{"stepExecutionId":"step-7f3c9a1e-{index:04x}-4b7d-9e21-0123456789ab","name":"InstallPackages{index}","description":"Installs the packages that the image needs, then restarts \"if asked\".","action":"ExecuteComponents","status":"{status}","rollbackStatus":"SKIPPED","message":"Step {index} of the workflow is {status}","inputs":"{{\"instanceId\":\"i-0abc{index:04}\",\"packages\":[\"curl\",\"jq\",\"openssl\"]}}","outputs":"{{\"failedCount\":0,\"runCommandId\":\"c6a3{index:04}\",\"status\":\"{status}\"}}","startTime":"2026-01-08T10:{index:02}:11.120Z","endTime":"2026-01-08T10:{index:02}:58.930Z"}}"#
        );
    }
    text.push_str(r#"],"workflowBuildVersionArn":"arn:aws:imagebuilder:eu-central-1:123456789012:workflow/build/harden/1.0.0/1","workflowExecutionId":"wf-7f3c9a1e-12ab-4b7d-9e21-0123456789ab","imageBuildVersionArn":"arn:aws:imagebuilder:eu-central-1:123456789012:image/base/1.2.3/4","nextToken":"bmV4dC1wYWdl"}"#);
    text
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListWorkflowStepExecutionsOutput<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) request_id: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) steps: Option<Vec<WorkflowStepMetadata<S>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) workflow_build_version_arn: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) workflow_execution_id: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) image_build_version_arn: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next_token: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WorkflowStepMetadata<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) step_execution_id: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rollback_status: Option<RollbackStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) inputs: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) outputs: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start_time: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) end_time: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Status {
    Pending,
    Skipped,
    Running,
    Completed,
    Failed,
    RollbackInProgress,
    RollbackCompleted,
    Cancelled,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum RollbackStatus {
    Running,
    Completed,
    Skipped,
    Failed,
}
