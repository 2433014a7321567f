//! Times of signatures.

use std::fmt;
use std::time::SystemTime;

#[cfg(feature = "server")]
use crate::calendar::number;
use crate::calendar::{self, DateTime};

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
        let seconds = if calendar::SECONDS.contains(&seconds) { seconds } else { 0 };
        let DateTime { year, month, day, hour, minute, second } = DateTime::of(seconds);
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
        Self { text, seconds }
    }

    /// Parses the text of a time. `None` if it is invalid.
    #[cfg(feature = "server")]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 16] = text.as_bytes().try_into().ok()?;
        if bytes[8] != b'T' || bytes[15] != b'Z' {
            return None;
        }
        let part = |at| Some(number(text.get(at..at + 2)?, 2)? as u8);
        let (year, month, day) = (number(text.get(..4)?, 4)?, part(4)?, part(6)?);
        let calendar = DateTime { year, month, day, hour: part(9)?, minute: part(11)?, second: part(13)? };
        Some(Self { text: bytes, seconds: calendar.seconds()? })
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    /// Date of the credential scope: `20260131`.
    pub(crate) fn date(&self) -> &str {
        self.as_str().get(..8).unwrap_or_default()
    }

    /// Seconds since 1970.
    #[cfg(any(feature = "events", test))]
    pub(crate) fn seconds(&self) -> i64 {
        self.seconds
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
