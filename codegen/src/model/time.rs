//! Timestamps in models.

use datealgo::{date_to_rd, days_in_month};

use super::Number;

/// Seconds since 1970 and nanoseconds, in the range of timestamps.
pub(crate) type Time = (i64, u32);

/// Parses an RFC 3339 `date-time` in UTC.
pub(crate) fn date_time(text: &str) -> Option<Time> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    if !(1..=9).contains(&fraction.len()) || !is_digits(fraction) || !is_time(time) {
        return None;
    }
    let mut parts = date.split('-');
    let (year, month, day) = (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    if parts.next().is_some() || !is_date(Some(year), Some(month), Some(day)) {
        return None;
    }
    let days = days_from_epoch(year, month, day);
    let seconds = time.split(':').filter_map(|part| number(part, 2)).fold(0, |sum, part| sum * 60 + i64::from(part));
    Some((days * 86_400 + seconds, format!("{fraction:0<9}").parse().ok()?))
}

/// Converts seconds since 1970, with microsecond precision.
pub(crate) fn epoch_seconds(seconds: &Number) -> Option<Time> {
    let microseconds = (seconds.as_f64() * 1e6).round();
    let years = -62_135_596_800e6..253_402_300_800e6;
    let microseconds = years.contains(&microseconds).then_some(microseconds as i64)?;
    Some((microseconds.div_euclid(1_000_000), microseconds.rem_euclid(1_000_000) as u32 * 1000))
}

/// Parses a number with a fixed number of digits.
pub(crate) fn number(text: &str, digits: usize) -> Option<u32> {
    if text.len() == digits && is_digits(text) { text.parse().ok() } else { None }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether hours, minutes and seconds are a valid time of day.
pub(crate) fn is_time(text: &str) -> bool {
    let mut parts = text.split(':').map(|part| number(part, 2));
    let (Some(Some(hours)), Some(Some(minutes)), Some(Some(seconds)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    hours < 24 && minutes < 60 && seconds < 60
}

/// Whether a date exists.
pub(crate) fn is_date(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> bool {
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    (1..=12).contains(&month) && (1..=u32::from(days_in_month(year.cast_signed(), month as u8))).contains(&day)
}

/// Days since 1970-01-01, in the proleptic Gregorian calendar. The date exists.
pub(crate) fn days_from_epoch(year: u32, month: u32, day: u32) -> i64 {
    date_to_rd((year.cast_signed(), month as u8, day as u8)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_times_are_of_rfc_3339_and_in_utc() {
        for (text, time) in [
            ("1985-04-12T23:20:50.52Z", (482_196_050, 520_000_000)),
            ("2000-02-29T00:00:00Z", (951_782_400, 0)),
            ("0001-01-01T23:59:59.999999999Z", (-62_135_510_401, 999_999_999)),
            ("1969-12-31T23:59:59Z", (-1, 0)),
        ] {
            assert_eq!(date_time(text), Some(time), "{text}");
        }
        for wrong in [
            "1985-04-12",
            "1985-04-12T23:20:50",
            "1985-04-12T23:20:50+01:00",
            "1985-13-12T23:20:50Z",
            "1985-02-29T23:20:50Z",
            "1985-04-12T24:20:50Z",
            "1985-04-12T23:20:50.Z",
            "",
        ] {
            assert_eq!(date_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn seconds_may_have_a_fraction() {
        for (text, time) in [("1.5", Some((1, 500_000_000))), ("-0.25", Some((-1, 750_000_000))), ("1e300", None)] {
            assert_eq!(epoch_seconds(&Number::from_text(text)), time, "{text}");
        }
    }
}
