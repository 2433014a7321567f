//! Selectors (spec: "Selectors"): expressions that select shapes and members of a model.
//!
//! `parse` creates steps, `eval` evaluates them on a [`Graph`], `attribute` implements `[…]`, `budget` bounds them.
//! Selectors are independent of rules and messages.

mod attribute;
mod budget;
mod eval;
mod parse;
mod step;

use std::fmt;

pub use attribute::Template;
pub use budget::{Budget, Exhausted};
pub use eval::Selection;
use step::Steps;

use crate::model::graph::{ElementId, Graph};

/// A parsed selector.
#[derive(Clone, Debug)]
pub struct Selector {
    text: String,
    steps: Steps,
    /// Contents of `:root(…)`. Each is evaluated at most once.
    roots: Vec<Steps>,
    /// Names of variables, by slot.
    variables: Vec<String>,
}

/// Syntax error of a selector.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Syntax error at line {line} column {column}, near `{near}`: {message}; expression: {expression}")]
pub struct SelectorError {
    /// Description of the error.
    pub message: String,
    /// Byte offset of the error.
    pub offset: usize,
    /// Line of the error, from 1.
    pub line: usize,
    /// Column of the error in characters, from 1.
    pub column: usize,
    /// Text at the error, truncated.
    pub near: String,
    /// The whole text, truncated.
    pub expression: String,
}

impl Selector {
    /// Parses a selector.
    ///
    /// # Errors
    /// The text does not follow the grammar, or exceeds the limits of nesting or number of steps.
    ///
    /// ```
    /// use whitesmith_codegen::selector::Selector;
    /// assert!(Selector::parse("structure > member [trait|required]").is_ok());
    /// assert_eq!(Selector::parse("strucutre").unwrap_err().column, 10);
    /// ```
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        parse::parse(text)
    }

    /// The source text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it selects all elements, like `*`.
    pub fn is_any(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether it sets variables, so that an element may match several times.
    pub fn has_variables(&self) -> bool {
        !self.variables.is_empty()
    }

    /// All matching elements, in order, without duplicates.
    ///
    /// # Errors
    /// The budget is used up.
    pub fn select(&self, graph: &Graph<'_>, budget: &Budget) -> Result<Selection, Exhausted> {
        budget.checked(eval::select(self, graph, budget))
    }

    /// The elements that it yields for these starts, in order, without duplicates.
    ///
    /// # Errors
    /// The budget is used up.
    pub fn select_from(
        &self,
        graph: &Graph<'_>,
        starts: &[ElementId],
        budget: &Budget,
    ) -> Result<Selection, Exhausted> {
        budget.checked(eval::select_from(self, graph, starts, budget))
    }

    /// All matches: elements and the variables at that point. An element may match several times.
    ///
    /// # Errors
    /// The budget is used up. Some of the matches before may be wrong.
    pub fn matches(
        &self,
        graph: &Graph<'_>,
        budget: &Budget,
        each: &mut dyn FnMut(ElementId, &Variables<'_>),
    ) -> Result<(), Exhausted> {
        eval::matches(self, graph, budget, each);
        budget.checked(())
    }

    /// The given elements that do not match. Visits only the necessary part of the model.
    ///
    /// # Errors
    /// The budget is used up.
    pub fn rejects(
        &self,
        graph: &Graph<'_>,
        candidates: &[ElementId],
        budget: &Budget,
    ) -> Result<Vec<ElementId>, Exhausted> {
        budget.checked(eval::rejects(self, graph, candidates, budget))
    }
}

/// Selectors are equal if their texts are.
impl PartialEq for Selector {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The variables of a match.
#[derive(Clone, Copy, Debug)]
pub struct Variables<'v> {
    names: &'v [String],
    values: &'v [Option<std::rc::Rc<Vec<ElementId>>>],
}

impl Variables<'_> {
    /// The elements of a variable, in order. `None` if there is no such variable, or it was not set.
    pub fn get(&self, name: &str) -> Option<&[ElementId]> {
        let slot = self.names.iter().position(|known| known == name)?;
        self.values.get(slot)?.as_ref().map(|set| set.as_slice())
    }
}

#[cfg(test)]
mod tests;
