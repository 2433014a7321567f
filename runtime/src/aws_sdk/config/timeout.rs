//! Time limits.

use std::time::Duration;

use super::Builder;

/// Time limits.
///
/// ```
/// use std::time::Duration;
/// use whitesmith_runtime::aws_sdk::config::Config;
/// use whitesmith_runtime::aws_sdk::config::timeout::TimeoutConfig;
/// let limits = TimeoutConfig::builder().operation_timeout(Duration::from_secs(30)).build();
/// let config = Config::builder().timeout_config(limits).build();
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeoutConfig {
    #[cfg(feature = "client")]
    connect: Option<Duration>,
    attempt: Option<Duration>,
    operation: Option<Duration>,
}

impl TimeoutConfig {
    /// Returns a builder. Limits that are not set keep the values of the configuration (defaults: 5 seconds to connect,
    /// 60 seconds for an attempt, none for a call).
    pub fn builder() -> TimeoutConfigBuilder {
        TimeoutConfigBuilder::default()
    }
}

/// Builder of [`TimeoutConfig`].
#[derive(Clone, Copy, Debug, Default)]
pub struct TimeoutConfigBuilder(TimeoutConfig);

impl TimeoutConfigBuilder {
    /// Sets the limit of connecting, with TLS.
    #[cfg(feature = "client")]
    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.0.connect = Some(limit);
        self
    }

    /// Sets the limit of an attempt.
    #[must_use]
    pub fn operation_attempt_timeout(mut self, limit: Duration) -> Self {
        self.0.attempt = Some(limit);
        self
    }

    /// Sets the limit of a call, with all attempts.
    #[must_use]
    pub fn operation_timeout(mut self, limit: Duration) -> Self {
        self.0.operation = Some(limit);
        self
    }

    /// Returns the limits.
    pub fn build(self) -> TimeoutConfig {
        self.0
    }
}

impl Builder {
    /// Sets the limits that `limits` has; the others keep their values.
    #[must_use]
    pub fn timeout_config(mut self, limits: TimeoutConfig) -> Self {
        #[cfg(feature = "client")]
        if let Some(limit) = limits.connect {
            self = self.connect_timeout(limit);
        }
        if let Some(limit) = limits.attempt {
            self = self.attempt_timeout(limit);
        }
        if let Some(limit) = limits.operation {
            self = self.operation_timeout(limit);
        }
        self
    }
}
