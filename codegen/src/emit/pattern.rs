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
use crate::pattern::{ClassSet, Plan, Search, Step};
use crate::text::without_hidden;

/// The value of a pattern. `source` is the constant with its text.
pub(super) fn value(plan: &Plan, source: &str, names: &mut Names) -> String {
    let pattern = names.path("rt::pattern::Pattern");
    let mut sets = Sets::default();
    let (programs, value) = match plan {
        Plan::Steps(steps) => {
            let steps = self::steps(steps, &mut sets, names);
            (Vec::new(), format!("{pattern}::steps({source}, &[{steps}])"))
        }
        Plan::Searches(searches) => {
            let programs: Vec<String> =
                searches.iter().enumerate().map(|(index, one)| program(index, one, &mut sets, names)).collect();
            let searches = searches.iter().enumerate().map(|(index, one)| {
                let search = names.path("rt::pattern::Search");
                let constructor = if one.negated { "avoid" } else { "find" };
                format!("{search}::{constructor}(&PROGRAM_{})", index + 1)
            });
            let searches: Vec<String> = searches.collect();
            (programs, format!("{pattern}::search({source}, &[{}])", searches.join(", ")))
        }
    };
    if sets.0.is_empty() && programs.is_empty() {
        return value;
    }
    let mut out = String::from("{ ");
    for (index, one) in sets.0.iter().enumerate() {
        let ty = names.path("rt::pattern::Set");
        out.extend([&*format!("const SET_{}: {ty} = ", index + 1), &set(one, ty), "; "]);
    }
    out.extend(programs);
    out.extend([&value, " }"]);
    out
}

/// The constant of the program of a search.
fn program(index: usize, search: &Search, sets: &mut Sets, names: &mut Names) -> String {
    let ty = names.path("rt::pattern::Program");
    let (number, length, steps) = (index + 1, search.length(), steps(&search.steps, sets, names));
    format!("const PROGRAM_{number}: {ty}<{length}> = {ty}::new(&[{steps}]); ")
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

fn steps(steps: &[Step], sets: &mut Sets, names: &mut Names) -> String {
    let steps: Vec<String> = steps.iter().map(|one| step(one, sets, names)).collect();
    steps.join(", ")
}

fn step(one: &Step, sets: &mut Sets, names: &mut Names) -> String {
    let step = names.path("rt::pattern::Step");
    match one {
        Step::Literal(text) => format!("{step}::Literal({})", string(text)),
        Step::Class(set, min, max) => format!("{step}::Class(&SET_{}, {min}, {})", sets.add(set), maximum(*max)),
        Step::OneOf(branches) => {
            let branches: Vec<String> =
                branches.iter().map(|branch| format!("&[{}]", steps(branch, sets, names))).collect();
            format!("{step}::OneOf(&[{}])", branches.join(", "))
        }
        Step::Repeat(repeated, min, max) => {
            format!("{step}::Repeat(&[{}], {min}, {})", steps(repeated, sets, names), maximum(*max))
        }
        Step::Skip => format!("{step}::Skip"),
        Step::Start => format!("{step}::Start"),
        Step::End => format!("{step}::End"),
        Step::WordBoundary => format!("{step}::WordBoundary"),
        Step::NoWordBoundary => format!("{step}::NoWordBoundary"),
    }
}

/// A character, which is escaped if it is invisible.
fn character(character: char) -> String {
    without_hidden(&Literal::character(character).to_string())
}

fn maximum(max: Option<u32>) -> String {
    max.map_or_else(|| "u32::MAX".to_owned(), |max| max.to_string())
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
        let pairs: Vec<String> = set.others.iter().map(pair).collect();
        out.extend([".others(&[", &pairs.join(", "), "])"]);
    }
    if !set.categories.is_empty() {
        out.extend([".categories(", &string(&set.categories.join(" ")), ")"]);
    }
    out.push_str(if set.negated { ".negated()" } else { "" });
    out
}
