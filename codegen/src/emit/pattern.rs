//! Patterns as text: the steps or programs that the runtime matches with.
//!
//! ```text
//! static ID_PATTERN: Pattern = {
//!     const SET_1: Set = Set::new().range(b'0', b'9');
//!     Pattern::steps(types::Id::PATTERN, &[Step::Literal("id-"), Step::Class(&SET_1, 4, 4)])
//! };
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
    let mut sets = Sets::default();
    let (mut programs, mut value) = (String::new(), String::new());
    match plan {
        Plan::Steps(steps) => {
            value.extend([pattern, "::steps(", source, ", &["]);
            self::steps(steps, &mut sets, names, &mut value);
        }
        Plan::Searches(searches) => {
            let search = names.path("rt::pattern::Search");
            value.extend([pattern, "::search(", source, ", &["]);
            let mut number = 0;
            separated(searches, &mut value, |one, out| {
                number += 1;
                program(number, one, &mut sets, names, &mut programs);
                let constructor = if one.negated { "avoid" } else { "find" };
                out.extend([search, "::", constructor, "(&PROGRAM_", &number.to_string(), ")"]);
            });
        }
    }
    value.push_str("])");
    if sets.0.is_empty() && programs.is_empty() {
        return value;
    }
    let mut out = String::from("{ ");
    for (index, one) in sets.0.iter().enumerate() {
        let ty = names.path("rt::pattern::Set");
        out.extend([&*format!("const SET_{}: {ty} = ", index + 1), &set(one, ty), "; "]);
    }
    out.extend([&*programs, &value, " }"]);
    out
}

/// Appends the constant of the program of a search.
fn program(number: usize, search: &Search, sets: &mut Sets, names: &mut Names, out: &mut String) {
    let ty = names.path("rt::pattern::Program");
    out.extend([&*format!("const PROGRAM_{number}: {ty}<{}> = ", search.length()), ty, "::new(&["]);
    steps(&search.steps, sets, names, out);
    out.push_str("]); ");
}

/// The sets of a pattern, without duplicates, in the order of its steps.
#[derive(Default)]
struct Sets(Vec<ClassSet>);

impl Sets {
    /// The number of the constant of a set.
    fn add(&mut self, set: &ClassSet) -> usize {
        let index = self.0.iter().position(|known| known == set).unwrap_or_else(|| {
            self.0.push(set.clone());
            self.0.len() - 1
        });
        index + 1
    }
}

fn steps(steps: &[Step], sets: &mut Sets, names: &mut Names, out: &mut String) {
    separated(steps, out, |one, out| step(one, sets, names, out));
}

fn step(one: &Step, sets: &mut Sets, names: &mut Names, out: &mut String) {
    out.extend([names.path("rt::pattern::Step"), "::"]);
    match one {
        Step::Literal(text) => out.extend(["Literal(", &string(text), ")"]),
        Step::Class(set, min, max) => {
            out.extend(["Class(&SET_", &sets.add(set).to_string(), &counts(*min, *max)]);
        }
        Step::OneOf(branches) => {
            out.push_str("OneOf(&[");
            separated(branches, out, |branch, out| {
                out.push_str("&[");
                steps(branch, sets, names, out);
                out.push(']');
            });
            out.push_str("])");
        }
        Step::Repeat(repeated, min, max) => {
            out.push_str("Repeat(&[");
            steps(repeated, sets, names, out);
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

/// Ranges of three or more characters as ranges, all others as a string.
fn set(set: &ClassSet, ty: &str) -> String {
    let mut out = format!("{ty}::new()");
    let mut singles = String::new();
    for (first, last) in &set.ascii {
        if last - first < 2 {
            singles.extend((*first..=*last).map(char::from));
        } else {
            let (first, last) = (Literal::byte_character(*first), Literal::byte_character(*last));
            out.extend([".range(", &first.to_string(), ", ", &last.to_string(), ")"]);
        }
    }
    if !singles.is_empty() {
        out.extend([".chars(", &string(&singles), ")"]);
    }
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
