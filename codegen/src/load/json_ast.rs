//! The JSON abstract syntax tree (spec: "JSON AST") to shapes.

use indexmap::IndexMap;

use super::document::{Document, Version};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Body, Member, Node, Object, Operation, OrderedMap, Resource, Service, Shape, ShapeId, ShapeType, Traits,
};
use crate::source::Span;

/// Reads a document. What is wrong is reported, and left out.
pub(super) fn read(root: &Node, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let document = Document { version: Version::V2, ..Document::default() };
    let mut reader = Reader { diagnostics, document };
    reader.root(root);
    reader.document
}

struct Reader<'d> {
    diagnostics: &'d mut Vec<Diagnostic>,
    document: Document,
}

/// What a resource's definition may say (spec: "Resource").
pub(super) const RESOURCE_PROPERTIES: [&str; 11] = [
    "identifiers",
    "properties",
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "operations",
    "collectionOperations",
    "resources",
];

/// Members of a shape's definition that say what it is made of, for each type.
const AGGREGATE: [&str; 4] = ["member", "key", "value", "members"];

impl Reader<'_> {
    fn error(&mut self, message: impl Into<String>, span: Span) {
        self.diagnostics.push(Diagnostic::error("Model", message, span));
    }

    fn object<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n Object> {
        let object = node.as_object();
        if object.is_none() {
            self.error(format!("{what} must be an object, but it is a {}", node.kind()), node.span);
        }
        object
    }

    fn root(&mut self, root: &Node) {
        let Some(object) = self.object(root, "A JSON AST file") else { return };
        match object.get("smithy") {
            Some((_, version)) if matches!(version.as_str(), Some("2.0" | "2")) => {}
            Some((_, version)) => {
                let found = version.as_str().unwrap_or("?");
                self.diagnostics.push(
                    Diagnostic::error("Model", format!("Unsupported Smithy version number: {found}"), version.span)
                        .with_help("this program reads JSON AST 2.0"),
                );
                return;
            }
            None => {
                self.diagnostics.push(
                    Diagnostic::error("Model", "This is no Smithy model: the member `smithy` is missing", root.span)
                        .with_help("a JSON AST file begins with `{\"smithy\": \"2.0\", \"shapes\": { … } }`"),
                );
                return;
            }
        }
        for (key, (span, node)) in object {
            match &**key {
                "smithy" => {}
                "metadata" => {
                    let Some(metadata) = self.object(node, "`metadata`") else { continue };
                    for (key, (span, node)) in metadata {
                        self.document.metadata.push((key.clone(), *span, node.clone()));
                    }
                }
                "shapes" => {
                    let Some(shapes) = self.object(node, "`shapes`") else { continue };
                    for (id, (span, node)) in shapes {
                        self.shape(id, *span, node);
                    }
                }
                other => self.error(format!("A JSON AST file has no member `{other}`"), *span),
            }
        }
    }

    fn id(&mut self, text: &str, span: Span) -> Option<ShapeId> {
        match ShapeId::parse(text) {
            Ok(id) => Some(id),
            Err(error) => {
                self.error(error.to_string(), span);
                None
            }
        }
    }

    fn shape(&mut self, id: &str, span: Span, node: &Node) {
        let (Some(id), Some(object)) = (self.id(id, span), self.object(node, "A shape")) else { return };
        let Some(name) = object.get("type").and_then(|(_, node)| node.as_str()) else {
            self.error(format!("Shape `{id}` has no `type`"), span);
            return;
        };
        let traits = object.get("traits").map(|(_, node)| self.traits(node)).unwrap_or_default();
        if name == "apply" {
            self.document.applies.push((id, span, traits));
            return;
        }
        let Some(kind) = ShapeType::from_name(name) else {
            let span = object.get("type").map_or(span, |(_, node)| node.span);
            let names = ShapeType::NAMES.map(|(_, name)| name);
            let mut error = Diagnostic::error("Model", format!("`{name}` is no shape type"), span).with_shape(&id);
            if let Some(nearest) = crate::nearest::nearest(name, names) {
                error = error.with_help(format!("did you mean `{nearest}`?"));
            }
            self.diagnostics.push(error);
            return;
        };
        let members = self.members(&id, kind, object, span);
        let body = match kind {
            ShapeType::Service => Body::Service(Box::new(self.service(object))),
            ShapeType::Resource => Body::Resource(Box::new(self.resource(object))),
            ShapeType::Operation => Body::Operation(Box::new(self.operation(object))),
            _ => Body::None,
        };
        let mixins = self.references(object, "mixins");
        self.unknown_properties(&id, kind, object);
        self.document.shapes.push(Shape { id, kind, span, traits, members, body, mixins });
    }

    fn traits(&mut self, node: &Node) -> Traits {
        let mut traits = Traits::new();
        if let Some(object) = self.object(node, "`traits`") {
            for (id, (span, value)) in object {
                if let Some(id) = self.id(id, *span) {
                    traits.insert(id, value.clone());
                }
            }
        }
        traits
    }

    fn members(&mut self, id: &ShapeId, kind: ShapeType, object: &Object, span: Span) -> OrderedMap<Box<str>, Member> {
        let mut members = OrderedMap::new();
        let fixed: &[&str] = match kind {
            ShapeType::List => &["member"],
            ShapeType::Map => &["key", "value"],
            ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum => {
                if let Some((_, node)) = object.get("members")
                    && let Some(written) = self.object(node, "`members`")
                {
                    for (name, (span, node)) in written {
                        if let Some(member) = self.member(id, name, *span, node) {
                            members.insert(name.clone(), member);
                        }
                    }
                }
                &[]
            }
            _ => &[],
        };
        for name in fixed {
            match object.get(*name) {
                Some((span, node)) => {
                    if let Some(member) = self.member(id, name, *span, node) {
                        members.insert((*name).into(), member);
                    }
                }
                // A mixin may bring it.
                None if object.contains_key("mixins") => {}
                None => self.error(format!("Missing required member of shape `{id}`: `{name}`"), span),
            }
        }
        members
    }

    fn member(&mut self, container: &ShapeId, name: &str, span: Span, node: &Node) -> Option<Member> {
        let object = self.object(node, "A member")?;
        let target = self.target(node)?;
        let traits = object.get("traits").map(|(_, node)| self.traits(node)).unwrap_or_default();
        if !crate::model::is_identifier(name) {
            self.error(format!("`{name}` cannot be a member's name"), span);
            return None;
        }
        Some(Member { id: container.with_member(name), target, span, traits, mixins: Vec::new() })
    }

    /// The id in `{"target": "…"}`.
    fn target(&mut self, node: &Node) -> Option<ShapeId> {
        match node.get("target") {
            Some(target) => match target.as_str() {
                Some(text) => self.id(text, target.span),
                None => {
                    self.error(format!("`target` must be a shape id, but it is a {}", target.kind()), target.span);
                    None
                }
            },
            None => {
                self.error("`target` is missing", node.span);
                None
            }
        }
    }

    fn references(&mut self, object: &Object, key: &str) -> Vec<ShapeId> {
        let Some((_, node)) = object.get(key) else { return Vec::new() };
        let Some(nodes) = node.as_array() else {
            self.error(format!("`{key}` must be an array, but it is a {}", node.kind()), node.span);
            return Vec::new();
        };
        nodes.iter().filter_map(|node| self.target(node)).collect()
    }

    fn reference(&mut self, object: &Object, key: &str) -> Option<ShapeId> {
        object.get(key).and_then(|(_, node)| self.target(node))
    }

    fn named_references(&mut self, object: &Object, key: &str) -> IndexMap<String, ShapeId> {
        let Some((_, node)) = object.get(key) else { return IndexMap::new() };
        let Some(entries) = self.object(node, key) else { return IndexMap::new() };
        entries.iter().filter_map(|(name, (_, node))| Some((name.to_string(), self.target(node)?))).collect()
    }

    fn service(&mut self, object: &Object) -> Service {
        let mut rename = IndexMap::new();
        if let Some((_, node)) = object.get("rename")
            && let Some(entries) = self.object(node, "`rename`")
        {
            for (id, (span, name)) in entries {
                if let (Some(id), Some(name)) = (self.id(id, *span), name.as_str()) {
                    rename.insert(id, name.to_owned());
                }
            }
        }
        Service {
            version: object.get("version").and_then(|(_, node)| node.as_str()).unwrap_or_default().to_owned(),
            operations: self.references(object, "operations"),
            resources: self.references(object, "resources"),
            errors: self.references(object, "errors"),
            rename,
        }
    }

    fn resource(&mut self, object: &Object) -> Resource {
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

    fn operation(&mut self, object: &Object) -> Operation {
        let unit = || ShapeId::from_parts("smithy.api", "Unit");
        Operation {
            input: self.reference(object, "input").unwrap_or_else(unit),
            output: self.reference(object, "output").unwrap_or_else(unit),
            errors: self.references(object, "errors"),
        }
    }

    /// A property that the type does not have is worth a warning: it may be misspelt.
    fn unknown_properties(&mut self, id: &ShapeId, kind: ShapeType, object: &Object) {
        let own: &[&str] = match kind {
            ShapeType::List => &AGGREGATE[..1],
            ShapeType::Map => &AGGREGATE[1..3],
            ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum => &AGGREGATE[3..],
            ShapeType::Service => &["version", "operations", "resources", "errors", "rename"],
            ShapeType::Operation => &["input", "output", "errors"],
            ShapeType::Resource => &RESOURCE_PROPERTIES,
            _ => &[],
        };
        for (key, (span, _)) in object {
            if !own.contains(&&**key) && !matches!(&**key, "type" | "traits" | "mixins") {
                let message = format!("Shapes of type `{}` have no property `{key}`", kind.name());
                let mut warning =
                    Diagnostic::new(crate::diagnostic::Severity::Warning, "Model.UnknownProperty", message, *span)
                        .with_shape(id);
                if let Some(nearest) = crate::nearest::nearest(key, own.iter().copied()) {
                    warning = warning.with_help(format!("did you mean `{nearest}`?"));
                }
                self.diagnostics.push(warning);
            }
        }
    }
}
