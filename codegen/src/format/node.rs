//! Formats values and types as rustfmt does, limited to those that occur in generated code.

use std::borrow::Cow;

use super::parts::{Link, Syntax, Value, word};
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
    Value(&'a Value<'a>),
    /// A type, or `Output = T`.
    Type(&'a str),
}

impl<'a> Node<'a> {
    /// Formats the code within this space. `None` if it does not fit, or is not supported.
    pub(super) fn layout(self, space: Space, chains: Chains) -> Option<Cow<'a, str>> {
        match self {
            Self::Value(value) => expression::layout(value, space, chains),
            Self::Type(ty) => match ty.split_once(" = ") {
                Some((name, ty)) if word(name) == name.len() => {
                    Some(format!("{name} = {}", types::layout(ty, space.after(name.len() + 3)?)?).into())
                }
                _ => types::layout(ty, space),
            },
        }
    }

    pub(super) fn is_value(self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The value without operators around it.
    fn operand(self) -> Option<&'a Value<'a>> {
        match self {
            Self::Value(value) => Some(value.operand()),
            Self::Type(_) => None,
        }
    }

    /// Whether it is a literal or a name, possibly with an operator.
    pub(super) fn is_simple(self) -> bool {
        self.operand().is_some_and(|value| match value.syntax {
            Syntax::Text => true,
            Syntax::Name => !value.text.contains("::"),
            _ => false,
        })
    }

    /// Whether it is a call of a function or macro, possibly with an operator.
    pub(super) fn is_nested_call(self) -> bool {
        self.operand().is_some_and(|value| match &value.syntax {
            Syntax::List(list) => !list.head.is_empty(),
            syntax => matches!(syntax, Syntax::Macro),
        })
    }

    /// Whether it is a call of a method, possibly with an operator.
    pub(super) fn is_method_call(self) -> bool {
        matches!(self.last_link(), Some(Link::Call(_)))
    }

    /// Whether it may begin on the line of the opening bracket and continue below, as the last of this number of items.
    pub(super) fn can_hang(self, items: usize) -> bool {
        let Self::Value(value) = self else { return false };
        if items > 1 {
            return value.text.trim_start_matches(['&', '*', '!', '-']).starts_with(['{', '|']);
        }
        // A field cannot.
        !matches!(value.operand().syntax, Syntax::Other | Syntax::Text | Syntax::Name)
            && !matches!(self.last_link(), Some(Link::Plain(_)))
    }

    /// The last link of a chain, possibly with an operator.
    fn last_link(self) -> Option<&'a Link<'a>> {
        match &self.operand()?.syntax {
            Syntax::Chain(_, links) => links.last(),
            _ => None,
        }
    }
}

/// The code after `name =` or `name:`, on the same line or, if the result is better, on the next.
pub(super) fn assigned(name: &str, node: Node<'_>, indent: usize) -> Option<String> {
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
fn is_alike_below(node: Node<'_>) -> bool {
    let Node::Value(Value { text, syntax: Syntax::List(list) }) = node else { return false };
    list.items.len() > 1 && width(list.head) < WIDTH / 2 && width(text) > 2 * WIDTH
}

/// Whether every layout of the code within this space is one line: it is narrower than all limits, and has no blocks.
pub(super) fn is_short(code: &str, space: Space) -> bool {
    code.len() <= SHORT.min(space.width) && !code.contains(['\n', '{'])
}
