//! Matches patterns in the generator, for values in models.

use regex_automata::meta::Regex;

use super::conjunction::{self, Part};
use super::tree::Tree;
use super::{PatternError, expression, parse};

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Matcher(Vec<(Regex, Negated)>);

type Negated = bool;

impl Matcher {
    /// Compiles a pattern. Parts that no automaton can represent are omitted, so the matcher accepts everything that
    /// the pattern accepts.
    ///
    /// # Errors
    /// The pattern is not a valid regular expression.
    ///
    /// ```
    /// let matcher = whitesmith_codegen::pattern::Matcher::new("^(?=.*[0-9])[a-z0-9]+$").unwrap();
    /// assert!(matcher.is_match("abc1") && !matcher.is_match("abc"));
    /// ```
    pub fn new(pattern: &str) -> Result<Self, PatternError> {
        let make =
            |trees: &[Tree]| Some(expression::write(trees)).filter(|expression| expression::compiles(expression));
        let (parts, _) = conjunction::split(&parse::parse(pattern)?.tree, make);
        let compile = |part: Part<String>| Some((Regex::new(&part.form).ok()?, part.negated));
        Ok(Self(parts.into_iter().filter_map(compile).collect()))
    }

    /// Whether the pattern matches anywhere in the text.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.iter().all(|(regex, negated)| regex.is_match(text) != *negated)
    }
}
