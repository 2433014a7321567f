//! Conversions of timestamps from and to the types of `chrono`. Needs the feature `chrono`.

use ::chrono::{DateTime, TimeZone, Utc};

use super::{InvalidTimestamp, Timestamp};

impl From<Timestamp> for DateTime<Utc> {
    fn from(time: Timestamp) -> Self {
        // The years 1 to 9999 are within the range of `DateTime`.
        Self::from_timestamp(time.seconds(), time.nanoseconds()).unwrap_or_default()
    }
}

impl<Z: TimeZone> TryFrom<DateTime<Z>> for Timestamp {
    type Error = InvalidTimestamp;

    /// Returns an error outside the years 1 to 9999. A leap second becomes the second after it.
    fn try_from(time: DateTime<Z>) -> Result<Self, InvalidTimestamp> {
        // A leap second has more than 999,999,999 nanoseconds.
        let nanoseconds = time.timestamp_subsec_nanos();
        Self::from_unix(time.timestamp() + i64::from(nanoseconds / 1_000_000_000), nanoseconds % 1_000_000_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_round_trip() {
        for (seconds, nanoseconds) in [(0, 0), (-1, 1), (-62_135_596_800, 0), (253_402_300_799, 999_999_999)] {
            let time = Timestamp::from_unix(seconds, nanoseconds).expect("in range");
            let converted = DateTime::<Utc>::from(time);
            assert_eq!((converted.timestamp(), converted.timestamp_subsec_nanos()), (seconds, nanoseconds));
            assert_eq!(Timestamp::try_from(converted), Ok(time));
        }
    }

    #[test]
    fn offsets_and_leap_seconds_are_taken_into_account() {
        let convert =
            |text| Timestamp::try_from(DateTime::parse_from_rfc3339(text).expect("a date")).expect("in range");
        assert_eq!(convert("2014-04-29T20:30:38.5+02:00").to_string(), "2014-04-29T18:30:38.5Z");
        assert_eq!(convert("2016-12-31T23:59:60.5Z").to_string(), "2017-01-01T00:00:00.5Z");
    }

    #[test]
    fn times_of_other_years_are_rejected() {
        assert_eq!(Timestamp::try_from(DateTime::<Utc>::MAX_UTC), Err(InvalidTimestamp::OutOfRange));
        assert_eq!(Timestamp::try_from(DateTime::<Utc>::MIN_UTC), Err(InvalidTimestamp::OutOfRange));
    }
}
