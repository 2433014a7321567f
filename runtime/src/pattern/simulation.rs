//! Simulates a program: all states at the same time, character by character.

use super::program::{Node, Operation};
use super::search::holds_at;
use super::steps::next_char;

/// A place in the program: an operation, and how much of it has been consumed, in bytes of a literal or characters of a
/// class.
#[derive(Clone, Copy)]
struct State {
    operation: usize,
    consumed: u32,
}

/// The states that are reached at a place in the text.
struct Reached<'p> {
    nodes: &'p [Node],
    /// Number of the first state of each operation.
    numbers: Vec<usize>,
    /// For each state, the place at which it was last reached.
    last: Vec<usize>,
    /// States that consume the next character.
    waiting: Vec<State>,
    /// States whose successors are not yet known.
    pending: Vec<State>,
}

pub(super) fn simulate(nodes: &[Node], bytes: &[u8]) -> bool {
    let mut reached = Reached::new(nodes);
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
    fn new(nodes: &'p [Node]) -> Self {
        let mut numbers = Vec::with_capacity(nodes.len());
        let mut count = 0;
        for node in nodes {
            numbers.push(count);
            count += match node.operation {
                Operation::Literal(text) => text.len().max(1),
                Operation::Class(_, min, u32::MAX) => min as usize + 1,
                Operation::Class(_, _, max) => max as usize + 1,
                _ => 1,
            };
        }
        Self { nodes, numbers, last: vec![usize::MAX; count], waiting: Vec::new(), pending: Vec::new() }
    }

    /// Adds the states that a state reaches with a character.
    fn consume(&mut self, state: State, code_point: u32, character: &[u8]) {
        let State { operation, consumed } = state;
        match self.nodes.get(operation).map(|node| &node.operation) {
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
            let operation = self.nodes.get(index).map_or(&Operation::Match, |node| &node.operation);
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
