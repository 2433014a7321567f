//! Deterministic patterns, in which the next character always determines the next step.
//!
//! The runtime does not backtrack, so this module proves the following: the steps after a class or repetition of
//! variable length do not start with one of its characters; alternatives start with different characters; and an
//! alternative that may be empty does not start with a character that may follow.

use std::collections::{HashMap, HashSet};

use super::set::{CharSet, ClassSet};
use super::tree::Tree;

/// One step. The runtime has the same type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// This text.
    Literal(String),
    /// Characters of a set, with a minimum and maximum count.
    Class(ClassSet, u32, Option<u32>),
    /// The alternative that starts with the next character. An alternative that may be empty comes last.
    OneOf(Vec<Vec<Step>>),
    /// Repeated steps, with a minimum and maximum count.
    Repeat(Vec<Step>, u32, Option<u32>),
    /// Any characters. Only in a search, like the steps after it.
    Skip,
    /// The start of the text.
    Start,
    /// The end of the text.
    End,
    /// Between a word character and another one.
    WordBoundary,
    /// Not at such a boundary.
    NoWordBoundary,
}

impl Step {
    /// Whether a set of characters has general categories of Unicode.
    pub(super) fn has_categories(&self) -> bool {
        match self {
            Self::Class(set, ..) => !set.categories.is_empty(),
            Self::OneOf(branches) => branches.iter().flatten().any(Self::has_categories),
            Self::Repeat(steps, ..) => steps.iter().any(Self::has_categories),
            Self::Literal(_) | Self::Skip | Self::Start | Self::End | Self::WordBoundary | Self::NoWordBoundary => {
                false
            }
        }
    }
}

/// Maximum number of parts: the proof takes quadratic time. Larger patterns become searches.
const MAX_PARTS: usize = 1000;

/// Maximum number of nested alternatives and repetitions. The compiler evaluates steps as constants, in which calls
/// nest up to 128 times. The runtime's tests have programs of this many levels.
pub(super) const MAX_NESTING: usize = 35;

/// The steps of a pattern that is anchored at both ends and deterministic.
pub(super) fn lower(tree: &Tree) -> Option<Vec<Step>> {
    if size(tree) > MAX_PARTS {
        return None;
    }
    let parts = flatten(tree.clone());
    let [Tree::Start, inner @ .., Tree::End] = parts.as_slice() else { return None };
    let inner: Vec<Tree> = inner.iter().cloned().map(factor).flat_map(flatten).collect();
    concat(&inner, &CharSet::default()).filter(|steps| nesting(steps) <= MAX_NESTING)
}

/// Number of nested alternatives and repetitions.
pub(super) fn nesting(steps: &[Step]) -> usize {
    let of = |step: &Step| match step {
        Step::OneOf(branches) => 1 + branches.iter().map(|steps| nesting(steps)).max().unwrap_or(0),
        Step::Repeat(steps, ..) => 1 + nesting(steps),
        _ => 0,
    };
    steps.iter().map(of).max().unwrap_or(0)
}

fn size(tree: &Tree) -> usize {
    1 + match tree {
        Tree::Concat(parts) | Tree::Alternation(parts) => parts.iter().map(size).sum(),
        Tree::Repeat { tree, .. } | Tree::Atomic(tree) | Tree::Look { tree, .. } | Tree::Wider(_, tree) => size(tree),
        _ => 0,
    }
}

/// The parts of a sequence. Groups that contain only a sequence are flattened.
pub(super) fn flatten(tree: Tree) -> Vec<Tree> {
    match tree {
        Tree::Concat(parts) => parts.into_iter().flat_map(flatten).collect(),
        other => vec![other],
    }
}

/// The tree with common prefixes of alternatives factored out: `aws|aws-cn` becomes `aws(?:|-cn)`. Those that would
/// nest too deeply remain.
pub(super) fn factor(tree: Tree) -> Tree {
    factor_within(tree, MAX_NESTING)
}

