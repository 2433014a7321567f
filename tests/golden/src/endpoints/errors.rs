// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `Directory`.

use ::whitesmith_runtime as rt;

/// What `Look` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum LookError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    LookError,
}
