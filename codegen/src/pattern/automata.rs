//! Patterns that need automata: a conjunction of expressions in the syntax of `regex-syntax`, some negated.

use std::fmt::Write as _;

use regex_automata::nfa::thompson;

use super::look;
use super::set::CharSet;
use super::steps::flatten;
use super::tree::Tree;

/// One expression. The runtime has the same type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Automaton {
    /// In the syntax of `regex-syntax`.
    pub expression: String,
    /// Whether the expression is negated: a text with a match is rejected.
    pub negated: bool,
}

/// Maximum size of an automaton in bytes: half of the runtime's limit, because the runtime builds it in both
/// directions.
const SIZE_LIMIT: usize = 2 << 20;

/// If an automaton would be too large, counts above the largest of these limits that makes it fit are not enforced.
const COUNT_LIMITS: [u32; 4] = [1000, 100, 10, 1];

/// Maximum number of look-arounds that become separate expressions. Each is one more pass over the text.
const MAX_LOOKS: usize = 16;

/// The automata, and the parts of the pattern that they do not enforce.
pub(super) fn lower(tree: &Tree) -> (Vec<Automaton>, Option<String>) {
    let mut weaker: Option<String> = None;
    let parts = flatten(look::resolve(flatten(tree.clone())));
    let mut automata = Vec::new();
    let mut body = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        match part {
            Tree::Look { .. } if automata.len() >= MAX_LOOKS => note(&mut weaker, "more than 16 look-arounds"),
            Tree::Look { side, negative, tree } => {
                let (before, after) = (&parts[..index], parts.get(index + 1..).unwrap_or_default());
                match look::edge(before, after, *side, tree).map(|parts| write(&parts, None)) {
                    Some(expression) if compiles(&expression) => {
                        automata.push(Automaton { expression, negated: *negative });
                    }
                    Some(_) => note(&mut weaker, "a look-around that would take too much memory"),
                    None => note(&mut weaker, LOOK),
                }
            }
            other => body.push(other.clone()),
        }
    }
    if let Some(what) = body.iter().find_map(unenforced) {
        note(&mut weaker, what);
    }
    automata.extend(bodies(&body, &mut weaker));
    (automata, weaker)
}

const LOOK: &str = "a look-around that is not at the start or end";

fn note(weaker: &mut Option<String>, what: &str) {
    match weaker {
        None => *weaker = Some(what.to_owned()),
        Some(noted) if noted.contains(what) => {}
        Some(noted) => *noted = format!("{noted}, {what}"),
    }
}

/// A part of the tree that an expression cannot represent.
fn unenforced(tree: &Tree) -> Option<&'static str> {
    match tree {
        Tree::Look { .. } => Some(LOOK),
        Tree::Wider(what, _) => Some(what),
        Tree::Atomic(_) => Some("possessive matching of a quantifier or an atomic group"),
        Tree::Concat(parts) | Tree::Alternation(parts) => parts.iter().find_map(unenforced),
        Tree::Repeat { tree, .. } => unenforced(tree),
        _ => None,
    }
}

/// The expression without its look-arounds, in a form that fits the size limit.
fn bodies(body: &[Tree], weaker: &mut Option<String>) -> Vec<Automaton> {
    let find = |expression| Automaton { expression, negated: false };
    let whole = write(body, None);
    if compiles(&whole) {
        return vec![find(whole)];
    }
    if let [Tree::Start, Tree::Repeat { tree, min, max }, Tree::End] = body
        && matches!(**tree, Tree::Char(_) | Tree::Class(_))
    {
        // Characters and counts as two expressions: each is small.
        let any = Tree::Class(CharSet::default().negate());
        let repeat = |tree: Tree, min, max| Tree::Repeat { tree: Box::new(tree), min, max };
        let apart = [repeat((**tree).clone(), 0, None), repeat(any, *min, *max)]
            .map(|tree| write(&[Tree::Start, tree, Tree::End], None));
        if apart.iter().all(|one| compiles(one)) {
            return apart.map(find).into();
        }
    }
    for limit in COUNT_LIMITS {
        let relaxed = write(body, Some(limit));
        if compiles(&relaxed) {
            note(weaker, &format!("repetition counts above {limit}, which would take too much memory"));
            return vec![find(relaxed)];
        }
    }
    note(weaker, "everything except its look-arounds, which would take too much memory");
    Vec::new()
}

fn compiles(expression: &str) -> bool {
    let config = thompson::Config::new().nfa_size_limit(Some(SIZE_LIMIT));
    thompson::Compiler::new().configure(config).build(expression).is_ok()
}

/// The expression of a sequence. Counts above the limit, if any, are unbounded.
fn write(parts: &[Tree], limit: Option<u32>) -> String {
    let mut out = String::new();
    sequence(parts, &mut out, limit);
    out
}

fn sequence(parts: &[Tree], out: &mut String, limit: Option<u32>) {
    for part in parts {
        // Parentheses keep the alternation apart from its neighbours.
        if parts.len() > 1 && is_alternation(part) { group(part, out, limit) } else { tree(part, out, limit) }
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

fn group(inner: &Tree, out: &mut String, limit: Option<u32>) {
    out.push_str("(?:");
    tree(inner, out, limit);
    out.push(')');
}

fn tree(tree: &Tree, out: &mut String, limit: Option<u32>) {
    match tree {
        Tree::Char(c) => out.push_str(&regex_syntax::escape(c.encode_utf8(&mut [0; 4]))),
        Tree::Class(set) => class(set, out),
        Tree::Start => out.push_str(r"\A"),
        Tree::End => out.push_str(r"\z"),
        Tree::WordBoundary(true) => out.push_str(r"(?-u:\b)"),
        Tree::WordBoundary(false) => out.push_str(r"(?-u:\B)"),
        Tree::Concat(parts) => sequence(parts, out, limit),
        Tree::Alternation(branches) => {
            for (index, branch) in branches.iter().enumerate() {
                if index > 0 {
                    out.push('|');
                }
                self::tree(branch, out, limit);
            }
        }
        Tree::Repeat { tree, min, max } => {
            match **tree {
                Tree::Char(_) | Tree::Class(_) => self::tree(tree, out, limit),
                _ => group(tree, out, limit),
            }
            count(*min, *max, limit, out);
        }
        Tree::Atomic(tree) | Tree::Wider(_, tree) => self::tree(tree, out, limit),
        // Omitted here: reported with the body of the pattern.
        Tree::Look { .. } => {}
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
        // Characters with a special meaning in a class, alone or doubled.
        '!'..='/' | ';'..='~' => write!(out, "\\{c}"),
        _ => write!(out, "\\x{{{:x}}}", u32::from(c)),
    };
}
