//! `JMESPath`, as far as a generator needs it: parsing, static checks, and conditions on values of the model.
//!
//! `lexer` → `parser` → [`Expression`] → [`check()`], or [`plan()`], which the runtime evaluates. `evaluate` uses the
//! crate `jmespath`. Independent of the traits that contain expressions.

mod check;
mod evaluate;
mod expression;
mod functions;
mod lexer;
mod parser;
mod plan;
mod value;

pub use check::{Checked, Problem, ProblemKind, check};
pub(crate) use evaluate::is_true;
pub use expression::{Comparator, Expression, ExpressionKind, Place};
pub use functions::Function;
pub use parser::parse;
pub use plan::{Literal, Plan, Unplannable, plan};
pub use value::{Type, Value};

/// Syntax error of a `JMESPath` expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Syntax error at line {line} column {column}: {message}", line = place.line, column = place.column)]
pub struct SyntaxError {
    /// Position of the error.
    pub place: Place,
    /// The expected and the actual token.
    pub message: String,
}

#[cfg(test)]
mod tests;
