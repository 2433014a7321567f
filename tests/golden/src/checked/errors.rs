// Written by whitesmith from cases/constraints.json. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `Constraints`.

use ::whitesmith_runtime as rt;

/// What `Check` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum CheckError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    CheckError,
}
