//! What keeps a call from its output.

use std::fmt;
use std::time::Duration;

use hyper_util::client::legacy;

use super::transport::BoxError;
use crate::builder::BuildError;
use crate::constraint::Violations;
use crate::operation::{OperationError, code, is_retryable, is_throttling, message};

/// What keeps a call from its output. `E` is the operation's error enum.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The input violates the model, or misses members. Nothing was sent.
    Invalid(Violations),
    /// The request could not be made: no endpoint, no credentials, a value that cannot stand where it must. Nothing was
    /// sent.
    Request(String),
    /// The service could not be reached, or the connection broke.
    Transport(BoxError),
    /// The service took longer than the configuration allows.
    Timeout(Duration),
    /// The response is not one of this protocol.
    Response {
        /// Its status.
        status: u16,
        /// What is wrong with it.
        reason: String,
    },
    /// The response was successful, but its values break the model, and [`Config::check_responses`](super::Config::check_responses)
    /// refuses that. The operation was carried out.
    InvalidResponse {
        /// HTTP status.
        status: u16,
        /// All violations.
        violations: Violations,
    },
    /// The service answered with an error.
    Service(Box<ServiceError<E>>),
}

/// An invalid part of an input is an invalid input.
impl<E> From<BuildError> for Error<E> {
    fn from(error: BuildError) -> Self {
        Self::Invalid(error.into_violations())
    }
}

/// An error that the service answered.
#[derive(Debug)]
pub struct ServiceError<E> {
    pub(super) error: E,
    pub(super) status: u16,
    pub(super) request_id: Option<String>,
    pub(super) query_code: Option<String>,
}

impl<E> ServiceError<E> {
    /// The operation's error.
    pub fn error(&self) -> &E {
        &self.error
    }

    /// Gives the operation's error.
    pub fn into_error(self) -> E {
        self.error
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }
}

impl<E: OperationError> Error<E> {
    /// The operation's error, if the service answered one.
    pub fn service(&self) -> Option<&E> {
        if let Self::Service(answer) = self { Some(&answer.error) } else { None }
    }

    /// The error's code, if the service answered one: the name of its shape, or the older name of `@awsQueryError`.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Service(answer) => Some(answer.query_code.as_deref().unwrap_or_else(|| code(&answer.error))),
            _ => None,
        }
    }

    /// What the service says about it.
    pub fn message(&self) -> Option<&str> {
        self.service().and_then(message)
    }

    /// The id that the service gave the request.
    pub fn request_id(&self) -> Option<&str> {
        if let Self::Service(answer) = self { answer.request_id.as_deref() } else { None }
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(_) | Self::Timeout(_) => true,
            Self::Response { status, .. } => is_transient(*status),
            Self::Service(answer) => {
                is_transient(answer.status) || is_retryable(&answer.error) || is_throttled(code(&answer.error))
            }
            Self::Invalid(_) | Self::InvalidResponse { .. } | Self::Request(_) => false,
        }
    }
}

impl<E: OperationError> Error<E> {
    /// Whether the service has not even begun: it was not reached, had no time, or says itself that another attempt is fine.
    pub(super) fn is_refusal(&self) -> bool {
        match self {
            Self::Transport(error) => error.downcast_ref::<legacy::Error>().is_some_and(legacy::Error::is_connect),
            Self::Response { status, .. } => matches!(status, 429 | 503),
            Self::Service(answer) => {
                matches!(answer.status, 429 | 503) || is_retryable(&answer.error) || self.is_throttling()
            }
            _ => false,
        }
    }

    /// Whether the service asks for patience.
    pub(super) fn is_throttling(&self) -> bool {
        match self {
            Self::Response { status, .. } => *status == 429,
            Self::Service(answer) => {
                answer.status == 429 || is_throttling(&answer.error) || is_throttled(code(&answer.error))
            }
            _ => false,
        }
    }
}

/// Statuses behind which another attempt may find the service well.
fn is_transient(status: u16) -> bool {
    matches!(status, 429 | 500 | 502 | 503 | 504)
}

/// Codes by which AWS services ask for patience, whatever their status.
fn is_throttled(code: &str) -> bool {
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

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(violations) => violations.fmt(f),
            Self::Request(reason) => write!(f, "the request could not be made: {reason}"),
            Self::Transport(error) => {
                write!(f, "the service could not be reached: {error}")?;
                let mut source = error.source();
                while let Some(error) = source {
                    write!(f, ": {error}")?;
                    source = error.source();
                }
                Ok(())
            }
            Self::Timeout(limit) => write!(f, "the service did not answer within {limit:?}"),
            Self::Response { status, reason } => write!(f, "the response (status {status}) cannot be used: {reason}"),
            Self::InvalidResponse { status, .. } => {
                write!(f, "the response (status {status}) violates the model")
            }
            Self::Service(answer) => {
                answer.error.fmt(f)?;
                write!(f, " (status {}", answer.status)?;
                if let Some(id) = &answer.request_id {
                    write!(f, ", request {id}")?;
                }
                f.write_str(")")
            }
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Invalid(violations) | Self::InvalidResponse { violations, .. } => Some(violations),
            Self::Transport(error) => Some(&**error),
            Self::Service(answer) => Some(&answer.error),
            Self::Request(_) | Self::Timeout(_) | Self::Response { .. } => None,
        }
    }
}
