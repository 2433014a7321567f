//! The output of `GetExecutionHistory` as handwritten types for serde, generic over the type of strings, and a document
//! with 1,000 events.

mod details;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use details::{
    ActivityFailedEventDetails, ActivityScheduleFailedEventDetails, ActivityScheduledEventDetails,
    ActivityStartedEventDetails, ActivitySucceededEventDetails, ActivityTimedOutEventDetails,
    ExecutionAbortedEventDetails, ExecutionFailedEventDetails, ExecutionStartedEventDetails,
    ExecutionSucceededEventDetails, ExecutionTimedOutEventDetails, LambdaFunctionFailedEventDetails,
    LambdaFunctionScheduleFailedEventDetails, LambdaFunctionScheduledEventDetails,
    LambdaFunctionStartFailedEventDetails, LambdaFunctionSucceededEventDetails, LambdaFunctionTimedOutEventDetails,
    MapIterationEventDetails, MapRunFailedEventDetails, MapRunStartedEventDetails, MapStateStartedEventDetails,
    StateEnteredEventDetails, StateExitedEventDetails, TaskFailedEventDetails, TaskScheduledEventDetails,
    TaskStartFailedEventDetails, TaskStartedEventDetails, TaskSubmitFailedEventDetails, TaskSubmittedEventDetails,
    TaskSucceededEventDetails, TaskTimedOutEventDetails,
};

