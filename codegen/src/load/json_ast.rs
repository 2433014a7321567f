//! JSON AST documents to definitions (spec: "JSON AST"). The parser returns one shape at a time, so that the nodes of a
//! file are never all in memory.

mod properties;

use std::collections::HashMap;

use self::properties::properties;
use super::document::{Apply, Definition, Document, Spelling, Syntax, Version};
use crate::diagnostic::{Details, Diagnostic, Severity, Unknown};
use crate::model::{
    Body, Member, Node, Object, Operation, OrderedMap, Shape, ShapeId, ShapeType, Traits, Value, prelude,
};
use crate::nearest::nearest;
use crate::source::{SourceId, Span};
use crate::syntax::json::{self, Entry};
use crate::traits::UniqueItems;

/// Converts a document. Invalid parts are reported and left out.
pub(super) fn read(source: SourceId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let document = Document { version: Version::V2, ..Document::default() };
    let mut reader = Reader {
        diagnostics,
        document,
        ids: HashMap::new(),
        sets: Vec::new(),
        version: None,
        is_aborted: false,
        unknown: Vec::new(),
    };
    let mut warnings = Vec::new();
    let parsed = json::parse_entries(source, text, "shapes", &mut warnings, &mut |entry| reader.entry(entry));
    reader.diagnostics.append(&mut warnings);
    match parsed {
        Err(json::EntryError { mut diagnostic, key }) => {
            // The version may follow the error.
            reader.document.is_model |= mentions_version(text);
            // The file is invalid, and so is the current shape.
            let shape = key.and_then(|key| ShapeId::parse(&key).ok()).filter(|_| reader.version.is_some());
            if let Some(shape) = shape {
                reader.diagnostics.push(diagnostic.clone().with_shape(&shape));
            }
            diagnostic.shape = None;
            reader.diagnostics.push(diagnostic);
        }
        Ok(Some(other)) => {
            let message = format!("Ignored: not a Smithy model, the document is not an object but {}", other.kind());
            let warning = Diagnostic::new(Severity::Warning, "Model", message, other.span);
            reader.diagnostics.push(warning.with_help(FORM));
        }
        Ok(None) => reader.finish(Span::new(source, 0..text.len().min(1))),
    }
    reader.document
}

/// Whether a text may be a model: models have a member `smithy`.
pub(super) fn mentions_version(text: &str) -> bool {
    text.contains("\"smithy\"")
}

/// Help for files that are not JSON AST.
const FORM: &str = "a JSON AST file has the form `{\"smithy\": \"2.0\", \"shapes\": { … } }`";

/// Start of the message for metadata that is not an object, which is an error in every JSON file.
const NO_METADATA: &str = "Expected `metadata` to be an object";

struct Reader<'d> {
    diagnostics: &'d mut Vec<Diagnostic>,
    document: Document,
    /// Each ID is parsed and stored once.
    ids: HashMap<Box<str>, ShapeId>,
    /// Shapes that were written as `set`.
    sets: Vec<(ShapeId, Span)>,
    version: Option<Node>,
    /// Whether the remaining shapes are skipped.
    is_aborted: bool,
    /// Unknown members of the root.
    unknown: Vec<(Box<str>, Span)>,
}

