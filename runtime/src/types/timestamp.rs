//! Points in time, and the three ways Smithy writes them.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{OffsetDateTime, PrimitiveDateTime};

use crate::schema::TimestampFormat;

/// A point in time, to the nanosecond, from year 1 to year 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Whole seconds since 1970; negative before.
    seconds: i64,
    /// Nanoseconds of that second, always forward.
    nanoseconds: u32,
}

/// The text or number is no timestamp of the expected format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidTimestamp(pub(crate) TimestampFormat);

impl fmt::Display for InvalidTimestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            TimestampFormat::DateTime => "not a timestamp such as 1985-04-12T23:20:50.52Z",
            TimestampFormat::HttpDate => "not a timestamp such as Tue, 29 Apr 2014 18:30:38 GMT",
            TimestampFormat::EpochSeconds => "not a timestamp in seconds since 1970",
        })
    }
}

impl std::error::Error for InvalidTimestamp {}

impl Timestamp {
    /// 1970-01-01T00:00:00Z
    pub const EPOCH: Self = Self { seconds: 0, nanoseconds: 0 };

    /// The first and last second that can be written: years 1 and 9999.
    const SECONDS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

    /// The present, by this machine's clock.
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// From whole seconds since 1970 and nanoseconds of the second.
    ///
    /// # Errors
    /// Outside of the years 1 to 9999, or with more than 999,999,999 nanoseconds.
    pub fn from_unix(seconds: i64, nanoseconds: u32) -> Result<Self, InvalidTimestamp> {
        if Self::SECONDS.contains(&seconds) && nanoseconds < 1_000_000_000 {
            Ok(Self { seconds, nanoseconds })
        } else {
            Err(InvalidTimestamp(TimestampFormat::EpochSeconds))
        }
    }

    /// The date and time of day in UTC.
    fn date_time(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.seconds)
            .and_then(|time| time.replace_nanosecond(self.nanoseconds))
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    fn from_date_time(time: OffsetDateTime) -> Option<Self> {
        Self::from_unix(time.unix_timestamp(), time.nanosecond()).ok()
    }

    /// From seconds since 1970 as a float, to the microsecond: a float holds no more of the present.
    ///
    /// # Errors
    /// Outside of the years 1 to 9999, infinite or not a number.
    pub fn from_epoch_seconds(seconds: f64) -> Result<Self, InvalidTimestamp> {
        Self::from_float(seconds, 1_000_000)
    }

    /// From seconds since 1970 as a float, to the millisecond, as Smithy RPC v2 CBOR has it.
    pub(crate) fn from_epoch_milliseconds(seconds: f64) -> Result<Self, InvalidTimestamp> {
        Self::from_float(seconds, 1000)
    }

    /// Rounded to a part of the second.
    fn from_float(seconds: f64, parts: u32) -> Result<Self, InvalidTimestamp> {
        if !seconds.is_finite() || seconds.abs() > 1e12 {
            return Err(InvalidTimestamp(TimestampFormat::EpochSeconds));
        }
        let count = (seconds * f64::from(parts)).round() as i64;
        let nanoseconds = count.rem_euclid(parts.into()) as u32 * (1_000_000_000 / parts);
        Self::from_unix(count.div_euclid(parts.into()), nanoseconds)
    }

    /// Seconds since 1970 in plain digits, to the nanosecond; further digits are cut off. None where it is written otherwise.
    fn from_digits(text: &str) -> Option<Self> {
        let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(fraction) {
            return None;
        }
        let seconds = whole.parse::<i64>().ok()?;
        let places = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
        let nanoseconds = places.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
        let time = match (is_negative, nanoseconds) {
            (false, nanoseconds) => Self::from_unix(seconds, nanoseconds),
            (true, 0) => Self::from_unix(-seconds, 0),
            (true, nanoseconds) => Self::from_unix(-seconds - 1, 1_000_000_000 - nanoseconds),
        };
        time.ok()
    }

    /// Whole seconds since 1970; negative before.
    pub fn seconds(self) -> i64 {
        self.seconds
    }

    /// Nanoseconds of the second.
    pub fn nanoseconds(self) -> u32 {
        self.nanoseconds
    }

