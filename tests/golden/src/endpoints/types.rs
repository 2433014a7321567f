// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Directory`.

use ::whitesmith_runtime as rt;

/// The model's `LookInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookInput {}

rt::structure! {
    LookInput, super::schema::LOOK_INPUT,
}

/// The model's `LookOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookOutput {}

rt::structure! {
    LookOutput, super::schema::LOOK_OUTPUT,
}
