//! Formats values.

use std::borrow::Cow;

use super::list::{List, Trailing};
use super::node::{Chains, Node, assigned, is_short};
use super::parts::{Brackets, Link, Statement, Syntax, Value};
use super::space::{INDENT, SHORT, Space, ends_with_brackets, first_width, last_width, width};
use super::types;

/// Formats the value within this space.
pub(super) fn layout<'a>(value: &'a Value<'a>, space: Space, chains: Chains) -> Option<Cow<'a, str>> {
    let text = value.text;
    if is_short(text, space) {
        return Some(text.into());
    }
    let laid_out = match &value.syntax {
        Syntax::Text | Syntax::Macro => return Some(text.into()),
        Syntax::Name => return space.fits(text).then(|| text.into()),
        Syntax::Prefixed(operator, operand) => {
            [*operator, &*layout(operand, space.after(operator.len())?, chains)?].concat()
        }
        Syntax::Cast(value, ty) => {
            let text = format!("{} as {}", layout(value, space, chains)?, types::layout(ty, space)?);
            (width(&text) <= space.width && !text.contains('\n')).then_some(text)?
        }
        Syntax::Closure(head, body) => {
            let text = format!("{head}{}", layout(body, space.after(head.len())?, chains)?);
            (width(&text) <= space.width && !text.contains('\n')).then_some(text)?
        }
        Syntax::List(list) => {
            let trailing = if list.head.ends_with('!') { Trailing::Never } else { Trailing::OwnLines };
            (width(list.head) <= space.width).then_some(())?;
            brackets(list, trailing).layout(space, chains)?
        }
        Syntax::Chain(first, links) => chain(first, links, space, chains)?,
        Syntax::Block(statements) => constants(statements, space, chains)?,
        Syntax::Other => return None,
    };
    Some(laid_out.into())
}

fn brackets<'a>(list: &'a Brackets<'a>, trailing: Trailing) -> List<'a> {
    let items = list.items.iter().map(Node::Value).collect();
    List { head: list.head, brackets: list.delimiters, items, limit: SHORT, trailing }
}

/// `{ const A: T = …; value }`
fn constants(statements: &[Statement<'_>], space: Space, chains: Chains) -> Option<String> {
    let inner = Space::line(space.indent + INDENT);
    let (last, constants) = statements.split_last()?;
    let mut out = String::from("{");
    for Statement { constant, value } in constants {
        let text = assigned(&format!("{} =", (*constant)?), Node::Value(value), inner.indent)?;
        out.extend([&inner.new_line(), &text, ";"]);
    }
    if last.constant.is_some() {
        return None;
    }
    out.extend([&inner.new_line(), &*layout(&last.value, inner, chains)?, &space.new_line(), "}"]);
    Some(out)
}

impl<'a> Link<'a> {
    fn layout(&'a self, space: Space, chains: Chains) -> Option<Cow<'a, str>> {
        match self {
            Self::Call(call) => Some(brackets(call, Trailing::OwnLines).layout(space, chains)?.into()),
            Self::Plain(text) => space.fits(text).then(|| (*text).into()),
        }
    }
}

fn chain<'a>(first: &'a Value<'a>, links: &'a [Link<'a>], space: Space, chains: Chains) -> Option<String> {
    let mut start = layout(first, space, chains)?;
    let mut ends_with_block = first.text.ends_with([')', ']', '}']) && start.contains('\n');
    let mut links = links;
    // If the text so far is shorter than an indent, the next link stays on the same line.
    while let Some((link, after)) = links.split_first()
        && start.len() <= INDENT.saturating_sub(space.before)
        && !start.contains('\n')
    {
        let Some(text) = link.layout(space.after(start.len())?, chains) else { break };
        start.to_mut().push_str(&text);
        ends_with_block = ends_with_brackets(&start);
        links = after;
    }
    let Some((last, middle)) = links.split_last() else { return space.fits(&start).then(|| start.into_owned()) };
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
    let chain = if is_one_line { texts.concat() } else { texts.join(&*inner.new_line()) };
    space.fits(&chain).then_some(chain)
}

/// The last link of a chain, and whether the chain is one line, apart from further lines of the last link.
fn last_link<'a>(
    last: &'a Link<'a>,
    before: &[Cow<'a, str>],
    (space, inner): (Space, Space),
    chains: Chains,
) -> Option<(Cow<'a, str>, bool)> {
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
