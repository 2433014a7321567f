//! Time limit and pauses of waiters (spec: "Waiter retries").

use std::pin::pin;
use std::time::Duration;

use crate::time::{Instant, sleep, timeout_at};

/// Maximum time limit, which every clock can represent.
const FOREVER: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Remaining time and number of pauses.
pub(super) struct Timing {
    /// Minimum and maximum pause.
    delays: (Duration, Duration),
    deadline: Instant,
    pauses: u32,
    slowest: Duration,
    is_last: bool,
}

impl Timing {
    #[inline]
    pub(super) fn new(max_wait: Duration, delays: (Duration, Duration)) -> Self {
        let deadline = Instant::now() + max_wait.min(FOREVER);
        Self { delays, deadline, pauses: 0, slowest: Duration::ZERO, is_last: false }
    }

    /// Awaits a call. `None` if the time limit is reached first, which cancels the call.
    pub(super) async fn during<T>(&mut self, call: impl Future<Output = T>) -> Option<T> {
        let start = Instant::now();
        let result = timeout_at(self.deadline, pin!(call)).await.ok();
        self.slowest = self.slowest.max(start.elapsed());
        result
    }

    /// Pauses before the next call. Returns whether there is one.
    #[inline]
    pub(super) async fn pause(&mut self) -> bool {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if self.is_last || left.is_zero() {
            return false;
        }
        self.pauses = self.pauses.saturating_add(1);
        let min = self.delays.0;
        let delay = delay(self.pauses, self.delays, fastrand::f64());
        // Leaves time for the last call.
        let reserve = self.slowest.saturating_mul(2);
        let (delay, is_last) = settle(delay, min, left, reserve);
        self.is_last = is_last;
        sleep(delay).await;
        true
    }
}

/// Returns a random pause, whose maximum doubles each time, up to the maximum pause. `random` is from 0 to 1.
#[inline]
fn delay(pause: u32, (min, max): (Duration, Duration), random: f64) -> Duration {
    let doubled = 1_u32.checked_shl(pause.saturating_sub(1)).unwrap_or(u32::MAX);
    let limit = min.saturating_mul(doubled).min(max).max(min);
    min + limit.saturating_sub(min).mul_f64(random)
}

/// Returns the pause, and whether it is the last one, which ends when the last call must start.
#[inline]
fn settle(delay: Duration, min: Duration, left: Duration, reserve: Duration) -> (Duration, bool) {
    if left.saturating_sub(delay) > min.saturating_add(reserve) {
        (delay, false)
    } else {
        (left.saturating_sub(reserve).max(min).min(left), true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: (Duration, Duration) = (Duration::from_secs(2), Duration::from_mins(2));

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn the_longest_pauses_double_up_to_the_limit() {
        let longest: Vec<u64> = (1..10).map(|pause| delay(pause, BOUNDS, 1.0).as_secs()).collect();
        assert_eq!(longest, [2, 4, 8, 16, 32, 64, 120, 120, 120]);
        for pause in [33, 1000, u32::MAX] {
            assert_eq!(delay(pause, BOUNDS, 1.0), BOUNDS.1);
        }
    }

    #[test]
    fn every_pause_is_at_least_the_shortest() {
        for pause in 1..40 {
            assert_eq!(delay(pause, BOUNDS, 0.0), BOUNDS.0);
            let delay = delay(pause, BOUNDS, fastrand::f64());
            assert!((BOUNDS.0..=BOUNDS.1).contains(&delay), "{delay:?}");
        }
    }

    #[test]
    fn equal_bounds_leave_nothing_to_chance() {
        assert_eq!(delay(9, (seconds(30), seconds(30)), 0.7), seconds(30));
    }

    #[test]
    fn a_pause_is_extended_if_too_little_time_remains_for_another() {
        assert_eq!(settle(seconds(5), seconds(2), seconds(8), seconds(0)), (seconds(5), false));
        assert_eq!(settle(seconds(5), seconds(2), seconds(7), seconds(0)), (seconds(7), true));
        assert_eq!(settle(seconds(5), seconds(2), seconds(1), seconds(0)), (seconds(1), true));
    }

    #[test]
    fn slow_calls_begin_before_the_time_is_up() {
        assert_eq!(settle(seconds(5), seconds(2), seconds(20), seconds(10)), (seconds(5), false));
        assert_eq!(settle(seconds(5), seconds(2), seconds(16), seconds(10)), (seconds(6), true));
        assert_eq!(settle(seconds(5), seconds(2), seconds(16), seconds(60)), (seconds(2), true));
    }
}
