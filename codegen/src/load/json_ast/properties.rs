//! Properties of services, resources and operations, and references to other shapes.

use indexmap::IndexMap;

use super::Reader;
use crate::diagnostic::Diagnostic;
use crate::model::{Node, Object, Operation, Resource, Service, ShapeId, ShapeType, Value};
use crate::source::Span;

impl Reader<'_> {
    /// The ID in `{"target": "…"}`.
    pub(super) fn target(&mut self, shape: &ShapeId, object: &Object, span: Span) -> Option<ShapeId> {
        let Some((_, node)) = object.get("target") else {
            self.shape_error(shape, "Missing expected member `target`.", span);
            return None;
        };
        match node.as_str() {
            Some(text) => self.id(text, Some(shape), node.span),
            None => {
                self.mistyped(shape, "target", "a string", node);
                None
            }
        }
    }

    fn reference(&mut self, shape: &ShapeId, key: &str, node: &Node) -> Option<ShapeId> {
        self.referenced(shape, node, |kind| format!("Expected `{key}` to be an object; found {kind}"))
    }

    /// The target of a reference, or an error with the message for the kind of value found instead.
    fn referenced(
        &mut self,
        shape: &ShapeId,
        node: &Node,
        message: impl FnOnce(&'static str) -> String,
    ) -> Option<ShapeId> {
        let Some(object) = node.as_object() else {
            let example = node.as_str().unwrap_or("example#Shape");
            let help = format!("write `{{\"target\": \"{example}\"}}`");
            let error = Diagnostic::error("Model", message(node.kind()), node.span).with_shape(shape);
            self.diagnostics.push(error.with_help(help));
            return None;
        };
        self.target(shape, object, node.span)
    }

    pub(super) fn references(&mut self, shape: &ShapeId, key: &str, node: &Node) -> Vec<ShapeId> {
        let Value::Array(nodes) = &node.value else {
            self.mistyped(shape, key, "an array", node);
            return Vec::new();
        };
        let mut ids = Vec::with_capacity(nodes.len());
        for node in nodes {
            ids.extend(self.referenced(shape, node, |kind| format!("Expected object, but found {kind}.")));
        }
        ids
    }

    fn named_references(&mut self, shape: &ShapeId, key: &str, node: &Node) -> IndexMap<String, ShapeId> {
        let Some(entries) = node.as_object() else {
            self.mistyped(shape, key, "an object", node);
            return IndexMap::new();
        };
        let entries = entries.iter();
        entries.filter_map(|(name, (_, node))| Some((name.to_string(), self.reference(shape, name, node)?))).collect()
    }

    /// Reads a property. Returns false if services have no such property; the next two functions do the same.
    pub(super) fn service(&mut self, id: &ShapeId, service: &mut Service, key: &str, node: &Node) -> bool {
        match key {
            "version" => match node.as_str() {
                Some(version) => version.clone_into(&mut service.version),
                None => self.mistyped(id, "version", "a string", node),
            },
            "operations" => service.operations = self.references(id, key, node),
            "resources" => service.resources = self.references(id, key, node),
            "errors" => service.errors = self.references(id, key, node),
            "rename" => self.rename(id, service, node),
            _ => return false,
        }
        true
    }

    fn rename(&mut self, id: &ShapeId, service: &mut Service, node: &Node) {
        let Some(entries) = node.as_object() else {
            return self.mistyped(id, "rename", "an object", node);
        };
        for (from, (span, to)) in entries {
            match (self.id(from, Some(id), *span), to.as_str()) {
                (Some(from), Some(to)) => {
                    service.rename.insert(from, to.to_owned());
                }
                (_, None) => self.shape_error(id, format!("Expected string, but found {}.", to.kind()), to.span),
                _ => {}
            }
        }
    }

    pub(super) fn resource(&mut self, id: &ShapeId, resource: &mut Resource, key: &str, node: &Node) -> bool {
        let lifecycle = match key {
            "identifiers" => {
                resource.identifiers = self.named_references(id, key, node);
                return true;
            }
            "properties" => {
                resource.properties = self.named_references(id, key, node);
                return true;
            }
            "operations" => {
                resource.operations = self.references(id, key, node);
                return true;
            }
            "collectionOperations" => {
                resource.collection_operations = self.references(id, key, node);
                return true;
            }
            "resources" => {
                resource.resources = self.references(id, key, node);
                return true;
            }
            "create" => &mut resource.create,
            "put" => &mut resource.put,
            "read" => &mut resource.read,
            "update" => &mut resource.update,
            "delete" => &mut resource.delete,
            "list" => &mut resource.list,
            _ => return false,
        };
        *lifecycle = self.reference(id, key, node);
        true
    }

    pub(super) fn operation(&mut self, id: &ShapeId, operation: &mut Operation, key: &str, node: &Node) -> bool {
        let place = match key {
            "input" => &mut operation.input,
            "output" => &mut operation.output,
            "errors" => {
                operation.errors = self.references(id, key, node);
                return true;
            }
            _ => return false,
        };
        if let Some(target) = self.reference(id, key, node) {
            *place = target;
        }
        true
    }
}

/// Properties of a shape of this type, in alphabetical order.
pub(super) fn properties(kind: ShapeType) -> &'static [&'static str] {
    match kind {
        ShapeType::List => &["member", "mixins", "traits", "type"],
        ShapeType::Map => &["key", "mixins", "traits", "type", "value"],
        ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum => {
            &["members", "mixins", "traits", "type"]
        }
        ShapeType::Service => &["errors", "mixins", "operations", "rename", "resources", "traits", "type", "version"],
        ShapeType::Operation => &["errors", "input", "mixins", "output", "traits", "type"],
        ShapeType::Resource => &[
            "collectionOperations",
            "create",
            "delete",
            "identifiers",
            "list",
            "mixins",
            "operations",
            "properties",
            "put",
            "read",
            "resources",
            "traits",
            "type",
            "update",
        ],
        _ => &["mixins", "traits", "type"],
    }
}
