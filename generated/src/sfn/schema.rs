// Written by whitesmith from models/sfn.json. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `StepFunctions`.

use super::types;
use ::whitesmith_runtime as rt;

/// `com.amazonaws.sfn#ActivityFailedEventDetails`
pub static ACTIVITY_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ActivityFailedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#ActivityScheduleFailedEventDetails`
pub static ACTIVITY_SCHEDULE_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ActivityScheduleFailedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#ActivityScheduledEventDetails`
pub static ACTIVITY_SCHEDULED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ActivityScheduledEventDetails",
    &[
        rt::member!("resource", ARN).required(),
        rt::member!("input", SENSITIVE_DATA),
        rt::member!("inputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
        rt::member!("timeoutInSeconds", rt::schema::prelude::LONG),
        rt::member!("heartbeatInSeconds", rt::schema::prelude::LONG),
    ],
);

/// `com.amazonaws.sfn#ActivityStartedEventDetails`
pub static ACTIVITY_STARTED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ActivityStartedEventDetails",
    &[rt::member!("workerName", IDENTITY)],
);

/// `com.amazonaws.sfn#ActivitySucceededEventDetails`
pub static ACTIVITY_SUCCEEDED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ActivitySucceededEventDetails",
    &[
        rt::member!("output", SENSITIVE_DATA),
        rt::member!("outputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
    ],
);

/// `com.amazonaws.sfn#ActivityTimedOutEventDetails`
pub static ACTIVITY_TIMED_OUT_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ActivityTimedOutEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#AliasDescription`
pub static ALIAS_DESCRIPTION: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#AliasDescription",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::AliasDescription::MIN_LENGTH)
    .max_length(types::AliasDescription::MAX_LENGTH);

/// `com.amazonaws.sfn#Arn`
pub static ARN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#Arn",
        rt::schema::Kind::String,
    )
    .min_length(types::Arn::MIN_LENGTH)
    .max_length(types::Arn::MAX_LENGTH);

/// How [`types::CharacterRestrictedName::PATTERN`] is matched.
static CHARACTER_RESTRICTED_NAME_PATTERN: rt::pattern::Pattern = rt::pattern::Pattern::automata(
    types::CharacterRestrictedName::PATTERN,
    &[
        rt::pattern::Automaton::find(r"\A[^\x{a}\x{d}\x{2028}-\x{2029}]*[\--.A-Z_a-z]"),
        rt::pattern::Automaton::find(r"\A[\--.0-9A-Z_a-z]+\z"),
    ],
);

/// `com.amazonaws.sfn#CharacterRestrictedName`
pub static CHARACTER_RESTRICTED_NAME: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#CharacterRestrictedName",
        rt::schema::Kind::String,
    )
    .pattern(&CHARACTER_RESTRICTED_NAME_PATTERN)
    .min_length(types::CharacterRestrictedName::MIN_LENGTH)
    .max_length(types::CharacterRestrictedName::MAX_LENGTH);

/// `com.amazonaws.sfn#CloudWatchEventsExecutionDataDetails`
pub static CLOUD_WATCH_EVENTS_EXECUTION_DATA_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#CloudWatchEventsExecutionDataDetails",
    &[
        rt::member!("included", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(false)),
    ],
);

/// `com.amazonaws.sfn#CloudWatchLogsLogGroup`
pub static CLOUD_WATCH_LOGS_LOG_GROUP: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#CloudWatchLogsLogGroup",
    &[rt::member!("logGroupArn", ARN)],
);

/// `com.amazonaws.sfn#ConflictException`
pub static CONFLICT_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#ConflictException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 409);

/// `com.amazonaws.sfn#ConnectorParameters`
pub static CONNECTOR_PARAMETERS: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#ConnectorParameters",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::ConnectorParameters::MIN_LENGTH)
    .max_length(types::ConnectorParameters::MAX_LENGTH);

/// `com.amazonaws.sfn#CreateStateMachineAliasInput`
pub static CREATE_STATE_MACHINE_ALIAS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#CreateStateMachineAliasInput",
    &[
        rt::member!("description", ALIAS_DESCRIPTION),
        rt::member!("name", CHARACTER_RESTRICTED_NAME).required(),
        rt::member!("routingConfiguration", ROUTING_CONFIGURATION_LIST).required(),
    ],
);

/// `com.amazonaws.sfn#CreateStateMachineAliasOutput`
pub static CREATE_STATE_MACHINE_ALIAS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#CreateStateMachineAliasOutput",
    &[
        rt::member!("stateMachineAliasArn", ARN).required(),
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP).required(),
    ],
);

/// `com.amazonaws.sfn#CreateStateMachineInput`
pub static CREATE_STATE_MACHINE_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#CreateStateMachineInput",
    &[
        rt::member!("name", NAME).required(),
        rt::member!("definition", DEFINITION).required(),
        rt::member!("roleArn", ARN).required(),
        rt::member!("type", STATE_MACHINE_TYPE),
        rt::member!("loggingConfiguration", LOGGING_CONFIGURATION),
        rt::member!("tags", TAG_LIST),
        rt::member!("tracingConfiguration", TRACING_CONFIGURATION),
        rt::member!("publish", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(false)),
        rt::member!("versionDescription", VERSION_DESCRIPTION),
    ],
);

/// `com.amazonaws.sfn#CreateStateMachineOutput`
pub static CREATE_STATE_MACHINE_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#CreateStateMachineOutput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("stateMachineVersionArn", ARN),
    ],
);

/// `com.amazonaws.sfn#Definition`
pub static DEFINITION: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#Definition",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::Definition::MIN_LENGTH)
    .max_length(types::Definition::MAX_LENGTH);

/// `com.amazonaws.sfn#DeleteStateMachineAliasInput`
pub static DELETE_STATE_MACHINE_ALIAS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DeleteStateMachineAliasInput",
    &[rt::member!("stateMachineAliasArn", ARN).required()],
);

/// `com.amazonaws.sfn#DeleteStateMachineAliasOutput`
pub static DELETE_STATE_MACHINE_ALIAS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DeleteStateMachineAliasOutput",
    &[],
);

/// `com.amazonaws.sfn#DeleteStateMachineInput`
pub static DELETE_STATE_MACHINE_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DeleteStateMachineInput",
    &[rt::member!("stateMachineArn", ARN).required()],
);

/// `com.amazonaws.sfn#DeleteStateMachineOutput`
pub static DELETE_STATE_MACHINE_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DeleteStateMachineOutput",
    &[],
);

/// `com.amazonaws.sfn#DeleteStateMachineVersionInput`
pub static DELETE_STATE_MACHINE_VERSION_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DeleteStateMachineVersionInput",
    &[rt::member!("stateMachineVersionArn", LONG_ARN).required()],
);

/// `com.amazonaws.sfn#DeleteStateMachineVersionOutput`
pub static DELETE_STATE_MACHINE_VERSION_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DeleteStateMachineVersionOutput",
    &[],
);

