//! Errors of calls.

use std::error::Error;
use std::fmt;

use bytes::Bytes;

pub use crate::builder::BuildError;
use crate::client::{self, AnyError, CallBuilder, Sending};
use crate::operation::{self, Operation, OperationError};

/// A response as it was received.
pub type HttpResponse = http::Response<Bytes>;

/// Error of a call, by the stage that failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum SdkError<E, R = HttpResponse> {
    /// The request could not be created. Nothing was sent.
    ConstructionFailure(Failure<E>),
    /// The service did not respond in time.
    TimeoutError(Failure<E>),
    /// The service could not be reached, or the connection was lost.
    DispatchFailure(Failure<E>),
    /// The response could not be read.
    ResponseError(ResponseError<E, R>),
    /// The service returned an error.
    ServiceError(ServiceError<E, R>),
}

/// Error of a call without a response.
#[derive(Debug)]
pub struct Failure<E>(Box<client::Error<E>>);

/// Error of a call whose response could not be read. `Debug` does not show headers and body, because they may be
/// secret.
pub struct ResponseError<E, R> {
    error: Box<client::Error<E>>,
    raw: R,
}

impl<E, R> ResponseError<E, R> {
    /// Returns the response.
    pub fn raw(&self) -> &R {
        &self.raw
    }
}

impl<E: fmt::Debug, R> fmt::Debug for ResponseError<E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseError").field("error", &self.error).finish_non_exhaustive()
    }
}

/// Error that the service returned. `Debug` does not show headers and body, because they may be secret.
pub struct ServiceError<E, R> {
    error: Box<client::ServiceError<E>>,
    raw: R,
}

impl<E, R> ServiceError<E, R> {
    /// Returns the error of the operation.
    pub fn err(&self) -> &E {
        self.error.error()
    }

    /// Returns the error of the operation, owned.
    pub fn into_err(self) -> E {
        self.error.into_error()
    }

    /// Returns the response.
    pub fn raw(&self) -> &R {
        &self.raw
    }
}

impl<E: fmt::Debug, R> fmt::Debug for ServiceError<E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError").field("error", &self.error).finish_non_exhaustive()
    }
}

impl<E: OperationError> From<client::Error<E>> for SdkError<E> {
    fn from(error: client::Error<E>) -> Self {
        let raw = error.raw().unwrap_or_default();
        match error {
            client::Error::Service(error) => Self::ServiceError(ServiceError { error, raw }),
            client::Error::Invalid { .. } | client::Error::Request { .. } => {
                Self::ConstructionFailure(Failure(error.into()))
            }
            client::Error::Timeout { .. } => Self::TimeoutError(Failure(error.into())),
            client::Error::Transport { .. } => Self::DispatchFailure(Failure(error.into())),
            client::Error::Response { .. } | client::Error::InvalidResponse { .. } => {
                Self::ResponseError(ResponseError { error: error.into(), raw })
            }
        }
    }
}

impl<E, R> From<SdkError<E, R>> for client::Error<E> {
    fn from(error: SdkError<E, R>) -> Self {
        match error {
            SdkError::ConstructionFailure(Failure(error))
            | SdkError::TimeoutError(Failure(error))
            | SdkError::DispatchFailure(Failure(error))
            | SdkError::ResponseError(ResponseError { error, .. }) => *error,
            SdkError::ServiceError(ServiceError { error, .. }) => Self::Service(error),
        }
    }
}

impl<E: OperationError, R> From<SdkError<E, R>> for AnyError {
    fn from(error: SdkError<E, R>) -> Self {
        client::Error::from(error).into()
    }
}

impl<E: OperationError, R> SdkError<E, R> {
    /// Returns the error of the operation, if the service returned one.
    pub fn as_service_error(&self) -> Option<&E> {
        if let Self::ServiceError(error) = self { Some(error.err()) } else { None }
    }

    /// Returns the error of the operation, if the service returned one. Otherwise returns `Unhandled` with this error
    /// as its source.
    pub fn into_service_error(self) -> E {
        client::Error::from(self).into_service_error()
    }

    /// Returns the response, if there was one.
    pub fn raw_response(&self) -> Option<&R> {
        match self {
            Self::ResponseError(error) => Some(error.raw()),
            Self::ServiceError(error) => Some(error.raw()),
            _ => None,
        }
    }

