//! Merges documents: one definition for each ID, with the traits that all files apply to it, and one value for each
//! metadata key (spec: "Merging model files").

use indexmap::map::Entry;

use super::document::{Apply, Definition, Document, Spelling, Syntax, Version, pending};
use super::fault;
use crate::diagnostic::{Details, Diagnostic, Difference, LoadFacts, Message, Severity};
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::model::{Member, Model, Node, ShapeId, Trait, Traits, Value, prelude};
use crate::source::Span;
use crate::traits::{Boxed, DefaultValue, Enum, Mixin};

/// All definitions, before building.
#[derive(Default)]
pub(super) struct Merged {
    /// By ID, in source order.
    pub(super) shapes: IndexMap<ShapeId, Pending>,
    pub(super) metadata: IndexMap<String, Node>,
    /// Traits for members that no file defines; a mixin may define them.
    pub(super) unclaimed: IndexMap<ShapeId, Unclaimed>,
    /// Applied traits.
    pub(super) used: IndexMap<ShapeId, Use>,
    /// Shapes whose definitions have reported errors.
    pub(super) broken: HashSet<ShapeId>,
    /// References to undefined shapes: from and to.
    pub(super) unresolved: HashMap<(ShapeId, ShapeId), Span>,
}

/// A definition and its traits.
pub(super) struct Pending {
    pub(super) definition: Definition,
    /// The version of its file.
    pub(super) version: Version,
    /// Whether the file declares another version, which is invalid.
    pub(super) is_misread: bool,
}

/// Traits whose target is not yet resolved.
pub(super) struct Unclaimed {
    pub(super) span: Span,
    pub(super) traits: Traits,
}

/// Spans of applied traits.
pub(super) struct Use {
    pub(super) first: Place,
    /// Spans after the first. Not recorded for known traits.
    pub(super) others: Option<Vec<Place>>,
}

/// The shape or member that a trait is applied to, and the span.
pub(super) struct Place {
    pub(super) target: ShapeId,
    pub(super) span: Span,
}

const SETS_ARE_DEPRECATED: &str = "Set shapes are deprecated and have been removed in Smithy IDL v2. Use a list shape \
                                   with the @uniqueItems trait instead.";

/// Whether a finding is a warning about a `set`. The reference implementation does not report these if it finds errors.
pub(crate) fn is_about_set(finding: &Diagnostic) -> bool {
    finding.message == SETS_ARE_DEPRECATED
}

impl Merged {
    /// Shapes that 1.0 files define.
    pub(super) fn old_shapes(&self) -> HashSet<ShapeId> {
        let old = self.shapes.iter().filter(|(_, pending)| pending.version == Version::V1);
        old.map(|(id, _)| id.clone()).collect()
    }

    /// A warning for each `set` shape of a 1.0 file.
    pub(super) fn deprecated_sets(&self) -> Vec<Diagnostic> {
        let is_set =
            |pending: &&Pending| pending.definition.spelling == Spelling::Set && pending.version == Version::V1;
        let sets = self.shapes.values().filter(is_set).map(|pending| &pending.definition.shape);
        let warning = |shape: &crate::model::Shape| {
            Diagnostic::of(Severity::Warning, "ModelDeprecation", SETS_ARE_DEPRECATED, shape.span).with_shape(&shape.id)
        };
        sets.map(warning).collect()
    }
}

/// Merges all documents. `builtin` contains the known definitions.
pub(super) fn merge(documents: Vec<Document>, builtin: Option<&Model>, diagnostics: &mut Vec<Diagnostic>) -> Merged {
    let mut merger = Merger { merged: Merged::default(), builtin, is_misread: false, diagnostics };
    let mut applies = Vec::new();
    for document in documents {
        let version = document.version;
        merger.is_misread = document.is_misread;
        merger.merged.broken.extend(document.broken);
        merger.merged.unresolved.extend(document.unresolved);
        for (key, span, node) in document.metadata {
            merger.metadata(key, span, node);
        }
        for definition in document.shapes {
            merger.check_traits(&definition, version);
            merger.define(definition, version);
        }
        applies.extend(document.applies.into_iter().map(|apply| (apply, version, document.is_misread)));
    }
    for (apply, version, is_misread) in applies {
        merger.is_misread = is_misread;
        merger.apply(apply, version);
    }
    merger.check_prelude();
    merger.merged
}

