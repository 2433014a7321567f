//! Conversions of timestamps from and to `time::OffsetDateTime`. Needs the feature `time`.

use ::time::OffsetDateTime;

use super::{InvalidTimestamp, Timestamp};

impl From<Timestamp> for OffsetDateTime {
    /// Returns the time in UTC.
    fn from(time: Timestamp) -> Self {
        // The years 1 to 9999 are within the range of `OffsetDateTime`.
        Self::from_unix_timestamp(time.seconds())
            .and_then(|seconds| seconds.replace_nanosecond(time.nanoseconds()))
            .unwrap_or(Self::UNIX_EPOCH)
    }
}

impl TryFrom<OffsetDateTime> for Timestamp {
    type Error = InvalidTimestamp;

    /// Returns an error outside the years 1 to 9999.
    fn try_from(time: OffsetDateTime) -> Result<Self, InvalidTimestamp> {
        Self::from_unix(time.unix_timestamp(), time.nanosecond())
    }
}

#[cfg(test)]
mod tests {
    use ::time::macros::datetime;

    use super::*;

    fn timestamp(seconds: i64, nanoseconds: u32) -> Timestamp {
        Timestamp::from_unix(seconds, nanoseconds).expect("in range")
    }

    #[test]
    fn offset_times_are_converted_to_utc_and_back() {
        let time = datetime!(2014-04-29 20:30:38.5 +2);
        let converted = Timestamp::try_from(time).expect("in range");
        assert_eq!(converted, timestamp(1_398_796_238, 500_000_000));
        assert_eq!(OffsetDateTime::from(converted), time);
        for end in [timestamp(-62_135_596_800, 0), timestamp(253_402_300_799, 999_999_999)] {
            assert_eq!(Timestamp::try_from(OffsetDateTime::from(end)), Ok(end));
        }
        assert_eq!(Timestamp::try_from(datetime!(0000-12-31 23:59:59 UTC)), Err(InvalidTimestamp::OutOfRange));
    }
}
