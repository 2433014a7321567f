// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `ImageBuilder`.

use super::types;
use ::whitesmith_runtime as rt;

/// `com.amazonaws.imagebuilder#CallRateLimitExceededException`
pub static CALL_RATE_LIMIT_EXCEEDED_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.imagebuilder#CallRateLimitExceededException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 429);

/// `com.amazonaws.imagebuilder#ClientException`
pub static CLIENT_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.imagebuilder#ClientException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.imagebuilder#ForbiddenException`
pub static FORBIDDEN_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.imagebuilder#ForbiddenException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 403);

/// `com.amazonaws.imagebuilder#ImageBuildMessage`
pub static IMAGE_BUILD_MESSAGE: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#ImageBuildMessage",
        rt::schema::Kind::String,
    )
    .min_length(types::ImageBuildMessage::MIN_LENGTH)
    .max_length(types::ImageBuildMessage::MAX_LENGTH);

/// How [`types::ImageBuildVersionArn::PATTERN`] is matched.
static IMAGE_BUILD_VERSION_ARN_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().chars(":").negated();
    const SET_2: Set = Set::new().range(b'0', b'9');
    const SET_3: Set = Set::new().range(b'0', b'9').range(b'a', b'z').chars("-_");
    Pattern::steps(
        types::ImageBuildVersionArn::PATTERN,
        &[
            Step::Literal("arn:aws"),
            Step::Class(&SET_1, 0, u32::MAX),
            Step::Literal(":imagebuilder:"),
            Step::Class(&SET_1, 1, u32::MAX),
            Step::Literal(":"),
            Step::OneOf(&[&[Step::Class(&SET_2, 12, 12)], &[Step::Literal("aws")]]),
            Step::Literal(":image/"),
            Step::Class(&SET_3, 1, u32::MAX),
            Step::Literal("/"),
            Step::Class(&SET_2, 1, u32::MAX),
            Step::Literal("."),
            Step::Class(&SET_2, 1, u32::MAX),
            Step::Literal("."),
            Step::Class(&SET_2, 1, u32::MAX),
            Step::Literal("/"),
            Step::Class(&SET_2, 1, u32::MAX),
        ],
    )
};

/// `com.amazonaws.imagebuilder#ImageBuildVersionArn`
pub static IMAGE_BUILD_VERSION_ARN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#ImageBuildVersionArn",
        rt::schema::Kind::String,
    )
    .pattern(&IMAGE_BUILD_VERSION_ARN_PATTERN);

/// `com.amazonaws.imagebuilder#InvalidPaginationTokenException`
pub static INVALID_PAGINATION_TOKEN_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.imagebuilder#InvalidPaginationTokenException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.imagebuilder#InvalidRequestException`
pub static INVALID_REQUEST_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.imagebuilder#InvalidRequestException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `com.amazonaws.imagebuilder#ListWorkflowExecutionsRequest`
pub static LIST_WORKFLOW_EXECUTIONS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.imagebuilder#ListWorkflowExecutionsRequest",
    &[
        rt::member!("maxResults", RESTRICTED_INTEGER),
        rt::member!("nextToken", PAGINATION_TOKEN),
        rt::member!("imageBuildVersionArn", IMAGE_BUILD_VERSION_ARN).required(),
    ],
);

/// `com.amazonaws.imagebuilder#ListWorkflowExecutionsResponse`
pub static LIST_WORKFLOW_EXECUTIONS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.imagebuilder#ListWorkflowExecutionsResponse",
    &[
        rt::member!("requestId", NON_EMPTY_STRING),
        rt::member!("workflowExecutions", WORKFLOW_EXECUTIONS_LIST),
        rt::member!("imageBuildVersionArn", IMAGE_BUILD_VERSION_ARN),
        rt::member!("message", IMAGE_BUILD_MESSAGE),
        rt::member!("nextToken", PAGINATION_TOKEN),
    ],
);

/// `com.amazonaws.imagebuilder#ListWorkflowStepExecutionsRequest`
pub static LIST_WORKFLOW_STEP_EXECUTIONS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.imagebuilder#ListWorkflowStepExecutionsRequest",
    &[
        rt::member!("maxResults", RESTRICTED_INTEGER),
        rt::member!("nextToken", PAGINATION_TOKEN),
        rt::member!("workflowExecutionId", WORKFLOW_EXECUTION_ID).required(),
    ],
);

/// `com.amazonaws.imagebuilder#ListWorkflowStepExecutionsResponse`
pub static LIST_WORKFLOW_STEP_EXECUTIONS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.imagebuilder#ListWorkflowStepExecutionsResponse",
    &[
        rt::member!("requestId", NON_EMPTY_STRING),
        rt::member!("steps", WORKFLOW_STEP_EXECUTIONS_LIST),
        rt::member!("workflowBuildVersionArn", WORKFLOW_BUILD_VERSION_ARN),
        rt::member!("workflowExecutionId", WORKFLOW_EXECUTION_ID),
        rt::member!("imageBuildVersionArn", IMAGE_BUILD_VERSION_ARN),
        rt::member!("message", IMAGE_BUILD_MESSAGE),
        rt::member!("nextToken", PAGINATION_TOKEN),
    ],
);

