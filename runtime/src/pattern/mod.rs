//! Patterns (`@pattern`): matching in time linear in the input, whatever the pattern.
//!
//! The generator parses each pattern, and chooses. A pattern that is a deterministic run of literals and counted classes
//! becomes a list of [`Step`]s, which is walked with nothing to build. Any other becomes a conjunction of
//! [`Automaton`]s, compiled once on first use.

mod set;
mod steps;

use std::sync::OnceLock;

use regex_automata::meta::{Builder, Config, Regex};

pub use set::Set;
pub use steps::Step;

/// Bytes that one automaton may take before the caches that matching fills. The generator keeps to the same.
const SIZE_LIMIT: usize = 4 << 20;

/// A pattern and how to match it.
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

/// One automaton of a conjunction: a regular expression in the syntax of the `regex-syntax` crate.
#[derive(Clone, Copy, Debug)]
pub struct Automaton {
    expression: &'static str,
    negated: bool,
}

impl Automaton {
    /// The value must have a match.
    pub const fn find(expression: &'static str) -> Self {
        Self { expression, negated: false }
    }

    /// The value must have no match.
    pub const fn avoid(expression: &'static str) -> Self {
        Self { expression, negated: true }
    }
}

impl Pattern {
    /// A pattern of the first tier. `source` is what the model says.
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

    /// A pattern of the second tier. `source` is what the model says.
    pub const fn automata(source: &'static str, automata: &'static [Automaton]) -> Self {
        Self { source, plan: Plan::Automata { automata, compiled: OnceLock::new() } }
    }

    /// The pattern as the model states it.
    pub fn as_str(&self) -> &'static str {
        self.source
    }

    /// Whether the text satisfies the pattern. Time is linear in the length of the text.
    pub fn is_match(&self, text: &str) -> bool {
        match &self.plan {
            Plan::Steps(steps) => steps::matches(steps, text),
            Plan::Automata { automata, compiled } => {
                let compiled = compiled.get_or_init(|| automata.iter().map(|one| compile(one.expression)).collect());
                // The generator has compiled each within the same limit: a missing one cannot be.
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