/// `com.amazonaws.sfn#DescribeExecutionInput`
pub static DESCRIBE_EXECUTION_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeExecutionInput",
    &[rt::member!("executionArn", ARN).required()],
);

/// `com.amazonaws.sfn#DescribeExecutionOutput`
pub static DESCRIBE_EXECUTION_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeExecutionOutput",
    &[
        rt::member!("executionArn", ARN).required(),
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("name", NAME),
        rt::member!("status", EXECUTION_STATUS).required(),
        rt::member!("startDate", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("stopDate", rt::schema::prelude::TIMESTAMP),
        rt::member!("input", SENSITIVE_DATA),
        rt::member!("inputDetails", CLOUD_WATCH_EVENTS_EXECUTION_DATA_DETAILS),
        rt::member!("output", SENSITIVE_DATA),
        rt::member!("outputDetails", CLOUD_WATCH_EVENTS_EXECUTION_DATA_DETAILS),
        rt::member!("traceHeader", TRACE_HEADER),
        rt::member!("mapRunArn", LONG_ARN),
        rt::member!("error", SENSITIVE_ERROR),
        rt::member!("cause", SENSITIVE_CAUSE),
        rt::member!("stateMachineVersionArn", ARN),
        rt::member!("stateMachineAliasArn", ARN),
    ],
);

/// `com.amazonaws.sfn#DescribeStateMachineAliasInput`
pub static DESCRIBE_STATE_MACHINE_ALIAS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeStateMachineAliasInput",
    &[rt::member!("stateMachineAliasArn", ARN).required()],
);

/// `com.amazonaws.sfn#DescribeStateMachineAliasOutput`
pub static DESCRIBE_STATE_MACHINE_ALIAS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeStateMachineAliasOutput",
    &[
        rt::member!("stateMachineAliasArn", ARN),
        rt::member!("name", NAME),
        rt::member!("description", ALIAS_DESCRIPTION),
        rt::member!("routingConfiguration", ROUTING_CONFIGURATION_LIST),
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP),
        rt::member!("updateDate", rt::schema::prelude::TIMESTAMP),
    ],
);

/// `com.amazonaws.sfn#DescribeStateMachineForExecutionInput`
pub static DESCRIBE_STATE_MACHINE_FOR_EXECUTION_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeStateMachineForExecutionInput",
    &[rt::member!("executionArn", ARN).required()],
);

/// `com.amazonaws.sfn#DescribeStateMachineForExecutionOutput`
pub static DESCRIBE_STATE_MACHINE_FOR_EXECUTION_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeStateMachineForExecutionOutput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("name", NAME).required(),
        rt::member!("definition", DEFINITION).required(),
        rt::member!("roleArn", ARN).required(),
        rt::member!("updateDate", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("loggingConfiguration", LOGGING_CONFIGURATION),
        rt::member!("tracingConfiguration", TRACING_CONFIGURATION),
        rt::member!("mapRunArn", LONG_ARN),
        rt::member!("label", rt::schema::prelude::STRING),
        rt::member!("revisionId", rt::schema::prelude::STRING),
    ],
);

/// `com.amazonaws.sfn#DescribeStateMachineInput`
pub static DESCRIBE_STATE_MACHINE_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeStateMachineInput",
    &[rt::member!("stateMachineArn", ARN).required()],
);

/// `com.amazonaws.sfn#DescribeStateMachineOutput`
pub static DESCRIBE_STATE_MACHINE_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#DescribeStateMachineOutput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("name", NAME).required(),
        rt::member!("status", STATE_MACHINE_STATUS),
        rt::member!("definition", DEFINITION).required(),
        rt::member!("roleArn", ARN).required(),
        rt::member!("type", STATE_MACHINE_TYPE).required(),
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("loggingConfiguration", LOGGING_CONFIGURATION),
        rt::member!("tracingConfiguration", TRACING_CONFIGURATION),
        rt::member!("label", rt::schema::prelude::STRING),
        rt::member!("revisionId", rt::schema::prelude::STRING),
        rt::member!("description", VERSION_DESCRIPTION),
    ],
);

/// `com.amazonaws.sfn#ExecutionAbortedEventDetails`
pub static EXECUTION_ABORTED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ExecutionAbortedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#ExecutionAlreadyExists`
pub static EXECUTION_ALREADY_EXISTS: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#ExecutionAlreadyExists",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#ExecutionDoesNotExist`
pub static EXECUTION_DOES_NOT_EXIST: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#ExecutionDoesNotExist",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#ExecutionFailedEventDetails`
pub static EXECUTION_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ExecutionFailedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#ExecutionLimitExceeded`
pub static EXECUTION_LIMIT_EXCEEDED: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#ExecutionLimitExceeded",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#ExecutionList`
pub static EXECUTION_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.sfn#ExecutionList",
    &[rt::member!("member", EXECUTION_LIST_ITEM)],
);

/// `com.amazonaws.sfn#ExecutionListItem`
pub static EXECUTION_LIST_ITEM: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ExecutionListItem",
    &[
        rt::member!("executionArn", ARN).required(),
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("name", NAME).required(),
        rt::member!("status", EXECUTION_STATUS).required(),
        rt::member!("startDate", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("stopDate", rt::schema::prelude::TIMESTAMP),
        rt::member!("mapRunArn", LONG_ARN),
        rt::member!("itemCount", UNSIGNED_INTEGER),
        rt::member!("stateMachineVersionArn", ARN),
        rt::member!("stateMachineAliasArn", ARN),
    ],
);

/// `com.amazonaws.sfn#ExecutionStartedEventDetails`
pub static EXECUTION_STARTED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ExecutionStartedEventDetails",
    &[
        rt::member!("input", SENSITIVE_DATA),
        rt::member!("inputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
        rt::member!("roleArn", ARN),
        rt::member!("stateMachineAliasArn", ARN),
        rt::member!("stateMachineVersionArn", ARN),
    ],
);

/// `com.amazonaws.sfn#ExecutionStatus`
pub static EXECUTION_STATUS: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.sfn#ExecutionStatus",
    types::ExecutionStatus::VALUES,
);

/// `com.amazonaws.sfn#ExecutionSucceededEventDetails`
pub static EXECUTION_SUCCEEDED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ExecutionSucceededEventDetails",
    &[
        rt::member!("output", SENSITIVE_DATA),
        rt::member!("outputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
    ],
);

/// `com.amazonaws.sfn#ExecutionTimedOutEventDetails`
pub static EXECUTION_TIMED_OUT_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ExecutionTimedOutEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#GetExecutionHistoryInput`
pub static GET_EXECUTION_HISTORY_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#GetExecutionHistoryInput",
    &[
        rt::member!("executionArn", ARN).required(),
        rt::member!("maxResults", PAGE_SIZE)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("reverseOrder", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(false)),
        rt::member!("nextToken", PAGE_TOKEN),
        rt::member!("includeExecutionData", rt::schema::prelude::BOOLEAN),
    ],
);

