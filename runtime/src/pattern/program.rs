//! Patterns in which the next character does not always decide, as programs that are made at compile time.
//!
//! ```text
//! ^(ab|a)*b$      0  Start
//!                 1  Split(2, 7)
//!                 2  Split(3, 5)
//!                 3  Literal("ab")
//!                 4  Jump(6)
//!                 5  Literal("a")
//!                 6  Jump(1)
//!                 7  Literal("b")
//!                 8  End
//! ```
//!
//! Small repetitions are written out. Others are loops, in which states have counts:
//!
//! ```text
//! ^(ab|c){9,99}$  0  Start
//!                 1  Loop(9 to 99)
//!                 2  Split(3, 5)
//!                 3  Literal("ab")
//!                 4  Jump(6)
//!                 5  Literal("c")
//!                 6  Again(9 to 99)
//!                 7  End
//! ```

use super::first::{self, First, Rest};
use super::{Set, Step};

/// Makes a [`Program`](crate::pattern::Program) of steps, with as many instructions as they need.
#[doc(hidden)]
#[macro_export]
macro_rules! program {
    ($steps:expr) => {{
        const STEPS: &[$crate::pattern::Step] = $steps;
        const LENGTH: usize = $crate::pattern::length(STEPS);
        const PROGRAM: &$crate::pattern::Program<LENGTH> = &$crate::pattern::Program::new(STEPS);
        PROGRAM
    }};
}

/// Instructions of steps: at most `N`.
///
/// ```
/// use whitesmith_runtime as rt;
/// use whitesmith_runtime::pattern::{Pattern, Search, Set, Step};
/// static NAME: Pattern = Pattern::search("^[a-z]+[a-z]$", &[Search::find(rt::program!(&[
///     Step::Start,
///     Step::Class(Set::LOWER, 1, u32::MAX),
///     Step::Class(Set::LOWER, 1, 1),
///     Step::End,
/// ]))]);
/// assert!(NAME.is_match("ab"));
/// assert!(!NAME.is_match("a"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Program<const N: usize> {
    nodes: [Node; N],
    /// The only characters that a text may contain.
    pub(super) alphabet: First,
    /// The only characters from the end of a `Skip` on.
    pub(super) tail: First,
}

/// An operation, and what is known about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) operation: Operation,
    /// Characters that the text may continue with where the operation starts.
    pub(super) first: First,
    /// How much of the text there is from there.
    pub(super) rest: Rest,
    /// Whether the operation is a class that must consume as many characters as it can.
    pub(super) is_decided: bool,
}

/// One instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    /// Consumes the text.
    Literal(&'static str),
    /// Consumes a minimum to maximum number of characters of a set.
    Class(&'static Set, u32, u32),
    /// Consumes any characters.
    Skip,
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
    /// Continues at both operations.
    Split(usize, usize),
    Jump(usize),
    /// The start of a loop.
    Loop(Loop),
    /// The end of the steps of a loop.
    Again(Loop),
    /// The text matches.
    Match,
}

/// A counted repetition.
///
/// The counts of nested loops are one number: the count of the outermost loop, and that of each inner loop times the
/// `unit` of the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loop {
    pub(super) min: u32,
    /// `u32::MAX` if there is no maximum.
    pub(super) max: u32,
    /// The first operation of the steps. The one before is the start of the loop.
    pub(super) body: u32,
    /// The operation after the loop. The one before is `Again`.
    pub(super) end: u32,
    /// Number of different counts of the enclosing loops.
    pub(super) unit: u32,
}

impl Loop {
    /// Number of different counts. Counts above the minimum are one if there is no maximum.
    #[inline]
    pub(super) const fn counts(&self) -> u32 {
        if self.max == u32::MAX { self.min + 1 } else { self.max + 1 }
    }

    /// Number of different counts of this loop and those around it.
    #[inline]
    pub(super) const fn width(&self) -> usize {
        self.unit as usize * self.counts() as usize
    }

    /// The counts after one more repetition.
    #[inline]
    pub(super) const fn next(&self, counts: u32) -> u32 {
        if counts / self.unit + 1 < self.counts() { counts + self.unit } else { counts }
    }

