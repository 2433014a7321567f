// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `Constraints`.

use super::types;
use ::whitesmith_runtime as rt;

/// `example.constraints#AtLeast`
pub static AT_LEAST: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#AtLeast",
        rt::schema::Kind::String,
    )
    .min_length(2);

/// `smithy.api#String`
pub static CHECK_INPUT_OWN: rt::schema::Schema = rt::schema::Schema::simple(
        "smithy.api#String",
        rt::schema::Kind::String,
    )
    .max_length(2);

/// `example.constraints#CheckInput`
pub static CHECK_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.constraints#CheckInput",
    &[
        rt::member!("text", SHORT_TEXT),
        rt::member!("atLeast", AT_LEAST),
        rt::member!("id", ID).required(),
        rt::member!("name", NOT_ALL_DIGITS),
        rt::member!("percent", PERCENT),
        rt::member!("positive", POSITIVE),
        rt::member!("share", SHARE),
        rt::member!("tiny", TINY),
        rt::member!("key", KEY),
        rt::member!("ids", IDS),
        rt::member!("scores", SCORES),
        rt::member!("mood", MOOD),
        rt::member!("nested", NESTED),
        rt::member!("list", NESTED_LIST),
        rt::member!("either", EITHER),
        rt::member!("own", CHECK_INPUT_OWN),
    ],
);

/// `example.constraints#Either`
pub static EITHER: rt::schema::Schema = rt::schema::Schema::union(
    "example.constraints#Either",
    &[rt::member!("id", ID), rt::member!("nested", NESTED)],
);

/// How the pattern of `example.constraints#Id` is matched.
static ID_PATTERN: rt::pattern::Pattern = {
    use rt::pattern::{Pattern, Set, Step};
    const SET_1: Set = Set::new().range(b'0', b'9').range(b'a', b'f');
    Pattern::steps(
        "^id-[0-9a-f]{4}$",
        &[Step::Literal("id-"), Step::Class(&SET_1, 4, 4)],
    )
};

/// `example.constraints#Id`
pub static ID: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#Id",
        rt::schema::Kind::String,
    )
    .pattern(&ID_PATTERN);

/// `example.constraints#Ids`
pub static IDS: rt::schema::Schema = rt::schema::Schema::list(
        "example.constraints#Ids",
        &[rt::member!("member", ID)],
    )
    .max_length(3)
    .unique();

/// `example.constraints#Key`
pub static KEY: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#Key",
        rt::schema::Kind::Blob,
    )
    .min_length(1)
    .max_length(4);

/// `example.constraints#Mood`
pub static MOOD: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.constraints#Mood",
    types::Mood::VALUES,
);

/// `example.constraints#Nested`
pub static NESTED: rt::schema::Schema = rt::schema::Schema::structure(
    "example.constraints#Nested",
    &[rt::member!("id", ID).required(), rt::member!("again", NESTED)],
);

/// `example.constraints#NestedList`
pub static NESTED_LIST: rt::schema::Schema = rt::schema::Schema::list(
    "example.constraints#NestedList",
    &[rt::member!("member", NESTED)],
);

/// How the pattern of `example.constraints#NotAllDigits` is matched.
static NOT_ALL_DIGITS_PATTERN: rt::pattern::Pattern = rt::pattern::Pattern::automata(
    "^(?=.*[a-z])[a-z0-9]+$",
    &[
        rt::pattern::Automaton::find(r"\A[^\x{a}\x{d}\x{2028}-\x{2029}]*[a-z]"),
        rt::pattern::Automaton::find(r"\A[0-9a-z]+\z"),
    ],
);

/// `example.constraints#NotAllDigits`
pub static NOT_ALL_DIGITS: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#NotAllDigits",
        rt::schema::Kind::String,
    )
    .pattern(&NOT_ALL_DIGITS_PATTERN)
    .max_length(8);

/// `example.constraints#Percent`
pub static PERCENT: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#Percent",
        rt::schema::Kind::Integer,
    )
    .min(rt::schema::Bound::Integer(0))
    .max(rt::schema::Bound::Integer(100));

/// `example.constraints#Positive`
pub static POSITIVE: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#Positive",
        rt::schema::Kind::Long,
    )
    .min(rt::schema::Bound::Integer(1));

/// `example.constraints#Scores`
pub static SCORES: rt::schema::Schema = rt::schema::Schema::map(
        "example.constraints#Scores",
        &[rt::member!("key", ID), rt::member!("value", PERCENT)],
    )
    .min_length(1)
    .max_length(2);

/// `example.constraints#Share`
pub static SHARE: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#Share",
        rt::schema::Kind::Double,
    )
    .min(rt::schema::Bound::Decimal(-0.5, "-0.5"))
    .max(rt::schema::Bound::Decimal(0.5, "0.5"));

/// `example.constraints#ShortText`
pub static SHORT_TEXT: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#ShortText",
        rt::schema::Kind::String,
    )
    .min_length(2)
    .max_length(4);

/// `example.constraints#Tiny`
pub static TINY: rt::schema::Schema = rt::schema::Schema::simple(
        "example.constraints#Tiny",
        rt::schema::Kind::Byte,
    )
    .max(rt::schema::Bound::Integer(3));

/// The operation `Check`
pub static CHECK: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
    "Check",
    &CHECK_INPUT,
    &rt::schema::prelude::UNIT,
);

/// The service `example.constraints#Constraints`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.constraints#Constraints",
        "1",
        &[&CHECK],
    )
    .protocols(&[rt::schema::ProtocolId::AwsJson1_1]);
