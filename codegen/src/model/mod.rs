//! The semantic model: shapes, members, traits, metadata. Plain data, independent of loading and validation.

mod decimal;
pub mod graph;
mod id;
mod map;
mod node;
pub mod prelude;
mod problem;
mod shape;
pub(crate) mod shape_closure;
pub(crate) mod time;
mod traits;

use std::ops::Deref;
use std::sync::Arc;

pub(crate) use decimal::Decimal;
pub(crate) use id::is_identifier;
pub use id::{InvalidShapeId, ShapeId};
pub use map::OrderedMap;
pub use node::{Node, Number, Object, Value};
pub use problem::{TraitProblem, UriProblem};
pub use shape::{Body, Member, Operation, Resource, Service, Shape, ShapeType};
pub use traits::{Breaks, Invalid, Trait, Traits};

use crate::hash::{HashMap, IndexMap};
use crate::source::Span;

/// A semantic model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Shapes by ID, including the prelude; sorted by ID after loading. Shapes contain their members. Shared, because
    /// each model contains the hundreds of built-in shapes.
    pub shapes: IndexMap<ShapeId, Arc<Shape>>,
    /// Merged metadata, by key.
    pub metadata: IndexMap<String, Node>,
    /// Known locations of references to undefined shapes, by shape or member and target.
    pub unresolved: HashMap<(ShapeId, ShapeId), Span>,
}

impl Model {
    /// The shape with this ID. `None` for member IDs: see [`Model::member`].
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id).map(|shape| &**shape)
    }

    /// The shape with this absolute ID, such as `smithy.api#String`.
    pub fn shape_named(&self, id: &str) -> Option<&Shape> {
        self.shapes.get(id).map(|shape| &**shape)
    }

    /// The shape with this absolute ID, mutable. Copied if other models share it.
    pub fn shape_mut(&mut self, id: &str) -> Option<&mut Shape> {
        self.shapes.get_mut(id).map(Arc::make_mut)
    }

    /// Adds a shape, and replaces the one with the same ID.
    pub fn insert(&mut self, shape: Shape) {
        self.shapes.insert(shape.id.clone(), Arc::new(shape));
    }

    /// The member with an ID such as `ns#Shape$member`.
    pub fn member(&self, id: &ShapeId) -> Option<&Member> {
        self.shapes.get(id.container())?.members.get(id.member()?)
    }

    /// All shapes, in order, including the prelude and built-in trait definitions.
    pub fn iter(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values().map(|shape| &**shape)
    }

    /// Shapes from sources, in order.
    pub fn own_shapes(&self) -> impl Iterator<Item = &Shape> {
        self.iter().filter(|shape| !shape.is_builtin())
    }
}

/// Proof that the value was validated and has no errors. Immutable.
#[derive(Clone, Debug)]
pub struct Valid<T>(T);

impl<T> Valid<T> {
    /// Created by validation only.
    pub(crate) fn assume(value: T) -> Self {
        Self(value)
    }

    /// Returns the value, without the proof.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
