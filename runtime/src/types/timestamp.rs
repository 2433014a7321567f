//! Points in time, and the three ways Smithy writes them.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{OffsetDateTime, PrimitiveDateTime};

use crate::schema::TimestampFormat;

/// A point in time, to the nanosecond, from year 1 to year 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(OffsetDateTime);

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
    pub const EPOCH: Self = Self(OffsetDateTime::UNIX_EPOCH);

    /// The present, by this machine's clock.
    pub fn now() -> Self {
        Self(OffsetDateTime::now_utc())
    }

    /// From whole seconds since 1970 and nanoseconds of the second.
    ///
    /// # Errors
    /// Outside of the years 1 to 9999, or with more than 999,999,999 nanoseconds.
    pub fn from_unix(seconds: i64, nanoseconds: u32) -> Result<Self, InvalidTimestamp> {
        OffsetDateTime::from_unix_timestamp(seconds)
            .and_then(|time| time.replace_nanosecond(nanoseconds))
            .map(Self)
            .map_err(|_| InvalidTimestamp(TimestampFormat::EpochSeconds))
    }

    /// From seconds since 1970 as a float, to the millisecond: what JSON carries.
    ///
    /// # Errors
    /// Outside of the years 1 to 9999, infinite or not a number.
    pub fn from_epoch_seconds(seconds: f64) -> Result<Self, InvalidTimestamp> {
        let error = InvalidTimestamp(TimestampFormat::EpochSeconds);
        if !seconds.is_finite() || seconds.abs() > 1e12 {
            return Err(error);
        }
        let milliseconds = (seconds * 1000.0).round() as i64;
        let nanoseconds = milliseconds.rem_euclid(1000) as u32 * 1_000_000;
        Self::from_unix(milliseconds.div_euclid(1000), nanoseconds)
    }

    /// Whole seconds since 1970; negative before.
    pub fn seconds(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// Nanoseconds of the second.
    pub fn nanoseconds(self) -> u32 {
        self.0.nanosecond()
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
                OffsetDateTime::parse(text, &Rfc3339)
                    .map(|time| Self(time.to_offset(time::UtcOffset::UTC)))
                    .map_err(|_| error)
            }
            TimestampFormat::HttpDate => parse_http_date(text).ok_or(error),
            TimestampFormat::EpochSeconds => {
                let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'e' | b'E' | b'+'));
                let seconds = if plain { text.parse().ok() } else { None };
                seconds.ok_or(error).and_then(Self::from_epoch_seconds)
            }
        }
    }

    /// Writes the timestamp in the given format.
    pub fn format(self, format: TimestampFormat) -> String {
        let text = match format {
            TimestampFormat::DateTime => self.0.format(&Rfc3339),
            TimestampFormat::HttpDate if self.0.nanosecond() == 0 => self.0.format(format_description!(
                "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
            )),
            TimestampFormat::HttpDate => self.0.format(format_description!(
                "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second].[subsecond] GMT"
            )),
            TimestampFormat::EpochSeconds => return self.epoch_seconds_text(),
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
    time.assume_utc().replace_nanosecond(nanoseconds).ok().map(Timestamp)
}

impl Default for Timestamp {
    fn default() -> Self {
        Self::EPOCH
    }
}

impl From<SystemTime> for Timestamp {
    /// Times outside of the years 1 to 9999 become the nearest end.
    fn from(time: SystemTime) -> Self {
        let shifted = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => time::Duration::try_from(after).ok().and_then(|by| OffsetDateTime::UNIX_EPOCH.checked_add(by)),
            Err(before) => time::Duration::try_from(before.duration())
                .ok()
                .and_then(|by| OffsetDateTime::UNIX_EPOCH.checked_sub(by)),
        };
        Self(shifted.unwrap_or(OffsetDateTime::UNIX_EPOCH))
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
