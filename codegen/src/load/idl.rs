//! IDL trees to shapes: resolves names, and expands abbreviations.

mod properties;

use super::document::{Apply, Definition, Document, Syntax, pending};
use super::fault;
use super::names::Names;
use crate::diagnostic::{Diagnostic, LoadFacts, Message, Severity};
use crate::hash::{HashMap, HashSet, IndexSet};
use crate::model::{
    Body, Member, Node, Operation, OrderedMap, Shape, ShapeId, ShapeType, Trait, Traits, Value, prelude,
};
use crate::source::Span;
use crate::syntax::idl::Tree;
use crate::syntax::idl::tree::{
    self, Io, MemberStatement, Name, OperationBody, ShapeStatement, State, Statement, TraitUse,
};
use crate::traits::{self, DefaultValue, EnumValue};

/// Adds the shapes that a file defines.
pub(super) fn declare(tree: &Tree, names: &mut Names) {
    let Some(namespace) = &tree.namespace else { return };
    for statement in &tree.statements {
        let Statement::Shape(shape) = statement else { continue };
        let id = ShapeId::from_parts(&namespace.text, &shape.name.text);
        match shape.state {
            State::Complete => names.declare(id, shape.kind),
            State::Broken => names.declare_broken(id),
        }
        if let tree::Body::Operation(operation) = &shape.body {
            for io in [&operation.input, &operation.output] {
                if let Some(Io::Inline(inline)) = io
                    && inline.state == State::Complete
                {
                    names.declare(ShapeId::from_parts(&namespace.text, &inline.name.text), ShapeType::Structure);
                }
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Direction {
    Input,
    Output,
}

impl Direction {
    /// The trait of the structure.
    fn marker(self) -> &'static str {
        match self {
            Self::Input => traits::Input::ID,
            Self::Output => traits::Output::ID,
        }
    }
}

/// Converts a tree. `names` contains the shapes of all files.
pub(super) fn read(mut tree: Tree, names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let statements = std::mem::take(&mut tree.statements);
    let metadata = std::mem::take(&mut tree.metadata);
    let document = Document { version: tree.version, is_misread: tree.is_misread, ..Document::default() };
    let (uses, ids, missing) = (HashMap::default(), HashMap::default(), HashSet::default());
    let mut reader = Reader {
        tree: &tree,
        section: Section::Metadata,
        uses,
        names,
        ids,
        missing,
        from: None,
        diagnostics,
        document,
    };
    for entry in metadata {
        let value = reader.resolve_node(entry.value);
        reader.document.metadata.push((entry.key.text, entry.key.span, value));
    }
    let start = tree.namespace.as_ref().map_or(u32::MAX, |name| name.span.start);
    reader.check_references(..start);
    reader.section = Section::Shapes;
    reader.uses();
    reader.check_references(start..);
    for statement in statements {
        match statement {
            Statement::Shape(shape) => reader.shape(shape),
            Statement::Apply(apply) => {
                if let Some(target) = reader.id(&apply.target) {
                    reader.from = Some(target.clone());
                    let traits = reader.trait_uses(apply.traits);
                    reader.document.applies.push(Apply {
                        target,
                        span: apply.target.span,
                        traits,
                        syntax: Syntax::Idl,
                    });
                }
            }
        }
    }
    reader.document
}

/// A section of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    /// Before the namespace, where relative names are those of the prelude.
    Metadata,
    Shapes,
}

struct Reader<'a> {
    tree: &'a Tree,
    section: Section,
    uses: HashMap<&'a str, &'a Name>,
    names: &'a Names,
    /// Resolved names.
    ids: HashMap<Box<str>, ShapeId>,
    /// Names that were not resolved.
    missing: HashSet<ShapeId>,
    /// The current shape or member.
    from: Option<ShapeId>,
    diagnostics: &'a mut Vec<Diagnostic>,
    document: Document,
}

impl<'a> Reader<'a> {
    fn namespace(&self) -> &'a str {
        self.tree.namespace.as_ref().map_or(prelude::NAMESPACE, |name| &name.text)
    }

    fn error(&mut self, message: impl Into<Message>, span: Span) {
        self.diagnostics.push(fault(message, span));
    }

    fn is_defined(&self, namespace: &str, name: &str) -> bool {
        self.names.kind(&[namespace, "#", name].concat()).is_some()
    }

    // Names (spec: "Relative shape ID resolution")

    fn uses(&mut self) {
        for name in &self.tree.uses {
            let short = name.text.rsplit('#').next().unwrap_or_default();
            if self.names.kind(&name.text).is_none() {
                let facts = LoadFacts::UndefinedUse { shape: name.text.to_string() };
                let warning = Diagnostic::of(Severity::Warning, "Model", facts, name.span);
                self.diagnostics.push(warning.follows(self.names.is_broken(&name.text)));
            }
            self.uses.insert(short, name);
        }
        for name in &self.tree.misplaced_uses {
            self.uses.insert(name.text.rsplit('#').next().unwrap_or_default(), name);
        }
    }

    /// The absolute ID of a name. An unresolved name gets the namespace of the file, and is reported later.
    fn id(&mut self, name: &Name) -> Option<ShapeId> {
        if let Some(id) = self.ids.get(&name.text).cloned() {
            self.note_missing(&id, name.span);
            return Some(id);
        }
        let Ok(id) = ShapeId::parse(&self.absolute(&name.text)) else {
            self.error(LoadFacts::InvalidShapeId { text: name.text.to_string() }, name.span);
            return None;
        };
        self.ids.insert(name.text.clone(), id.clone());
        if self.names.kind(id.container()).is_none() {
            self.missing.insert(id.clone());
        }
        self.note_missing(&id, name.span);
        Some(id)
    }

    /// Records an unresolved name and its span, for rules.
    fn note_missing(&mut self, id: &ShapeId, span: Span) {
        if let Some(from) = self.from.as_ref().filter(|_| !self.missing.is_empty() && self.missing.contains(id)) {
            self.document.unresolved.push(((from.clone(), id.clone()), span));
        }
    }

    fn absolute(&self, text: &str) -> String {
        if text.contains('#') {
            return text.to_owned();
        }
        let shape = text.split_once('$').map_or(text, |(shape, _)| shape);
        if let Some(used) = self.uses.get(shape) {
            return [&used.text, text.get(shape.len()..).unwrap_or_default()].concat();
        }
        if self.section == Section::Metadata {
            return prelude::absolute(text).into_owned();
        }
        let own = self.namespace();
        let namespace = if !self.is_defined(own, shape) && self.is_defined(prelude::NAMESPACE, shape) {
            prelude::NAMESPACE
        } else {
            own
        };
        [namespace, "#", text].concat()
    }

    /// Reports unquoted shape IDs in a range of the file that do not exist.
    fn check_references(&mut self, range: impl std::ops::RangeBounds<u32>) {
        for (_, name) in self.tree.references.range(range) {
            let id = self.absolute(&name.text);
            let shape = id.split_once('$').map_or(id.as_str(), |(shape, _)| shape);
            if self.names.kind(shape).is_none() {
                self.diagnostics.push(syntactic(&name.text, &id, name.span).follows(self.names.is_broken(shape)));
            }
        }
    }

    /// Resolves the unquoted shape IDs in a value.
    fn resolve_node(&mut self, mut node: Node) -> Node {
        if !self.tree.references.is_empty() {
            self.resolve(&mut node);
        }
        node
    }

    fn resolve(&mut self, node: &mut Node) {
        match &mut node.value {
            Value::String(text) if self.tree.references.contains_key(&node.span.start) => {
                *text = self.absolute(text).into();
            }
            Value::Array(nodes) => nodes.iter_mut().for_each(|node| self.resolve(node)),
            Value::Object(object) => object.values_mut().for_each(|(_, node)| self.resolve(node)),
            _ => {}
        }
    }

    // Traits

    /// The traits of a definition. Duplicates are left to merging.
    fn traits(&mut self, target: &ShapeId, uses: Vec<TraitUse>) -> Traits {
        let mut traits = Traits::new();
        for (id, value) in self.trait_uses(uses) {
            self.add_trait(&mut traits, target, id, value);
        }
        traits
    }

    fn trait_uses(&mut self, uses: Vec<TraitUse>) -> Vec<(ShapeId, Node)> {
        let mut traits = Vec::new();
        for TraitUse { id: name, value, .. } in uses {
            let Some(id) = self.id(&name) else { continue };
            let value = match value {
                Some(node) => self.resolve_node(node),
                None => self.names.annotation(id.as_str(), name.span),
            };
            traits.push((id, value));
        }
        traits
    }

    fn add_trait(&mut self, traits: &mut Traits, target: &ShapeId, id: ShapeId, value: Node) {
        if traits.contains(id.as_str()) {
            let (target, span) = (target.clone(), value.span);
            self.document.applies.push(Apply { target, span, traits: vec![(id, value)], syntax: Syntax::Idl });
        } else {
            traits.insert(id, value);
        }
    }

    // Shapes

    fn shape(&mut self, statement: ShapeStatement) {
        let id = ShapeId::from_parts(self.namespace(), &statement.name.text);
        self.shape_as(id, statement);
    }

    fn shape_as(&mut self, id: ShapeId, statement: ShapeStatement) {
        let ShapeStatement { kind, spelling, name, traits, resource, mixins, body, state } = statement;
        if state == State::Broken {
            self.document.broken.push(id.clone());
            return self.rest_of_broken(&id, kind, body);
        }
        let outer = self.from.replace(id.clone());
        let traits = self.traits(&id, traits);
        let mixins = self.ids(&mixins);
        let resource = resource.and_then(|name| Some((self.id(&name)?, name.span)));
        let (mut members, mut elided) = (OrderedMap::new(), Vec::new());
        let body = match body {
            tree::Body::None => Body::None,
            tree::Body::Members(statements) => {
                (members, elided) = self.members(&id, kind, statements);
                Body::None
            }
            tree::Body::Properties(object) if kind == ShapeType::Service => {
                Body::Service(Box::new(self.service(&id, &object)))
            }
            tree::Body::Properties(object) => Body::Resource(Box::new(self.resource(&id, &object))),
            tree::Body::Operation(operation) => Body::Operation(Box::new(self.operation(operation))),
        };
        self.from = outer;
        let shape = Shape { id, kind, span: name.span, traits, members, body, mixins };
        self.document.shapes.push(Definition { shape, spelling, resource, elided, inherited: Vec::new() });
    }

    /// Remains of a definition with a syntax error: traits of its members, and inline structures.
    fn rest_of_broken(&mut self, shape: &ShapeId, kind: ShapeType, body: tree::Body) {
        match body {
            tree::Body::Members(members) => {
                for MemberStatement { name, traits, .. } in members {
                    let target = shape.with_member(&name.text);
                    let traits = self.trait_uses(traits);
                    self.document.applies.push(Apply { target, span: name.span, traits, syntax: Syntax::Idl });
                }
            }
            tree::Body::Operation(OperationBody { input, output, .. }) => {
                for (io, direction) in [(input, Direction::Input), (output, Direction::Output)] {
                    if let Some(Io::Inline(_)) = io {
                        self.io(io, direction);
                    }
                }
            }
            tree::Body::Properties(object) if kind == ShapeType::Resource => {
                self.unknown_properties(shape, &object, &properties::RESOURCE_PROPERTIES);
            }
            tree::Body::None | tree::Body::Properties(_) => {}
        }
    }

    /// Members, and the names of those without a target.
    fn members(
        &mut self,
        shape: &ShapeId,
        kind: ShapeType,
        statements: Vec<MemberStatement>,
    ) -> (OrderedMap<Box<str>, Member>, Vec<Box<str>>) {
        let is_enum = matches!(kind, ShapeType::Enum | ShapeType::IntEnum);
        let (mut members, mut pendings) = (OrderedMap::new(), Vec::new());
        for MemberStatement { name, traits, target, elided, value } in statements {
            let id = shape.with_member(&name.text);
            self.from = Some(id.clone());
            let mut traits = self.traits(&id, traits);
            if let Some(value) = value {
                let value = self.resolve_node(value);
                let assigned = if is_enum { EnumValue::id() } else { DefaultValue::id() };
                self.add_trait(&mut traits, &id, assigned, value);
            }
            let target = match &target {
                Some(target) => self.id(target),
                None if elided => {
                    pendings.push(name.text.clone());
                    Some(pending())
                }
                None => Some(ShapeId::known(prelude::UNIT)),
            };
            if let Some(target) = target {
                members.insert(name.text, Member { id, target, span: name.span, traits, mixins: Vec::new() });
            }
        }
        self.from = Some(shape.clone());
        (members, pendings)
    }

    fn operation(&mut self, body: OperationBody) -> Operation {
        Operation {
            input: self.io(body.input, Direction::Input),
            output: self.io(body.output, Direction::Output),
            errors: self.ids(&body.errors),
        }
    }

    fn io(&mut self, io: Option<Io>, direction: Direction) -> ShapeId {
        match io {
            None => None,
            Some(Io::Target(name)) => self.id(&name),
            Some(Io::Inline(mut shape)) => {
                let id = ShapeId::from_parts(self.namespace(), &shape.name.text);
                let marker = Name { text: direction.marker().into(), span: shape.name.span };
                if !shape.traits.iter().any(|known| self.absolute(&known.id.text) == *marker.text) {
                    shape.traits.push(TraitUse { id: marker, value: None, is_comment: false });
                }
                self.shape_as(id.clone(), *shape);
                Some(id)
            }
        }
        .unwrap_or_else(|| ShapeId::known(prelude::UNIT))
    }

    fn ids(&mut self, names: &[Name]) -> Vec<ShapeId> {
        let ids: IndexSet<ShapeId> = names.iter().filter_map(|name| self.id(name)).collect();
        ids.into_iter().collect()
    }
}

/// An unquoted shape ID that does not exist.
fn syntactic(text: &str, id: &str, span: Span) -> Diagnostic {
    let facts = LoadFacts::SyntacticId { text: text.to_owned(), shape: id.to_owned() };
    Diagnostic::of(Severity::Danger, "SyntacticShapeIdTarget", facts, span)
}
