//! Formats values.

use super::list::{List, Trailing};
use super::node::{Chains, Node, assigned, is_short};
use super::parts::{self, Brackets, Link, Value};
use super::space::{INDENT, SHORT, Space, ends_with_brackets, first_width, last_width, width};
use super::types;

/// Formats the value within this space.
pub(super) fn layout(text: &str, space: Space, chains: Chains) -> Option<String> {
    if is_short(text, space) {
        return Some(text.to_owned());
    }
    match parts::value(text)? {
        Value::Text | Value::Macro => Some(text.to_owned()),
        Value::Name => space.fits(text).then(|| text.to_owned()),
        Value::Prefixed(operator, operand) => {
            Some(format!("{operator}{}", layout(operand, space.after(operator.len())?, chains)?))
        }
        Value::Cast(value, ty) => {
            let text = format!("{} as {}", layout(value, space, chains)?, types::layout(ty, space)?);
            (width(&text) <= space.width && !text.contains('\n')).then_some(text)
        }
        Value::Closure(head, body) => {
            let text = format!("{head}{}", layout(body, space.after(head.len())?, chains)?);
            (width(&text) <= space.width && !text.contains('\n')).then_some(text)
        }
        Value::List(list) => {
            let trailing = if list.head.ends_with('!') { Trailing::Never } else { Trailing::OwnLines };
            (width(list.head) <= space.width).then_some(())?;
            brackets(&list, trailing).layout(space, chains)
        }
        Value::Chain(first, links) => chain(first, &links, space, chains),
        Value::Block(statements) => constants(&statements, space, chains),
    }
}

fn brackets<'a>(list: &Brackets<'a>, trailing: Trailing) -> List<'a> {
    let items = list.items.iter().copied().map(Node::Value).collect();
    List { head: list.head, brackets: list.delimiters, items, limit: SHORT, trailing }
}

/// `{ const A: T = …; value }`
fn constants(statements: &[&str], space: Space, chains: Chains) -> Option<String> {
    let inner = Space::line(space.indent + INDENT);
    let (value, constants) = statements.split_last()?;
    let mut out = String::from("{");
    for constant in constants {
        let (name, value) = constant.strip_prefix("const ")?.split_once(" = ")?;
        let text = assigned(&format!("const {name} ="), &Node::Value(value), inner.indent)?;
        out.extend([&inner.new_line(), &text, ";"]);
    }
    out.extend([&inner.new_line(), &layout(value, inner, chains)?, &space.new_line(), "}"]);
    Some(out)
}

impl Link<'_> {
    fn layout(&self, space: Space, chains: Chains) -> Option<String> {
        match self {
            Self::Call(call) => brackets(call, Trailing::OwnLines).layout(space, chains),
            Self::Plain(text) => space.fits(text).then(|| (*text).to_owned()),
        }
    }
}

fn chain(first: &str, links: &[Link<'_>], space: Space, chains: Chains) -> Option<String> {
    let mut start = layout(first, space, chains)?;
    let mut ends_with_block = first.ends_with([')', ']', '}']) && start.contains('\n');
    let mut links = links;
    // If the text so far is shorter than an indent, the next link stays on the same line.
    while let Some((link, after)) = links.split_first()
        && start.len() <= INDENT.saturating_sub(space.before)
        && !start.contains('\n')
    {
        let Some(text) = link.layout(space.after(start.len())?, chains) else { break };
        start.push_str(&text);
        ends_with_block = ends_with_brackets(&start);
        links = after;
    }
    let Some((last, middle)) = links.split_last() else { return space.fits(&start).then_some(start) };
    let inner = Space::line(space.indent + if ends_with_block { 0 } else { INDENT });
    let mut texts = vec![start];
    for link in middle {
        texts.push(link.layout(inner, chains)?);
    }
    let (text, is_one_line) = last_link(last, &texts, (space, inner), chains)?;
    texts.push(text);
    if !is_one_line && chains == Chains::OneLine {
        return None;
    }
    let chain = texts.join(&if is_one_line { String::new() } else { inner.new_line() });
    space.fits(&chain).then_some(chain)
}

/// The last link of a chain, and whether the chain is one line, apart from further lines of the last link.
fn last_link(
    last: &Link<'_>,
    before: &[String],
    (space, inner): (Space, Space),
    chains: Chains,
) -> Option<(String, bool)> {
    let is_extendable = ends_with_brackets(&before[0]);
    let taken =
        if is_extendable { last_width(&before[0]) } else { before.iter().map(|text| width(text)).sum::<usize>() };
    let budget = if before.len() == 1 { space.width } else { space.width.min(SHORT) }.saturating_sub(taken);
    let is_one_line = budget > 0 && before.iter().all(|text| !text.contains('\n'));
    let below = inner.narrower(space.trailing_width())?;
    if is_one_line || is_extendable {
        let beside = if is_one_line { space } else { inner };
        if let Some(text) = beside.after(taken).and_then(|space| last.layout(space, chains)) {
            let lines = text.lines().count();
            let fits = first_width(&text) <= budget;
            if fits && lines >= 5 {
                return Some((text, is_one_line));
            }
            return Some(match last.layout(below, chains) {
                Some(own) if !fits || own.lines().count() < lines => (own, false),
                _ => (text, fits && is_one_line),
            });
        }
    }
    let own = if is_one_line {
        space
    } else if is_extendable {
        inner
    } else {
        below
    };
    Some((last.layout(own, chains)?, false))
}
