//! Runs programs in linear time.
//!
//! A search first backtracks, which decides most texts in a few steps. If it takes many more steps than the text has
//! bytes, it starts again as a simulation of all states at the same time, which always takes linear time.

mod alternatives;

use super::Program;
use super::first::First;
use super::program::{Node, Operation};
use super::simulation::simulate;
use super::{Set, steps, work};
use alternatives::{Alternatives, Order};

/// One part of a conjunction: a program that must match, or must not match, somewhere in the text.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    nodes: &'static [Node],
    alphabet: First,
    tail: First,
    is_wanted: bool,
}

impl Search {
    /// Requires a match.
    pub const fn find<const N: usize>(program: &'static Program<N>) -> Self {
        Self::new(program, true)
    }

    /// Requires that there is no match.
    pub const fn avoid<const N: usize>(program: &'static Program<N>) -> Self {
        Self::new(program, false)
    }

    const fn new<const N: usize>(program: &'static Program<N>, is_wanted: bool) -> Self {
        Self { nodes: program.nodes(), alphabet: program.alphabet, tail: program.tail, is_wanted }
    }

    /// Whether the text is as required.
    pub(super) fn holds(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let is_found = self.nodes.first().is_none_or(|first| first.can_start(bytes))
            && match backtrack(self.nodes, &self.tail, bytes, Budget::new(bytes)) {
                Ok(is_found) => is_found,
                Err(TooManySteps) => {
                    bytes.iter().all(|byte| self.alphabet.allows(*byte)) && simulate(self.nodes, bytes)
                }
            };
        is_found == self.is_wanted
    }
}

/// Backtracking would take too many steps.
#[derive(Debug)]
struct TooManySteps;

/// The number of steps that are left.
struct Budget(usize);

impl Budget {
    fn new(bytes: &[u8]) -> Self {
        Self(bytes.len().saturating_mul(4).saturating_add(64))
    }

    /// Counts steps that are not a part of a sequence.
    #[inline]
    fn spend(&mut self, steps: usize) -> Result<(), TooManySteps> {
        work::count(steps);
        self.0 = self.0.checked_sub(steps).ok_or(TooManySteps)?;
        Ok(())
    }

    /// Counts a scan of a number of bytes.
    #[inline]
    fn scan(&mut self, bytes: usize) {
        work::count(bytes / 8);
        self.0 = self.0.saturating_sub(bytes / 8);
    }

    /// Counts a scan that ended before the minimum of a class. Where it ended is not known, and matters for long ones.
    #[inline]
    fn miss(&mut self, min: u32, rest: &[u8]) {
        if min >= 64 {
            self.scan(rest.len().min(min as usize));
        }
    }
}

/// The last long run of characters of a class, all of them in ASCII.
struct Run {
    set: Option<&'static Set>,
    start: usize,
    /// The place of the first character that is not of the class, or not in ASCII.
    end: usize,
}

impl Run {
    const NONE: Self = Self { set: None, start: 0, end: 0 };

