//! Timestamps, and their three formats.

use std::fmt;
use std::time::SystemTime;

use crate::calendar::{self, DateTime, number, weekday};
use crate::schema::TimestampFormat;

/// A point in time with nanosecond precision, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
///
/// The default is [`EPOCH`](Self::EPOCH). Timestamps convert from and to [`SystemTime`], and with the features of these
/// names from and to the types of `chrono`, `jiff` and `time`.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use whitesmith_runtime::types::Timestamp;
///
/// let time = Timestamp::from_milliseconds(1_398_796_238_500)?;
/// assert_eq!(time.to_string(), "2014-04-29T18:30:38.5Z");
/// assert_eq!(SystemTime::try_from(time)?, SystemTime::UNIX_EPOCH + Duration::from_millis(1_398_796_238_500));
/// # Ok::<(), whitesmith_runtime::types::InvalidTimestamp>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Whole seconds since 1970, rounded down. May be negative.
    seconds: i64,
    /// Nanoseconds since the beginning of that second.
    nanoseconds: u32,
}

/// Error of conversions to and from [`Timestamp`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidTimestamp {
    /// The text or number is not a timestamp of this format.
    Format(TimestampFormat),
    /// The target type cannot hold this time. A [`Timestamp`] holds the years 1 to 9999.
    OutOfRange,
}

impl fmt::Display for InvalidTimestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Format(TimestampFormat::DateTime) => "not a timestamp such as 1985-04-12T23:20:50.52Z",
            Self::Format(TimestampFormat::HttpDate) => "not a timestamp such as Tue, 29 Apr 2014 18:30:38 GMT",
            Self::Format(TimestampFormat::EpochSeconds) => "not a timestamp in seconds since 1970",
            Self::OutOfRange => "timestamp out of range",
        })
    }
}

impl std::error::Error for InvalidTimestamp {}

impl Timestamp {
    /// 1970-01-01T00:00:00Z
    pub const EPOCH: Self = Self { seconds: 0, nanoseconds: 0 };

    /// Seconds of the years 1 to 9999.
    pub(super) const SECONDS: std::ops::RangeInclusive<i64> = calendar::SECONDS;

    /// Returns the current time of the system's clock.
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// Creates a timestamp from whole seconds since 1970, rounded down, and nanoseconds since the beginning of that
    /// second.
    ///
    /// # Errors
    /// [`OutOfRange`](InvalidTimestamp::OutOfRange) outside the years 1 to 9999, or with more than 999,999,999
    /// nanoseconds.
    pub fn from_unix(seconds: i64, nanoseconds: u32) -> Result<Self, InvalidTimestamp> {
        if Self::SECONDS.contains(&seconds) && nanoseconds < 1_000_000_000 {
            Ok(Self { seconds, nanoseconds })
        } else {
            Err(InvalidTimestamp::OutOfRange)
        }
    }

    /// Creates a timestamp from seconds since 1970.
    ///
    /// # Errors
    /// [`OutOfRange`](InvalidTimestamp::OutOfRange) outside the years 1 to 9999.
    pub fn from_seconds(seconds: i64) -> Result<Self, InvalidTimestamp> {
        Self::from_unix(seconds, 0)
    }

    /// Creates a timestamp from seconds since 1970. Years before 1 and after 9999 become the first and the last
    /// timestamp; [`from_seconds`](Self::from_seconds) rejects them.
    ///
    /// ```
    /// # use whitesmith_runtime::types::Timestamp;
    /// assert_eq!(Timestamp::from_secs(1_398_796_238).to_string(), "2014-04-29T18:30:38Z");
    /// assert_eq!(Timestamp::from_secs(i64::MAX).to_string(), "9999-12-31T23:59:59Z");
    /// ```
    pub fn from_secs(seconds: i64) -> Self {
        Self { seconds: seconds.clamp(*Self::SECONDS.start(), *Self::SECONDS.end()), nanoseconds: 0 }
    }

