//! IDs and types of all shapes of a load: what a name in an IDL file can refer to.

use std::collections::HashMap;

use super::definitions;
use crate::model::{Model, Node, ShapeId, ShapeType, Value};
use crate::source::Span;

/// IDs and types of the shapes of all sources, the prelude and known trait definitions.
pub(super) struct Names {
    own: HashMap<ShapeId, ShapeType>,
    builtin: Option<&'static Model>,
}

impl Names {
    /// The known definitions only.
    pub(super) fn new() -> Self {
        Self { own: HashMap::new(), builtin: Some(definitions::model()) }
    }

    /// No names, for loading the definitions themselves.
    pub(super) fn bare() -> Self {
        Self { own: HashMap::new(), builtin: None }
    }

    /// Adds a shape of a source. If an ID is defined twice, the first type is used.
    pub(super) fn declare(&mut self, id: ShapeId, kind: ShapeType) {
        self.own.entry(id).or_insert(kind);
    }

    /// The type of a shape, or none if there is no such shape. Members are not included.
    pub(super) fn kind(&self, id: &str) -> Option<ShapeType> {
        let own = self.own.get(id).copied();
        own.or_else(|| self.builtin.and_then(|model| model.shape_named(id)).map(|shape| shape.kind))
    }

    /// The value of a trait that is written without one (spec: "Annotation traits").
    pub(super) fn annotation(&self, trait_id: &str, span: Span) -> Node {
        let value = match self.kind(trait_id) {
            Some(ShapeType::Structure | ShapeType::Map) => Value::Object(crate::model::Object::new()),
            Some(ShapeType::List) => Value::Array(Vec::new()),
            // Other types have no such value; validation of the value reports it.
            _ => Value::Null,
        };
        Node { value, span }
    }
}
