//! Conversions of timestamps from and to the types of `std`, and from text.

use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{InvalidTimestamp, Timestamp};
use crate::schema::TimestampFormat;

impl From<SystemTime> for Timestamp {
    /// Times outside the years 1 to 9999 become the nearest timestamp.
    fn from(time: SystemTime) -> Self {
        let (seconds, nanoseconds) = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => (i64::try_from(after.as_secs()).unwrap_or(i64::MAX), after.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                let seconds = i64::try_from(before.as_secs()).map_or(i64::MIN, |seconds| -seconds);
                match before.subsec_nanos() {
                    0 => (seconds, 0),
                    nanoseconds => (seconds.saturating_sub(1), 1_000_000_000 - nanoseconds),
                }
            }
        };
        let (first, last) = (*Self::SECONDS.start(), *Self::SECONDS.end());
        let nearest = if seconds < first { (first, 0) } else { (last, 999_999_999) };
        Self::from_unix(seconds, nanoseconds).or_else(|_| Self::from_unix(nearest.0, nearest.1)).unwrap_or_default()
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = InvalidTimestamp;

    /// Returns an error if `SystemTime` cannot represent the time: on Windows, before the year 1601.
    fn try_from(time: Timestamp) -> Result<Self, InvalidTimestamp> {
        let seconds = Duration::from_secs(time.seconds().unsigned_abs());
        let whole = if time.seconds() < 0 { UNIX_EPOCH.checked_sub(seconds) } else { UNIX_EPOCH.checked_add(seconds) };
        let fraction = Duration::from_nanos(time.nanoseconds().into());
        whole.and_then(|whole| whole.checked_add(fraction)).ok_or(InvalidTimestamp::OutOfRange)
    }
}

/// Reads a timestamp in the format [`DateTime`](TimestampFormat::DateTime), which `Display` writes.
///
/// ```
/// # use whitesmith_runtime::types::Timestamp;
/// let time: Timestamp = "2026-01-02T03:04:05Z".parse()?;
/// assert_eq!(time.seconds(), 1_767_323_045);
/// # Ok::<(), whitesmith_runtime::types::InvalidTimestamp>(())
/// ```
impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    fn from_str(text: &str) -> Result<Self, InvalidTimestamp> {
        Self::parse(text, TimestampFormat::DateTime)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timestamp(seconds: i64, nanoseconds: u32) -> Timestamp {
        Timestamp::from_unix(seconds, nanoseconds).expect("in range")
    }

    #[test]
    fn system_times_round_trip() {
        for time in [timestamp(0, 0), timestamp(-1, 750_000_000), timestamp(-2, 0), timestamp(1_398_796_238, 1)] {
            assert_eq!(Timestamp::from(SystemTime::try_from(time).expect("a system time")), time);
        }
    }

    #[test]
    fn system_times_beyond_the_last_year_become_the_last_timestamp() {
        let later = UNIX_EPOCH + Duration::from_mins(5_000_000_000);
        assert_eq!(Timestamp::from(later), timestamp(253_402_300_799, 999_999_999));
    }
}
