//! Retries: which failed attempts are repeated, when, and how many.

mod quota;
mod rate;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{HeaderMap, HeaderName, RETRY_AFTER};

use self::quota::{After, Quota, Taken};
use self::rate::{Rate, Response};
use super::clock::Clock;
use super::error::Failure;

/// Header with the milliseconds after which to try again.
const X_AMZ_RETRY_AFTER: HeaderName = HeaderName::from_static("x-amz-retry-after");
/// Factor of pauses after throttling.
const THROTTLING_FACTOR: u32 = 5;

/// How the retries of clients are limited, in addition to the number of attempts. For
/// [`Config::retry_mode`](super::Config::retry_mode).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryMode {
    /// Retries take tokens from a quota, to which successful calls add. If too few tokens are left, errors are returned
    /// without a retry: an unavailable service does not get three times the requests. This is the default.
    #[default]
    Standard,
    /// Like [`Standard`](Self::Standard). Also delays requests, including first attempts, while the service throttles
    /// them. For batch jobs on a single resource: one throttled resource delays calls on others as well.
    Adaptive,
}

/// Decision of [`Config::retry_when`](super::Config::retry_when).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryDecision {
    /// Decide as without a function.
    Default,
    /// Repeat the request, unless the number of attempts or the quota is used up, the request has a stream that can be
    /// read only once, or the service asks for a longer pause than
    /// [`Config::retry_pauses`](super::Config::retry_pauses) allows.
    Retry,
    /// Return the error.
    Fail,
}

/// An attempt that failed, for [`Config::retry_when`](super::Config::retry_when).
#[derive(Clone, Copy, Debug)]
pub struct FailedAttempt<'a> {
    operation: &'static str,
    number: u32,
    status: Option<u16>,
    code: Option<&'a str>,
    is_timeout: bool,
    is_connect: bool,
    is_retried: bool,
}

impl FailedAttempt<'_> {
    /// Returns the name of the operation in the model.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Returns the number of the attempt, from 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Returns the HTTP status, if there was a response.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the error code, if the service returned an error.
    pub fn code(&self) -> Option<&str> {
        self.code
    }

    /// Returns whether the service did not respond in time.
    pub fn is_timeout(&self) -> bool {
        self.is_timeout
    }

    /// Returns whether there was no connection, so that the service got nothing of the request.
    pub fn is_connect(&self) -> bool {
        self.is_connect
    }

    /// Returns whether the request is repeated by default.
    pub fn is_retried(&self) -> bool {
        self.is_retried
    }
}

type Decide = dyn Fn(&FailedAttempt<'_>) -> RetryDecision + Send + Sync;

/// Settings of retries.
#[derive(Clone)]
pub(super) struct RetrySettings {
    /// Maximum, at least 1.
    pub(super) attempts: u32,
    pub(super) mode: RetryMode,
    /// Limit of the pause before the second attempt.
    pub(super) first_pause: Duration,
    /// Limit of all pauses.
    pub(super) longest_pause: Duration,
    pub(super) decide: Option<Arc<Decide>>,
}

impl Default for RetrySettings {
    fn default() -> Self {
        Self {
            attempts: 3,
            mode: RetryMode::default(),
            first_pause: Duration::from_millis(200),
            longest_pause: Duration::from_secs(20),
            decide: None,
        }
    }
}

impl fmt::Debug for RetrySettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { attempts, mode, .. } = self;
        f.debug_struct("RetrySettings").field("attempts", attempts).field("mode", mode).finish_non_exhaustive()
    }
}

/// State that all clients of a configuration share.
#[derive(Debug, Default)]
pub(super) struct RetryState {
    quota: Quota,
    rate: Rate,
}

/// Retries of a single call.
pub(super) struct Retries<'a> {
    settings: &'a RetrySettings,
    state: &'a RetryState,
    operation: &'static str,
    /// Number of the attempt, from 1.
    number: u32,
    taken: Taken,
}

