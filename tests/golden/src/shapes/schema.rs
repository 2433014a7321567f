// Written by whitesmith from cases/shapes.json. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `Shapes`.

use super::types;
use ::whitesmith_runtime as rt;

/// `example.shapes#AllTypes`
pub static ALL_TYPES: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#AllTypes",
    &[
        rt::member!("boolean", rt::schema::prelude::BOOLEAN),
        rt::member!("byte", rt::schema::prelude::BYTE),
        rt::member!("short", rt::schema::prelude::SHORT),
        rt::member!("integer", rt::schema::prelude::INTEGER),
        rt::member!("long", rt::schema::prelude::LONG),
        rt::member!("float", rt::schema::prelude::FLOAT),
        rt::member!("double", rt::schema::prelude::DOUBLE),
        rt::member!("bigInteger", rt::schema::prelude::BIG_INTEGER),
        rt::member!("bigDecimal", rt::schema::prelude::BIG_DECIMAL),
        rt::member!("string", rt::schema::prelude::STRING),
        rt::member!("blob", rt::schema::prelude::BLOB),
        rt::member!("timestamp", rt::schema::prelude::TIMESTAMP),
        rt::member!("dateTime", rt::schema::prelude::TIMESTAMP)
            .timestamp_format(rt::schema::TimestampFormat::DateTime),
        rt::member!("httpDate", rt::schema::prelude::TIMESTAMP)
            .timestamp_format(rt::schema::TimestampFormat::HttpDate),
        rt::member!("document", rt::schema::prelude::DOCUMENT),
        rt::member!("colour", COLOUR),
        rt::member!("level", LEVEL),
        rt::member!("strings", STRINGS),
        rt::member!("sparse", SPARSE_STRINGS),
        rt::member!("numbers", NUMBERS),
        rt::member!("sparseNumbers", SPARSE_NUMBERS),
        rt::member!("nested", NUMBERS2),
        rt::member!("choice", CHOICE),
        rt::member!("tree", TREE),
        rt::member!("renamed", rt::schema::prelude::STRING)
            .json_name("other \"name\"", "\"other \\\"name\\\"\":"),
    ],
);

