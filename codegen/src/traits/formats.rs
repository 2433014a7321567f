//! Formats of strings (`alloy`), each enforced as a pattern. A `@pattern` takes the place of the pattern of a format,
//! and either takes, on a member, the place of those of its target.

use std::sync::LazyLock;

use super::Pattern;
use crate::model::{Trait as _, Traits};
use crate::pattern::Source;
use crate::source::Span;

/// Defines the traits of formats, their patterns, and `FORMATS`.
macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident = $id:literal: $($part:expr),+;)*) => {
        super::markers! { $($(#[$doc])* $name = $id)* }

        /// The IDs of formats.
        pub(crate) const IDS: &[&str] = &[$($id),*];

        /// The IDs of formats, and their patterns.
        static FORMATS: LazyLock<Vec<(&str, Source)>> =
            LazyLock::new(|| vec![$(($id, Source::new(concat!("^", $($part),+, "$")))),*]);
    };
}

/// `1` to `31` after the month: the days that the month has in a leap year.
macro_rules! month_and_day {
    () => {
        "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))"
    };
}

macro_rules! time {
    () => {
        "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?"
    };
}

macro_rules! offset {
    () => {
        // Java permits at most 18 hours.
        "(?:Z|[+-](?:(?:0\\d|1[0-7]):[0-5]\\d|18:00))"
    };
}

/// A character of the name of a time zone.
macro_rules! zone_character {
    () => {
        "[A-Za-z0-9~/._+:-]"
    };
}

formats! {
    /// `alloy#uuidFormat`: a UUID.
    UuidFormat = "alloy#uuidFormat": "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    /// `alloy#dateFormat`: a date.
    DateFormat = "alloy#dateFormat": "\\d{4}-", month_and_day!();
    /// `alloy#localTimeFormat`: a time of day.
    LocalTimeFormat = "alloy#localTimeFormat": time!();
    /// `alloy#localDateTimeFormat`: a date and time of day.
    LocalDateTimeFormat = "alloy#localDateTimeFormat": "\\d{4}-", month_and_day!(), "T", time!();
    /// `alloy#offsetTimeFormat`: a time of day with an offset from UTC.
    OffsetTimeFormat = "alloy#offsetTimeFormat": time!(), offset!();
    /// `alloy#zonedDateTimeFormat`: a date and time in a time zone.
    ZonedDateTimeFormat = "alloy#zonedDateTimeFormat":
        "\\d{4}-", month_and_day!(), "T", time!(), offset!(), "\\[", zone_character!(), "+\\]";
    /// `alloy#zoneIdFormat`: the name of a time zone, or an offset from UTC.
    ZoneIdFormat = "alloy#zoneIdFormat": "(?:", offset!(), "|[A-Za-z]", zone_character!(), "+)";
    /// `alloy#zoneOffsetFormat`: an offset from UTC.
    ZoneOffsetFormat = "alloy#zoneOffsetFormat": offset!();
    /// `alloy#yearMonthFormat`: a year and month.
    YearMonthFormat = "alloy#yearMonthFormat": "\\d{4}-(?:0[1-9]|1[0-2])";
    /// `alloy#monthDayFormat`: a month and day.
    MonthDayFormat = "alloy#monthDayFormat": month_and_day!();
}

/// A pattern that values match, and the location of its trait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EffectivePattern<'t> {
    pub(crate) source: &'t Source,
    pub(crate) span: Span,
}

/// The pattern of `@pattern`, or else of a format.
pub(crate) fn effective_pattern(traits: &Traits) -> Option<EffectivePattern<'_>> {
    if let Some(pattern) = traits.get::<Pattern>() {
        let span = traits.place_of::<Pattern>();
        return Some(EffectivePattern { source: &pattern.0, span });
    }
    if traits.is_empty() {
        return None;
    }
    FORMATS.iter().find_map(|(id, source)| Some(EffectivePattern { source, span: traits.node_of(id)?.span }))
}

/// Whether a trait is `@pattern` or a format.
pub(crate) fn is_pattern(id: &str) -> bool {
    id == Pattern::ID || IDS.contains(&id)
}

