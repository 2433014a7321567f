//! Versions of Maven artifacts: their order, and ranges of them.

use std::cmp::Ordering;

/// A condition for versions, such as `1.2`, `[1.0,2.0)` or `[1.0],[1.2,)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Requirement {
    Version(String),
    Ranges(Vec<Range>),
}

/// A range with its ends, which may be absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Range {
    low: Option<End>,
    high: Option<End>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct End {
    version: String,
    is_inside: bool,
}

impl Requirement {
    /// `None` if it is malformed.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.starts_with(['[', '(']) {
            let is_plain = !text.is_empty() && !text.contains(['[', ']', '(', ')', ',', ' ']);
            return is_plain.then(|| Self::Version(text.to_owned()));
        }
        let mut ranges = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let close = rest.find([']', ')'])?;
            let (range, after) = rest.split_at_checked(close + 1)?;
            ranges.push(Range::parse(range)?);
            rest = after.trim_start().strip_prefix(',').unwrap_or(after).trim_start();
        }
        Some(Self::Ranges(ranges))
    }

    /// The highest matching version. Ranges exclude snapshots.
    pub(super) fn highest<'v>(&self, known: &'v [String]) -> Option<&'v String> {
        let fits = |version: &&String| match self {
            Self::Version(only) => *version == only,
            Self::Ranges(ranges) => {
                !version.ends_with("-SNAPSHOT") && ranges.iter().any(|range| range.contains(version))
            }
        };
        known.iter().filter(fits).max_by(|a, b| compare(a, b))
    }
}

impl Range {
    fn parse(text: &str) -> Option<Self> {
        let inside = text.get(1..text.len() - 1)?;
        let opens_inside = match text.as_bytes().first()? {
            b'[' => true,
            b'(' => false,
            _ => return None,
        };
        let closes_inside = text.ends_with(']');
        let end = |version: &str, is_inside| {
            let version = version.trim();
            (!version.is_empty()).then(|| End { version: version.to_owned(), is_inside })
        };
        let Some((low, high)) = inside.split_once(',') else {
            // `[1.0]` is this version only.
            let only = end(inside, opens_inside)?;
            return (opens_inside && closes_inside).then(|| Self { low: Some(only.clone()), high: Some(only) });
        };
        (!high.contains(',')).then(|| Self { low: end(low, opens_inside), high: end(high, closes_inside) })
    }

    fn contains(&self, version: &str) -> bool {
        let is_within = |end: &Option<End>, wanted: Ordering| {
            end.as_ref().is_none_or(|end| match compare(version, &end.version) {
                Ordering::Equal => end.is_inside,
                other => other == wanted,
            })
        };
        is_within(&self.low, Ordering::Greater) && is_within(&self.high, Ordering::Less)
    }
}

/// A part of a version.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Number(u64),
    Word(String),
}

/// Compares versions as Maven does: numbers by value, then words, of which some come before the release.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    let (a, b) = (parts(a), parts(b));
    for at in 0..a.len().max(b.len()) {
        let order = rank(a.get(at)).cmp(&rank(b.get(at)));
        if order != Ordering::Equal {
            return order;
        }
    }
    Ordering::Equal
}

/// The place of a part: words before a release, the release, words after it, numbers.
fn rank(part: Option<&Part>) -> (u8, u64, &str) {
    match part {
        None | Some(Part::Number(0)) => (5, 0, ""),
        Some(Part::Number(number)) => (8, *number, ""),
        Some(Part::Word(word)) => match word.as_str() {
            "alpha" | "a" => (0, 0, ""),
            "beta" | "b" => (1, 0, ""),
            "milestone" | "m" => (2, 0, ""),
            "rc" | "cr" => (3, 0, ""),
            "snapshot" => (4, 0, ""),
            "" | "ga" | "final" | "release" => (5, 0, ""),
            "sp" => (6, 0, ""),
            other => (7, 0, other),
        },
    }
}

/// The parts of a version: it is divided at `.`, `-` and `_`, and between digits and letters.
fn parts(version: &str) -> Vec<Part> {
    let mut found = Vec::new();
    for piece in version.to_lowercase().split(['.', '-', '_']) {
        let mut rest = piece;
        while let Some(first) = rest.chars().next() {
            let is_digit = first.is_ascii_digit();
            let end = rest.find(|next: char| next.is_ascii_digit() != is_digit).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            found.push(part.parse().map_or_else(|_| Part::Word(part.to_owned()), Part::Number));
            rest = after;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{Requirement, compare};

    #[test]
    fn versions_are_in_mavens_order() {
        let sorted =
            ["1.0-alpha-1", "1.0-beta2", "1.0-rc1", "1.0-SNAPSHOT", "1.0", "1.0-sp1", "1.0.1", "1.2", "1.10", "2"];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        assert_eq!(compare("1.0", "1"), Ordering::Equal);
        assert_eq!(compare("1.0.0-ga", "1"), Ordering::Equal);
    }

    #[test]
    fn the_highest_version_of_a_range_is_found() {
        let known = ["1.0", "1.5", "2.0-rc1", "2.0", "2.1-SNAPSHOT"].map(str::to_owned);
        let highest = |text: &str| Requirement::parse(text).and_then(|range| range.highest(&known).cloned());
        assert_eq!(highest("[1.0,2.0)").as_deref(), Some("2.0-rc1"));
        assert_eq!(highest("[1.0,1.9]").as_deref(), Some("1.5"));
        assert_eq!(highest("(,1.0]").as_deref(), Some("1.0"));
        assert_eq!(highest("[1.0]").as_deref(), Some("1.0"));
        assert_eq!(highest("(,1.0],[2.0,)").as_deref(), Some("2.0"));
        assert_eq!(highest("[3.0,)"), None);
        assert_eq!(highest("1.5").as_deref(), Some("1.5"));
    }

    #[test]
    fn malformed_ranges_are_refused() {
        for text in ["", "[1.0", "[1,2,3]", "(1.0)", "1,2", "[]", "[1.0]x", "]1.0]"] {
            assert_eq!(Requirement::parse(text), None, "{text}");
        }
    }
}
