// Written by whitesmith from cases/names.json. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `Service`.

use super::types;
use ::whitesmith_runtime as rt;

/// What `FromEnv` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum FromEnvError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    FromEnvError,
}

/// What `Match` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum MatchError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    MatchError,
}

/// What `New` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum NewError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    NewError,
}

/// What `Send` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum SendError {
    /// See [`types::Exception`].
    Exception(types::Exception),
    /// See [`types::SendError`].
    Send(types::SendError),
    /// See [`types::SendException`].
    Send2(types::SendException),
    /// See [`types::Unhandled`].
    Unhandled2(types::Unhandled),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    SendError, Exception(types::Exception) = 0, Send(types::SendError) = 1,
    Send2(types::SendException) = 2, Unhandled2(types::Unhandled) = 3
}