/// `com.amazonaws.sfn#GetExecutionHistoryOutput`
pub static GET_EXECUTION_HISTORY_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#GetExecutionHistoryOutput",
    &[
        rt::member!("events", HISTORY_EVENT_LIST).required(),
        rt::member!("nextToken", PAGE_TOKEN),
    ],
);

/// `com.amazonaws.sfn#HistoryEvent`
pub static HISTORY_EVENT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#HistoryEvent",
    &[
        rt::member!("timestamp", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("type", HISTORY_EVENT_TYPE).required(),
        rt::member!("id", rt::schema::prelude::LONG)
            .required()
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("previousEventId", rt::schema::prelude::LONG)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("activityFailedEventDetails", ACTIVITY_FAILED_EVENT_DETAILS),
        rt::member!(
            "activityScheduleFailedEventDetails", ACTIVITY_SCHEDULE_FAILED_EVENT_DETAILS
        ),
        rt::member!("activityScheduledEventDetails", ACTIVITY_SCHEDULED_EVENT_DETAILS),
        rt::member!("activityStartedEventDetails", ACTIVITY_STARTED_EVENT_DETAILS),
        rt::member!("activitySucceededEventDetails", ACTIVITY_SUCCEEDED_EVENT_DETAILS),
        rt::member!("activityTimedOutEventDetails", ACTIVITY_TIMED_OUT_EVENT_DETAILS),
        rt::member!("taskFailedEventDetails", TASK_FAILED_EVENT_DETAILS),
        rt::member!("taskScheduledEventDetails", TASK_SCHEDULED_EVENT_DETAILS),
        rt::member!("taskStartFailedEventDetails", TASK_START_FAILED_EVENT_DETAILS),
        rt::member!("taskStartedEventDetails", TASK_STARTED_EVENT_DETAILS),
        rt::member!("taskSubmitFailedEventDetails", TASK_SUBMIT_FAILED_EVENT_DETAILS),
        rt::member!("taskSubmittedEventDetails", TASK_SUBMITTED_EVENT_DETAILS),
        rt::member!("taskSucceededEventDetails", TASK_SUCCEEDED_EVENT_DETAILS),
        rt::member!("taskTimedOutEventDetails", TASK_TIMED_OUT_EVENT_DETAILS),
        rt::member!("executionFailedEventDetails", EXECUTION_FAILED_EVENT_DETAILS),
        rt::member!("executionStartedEventDetails", EXECUTION_STARTED_EVENT_DETAILS),
        rt::member!("executionSucceededEventDetails", EXECUTION_SUCCEEDED_EVENT_DETAILS),
        rt::member!("executionAbortedEventDetails", EXECUTION_ABORTED_EVENT_DETAILS),
        rt::member!("executionTimedOutEventDetails", EXECUTION_TIMED_OUT_EVENT_DETAILS),
        rt::member!("mapStateStartedEventDetails", MAP_STATE_STARTED_EVENT_DETAILS),
        rt::member!("mapIterationStartedEventDetails", MAP_ITERATION_EVENT_DETAILS),
        rt::member!("mapIterationSucceededEventDetails", MAP_ITERATION_EVENT_DETAILS),
        rt::member!("mapIterationFailedEventDetails", MAP_ITERATION_EVENT_DETAILS),
        rt::member!("mapIterationAbortedEventDetails", MAP_ITERATION_EVENT_DETAILS),
        rt::member!(
            "lambdaFunctionFailedEventDetails", LAMBDA_FUNCTION_FAILED_EVENT_DETAILS
        ),
        rt::member!(
            "lambdaFunctionScheduleFailedEventDetails",
            LAMBDA_FUNCTION_SCHEDULE_FAILED_EVENT_DETAILS
        ),
        rt::member!(
            "lambdaFunctionScheduledEventDetails",
            LAMBDA_FUNCTION_SCHEDULED_EVENT_DETAILS
        ),
        rt::member!(
            "lambdaFunctionStartFailedEventDetails",
            LAMBDA_FUNCTION_START_FAILED_EVENT_DETAILS
        ),
        rt::member!(
            "lambdaFunctionSucceededEventDetails",
            LAMBDA_FUNCTION_SUCCEEDED_EVENT_DETAILS
        ),
        rt::member!(
            "lambdaFunctionTimedOutEventDetails", LAMBDA_FUNCTION_TIMED_OUT_EVENT_DETAILS
        ),
        rt::member!("stateEnteredEventDetails", STATE_ENTERED_EVENT_DETAILS),
        rt::member!("stateExitedEventDetails", STATE_EXITED_EVENT_DETAILS),
        rt::member!("mapRunStartedEventDetails", MAP_RUN_STARTED_EVENT_DETAILS),
        rt::member!("mapRunFailedEventDetails", MAP_RUN_FAILED_EVENT_DETAILS),
    ],
);

/// `com.amazonaws.sfn#HistoryEventExecutionDataDetails`
pub static HISTORY_EVENT_EXECUTION_DATA_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#HistoryEventExecutionDataDetails",
    &[
        rt::member!("truncated", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(false)),
    ],
);

/// `com.amazonaws.sfn#HistoryEventList`
pub static HISTORY_EVENT_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.sfn#HistoryEventList",
    &[rt::member!("member", HISTORY_EVENT)],
);

/// `com.amazonaws.sfn#HistoryEventType`
pub static HISTORY_EVENT_TYPE: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.sfn#HistoryEventType",
    types::HistoryEventType::VALUES,
);

/// `com.amazonaws.sfn#Identity`
pub static IDENTITY: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#Identity",
        rt::schema::Kind::String,
    )
    .min_length(types::Identity::MIN_LENGTH)
    .max_length(types::Identity::MAX_LENGTH);

/// `com.amazonaws.sfn#InvalidArn`
pub static INVALID_ARN: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidArn",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#InvalidDefinition`
pub static INVALID_DEFINITION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidDefinition",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#InvalidEncryptionConfiguration`
pub static INVALID_ENCRYPTION_CONFIGURATION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidEncryptionConfiguration",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#InvalidExecutionInput`
pub static INVALID_EXECUTION_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidExecutionInput",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#InvalidLoggingConfiguration`
pub static INVALID_LOGGING_CONFIGURATION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidLoggingConfiguration",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#InvalidName`
pub static INVALID_NAME: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidName",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#InvalidToken`
pub static INVALID_TOKEN: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidToken",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#InvalidTracingConfiguration`
pub static INVALID_TRACING_CONFIGURATION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#InvalidTracingConfiguration",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#KmsAccessDeniedException`
pub static KMS_ACCESS_DENIED_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#KmsAccessDeniedException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#KmsInvalidStateException`
pub static KMS_INVALID_STATE_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#KmsInvalidStateException",
        &[
            rt::member!("kmsKeyState", KMS_KEY_STATE),
            rt::member!("message", rt::schema::prelude::STRING),
        ],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#KmsKeyState`
