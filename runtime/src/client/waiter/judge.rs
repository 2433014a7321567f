//! Evaluation of acceptors. This module does not know operations.

use super::{Acceptor, Expected, Matcher, Path, State, Waiter};
use crate::jmespath::{Evaluation, Value};
use crate::reflect::{Ref, Reflect};

/// Result of a call, for acceptors.
pub(super) enum Seen<'a> {
    Output(&'a dyn Reflect),
    /// Error from the service, by each of its names.
    Error([Option<&'a str>; 3]),
    /// The service was not reached, or its response could not be read.
    Nothing,
}

/// Result of the acceptors.
pub(super) enum Verdict {
    Success,
    /// Matcher, and the reason in the output.
    Failure(&'static Matcher, Option<String>),
    Retry,
    /// No acceptor matched.
    None,
}

impl Waiter {
    /// Returns the state of the first acceptor that matches.
    pub(super) fn judge(&'static self, input: &dyn Reflect, seen: &Seen<'_>) -> Verdict {
        let Some(acceptor) = self.acceptors.iter().find(|acceptor| acceptor.matcher.matches(input, seen)) else {
            return Verdict::None;
        };
        match acceptor.state {
            State::Success => Verdict::Success,
            State::Failure => Verdict::Failure(&acceptor.matcher, acceptor.reason(seen)),
            State::Retry => Verdict::Retry,
        }
    }
}

impl Acceptor {
    /// Returns the reason of a failure: a string, or strings joined by semicolons.
    fn reason(&self, seen: &Seen<'_>) -> Option<String> {
        let (Some(path), Seen::Output(output)) = (self.message, seen) else { return None };
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
    fn matches(&self, input: &dyn Reflect, seen: &Seen<'_>) -> bool {
        match (self, seen) {
            (Self::Success(wanted), Seen::Output(_)) => *wanted,
            (Self::Success(wanted), Seen::Error(_)) => !*wanted,
            (Self::Error(wanted), Seen::Error(names)) => names.contains(&Some(*wanted)),
            (Self::Output(path, expected), Seen::Output(output)) => path.gives(*expected, &Ref::Shape(*output).into()),
            (Self::InputOutput(path, expected), Seen::Output(output)) => {
                let (input, output) = (Ref::Shape(input).into(), Ref::Shape(*output).into());
                path.gives(*expected, &Value::object([("input", input), ("output", output)]))
            }
            _ => false,
        }
    }
}

impl Path {
    /// Whether the result of the path is the expected one. A path that fails does not match.
    fn gives(&self, expected: Expected, over: &Value<'_>) -> bool {
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
