//! Endpoint rule sets (spec: "Smithy rules engine"), which determine the endpoint of a service from parameters.
//!
//! [`parse()`] reads nodes, [`check()`] finds static errors, [`Evaluator`] evaluates a rule set. Independent of the
//! traits that contain rule sets.

mod built_ins;
mod check;
mod diagram;
mod eval;
mod functions;
mod parse;
mod partitions;
mod schemes;
mod syntax;
mod text;
mod types;
mod url;

pub use built_ins::{BUILT_INS, BuiltIn};
pub use check::check;
pub use diagram::Diagram;
pub use eval::{EvaluationError, Evaluator, Outcome};
pub use functions::Function;
pub(crate) use functions::is_host_label;
pub use parse::parse;
pub(crate) use partitions::{PARTITIONS, Partition};
pub use syntax::{
    Action, Condition, Endpoint, Expression, ExpressionKind, Parameter, Rule, RuleSet, Template, Version,
};
pub use text::Unwritable;
pub use types::{Type, Value};
pub(crate) use url::is_url;

use crate::diagnostic::Note;
use crate::source::Span;

/// An error in a rule set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct RuleError {
    /// Description of the error.
    pub message: String,
    /// Its location.
    pub span: Span,
    /// How to fix it.
    pub help: Option<Note>,
}

impl RuleError {
    pub(crate) fn new(message: impl Into<String>, span: Span) -> Self {
        Self { message: message.into(), span, help: None }
    }

    fn with_help(mut self, help: impl Into<Note>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Suggests the closest name, if there is one.
    fn with_nearest(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.with_help(Note::nearest(near)),
            None => self,
        }
    }
}

#[cfg(test)]
mod tests;
