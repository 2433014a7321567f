//! How many characters of an operation have been consumed.

use std::collections::VecDeque;

use super::bits;

/// A number of characters that an operation consumes.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) min: usize,
    /// `usize::MAX` if there is no maximum.
    pub(super) max: usize,
}

impl Span {
    /// Number of different counts. Those above the minimum are one if there is no maximum.
    fn counts(self) -> usize {
        if self.max == usize::MAX { self.min + 1 } else { self.max + 1 }
    }
}

/// States within an operation.
pub(super) enum Progress {
    /// Outside loops.
    Outside(Entries),
    /// Within loops: for each number of consumed characters, the counts of the loops.
    Within(Vec<u64>),
}

/// The times of entries, as intervals from first to last.
///
/// The counts of all states grow together, so the times remain. Entries are one interval if the times at which they can
/// leave follow each other. Therefore a few intervals suffice unless minimum and maximum are close.
pub(super) struct Entries {
    oldest: (usize, usize),
    newer: VecDeque<(usize, usize)>,
}

impl Progress {
    /// The state before the first character, for these counts. The enclosing loops have `width` different ones.
    pub(super) fn new(span: Span, width: usize, time: usize, counts: &[u64]) -> Self {
        if width == 1 {
            return Self::Outside(Entries { oldest: (time, time), newer: VecDeque::new() });
        }
        let mut states = vec![0; (span.counts() * width).div_ceil(64)];
        bits::add(&mut states, counts);
        Self::Within(states)
    }

    /// Adds the state before the first character.
    pub(super) fn enter(&mut self, span: Span, time: usize, counts: &[u64]) {
        match self {
            Self::Outside(Entries { oldest, newer }) => {
                let newest = newer.back_mut().unwrap_or(oldest);
                if time - newest.1 <= (span.max - span.min).saturating_add(1) {
                    newest.1 = time;
                } else {
                    newer.push_back((time, time));
                }
            }
            Self::Within(states) => {
                bits::add(states, counts);
            }
        }
    }

    /// Consumes a character. Writes the counts of those that may have consumed enough. Returns false if no state is
    /// left that may consume more. Within loops, states at the maximum are left until the next character.
    pub(super) fn consume(&mut self, span: Span, width: usize, time: usize, done: &mut Vec<u64>) -> bool {
        done.clear();
        match self {
            Self::Outside(Entries { oldest, newer }) => {
                while span.max.saturating_add(oldest.1) < time
                    && let Some(next) = newer.pop_front()
                {
                    *oldest = next;
                }
                done.push(u64::from(
                    oldest.0.saturating_add(span.min) <= time && span.max.saturating_add(oldest.1) >= time,
                ));
                span.max.saturating_add(newer.back().unwrap_or(oldest).1) > time
            }
            Self::Within(states) => {
                let counts = span.counts();
                bits::move_up(states, width, counts, span.max == usize::MAX);
                done.extend_from_slice(states);
                bits::fold(done, width, span.min, counts);
                states.iter().any(|word| *word != 0)
            }
        }
    }

    /// Number of words that a step takes.
    pub(super) fn words(&self) -> usize {
        match self {
            Self::Outside(_) => 1,
            Self::Within(states) => states.len(),
        }
    }
}
