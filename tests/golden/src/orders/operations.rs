// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Orders`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `GetOrder`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct GetOrder;

rt::operation! {
    GetOrder, schema::GET_ORDER, types::GetOrderInput, types::GetOrderOutput,
    errors::GetOrderError
}

/// The operation `GetReceipt`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct GetReceipt;

rt::operation! {
    GetReceipt, schema::GET_RECEIPT, types::GetReceiptInput, types::GetReceiptOutput,
    errors::GetReceiptError
}