    /// Creates a timestamp from seconds since 1970, as [`from_epoch_seconds`](Self::from_epoch_seconds) does. Years
    /// before 1 and after 9999 become the first and the last timestamp, and NaN becomes [`EPOCH`](Self::EPOCH).
    ///
    /// ```
    /// # use whitesmith_runtime::types::Timestamp;
    /// assert_eq!(Timestamp::from_secs_f64(0.5).to_string(), "1970-01-01T00:00:00.5Z");
    /// ```
    pub fn from_secs_f64(seconds: f64) -> Self {
        // A cast of a number that is too large, or NaN, is the nearest integer, or 0.
        Self::from_epoch_seconds(seconds).unwrap_or_else(|_| Self::from_secs(seconds as i64))
    }

    /// Creates a timestamp from milliseconds since 1970.
    ///
    /// # Errors
    /// [`OutOfRange`](InvalidTimestamp::OutOfRange) outside the years 1 to 9999.
    ///
    /// ```
    /// # use whitesmith_runtime::types::Timestamp;
    /// assert_eq!(Timestamp::from_milliseconds(-1)?.to_string(), "1969-12-31T23:59:59.999Z");
    /// # Ok::<(), whitesmith_runtime::types::InvalidTimestamp>(())
    /// ```
    pub fn from_milliseconds(milliseconds: i64) -> Result<Self, InvalidTimestamp> {
        Self::from_unix(milliseconds.div_euclid(1000), milliseconds.rem_euclid(1000) as u32 * 1_000_000)
    }

    /// Creates a timestamp from seconds since 1970, rounded to the microsecond, which is the precision of an `f64` for
    /// current dates.
    ///
    /// # Errors
    /// [`OutOfRange`](InvalidTimestamp::OutOfRange) outside the years 1 to 9999, and for NaN and infinities.
    pub fn from_epoch_seconds(seconds: f64) -> Result<Self, InvalidTimestamp> {
        Self::from_float(seconds, 1_000_000)
    }

    /// Creates a timestamp from seconds since 1970, rounded to the millisecond, as Smithy RPC v2 CBOR requires.
    #[cfg(feature = "cbor")]
    pub(crate) fn from_epoch_milliseconds(seconds: f64) -> Result<Self, InvalidTimestamp> {
        Self::from_float(seconds, 1000)
    }

    /// Rounds to the given fraction of a second.
    fn from_float(seconds: f64, parts: u32) -> Result<Self, InvalidTimestamp> {
        if !seconds.is_finite() || seconds.abs() > 1e12 {
            return Err(InvalidTimestamp::OutOfRange);
        }
        let count = (seconds * f64::from(parts)).round() as i64;
        let nanoseconds = count.rem_euclid(parts.into()) as u32 * (1_000_000_000 / parts);
        Self::from_unix(count.div_euclid(parts.into()), nanoseconds)
    }

    /// Reads a decimal number without an exponent. Digits after the ninth decimal place are ignored.
    fn from_digits(text: &str) -> Option<Self> {
        let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (mut seconds, mut length) = (0_i64, 0);
        for digit in digits.bytes().take_while(u8::is_ascii_digit) {
            // The maximum is outside the years of timestamps.
            seconds = seconds.saturating_mul(10).saturating_add((digit - b'0').into());
            length += 1;
        }
        let (_, rest) = digits.split_at_checked(length).filter(|_| length > 0)?;
        let fraction = if rest.is_empty() { "0" } else { rest.strip_prefix('.')? };
        let time = match (is_negative, parse_fraction(fraction)?) {
            (false, nanoseconds) => Self::from_unix(seconds, nanoseconds),
            (true, 0) => Self::from_unix(-seconds, 0),
            (true, nanoseconds) => Self::from_unix(-seconds - 1, 1_000_000_000 - nanoseconds),
        };
        time.ok()
    }

    /// Returns the whole seconds since 1970, rounded down.
    pub fn seconds(self) -> i64 {
        self.seconds
    }

    /// The same as [`seconds`](Self::seconds), under its name in `aws-sdk-rust`.
    pub fn secs(self) -> i64 {
        self.seconds
    }

