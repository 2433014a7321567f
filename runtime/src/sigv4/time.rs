//! Times of signatures.

use std::fmt;
use std::time::SystemTime;

use time::OffsetDateTime;

/// Seconds since 1970 and their text in a signature: `20260131T235959Z`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    text: [u8; 16],
    seconds: i64,
}

impl Stamp {
    /// Truncates the time to seconds. Times before 1970 or after 9999 become 1970.
    pub(crate) fn of(time: SystemTime) -> Self {
        let seconds = time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs().cast_signed());
        let date = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        let (day, month, year) = (date.day(), u8::from(date.month()), date.year().unsigned_abs());
        let [hour, minute, second] = [date.hour(), date.minute(), date.second()];
        let mut text = *b"00000000T000000Z";
        let mut put = |at: usize, digits: usize, mut number: u32| {
            for place in text[at..at + digits].iter_mut().rev() {
                *place = b'0' + (number % 10) as u8;
                number /= 10;
            }
        };
        put(0, 4, year);
        for (at, number) in [(4, month), (6, day), (9, hour), (11, minute), (13, second)] {
            put(at, 2, number.into());
        }
        Self { text, seconds: date.unix_timestamp() }
    }

    /// Parses the text of a time. `None` if it is invalid.
    #[cfg(feature = "server")]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 16] = text.as_bytes().try_into().ok()?;
        let number = |at: usize, digits: usize| -> Option<u32> {
            let digits = text.get(at..at + digits).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
            digits?.parse().ok()
        };
        if bytes[8] != b'T' || bytes[15] != b'Z' {
            return None;
        }
        let part = |at| number(at, 2).and_then(|number| u8::try_from(number).ok());
        let month = time::Month::try_from(part(4)?).ok()?;
        let date = time::Date::from_calendar_date(number(0, 4)?.cast_signed(), month, part(6)?).ok()?;
        let time = time::Time::from_hms(part(9)?, part(11)?, part(13)?).ok()?;
        Some(Self { text: bytes, seconds: date.with_time(time).assume_utc().unix_timestamp() })
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    /// Date of the credential scope: `20260131`.
    pub(crate) fn date(&self) -> &str {
        self.as_str().get(..8).unwrap_or_default()
    }

    /// Seconds since 1970.
    pub(crate) fn seconds(&self) -> i64 {
        self.seconds
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
