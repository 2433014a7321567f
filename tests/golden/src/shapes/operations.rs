// Written by whitesmith from cases/shapes.json. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Shapes`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `Defaults`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Defaults;

rt::operation! {
    Defaults, schema::DEFAULTS, types::DefaultsInput, types::DefaultsOutput,
    errors::DefaultsError
}

/// The operation `EchoBindings`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoBindings;

rt::operation! {
    EchoBindings, schema::ECHO_BINDINGS, types::EchoBindingsInput,
    types::EchoBindingsOutput, errors::EchoBindingsError
}

/// The operation `EchoBlobPayload`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoBlobPayload;

rt::operation! {
    EchoBlobPayload, schema::ECHO_BLOB_PAYLOAD, types::EchoBlobPayloadInput,
    types::EchoBlobPayloadOutput, errors::EchoBlobPayloadError
}

/// The operation `EchoDocumentPayload`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoDocumentPayload;

rt::operation! {
    EchoDocumentPayload, schema::ECHO_DOCUMENT_PAYLOAD, types::EchoDocumentPayloadInput,
    types::EchoDocumentPayloadOutput, errors::EchoDocumentPayloadError
}

/// The operation `EchoEnumPayload`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoEnumPayload;

rt::operation! {
    EchoEnumPayload, schema::ECHO_ENUM_PAYLOAD, types::EchoEnumPayloadInput,
    types::EchoEnumPayloadOutput, errors::EchoEnumPayloadError
}

/// The operation `EchoStringPayload`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoStringPayload;

rt::operation! {
    EchoStringPayload, schema::ECHO_STRING_PAYLOAD, types::EchoStringPayloadInput,
    types::EchoStringPayloadOutput, errors::EchoStringPayloadError
}

/// The operation `EchoStructurePayload`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoStructurePayload;

rt::operation! {
    EchoStructurePayload, schema::ECHO_STRUCTURE_PAYLOAD,
    types::EchoStructurePayloadInput, types::EchoStructurePayloadOutput,
    errors::EchoStructurePayloadError
}

/// The operation `EchoTypes`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoTypes;

rt::operation! {
    EchoTypes, schema::ECHO_TYPES, types::EchoTypesInput, types::EchoTypesOutput,
    errors::EchoTypesError
}

/// The operation `EchoUnionPayload`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct EchoUnionPayload;

rt::operation! {
    EchoUnionPayload, schema::ECHO_UNION_PAYLOAD, types::EchoUnionPayloadInput,
    types::EchoUnionPayloadOutput, errors::EchoUnionPayloadError
}

/// The operation `ListItems`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct ListItems;

rt::operation! {
    ListItems, schema::LIST_ITEMS, types::ListItemsInput, types::ListItemsOutput,
    errors::ListItemsError
}

impl rt::operation::Items for ListItems {
    type Item = ::std::string::String;

    fn items(output: types::ListItemsOutput) -> ::std::vec::Vec<::std::string::String> {
        output.page.and_then(|value| value.items).unwrap_or_default()
    }
}

/// The operation `Nothing`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Nothing;

rt::operation! {
    Nothing, schema::NOTHING, types::NothingInput, types::NothingOutput,
    errors::NothingError
}

/// The operation `Secrets`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Secrets;

rt::operation! {
    Secrets, schema::SECRETS, types::SecretsInput, types::SecretsOutput,
    errors::SecretsError
}
