//! Patterns (`@pattern`): matching in linear time.
//!
//! The generator chooses between two forms. A pattern in which the next character always decides is a list of
//! [`Step`]s, which needs no setup. Any other pattern is a conjunction of [`Automaton`]s, which are compiled on first
//! use.

mod set;
mod steps;

use std::sync::OnceLock;

use regex_automata::meta::{Builder, Config, Regex};

pub use set::Set;
pub use steps::Step;

/// Maximum size of an automaton in bytes, without its caches. The generator uses the same limit.
const SIZE_LIMIT: usize = 4 << 20;

/// A compiled or compilable pattern.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    plan: Plan,
}

#[derive(Debug)]
enum Plan {
    Steps(&'static [Step]),
    Automata { automata: &'static [Automaton], compiled: OnceLock<Box<[Option<Regex>]>> },
}

/// One part of a conjunction: a regular expression in the syntax of the crate `regex-syntax`.
#[derive(Clone, Copy, Debug)]
pub struct Automaton {
    expression: &'static str,
    negated: bool,
}

impl Automaton {
    /// Requires a match.
    pub const fn find(expression: &'static str) -> Self {
        Self { expression, negated: false }
    }

    /// Requires that there is no match.
    pub const fn avoid(expression: &'static str) -> Self {
        Self { expression, negated: true }
    }
}

impl Pattern {
    /// Creates a pattern from steps. `source` is the pattern in the model.
    ///
    /// ```
    /// use whitesmith_runtime::pattern::{Pattern, Set, Step};
    /// const HEX: Set = Set::new().range(b'0', b'9').range(b'a', b'f');
    /// static ID: Pattern = Pattern::steps("^id-[0-9a-f]{4}$", &[Step::Literal("id-"), Step::Class(&HEX, 4, 4)]);
    /// assert!(ID.is_match("id-00ff"));
    /// assert!(!ID.is_match("id-00ff0"));
    /// ```
    pub const fn steps(source: &'static str, steps: &'static [Step]) -> Self {
        Self { source, plan: Plan::Steps(steps) }
    }

    /// Creates a pattern from automata. `source` is the pattern in the model.
    pub const fn automata(source: &'static str, automata: &'static [Automaton]) -> Self {
        Self { source, plan: Plan::Automata { automata, compiled: OnceLock::new() } }
    }

    /// Returns the pattern in the model.
    pub fn as_str(&self) -> &'static str {
        self.source
    }

    /// Whether the text matches the pattern. Takes linear time.
    pub fn is_match(&self, text: &str) -> bool {
        match &self.plan {
            Plan::Steps(steps) => steps::matches(steps, text),
            Plan::Automata { automata, compiled } => {
                let compiled = compiled.get_or_init(|| automata.iter().map(|one| compile(one.expression)).collect());
                // The generator compiled each with the same limit, so this does not fail.
                automata
                    .iter()
                    .zip(compiled)
                    .all(|(one, regex)| regex.as_ref().is_none_or(|regex| regex.is_match(text) != one.negated))
            }
        }
    }
}

fn compile(expression: &str) -> Option<Regex> {
    let config = Config::new().nfa_size_limit(Some(SIZE_LIMIT)).onepass_size_limit(Some(SIZE_LIMIT / 4));
    Builder::new().configure(config).build(expression).ok()
}
