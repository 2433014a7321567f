//! Properties of services and resources, and references to other shapes.

use super::Reader;
use crate::diagnostic::{Diagnostic, LoadFacts, Severity};
use crate::hash::{IndexMap, IndexSet};
use crate::load::json_ast::unknown_properties;
use crate::model::{Node, Object, Resource, Service, ShapeId};
use crate::syntax::idl::tree::Name;

/// Properties of a service, in alphabetical order. `type` is a property in the JSON AST only, but messages list it.
const SERVICE_PROPERTIES: [&str; 6] = ["errors", "operations", "rename", "resources", "type", "version"];

/// Properties of a resource.
pub(super) const RESOURCE_PROPERTIES: [&str; 12] = [
    "collectionOperations",
    "create",
    "delete",
    "identifiers",
    "list",
    "operations",
    "properties",
    "put",
    "read",
    "resources",
    "type",
    "update",
];

impl Reader<'_> {
    pub(super) fn service(&mut self, id: &ShapeId, object: &Object) -> Service {
        self.unknown_properties(id, object, &SERVICE_PROPERTIES);
        let mut rename = IndexMap::default();
        if let Some((_, node)) = object.get("rename") {
            match node.as_object() {
                Some(entries) => {
                    for (name, (span, node)) in entries {
                        // Keys are strings, so names are not resolved.
                        match (ShapeId::parse(name), node.as_str()) {
                            (Ok(id), Some(text)) => {
                                rename.insert(id, text.to_owned());
                            }
                            (Err(_), _) => {
                                let facts = LoadFacts::InvalidShapeId { text: name.to_string() };
                                let error = Diagnostic::of(Severity::Error, "Model", facts, *span);
                                self.diagnostics.push(error.with_help("write the shape ID with its namespace"));
                            }
                            (_, None) => self.expected("`rename` entry", "a string", node),
                        }
                    }
                }
                None => self.expected("`rename`", "an object", node),
            }
        }
        let version = object.get("version").and_then(|(_, node)| {
            if node.as_str().is_none() {
                self.expected("`version`", "a string", node);
            }
            node.as_str()
        });
        Service {
            version: version.unwrap_or_default().to_owned(),
            operations: self.references(object, "operations"),
            resources: self.references(object, "resources"),
            errors: self.references(object, "errors"),
            rename,
        }
    }

    pub(super) fn resource(&mut self, id: &ShapeId, object: &Object) -> Resource {
        self.unknown_properties(id, object, &RESOURCE_PROPERTIES);
        Resource {
            identifiers: self.named_references(object, "identifiers"),
            properties: self.named_references(object, "properties"),
            create: self.reference(object, "create"),
            put: self.reference(object, "put"),
            read: self.reference(object, "read"),
            update: self.reference(object, "update"),
            delete: self.reference(object, "delete"),
            list: self.reference(object, "list"),
            operations: self.references(object, "operations"),
            collection_operations: self.references(object, "collectionOperations"),
            resources: self.references(object, "resources"),
        }
    }

    pub(super) fn unknown_properties(&mut self, id: &ShapeId, object: &Object, known: &[&str]) {
        let unknown = object.iter().filter(|(key, _)| !known.contains(&&***key));
        let unknown = unknown.map(|(key, (span, _))| (key.clone(), *span)).collect();
        self.diagnostics.extend(unknown_properties(Some(id), unknown, known));
    }

    fn expected(&mut self, subject: &str, expected: &'static str, node: &Node) {
        let facts = LoadFacts::UnexpectedValue { subject: subject.to_owned(), expected, found: node.kind() };
        self.error(facts, node.span);
    }

    /// A shape ID as the value of a property, quoted or not.
    fn target(&mut self, node: &Node) -> Option<ShapeId> {
        let Some(text) = node.as_str() else {
            self.expected("A reference", "a shape id", node);
            return None;
        };
        self.id(&Name { text: text.into(), span: node.span })
    }

    fn reference(&mut self, object: &Object, key: &str) -> Option<ShapeId> {
        let (_, node) = object.get(key)?;
        self.target(node)
    }

    fn references(&mut self, object: &Object, key: &str) -> Vec<ShapeId> {
        let Some((_, node)) = object.get(key) else { return Vec::new() };
        let Some(nodes) = node.as_array() else {
            self.expected(&format!("`{key}`"), "an array", node);
            return Vec::new();
        };
        let ids: IndexSet<ShapeId> = nodes.iter().filter_map(|node| self.target(node)).collect();
        ids.into_iter().collect()
    }

    fn named_references(&mut self, object: &Object, key: &str) -> IndexMap<String, ShapeId> {
        let Some((_, node)) = object.get(key) else { return IndexMap::default() };
        let Some(entries) = node.as_object() else {
            self.expected(&format!("`{key}`"), "an object", node);
            return IndexMap::default();
        };
        entries.iter().filter_map(|(name, (_, node))| Some((name.to_string(), self.target(node)?))).collect()
    }
}
