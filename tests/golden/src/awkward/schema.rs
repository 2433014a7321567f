// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `S`.

use super::types;
use ::whitesmith_runtime as rt;

/// `example.awkward#Bounded`
pub static BOUNDED: rt::schema::Schema = rt::schema::Schema::simple(
        "example.awkward#Bounded",
        rt::schema::Kind::Double,
    )
    .max(rt::schema::Bound::Decimal(10.5, "10.5"));

/// `example.awkward#ClientInput`
pub static CLIENT_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.awkward#ClientInput",
    &[
        rt::member!("client", rt::schema::prelude::STRING),
        rt::member!("send", rt::schema::prelude::STRING),
        rt::member!("paginate", rt::schema::prelude::STRING),
        rt::member!("new", rt::schema::prelude::STRING),
        rt::member!("lines", LINES),
    ],
);

/// `example.awkward#DefaultsOutput`
pub static DEFAULTS_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.awkward#DefaultsOutput",
    &[
        rt::member!("decimal", rt::schema::prelude::BIG_DECIMAL)
            .default(rt::schema::DefaultValue::Number("1.5")),
        rt::member!("integer", rt::schema::prelude::BIG_INTEGER)
            .default(rt::schema::DefaultValue::Number("99999999999999999999")),
        rt::member!("small", rt::schema::prelude::BIG_INTEGER)
            .default(rt::schema::DefaultValue::Integer(-7)),
        rt::member!("none", rt::schema::prelude::DOUBLE)
            .default(rt::schema::DefaultValue::Float(f64::NAN)),
        rt::member!("least", rt::schema::prelude::FLOAT)
            .default(rt::schema::DefaultValue::Float(f64::NEG_INFINITY)),
        rt::member!("most", BOUNDED).default(rt::schema::DefaultValue::Float(2.0)),
        rt::member!("precise", PRECISE),
        rt::member!("when", rt::schema::prelude::TIMESTAMP)
            .default(rt::schema::DefaultValue::Timestamp(482_196_050, 520_000_000)),
        rt::member!("then", rt::schema::prelude::TIMESTAMP)
            .default(rt::schema::DefaultValue::Timestamp(-1, 750_000_000)),
    ],
);

/// `example.awkward#Error`
pub static ERROR: rt::schema::Schema = rt::schema::Schema::structure(
        "example.awkward#Error",
        &[rt::member!("code", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Server, 500);

/// `example.awkward#Items`
pub static ITEMS: rt::schema::Schema = rt::schema::Schema::list(
    "example.awkward#Items",
    &[rt::member!("member", rt::schema::prelude::STRING)],
);

/// How [`types::Lines::PATTERN`] is matched.
static LINES_PATTERN: rt::pattern::Pattern = rt::pattern::Pattern::automata(
    types::Lines::PATTERN,
    &[rt::pattern::Automaton::find(r"\A[\x{9}-\x{a}\x{d}\x{20}-\~]*(?:
\*/|)?\z")],
);

/// `example.awkward#Lines`
pub static LINES: rt::schema::Schema = rt::schema::Schema::simple(
        "example.awkward#Lines",
        rt::schema::Kind::String,
    )
    .pattern(&LINES_PATTERN);

/// `example.awkward#ListInput`
pub static LIST_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.awkward#ListInput",
    &[rt::member!("next", rt::schema::prelude::STRING).query("next")],
);

/// `example.awkward#ListOutput`
pub static LIST_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.awkward#ListOutput",
    &[rt::member!("next", rt::schema::prelude::STRING), rt::member!("page", PAGE)],
);

/// `example.awkward#Items`
pub static PAGE_ITEM_LIST: rt::schema::Schema = rt::schema::Schema::list(
        "example.awkward#Items",
        &[rt::member!("member", rt::schema::prelude::STRING)],
    )
    .max_length(types::PageItemList::MAX_LENGTH);

/// `example.awkward#Page`
pub static PAGE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.awkward#Page",
    &[
        rt::member!("itemList", ITEMS),
        rt::member!("item_list", PAGE_ITEM_LIST)
            .default(rt::schema::DefaultValue::EmptyList),
    ],
);

/// `example.awkward#Precise`
pub static PRECISE: rt::schema::Schema = rt::schema::Schema::simple(
        "example.awkward#Precise",
        rt::schema::Kind::BigDecimal,
    )
    .max(rt::schema::Bound::Decimal(0.3, "0.30000000000000000000001"));

/// `example.awkward#Unhandled`
pub static UNHANDLED: rt::schema::Schema = rt::schema::Schema::structure(
        "example.awkward#Unhandled",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// The operation `Client`
pub static CLIENT: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Client",
        &CLIENT_INPUT,
        &rt::schema::prelude::UNIT,
    )
    .errors(&[&ERROR, &UNHANDLED])
    .http("POST", "/client", 200);

/// The operation `Clone`
pub static CLONE: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Clone",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/clone", 200);

/// The operation `Defaults`
pub static DEFAULTS: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Defaults",
        &rt::schema::prelude::UNIT,
        &DEFAULTS_OUTPUT,
    )
    .http("POST", "/defaults", 200);

/// The operation `Dispatch`
pub static DISPATCH: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Dispatch",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/dispatch", 200);

/// The operation `FromEnv`
pub static FROM_ENV: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "FromEnv",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/from-env", 200);

/// The operation `List`
pub static LIST: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "List",
        &LIST_INPUT,
        &LIST_OUTPUT,
    )
    .http("GET", "/list", 200)
    .host_prefix("list.")
    .readonly()
    .paginated("next", &["next"]);

/// The operation `New`
pub static NEW: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "New",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/new", 200);

/// The operation `Self`
pub static SELF: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Self",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/self", 200);

/// The operation `Service`
pub static SERVICE2: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Service",
        &rt::schema::prelude::UNIT,
        &rt::schema::prelude::UNIT,
    )
    .http("POST", "/service", 200);

/// The service `example.awkward#S`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.awkward#S",
        "1",
        &[
            &CLIENT,
            &CLONE,
            &DEFAULTS,
            &DISPATCH,
            &FROM_ENV,
            &LIST,
            &NEW,
            &SELF,
            &SERVICE2,
        ],
    )
    .protocols(&[rt::schema::ProtocolId::RestJson1]);
