// Written by whitesmith from cases/overrides.smithy. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Overrides`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `Enter`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Enter;

rt::operation! {
    Enter, schema::ENTER, types::EnterInput, types::EnterOutput, errors::EnterError
}

/// The operation `Knock`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Knock;

rt::operation! {
    Knock, schema::KNOCK, types::KnockInput, types::KnockOutput, errors::KnockError
}

/// The operation `Look`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Look;

rt::operation! {
    Look, schema::LOOK, types::LookInput, types::LookOutput, errors::LookError
}

/// The operation `Put`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Put;

rt::operation! {
    Put, schema::PUT, types::PutInput, types::PutOutput, errors::PutError
}

/// The operation `Seal`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Seal;

rt::operation! {
    Seal, schema::SEAL, types::SealInput, types::SealOutput, errors::SealError
}

/// The operation `Whisper`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Whisper;

rt::operation! {
    Whisper, schema::WHISPER, types::WhisperInput, types::WhisperOutput,
    errors::WhisperError
}
