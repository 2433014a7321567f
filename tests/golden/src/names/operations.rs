// Written by whitesmith from cases/names.json. Edits are lost: change the model, and generate again.

//! A marker for each operation of `Service`.

use super::{errors, schema, types};
use ::whitesmith_runtime as rt;

/// The operation `FromEnv`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct FromEnv;

rt::operation! {
    FromEnv, schema::FROM_ENV, types::FromEnvInput, types::FromEnvOutput,
    errors::FromEnvError
}

/// The operation `Match`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Match;

rt::operation! {
    Match, schema::MATCH, types::MatchInput, types::MatchOutput, errors::MatchError
}

/// The operation `New`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct New;

rt::operation! {
    New, schema::NEW, types::NewInput, types::NewOutput, errors::NewError
}

/// The operation `Send`.
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Send;

rt::operation! {
    Send, schema::SEND, types::SendInput, types::SendOutput, errors::SendError
}
