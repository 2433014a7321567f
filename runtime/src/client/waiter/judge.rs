//! What a waiter makes of an answer. Knows no operation.

use super::{Acceptor, Expected, Matcher, Path, State, Waiter};
use crate::jmespath::{Evaluation, Value};
use crate::reflect::{Ref, Reflect};

/// An answer, as acceptors see it.
pub(super) enum Seen<'a> {
    Output(&'a dyn Reflect),
    /// An error that the service answered, by each name that it has.
    Error([Option<&'a str>; 3]),
    /// The service was not reached, or what it answered cannot be read: this says nothing of what is waited for.
    Nothing,
}

/// What becomes of the waiting.
pub(super) enum Verdict {
    Success,
    /// What matched, and what the output says of the reason.
    Failure(&'static Matcher, Option<String>),
    Retry,
    /// No acceptor matched.
    None,
}

impl Waiter {
    /// The state of the first acceptor that matches.
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
    /// The message of a failure: a string, or several.
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
    /// Whether the path gives what is expected. One that fails gives nothing.
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
