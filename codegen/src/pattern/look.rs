//! Look-around without backtracking. A look-around that tests a single character narrows its neighbor; one at a fixed
//! position becomes a separate expression.

use super::set::CharSet;
use super::steps::flatten;
use super::tree::{Side, Tree};

/// Maximum number of parts of a rewritten sequence.
const MAX_PARTS: usize = 200;

/// Condition on the next or previous character.
#[derive(Clone)]
struct Neighbor {
    set: CharSet,
    /// Whether the text may end (or begin) here instead.
    or_none: bool,
}

/// The sequence with each look-around that tests one character merged into its neighbor, where that is exact.
pub(super) fn resolve(parts: Vec<Tree>) -> Tree {
    let mut parts: Vec<Tree> = parts.into_iter().map(inside).collect();
    let mut index = 0;
    while let Some(part) = parts.get(index)
        && parts.len() <= MAX_PARTS
    {
        match narrowed(part, &parts, index) {
            Some(without) => parts = without,
            None => index += 1,
        }
    }
    Tree::Concat(parts)
}

fn inside(tree: Tree) -> Tree {
    match tree {
        Tree::Concat(parts) => resolve(parts.into_iter().flat_map(flatten).collect()),
        Tree::Alternation(branches) => Tree::Alternation(branches.into_iter().map(inside).collect()),
        Tree::Repeat { tree, min, max } => Tree::Repeat { tree: Box::new(inside(*tree)), min, max },
        other => other,
    }
}

/// The sequence without the look-around at `index`, and with its neighbors narrowed.
fn narrowed(part: &Tree, parts: &[Tree], index: usize) -> Option<Vec<Tree>> {
    let Tree::Look { side, negative, tree, .. } = part else { return None };
    let mut seen = neighbor(tree, side.end())?;
    if *negative {
        seen = Neighbor { set: seen.set.negate(), or_none: !seen.or_none };
    }
    let (before, after) = (parts.get(..index)?.to_vec(), parts.get(index + 1..)?.to_vec());
    let (before, after) = match side {
        Side::After => (before, narrow(&seen, after, *side)?),
        Side::Before => (narrow(&seen, before, *side)?, after),
    };
    Some(before.into_iter().chain(after).collect())
}

/// Whether a tree is a look-around that tests more than one character.
pub(super) fn is_longer(tree: &Tree) -> bool {
    matches!(tree, Tree::Look { side, tree, .. } if neighbor(tree, side.end()).is_none())
}

/// The single character, or end, that a look-around tests.
fn neighbor(tree: &Tree, none: &Tree) -> Option<Neighbor> {
    match tree {
        Tree::Char(c) => Some(Neighbor { set: CharSet::of_chars(&[*c]), or_none: false }),
        Tree::Class(set) => Some(Neighbor { set: set.clone(), or_none: false }),
        Tree::Concat(parts) => match parts.as_slice() {
            [one] => neighbor(one, none),
            _ => None,
        },
        Tree::Alternation(branches) => {
            branches.iter().try_fold(Neighbor { set: CharSet::default(), or_none: false }, |all, branch| {
                let one = neighbor(branch, none)?;
                Some(Neighbor { set: all.set.union(&one.set), or_none: all.or_none || one.or_none })
            })
        }
        other => (other == none).then(|| Neighbor { set: CharSet::default(), or_none: true }),
    }
}

