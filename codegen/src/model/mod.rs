//! The semantic model: shapes, members, traits, metadata. Plain data; loading and validation live elsewhere.

pub mod graph;
mod id;
mod map;
mod node;
pub mod prelude;
mod shape;
pub(crate) mod time;
mod traits;

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use indexmap::IndexMap;

pub(crate) use id::is_identifier;
pub use id::{InvalidShapeId, ShapeId};
pub use map::OrderedMap;
pub use node::{Node, Number, Object, Value};
pub use shape::{Body, Member, Operation, Resource, Service, Shape, ShapeType};
pub use traits::{Breaks, Invalid, Trait, Traits};

use crate::source::Span;

/// A semantic model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Shapes by id; sorted by id once loading is done. Holds the prelude too. Members live inside their shape.
    /// Shared, because each model holds the hundreds that come with the program.
    pub shapes: IndexMap<ShapeId, Arc<Shape>>,
    /// Merged metadata, by key.
    pub metadata: IndexMap<String, Node>,
    /// Where a shape or member names a shape that no source defines, where that is known: from and to.
    pub unresolved: HashMap<(ShapeId, ShapeId), Span>,
}

impl Model {
    /// The shape with this id. For a member id, the containing shape is not returned: see [`Model::member`].
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id).map(|shape| &**shape)
    }

    /// The shape with this absolute id, such as `smithy.api#String`.
    pub fn shape_named(&self, id: &str) -> Option<&Shape> {
        self.shapes.get(id).map(|shape| &**shape)
    }

    /// The shape with this absolute id, to be changed; other models that share it keep theirs.
    pub fn shape_mut(&mut self, id: &str) -> Option<&mut Shape> {
        self.shapes.get_mut(id).map(Arc::make_mut)
    }

    /// Adds a shape, in place of one with its id.
    pub fn insert(&mut self, shape: Shape) {
        self.shapes.insert(shape.id.clone(), Arc::new(shape));
    }

    /// The member with an id such as `ns#Shape$member`.
    pub fn member(&self, id: &ShapeId) -> Option<&Member> {
        self.shapes.get(id.container())?.members.get(id.member()?)
    }

    /// All shapes, in order: those of the prelude and of known trait definitions too.
    pub fn iter(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values().map(|shape| &**shape)
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
