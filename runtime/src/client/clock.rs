//! Correction of clock skew: services reject signatures whose time differs from their own.
//!
//! What a service says about the time concerns its own requests only. This module must not know who uses the time.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use http::Uri;
use http::header::{DATE, HeaderMap, HeaderName};
use http::uri::Scheme;

use crate::time::{Instant, system_now};

/// The maximum difference that is not corrected. Services accept 5 minutes.
const TOLERANCE: Duration = Duration::from_secs(4 * 60);

/// The maximum difference that is corrected because of a single response.
const PLAUSIBLE: Duration = Duration::from_secs(24 * 3600);

/// Maximum number of services whose differences are kept.
const MAX_SERVICES: usize = 64;

/// Scheme, host in lowercase and port of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    scheme: Option<Scheme>,
    host: String,
    port: Option<u16>,
}

impl Origin {
    fn of(uri: &Uri) -> Self {
        let host = uri.host().unwrap_or_default().to_ascii_lowercase();
        let host = without_bucket(&host).to_owned();
        Self { scheme: uri.scheme().cloned(), host, port: uri.port_u16() }
    }
}

/// The host of the service: hosts of S3 begin with the bucket.
fn without_bucket(host: &str) -> &str {
    let is_service = |label: &str| label == "s3" || label.starts_with("s3-") || label.starts_with("s3express-");
    let starts = host.rmatch_indices('.').map(|(at, _)| at + 1);
    let mut hosts = starts.filter_map(|start| host.get(start..));
    hosts.find(|rest| rest.split('.').next().is_some_and(is_service)).unwrap_or(host)
}

/// Differences between the machine's clock and those of services.
#[derive(Debug, Default)]
pub(super) struct Clocks {
    /// Whether any is known, so that most requests take no lock.
    is_known: AtomicBool,
    /// The least recently used one is the first.
    services: Mutex<Vec<Difference>>,
    /// Seconds by which services with different hosts agree to be ahead, or 0.
    agreed: AtomicI64,
}

#[derive(Debug)]
struct Difference {
    origin: Origin,
    /// Seconds by which the service is ahead.
    ahead: i64,
    /// Seconds by which the service claimed to be ahead in its last response, if that is not plausible.
    claimed: Option<i64>,
    /// Whether nothing has contradicted it since.
    is_current: bool,
}

impl Clocks {
    /// The clock of the service with this URI.
    pub(super) fn of(self: &Arc<Self>, uri: &Uri) -> Clock {
        Clock { clocks: Arc::clone(self), origin: Origin::of(uri) }
    }

    /// The time for identities, which requests to all services share: that of the machine, corrected if services with
    /// different hosts agree that it is wrong.
    pub(super) fn shared_now(&self) -> SystemTime {
        shifted(self.agreed.load(Ordering::Relaxed))
    }

    fn services(&self) -> MutexGuard<'_, Vec<Difference>> {
        self.services.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Finds out whether services agree.
    fn compare(&self, services: &[Difference]) {
        let agree = |one: &Difference, other: &Difference| {
            are_close(one.ahead, other.ahead) && one.origin.host != other.origin.host
        };
        let known = services.iter().rev().filter(|known| known.is_current && known.ahead != 0);
        let agreed = known.clone().find(|one| known.clone().any(|other| agree(one, other)));
        self.agreed.store(agreed.map_or(0, |known| known.ahead), Ordering::Relaxed);
    }
}

/// The machine's clock, corrected by the difference to that of a service.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    clocks: Arc<Clocks>,
    origin: Origin,
}

/// The start of an attempt, and the clock of its service.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(all(feature = "sigv4", any(feature = "client", feature = "sha2"))),
    allow(dead_code, reason = "signatures use the clock")
)]
pub(super) struct Timing<'a> {
    pub(super) start: Instant,
    pub(super) clock: &'a Clock,
}

impl Clock {
    /// Seconds by which the service is ahead: what others agree on, until its own difference is known.
    pub(super) fn ahead(&self) -> i64 {
        if !self.clocks.is_known.load(Ordering::Relaxed) {
            return 0;
        }
        let mut services = self.clocks.services();
        let Some(at) = services.iter().position(|known| known.origin == self.origin) else {
            return self.clocks.agreed.load(Ordering::Relaxed);
        };
        // The last is the most recently used.
        let known = services.remove(at);
        let ahead = known.ahead;
        services.push(known);
        ahead
    }

