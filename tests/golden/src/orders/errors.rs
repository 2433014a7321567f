// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `Orders`.

use super::types;
use ::whitesmith_runtime as rt;

/// What `GetOrder` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum GetOrderError {
    /// See [`types::OrderExpired`].
    OrderExpired(types::OrderExpired),
    /// See [`types::OrderLocked`].
    OrderLocked(types::OrderLocked),
    /// See [`types::OrderNotFound`].
    OrderNotFound(types::OrderNotFound),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    GetOrderError, OrderExpired(types::OrderExpired) = 0, OrderLocked(types::OrderLocked)
    = 1, OrderNotFound(types::OrderNotFound) = 2
}

/// What `GetReceipt` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum GetReceiptError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    GetReceiptError,
}
