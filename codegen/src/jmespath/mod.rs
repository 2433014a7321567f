//! `JMESPath`, as far as a generator needs it: text to a tree, and what can be said of the tree before any data is there.
//!
//! `lexer` → `parser` → [`Expression`] → [`check`], or [`plan`] for what the runtime is to evaluate. Nothing here evaluates an expression
//! over real data, and nothing here knows which trait the expression stood in.

mod check;
mod expression;
mod functions;
mod lexer;
mod parser;
mod plan;
mod value;

pub use check::{Checked, Gravity, Problem, check};
pub use expression::{Comparator, Expression, ExpressionKind, Place};
pub use parser::parse;
pub use plan::{Literal, Plan, Unplannable, plan};
pub use value::{Type, Value};

/// The text is no `JMESPath` expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Syntax error at line {line} column {column}: {message}", line = place.line, column = place.column)]
pub struct SyntaxError {
    /// Where the text stops making sense.
    pub place: Place,
    /// What was expected and what was found.
    pub message: String,
}

#[cfg(test)]
mod tests;