/// `com.amazonaws.imagebuilder#NonEmptyString`
pub static NON_EMPTY_STRING: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#NonEmptyString",
        rt::schema::Kind::String,
    )
    .min_length(types::NonEmptyString::MIN_LENGTH)
    .max_length(types::NonEmptyString::MAX_LENGTH);

/// `com.amazonaws.imagebuilder#PaginationToken`
pub static PAGINATION_TOKEN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#PaginationToken",
        rt::schema::Kind::String,
    )
    .min_length(types::PaginationToken::MIN_LENGTH)
    .max_length(types::PaginationToken::MAX_LENGTH);

/// How [`types::ParallelGroup::PATTERN`] is matched.
static PARALLEL_GROUP_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'0', b'9').range(b'A', b'Z').range(b'a', b'z');
    const SET_2: Set = Set::new()
        .range(b'0', b'9')
        .range(b'A', b'Z')
        .range(b'a', b'z')
        .chars("#+-_");
    Pattern::steps(
        types::ParallelGroup::PATTERN,
        &[Step::Class(&SET_1, 1, 1), Step::Class(&SET_2, 0, 99)],
    )
};

/// `com.amazonaws.imagebuilder#ParallelGroup`
pub static PARALLEL_GROUP: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#ParallelGroup",
        rt::schema::Kind::String,
    )
    .pattern(&PARALLEL_GROUP_PATTERN)
    .min_length(types::ParallelGroup::MIN_LENGTH)
    .max_length(types::ParallelGroup::MAX_LENGTH);

/// `com.amazonaws.imagebuilder#RestrictedInteger`
pub static RESTRICTED_INTEGER: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#RestrictedInteger",
        rt::schema::Kind::Integer,
    )
    .min(rt::schema::Bound::Integer(types::RestrictedInteger::MIN as i64))
    .max(rt::schema::Bound::Integer(types::RestrictedInteger::MAX as i64));

/// `com.amazonaws.imagebuilder#ServiceException`
pub static SERVICE_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.imagebuilder#ServiceException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Server, 500);

/// `com.amazonaws.imagebuilder#ServiceUnavailableException`
pub static SERVICE_UNAVAILABLE_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.imagebuilder#ServiceUnavailableException",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Server, 503);

/// How [`types::WorkflowBuildVersionArn::PATTERN`] is matched.
static WORKFLOW_BUILD_VERSION_ARN_PATTERN: rt::pattern::Pattern = rt::pattern::Pattern::automata(
    types::WorkflowBuildVersionArn::PATTERN,
    &[
        rt::pattern::Automaton::find(
            r"\Aarn:aws(?:\-[a-z]+)*:imagebuilder:[a-z]{2,}(?:\-[a-z]+)+\-[0-9]+:(?:[0-9]{12}|aws):workflow/(?:build|test|distribution)/[\-0-9_a-z]+/[0-9]+\.[0-9]+\.[0-9]+/[0-9]+\z",
        ),
    ],
);

/// `com.amazonaws.imagebuilder#WorkflowBuildVersionArn`
pub static WORKFLOW_BUILD_VERSION_ARN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowBuildVersionArn",
        rt::schema::Kind::String,
    )
    .pattern(&WORKFLOW_BUILD_VERSION_ARN_PATTERN)
    .max_length(types::WorkflowBuildVersionArn::MAX_LENGTH);

/// How [`types::WorkflowExecutionId::PATTERN`] is matched.
static WORKFLOW_EXECUTION_ID_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'0', b'9').range(b'A', b'F').range(b'a', b'f');
    Pattern::steps(
        types::WorkflowExecutionId::PATTERN,
        &[
            Step::Literal("wf-"),
            Step::Class(&SET_1, 8, 8),
            Step::Literal("-"),
            Step::Class(&SET_1, 4, 4),
            Step::Literal("-"),
            Step::Class(&SET_1, 4, 4),
            Step::Literal("-"),
            Step::Class(&SET_1, 4, 4),
            Step::Literal("-"),
            Step::Class(&SET_1, 12, 12),
        ],
    )
};

/// `com.amazonaws.imagebuilder#WorkflowExecutionId`
pub static WORKFLOW_EXECUTION_ID: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowExecutionId",
        rt::schema::Kind::String,
    )
    .pattern(&WORKFLOW_EXECUTION_ID_PATTERN);

