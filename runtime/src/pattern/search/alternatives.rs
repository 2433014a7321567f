//! Where a search may continue if what it tries fails.

use super::super::first::First;
use super::super::program::Node;
use super::{Budget, TooManySteps};

/// An operation, the counts of its loops, and the places in the text from which it has not been tried.
#[derive(Clone, Copy)]
struct Alternative {
    operation: u32,
    counts: u32,
    first: u32,
    last: u32,
    order: Order,
}

/// Which of several places is tried first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    FirstToLast,
    LastToFirst,
    /// Last to first, up to a character that cannot follow.
    Tail,
}

impl Alternative {
    const NONE: Self = Self { operation: 0, counts: 0, first: 0, last: 0, order: Order::FirstToLast };

    /// Removes the next place at which the operation can start.
    #[inline]
    fn next(&mut self, first: &First, tail: &First, bytes: &[u8], budget: &mut Budget) -> Option<usize> {
        let (from, to) = (self.first as usize, self.last as usize);
        let places = bytes.get(from..bytes.len().min(to + 1)).unwrap_or_default();
        let is_at_end = to >= bytes.len() && from <= to && first.is_at(&[]);
        // Both are at most the numbers that they replace, or one more.
        if self.order == Order::FirstToLast {
            let index = places.iter().position(|byte| first.has(*byte));
            budget.scan(index.unwrap_or(places.len()));
            let at = match index {
                Some(index) => from + index,
                None if is_at_end => bytes.len(),
                None => return None,
            };
            self.first = at as u32 + 1;
            return Some(at);
        }
        let index = match self.order {
            _ if is_at_end => Some(places.len()),
            Order::Tail => {
                let ends = |byte: &u8| first.has(*byte) || !tail.allows(*byte);
                places.iter().rposition(ends).filter(|index| places.get(*index).is_some_and(|byte| tail.allows(*byte)))
            }
            _ => places.iter().rposition(|byte| first.has(*byte)),
        };
        budget.scan(places.len() - index.unwrap_or_default());
        let at = from + index?;
        (self.first, self.last) = if at == from { (1, 0) } else { (self.first, at as u32 - 1) };
        Some(at)
    }
}

/// Stack of alternatives that have not been tried.
pub(super) struct Alternatives {
    /// The bottom of the stack, without an allocation.
    few: [Alternative; Self::FEW],
    count: usize,
    more: Vec<Alternative>,
}

impl Alternatives {
    /// Maximum number of alternatives in `more`.
    const MAX: usize = 1 << 12;
    const FEW: usize = 4;
    pub(super) const NONE: Self = Self { few: [Alternative::NONE; Self::FEW], count: 0, more: Vec::new() };

    #[inline]
    pub(super) fn push(
        &mut self,
        (operation, counts): (usize, u32),
        (first, last): (usize, usize),
        order: Order,
    ) -> Result<(), TooManySteps> {
        let short = |number: usize| match u32::try_from(number) {
            Ok(u32::MAX) | Err(_) => Err(TooManySteps),
            Ok(number) => Ok(number),
        };
        let (operation, first, last) = (short(operation)?, short(first)?, short(last)?);
        let alternative = Alternative { operation, counts, first, last, order };
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

    /// The next operation to try, the counts of its loops, and the place.
    #[inline]
    pub(super) fn next(
        &mut self,
        nodes: &[Node],
        tail: &First,
        bytes: &[u8],
        budget: &mut Budget,
    ) -> Result<Option<(usize, u32, usize)>, TooManySteps> {
        loop {
            budget.spend(1)?;
            let is_more = !self.more.is_empty();
            let last = match self.more.last_mut() {
                Some(last) => Some(last),
                None => self.count.checked_sub(1).and_then(|index| self.few.get_mut(index)),
            };
            let Some(alternative) = last else { return Ok(None) };
            let operation = alternative.operation as usize;
            let first = nodes.get(operation).map_or(&First::ANY, |node| &node.first);
            if let Some(at) = alternative.next(first, tail, bytes, budget) {
                return Ok(Some((operation, alternative.counts, at)));
            }
            if is_more {
                self.more.pop();
            } else {
                self.count -= 1;
            }
        }
    }
}
