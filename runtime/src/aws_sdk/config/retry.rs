//! Retries.

use std::time::Duration;

use super::Builder;
pub use crate::client::RetryMode;

/// Settings of retries.
///
/// ```
/// use whitesmith_runtime::aws_sdk::config::Config;
/// use whitesmith_runtime::aws_sdk::config::retry::RetryConfig;
/// let config = Config::builder().retry_config(RetryConfig::standard().with_max_attempts(5)).build();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryConfig {
    mode: RetryMode,
    attempts: u32,
    first: Duration,
    longest: Duration,
}

impl RetryConfig {
    /// At most three attempts. Pauses are random: at most one second before the second attempt, then twice as long each
    /// time, up to 20 seconds.
    pub fn standard() -> Self {
        Self { mode: RetryMode::Standard, attempts: 3, first: Duration::from_secs(1), longest: Duration::from_secs(20) }
    }

    /// As [`standard`](Self::standard), and slower after throttling.
    pub fn adaptive() -> Self {
        Self { mode: RetryMode::Adaptive, ..Self::standard() }
    }

    /// A single attempt.
    pub fn disabled() -> Self {
        Self::standard().with_max_attempts(1)
    }

    /// Sets the number of attempts, including the first. 0 counts as 1.
    #[must_use]
    pub fn with_max_attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// Sets the longest pause before the second attempt.
    #[must_use]
    pub fn with_initial_backoff(self, first: Duration) -> Self {
        Self { first, ..self }
    }

    /// Sets the longest pause.
    #[must_use]
    pub fn with_max_backoff(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }
}

impl Builder {
    /// Sets mode, attempts and pauses of retries.
    #[must_use]
    pub fn retry_config(self, retries: RetryConfig) -> Self {
        self.retry_mode(retries.mode).attempts(retries.attempts).retry_pauses(retries.first, retries.longest)
    }
}