    /// Returns the nanoseconds since the beginning of the second, 0 to 999,999,999.
    pub fn nanoseconds(self) -> u32 {
        self.nanoseconds
    }

    /// Returns the whole milliseconds since 1970, rounded down.
    pub fn milliseconds(self) -> i64 {
        self.seconds * 1000 + i64::from(self.nanoseconds / 1_000_000)
    }

    /// Reads a timestamp in the given format. `EpochSeconds` are a decimal number, of which digits after the ninth
    /// decimal place are ignored.
    ///
    /// # Errors
    /// [`Format`](InvalidTimestamp::Format) if the text does not have that format.
    ///
    /// ```
    /// use whitesmith_runtime::{schema::TimestampFormat, types::Timestamp};
    /// let time = Timestamp::parse("Tue, 29 Apr 2014 18:30:38 GMT", TimestampFormat::HttpDate)?;
    /// assert_eq!(time.seconds(), 1_398_796_238);
    /// # Ok::<(), whitesmith_runtime::types::InvalidTimestamp>(())
    /// ```
    pub fn parse(text: &str, format: TimestampFormat) -> Result<Self, InvalidTimestamp> {
        let error = InvalidTimestamp::Format(format);
        match format {
            TimestampFormat::DateTime => parse_date_time(text).ok_or(error),
            TimestampFormat::HttpDate => parse_http_date(text).ok_or(error),
            TimestampFormat::EpochSeconds => {
                if let Some(time) = Self::from_digits(text) {
                    return Ok(time);
                }
                let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'e' | b'E' | b'+'));
                let seconds = if plain { text.parse().ok() } else { None };
                seconds.and_then(|seconds| Self::from_epoch_seconds(seconds).ok()).ok_or(error)
            }
        }
    }

    /// The same as [`parse`](Self::parse), but a `DateTime` must be in UTC, as servers require (spec: `date-time`).
    pub(crate) fn parse_utc(text: &str, format: TimestampFormat) -> Result<Self, InvalidTimestamp> {
        if format == TimestampFormat::DateTime && !text.ends_with('Z') {
            return Err(InvalidTimestamp::Format(format));
        }
        Self::parse(text, format)
    }

    /// Formats the timestamp in the given format.
    pub fn format(self, format: TimestampFormat) -> String {
        if format == TimestampFormat::EpochSeconds {
            return self.epoch_seconds_text();
        }
        let DateTime { year, month, day, hour, minute, second } = DateTime::of(self.seconds);
        match format {
            TimestampFormat::HttpDate => {
                let (weekday, month) = (WEEKDAYS[weekday(self.seconds)], MONTHS[usize::from(month - 1)]);
                // HTTP dates have at most millisecond precision (spec: `http-date`).
                let fraction = fraction(self.nanoseconds / 1_000_000 * 1_000_000);
                format!("{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02}{fraction} GMT")
            }
            TimestampFormat::DateTime | TimestampFormat::EpochSeconds => {
                let fraction = fraction(self.nanoseconds);
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
            }
        }
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

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The decimal point and the decimal places of a second, without trailing zeros. Empty if all are zero.
fn fraction(nanoseconds: u32) -> String {
    if nanoseconds == 0 {
        return String::new();
    }
    format!(".{}", format!("{nanoseconds:09}").trim_end_matches('0'))
}

/// Reads an RFC 3339 date and time with uppercase separators, as the specification requires (spec: `date-time`).
fn parse_date_time(text: &str) -> Option<Timestamp> {
    let (date, rest) = text.split_once('T')?;
    let (year, month, day) = (number(date.get(..4)?, 4)?, part(date, 5)?, part(date, 8)?);
    let (time, rest) = rest.split_at_checked(8)?;
    if date.len() != 10 || date.as_bytes()[4] != b'-' || date.as_bytes()[7] != b'-' {
        return None;
    }
    let (hour, minute, second) = parse_time(time)?;
    let (digits, zone) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|next: char| !next.is_ascii_digit())?),
        None => ("0", rest),
    };
    let offset = if zone == "Z" { 0 } else { parse_offset(zone)? };
    let nanoseconds = parse_fraction(digits)?;
    let is_leap = second == 60;
    let calendar = DateTime { year, month, day, hour, minute, second: if is_leap { 59 } else { second } };
    let seconds = calendar.seconds()? - offset;
    if is_leap {
        // A leap second is the last second of a month in UTC. It becomes the end of the second before.
        let next = DateTime::of(seconds + 1);
        let is_first = next.day == 1 && (next.hour, next.minute, next.second) == (0, 0, 0);
        return if is_first { Timestamp::from_unix(seconds, 999_999_999).ok() } else { None };
    }
    Timestamp::from_unix(seconds, nanoseconds).ok()
}