/// `example.shapes#Busy`
pub static BUSY: rt::schema::Schema = rt::schema::Schema::structure(
        "example.shapes#Busy",
        &[rt::member!("Message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Server, 503)
    .retryable(true);

/// `example.shapes#Choice`
pub static CHOICE: rt::schema::Schema = rt::schema::Schema::union(
    "example.shapes#Choice",
    &[
        rt::member!("text", rt::schema::prelude::STRING),
        rt::member!("deep", CHOICE),
        rt::member!("many", CHOICES),
        rt::member!("nothing", rt::schema::prelude::UNIT),
        rt::member!("tree", TREE),
    ],
);

/// `example.shapes#Choices`
pub static CHOICES: rt::schema::Schema = rt::schema::Schema::list(
    "example.shapes#Choices",
    &[rt::member!("member", CHOICE)],
);

/// `example.shapes#Colour`
pub static COLOUR: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.shapes#Colour",
    types::Colour::VALUES,
);

/// `example.shapes#Dates`
pub static DATES: rt::schema::Schema = rt::schema::Schema::list(
    "example.shapes#Dates",
    &[rt::member!("member", rt::schema::prelude::TIMESTAMP)],
);

/// `example.shapes#DefaultsInput`
pub static DEFAULTS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#DefaultsInput",
    &[
        rt::member!("boolean", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(true)),
        rt::member!("integer", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(7)),
        rt::member!("float", rt::schema::prelude::DOUBLE)
            .default(rt::schema::DefaultValue::Float(1.5)),
        rt::member!("string", rt::schema::prelude::STRING)
            .default(rt::schema::DefaultValue::Str("hello")),
        rt::member!("colour", COLOUR)
            .default(rt::schema::DefaultValue::Str("dark green")),
        rt::member!("level", LEVEL).default(rt::schema::DefaultValue::Integer(10)),
        rt::member!("strings", STRINGS).default(rt::schema::DefaultValue::EmptyList),
        rt::member!("numbers", NUMBERS).default(rt::schema::DefaultValue::EmptyMap),
        rt::member!("document", rt::schema::prelude::DOCUMENT)
            .default(rt::schema::DefaultValue::Bool(true)),
        rt::member!("timestamp", rt::schema::prelude::TIMESTAMP)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("limited", LIMITED).default(rt::schema::DefaultValue::Integer(3)),
        rt::member!("none", rt::schema::prelude::STRING),
        rt::member!("zero", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
    ],
);

/// `example.shapes#DefaultsOutput`
pub static DEFAULTS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#DefaultsOutput",
    &[
        rt::member!("boolean", rt::schema::prelude::BOOLEAN)
            .default(rt::schema::DefaultValue::Bool(true)),
        rt::member!("integer", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(7)),
        rt::member!("float", rt::schema::prelude::DOUBLE)
            .default(rt::schema::DefaultValue::Float(1.5)),
        rt::member!("string", rt::schema::prelude::STRING)
            .default(rt::schema::DefaultValue::Str("hello")),
        rt::member!("colour", COLOUR)
            .default(rt::schema::DefaultValue::Str("dark green")),
        rt::member!("level", LEVEL).default(rt::schema::DefaultValue::Integer(10)),
        rt::member!("strings", STRINGS).default(rt::schema::DefaultValue::EmptyList),
        rt::member!("numbers", NUMBERS).default(rt::schema::DefaultValue::EmptyMap),
        rt::member!("document", rt::schema::prelude::DOCUMENT)
            .default(rt::schema::DefaultValue::Bool(true)),
        rt::member!("timestamp", rt::schema::prelude::TIMESTAMP)
            .default(rt::schema::DefaultValue::Integer(0)),
        rt::member!("limited", LIMITED).default(rt::schema::DefaultValue::Integer(3)),
        rt::member!("none", rt::schema::prelude::STRING),
        rt::member!("zero", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(0)),
    ],
);

/// `example.shapes#EchoBindingsInput`
pub static ECHO_BINDINGS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoBindingsInput",
    &[
        rt::member!("label", rt::schema::prelude::STRING).required().label(),
        rt::member!("path", rt::schema::prelude::STRING).required().label(),
        rt::member!("number", rt::schema::prelude::INTEGER).query("number"),
        rt::member!("list", STRINGS).query("item"),
        rt::member!("params", PARAMS).query_params(),
        rt::member!("header", rt::schema::prelude::STRING).header("x-text"),
        rt::member!("headers", STRINGS).header("x-list"),
        rt::member!("when", rt::schema::prelude::TIMESTAMP).header("x-when"),
        rt::member!("dates", DATES).header("x-dates"),
        rt::member!("prefixed", PARAMS).prefix_headers("x-meta-"),
        rt::member!("media", MEDIA).header("x-media"),
        rt::member!("body", rt::schema::prelude::STRING),
        rt::member!("token", rt::schema::prelude::STRING).idempotency_token(),
    ],
);

/// `example.shapes#EchoBindingsOutput`
pub static ECHO_BINDINGS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoBindingsOutput",
    &[
        rt::member!("status", rt::schema::prelude::INTEGER).response_code(),
        rt::member!("header", rt::schema::prelude::STRING).header("x-text"),
        rt::member!("headers", STRINGS).header("x-list"),
        rt::member!("when", rt::schema::prelude::TIMESTAMP).header("x-when"),
        rt::member!("prefixed", PARAMS).prefix_headers("x-meta-"),
        rt::member!("label", rt::schema::prelude::STRING),
        rt::member!("path", rt::schema::prelude::STRING),
        rt::member!("number", rt::schema::prelude::INTEGER),
        rt::member!("list", STRINGS),
        rt::member!("params", PARAMS),
        rt::member!("dates", DATES),
        rt::member!("media", MEDIA),
        rt::member!("body", rt::schema::prelude::STRING),
        rt::member!("token", rt::schema::prelude::STRING),
    ],
);

