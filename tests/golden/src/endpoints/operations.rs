// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Directory`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `Look`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Look;

rt::operation! {
    Look, schema::LOOK, types::LookInput, types::LookOutput, errors::LookError
}
