//! What is wrong with a body, whatever its format.

use std::fmt;

/// The bytes are not of the format, or not of the expected shape. Never shows a sensitive value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    path: String,
    message: String,
}

impl Error {
    pub(super) fn new(path: String, message: String) -> Self {
        Self { path, message }
    }

    /// An error found outside of the parser.
    #[cfg(any(feature = "client", feature = "server"))]
    pub(crate) fn message(member: &str, message: &str) -> Self {
        Self { path: format!("/{member}"), message: message.to_owned() }
    }

    /// The same, found in the member `name`.
    #[cfg(any(feature = "client", feature = "server"))]
    #[must_use]
    pub(crate) fn below(mut self, name: &str) -> Self {
        self.path.insert_str(0, name);
        self.path.insert(0, '/');
        self
    }

    /// Where: a JSON pointer by member names; empty for the whole body.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