    /// The service's time.
    pub(super) fn now(&self) -> SystemTime {
        shifted(self.ahead())
    }

    /// Sets the time to the header `date` of a response that rejects the time of its request. For that, the service was
    /// taken to be `assumed` seconds ahead; another request may have corrected the clock since. A difference of more
    /// than a day is assumed only if two responses in a row agree. Returns whether the same request may be accepted if
    /// it is signed again.
    pub(super) fn correct(&self, headers: &HeaderMap, certainty: Certainty, assumed: i64) -> bool {
        let Some(date) = date(headers, DATE) else { return false };
        let ahead = difference(date, system_now());
        if certainty == Certainty::Possible && are_close(ahead, assumed) {
            return false;
        }
        let mut services = self.clocks.services();
        let mut known = match services.iter().position(|known| known.origin == self.origin) {
            Some(at) => services.remove(at),
            None => {
                if services.len() == MAX_SERVICES {
                    services.remove(0);
                }
                let ahead = self.clocks.agreed.load(Ordering::Relaxed);
                Difference { origin: self.origin.clone(), ahead, claimed: None, is_current: false }
            }
        };
        let is_plausible = ahead.unsigned_abs() <= PLAUSIBLE.as_secs();
        if is_plausible || known.claimed.is_some_and(|claimed| are_close(claimed, ahead)) {
            if !are_close(known.ahead, ahead) {
                // The clock of the machine may have been set: others that said the same before may be out of date.
                for other in services.iter_mut().filter(|other| are_close(other.ahead, known.ahead)) {
                    other.is_current = false;
                }
            }
            (known.ahead, known.is_current) = (ahead, true);
        }
        known.claimed = (!is_plausible).then_some(ahead);
        services.push(known);
        self.clocks.is_known.store(true, Ordering::Relaxed);
        self.clocks.compare(&services);
        true
    }

    /// Time from a response to the date in one of its headers, by the service's clock. Zero if the date has passed.
    pub(super) fn until(&self, headers: &HeaderMap, name: HeaderName) -> Option<Duration> {
        let now = date(headers, DATE).unwrap_or_else(|| self.now());
        Some(date(headers, name)?.duration_since(now).unwrap_or_default())
    }
}

/// The machine's time, moved by this number of seconds.
fn shifted(ahead: i64) -> SystemTime {
    let (now, difference) = (system_now(), Duration::from_secs(ahead.unsigned_abs()));
    let shifted = if ahead < 0 { now.checked_sub(difference) } else { now.checked_add(difference) };
    shifted.unwrap_or(now)
}

