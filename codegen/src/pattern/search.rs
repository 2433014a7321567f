//! Patterns in which the next character does not always decide, as steps that the runtime makes into programs.

use super::conjunction::{self, Part};
use super::steps::{Step, factor, flatten, push};
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

/// Maximum number of states, each of which takes 8 bytes while a text is searched.
const MAX_STATES: usize = 1 << 16;

/// The searches, and the parts of the pattern that they do not enforce.
pub(super) fn lower(tree: &Tree) -> (Vec<Search>, Option<String>) {
    // Steps of large counts are small; only their programs are not.
    let make =
        |trees: &[Tree]| Some(steps(trees)).filter(|steps| length(steps) <= MAX_LENGTH && states(steps) <= MAX_STATES);
    let (parts, weaker) = conjunction::split(tree, make);
    let search = |part: Part<Vec<Step>>| Search { steps: part.form, negated: part.negated };
    (parts.into_iter().map(search).collect(), weaker)
}

/// The steps of a part, which may match anywhere.
fn steps(trees: &[Tree]) -> Vec<Step> {
    let trees: Vec<Tree> = trees.iter().cloned().map(factor).flat_map(flatten).collect();
    let mut steps = Vec::new();
    if !trees.first().is_some_and(is_anchored) {
        steps.push(Step::Skip);
    }
    for tree in &trees {
        node(tree, &mut steps);
    }
    steps
}

/// Whether a tree matches only at the start of the text.
fn is_anchored(tree: &Tree) -> bool {
    match tree {
        Tree::Start => true,
        Tree::Concat(parts) => parts.first().is_some_and(is_anchored),
        Tree::Alternation(branches) => branches.iter().all(is_anchored),
        Tree::Repeat { tree, min: 1.., .. } | Tree::Atomic(tree) | Tree::Wider(_, tree) => is_anchored(tree),
        _ => false,
    }
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
        // Look-around is a part of the conjunction, or reported as not enforced.
        Tree::Repeat { max: Some(0), .. } | Tree::Look { .. } => {}
        Tree::Repeat { tree, min: 1, max: Some(1) } | Tree::Atomic(tree) | Tree::Wider(_, tree) => node(tree, steps),
        Tree::Repeat { tree, min, max } => match tree.characters() {
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

/// Number of instructions.
fn length(steps: &[Step]) -> usize {
    steps.iter().fold(0, |sum, step| {
        sum.saturating_add(match step {
            Step::OneOf(branches) => {
                let jumps = branches.len().saturating_sub(1) * 2;
                branches.iter().fold(jumps, |sum, branch| sum.saturating_add(length(branch)))
            }
            Step::Repeat(steps, min, max) => {
                let length = length(steps);
                let once = (*min as usize).saturating_mul(length);
                once.saturating_add(match max {
                    Some(max) => (max.saturating_sub(*min) as usize).saturating_mul(length.saturating_add(1)),
                    None if *min > 0 => 1,
                    None => length.saturating_add(2),
                })
            }
            _ => 1,
        })
    })
}

/// Number of states: places within the instructions.
fn states(steps: &[Step]) -> usize {
    steps.iter().fold(0, |sum, step| {
        sum.saturating_add(match step {
            Step::Literal(text) => text.len(),
            Step::Class(_, min, max) => max.unwrap_or(*min) as usize + 1,
            Step::OneOf(branches) => branches.iter().fold(0, |sum, branch| sum.saturating_add(states(branch))),
            Step::Repeat(steps, min, max) => {
                states(steps).saturating_add(2).saturating_mul(max.unwrap_or((*min).max(1)) as usize)
            }
            Step::Skip | Step::Start | Step::End | Step::WordBoundary | Step::NoWordBoundary => 1,
        })
    })
}
