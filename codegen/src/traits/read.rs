//! Reading nodes as values of traits: building blocks of most traits.

use std::sync::Arc;

use crate::model::{Breaks, Invalid, Node, Number, OrderedMap, ShapeId, TraitProblem};
use crate::source::Span;

/// Values by name, in source order.
pub type Named<T> = OrderedMap<Arc<str>, T>;

/// A part of a trait's value, with its span.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// The part.
    pub value: T,
    /// Its span.
    pub span: Span,
}

/// A value in [`Named`], with the span of its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T> {
    /// Span of the name.
    pub name: Span,
    /// The value.
    pub value: T,
}

/// Types that can be read from a part of a trait's value.
pub(super) trait FromNode: Sized {
    /// Reads a node.
    fn from_node(node: &Node) -> Result<Self, Invalid>;

    /// Reads the value of a member whose name is at `name`.
    fn from_member(_name: Span, node: &Node) -> Result<Self, Invalid> {
        Self::from_node(node)
    }
}

/// An optional member of a structure.
pub(super) fn optional<T: FromNode>(node: &Node, name: &str) -> Result<Option<T>, Invalid> {
    if node.as_object().is_none() {
        return Err(unexpected(node, "object"));
    }
    node.get(name).map(T::from_node).transpose()
}

/// An optional object. Which members it may have depends on a shape.
pub(super) fn object(node: &Node, name: &str) -> Result<Option<Node>, Invalid> {
    match optional::<Node>(node, name)? {
        Some(other) if other.as_object().is_none() => Err(unexpected(&other, "object")),
        found => Ok(found),
    }
}

/// A required member of a structure.
pub(super) fn required<T: FromNode>(node: &Node, name: &str) -> Result<T, Invalid> {
    optional(node, name)?.ok_or_else(|| invalid(node.span, TraitProblem::MissingMember { member: name.to_owned() }))
}

/// A boolean that defaults to false.
pub(super) fn flag(node: &Node, name: &str) -> Result<bool, Invalid> {
    Ok(optional(node, name)?.unwrap_or(false))
}

/// The value of a trait without members. Unknown members are accepted, because later versions may add some.
pub(super) fn marker(node: &Node) -> Result<(), Invalid> {
    node.as_object().map(|_| ()).ok_or_else(|| unexpected(node, "object"))
}

/// A value that violates the trait's definition.
pub(super) fn invalid(span: Span, problem: impl Into<TraitProblem>) -> Invalid {
    Invalid { problem: problem.into(), span, breaks: Breaks::Definition }
}

/// A value that violates syntax that the trait's definition cannot express.
pub(super) fn syntax(span: Span, problem: impl Into<TraitProblem>) -> Invalid {
    Invalid { problem: problem.into(), span, breaks: Breaks::Syntax }
}

/// Reads a string that is one of several values. Other values violate the trait's definition.
pub(super) fn one_of<T: Copy, const N: usize>(
    node: &Node,
    values: [T; N],
    name: fn(T) -> &'static str,
) -> Result<T, Invalid> {
    let text = node.as_str().ok_or_else(|| unexpected(node, "string"))?;
    let known = values.into_iter().find(|value| name(*value) == text);
    known.ok_or_else(|| invalid(node.span, TraitProblem::UnexpectedValue { value: text.to_owned() }))
}

/// A part whose JSON type is not the one that rules need.
fn unexpected(node: &Node, expected: &'static str) -> Invalid {
    syntax(node.span, TraitProblem::UnexpectedType { expected, found: node.kind() })
}

impl FromNode for Arc<str> {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        node.as_text().cloned().ok_or_else(|| unexpected(node, "string"))
    }
}

impl FromNode for bool {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        node.as_bool().ok_or_else(|| unexpected(node, "boolean"))
    }
}

impl FromNode for Number {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        node.as_number().cloned().ok_or_else(|| unexpected(node, "number"))
    }
}

impl FromNode for i64 {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let number = node.as_number().ok_or_else(|| unexpected(node, "number"))?;
        let whole = number.as_i128().and_then(|number| Self::try_from(number).ok());
        whole.ok_or_else(|| invalid(node.span, TraitProblem::NotWhole { found: number.as_str().to_owned() }))
    }
}

impl FromNode for ShapeId {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let text = node.as_str().ok_or_else(|| unexpected(node, "string"))?;
        Self::parse(text).map_err(|error| invalid(node.span, TraitProblem::Syntax { error: error.to_string() }))
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        node.as_array().ok_or_else(|| unexpected(node, "array"))?.iter().map(T::from_node).collect()
    }
}

impl<T: FromNode> FromNode for Named<T> {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let object = node.as_object().ok_or_else(|| unexpected(node, "object"))?;
        object.iter().map(|(name, (span, node))| Ok((name.as_ref().into(), T::from_member(*span, node)?))).collect()
    }
}

impl<T: FromNode> FromNode for Entry<T> {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Self::from_member(Span::NONE, node)
    }

    fn from_member(name: Span, node: &Node) -> Result<Self, Invalid> {
        Ok(Self { name, value: T::from_node(node)? })
    }
}

/// A document.
impl FromNode for Node {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(node.clone())
    }
}

impl<T: FromNode> FromNode for Placed<T> {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { value: T::from_node(node)?, span: node.span })
    }
}
