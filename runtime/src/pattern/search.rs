//! Runs programs in linear time.
//!
//! A search first backtracks, which decides most texts in a few steps. If it takes more steps than a multiple of the
//! length of the text, or has too many alternatives, it starts again as a simulation of all states at the same time,
//! which takes linear time.

use super::program::Operation;
use super::steps::{extent, next_char};
use super::{Program, Set};

/// One part of a conjunction: a program that must match, or must not match, somewhere in the text.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    operations: &'static [Operation],
    wanted: bool,
}

impl Search {
    /// Requires a match.
    pub const fn find<const N: usize>(program: &'static Program<N>) -> Self {
        Self { operations: program.operations(), wanted: true }
    }

    /// Requires that there is no match.
    pub const fn avoid<const N: usize>(program: &'static Program<N>) -> Self {
        Self { operations: program.operations(), wanted: false }
    }

    /// Whether the text is as required.
    pub(super) fn holds(&self, text: &str) -> bool {
        let found = backtrack(self.operations, text).unwrap_or_else(|TooManySteps| simulate(self.operations, text));
        found == self.wanted
    }
}

/// Maximum number of steps of backtracking for each byte of text.
const STEPS_PER_BYTE: usize = 8;

/// Backtracking would take too many steps.
struct TooManySteps;

/// An operation, and the places in the text from which it has not been tried.
#[derive(Clone, Copy, Default)]
struct Alternative {
    operation: u32,
    first: u32,
    last: u32,
    order: Order,
}

/// Which of several places is tried first.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Order {
    #[default]
    FirstToLast,
    LastToFirst,
}

impl Alternative {
    fn new(operation: usize, first: usize, last: usize, order: Order) -> Result<Self, TooManySteps> {
        let short = |number: usize| u32::try_from(number).map_err(|_| TooManySteps);
        Ok(Self { operation: short(operation)?, first: short(first)?, last: short(last)?, order })
    }

    /// Removes the next place at which the operation can start.
    fn next(&mut self, operations: &[Operation], bytes: &[u8]) -> Option<(usize, usize)> {
        let (operation, mut first, mut last) = (self.operation as usize, self.first as usize, self.last as usize);
        while first <= last {
            let at = if self.order == Order::FirstToLast { first } else { last };
            if self.order == Order::FirstToLast {
                first = after(bytes, first);
            } else if last == 0 {
                first = 1;
            } else {
                last = before(bytes, last);
            }
            if can_start(operations, operation, bytes, at) {
                // Both are at most the numbers that they replace, or one more.
                (self.first, self.last) = (first as u32, last as u32);
                return Some((operation, at));
            }
        }
        None
    }
}

/// Stack of alternatives that have not been tried.
#[derive(Default)]
struct Alternatives {
    /// The bottom of the stack, without an allocation.
    few: [Alternative; 16],
    count: usize,
    more: Vec<Alternative>,
}

impl Alternatives {
    /// Maximum number of alternatives in `more`.
    const MAX: usize = 512;

