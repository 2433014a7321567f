//! Evaluation of acceptors, independent of operations.

use super::{Acceptor, Matcher, State, Waiter};
use crate::reflect::Reflect;

/// Result of a call, for acceptors.
pub(super) enum Observed<'a> {
    Output(&'a dyn Reflect),
    /// Error from the service, by each of its names.
    Error([Option<&'a str>; 3]),
    /// The service was not reached, or its response could not be read.
    Nothing,
}

/// The state that follows a call.
pub(super) enum Transition {
    Success,
    /// Matcher, and the reason in the output.
    Failure(&'static Matcher, Option<String>),
    Retry,
    /// No acceptor matched.
    None,
}

impl Waiter {
    /// Returns the state of the first acceptor that matches.
    #[inline]
    pub(super) fn evaluate(&'static self, input: &dyn Reflect, observed: &Observed<'_>) -> Transition {
        let Some(acceptor) = self.acceptors.iter().find(|acceptor| acceptor.matcher.matches(input, observed)) else {
            return Transition::None;
        };
        match acceptor.state {
            State::Success => Transition::Success,
            State::Failure => Transition::Failure(&acceptor.matcher, acceptor.reason(observed)),
            State::Retry => Transition::Retry,
        }
    }
}

impl Acceptor {
    /// Returns the reason of a failure: a string, or strings joined by semicolons.
    #[inline]
    fn reason(&self, observed: &Observed<'_>) -> Option<String> {
        let (Some(path), Observed::Output(output)) = (self.message, observed) else { return None };
        path.text_in(*output)
    }
}

impl Matcher {
    #[inline]
    fn matches(&self, input: &dyn Reflect, observed: &Observed<'_>) -> bool {
        match (self, observed) {
            (Self::Success(wanted), Observed::Output(_)) => *wanted,
            (Self::Success(wanted), Observed::Error(_)) => !*wanted,
            (Self::Error(wanted), Observed::Error(names)) => names.contains(&Some(*wanted)),
            (Self::Output(path, expected), Observed::Output(output)) => path.has_result(*expected, None, *output),
            (Self::InputOutput(path, expected), Observed::Output(output)) => {
                path.has_result(*expected, Some(input), *output)
            }
            _ => false,
        }
    }
}
