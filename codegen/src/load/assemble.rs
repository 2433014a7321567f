//! Merges documents into one model.

use indexmap::map::Entry;

use super::document::Document;
use super::{elision, idl, json_ast, mixins, prelude};
use crate::diagnostic::Diagnostic;
use crate::model::{Model, Node, Shape, ShapeId, Traits, Value};
use crate::source::{SourceMap, Span};
use crate::syntax::{idl as idl_syntax, json};

/// What the sources say, mixins not yet flattened.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The model.
    pub model: Model,
    /// Traits for members that mixins bring.
    pub applies: Vec<(ShapeId, Span, Traits)>,
}

/// Parses all sources and makes one model of them. The model holds whatever could be made, so that later steps can say
/// more; it is no good while a diagnostic is an error.
pub fn assemble(sources: &SourceMap) -> (Model, Vec<Diagnostic>) {
    let (Merged { mut model, applies }, mut diagnostics) = merge_sources(sources);
    mixins::flatten(&mut model, &mut diagnostics);
    for (target, span, traits) in applies {
        apply(&mut model, &target, span, traits, &mut diagnostics);
    }
    (model, diagnostics)
}

/// Parses all sources and merges them. Mixins stay apart, as they were written.
pub fn merge_sources(sources: &SourceMap) -> (Merged, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut model = Model::default();
    model.shapes.extend(prelude::shapes().map(|shape| (shape.id.clone(), shape)));
    let (mut applies, mut elisions) = (Vec::new(), Vec::new());
    for mut document in read(sources, &model, &mut diagnostics) {
        elisions.append(&mut document.elisions);
        merge(&mut model, document, &mut applies, &mut diagnostics);
    }
    let mut late = elision::from_resources(&mut model, elisions, &mut diagnostics);
    // Traits for members that a mixin brings wait for it.
    let (early, mixed): (Vec<_>, Vec<_>) = applies.into_iter().partition(|(target, ..)| is_present(&model, target));
    for (target, span, traits) in early {
        apply(&mut model, &target, span, traits, &mut diagnostics);
    }
    late.extend(mixed);
    model.shapes.sort_keys();
    (Merged { model, applies: late }, diagnostics)
}

fn is_present(model: &Model, target: &ShapeId) -> bool {
    if target.member().is_some() { model.member(target).is_some() } else { model.shape(target).is_some() }
}

/// Parses all files. Names in IDL files depend on what all files define, so those are read last.
fn read(sources: &SourceMap, prelude: &Model, diagnostics: &mut Vec<Diagnostic>) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut trees = Vec::new();
    for (id, file) in sources.iter() {
        if file.path().extension().is_some_and(|extension| extension.eq_ignore_ascii_case("smithy")) {
            let (tree, found) = idl_syntax::parse(id, file.text());
            diagnostics.extend(found);
            trees.push(tree);
        } else {
            match json::parse(id, file.text()) {
                Ok(root) => documents.push(json_ast::read(&root, diagnostics)),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
    }
    if trees.is_empty() {
        return documents;
    }
    let in_json = documents.iter().flat_map(|document| document.shapes.iter().map(|shape| shape.id.clone()));
    let defined = prelude.shapes.keys().cloned().chain(in_json).chain(trees.iter().flat_map(idl::defined)).collect();
    documents.extend(trees.into_iter().map(|tree| idl::read(tree, &defined, diagnostics)));
    documents
}

type Applies = Vec<(ShapeId, Span, Traits)>;

fn merge(model: &mut Model, document: Document, applies: &mut Applies, diagnostics: &mut Vec<Diagnostic>) {
    for shape in document.shapes {
        match model.shapes.entry(shape.id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(shape);
            }
            Entry::Occupied(entry) if same(entry.get(), &shape) => {}
            Entry::Occupied(entry) => diagnostics.push(conflict(entry.get(), &shape)),
        }
    }
    for (key, span, node) in document.metadata {
        match model.metadata.entry(key.to_string()) {
            Entry::Vacant(entry) => {
                entry.insert(node);
            }
            Entry::Occupied(mut entry) => {
                let first = entry.get_mut();
                match (&mut first.value, node.value) {
                    (Value::Array(nodes), Value::Array(more)) => nodes.extend(more),
                    (value, other) if *value == other => {}
                    _ => diagnostics.push(
                        Diagnostic::error("Model", format!("Metadata conflict for key `{key}`"), span)
                            .with_label(first.span, "it has another value here"),
                    ),
                }
            }
        }
    }
    applies.extend(document.applies);
}

/// Whether two definitions say the same; where they stand does not matter.
fn same(a: &Shape, b: &Shape) -> bool {
    a.kind == b.kind
        && a.traits == b.traits
        && a.body == b.body
        && a.mixins == b.mixins
        && a.members.len() == b.members.len()
        && a.members
            .values()
            .zip(b.members.values())
            .all(|(a, b)| a.id == b.id && a.target == b.target && a.traits == b.traits)
}

fn conflict(first: &Shape, second: &Shape) -> Diagnostic {
    Diagnostic::error("Model", format!("Conflicting shape definition for `{}`", first.id), second.span)
        .with_shape(&first.id)
        .with_label(first.span, "it is defined differently here")
        .with_help("keep one of the definitions, or make them equal")
}

/// Adds traits to a shape or member that is defined elsewhere.
fn apply(model: &mut Model, target: &ShapeId, span: Span, traits: Traits, diagnostics: &mut Vec<Diagnostic>) {
    let shape = model.shapes.get_mut(target.container());
    let existing = match target.member() {
        None => shape.map(|shape| &mut shape.traits),
        Some(name) => shape.and_then(|shape| shape.members.get_mut(name)).map(|member| &mut member.traits),
    };
    let Some(existing) = existing else {
        diagnostics.push(
            Diagnostic::error("Model", format!("Traits are applied to `{target}`, which is not defined"), span)
                .with_shape(target),
        );
        return;
    };
    for (id, node) in traits {
        let Some(first) = existing.get_mut(&id) else {
            existing.insert(id, node);
            continue;
        };
        if !merge_trait(first, &node) {
            let message = format!("Conflicting `{id}` trait found on shape `{target}`");
            diagnostics.push(
                Diagnostic::error("Model", message, node.span)
                    .with_shape(target)
                    .with_label(first.span, "it has another value here"),
            );
        }
    }
}

/// Equal values are one; lists are joined (spec: "Trait conflict resolution").
pub(super) fn merge_trait(first: &mut Node, second: &Node) -> bool {
    match (&mut first.value, &second.value) {
        (first, second) if *first == *second => true,
        (Value::Array(nodes), Value::Array(more)) => {
            nodes.extend(more.iter().cloned());
            true
        }
        _ => false,
    }
}
