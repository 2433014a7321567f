//! Patterns in which the next character does not always decide, as a conjunction of parts: the pattern without its
//! look-around, and each look-around at a fixed position.

use super::look;
use super::set::CharSet;
use super::steps::flatten;
use super::tree::Tree;

/// One part of a conjunction, in the form `T`.
pub(super) struct Part<T> {
    pub(super) form: T,
    /// Whether the part must not match.
    pub(super) negated: bool,
}

/// If a part would be too large, counts above the largest of these limits that makes it fit are not enforced.
const COUNT_LIMITS: [u32; 4] = [1000, 100, 10, 1];

/// Maximum number of look-arounds that become separate expressions. Each is one more pass over the text.
const MAX_LOOKS: usize = 16;

/// The parts of a pattern, and what they do not enforce. `make` returns the form of a sequence, if it is small enough.
pub(super) fn split<T>(tree: &Tree, make: impl Fn(&[Tree]) -> Option<T>) -> (Vec<Part<T>>, Option<String>) {
    let mut weaker: Option<String> = None;
    let mut conjunction = Vec::new();
    // The others first: those of one character may change the parts around these.
    let parts = looks(&flatten(tree.clone()), look::is_longer, &make, &mut conjunction, &mut weaker);
    let body = looks(&flatten(look::resolve(parts)), |_| true, &make, &mut conjunction, &mut weaker);
    if let Some(what) = body.iter().find_map(unenforced) {
        note(&mut weaker, &what);
    }
    conjunction.extend(bodies(&body, &mut weaker, make).into_iter().map(|form| Part { form, negated: false }));
    (conjunction, weaker)
}

/// Adds a part for each look-around of a sequence that the condition is true for, and returns the rest.
fn looks<T>(
    parts: &[Tree],
    condition: impl Fn(&Tree) -> bool,
    make: impl Fn(&[Tree]) -> Option<T>,
    conjunction: &mut Vec<Part<T>>,
    weaker: &mut Option<String>,
) -> Vec<Tree> {
    let mut rest = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        match part {
            Tree::Look { side, negative, tree, text } if condition(part) => {
                if conjunction.len() >= MAX_LOOKS {
                    note(weaker, "more than 16 look-arounds");
                    continue;
                }
                let (before, after) = (&parts[..index], parts.get(index + 1..).unwrap_or_default());
                match look::edge(before, after, *side, tree).map(|trees| make(&trees)) {
                    Some(Some(form)) => conjunction.push(Part { form, negated: *negative }),
                    Some(None) => note(weaker, &format!("the look-around `{text}`, which would take too much memory")),
                    None if look::is_matched_exactly(tree) => note(weaker, &misplaced(text)),
                    None => note(weaker, &format!("the look-around `{text}`, whose content cannot be matched exactly")),
                }
            }
            other => rest.push(other.clone()),
        }
    }
    rest
}

fn misplaced(look: &str) -> String {
    format!("the look-around `{look}` within it")
}

fn note(weaker: &mut Option<String>, what: &str) {
    match weaker {
        None => *weaker = Some(what.to_owned()),
        Some(noted) if noted.contains(what) => {}
        Some(noted) => *noted = format!("{noted}, {what}"),
    }
}

/// A part of the tree that an expression cannot represent.
fn unenforced(tree: &Tree) -> Option<String> {
    match tree {
        Tree::Look { text, .. } => Some(misplaced(text)),
        Tree::Wider(what, _) => Some((*what).to_owned()),
        Tree::Atomic(_) => Some("possessive matching of a quantifier or an atomic group".to_owned()),
        Tree::Concat(parts) | Tree::Alternation(parts) => parts.iter().find_map(unenforced),
        Tree::Repeat { tree, .. } => unenforced(tree),
        _ => None,
    }
}

/// The pattern without its look-arounds, in a form that fits.
fn bodies<T>(body: &[Tree], weaker: &mut Option<String>, make: impl Fn(&[Tree]) -> Option<T>) -> Vec<T> {
    if let Some(form) = make(body) {
        return vec![form];
    }
    if let [Tree::Start, Tree::Repeat { tree, min, max }, Tree::End] = body
        && matches!(**tree, Tree::Char(_) | Tree::Class(_))
    {
        // Characters and counts as two parts: each is small.
        let any = Tree::Class(CharSet::default().negate());
        let repeat = |tree: Tree, min, max| Tree::Repeat { tree: Box::new(tree), min, max };
        let apart = [repeat((**tree).clone(), 0, None), repeat(any, *min, *max)];
        let both: Option<Vec<T>> = apart.into_iter().map(|tree| make(&[Tree::Start, tree, Tree::End])).collect();
        if let Some(both) = both {
            return both;
        }
    }
    for limit in COUNT_LIMITS {
        let relaxed: Vec<Tree> = body.iter().map(|tree| relax(tree, limit)).collect();
        if let Some(form) = make(&relaxed) {
            note(weaker, &format!("repetition counts above {limit}, which would take too much memory"));
            return vec![form];
        }
    }
    note(weaker, "everything except its look-arounds, which would be too large or is nested too deeply");
    Vec::new()
}

/// The tree with counts above the limit unbounded.
fn relax(tree: &Tree, limit: u32) -> Tree {
    let all = |trees: &[Tree]| trees.iter().map(|tree| relax(tree, limit)).collect();
    match tree {
        Tree::Concat(parts) => Tree::Concat(all(parts)),
        Tree::Alternation(branches) => Tree::Alternation(all(branches)),
        Tree::Repeat { tree, min, max } => Tree::Repeat {
            tree: Box::new(relax(tree, limit)),
            min: (*min).min(limit),
            max: max.filter(|max| *max <= limit),
        },
        Tree::Atomic(tree) => Tree::Atomic(Box::new(relax(tree, limit))),
        Tree::Wider(what, tree) => Tree::Wider(what, Box::new(relax(tree, limit))),
        other => other.clone(),
    }
}
