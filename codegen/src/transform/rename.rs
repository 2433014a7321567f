//! Renames shapes, in all places of a model: IDs, targets, bindings, traits, and strings that are shape IDs.

use std::sync::Arc;

use super::remove::is_prelude;
use super::{Definition, fault};
use crate::diagnostic::{Diagnostic, TransformFacts};
use crate::hash::{HashMap, HashSet};
use crate::model::{Body, Model, Node, OrderedMap, Resource, Shape, ShapeId, Traits, Value};
use crate::nearest::nearest;
use crate::source::Span;

pub(super) const SHAPES: Definition = Definition {
    name: "renameShapes",
    arguments: &["renamed"],
    list: None,
    read: |arguments| {
        arguments.require(&["renamed"]);
        let mut names = Names::default();
        let mut places = Vec::new();
        for (from, (to, span)) in arguments.by_id("renamed") {
            places.push((from.clone(), span));
            names.0.extend(arguments.parse_id(&to, span).map(|to| (from, to)));
        }
        let span = arguments.span("renamed");
        Box::new(move |context| {
            for (from, span) in &places {
                if context.model.shape(from).is_none() {
                    let near = nearest(from.as_str(), context.model.own_shapes().map(|shape| shape.id.as_str()));
                    return Err(fault(TransformFacts::NoShape { shape: from.clone() }, *span).with_nearest(near));
                }
            }
            rename(context.model, &names, span)
        })
    },
};

/// New IDs of shapes, by their old ones.
#[derive(Default)]
pub(super) struct Names(pub(super) HashMap<ShapeId, ShapeId>);

impl Names {
    /// The new ID of a shape or member. `None` if it stays.
    fn get(&self, id: &str) -> Option<ShapeId> {
        let Some((container, member)) = id.split_once('$') else { return self.0.get(id).cloned() };
        self.0.get(container).map(|to| to.with_member(member))
    }

    fn id(&self, id: &mut ShapeId) {
        if let Some(to) = self.get(id.as_str()) {
            *id = to;
        }
    }

    fn ids<'i>(&self, ids: impl IntoIterator<Item = &'i mut ShapeId>) {
        ids.into_iter().for_each(|id| self.id(id));
    }
}

/// Renames shapes. New shapes at `span` replace built-in ones that are renamed.
pub(super) fn rename(model: &mut Model, names: &Names, span: Span) -> Result<(), Diagnostic> {
    let mut names = Names(names.0.clone());
    names.0.retain(|from, to| from != to && !is_prelude(from));
    if names.0.is_empty() {
        return Ok(());
    }
    check(model, &names, span)?;
    let shapes = std::mem::take(&mut model.shapes);
    for (id, mut shape) in shapes {
        let to = names.0.get(&id);
        if !shape.is_builtin() || to.is_some() {
            let shape = Arc::make_mut(&mut shape);
            if shape.is_builtin() {
                // It becomes a shape of the model.
                shape.span = span;
                shape.members.values_mut().for_each(|member| member.span = span);
            }
            names.shape(shape);
        }
        model.shapes.insert(to.cloned().unwrap_or(id), shape);
    }
    model.shapes.sort_unstable_keys();
    for node in model.metadata.values_mut() {
        names.node(node);
    }
    let unresolved = std::mem::take(&mut model.unresolved);
    model.unresolved = unresolved
        .into_iter()
        .map(|((mut from, mut to), span)| {
            names.ids([&mut from, &mut to]);
            ((from, to), span)
        })
        .collect();
    Ok(())
}

/// Checks that all IDs are distinct.
fn check(model: &Model, names: &Names, span: Span) -> Result<(), Diagnostic> {
    let mut pairs: Vec<(&ShapeId, &ShapeId)> = names.0.iter().collect();
    pairs.sort();
    let mut taken = HashSet::default();
    for (from, to) in pairs {
        let is_old = model.shape(to).is_some() && !names.0.contains_key(to);
        if model.shape(from).is_some() && (is_old || !taken.insert(to)) {
            let facts = TransformFacts::TakenName { from: from.clone(), to: to.clone() };
            return Err(fault(facts, span).with_help("remove or rename one of the shapes before"));
        }
    }
    Ok(())
}

impl Names {
    fn shape(&self, shape: &mut Shape) {
        self.ids(std::iter::once(&mut shape.id).chain(&mut shape.mixins));
        for member in shape.members.values_mut() {
            self.ids([&mut member.id, &mut member.target].into_iter().chain(&mut member.mixins));
            self.traits(&mut member.traits);
        }
        self.traits(&mut shape.traits);
        self.body(&mut shape.body);
    }

    fn body(&self, body: &mut Body) {
        match body {
            Body::None => {}
            Body::Service(service) => {
                self.ids(&mut service.operations);
                self.ids(&mut service.resources);
                self.ids(&mut service.errors);
                let renames = std::mem::take(&mut service.rename);
                service.rename =
                    renames.into_iter().map(|(id, name)| (self.get(id.as_str()).unwrap_or(id), name)).collect();
            }
            Body::Operation(operation) => {
                self.ids([&mut operation.input, &mut operation.output].into_iter().chain(&mut operation.errors));
            }
            Body::Resource(resource) => {
                let Resource { create, put, read, update, delete, list, .. } = &mut **resource;
                self.ids([create, put, read, update, delete, list].into_iter().flatten());
                self.ids(resource.identifiers.values_mut().chain(resource.properties.values_mut()));
                self.ids(&mut resource.operations);
                self.ids(&mut resource.collection_operations);
                self.ids(&mut resource.resources);
            }
        }
    }

    fn traits(&self, traits: &mut Traits) {
        if traits.keys().any(|id| self.0.contains_key(id)) {
            let old = std::mem::take(traits);
            traits.extend(old.into_iter().map(|(id, node)| (self.get(id.as_str()).unwrap_or(id), node)));
        }
        if traits.values().any(|node| self.concerns(node)) {
            traits.values_mut().for_each(|node| self.node(node));
        }
    }

    /// Whether a node has a string, or a key, that is the ID of a renamed shape.
    fn concerns(&self, node: &Node) -> bool {
        match &node.value {
            Value::String(text) => self.get(text).is_some(),
            Value::Array(nodes) => nodes.iter().any(|node| self.concerns(node)),
            Value::Object(object) => {
                object.iter().any(|(key, (_, node))| self.get(key).is_some() || self.concerns(node))
            }
            _ => false,
        }
    }

    fn node(&self, node: &mut Node) {
        match &mut node.value {
            Value::String(text) => {
                if let Some(to) = self.get(text) {
                    *text = to.as_str().into();
                }
            }
            Value::Array(nodes) => nodes.iter_mut().for_each(|node| self.node(node)),
            Value::Object(object) => {
                let renamed = |key: Box<str>| self.get(&key).map_or(key, |to| to.as_str().into());
                let old = std::mem::take(object);
                *object = old.into_iter().map(|(key, value)| (renamed(key), value)).collect::<OrderedMap<_, _>>();
                object.values_mut().for_each(|(_, node)| self.node(node));
            }
            _ => {}
        }
    }
}
