//! Endpoint rules (spec: "Smithy rules engine") that are ready for evaluation, and how the text of generated code is
//! read. `client/rules` evaluates them.

mod function;
mod parse;
pub(crate) mod program;

pub(crate) use function::Function;
pub(crate) use parse::MalformedRules;
pub(crate) use program::{Kind, Parameter, Program};