    /// Whether the loop may repeat its steps, and whether it may end.
    #[inline]
    pub(super) const fn ways(&self, counts: u32) -> (bool, bool) {
        let count = counts / self.unit;
        (count < self.max, count >= self.min)
    }
}

/// Maximum number of instructions of a repetition that is written out.
const MAX_WRITTEN: usize = 64;

/// Maximum number of different counts of nested loops.
const MAX_COUNTS: usize = 1 << 16;

impl<const N: usize> Program<N> {
    /// Creates the program of steps.
    ///
    /// # Panics
    /// If the steps have more than `N` instructions, which fails to compile in a constant.
    #[inline]
    pub const fn new(steps: &[Step]) -> Self {
        let mut nodes =
            [Node { operation: Operation::Match, first: First::ANY, rest: Rest::ANY, is_decided: false }; N];
        let length = sequence(&mut nodes, 0, steps, 1);
        first::find(nodes.split_at_mut(length).0);
        let is_whole = matches!(steps, [Step::Start, .., Step::End]);
        let alphabet = if is_whole { first::alphabet(&nodes) } else { First::ANY };
        let tail = first::tail(nodes.split_at(length).0, &mut [false; N]);
        Self { nodes, alphabet, tail }
    }

    #[inline]
    pub(super) const fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

impl Node {
    /// Whether the operation may start with the rest of the text.
    #[inline]
    pub(super) fn can_start(&self, rest: &[u8]) -> bool {
        self.first.is_at(rest) && self.fits(rest.len())
    }

    /// Whether the text may have this length from the start of the operation.
    #[inline]
    pub(super) fn fits(&self, length: usize) -> bool {
        self.rest.least as usize <= length && (length <= self.rest.most as usize || self.rest.most == u32::MAX)
    }

