//! Patterns as text: the steps or programs that the runtime matches with.
//!
//! ```text
//! static ID_PATTERN: Pattern =
//!     Pattern::steps(types::Id::PATTERN, &[Step::Literal("id-"), Step::Class(Set::DIGIT, 4, 4)]);
//! ```

use proc_macro2::Literal;

use super::literals::string;
use super::names::Names;
use super::settings::separated;
use crate::pattern::{ClassSet, Plan, Search, Step};
use crate::text::without_hidden;

/// The value of a pattern. `source` is the constant with its text.
pub(super) fn value(plan: &Plan, source: &str, names: &mut Names) -> String {
    let pattern = names.path("rt::pattern::Pattern");
    let mut value = String::new();
    match plan {
        Plan::Steps(steps) => {
            value.extend([pattern, "::steps(", source, ", &["]);
            self::steps(steps, names, &mut value);
        }
        Plan::Searches(searches) => {
            value.extend([pattern, "::search(", source, ", &["]);
            separated(searches, &mut value, |one, out| search(one, names, out));
        }
    }
    value.push_str("])");
    value
}

/// `Search::find(rt::program!(&[Step::Literal("a")]))`
fn search(search: &Search, names: &mut Names, out: &mut String) {
    names.import("rt");
    let constructor = if search.negated { "avoid" } else { "find" };
    out.extend([names.path("rt::pattern::Search"), "::", constructor, "(rt::program!(&["]);
    steps(&search.steps, names, out);
    out.push_str("]))");
}

fn steps(steps: &[Step], names: &mut Names, out: &mut String) {
    separated(steps, out, |one, out| step(one, names, out));
}

fn step(one: &Step, names: &mut Names, out: &mut String) {
    out.extend([names.path("rt::pattern::Step"), "::"]);
    match one {
        Step::Literal(text) => out.extend(["Literal(", &string(text), ")"]),
        Step::Class(set, min, max) => {
            out.extend(["Class(", &self::set(set, names.path("rt::pattern::Set")), &counts(*min, *max)]);
        }
        Step::OneOf(branches) => {
            out.push_str("OneOf(&[");
            separated(branches, out, |branch, out| {
                out.push_str("&[");
                steps(branch, names, out);
                out.push(']');
            });
            out.push_str("])");
        }
        Step::Repeat(repeated, min, max) => {
            out.push_str("Repeat(&[");
            steps(repeated, names, out);
            out.extend(["]", &counts(*min, *max)]);
        }
        Step::Skip => out.push_str("Skip"),
        Step::Start => out.push_str("Start"),
        Step::End => out.push_str("End"),
        Step::WordBoundary => out.push_str("WordBoundary"),
        Step::NoWordBoundary => out.push_str("NoWordBoundary"),
    }
}

/// Minimum and maximum, as the last arguments.
fn counts(min: u32, max: Option<u32>) -> String {
    match max {
        Some(max) => format!(", {min}, {max})"),
        None => format!(", {min}, u32::MAX)"),
    }
}

/// A character, which is escaped if it is invisible.
fn character(character: char) -> String {
    without_hidden(&Literal::character(character).to_string())
}

/// A reference to a set: a constant of the runtime, or the characters as in a pattern.
fn set(set: &ClassSet, ty: &str) -> String {
    let class = class(set);
    if let Some(name) = known(set, &class) {
        return format!("{ty}::{name}");
    }
    let mut out = if class.is_empty() { format!("&{ty}::new()") } else { format!("&{ty}::of({})", string(&class)) };
    if !set.others.is_empty() {
        let pair = |(first, last): &(char, char)| format!("({}, {})", character(*first), character(*last));
        out.push_str(".others(&[");
        separated(&set.others, &mut out, |range, out| out.push_str(&pair(range)));
        out.push_str("])");
    }
    if !set.categories.is_empty() {
        out.extend([".categories(", &string(&set.categories.join(" ")), ")"]);
    }
    out.push_str(if set.negated { ".negated()" } else { "" });
    out
}

