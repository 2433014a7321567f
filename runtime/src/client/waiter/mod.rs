//! Waiters: a call is made again and again, until what comes back says that something has come about, or never will (spec:
//! "Waiters").

mod error;
mod judge;
mod patience;

use std::fmt;
use std::time::Duration;

pub use error::{Answer, WaitError, Waited};
use judge::Verdict;
use patience::Patience;

use super::call::CallBuilder;
use super::exchange::exchange;
use crate::jmespath::Expression;
use crate::operation::Operation;

/// A waiter, as the model states it.
///
/// ```
/// use whitesmith_runtime::client::waiter::{Acceptor, Expected, Matcher, Path, Waiter};
/// use whitesmith_runtime::jmespath::Expression;
///
/// static STATE: Path = Path::new("state", Expression::Field("state"));
/// static ORDER_SHIPPED: Waiter =
///     Waiter::new("OrderShipped", &[Acceptor::success(Matcher::Output(&STATE, Expected::String("SHIPPED")))]);
/// assert_eq!(ORDER_SHIPPED.name(), "OrderShipped");
/// ```
#[derive(Debug)]
pub struct Waiter {
    name: &'static str,
    acceptors: &'static [Acceptor],
    min_delay: Duration,
    max_delay: Duration,
}

/// What a waiter looks for, and what then becomes of it.
#[derive(Debug)]
pub struct Acceptor {
    state: State,
    matcher: Matcher,
    message: Option<&'static Path>,
}

#[derive(Clone, Copy, Debug)]
enum State {
    Success,
    Failure,
    Retry,
}

/// What a waiter may look for.
#[derive(Debug)]
pub enum Matcher {
    /// The call succeeded, or it failed: the service answered with an error.
    Success(bool),
    /// The service answered with the error of this name.
    Error(&'static str),
    /// A path through the output gives what is expected.
    Output(&'static Path, Expected),
    /// A path through `{input: …, output: …}` gives what is expected.
    InputOutput(&'static Path, Expected),
}

/// A `JMESPath` expression.
#[derive(Debug)]
pub struct Path {
    text: &'static str,
    expression: Expression,
}

/// What a path is to give.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// This boolean.
    Bool(bool),
    /// This string.
    String(&'static str),
    /// An array of this string, and of at least one.
    All(&'static str),
    /// An array with this string in it.
    Any(&'static str),
}

impl Waiter {
    /// A waiter that asks its acceptors in this order, and pauses for 2 to 120 seconds.
    pub const fn new(name: &'static str, acceptors: &'static [Acceptor]) -> Self {
        Self { name, acceptors, min_delay: Duration::from_secs(2), max_delay: Duration::from_mins(2) }
    }

    /// Pauses for this long, in seconds, at least and at most.
    #[must_use]
    pub const fn delays(mut self, min: u32, max: u32) -> Self {
        self.min_delay = Duration::from_secs(min as u64);
        self.max_delay = Duration::from_secs(max as u64);
        self
    }

    /// The name in the model.
    pub fn name(&self) -> &'static str {
        self.name
    }
}

impl Acceptor {
    /// What ends the waiting well.
    pub const fn success(matcher: Matcher) -> Self {
        Self { state: State::Success, matcher, message: None }
    }

    /// What ends the waiting, because what is waited for can no longer come about.
    pub const fn failure(matcher: Matcher) -> Self {
        Self { state: State::Failure, matcher, message: None }
    }

    /// What the waiting goes on for.
    pub const fn retry(matcher: Matcher) -> Self {
        Self { state: State::Retry, matcher, message: None }
    }

    /// Where the output says why.
    #[must_use]
    pub const fn message(mut self, path: &'static Path) -> Self {
        self.message = Some(path);
        self
    }
}

impl Path {
    /// An expression, and how the model writes it.
    pub const fn new(text: &'static str, expression: Expression) -> Self {
        Self { text, expression }
    }
}

impl fmt::Display for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Success(true) => f.write_str("the call succeeded"),
            Self::Success(false) => f.write_str("the call failed"),
            Self::Error(name) => write!(f, "the call failed with `{name}`"),
            Self::Output(path, expected) | Self::InputOutput(path, expected) => match expected {
                Expected::Bool(value) => write!(f, "`{}` is `{value}`", path.text),
                Expected::String(value) => write!(f, "`{}` is `{value}`", path.text),
                Expected::All(value) => write!(f, "all of `{}` are `{value}`", path.text),
                Expected::Any(value) => write!(f, "one of `{}` is `{value}`", path.text),
            },
        }
    }
}

/// Calls until the waiter's acceptors have what they look for, for as long as the caller is willing to wait.
pub(super) async fn wait<O: Operation>(call: CallBuilder<O>, waiter: &'static Waiter, max_wait: Duration) -> Waited<O> {
    let (client, mut input, set) = call.finish().map_err(WaitError::Call)?;
    let mut patience = Patience::new(waiter, max_wait);
    let mut last = None;
    loop {
        let answer = match patience.during(exchange::<O>(&client, &mut input, &set)).await {
            Some(Ok(output)) => Answer::Output(output),
            Some(Err(error)) => Answer::Error(error),
            None => break,
        };
        match (waiter.judge(&input, &answer.seen()), answer) {
            (Verdict::Success, answer) => return Ok(answer),
            (Verdict::Failure(matched, message), answer) => {
                return Err(WaitError::Failed { waiter: waiter.name, matched, message, answer: Box::new(answer) });
            }
            (Verdict::None, Answer::Error(error)) => return Err(WaitError::Call(error)),
            (Verdict::None | Verdict::Retry, answer) => last = Some(Box::new(answer)),
        }
        if !patience.pause().await {
            break;
        }
    }
    Err(WaitError::TimedOut { waiter: waiter.name, max_wait, last })
}
