// Written by whitesmith from cases/overrides.smithy. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `Overrides`.

use ::whitesmith_runtime as rt;

/// What `Put` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum PutError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    PutError,
}
