//! Conversions of timestamps from and to the types of `jiff`. Needs the feature `jiff`.

use super::{InvalidTimestamp, Timestamp};

impl TryFrom<Timestamp> for ::jiff::Timestamp {
    type Error = InvalidTimestamp;

    /// Returns an error after 9999-12-30T22:00:00Z, the maximum of `jiff::Timestamp`.
    fn try_from(time: Timestamp) -> Result<Self, InvalidTimestamp> {
        let nanoseconds = i128::from(time.seconds()) * 1_000_000_000 + i128::from(time.nanoseconds());
        Self::from_nanosecond(nanoseconds).map_err(|_| InvalidTimestamp::OutOfRange)
    }
}

impl TryFrom<::jiff::Timestamp> for Timestamp {
    type Error = InvalidTimestamp;

    /// Returns an error before the year 1.
    fn try_from(time: ::jiff::Timestamp) -> Result<Self, InvalidTimestamp> {
        let nanoseconds = time.as_nanosecond();
        let seconds = i64::try_from(nanoseconds.div_euclid(1_000_000_000)).map_err(|_| InvalidTimestamp::OutOfRange)?;
        Self::from_unix(seconds, nanoseconds.rem_euclid(1_000_000_000) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_round_trip() {
        for (seconds, nanoseconds) in [(0, 0), (-1, 1), (-2, 0), (-62_135_596_800, 0), (1_398_796_238, 500_000_000)] {
            let time = Timestamp::from_unix(seconds, nanoseconds).expect("in range");
            let converted = ::jiff::Timestamp::try_from(time).expect("in range");
            assert_eq!(Timestamp::try_from(converted), Ok(time));
        }
        let time: ::jiff::Timestamp = "2014-04-29T18:30:38.5Z".parse().expect("a time");
        assert_eq!(Timestamp::try_from(time).expect("in range").to_string(), "2014-04-29T18:30:38.5Z");
    }

    #[test]
    fn times_out_of_range_of_the_other_type_are_rejected() {
        let last = Timestamp::from_seconds(253_402_300_799).expect("in range");
        assert_eq!(::jiff::Timestamp::try_from(last), Err(InvalidTimestamp::OutOfRange));
        assert_eq!(Timestamp::try_from(::jiff::Timestamp::MIN), Err(InvalidTimestamp::OutOfRange));
    }
}
