//! Errors with any status, code and message, in the protocol of the request.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::types::{BoxError, Plain, Unhandled, error_status};

/// An error response with any status, code and message, whether or not the model defines it. It is written in the
/// protocol of the request.
///
/// It converts to the error of every operation:
///
/// ```
/// use whitesmith_runtime::server::Fault;
/// use whitesmith_runtime::types::Unhandled;
///
/// // The error enum of a generated operation, in place of `Unhandled`.
/// fn open(queue: &str) -> Result<u32, Unhandled> {
///     if queue.is_empty() {
///         return Err(Fault::new(404, "QueueDoesNotExist", "There is no such queue").into());
///     }
///     Ok(7)
/// }
/// assert_eq!(open("").unwrap_err().status(), Some(404));
/// ```
///
/// Its source is for logs: it is available to layers through [`Outcome`](super::Outcome), and never sent.
#[derive(Clone, Debug)]
pub struct Fault {
    status: StatusCode,
    code: Cow<'static, str>,
    message: String,
    headers: HeaderMap,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Fault {
    /// Creates an error response with a status from 400 to 599. Other statuses are sent as 500.
    pub fn new(status: u16, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        let status = StatusCode::from_u16(error_status(status)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { status, code: code.into(), message: message.into(), headers: HeaderMap::new(), source: None }
    }

    /// Creates an error with status 501 and the code `NotImplemented`, for an operation that the server does not
    /// implement. Clients do not retry such requests.
    ///
    /// ```
    /// use whitesmith_runtime::server::Fault;
    /// let fault = Fault::not_implemented("CreateQueue");
    /// assert_eq!(fault.to_string(), "NotImplemented: CreateQueue is not implemented");
    /// ```
    pub fn not_implemented(operation: impl AsRef<str>) -> Self {
        Self::new(501, "NotImplemented", format!("{} is not implemented", operation.as_ref()))
    }

    /// Creates an error with status 500, the code `InternalFailure` and a message without details. The source is not
    /// sent.
    pub fn internal(source: impl Into<BoxError>) -> Self {
        Self::new(500, "InternalFailure", "The request could not be processed").with_source(source)
    }

    /// Adds a header to the response, such as `Retry-After`. Headers of the protocol take precedence.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.append(name, value);
        self
    }

    /// Sets the cause, for logs.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// Returns the HTTP status, from 400 to 599.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the error code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Returns the error message.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", Plain(&self.code), Plain(&self.message))
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl From<Fault> for Unhandled {
    fn from(fault: Fault) -> Self {
        let Fault { status, code, message, headers, source } = fault;
        Self::of_fault(status.as_u16(), code.into_owned(), message, headers, source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_statuses_of_errors_are_sent() {
        for (asked, sent) in [(400, 400), (418, 418), (599, 599), (200, 500), (302, 500), (600, 500), (9, 500)] {
            assert_eq!(Fault::new(asked, "Code", "").status().as_u16(), sent);
            assert_eq!(Unhandled::new("Code", None).with_status(asked).status(), Some(sent));
        }
    }

    #[test]
    fn the_source_is_kept_for_logs() {
        let error = Unhandled::from(Fault::internal(std::io::Error::other("disk full")));
        let source = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!((error.status(), source.as_deref()), (Some(500), Some("disk full")));
    }
}
