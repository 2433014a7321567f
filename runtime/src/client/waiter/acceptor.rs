//! Evaluation of acceptors, independent of operations.

use super::{Acceptor, Expected, Matcher, Path, State, Waiter};
use crate::jmespath::{Evaluation, Value};
use crate::reflect::{Ref, Reflect};

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
    fn reason(&self, observed: &Observed<'_>) -> Option<String> {
        let (Some(path), Observed::Output(output)) = (self.message, observed) else { return None };
        let mut evaluation = Evaluation::default();
        let found = evaluation.of(&path.expression, &Ref::Shape(*output).into()).ok()?;
        let texts: Vec<String> = match found {
            Value::String(text) => vec![text.to_string()],
            Value::Array(array) => array
                .iter()
                .filter_map(|element| if let Value::String(text) = element { Some(text.to_string()) } else { None })
                .collect(),
            _ => Vec::new(),
        };
        (!texts.is_empty() && !evaluation.was_sensitive()).then(|| texts.join("; "))
    }
}

impl Matcher {
    fn matches(&self, input: &dyn Reflect, observed: &Observed<'_>) -> bool {
        match (self, observed) {
            (Self::Success(wanted), Observed::Output(_)) => *wanted,
            (Self::Success(wanted), Observed::Error(_)) => !*wanted,
            (Self::Error(wanted), Observed::Error(names)) => names.contains(&Some(*wanted)),
            (Self::Output(path, expected), Observed::Output(output)) => {
                path.has_result(*expected, &Ref::Shape(*output).into())
            }
            (Self::InputOutput(path, expected), Observed::Output(output)) => {
                let (input, output) = (Ref::Shape(input).into(), Ref::Shape(*output).into());
                path.has_result(*expected, &Value::object([("input", input), ("output", output)]))
            }
            _ => false,
        }
    }
}

impl Path {
    /// Whether the result of the path is the expected one. A path that fails does not match.
    fn has_result(&self, expected: Expected, over: &Value<'_>) -> bool {
        let is = |value: &Value<'_>, wanted: &str| matches!(value, Value::String(text) if **text == *wanted);
        match (Evaluation::default().of(&self.expression, over), expected) {
            (Ok(Value::Bool(found)), Expected::Bool(wanted)) => found == wanted,
            (Ok(found), Expected::String(wanted)) => is(&found, wanted),
            (Ok(Value::Array(array)), Expected::All(wanted)) => {
                array.len() > 0 && array.iter().all(|element| is(&element, wanted))
            }
            (Ok(Value::Array(array)), Expected::Any(wanted)) => array.iter().any(|element| is(&element, wanted)),
            _ => false,
        }
    }
}
