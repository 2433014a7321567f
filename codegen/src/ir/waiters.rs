//! Waiters: acceptors, and the expressions that they evaluate.

use super::Docs;

/// A waiter.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// The method's name.
    pub method: String,
    /// The name of its static.
    pub target: String,
    /// The name in the model.
    pub wire_name: String,
    /// The documentation.
    pub docs: Docs,
    /// The shortest and the longest pause, in seconds, where they are not the usual ones.
    pub delays: Option<(u32, u32)>,
    /// What it looks for, in order.
    pub acceptors: Vec<Acceptor>,
}

/// What a waiter looks for, and what then becomes of it.
#[derive(Clone, Debug)]
pub struct Acceptor {
    /// What becomes of the waiter.
    pub state: State,
    /// What it looks for.
    pub matcher: Matcher,
    /// The static of the path to a failure's message.
    pub message: Option<String>,
}

/// What becomes of a waiter.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum State {
    Success,
    Failure,
    Retry,
}

/// What a waiter looks for.
#[derive(Clone, Debug)]
pub enum Matcher {
    /// A call that succeeds, or fails.
    Success(bool),
    /// An error of this name.
    Error(String),
    /// What a path gives.
    Path {
        /// Whether it starts at input and output, not at the output.
        with_input: bool,
        /// The path's static.
        path: String,
        /// What it is to give.
        expected: Expected,
    },
}

/// What a path is to give.
#[derive(Clone, Debug)]
pub enum Expected {
    /// This boolean.
    Bool(bool),
    /// This string.
    String(String),
    /// An array of nothing but this string.
    All(String),
    /// An array with this string in it.
    Any(String),
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Path {
    /// The name of its static.
    pub name: String,
    /// As the model states it.
    pub text: String,
    /// How it is evaluated.
    pub plan: crate::jmespath::Plan,
}
