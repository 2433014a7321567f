//! Waiters: acceptors, and the expressions that they evaluate.

use super::Docs;

/// A waiter.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// Name of the method.
    pub method: String,
    /// Name of its static.
    pub target: String,
    /// Name in the model.
    pub wire_name: String,
    /// Documentation.
    pub docs: Docs,
    /// Minimum and maximum delay in seconds, unless they are the defaults.
    pub delays: Option<(u32, u32)>,
    /// Acceptors, in order.
    pub acceptors: Vec<Acceptor>,
}

/// A condition, and the state of the waiter if it is met.
#[derive(Clone, Debug)]
pub struct Acceptor {
    /// State of the waiter.
    pub state: State,
    /// The condition.
    pub matcher: Matcher,
    /// Static of the path to the message of a failure.
    pub message: Option<String>,
}

/// State of a waiter.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the names are the specification's")]
pub enum State {
    Success,
    Failure,
    Retry,
}

/// Condition of an acceptor.
#[derive(Clone, Debug)]
pub enum Matcher {
    /// Whether the call succeeds.
    Success(bool),
    /// An error of this name.
    Error(String),
    /// The result of a path.
    Path {
        /// The value that it is evaluated on.
        data: MatcherData,
        /// Static of the path.
        path: String,
        /// The expected result.
        expected: Expected,
    },
}

/// The value that a matcher evaluates its path on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatcherData {
    /// The output.
    Output,
    /// An object with the members `input` and `output`.
    InputOutput,
}

/// The expected result of a path.
#[derive(Clone, Debug)]
pub enum Expected {
    /// This boolean.
    Bool(bool),
    /// This string.
    String(String),
    /// An array whose elements are all this string, at least one.
    All(String),
    /// An array with this string as an element.
    Any(String),
}

/// A `JMESPath` expression.
#[derive(Clone, Debug)]
pub struct Path {
    /// Name of its static.
    pub name: String,
    /// Text in the model.
    pub text: String,
    /// How it is evaluated.
    pub plan: crate::jmespath::Plan,
}
