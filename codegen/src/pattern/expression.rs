//! Trees as expressions in the syntax of `regex-syntax`.

use std::fmt::Write as _;

use regex_automata::nfa::thompson;

use super::set::CharSet;
use super::tree::Tree;

/// Maximum size of an automaton in bytes.
const SIZE_LIMIT: usize = 2 << 20;

pub(super) fn compiles(expression: &str) -> bool {
    let config = thompson::Config::new().nfa_size_limit(Some(SIZE_LIMIT));
    thompson::Compiler::new().configure(config).build(expression).is_ok()
}

/// The expression of a sequence.
pub(super) fn write(parts: &[Tree]) -> String {
    let mut out = String::new();
    sequence(parts, &mut out);
    out
}

fn sequence(parts: &[Tree], out: &mut String) {
    for part in parts {
        // Parentheses keep the alternation apart from its neighbours.
        if parts.len() > 1 && is_alternation(part) { group(part, out) } else { tree(part, out) }
    }
}

fn is_alternation(tree: &Tree) -> bool {
    match tree {
        Tree::Alternation(_) => true,
        Tree::Concat(parts) => parts.len() == 1 && parts.iter().any(is_alternation),
        Tree::Atomic(tree) | Tree::Wider(_, tree) => is_alternation(tree),
        _ => false,
    }
}

fn group(inner: &Tree, out: &mut String) {
    out.push_str("(?:");
    tree(inner, out);
    out.push(')');
}

fn tree(tree: &Tree, out: &mut String) {
    match tree {
        Tree::Char(c) => out.push_str(&regex_syntax::escape(c.encode_utf8(&mut [0; 4]))),
        Tree::Class(set) => class(set, out),
        Tree::Start => out.push_str(r"\A"),
        Tree::End => out.push_str(r"\z"),
        Tree::WordBoundary(true) => out.push_str(r"(?-u:\b)"),
        Tree::WordBoundary(false) => out.push_str(r"(?-u:\B)"),
        Tree::Concat(parts) => sequence(parts, out),
        Tree::Alternation(branches) => {
            for (index, branch) in branches.iter().enumerate() {
                if index > 0 {
                    out.push('|');
                }
                self::tree(branch, out);
            }
        }
        Tree::Repeat { tree, min, max } => {
            match **tree {
                Tree::Char(_) | Tree::Class(_) => self::tree(tree, out),
                _ => group(tree, out),
            }
            count(*min, *max, out);
        }
        Tree::Atomic(tree) | Tree::Wider(_, tree) => self::tree(tree, out),
        // Omitted here: reported with the body of the pattern.
        Tree::Look { .. } => {}
    }
}

fn count(min: u32, max: Option<u32>, out: &mut String) {
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
    let negated = set.ranges().last().is_some_and(|(_, last)| last == char::MAX) && set.ranges().count() > 1;
    let shown = if negated { set.clone().negate() } else { set.clone() };
    if shown.is_empty() {
        // Matches nothing.
        out.push_str(r"[^\x00-\x{10FFFF}]");
        return;
    }
    out.push_str(if negated { "[^" } else { "[" });
    for (first, last) in shown.ranges() {
        member(first, out);
        if first < last {
            out.push('-');
            member(last, out);
        }
    }
    out.push(']');
}

fn member(c: char, out: &mut String) {
    let _ = match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '/' | ':' | '.' | '@' | '=' | '+' | ',' => write!(out, "{c}"),
        // With a backslash, these are the start and end of a word.
        '<' | '>' => write!(out, "\\x{:x}", u32::from(c)),
        // Characters with a special meaning in a class, alone or doubled.
        '!'..='/' | ';'..='~' => write!(out, "\\{c}"),
        _ => write!(out, "\\x{{{:x}}}", u32::from(c)),
    };
}
