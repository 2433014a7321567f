//! Waiters (spec: "Waiters").

use std::sync::Arc;

use super::expressions::JmesPath;
use super::read::{FromNode, Named, Placed, flag, invalid, one_of, optional, required, syntax};
use crate::model::{Invalid, Node, Trait, TraitProblem};
use crate::source::Span;

/// `@waitable`: waiters of an operation, by name.
#[derive(Clone, Debug)]
pub struct Waitable(pub Named<Waiter>);

/// A waiter: polls an operation until an acceptor ends it.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// The condition that it waits for, as Markdown.
    pub documentation: Option<Arc<str>>,
    /// Tried in order after each response.
    pub acceptors: Vec<Acceptor>,
    /// Minimum delay between calls, in seconds.
    pub min_delay: Option<Placed<i64>>,
    /// Maximum delay between calls, in seconds.
    pub max_delay: Option<Placed<i64>>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Tags.
    pub tags: Vec<Arc<str>>,
    /// Where it is written.
    pub span: Span,
}

impl Waiter {
    /// Default minimum delay, in seconds.
    pub const MIN_DELAY: i64 = 2;
    /// Default maximum delay, in seconds.
    pub const MAX_DELAY: i64 = 120;

    /// Minimum and maximum delay, in seconds.
    pub fn delays(&self) -> (i64, i64) {
        let min = self.min_delay.as_ref().map_or(Self::MIN_DELAY, |delay| delay.value);
        let max = self.max_delay.as_ref().map_or(Self::MAX_DELAY, |delay| delay.value);
        (min, max)
    }
}

/// Moves a waiter to a state if its matcher accepts a response.
#[derive(Clone, Debug)]
pub struct Acceptor {
    /// The next state.
    pub state: AcceptorState,
    /// Which responses it accepts.
    pub matcher: WaiterMatcher,
    /// Message of a failure, over the output.
    pub message: Option<JmesPath>,
    /// Where it is written.
    pub span: Span,
}

/// State of a waiter after a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptorState {
    /// The waiter is done.
    Success,
    /// The waiter has failed.
    Failure,
    /// The operation is called again.
    Retry,
}

impl AcceptorState {
    /// Its name in the trait's value.
    pub fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::Retry => "retry",
        }
    }
}

/// Which responses an acceptor accepts.
#[derive(Clone, Debug)]
pub enum WaiterMatcher {
    /// A path over the output.
    Output(PathMatcher),
    /// A path over `input` and `output`.
    InputOutput(PathMatcher),
    /// An error, by shape name or ID.
    ErrorType(Placed<Arc<str>>),
    /// Any success, or any error.
    Success(bool),
}

/// A path, and what its result is compared with.
#[derive(Clone, Debug)]
pub struct PathMatcher {
    /// The path.
    pub path: JmesPath,
    /// The expected value.
    pub expected: Placed<Arc<str>>,
    /// How they are compared.
    pub comparator: PathComparator,
}

/// How the result of a path is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathComparator {
    /// The result is this string.
    StringEquals,
    /// The result is this boolean.
    BooleanEquals,
    /// The result is a non-empty list in which every element is this string.
    AllStringEquals,
    /// The result is a list in which some element is this string.
    AnyStringEquals,
}

impl PathComparator {
    /// Its name in the trait's value.
    pub fn name(self) -> &'static str {
        match self {
            Self::StringEquals => "stringEquals",
            Self::BooleanEquals => "booleanEquals",
            Self::AllStringEquals => "allStringEquals",
            Self::AnyStringEquals => "anyStringEquals",
        }
    }
}

impl Trait for Waitable {
    const ID: &'static str = "smithy.waiters#waitable";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Named::from_node(node).map(Self)
    }
}

impl FromNode for Waiter {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            documentation: optional(node, "documentation")?,
            acceptors: required(node, "acceptors")?,
            min_delay: optional(node, "minDelay")?,
            max_delay: optional(node, "maxDelay")?,
            deprecated: flag(node, "deprecated")?,
            tags: optional(node, "tags")?.unwrap_or_default(),
            span: node.span,
        })
    }
}

impl FromNode for Acceptor {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            state: required(node, "state")?,
            matcher: required(node, "matcher")?,
            message: optional(node, "message")?,
            span: node.span,
        })
    }
}

impl FromNode for AcceptorState {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        one_of(node, [Self::Success, Self::Failure, Self::Retry], Self::name).map_err(Invalid::into_syntax)
    }
}

impl FromNode for WaiterMatcher {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let object = node.as_object().filter(|object| object.len() == 1);
        let Some((kind, (_, value))) = object.and_then(|object| object.iter().next()) else {
            return Err(syntax(node.span, TraitProblem::MatcherMembers));
        };
        match &**kind {
            "output" => PathMatcher::from_node(value).map(Self::Output),
            "inputOutput" => PathMatcher::from_node(value).map(Self::InputOutput),
            "errorType" => Placed::from_node(value).map(Self::ErrorType),
            "success" => bool::from_node(value).map(Self::Success),
            other => Err(invalid(node.span, TraitProblem::Matcher { name: other.to_owned() })),
        }
    }
}

impl FromNode for PathMatcher {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            path: required(node, "path")?,
            expected: required(node, "expected")?,
            comparator: required(node, "comparator")?,
        })
    }
}

impl FromNode for PathComparator {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let all = [Self::StringEquals, Self::BooleanEquals, Self::AllStringEquals, Self::AnyStringEquals];
        one_of(node, all, Self::name).map_err(Invalid::into_syntax)
    }
}

#[cfg(test)]
mod tests {
    use super::{AcceptorState, Waitable, WaiterMatcher};
    use crate::model::Trait;
    use crate::traits::testing::{node, problem};

    const DONE: &str = r#"{"Done": {"minDelay": 5, "acceptors": [{
        "state": "success",
        "matcher": {"output": {"path": "state[", "expected": "DONE", "comparator": "stringEquals"}}
    }]}}"#;

    #[test]
    fn a_waiter_has_acceptors_and_default_delays() {
        let Waitable(waiters) = Waitable::read(&node(DONE)).expect("valid");
        let waiter = waiters.get("Done").expect("there is one");
        assert_eq!(waiter.delays(), (5, 120));
        let acceptor = waiter.acceptors.first().expect("there is one");
        assert_eq!(acceptor.state, AcceptorState::Success);
        let WaiterMatcher::Output(matcher) = &acceptor.matcher else { panic!("it matches the output") };
        assert_eq!(&*matcher.path.text, "state[");
        assert!(matcher.path.expression.is_err(), "the trait's rule reports it");
    }

    #[test]
    fn states_and_matchers_have_names() {
        let acceptor = |text: &str| format!(r#"{{"Done": {{"acceptors": [{text}]}}}}"#);
        let state = acceptor(r#"{"state": "done", "matcher": {"success": true}}"#);
        assert_eq!(problem::<Waitable>(&state), "Unexpected value `done`");
        let matcher = acceptor(r#"{"state": "retry", "matcher": {"input": true}}"#);
        assert_eq!(problem::<Waitable>(&matcher), "Unexpected matcher `input`");
        assert_eq!(problem::<Waitable>(r#"{"Done": {}}"#), "Missing expected member `acceptors`.");
    }
}
