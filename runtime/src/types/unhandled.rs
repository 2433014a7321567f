//! Errors that the model does not define.

use std::fmt;
use std::sync::Arc;

use super::{BoxError, Plain};

/// An error that is not in the model: its code and its message.
///
/// Clients return it for error codes that the operation does not list. Servers send it to the caller if it has a
/// status from [`with_status`](Self::with_status). Otherwise it is an internal error: code and message are available to
/// layers through `server::Outcome`, and never sent to the caller. So is an error that a client received from another
/// service, because its message is for that client: `with_status` passes it on.
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
    status: Option<u16>,
    /// Whether a client received it.
    #[cfg(feature = "server")]
    is_received: bool,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
    /// Headers of a server's response.
    #[cfg(feature = "server")]
    headers: Option<Box<http::HeaderMap>>,
    /// Whether the server created it, instead of the implementation of the operation.
    #[cfg(feature = "server")]
    is_of_server: bool,
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
        Self { code: code.into(), message, ..Self::default() }
    }

    /// Creates an error with a code and a cause. Servers log the cause, and do not send it.
    pub fn with_source(code: impl Into<String>, source: impl Into<BoxError>) -> Self {
        Self { code: code.into(), source: Some(Arc::from(source.into())), ..Self::default() }
    }

    #[cfg(feature = "server")]
    pub(crate) fn of_fault(
        status: u16,
        code: String,
        message: String,
        headers: http::HeaderMap,
        source: Option<Arc<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        let headers = Some(Box::new(headers)).filter(|headers| !headers.is_empty());
        Self { code, message: Some(message), status: Some(status), source, headers, ..Self::default() }
    }

    /// Marks a failure that the server found: a panic, or an output that cannot be built or sent.
    #[cfg(feature = "server")]
    pub(crate) fn by_server(self) -> Self {
        Self { is_of_server: true, ..self }
    }

    /// Whether the server created it.
    #[cfg(feature = "server")]
    pub(crate) fn is_of_server(&self) -> bool {
        self.is_of_server
    }

    /// Headers for the response of a server.
    #[cfg(feature = "server")]
    pub(crate) fn headers(&self) -> Option<&http::HeaderMap> {
        self.headers.as_deref()
    }

    /// Sets an HTTP status from 400 to 599; others become 500. Servers then send it, code and message to the caller.
    ///
    /// ```
    /// use whitesmith_runtime::types::Unhandled;
    /// let error = Unhandled::new("AccessDenied", Some("Access denied".to_owned())).with_status(403);
    /// assert_eq!(error.status(), Some(403));
    /// ```
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(error_status(status));
        #[cfg(feature = "server")]
        {
            self.is_received = false;
        }
        self
    }

    /// Sets the status of the response that a client received, which may be any.
    #[cfg(feature = "client-core")]
    pub(crate) fn received(mut self, status: u16) -> Self {
        self.status = Some(status);
        #[cfg(feature = "server")]
        {
            self.is_received = true;
        }
        self
    }

    /// Whether a client received it, so that servers do not send it.
    #[cfg(feature = "server")]
    pub(crate) fn is_received(&self) -> bool {
        self.is_received
    }

    /// Returns the HTTP status of the response that a client received, or of the response that a server sends.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the error code. Empty if the service sent none.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Returns the error message.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// Returns the status, or 500 if it is not that of an error.
pub(crate) fn error_status(status: u16) -> u16 {
    if matches!(status, 400..=599) { status } else { 500 }
}

impl fmt::Display for Unhandled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Plain(if self.code.is_empty() { "unknown error" } else { &self.code }).fmt(f)?;
        self.message.as_ref().map_or(Ok(()), |message| write!(f, ": {}", Plain(message)))
    }
}

impl std::error::Error for Unhandled {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