pub static KMS_KEY_STATE: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.sfn#KmsKeyState",
    types::KmsKeyState::VALUES,
);

/// `com.amazonaws.sfn#KmsThrottlingException`
pub static KMS_THROTTLING_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#KmsThrottlingException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#LambdaFunctionFailedEventDetails`
pub static LAMBDA_FUNCTION_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LambdaFunctionFailedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#LambdaFunctionScheduleFailedEventDetails`
pub static LAMBDA_FUNCTION_SCHEDULE_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LambdaFunctionScheduleFailedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#LambdaFunctionScheduledEventDetails`
pub static LAMBDA_FUNCTION_SCHEDULED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LambdaFunctionScheduledEventDetails",
    &[
        rt::member!("resource", ARN).required(),
        rt::member!("input", SENSITIVE_DATA),
        rt::member!("inputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
        rt::member!("timeoutInSeconds", rt::schema::prelude::LONG),
        rt::member!("taskCredentials", TASK_CREDENTIALS),
    ],
);

/// `com.amazonaws.sfn#LambdaFunctionStartFailedEventDetails`
pub static LAMBDA_FUNCTION_START_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LambdaFunctionStartFailedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#LambdaFunctionSucceededEventDetails`
pub static LAMBDA_FUNCTION_SUCCEEDED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LambdaFunctionSucceededEventDetails",
    &[
        rt::member!("output", SENSITIVE_DATA),
        rt::member!("outputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
    ],
);

/// `com.amazonaws.sfn#LambdaFunctionTimedOutEventDetails`
pub static LAMBDA_FUNCTION_TIMED_OUT_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LambdaFunctionTimedOutEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#ListExecutionsInput`
pub static LIST_EXECUTIONS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListExecutionsInput",
    &[
        rt::member!("stateMachineArn", ARN),
        rt::member!("statusFilter", EXECUTION_STATUS),
        rt::member!("maxResults", PAGE_SIZE)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("nextToken", LIST_EXECUTIONS_PAGE_TOKEN),
        rt::member!("mapRunArn", LONG_ARN),
    ],
);

/// `com.amazonaws.sfn#ListExecutionsOutput`
pub static LIST_EXECUTIONS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListExecutionsOutput",
    &[
        rt::member!("executions", EXECUTION_LIST).required(),
        rt::member!("nextToken", LIST_EXECUTIONS_PAGE_TOKEN),
    ],
);

/// `com.amazonaws.sfn#ListExecutionsPageToken`
pub static LIST_EXECUTIONS_PAGE_TOKEN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#ListExecutionsPageToken",
        rt::schema::Kind::String,
    )
    .min_length(types::ListExecutionsPageToken::MIN_LENGTH)
    .max_length(types::ListExecutionsPageToken::MAX_LENGTH);

/// `com.amazonaws.sfn#ListStateMachineAliasesInput`
pub static LIST_STATE_MACHINE_ALIASES_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListStateMachineAliasesInput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("nextToken", PAGE_TOKEN),
        rt::member!("maxResults", PAGE_SIZE)
            .default(rt::schema::DefaultValue::Integer(0)),
    ],
);

/// `com.amazonaws.sfn#ListStateMachineAliasesOutput`
pub static LIST_STATE_MACHINE_ALIASES_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListStateMachineAliasesOutput",
    &[
        rt::member!("stateMachineAliases", STATE_MACHINE_ALIAS_LIST).required(),
        rt::member!("nextToken", PAGE_TOKEN),
    ],
);

/// `com.amazonaws.sfn#ListStateMachineVersionsInput`
pub static LIST_STATE_MACHINE_VERSIONS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListStateMachineVersionsInput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("nextToken", PAGE_TOKEN),
        rt::member!("maxResults", PAGE_SIZE)
            .default(rt::schema::DefaultValue::Integer(0)),
    ],
);

/// `com.amazonaws.sfn#ListStateMachineVersionsOutput`
pub static LIST_STATE_MACHINE_VERSIONS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListStateMachineVersionsOutput",
    &[
        rt::member!("stateMachineVersions", STATE_MACHINE_VERSION_LIST).required(),
        rt::member!("nextToken", PAGE_TOKEN),
    ],
);

/// `com.amazonaws.sfn#ListStateMachinesInput`
pub static LIST_STATE_MACHINES_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListStateMachinesInput",
    &[
        rt::member!("maxResults", PAGE_SIZE)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("nextToken", PAGE_TOKEN),
    ],
);

/// `com.amazonaws.sfn#ListStateMachinesOutput`
pub static LIST_STATE_MACHINES_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#ListStateMachinesOutput",
    &[
        rt::member!("stateMachines", STATE_MACHINE_LIST).required(),
        rt::member!("nextToken", PAGE_TOKEN),
    ],
);

/// `com.amazonaws.sfn#LogDestination`
pub static LOG_DESTINATION: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LogDestination",
    &[rt::member!("cloudWatchLogsLogGroup", CLOUD_WATCH_LOGS_LOG_GROUP)],
);

/// `com.amazonaws.sfn#LogDestinationList`
pub static LOG_DESTINATION_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.sfn#LogDestinationList",
    &[rt::member!("member", LOG_DESTINATION)],
);

/// `com.amazonaws.sfn#LogLevel`
pub static LOG_LEVEL: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.sfn#LogLevel",
    types::LogLevel::VALUES,
);

/// `com.amazonaws.sfn#LoggingConfiguration`
pub static LOGGING_CONFIGURATION: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#LoggingConfiguration",
    &[
        rt::member!("level", LOG_LEVEL),
        rt::member!("includeExecutionData", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(false)),
        rt::member!("destinations", LOG_DESTINATION_LIST),
    ],
);

/// `com.amazonaws.sfn#LongArn`
pub static LONG_ARN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#LongArn",
        rt::schema::Kind::String,
    )
    .min_length(types::LongArn::MIN_LENGTH)
    .max_length(types::LongArn::MAX_LENGTH);

/// `com.amazonaws.sfn#MapIterationEventDetails`
pub static MAP_ITERATION_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#MapIterationEventDetails",
    &[
        rt::member!("name", NAME),
        rt::member!("index", UNSIGNED_INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
    ],
);

/// `com.amazonaws.sfn#MapRunFailedEventDetails`
pub static MAP_RUN_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#MapRunFailedEventDetails",
    &[rt::member!("error", SENSITIVE_ERROR), rt::member!("cause", SENSITIVE_CAUSE)],
);

/// `com.amazonaws.sfn#MapRunStartedEventDetails`
pub static MAP_RUN_STARTED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#MapRunStartedEventDetails",
    &[rt::member!("mapRunArn", LONG_ARN)],
);

