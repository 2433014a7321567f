// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Orders`.

use ::whitesmith_runtime as rt;

/// The model's `GetOrderInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetOrderInput {
    /// The member `id`.
    pub id: ::std::string::String,
    /// The member `parts`.
    pub parts: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Has the name of a waiter's method.
    pub wait_until_order_shipped: ::std::option::Option<bool>,
}

impl GetOrderInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(id: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            id: ::std::convert::Into::into(id),
            parts: ::std::option::Option::None,
            wait_until_order_shipped: ::std::option::Option::None,
        }
    }
}

rt::structure! {
    GetOrderInput, super::schema::GET_ORDER_INPUT, id = 0, parts = 1,
    wait_until_order_shipped = 2
}

/// The model's `GetOrderOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct GetOrderOutput {
    /// The member `state`.
    pub state: ::std::option::Option<State>,
    /// The member `reason`.
    pub reason: ::std::option::Option<::std::string::String>,
    /// The member `parts`.
    pub parts: ::std::option::Option<::std::vec::Vec<Part>>,
    /// The member `counts`.
    pub counts: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, i32>,
    >,
    /// The member `at`.
    pub at: ::std::option::Option<::whitesmith_runtime::types::Timestamp>,
}

rt::structure! {
    GetOrderOutput, super::schema::GET_ORDER_OUTPUT, state = 0, reason = 1, parts = 2,
    counts = 3, at = 4
}

/// The model's `GetReceiptInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct GetReceiptInput {
    /// The member `id`.
    pub id: ::std::string::String,
}

impl GetReceiptInput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(id: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            id: ::std::convert::Into::into(id),
        }
    }
}

rt::structure! {
    GetReceiptInput, super::schema::GET_RECEIPT_INPUT, id = 0
}

/// The model's `GetReceiptOutput`.
pub struct GetReceiptOutput {
    /// The member `signed`.
    pub signed: ::std::option::Option<bool>,
    /// The member `scan`.
    pub scan: ::whitesmith_runtime::types::ByteStream,
}

impl GetReceiptOutput {
    /// With the members that must be given; the others are absent or have their default.
    pub fn new(
        scan: impl ::std::convert::Into<::whitesmith_runtime::types::ByteStream>,
    ) -> Self {
        Self {
            signed: ::std::option::Option::None,
            scan: ::std::convert::Into::into(scan),
        }
    }
}

rt::structure! {
    GetReceiptOutput, super::schema::GET_RECEIPT_OUTPUT, signed = 0, scan = 1; stream =
    scan
}

/// The model's `OrderExpired`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct OrderExpired {}

rt::structure! {
    OrderExpired, super::schema::ORDER_EXPIRED,
}

rt::error! {
    OrderExpired
}

/// The model's `OrderLocked`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct OrderLocked {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    OrderLocked, super::schema::ORDER_LOCKED, message = 0
}

rt::error! {
    OrderLocked
}

/// The model's `OrderNotFound`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct OrderNotFound {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    OrderNotFound, super::schema::ORDER_NOT_FOUND, message = 0
}

rt::error! {
    OrderNotFound
}

/// The model's `Part`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Part {
    /// The member `state`.
    pub state: ::std::option::Option<::std::string::String>,
    /// The member `note`.
    pub note: ::std::option::Option<::std::string::String>,
    /// The member `secrets`.
    pub secrets: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}

rt::structure! {
    Part, super::schema::PART, state = 0, note = 1, secrets = 2
}

#[derive(
    ::std::clone::Clone,
    ::std::cmp::PartialEq,
    ::std::cmp::Eq,
    ::std::cmp::PartialOrd,
    ::std::cmp::Ord,
    ::std::hash::Hash
)]
/// The model's `State`.
pub enum State {
    /// `NEW`
    New,
    /// `SHIPPED`
    Shipped,
    /// `LOST`
    Lost,
    /// A value that the model does not list, from a message or from `or_unknown`.
    Unknown(rt::types::UnknownValue),
}

rt::string_enum! {
    State, super::schema::STATE, New = "NEW", Shipped = "SHIPPED", Lost = "LOST"
}