/// Whether two differences are the same for services.
fn are_close(one: i64, other: i64) -> bool {
    one.abs_diff(other) < TOLERANCE.as_secs()
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

    /// The clock of a service in a configuration of its own.
    fn clock() -> Clock {
        Arc::<Clocks>::default().of(&Uri::from_static("https://a.test"))
    }

    fn ahead(clock: &Clock) -> i64 {
        difference(clock.now(), SystemTime::now())
    }

    #[test]
    fn the_difference_is_learned_in_both_directions() {
        for seconds in [3600, -3600] {
            let clock = clock();
            assert!(clock.correct(&dated(seconds), Certainty::Certain, 0));
            assert!((ahead(&clock) - seconds).abs() <= 2, "{}", ahead(&clock));
            assert!(!clock.correct(&dated(seconds), Certainty::Possible, clock.ahead()), "known already");
        }
    }

    #[test]
    fn requests_that_were_sent_before_a_correction_are_signed_again() {
        for certainty in [Certainty::Certain, Certainty::Possible] {
            let clock = clock();
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
            let clock = clock();
            for _ in 0..2 {
                assert!(clock.correct(&headers, Certainty::Certain, 0));
            }
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
        let clock = clock();
        assert!(!clock.correct(&dated(60), Certainty::Possible, 0));
        assert!(!clock.correct(&HeaderMap::new(), Certainty::Certain, 0));
        assert_eq!(ahead(&clock), 0);
    }

    #[test]
    fn services_have_their_own_differences() {
        let clocks = Arc::<Clocks>::default();
        let of = |uri| clocks.of(&Uri::from_static(uri));
        assert!(of("https://a.test/path").correct(&dated(3600), Certainty::Certain, 0));
        assert!((ahead(&of("https://a.test/other?query")) - 3600).abs() <= 2);
        for other in ["https://b.test", "http://a.test", "https://a.test:444"] {
            assert_eq!(of(other).ahead(), 0, "{other}");
        }
    }

    #[test]
    fn identities_have_the_time_on_which_hosts_agree() {
        let clocks = Arc::<Clocks>::default();
        let of = |uri| clocks.of(&Uri::from_static(uri));
        let shared = || difference(clocks.shared_now(), SystemTime::now());
        for same in ["https://a.test", "http://a.test", "https://a.test:444"] {
            assert!(of(same).correct(&dated(3600), Certainty::Certain, 0));
        }
        assert!(of("https://b.test").correct(&dated(7200), Certainty::Certain, 0));
        assert!(shared().abs() <= 2, "{}", shared());
        assert!(of("https://c.test").correct(&dated(3620), Certainty::Certain, 0));
        assert!((shared() - 3600).abs() <= 25, "{}", shared());
    }

    #[test]
    fn unknown_services_start_with_the_time_on_which_hosts_agree() {
        let clocks = Arc::<Clocks>::default();
        let of = |uri| clocks.of(&Uri::from_static(uri));
        for uri in ["https://a.test", "https://b.test"] {
            assert!(of(uri).correct(&dated(3600), Certainty::Certain, 0));
        }
        assert!((ahead(&of("https://c.test")) - 3600).abs() <= 2);
    }

    #[test]
    fn hosts_that_are_out_of_date_agree_no_longer() {
        let clocks = Arc::<Clocks>::default();
        let of = |uri| clocks.of(&Uri::from_static(uri));
        for uri in ["https://a.test", "https://b.test", "https://c.test"] {
            assert!(of(uri).correct(&dated(3600), Certainty::Certain, 0));
        }
        // The clock of the machine is set. Neither `b.test` nor `c.test` is called again.
        assert!(of("https://a.test").correct(&dated(0), Certainty::Certain, 3600));
        assert!(difference(clocks.shared_now(), SystemTime::now()).abs() <= 2);
    }

    #[test]
    fn buckets_are_one_service() {
        for (host, service) in [
            ("maps.s3.us-east-1.amazonaws.com", "s3.us-east-1.amazonaws.com"),
            ("a.s3.b.s3.amazonaws.com", "s3.amazonaws.com"),
            ("maps.s3-accelerate.amazonaws.com", "s3-accelerate.amazonaws.com"),
            ("s3.us-east-1.amazonaws.com", "s3.us-east-1.amazonaws.com"),
            ("s3", "s3"),
            ("sqs.us-east-1.amazonaws.com", "sqs.us-east-1.amazonaws.com"),
            ("", ""),
        ] {
            assert_eq!(without_bucket(host), service, "{host}");
        }
        let clocks = Arc::<Clocks>::default();
        let of = |uri| clocks.of(&Uri::from_static(uri));
        for uri in ["https://a.s3.test.com", "https://b.s3.test.com"] {
            assert!(of(uri).correct(&dated(3600), Certainty::Certain, 0));
        }
        assert!((ahead(&of("https://c.s3.test.com")) - 3600).abs() <= 2);
        assert!(difference(clocks.shared_now(), SystemTime::now()).abs() <= 2, "one service is not enough");
    }

    #[test]
    fn a_difference_of_more_than_a_day_needs_two_responses() {
        let (clock, days) = (clock(), 36 * 3600);
        assert!(clock.correct(&dated(days), Certainty::Certain, 0), "another response may agree");
        assert_eq!(clock.ahead(), 0);
        assert!(clock.correct(&dated(2 * days), Certainty::Certain, 0));
        assert_eq!(clock.ahead(), 0, "they do not agree");
        assert!(clock.correct(&dated(2 * days), Certainty::Certain, 0));
        assert!((ahead(&clock) - 2 * days).abs() <= 2);
    }

    #[test]
    fn the_number_of_services_is_limited() {
        let clocks = Arc::<Clocks>::default();
        for number in 0..2 * MAX_SERVICES {
            let uri = format!("https://{number}.test").parse().expect("a URI");
            assert!(clocks.of(&uri).correct(&dated(3600), Certainty::Certain, 0));
            assert_ne!(clocks.of(&uri).ahead(), 0);
            assert_ne!(clocks.of(&"https://0.test".parse().expect("a URI")).ahead(), 0);
        }
        let services = clocks.services();
        assert_eq!(services.len(), MAX_SERVICES);
        assert!(services.iter().any(|known| known.origin.host == "0.test"), "it is in use");
    }
}