/// `example.shapes#EchoBlobPayloadInput`
pub static ECHO_BLOB_PAYLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoBlobPayloadInput",
    &[rt::member!("payload", rt::schema::prelude::BLOB).payload()],
);

/// `example.shapes#EchoBlobPayloadOutput`
pub static ECHO_BLOB_PAYLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoBlobPayloadOutput",
    &[rt::member!("payload", rt::schema::prelude::BLOB).payload()],
);

/// `example.shapes#EchoDocumentPayloadInput`
pub static ECHO_DOCUMENT_PAYLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoDocumentPayloadInput",
    &[rt::member!("payload", rt::schema::prelude::DOCUMENT).payload()],
);

/// `example.shapes#EchoDocumentPayloadOutput`
pub static ECHO_DOCUMENT_PAYLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoDocumentPayloadOutput",
    &[rt::member!("payload", rt::schema::prelude::DOCUMENT).payload()],
);

/// `example.shapes#EchoEnumPayloadInput`
pub static ECHO_ENUM_PAYLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoEnumPayloadInput",
    &[rt::member!("payload", COLOUR).payload()],
);

/// `example.shapes#EchoEnumPayloadOutput`
pub static ECHO_ENUM_PAYLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoEnumPayloadOutput",
    &[rt::member!("payload", COLOUR).payload()],
);

/// `example.shapes#EchoStringPayloadInput`
pub static ECHO_STRING_PAYLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoStringPayloadInput",
    &[rt::member!("payload", rt::schema::prelude::STRING).payload()],
);

/// `example.shapes#EchoStringPayloadOutput`
pub static ECHO_STRING_PAYLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoStringPayloadOutput",
    &[rt::member!("payload", rt::schema::prelude::STRING).payload()],
);

/// `example.shapes#EchoStructurePayloadInput`
pub static ECHO_STRUCTURE_PAYLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoStructurePayloadInput",
    &[rt::member!("payload", TREE).payload()],
);

/// `example.shapes#EchoStructurePayloadOutput`
pub static ECHO_STRUCTURE_PAYLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoStructurePayloadOutput",
    &[rt::member!("payload", TREE).payload()],
);

/// `example.shapes#EchoTypesInput`
pub static ECHO_TYPES_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoTypesInput",
    &[rt::member!("all", ALL_TYPES)],
);

/// `example.shapes#EchoTypesOutput`
pub static ECHO_TYPES_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoTypesOutput",
    &[rt::member!("all", ALL_TYPES)],
);

/// `example.shapes#EchoUnionPayloadInput`
pub static ECHO_UNION_PAYLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoUnionPayloadInput",
    &[rt::member!("payload", CHOICE).payload()],
);

/// `example.shapes#EchoUnionPayloadOutput`
pub static ECHO_UNION_PAYLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#EchoUnionPayloadOutput",
    &[rt::member!("payload", CHOICE).payload()],
);

/// `example.shapes#Forest`
pub static FOREST: rt::schema::Schema = rt::schema::Schema::list(
    "example.shapes#Forest",
    &[rt::member!("member", TREE)],
);

/// `example.shapes#Level`
pub static LEVEL: rt::schema::Schema = rt::schema::Schema::int_enum(
    "example.shapes#Level",
    types::Level::VALUES,
);

/// `example.shapes#Limited`
pub static LIMITED: rt::schema::Schema = rt::schema::Schema::simple(
        "example.shapes#Limited",
        rt::schema::Kind::Integer,
    )
    .min(rt::schema::Bound::Integer(types::Limited::MIN as i64))
    .max(rt::schema::Bound::Integer(types::Limited::MAX as i64));

/// `example.shapes#ListItemsInput`
pub static LIST_ITEMS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#ListItemsInput",
    &[
        rt::member!("next", rt::schema::prelude::STRING).query("next"),
        rt::member!("size", rt::schema::prelude::INTEGER).query("size"),
    ],
);

/// `example.shapes#ListItemsOutput`
pub static LIST_ITEMS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#ListItemsOutput",
    &[rt::member!("page", PAGE)],
);

/// `example.shapes#Media`
pub static MEDIA: rt::schema::Schema = rt::schema::Schema::simple(
        "example.shapes#Media",
        rt::schema::Kind::String,
    )
    .media_type("application/json");

