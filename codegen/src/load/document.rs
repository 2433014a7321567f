//! What one file says, whatever language it is written in. Knows nothing of other files.

use crate::model::{Node, Shape, ShapeId, prelude};
use crate::source::Span;
pub(super) use crate::syntax::idl::tree::{Spelling, Version};

/// What one file says.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Whether a JSON file says that it is a Smithy model. In the IDL, its name does.
    pub(super) is_model: bool,
    /// The version the file is written in.
    pub(super) version: Version,
    /// Shapes that it defines.
    pub(super) shapes: Vec<Definition>,
    /// Shapes whose definitions could not be read whole, which was said. Others may name them.
    pub(super) broken: Vec<ShapeId>,
    /// Where a shape or member names a shape that no source defines: from and to.
    pub(super) unresolved: Vec<((ShapeId, ShapeId), Span)>,
    /// Metadata: key, place of the key, value.
    pub(super) metadata: Vec<(Box<str>, Span, Node)>,
    /// Traits for shapes defined elsewhere; also those that a definition applies a second time.
    pub(super) applies: Vec<Apply>,
}

/// A shape as it is written: with traits, members and properties of its own, and with none of its mixins'.
#[derive(Debug)]
pub(super) struct Definition {
    /// The shape. Lists and maps may have members they should not have.
    pub(super) shape: Shape,
    /// How the source names its type.
    pub(super) spelling: Spelling,
    /// The resource after `for`.
    pub(super) resource: Option<(ShapeId, Span)>,
    /// Members without a target, which is that of a resource's identifier or property, or of a mixin's member. They
    /// stand in the shape with the target [`pending`].
    pub(super) elided: Vec<Box<str>>,
}

/// Traits applied outside of a definition.
#[derive(Debug)]
pub(super) struct Apply {
    /// The shape or member.
    pub(super) target: ShapeId,
    /// Where it is named.
    pub(super) span: Span,
    /// The traits, in the order written; one may stand there twice.
    pub(super) traits: Vec<(ShapeId, Node)>,
    /// The syntax it is written in.
    pub(super) syntax: Syntax,
}

/// The syntaxes of model files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// The interface definition language.
    Idl,
    /// The JSON abstract syntax tree.
    JsonAst,
}

impl Definition {
    /// A definition that names all targets itself.
    pub(super) fn new(shape: Shape) -> Self {
        Self { shape, spelling: Spelling::Type, resource: None, elided: Vec::new() }
    }
}

/// The target of a member whose target is not known yet. Not a shape that any model can define.
pub(super) fn pending() -> ShapeId {
    ShapeId::from_parts(prelude::NAMESPACE, "?")
}
