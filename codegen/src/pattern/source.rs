//! Patterns with plans that are made when they are needed: rules, values of models and lowering share one.

use std::sync::{Arc, OnceLock};

use super::{PatternError, Planned, plan};

/// A pattern. Its plan is made once, when it is first needed.
#[derive(Clone, Debug)]
pub struct Source {
    text: Arc<str>,
    planned: OnceLock<Result<Planned, PatternError>>,
}

impl Source {
    /// The pattern with this text.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self { text: text.into(), planned: OnceLock::new() }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The plan.
    ///
    /// # Errors
    /// The text is not a valid regular expression.
    pub fn planned(&self) -> Result<&Planned, &PatternError> {
        self.planned.get_or_init(|| plan(&self.text)).as_ref()
    }

    /// Whether a text matches. True for invalid patterns.
    pub fn is_match(&self, text: &str) -> bool {
        self.planned().map_or(true, |planned| planned.plan.is_match(text))
    }
}