/// The runtime's constant of a set with these ASCII characters.
fn known(set: &ClassSet, class: &str) -> Option<&'static str> {
    if !set.categories.is_empty() {
        return None;
    }
    Some(match (class, &*set.others, set.negated) {
        ("0-9", [], false) => "DIGIT",
        ("A-Z", [], false) => "UPPER",
        ("a-z", [], false) => "LOWER",
        ("A-Za-z", [], false) => "ALPHABETIC",
        ("0-9A-Za-z", [], false) => "ALPHANUMERIC",
        ("0-9A-Fa-f", [], false) => "HEX",
        ("0-9A-Za-z_", [], false) => "WORD",
        ("\t\n\u{b}\u{c}\r ", others, false) if others == SPACES => "SPACE",
        ("\t\n\u{b}\u{c}\r ", others, true) if others == SPACES => "NOT_SPACE",
        ("\n\r", [('\u{2028}', '\u{2029}')], true) => "DOT",
        _ => return None,
    })
}

/// White space and line terminators of ECMA-262 that are not in ASCII.
const SPACES: [(char, char); 8] = [
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

/// The ASCII characters of a set: ranges of letters, digits, or more than eight characters, then all others, of which
/// `-` is the last.
fn class(set: &ClassSet) -> String {
    let (mut ranges, mut singles, mut hyphen) = (String::new(), String::new(), "");
    for (first, last) in &set.ascii {
        let (start, end) = (char::from(*first), char::from(*last));
        let is_plain = start.is_ascii_alphanumeric() && end.is_ascii_alphanumeric();
        if last - first >= if is_plain { 2 } else { 8 } {
            ranges.extend([start, '-', end]);
            continue;
        }
        for character in start..=end {
            if character == '-' { hyphen = "-" } else { singles.push(character) }
        }
    }
    ranges + &singles + hyphen
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn code(pattern: &str) -> String {
        let plan = crate::pattern::plan(pattern).expect("a pattern").plan;
        value(&plan, "A", &mut Names::new(BTreeSet::new()))
    }

    #[test]
    fn usual_classes_are_constants_of_the_runtime() {
        for (class, name) in [
            (r"\d", "DIGIT"),
            ("[a-z]", "LOWER"),
            ("[A-Z]", "UPPER"),
            ("[a-zA-Z]", "ALPHABETIC"),
            ("[a-zA-Z0-9]", "ALPHANUMERIC"),
            ("[A-F0-9a-f]", "HEX"),
            (r"\w", "WORD"),
            (r"\s", "SPACE"),
            (r"\S", "NOT_SPACE"),
            (".", "DOT"),
        ] {
            let steps = format!("Pattern::steps(A, &[Step::Class(Set::{name}, 1, 2)])");
            assert_eq!(code(&format!("^{class}{{1,2}}$")), steps);
        }
    }

    #[test]
    fn other_classes_are_written_as_in_patterns() {
        for (class, expected) in [
            ("[a-z0-9_-]", "of(\"0-9a-z_-\")"),
            ("[-+/]", "of(\"+/-\")"),
            ("[+-.]", "of(\"+,.-\")"),
            ("[\\--9]", "of(\"--9\")"),
            ("[^:]", "of(\":\").negated()"),
            ("[\"\\\\\\n]", "of(\"\\n\\\"\\\\\")"),
            ("[aé]", "of(\"a\").others(&[('é', 'é')])"),
            ("[à-é]", "new().others(&[('à', 'é')])"),
        ] {
            assert_eq!(
                code(&format!("^{class}$")),
                format!("Pattern::steps(A, &[Step::Class(&Set::{expected}, 1, 1)])")
            );
        }
    }

    #[test]
    fn steps_of_a_search_are_an_argument_of_its_macro() {
        assert!(code("[ab]*[bc]$").contains("&[Search::find(rt::program!(&[Step::"));
    }
}
