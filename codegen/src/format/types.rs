//! Formats types: paths with generic arguments, `impl Trait`, and all others on one line.

use std::borrow::Cow;

use super::list::{List, Trailing};
use super::node::{Chains, Node, is_short};
use super::space::{Space, WIDTH, ends_with_brackets, width};

/// Formats the type within this space.
pub(super) fn layout(ty: &str, space: Space) -> Option<Cow<'_, str>> {
    if is_short(ty, space) {
        return Some(ty.into());
    }
    if let Some(bounds) = ty.strip_prefix("impl ") {
        let bounds: Vec<&str> = bounds.split(" + ").collect();
        let beside = joined(&bounds, space, " + ")?;
        let is_fine = !beside.contains('\n') && width(&beside) <= space.width;
        let text = if is_fine || bounds.len() < 2 { beside } else { below(&bounds, space)? };
        return Some(format!("impl {text}").into());
    }
    if ty.starts_with(|c: char| c.is_alphabetic() || matches!(c, ':' | '_')) && !ty.starts_with("dyn ") {
        return path(ty, space);
    }
    space.fits(ty).then(|| ty.into())
}

fn joined(bounds: &[&str], space: Space, with: &str) -> Option<String> {
    let texts: Option<Vec<Cow<'_, str>>> = bounds.iter().map(|one| bound(one, space)).collect();
    Some(texts?.join(with))
}

/// Each bound on its own line, unless the one before ends with brackets only.
fn below(bounds: &[&str], space: Space) -> Option<String> {
    let mut out = String::new();
    let mut is_extendable = true;
    for (index, one) in bounds.iter().enumerate() {
        let text = bound(one, space)?;
        if index > 0 {
            out.push_str(&if is_extendable { " ".to_owned() } else { space.new_line() });
            out.push_str("+ ");
        }
        is_extendable = ends_with_brackets(&text);
        out.push_str(&text);
    }
    Some(out)
}

fn bound(bound: &str, space: Space) -> Option<Cow<'_, str>> {
    if bound.starts_with('\'') { Some(bound.into()) } else { path(bound, space) }
}

/// A path with its generic arguments.
fn path(path: &str, space: Space) -> Option<Cow<'_, str>> {
    let Some((name, rest)) = path.split_once('<') else {
        return (width(path) <= space.width).then(|| path.into());
    };
    let space = space.after(width(name))?;
    let items = arguments(rest.strip_suffix('>')?).into_iter().map(Node::Type).collect();
    let list = List { head: "", brackets: ["<", ">"], items, limit: WIDTH, trailing: Trailing::OwnLines };
    Some(format!("{name}{}", list.layout(space, Chains::Free)?).into())
}

/// The arguments between commas.
fn arguments(text: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let is_separator = |c: char| {
        depth += match c {
            '<' | '(' | '[' => 1,
            '>' | ')' | ']' => -1,
            _ => 0,
        };
        c == ',' && depth == 0
    };
    text.split(is_separator).map(str::trim).filter(|argument| !argument.is_empty()).collect()
}
