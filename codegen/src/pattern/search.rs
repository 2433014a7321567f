//! Patterns in which the next character does not always decide, as steps that the runtime makes into programs.

use super::conjunction::{self, Part};
use super::simplify::{Edge, open, simplify};
use super::steps::{MAX_NESTING, Step, factor, flatten, nesting, push};
use super::tree::Tree;

/// One search. All searches of a pattern must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Steps from the start of the match to its end, which may be anywhere in the text.
    pub steps: Vec<Step>,
    /// Whether the steps must not match.
    pub negated: bool,
}

impl Search {
    /// Number of instructions of the program that the runtime makes of the steps.
    pub fn length(&self) -> usize {
        length(&self.steps)
    }
}

/// Maximum number of instructions of a program.
const MAX_LENGTH: usize = 4096;

/// Maximum number of states, of which a simulation considers 64 in one step.
const MAX_STATES: usize = 1 << 16;

/// The searches, and the parts of the pattern that they do not enforce.
pub(super) fn lower(tree: &Tree) -> (Vec<Search>, Option<String>) {
    // Steps of large counts are small; only their programs are not.
    let make = |trees: &[Tree]| {
        let fits = |steps: &Vec<Step>| {
            nesting(steps) <= MAX_NESTING && length(steps) <= MAX_LENGTH && states(steps, 1) <= MAX_STATES
        };
        Some(steps(trees)).filter(fits)
    };
    let (parts, weaker) = conjunction::split(tree, make);
    let search = |part: Part<Vec<Step>>| Search { steps: part.form, negated: part.negated };
    (parts.into_iter().map(search).collect(), weaker)
}

/// The steps of a part, which may match anywhere.
fn steps(trees: &[Tree]) -> Vec<Step> {
    let trees = open(open(simplify(trees), Edge::Last), Edge::First);
    let trees = trees.into_iter().map(factor).flat_map(flatten);
    let mut steps = Vec::new();
    trees.for_each(|tree| node(&tree, &mut steps));
    steps
}

fn node(tree: &Tree, steps: &mut Vec<Step>) {
    match tree {
        Tree::Char(c) => push(Step::Literal(c.to_string()), steps),
        Tree::Class(set) => steps.push(Step::Class(set.to_any_class(), 1, Some(1))),
        Tree::Start => steps.push(Step::Start),
        Tree::End => steps.push(Step::End),
        Tree::WordBoundary(true) => steps.push(Step::WordBoundary),
        Tree::WordBoundary(false) => steps.push(Step::NoWordBoundary),
        Tree::Concat(parts) => parts.iter().for_each(|part| node(part, steps)),
        Tree::Alternation(branches) => match tree.characters() {
            // `(a|b|[0-9])` is a class.
            Some(set) => steps.push(Step::Class(set.to_any_class(), 1, Some(1))),
            None => steps.push(Step::OneOf(branches.iter().map(nested).collect())),
        },
        // Simplified trees have none of these.
        Tree::Repeat { max: Some(0), .. } | Tree::Look { .. } => {}
        Tree::Repeat { tree, min: 1, max: Some(1) } | Tree::Atomic(tree) | Tree::Wider(_, tree) => node(tree, steps),
        Tree::Repeat { tree, min, max } => match tree.characters() {
            Some(set) if (set.is_all(), *min, *max) == (true, 0, None) => steps.push(Step::Skip),
            Some(set) => steps.push(Step::Class(set.to_any_class(), *min, *max)),
            None => steps.push(Step::Repeat(nested(tree), *min, *max)),
        },
    }
}

fn nested(tree: &Tree) -> Vec<Step> {
    let mut steps = Vec::new();
    node(tree, &mut steps);
    steps
}

/// Maximum number of instructions of a repetition that is written out. Others are loops. As in the runtime.
const MAX_WRITTEN: usize = 64;

/// Whether a repetition of this many instructions is a loop that counts.
fn is_loop(length: usize, min: u32, max: Option<u32>) -> bool {
    let times = max.unwrap_or(min);
    times > 1 && (times as usize).saturating_mul(length.saturating_add(1)) > MAX_WRITTEN
}

/// Number of instructions.
fn length(steps: &[Step]) -> usize {
    steps.iter().fold(0, |sum, step| {
        sum.saturating_add(match step {
            Step::OneOf(branches) => {
                let jumps = branches.len().saturating_sub(1) * 2;
                branches.iter().fold(jumps, |sum, branch| sum.saturating_add(length(branch)))
            }
            Step::Repeat(steps, min, max) => match (length(steps), min, max) {
                (length, min, max) if is_loop(length, *min, *max) => length + 2,
                (length, 0, None) => length + 2,
                (length, min, None) => length * *min as usize + 1,
                (length, min, Some(max)) => length * *max as usize + max.saturating_sub(*min) as usize,
            },
            _ => 1,
        })
    })
}

/// Number of states that a step of a simulation may have to consider, if enclosing loops have `counts` different
/// counts.
fn states(steps: &[Step], counts: usize) -> usize {
    steps.iter().fold(0, |sum, step| {
        sum.saturating_add(match step {
            Step::Literal(text) => text.len().saturating_mul(counts),
            Step::Class(_, min, max) if counts > 1 => (max.unwrap_or(*min) as usize + 1).saturating_mul(counts),
            // Only intervals of counts matter.
            Step::Class(_, _, None) => 1,
            Step::Class(_, min, Some(max)) => *max as usize / (max.saturating_sub(*min) as usize + 1) + 1,
            Step::OneOf(branches) => branches.iter().fold(0, |sum, branch| sum.saturating_add(states(branch, counts))),
            Step::Repeat(steps, min, max) => {
                let times = max.unwrap_or(*min) as usize;
                if is_loop(length(steps), *min, *max) {
                    let counts = counts.saturating_mul(times + 1);
                    states(steps, counts).saturating_add(counts.saturating_mul(2))
                } else {
                    states(steps, counts).saturating_add(counts).saturating_mul(times.max(1))
                }
            }
            Step::Skip | Step::Start | Step::End | Step::WordBoundary | Step::NoWordBoundary => counts,
        })
    })
}