    /// The places after the fewest and the most characters of a class.
    fn extent(
        &mut self,
        (set, min, max): (&'static Set, u32, u32),
        (bytes, at): (&[u8], usize),
        budget: &mut Budget,
    ) -> Option<(usize, usize)> {
        let rest = bytes.get(at..).unwrap_or_default();
        if max >= 64 {
            let is_known = self.set.is_some_and(|known| known.is(set)) && (self.start..self.end).contains(&at);
            if !is_known {
                let length = steps::span(set, rest);
                budget.scan(length);
                *self = Self { set: Some(set), start: at, end: at + length };
            }
            if !(set.has_others() && bytes.get(self.end).is_some_and(|byte| *byte >= 128)) {
                let length = self.end - at;
                return (length >= min as usize).then(|| (at + min as usize, at + length.min(max as usize)));
            }
        }
        let Some((least, most)) = steps::extent(set, min, max, rest) else {
            budget.miss(min, rest);
            return None;
        };
        budget.scan(most);
        Some((at + least, at + most))
    }
}

/// Tries one state after the other, from the first operation at the start of the text.
fn backtrack(nodes: &[Node], tail: &First, bytes: &[u8], mut budget: Budget) -> Result<bool, TooManySteps> {
    let (mut alternatives, mut run) = (Alternatives::NONE, Run::NONE);
    let (mut index, mut counts, mut rest) = (0, 0, bytes);
    loop {
        let Some(node) = nodes.get(index) else { return Ok(true) };
        let at = bytes.len() - rest.len();
        let can_start = |index: usize| nodes.get(index).is_none_or(|node| node.can_start(rest));
        match node.operation {
            Operation::Match => return Ok(true),
            Operation::Literal(literal) => {
                if let Some(after) = steps::strip(literal.as_bytes(), rest) {
                    (index, rest) = (index + 1, after);
                    continue;
                }
            }
            Operation::Class(set, min, max) if node.is_decided => {
                if let Some(after) = steps::class(set, min, max, rest) {
                    if max >= 64 {
                        budget.scan(rest.len() - after.len());
                    }
                    (index, rest) = (index + 1, after);
                    continue;
                }
                budget.miss(min, rest);
            }
            Operation::Class(set, min, max) => {
                if let Some((least, most)) = run.extent((set, min, max), (bytes, at), &mut budget) {
                    let Some(following) = nodes.get(index + 1) else { return Ok(true) };
                    let places = following.within(least, most, bytes.len());
                    if let Some((only, last)) = places
                        && only == last
                    {
                        let after = bytes.get(only..).unwrap_or_default();
                        if following.first.is_at(after) {
                            (index, rest) = (index + 1, after);
                            continue;
                        }
                    } else if let Some(places) = places {
                        alternatives.push((index + 1, counts), places, order(following, bytes.get(places.0)))?;
                    }
                }
            }
            Operation::Skip => {
                let Some(following) = nodes.get(index + 1) else { return Ok(true) };
                if let Some(places) = following.within(at, bytes.len(), bytes.len()) {
                    // At the end, less is left to try.
                    let order = if tail.is_any() { Order::FirstToLast } else { Order::Tail };
                    alternatives.push((index + 1, counts), places, order)?;
                }
            }
            Operation::Split(first, second) => {
                budget.spend(1)?;
                if can_start(first) {
                    if can_start(second) {
                        alternatives.push((second, counts), (at, at), Order::FirstToLast)?;
                    }
                    index = first;
                    continue;
                }
                if can_start(second) {
                    index = second;
                    continue;
                }
            }
            Operation::Loop(repeated) | Operation::Again(repeated) => {
                budget.spend(1)?;
                if let Operation::Again(_) = node.operation {
                    counts = repeated.next(counts);
                }
                let (body, end) = (repeated.body as usize, repeated.end as usize);
                let (repeats, ends) = repeated.ways(counts);
                let ends = ends && can_start(end);
                if repeats && can_start(body) {
                    if ends {
                        alternatives.push((end, counts % repeated.unit), (at, at), Order::FirstToLast)?;
                    }
                    index = body;
                    continue;
                }
                if ends {
                    (index, counts) = (end, counts % repeated.unit);
                    continue;
                }
            }
            Operation::Jump(to) => {
                budget.spend(1)?;
                index = to;
                continue;
            }
            position => {
                if holds_at(&position, bytes, at) {
                    index += 1;
                    continue;
                }
            }
        }
        let next = alternatives.next(nodes, tail, bytes, &mut budget)?;
        let Some((operation, its_counts, at)) = next else { return Ok(false) };
        (index, counts, rest) = (operation, its_counts, bytes.get(at..).unwrap_or_default());
    }
}

/// The order that is likely to succeed early: a separator usually follows at its first place, and so does a class with
/// the same characters. Anything else follows the last character.
fn order(following: &Node, start: Option<&u8>) -> Order {
    match following.operation {
        Operation::Literal(_) => Order::FirstToLast,
        Operation::Class(_, 0, _) if start.is_some_and(|byte| following.first.has(*byte)) => Order::FirstToLast,
        _ => Order::LastToFirst,
    }
}

/// Whether an operation that consumes nothing holds at a place.
#[inline]
pub(super) fn holds_at(operation: &Operation, bytes: &[u8], at: usize) -> bool {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let is_boundary = || is_word(at.checked_sub(1).and_then(|before| bytes.get(before))) != is_word(bytes.get(at));
    match operation {
        Operation::Start => at == 0,
        Operation::End => at == bytes.len(),
        Operation::WordBoundary => is_boundary(),
        Operation::NoWordBoundary => !is_boundary(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::{Pattern, Set, Step};

    const ANY: Set = Set::new().negated();
    const LOWER: Set = Set::new().range(b'a', b'z');

    fn both<const N: usize>(program: &Program<N>, text: &str) -> bool {
        let (nodes, bytes) = (program.nodes(), text.as_bytes());
        let all = simulate(nodes, bytes);
        for budget in [Budget::new(bytes), Budget(1 << 20)] {
            let quick = backtrack(nodes, &program.tail, bytes, budget);
            assert!(quick.is_err() || quick.is_ok_and(|quick| quick == all), "{text:?}");
        }
        all
    }

    #[test]
    fn a_class_gives_characters_back() {
        const PROGRAM: Program<5> = Program::new(&[
            Step::Start,
            Step::Class(&ANY, 2, 4),
            Step::Literal("é"),
            Step::Class(&LOWER, 1, u32::MAX),
            Step::End,
        ]);
        for (text, matches) in
            [("éééz", true), ("ééé", false), ("abéz", true), ("aéz", false), ("abcdéz", true), ("abcdeéz", false)]
        {
            assert_eq!(both(&PROGRAM, text), matches, "{text}");
        }
    }

    #[test]
    fn nested_repetition_with_many_ways_is_decided() {
        const PROGRAM: Program<6> = Program::new(&[
            Step::Start,
            Step::Repeat(&[Step::Repeat(&[Step::Class(&LOWER, 0, u32::MAX)], 0, u32::MAX)], 1, u32::MAX),
            Step::End,
        ]);
        let long = "a".repeat(100_000);
        assert!(!simulate(PROGRAM.nodes(), (long.clone() + "!").as_bytes()));
        assert!(simulate(PROGRAM.nodes(), long.as_bytes()));
        assert!(!Search::find(&PROGRAM).holds(&(long.clone() + "!")) && Search::find(&PROGRAM).holds(&long));
    }

    #[test]
    fn loops_count_what_they_repeat() {
        const AB: &[Step] = &[Step::OneOf(&[&[Step::Literal("ab")], &[Step::Literal("a")]])];
        const EXACT: Program<8> = Program::new(&[Step::Start, Step::Repeat(AB, 30, 40), Step::End]);
        const INNER: &[Step] =
            &[Step::Repeat(&[Step::Literal("é"), Step::Class(&LOWER, 0, 2)], 2, 33), Step::Literal("-")];
        const NESTED: Program<8> = Program::new(&[Step::Repeat(INNER, 20, u32::MAX), Step::End]);
        const EMPTY: Program<8> =
            Program::new(&[Step::Start, Step::Repeat(&[Step::Class(&LOWER, 0, 2), Step::WordBoundary], 50, 60)]);
        for (count, matches) in [(29, false), (30, true), (40, true), (41, false)] {
            assert_eq!(both(&EXACT, &("a".repeat(20) + &"ab".repeat(count - 20))), matches, "{count}");
        }
        for (part, count, matches) in
            [("éé-", 20, true), ("éé-", 19, false), ("éaéab-", 30, true), ("é-", 20, false), ("ééabc-", 20, false)]
        {
            assert_eq!(both(&NESTED, &part.repeat(count)), matches, "{part} {count}");
        }
        assert!(
            both(&NESTED, &("é".repeat(33) + "-").repeat(20)) && !both(&NESTED, &("é".repeat(34) + "-").repeat(20))
        );
        assert!(both(&EMPTY, "ab-") && both(&EMPTY, "-ab") != both(&EMPTY, "ab"));
    }

    #[test]
    fn long_runs_are_not_scanned_from_each_of_their_places() {
        const FIRST: Program<3> = Program::new(&[Step::Skip, Step::Class(&LOWER, 1, u32::MAX), Step::Literal("!")]);
        const LAST: Program<5> = Program::new(&[
            Step::Start,
            Step::Class(&LOWER, 0, u32::MAX),
            Step::Class(&LOWER, 1, u32::MAX),
            Step::Literal("!"),
            Step::End,
        ]);
        for length in [1_000, 200_000] {
            let text = "a".repeat(length);
            for program in [Search::find(&FIRST), Search::find(&LAST)] {
                assert!(!program.holds(&(text.clone() + "?")) && program.holds(&(text.clone() + "!")));
                assert!(!program.holds(&(text.clone() + "é")) && !program.holds(&text));
            }
        }
    }

    #[test]
    fn long_scans_that_fail_are_counted() {
        const COUNTED: Program<3> = Program::new(&[Step::Skip, Step::Class(&LOWER, 3_000, 3_000), Step::Literal("!")]);
        const SKIPPED: Program<4> = Program::new(&[Step::Skip, Step::Literal("a"), Step::Skip, Step::Literal("b")]);
        let runs = ("a".repeat(2_999) + "?").repeat(20);
        for (nodes, text) in [(COUNTED.nodes(), &runs), (SKIPPED.nodes(), &"a".repeat(2_000))] {
            assert!(backtrack(nodes, &First::ANY, text.as_bytes(), Budget::new(text.as_bytes())).is_err());
        }
        assert!(
            !Search::find(&COUNTED).holds(&runs) && Search::find(&COUNTED).holds(&(runs + &"a".repeat(3_000) + "!"))
        );
    }

    #[test]
    fn overlapping_repetitions_are_simulated() {
        const PROGRAM: Program<10> = Program::new(&[
            Step::Start,
            Step::Repeat(&[Step::Class(&LOWER, 1, u32::MAX), Step::Class(&ANY, 0, 3)], 1, u32::MAX),
            Step::Class(&LOWER, 0, 2),
            Step::Literal("-"),
            Step::OneOf(&[&[Step::Literal("é")], &[Step::End]]),
        ]);
        for (text, matches) in [("-", true), ("-é", true), ("é-é", true), ("1234-", false), ("-a", false), ("é", false)]
        {
            let text = "ab".repeat(40) + text;
            assert_eq!(both(&PROGRAM, &text), matches, "{text}");
        }
        let long = "ab".repeat(40) + "1234-";
        assert!(backtrack(PROGRAM.nodes(), &First::ANY, long.as_bytes(), Budget::new(long.as_bytes())).is_err());
    }

    #[test]
    fn the_length_of_the_rest_limits_where_an_operation_can_start() {
        const PROGRAM: Program<9> = Program::new(&[
            Step::Skip,
            Step::Class(&ANY, 1, u32::MAX),
            Step::OneOf(&[&[Step::Class(&ANY, 2, 2), Step::Literal("é")], &[Step::Literal("ab")]]),
            Step::Class(&LOWER, 0, 1),
            Step::End,
        ]);
        for (text, matches) in
            [("🦀🦀🦀é", true), ("🦀🦀éz", false), ("🦀ab", true), ("éabz", true), ("ab", false), ("🦀abzz", false)]
        {
            assert_eq!(both(&PROGRAM, text), matches, "{text}");
        }
    }

    #[test]
    fn programs_that_must_not_match_are_a_part_of_a_conjunction() {
        const LONG: Program<3> = Program::new(&[Step::Start, Step::Class(&LOWER, 1, u32::MAX), Step::End]);
        const DOUBLED: Program<2> = Program::new(&[Step::Skip, Step::Literal("aa")]);
        static PATTERN: Pattern = Pattern::search("", &[Search::avoid(&DOUBLED), Search::find(&LONG)]);
        assert!(PATTERN.is_match("aba") && !PATTERN.is_match("baab") && !PATTERN.is_match("a-b"));
    }

    #[test]
    fn words_have_boundaries() {
        const PROGRAM: Program<4> =
            Program::new(&[Step::Skip, Step::WordBoundary, Step::Literal("cat"), Step::NoWordBoundary]);
        assert!(both(&PROGRAM, "a cats"));
        assert!(!both(&PROGRAM, "a cat"));
        assert!(!both(&PROGRAM, "éconcat_"));
    }
}
