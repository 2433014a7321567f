//! Waiters: repeat a call until its result has a final state (spec: "Waiters").

mod acceptor;
mod error;
#[cfg(feature = "jmespath")]
mod path;
#[cfg(not(feature = "jmespath"))]
#[path = "path/off.rs"]
mod path;
mod settings;
mod timing;

use std::fmt;
use std::time::Duration;

use acceptor::Transition;
pub use error::{CallResult, WaitError, Waited};
pub use settings::WaitSettings;
use timing::Timing;

use super::call::CallBuilder;
use super::exchange::exchange;
use crate::feature;
use crate::jmespath::Expression;
use crate::operation::Operation;

/// A waiter of the model.
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

/// An acceptor: a matcher, and the state that follows.
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

/// Condition of an acceptor.
#[derive(Debug)]
#[non_exhaustive]
pub enum Matcher {
    /// The call succeeded (`true`), or the service returned an error (`false`).
    Success(bool),
    /// The service returned the error with this name.
    Error(&'static str),
    /// A path in the output has the expected result.
    Output(&'static Path, Expected),
    /// A path in `{input: …, output: …}` has the expected result.
    InputOutput(&'static Path, Expected),
}

/// A `JMESPath` expression.
#[derive(Debug)]
pub struct Path {
    text: &'static str,
    #[cfg_attr(not(feature = "jmespath"), expect(dead_code, reason = "it is not evaluated"))]
    expression: Expression,
}

/// Expected result of a path.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Expected {
    /// The boolean.
    Bool(bool),
    /// The string.
    String(&'static str),
    /// A non-empty array whose elements all are this string.
    All(&'static str),
    /// An array with this string as an element.
    Any(&'static str),
}

impl Waiter {
    /// Creates a waiter that tries acceptors in this order, and pauses for 2 to 120 seconds between calls.
    pub const fn new(name: &'static str, acceptors: &'static [Acceptor]) -> Self {
        Self { name, acceptors, min_delay: Duration::from_secs(2), max_delay: Duration::from_secs(2 * 60) }
    }

    /// Sets the minimum and maximum pause between calls in seconds.
    #[must_use]
    pub const fn delays(mut self, min: u32, max: u32) -> Self {
        self.min_delay = Duration::from_secs(min as u64);
        self.max_delay = Duration::from_secs(max as u64);
        self
    }

    /// Returns the name of the waiter in the model.
    pub fn name(&self) -> &'static str {
        self.name
    }
}

impl Acceptor {
    /// Creates an acceptor of the state `success`.
    pub const fn success(matcher: Matcher) -> Self {
        Self { state: State::Success, matcher, message: None }
    }

    /// Creates an acceptor of the state `failure`.
    pub const fn failure(matcher: Matcher) -> Self {
        Self { state: State::Failure, matcher, message: None }
    }

    /// Creates an acceptor of the state `retry`.
    pub const fn retry(matcher: Matcher) -> Self {
        Self { state: State::Retry, matcher, message: None }
    }

    /// Sets the path of the reason in the output.
    #[must_use]
    pub const fn message(mut self, path: &'static Path) -> Self {
        self.message = Some(path);
        self
    }
}

impl Path {
    /// Creates a path from its text in the model and its expression.
    pub const fn new(text: &'static str, expression: Expression) -> Self {
        feature::jmespath();
        Self { text, expression }
    }
}

impl fmt::Display for Matcher {
    #[inline]
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

/// Repeats a call until an acceptor matches with a final state, or the time limit is reached.
pub(super) async fn wait<O: Operation>(
    call: CallBuilder<O>,
    waiter: &'static Waiter,
    settings: WaitSettings,
) -> Waited<O> {
    let (client, mut input, set) = call.finish().map_err(WaitError::Call)?;
    let max_wait = settings.max_wait;
    let mut timing = Timing::new(max_wait, settings.delays(waiter));
    let mut last = None;
    loop {
        let result = match timing.during(exchange::<O>(&client, &mut input, &set)).await {
            Some(Ok(response)) => CallResult::Output(response.output),
            Some(Err(error)) => CallResult::Error(error),
            None => break,
        };
        match (waiter.evaluate(&input, &result.observed()), result) {
            (Transition::Success, result) => return Ok(result),
            (Transition::Failure(matched, message), result) => {
                return Err(WaitError::Failed { waiter: waiter.name, matched, message, result: Box::new(result) });
            }
            (Transition::None, CallResult::Error(error)) => return Err(WaitError::Call(error)),
            (Transition::None | Transition::Retry, result) => last = Some(Box::new(result)),
        }
        if !timing.pause().await {
            break;
        }
    }
    Err(WaitError::TimedOut { waiter: waiter.name, max_wait, last })
}