/// `com.amazonaws.imagebuilder#WorkflowExecutionMessage`
pub static WORKFLOW_EXECUTION_MESSAGE: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowExecutionMessage",
        rt::schema::Kind::String,
    )
    .min_length(types::WorkflowExecutionMessage::MIN_LENGTH)
    .max_length(types::WorkflowExecutionMessage::MAX_LENGTH);

/// `com.amazonaws.imagebuilder#WorkflowExecutionMetadata`
pub static WORKFLOW_EXECUTION_METADATA: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.imagebuilder#WorkflowExecutionMetadata",
    &[
        rt::member!("workflowBuildVersionArn", WORKFLOW_BUILD_VERSION_ARN),
        rt::member!("workflowExecutionId", WORKFLOW_EXECUTION_ID),
        rt::member!("type", WORKFLOW_TYPE),
        rt::member!("status", WORKFLOW_EXECUTION_STATUS),
        rt::member!("message", WORKFLOW_EXECUTION_MESSAGE),
        rt::member!("totalStepCount", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("totalStepsSucceeded", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("totalStepsFailed", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("totalStepsSkipped", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("startTime", rt::schema::prelude::STRING),
        rt::member!("endTime", rt::schema::prelude::STRING),
        rt::member!("parallelGroup", PARALLEL_GROUP),
        rt::member!("retried", rt::schema::prelude::BOOLEAN),
    ],
);

/// `com.amazonaws.imagebuilder#WorkflowExecutionStatus`
pub static WORKFLOW_EXECUTION_STATUS: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.imagebuilder#WorkflowExecutionStatus",
    types::WorkflowExecutionStatus::VALUES,
);

/// `com.amazonaws.imagebuilder#WorkflowExecutionsList`
pub static WORKFLOW_EXECUTIONS_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.imagebuilder#WorkflowExecutionsList",
    &[rt::member!("member", WORKFLOW_EXECUTION_METADATA)],
);

/// How [`types::WorkflowStepAction::PATTERN`] is matched.
static WORKFLOW_STEP_ACTION_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'A', b'Z').range(b'a', b'z');
    const SET_2: Set = Set::new()
        .range(b'0', b'9')
        .range(b'A', b'Z')
        .range(b'a', b'z')
        .chars("-_");
    Pattern::steps(
        types::WorkflowStepAction::PATTERN,
        &[Step::Class(&SET_1, 1, 1), Step::Class(&SET_2, 1, 99)],
    )
};

/// `com.amazonaws.imagebuilder#WorkflowStepAction`
pub static WORKFLOW_STEP_ACTION: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowStepAction",
        rt::schema::Kind::String,
    )
    .pattern(&WORKFLOW_STEP_ACTION_PATTERN);

/// `com.amazonaws.imagebuilder#WorkflowStepDescription`
pub static WORKFLOW_STEP_DESCRIPTION: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowStepDescription",
        rt::schema::Kind::String,
    )
    .min_length(types::WorkflowStepDescription::MIN_LENGTH)
    .max_length(types::WorkflowStepDescription::MAX_LENGTH);

/// How [`types::WorkflowStepExecutionId::PATTERN`] is matched.
static WORKFLOW_STEP_EXECUTION_ID_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'0', b'9').range(b'A', b'F').range(b'a', b'f');
    Pattern::steps(
        types::WorkflowStepExecutionId::PATTERN,
        &[
            Step::Literal("step-"),
            Step::Class(&SET_1, 8, 8),
            Step::Literal("-"),
            Step::Class(&SET_1, 4, 4),
            Step::Literal("-"),
            Step::Class(&SET_1, 4, 4),
            Step::Literal("-"),
            Step::Class(&SET_1, 4, 4),
            Step::Literal("-"),
            Step::Class(&SET_1, 12, 12),
        ],
    )
};

/// `com.amazonaws.imagebuilder#WorkflowStepExecutionId`
pub static WORKFLOW_STEP_EXECUTION_ID: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowStepExecutionId",
        rt::schema::Kind::String,
    )
    .pattern(&WORKFLOW_STEP_EXECUTION_ID_PATTERN);

/// `com.amazonaws.imagebuilder#WorkflowStepExecutionRollbackStatus`
pub static WORKFLOW_STEP_EXECUTION_ROLLBACK_STATUS: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.imagebuilder#WorkflowStepExecutionRollbackStatus",
    types::WorkflowStepExecutionRollbackStatus::VALUES,
);

/// `com.amazonaws.imagebuilder#WorkflowStepExecutionStatus`
pub static WORKFLOW_STEP_EXECUTION_STATUS: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.imagebuilder#WorkflowStepExecutionStatus",
    types::WorkflowStepExecutionStatus::VALUES,
);

/// `com.amazonaws.imagebuilder#WorkflowStepExecutionsList`
pub static WORKFLOW_STEP_EXECUTIONS_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.imagebuilder#WorkflowStepExecutionsList",
    &[rt::member!("member", WORKFLOW_STEP_METADATA)],
);