/// `example.shapes#Note`
pub static NOTE: rt::schema::Schema = rt::schema::Schema::simple(
        "example.shapes#Note",
        rt::schema::Kind::String,
    )
    .sensitive();

/// `example.shapes#Numbers`
pub static NUMBERS: rt::schema::Schema = rt::schema::Schema::map(
    "example.shapes#Numbers",
    &[
        rt::member!("key", rt::schema::prelude::STRING),
        rt::member!("value", rt::schema::prelude::INTEGER),
    ],
);

/// `example.shapes#Numbers2`
pub static NUMBERS2: rt::schema::Schema = rt::schema::Schema::list(
    "example.shapes#Numbers2",
    &[rt::member!("member", NUMBERS)],
);

/// `example.shapes#Page`
pub static PAGE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#Page",
    &[rt::member!("items", STRINGS), rt::member!("next", rt::schema::prelude::STRING)],
);

/// `example.shapes#Params`
pub static PARAMS: rt::schema::Schema = rt::schema::Schema::map(
    "example.shapes#Params",
    &[
        rt::member!("key", rt::schema::prelude::STRING),
        rt::member!("value", rt::schema::prelude::STRING),
    ],
);

/// `example.shapes#Password`
pub static PASSWORD: rt::schema::Schema = rt::schema::Schema::simple(
        "example.shapes#Password",
        rt::schema::Kind::String,
    )
    .sensitive()
    .min_length(types::Password::MIN_LENGTH);

/// `example.shapes#Passwords`
pub static PASSWORDS: rt::schema::Schema = rt::schema::Schema::list(
    "example.shapes#Passwords",
    &[rt::member!("member", PASSWORD)],
);

/// `example.shapes#SecretsInput`
pub static SECRETS_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#SecretsInput",
    &[
        rt::member!("password", PASSWORD).required(),
        rt::member!("passwords", PASSWORDS),
        rt::member!("note", NOTE),
        rt::member!("plain", rt::schema::prelude::STRING),
    ],
);

/// `example.shapes#SecretsOutput`
pub static SECRETS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
        "example.shapes#SecretsOutput",
        &[rt::member!("password", PASSWORD)],
    )
    .sensitive();

/// `example.shapes#SparseNumbers`
pub static SPARSE_NUMBERS: rt::schema::Schema = rt::schema::Schema::map(
        "example.shapes#SparseNumbers",
        &[rt::member!("key", COLOUR), rt::member!("value", rt::schema::prelude::INTEGER)],
    )
    .sparse();

/// `example.shapes#SparseStrings`
pub static SPARSE_STRINGS: rt::schema::Schema = rt::schema::Schema::list(
        "example.shapes#SparseStrings",
        &[rt::member!("member", rt::schema::prelude::STRING)],
    )
    .sparse();

/// `example.shapes#Strings`
pub static STRINGS: rt::schema::Schema = rt::schema::Schema::list(
    "example.shapes#Strings",
    &[rt::member!("member", rt::schema::prelude::STRING)],
);

/// `example.shapes#Teapot`
pub static TEAPOT: rt::schema::Schema = rt::schema::Schema::structure(
        "example.shapes#Teapot",
        &[
            rt::member!("message", rt::schema::prelude::STRING),
            rt::member!("spout", rt::schema::prelude::STRING).header("x-spout"),
        ],
    )
    .error(rt::schema::Fault::Client, 418);

/// `example.shapes#Tree`
pub static TREE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.shapes#Tree",
    &[
        rt::member!("value", rt::schema::prelude::STRING),
        rt::member!("left", TREE),
        rt::member!("right", TREE),
        rt::member!("forest", FOREST),
    ],
);

/// The operation `Defaults`
pub static DEFAULTS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Defaults",
        &DEFAULTS_INPUT,
        &DEFAULTS_OUTPUT,
    )
    .http("POST", "/defaults", 200);

