//! Dates and times of day in UTC, in the proleptic Gregorian calendar.

/// Seconds of the years 1 to 9999.
pub(crate) const SECONDS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;
/// Days of 400 years, after which the calendar repeats.
const ERA: u32 = 146_097;

/// A date and a time of day, without an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub(crate) year: u32,
    /// 1 to 12.
    pub(crate) month: u8,
    /// 1 to 31.
    pub(crate) day: u8,
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
}

impl Calendar {
    /// The date and time that is this many seconds after 1970-01-01T00:00:00, which may be negative. Times before
    /// 0000-03-01 become that day.
    pub(crate) fn of(seconds: i64) -> Self {
        let days = u32::try_from(seconds.div_euclid(DAY) + EPOCH).unwrap_or(0);
        let time = seconds.rem_euclid(DAY) as u32;
        // Years begin in March, so that a leap day is the last day of its year.
        let (era, day) = (days / ERA, days % ERA);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        Self {
            year: year + era * 400 + u32::from(month >= 10),
            month: (if month < 10 { month + 3 } else { month - 9 }) as u8,
            day: (day - (153 * month + 2) / 5 + 1) as u8,
            hour: (time / 3600) as u8,
            minute: (time / 60 % 60) as u8,
            second: (time % 60) as u8,
        }
    }

    /// The seconds since 1970-01-01T00:00:00. `None` if there is no such date or time of day.
    pub(crate) fn seconds(self) -> Option<i64> {
        let Self { year, month, day, hour, minute, second } = self;
        let is_valid = (1..=days_of(year, month)).contains(&day) && hour < 24 && minute < 60 && second < 60;
        if !is_valid {
            return None;
        }
        let year = i64::from(year) - i64::from(month < 3);
        let month = (month + 9) % 12;
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        let day = (153 * i64::from(month) + 2) / 5 + i64::from(day) - 1;
        let days = era * i64::from(ERA) + year * 365 + year / 4 - year / 100 + day - EPOCH;
        Some(days * DAY + i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second))
    }
}

/// The day of the week of a time in seconds since 1970: 0 is Monday.
pub(crate) fn weekday(seconds: i64) -> usize {
    // 1970 began on a Thursday.
    (seconds.div_euclid(DAY) + 3).rem_euclid(7) as usize
}

/// Number of days of a month; none if there is no such month.
fn days_of(year: u32, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
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

    #[test]
    fn every_day_of_the_years_1_to_9999_is_that_of_the_crate_time() {
        for day in (-719_162..=2_932_896_i64).map(|day| day * DAY + (day.rem_euclid(DAY))) {
            let (date, expected) = (Calendar::of(day), OffsetDateTime::from_unix_timestamp(day).expect("in range"));
            let expected = Calendar {
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
                    let date = Calendar { year: year.unsigned_abs(), month, day, hour: 0, minute: 0, second: 0 };
                    assert_eq!(date.seconds().is_some(), expected, "{date:?}");
                }
            }
        }
        for (hour, minute, second) in [(23, 59, 59), (24, 0, 0), (0, 60, 0), (0, 0, 60)] {
            let date = Calendar { year: 2024, month: 2, day: 29, hour, minute, second };
            assert_eq!(date.seconds().is_some(), Time::from_hms(hour, minute, second).is_ok(), "{date:?}");
        }
    }
}
