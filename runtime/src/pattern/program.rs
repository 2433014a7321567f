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
    operations: [Operation; N],
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
        let mut operations = [Operation::Match; N];
        sequence(&mut operations, 0, steps);
        Self { operations }
    }

    pub(super) const fn operations(&self) -> &[Operation] {
        &self.operations
    }
}

/// Writes the steps from `at` on, and returns the index after them.
const fn sequence(out: &mut [Operation], mut at: usize, steps: &[Step]) -> usize {
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

const fn put(out: &mut [Operation], at: usize, operation: Operation) -> usize {
    assert!(at < out.len(), "the steps have more instructions than the program");
    out[at] = operation;
    at + 1
}

const fn one_of(out: &mut [Operation], mut at: usize, alternatives: &[&[Step]]) -> usize {
    let Some((first, rest)) = alternatives.split_first() else { return at };
    if rest.is_empty() {
        return sequence(out, at, first);
    }
    let split = at;
    let jump = sequence(out, split + 1, first);
    at = one_of(out, jump + 1, rest);
    out[split] = Operation::Split(split + 1, jump + 1);
    out[jump] = Operation::Jump(at);
    at
}

const fn repeat(out: &mut [Operation], mut at: usize, steps: &[Step], min: u32, max: u32) -> usize {
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
        out[at] = Operation::Split(at + 1, end + 1);
        return put(out, end, Operation::Jump(at));
    }
    optional(out, at, steps, max.saturating_sub(min))
}

/// The steps up to `count` times. A repetition that is skipped skips those after it.
const fn optional(out: &mut [Operation], at: usize, steps: &[Step], count: u32) -> usize {
    if count == 0 {
        return at;
    }
    let mut next = sequence(out, at + 1, steps);
    let end = at + (next - at) * count as usize;
    out[at] = Operation::Split(at + 1, end);
    while next < end {
        out[next] = Operation::Split(next + 1, end);
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
            PROGRAM.operations(),
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