fn factor_within(tree: Tree, levels: usize) -> Tree {
    let below = levels.saturating_sub(1);
    match tree {
        Tree::Concat(parts) => Tree::Concat(parts.into_iter().map(|part| factor_within(part, levels)).collect()),
        Tree::Repeat { tree, min, max } => Tree::Repeat { tree: Box::new(factor_within(*tree, below)), min, max },
        Tree::Atomic(tree) => Tree::Atomic(Box::new(factor_within(*tree, levels))),
        Tree::Alternation(branches) => {
            let branches: Vec<_> = branches.into_iter().map(|branch| flatten(factor_within(branch, below))).collect();
            let own = branches.iter().flatten().map(height).max().unwrap_or(0);
            // Equal alternatives are merged. Others stay different without a common prefix.
            let mut known = HashSet::new();
            let distinct: Vec<&[Tree]> =
                branches.iter().map(Vec::as_slice).filter(|branch| known.insert(*branch)).collect();
            join(&distinct, below.saturating_sub(own))
        }
        other => other,
    }
}

/// Number of nested alternations and repetitions.
fn height(tree: &Tree) -> usize {
    match tree {
        Tree::Concat(parts) => parts.iter().map(height).max().unwrap_or(0),
        Tree::Alternation(branches) => 1 + branches.iter().map(height).max().unwrap_or(0),
        Tree::Repeat { tree, .. } => 1 + height(tree),
        Tree::Atomic(tree) | Tree::Look { tree, .. } | Tree::Wider(_, tree) => height(tree),
        Tree::Char(_) | Tree::Class(_) | Tree::Start | Tree::End | Tree::WordBoundary(_) => 0,
    }
}

/// The alternatives, with up to this many levels of alternatives after common prefixes.
fn join(branches: &[&[Tree]], levels: usize) -> Tree {
    let mut groups: Vec<Vec<&[Tree]>> = Vec::new();
    let mut numbers = HashMap::new();
    for branch in branches {
        let number = match levels {
            0 => groups.len(),
            _ => *numbers.entry(branch.first()).or_insert(groups.len()),
        };
        match groups.get_mut(number) {
            Some(group) => group.push(branch),
            None => groups.push(vec![branch]),
        }
    }
    let mut joined: Vec<Tree> = groups.iter().map(|group| join_alike(group, levels)).collect();
    if joined.len() == 1 { joined.remove(0) } else { Tree::Alternation(joined) }
}

/// Joins branches with the same first part.
fn join_alike(group: &[&[Tree]], levels: usize) -> Tree {
    let [first, others @ ..] = group else { return Tree::EMPTY };
    if others.is_empty() {
        return Tree::sequence(first.to_vec());
    }
    let alike = |other: &&[Tree]| first.iter().zip(*other).take_while(|(part, other)| part == other).count();
    let common = others.iter().map(alike).min().unwrap_or(0);
    let rests: Vec<&[Tree]> = group.iter().filter_map(|branch| branch.get(common..)).collect();
    let mut parts = first.get(..common).unwrap_or_default().to_vec();
    parts.push(join(&rests, levels.saturating_sub(1)));
    Tree::Concat(parts)
}

/// Steps of a sequence that may be followed by a character of `follow`.
fn concat(parts: &[Tree], follow: &CharSet) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let rest = parts.get(index + 1..).unwrap_or_default();
        let (first, nullable) = first_of(rest)?;
        node(part, &if nullable { first.union(follow) } else { first }, &mut steps)?;
    }
    Some(steps)
}

/// The characters that a sequence may begin with, and whether it may be empty.
fn first_of(parts: &[Tree]) -> Option<(CharSet, bool)> {
    let mut set = CharSet::default();
    for part in parts {
        let (head, nullable) = first(part)?;
        set = set.union(&head);
        if !nullable {
            return Some((set, false));
        }
    }
    Some((set, true))
}

