//! Errors that the model does not define.

use std::fmt;
use std::sync::Arc;

use super::BoxError;

/// Unmodelled error with code and message.
/// Clients return it for an error code that the operation does not list. A server method that returns it fails with an
/// internal error. Its code and message are available for logs through [`Outcome`], and are not sent to the caller.
///
/// [`Outcome`]: https://docs.rs/whitesmith-runtime/latest/whitesmith_runtime/server/struct.Outcome.html
///
/// ```
/// use whitesmith_runtime::types::Unhandled;
/// let error = Unhandled::new("DatabaseDown", Some("no connection".to_owned()));
/// assert_eq!(error.to_string(), "DatabaseDown: no connection");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Unhandled {
    code: String,
    message: Option<String>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// Compares code and message. Sources cannot be compared.
impl PartialEq for Unhandled {
    fn eq(&self, other: &Self) -> bool {
        (&self.code, &self.message) == (&other.code, &other.message)
    }
}

impl Eq for Unhandled {}

impl Unhandled {
    /// Creates an error with a code and an optional message.
    pub fn new(code: impl Into<String>, message: Option<String>) -> Self {
        Self { code: code.into(), message, source: None }
    }

    /// Creates an error with a code and its cause. Servers log the cause, and do not send it.
    pub fn with_source(code: impl Into<String>, source: impl Into<BoxError>) -> Self {
        Self { code: code.into(), message: None, source: Some(Arc::from(source.into())) }
    }

    /// Returns the error code; empty if the service sent none.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Returns the error message.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl fmt::Display for Unhandled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.code.is_empty() { "unknown error" } else { &self.code })?;
        self.message.as_ref().map_or(Ok(()), |message| write!(f, ": {message}"))
    }
}

impl std::error::Error for Unhandled {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
