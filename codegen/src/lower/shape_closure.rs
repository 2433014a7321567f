//! A shape closure as a service without operations, of which only types are generated.

use indexmap::IndexMap;

use crate::model::graph::Graph;
use crate::model::{Body, Model, Node, OrderedMap, Service, Shape, ShapeId, ShapeType, Traits, prelude, shape_closure};
use crate::traits::Mixin;

/// The closure with this ID in the metadata, as a service that renames shapes as the closure does.
pub(super) fn find(model: &Model, id: &str) -> Option<Shape> {
    let (_, node) = shape_closure::entries(model).find(|(name, _)| *name == id)?;
    let renames = node.get("rename").and_then(Node::as_object).into_iter().flat_map(|renames| renames.iter());
    let rename: IndexMap<ShapeId, String> =
        renames.filter_map(|(from, (_, to))| Some((ShapeId::parse(from).ok()?, to.as_str()?.to_owned()))).collect();
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

/// The shapes of a closure that have types or schemas, in the order of their IDs.
pub(super) fn shapes<'m>(model: &'m Model, id: &str) -> Vec<&'m Shape> {
    let Some((_, node)) = shape_closure::entries(model).find(|(name, _)| *name == id) else { return Vec::new() };
    let graph = Graph::new(model);
    let is_data = |shape: &&Shape| {
        !matches!(shape.kind, ShapeType::Service | ShapeType::Resource | ShapeType::Operation)
            && shape.id.namespace() != prelude::NAMESPACE
            && !shape.has::<Mixin>()
    };
    let elements = shape_closure::elements(&graph, node).into_iter();
    elements.filter_map(|id| graph.element(id).as_shape()).filter(is_data).collect()
}
