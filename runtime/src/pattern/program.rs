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

use super::first::{self, First, Rest};
use super::{Set, Step};

/// Instructions of steps: at most `N`.
///
/// ```
/// use whitesmith_runtime::pattern::{Pattern, Program, Search, Set, Step};
/// const LOWER: Set = Set::new().range(b'a', b'z');
/// const WHOLE: Program<4> =
///     Program::new(&[Step::Start, Step::Class(&LOWER, 1, u32::MAX), Step::Class(&LOWER, 1, 1), Step::End]);
/// static NAME: Pattern = Pattern::search("^[a-z]+[a-z]$", &[Search::find(&WHOLE)]);
/// assert!(NAME.is_match("ab"));
/// assert!(!NAME.is_match("a"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Program<const N: usize> {
    nodes: [Node; N],
    /// The only characters that a text may contain.
    pub(super) alphabet: First,
}

/// An operation, and what is known about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) operation: Operation,
    /// What the text may continue with where the operation starts.
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
    /// The text matches.
    Match,
}

impl<const N: usize> Program<N> {
    /// Creates the program of steps.
    ///
    /// # Panics
    /// If the steps have more than `N` instructions, which fails to compile in a constant.
    pub const fn new(steps: &[Step]) -> Self {
        let mut nodes =
            [Node { operation: Operation::Match, first: First::ANY, rest: Rest::ANY, is_decided: false }; N];
        let length = sequence(&mut nodes, 0, steps);
        first::find(nodes.split_at_mut(length).0);
        let is_whole = matches!(steps, [Step::Start, .., Step::End]);
        let alphabet = if is_whole { first::alphabet(&nodes) } else { First::ANY };
        Self { nodes, alphabet }
    }

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

/// Writes the steps from `at` on, and returns the index after them.
const fn sequence(out: &mut [Node], mut at: usize, steps: &[Step]) -> usize {
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
            Step::OneOf(alternatives) => one_of(out, at, alternatives),
            Step::Repeat(steps, min, max) => repeat(out, at, steps, min, max),
        };
        index += 1;
    }
    at
}

const fn put(out: &mut [Node], at: usize, operation: Operation) -> usize {
    assert!(at < out.len(), "the steps have more instructions than the program");
    out[at].operation = operation;
    at + 1
}

const fn one_of(out: &mut [Node], mut at: usize, alternatives: &[&[Step]]) -> usize {
    let Some((first, rest)) = alternatives.split_first() else { return at };
    if rest.is_empty() {
        return sequence(out, at, first);
    }
    let split = at;
    let jump = sequence(out, split + 1, first);
    at = one_of(out, jump + 1, rest);
    out[split].operation = Operation::Split(split + 1, jump + 1);
    out[jump].operation = Operation::Jump(at);
    at
}

const fn repeat(out: &mut [Node], mut at: usize, steps: &[Step], min: u32, max: u32) -> usize {
    let mut last = at;
    let mut count = 0;
    while count < min {
        last = at;
        at = sequence(out, at, steps);
        count += 1;
    }
    if max == u32::MAX && min > 0 {
        return put(out, at, Operation::Split(last, at + 1));
    }
    if max == u32::MAX {
        let end = sequence(out, at + 1, steps);
        out[at].operation = Operation::Split(at + 1, end + 1);
        return put(out, end, Operation::Jump(at));
    }
    optional(out, at, steps, max.saturating_sub(min))
}

/// The steps up to `count` times. A repetition that is skipped skips those after it.
const fn optional(out: &mut [Node], at: usize, steps: &[Step], count: u32) -> usize {
    if count == 0 {
        return at;
    }
    let mut next = sequence(out, at + 1, steps);
    let end = at + (next - at) * count as usize;
    out[at].operation = Operation::Split(at + 1, end);
    while next < end {
        out[next].operation = Operation::Split(next + 1, end);
        next = sequence(out, next + 1, steps);
    }
    end
}

#[cfg(test)]
mod tests {
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
}