#[cfg(test)]
mod tests {
    use super::{DateFormat, FORMATS, IDS, Pattern, UuidFormat, effective_pattern};
    use crate::model::{Trait, Traits};
    use crate::traits::testing::node;

    /// Whether the pattern of a format matches. Values of models are checked against it, too.
    fn accepts(id: &str, text: &str) -> bool {
        let (_, source) = FORMATS.iter().find(|(known, _)| *known == id).expect("a format");
        source.is_match(text)
    }

    #[test]
    fn formats_are_enforced_completely() {
        assert_eq!(IDS[0], UuidFormat::ID);
        for (id, source) in FORMATS.iter() {
            let planned = source.planned().expect("valid");
            assert!(planned.weaker.is_none() && planned.java.is_none(), "{id}: {source:?}");
        }
    }

    #[test]
    fn values_of_a_format_match_and_others_do_not() {
        for (id, right, wrong) in [
            (
                "alloy#uuidFormat",
                &["6f6b0d2e-7c41-4a8e-9d0b-2f1c5a9e3b77", "6F6B0D2E-7C41-4A8E-9D0B-2F1C5A9E3B77"][..],
                &["6f6b0d2e7c414a8e9d0b2f1c5a9e3b77", "6f6b0d2e-7c41-4a8e-9d0b-2f1c5a9e3b7g", ""][..],
            ),
            (
                "alloy#dateFormat",
                &["2024-02-29", "1999-12-31", "2025-04-30"],
                &[
                    "2024-02-30",
                    "2025-04-31",
                    "2024-13-01",
                    "2024-00-01",
                    "24-01-01",
                    "2024-1-1",
                    "2024-01-01T00:00:00",
                ],
            ),
            (
                "alloy#localTimeFormat",
                &["00:00:00", "23:59:59.123456789"],
                &["24:00:00", "1:00:00", "10:00", "10:00:60"],
            ),
            ("alloy#localDateTimeFormat", &["2024-12-31T23:59:59.5"], &["2024-12-31 23:59:59", "2024-12-31T23:59:59Z"]),
            (
                "alloy#offsetTimeFormat",
                &["10:00:00+01:00", "10:00:00Z"],
                &["10:00:00", "10:00:00+18:01", "10:00:00-19:00"],
            ),
            (
                "alloy#zonedDateTimeFormat",
                &["2024-12-31T23:59:59+01:00[Europe/Berlin]", "2024-12-31T23:59:59Z[UTC]"],
                &["2024-12-31T23:59:59+01:00", "2024-12-31T23:59:59[Europe/Berlin]", "2024-12-31T23:59:59Z[]"],
            ),
            ("alloy#zoneIdFormat", &["America/New_York", "UTC", "+01:00", "UTC+01:00"], &["", "+1", "Europe Berlin"]),
            ("alloy#zoneOffsetFormat", &["-08:00", "Z", "+17:59", "-18:00"], &["8", "UTC", "+18:30", "+23:00"]),
            ("alloy#yearMonthFormat", &["2025-05"], &["2025-13", "2025-05-01"]),
            ("alloy#monthDayFormat", &["05-14", "02-29"], &["02-30", "5-14"]),
        ] {
            for text in right {
                assert!(accepts(id, text), "{id} refuses {text}");
            }
            for text in wrong {
                assert!(!accepts(id, text), "{id} accepts {text}");
            }
        }
    }

    #[test]
    fn a_pattern_takes_the_place_of_a_format() {
        let mut traits = Traits::new();
        assert!(effective_pattern(&traits).is_none());
        traits.put::<DateFormat>(node("{}"));
        let text = |traits: &Traits| effective_pattern(traits).map(|pattern| pattern.source.as_str().to_owned());
        assert!(text(&traits).is_some_and(|text| text.starts_with("^\\d{4}-")));
        traits.put::<Pattern>(node("\"^2024\""));
        assert_eq!(text(&traits), Some("^2024".to_owned()));
    }
}
