//! Runs programs in linear time.
//!
//! A search first backtracks, which decides most texts in a few steps. If it takes many more steps than the text has
//! bytes, it starts again and remembers what it has tried. If that takes too much memory or too many steps, it starts
//! again as a simulation of all states at the same time, which always takes linear time.

mod memory;

use super::Program;
use super::first::First;
use super::program::{Node, Operation};
use super::simulation::simulate;
use super::steps;
use memory::{Attempts, Budget, Memory};

/// One part of a conjunction: a program that must match, or must not match, somewhere in the text.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    nodes: &'static [Node],
    alphabet: First,
    is_wanted: bool,
}

impl Search {
    /// Requires a match.
    pub const fn find<const N: usize>(program: &'static Program<N>) -> Self {
        Self { nodes: program.nodes(), alphabet: program.alphabet, is_wanted: true }
    }

    /// Requires that there is no match.
    pub const fn avoid<const N: usize>(program: &'static Program<N>) -> Self {
        Self { nodes: program.nodes(), alphabet: program.alphabet, is_wanted: false }
    }

    /// Whether the text is as required.
    pub(super) fn holds(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let is_found = self.nodes.first().is_none_or(|first| first.can_start(bytes))
            && match backtrack(self.nodes, bytes, &mut Budget::new(bytes)) {
                Ok(is_found) => is_found,
                Err(TooManySteps) => self.alphabet.has_all(bytes) && thoroughly(self.nodes, bytes),
            };
        is_found == self.is_wanted
    }
}

/// Searches without trying anything twice.
fn thoroughly(nodes: &[Node], bytes: &[u8]) -> bool {
    let found = Memory::new(nodes, bytes).and_then(|mut memory| backtrack(nodes, bytes, &mut memory));
    found.unwrap_or_else(|TooManySteps| simulate(nodes, bytes))
}

/// Backtracking would take too many steps, or too much memory.
#[derive(Debug)]
struct TooManySteps;

/// An operation, and the places in the text from which it has not been tried.
#[derive(Clone, Copy)]
struct Alternative {
    operation: u32,
    first: u32,
    last: u32,
    order: Order,
}

/// Which of several places is tried first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    FirstToLast,
    LastToFirst,
}

impl Alternative {
    const NONE: Self = Self { operation: 0, first: 0, last: 0, order: Order::FirstToLast };

    /// Removes the next place at which the operation can start.
    #[inline]
    fn next(&mut self, first: &First, bytes: &[u8]) -> Option<usize> {
        let (from, to) = (self.first as usize, self.last as usize);
        let places = bytes.get(from..bytes.len().min(to + 1)).unwrap_or_default();
        let is_at_end = to >= bytes.len() && from <= to && first.is_at(&[]);
        // Both are at most the numbers that they replace, or one more.
        if self.order == Order::FirstToLast {
            let at = match places.iter().position(|byte| first.has(*byte)) {
                Some(index) => from + index,
                None if is_at_end => bytes.len(),
                None => return None,
            };
            self.first = at as u32 + 1;
            return Some(at);
        }
        let at = match places.iter().rposition(|byte| first.has(*byte)) {
            _ if is_at_end => bytes.len(),
            Some(index) => from + index,
            None => return None,
        };
        (self.first, self.last) = if at == from { (1, 0) } else { (self.first, at as u32 - 1) };
        Some(at)
    }
}

/// Stack of alternatives that have not been tried.
struct Alternatives {
    /// The bottom of the stack, without an allocation.
    few: [Alternative; Self::FEW],
    count: usize,
    more: Vec<Alternative>,
}

impl Alternatives {
    /// Maximum number of alternatives in `more`.
    const MAX: usize = 1 << 12;
    const FEW: usize = 4;
    const NONE: Self = Self { few: [Alternative::NONE; Self::FEW], count: 0, more: Vec::new() };

    #[inline]
    fn push(&mut self, operation: usize, first: usize, last: usize, order: Order) -> Result<(), TooManySteps> {
        let short = |number: usize| match u32::try_from(number) {
            Ok(u32::MAX) | Err(_) => Err(TooManySteps),
            Ok(number) => Ok(number),
        };
        let alternative = Alternative { operation: short(operation)?, first: short(first)?, last: short(last)?, order };
        match self.few.get_mut(self.count) {
            Some(place) => {
                *place = alternative;
                self.count += 1;
            }
            None if self.more.len() < Self::MAX => self.more.push(alternative),
            None => return Err(TooManySteps),
        }
        Ok(())
    }