struct Merger<'d> {
    merged: Merged,
    builtin: Option<&'d Model>,
    /// Whether the version of the current file is invalid.
    is_misread: bool,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Merger<'_> {
    fn metadata(&mut self, key: Box<str>, span: Span, node: Node) {
        match self.merged.metadata.entry(key.into()) {
            Entry::Vacant(entry) => {
                entry.insert(node);
            }
            Entry::Occupied(mut entry) => {
                let key = entry.key().clone();
                let first = entry.get_mut();
                match (&mut first.value, node.value) {
                    (Value::Array(nodes), Value::Array(more)) => nodes.extend(more),
                    (value, other) if *value == other => {}
                    _ => {
                        let error = fault(LoadFacts::MetadataConflict { key }, span)
                            .with_label(first.span, "it has another value here")
                            .with_help("only arrays are merged: keep one value, or make both equal");
                        self.diagnostics.push(error);
                    }
                }
            }
        }
    }

    fn define(&mut self, definition: Definition, version: Version) {
        match self.merged.shapes.entry(definition.shape.id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(Pending { definition, version, is_misread: self.is_misread });
            }
            Entry::Occupied(mut entry) => {
                let first = &mut entry.get_mut().definition;
                let (span, id) = (definition.shape.span, definition.shape.id.clone());
                if let Some(difference) = difference(first, &definition) {
                    let details = Details::ConflictingDefinitions { shape: id.clone(), difference };
                    self.diagnostics.push(
                        fault(details, span)
                            .with_shape(&id)
                            .with_label(first.shape.span, "it is defined differently here")
                            .with_help("keep one definition, or make both equal"),
                    );
                    return;
                }
                let facts = LoadFacts::DuplicateDefinition { shape: id.clone() };
                let note = Diagnostic::of(Severity::Note, "Model.IgnoredDuplicateDefinition", facts, span);
                self.diagnostics.push(note.with_shape(&id).with_label(first.shape.span, "it is defined here first"));
                resolve_elided(first, &definition);
                merge_traits(&mut first.shape.traits, definition.shape.traits, &id, self.diagnostics);
                let only_first =
                    first.shape.members.keys().filter(|name| !definition.shape.members.contains_key(*name));
                first.inherited.extend(only_first.cloned().collect::<Vec<_>>());
                for (name, member) in definition.shape.members {
                    if let Some(known) = first.shape.members.get_mut(&name) {
                        merge_traits(&mut known.traits, member.traits, &member.id, self.diagnostics);
                    } else {
                        first.inherited.push(name.clone());
                        first.shape.members.insert(name, member);
                    }
                }
            }
        }
    }

    /// Records applied traits, and reports those that the version of the file does not allow.
    fn check_traits(&mut self, definition: &Definition, version: Version) {
        let shape = &definition.shape;
        for (id, node) in &shape.traits {
            self.note_use(id, &shape.id, or(node.span, shape.span), version);
        }
        for member in shape.members.values() {
            for (id, node) in &member.traits {
                self.note_use(id, &member.id, or(node.span, member.span), version);
            }
        }
    }

    fn note_use(&mut self, id: &ShapeId, target: &ShapeId, span: Span, version: Version) {
        let place = || Place { target: target.clone(), span };
        match self.merged.used.get_mut(id) {
            Some(Use { others: None, .. }) => {}
            Some(Use { others: Some(others), .. }) => others.push(place()),
            None => {
                let is_defined = self.builtin.is_some_and(|model| model.shape(id).is_some());
                let first = Use { first: place(), others: (!is_defined).then(Vec::new) };
                self.merged.used.insert(id.clone(), first);
            }
        }
        let (severity, event, message): (_, _, Message) = match (version, id.as_str()) {
            (Version::V1, Mixin::ID) => {
                (Severity::Error, "Model", LoadFacts::MixinVersion { target: target.clone() }.into())
            }
            (Version::V1, DefaultValue::ID) => {
                (Severity::Error, "Model", "The @default trait can only be used in Smithy 2.0 or later".into())
            }
            (Version::V2, Boxed::ID) => (Severity::Error, "Model", "@box is not supported in Smithy IDL 2.0".into()),
            (Version::V2, Enum::ID) => (
                Severity::Warning,
                "ModelDeprecation",
                "The enum trait is deprecated. Smithy 2.0 models should use the enum shape.".into(),
            ),
            _ => return,
        };
        let mut finding = Diagnostic::of(severity, event, message, span).with_shape(target);
        if version == Version::V1 {
            finding = finding.with_help("start the file with `$version: \"2.0\"`");
        }
        self.diagnostics.push(finding.follows(self.is_misread));
    }

    /// A source may repeat the definitions of the prelude, and document them, but not change them.
    fn check_prelude(&mut self) {
        let Some(builtin) = self.builtin else { return };
        let in_prelude = self.merged.shapes.iter().filter(|(id, _)| id.namespace() == prelude::NAMESPACE);
        for (id, pending) in in_prelude {
            let (shape, Some(known)) = (&pending.definition.shape, builtin.shape(id)) else { continue };
            let targets = |shape: &crate::model::Shape| -> Vec<(ShapeId, ShapeId)> {
                shape.members.values().map(|member| (member.id.clone(), member.target.clone())).collect()
            };
            if shape.kind != known.kind || targets(shape) != targets(known) {
                let facts = LoadFacts::PreludeConflict { shape: id.clone() };
                let error = fault(facts, shape.span).with_shape(id);
                self.diagnostics.push(error.with_help("define the shape in another namespace"));
            }
        }
    }

    fn apply(&mut self, apply: Apply, version: Version) {
        let Apply { target, span, traits, syntax } = apply;
        for (id, node) in &traits {
            self.note_use(id, &target, or(node.span, span), version);
        }
        let container = target.container();
        if !self.merged.shapes.contains_key(container)
            && let Some(shape) = self.builtin.and_then(|model| model.shape_named(container))
        {
            if shape.id.namespace() == prelude::NAMESPACE {
                for (id, _) in traits {
                    self.diagnostics.push(immutable(&id, &target, span, syntax));
                }
                return;
            }
            let definition = Definition::new(shape.clone());
            let pending = Pending { definition, version: Version::V2, is_misread: false };
            self.merged.shapes.insert(shape.id.clone(), pending);
        }
        let shape = self.merged.shapes.get_mut(container).map(|pending| &mut pending.definition.shape);
        let known = match target.member() {
            None => shape.map(|shape| &mut shape.traits),
            Some(name) => shape.and_then(|shape| shape.members.get_mut(name)).map(|member| &mut member.traits),
        };
        let known = match known {
            Some(known) => known,
            None => {
                let unclaimed = Unclaimed { span, traits: Traits::new() };
                &mut self.merged.unclaimed.entry(target.clone()).or_insert(unclaimed).traits
            }
        };
        merge_traits(known, traits, &target, self.diagnostics);
    }
}

