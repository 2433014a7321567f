//! A model as text: JSON AST 2.0 and IDL 2.0. What the project itself defines, such as the prelude, is left out.

mod idl;
mod json;

pub use idl::idl;
pub use json::json;
pub(crate) use json::pretty;

use crate::model::{Model, Shape, ShapeId, Trait, Traits, prelude};
use crate::traits::Mixin;

/// A model to write: shapes, and traits for members that only mixins bring.
#[derive(Clone, Copy, Debug)]
pub struct Export<'m> {
    /// The model.
    pub model: &'m Model,
    /// Traits to apply once mixins are flattened; empty for a flattened model.
    pub applies: &'m [(ShapeId, crate::source::Span, Traits)],
    /// Whether mixins are flattened: their members are written where they are used, and they themselves are left out.
    pub flatten: bool,
}

impl<'m> Export<'m> {
    /// The shapes to write, in order of their ids.
    fn shapes(self) -> impl Iterator<Item = &'m Shape> {
        self.model.iter().filter(move |shape| shape.span.is_some() && !(self.flatten && shape.has_trait(MIXIN)))
    }

    /// The mixins of a shape that are written.
    fn mixins(self, mixins: &'m [ShapeId]) -> &'m [ShapeId] {
        if self.flatten { &[] } else { mixins }
    }
}

const MIXIN: &str = Mixin::ID;
const UNIT: &str = prelude::UNIT;
