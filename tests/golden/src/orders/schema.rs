// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `Orders`.

use super::types;
use ::whitesmith_runtime as rt;

/// `example.waiters#Counts`
pub static COUNTS: rt::schema::Schema = rt::schema::Schema::map(
    "example.waiters#Counts",
    &[
        rt::member!("key", rt::schema::prelude::STRING),
        rt::member!("value", rt::schema::prelude::INTEGER),
    ],
);

/// `example.waiters#GetOrderInput`
pub static GET_ORDER_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.waiters#GetOrderInput",
    &[
        rt::member!("id", rt::schema::prelude::STRING).required().label(),
        rt::member!("parts", STRINGS).query("part"),
        rt::member!("waitUntilOrderShipped", rt::schema::prelude::BOOLEAN).query("wait"),
    ],
);

/// `example.waiters#GetOrderOutput`
pub static GET_ORDER_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.waiters#GetOrderOutput",
    &[
        rt::member!("state", STATE),
        rt::member!("reason", rt::schema::prelude::STRING),
        rt::member!("parts", PARTS),
        rt::member!("counts", COUNTS),
        rt::member!("at", rt::schema::prelude::TIMESTAMP),
    ],
);

/// `example.waiters#GetReceiptInput`
pub static GET_RECEIPT_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.waiters#GetReceiptInput",
    &[rt::member!("id", rt::schema::prelude::STRING).required().label()],
);

/// `example.waiters#GetReceiptOutput`
pub static GET_RECEIPT_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.waiters#GetReceiptOutput",
    &[
        rt::member!("signed", rt::schema::prelude::BOOLEAN).header("x-signed"),
        rt::member!("scan", SCAN).required().payload(),
    ],
);

/// `example.waiters#OrderExpired`
pub static ORDER_EXPIRED: rt::schema::Schema = rt::schema::Schema::structure(
        "example.waiters#OrderExpired",
        &[],
    )
    .error(rt::schema::Fault::Client, 400)
    .query_error("Order.Expired", 410);

/// `example.waiters#OrderLocked`
pub static ORDER_LOCKED: rt::schema::Schema = rt::schema::Schema::structure(
        "example.waiters#OrderLocked",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `example.waiters#OrderNotFound`
pub static ORDER_NOT_FOUND: rt::schema::Schema = rt::schema::Schema::structure(
        "example.waiters#OrderNotFound",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 404);

/// `example.waiters#Part`
pub static PART: rt::schema::Schema = rt::schema::Schema::structure(
    "example.waiters#Part",
    &[
        rt::member!("state", rt::schema::prelude::STRING),
        rt::member!("note", rt::schema::prelude::STRING),
        rt::member!("secrets", SECRETS),
    ],
);

/// `example.waiters#Parts`
pub static PARTS: rt::schema::Schema = rt::schema::Schema::list(
    "example.waiters#Parts",
    &[rt::member!("member", PART)],
);

/// `example.waiters#Scan`
pub static SCAN: rt::schema::Schema = rt::schema::Schema::simple(
        "example.waiters#Scan",
        rt::schema::Kind::Blob,
    )
    .streaming();

/// `example.waiters#Secret`
pub static SECRET: rt::schema::Schema = rt::schema::Schema::simple(
        "example.waiters#Secret",
        rt::schema::Kind::String,
    )
    .sensitive();

/// `example.waiters#Secrets`
pub static SECRETS: rt::schema::Schema = rt::schema::Schema::list(
    "example.waiters#Secrets",
    &[rt::member!("member", SECRET)],
);

/// `example.waiters#State`
pub static STATE: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.waiters#State",
    types::State::VALUES,
);

/// `example.waiters#Strings`
pub static STRINGS: rt::schema::Schema = rt::schema::Schema::list(
    "example.waiters#Strings",
    &[rt::member!("member", rt::schema::prelude::STRING)],
);

/// The operation `GetOrder`
pub static GET_ORDER: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "GetOrder",
        &GET_ORDER_INPUT,
        &GET_ORDER_OUTPUT,
    )
    .errors(&[&ORDER_EXPIRED, &ORDER_LOCKED, &ORDER_NOT_FOUND])
    .http("GET", "/orders/{id}", 200)
    .readonly();

/// The operation `GetReceipt`
pub static GET_RECEIPT: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "GetReceipt",
        &GET_RECEIPT_INPUT,
        &GET_RECEIPT_OUTPUT,
    )
    .http("GET", "/receipts/{id}", 200)
    .readonly();

/// The service `example.waiters#Orders`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.waiters#Orders",
        "1",
        &[&GET_ORDER, &GET_RECEIPT],
    )
    .protocols(&[rt::schema::ProtocolId::RestJson1]);
