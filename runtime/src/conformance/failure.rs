//! Reasons for failed cases.

use std::error::Error;

use crate::aws_sdk::error::DisplayErrorContext;

/// Reason why a case failed, or could not be run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A part of a message, or a value, is not the expected one.
    #[error("{what}: expected {expected}, found {found}")]
    Differs { what: String, expected: String, found: String },
    /// A part of a message that the case forbids.
    #[error("unexpected {0}")]
    Forbidden(String),
    /// A part that the case requires.
    #[error("missing {0}")]
    Missing(String),
    /// A part of the case that does not have the expected form.
    #[error("{found} is not {expected}")]
    Invalid { found: String, expected: String },
    /// Something that could not be read, written or sent.
    #[error("{what}")]
    Caused { what: String, source: Box<dyn Error + Send + Sync> },
    /// The code under test panicked.
    #[error("panicked: {0}")]
    Panicked(String),
    /// The code under test was too slow.
    #[error("took {elapsed:?}: {what}")]
    Slow { what: String, elapsed: std::time::Duration },
}

impl Failure {
    pub(super) fn differs(what: &str, expected: impl std::fmt::Debug, found: impl std::fmt::Debug) -> Self {
        Self::Differs { what: what.to_owned(), expected: format!("{expected:?}"), found: format!("{found:?}") }
    }

    pub(super) fn invalid(found: &dyn std::fmt::Display, expected: impl Into<String>) -> Self {
        Self::Invalid { found: found.to_string(), expected: expected.into() }
    }

    /// Returns a function that makes an error the cause of a failure.
    pub(super) fn of<E: Into<Box<dyn Error + Send + Sync>>>(what: impl Into<String>) -> impl FnOnce(E) -> Self {
        move |source| Self::Caused { what: what.into(), source: source.into() }
    }

    /// The message, with those of all causes.
    pub(super) fn text(&self) -> String {
        DisplayErrorContext(self).to_string()
    }
}
