//! Shorter trees of searches with fewer ways to match the same texts.
//!
//! Only whether a text matches is of interest, not where or how.

use std::collections::HashSet;

use super::set::CharSet;
use super::steps::flatten;
use super::tree::Tree;

/// The sequence without look-around, which is a part of the conjunction or not enforced.
pub(super) fn simplify(parts: &[Tree]) -> Vec<Tree> {
    merge(parts.iter().flat_map(|part| flatten(one(part))))
}

fn one(tree: &Tree) -> Tree {
    match tree {
        Tree::Look { .. } | Tree::Repeat { max: Some(0), .. } => Tree::EMPTY,
        Tree::Atomic(tree) | Tree::Wider(_, tree) => one(tree),
        Tree::Concat(parts) => Tree::sequence(simplify(parts)),
        Tree::Alternation(branches) => alternation(branches.iter().map(one).collect()),
        Tree::Repeat { tree, min, max } => repeat(one(tree), *min, *max),
        Tree::Char(_) | Tree::Class(_) | Tree::Start | Tree::End | Tree::WordBoundary(_) => tree.clone(),
    }
}

/// Joins neighbors that repeat the same characters: `[0-9][0-9]?` becomes `[0-9]{1,2}`.
fn merge(parts: impl Iterator<Item = Tree>) -> Vec<Tree> {
    let mut merged: Vec<Tree> = Vec::new();
    for part in parts {
        match merged.last().and_then(|last| joined(last, &part)) {
            Some(both) => {
                merged.pop();
                merged.push(both);
            }
            None => merged.push(part),
        }
    }
    merged
}

fn joined(left: &Tree, right: &Tree) -> Option<Tree> {
    let (Some((set, min, max)), Some((other, other_min, other_max))) = (characters(left), characters(right)) else {
        return None;
    };
    // Literals stay readable.
    let is_repeat = matches!(left, Tree::Repeat { .. }) || matches!(right, Tree::Repeat { .. });
    if !is_repeat || set != other {
        return None;
    }
    let max = max.zip(other_max).map(|(max, other)| max.checked_add(other));
    Some(repeated(Tree::Class(set), min.checked_add(other_min)?, max.map_or(Some(None), |max| max.map(Some))?))
}

/// The characters of a repetition, and how often they are repeated.
fn characters(tree: &Tree) -> Option<(CharSet, u32, Option<u32>)> {
    match tree {
        Tree::Repeat { tree, min, max } => Some((tree.characters()?, *min, *max)),
        other => Some((other.characters()?, 1, Some(1))),
    }
}

/// The alternatives without duplicates, with one class for all that are characters.
fn alternation(branches: Vec<Tree>) -> Tree {
    let mut kept: Vec<Tree> = Vec::new();
    let mut known = HashSet::new();
    let mut class: Option<(usize, CharSet)> = None;
    for branch in branches.into_iter().filter(|branch| !matches_nothing(branch)) {
        match (branch.characters(), &mut class) {
            (Some(set), Some((_, all))) => *all = set.union(all),
            (Some(set), None) => {
                class = Some((kept.len(), set));
                kept.push(branch);
            }
            (None, _) if !known.insert(branch.clone()) => {}
            (None, _) => kept.push(branch),
        }
    }
    if let Some((index, set)) = class
        && let Some(place) = kept.get_mut(index)
        && place.characters().as_ref() != Some(&set)
    {
        *place = Tree::Class(set);
    }
    if kept.is_empty() {
        return Tree::Class(CharSet::default());
    }
    if kept.len() == 1 { kept.remove(0) } else { Tree::Alternation(kept) }
}

/// Whether no text matches, because of a class without characters.
fn matches_nothing(tree: &Tree) -> bool {
    match tree {
        Tree::Class(set) => *set == CharSet::default(),
        Tree::Concat(parts) => parts.iter().any(matches_nothing),
        Tree::Alternation(branches) => branches.iter().all(matches_nothing),
        Tree::Repeat { tree, min, .. } => *min > 0 && matches_nothing(tree),
        _ => false,
    }
}

fn repeated(tree: Tree, min: u32, max: Option<u32>) -> Tree {
    if (min, max) == (1, Some(1)) { tree } else { Tree::Repeat { tree: Box::new(tree), min, max } }
}

