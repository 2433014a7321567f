//! Error of a client call.

use std::error::Error as _;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

use super::attempts::Attempts;
use super::request_error::RequestError;
use super::response::ResponseInfo;
use super::response_error::ResponseError;
use super::service_error::ServiceError;
use super::transport::{BoxError, is_connect, is_permanent};
use crate::builder::BuildError;
use crate::constraint::{Violation, Violations};
use crate::operation::{OperationError, Unhandled, is_retryable, is_throttling};
use crate::schema::OperationSchema;

/// Error of a client call. `E` is the operation's error enum.
///
/// `Display` and [`source`](std::error::Error::source) never repeat each other: the complete text is that of the error,
/// followed by those of its sources.
///
/// ```
/// use whitesmith_runtime::client::Error;
/// use whitesmith_runtime::operation::OperationError;
///
/// fn advice<E: OperationError>(error: &Error<E>) -> String {
///     match error {
///         Error::Invalid { violations, .. } => format!("correct the input: {violations}"),
///         Error::Service(error) => format!("{} with status {}", error.code().unwrap_or("an error"), error.status()),
///         other if other.is_retryable() => "try again later".to_owned(),
///         other => other.to_string(),
///     }
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The input violates constraints of the model, or lacks required members. Nothing was sent.
    Invalid {
        /// Name of the operation in the model. `None` if the value of a shape is invalid, whose constructor or builder
        /// belongs to no call.
        operation: Option<&'static str>,
        /// Violated constraints and missing members.
        violations: Violations,
    },
    /// The request could not be created or authenticated, and nothing was sent. If this happens before a retry, the
    /// error is that of the previous attempt instead; see [`unsent`](Self::unsent).
    Request {
        /// Name of the operation in the model.
        operation: &'static str,
        /// Reason.
        reason: RequestError,
    },
    /// The service could not be reached, or the request or its response was interrupted: the connection was lost, or
    /// the stream of the request failed.
    Transport {
        /// Error of the last attempt.
        source: BoxError,
        /// Operation and number of attempts.
        attempts: Attempts,
    },
    /// The service did not respond in time.
    Timeout {
        /// Time limit of the last attempt, or of the whole call.
        limit: Duration,
        /// Operation and number of attempts.
        attempts: Attempts,
    },
    /// The response could not be read. The operation may have been executed.
    Response {
        /// HTTP status.
        status: u16,
        /// Reason.
        reason: ResponseError,
        /// Headers, request IDs, number of attempts.
        info: Box<ResponseInfo>,
    },
    /// The output or error of the response lacks required members or violates constraints, which
    /// [`Config::check_responses`](super::Config::check_responses) does not accept. The operation may have been
    /// executed.
    InvalidResponse {
        /// HTTP status.
        status: u16,
        /// Missing members, then violated constraints.
        violations: Violations,
        /// Headers, request IDs, number of attempts.
        info: Box<ResponseInfo>,
    },
    /// The service returned an error.
    Service(Box<ServiceError<E>>),
}

impl<E> Error<E> {
    /// A function that makes an error of a request that was not sent.
    pub(crate) fn request<R: Into<RequestError>>(operation: &OperationSchema) -> impl Fn(R) -> Self + use<E, R> {
        let operation = operation.name;
        move |reason| Self::Request { operation, reason: reason.into() }
    }

    /// Rejects an error of the service that violates its model.
    pub(super) fn refused(self) -> Self {
        match self {
            Self::Service(answer) if !answer.violations.is_empty() => {
                let ServiceError { violations, info, .. } = *answer;
                Self::InvalidResponse { status: info.status(), violations, info: Box::new(info) }
            }
            error => error,
        }
    }
}

impl<E> From<BuildError> for Error<E> {
    fn from(error: BuildError) -> Self {
        error.into_violations().into()
    }
}

/// A value violates a constraint, such as that of a newtype.
impl<E> From<Violation> for Error<E> {
    fn from(error: Violation) -> Self {
        Violations::from(error).into()
    }
}

/// A value violates constraints.
impl<E> From<Violations> for Error<E> {
    fn from(error: Violations) -> Self {
        Self::Invalid { operation: None, violations: error }
    }
}

impl<E> Error<E> {
    /// Returns the operation's error, if the service returned one.
    pub fn as_service_error(&self) -> Option<&E> {
        if let Self::Service(answer) = self { Some(answer.error()) } else { None }
    }

