//! What waiting comes to.

use std::fmt;
use std::time::Duration;

use super::Matcher;
use super::judge::Seen;
use crate::client::Error;
use crate::operation::{Operation, OperationError, code};
use crate::reflect::Reflect;

/// What waiting for something of an operation comes to: the answer that was waited for, or why it is not to be had.
pub type Waited<O> = Result<
    Answer<<O as Operation>::Output, <O as Operation>::Error>,
    WaitError<<O as Operation>::Output, <O as Operation>::Error>,
>;

/// What a call came to: `T` is the operation's output, `E` its error enum. A waiter may wait for an error: for
/// `ResourceNotFoundException`, say, when something is being deleted.
#[derive(Debug)]
pub enum Answer<T, E> {
    /// The output.
    Output(T),
    /// The error.
    Error(Error<E>),
}

impl<T, E> Answer<T, E> {
    /// The output, if the call succeeded.
    pub fn output(&self) -> Option<&T> {
        if let Self::Output(output) = self { Some(output) } else { None }
    }

    /// Gives the output, if the call succeeded.
    pub fn into_output(self) -> Option<T> {
        if let Self::Output(output) = self { Some(output) } else { None }
    }

    /// The error, if the call failed.
    pub fn error(&self) -> Option<&Error<E>> {
        if let Self::Error(error) = self { Some(error) } else { None }
    }
}

impl<T: Reflect, E: OperationError> Answer<T, E> {
    /// As acceptors see it, whatever the operation.
    pub(super) fn seen(&self) -> Seen<'_> {
        match self {
            Self::Output(output) => Seen::Output(output),
            Self::Error(Error::Service(answer)) => {
                let shape = answer.error.shape().ok();
                let query = shape.and_then(|shape| shape.schema().error_traits()?.query).map(|query| query.code);
                Seen::Error([Some(code(&answer.error)), query, answer.query_code.as_deref()])
            }
            Self::Error(Error::Response { status: 400.., .. }) => Seen::Error([None; 3]),
            Self::Error(_) => Seen::Nothing,
        }
    }
}

/// Why waiting ended without what was waited for. `T` is the operation's output, `E` its error enum.
#[derive(Debug)]
#[non_exhaustive]
pub enum WaitError<T, E> {
    /// What is waited for can no longer come about: an acceptor of the state `failure` matched.
    Failed {
        /// The waiter's name.
        waiter: &'static str,
        /// What it found.
        matched: &'static Matcher,
        /// What the output says of the reason, where the model knows where to look, unless that is sensitive.
        message: Option<String>,
        /// The last answer.
        answer: Box<Answer<T, E>>,
    },
    /// It did not come about in time.
    TimedOut {
        /// The waiter's name.
        waiter: &'static str,
        /// How long the caller was willing to wait.
        max_wait: Duration,
        /// The last answer, unless none came at all.
        last: Option<Box<Answer<T, E>>>,
    },
    /// The call failed with an error that the waiter does not look for, or could not be made.
    Call(Error<E>),
}

impl<T, E> WaitError<T, E> {
    /// The last answer; none where no call came to an end. That of [`Self::Call`] stands there.
    pub fn last(&self) -> Option<&Answer<T, E>> {
        match self {
            Self::Failed { answer, .. } => Some(answer),
            Self::TimedOut { last, .. } => last.as_deref(),
            Self::Call(_) => None,
        }
    }
}

impl<T, E: fmt::Display> fmt::Display for WaitError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { waiter, matched, message, answer } => {
                write!(f, "waiting for `{waiter}` failed: {matched}")?;
                if let Some(message) = message {
                    write!(f, ": {message}")?;
                }
                answer.error().map_or(Ok(()), |error| write!(f, ": {error}"))
            }
            Self::TimedOut { waiter, max_wait, .. } => {
                write!(f, "waiting for `{waiter}` took longer than {max_wait:?}")
            }
            Self::Call(error) => error.fmt(f),
        }
    }
}

impl<T: fmt::Debug, E: std::error::Error + 'static> std::error::Error for WaitError<T, E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Call(error) => error.source(),
            Self::Failed { answer, .. } => answer.error().and_then(std::error::Error::source),
            Self::TimedOut { .. } => None,
        }
    }
}
