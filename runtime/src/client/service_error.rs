//! Errors that services return.

use std::fmt;

use super::error::{is_throttled, is_transient, is_transient_code};
use super::response::ResponseInfo;
use crate::constraint::Violations;
use crate::operation::{OperationError, code, is_retryable, known_code, message};
use crate::types::Plain;

/// Error that a service returned. `E` is the operation's error enum.
pub struct ServiceError<E> {
    pub(super) error: E,
    pub(super) info: ResponseInfo,
    pub(super) query_code: Option<String>,
    /// Whether it is a service of AWS: the codes of temporary failures are common to these.
    pub(super) is_of_aws: bool,
    /// Message in the response that no member of the error holds.
    pub(super) message: Option<String>,
    /// Violations for which the error is rejected. It may still be retried.
    pub(super) violations: Violations,
}

impl<E> ServiceError<E> {
    /// Returns the operation's error.
    pub fn error(&self) -> &E {
        &self.error
    }

    /// Returns the operation's error, owned.
    pub fn into_error(self) -> E {
        self.error
    }

    /// Returns the HTTP status of the response.
    pub fn status(&self) -> u16 {
        self.info.status()
    }

    /// Headers of the response, request IDs, number of attempts.
    pub fn info(&self) -> &ResponseInfo {
        &self.info
    }
}

impl<E: OperationError> ServiceError<E> {
    /// Returns the error code: the name of its shape, or the code of `@awsQueryError`. `None` if the response had none.
    pub fn code(&self) -> Option<&str> {
        self.query_code.as_deref().or_else(|| known_code(&self.error)).filter(|code| !code.is_empty())
    }

    /// Returns whether the same request may succeed later: because of the status, `@retryable`, or the code of a
    /// temporary failure of AWS services.
    pub fn is_retryable(&self) -> bool {
        is_transient(self.status())
            || is_retryable(&self.error)
            || self.has_common_code(|code| is_transient_code(code) || is_throttled(code))
    }

    /// Whether the service is one of AWS, and its error code one of these. In other services, the codes may have
    /// another meaning: `LimitExceededException` may be a quota.
    pub(super) fn has_common_code(&self, is_one: fn(&str) -> bool) -> bool {
        self.is_of_aws && is_one(code(&self.error))
    }

    /// Returns the error message, also if the error has no member for it, such as `NoSuchBucket` of S3. `None` if the
    /// service sent none, or if the error is sensitive.
    pub fn message(&self) -> Option<&str> {
        message(&self.error).or(self.message.as_deref())
    }
}

impl<E: fmt::Debug> fmt::Debug for ServiceError<E> {
    /// Writes what the service sent, without the state of the client.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error, info, query_code, message, is_of_aws: _, violations } = self;
        let mut debug = f.debug_struct("ServiceError");
        debug.field("error", error);
        if let Some(code) = query_code {
            debug.field("code", code);
        }
        if let Some(message) = message {
            debug.field("message", message);
        }
        if !violations.is_empty() {
            debug.field("violations", violations);
        }
        debug.field("info", info).finish()
    }
}

impl<E: OperationError> fmt::Display for ServiceError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.info.operation(), self.error)?;
        if let Some(message) = &self.message {
            write!(f, ": {}", Plain(message))?;
        }
        write!(f, " ({})", self.info)
    }
}

impl<E: OperationError> std::error::Error for ServiceError<E> {
    /// The text of this error has that of the operation's error, so the chain continues with its source.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.source()
    }
}