    /// Returns the name of the operation in the model. `None` if the value of a shape is invalid, whose constructor or
    /// builder belongs to no call.
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Invalid { operation, .. } => *operation,
            Self::Request { operation, .. } => Some(operation),
            Self::Transport { attempts, .. } | Self::Timeout { attempts, .. } => Some(attempts.operation()),
            Self::Response { .. } | Self::InvalidResponse { .. } | Self::Service(_) => {
                self.info().map(ResponseInfo::operation)
            }
        }
    }

    /// Returns the status, headers, request IDs and number of attempts of the response. `None` if there was no
    /// response.
    pub fn info(&self) -> Option<&ResponseInfo> {
        match self {
            Self::Response { info, .. } | Self::InvalidResponse { info, .. } => Some(info),
            Self::Service(answer) => Some(&answer.info),
            Self::Invalid { .. } | Self::Request { .. } | Self::Transport { .. } | Self::Timeout { .. } => None,
        }
    }

    /// Returns why the call was not repeated, if it would have been but the next request could not be created: for
    /// example, because credentials could not be renewed. This error is that of the previous attempt, and the reason is
    /// its source.
    pub fn unsent(&self) -> Option<&RequestError> {
        match self {
            Self::Transport { attempts, .. } | Self::Timeout { attempts, .. } => attempts.unsent.as_deref(),
            _ => self.info()?.attempts.unsent.as_deref(),
        }
    }

    /// Adds the reason why the next request was not sent.
    pub(super) fn with_unsent(mut self, reason: RequestError) -> Self {
        let attempts = match &mut self {
            Self::Transport { attempts, .. } | Self::Timeout { attempts, .. } => attempts,
            Self::Response { info, .. } | Self::InvalidResponse { info, .. } => &mut info.attempts,
            Self::Service(answer) => &mut answer.info.attempts,
            Self::Invalid { .. } | Self::Request { .. } => return self,
        };
        attempts.unsent = Some(Arc::new(reason));
        self
    }

    /// Returns the number of attempts. `None` if the transport got no request.
    pub fn attempts(&self) -> Option<u32> {
        match self {
            Self::Transport { attempts, .. } | Self::Timeout { attempts, .. } => {
                Some(attempts.count()).filter(|count| *count > 0)
            }
            _ => self.info().map(ResponseInfo::attempts),
        }
    }

    /// Returns the HTTP status of the response, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.info().map(ResponseInfo::status)
    }

    /// Returns the response as it was received, if there was one: status, headers, and the body, which is empty if it
    /// could not be received. It may contain secrets of the caller.
    pub fn raw(&self) -> Option<http::Response<Bytes>> {
        self.info().map(ResponseInfo::to_raw)
    }

    /// Returns the request ID, if there was a response with one.
    pub fn request_id(&self) -> Option<&str> {
        self.info().and_then(ResponseInfo::request_id)
    }
}

impl<E: OperationError> Error<E> {
    /// Returns the error code, if the service returned an error with one: the name of its shape, or the code of
    /// `@awsQueryError`.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Service(answer) => answer.code(),
            _ => None,
        }
    }

    /// Returns the error message, if the service returned one.
    pub fn message(&self) -> Option<&str> {
        if let Self::Service(answer) = self { answer.message() } else { None }
    }

    /// Returns the operation's error, owned. If the service returned none, it is one that the model does not have: it
    /// has no code, and its source is this error.
    pub fn into_service_error(self) -> E {
        match self {
            Self::Service(answer) => answer.into_error(),
            other => Unhandled::with_source("", other).into(),
        }
    }

    /// Returns whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport { source, .. } => !is_permanent(source),
            // A wrong checksum means that the body was damaged in transit.
            Self::Timeout { .. } | Self::Response { reason: ResponseError::Checksum { .. }, .. } => true,
            Self::Response { status, .. } => is_transient(*status),
            Self::Service(answer) => answer.is_retryable(),
            Self::Invalid { .. } | Self::InvalidResponse { .. } | Self::Request { .. } => false,
        }
    }
}

/// Properties of an error that retries depend on. Unlike [`Error`], it is the same type for all operations.
pub(super) struct Failure<'a> {
    pub(super) status: Option<u16>,
    pub(super) code: Option<&'a str>,
    /// Headers of the response, if there was one.
    pub(super) headers: Option<&'a HeaderMap>,
    pub(super) is_timeout: bool,
    /// There was no connection.
    pub(super) is_connect: bool,
    /// The same request may succeed later.
    pub(super) is_retryable: bool,
    /// The service has not executed the operation.
    pub(super) is_refusal: bool,
    /// The service limits the rate of requests.
    pub(super) is_throttling: bool,
}