    /// Returns the error code, if the service returned an error with one.
    pub fn code(&self) -> Option<&str> {
        if let Self::ServiceError(error) = self { error.error.code() } else { None }
    }

    /// Returns the error message, if the service returned one.
    pub fn message(&self) -> Option<&str> {
        if let Self::ServiceError(error) = self { error.error.message() } else { None }
    }

    /// Returns code and message.
    pub fn meta(&self) -> ErrorMetadata<'_> {
        ErrorMetadata { code: self.code(), message: self.message() }
    }

    /// Returns the request ID, if there was a response with one.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::ServiceError(error) => error.error.info().request_id(),
            other => other.failure().and_then(client::Error::request_id),
        }
    }

    /// Returns the error of a call without an error of the service.
    fn failure(&self) -> Option<&client::Error<E>> {
        match self {
            Self::ConstructionFailure(Failure(error))
            | Self::TimeoutError(Failure(error))
            | Self::DispatchFailure(Failure(error))
            | Self::ResponseError(ResponseError { error, .. }) => Some(error),
            Self::ServiceError(_) => None,
        }
    }
}

impl<E: OperationError, R> fmt::Display for SdkError<E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ServiceError(error) => fmt::Display::fmt(&error.error, f),
            other => other.failure().map_or(Ok(()), |error| fmt::Display::fmt(error, f)),
        }
    }
}

impl<E: OperationError, R: fmt::Debug> Error for SdkError<E, R> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::ServiceError(error) => error.err().source(),
            other => other.failure().and_then(Error::source),
        }
    }
}

/// Sends a call.
///
/// # Errors
/// If the call fails.
#[doc(hidden)]
pub async fn send<O: Operation>(call: CallBuilder<O>) -> Result<O::Output, SdkError<O::Error>> {
    call.send().await.map_err(SdkError::from)
}

/// Sends a call that is awaited without `send`.
#[doc(hidden)]
pub fn sending<O: Operation>(call: CallBuilder<O>) -> Sending<O::Output, SdkError<O::Error>> {
    Box::pin(send(call))
}

/// Code and message of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorMetadata<'a> {
    code: Option<&'a str>,
    message: Option<&'a str>,
}

impl<'a> ErrorMetadata<'a> {
    /// Returns those of an operation's error.
    pub fn of(error: &'a impl OperationError) -> Self {
        Self { code: operation::known_code(error), message: operation::message(error) }
    }

    /// Returns the error code, if the service sent one.
    pub fn code(&self) -> Option<&'a str> {
        self.code
    }

    /// Returns the error message, if the service sent one.
    pub fn message(&self) -> Option<&'a str> {
        self.message
    }
}

/// Code and message of errors. Errors also have inherent methods of the same names.
pub trait ProvideErrorMetadata {
    /// Returns code and message.
    fn meta(&self) -> ErrorMetadata<'_>;

    /// Returns the error code, if the service sent one.
    fn code(&self) -> Option<&str> {
        self.meta().code()
    }

    /// Returns the error message, if the service sent one.
    fn message(&self) -> Option<&str> {
        self.meta().message()
    }
}

impl<E: OperationError, R> ProvideErrorMetadata for SdkError<E, R> {
    fn meta(&self) -> ErrorMetadata<'_> {
        SdkError::meta(self)
    }
}

impl<E: OperationError> ProvideErrorMetadata for client::Error<E> {
    fn meta(&self) -> ErrorMetadata<'_> {
        ErrorMetadata { code: self.code(), message: self.message() }
    }
}

impl<E: OperationError> ProvideErrorMetadata for E {
    fn meta(&self) -> ErrorMetadata<'_> {
        ErrorMetadata::of(self)
    }
}

impl ProvideErrorMetadata for AnyError {
    fn meta(&self) -> ErrorMetadata<'_> {
        ErrorMetadata { code: self.code(), message: self.message() }
    }
}

/// Shows an error with all its causes in one line.
///
/// ```
/// use whitesmith_runtime::aws_sdk::error::DisplayErrorContext;
/// let error = std::io::Error::other("the disk is full");
/// assert_eq!(DisplayErrorContext(error).to_string(), "the disk is full");
/// ```
#[derive(Debug)]
pub struct DisplayErrorContext<E>(pub E);

impl<E: Error> fmt::Display for DisplayErrorContext<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut next = self.0.source();
        while let Some(error) = next {
            write!(f, ": {error}")?;
            next = error.source();
        }
        Ok(())
    }
}