    fn push(&mut self, alternative: Alternative) -> Result<(), TooManySteps> {
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

    /// The next place to try.
    fn next(&mut self, operations: &[Operation], bytes: &[u8]) -> Option<(usize, usize)> {
        loop {
            if let Some(alternative) = self.more.last_mut() {
                match alternative.next(operations, bytes) {
                    Some(next) => return Some(next),
                    None => self.more.pop(),
                };
            } else {
                let alternative = self.few.get_mut(self.count.checked_sub(1)?)?;
                match alternative.next(operations, bytes) {
                    Some(next) => return Some(next),
                    None => self.count -= 1,
                }
            }
        }
    }
}

fn backtrack(operations: &[Operation], text: &str) -> Result<bool, TooManySteps> {
    let bytes = text.as_bytes();
    let mut budget = bytes.len().saturating_mul(STEPS_PER_BYTE).saturating_add(256);
    let mut alternatives = Alternatives::default();
    let (mut index, mut at) = (0, 0);
    loop {
        budget = budget.checked_sub(1).ok_or(TooManySteps)?;
        let rest = bytes.get(at..).unwrap_or_default();
        let next = match operations.get(index).unwrap_or(&Operation::Match) {
            Operation::Match => return Ok(true),
            Operation::Literal(literal) => {
                rest.starts_with(literal.as_bytes()).then_some((index + 1, at + literal.len()))
            }
            Operation::Class(set, min, max) => match extent(set, *min, *max, rest) {
                Some((least, most)) => {
                    budget = budget.saturating_sub(most / 8);
                    if least == most {
                        Some((index + 1, at + most))
                    } else {
                        let order = order(operations.get(index + 1), rest.get(least));
                        alternatives.push(Alternative::new(index + 1, at + least, at + most, order)?)?;
                        None
                    }
                }
                None => None,
            },
            Operation::Skip => {
                alternatives.push(Alternative::new(index + 1, at, bytes.len(), Order::FirstToLast)?)?;
                None
            }
            Operation::Split(first, second) => {
                if !can_start(operations, *second, bytes, at) {
                    Some((*first, at))
                } else if !can_start(operations, *first, bytes, at) {
                    Some((*second, at))
                } else {
                    alternatives.push(Alternative::new(*second, at, at, Order::FirstToLast)?)?;
                    Some((*first, at))
                }
            }
            Operation::Jump(to) => Some((*to, at)),
            position => holds_at(position, bytes, at).then_some((index + 1, at)),
        };
        let Some(next) = next.or_else(|| alternatives.next(operations, bytes)) else { return Ok(false) };
        (index, at) = next;
    }
}

/// Whether the program may continue at a place, by the next byte.
fn can_start(operations: &[Operation], index: usize, bytes: &[u8], at: usize) -> bool {
    /// Operations without a character that are looked through.
    const DEPTH: u32 = 4;
    may_continue(operations, index, bytes.get(at).copied(), DEPTH)
}

fn may_continue(operations: &[Operation], index: usize, next: Option<u8>, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return true };
    match operations.get(index) {
        Some(Operation::Literal(literal)) => literal.is_empty() || literal.as_bytes().first().copied() == next,
        Some(Operation::Class(set, min, _)) => {
            next.is_some_and(|byte| may_have(set, byte))
                || (*min == 0 && may_continue(operations, index + 1, next, depth))
        }
        Some(Operation::End) => next.is_none(),
        Some(Operation::Split(first, second)) => {
            may_continue(operations, *first, next, depth) || may_continue(operations, *second, next, depth)
        }
        Some(Operation::Jump(to)) => may_continue(operations, *to, next, depth),
        _ => true,
    }
}

/// Whether the set may have the character that starts with a byte.
fn may_have(set: &Set, byte: u8) -> bool {
    set.has_byte(byte) || (byte >= 128 && set.has_others())
}

/// The order that is likely to succeed early: a separator usually follows at its first place, and so does a class with
/// the same characters. Anything else follows the last character.
fn order(next: Option<&Operation>, start: Option<&u8>) -> Order {
    match next {
        Some(Operation::Literal(_)) => Order::FirstToLast,
        Some(Operation::Class(set, 0, _)) if start.is_some_and(|byte| may_have(set, *byte)) => Order::FirstToLast,
        _ => Order::LastToFirst,
    }
}

/// The start of the character before a place.
fn before(bytes: &[u8], mut at: usize) -> usize {
    at = at.saturating_sub(1);
    while at > 0 && bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
        at -= 1;
    }
    at
}

/// The start of the character after the one at a place.
fn after(bytes: &[u8], mut at: usize) -> usize {
    at += 1;
    while bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
        at += 1;
    }
    at
}

/// Whether an operation that consumes nothing holds at a place.
fn holds_at(operation: &Operation, bytes: &[u8], at: usize) -> bool {
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

/// A place in the program: an operation, and how much of it has been consumed, in bytes of a literal or characters of a
/// class.
#[derive(Clone, Copy)]
struct State {
    operation: usize,
    consumed: u32,
}

/// The states that are reached at a place in the text.
struct Reached<'p> {
    operations: &'p [Operation],
    /// Number of the first state of each operation.
    numbers: Vec<usize>,
    /// For each state, the place at which it was last reached.
    last: Vec<usize>,
    /// States that consume the next character.
    waiting: Vec<State>,
    /// States whose successors are not yet known.
    pending: Vec<State>,
}

