// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! A marker for each operation of `DispatchService`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `Client`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Client2;

rt::operation! {
    Client2, schema::CLIENT, types::ClientInput, types::ClientOutput,
    errors::Client2Error
}

/// The operation `Clone`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Clone;

rt::operation! {
    Clone, schema::CLONE, types::CloneInput, types::CloneOutput, errors::CloneError
}

/// The operation `Defaults`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Defaults;

rt::operation! {
    Defaults, schema::DEFAULTS, types::DefaultsInput, types::DefaultsOutput,
    errors::DefaultsError
}

/// The operation `Dispatch`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Dispatch;

rt::operation! {
    Dispatch, schema::DISPATCH, types::DispatchInput, types::DispatchOutput,
    errors::DispatchError
}

/// The operation `FromEnv`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct FromEnv;

rt::operation! {
    FromEnv, schema::FROM_ENV, types::FromEnvInput, types::FromEnvOutput,
    errors::FromEnvError
}

/// The operation `List`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct List;

rt::operation! {
    List, schema::LIST, types::ListInput, types::ListOutput, errors::ListError
}

impl rt::operation::Items for List {
    type Item = ::std::string::String;

    fn items(output: types::ListOutput) -> ::std::vec::Vec<::std::string::String> {
        output
            .page
            .and_then(|value| value.item_list2)
            .map_or_else(::std::vec::Vec::new, |items| items.into_inner())
    }
}

/// The operation `New`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct New;

rt::operation! {
    New, schema::NEW, types::NewInput, types::NewOutput, errors::NewError
}

/// The operation `Self`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Self_;

rt::operation! {
    Self_, schema::SELF, types::SelfInput, types::SelfOutput, errors::SelfError
}

/// The operation `Service`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Service;

rt::operation! {
    Service, schema::SERVICE2, types::ServiceInput, types::ServiceOutput,
    errors::ServiceError
}
