//! What a search has tried.

use std::ops::Range;

use super::super::Set;
use super::super::program::Node;
use super::super::steps::{class, extent, span};
use super::TooManySteps;

/// A class: a set, and the minimum and maximum number of its characters.
type Class = (&'static Set, u32, u32);

/// What a search has tried, and how often.
pub(super) trait Attempts {
    /// Counts steps that are not a part of a sequence.
    fn spend(&mut self, steps: usize) -> Result<(), TooManySteps>;

    /// Whether an operation has not been tried at a place.
    fn is_new(&mut self, operation: usize, at: usize) -> bool;

    /// The text after the most characters of a class at the start of the rest.
    fn after<'t>(&mut self, operation: usize, class: Class, bytes: &'t [u8], rest: &'t [u8]) -> Option<&'t [u8]>;

    /// The places after the fewest and the most characters of a class.
    fn extent(&mut self, operation: usize, class: Class, bytes: &[u8], at: usize) -> Option<(usize, usize)>;

    /// The places after an operation, from first to last, from which the next operation has not been tried.
    fn untried(&mut self, operation: usize, first: usize, last: usize) -> Option<(usize, usize)>;
}

/// A number of steps, and no memory.
pub(super) struct Budget(usize);

impl Budget {
    pub(super) fn new(bytes: &[u8]) -> Self {
        Self(bytes.len().saturating_add(40))
    }

    /// Counts a scan that ended before the minimum of a class. Where it ended is not known, and matters for long ones.
    #[inline]
    fn miss(&mut self, min: u32, rest: &[u8]) {
        if min >= 64 {
            self.0 = self.0.saturating_sub(rest.len().min(min as usize) / 8);
        }
    }
}

impl Attempts for Budget {
    #[inline]
    fn spend(&mut self, steps: usize) -> Result<(), TooManySteps> {
        self.0 = self.0.checked_sub(steps).ok_or(TooManySteps)?;
        Ok(())
    }

    #[inline]
    fn is_new(&mut self, _: usize, _: usize) -> bool {
        true
    }

    #[inline]
    fn after<'t>(&mut self, _: usize, (set, min, max): Class, _: &'t [u8], rest: &'t [u8]) -> Option<&'t [u8]> {
        let Some(after) = class(set, min, max, rest) else {
            self.miss(min, rest);
            return None;
        };
        if max >= 64 {
            self.0 = self.0.saturating_sub((rest.len() - after.len()) / 8);
        }
        Some(after)
    }

    #[inline]
    fn extent(&mut self, _: usize, (set, min, max): Class, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some((least, most)) = extent(set, min, max, rest) else {
            self.miss(min, rest);
            return None;
        };
        self.0 = self.0.saturating_sub(most / 8);
        Some((at + least, at + most))
    }

    #[inline]
    fn untried(&mut self, _: usize, first: usize, last: usize) -> Option<(usize, usize)> {
        Some((first, last))
    }
}

/// All attempts.
pub(super) struct Memory {
    budget: Budget,
    /// A bit for each operation and place.
    tried: Vec<u64>,
    places: usize,
    ranges: Vec<Ranges>,
}

/// What is known about an operation.
#[derive(Clone, Default)]
struct Ranges {
    /// Characters of its class, all of them in ASCII, up to one that is not of the class.
    run: Range<usize>,
    /// Places after it from which the next operation is or will be tried.
    tried: Range<usize>,
}

impl Memory {
    /// Maximum number of pairs of operations and places.
    const MAX: usize = 1 << 24;

    /// Creates an empty memory, if it is not too large.
    pub(super) fn new(nodes: &[Node], bytes: &[u8]) -> Result<Self, TooManySteps> {
        let places = bytes.len() + 1;
        let pairs = nodes.len().checked_mul(places).filter(|pairs| *pairs <= Self::MAX).ok_or(TooManySteps)?;
        let tried = vec![0; pairs.div_ceil(64)];
        Ok(Self { budget: Budget(pairs * 4), tried, places, ranges: vec![Ranges::default(); nodes.len()] })
    }
}

impl Attempts for Memory {
    fn spend(&mut self, steps: usize) -> Result<(), TooManySteps> {
        self.budget.spend(steps)
    }

    fn is_new(&mut self, operation: usize, at: usize) -> bool {
        let number = operation * self.places + at;
        let bit = 1 << (number % 64);
        self.tried.get_mut(number / 64).is_none_or(|bits| std::mem::replace(bits, *bits | bit) & bit == 0)
    }

    fn after<'t>(&mut self, operation: usize, class: Class, bytes: &'t [u8], rest: &'t [u8]) -> Option<&'t [u8]> {
        let (_, most) = self.extent(operation, class, bytes, bytes.len() - rest.len())?;
        bytes.get(most..)
    }

    fn extent(&mut self, operation: usize, class: Class, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
        let (set, min, max) = class;
        let run = &mut self.ranges.get_mut(operation)?.run;
        if !run.contains(&at) {
            // Up to the known run, if that is later.
            let limit = if at < run.start { run.start } else { bytes.len() };
            let length = span(set, bytes.get(at..limit).unwrap_or_default());
            self.budget.0 = self.budget.0.saturating_sub(length / 8);
            *run = at..if at + length == run.start { run.end } else { at + length };
        }
        if set.has_others() && bytes.get(run.end).is_some_and(|byte| *byte >= 128) {
            return self.budget.extent(operation, class, bytes, at);
        }
        let length = run.end.saturating_sub(at);
        (length >= min as usize).then(|| (at + min as usize, at + length.min(max as usize)))
    }

    fn untried(&mut self, operation: usize, first: usize, last: usize) -> Option<(usize, usize)> {
        let tried = &mut self.ranges.get_mut(operation)?.tried;
        let end = last + 1;
        if tried.start <= first && first <= tried.end {
            let first = tried.end.max(first);
            tried.end = tried.end.max(end);
            return (first < end).then_some((first, last));
        }
        if first < tried.start && tried.start <= end && end <= tried.end {
            let end = std::mem::replace(&mut tried.start, first);
            return Some((first, end - 1));
        }
        // These places are forgotten, and may be scanned again.
        self.budget.0 = self.budget.0.saturating_sub((last - first) / 8);
        *tried = first..end;
        Some((first, last))
    }
}