fn simulate(operations: &[Operation], text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut reached = Reached::new(operations);
    let mut at = 0;
    let mut current = Vec::new();
    reached.pending.push(State { operation: 0, consumed: 0 });
    loop {
        if reached.close(bytes, at) {
            return true;
        }
        let Some((code_point, rest)) = next_char(bytes.get(at..).unwrap_or_default()) else { return false };
        let next = bytes.len() - rest.len();
        let character = bytes.get(at..next).unwrap_or_default();
        std::mem::swap(&mut reached.waiting, &mut current);
        for state in current.drain(..) {
            reached.consume(state, code_point, character);
        }
        at = next;
    }
}

impl<'p> Reached<'p> {
    fn new(operations: &'p [Operation]) -> Self {
        let mut numbers = Vec::with_capacity(operations.len());
        let mut count = 0;
        for operation in operations {
            numbers.push(count);
            count += match *operation {
                Operation::Literal(text) => text.len(),
                Operation::Class(_, min, u32::MAX) => min as usize + 1,
                Operation::Class(_, _, max) => max as usize + 1,
                _ => 1,
            };
        }
        Self { operations, numbers, last: vec![usize::MAX; count], waiting: Vec::new(), pending: Vec::new() }
    }

    /// Adds the states that a state reaches with a character.
    fn consume(&mut self, state: State, code_point: u32, character: &[u8]) {
        let State { operation, consumed } = state;
        match self.operations.get(operation) {
            Some(Operation::Literal(literal)) => {
                let rest = literal.as_bytes().get(consumed as usize..).unwrap_or_default();
                if rest == character {
                    self.pending.push(State { operation: operation + 1, consumed: 0 });
                } else if rest.starts_with(character) {
                    self.pending.push(State { operation, consumed: consumed + character.len() as u32 });
                }
            }
            Some(Operation::Class(set, min, max)) if set.has(code_point) => {
                let consumed = if *max == u32::MAX { (consumed + 1).min(*min) } else { consumed + 1 };
                self.pending.push(State { operation, consumed });
            }
            Some(Operation::Skip) => self.pending.push(state),
            _ => {}
        }
    }

    /// Finds the states that follow without consuming a character. Returns whether the program is at its end.
    fn close(&mut self, bytes: &[u8], at: usize) -> bool {
        while let Some(State { operation: index, consumed }) = self.pending.pop() {
            let operation = self.operations.get(index).unwrap_or(&Operation::Match);
            // A program may end without an instruction for it.
            if let Some(first) = self.numbers.get(index)
                && let Some(last) = self.last.get_mut(first + consumed as usize)
                && std::mem::replace(last, at) == at
            {
                continue;
            }
            let next = State { operation: index + 1, consumed: 0 };
            match operation {
                Operation::Match => return true,
                Operation::Literal("") => self.pending.push(next),
                Operation::Literal(_) => self.waiting.push(State { operation: index, consumed }),
                Operation::Class(_, min, max) => {
                    if consumed >= *min {
                        self.pending.push(next);
                    }
                    if consumed < *max {
                        self.waiting.push(State { operation: index, consumed });
                    }
                }
                Operation::Skip => {
                    self.pending.push(next);
                    self.waiting.push(State { operation: index, consumed });
                }
                Operation::Split(first, second) => {
                    self.pending.push(State { operation: *second, consumed: 0 });
                    self.pending.push(State { operation: *first, consumed: 0 });
                }
                Operation::Jump(to) => self.pending.push(State { operation: *to, consumed: 0 }),
                position if holds_at(position, bytes, at) => self.pending.push(next),
                _ => {}
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::{Pattern, Step};

    const ANY: Set = Set::new().negated();
    const LOWER: Set = Set::new().range(b'a', b'z');

    fn both<const N: usize>(program: &Program<N>, text: &str) -> bool {
        let all = simulate(program.operations(), text);
        if let Ok(each) = backtrack(program.operations(), text) {
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
        assert!(backtrack(PROGRAM.operations(), &(long.clone() + "!")).is_err());
        assert!(!simulate(PROGRAM.operations(), &(long.clone() + "!")));
        assert!(simulate(PROGRAM.operations(), &long));
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
