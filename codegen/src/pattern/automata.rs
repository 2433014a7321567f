//! The second tier: a conjunction of expressions in the syntax of `regex-syntax`, some negated.

use std::fmt::Write as _;

use super::parse::Tree;
use super::set::CharSet;

/// One expression. The runtime has the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Automaton {
    /// In the syntax of `regex-syntax`.
    pub expression: String,
    /// Whether a text must have no match.
    pub negated: bool,
}

/// Counts above this are taken for "any number" where the automaton would be too large.
const LARGE_COUNT: u32 = 500;

/// The automata, and what they do not enforce.
pub(super) fn lower(tree: &Tree) -> (Vec<Automaton>, Option<String>) {
    let mut weaker: Option<String> = None;
    let mut note = |what: &str| {
        if weaker.is_none() {
            weaker = Some(what.to_owned());
        }
    };
    let mut automata = Vec::new();
    let parts = flatten(tree);
    let main: Vec<&Tree> = parts.iter().copied().filter(|part| !matches!(part, Tree::Look { .. })).collect();
    for (index, part) in parts.iter().enumerate() {
        if let Tree::Look { ahead, negative, tree } = part {
            match edge(&parts[..index], &parts[index + 1..], *ahead, tree) {
                Some(expression) => automata.push(Automaton { expression, negated: *negative }),
                None => note("a look-around that is not at an edge"),
            }
        }
    }
    let mut body = String::new();
    for part in &main {
        if main.len() > 1 && matches!(part, Tree::Alternation(_)) {
            group(part, &mut body, &mut note, None);
        } else {
            write(part, &mut body, &mut note, None);
        }
    }
    automata.push(Automaton { expression: body, negated: false });
    for automaton in &mut automata {
        if regex_automata::meta::Regex::new(&automaton.expression).is_err() {
            note("the largest repetition counts");
            // Only the body has counts worth relaxing; a look-around that is too large is left out.
            automaton.expression = relaxed(tree);
            automaton.negated = false;
        }
    }
    (automata, weaker)
}

/// The parts of a sequence, groups that hold nothing but a sequence opened.
fn flatten(tree: &Tree) -> Vec<&Tree> {
    match tree {
        Tree::Concat(parts) => parts.iter().flat_map(flatten).collect(),
        other => vec![other],
    }
}

/// A look-around becomes an expression of its own where the place it looks from is certain: after a start and parts of
/// fixed length, or before parts of fixed length and the end.
fn edge(before: &[&Tree], after: &[&Tree], ahead: bool, tree: &Tree) -> Option<String> {
    let is_look = |part: &&&Tree| !matches!(part, Tree::Look { .. });
    let before: Vec<&Tree> = before.iter().filter(is_look).copied().collect();
    let after: Vec<&Tree> = after.iter().filter(is_look).copied().collect();
    let fixed = |parts: &[&Tree]| parts.iter().all(|part| is_fixed(part));
    let mut exact = true;
    let mut note = |_: &str| exact = false;
    let mut out = String::new();
    if ahead && before.first() == Some(&&Tree::Start) && fixed(&before) {
        for part in &before {
            write(part, &mut out, &mut note, None);
        }
        group(tree, &mut out, &mut note, None);
    } else if !ahead && after.last() == Some(&&Tree::End) && fixed(&after) {
        group(tree, &mut out, &mut note, None);
        for part in &after {
            write(part, &mut out, &mut note, None);
        }
    } else {
        return None;
    }
    exact.then_some(out)
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

/// The pattern with large counts made unbounded.
fn relaxed(tree: &Tree) -> String {
    let mut out = String::new();
    write(tree, &mut out, &mut |_| {}, Some(LARGE_COUNT));
    out
}

fn group(tree: &Tree, out: &mut String, note: &mut dyn FnMut(&str), limit: Option<u32>) {
    out.push_str("(?:");
    write(tree, out, note, limit);
    out.push(')');
}

fn write(tree: &Tree, out: &mut String, note: &mut dyn FnMut(&str), limit: Option<u32>) {
    match tree {
        Tree::Char(c) => out.push_str(&regex_syntax::escape(c.encode_utf8(&mut [0; 4]))),
        Tree::Class(set) => class(set, out),
        Tree::Start => out.push_str(r"\A"),
        Tree::End => out.push_str(r"\z"),
        Tree::WordBoundary(true) => out.push_str(r"(?-u:\b)"),
        Tree::WordBoundary(false) => out.push_str(r"(?-u:\B)"),
        Tree::Concat(parts) => {
            // The brackets keep an alternation inside in one piece.
            let whole = parts.iter().any(|part| matches!(part, Tree::Alternation(_)));
            for part in parts {
                if whole { group(part, out, note, limit) } else { write(part, out, note, limit) }
            }
        }
        Tree::Alternation(branches) => {
            for (index, branch) in branches.iter().enumerate() {
                if index > 0 {
                    out.push('|');
                }
                write(branch, out, note, limit);
            }
        }
        Tree::Repeat { tree, min, max } => {
            group(tree, out, note, limit);
            count(*min, *max, limit, out);
        }
        Tree::IgnoreCase(tree) => {
            out.push_str("(?i:");
            write(tree, out, note, limit);
            out.push(')');
        }
        Tree::Look { .. } => note("a look-around that is not at an edge"),
        Tree::Unmatchable(what) => {
            note(what);
            out.push_str("(?s:.*)");
        }
    }
}

fn count(min: u32, max: Option<u32>, limit: Option<u32>, out: &mut String) {
    let min = limit.map_or(min, |limit| min.min(limit));
    let max = max.filter(|max| limit.is_none_or(|limit| *max <= limit));
    // Writing to a String cannot fail.
    let _ = match (min, max) {
        (0, None) => write!(out, "*"),
        (1, None) => write!(out, "+"),
        (0, Some(1)) => write!(out, "?"),
        (min, None) => write!(out, "{{{min},}}"),
        (min, Some(max)) if min == max => write!(out, "{{{min}}}"),
        (min, Some(max)) => write!(out, "{{{min},{max}}}"),
    };
}

fn class(set: &CharSet, out: &mut String) {
    let ranges: Vec<(char, char)> = set.ranges().collect();
    if ranges.is_empty() {
        // Matches nothing.
        out.push_str(r"[^\x00-\x{10FFFF}]");
        return;
    }
    out.push('[');
    for (first, last) in ranges {
        member(first, out);
        if first < last {
            out.push('-');
            member(last, out);
        }
    }
    out.push(']');
}

fn member(c: char, out: &mut String) {
    let _ = if c.is_ascii_alphanumeric() { write!(out, "{c}") } else { write!(out, "\\x{{{:x}}}", u32::from(c)) };
}
