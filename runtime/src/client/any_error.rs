//! Errors of calls, without the type of their operation.

use std::any::Any;
use std::fmt;

use bytes::Bytes;

use super::error::Error;
use super::response::ResponseInfo;
use super::waiter::WaitError;
use crate::builder::BuildError;
use crate::constraint::{Violation, Violations};
use crate::operation::{OperationError, Unhandled};

/// Error of a call of any operation. The errors of all calls, waiters and builders convert to it, so that a function
/// which calls several operations returns one type. Generated clients have it under the name `client::Error`.
///
/// ```
/// use whitesmith_runtime::client::{AnyError, CallBuilder};
/// use whitesmith_runtime::operation::Operation;
///
/// async fn both<A: Operation, B: Operation>(first: CallBuilder<A>, second: CallBuilder<B>) -> Result<(), AnyError> {
///     first.send().await?;
///     second.send().await?;
///     Ok(())
/// }
///
/// fn exit_code(error: &AnyError) -> i32 {
///     if error.is_retryable() { 75 } else { 1 }
/// }
/// ```
pub struct AnyError(Box<dyn Erased>);

/// An error whose operation is not part of its type.
trait Erased: std::error::Error + Send + Sync {
    fn code(&self) -> Option<&str>;
    fn message(&self) -> Option<&str>;
    fn operation(&self) -> Option<&'static str>;
    fn info(&self) -> Option<&ResponseInfo>;
    fn attempts(&self) -> Option<u32>;
    fn is_retryable(&self) -> bool;
    /// The error of the call, an [`Error`]. `None` if the last call of a waiter succeeded.
    fn as_call(&self) -> Option<&dyn Any>;
    /// The same, owned.
    fn into_call(self: Box<Self>) -> Option<Box<dyn Any>>;
}

impl<E: OperationError> Erased for Error<E> {
    fn code(&self) -> Option<&str> {
        Self::code(self)
    }

    fn message(&self) -> Option<&str> {
        Self::message(self)
    }

    fn operation(&self) -> Option<&'static str> {
        Self::operation(self)
    }

    fn info(&self) -> Option<&ResponseInfo> {
        Self::info(self)
    }

    fn attempts(&self) -> Option<u32> {
        Self::attempts(self)
    }

    fn is_retryable(&self) -> bool {
        Self::is_retryable(self)
    }

    fn as_call(&self) -> Option<&dyn Any> {
        Some(self)
    }

    fn into_call(self: Box<Self>) -> Option<Box<dyn Any>> {
        Some(self)
    }
}

impl<T, E> Erased for WaitError<T, E>
where
    T: fmt::Debug + Send + Sync + 'static,
    E: OperationError,
{
    fn code(&self) -> Option<&str> {
        self.call().and_then(Error::code)
    }

    fn message(&self) -> Option<&str> {
        self.call().and_then(Error::message)
    }

    fn operation(&self) -> Option<&'static str> {
        self.call().and_then(Error::operation)
    }

    fn info(&self) -> Option<&ResponseInfo> {
        self.call().and_then(Error::info)
    }

    fn attempts(&self) -> Option<u32> {
        self.call().and_then(Error::attempts)
    }

    fn is_retryable(&self) -> bool {
        matches!(self, Self::TimedOut { .. })
    }

    fn as_call(&self) -> Option<&dyn Any> {
        self.call().map(|error| error as &dyn Any)
    }

    fn into_call(self: Box<Self>) -> Option<Box<dyn Any>> {
        Self::into_call(*self).map(|error| Box::new(error) as Box<dyn Any>)
    }
}

impl AnyError {
    /// Returns the error code, if the service returned an error with one: the name of its shape, or the code of
    /// `@awsQueryError`.
    pub fn code(&self) -> Option<&str> {
        self.0.code()
    }

    /// Returns the error message, if the service returned one.
    pub fn message(&self) -> Option<&str> {
        self.0.message()
    }

    /// Returns the name of the operation in the model. `None` if the value of a shape is invalid, whose constructor or
    /// builder belongs to no call, and for a waiter whose last call succeeded.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation()
    }

    /// Returns the operation, status, headers, request IDs and number of attempts of the response. `None` if there was
    /// no response.
    pub fn info(&self) -> Option<&ResponseInfo> {
        self.0.info()
    }

    /// Returns the HTTP status of the response, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.info().map(ResponseInfo::status)
    }

    /// Returns the request ID, if there was a response with one.
    pub fn request_id(&self) -> Option<&str> {
        self.info().and_then(ResponseInfo::request_id)
    }

    /// Returns the number of attempts. `None` if the transport got no request.
    pub fn attempts(&self) -> Option<u32> {
        self.0.attempts()
    }

    /// Returns whether the same request may succeed later. For waiters: whether their time limit was reached.
    pub fn is_retryable(&self) -> bool {
        self.0.is_retryable()
    }

    /// Returns the response as it was received, as [`Error::raw`] does.
    pub fn raw(&self) -> Option<http::Response<Bytes>> {
        self.info().map(ResponseInfo::to_raw)
    }

    /// Returns the error of the call, if its operation has the error enum `E`. For waiters, that of the last call.
    pub fn call_error<E: OperationError>(&self) -> Option<&Error<E>> {
        self.0.as_call()?.downcast_ref()
    }

    /// Returns the error of the operation with the error enum `E`, if the service returned one.
    pub fn downcast_ref<E: OperationError>(&self) -> Option<&E> {
        self.call_error::<E>()?.as_service_error()
    }

    /// Returns the error of the operation with the error enum `E`, owned.
    ///
    /// # Errors
    /// This error, if the service did not return one of that type.
    pub fn downcast<E: OperationError>(self) -> Result<E, Self> {
        if self.downcast_ref::<E>().is_none() {
            return Err(self);
        }
        let call = self.0.into_call().and_then(|call| call.downcast::<Error<E>>().ok());
        // It has this type.
        Ok(call.map_or_else(|| Unhandled::default().into(), |error| error.into_service_error()))
    }
}

impl<E: OperationError> From<Error<E>> for AnyError {
    fn from(error: Error<E>) -> Self {
        Self(Box::new(error))
    }
}

impl<T, E> From<WaitError<T, E>> for AnyError
where
    T: fmt::Debug + Send + Sync + 'static,
    E: OperationError,
{
    fn from(error: WaitError<T, E>) -> Self {
        match error {
            WaitError::Call(error) => error.into(),
            other => Self(Box::new(other)),
        }
    }
}

impl From<Violation> for AnyError {
    #[inline]
    fn from(error: Violation) -> Self {
        Error::<Unhandled>::from(error).into()
    }
}

impl From<Violations> for AnyError {
    #[inline]
    fn from(error: Violations) -> Self {
        Error::<Unhandled>::from(error).into()
    }
}

impl From<BuildError> for AnyError {
    #[inline]
    fn from(error: BuildError) -> Self {
        Error::<Unhandled>::from(error).into()
    }
}

impl fmt::Display for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for AnyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl std::error::Error for AnyError {
    /// The text of this error is that of the error of the call, so the chain continues with its source.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
