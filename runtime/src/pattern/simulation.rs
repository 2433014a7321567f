//! Simulates a program: all states at the same time, character by character.
//!
//! A state is a place in the program, the counts of its loops, and the number of characters of a class or literal that
//! have been consumed. Outside loops, a step of an operation takes constant time, whatever the number of its states.
//! Within loops, it takes 1/64 of the number of states. An operation takes as many steps at a place in the text as it
//! has enclosing loops, and one more.

mod bits;
mod progress;

use std::ops::Range;

use super::program::{Loop, Node, Operation};
use super::search::holds_at;
use super::steps::next_char;
use super::work;
use progress::{Progress, Span};

/// The states that are reached at a place in the text.
struct Simulation<'p> {
    nodes: &'p [Node],
    counts: Counts,
    /// Number of characters before the place, and one more.
    time: usize,
    /// For each operation, the time at which it was last reached.
    times: Vec<usize>,
    pending: Pending,
    /// Operations that have consumed a part of what they consume, or nothing yet.
    active: Vec<Active>,
    /// For each operation, its index in `active`, and one more. 0 if it is not active.
    active_at: Vec<usize>,
    /// Whether the end of the program has been reached.
    is_matched: bool,
    /// The counts of loops that may end. Kept to allocate only once.
    done: Vec<u64>,
    /// For each operation of a loop, whether it is reached without a character. Kept to allocate only once.
    is_known: Vec<bool>,
    /// Operations of a loop that are reached without a character. Kept to allocate only once.
    reached: Vec<usize>,
}

/// An operation that consumes characters.
struct Active {
    operation: usize,
    span: Span,
    /// Number of different counts of its loops.
    width: usize,
    progress: Progress,
}

/// For each operation, the counts of its loops with which it is reached at a place in the text.
struct Counts {
    /// Number of different counts of each operation, and its words. Empty if the program has no loops.
    places: Vec<(usize, Range<usize>)>,
    words: Vec<u64>,
}

impl Counts {
    fn new(nodes: &[Node]) -> Self {
        let mut places = Vec::new();
        let mut end = 0;
        if nodes.iter().any(|node| matches!(node.operation, Operation::Loop(_))) {
            let mut loops: Vec<Loop> = Vec::new();
            for (index, node) in nodes.iter().enumerate() {
                while loops.last().is_some_and(|one| one.end as usize <= index) {
                    loops.pop();
                }
                if let Operation::Loop(one) = node.operation {
                    loops.push(one);
                }
                let width = loops.last().map_or(1, Loop::width);
                let words = end..end + width.div_ceil(64);
                end = words.end;
                places.push((width, words));
            }
        }
        Self { places, words: vec![0; end] }
    }

    fn width(&self, index: usize) -> usize {
        self.places.get(index).map_or(1, |(width, _)| *width)
    }

    /// Adds counts, to those that are known or to none. Returns whether one of them is new.
    fn add(&mut self, index: usize, is_known: bool, counts: &[u64]) -> bool {
        let Some((_, words)) = self.places.get(index) else { return !is_known };
        let words = self.words.get_mut(words.clone()).unwrap_or_default();
        if !is_known {
            words.fill(0);
        }
        bits::add(words, counts)
    }

    fn write(&self, index: usize, counts: &mut Vec<u64>) {
        counts.clear();
        match self.places.get(index) {
            Some((_, words)) => counts.extend_from_slice(self.words.get(words.clone()).unwrap_or_default()),
            None => counts.push(1),
        }
    }
}

/// Operations whose successors are not yet known.
struct Pending {
    bits: Vec<u64>,
    /// No word before this one has bits.
    first: usize,
}

impl Pending {
    fn add(&mut self, index: usize) {
        if let Some(word) = self.bits.get_mut(index / 64) {
            *word |= 1 << (index % 64);
            self.first = self.first.min(index / 64);
        }
    }

