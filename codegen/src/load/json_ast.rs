//! JSON AST documents to definitions (spec: "JSON AST"). The parser returns one shape at a time, so that the nodes of a
//! file are never all in memory.

mod properties;

use self::properties::{Property, properties};
use super::document::{Apply, Definition, Document, Spelling, Syntax, Version};
use super::fault;
use crate::diagnostic::{Backticked, Details, Diagnostic, LoadFacts, Message, Severity, Unknown};
use crate::hash::HashMap;
use crate::model::{
    Body, Member, Node, Object, Operation, OrderedMap, Shape, ShapeId, ShapeType, Traits, Value, prelude,
};
use crate::nearest::nearest;
use crate::source::{SourceId, Span};
use crate::syntax::json::{self, Entry, Warnings};
use crate::traits::UniqueItems;

/// Converts a document. Invalid parts are reported and left out.
pub(super) fn read(source: SourceId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let document = Document { version: Version::V2, ..Document::default() };
    let mut reader = Reader {
        diagnostics,
        document,
        ids: HashMap::default(),
        version: None,
        is_aborted: false,
        unknown: Vec::new(),
        buffer: String::new(),
    };
    let before = reader.diagnostics.len();
    let mut warnings = Warnings::default();
    let parsed = json::parse_entries(source, text, "shapes", &mut warnings, &mut |entry| reader.entry(entry));
    reader.diagnostics.append(&mut warnings.duplicates);
    // After an error, the text may belong to the document.
    if !reader.diagnostics[before..].iter().any(|found| found.severity == Severity::Error) {
        reader.diagnostics.extend(warnings.text_after);
    }
    match parsed {
        Err(json::EntryError { mut diagnostic, key, extent }) => {
            // The version may follow the error.
            reader.document.is_model |= mentions_version(text);
            // The current shape is invalid, and so is the file unless the reference can skip the shape.
            let shape = key.and_then(|key| ShapeId::parse(&key).ok()).filter(|_| reader.version.is_some());
            let is_confined = shape.is_some() && extent == json::Extent::Entry;
            if let Some(shape) = shape {
                reader.diagnostics.push(diagnostic.clone().with_shape(&shape));
                reader.document.broken.push(shape);
            }
            if !is_confined {
                diagnostic.shape = None;
                reader.diagnostics.push(diagnostic);
            }
        }
        // Not a model.
        Ok(Some(_)) => {}
        Ok(None) => reader.finish(),
    }
    reader.document
}

/// Whether a text may be a model: models have a member `smithy`.
pub(super) fn mentions_version(text: &str) -> bool {
    text.contains("\"smithy\"")
}

/// A property that must be an object in every JSON file, whether or not it is a model.
const METADATA: &str = "metadata";

fn is_about_metadata(found: &Diagnostic) -> bool {
    let facts = found.details.as_deref();
    matches!(facts, Some(Details::Load(LoadFacts::UnexpectedProperty { property, .. })) if property == METADATA)
}

/// The value, or the error that ends the definition of a shape.
type Read<T> = Result<T, Diagnostic>;

struct Reader<'d> {
    diagnostics: &'d mut Vec<Diagnostic>,
    document: Document,
    /// Each ID is parsed and stored once.
    ids: HashMap<Box<str>, ShapeId>,
    version: Option<Node>,
    /// Whether the remaining shapes are skipped.
    is_aborted: bool,
    /// Unknown members of the root.
    unknown: Vec<(Box<str>, Span)>,
    /// For IDs of members.
    buffer: String,
}

