//! Rate of requests in the adaptive mode: reduced when the service throttles, then raised along a cubic curve, as TCP
//! CUBIC (RFC 9438) does. The numbers are those of AWS's SDKs ("Retry behavior", adaptive mode).

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::time::{Instant, has_timer, sleep};

/// Minimum rate in requests per second.
const MIN_RATE: f64 = 0.5;
/// Minimum number of requests that can be sent at once.
const MIN_BURST: f64 = 1.0;
/// Weight of the last measurement of the rate.
const WEIGHT: f64 = 0.8;
/// Factor by which throttling reduces the rate.
const BETA: f64 = 0.7;
/// How fast the rate rises.
const SCALE: f64 = 0.4;
/// Measurements per second.
const MEASUREMENTS: f64 = 2.0;

/// Limits the rate of requests of all clients that share a configuration. There is no limit until the service throttles
/// a request.
#[derive(Debug)]
pub(crate) struct Rate {
    start: Instant,
    state: Mutex<State>,
}

/// Whether a service throttled a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Response {
    Throttled,
    Accepted,
}

impl Default for Rate {
    fn default() -> Self {
        Self { start: Instant::now(), state: Mutex::default() }
    }
}

impl Rate {
    /// Waits until another request can be sent. Without a timer, there is nothing to wait for.
    pub(super) async fn admit(&self) {
        while has_timer()
            && let Some(pause) = self.take()
        {
            sleep(pause).await;
        }
    }

    /// Records the result of a request.
    pub(super) fn record(&self, response: Response) {
        self.state().record(response, self.now());
    }

    fn take(&self) -> Option<Duration> {
        self.state().take(self.now())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Seconds since the start.
    fn now(&self) -> f64 {
        self.start.elapsed().as_secs_f64()
    }
}

/// Times are in seconds, rates in requests per second.
#[derive(Debug, Default)]
struct State {
    /// `None` until the service throttles a request.
    bucket: Option<Bucket>,
    measured: Measured,
    /// Rate at which the service throttled a request.
    max_rate: f64,
    throttled_at: f64,
}

impl State {
    /// Takes a token for a request. Returns the time to wait if there is none.
    fn take(&mut self, now: f64) -> Option<Duration> {
        self.bucket.as_mut().and_then(|bucket| bucket.take(now))
    }

    fn record(&mut self, response: Response, now: f64) {
        self.measured.count(now);
        let rate = match response {
            Response::Throttled => {
                let rate =
                    self.bucket.as_ref().map_or(self.measured.rate, |bucket| bucket.rate.min(self.measured.rate));
                self.max_rate = rate;
                self.throttled_at = now;
                rate * BETA
            }
            Response::Accepted => self.raised(now),
        };
        let rate = rate.min(2.0 * self.measured.rate);
        match &mut self.bucket {
            Some(bucket) => bucket.set_rate(rate, now),
            None if response == Response::Throttled => self.bucket = Some(Bucket::new(rate, now)),
            None => {}
        }
    }

    /// Rate after requests that were not throttled: it reaches the last maximum after a time, and exceeds it later.
    fn raised(&self, now: f64) -> f64 {
        let window = (self.max_rate * (1.0 - BETA) / SCALE).cbrt();
        SCALE * (now - self.throttled_at - window).powi(3) + self.max_rate
    }
}

/// Tokens for requests, which are added at a rate.
#[derive(Debug)]
struct Bucket {
    rate: f64,
    tokens: f64,
    /// Time up to which tokens were added.
    filled_at: f64,
}

impl Bucket {
    fn new(rate: f64, now: f64) -> Self {
        Self { rate: rate.max(MIN_RATE), tokens: 0.0, filled_at: now }
    }

    fn set_rate(&mut self, rate: f64, now: f64) {
        self.fill(now);
        self.rate = rate.max(MIN_RATE);
        self.tokens = self.tokens.min(self.burst());
    }

