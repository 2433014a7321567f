//! Results of waiters.

use std::fmt;
use std::time::Duration;

use super::Matcher;
use super::acceptor::Observed;
use crate::client::Error;
use crate::operation::{Operation, OperationError, code};
use crate::reflect::Reflect;

/// Result of a waiter for the operation `O`.
pub type Waited<O> = Result<
    CallResult<<O as Operation>::Output, <O as Operation>::Error>,
    WaitError<<O as Operation>::Output, <O as Operation>::Error>,
>;

/// Result of a call: `T` is the operation's output, `E` its error enum. Waiters may succeed with an error, such as
/// `ResourceNotFoundException` after a deletion.
#[derive(Debug)]
pub enum CallResult<T, E> {
    /// Output.
    Output(T),
    /// Error.
    Error(Error<E>),
}

impl<T, E> CallResult<T, E> {
    /// Returns the output, if the call succeeded.
    pub fn output(&self) -> Option<&T> {
        if let Self::Output(output) = self { Some(output) } else { None }
    }

    /// Returns the output, owned, if the call succeeded.
    pub fn into_output(self) -> Option<T> {
        if let Self::Output(output) = self { Some(output) } else { None }
    }

    /// Returns the error, if the call failed.
    pub fn error(&self) -> Option<&Error<E>> {
        if let Self::Error(error) = self { Some(error) } else { None }
    }
}

impl<T: Reflect, E: OperationError> CallResult<T, E> {
    /// Returns the result without its type, for acceptors.
    pub(super) fn observed(&self) -> Observed<'_> {
        match self {
            Self::Output(output) => Observed::Output(output),
            Self::Error(Error::Service(result)) => {
                let shape = result.error.shape().ok();
                let query = shape.and_then(|shape| shape.schema().error_traits()?.query).map(|query| query.code);
                Observed::Error([Some(code(&result.error)), query, result.query_code.as_deref()])
            }
            Self::Error(Error::Response { status: 400.., .. }) => Observed::Error([None; 3]),
            Self::Error(_) => Observed::Nothing,
        }
    }
}

/// Error of a waiter. `T` is the operation's output, `E` its error enum.
#[derive(Debug)]
#[non_exhaustive]
pub enum WaitError<T, E> {
    /// An acceptor of the state `failure` matched.
    Failed {
        /// Name of the waiter.
        waiter: &'static str,
        /// Matcher of the acceptor.
        matched: &'static Matcher,
        /// Reason in the output, if the model has a path to it, and it is not sensitive.
        message: Option<String>,
        /// Result of the last call.
        result: Box<CallResult<T, E>>,
    },
    /// The waiter timed out.
    TimedOut {
        /// Name of the waiter.
        waiter: &'static str,
        /// Time limit of the caller.
        max_wait: Duration,
        /// Result of the last call. `None` if no call was completed.
        last: Option<Box<CallResult<T, E>>>,
    },
    /// A call failed with an error that no acceptor matches.
    Call(Error<E>),
}

impl<T, E> WaitError<T, E> {
    /// Returns the result of the last call. `None` if no call was completed, and for [`Self::Call`].
    pub fn last(&self) -> Option<&CallResult<T, E>> {
        match self {
            Self::Failed { result, .. } => Some(result),
            Self::TimedOut { last, .. } => last.as_deref(),
            Self::Call(_) => None,
        }
    }

    /// Returns the error of the last call, if it failed.
    pub(in crate::client) fn call(&self) -> Option<&Error<E>> {
        match self {
            Self::Call(error) => Some(error),
            other => other.last().and_then(CallResult::error),
        }
    }
}

impl<T, E> WaitError<T, E> {
    /// Returns the error of the last call, owned, if it failed.
    pub(in crate::client) fn into_call(self) -> Option<Error<E>> {
        let last = match self {
            Self::Call(error) => return Some(error),
            Self::Failed { result, .. } => Some(result),
            Self::TimedOut { last, .. } => last,
        };
        if let Some(CallResult::Error(error)) = last.map(|last| *last) { Some(error) } else { None }
    }
}

impl<T, E: OperationError> fmt::Display for WaitError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { waiter, matched, message, result } => {
                write!(f, "waiting for `{waiter}` failed: {matched}")?;
                if let Some(message) = message {
                    write!(f, ": {message}")?;
                }
                result.error().map_or(Ok(()), |error| write!(f, ": {error}"))
            }
            Self::TimedOut { waiter, max_wait, .. } => {
                write!(f, "waiting for `{waiter}` took longer than {max_wait:?}")
            }
            Self::Call(error) => error.fmt(f),
        }
    }
}

impl<T: fmt::Debug, E: OperationError> std::error::Error for WaitError<T, E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Call(error) => error.source(),
            Self::Failed { result, .. } => result.error().and_then(std::error::Error::source),
            Self::TimedOut { .. } => None,
        }
    }
}
