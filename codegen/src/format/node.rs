//! Formats values and types as rustfmt does, limited to those that occur in generated code.

use super::parts::{self, Value};
use super::space::{INDENT, SHORT, Space, WIDTH, width};
use super::{expression, types};

/// Whether chains of calls may span several lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Chains {
    Free,
    OneLine,
}

/// Code on one line.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    Value(&'a str),
    /// A type, or `Output = T`.
    Type(&'a str),
}

impl Node<'_> {
    /// Formats the code within this space. `None` if it does not fit, or is not supported.
    pub(super) fn layout(&self, space: Space, chains: Chains) -> Option<String> {
        match self {
            Self::Value(value) => expression::layout(value, space, chains),
            Self::Type(ty) => match ty.split_once(" = ") {
                Some((name, ty)) if parts::word(name) == name.len() => {
                    Some(format!("{name} = {}", types::layout(ty, space.after(name.len() + 3)?)?))
                }
                _ => types::layout(ty, space),
            },
        }
    }

    pub(super) fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The value without operators around it.
    fn operand(&self) -> Option<Value<'_>> {
        let Self::Value(value) = self else { return None };
        parts::value(parts::operand(value))
    }

    /// Whether it is a literal or a name, possibly with an operator.
    pub(super) fn is_simple(&self) -> bool {
        match self {
            Self::Value(value) => match parts::value(parts::operand(value)) {
                Some(Value::Text) => true,
                Some(Value::Name) => !parts::operand(value).contains("::"),
                _ => false,
            },
            Self::Type(_) => false,
        }
    }

    /// Whether it is a call of a function or macro, possibly with an operator.
    pub(super) fn is_nested_call(&self) -> bool {
        match self.operand() {
            Some(Value::List(list)) => !list.head.is_empty(),
            operand => matches!(operand, Some(Value::Macro)),
        }
    }

    /// Whether it is a call of a method, possibly with an operator.
    pub(super) fn is_method_call(&self) -> bool {
        matches!(self.operand(), Some(Value::Chain(_, links)) if matches!(links.last(), Some(parts::Link::Call(_))))
    }

    /// Whether it may begin on the line of the opening bracket and continue below, as the last of this number of items.
    pub(super) fn can_hang(&self, items: usize) -> bool {
        let Self::Value(value) = self else { return false };
        if items > 1 {
            // Finding all parts of a long list takes time.
            return value.trim_start_matches(['&', '*', '!', '-']).starts_with(['{', '|']);
        }
        !matches!(self.operand(), None | Some(Value::Text | Value::Name)) && !self.is_field()
    }

    /// Whether it is a field, possibly with an operator.
    fn is_field(&self) -> bool {
        matches!(self.operand(), Some(Value::Chain(_, links)) if matches!(links.last(), Some(parts::Link::Plain(_))))
    }
}

/// The code after `name =` or `name:`, on the same line or, if the result is better, on the next.
pub(super) fn assigned(name: &str, node: &Node<'_>, indent: usize) -> Option<String> {
    let space = Space::line(indent).narrower(1)?;
    let beside = space.after(width(name) + 1);
    let first = beside.and_then(|space| node.layout(space, Chains::Free));
    if let (Some(space), Some(text)) = (beside, &first)
        && !text.contains('\n')
        && width(text) <= space.width
    {
        return Some(format!("{name} {text}"));
    }
    let below = Space::line(indent + INDENT).narrower(1)?;
    let second = if first.is_some() && is_alike_below(node) { None } else { node.layout(below, Chains::Free) };
    match (first, second) {
        (Some(first), Some(second)) if !below.fits(&second) || !is_better_below(&first, &second) => {
            Some(format!("{name} {first}"))
        }
        (_, Some(second)) => Some(format!("{name}{}{second}", below.new_line())),
        (Some(first), None) => Some(format!("{name} {first}")),
        (None, None) => None,
    }
}

fn is_better_below(beside: &str, below: &str) -> bool {
    let lines = |text: &str| text.matches('\n').count();
    let opens = |text: &str, bracket: char| text.lines().next().is_some_and(|line| line.ends_with(bracket));
    !below.contains('\n')
        || lines(beside) > lines(below) + 1
        || ['(', '{', '['].iter().any(|bracket| opens(beside, *bracket) && !opens(below, *bracket))
}

/// Whether the layout beside the name and below it is the same: an item per line, of a list that is wider than a line.
fn is_alike_below(node: &Node<'_>) -> bool {
    let Node::Value(value) = node else { return false };
    match (width(value) > 2 * WIDTH).then(|| parts::value(value)) {
        Some(Some(Value::List(list))) => list.items.len() > 1 && width(list.head) < WIDTH / 2,
        _ => false,
    }
}

/// Whether every layout of the code within this space is one line: it is narrower than all limits, and has no blocks.
pub(super) fn is_short(code: &str, space: Space) -> bool {
    code.len() <= SHORT.min(space.width) && !code.contains(['\n', '{'])
}
