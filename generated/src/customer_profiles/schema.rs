// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `CustomerProfiles`.

use super::types;
use ::whitesmith_runtime as rt;

/// `com.amazonaws.customerprofiles#AccessDeniedException`
pub static ACCESS_DENIED_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.customerprofiles#AccessDeniedException",
        &[rt::member!("Message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 403);

/// `com.amazonaws.customerprofiles#AppflowIntegrationWorkflowStep`
pub static APPFLOW_INTEGRATION_WORKFLOW_STEP: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.customerprofiles#AppflowIntegrationWorkflowStep",
    &[
        rt::member!("FlowName", FLOW_NAME).required(),
        rt::member!("Status", STATUS).required(),
        rt::member!("ExecutionMessage", STRING1_TO255).required(),
        rt::member!("RecordsProcessed", rt::schema::prelude::LONG)
            .required()
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("BatchRecordsStartTime", STRING1_TO255).required(),
        rt::member!("BatchRecordsEndTime", STRING1_TO255).required(),
        rt::member!("CreatedAt", rt::schema::prelude::TIMESTAMP).required(),
        rt::member!("LastUpdatedAt", rt::schema::prelude::TIMESTAMP).required(),
    ],
);

/// `com.amazonaws.customerprofiles#BadRequestException`
pub static BAD_REQUEST_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.customerprofiles#BadRequestException",
        &[rt::member!("Message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// How [`types::FlowName::PATTERN`] is matched.
static FLOW_NAME_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'0', b'9').range(b'A', b'Z').range(b'a', b'z');
    const SET_2: Set = Set::new()
        .range(b'0', b'9')
        .range(b'@', b'Z')
        .range(b'a', b'z')
        .chars("!#-._");
    Pattern::steps(
        types::FlowName::PATTERN,
        &[Step::Class(&SET_1, 1, 1), Step::Class(&SET_2, 1, u32::MAX)],
    )
};

/// `com.amazonaws.customerprofiles#FlowName`
pub static FLOW_NAME: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.customerprofiles#FlowName",
        rt::schema::Kind::String,
    )
    .pattern(&FLOW_NAME_PATTERN)
    .min_length(types::FlowName::MIN_LENGTH)
    .max_length(types::FlowName::MAX_LENGTH);

/// `com.amazonaws.customerprofiles#GetWorkflowStepsRequest`
pub static GET_WORKFLOW_STEPS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.customerprofiles#GetWorkflowStepsRequest",
    &[
        rt::member!("DomainName", NAME).required().label(),
        rt::member!("WorkflowId", UUID).required().label(),
        rt::member!("NextToken", TOKEN).query("next-token"),
        rt::member!("MaxResults", MAX_SIZE100).query("max-results"),
    ],
);

/// `com.amazonaws.customerprofiles#GetWorkflowStepsResponse`
pub static GET_WORKFLOW_STEPS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.customerprofiles#GetWorkflowStepsResponse",
    &[
        rt::member!("WorkflowId", UUID),
        rt::member!("WorkflowType", WORKFLOW_TYPE),
        rt::member!("Items", WORKFLOW_STEPS_LIST),
        rt::member!("NextToken", TOKEN),
    ],
);