/// The error for a trait applied to a shape of the prelude. Its wording in the reference implementation depends on the
/// format.
fn immutable(id: &ShapeId, target: &ShapeId, span: Span, syntax: Syntax) -> Diagnostic {
    match syntax {
        Syntax::Idl => {
            let facts = LoadFacts::TraitOnPrelude { name: id.clone(), namespace: prelude::NAMESPACE };
            fault(facts, span).with_shape(target)
        }
        Syntax::JsonAst => {
            let name = prelude::short(id.as_str()).to_string();
            let facts = LoadFacts::TraitOnUnknown { name, target: target.clone() };
            fault(facts, span).with_help("shapes of the prelude cannot be changed")
        }
    }
}

fn or(span: Span, other: Span) -> Span {
    if span.is_some() { span } else { other }
}

/// The first difference between two definitions, except for traits.
fn difference(first: &Definition, second: &Definition) -> Option<Difference> {
    let (a, b) = (&first.shape, &second.shape);
    if a.kind != b.kind {
        return Some(Difference::Types { first: a.kind.name(), second: b.kind.name() });
    }
    if a.mixins != b.mixins {
        return Some(Difference::Mixins);
    }
    // The JSON AST has targets, and not the resource that they come from.
    let resources = first.resource.as_ref().zip(second.resource.as_ref());
    if a.body != b.body || resources.is_some_and(|((a, _), (b, _))| a != b) {
        return Some(Difference::Properties);
    }
    let of_one = |a: &crate::model::Shape, b: &crate::model::Shape| {
        a.members
            .keys()
            .find(|name| !b.members.contains_key(*name))
            .map(|name| Difference::Member { member: name.to_string() })
    };
    let is_other =
        |a: &Member, b: &Member| a.target != b.target && [&a.target, &b.target].iter().all(|id| **id != pending());
    let targets = |a: &Member, b: &Member| Difference::Target {
        member: a.name().to_owned(),
        first: a.target.clone(),
        second: b.target.clone(),
    };
    let differs = || {
        let pairs = a.members.values().zip(b.members.values());
        pairs
            .into_iter()
            .find(|(a, b)| a.id != b.id || is_other(a, b))
            .map(|(a, b)| if a.id == b.id { targets(a, b) } else { Difference::MemberOrder })
    };
    if !a.mixins.is_empty() {
        // The JSON AST has members of mixins that got more traits. Building checks that they are members of mixins.
        let shared = a.members.values().filter_map(|a| b.members.get(a.name()).map(|b| (a, b)));
        return shared.into_iter().find(|(a, b)| is_other(a, b)).map(|(a, b)| targets(a, b));
    }
    of_one(a, b).or_else(|| of_one(b, a)).or_else(differs)
}

/// Uses the targets of another definition for members without a target.
fn resolve_elided(first: &mut Definition, second: &Definition) {
    first.elided.retain(|name| {
        let target = second.shape.members.get(name).map(|member| &member.target).filter(|target| **target != pending());
        let Some((member, target)) = first.shape.members.get_mut(name).zip(target) else { return true };
        member.target = target.clone();
        false
    });
}

/// Adds traits to those of a shape or member. Equal values are merged, arrays concatenated (spec: "Trait conflict
/// resolution").
pub(super) fn merge_traits(
    known: &mut Traits,
    more: impl IntoIterator<Item = (ShapeId, Node)>,
    target: &ShapeId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (id, node) in more {
        let Some(first) = known.node_mut(id.as_str()) else {
            known.insert(id, node);
            continue;
        };
        match (&mut first.value, node.value) {
            (Value::Array(nodes), Value::Array(more)) => nodes.extend(more),
            (value, other) if *value == other => {}
            _ => {
                let facts = LoadFacts::TraitConflict { name: id, shape: target.clone() };
                diagnostics.push(
                    fault(facts, node.span).with_shape(target).with_label(first.span, "it has another value here"),
                );
            }
        }
    }
}
