//! Outputs and errors without the types of their operation. A program contains the code of calls once, instead of once
//! for each operation that it calls.

use std::any::Any;
use std::fmt;

use super::error::Error;
use super::response::{Response, ResponseInfo};
use super::service_error::ServiceError;
use crate::operation::{Modeled, Operation, OperationError, Unhandled};
use crate::reflect::{Fill, Reflect, Value};
use crate::schema::OperationSchema;

/// Error of a call, without the type of its operation.
pub(super) type CallError = Error<ErasedError>;

/// The operation of a call, and the place of its output.
pub(super) trait Erased: Send {
    fn schema(&self) -> &'static OperationSchema;

    /// Replaces the output by a blank one.
    fn blank(&mut self) -> &mut dyn Reflect;

    /// Returns the output, a blank one if there is none.
    fn output(&mut self) -> &mut dyn Reflect;

    /// Creates an error, as [`OperationError::filled`] does.
    fn error(&self, index: usize, fill: &mut dyn FnMut(&mut dyn Reflect)) -> Option<ErasedError>;
}

/// Place of the output of an operation.
pub(super) struct Place<O: Operation>(Option<O::Output>);

impl<O: Operation> Place<O> {
    pub(super) fn new() -> Self {
        Self(None)
    }

    /// Returns the result of a call that used this place.
    pub(super) fn finish(
        self,
        result: Result<ResponseInfo, CallError>,
    ) -> Result<Response<O::Output>, Error<O::Error>> {
        match result {
            Ok(info) => Ok(Response { output: self.0.unwrap_or_else(|| O::Output::blank(Fill::VALUE)), info }),
            Err(error) => Err(error.typed()),
        }
    }
}

impl<O: Operation> Erased for Place<O> {
    fn schema(&self) -> &'static OperationSchema {
        O::schema()
    }

    fn blank(&mut self) -> &mut dyn Reflect {
        self.0.insert(O::Output::blank(Fill::VALUE))
    }

    fn output(&mut self) -> &mut dyn Reflect {
        self.0.get_or_insert_with(|| O::Output::blank(Fill::VALUE))
    }

    fn error(&self, index: usize, fill: &mut dyn FnMut(&mut dyn Reflect)) -> Option<ErasedError> {
        O::Error::filled(index, fill).map(|error| ErasedError(Box::new(error)))
    }
}

/// Error enum of an operation, without its type.
pub(super) struct ErasedError(Box<dyn AnyOperationError>);

/// An error enum of any operation.
trait AnyOperationError: std::error::Error + Any + Send + Sync {
    fn shape(&self) -> Modeled<'_>;
}

impl<E: OperationError> AnyOperationError for E {
    fn shape(&self) -> Modeled<'_> {
        OperationError::shape(self)
    }
}

impl ErasedError {
    fn typed<E: OperationError>(self) -> E {
        let error: Box<dyn Any> = self.0;
        error.downcast().map_or_else(
            // All others were created from this type.
            |other| other.downcast().map_or_else(|_| Unhandled::new("", None), |unhandled| *unhandled).into(),
            |error| *error,
        )
    }
}

impl CallError {
    fn typed<E: OperationError>(self) -> Error<E> {
        match self {
            Self::Invalid { operation, violations } => Error::Invalid { operation, violations },
            Self::Request { operation, reason } => Error::Request { operation, reason },
            Self::Transport { source, attempts } => Error::Transport { source, attempts },
            Self::Timeout { limit, attempts } => Error::Timeout { limit, attempts },
            Self::Response { status, reason, info } => Error::Response { status, reason, info },
            Self::InvalidResponse { status, violations, info } => Error::InvalidResponse { status, violations, info },
            Self::Service(answer) => {
                let ServiceError { error, info, query_code, is_of_aws, message, violations } = *answer;
                let error = error.typed();
                Error::Service(Box::new(ServiceError { error, info, query_code, is_of_aws, message, violations }))
            }
        }
    }
}

impl OperationError for ErasedError {
    fn shape(&self) -> Modeled<'_> {
        self.0.shape()
    }

    fn filled(_: usize, _: &mut dyn FnMut(&mut dyn Reflect)) -> Option<Self> {
        None
    }
}

impl From<Unhandled> for ErasedError {
    fn from(error: Unhandled) -> Self {
        Self(Box::new(error))
    }
}

impl fmt::Display for ErasedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ErasedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl std::error::Error for ErasedError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