    /// The next operation and place to try.
    #[inline]
    fn next(&mut self, nodes: &[Node], bytes: &[u8]) -> Option<(usize, usize)> {
        loop {
            let is_more = !self.more.is_empty();
            let alternative = match self.more.last_mut() {
                Some(last) => last,
                None => self.few.get_mut(self.count.checked_sub(1)?)?,
            };
            let operation = alternative.operation as usize;
            let first = nodes.get(operation).map_or(&First::ANY, |node| &node.first);
            if let Some(at) = alternative.next(first, bytes) {
                return Some((operation, at));
            }
            if is_more {
                self.more.pop();
            } else {
                self.count -= 1;
            }
        }
    }
}

/// Tries one state after the other, from the first operation at the start of the text.
fn backtrack(nodes: &[Node], bytes: &[u8], attempts: &mut impl Attempts) -> Result<bool, TooManySteps> {
    let mut alternatives = Alternatives::NONE;
    let (mut index, mut rest) = (0, bytes);
    loop {
        let Some(node) = nodes.get(index) else { return Ok(true) };
        let at = bytes.len() - rest.len();
        if attempts.is_new(index, at) {
            match node.operation {
                Operation::Match => return Ok(true),
                Operation::Literal(literal) => {
                    if let Some(after) = steps::strip(literal.as_bytes(), rest) {
                        (index, rest) = (index + 1, after);
                        continue;
                    }
                }
                Operation::Class(set, min, max) if node.is_decided => {
                    if let Some(after) = attempts.after(index, (set, min, max), bytes, rest) {
                        (index, rest) = (index + 1, after);
                        continue;
                    }
                }
                Operation::Class(set, min, max) => {
                    if let Some((least, most)) = attempts.extent(index, (set, min, max), bytes, at) {
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
                        } else if let Some((first, last)) = places
                            && let Some((first, last)) = attempts.untried(index, first, last)
                        {
                            alternatives.push(index + 1, first, last, order(following, bytes.get(first)))?;
                        }
                    }
                }
                Operation::Skip => {
                    let Some(following) = nodes.get(index + 1) else { return Ok(true) };
                    if let Some((first, last)) = following.within(at, bytes.len(), bytes.len())
                        && let Some((first, last)) = attempts.untried(index, first, last)
                    {
                        // Places after the first operation are scanned more than once.
                        attempts.spend(if index > 0 { (last - first) / 8 } else { 0 })?;
                        alternatives.push(index + 1, first, last, Order::FirstToLast)?;
                    }
                }
                Operation::Split(first, second) => {
                    attempts.spend(1)?;
                    let can_start = |index: usize| nodes.get(index).is_none_or(|node| node.can_start(rest));
                    if can_start(first) {
                        if can_start(second) {
                            alternatives.push(second, at, at, Order::FirstToLast)?;
                        }
                        index = first;
                        continue;
                    }
                    if can_start(second) {
                        index = second;
                        continue;
                    }
                }
                Operation::Jump(to) => {
                    attempts.spend(1)?;
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
        }
        attempts.spend(1)?;
        let Some((operation, at)) = alternatives.next(nodes, bytes) else { return Ok(false) };
        (index, rest) = (operation, bytes.get(at..).unwrap_or_default());
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
        let quick = backtrack(nodes, bytes, &mut Budget::new(bytes));
        let remembered = Memory::new(nodes, bytes).and_then(|mut memory| backtrack(nodes, bytes, &mut memory));
        for each in [quick, remembered].into_iter().flatten() {
            assert_eq!(each, all, "{text:?}");
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
            assert!(backtrack(nodes, text.as_bytes(), &mut Budget::new(text.as_bytes())).is_err());
            let mut memory = Memory::new(nodes, text.as_bytes()).expect("it fits");
            assert!(!backtrack(nodes, text.as_bytes(), &mut memory).expect("few steps"));
        }
        assert!(
            !Search::find(&COUNTED).holds(&runs) && Search::find(&COUNTED).holds(&(runs + &"a".repeat(3_000) + "!"))
        );
    }

    #[test]
    fn attempts_are_remembered_if_there_are_many() {
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
        assert!(backtrack(PROGRAM.nodes(), long.as_bytes(), &mut Budget::new(long.as_bytes())).is_err());
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