/// Whether the operation may be executed twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeatable {
    Yes,
    /// Yes, but the service may still work on a request that timed out.
    UnlessTimeout,
    No,
}

impl<'a> Retries<'a> {
    pub(super) fn new(settings: &'a RetrySettings, state: &'a RetryState, operation: &'static str) -> Self {
        Self { settings, state, operation, number: 1, taken: Taken::default() }
    }

    /// Number of the attempt, from 1.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    pub(super) fn is_last(&self) -> bool {
        self.number >= self.settings.attempts
    }

    /// Waits until an attempt can be made.
    pub(super) async fn admit(&self) {
        if self.settings.mode == RetryMode::Adaptive {
            self.state.rate.admit().await;
        }
    }

    /// Records the result of an attempt: its failure, if any.
    pub(super) fn record(&mut self, failure: Option<&Failure<'_>>) {
        if self.settings.mode == RetryMode::Adaptive {
            let is_throttled = failure.is_some_and(|failure| failure.is_throttling);
            self.state.rate.record(if is_throttled { Response::Throttled } else { Response::Accepted });
        }
        if failure.is_none() {
            self.state.quota.succeeded(std::mem::take(&mut self.taken));
        }
    }

    /// Starts the next attempt at once, without taking from the quota.
    pub(super) fn next(&mut self) {
        self.number += 1;
    }

    /// Decides whether to repeat a failed attempt. Returns the pause before the next one. A service that asks for a
    /// pause that is longer than the longest gets no request before that. No pause is as long as the time that is left
    /// for the call.
    pub(super) fn pause(
        &mut self,
        failure: &Failure<'_>,
        repeatable: Repeatable,
        retry_after: Option<Duration>,
        left: Duration,
    ) -> Option<Duration> {
        let asked = retry_after.unwrap_or_default();
        let is_too_long = asked > self.settings.longest_pause || asked >= left;
        if !self.decide(failure, may_retry(failure, repeatable) && !is_too_long) || is_too_long {
            return None;
        }
        let pause = self.random_pause(if failure.is_throttling { THROTTLING_FACTOR } else { 1 }).max(asked);
        if pause >= left {
            return None;
        }
        self.taken = self.state.quota.take(if failure.is_timeout { After::Timeout } else { After::OtherError })?;
        self.number += 1;
        Some(pause)
    }

    fn decide(&self, failure: &Failure<'_>, is_retried: bool) -> bool {
        let Some(decide) = &self.settings.decide else { return is_retried };
        let Failure { status, code, is_timeout, is_connect, .. } = *failure;
        let Self { operation, number, .. } = *self;
        match decide(&FailedAttempt { operation, number, status, code, is_timeout, is_connect, is_retried }) {
            RetryDecision::Default => is_retried,
            RetryDecision::Retry => true,
            RetryDecision::Fail => false,
        }
    }

    /// Returns a random duration below a limit that doubles with each attempt ("full jitter").
    fn random_pause(&self, factor: u32) -> Duration {
        let doubled = 1_u32 << (self.number - 1).min(20);
        let limit = self.settings.first_pause.saturating_mul(factor).saturating_mul(doubled);
        limit.min(self.settings.longest_pause).mul_f64(fastrand::f64())
    }
}

/// Whether to try again by default. An operation that may have been executed is repeated only if it is repeatable:
/// `retry-after` says when to try again, but not that nothing was executed (RFC 9110, sections 9.2.2 and 10.2.3).
fn may_retry(failure: &Failure<'_>, repeatable: Repeatable) -> bool {
    if repeatable == Repeatable::UnlessTimeout && failure.is_timeout {
        return false;
    }
    let may_repeat = repeatable != Repeatable::No;
    failure.is_retryable && (may_repeat || failure.is_refusal)
}

