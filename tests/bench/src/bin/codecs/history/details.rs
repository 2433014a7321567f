//! Details of each type of event.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivityFailedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivityScheduleFailedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivityScheduledEventDetails<S> {
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input_details: Option<HistoryEventExecutionDataDetails>,
    #[serde(default)]
    pub(crate) timeout_in_seconds: i64,
    #[serde(default)]
    pub(crate) heartbeat_in_seconds: i64,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivityStartedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) worker_name: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivitySucceededEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output_details: Option<HistoryEventExecutionDataDetails>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivityTimedOutEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskFailedEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskScheduledEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
    pub(crate) region: S,
    pub(crate) parameters: S,
    #[serde(default)]
    pub(crate) timeout_in_seconds: i64,
    #[serde(default)]
    pub(crate) heartbeat_in_seconds: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_credentials: Option<TaskCredentials<S>>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskStartFailedEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskStartedEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskSubmitFailedEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskSubmittedEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output_details: Option<HistoryEventExecutionDataDetails>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskSucceededEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output_details: Option<HistoryEventExecutionDataDetails>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskTimedOutEventDetails<S> {
    pub(crate) resource_type: S,
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExecutionFailedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExecutionStartedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input_details: Option<HistoryEventExecutionDataDetails>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role_arn: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state_machine_alias_arn: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state_machine_version_arn: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExecutionSucceededEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output_details: Option<HistoryEventExecutionDataDetails>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExecutionAbortedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExecutionTimedOutEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MapStateStartedEventDetails {
    #[serde(default)]
    pub(crate) length: i32,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MapIterationEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<S>,
    #[serde(default)]
    pub(crate) index: i32,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LambdaFunctionFailedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LambdaFunctionScheduleFailedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LambdaFunctionScheduledEventDetails<S> {
    pub(crate) resource: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input_details: Option<HistoryEventExecutionDataDetails>,
    #[serde(default)]
    pub(crate) timeout_in_seconds: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_credentials: Option<TaskCredentials<S>>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LambdaFunctionStartFailedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LambdaFunctionSucceededEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output_details: Option<HistoryEventExecutionDataDetails>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LambdaFunctionTimedOutEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StateEnteredEventDetails<S> {
    pub(crate) name: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input_details: Option<HistoryEventExecutionDataDetails>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StateExitedEventDetails<S> {
    pub(crate) name: S,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output_details: Option<HistoryEventExecutionDataDetails>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MapRunStartedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_run_arn: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MapRunFailedEventDetails<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<S>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryEventExecutionDataDetails {
    #[serde(default)]
    pub(crate) truncated: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskCredentials<S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role_arn: Option<S>,
}