impl Reader<'_> {
    fn entry(&mut self, entry: Entry) {
        if self.is_aborted {
            return;
        }
        let Entry { parent, key, key_span, value } = entry;
        match (parent, &*key) {
            (Some(_), id) => self.shape(id, key_span, value),
            (None, "smithy") => {
                // The contents cannot be interpreted in an unknown version.
                self.is_aborted = value.as_str().and_then(Version::from_text).is_none();
                self.version = Some(value);
                self.document.is_model = true;
            }
            (None, "metadata") => match value.value {
                Value::Object(entries) => {
                    let entries = entries.into_iter().map(|(key, (span, node))| (key, span, node));
                    self.document.metadata.extend(entries);
                }
                _ => self.diagnostics.push(mistyped(METADATA, "an object", &value)),
            },
            (None, "shapes") => {
                self.is_aborted = true;
                self.diagnostics.push(mistyped("shapes", "an object", &value));
            }
            (None, _) => self.unknown.push((key, key_span)),
        }
    }

    /// Checks at the end of the document.
    fn finish(&mut self) {
        let Some(version) = self.version.take() else {
            // Not a model, but its metadata counts, as in the reference implementation.
            self.diagnostics.retain(is_about_metadata);
            let metadata = std::mem::take(&mut self.document.metadata);
            self.document = Document { metadata, ..Document::default() };
            return;
        };
        let unknown = std::mem::take(&mut self.unknown);
        if !self.is_aborted {
            self.report_unknown(None, unknown, &["metadata", "shapes", "smithy"]);
        }
        let Some(known) = version.as_str().and_then(Version::from_text) else {
            let found = version.as_str().unwrap_or("?");
            let facts = LoadFacts::UnsupportedVersion { version: found.to_owned() };
            let help = "the supported versions are 1.0 and 2.0";
            self.diagnostics.push(fault(facts, version.span).with_help(help));
            // Shapes cannot be interpreted without a version.
            self.document.shapes.clear();
            self.document.applies.clear();
            return;
        };
        self.document.version = known;
    }

    fn error(&mut self, message: impl Into<Message>, span: Span) {
        self.diagnostics.push(fault(message, span));
    }

    fn id(&mut self, text: &str, span: Span) -> Read<ShapeId> {
        if let Some(id) = self.ids.get(text) {
            return Ok(id.clone());
        }
        let Ok(id) = ShapeId::parse(text) else {
            let error = fault(LoadFacts::InvalidShapeId { text: text.to_owned() }, span);
            return Err(
                error.with_help("shape IDs have the form `example.weather#City` and `example.weather#City$name`")
            );
        };
        self.ids.insert(text.into(), id.clone());
        Ok(id)
    }

    /// Reads a shape. An error about its ID or type invalidates the rest of the file.
    fn shape(&mut self, id: &str, span: Span, node: Node) {
        let kind = node.kind();
        let (id, object) = match (self.id(id, span), node.value) {
            (Ok(id), Value::Object(object)) => (id, object),
            (Ok(_), _) => {
                self.is_aborted = true;
                return self.error(LoadFacts::UnexpectedNode { expected: "object", found: kind }, node.span);
            }
            (Err(error), _) => {
                self.is_aborted = true;
                return self.diagnostics.push(error);
            }
        };
        if let Err(error) = self.shape_as(&id, span, node.span, object) {
            self.diagnostics.push(error.with_shape(&id));
            self.document.broken.push(id);
        }
    }

    fn shape_as(&mut self, id: &ShapeId, span: Span, body: Span, object: Object) -> Read<()> {
        let Some((_, type_node)) = object.get("type") else {
            return Err(fault("Missing expected member `type`.", body));
        };
        let Some(name) = type_node.as_str().map(str::to_owned) else {
            return Err(mistyped("type", "a string", type_node));
        };
        if name == "apply" {
            return self.apply(id, span, object);
        }
        let is_set = name == "set";
        let Some(kind) = ShapeType::from_name(&name).or(is_set.then_some(ShapeType::List)) else {
            let names = ShapeType::NAMES.map(|(_, name)| name);
            let details = Details::unknown(Unknown::ShapeType, &name, "", nearest(&name, names));
            return Err(fault(details, type_node.span));
        };
        if id.member().is_some() {
            return Err(fault(LoadFacts::MemberInShapeId { shape_type: name.clone(), shape: id.clone() }, span));
        }
        let mut shape = empty(id.clone(), kind, span);
        if let Err(error) = self.definition(&mut shape, object) {
            // There is no such shape, but the traits before the error were applied.
            self.apply_traits(&shape.id, span, shape.traits);
            for (_, member) in shape.members {
                self.apply_traits(&member.id, member.span, member.traits);
            }
            return Err(error);
        }
        if is_set {
            shape.traits.put::<UniqueItems>(Node::empty_object());
        }
        let spelling = if is_set { Spelling::Set } else { Spelling::Type };
        self.document.shapes.push(Definition { spelling, ..Definition::new(shape) });
        Ok(())
    }

    fn apply(&mut self, target: &ShapeId, span: Span, object: Object) -> Read<()> {
        let (mut traits, mut unknown) = (Traits::new(), Vec::new());
        let mut result = Ok(());
        for (key, (key_span, value)) in object {
            match &*key {
                "traits" => result = self.traits(&mut traits, value),
                "type" => {}
                _ => unknown.push((key, key_span)),
            }
            if result.is_err() {
                break;
            }
        }
        self.apply_traits(target, span, traits);
        result?;
        self.report_unknown(Some(target), unknown, &["traits", "type"]);
        Ok(())
    }

    fn apply_traits(&mut self, target: &ShapeId, span: Span, traits: Traits) {
        if !traits.is_empty() {
            let traits = traits.into_iter().collect();
            self.document.applies.push(Apply { target: target.clone(), span, traits, syntax: Syntax::JsonAst });
        }
    }

    /// Reads the properties of a shape. After an error, the shape has those that were read.
    fn definition(&mut self, shape: &mut Shape, object: Object) -> Read<()> {
        let mut unknown = Vec::new();
        for (key, (key_span, value)) in object {
            match (shape.kind, &*key) {
                (_, "type") => {}
                (_, "traits") => self.traits(&mut shape.traits, value)?,
                (_, "mixins") => shape.mixins = self.references(&shape.id, "mixins", &value)?,
                (ShapeType::List, "member") | (ShapeType::Map, "key" | "value") => {
                    self.member(shape, key, key_span, value)?;
                }
                (ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum, "members") => {
                    self.members(shape, value)?;
                }
                _ => {
                    let mut body = std::mem::replace(&mut shape.body, Body::None);
                    let known = match &mut body {
                        Body::Service(service) => self.service(&shape.id, service, &key, &value),
                        Body::Resource(resource) => self.resource(&shape.id, resource, &key, &value),
                        Body::Operation(operation) => self.operation(&shape.id, operation, &key, &value),
                        Body::None => Ok(Property::Unknown),
                    };
                    shape.body = body;
                    if known? == Property::Unknown {
                        unknown.push((key, key_span));
                    }
                }
            }
        }
        // The key of a map comes before its value.
        if shape.kind == ShapeType::Map && shape.members.first().is_some_and(|(name, _)| &**name == "value") {
            let mut members: Vec<_> = std::mem::take(&mut shape.members).into_iter().collect();
            members.reverse();
            shape.members = members.into_iter().collect();
        }
        self.report_unknown(Some(&shape.id), unknown, properties(shape.kind));
        shape.members.shrink_to_fit();
        Ok(())
    }

    /// Reads traits. After an error, `traits` has those before it.
    fn traits(&mut self, traits: &mut Traits, node: Node) -> Read<()> {
        let Value::Object(object) = node.value else { return Err(mistyped("traits", "an object", &node)) };
        traits.reserve_exact(object.len());
        for (id, (span, value)) in object {
            let id = self.id(&id, span)?;
            traits.insert(id, value);
        }
        Ok(())
    }

    fn members(&mut self, shape: &mut Shape, node: Node) -> Read<()> {
        let Value::Object(object) = node.value else { return Err(mistyped("members", "an object", &node)) };
        shape.members.reserve_exact(object.len());
        object.into_iter().try_for_each(|(name, (span, node))| self.member(shape, name, span, node))
    }

    fn member(&mut self, shape: &mut Shape, name: Box<str>, span: Span, node: Node) -> Read<()> {
        if !crate::model::is_identifier(&name) {
            return Err(fault(LoadFacts::InvalidMemberId { shape: shape.id.clone(), member: name.into() }, span));
        }
        let Value::Object(object) = node.value else { return Err(mistyped(&name, "an object", &node)) };
        let id = shape.id.with_member_in(&name, &mut self.buffer);
        let mut traits = Traits::new();
        let target = match self.member_body(&id, &mut traits, object, node.span) {
            Ok(target) => target,
            Err(error) => {
                self.apply_traits(&id, span, traits);
                return Err(error);
            }
        };
        if matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) && target.as_str() != prelude::UNIT {
            let shape_type = if shape.kind == ShapeType::Enum { "Enum" } else { "intEnum" };
            let facts = LoadFacts::EnumMemberTarget { shape_type, unit: prelude::UNIT, target };
            self.diagnostics.push(fault(facts, span).with_shape(&shape.id));
            return Ok(());
        }
        shape.members.insert(name, Member { id, target, span, traits, mixins: Vec::new() });
        Ok(())
    }

    /// The target of a member. After an error, `traits` has the traits before it.
    fn member_body(&mut self, id: &ShapeId, traits: &mut Traits, object: Object, span: Span) -> Read<ShapeId> {
        let (mut target, mut unknown) = (None, Vec::new());
        for (key, (key_span, value)) in object {
            match &*key {
                "target" => target = Some(self.target(&value)?),
                "traits" => self.traits(traits, value)?,
                _ => unknown.push((key, key_span)),
            }
        }
        self.report_unknown(Some(id), unknown, &["target", "traits"]);
        target.ok_or_else(|| fault("Missing expected member `target`.", span))
    }

    /// Unknown properties are warnings, because they may be misspelled.
    fn report_unknown(&mut self, shape: Option<&ShapeId>, unknown: Vec<(Box<str>, Span)>, known: &[&str]) {
        self.diagnostics.extend(unknown_properties(shape, unknown, known));
    }
}

