//! Writes models as JSON AST 2.0 or IDL 2.0. Built-in shapes, such as the prelude, are omitted.

mod idl;
mod json;

pub use idl::idl;
pub use json::json;
pub(crate) use json::pretty;

use crate::model::{Model, Shape, ShapeId, Trait, Traits, prelude};
use crate::traits::Mixin;

/// A model to write, and traits of members that come from mixins.
#[derive(Clone, Copy, Debug)]
pub struct Export<'m> {
    /// The model.
    pub model: &'m Model,
    /// Traits to apply after mixins are flattened; empty for a flattened model.
    pub applies: &'m [(ShapeId, crate::source::Span, Traits)],
    /// Whether mixins are flattened: their members and traits are copied into the shapes that use them, and mixins are
    /// omitted.
    pub flatten: bool,
}

impl<'m> Export<'m> {
    /// The shapes to write, in the order of their IDs.
    fn shapes(self) -> impl Iterator<Item = &'m Shape> {
        self.model.iter().filter(move |shape| shape.span.is_some() && !(self.flatten && shape.has_trait(MIXIN)))
    }

    /// The mixins of a shape that are written.
    fn mixins(self, mixins: &'m [ShapeId]) -> &'m [ShapeId] {
        if self.flatten { &[] } else { mixins }
    }
}

/// A quoted string. The IDL has the escapes of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

const MIXIN: &str = Mixin::ID;
const UNIT: &str = prelude::UNIT;
