//! Correction of clock skew: services reject signatures whose time differs from their own.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use http::header::{DATE, HeaderMap, HeaderName};

use crate::time::system_now;

/// The maximum difference that is not corrected. Services accept 5 minutes.
const TOLERANCE: Duration = Duration::from_secs(4 * 60);

/// The machine's clock, corrected by the difference to the service's.
#[derive(Debug, Default)]
pub(super) struct Clock {
    /// Seconds by which the service is ahead.
    ahead: AtomicI64,
}

impl Clock {
    /// Seconds by which the service is ahead, as far as is known.
    pub(super) fn ahead(&self) -> i64 {
        self.ahead.load(Ordering::Relaxed)
    }

    /// The service's time.
    pub(super) fn now(&self) -> SystemTime {
        let (now, ahead) = (system_now(), self.ahead());
        let difference = Duration::from_secs(ahead.unsigned_abs());
        let shifted = if ahead < 0 { now.checked_sub(difference) } else { now.checked_add(difference) };
        shifted.unwrap_or(now)
    }

    /// Sets the time to the header `date` of a response that rejects the time of its request. For that, the service was
    /// taken to be `assumed` seconds ahead; another request may have corrected the clock since. Returns whether the
    /// same request may be accepted if it is signed again.
    pub(super) fn correct(&self, headers: &HeaderMap, certainty: Certainty, assumed: i64) -> bool {
        let Some(date) = date(headers, DATE) else { return false };
        let ahead = difference(date, system_now());
        if certainty == Certainty::Possible && ahead.abs_diff(assumed) < TOLERANCE.as_secs() {
            return false;
        }
        self.ahead.store(ahead, Ordering::Relaxed);
        true
    }

    /// Time from a response to the date in one of its headers, by the service's clock. Zero if the date has passed.
    pub(super) fn until(&self, headers: &HeaderMap, name: HeaderName) -> Option<Duration> {
        let now = date(headers, DATE).unwrap_or_else(|| self.now());
        Some(date(headers, name)?.duration_since(now).unwrap_or_default())
    }
}

/// The date in a header, in any form that recipients have to accept (RFC 9110, 5.6.7).
fn date(headers: &HeaderMap, name: HeaderName) -> Option<SystemTime> {
    httpdate::parse_http_date(headers.get(name)?.to_str().ok()?).ok()
}

/// Whether a response rejects the time of its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Its code is one of clock skew.
    Certain,
    /// It rejects the signature, which may have other reasons.
    Possible,
}

/// Signed difference between two times, in seconds.
fn difference(later: SystemTime, earlier: SystemTime) -> i64 {
    let seconds = |difference: Duration| i64::try_from(difference.as_secs()).unwrap_or(0);
    match later.duration_since(earlier) {
        Ok(ahead) => seconds(ahead),
        Err(error) => -seconds(error.duration()),
    }
}

#[cfg(test)]
mod tests {
    use http::header::RETRY_AFTER;

    use super::*;

    fn dated(seconds_ahead: i64) -> HeaderMap {
        let difference = Duration::from_secs(seconds_ahead.unsigned_abs());
        let now = SystemTime::now();
        let time = if seconds_ahead < 0 { now - difference } else { now + difference };
        [(DATE, httpdate::fmt_http_date(time).parse().expect("text"))].into_iter().collect()
    }

    fn ahead(clock: &Clock) -> i64 {
        difference(clock.now(), SystemTime::now())
    }

    #[test]
    fn the_difference_is_learned_in_both_directions() {
        for seconds in [3600, -3600] {
            let clock = Clock::default();
            assert!(clock.correct(&dated(seconds), Certainty::Certain, 0));
            assert!((ahead(&clock) - seconds).abs() <= 2, "{}", ahead(&clock));
            assert!(!clock.correct(&dated(seconds), Certainty::Possible, clock.ahead()), "known already");
        }
    }

    #[test]
    fn requests_that_were_sent_before_a_correction_are_signed_again() {
        for certainty in [Certainty::Certain, Certainty::Possible] {
            let clock = Clock::default();
            assert!(clock.correct(&dated(3600), certainty, 0));
            assert!(clock.correct(&dated(3600), certainty, 0));
            assert!((ahead(&clock) - 3600).abs() <= 2, "corrected once: {}", ahead(&clock));
        }
    }

    #[test]
    fn all_forms_of_dates_are_understood() {
        let expected = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        let forms = ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"];
        for form in forms {
            let headers = [(DATE, form.parse().expect("text"))].into_iter().collect();
            assert_eq!(date(&headers, DATE), Some(expected), "{form}");
            let clock = Clock::default();
            assert!(clock.correct(&headers, Certainty::Certain, 0));
            let off = difference(clock.now(), expected);
            assert!(off.abs() <= 2, "{form}: {off}");
            for later in forms {
                let headers = headers.clone().into_iter().chain([(Some(RETRY_AFTER), later.parse().expect("text"))]);
                let headers = headers.filter_map(|(name, value)| Some((name?, value))).collect();
                assert_eq!(clock.until(&headers, RETRY_AFTER), Some(Duration::ZERO));
            }
        }
        let wrong = [
            "",
            "tomorrow",
            "Sun, 06 Nov 1994",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Mon, 06 Nov 1994 08:49:37 GMT",
            "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "Sunday, 06-Nov-1994 08:49:37 GMT",
            "Sun Nov 6 08:49:37 1994",
            "-1",
            "1e9",
        ];
        for text in wrong {
            assert_eq!(date(&[(DATE, text.parse().expect("text"))].into_iter().collect(), DATE), None, "{text}");
        }
    }

    #[test]
    fn a_small_difference_does_not_explain_a_rejected_signature() {
        let clock = Clock::default();
        assert!(!clock.correct(&dated(60), Certainty::Possible, 0));
        assert!(!clock.correct(&HeaderMap::new(), Certainty::Certain, 0));
        assert_eq!(ahead(&clock), 0);
    }
}