/// An error about a property that is not of the expected type.
fn mistyped(key: &str, expected: &'static str, node: &Node) -> Diagnostic {
    fault(LoadFacts::UnexpectedProperty { property: key.to_owned(), expected, found: node.kind() }, node.span)
}

/// A shape without traits, members and properties.
fn empty(id: ShapeId, kind: ShapeType, span: Span) -> Shape {
    let body = match kind {
        ShapeType::Service => Body::Service(Box::default()),
        ShapeType::Resource => Body::Resource(Box::default()),
        ShapeType::Operation => Body::Operation(Box::new(Operation {
            input: ShapeId::known(prelude::UNIT),
            output: ShapeId::known(prelude::UNIT),
            errors: Vec::new(),
        })),
        _ => Body::None,
    };
    Shape { id, kind, span, traits: Traits::new(), members: OrderedMap::new(), body, mixins: Vec::new() }
}

/// A warning about the unknown properties of an object, if there are any.
pub(super) fn unknown_properties(
    shape: Option<&ShapeId>,
    mut unknown: Vec<(Box<str>, Span)>,
    known: &[&str],
) -> Option<Diagnostic> {
    unknown.sort();
    let (first, span) = unknown.first()?;
    let facts = LoadFacts::UnknownProperties {
        known: Backticked(known.iter().map(|name| (*name).to_owned()).collect()),
        found: Backticked(unknown.iter().map(|(name, _)| name.to_string()).collect()),
    };
    let mut warning = Diagnostic::of(Severity::Warning, "Model", facts, *span);
    warning.shape = shape.cloned();
    Some(warning.with_nearest(nearest(first, known.iter().copied())))
}
