//! What one file says, whatever its format: the common ground of the readers, and what merging starts from.

use crate::model::{Node, Shape, ShapeId, Traits};
use crate::source::Span;
pub(super) use crate::syntax::idl::tree::Version;

/// What one file says.
#[derive(Default)]
pub(super) struct Document {
    /// The language version it is written in: 1.0 has other rules for defaults and nullability.
    #[expect(dead_code, reason = "the upgrade of 1.0 models is not there yet")]
    pub(super) version: Version,
    pub(super) shapes: Vec<Shape>,
    pub(super) metadata: Vec<(Box<str>, Span, Node)>,
    /// Traits for shapes defined elsewhere.
    pub(super) applies: Vec<(ShapeId, Span, Traits)>,
    /// Members without a target of their own.
    pub(super) elisions: Vec<Elision>,
}

/// `$member`: takes its target from the resource that its structure is `for`, or from a mixin (spec: "Target elision").
pub(super) struct Elision {
    pub(super) member: ShapeId,
    /// The resource after `for`.
    pub(super) resource: Option<ShapeId>,
    /// How many members were written before it.
    pub(super) index: usize,
    pub(super) span: Span,
    pub(super) traits: Traits,
}
