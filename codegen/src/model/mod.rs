//! The semantic model: shapes, members, traits, metadata. Plain data; loading and validation live elsewhere.

pub mod graph;
mod id;
mod map;
mod node;
mod shape;

use std::ops::Deref;

use indexmap::IndexMap;

pub(crate) use id::is_identifier;
pub use id::{InvalidShapeId, ShapeId};
pub use map::OrderedMap;
pub use node::{Node, Number, Object, Value};
pub use shape::{Body, Member, Operation, Resource, Service, Shape, ShapeType, Traits};

/// A semantic model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Shapes by id; sorted by id once loading is done. Holds the prelude too. Members live inside their shape.
    pub shapes: IndexMap<ShapeId, Shape>,
    /// Merged metadata, by key.
    pub metadata: IndexMap<String, Node>,
}

impl Model {
    /// The shape with this id. For a member id, the containing shape is not returned: see [`Model::member`].
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// The shape with this absolute id, such as `smithy.api#String`.
    pub fn shape_named(&self, id: &str) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// The member with an id such as `ns#Shape$member`.
    pub fn member(&self, id: &ShapeId) -> Option<&Member> {
        self.shapes.get(id.container())?.members.get(id.member()?)
    }

    /// All shapes, in order: those of the prelude and of known trait definitions too.
    pub fn iter(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values()
    }

    /// Shapes that came from sources, in order.
    pub fn own_shapes(&self) -> impl Iterator<Item = &Shape> {
        self.iter().filter(|shape| !shape.is_builtin())
    }
}

/// Proof that the value inside was validated and has no error. Frozen: there is no way to change it.
#[derive(Clone, Debug)]
pub struct Valid<T>(T);

impl<T> Valid<T> {
    /// Only validation makes one.
    pub(crate) fn assume(value: T) -> Self {
        Self(value)
    }

    /// Gives the value back, and the proof up.
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