/// Reads an IMF-fixdate with an optional fraction of a second (spec: `http-date`).
fn parse_http_date(text: &str) -> Option<Timestamp> {
    let text = text.strip_suffix(" GMT")?;
    let (head, digits) = text.split_once('.').unwrap_or((text, "0"));
    let (weekday, date) = head.split_once(", ")?;
    let mut parts = date.split(' ');
    let (day, month, year, time) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    if !WEEKDAYS.contains(&weekday) || parts.next().is_some() || digits.len() > 9 {
        return None;
    }
    let month = MONTHS.iter().position(|name| *name == month)? as u8 + 1;
    let (hour, minute, second) = parse_time(time)?;
    let day = number(day, 2)? as u8;
    let calendar = DateTime { year: number(year, 4)?, month, day, hour, minute, second };
    Timestamp::from_unix(calendar.seconds()?, parse_fraction(digits)?).ok()
}

/// Reads hours, minutes and seconds.
fn parse_time(text: &str) -> Option<(u8, u8, u8)> {
    let is_time = text.len() == 8 && text.as_bytes()[2] == b':' && text.as_bytes()[5] == b':';
    if is_time { Some((part(text, 0)?, part(text, 3)?, part(text, 6)?)) } else { None }
}

/// Reads an offset such as `+01:30`, in seconds.
fn parse_offset(text: &str) -> Option<i64> {
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i64::from(hours * 3600 + minutes * 60);
    match text.as_bytes()[0] {
        b'+' => Some(seconds),
        b'-' => Some(-seconds),
        _ => None,
    }
}

/// Reads decimal places, at least one, as nanoseconds. Digits after the ninth are ignored.
fn parse_fraction(digits: &str) -> Option<u32> {
    let (mut nanoseconds, mut place) = (0, 1_000_000_000);
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        // Zero after nine digits.
        place /= 10;
        nanoseconds += u32::from(byte - b'0') * place;
    }
    (!digits.is_empty()).then_some(nanoseconds)
}

/// Reads the two digits at a position.
fn part(text: &str, at: usize) -> Option<u8> {
    number(text.get(at..at + 2)?, 2).map(|number| number as u8)
}