/// `com.amazonaws.imagebuilder#WorkflowStepMessage`
pub static WORKFLOW_STEP_MESSAGE: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowStepMessage",
        rt::schema::Kind::String,
    )
    .min_length(types::WorkflowStepMessage::MIN_LENGTH)
    .max_length(types::WorkflowStepMessage::MAX_LENGTH);

/// `com.amazonaws.imagebuilder#WorkflowStepMetadata`
pub static WORKFLOW_STEP_METADATA: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.imagebuilder#WorkflowStepMetadata",
    &[
        rt::member!("stepExecutionId", WORKFLOW_STEP_EXECUTION_ID),
        rt::member!("name", WORKFLOW_STEP_NAME),
        rt::member!("description", WORKFLOW_STEP_DESCRIPTION),
        rt::member!("action", WORKFLOW_STEP_ACTION),
        rt::member!("status", WORKFLOW_STEP_EXECUTION_STATUS),
        rt::member!("rollbackStatus", WORKFLOW_STEP_EXECUTION_ROLLBACK_STATUS),
        rt::member!("message", WORKFLOW_STEP_MESSAGE),
        rt::member!("inputs", rt::schema::prelude::STRING),
        rt::member!("outputs", rt::schema::prelude::STRING),
        rt::member!("startTime", rt::schema::prelude::STRING),
        rt::member!("endTime", rt::schema::prelude::STRING),
    ],
);

/// How [`types::WorkflowStepName::PATTERN`] is matched.
static WORKFLOW_STEP_NAME_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'A', b'Z').range(b'a', b'z');
    const SET_2: Set = Set::new()
        .range(b'0', b'9')
        .range(b'A', b'Z')
        .range(b'a', b'z')
        .chars("-_");
    Pattern::steps(
        types::WorkflowStepName::PATTERN,
        &[Step::Class(&SET_1, 1, 1), Step::Class(&SET_2, 1, 99)],
    )
};

/// `com.amazonaws.imagebuilder#WorkflowStepName`
pub static WORKFLOW_STEP_NAME: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.imagebuilder#WorkflowStepName",
        rt::schema::Kind::String,
    )
    .pattern(&WORKFLOW_STEP_NAME_PATTERN);

/// `com.amazonaws.imagebuilder#WorkflowType`
pub static WORKFLOW_TYPE: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.imagebuilder#WorkflowType",
    types::WorkflowType::VALUES,
);

/// The operation `ListWorkflowExecutions`
pub static LIST_WORKFLOW_EXECUTIONS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "ListWorkflowExecutions",
        &LIST_WORKFLOW_EXECUTIONS_INPUT,
        &LIST_WORKFLOW_EXECUTIONS_OUTPUT,
    )
    .errors(
        &[
            &CALL_RATE_LIMIT_EXCEEDED_EXCEPTION,
            &CLIENT_EXCEPTION,
            &FORBIDDEN_EXCEPTION,
            &INVALID_PAGINATION_TOKEN_EXCEPTION,
            &INVALID_REQUEST_EXCEPTION,
            &SERVICE_EXCEPTION,
            &SERVICE_UNAVAILABLE_EXCEPTION,
        ],
    )
    .http("POST", "/ListWorkflowExecutions", 200)
    .paginated("nextToken", &["nextToken"]);

/// The operation `ListWorkflowStepExecutions`
pub static LIST_WORKFLOW_STEP_EXECUTIONS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "ListWorkflowStepExecutions",
        &LIST_WORKFLOW_STEP_EXECUTIONS_INPUT,
        &LIST_WORKFLOW_STEP_EXECUTIONS_OUTPUT,
    )
    .errors(
        &[
            &CALL_RATE_LIMIT_EXCEEDED_EXCEPTION,
            &CLIENT_EXCEPTION,
            &FORBIDDEN_EXCEPTION,
            &INVALID_PAGINATION_TOKEN_EXCEPTION,
            &INVALID_REQUEST_EXCEPTION,
            &SERVICE_EXCEPTION,
            &SERVICE_UNAVAILABLE_EXCEPTION,
        ],
    )
    .http("POST", "/ListWorkflowStepExecutions", 200)
    .paginated("nextToken", &["nextToken"]);

/// The service `com.amazonaws.imagebuilder#imagebuilder`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "com.amazonaws.imagebuilder#imagebuilder",
        "2019-12-02",
        &[&LIST_WORKFLOW_EXECUTIONS, &LIST_WORKFLOW_STEP_EXECUTIONS],
    )
    .protocols(&[rt::schema::ProtocolId::RestJson1])
    .sigv4("imagebuilder")
    .sdk_id("imagebuilder")
    .endpoint_prefix("imagebuilder")
    .validation_error(&INVALID_REQUEST_EXCEPTION);