/// Pause that the service requires: seconds or a date in `retry-after`, or milliseconds in `x-amz-retry-after`.
pub(super) fn retry_after(headers: &HeaderMap, clock: &Clock) -> Option<Duration> {
    let number = |name: &HeaderName| {
        let text = headers.get(name)?.to_str().ok()?;
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse().unwrap_or(u64::MAX))
    };
    let own = number(&X_AMZ_RETRY_AFTER).map(Duration::from_millis);
    own.or_else(|| number(&RETRY_AFTER).map(Duration::from_secs)).or_else(|| clock.until(headers, RETRY_AFTER))
}

#[cfg(test)]
mod tests {
    use http::header::DATE;

    use super::super::clock::Clocks;
    use super::*;

    #[test]
    fn services_can_require_a_pause() {
        let delay = |fields: &[(&HeaderName, &str)]| {
            let fields = fields.iter().map(|(name, value)| ((*name).clone(), value.parse().expect("a value")));
            retry_after(&fields.collect(), &Arc::<Clocks>::default().of(&http::Uri::from_static("https://a.test")))
        };
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        assert_eq!(delay(&[(&RETRY_AFTER, "2")]), seconds(2));
        assert_eq!(delay(&[(&RETRY_AFTER, "0")]), seconds(0));
        assert_eq!(delay(&[(&RETRY_AFTER, "99999999999999999999")]), seconds(u64::MAX));
        assert_eq!(delay(&[(&X_AMZ_RETRY_AFTER, "1500")]), Some(Duration::from_millis(1500)));
        assert_eq!(delay(&[(&RETRY_AFTER, "Fri, 31 Dec 1999 23:59:59 GMT")]), seconds(0));
        let date = (&DATE, "Fri, 31 Dec 1999 23:59:50 GMT");
        let later = ["Fri, 31 Dec 1999 23:59:59 GMT", "Friday, 31-Dec-99 23:59:59 GMT", "Fri Dec 31 23:59:59 1999"];
        for text in later {
            assert_eq!(delay(&[(&RETRY_AFTER, text), date]), seconds(9), "{text}");
        }
        for text in ["", "+2", "-1", "1.5", "2 s", "soon", "Fri, 31 Dec 1999"] {
            assert_eq!(delay(&[(&RETRY_AFTER, text), date]), None, "{text}");
        }
    }

    /// Pause after a failed attempt of an operation that may be executed twice.
    fn pause(settings: &RetrySettings, retry_after: Duration) -> Option<Duration> {
        let (status, code, headers) = (Some(503), None, None);
        let (is_timeout, is_connect, is_throttling) = (false, false, false);
        let (is_retryable, is_refusal) = (true, true);
        let failure =
            Failure { status, code, headers, is_timeout, is_connect, is_retryable, is_refusal, is_throttling };
        let state = RetryState::default();
        let left = Duration::from_secs(60);
        Retries::new(settings, &state, "Lend").pause(&failure, Repeatable::Yes, Some(retry_after), left)
    }

    #[test]
    fn a_pause_is_as_long_as_the_service_asks_for_or_there_is_no_retry() {
        let settings = RetrySettings::default();
        let longest = settings.longest_pause;
        assert_eq!(pause(&settings, longest), Some(longest));
        let longer = longest + Duration::from_millis(1);
        assert_eq!(pause(&settings, longer), None);
        let decide: Arc<Decide> = Arc::new(|failed| {
            assert!(!failed.is_retried());
            RetryDecision::Retry
        });
        assert_eq!(pause(&RetrySettings { decide: Some(decide), ..settings }, longer), None);
    }

    #[test]
    fn pauses_are_within_their_bounds() {
        let (settings, state) = (RetrySettings::default(), RetryState::default());
        let mut retries = Retries::new(&settings, &state, "Lend");
        assert!((0..100).all(|_| retries.random_pause(1) <= settings.first_pause));
        assert!((0..100).all(|_| retries.random_pause(THROTTLING_FACTOR) <= Duration::from_secs(1)));
        for _ in 0..100 {
            assert!(retries.random_pause(THROTTLING_FACTOR) <= settings.longest_pause);
            retries.next();
        }
    }
}