fn first(tree: &Tree) -> Option<(CharSet, bool)> {
    match tree {
        Tree::Char(c) => Some((CharSet::of_chars(&[*c]), false)),
        Tree::Class(set) => Some((set.clone(), false)),
        Tree::Concat(parts) => first_of(parts),
        Tree::Alternation(branches) => branches.iter().try_fold((CharSet::default(), false), |(set, empty), branch| {
            let (head, nullable) = first(branch)?;
            Some((set.union(&head), empty || nullable))
        }),
        Tree::Repeat { tree, min, max } => match max {
            Some(0) => Some((CharSet::default(), true)),
            _ => first(tree).map(|(set, nullable)| (set, nullable || *min == 0)),
        },
        // Deterministic repetitions never backtrack.
        Tree::Atomic(tree) => first(tree),
        _ => None,
    }
}

fn node(tree: &Tree, follow: &CharSet, steps: &mut Vec<Step>) -> Option<()> {
    match tree {
        Tree::Char(c) => push(Step::Literal(c.to_string()), steps),
        Tree::Class(set) if set.is_empty() => return None,
        Tree::Class(set) => push(Step::Class(set.to_class()?, 1, Some(1)), steps),
        Tree::Concat(parts) => concat(parts, follow)?.into_iter().for_each(|step| push(step, steps)),
        Tree::Alternation(branches) => match tree.characters() {
            // `(a|b|[0-9])` is a class.
            Some(set) => node(&Tree::Class(set), follow, steps)?,
            None => alternation(branches, follow, steps)?,
        },
        Tree::Repeat { tree, min, max } => repeat(tree, *min, *max, follow, steps)?,
        Tree::Atomic(tree) => node(tree, follow, steps)?,
        _ => return None,
    }
    Some(())
}

pub(super) fn push(step: Step, steps: &mut Vec<Step>) {
    match (steps.last_mut(), step) {
        (Some(Step::Literal(text)), Step::Literal(more)) => text.push_str(&more),
        (_, step) => steps.push(step),
    }
}

fn alternation(branches: &[Tree], follow: &CharSet, steps: &mut Vec<Step>) -> Option<()> {
    let mut seen = CharSet::default();
    let mut lowered = Vec::new();
    let mut empty = None;
    for branch in branches {
        let (head, nullable) = first(branch)?;
        if !seen.is_disjoint(&head) {
            return None;
        }
        seen = seen.union(&head);
        let mut inner = Vec::new();
        node(branch, follow, &mut inner)?;
        if !nullable {
            lowered.push(inner);
        } else if empty.replace(inner).is_some() {
            return None;
        }
    }
    if empty.is_some() && !seen.is_disjoint(follow) {
        return None;
    }
    match (lowered.as_mut_slice(), empty) {
        ([only], Some(empty)) if empty.is_empty() => push(Step::Repeat(std::mem::take(only), 0, Some(1)), steps),
        (_, empty) => {
            lowered.extend(empty);
            push(Step::OneOf(lowered), steps);
        }
    }
    Some(())
}

fn repeat(tree: &Tree, min: u32, max: Option<u32>, follow: &CharSet, steps: &mut Vec<Step>) -> Option<()> {
    match (min, max) {
        (_, Some(0)) => return Some(()),
        (1, Some(1)) => return node(tree, follow, steps),
        _ => {}
    }
    let (head, nullable) = first(tree)?;
    let fixed = Some(min) == max;
    if nullable || (!fixed && !head.is_disjoint(follow)) {
        return None;
    }
    let mut inner = Vec::new();
    // At most one iteration: it is not followed by itself.
    let after = if max == Some(1) { follow.clone() } else { head.union(follow) };
    node(tree, &after, &mut inner)?;
    match inner.as_slice() {
        [Step::Class(set, 1, Some(1))] => push(Step::Class(set.clone(), min, max), steps),
        [Step::Literal(text)] if text.chars().count() == 1 => {
            let set = CharSet::of_chars(&text.chars().collect::<Vec<_>>());
            push(Step::Class(set.to_class()?, min, max), steps);
        }
        _ => push(Step::Repeat(inner, min, max), steps),
    }
    Some(())
}