/// `com.amazonaws.sfn#MapStateStartedEventDetails`
pub static MAP_STATE_STARTED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#MapStateStartedEventDetails",
    &[
        rt::member!("length", UNSIGNED_INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
    ],
);

/// `com.amazonaws.sfn#MissingRequiredParameter`
pub static MISSING_REQUIRED_PARAMETER: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#MissingRequiredParameter",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#Name`
pub static NAME: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#Name",
        rt::schema::Kind::String,
    )
    .min_length(types::Name::MIN_LENGTH)
    .max_length(types::Name::MAX_LENGTH);

/// `com.amazonaws.sfn#PageSize`
pub static PAGE_SIZE: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#PageSize",
        rt::schema::Kind::Integer,
    )
    .min(rt::schema::Bound::Integer(types::PageSize::MIN as i64))
    .max(rt::schema::Bound::Integer(types::PageSize::MAX as i64));

/// `com.amazonaws.sfn#PageToken`
pub static PAGE_TOKEN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#PageToken",
        rt::schema::Kind::String,
    )
    .min_length(types::PageToken::MIN_LENGTH)
    .max_length(types::PageToken::MAX_LENGTH);

/// `com.amazonaws.sfn#PublishStateMachineVersionInput`
pub static PUBLISH_STATE_MACHINE_VERSION_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#PublishStateMachineVersionInput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("revisionId", rt::schema::prelude::STRING),
        rt::member!("description", VERSION_DESCRIPTION),
    ],
);

/// `com.amazonaws.sfn#PublishStateMachineVersionOutput`
pub static PUBLISH_STATE_MACHINE_VERSION_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#PublishStateMachineVersionOutput",
    &[
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("stateMachineVersionArn", ARN).required(),
    ],
);

/// `com.amazonaws.sfn#ResourceNotFound`
pub static RESOURCE_NOT_FOUND: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#ResourceNotFound",
        &[
            rt::member!("message", rt::schema::prelude::STRING),
            rt::member!("resourceName", ARN),
        ],
    )
    .error(rt::schema::Fault::Client, 404);

/// `com.amazonaws.sfn#RoutingConfigurationList`
pub static ROUTING_CONFIGURATION_LIST: rt::schema::Schema = rt::schema::Schema::list(
        "com.amazonaws.sfn#RoutingConfigurationList",
        &[rt::member!("member", ROUTING_CONFIGURATION_LIST_ITEM)],
    )
    .min_length(types::RoutingConfigurationList::MIN_LENGTH)
    .max_length(types::RoutingConfigurationList::MAX_LENGTH);

/// `com.amazonaws.sfn#RoutingConfigurationListItem`
pub static ROUTING_CONFIGURATION_LIST_ITEM: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#RoutingConfigurationListItem",
    &[
        rt::member!("stateMachineVersionArn", ARN).required(),
        rt::member!("weight", VERSION_WEIGHT)
            .required()
            .default(rt::schema::DefaultValue::Integer(0)),
    ],
);

/// `com.amazonaws.sfn#SensitiveCause`
pub static SENSITIVE_CAUSE: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#SensitiveCause",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::SensitiveCause::MIN_LENGTH)
    .max_length(types::SensitiveCause::MAX_LENGTH);

/// `com.amazonaws.sfn#SensitiveData`
pub static SENSITIVE_DATA: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#SensitiveData",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::SensitiveData::MIN_LENGTH)
    .max_length(types::SensitiveData::MAX_LENGTH);

/// `com.amazonaws.sfn#SensitiveError`
pub static SENSITIVE_ERROR: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#SensitiveError",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::SensitiveError::MIN_LENGTH)
    .max_length(types::SensitiveError::MAX_LENGTH);

/// `com.amazonaws.sfn#ServiceQuotaExceededException`
pub static SERVICE_QUOTA_EXCEEDED_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#ServiceQuotaExceededException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 402);

/// `com.amazonaws.sfn#StartExecutionInput`
pub static START_EXECUTION_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StartExecutionInput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("name", NAME),
        rt::member!("input", SENSITIVE_DATA),
        rt::member!("traceHeader", TRACE_HEADER),
    ],
);

/// `com.amazonaws.sfn#StartExecutionOutput`
pub static START_EXECUTION_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StartExecutionOutput",
    &[
        rt::member!("executionArn", ARN).required(),
        rt::member!("startDate", rt::schema::prelude::TIMESTAMP).required(),
    ],
);

/// `com.amazonaws.sfn#StateEnteredEventDetails`
pub static STATE_ENTERED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StateEnteredEventDetails",
    &[
        rt::member!("name", NAME).required(),
        rt::member!("input", SENSITIVE_DATA),
        rt::member!("inputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
    ],
);

/// `com.amazonaws.sfn#StateExitedEventDetails`
pub static STATE_EXITED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StateExitedEventDetails",
    &[
        rt::member!("name", NAME).required(),
        rt::member!("output", SENSITIVE_DATA),
        rt::member!("outputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
    ],
);

/// `com.amazonaws.sfn#StateMachineAliasList`
pub static STATE_MACHINE_ALIAS_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.sfn#StateMachineAliasList",
    &[rt::member!("member", STATE_MACHINE_ALIAS_LIST_ITEM)],
);

/// `com.amazonaws.sfn#StateMachineAliasListItem`
pub static STATE_MACHINE_ALIAS_LIST_ITEM: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StateMachineAliasListItem",
    &[
        rt::member!("stateMachineAliasArn", LONG_ARN).required(),
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP).required(),
    ],
);

/// `com.amazonaws.sfn#StateMachineAlreadyExists`
pub static STATE_MACHINE_ALREADY_EXISTS: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#StateMachineAlreadyExists",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#StateMachineDeleting`
pub static STATE_MACHINE_DELETING: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#StateMachineDeleting",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#StateMachineDoesNotExist`
pub static STATE_MACHINE_DOES_NOT_EXIST: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#StateMachineDoesNotExist",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#StateMachineLimitExceeded`
pub static STATE_MACHINE_LIMIT_EXCEEDED: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#StateMachineLimitExceeded",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#StateMachineList`
pub static STATE_MACHINE_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.sfn#StateMachineList",
    &[rt::member!("member", STATE_MACHINE_LIST_ITEM)],
);

/// `com.amazonaws.sfn#StateMachineListItem`
pub static STATE_MACHINE_LIST_ITEM: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StateMachineListItem",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("name", NAME).required(),
        rt::member!("type", STATE_MACHINE_TYPE).required(),
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP).required(),
    ],
);

/// `com.amazonaws.sfn#StateMachineStatus`
pub static STATE_MACHINE_STATUS: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.sfn#StateMachineStatus",
    types::StateMachineStatus::VALUES,
);

/// `com.amazonaws.sfn#StateMachineType`
pub static STATE_MACHINE_TYPE: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.sfn#StateMachineType",
    types::StateMachineType::VALUES,
);

