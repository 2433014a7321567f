//! Formats expressions and types as rustfmt does, limited to those that occur in generated code.

use syn::{Expr, Type};

use super::space::Space;
use super::{expression, types};

/// Whether chains of calls may span several lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Chains {
    Free,
    OneLine,
}

/// A piece of code.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    Value(&'a Expr),
    Type(&'a Type),
    /// The type of `Output = T`, with the name.
    Binding(&'a syn::AssocType),
}

impl Node<'_> {
    /// Formats the code within this space. `None` if it does not fit, or is not supported.
    pub(super) fn layout(&self, space: Space, chains: Chains) -> Option<String> {
        match self {
            Self::Value(value) => expression::layout(value, space, chains),
            Self::Type(ty) => types::layout(ty, space),
            Self::Binding(binding) => {
                let name = format!("{} = ", binding.ident);
                Some(format!("{name}{}", types::layout(&binding.ty, space.after(name.len())?)?))
            }
        }
    }

    pub(super) fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// Whether it is a literal or a name, possibly with an operator.
    pub(super) fn is_simple(&self) -> bool {
        matches!(self, Self::Value(value) if expression::is_simple(value))
    }

    /// Whether it is a call of a function or macro, possibly with an operator.
    pub(super) fn is_nested_call(&self) -> bool {
        matches!(self, Self::Value(value) if matches!(expression::operand(value), Expr::Call(_) | Expr::Macro(_)))
    }

    /// Whether it is a call of a method, possibly with an operator.
    pub(super) fn is_method_call(&self) -> bool {
        matches!(self, Self::Value(value) if matches!(expression::operand(value), Expr::MethodCall(_)))
    }

    /// Whether it may begin on the line of the opening bracket and continue below, as the last of this number of items.
    pub(super) fn can_hang(&self, items: usize) -> bool {
        let Self::Value(value) = self else { return false };
        match expression::operand(value) {
            Expr::Block(_) | Expr::Closure(_) => true,
            Expr::Array(_) | Expr::Macro(_) | Expr::Call(_) | Expr::MethodCall(_) | Expr::Tuple(_) => items == 1,
            _ => false,
        }
    }
}

/// The code after `name =` or `name:`, on the same line or, if the result is better, on the next.
pub(super) fn assigned(name: &str, node: &Node<'_>, indent: usize) -> Option<String> {
    let space = Space::line(indent).narrower(1)?;
    let beside = space.after(super::space::width(name) + 1);
    let first = beside.and_then(|space| node.layout(space, Chains::Free));
    if let (Some(space), Some(text)) = (beside, &first)
        && !text.contains('\n')
        && super::space::width(text) <= space.width
    {
        return Some(format!("{name} {text}"));
    }
    let below = Space::line(indent + super::space::INDENT).narrower(1)?;
    let second = node.layout(below, Chains::Free);
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

/// The last expression of a function.
pub(super) fn tail(value: &Expr, space: Space) -> Option<String> {
    expression::layout(value, space, Chains::Free)
}
