//! IDs and types of all shapes of a load: what a name in an IDL file can refer to.

use crate::hash::{HashMap, HashSet};
use crate::model::{Model, Node, ShapeId, ShapeType, Value};
use crate::source::Span;

/// IDs and types of the shapes of all sources and of a built-in model.
pub(super) struct Names {
    own: HashMap<ShapeId, ShapeType>,
    broken: HashSet<ShapeId>,
    builtin: Option<&'static Model>,
}

impl Names {
    /// The names of a built-in model.
    pub(super) fn of(builtin: &'static Model) -> Self {
        Self { own: HashMap::default(), broken: HashSet::default(), builtin: Some(builtin) }
    }

    /// No names, to read the built-in model itself.
    pub(super) fn empty() -> Self {
        Self { own: HashMap::default(), broken: HashSet::default(), builtin: None }
    }

    /// Adds a shape of a source. If an ID is defined twice, the first type is used.
    pub(super) fn declare(&mut self, id: ShapeId, kind: ShapeType) {
        self.own.entry(id).or_insert(kind);
    }

    /// Adds a shape whose definition has a reported error.
    pub(super) fn declare_broken(&mut self, id: ShapeId) {
        self.broken.insert(id);
    }

    /// Whether a definition of a shape has a reported error.
    pub(super) fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id)
    }

    /// The type of a shape, or `None` if there is no such shape. Members are not included.
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