/// The sequence with its nearest character restricted to those wanted. `None` if it may be empty or would grow too
/// large.
fn narrow(wanted: &Neighbor, mut parts: Vec<Tree>, side: Side) -> Option<Vec<Tree>> {
    if parts.len() > MAX_PARTS || parts.is_empty() {
        return None;
    }
    let near = if side == Side::After { parts.remove(0) } else { parts.pop()? };
    let join = |near: Vec<Tree>, rest: Vec<Tree>| match side {
        Side::After => near.into_iter().chain(rest).collect::<Vec<_>>(),
        Side::Before => rest.into_iter().chain(near).collect(),
    };
    let none = side.end();
    match near {
        Tree::Char(c) => Some(join(vec![one_of(CharSet::of_chars(&[c]).intersect(&wanted.set))], parts)),
        Tree::Class(set) => Some(join(vec![one_of(set.intersect(&wanted.set))], parts)),
        Tree::Concat(inner) => narrow(wanted, join(inner, parts), side),
        near if near == *none && wanted.or_none => Some(join(vec![near], parts)),
        near if near == *none => Some(vec![Tree::Class(CharSet::default())]),
        Tree::Start | Tree::End | Tree::WordBoundary(_) | Tree::Look { .. } => {
            Some(join(vec![near], narrow(wanted, parts, side)?))
        }
        Tree::Alternation(branches) => {
            let branches = branches
                .into_iter()
                .map(|branch| narrow(wanted, join(flatten(branch), parts.clone()), side).map(Tree::Concat));
            Some(vec![Tree::Alternation(bounded(branches.collect::<Option<_>>()?)?)])
        }
        Tree::Repeat { max: Some(0), .. } => narrow(wanted, parts, side),
        Tree::Repeat { tree, min, max } => {
            let fewer = Tree::Repeat { tree: tree.clone(), min: min.saturating_sub(1), max: max.map(|max| max - 1) };
            let first = narrow(wanted, flatten((*tree).clone()), side)?;
            let some = join(join(first, vec![fewer]), parts.clone());
            if min > 0 {
                return Some(some);
            }
            let branches = vec![Tree::Concat(some), Tree::Concat(narrow(wanted, parts, side)?)];
            Some(vec![Tree::Alternation(bounded(branches)?)])
        }
        Tree::Atomic(_) | Tree::Wider(..) => None,
    }
}

fn bounded(branches: Vec<Tree>) -> Option<Vec<Tree>> {
    fn size(tree: &Tree) -> usize {
        1 + match tree {
            Tree::Concat(parts) | Tree::Alternation(parts) => parts.iter().map(size).sum(),
            Tree::Repeat { tree, .. } | Tree::Look { tree, .. } => size(tree),
            _ => 0,
        }
    }
    (branches.iter().map(size).sum::<usize>() <= MAX_PARTS).then_some(branches)
}

fn one_of(set: CharSet) -> Tree {
    set.single().map_or(Tree::Class(set), Tree::Char)
}

/// A look-around as a separate expression, if its position is fixed: after the start and parts of fixed length, or
/// before parts of fixed length and the end. The body of the pattern checks that these parts match.
pub(super) fn edge(before: &[Tree], after: &[Tree], side: Side, tree: &Tree) -> Option<Vec<Tree>> {
    let without_looks = |parts: &[Tree]| -> Vec<Tree> {
        parts.iter().filter(|part| !matches!(part, Tree::Look { .. })).cloned().collect()
    };
    let (before, after) = (without_looks(before), without_looks(after));
    let is_exact = |parts: &[Tree]| parts.iter().all(is_fixed);
    if !is_matched_exactly(tree) {
        return None;
    }
    match side {
        Side::After if before.first() == Some(&Tree::Start) && is_exact(&before) => {
            Some(before.into_iter().chain([tree.clone()]).collect())
        }
        Side::Before if after.last() == Some(&Tree::End) && is_exact(&after) => {
            Some([tree.clone()].into_iter().chain(after).collect())
        }
        Side::After | Side::Before => None,
    }
}

/// Whether an expression can represent the tree exactly.
pub(super) fn is_matched_exactly(tree: &Tree) -> bool {
    match tree {
        Tree::Look { .. } | Tree::Wider(..) | Tree::Atomic(_) => false,
        Tree::Concat(parts) | Tree::Alternation(parts) => parts.iter().all(is_matched_exactly),
        Tree::Repeat { tree, .. } => is_matched_exactly(tree),
        _ => true,
    }
}

/// Whether all matches are of one length.
fn is_fixed(tree: &Tree) -> bool {
    match tree {
        Tree::Char(_) | Tree::Class(_) | Tree::Start | Tree::End => true,
        Tree::Concat(parts) => parts.iter().all(is_fixed),
        Tree::Repeat { tree, min, max } => Some(*min) == *max && is_fixed(tree),
        _ => false,
    }
}