/// A JSON document with `events` events of a state machine whose tasks call Lambda functions, about 0.6 kB each.
pub(crate) fn document(events: usize) -> String {
    let mut text = String::from(r#"{"events":["#);
    for index in 0..events {
        let (kind, details) = KINDS[index % KINDS.len()];
        let separator = if index == 0 { "" } else { "," };
        let (seconds, milliseconds) = (1_766_000_000 + index / 3, index * 37 % 99 * 10 + 1);
        let details = details.replace("{id}", &index.to_string());
        let previous = index.saturating_sub(1);
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            r#"{separator}{{"timestamp":{seconds}.{milliseconds:03},"type":"{kind}","id":{index},"previousEventId":{previous},{details}}}"#
        );
    }
    text.push_str(r#"],"nextToken":"AAAAKgAAAAIAAAAAAAAAAb6kx0S2xvY2FsLXRva2VuLWZvci1hLXBhZ2U="}"#);
    text
}

/// Event types, each with its details.
const KINDS: &[(&str, &str)] = &[
    (
        "TaskStateEntered",
        r#""stateEnteredEventDetails":{"name":"Charge card","input":"{\"order\":{\"number\":\"{id}\",\"customer\":\"c-20417\",\"lines\":[{\"sku\":\"KB-104\",\"count\":2,\"price\":\"49.90\"},{\"sku\":\"MS-007\",\"count\":1,\"price\":\"19.00\"}],\"currency\":\"EUR\",\"note\":\"leave it at the door \\u2014 thanks\"}}","inputDetails":{"truncated":false}}"#,
    ),
    (
        "LambdaFunctionScheduled",
        r#""lambdaFunctionScheduledEventDetails":{"resource":"arn:aws:lambda:eu-central-1:123456789012:function:charge-card","input":"{\"order\":{\"number\":\"{id}\",\"customer\":\"c-20417\",\"lines\":[{\"sku\":\"KB-104\",\"count\":2,\"price\":\"49.90\"},{\"sku\":\"MS-007\",\"count\":1,\"price\":\"19.00\"}],\"currency\":\"EUR\"},\"attempt\":1,\"trace\":\"Root=1-67891233-abcdef012345678912345678\"}","inputDetails":{"truncated":false},"timeoutInSeconds":60}"#,
    ),
    (
        "TaskScheduled",
        r#""taskScheduledEventDetails":{"resourceType":"lambda","resource":"invoke","region":"eu-central-1","parameters":"{\"FunctionName\":\"arn:aws:lambda:eu-central-1:123456789012:function:ship:live\",\"Payload\":{\"order\":\"{id}\",\"carrier\":\"post\",\"express\":false,\"weight\":1.25,\"address\":{\"street\":\"Hauptstraße 1\",\"city\":\"Köln\",\"zip\":\"50667\",\"country\":\"DE\"}}}","timeoutInSeconds":300,"heartbeatInSeconds":30}"#,
    ),
    ("TaskStarted", r#""taskStartedEventDetails":{"resourceType":"lambda","resource":"invoke"}"#),
    (
        "TaskSucceeded",
        r#""taskSucceededEventDetails":{"resourceType":"lambda","resource":"invoke","output":"{\"ExecutedVersion\":\"12\",\"Payload\":{\"order\":\"{id}\",\"parcel\":\"00340434161094042557\",\"steps\":[\"packed\",\"labeled\",\"handed over\"],\"expected\":\"2026-01-09T12:00:00Z\",\"cost\":{\"amount\":\"5.49\",\"currency\":\"EUR\"}},\"StatusCode\":200,\"SdkHttpMetadata\":{\"HttpStatusCode\":200}}","outputDetails":{"truncated":false}}"#,
    ),
    (
        "LambdaFunctionFailed",
        r#""lambdaFunctionFailedEventDetails":{"error":"CardRefused","cause":"{\"errorMessage\":\"the card of order {id} was refused\",\"errorType\":\"CardRefused\",\"trace\":[\"  File \\\"/var/task/app.py\\\", line 41, in handler\",\"    charge(order)\",\"  File \\\"/var/task/cards.py\\\", line 17, in charge\",\"    raise CardRefused(order)\"]}"}"#,
    ),
    (
        "TaskStateExited",
        r#""stateExitedEventDetails":{"name":"Charge card","output":"{\"order\":{\"number\":\"{id}\",\"customer\":\"c-20417\",\"paid\":true,\"lines\":[{\"sku\":\"KB-104\",\"count\":2,\"price\":\"49.90\"},{\"sku\":\"MS-007\",\"count\":1,\"price\":\"19.00\"}],\"currency\":\"EUR\"},\"receipt\":\"r-000{id}\"}","outputDetails":{"truncated":false}}"#,
    ),
];

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetExecutionHistoryOutput<S> {
    pub(crate) events: Vec<HistoryEvent<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next_token: Option<S>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryEvent<S> {
    pub(crate) timestamp: f64,
    pub(crate) r#type: HistoryEventType,
    #[serde(default)]
    pub(crate) id: i64,
    #[serde(default)]
    pub(crate) previous_event_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity_failed_event_details: Option<ActivityFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity_schedule_failed_event_details: Option<ActivityScheduleFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity_scheduled_event_details: Option<ActivityScheduledEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity_started_event_details: Option<ActivityStartedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity_succeeded_event_details: Option<ActivitySucceededEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activity_timed_out_event_details: Option<ActivityTimedOutEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_failed_event_details: Option<TaskFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_scheduled_event_details: Option<TaskScheduledEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_start_failed_event_details: Option<TaskStartFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_started_event_details: Option<TaskStartedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_submit_failed_event_details: Option<TaskSubmitFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_submitted_event_details: Option<TaskSubmittedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_succeeded_event_details: Option<TaskSucceededEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task_timed_out_event_details: Option<TaskTimedOutEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) execution_failed_event_details: Option<ExecutionFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) execution_started_event_details: Option<ExecutionStartedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) execution_succeeded_event_details: Option<ExecutionSucceededEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) execution_aborted_event_details: Option<ExecutionAbortedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) execution_timed_out_event_details: Option<ExecutionTimedOutEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_state_started_event_details: Option<MapStateStartedEventDetails>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_iteration_started_event_details: Option<MapIterationEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_iteration_succeeded_event_details: Option<MapIterationEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_iteration_failed_event_details: Option<MapIterationEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_iteration_aborted_event_details: Option<MapIterationEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lambda_function_failed_event_details: Option<LambdaFunctionFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lambda_function_schedule_failed_event_details: Option<LambdaFunctionScheduleFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lambda_function_scheduled_event_details: Option<LambdaFunctionScheduledEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lambda_function_start_failed_event_details: Option<LambdaFunctionStartFailedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lambda_function_succeeded_event_details: Option<LambdaFunctionSucceededEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lambda_function_timed_out_event_details: Option<LambdaFunctionTimedOutEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state_entered_event_details: Option<StateEnteredEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state_exited_event_details: Option<StateExitedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_run_started_event_details: Option<MapRunStartedEventDetails<S>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map_run_failed_event_details: Option<MapRunFailedEventDetails<S>>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum HistoryEventType {
    ActivityFailed,
    ActivityScheduled,
    ActivityScheduleFailed,
    ActivityStarted,
    ActivitySucceeded,
    ActivityTimedOut,
    ChoiceStateEntered,
    ChoiceStateExited,
    ExecutionAborted,
    ExecutionFailed,
    ExecutionStarted,
    ExecutionSucceeded,
    ExecutionTimedOut,
    FailStateEntered,
    LambdaFunctionFailed,
    LambdaFunctionScheduled,
    LambdaFunctionScheduleFailed,
    LambdaFunctionStarted,
    LambdaFunctionStartFailed,
    LambdaFunctionSucceeded,
    LambdaFunctionTimedOut,
    MapIterationAborted,
    MapIterationFailed,
    MapIterationStarted,
    MapIterationSucceeded,
    MapStateAborted,
    MapStateEntered,
    MapStateExited,
    MapStateFailed,
    MapStateStarted,
    MapStateSucceeded,
    ParallelStateAborted,
    ParallelStateEntered,
    ParallelStateExited,
    ParallelStateFailed,
    ParallelStateStarted,
    ParallelStateSucceeded,
    PassStateEntered,
    PassStateExited,
    SucceedStateEntered,
    SucceedStateExited,
    TaskFailed,
    TaskScheduled,
    TaskStarted,
    TaskStartFailed,
    TaskStateAborted,
    TaskStateEntered,
    TaskStateExited,
    TaskSubmitFailed,
    TaskSubmitted,
    TaskSucceeded,
    TaskTimedOut,
    WaitStateAborted,
    WaitStateEntered,
    WaitStateExited,
    MapRunAborted,
    MapRunFailed,
    MapRunStarted,
    MapRunSucceeded,
}