    fn take(&mut self, now: f64) -> Option<Duration> {
        self.fill(now);
        if self.tokens >= 1.0 {
            self.tokens -= 1.0;
            return None;
        }
        // The rate is not zero. Rounding must not cause a pause of zero.
        let pause = Duration::try_from_secs_f64((1.0 - self.tokens) / self.rate).unwrap_or(Duration::from_secs(2));
        Some(pause.max(Duration::from_millis(1)))
    }

    fn fill(&mut self, now: f64) {
        self.tokens = (self.tokens + (now - self.filled_at).max(0.0) * self.rate).min(self.burst());
        self.filled_at = now;
    }

    /// Maximum number of tokens: those of a second.
    fn burst(&self) -> f64 {
        self.rate.max(MIN_BURST)
    }
}

/// The rate of requests, smoothed.
#[derive(Debug, Default)]
struct Measured {
    rate: f64,
    /// Requests since the last measurement.
    requests: f64,
    /// Time of the last measurement.
    end: f64,
}

impl Measured {
    fn count(&mut self, now: f64) {
        self.requests += 1.0;
        let now = (now * MEASUREMENTS).floor() / MEASUREMENTS;
        if now > self.end {
            let rate = self.requests / (now - self.end);
            self.rate = rate * WEIGHT + self.rate * (1.0 - WEIGHT);
            self.requests = 0.0;
            self.end = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Waker};

    use super::*;

    /// Sends requests at 10 per second until `end`. The service throttles those of the given times.
    fn state(end: u32, throttled: &[u32]) -> State {
        let mut state = State::default();
        for tenth in 1..=end {
            let response = if throttled.contains(&tenth) { Response::Throttled } else { Response::Accepted };
            state.record(response, f64::from(tenth) / 10.0);
        }
        state
    }

    fn rate(state: &State) -> f64 {
        state.bucket.as_ref().expect("a limit").rate
    }

    #[test]
    fn there_is_no_limit_until_the_service_throttles() {
        let mut state = state(100, &[]);
        assert!((0..1000).all(|_| state.take(10.0).is_none()));
    }

    #[test]
    fn throttling_reduces_the_rate_which_then_rises_again() {
        let measured = 10.0;
        let throttled = rate(&state(50, &[50]));
        assert!((throttled - measured * BETA).abs() < 0.2, "{throttled}");
        // The window is the cube root of 10 * 0.3 / 0.4: about 1.96 s.
        let (soon, window, later) = (rate(&state(55, &[50])), rate(&state(70, &[50])), rate(&state(80, &[50])));
        assert!(throttled < soon && soon < window && window < later, "{soon} {window} {later}");
        assert!((window - measured).abs() < 0.2, "{window}");
    }

    #[test]
    fn the_rate_is_at_most_twice_that_of_the_requests() {
        assert!(rate(&state(600, &[50])) <= 20.5);
    }

    #[test]
    fn the_rate_never_becomes_zero() {
        let all: Vec<u32> = (1..=200).collect();
        let mut state = state(200, &all);
        assert!((rate(&state) - MIN_RATE).abs() < 1e-9);
        while state.take(20.0).is_none() {}
        let pause = state.take(20.0).expect("no token is left");
        assert!(pause <= Duration::from_secs(2), "{pause:?}");
        assert!(state.take(20.0 + pause.as_secs_f64()).is_none());
    }

    #[test]
    fn requests_wait_for_their_tokens() {
        let mut state = state(50, &[50]);
        let mut now = 5.0;
        for _ in 0..14 {
            while let Some(pause) = state.take(now) {
                now += pause.as_secs_f64();
            }
        }
        // 14 requests at 7 per second, all of which have to wait for their token.
        assert!((now - 7.0).abs() < 0.2, "{now}");
    }

    #[test]
    fn requests_do_not_wait_for_their_tokens_without_a_timer() {
        let rate = Rate::default();
        // Years, so that the test does not depend on the clock.
        rate.state().bucket = Some(Bucket { rate: MIN_RATE, tokens: -1e9, filled_at: 0.0 });
        assert!(pin!(rate.admit()).poll(&mut Context::from_waker(Waker::noop())).is_ready());
    }
}
