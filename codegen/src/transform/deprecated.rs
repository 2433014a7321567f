//! The transform that removes what was deprecated before a date or version.

use semver::Version;

use super::remove::remove;
use super::{Arguments, Definition};
use crate::diagnostic::TransformFacts;
use crate::model::graph::Graph;
use crate::traits::Deprecated;

pub(super) const REMOVE: Definition = Definition {
    name: "removeDeprecatedShapes",
    arguments: &["relativeDate", "relativeVersion"],
    list: None,
    read: |arguments| {
        let date = read(arguments, "relativeDate", date, "write a date such as `2024-12-31`");
        let version = read(arguments, "relativeVersion", version, "write a version such as `1.2.3`");
        Box::new(move |context| {
            let graph = Graph::new(context.model);
            let is_before = |since: &str| {
                let by_date = date.as_ref().zip(self::date(since)).is_some_and(|(date, since)| since < *date);
                let by_version = version.as_ref().zip(self::version(since));
                by_date || by_version.is_some_and(|(version, since)| since < *version)
            };
            let deprecated = graph.iter().map(|(_, element)| element).filter(|element| {
                let since = element.get::<Deprecated>().and_then(|deprecated| deprecated.since.as_deref());
                since.is_some_and(is_before)
            });
            let removed = deprecated.map(|element| element.id().clone()).collect();
            remove(context.model, removed);
            Ok(())
        })
    },
};

fn read<T>(arguments: &mut Arguments<'_>, key: &str, parse: fn(&str) -> Option<T>, help: &'static str) -> Option<T> {
    let text = arguments.text(key)?;
    let parsed = parse(&text);
    if parsed.is_none() {
        let facts = TransformFacts::InvalidArgument { argument: key.to_owned(), value: text };
        arguments.report(facts, arguments.span(key), help);
    }
    parsed
}

/// The digits of a date, `YYYY-MM-DD`, with or without hyphens.
fn date(text: &str) -> Option<u32> {
    let digits = match text.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => text.replace('-', ""),
        [_, _, _, _, _, _, _, _] | [_, _, _, _, b'-', _, _, _, _] | [_, _, _, _, _, _, b'-', _, _] => {
            text.replacen('-', "", 1)
        }
        _ => return None,
    };
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let date: u32 = digits.parse().ok()?;
    let (month, day) = (date / 100 % 100, date % 100);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(date)
}

fn version(text: &str) -> Option<Version> {
    Version::parse(text).ok()
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn hyphens_of_dates_are_optional() {
        assert_eq!(date("2024-12-31"), Some(20_241_231));
        assert_eq!(date("20241231"), Some(20_241_231));
        assert_eq!(date("202412-31"), Some(20_241_231));
        for text in ["2024-13-01", "2024-00-01", "2024-1-1", "1.2.3", "2024-12-32", "2024x12x31", "äääääääää"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
