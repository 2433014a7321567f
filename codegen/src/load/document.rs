//! Contents of one file, independent of its format and of other files.

use crate::model::{Node, Shape, ShapeId, prelude};
use crate::source::Span;
pub(super) use crate::syntax::idl::tree::{Spelling, Version};

/// Contents of one file.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Whether a JSON file declares a Smithy version. IDL files are recognized by their extension.
    pub(super) is_model: bool,
    /// The version of the file.
    pub(super) version: Version,
    /// Shapes that the file defines.
    pub(super) shapes: Vec<Definition>,
    /// Shapes whose definitions have reported errors.
    pub(super) broken: Vec<ShapeId>,
    /// Whether the version that the file declares is invalid, so that it is read as version 1.0.
    pub(super) is_misread: bool,
    /// References to undefined shapes: from and to.
    pub(super) unresolved: Vec<((ShapeId, ShapeId), Span)>,
    /// Metadata: key, span of the key, value.
    pub(super) metadata: Vec<(Box<str>, Span, Node)>,
    /// Traits for shapes of other files, and traits that a definition repeats.
    pub(super) applies: Vec<Apply>,
}

/// A shape as written, without the contents of its mixins.
#[derive(Debug)]
pub(super) struct Definition {
    /// The shape. Lists and maps may have unexpected members.
    pub(super) shape: Shape,
    /// The keyword of its type.
    pub(super) spelling: Spelling,
    /// The resource after `for`.
    pub(super) resource: Option<(ShapeId, Span)>,
    /// Members without a target, which is resolved from the resource or a mixin. In the shape they have the target
    /// [`pending`].
    pub(super) elided: Vec<Box<str>>,
    /// Members that an equivalent definition lacks, so that they must come from a mixin.
    pub(super) inherited: Vec<Box<str>>,
}

/// Traits applied outside a definition.
#[derive(Debug)]
pub(super) struct Apply {
    /// The shape or member.
    pub(super) target: ShapeId,
    /// The span of its name.
    pub(super) span: Span,
    /// The traits in source order, possibly with duplicates.
    pub(super) traits: Vec<(ShapeId, Node)>,
    /// The format of the file.
    pub(super) syntax: Syntax,
}

/// Formats of model files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// The interface definition language.
    Idl,
    /// The JSON abstract syntax tree.
    JsonAst,
}

impl Definition {
    /// A definition without elided targets.
    pub(super) fn new(shape: Shape) -> Self {
        Self { shape, spelling: Spelling::Type, resource: None, elided: Vec::new(), inherited: Vec::new() }
    }
}

/// Placeholder for a target that is not yet resolved. No model can define this shape.
pub(super) fn pending() -> ShapeId {
    ShapeId::from_parts(prelude::NAMESPACE, "?")
}