/// `com.amazonaws.sfn#StateMachineTypeNotSupported`
pub static STATE_MACHINE_TYPE_NOT_SUPPORTED: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#StateMachineTypeNotSupported",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#StateMachineVersionList`
pub static STATE_MACHINE_VERSION_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.sfn#StateMachineVersionList",
    &[rt::member!("member", STATE_MACHINE_VERSION_LIST_ITEM)],
);

/// `com.amazonaws.sfn#StateMachineVersionListItem`
pub static STATE_MACHINE_VERSION_LIST_ITEM: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StateMachineVersionListItem",
    &[
        rt::member!("stateMachineVersionArn", LONG_ARN).required(),
        rt::member!("creationDate", rt::schema::prelude::TIMESTAMP).required(),
    ],
);

/// `com.amazonaws.sfn#StopExecutionInput`
pub static STOP_EXECUTION_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StopExecutionInput",
    &[
        rt::member!("executionArn", ARN).required(),
        rt::member!("error", SENSITIVE_ERROR),
        rt::member!("cause", SENSITIVE_CAUSE),
    ],
);

/// `com.amazonaws.sfn#StopExecutionOutput`
pub static STOP_EXECUTION_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#StopExecutionOutput",
    &[rt::member!("stopDate", rt::schema::prelude::TIMESTAMP).required()],
);

/// `com.amazonaws.sfn#Tag`
pub static TAG: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#Tag",
    &[rt::member!("key", TAG_KEY), rt::member!("value", TAG_VALUE)],
);

/// `com.amazonaws.sfn#TagKey`
pub static TAG_KEY: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#TagKey",
        rt::schema::Kind::String,
    )
    .min_length(types::TagKey::MIN_LENGTH)
    .max_length(types::TagKey::MAX_LENGTH);

/// `com.amazonaws.sfn#TagList`
pub static TAG_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.sfn#TagList",
    &[rt::member!("member", TAG)],
);

/// `com.amazonaws.sfn#TagValue`
pub static TAG_VALUE: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#TagValue",
        rt::schema::Kind::String,
    )
    .min_length(types::TagValue::MIN_LENGTH)
    .max_length(types::TagValue::MAX_LENGTH);

/// `com.amazonaws.sfn#TaskCredentials`
pub static TASK_CREDENTIALS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskCredentials",
    &[rt::member!("roleArn", LONG_ARN)],
);

/// `com.amazonaws.sfn#TaskFailedEventDetails`
pub static TASK_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskFailedEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
        rt::member!("error", SENSITIVE_ERROR),
        rt::member!("cause", SENSITIVE_CAUSE),
    ],
);

/// `com.amazonaws.sfn#TaskScheduledEventDetails`
pub static TASK_SCHEDULED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskScheduledEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
        rt::member!("region", NAME).required(),
        rt::member!("parameters", CONNECTOR_PARAMETERS).required(),
        rt::member!("timeoutInSeconds", rt::schema::prelude::LONG),
        rt::member!("heartbeatInSeconds", rt::schema::prelude::LONG),
        rt::member!("taskCredentials", TASK_CREDENTIALS),
    ],
);

/// `com.amazonaws.sfn#TaskStartFailedEventDetails`
pub static TASK_START_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskStartFailedEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
        rt::member!("error", SENSITIVE_ERROR),
        rt::member!("cause", SENSITIVE_CAUSE),
    ],
);

/// `com.amazonaws.sfn#TaskStartedEventDetails`
pub static TASK_STARTED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskStartedEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
    ],
);

/// `com.amazonaws.sfn#TaskSubmitFailedEventDetails`
pub static TASK_SUBMIT_FAILED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskSubmitFailedEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
        rt::member!("error", SENSITIVE_ERROR),
        rt::member!("cause", SENSITIVE_CAUSE),
    ],
);

/// `com.amazonaws.sfn#TaskSubmittedEventDetails`
pub static TASK_SUBMITTED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskSubmittedEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
        rt::member!("output", SENSITIVE_DATA),
        rt::member!("outputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
    ],
);

/// `com.amazonaws.sfn#TaskSucceededEventDetails`
pub static TASK_SUCCEEDED_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskSucceededEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
        rt::member!("output", SENSITIVE_DATA),
        rt::member!("outputDetails", HISTORY_EVENT_EXECUTION_DATA_DETAILS),
    ],
);

/// `com.amazonaws.sfn#TaskTimedOutEventDetails`
pub static TASK_TIMED_OUT_EVENT_DETAILS: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TaskTimedOutEventDetails",
    &[
        rt::member!("resourceType", NAME).required(),
        rt::member!("resource", NAME).required(),
        rt::member!("error", SENSITIVE_ERROR),
        rt::member!("cause", SENSITIVE_CAUSE),
    ],
);

/// `com.amazonaws.sfn#TooManyTags`
pub static TOO_MANY_TAGS: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#TooManyTags",
        &[
            rt::member!("message", rt::schema::prelude::STRING),
            rt::member!("resourceName", ARN),
        ],
    )
    .error(rt::schema::Fault::Client, 400);

/// How [`types::TraceHeader::PATTERN`] is matched.
static TRACE_HEADER_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'\0', b'\x7F');
    Pattern::steps(types::TraceHeader::PATTERN, &[Step::Class(&SET_1, 0, u32::MAX)])
};

/// `com.amazonaws.sfn#TraceHeader`
pub static TRACE_HEADER: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#TraceHeader",
        rt::schema::Kind::String,
    )
    .pattern(&TRACE_HEADER_PATTERN)
    .min_length(types::TraceHeader::MIN_LENGTH)
    .max_length(types::TraceHeader::MAX_LENGTH);

/// `com.amazonaws.sfn#TracingConfiguration`
pub static TRACING_CONFIGURATION: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#TracingConfiguration",
    &[
        rt::member!("enabled", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(false)),
    ],
);

/// `com.amazonaws.sfn#UnsignedInteger`
pub static UNSIGNED_INTEGER: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#UnsignedInteger",
        rt::schema::Kind::Integer,
    )
    .min(rt::schema::Bound::Integer(types::UnsignedInteger::MIN as i64));

/// `com.amazonaws.sfn#UpdateStateMachineAliasInput`
pub static UPDATE_STATE_MACHINE_ALIAS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#UpdateStateMachineAliasInput",
    &[
        rt::member!("stateMachineAliasArn", ARN).required(),
        rt::member!("description", ALIAS_DESCRIPTION),
        rt::member!("routingConfiguration", ROUTING_CONFIGURATION_LIST),
    ],
);

/// `com.amazonaws.sfn#UpdateStateMachineAliasOutput`
pub static UPDATE_STATE_MACHINE_ALIAS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#UpdateStateMachineAliasOutput",
    &[rt::member!("updateDate", rt::schema::prelude::TIMESTAMP).required()],
);

