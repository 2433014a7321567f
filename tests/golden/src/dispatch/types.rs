// Written by whitesmith from cases/awkward.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `DispatchService`.

use ::whitesmith_runtime as rt;

/// The model's `ClientInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ClientInput {
    /// The member `client`.
    pub client: ::std::option::Option<::std::string::String>,
    /// The member `send`.
    pub send: ::std::option::Option<::std::string::String>,
    /// The member `paginate`.
    pub paginate: ::std::option::Option<::std::string::String>,
    /// The member `new`.
    pub new: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    ClientInput, super::schema::CLIENT_INPUT, client = 0, send = 1, paginate = 2, new = 3
}

/// The model's `Error`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Error {
    /// The member `code`.
    pub code: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Error, super::schema::ERROR, code = 0
}

rt::error! {
    Error
}

/// The model's `Unhandled`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Unhandled {
    /// The member `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

rt::structure! {
    Unhandled, super::schema::UNHANDLED, message = 0
}

rt::error! {
    Unhandled
}

/// The output of `Client`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ClientOutput {}

rt::structure! {
    ClientOutput, rt::schema::prelude::UNIT,
}

/// The input of `Clone`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloneInput {}

rt::structure! {
    CloneInput, rt::schema::prelude::UNIT,
}

/// The output of `Clone`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct CloneOutput {}

rt::structure! {
    CloneOutput, rt::schema::prelude::UNIT,
}

/// The input of `Dispatch`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DispatchInput {}

rt::structure! {
    DispatchInput, rt::schema::prelude::UNIT,
}

/// The output of `Dispatch`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct DispatchOutput {}

rt::structure! {
    DispatchOutput, rt::schema::prelude::UNIT,
}

/// The input of `FromEnv`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FromEnvInput {}

rt::structure! {
    FromEnvInput, rt::schema::prelude::UNIT,
}

/// The output of `FromEnv`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct FromEnvOutput {}

rt::structure! {
    FromEnvOutput, rt::schema::prelude::UNIT,
}

/// The input of `New`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NewInput {}

rt::structure! {
    NewInput, rt::schema::prelude::UNIT,
}

/// The output of `New`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct NewOutput {}

rt::structure! {
    NewOutput, rt::schema::prelude::UNIT,
}

/// The input of `Self`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SelfInput {}

rt::structure! {
    SelfInput, rt::schema::prelude::UNIT,
}

/// The output of `Self`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct SelfOutput {}

rt::structure! {
    SelfOutput, rt::schema::prelude::UNIT,
}

/// The input of `Service`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceInput {}

rt::structure! {
    ServiceInput, rt::schema::prelude::UNIT,
}

/// The output of `Service`: it has none.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct ServiceOutput {}

rt::structure! {
    ServiceOutput, rt::schema::prelude::UNIT,
}