    /// Reads a timestamp in the given format. A string in `EpochSeconds` is a decimal number.
    ///
    /// # Errors
    /// When the text is not of that format.
    ///
    /// ```
    /// use whitesmith_runtime::{schema::TimestampFormat, types::Timestamp};
    /// let time = Timestamp::parse("Tue, 29 Apr 2014 18:30:38 GMT", TimestampFormat::HttpDate)?;
    /// assert_eq!(time.seconds(), 1_398_796_238);
    /// # Ok::<(), whitesmith_runtime::types::InvalidTimestamp>(())
    /// ```
    pub fn parse(text: &str, format: TimestampFormat) -> Result<Self, InvalidTimestamp> {
        let error = InvalidTimestamp(format);
        match format {
            TimestampFormat::DateTime => {
                // The specification wants upper-case separators; RFC 3339 allows more.
                if text.contains(['t', 'z', ' ']) {
                    return Err(error);
                }
                OffsetDateTime::parse(text, &Rfc3339).ok().and_then(Self::from_date_time).ok_or(error)
            }
            TimestampFormat::HttpDate => parse_http_date(text).ok_or(error),
            TimestampFormat::EpochSeconds => {
                if let Some(time) = Self::from_digits(text) {
                    return Ok(time);
                }
                let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'e' | b'E' | b'+'));
                let seconds = if plain { text.parse().ok() } else { None };
                seconds.ok_or(error).and_then(Self::from_epoch_seconds)
            }
        }
    }

    /// As [`parse`](Self::parse), but a `DateTime` is in UTC, as servers want it (spec: `date-time`).
    pub(crate) fn parse_utc(text: &str, format: TimestampFormat) -> Result<Self, InvalidTimestamp> {
        if format == TimestampFormat::DateTime && !text.ends_with('Z') {
            return Err(InvalidTimestamp(format));
        }
        Self::parse(text, format)
    }

    /// Writes the timestamp in the given format.
    pub fn format(self, format: TimestampFormat) -> String {
        if format == TimestampFormat::EpochSeconds {
            return self.epoch_seconds_text();
        }
        let time = self.date_time();
        let text = match format {
            TimestampFormat::DateTime => time.format(&Rfc3339),
            TimestampFormat::HttpDate if self.nanoseconds == 0 => time.format(format_description!(
                "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
            )),
            TimestampFormat::HttpDate | TimestampFormat::EpochSeconds => time.format(format_description!(
                "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second].[subsecond] GMT"
            )),
        };
        text.unwrap_or_default()
    }

    fn epoch_seconds_text(self) -> String {
        let (seconds, nanoseconds) = (self.seconds(), self.nanoseconds());
        match (seconds, nanoseconds) {
            (seconds, 0) => seconds.to_string(),
            (seconds, nanoseconds) if seconds < 0 => {
                let (whole, rest) = (-(seconds + 1), 1_000_000_000 - nanoseconds);
                format!("-{whole}.{}", format!("{rest:09}").trim_end_matches('0'))
            }
            (seconds, nanoseconds) => format!("{seconds}.{}", format!("{nanoseconds:09}").trim_end_matches('0')),
        }
    }
}

/// IMF-fixdate, with a fraction of the second where there is one (spec: `http-date`).
fn parse_http_date(text: &str) -> Option<Timestamp> {
    let (head, fraction) = match text.strip_suffix(" GMT")?.split_once('.') {
        Some((head, fraction)) => (head, Some(fraction)),
        None => (text.strip_suffix(" GMT")?, None),
    };
    let format = format_description!("[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second]");
    let time = PrimitiveDateTime::parse(head, format).ok()?;
    let nanoseconds = match fraction {
        None => 0,
        Some(digits) if (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{digits:0<9}").parse().ok()?
        }
        Some(_) => return None,
    };
    Timestamp::from_unix(time.assume_utc().unix_timestamp(), nanoseconds).ok()
}

impl Default for Timestamp {
    fn default() -> Self {
        Self::EPOCH
    }
}

impl From<SystemTime> for Timestamp {
    /// Times outside of the years 1 to 9999 become the nearest end.
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
        Self { seconds: seconds.clamp(*Self::SECONDS.start(), *Self::SECONDS.end()), nanoseconds }
    }
}

impl From<Timestamp> for SystemTime {
    fn from(time: Timestamp) -> Self {
        let seconds = Duration::from_secs(time.seconds().unsigned_abs());
        let base = if time.seconds() < 0 { UNIX_EPOCH - seconds } else { UNIX_EPOCH + seconds };
        base + Duration::from_nanos(u64::from(time.nanoseconds()))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format(TimestampFormat::DateTime))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_keep_the_digits_that_they_come_with() {
        for (text, seconds, nanoseconds) in [
            ("1700000000.123456789", 1_700_000_000, 123_456_789),
            ("1700000000.1234567899", 1_700_000_000, 123_456_789),
            ("0.5", 0, 500_000_000),
            ("-0.25", -1, 750_000_000),
            ("-2", -2, 0),
            ("1.5e1", 15, 0),
            ("1700000000.000001e0", 1_700_000_000, 1_000),
        ] {
            let time = Timestamp::parse(text, TimestampFormat::EpochSeconds).expect("a time");
            assert_eq!((time.seconds(), time.nanoseconds()), (seconds, nanoseconds), "{text}");
        }
        for text in ["", "-", ".", "1.x", "99999999999999999999", "1.-5", "\"1\""] {
            assert!(Timestamp::parse(text, TimestampFormat::EpochSeconds).is_err(), "{text}");
        }
    }

    #[test]
    fn floats_are_read_to_the_microsecond_or_millisecond() {
        let nanoseconds = |time: Result<Timestamp, InvalidTimestamp>| time.expect("in range").nanoseconds();
        assert_eq!(nanoseconds(Timestamp::from_epoch_seconds(1_700_000_000.123_456)), 123_456_000);
        assert_eq!(nanoseconds(Timestamp::from_epoch_milliseconds(1_700_000_000.123_456)), 123_000_000);
        assert_eq!(nanoseconds(Timestamp::from_epoch_seconds(-0.25)), 750_000_000);
    }
}