/// `com.amazonaws.sfn#UpdateStateMachineInput`
pub static UPDATE_STATE_MACHINE_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#UpdateStateMachineInput",
    &[
        rt::member!("stateMachineArn", ARN).required(),
        rt::member!("definition", DEFINITION),
        rt::member!("roleArn", ARN),
        rt::member!("loggingConfiguration", LOGGING_CONFIGURATION),
        rt::member!("tracingConfiguration", TRACING_CONFIGURATION),
        rt::member!("publish", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(false)),
        rt::member!("versionDescription", VERSION_DESCRIPTION),
    ],
);

/// `com.amazonaws.sfn#UpdateStateMachineOutput`
pub static UPDATE_STATE_MACHINE_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.sfn#UpdateStateMachineOutput",
    &[
        rt::member!("updateDate", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("revisionId", rt::schema::prelude::STRING),
        rt::member!("stateMachineVersionArn", ARN),
    ],
);

/// `com.amazonaws.sfn#ValidationException`
pub static VALIDATION_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.sfn#ValidationException",
        &[
            rt::member!("message", rt::schema::prelude::STRING),
            rt::member!("reason", VALIDATION_EXCEPTION_REASON),
        ],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.sfn#ValidationExceptionReason`
pub static VALIDATION_EXCEPTION_REASON: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.sfn#ValidationExceptionReason",
    types::ValidationExceptionReason::VALUES,
);

/// `com.amazonaws.sfn#VersionDescription`
pub static VERSION_DESCRIPTION: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#VersionDescription",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::VersionDescription::MIN_LENGTH)
    .max_length(types::VersionDescription::MAX_LENGTH);

/// `com.amazonaws.sfn#VersionWeight`
pub static VERSION_WEIGHT: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.sfn#VersionWeight",
        rt::schema::Kind::Integer,
    )
    .min(rt::schema::Bound::Integer(types::VersionWeight::MIN as i64))
    .max(rt::schema::Bound::Integer(types::VersionWeight::MAX as i64));

/// The operation `CreateStateMachine`
pub static CREATE_STATE_MACHINE: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "CreateStateMachine",
        &CREATE_STATE_MACHINE_INPUT,
        &CREATE_STATE_MACHINE_OUTPUT,
    )
    .errors(
        &[
            &CONFLICT_EXCEPTION,
            &INVALID_ARN,
            &INVALID_DEFINITION,
            &INVALID_ENCRYPTION_CONFIGURATION,
            &INVALID_LOGGING_CONFIGURATION,
            &INVALID_NAME,
            &INVALID_TRACING_CONFIGURATION,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
            &STATE_MACHINE_ALREADY_EXISTS,
            &STATE_MACHINE_DELETING,
            &STATE_MACHINE_LIMIT_EXCEEDED,
            &STATE_MACHINE_TYPE_NOT_SUPPORTED,
            &TOO_MANY_TAGS,
            &VALIDATION_EXCEPTION,
        ],
    )
    .idempotent();

/// The operation `CreateStateMachineAlias`
pub static CREATE_STATE_MACHINE_ALIAS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "CreateStateMachineAlias",
        &CREATE_STATE_MACHINE_ALIAS_INPUT,
        &CREATE_STATE_MACHINE_ALIAS_OUTPUT,
    )
    .errors(
        &[
            &CONFLICT_EXCEPTION,
            &INVALID_ARN,
            &INVALID_NAME,
            &RESOURCE_NOT_FOUND,
            &SERVICE_QUOTA_EXCEEDED_EXCEPTION,
            &STATE_MACHINE_DELETING,
            &VALIDATION_EXCEPTION,
        ],
    );

/// The operation `DeleteStateMachine`
pub static DELETE_STATE_MACHINE: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "DeleteStateMachine",
        &DELETE_STATE_MACHINE_INPUT,
        &DELETE_STATE_MACHINE_OUTPUT,
    )
    .errors(&[&INVALID_ARN, &VALIDATION_EXCEPTION]);

/// The operation `DeleteStateMachineAlias`
pub static DELETE_STATE_MACHINE_ALIAS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "DeleteStateMachineAlias",
        &DELETE_STATE_MACHINE_ALIAS_INPUT,
        &DELETE_STATE_MACHINE_ALIAS_OUTPUT,
    )
    .errors(
        &[&CONFLICT_EXCEPTION, &INVALID_ARN, &RESOURCE_NOT_FOUND, &VALIDATION_EXCEPTION],
    );

/// The operation `DeleteStateMachineVersion`
pub static DELETE_STATE_MACHINE_VERSION: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "DeleteStateMachineVersion",
        &DELETE_STATE_MACHINE_VERSION_INPUT,
        &DELETE_STATE_MACHINE_VERSION_OUTPUT,
    )
    .errors(&[&CONFLICT_EXCEPTION, &INVALID_ARN, &VALIDATION_EXCEPTION]);

/// The operation `DescribeExecution`
pub static DESCRIBE_EXECUTION: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "DescribeExecution",
        &DESCRIBE_EXECUTION_INPUT,
        &DESCRIBE_EXECUTION_OUTPUT,
    )
    .errors(
        &[
            &EXECUTION_DOES_NOT_EXIST,
            &INVALID_ARN,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_INVALID_STATE_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
        ],
    );

/// The operation `DescribeStateMachine`
pub static DESCRIBE_STATE_MACHINE: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "DescribeStateMachine",
        &DESCRIBE_STATE_MACHINE_INPUT,
        &DESCRIBE_STATE_MACHINE_OUTPUT,
    )
    .errors(
        &[
            &INVALID_ARN,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_INVALID_STATE_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
            &STATE_MACHINE_DOES_NOT_EXIST,
        ],
    );

/// The operation `DescribeStateMachineAlias`
pub static DESCRIBE_STATE_MACHINE_ALIAS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "DescribeStateMachineAlias",
        &DESCRIBE_STATE_MACHINE_ALIAS_INPUT,
        &DESCRIBE_STATE_MACHINE_ALIAS_OUTPUT,
    )
    .errors(&[&INVALID_ARN, &RESOURCE_NOT_FOUND, &VALIDATION_EXCEPTION]);

/// The operation `DescribeStateMachineForExecution`
pub static DESCRIBE_STATE_MACHINE_FOR_EXECUTION: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "DescribeStateMachineForExecution",
        &DESCRIBE_STATE_MACHINE_FOR_EXECUTION_INPUT,
        &DESCRIBE_STATE_MACHINE_FOR_EXECUTION_OUTPUT,
    )
    .errors(
        &[
            &EXECUTION_DOES_NOT_EXIST,
            &INVALID_ARN,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_INVALID_STATE_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
        ],
    );

/// The operation `GetExecutionHistory`
pub static GET_EXECUTION_HISTORY: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "GetExecutionHistory",
        &GET_EXECUTION_HISTORY_INPUT,
        &GET_EXECUTION_HISTORY_OUTPUT,
    )
    .errors(
        &[
            &EXECUTION_DOES_NOT_EXIST,
            &INVALID_ARN,
            &INVALID_TOKEN,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_INVALID_STATE_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
        ],
    )
    .paginated("nextToken", &["nextToken"]);

