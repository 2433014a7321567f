//! Errors of reading and writing bodies, for all formats.

use std::fmt;

/// The bytes are malformed, or do not match the schema. Never contains sensitive values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    path: String,
    message: String,
}

impl Error {
    pub(super) fn new(path: String, message: String) -> Self {
        Self { path, message }
    }

    /// Creates an error that does not come from a parser.
    #[cfg(any(feature = "client-core", feature = "server"))]
    #[cfg_attr(not(feature = "rest"), allow(dead_code, reason = "HTTP bindings and servers use it"))]
    pub(crate) fn message(member: &str, message: &str) -> Self {
        Self { path: format!("/{member}"), message: message.to_owned() }
    }

    /// Returns the error with the member `name` in front of its path.
    #[cfg(any(feature = "client-core", feature = "server"))]
    #[must_use]
    #[cfg_attr(not(feature = "rest"), allow(dead_code, reason = "HTTP bindings and servers use it"))]
    pub(crate) fn below(mut self, name: &str) -> Self {
        self.path.insert_str(0, name);
        self.path.insert(0, '/');
        self
    }

    /// Returns the JSON pointer to the value by member names; empty for the whole body.
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

/// A value that the format cannot represent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritable {
    /// Member with the value.
    pub member: &'static str,
    /// Reason, as the predicate of a sentence about the member.
    pub reason: &'static str,
}

impl Unwritable {
    /// A string has characters that XML does not allow (XML 1.0, section 2.2), such as U+0000.
    #[cfg(feature = "xml")]
    pub(crate) fn characters(member: &'static str) -> Self {
        Self { member, reason: "has characters that XML does not allow" }
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "member `{}` {}", self.member, self.reason)
    }
}

impl std::error::Error for Unwritable {}
