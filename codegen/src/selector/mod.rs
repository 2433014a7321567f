//! Selectors (spec: "Selectors"): a language that picks shapes and members out of a model.
//!
//! `parse` turns text into steps, `eval` sends elements of a [`Graph`] through them, `attribute` holds what `[…]` looks at.
//! A selector knows nothing of rules or messages.

mod attribute;
mod eval;
mod parse;
mod step;

use std::fmt;

pub use attribute::Template;
pub use eval::Selection;
use step::Steps;

use crate::model::graph::{ElementId, Graph};

/// A parsed selector.
#[derive(Clone, Debug)]
pub struct Selector {
    text: String,
    steps: Steps,
    /// What stands inside `:root(…)`: each is evaluated at most once.
    roots: Vec<Steps>,
    /// Names of variables, by slot.
    variables: Vec<String>,
}

/// The text is no selector.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Syntax error at line {line} column {column}, near `{near}`: {message}; expression: {expression}")]
pub struct SelectorError {
    /// What is wrong.
    pub message: String,
    /// Where, as a byte offset.
    pub offset: usize,
    /// The 1-based line of that place.
    pub line: usize,
    /// The 1-based column of that place, in characters.
    pub column: usize,
    /// What stands at that place; cut where it is long.
    pub near: String,
    /// The whole text; cut where it is long.
    pub expression: String,
}

impl Selector {
    /// Parses a selector.
    ///
    /// # Errors
    /// When the text does not follow the grammar, or is nested or chained beyond what is evaluated in bounded time.
    ///
    /// ```
    /// use whitesmith::selector::Selector;
    /// assert!(Selector::parse("structure > member [trait|required]").is_ok());
    /// assert_eq!(Selector::parse("strucutre").unwrap_err().column, 10);
    /// ```
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        parse::parse(text)
    }

    /// The text that it was parsed from.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it picks everything, as `*` does.
    pub fn is_any(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether it sets variables, so that one element can match in several ways.
    pub fn has_variables(&self) -> bool {
        !self.variables.is_empty()
    }

    /// All elements that it yields for any start, in order, each once.
    pub fn select(&self, graph: &Graph<'_>) -> Selection {
        eval::select(self, graph)
    }

    /// All elements that it yields for these starts, in order, each once.
    pub fn select_from(&self, graph: &Graph<'_>, starts: &[ElementId]) -> Selection {
        eval::select_from(self, graph, starts)
    }

    /// Each match: an element, and the variables as they were when it was yielded. An element may come several times.
    pub fn matches(&self, graph: &Graph<'_>, each: &mut dyn FnMut(ElementId, &Variables<'_>)) {
        eval::matches(self, graph, each);
    }

    /// Those of the elements that it does not yield for any start. Looks at no more of the model than it has to.
    pub fn rejects(&self, graph: &Graph<'_>, candidates: &[ElementId]) -> Vec<ElementId> {
        eval::rejects(self, graph, candidates)
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
    /// The elements in a variable, in order; none where it was never set.
    pub fn get(&self, name: &str) -> Option<&[ElementId]> {
        let slot = self.names.iter().position(|known| known == name)?;
        self.values.get(slot)?.as_ref().map(|set| set.as_slice())
    }
}

#[cfg(test)]
mod tests;
