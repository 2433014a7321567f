//! The error of a build script.

use std::fmt;

/// Code could not be generated. Displayed as all diagnostics, with excerpts of the files that cause them.
///
/// `Debug` shows the same text, because a build script that returns an error prints it with `Debug`.
#[derive(Clone, thiserror::Error)]
#[error("code was not generated, and nothing was written\n\n{diagnostics}")]
pub struct Error {
    pub(super) diagnostics: String,
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
