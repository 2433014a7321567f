//! Characters that can follow an operation, found at compile time.

use super::Set;
use super::program::{Loop, Node, Operation};

/// Characters at which an operation may start. A superset: operations that may consume nothing include
/// what follows them.
#[derive(Clone, Copy, Debug)]
pub(super) struct First {
    /// Characters of ASCII, as bits.
    ascii: u128,
    /// Any other character.
    others: bool,
    /// The end of the text.
    end: bool,
}

impl First {
    pub(super) const NONE: Self = Self { ascii: 0, others: false, end: false };
    pub(super) const ANY: Self = Self { ascii: u128::MAX, others: true, end: true };
    const END: Self = Self { ascii: 0, others: false, end: true };

    #[inline]
    const fn of_set(set: &Set) -> Self {
        Self { ascii: set.ascii(), others: set.has_others(), end: false }
    }

    #[inline]
    const fn of_byte(byte: u8) -> Self {
        if byte < 128 { Self { ascii: 1 << byte, ..Self::NONE } } else { Self { others: true, ..Self::NONE } }
    }

    #[inline]
    const fn or(self, other: Self) -> Self {
        Self { ascii: self.ascii | other.ascii, others: self.others | other.others, end: self.end | other.end }
    }

    #[inline]
    const fn equals(&self, other: &Self) -> bool {
        self.ascii == other.ascii && self.others == other.others && self.end == other.end
    }

    /// Whether no character of the set is included.
    #[inline]
    const fn excludes(&self, set: &Set) -> bool {
        self.ascii & set.ascii() == 0 && !(self.others && set.has_others())
    }

    /// Whether a character that starts with this byte is included. Bytes inside a character are not.
    #[inline]
    pub(super) fn has(&self, byte: u8) -> bool {
        match byte {
            0..64 => self.ascii as u64 >> byte & 1 == 1,
            64..128 => (self.ascii >> 64) as u64 >> (byte - 64) & 1 == 1,
            128..192 => false,
            192.. => self.others,
        }
    }

    /// Whether the start of the rest of the text is included.
    #[inline]
    pub(super) fn is_at(&self, rest: &[u8]) -> bool {
        rest.first().map_or(self.end, |byte| self.has(*byte))
    }

    /// Whether this byte is in a character that is included.
    #[inline]
    pub(super) fn allows(&self, byte: u8) -> bool {
        if byte < 128 { self.has(byte) } else { self.others }
    }

    /// Whether no character is excluded.
    pub(super) fn is_any(&self) -> bool {
        self.ascii == u128::MAX && self.others
    }
}

/// Number of bytes from the start of an operation to the end of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest {
    pub(super) least: u32,
    /// `u32::MAX` if there is no limit.
    pub(super) most: u32,
}

impl Rest {
    pub(super) const ANY: Self = Self { least: 0, most: u32::MAX };
    const NONE: Self = Self { least: 0, most: 0 };
    /// No rest, until one is known.
    const UNKNOWN: Self = Self { least: u32::MAX, most: 0 };

    #[inline]
    const fn after(self, least: u32, most: u32) -> Self {
        Self { least: self.least.saturating_add(least), most: self.most.saturating_add(most) }
    }

    #[inline]
    const fn or(self, other: Self) -> Self {
        Self {
            least: if other.least < self.least { other.least } else { self.least },
            most: if other.most > self.most { other.most } else { self.most },
        }
    }
}

/// Sets what can follow the places of operations, and which classes have one possible end.
#[inline]
pub(super) const fn find(nodes: &mut [Node]) {
    let mut has_loops = false;
    let mut index = 0;
    while index < nodes.len() {
        has_loops = has_loops
            || match nodes[index].operation {
                Operation::Split(one, other) => one <= index || other <= index,
                Operation::Jump(to) => to <= index,
                Operation::Again(_) => true,
                _ => false,
            };
        (nodes[index].first, nodes[index].rest) = (First::NONE, Rest::UNKNOWN);
        index += 1;
    }
    // Operations that continue at earlier ones need more than one pass.
    let mut is_changed = true;
    while is_changed {
        is_changed = false;
        let mut index = nodes.len();
        while index > 0 {
            index -= 1;
            let (first, rest) = of_operation(nodes, index);
            let node = &mut nodes[index];
            is_changed = has_loops && (is_changed || !first.equals(&node.first) || rest.least != node.rest.least);
            (node.first, node.rest) = (first, rest);
        }
    }
    let mut index = 0;
    while index < nodes.len() {
        if let Operation::Class(set, min, max) = nodes[index].operation {
            nodes[index].is_decided = min == max || at(nodes, index + 1).0.excludes(set);
        }
        index += 1;
    }
}