/// The operation `ListExecutions`
pub static LIST_EXECUTIONS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "ListExecutions",
        &LIST_EXECUTIONS_INPUT,
        &LIST_EXECUTIONS_OUTPUT,
    )
    .errors(
        &[
            &INVALID_ARN,
            &INVALID_TOKEN,
            &RESOURCE_NOT_FOUND,
            &STATE_MACHINE_DOES_NOT_EXIST,
            &STATE_MACHINE_TYPE_NOT_SUPPORTED,
            &VALIDATION_EXCEPTION,
        ],
    )
    .paginated("nextToken", &["nextToken"]);

/// The operation `ListStateMachineAliases`
pub static LIST_STATE_MACHINE_ALIASES: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "ListStateMachineAliases",
        &LIST_STATE_MACHINE_ALIASES_INPUT,
        &LIST_STATE_MACHINE_ALIASES_OUTPUT,
    )
    .errors(
        &[
            &INVALID_ARN,
            &INVALID_TOKEN,
            &RESOURCE_NOT_FOUND,
            &STATE_MACHINE_DELETING,
            &STATE_MACHINE_DOES_NOT_EXIST,
        ],
    );

/// The operation `ListStateMachineVersions`
pub static LIST_STATE_MACHINE_VERSIONS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "ListStateMachineVersions",
        &LIST_STATE_MACHINE_VERSIONS_INPUT,
        &LIST_STATE_MACHINE_VERSIONS_OUTPUT,
    )
    .errors(&[&INVALID_ARN, &INVALID_TOKEN, &VALIDATION_EXCEPTION]);

/// The operation `ListStateMachines`
pub static LIST_STATE_MACHINES: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "ListStateMachines",
        &LIST_STATE_MACHINES_INPUT,
        &LIST_STATE_MACHINES_OUTPUT,
    )
    .errors(&[&INVALID_TOKEN])
    .paginated("nextToken", &["nextToken"]);

/// The operation `PublishStateMachineVersion`
pub static PUBLISH_STATE_MACHINE_VERSION: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "PublishStateMachineVersion",
        &PUBLISH_STATE_MACHINE_VERSION_INPUT,
        &PUBLISH_STATE_MACHINE_VERSION_OUTPUT,
    )
    .errors(
        &[
            &CONFLICT_EXCEPTION,
            &INVALID_ARN,
            &SERVICE_QUOTA_EXCEEDED_EXCEPTION,
            &STATE_MACHINE_DELETING,
            &STATE_MACHINE_DOES_NOT_EXIST,
            &VALIDATION_EXCEPTION,
        ],
    )
    .idempotent();

/// The operation `StartExecution`
pub static START_EXECUTION: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "StartExecution",
        &START_EXECUTION_INPUT,
        &START_EXECUTION_OUTPUT,
    )
    .errors(
        &[
            &EXECUTION_ALREADY_EXISTS,
            &EXECUTION_LIMIT_EXCEEDED,
            &INVALID_ARN,
            &INVALID_EXECUTION_INPUT,
            &INVALID_NAME,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_INVALID_STATE_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
            &STATE_MACHINE_DELETING,
            &STATE_MACHINE_DOES_NOT_EXIST,
            &VALIDATION_EXCEPTION,
        ],
    )
    .idempotent();

/// The operation `StopExecution`
pub static STOP_EXECUTION: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "StopExecution",
        &STOP_EXECUTION_INPUT,
        &STOP_EXECUTION_OUTPUT,
    )
    .errors(
        &[
            &EXECUTION_DOES_NOT_EXIST,
            &INVALID_ARN,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_INVALID_STATE_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
            &VALIDATION_EXCEPTION,
        ],
    );

/// The operation `UpdateStateMachine`
pub static UPDATE_STATE_MACHINE: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "UpdateStateMachine",
        &UPDATE_STATE_MACHINE_INPUT,
        &UPDATE_STATE_MACHINE_OUTPUT,
    )
    .errors(
        &[
            &CONFLICT_EXCEPTION,
            &INVALID_ARN,
            &INVALID_DEFINITION,
            &INVALID_ENCRYPTION_CONFIGURATION,
            &INVALID_LOGGING_CONFIGURATION,
            &INVALID_TRACING_CONFIGURATION,
            &KMS_ACCESS_DENIED_EXCEPTION,
            &KMS_THROTTLING_EXCEPTION,
            &MISSING_REQUIRED_PARAMETER,
            &SERVICE_QUOTA_EXCEEDED_EXCEPTION,
            &STATE_MACHINE_DELETING,
            &STATE_MACHINE_DOES_NOT_EXIST,
            &VALIDATION_EXCEPTION,
        ],
    )
    .idempotent();

/// The operation `UpdateStateMachineAlias`
pub static UPDATE_STATE_MACHINE_ALIAS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "UpdateStateMachineAlias",
        &UPDATE_STATE_MACHINE_ALIAS_INPUT,
        &UPDATE_STATE_MACHINE_ALIAS_OUTPUT,
    )
    .errors(
        &[
            &CONFLICT_EXCEPTION,
            &INVALID_ARN,
            &RESOURCE_NOT_FOUND,
            &STATE_MACHINE_DELETING,
            &VALIDATION_EXCEPTION,
        ],
    );

/// The service `com.amazonaws.sfn#AWSStepFunctions`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "com.amazonaws.sfn#AWSStepFunctions",
        "2016-11-23",
        &[
            &CREATE_STATE_MACHINE,
            &CREATE_STATE_MACHINE_ALIAS,
            &DELETE_STATE_MACHINE,
            &DELETE_STATE_MACHINE_ALIAS,
            &DELETE_STATE_MACHINE_VERSION,
            &DESCRIBE_EXECUTION,
            &DESCRIBE_STATE_MACHINE,
            &DESCRIBE_STATE_MACHINE_ALIAS,
            &DESCRIBE_STATE_MACHINE_FOR_EXECUTION,
            &GET_EXECUTION_HISTORY,
            &LIST_EXECUTIONS,
            &LIST_STATE_MACHINE_ALIASES,
            &LIST_STATE_MACHINE_VERSIONS,
            &LIST_STATE_MACHINES,
            &PUBLISH_STATE_MACHINE_VERSION,
            &START_EXECUTION,
            &STOP_EXECUTION,
            &UPDATE_STATE_MACHINE,
            &UPDATE_STATE_MACHINE_ALIAS,
        ],
    )
    .protocols(&[rt::schema::ProtocolId::AwsJson1_0])
    .sigv4("states")
    .sdk_id("SFN")
    .endpoint_prefix("states")
    .xml_namespace("http://swf.amazonaws.com/doc/2015-07-20/", "")
    .validation_error(&VALIDATION_EXCEPTION);