impl<E: OperationError> Error<E> {
    pub(super) fn failure(&self) -> Failure<'_> {
        Failure {
            status: self.status(),
            code: self.code(),
            headers: self.info().map(ResponseInfo::headers),
            is_timeout: matches!(self, Self::Timeout { .. }),
            is_connect: matches!(self, Self::Transport { source, .. } if is_connect(source)),
            is_retryable: self.is_retryable(),
            is_refusal: self.is_refusal(),
            is_throttling: self.is_throttling(),
        }
    }

    /// Returns whether the service has not executed the operation: it was not reached, was overloaded, or declares the
    /// error as retryable.
    fn is_refusal(&self) -> bool {
        match self {
            Self::Transport { source, .. } => is_connect(source),
            Self::Response { status, .. } => matches!(status, 429 | 503),
            Self::Service(answer) => {
                matches!(answer.status(), 429 | 503) || is_retryable(&answer.error) || self.is_throttling()
            }
            _ => false,
        }
    }

    /// Returns whether the service limits the rate of requests.
    fn is_throttling(&self) -> bool {
        match self {
            Self::Response { status, .. } => *status == 429,
            Self::Service(answer) => {
                answer.status() == 429 || is_throttling(&answer.error) || answer.has_common_code(is_throttled)
            }
            _ => false,
        }
    }
}

/// Statuses of temporary failures.
pub(super) fn is_transient(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
}

/// Codes of AWS services for requests whose time of signing is too far from their own time.
pub(super) fn is_skew(code: &str) -> bool {
    matches!(code, "RequestTimeTooSkewed" | "RequestExpired" | "RequestInTheFuture")
}

/// Codes of rejected signatures. Clock skew is one of several possible reasons.
pub(super) fn may_be_skew(code: &str) -> bool {
    matches!(code, "InvalidSignatureException" | "SignatureDoesNotMatch" | "AuthFailure")
}

/// Whether the code is that of a transient failure of AWS services. The status does not matter: S3 sends some with
/// status 200.
pub(super) fn is_transient_code(code: &str) -> bool {
    matches!(
        code,
        // STS: the identity provider of the caller did not respond.
        "IDPCommunicationError"
            | "InternalError"
            | "InternalFailure"
            | "RequestTimeout"
            | "RequestTimeoutException"
            | "ServiceUnavailable"
    )
}

/// Error codes by which AWS services limit the rate of requests, with any status.
pub(super) fn is_throttled(code: &str) -> bool {
    matches!(
        code,
        "Throttling"
            | "ThrottlingException"
            | "ThrottledException"
            | "RequestThrottledException"
            | "TooManyRequestsException"
            | "ProvisionedThroughputExceededException"
            | "RequestLimitExceeded"
            | "BandwidthLimitExceeded"
            | "SlowDown"
            | "PriorRequestNotComplete"
            | "EC2ThrottledException"
            | "RequestThrottled"
            | "TransactionInProgressException"
            | "LimitExceededException"
    )
}

impl<E: OperationError> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = match self {
            Self::Invalid { operation: Some(operation), violations } => write!(f, "{operation}: {violations}"),
            Self::Invalid { operation: None, violations } => violations.fmt(f),
            Self::Request { operation, reason } => write!(f, "{operation}: cannot send the request: {reason}"),
            Self::Transport { source, attempts } if is_connect(source) => {
                write!(f, "{attempts}: cannot reach the service")
            }
            Self::Transport { attempts, .. } => write!(f, "{attempts}: the request or its response was interrupted"),
            Self::Timeout { limit, attempts } => write!(f, "{attempts}: the service did not respond within {limit:?}"),
            Self::Response { reason, info, .. } => {
                write!(f, "{}: cannot read the response ({info}): {reason}", info.operation())
            }
            Self::InvalidResponse { info, .. } => {
                write!(f, "{}: the response ({info}) violates the model", info.operation())
            }
            Self::Service(answer) => answer.fmt(f),
        };
        written?;
        if self.unsent().is_none() {
            return Ok(());
        }
        // The chain continues with the reason.
        let mut next = self.cause();
        while let Some(error) = next {
            write!(f, ": {error}")?;
            next = error.source();
        }
        f.write_str("; the next request was not sent")
    }
}

impl<E: OperationError> Error<E> {
    /// The cause of the last attempt that was sent.
    fn cause(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::InvalidResponse { violations, .. } => Some(violations),
            Self::Transport { source, .. } => Some(&**source),
            // `Display` includes their text, so the chain continues with their source.
            Self::Request { reason, .. } => reason.source(),
            Self::Response { reason, .. } => reason.source(),
            Self::Service(answer) => answer.error.source(),
            Self::Invalid { .. } | Self::Timeout { .. } => None,
        }
    }
}

impl<E: OperationError> std::error::Error for Error<E> {
    /// Returns the cause of the error; if the next request was not sent, the reason, which is a [`RequestError`].
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.unsent() {
            Some(reason) => Some(reason),
            None => self.cause(),
        }
    }
}