fn repeat(tree: Tree, min: u32, max: Option<u32>) -> Tree {
    if tree == Tree::EMPTY {
        return tree;
    }
    let is_optional = is_nullable(&tree);
    let min = if is_optional { 0 } else { min };
    match (tree, max) {
        (Tree::Repeat { tree, min: inner_min, max: inner_max }, _) => {
            nested(*tree, (inner_min, inner_max), (min, max)).unwrap_or_else(|tree| repeated(tree, min, max))
        }
        // `(a*b?)*` has many ways to match what `[ab]*` matches in one.
        (tree, None) if is_optional => match consuming(&tree) {
            Some(branches) => repeat(alternation(branches), 0, None),
            None => repeated(tree, min, max),
        },
        (tree, max) => repeated(tree, min, max),
    }
}

/// A repetition of a repetition as one, or as it is.
fn nested(
    tree: Tree,
    (inner_min, inner_max): (u32, Option<u32>),
    (min, max): (u32, Option<u32>),
) -> Result<Tree, Tree> {
    let same = |tree| Tree::Repeat { tree: Box::new(tree), min: inner_min, max: inner_max };
    // With one more repetition, the fewest are at most one more than the most without it.
    let follows = |times: u32| match inner_max {
        Some(inner_max) => {
            let (times, inner_min) = (u64::from(times), u64::from(inner_min));
            times * u64::from(inner_max) + 1 >= (times + 1) * inner_min
        }
        None => times > 0 || inner_min <= 1,
    };
    let is_exact = Some(min) == max || (follows(min) && (min > 0 || inner_min <= 1));
    let most = match (inner_max, max) {
        (Some(inner), Some(outer)) => inner.checked_mul(outer).map(Some),
        _ => Some(None),
    };
    match (inner_min.checked_mul(min), most) {
        (Some(least), Some(most)) if is_exact && most != Some(u32::MAX) => Ok(repeat(tree, least, most)),
        _ => Err(same(tree)),
    }
}

/// Whether the tree matches the empty text, wherever it is.
fn is_nullable(tree: &Tree) -> bool {
    match tree {
        Tree::Concat(parts) => parts.iter().all(is_nullable),
        Tree::Alternation(branches) => branches.iter().any(is_nullable),
        Tree::Repeat { tree, min, .. } => *min == 0 || is_nullable(tree),
        _ => false,
    }
}

/// Alternatives whose repetitions are those of a tree that matches the empty text.
fn consuming(tree: &Tree) -> Option<Vec<Tree>> {
    match tree {
        Tree::Concat(parts) if is_nullable(tree) => all_consuming(parts),
        Tree::Alternation(branches) => all_consuming(branches),
        Tree::Repeat { tree: inner, min: 0, .. } => consuming(inner),
        Tree::Repeat { tree: inner, .. } if is_nullable(inner) => consuming(inner),
        Tree::Start | Tree::End | Tree::WordBoundary(_) => None,
        other => Some(vec![other.clone()]),
    }
}

fn all_consuming(trees: &[Tree]) -> Option<Vec<Tree>> {
    trees.iter().try_fold(Vec::new(), |mut all, tree| {
        all.extend(consuming(tree)?);
        Some(all)
    })
}

/// One end of a sequence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    First,
    Last,
}

/// The sequence with what is before its match, or after it. There it requires as little as possible: `a+b` anywhere
/// is the same as `ab` anywhere.
pub(super) fn open(parts: Vec<Tree>, edge: Edge) -> Vec<Tree> {
    if let Some(anchored) = anchored(&parts, edge) {
        return anchored;
    }
    let mut parts = least(parts, edge);
    if edge == Edge::First {
        parts.insert(0, Tree::anything());
    }
    parts
}

/// The sequence if it starts or ends with an anchor, or with alternatives of which some do.
fn anchored(parts: &[Tree], edge: Edge) -> Option<Vec<Tree>> {
    let (outer, rest) = match edge {
        Edge::First => parts.split_first()?,
        Edge::Last => parts.split_last()?,
    };
    let outer = match outer {
        Tree::Alternation(branches) if branches.iter().any(|branch| is_anchored(branch, edge)) => {
            let branch = |branch: &Tree| Tree::sequence(open(flatten(branch.clone()), edge));
            Tree::Alternation(branches.iter().map(branch).collect())
        }
        outer if is_anchored(outer, edge) => outer.clone(),
        _ => return None,
    };
    Some(join(outer, rest, edge))
}