    /// Removes the first operation.
    fn next(&mut self) -> Option<usize> {
        while let Some(word) = self.bits.get_mut(self.first) {
            if *word != 0 {
                let bit = word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some(self.first * 64 + bit);
            }
            self.first += 1;
        }
        None
    }
}

/// Whether the program matches.
pub(super) fn simulate(nodes: &[Node], bytes: &[u8]) -> bool {
    let mut simulation = Simulation::new(nodes);
    let mut rest = bytes;
    let mut scratch = Vec::with_capacity(1);
    simulation.reach(0, &[1], rest);
    loop {
        simulation.close(bytes, rest, &mut scratch);
        if simulation.is_matched || simulation.active.is_empty() {
            return simulation.is_matched;
        }
        let Some((code_point, after)) = next_char(rest) else { return false };
        rest = after;
        simulation.time += 1;
        simulation.consume(code_point, rest, &mut scratch);
    }
}

impl<'p> Simulation<'p> {
    fn new(nodes: &'p [Node]) -> Self {
        let pending = Pending { bits: vec![0; nodes.len().div_ceil(64)], first: 0 };
        let (times, active_at) = (vec![0; nodes.len()], vec![0; nodes.len()]);
        let counts = Counts::new(nodes);
        Self {
            nodes,
            counts,
            time: 1,
            times,
            pending,
            active: Vec::with_capacity(8),
            active_at,
            is_matched: false,
            done: Vec::new(),
            is_known: Vec::new(),
            reached: Vec::new(),
        }
    }

    /// Adds counts with which an operation is reached.
    fn reach(&mut self, index: usize, counts: &[u64], rest: &[u8]) {
        work::count(counts.len());
        let Some(node) = self.nodes.get(index) else {
            // A program may end without an instruction for it.
            self.is_matched |= counts.iter().any(|word| *word != 0);
            return;
        };
        let Some(time) = self.times.get_mut(index).filter(|_| node.can_start(rest)) else { return };
        if counts.iter().any(|word| *word != 0) {
            let is_known = std::mem::replace(time, self.time) == self.time;
            if self.counts.add(index, is_known, counts) {
                self.pending.add(index);
            }
        }
    }

    /// Finds the states that follow without consuming a character.
    fn close(&mut self, bytes: &[u8], rest: &[u8], counts: &mut Vec<u64>) {
        while let Some(index) = self.pending.next() {
            let Some(node) = self.nodes.get(index) else { return };
            self.counts.write(index, counts);
            match node.operation {
                Operation::Match => self.is_matched = true,
                Operation::Literal("") => self.reach(index + 1, counts, rest),
                Operation::Literal(literal) => {
                    work::count(literal.len() / 8);
                    if rest.starts_with(literal.as_bytes()) {
                        self.enter(index, counts);
                    }
                }
                Operation::Class(_, min, _) => {
                    self.enter(index, counts);
                    if min == 0 {
                        self.reach(index + 1, counts, rest);
                    }
                }
                Operation::Skip => {
                    self.enter(index, counts);
                    self.reach(index + 1, counts, rest);
                }
                Operation::Split(first, second) => {
                    self.reach(first, counts, rest);
                    self.reach(second, counts, rest);
                }
                Operation::Jump(to) => self.reach(to, counts, rest),
                Operation::Loop(one) | Operation::Again(one) => {
                    let unit = one.unit as usize;
                    if let Operation::Again(_) = node.operation {
                        bits::move_up(counts, unit, one.counts() as usize, one.max == u32::MAX);
                    }
                    if self.is_empty_at(&one, bytes, bytes.len() - rest.len()) {
                        bits::fill_up(counts, unit, one.width());
                    }
                    let mut done = std::mem::take(&mut self.done);
                    done.clone_from(counts);
                    bits::fold(&mut done, unit, one.min as usize, one.counts() as usize);
                    self.reach(one.end as usize, &done, rest);
                    self.done = done;
                    if one.max < u32::MAX {
                        bits::truncate(counts, unit * one.max as usize);
                    }
                    self.reach(one.body as usize, counts, rest);
                }
                position if holds_at(&position, bytes, bytes.len() - rest.len()) => {
                    self.reach(index + 1, counts, rest);
                }
                _ => {}
            }
        }
    }

