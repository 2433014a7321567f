// Written by whitesmith from cases/overrides.smithy. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `Overrides`.

use super::types;
use ::whitesmith_runtime as rt;

/// `example.overrides#Algorithm`
pub static ALGORITHM: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.overrides#Algorithm",
    types::Algorithm::VALUES,
);

/// `example.overrides#Code`
pub static CODE: rt::schema::Schema = rt::schema::Schema::simple(
        "example.overrides#Code",
        rt::schema::Kind::String,
    )
    .max_length(types::Code::MAX_LENGTH);

/// How [`types::CodesMember::PATTERN`] is matched.
static CODES_MEMBER_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'A', b'Z');
    Pattern::steps(types::CodesMember::PATTERN, &[Step::Class(&SET_1, 3, 3)])
};

/// `example.overrides#Code`
pub static CODES_MEMBER: rt::schema::Schema = rt::schema::Schema::simple(
        "example.overrides#Code",
        rt::schema::Kind::String,
    )
    .pattern(&CODES_MEMBER_PATTERN)
    .max_length(types::CodesMember::MAX_LENGTH);

/// `example.overrides#Codes`
pub static CODES: rt::schema::Schema = rt::schema::Schema::list(
    "example.overrides#Codes",
    &[rt::member!("member", CODES_MEMBER)],
);

/// `example.overrides#Old`
pub static OLD: rt::schema::Schema = rt::schema::Schema::string_enum(
        "example.overrides#Old",
        types::Old::VALUES,
    )
    .shown_values(&["up", "left-handed"]);

/// `example.overrides#PutInput`
pub static PUT_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.overrides#PutInput",
    &[
        rt::member!("codes", CODES),
        rt::member!("scores", SCORES),
        rt::member!("old", OLD),
        rt::member!("rank", RANK),
        rt::member!("settings", SETTINGS),
        rt::member!("count", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(3)),
    ],
);

/// `example.overrides#Rank`
pub static RANK: rt::schema::Schema = rt::schema::Schema::string_enum(
        "example.overrides#Rank",
        types::Rank::VALUES,
    )
    .shown_values(&["first"]);

/// `smithy.api#String`
pub static SCORES_KEY: rt::schema::Schema = rt::schema::Schema::simple(
        "smithy.api#String",
        rt::schema::Kind::String,
    )
    .min_length(types::ScoresKey::MIN_LENGTH);

/// `smithy.api#Integer`
pub static SCORES_VALUE: rt::schema::Schema = rt::schema::Schema::simple(
        "smithy.api#Integer",
        rt::schema::Kind::Integer,
    )
    .max(rt::schema::Bound::Integer(types::ScoresValue::MAX as i64));

/// `example.overrides#Scores`
pub static SCORES: rt::schema::Schema = rt::schema::Schema::map(
    "example.overrides#Scores",
    &[rt::member!("key", SCORES_KEY), rt::member!("value", SCORES_VALUE)],
);

/// `example.overrides#SealInput`
pub static SEAL_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.overrides#SealInput",
    &[
        rt::member!("algorithm", ALGORITHM).header("x-algorithm"),
        rt::member!("sum", rt::schema::prelude::STRING).header("x-amz-checksum-sha256"),
        rt::member!("text", rt::schema::prelude::STRING).payload(),
    ],
);

/// `example.overrides#Settings`
pub static SETTINGS: rt::schema::Schema = rt::schema::Schema::structure(
    "example.overrides#Settings",
    &[
        rt::member!("text", rt::schema::prelude::BLOB)
            .default(rt::schema::DefaultValue::Str("abc")),
        rt::member!("bytes", rt::schema::prelude::BLOB)
            .default(rt::schema::DefaultValue::Bytes(b"\0\xFF")),
        rt::member!("factor", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(2)),
        rt::member!("rank", RANK).default(rt::schema::DefaultValue::Str("first")),
    ],
);

/// The operation `Enter`
pub static ENTER: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Enter",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/enter", 200)
    .auth(&[rt::schema::AuthKind::Basic]);

/// The operation `Knock`
pub static KNOCK: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Knock",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/knock", 200)
    .no_auth();

/// The operation `Look`
pub static LOOK: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Look",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/look", 200)
    .optional_auth();

/// The operation `Put`
pub static PUT: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Put",
        &PUT_INPUT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/things", 200);

/// The operation `Seal`
pub static SEAL: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Seal",
        &SEAL_INPUT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/seal", 200)
    .checksum("algorithm", true);

/// The operation `Whisper`
pub static WHISPER: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Whisper",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/whisper", 200)
    .no_auth();

/// The service `example.overrides#Overrides`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.overrides#Overrides",
        "1",
        &[&ENTER, &KNOCK, &LOOK, &PUT, &SEAL, &WHISPER],
    )
    .protocols(&[rt::schema::ProtocolId::RestJson1])
    .api_key("X-Key", rt::schema::KeyPlace::Header, "Key")
    .auth(&[rt::schema::AuthKind::Bearer, rt::schema::AuthKind::ApiKey]);
