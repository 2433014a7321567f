// Written by whitesmith from cases/overrides.smithy. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Overrides`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `Put`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Put;

rt::operation! {
    Put, schema::PUT, types::PutInput, types::PutOutput, errors::PutError
}
