// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Constraints`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `Check`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Check;

rt::operation! {
    Check, schema::CHECK, types::CheckInput, types::CheckOutput, errors::CheckError
}