#[inline]
const fn at(nodes: &[Node], index: usize) -> (First, Rest) {
    if index < nodes.len() { (nodes[index].first, nodes[index].rest) } else { (First::ANY, Rest::ANY) }
}

/// Characters after a place from which an operation continues at another one.
#[inline]
const fn continued(nodes: &[Node], from: usize, to: usize) -> (First, Rest) {
    let (first, rest) = at(nodes, to);
    (first, if to > from { rest } else { Rest { most: u32::MAX, ..rest } })
}

#[inline]
const fn of_operation(nodes: &[Node], index: usize) -> (First, Rest) {
    let (first, rest) = at(nodes, index + 1);
    match nodes[index].operation {
        Operation::Literal(text) if !text.is_empty() => {
            let length = text.len() as u32;
            (First::of_byte(text.as_bytes()[0]), rest.after(length, length))
        }
        Operation::Class(set, min, max) => {
            let width = if set.has_others() { 4 } else { 1 };
            let own = First::of_set(set);
            (if min == 0 { own.or(first) } else { own }, rest.after(min, max.saturating_mul(width)))
        }
        Operation::Split(one, other) => {
            let ((first, rest), (other_first, other_rest)) =
                (continued(nodes, index, one), continued(nodes, index, other));
            (first.or(other_first), rest.or(other_rest))
        }
        Operation::Jump(to) => continued(nodes, index, to),
        Operation::Loop(repeated) => of_loop(nodes, &repeated),
        Operation::Again(Loop { body, end, .. }) => {
            let (after, rest) = at(nodes, end as usize);
            (at(nodes, body as usize).0.or(after), Rest { most: u32::MAX, ..rest })
        }
        Operation::End => (First::END, Rest::NONE),
        Operation::Skip => (First::ANY, Rest { most: u32::MAX, ..rest }),
        Operation::Match => (First::ANY, Rest::ANY),
        Operation::Literal(_) | Operation::Start | Operation::WordBoundary | Operation::NoWordBoundary => (first, rest),
    }
}

/// Characters after the start of a loop. Those after its end have been found.
#[inline]
const fn of_loop(nodes: &[Node], repeated: &Loop) -> (First, Rest) {
    let (body, after) = (at(nodes, repeated.body as usize), at(nodes, repeated.end as usize));
    if repeated.min == 0 {
        return (body.0.or(after.0), Rest { most: u32::MAX, ..after.1 });
    }
    // `Again` requires nothing but what follows the loop.
    let once = body.1.least.saturating_sub(after.1.least);
    let least = after.1.least.saturating_add(once.saturating_mul(repeated.min));
    (body.0, Rest { least, most: u32::MAX })
}

/// The characters of all operations.
#[inline]
pub(super) const fn alphabet(nodes: &[Node]) -> First {
    let mut alphabet = First::NONE;
    let mut index = 0;
    while index < nodes.len() {
        alphabet = alphabet.or(consumed(&nodes[index].operation));
        index += 1;
    }
    alphabet
}

/// The characters that an operation consumes.
#[inline]
const fn consumed(operation: &Operation) -> First {
    match *operation {
        Operation::Literal(text) => {
            let bytes = text.as_bytes();
            let (mut all, mut at) = (First::NONE, 0);
            while at < bytes.len() {
                all = all.or(First::of_byte(bytes[at]));
                at += 1;
            }
            all
        }
        Operation::Class(set, ..) => First::of_set(set),
        Operation::Skip => First::ANY,
        _ => First::NONE,
    }
}

/// The characters that may follow the places at which `Skip` may end. `is_reached` is false for all nodes.
#[inline]
pub(super) const fn tail(nodes: &[Node], is_reached: &mut [bool]) -> First {
    let mut tail = First::NONE;
    let mut is_changed = true;
    while is_changed {
        is_changed = false;
        let mut index = 0;
        while index < nodes.len() {
            let next = match nodes[index].operation {
                Operation::Skip => Some((index + 1, index + 1)),
                // The text ends at `End`.
                Operation::End => None,
                _ if !is_reached[index] => None,
                Operation::Split(first, second) => Some((first, second)),
                Operation::Jump(to) => Some((to, to)),
                Operation::Loop(Loop { body, end, .. }) | Operation::Again(Loop { body, end, .. }) => {
                    Some((body as usize, end as usize))
                }
                _ => Some((index + 1, index + 1)),
            };
            if let Some((first, second)) = next {
                if first >= nodes.len() || second >= nodes.len() {
                    return First::ANY;
                }
                is_changed = is_changed || !is_reached[first] || !is_reached[second];
                (is_reached[first], is_reached[second]) = (true, true);
            }
            index += 1;
        }
    }
    let mut index = 0;
    while index < nodes.len() {
        if is_reached[index] {
            tail = tail.or(consumed(&nodes[index].operation));
        }
        index += 1;
    }
    tail
}
