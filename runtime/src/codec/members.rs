//! Parts of all readers: tracking of present members, and treatment of missing members.

use crate::codec::Strictness;
use crate::constraint::{Constraint, Path, Violation, report};
use crate::memory::{Reading, blank_boxes};
use crate::reflect::{Fill, Reflect};
use crate::schema::{DefaultValue, Kind, Member, Schema};

/// Message of servers for members that are repeated.
pub(super) const REPEATED: &str = "the member is repeated";

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

    /// Whether a strict reader rejects another value of the member: others that read the message may use either.
    pub(super) fn is_repeated(&self, index: usize, strictness: Strictness) -> bool {
        strictness.is_strict() && self.has(index)
    }

    pub(super) fn has(&self, index: usize) -> bool {
        let bits = if index < 64 { Some(&self.first) } else { self.rest.get(index / 64 - 1) };
        bits.is_some_and(|bits| bits & (1 << (index % 64)) != 0)
    }

    /// Sets missing members to their defaults, or reports required ones. Skips members for which `is_here` is false:
    /// they are in another part of the message.
    pub(super) fn close(
        &self,
        shape: &mut dyn Reflect,
        is_here: impl Fn(&Member) -> bool,
        path: &Path<'_>,
        reading: &mut Reading,
    ) {
        let schema = shape.schema();
        let mut absent = |index: usize| {
            let Some(member) = schema.members.get(index).filter(|member| is_here(member)) else { return };
            if let Some(default) = member.traits.default {
                if let DefaultValue::Str(text) = default {
                    // The next allocation fails.
                    let _ = reading.budget.charge(text.len());
                }
                crate::value::apply_default(shape, index);
            } else if member.required {
                if matches!(member.target.kind, Kind::Structure | Kind::Union) {
                    // Like a default, it exists already: the next allocation fails.
                    let _ = reading.budget.charge(blank_boxes(shape, Some(index)));
                }
                report(&mut reading.missing, &Path::Member(path, member.name), Violation::new(Constraint::Required));
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

/// Sets a member to null, if it distinguishes null from an absent value. Returns whether it does.
pub(super) fn set_null(shape: &mut dyn Reflect, index: usize, member: &Member) -> bool {
    if member.traits.nullable {
        shape.slot(index, Fill::NULL);
    }
    member.traits.nullable
}

/// Finds the member with this name. Tries the one at `guess` first, because most writers use the order of the model.
pub(super) fn find(schema: &'static Schema, guess: usize, is_name: impl Fn(&Member) -> bool) -> Option<usize> {
    match schema.members.get(guess) {
        Some(member) if is_name(member) => Some(guess),
        _ => schema.members.iter().position(is_name),
    }
}