/// Whether a tree matches only at the start of the text, or at its end.
fn is_anchored(tree: &Tree, edge: Edge) -> bool {
    match (tree, edge) {
        (Tree::Start, Edge::First) | (Tree::End, Edge::Last) => true,
        (Tree::Concat(parts), Edge::First) => parts.first().is_some_and(|part| is_anchored(part, edge)),
        (Tree::Concat(parts), Edge::Last) => parts.last().is_some_and(|part| is_anchored(part, edge)),
        (Tree::Alternation(branches), _) => branches.iter().all(|branch| is_anchored(branch, edge)),
        (Tree::Repeat { tree, min: 1.., .. }, _) => is_anchored(tree, edge),
        _ => false,
    }
}

fn join(outer: Tree, rest: &[Tree], edge: Edge) -> Vec<Tree> {
    match edge {
        Edge::First => flatten(outer).into_iter().chain(rest.iter().cloned()).collect(),
        Edge::Last => rest.iter().cloned().chain(flatten(outer)).collect(),
    }
}

/// The sequence with the fewest repetitions on one side, where any text may be.
fn least(mut parts: Vec<Tree>, edge: Edge) -> Vec<Tree> {
    match edge {
        Edge::First => {
            let optional = parts.iter().take_while(|part| is_nullable(part)).count();
            parts.drain(..optional);
        }
        Edge::Last => {
            let required = parts.iter().rposition(|part| !is_nullable(part));
            parts.truncate(required.map_or(0, |last| last + 1));
        }
    }
    let split = if edge == Edge::First { parts.split_first() } else { parts.split_last() };
    let Some((outer, rest)) = split else { return parts };
    let outer = match outer {
        Tree::Repeat { tree, min: 1, .. } => Tree::sequence(least(flatten((**tree).clone()), edge)),
        Tree::Repeat { tree, min, .. } => repeated((**tree).clone(), *min, Some(*min)),
        Tree::Alternation(branches) => {
            let branch = |branch: &Tree| Tree::sequence(least(flatten(branch.clone()), edge));
            alternation(branches.iter().map(branch).collect())
        }
        other => other.clone(),
    };
    join(outer, rest, edge)
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn parsed(pattern: &str) -> Vec<Tree> {
        flatten(plain(parse(pattern).expect(pattern).tree))
    }

    /// The tree without sequences of one part.
    fn plain(tree: Tree) -> Tree {
        match tree {
            Tree::Concat(parts) => Tree::sequence(parts.into_iter().map(plain).flat_map(flatten).collect()),
            Tree::Alternation(branches) => Tree::Alternation(branches.into_iter().map(plain).collect()),
            Tree::Repeat { tree, min, max } => Tree::Repeat { tree: Box::new(plain(*tree)), min, max },
            other => other,
        }
    }

    #[test]
    fn patterns_become_shorter_ones() {
        for (pattern, shorter) in [
            ("^[0-9][0-9]?$", "^[0-9]{1,2}$"),
            ("^ab$", "^ab$"),
            ("^(?:a|[bc]|de|b|de)$", "^(?:[abc]|de)$"),
            ("^(?:(?:ab){3}){1,4}$", "^(?:(?:ab){3}){1,4}$"),
            ("^(?:a{2,3}){0,2}$", "^(?:a{2,3}){0,2}$"),
            ("^(?:a{2,3}){2}$", "^a{4,6}$"),
            ("^(?:a{2,3}){2,4}$", "^a{4,12}$"),
            ("^(?:a{0,3}){2,5}$", "^a{0,15}$"),
            ("^(?:a+)*$", "^a*$"),
            ("^(?:a{2,3}|b?)*$", "^(?:a{2,3}|b)*$"),
            ("^(?:a*b?)*$", "^[ab]*$"),
            ("^(?:(?:a*b?){0,3})*$", "^[ab]*$"),
            (r"^(?:\ba?|c?)*$", r"^(?:\ba?|c)*$"),
            (r"^(?:\b|c?)*$", r"^(?:\b|c?)*$"),
            (r"^x(?:a\b)+$", r"^x(?:a\b)+$"),
            // Any text may be before and after.
            ("^a+b+", "^a+b"),
            ("a+b+$", "[^]*ab+$"),
            ("a?(?:b|cd?)", "[^]*[bc]"),
            ("(?:^|,)a", "(?:^|[^]*,)a"),
            ("(?:^a|b)+c", "[^]*(?:^a|b)c"),
            ("a(?:;|$)", "[^]*a(?:;|$)"),
        ] {
            let simplified = open(open(simplify(&parsed(pattern)), Edge::Last), Edge::First);
            assert_eq!(simplified, parsed(shorter), "{pattern}");
        }
    }
}
