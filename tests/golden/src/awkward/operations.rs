// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! A marker for each operation of `S`.

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
