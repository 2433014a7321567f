//! Parts of all readers: tracking of present members, treatment of missing members, and limits on the memory of lists
//! and maps.

use super::Strictness;
use crate::constraint::{Constraint, Path, Violation, Violations, report};
use crate::reflect::Reflect;
use crate::schema::{Member, Schema};

/// Set of present members.
#[derive(Default)]
pub(super) struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    pub(super) fn mark(&mut self, index: usize) {
        if index < 64 {
            self.first |= 1 << index;
        } else {
            let word = index / 64 - 1;
            if self.rest.len() <= word {
                self.rest.resize(word + 1, 0);
            }
            if let Some(bits) = self.rest.get_mut(word) {
                *bits |= 1 << (index % 64);
            }
        }
    }

    pub(super) fn has(&self, index: usize) -> bool {
        let bits = if index < 64 { Some(&self.first) } else { self.rest.get(index / 64 - 1) };
        bits.is_some_and(|bits| bits & (1 << (index % 64)) != 0)
    }

    /// Sets missing members to their defaults, or reports required ones. Skips members for which `is_here` is false, as
    /// they are elsewhere in the message.
    pub(super) fn close(
        &self,
        shape: &mut dyn Reflect,
        is_here: impl Fn(&Member) -> bool,
        path: &Path<'_>,
        missing: &mut Violations,
    ) {
        let schema = shape.schema();
        let mut absent = |index: usize| {
            let Some(member) = schema.members.get(index).filter(|member| is_here(member)) else { return };
            if member.default.is_some() {
                crate::value::apply_default(shape, index);
            } else if member.required {
                report(missing, &Path::Member(path, member.name), Violation::new(Constraint::Required));
            }
        };
        let mut open = schema.sets.noted & !self.first;
        while open != 0 {
            absent(open.trailing_zeros() as usize);
            open &= open - 1;
        }
        for index in 64..schema.members.len() {
            if !self.has(index) {
                absent(index);
            }
        }
    }
}

/// Memory in bytes that the elements of a request's lists and maps may still use. A blank structure has one byte in
/// CBOR and hundreds in memory, so that small requests could otherwise use much memory.
pub(super) struct Room(usize);

impl Room {
    /// Base limit of each request.
    const BASE: usize = 64 * 1024 * 1024;
    /// Additional limit for each byte of the request.
    const PER_BYTE: usize = 32;
    /// Error message if the limit is exceeded.
    pub(super) const NONE_LEFT: &'static str = "the elements of lists and maps take too much memory";

    /// Limit for a message of this length. Clients have no limit, as they trust their services.
    pub(super) fn new(strictness: Strictness, length: usize) -> Self {
        Self(match strictness {
            Strictness::Strict => length.saturating_mul(Self::PER_BYTE).saturating_add(Self::BASE),
            Strictness::Lenient => usize::MAX,
        })
    }

    /// Subtracts the size of an element. Returns whether it was within the limit.
    #[inline]
    #[must_use]
    pub(super) fn take(&mut self, size: usize) -> bool {
        let left = self.0.checked_sub(size);
        self.0 = left.unwrap_or_default();
        left.is_some()
    }
}

/// Finds the member of this name, trying the one at `guess` first, as most writers use the order of the model.
pub(super) fn find(schema: &'static Schema, guess: usize, is_name: impl Fn(&Member) -> bool) -> Option<usize> {
    match schema.members.get(guess) {
        Some(member) if is_name(member) => Some(guess),
        _ => schema.members.iter().position(is_name),
    }
}
