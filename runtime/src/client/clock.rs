//! Correction of clock skew: services reject signatures whose time differs from their own.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use http::header::{DATE, HeaderMap};

use crate::schema::TimestampFormat;
use crate::time::system_now;
use crate::types::Timestamp;

/// The maximum difference that is not corrected. Services accept 5 minutes.
const TOLERANCE: Duration = Duration::from_secs(4 * 60);

/// The machine's clock, corrected by the difference to the service's.
#[derive(Debug, Default)]
pub(super) struct Clock {
    /// Seconds by which the service is ahead.
    ahead: AtomicI64,
}

impl Clock {
    /// The service's time.
    pub(super) fn now(&self) -> SystemTime {
        let now = system_now();
        let ahead = self.ahead.load(Ordering::Relaxed);
        let difference = Duration::from_secs(ahead.unsigned_abs());
        let shifted = if ahead < 0 { now.checked_sub(difference) } else { now.checked_add(difference) };
        shifted.unwrap_or(now)
    }

    /// Sets the time to the header `date` of a response that rejects the time of its request. Returns whether the same
    /// request may be accepted if it is signed again.
    pub(super) fn correct(&self, headers: &HeaderMap, certainty: Certainty) -> bool {
        let date = headers.get(DATE).and_then(|value| value.to_str().ok());
        let date = date.and_then(|text| Timestamp::parse(text, TimestampFormat::HttpDate).ok());
        let Some(date) = date.and_then(|date| SystemTime::try_from(date).ok()) else { return false };
        let (seconds, distance) = difference(date, self.now());
        if certainty == Certainty::Possible && distance < TOLERANCE {
            return false;
        }
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
        true
    }
}

/// Whether a response rejects the time of its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Its code is one of clock skew.
    Certain,
    /// It rejects the signature, which may have other reasons.
    Possible,
}

/// Signed difference between two times, in seconds, and its absolute value.
fn difference(later: SystemTime, earlier: SystemTime) -> (i64, Duration) {
    match later.duration_since(earlier) {
        Ok(ahead) => (i64::try_from(ahead.as_secs()).unwrap_or(0), ahead),
        Err(error) => (-i64::try_from(error.duration().as_secs()).unwrap_or(0), error.duration()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(seconds_ahead: i64) -> HeaderMap {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs();
        let time = Timestamp::from_unix(now.cast_signed() + seconds_ahead, 0).expect("in range");
        [(DATE, time.format(TimestampFormat::HttpDate).parse().expect("text"))].into_iter().collect()
    }

    fn ahead(clock: &Clock) -> i64 {
        difference(clock.now(), SystemTime::now()).0
    }

    #[test]
    fn the_difference_is_learned_in_both_directions() {
        for seconds in [3600, -3600] {
            let clock = Clock::default();
            assert!(clock.correct(&dated(seconds), Certainty::Certain));
            assert!((ahead(&clock) - seconds).abs() <= 2, "{}", ahead(&clock));
            assert!(!clock.correct(&dated(seconds), Certainty::Possible), "known already");
        }
    }

    #[test]
    fn a_small_difference_does_not_explain_a_rejected_signature() {
        let clock = Clock::default();
        assert!(!clock.correct(&dated(60), Certainty::Possible));
        assert!(!clock.correct(&HeaderMap::new(), Certainty::Certain));
        assert_eq!(ahead(&clock), 0);
    }
}
