//! Patterns (`@pattern`): matching in linear time, without setup.
//!
//! A pattern in which the next character always decides is a list of [`Step`]s. Any other pattern is a conjunction of
//! [`Search`]es.

#[cfg(feature = "unicode")]
mod category;
#[cfg(not(feature = "unicode"))]
#[path = "category/off.rs"]
mod category;
mod first;
mod program;
mod search;
mod set;
mod simulation;
mod steps;
mod work;

pub use program::Program;
#[doc(hidden)]
pub use program::length;
pub use search::Search;
pub use set::Set;
pub use steps::Step;

/// A pattern that is ready to match.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    plan: Plan,
}

#[derive(Debug)]
enum Plan {
    Steps(&'static [Step]),
    Searches(&'static [Search]),
}

impl Pattern {
    /// Creates a pattern from steps. `source` is the pattern in the model.
    ///
    /// ```
    /// use whitesmith_runtime::pattern::{Pattern, Set, Step};
    /// static ID: Pattern = Pattern::steps(r"^id-\d{4}$", &[Step::Literal("id-"), Step::Class(Set::DIGIT, 4, 4)]);
    /// assert!(ID.is_match("id-0042"));
    /// assert!(!ID.is_match("id-00420"));
    /// ```
    ///
    /// # Panics
    /// If a step is one of those that only a [`Program`] may have, which fails to compile in a constant.
    pub const fn steps(source: &'static str, steps: &'static [Step]) -> Self {
        assert!(steps::are_ahead(steps), "the step is only possible in a program");
        Self { source, plan: Plan::Steps(steps) }
    }

    /// Creates a pattern from searches, all of which must hold. `source` is the pattern in the model.
    pub const fn search(source: &'static str, searches: &'static [Search]) -> Self {
        Self { source, plan: Plan::Searches(searches) }
    }

    /// Returns the pattern in the model.
    pub fn as_str(&self) -> &'static str {
        self.source
    }

    /// Returns whether the text matches the pattern. Takes linear time.
    pub fn is_match(&self, text: &str) -> bool {
        match &self.plan {
            Plan::Steps(steps) => steps::matches(steps, text),
            Plan::Searches(searches) => searches.iter().all(|search| search.holds(text)),
        }
    }
}