    /// Adds the state at the start of an operation that consumes characters.
    fn enter(&mut self, operation: usize, counts: &[u64]) {
        let (Some(node), Some(active_at)) = (self.nodes.get(operation), self.active_at.get_mut(operation)) else {
            return;
        };
        match active_at.checked_sub(1).and_then(|index| self.active.get_mut(index)) {
            Some(Active { span, progress, .. }) => progress.enter(*span, self.time, counts),
            None => {
                let (span, width) = (span(&node.operation), self.counts.width(operation));
                let progress = Progress::new(span, width, self.time, counts);
                self.active.push(Active { operation, span, width, progress });
                *active_at = self.active.len();
            }
        }
    }

    /// Consumes a character with all states.
    fn consume(&mut self, code_point: u32, rest: &[u8], counts: &mut Vec<u64>) {
        let mut index = 0;
        while let Some(Active { operation, span, width, progress }) = self.active.get_mut(index) {
            let operation = *operation;
            work::count(progress.words());
            let accepts = match self.nodes.get(operation).map(|node| &node.operation) {
                Some(Operation::Class(set, ..)) => set.has(code_point),
                _ => true,
            };
            if accepts && progress.consume(*span, *width, self.time, counts) {
                index += 1;
            } else {
                self.remove(index);
            }
            if accepts {
                self.reach(operation + 1, counts, rest);
            }
        }
    }

    fn remove(&mut self, index: usize) {
        let removed = self.active.swap_remove(index).operation;
        let moved = self.active.get(index).map(|active| active.operation);
        for (operation, place) in [(Some(removed), 0), (moved, index + 1)] {
            if let Some(active_at) = operation.and_then(|operation| self.active_at.get_mut(operation)) {
                *active_at = place;
            }
        }
    }

    /// Whether the steps of a loop match the empty text at a place.
    fn is_empty_at(&mut self, one: &Loop, bytes: &[u8], at: usize) -> bool {
        let (body, end, nodes) = (one.body as usize, one.end as usize, self.nodes);
        let least = |index: usize| nodes.get(index).map_or(0, |node| node.rest.least);
        if least(body) > least(end - 1) {
            return false;
        }
        let (is_known, pending) = (&mut self.is_known, &mut self.reached);
        is_known.clear();
        is_known.resize(end - body, false);
        pending.clear();
        pending.push(body);
        while let Some(index) = pending.pop() {
            if index == end - 1 {
                return true;
            }
            let Some(node) = nodes.get(index) else { return true };
            if is_known.get_mut(index - body).is_none_or(|is_known| std::mem::replace(is_known, true)) {
                continue;
            }
            work::count(1);
            match node.operation {
                Operation::Split(first, second) => pending.extend([first, second]),
                Operation::Jump(to) => pending.push(to),
                Operation::Loop(inner) if inner.min == 0 => pending.extend([index + 1, inner.end as usize]),
                // One empty repetition is as good as those that are required.
                Operation::Loop(_)
                | Operation::Again(_)
                | Operation::Literal("")
                | Operation::Class(_, 0, _)
                | Operation::Skip => pending.push(index + 1),
                position if holds_at(&position, bytes, at) => pending.push(index + 1),
                _ => {}
            }
        }
        false
    }
}

/// The number of characters that an operation consumes.
fn span(operation: &Operation) -> Span {
    match operation {
        Operation::Class(_, min, max) => {
            Span { min: *min as usize, max: if *max == u32::MAX { usize::MAX } else { *max as usize } }
        }
        Operation::Literal(literal) => {
            let length = literal.chars().count();
            Span { min: length, max: length }
        }
        _ => Span { min: 0, max: usize::MAX },
    }
}
