// Written by whitesmith from cases/shapes.json. Edits are lost: change the model, and generate again.

//! An error enum for each operation of `Shapes`.

use super::types;
use ::whitesmith_runtime as rt;

/// What `Defaults` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum DefaultsError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    DefaultsError,
}

/// What `EchoBindings` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoBindingsError {
    /// See [`types::Busy`].
    Busy(types::Busy),
    /// See [`types::Teapot`].
    Teapot(types::Teapot),
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoBindingsError, Busy(types::Busy) = 0, Teapot(types::Teapot) = 1
}

/// What `EchoBlobPayload` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoBlobPayloadError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoBlobPayloadError,
}

/// What `EchoDocumentPayload` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoDocumentPayloadError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoDocumentPayloadError,
}

/// What `EchoEnumPayload` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoEnumPayloadError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoEnumPayloadError,
}

/// What `EchoStringPayload` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoStringPayloadError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoStringPayloadError,
}

/// What `EchoStructurePayload` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoStructurePayloadError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoStructurePayloadError,
}

/// What `EchoTypes` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoTypesError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoTypesError,
}

/// What `EchoUnionPayload` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum EchoUnionPayloadError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    EchoUnionPayloadError,
}

/// What `ListItems` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum ListItemsError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    ListItemsError,
}

/// What `Nothing` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum NothingError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    NothingError,
}

/// What `Secrets` may answer instead of its output.
#[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq)]
pub enum SecretsError {
    /// An error that the model does not list.
    Unhandled(rt::operation::Unhandled),
}

rt::operation_error! {
    SecretsError,
}
