//! Patterns (`@pattern`): ECMA-262 regular expressions, and those of Java, to plans that match in linear time.
//!
//! `parse`, `class` and `java` make a tree; `steps` tries the first tier, a deterministic run of literals and counted
//! classes; `search` makes steps for all other patterns, after `look` has resolved what it can of look-around,
//! `conjunction` has separated the rest, and `simplify` has removed ways to match the same text. `matcher` follows the
//! steps in the generator itself. Characters are code points, as in the reference implementation, not UTF-16 units.

mod class;
mod conjunction;
mod java;
mod look;
mod matcher;
mod parse;
mod sample;
mod search;
mod set;
mod simplify;
mod source;
mod steps;
mod tree;

pub use java::Java;
pub use sample::sample;
pub use search::Search;
pub use set::ClassSet;
pub use source::Source;
pub use steps::Step;

/// How a pattern is matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Deterministic steps over the whole text.
    Steps(Vec<Step>),
    /// All of these searches must hold.
    Searches(Vec<Search>),
}

impl Plan {
    /// Whether a set of characters has general categories of Unicode.
    pub fn has_categories(&self) -> bool {
        match self {
            Self::Steps(steps) => steps.iter().any(Step::has_categories),
            Self::Searches(searches) => searches.iter().flat_map(|search| &search.steps).any(Step::has_categories),
        }
    }
}

/// A plan, and the parts of the pattern that it does not enforce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The plan. Accepts every text that the pattern accepts.
    pub plan: Plan,
    /// Description of each part that the plan does not enforce.
    pub weaker: Option<String>,
    /// The first construct of Java that other tools are likely to reject.
    pub java: Option<Java>,
}

/// Syntax error of a regular expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at character {offset}")]
pub struct PatternError {
    /// Index of the character in question, from 0.
    pub offset: usize,
    /// Description of the error.
    pub what: &'static str,
    /// How to fix it.
    pub help: &'static str,
}

/// Compiles a pattern to a plan.
///
/// # Errors
/// The pattern is not a valid regular expression.
///
/// ```
/// use whitesmith_codegen::pattern::{Plan, plan};
/// assert!(matches!(plan("^wf-[0-9a-f]{8}$").unwrap().plan, Plan::Steps(_)));
/// assert!(matches!(plan("^(?=.*[a-z])[a-z0-9]+$").unwrap().plan, Plan::Searches(_)));
/// assert_eq!(plan("a[b").unwrap_err().to_string(), "the class is not closed at character 1");
/// ```
pub fn plan(pattern: &str) -> Result<Planned, PatternError> {
    let parse::Parsed { tree, java } = parse::parse(pattern)?;
    if let Some(steps) = steps::lower(&tree) {
        return Ok(Planned { plan: Plan::Steps(steps), weaker: None, java });
    }
    let (searches, weaker) = search::lower(&tree);
    Ok(Planned { plan: Plan::Searches(searches), weaker, java })
}
