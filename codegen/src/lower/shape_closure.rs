//! A shape closure as a service without operations, of which only types are generated.

use crate::config::ServiceConfig;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::model::graph::Graph;
use crate::model::{Body, Model, OrderedMap, Service, Shape, ShapeId, ShapeType, Traits, prelude, shape_closure};
use crate::traits::Mixin;

/// The closure with this ID in the metadata, as a service that renames shapes as the closure does.
pub(super) fn find(model: &Model, id: &str) -> Option<Shape> {
    let node = shape_closure::find(model, id)?;
    let rename = shape_closure::renames(node).into_iter().map(|(from, to)| (from, to.to_owned())).collect();
    Some(Shape {
        id: ShapeId::parse(id).ok()?,
        kind: ShapeType::Service,
        span: node.span,
        traits: Traits::default(),
        members: OrderedMap::default(),
        body: Body::Service(Box::new(Service { rename, ..Service::default() })),
        mixins: Vec::new(),
    })
}

/// The warning of a closure without shapes.
pub(super) fn selects_nothing(closure: &Shape, config: &ServiceConfig) -> Diagnostic {
    let facts = GenerationFacts::EmptyClosure { id: config.id.clone() };
    let warning = Diagnostic::of(Severity::Warning, "codegen.UnknownService", facts, config.places.id);
    warning.with_label(closure.span, "it is defined here").with_help("correct its namespaces, shapes or selectors")
}

/// The shapes of a closure that have types or schemas, in the order of their IDs.
pub(super) fn shapes<'m>(model: &'m Model, id: &str) -> Vec<&'m Shape> {
    let Some(node) = shape_closure::find(model, id) else { return Vec::new() };
    let graph = Graph::new(model);
    let is_data = |shape: &&Shape| {
        !matches!(shape.kind, ShapeType::Service | ShapeType::Resource | ShapeType::Operation)
            && shape.id.namespace() != prelude::NAMESPACE
            && !shape.has::<Mixin>()
    };
    let elements = shape_closure::elements(&graph, node).into_iter();
    elements.filter_map(|id| graph.element(id).as_shape()).filter(is_data).collect()
}
