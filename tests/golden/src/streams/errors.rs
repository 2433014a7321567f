// Written by whitesmith from cases/streams.json. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `Streams`.

use super::types;
use ::whitesmith_runtime as rt;

/// What `Chat` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ChatError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ChatError,
}

/// What `Converse` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ConverseError {
    /// See [`types::Refused`].
    Refused(types::Refused),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ConverseError, Refused(types::Refused) = 0
}

/// What `Download` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DownloadError {
    /// See [`types::Refused`].
    Refused(types::Refused),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DownloadError, Refused(types::Refused) = 0
}

/// What `Echo` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoError,
}

/// What `Listen` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListenError {
    /// See [`types::Refused`].
    Refused(types::Refused),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListenError, Refused(types::Refused) = 0
}

/// What `Pack` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum PackError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    PackError,
}

/// What `Say` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum SayError {
    /// See [`types::Refused`].
    Refused(types::Refused),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    SayError, Refused(types::Refused) = 0
}

/// What `Seal` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum SealError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    SealError,
}

/// What `Upload` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum UploadError {
    /// See [`types::Refused`].
    Refused(types::Refused),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    UploadError, Refused(types::Refused) = 0
}

/// What `UploadCounted` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum UploadCountedError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    UploadCountedError,
}
