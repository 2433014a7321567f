//! Ids and types of all shapes that a load brings together: what a name in an IDL file can mean.

use std::collections::HashMap;

use super::definitions;
use crate::model::{Model, Node, ShapeId, ShapeType, Value};
use crate::source::Span;

/// Ids and types of the shapes of all sources, of the prelude and of the trait definitions that the program knows.
pub(super) struct Names {
    own: HashMap<ShapeId, ShapeType>,
    builtin: Option<&'static Model>,
}

impl Names {
    /// Names of no source yet.
    pub(super) fn new() -> Self {
        Self { own: HashMap::new(), builtin: Some(definitions::model()) }
    }

    /// No name at all: for reading the definitions themselves.
    pub(super) fn bare() -> Self {
        Self { own: HashMap::new(), builtin: None }
    }

    /// Adds a shape that a source defines. The first definition of an id counts.
    pub(super) fn declare(&mut self, id: ShapeId, kind: ShapeType) {
        self.own.entry(id).or_insert(kind);
    }

    /// The type of the shape with this id; none where there is no such shape. Members are not known here.
    pub(super) fn kind(&self, id: &str) -> Option<ShapeType> {
        let own = self.own.get(id).copied();
        own.or_else(|| self.builtin.and_then(|model| model.shape_named(id)).map(|shape| shape.kind))
    }

    /// The value of a trait that is applied without one (spec: "Annotation traits").
    pub(super) fn annotation(&self, trait_id: &str, span: Span) -> Node {
        let value = match self.kind(trait_id) {
            Some(ShapeType::Structure | ShapeType::Map) => Value::Object(crate::model::Object::new()),
            Some(ShapeType::List) => Value::Array(Vec::new()),
            // Other types have no such value: checking it against its definition says so.
            _ => Value::Null,
        };
        Node { value, span }
    }
}