impl Reader<'_> {
    fn entry(&mut self, entry: Entry) {
        let Entry { parent, key, key_span, value } = entry;
        match (parent, &*key) {
            (Some(_), id) => self.shape(id, key_span, value),
            (None, "smithy") => {
                self.version = Some(value);
                self.document.is_model = true;
            }
            (None, "metadata") => match value.value {
                Value::Object(entries) => {
                    let entries = entries.into_iter().map(|(key, (span, node))| (key, span, node));
                    self.document.metadata.extend(entries);
                }
                _ => self.error(format!("{NO_METADATA}; found {}", value.kind()), value.span),
            },
            (None, "shapes") => {
                self.error(format!("Expected `shapes` to be an object; found {}", value.kind()), value.span);
            }
            (None, _) => self.unknown.push((key, key_span)),
        }
    }

    /// Checks at the end of the document.
    fn finish(&mut self, start: Span) {
        let Some(version) = self.version.take() else {
            let message = "Ignored: not a Smithy model, the member `smithy` is missing";
            let help = format!("add `\"smithy\": \"2.0\"` as first member; {FORM}");
            self.diagnostics.retain(|found| found.id == "Model" && found.message.starts_with(NO_METADATA));
            self.diagnostics.push(Diagnostic::new(Severity::Warning, "Model", message, start).with_help(help));
            self.document = Document::default();
            return;
        };
        let unknown = std::mem::take(&mut self.unknown);
        self.report_unknown(None, unknown, &["metadata", "shapes", "smithy"]);
        let Some(known) = version.as_str().and_then(Version::from_text) else {
            let found = version.as_str().unwrap_or("?");
            let message = format!("Unsupported Smithy version number: {found}");
            let help = "the supported versions are 1.0 and 2.0";
            self.diagnostics.push(Diagnostic::error("Model", message, version.span).with_help(help));
            // Shapes cannot be interpreted without a version.
            self.document.shapes.clear();
            self.document.applies.clear();
            return;
        };
        self.document.version = known;
        let wrong: Vec<(ShapeId, &str, Span)> = match known {
            Version::V1 => {
                let shapes = self.document.shapes.iter().map(|definition| &definition.shape);
                let enums = shapes.filter(|shape| matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum));
                enums.map(|shape| (shape.id.clone(), shape.kind.name(), shape.span)).collect()
            }
            Version::V2 => self.sets.drain(..).map(|(id, span)| (id, "set", span)).collect(),
        };
        for (id, kind, span) in wrong {
            let message = format!("{kind} shapes cannot be used in Smithy version {}", known.name());
            self.diagnostics.push(Diagnostic::error("Model", message, span).with_shape(&id));
        }
    }

    fn error(&mut self, message: impl Into<String>, span: Span) {
        self.diagnostics.push(Diagnostic::error("Model", message, span));
    }

    fn shape_error(&mut self, shape: &ShapeId, message: impl Into<String>, span: Span) {
        self.diagnostics.push(Diagnostic::error("Model", message, span).with_shape(shape));
    }

    /// Reports a property that is not of the expected type.
    fn mistyped(&mut self, shape: &ShapeId, key: &str, expected: &str, node: &Node) {
        let message = format!("Expected `{key}` to be {expected}; found {}", node.kind());
        self.shape_error(shape, message, node.span);
    }

    fn id(&mut self, text: &str, shape: Option<&ShapeId>, span: Span) -> Option<ShapeId> {
        if let Some(id) = self.ids.get(text) {
            return Some(id.clone());
        }
        let Ok(id) = ShapeId::parse(text) else {
            let mut error = Diagnostic::error("Model", format!("Invalid shape ID: {text}"), span)
                .with_help("shape IDs have the form `example.weather#City` and `example.weather#City$name`");
            error.shape = shape.cloned();
            self.diagnostics.push(error);
            return None;
        };
        self.ids.insert(text.into(), id.clone());
        Some(id)
    }

    fn shape(&mut self, id: &str, span: Span, node: Node) {
        // After an invalid ID, the rest is skipped.
        if self.is_aborted {
            return;
        }
        let Some(id) = self.id(id, None, span) else {
            self.is_aborted = true;
            return;
        };
        let known = self.diagnostics.len();
        self.shape_as(&id, span, node);
        if self.diagnostics.get(known..).is_some_and(|found| found.iter().any(|one| one.severity == Severity::Error)) {
            self.document.broken.push(id);
        }
    }

    fn shape_as(&mut self, id: &ShapeId, span: Span, node: Node) {
        let kind = node.kind();
        let Value::Object(object) = node.value else {
            self.is_aborted = true;
            return self.error(format!("Expected object, but found {kind}."), node.span);
        };
        let Some((_, type_node)) = object.get("type") else {
            return self.shape_error(id, "Missing expected member `type`.", node.span);
        };
        let Some(name) = type_node.as_str().map(str::to_owned) else {
            return self.mistyped(id, "type", "a string", type_node);
        };
        if name == "apply" {
            return self.apply(id, span, object);
        }
        let is_set = name == "set";
        let Some(kind) = ShapeType::from_name(&name).or(is_set.then_some(ShapeType::List)) else {
            let names = ShapeType::NAMES.map(|(_, name)| name);
            let details = Details::unknown(Unknown::ShapeType, &name, "", nearest(&name, names));
            self.diagnostics.push(Diagnostic::of(Severity::Error, "Model", details, type_node.span).with_shape(id));
            return;
        };
        if id.member().is_some() {
            let message = format!("Shapes of type `{name}` cannot contain a member in their shape ID. Found `{id}`");
            return self.shape_error(id, message, span);
        }
        let mut shape = self.definition(id.clone(), kind, span, object);
        if is_set {
            shape.traits.put::<UniqueItems>(Node::empty_object());
            self.sets.push((shape.id.clone(), span));
        }
        let spelling = if is_set { Spelling::Set } else { Spelling::Type };
        self.document.shapes.push(Definition { spelling, ..Definition::new(shape) });
    }

    fn apply(&mut self, target: &ShapeId, span: Span, object: Object) {
        let mut unknown = Vec::new();
        for (key, (key_span, value)) in object {
            match &*key {
                "traits" => {
                    let traits = self.traits(target, value).into_iter().collect();
                    self.document.applies.push(Apply { target: target.clone(), span, traits, syntax: Syntax::JsonAst });
                }
                "type" => {}
                _ => unknown.push((key, key_span)),
            }
        }
        self.report_unknown(Some(target), unknown, &["traits", "type"]);
    }

    fn definition(&mut self, id: ShapeId, kind: ShapeType, span: Span, object: Object) -> Shape {
        let mut shape = Shape {
            id,
            kind,
            span,
            traits: Traits::new(),
            members: OrderedMap::new(),
            body: match kind {
                ShapeType::Service => Body::Service(Box::default()),
                ShapeType::Resource => Body::Resource(Box::default()),
                ShapeType::Operation => Body::Operation(Box::new(Operation {
                    input: ShapeId::known(prelude::UNIT),
                    output: ShapeId::known(prelude::UNIT),
                    errors: Vec::new(),
                })),
                _ => Body::None,
            },
            mixins: Vec::new(),
        };
        let mut unknown = Vec::new();
        for (key, (key_span, value)) in object {
            match (kind, &*key) {
                (_, "type") => {}
                (_, "traits") => shape.traits = self.traits(&shape.id, value),
                (_, "mixins") => shape.mixins = self.references(&shape.id, "mixins", &value),
                (ShapeType::List, "member") | (ShapeType::Map, "key" | "value") => {
                    self.member(&mut shape, key, key_span, value);
                }
                (ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum, "members") => {
                    self.members(&mut shape, value);
                }
                _ => {
                    let mut body = std::mem::replace(&mut shape.body, Body::None);
                    let known = match &mut body {
                        Body::Service(service) => self.service(&shape.id, service, &key, &value),
                        Body::Resource(resource) => self.resource(&shape.id, resource, &key, &value),
                        Body::Operation(operation) => self.operation(&shape.id, operation, &key, &value),
                        Body::None => false,
                    };
                    shape.body = body;
                    if !known {
                        unknown.push((key, key_span));
                    }
                }
            }
        }
        // The key of a map comes before its value.
        if kind == ShapeType::Map && shape.members.first().is_some_and(|(name, _)| &**name == "value") {
            let mut members: Vec<_> = std::mem::take(&mut shape.members).into_iter().collect();
            members.reverse();
            shape.members = members.into_iter().collect();
        }
        self.report_unknown(Some(&shape.id), unknown, properties(kind));
        shape.members.shrink_to_fit();
        shape
    }

    fn traits(&mut self, target: &ShapeId, node: Node) -> Traits {
        let mut traits = Traits::new();
        match node.value {
            Value::Object(object) => {
                for (id, (span, value)) in object {
                    if let Some(id) = self.id(&id, Some(target), span) {
                        traits.insert(id, value);
                    }
                }
            }
            _ => self.mistyped(target, "traits", "an object", &node),
        }
        traits.shrink_to_fit();
        traits
    }

    fn members(&mut self, shape: &mut Shape, node: Node) {
        match node.value {
            Value::Object(object) => {
                for (name, (span, node)) in object {
                    self.member(shape, name, span, node);
                }
            }
            _ => self.mistyped(&shape.id, "members", "an object", &node),
        }
    }

    fn member(&mut self, shape: &mut Shape, name: Box<str>, span: Span, node: Node) {
        if !crate::model::is_identifier(&name) {
            return self.shape_error(&shape.id, format!("Invalid shape ID: {}${name}", shape.id), span);
        }
        let kind = node.kind();
        let Value::Object(object) = node.value else {
            let message = format!("Expected `{name}` to be an object; found {kind}");
            return self.shape_error(&shape.id, message, node.span);
        };
        let id = shape.id.with_member(&name);
        let Some(target) = self.target(&shape.id, &object, node.span) else { return };
        let (mut traits, mut unknown) = (Traits::new(), Vec::new());
        for (key, (key_span, value)) in object {
            match &*key {
                "target" => {}
                "traits" => traits = self.traits(&id, value),
                _ => unknown.push((key, key_span)),
            }
        }
        self.report_unknown(Some(&id), unknown, &["target", "traits"]);
        if matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) && target.as_str() != prelude::UNIT {
            let kind = if shape.kind == ShapeType::Enum { "Enum" } else { "intEnum" };
            let message = format!("{kind} members may only target `{}`, but found `{target}`", prelude::UNIT);
            return self.shape_error(&shape.id, message, span);
        }
        shape.members.insert(name, Member { id, target, span, traits, mixins: Vec::new() });
    }

    /// Unknown properties are warnings, since they may be misspelt.
    fn report_unknown(&mut self, shape: Option<&ShapeId>, unknown: Vec<(Box<str>, Span)>, known: &[&str]) {
        self.diagnostics.extend(unknown_properties(shape, unknown, known));
    }
}

/// A warning about the unknown properties of an object, if there are any.
pub(super) fn unknown_properties(
    shape: Option<&ShapeId>,
    mut unknown: Vec<(Box<str>, Span)>,
    known: &[&str],
) -> Option<Diagnostic> {
    unknown.sort();
    let (first, span) = unknown.first()?;
    let list = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let names: Vec<&str> = unknown.iter().map(|(name, _)| &**name).collect();
    let message = format!(
        "Expected an object with possible properties of {}, but found additional properties: {}",
        list(known),
        list(&names)
    );
    let mut warning = Diagnostic::new(Severity::Warning, "Model", message, *span);
    warning.shape = shape.cloned();
    if let Some(nearest) = nearest(first, known.iter().copied()) {
        warning = warning.with_help(format!("did you mean `{nearest}`?"));
    }
    Some(warning)
}
