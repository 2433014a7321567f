//! Dates and times of day in UTC, in the proleptic Gregorian calendar.

use datealgo::consts::MONDAY;
use datealgo::{datetime_to_secs, days_in_month, rd_to_weekday, secs_to_datetime, secs_to_dhms};

/// Seconds of the years 1 to 9999.
pub(crate) const SECONDS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

/// First second of the year 0.
const EARLIEST: i64 = -62_167_219_200;

/// A date and a time of day, without an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateTime {
    pub(crate) year: u32,
    /// 1 to 12.
    pub(crate) month: u8,
    /// 1 to 31.
    pub(crate) day: u8,
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
}

impl DateTime {
    /// The date and time that is this many seconds after 1970-01-01T00:00:00, which may be negative. Outside
    /// the years 0 to 9999, the nearest one in them.
    pub(crate) fn of(seconds: i64) -> Self {
        let seconds = seconds.clamp(EARLIEST, *SECONDS.end());
        let (year, month, day, hour, minute, second) = secs_to_datetime(seconds);
        Self { year: year.unsigned_abs(), month, day, hour, minute, second }
    }

    /// The seconds since 1970-01-01T00:00:00. `None` if there is no such date or time of day in the years 0 to 9999.
    pub(crate) fn seconds(self) -> Option<i64> {
        let Self { year, month, day, hour, minute, second } = self;
        let year = i32::try_from(year).ok().filter(|year| *year <= 9999)?;
        let is_valid = (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        is_valid.then(|| datetime_to_secs((year, month, day, hour, minute, second)))
    }
}

/// The day of the week of a time in seconds since 1970: 0 is Monday.
pub(crate) fn weekday(seconds: i64) -> usize {
    let (days, ..) = secs_to_dhms(seconds.clamp(EARLIEST, *SECONDS.end()));
    usize::from(rd_to_weekday(days) - MONDAY)
}

/// Parses digits, and nothing else.
pub(crate) fn number(text: &str, digits: usize) -> Option<u32> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use time::{Date, Month, OffsetDateTime, Time};

    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn every_day_of_the_years_1_to_9999_is_that_of_the_crate_time() {
        for day in (-719_162..=2_932_896_i64).map(|day| day * DAY + (day.rem_euclid(DAY))) {
            let (date, expected) = (DateTime::of(day), OffsetDateTime::from_unix_timestamp(day).expect("in range"));
            let expected = DateTime {
                year: expected.year().unsigned_abs(),
                month: expected.month().into(),
                day: expected.day(),
                hour: expected.hour(),
                minute: expected.minute(),
                second: expected.second(),
            };
            assert_eq!((date, date.seconds()), (expected, Some(day)));
            let monday =
                OffsetDateTime::from_unix_timestamp(day).expect("in range").weekday().number_days_from_monday();
            assert_eq!(weekday(day), usize::from(monday), "{date:?}");
        }
    }

    #[test]
    fn dates_and_times_that_do_not_exist_are_rejected() {
        for year in [1900, 2000, 2023, 2024] {
            for month in 0..=13 {
                for day in 0..=32 {
                    let expected =
                        Month::try_from(month).and_then(|month| Date::from_calendar_date(year, month, day)).is_ok();
                    let date = DateTime { year: year.unsigned_abs(), month, day, hour: 0, minute: 0, second: 0 };
                    assert_eq!(date.seconds().is_some(), expected, "{date:?}");
                }
            }
        }
        for (hour, minute, second) in [(23, 59, 59), (24, 0, 0), (0, 60, 0), (0, 0, 60)] {
            let date = DateTime { year: 2024, month: 2, day: 29, hour, minute, second };
            assert_eq!(date.seconds().is_some(), Time::from_hms(hour, minute, second).is_ok(), "{date:?}");
        }
    }
}