/// The operation `EchoBindings`
pub static ECHO_BINDINGS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoBindings",
        &ECHO_BINDINGS_INPUT,
        &ECHO_BINDINGS_OUTPUT,
    )
    .errors(&[&BUSY, &TEAPOT])
    .http("PUT", "/bindings/{label}/to/{path+}?fixed=yes", 201)
    .idempotent();

/// The operation `EchoBlobPayload`
pub static ECHO_BLOB_PAYLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoBlobPayload",
        &ECHO_BLOB_PAYLOAD_INPUT,
        &ECHO_BLOB_PAYLOAD_OUTPUT,
    )
    .http("POST", "/payload/blob", 200);

/// The operation `EchoDocumentPayload`
pub static ECHO_DOCUMENT_PAYLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoDocumentPayload",
        &ECHO_DOCUMENT_PAYLOAD_INPUT,
        &ECHO_DOCUMENT_PAYLOAD_OUTPUT,
    )
    .http("POST", "/payload/document", 200);

/// The operation `EchoEnumPayload`
pub static ECHO_ENUM_PAYLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoEnumPayload",
        &ECHO_ENUM_PAYLOAD_INPUT,
        &ECHO_ENUM_PAYLOAD_OUTPUT,
    )
    .http("POST", "/payload/enum", 200);

/// The operation `EchoStringPayload`
pub static ECHO_STRING_PAYLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoStringPayload",
        &ECHO_STRING_PAYLOAD_INPUT,
        &ECHO_STRING_PAYLOAD_OUTPUT,
    )
    .http("POST", "/payload/string", 200);

/// The operation `EchoStructurePayload`
pub static ECHO_STRUCTURE_PAYLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoStructurePayload",
        &ECHO_STRUCTURE_PAYLOAD_INPUT,
        &ECHO_STRUCTURE_PAYLOAD_OUTPUT,
    )
    .http("POST", "/payload/structure", 200);

/// The operation `EchoTypes`
pub static ECHO_TYPES: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoTypes",
        &ECHO_TYPES_INPUT,
        &ECHO_TYPES_OUTPUT,
    )
    .http("POST", "/types", 200);

/// The operation `EchoUnionPayload`
pub static ECHO_UNION_PAYLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "EchoUnionPayload",
        &ECHO_UNION_PAYLOAD_INPUT,
        &ECHO_UNION_PAYLOAD_OUTPUT,
    )
    .http("POST", "/payload/union", 200);

/// The operation `ListItems`
pub static LIST_ITEMS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "ListItems",
        &LIST_ITEMS_INPUT,
        &LIST_ITEMS_OUTPUT,
    )
    .http("GET", "/items", 200)
    .readonly()
    .paginated("next", &["page", "next"]);

/// The operation `Nothing`
pub static NOTHING: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Nothing",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("GET", "/nothing", 200)
    .readonly();

/// The operation `Secrets`
pub static SECRETS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Secrets",
        &SECRETS_INPUT,
        &SECRETS_OUTPUT,
    )
    .http("POST", "/secrets", 200);

/// The service `example.shapes#Shapes`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.shapes#Shapes",
        "2026-11-21",
        &[
            &DEFAULTS,
            &ECHO_BINDINGS,
            &ECHO_BLOB_PAYLOAD,
            &ECHO_DOCUMENT_PAYLOAD,
            &ECHO_ENUM_PAYLOAD,
            &ECHO_STRING_PAYLOAD,
            &ECHO_STRUCTURE_PAYLOAD,
            &ECHO_TYPES,
            &ECHO_UNION_PAYLOAD,
            &LIST_ITEMS,
            &NOTHING,
            &SECRETS,
        ],
    )
    .protocols(
        &[
            rt::schema::ProtocolId::RpcV2Cbor,
            rt::schema::ProtocolId::RpcV2Json,
            rt::schema::ProtocolId::AwsJson1_0,
            rt::schema::ProtocolId::AwsJson1_1,
            rt::schema::ProtocolId::RestJson1,
            rt::schema::ProtocolId::RestXml,
            rt::schema::ProtocolId::AwsQuery,
            rt::schema::ProtocolId::Ec2Query,
        ],
    )
    .xml_namespace("https://example.com/shapes", "");
