// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! Structures, unions, enums and constrained types of `Directory`.

use ::whitesmith_runtime as rt;

/// The model's `LookInput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookInput {}

rt::structure! {
    LookInput, super::schema::LOOK_INPUT,
}

/// Builder of [`LookInput`].
#[must_use]
pub struct LookInputBuilder<C = ()>(pub(super) rt::Builder<LookInput, C>);

rt::builder!(LookInputBuilder, LookInput);

/// The model's `LookOutput`.
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct LookOutput {}

rt::structure! {
    LookOutput, super::schema::LOOK_OUTPUT,
}

/// Builder of [`LookOutput`].
#[must_use]
pub struct LookOutputBuilder<C = ()>(pub(super) rt::Builder<LookOutput, C>);

rt::builder!(LookOutputBuilder, LookOutput);
