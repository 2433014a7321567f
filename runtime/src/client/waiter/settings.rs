//! Limits that callers set.

use std::time::Duration;

use super::Waiter;

/// Time limit of a waiter, and the pauses between its calls. A [`Duration`] converts to settings with this time limit
/// and the pauses of the model.
///
/// ```
/// use std::time::Duration;
/// use whitesmith_runtime::client::WaitSettings;
///
/// let patient = WaitSettings::new(Duration::from_secs(3600)).min_delay(Duration::from_secs(30));
/// let hurried: WaitSettings = Duration::from_secs(10).into();
/// assert_eq!(hurried, WaitSettings::new(Duration::from_secs(10)));
/// # assert_ne!(patient, hurried);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitSettings {
    pub(super) max_wait: Duration,
    min_delay: Option<Duration>,
    max_delay: Option<Duration>,
}

impl WaitSettings {
    /// Waits for at most `max_wait`, with the pauses of the model.
    pub fn new(max_wait: Duration) -> Self {
        Self { max_wait, min_delay: None, max_delay: None }
    }

    /// Sets the minimum pause. Default: that of the model, 2 seconds if it has none. The maximum is at least as long.
    #[must_use]
    pub fn min_delay(mut self, delay: Duration) -> Self {
        self.min_delay = Some(delay);
        self
    }

    /// Sets the maximum pause. Default: that of the model, 2 minutes if it has none. A minimum of the model that is
    /// longer is reduced to it.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = Some(delay);
        self
    }

    /// Minimum and maximum pause. What the caller has set takes precedence over the model.
    #[inline]
    pub(super) fn delays(self, waiter: &Waiter) -> (Duration, Duration) {
        let max = self.max_delay.unwrap_or(waiter.max_delay);
        let min = self.min_delay.unwrap_or_else(|| waiter.min_delay.min(max));
        (min, max.max(min))
    }
}

impl From<Duration> for WaitSettings {
    fn from(max_wait: Duration) -> Self {
        Self::new(max_wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WAITER: Waiter = Waiter::new("Ready", &[]).delays(5, 60);

    #[test]
    fn settings_of_the_caller_have_precedence_over_the_model() {
        let second = Duration::from_secs(1);
        let delays = |settings: WaitSettings| settings.delays(&WAITER);
        let settings = WaitSettings::new(second);
        assert_eq!(delays(settings), (second * 5, second * 60));
        assert_eq!(delays(settings.min_delay(second)), (second, second * 60));
        assert_eq!(delays(settings.min_delay(second * 90)), (second * 90, second * 90));
        assert_eq!(delays(settings.max_delay(second)), (second, second));
        assert_eq!(delays(settings.min_delay(second).max_delay(second * 9)), (second, second * 9));
    }
}
