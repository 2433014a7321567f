//! Settings of retries.

use std::sync::Arc;
use std::time::Duration;

use super::Config;
use crate::client::retry::{FailedAttempt, RetryDecision, RetryMode};

impl Config {
    /// Sets the maximum number of attempts, including the first. Default: 3. Use 1 to disable retries.
    ///
    /// Requests are retried if they did not reach the service, if the response has status 429 or 503, if the error is
    /// `@retryable`, and if the service throttles requests. After a timeout, a lost connection, or a response with
    /// status 408, 500, 502 or 504, the operation may have been executed. In these cases it is retried only if it is
    /// `@readonly` or `@idempotent`, has an idempotency token, or belongs to an AWS service. Requests with a stream
    /// that can be read only once are not retried.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.retries.attempts = attempts.max(1);
        self
    }

    /// Sets how retries are limited, in addition to the number of attempts. Default: [`RetryMode::Standard`]. The quota
    /// and the rate are shared by all clients that are created from clones of this configuration.
    #[must_use]
    pub fn retry_mode(mut self, mode: RetryMode) -> Self {
        self.retries.mode = mode;
        self
    }

    /// Sets the pauses between attempts. A pause is random: at most `first` before the second attempt, twice as long
    /// before each further attempt, five times as long if the service throttles requests, and never longer than
    /// `longest`. Defaults: 200 milliseconds and 20 seconds. A pause is not shorter than the service's `retry-after`
    /// (seconds or a date). If that is longer than `longest`, the error is returned without a retry.
    #[must_use]
    pub fn retry_pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.retries.first_pause = first;
        self.retries.longest_pause = longest;
        self
    }

    /// Sets a function that decides which failed attempts are repeated.
    ///
    /// ```
    /// use whitesmith_runtime::client::{Config, RetryDecision};
    /// // This service returns 409 while a resource is being created.
    /// let config = Config::new().retry_when(|failed| match failed.status() {
    ///     Some(409) => RetryDecision::Retry,
    ///     _ => RetryDecision::Default,
    /// });
    /// ```
    #[must_use]
    pub fn retry_when(mut self, decide: impl Fn(&FailedAttempt<'_>) -> RetryDecision + Send + Sync + 'static) -> Self {
        self.retries.decide = Some(Arc::new(decide));
        self
    }
}