/// `com.amazonaws.customerprofiles#InternalServerException`
pub static INTERNAL_SERVER_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.customerprofiles#InternalServerException",
        &[rt::member!("Message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Server, 500);

/// `com.amazonaws.customerprofiles#ResourceNotFoundException`
pub static RESOURCE_NOT_FOUND_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.customerprofiles#ResourceNotFoundException",
        &[rt::member!("Message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 404);

/// `com.amazonaws.customerprofiles#Status`
pub static STATUS: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.customerprofiles#Status",
    types::Status::VALUES,
);

/// `com.amazonaws.customerprofiles#ThrottlingException`
pub static THROTTLING_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "com.amazonaws.customerprofiles#ThrottlingException",
        &[rt::member!("Message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 429);

/// `com.amazonaws.customerprofiles#WorkflowStepItem`
pub static WORKFLOW_STEP_ITEM: rt::schema::Schema = rt::schema::Schema::structure(
    "com.amazonaws.customerprofiles#WorkflowStepItem",
    &[rt::member!("AppflowIntegration", APPFLOW_INTEGRATION_WORKFLOW_STEP)],
);

/// `com.amazonaws.customerprofiles#WorkflowStepsList`
pub static WORKFLOW_STEPS_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "com.amazonaws.customerprofiles#WorkflowStepsList",
    &[rt::member!("member", WORKFLOW_STEP_ITEM)],
);

/// `com.amazonaws.customerprofiles#WorkflowType`
pub static WORKFLOW_TYPE: rt::schema::Schema = rt::schema::Schema::string_enum(
    "com.amazonaws.customerprofiles#WorkflowType",
    types::WorkflowType::VALUES,
);

/// `com.amazonaws.customerprofiles#maxSize100`
pub static MAX_SIZE100: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.customerprofiles#maxSize100",
        rt::schema::Kind::Integer,
    )
    .min(rt::schema::Bound::Integer(types::MaxSize100::MIN as i64))
    .max(rt::schema::Bound::Integer(types::MaxSize100::MAX as i64));

/// How [`types::Name::PATTERN`] is matched.
static NAME_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new()
        .range(b'0', b'9')
        .range(b'A', b'Z')
        .range(b'a', b'z')
        .chars("-_");
    Pattern::steps(types::Name::PATTERN, &[Step::Class(&SET_1, 1, u32::MAX)])
};

/// `com.amazonaws.customerprofiles#name`
pub static NAME: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.customerprofiles#name",
        rt::schema::Kind::String,
    )
    .pattern(&NAME_PATTERN)
    .min_length(types::Name::MIN_LENGTH)
    .max_length(types::Name::MAX_LENGTH);

/// `com.amazonaws.customerprofiles#string1To255`
pub static STRING1_TO255: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.customerprofiles#string1To255",
        rt::schema::Kind::String,
    )
    .min_length(types::String1To255::MIN_LENGTH)
    .max_length(types::String1To255::MAX_LENGTH);

/// `com.amazonaws.customerprofiles#token`
pub static TOKEN: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.customerprofiles#token",
        rt::schema::Kind::String,
    )
    .min_length(types::Token::MIN_LENGTH)
    .max_length(types::Token::MAX_LENGTH);

/// How [`types::Uuid::PATTERN`] is matched.
static UUID_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'0', b'9').range(b'a', b'f');
    Pattern::steps(types::Uuid::PATTERN, &[Step::Class(&SET_1, 32, 32)])
};

/// `com.amazonaws.customerprofiles#uuid`
pub static UUID: rt::schema::Schema = rt::schema::Schema::simple(
        "com.amazonaws.customerprofiles#uuid",
        rt::schema::Kind::String,
    )
    .pattern(&UUID_PATTERN);

/// The operation `GetWorkflowSteps`
pub static GET_WORKFLOW_STEPS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "GetWorkflowSteps",
        &GET_WORKFLOW_STEPS_INPUT,
        &GET_WORKFLOW_STEPS_OUTPUT,
    )
    .errors(
        &[
            &ACCESS_DENIED_EXCEPTION,
            &BAD_REQUEST_EXCEPTION,
            &INTERNAL_SERVER_EXCEPTION,
            &RESOURCE_NOT_FOUND_EXCEPTION,
            &THROTTLING_EXCEPTION,
        ],
    )
    .http("GET", "/domains/{DomainName}/workflows/{WorkflowId}/steps", 200)
    .readonly();

/// The service `com.amazonaws.customerprofiles#CustomerProfiles_20200815`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "com.amazonaws.customerprofiles#CustomerProfiles_20200815",
        "2020-08-15",
        &[&GET_WORKFLOW_STEPS],
    )
    .protocols(&[rt::schema::ProtocolId::RestJson1])
    .sigv4("profile")
    .sdk_id("Customer Profiles")
    .endpoint_prefix("profile")
    .validation_error(&BAD_REQUEST_EXCEPTION);
