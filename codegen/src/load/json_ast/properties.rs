//! Properties of services, resources and operations, and references to other shapes.

use super::super::document::Version;
use super::{Read, Reader, fault, mistyped};
use crate::diagnostic::{HelpFacts, LoadFacts};
use crate::hash::{IndexMap, IndexSet};
use crate::model::{Node, Operation, Resource, Service, ShapeId, ShapeType, Value};

/// Whether shapes of a type have a property.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    Known,
    Unknown,
}

impl Reader<'_> {
    /// The ID in `"target": "…"`.
    pub(super) fn target(&mut self, node: &Node) -> Read<ShapeId> {
        match node.as_str() {
            Some(text) => self.id(text, node.span),
            None => Err(mistyped("target", "a string", node)),
        }
    }

    fn reference(&mut self, shape: &ShapeId, key: &str, node: &Node) -> Read<ShapeId> {
        self.referenced(shape, node, |found| LoadFacts::UnexpectedProperty {
            property: key.to_owned(),
            expected: "an object",
            found,
        })
    }

    /// The target of a reference, or an error with the facts for the kind of value found instead.
    fn referenced(
        &mut self,
        shape: &ShapeId,
        node: &Node,
        facts: impl FnOnce(&'static str) -> LoadFacts,
    ) -> Read<ShapeId> {
        let Some(object) = node.as_object() else {
            let target = node.as_str().unwrap_or("example#Shape").to_owned();
            let help = HelpFacts::WriteReference { target };
            return Err(fault(facts(node.kind()), node.span).with_help(help));
        };
        let target = object.get("target").map(|(_, node)| self.target(node)).transpose()?;
        let unknown = object.iter().filter(|(key, _)| &***key != "target");
        let unknown = unknown.map(|(key, (span, _))| (key.clone(), *span)).collect();
        self.report_unknown(Some(shape), unknown, &["target"]);
        target.ok_or_else(|| fault("Missing expected member `target`.", node.span))
    }

    pub(super) fn references(&mut self, shape: &ShapeId, key: &str, node: &Node) -> Read<Vec<ShapeId>> {
        let Value::Array(nodes) = &node.value else { return Err(mistyped(key, "an array", node)) };
        let nodes = nodes.iter();
        let facts = |found| LoadFacts::UnexpectedNode { expected: "object", found };
        let ids: Read<IndexSet<ShapeId>> = nodes.map(|node| self.referenced(shape, node, facts)).collect();
        Ok(ids?.into_iter().collect())
    }

    fn named_references(&mut self, shape: &ShapeId, key: &str, node: &Node) -> Read<IndexMap<String, ShapeId>> {
        let Some(entries) = node.as_object() else { return Err(mistyped(key, "an object", node)) };
        let entries = entries.iter();
        entries.map(|(name, (_, node))| Ok((name.to_string(), self.reference(shape, name, node)?))).collect()
    }

    pub(super) fn service(&mut self, id: &ShapeId, service: &mut Service, key: &str, node: &Node) -> Read<Property> {
        match key {
            "version" => match node.as_str() {
                Some(version) => version.clone_into(&mut service.version),
                None => return Err(mistyped("version", "a string", node)),
            },
            "operations" => service.operations = self.references(id, key, node)?,
            "resources" => service.resources = self.references(id, key, node)?,
            "errors" => service.errors = self.references(id, key, node)?,
            "rename" => self.rename(service, node)?,
            _ => return Ok(Property::Unknown),
        }
        Ok(Property::Known)
    }

    fn rename(&mut self, service: &mut Service, node: &Node) -> Read<()> {
        let Some(entries) = node.as_object() else { return Err(mistyped("rename", "an object", node)) };
        for (from, (span, to)) in entries {
            let from = self.id(from, *span)?;
            let Some(to) = to.as_str() else {
                return Err(fault(LoadFacts::UnexpectedNode { expected: "string", found: to.kind() }, to.span));
            };
            service.rename.insert(from, to.to_owned());
        }
        Ok(())
    }

    pub(super) fn resource(&mut self, id: &ShapeId, resource: &mut Resource, key: &str, node: &Node) -> Read<Property> {
        let lifecycle = match key {
            "identifiers" => {
                resource.identifiers = self.named_references(id, key, node)?;
                return Ok(Property::Known);
            }
            "properties" => {
                if self.version.as_ref().and_then(Node::as_str).and_then(Version::from_text) == Some(Version::V1) {
                    let message = "Resource properties can only be used with Smithy version 2 or later. Attempted to use \
                                   resource properties with version `1.0`.";
                    self.error(message, node.span);
                    return Ok(Property::Known);
                }
                resource.properties = self.named_references(id, key, node)?;
                return Ok(Property::Known);
            }
            "operations" => {
                resource.operations = self.references(id, key, node)?;
                return Ok(Property::Known);
            }
            "collectionOperations" => {
                resource.collection_operations = self.references(id, key, node)?;
                return Ok(Property::Known);
            }
            "resources" => {
                resource.resources = self.references(id, key, node)?;
                return Ok(Property::Known);
            }
            "create" => &mut resource.create,
            "put" => &mut resource.put,
            "read" => &mut resource.read,
            "update" => &mut resource.update,
            "delete" => &mut resource.delete,
            "list" => &mut resource.list,
            _ => return Ok(Property::Unknown),
        };
        *lifecycle = Some(self.reference(id, key, node)?);
        Ok(Property::Known)
    }

    pub(super) fn operation(
        &mut self,
        id: &ShapeId,
        operation: &mut Operation,
        key: &str,
        node: &Node,
    ) -> Read<Property> {
        match key {
            "input" => operation.input = self.reference(id, key, node)?,
            "output" => operation.output = self.reference(id, key, node)?,
            "errors" => operation.errors = self.references(id, key, node)?,
            _ => return Ok(Property::Unknown),
        }
        Ok(Property::Known)
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