    /// The places from first to last from which the rest of the text may have the required length.
    #[inline]
    pub(super) fn within(&self, first: usize, last: usize, length: usize) -> Option<(usize, usize)> {
        let most = if self.rest.most == u32::MAX { length } else { self.rest.most as usize };
        let first = first.max(length.saturating_sub(most));
        let last = last.min(length.checked_sub(self.rest.least as usize)?);
        (first <= last).then_some((first, last))
    }
}

/// Writes the steps from `at` on, and returns the index after them. Enclosing loops have `unit` different counts.
#[inline]
const fn sequence(out: &mut [Node], mut at: usize, steps: &[Step], unit: u32) -> usize {
    let mut index = 0;
    while index < steps.len() {
        at = match steps[index] {
            Step::Literal(text) => put(out, at, Operation::Literal(text)),
            Step::Class(set, min, max) => put(out, at, Operation::Class(set, min, max)),
            Step::Skip => put(out, at, Operation::Skip),
            Step::Start => put(out, at, Operation::Start),
            Step::End => put(out, at, Operation::End),
            Step::WordBoundary => put(out, at, Operation::WordBoundary),
            Step::NoWordBoundary => put(out, at, Operation::NoWordBoundary),
            Step::OneOf(alternatives) => one_of(out, at, alternatives, unit),
            Step::Repeat(steps, min, max) if is_loop(length(steps), min, max) => {
                counted(out, at, steps, min, max, unit)
            }
            Step::Repeat(steps, min, max) => repeat(out, at, steps, min, max, unit),
        };
        index += 1;
    }
    at
}

#[inline]
const fn put(out: &mut [Node], at: usize, operation: Operation) -> usize {
    assert!(at < out.len(), "the steps have more instructions than the program");
    out[at].operation = operation;
    at + 1
}

#[inline]
const fn one_of(out: &mut [Node], mut at: usize, alternatives: &[&[Step]], unit: u32) -> usize {
    let mut split = at;
    let mut index = 0;
    while index < alternatives.len() {
        if index + 1 < alternatives.len() {
            let jump = sequence(out, at + 1, alternatives[index], unit);
            put(out, at, Operation::Split(at + 1, jump + 1));
            at = jump + 1;
        } else {
            at = sequence(out, at, alternatives[index], unit);
        }
        index += 1;
    }
    // All but the last continue after it. Each starts where the split of the one before it leads.
    while index > 1
        && let Operation::Split(_, next) = out[split].operation
    {
        put(out, next - 1, Operation::Jump(at));
        split = next;
        index -= 1;
    }
    at
}

/// Whether a repetition of this many instructions is a loop that counts.
#[inline]
const fn is_loop(length: usize, min: u32, max: u32) -> bool {
    let times = if max == u32::MAX { min } else { max };
    times > 1 && (times as usize).saturating_mul(length.saturating_add(1)) > MAX_WRITTEN
}

/// Returns the number of instructions of steps.
#[inline]
pub const fn length(steps: &[Step]) -> usize {
    let (mut sum, mut index) = (0usize, 0);
    while index < steps.len() {
        sum = sum.saturating_add(match steps[index] {
            Step::OneOf(alternatives) => {
                let (mut sum, mut index) = (alternatives.len().saturating_sub(1) * 2, 0);
                while index < alternatives.len() {
                    sum = sum.saturating_add(length(alternatives[index]));
                    index += 1;
                }
                sum
            }
            // Found once for each repetition: twice would be exponential in their nesting.
            Step::Repeat(steps, min, max) => match (length(steps), min, max) {
                (length, min, max) if is_loop(length, min, max) => length + 2,
                (length, 0, u32::MAX) => length + 2,
                (length, min, u32::MAX) => length * min as usize + 1,
                (length, min, max) => length * max as usize + max.saturating_sub(min) as usize,
            },
            _ => 1,
        });
        index += 1;
    }
    sum
}

#[inline]
const fn counted(out: &mut [Node], at: usize, steps: &[Step], min: u32, max: u32, unit: u32) -> usize {
    let mut one = Loop { min, max, body: at as u32 + 1, end: 0, unit };
    assert!(one.width() <= MAX_COUNTS, "the steps have too many repetitions");
    let last = sequence(out, at + 1, steps, one.width() as u32);
    one.end = last as u32 + 1;
    put(out, at, Operation::Loop(one));
    put(out, last, Operation::Again(one))
}

#[inline]
const fn repeat(out: &mut [Node], mut at: usize, steps: &[Step], min: u32, max: u32, unit: u32) -> usize {
    let mut last = at;
    let mut count = 0;
    while count < min {
        last = at;
        at = sequence(out, at, steps, unit);
        count += 1;
    }
    if max == u32::MAX && min > 0 {
        return put(out, at, Operation::Split(last, at + 1));
    }
    if max == u32::MAX {
        let end = sequence(out, at + 1, steps, unit);
        put(out, at, Operation::Split(at + 1, end + 1));
        return put(out, end, Operation::Jump(at));
    }
    optional(out, at, steps, max.saturating_sub(min), unit)
}

/// The steps up to `count` times. A repetition that is skipped skips those after it.
#[inline]
const fn optional(out: &mut [Node], at: usize, steps: &[Step], count: u32, unit: u32) -> usize {
    if count == 0 {
        return at;
    }
    let mut next = sequence(out, at + 1, steps, unit);
    let end = at + (next - at) * count as usize;
    out[at].operation = Operation::Split(at + 1, end);
    while next < end {
        out[next].operation = Operation::Split(next + 1, end);
        next = sequence(out, next + 1, steps, unit);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::*;

    #[test]
    fn alternatives_and_repetitions_become_splits() {
        const STEPS: &[Step] = &[
            Step::Repeat(&[Step::OneOf(&[&[Step::Literal("ab")], &[Step::Literal("a")]])], 0, u32::MAX),
            Step::Repeat(&[Step::Literal("c")], 1, u32::MAX),
            Step::Repeat(&[Step::Literal("d")], 1, 3),
        ];
        const PROGRAM: Program<13> = Program::new(STEPS);
        assert_eq!(
            PROGRAM.nodes().iter().map(|node| node.operation).collect::<Vec<_>>(),
            [
                Operation::Split(1, 6),
                Operation::Split(2, 4),
                Operation::Literal("ab"),
                Operation::Jump(5),
                Operation::Literal("a"),
                Operation::Jump(0),
                Operation::Literal("c"),
                Operation::Split(6, 8),
                Operation::Literal("d"),
                Operation::Split(10, 13),
                Operation::Literal("d"),
                Operation::Split(12, 13),
                Operation::Literal("d"),
            ]
        );
    }

    #[test]
    fn many_alternatives_are_evaluated_at_compile_time() {
        const MANY: &[&[Step]] = &[&[Step::Literal("a")] as &[Step]; 300];
        const PROGRAM: Program<898> = Program::new(&[Step::OneOf(MANY)]);
        let operations: Vec<_> = PROGRAM.nodes().iter().map(|node| node.operation).collect();
        assert!(operations.contains(&Operation::Split(1, 3)) && operations.contains(&Operation::Split(895, 897)));
        assert_eq!(operations.iter().filter(|one| **one == Operation::Jump(898)).count(), 299);
    }

    /// Steps in as many levels as there are plus signs.
    macro_rules! nested {
        ($level:ident) => { &[Step::Literal("a")] };
        ($level:ident + $($rest:tt)*) => { &[Step::Literal("b"), $level!(nested!($level $($rest)*))] };
    }

    macro_rules! optional {
        ($steps:expr) => {
            Step::Repeat($steps, 0, 1)
        };
    }

    macro_rules! repeated {
        ($steps:expr) => {
            Step::Repeat($steps, 1, u32::MAX)
        };
    }

    macro_rules! counted {
        ($steps:expr) => {
            Step::Repeat($steps, 1, 2)
        };
    }

    macro_rules! one_of {
        ($steps:expr) => {
            Step::OneOf(&[&[], $steps])
        };
    }

    #[test]
    fn the_deepest_nesting_of_the_generator_is_evaluated_at_compile_time() {
        const OPTIONAL: &[Step] = nested!(optional +++++++++++++++++++++++++++++++++++);
        const REPEATED: &[Step] = nested!(repeated +++++++++++++++++++++++++++++++++++);
        const ONE_OF: &[Step] = nested!(one_of +++++++++++++++++++++++++++++++++++);
        const PROGRAMS: (Program<71>, Program<71>, Program<106>) =
            (Program::new(OPTIONAL), Program::new(REPEATED), Program::new(ONE_OF));
        static PATTERN: Pattern = Pattern::steps("", ONE_OF);
        assert_eq!((length(OPTIONAL), length(REPEATED), length(ONE_OF)), (71, 71, 106));
        for last in [PROGRAMS.0.nodes().last(), PROGRAMS.1.nodes().get(35), PROGRAMS.2.nodes().last()] {
            assert_eq!(last.map(|node| node.operation), Some(Operation::Literal("a")));
        }
        assert_eq!(PATTERN.as_str(), "");
    }

    #[test]
    fn the_length_of_nested_repetitions_is_found_in_quadratic_time() {
        const COUNTED: &[Step] = nested!(counted +++++++++++++++++++++++++++++++++++);
        const LENGTH: usize = length(COUNTED);
        assert_eq!(LENGTH, 139);
    }

    #[test]
    fn long_repetitions_become_loops() {
        const INNER: &[Step] = &[Step::Literal("b"), Step::Class(&Set::new(), 0, 1)];
        const STEPS: &[Step] = &[Step::Repeat(&[Step::Repeat(INNER, 2, 80), Step::Literal("a")], 30, u32::MAX)];
        const PROGRAM: Program<7> = Program::new(STEPS);
        let outer = Loop { min: 30, max: u32::MAX, body: 1, end: 7, unit: 1 };
        let inner = Loop { min: 2, max: 80, body: 2, end: 5, unit: 31 };
        let operations: Vec<_> = PROGRAM.nodes().iter().map(|node| node.operation).collect();
        let kept = [(0, Operation::Loop(outer)), (6, Operation::Again(outer))];
        let nested = [(1, Operation::Loop(inner)), (4, Operation::Again(inner))];
        for (index, operation) in kept.into_iter().chain(nested) {
            assert_eq!(operations.get(index), Some(&operation), "{operations:?}");
        }
        assert_eq!((length(STEPS), inner.width()), (7, 31 * 81));
    }
}