impl Default for Timestamp {
    fn default() -> Self {
        Self::EPOCH
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
    use time::format_description::well_known::Rfc3339;
    use time::{OffsetDateTime, UtcOffset};

    use super::*;

    #[test]
    fn seconds_keep_their_digits() {
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
    fn date_times_are_read_and_written_as_the_crate_time_does() {
        for text in [
            "1985-04-12T23:20:50.52Z",
            "2014-04-29T18:30:38+01:30",
            "2014-04-29T18:30:38-23:59",
            "2014-04-29T18:30:38+24:00",
            "2014-04-29T18:30:38+01:60",
            "2014-04-29T18:30:38-00:00",
            "2014-04-29T18:30:38",
            "2014-04-29T18:30:38.Z",
            "2014-04-29T18:30:38.1234567899999Z",
            "2014-04-29T18:30:38.000000001Z",
            "2014-04-29T18:30Z",
            "2014-04-29T18:30:38ZZ",
            "2014-04-29T18:30:38+0130",
            "2014-02-29T00:00:00Z",
            "2016-12-31T23:59:60Z",
            "2016-12-31T23:59:60.5Z",
            "2016-12-31T23:59:60.Z",
            "2017-01-01T00:59:60+01:00",
            "2016-12-30T23:59:60Z",
            "2016-12-31T23:58:60Z",
            "0001-01-01T00:00:00Z",
            "0000-12-31T23:59:59-00:01",
            "9999-12-31T23:59:59.999999999Z",
            "+2014-04-29T18:30:38Z",
            "14-04-29T18:30:38Z",
            "2014-4-29T18:30:38Z",
            "2014-04-29T1:30:38Z",
            "2014/04/29T18:30:38Z",
            "2014-04-29T18.30.38Z",
            "2014-04-2ÄT18:30:38Z",
            "2014-04-29T18:30:3ÄZ",
            "2014-04-29T18:30:38Ä",
            "",
            "T",
        ] {
            let expected = OffsetDateTime::parse(text, &Rfc3339).ok();
            let time = Timestamp::parse(text, TimestampFormat::DateTime).ok();
            let parts = |time: OffsetDateTime| (time.unix_timestamp(), time.nanosecond());
            assert_eq!(time.map(|time| (time.seconds(), time.nanoseconds())), expected.map(parts), "{text}");
            let utc = expected.map(|time| time.to_offset(UtcOffset::UTC).format(&Rfc3339).expect("formatted"));
            assert_eq!(time.map(|time| time.to_string()), utc, "{text}");
        }
        for text in ["2014-04-29t18:30:38Z", "2014-04-29T18:30:38z", "2014-04-29 18:30:38Z"] {
            assert!(Timestamp::parse(text, TimestampFormat::DateTime).is_err(), "{text}");
        }
    }

    #[test]
    fn http_dates_are_imf_fixdates() {
        let parse = |text: &str| Timestamp::parse(text, TimestampFormat::HttpDate);
        let time = parse("Tue, 29 Apr 2014 18:30:38.5 GMT").expect("a time");
        assert_eq!((time.seconds(), time.nanoseconds()), (1_398_796_238, 500_000_000));
        for text in [
            "Tue, 29 Apr 2014 18:30:38",
            "Tue, 29 Apr 2014 18:30:38 UTC",
            "Tuesday, 29 Apr 2014 18:30:38 GMT",
            "tue, 29 Apr 2014 18:30:38 GMT",
            "Tue, 9 Apr 2014 18:30:38 GMT",
            "Tue, 29 apr 2014 18:30:38 GMT",
            "Tue, 29 Apr 14 18:30:38 GMT",
            "Tue, 31 Apr 2014 18:30:38 GMT",
            "Tue, 29 Apr 2014 18:30:60 GMT",
            "Tue, 29 Apr 2014 18:30 GMT",
            "Tue, 29 Apr 2014  18:30:38 GMT",
            "Tue, 29 Apr 2014 18:30:38. GMT",
            "Tue, 29 Apr 2014 18:30:38.1234567891 GMT",
            "Tue, 29 Apr 2014 18:30:38.x GMT",
            " GMT",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        for day in 0..7 {
            let time = Timestamp::from_seconds(1_398_796_238 + day * 86_400).expect("in range");
            assert_eq!(parse(&time.format(TimestampFormat::HttpDate)), Ok(time));
        }
    }

    #[test]
    fn an_http_date_has_milliseconds_at_most() {
        for (nanoseconds, text) in [
            (0, "Tue, 29 Apr 2014 18:30:38 GMT"),
            (999_999, "Tue, 29 Apr 2014 18:30:38 GMT"),
            (120_000_000, "Tue, 29 Apr 2014 18:30:38.12 GMT"),
            (123_456_789, "Tue, 29 Apr 2014 18:30:38.123 GMT"),
        ] {
            let time = Timestamp::from_unix(1_398_796_238, nanoseconds).expect("in range");
            assert_eq!(time.format(TimestampFormat::HttpDate), text);
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
