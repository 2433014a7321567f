//! The first tier: patterns in which the next character always decides what comes next.

use super::parse::Tree;
use super::set::AsciiSet;

/// One step. The runtime has the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Exactly this text.
    Literal(String),
    /// From so many to so many characters of a set.
    Class(AsciiSet, u32, Option<u32>),
    /// The alternative that begins with the next character.
    OneOf(Vec<Vec<Step>>),
    /// The steps, from so many to so many times.
    Repeat(Vec<Step>, u32, Option<u32>),
}

/// The steps of a pattern that is anchored at both ends and deterministic.
pub(super) fn lower(tree: &Tree) -> Option<Vec<Step>> {
    let Tree::Concat(parts) = tree else { return None };
    let [Tree::Start, inner @ .., Tree::End] = parts.as_slice() else { return None };
    concat(inner, AsciiSet::default())
}

/// Steps for a sequence after which a character of `follow` may come.
fn concat(parts: &[Tree], follow: AsciiSet) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let rest = parts.get(index + 1..).unwrap_or_default();
        node(part, after(rest, follow)?, &mut steps)?;
    }
    Some(steps)
}

/// What may come first in a sequence, or after it where the sequence may be empty.
fn after(parts: &[Tree], follow: AsciiSet) -> Option<AsciiSet> {
    let mut set = AsciiSet::default();
    for part in parts {
        let (first, nullable) = first(part)?;
        set = set.union(first);
        if !nullable {
            return Some(set);
        }
    }
    Some(set.union(follow))
}

/// What a tree may begin with, and whether it may be empty.
fn first(tree: &Tree) -> Option<(AsciiSet, bool)> {
    match tree {
        Tree::Char(c) => Some((AsciiSet::of_char(*c), false)),
        Tree::Class(set) => Some((set.to_ascii()?, false)),
        Tree::Concat(parts) => {
            let mut set = AsciiSet::default();
            for part in parts {
                let (head, nullable) = first(part)?;
                set = set.union(head);
                if !nullable {
                    return Some((set, false));
                }
            }
            Some((set, true))
        }
        Tree::Alternation(branches) => {
            branches.iter().try_fold((AsciiSet::default(), false), |(set, empty), branch| {
                let (head, nullable) = first(branch)?;
                Some((set.union(head), empty || nullable))
            })
        }
        Tree::Repeat { tree, min, .. } => first(tree).map(|(set, nullable)| (set, nullable || *min == 0)),
        _ => None,
    }
}

fn node(tree: &Tree, follow: AsciiSet, steps: &mut Vec<Step>) -> Option<()> {
    match tree {
        Tree::Char(c) => match steps.last_mut() {
            Some(Step::Literal(text)) => text.push(*c),
            _ => steps.push(Step::Literal(c.to_string())),
        },
        Tree::Class(set) => steps.push(Step::Class(set.to_ascii()?, 1, Some(1))),
        Tree::Concat(parts) => {
            for step in concat(parts, follow)? {
                match (steps.last_mut(), step) {
                    (Some(Step::Literal(text)), Step::Literal(more)) => text.push_str(&more),
                    (_, step) => steps.push(step),
                }
            }
        }
        Tree::Alternation(branches) => steps.push(alternation(branches, follow)?),
        Tree::Repeat { tree, min, max } => repeat(tree, *min, *max, follow, steps)?,
        _ => return None,
    }
    Some(())
}

fn alternation(branches: &[Tree], follow: AsciiSet) -> Option<Step> {
    let mut seen = AsciiSet::default();
    let mut lowered = Vec::new();
    let mut empty = None;
    for branch in branches {
        let (head, nullable) = first(branch)?;
        if !seen.is_disjoint(head) {
            return None;
        }
        seen = seen.union(head);
        let mut steps = Vec::new();
        node(branch, follow, &mut steps)?;
        if nullable && empty.replace(steps.clone()).is_some() {
            return None;
        }
        if !nullable {
            lowered.push(steps);
        }
    }
    if empty.is_some() && !seen.is_disjoint(follow) {
        return None;
    }
    lowered.extend(empty);
    Some(Step::OneOf(lowered))
}

fn repeat(tree: &Tree, min: u32, max: Option<u32>, follow: AsciiSet, steps: &mut Vec<Step>) -> Option<()> {
    let (head, nullable) = first(tree)?;
    let fixed = Some(min) == max;
    if nullable || (!fixed && !head.is_disjoint(follow)) {
        return None;
    }
    let mut inner = Vec::new();
    node(tree, head.union(follow), &mut inner)?;
    match inner.as_slice() {
        [Step::Class(set, 1, Some(1))] => steps.push(Step::Class(*set, min, max)),
        [Step::Literal(text)] if text.chars().count() == 1 && text.is_ascii() => {
            steps.push(Step::Class(head, min, max));
        }
        _ => steps.push(Step::Repeat(inner, min, max)),
    }
    Some(())
}
