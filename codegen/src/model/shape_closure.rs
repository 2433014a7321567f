//! Shape closures: sets of shapes that the metadata `shapeClosures` selects, without a service.

use std::collections::BTreeSet;

use super::graph::{ElementId, Graph};
use super::{Model, Node, ShapeId};

/// The entries of the metadata that have an ID.
pub(crate) fn entries(model: &Model) -> impl Iterator<Item = (&str, &Node)> {
    let entries = model.metadata.get("shapeClosures").and_then(Node::as_array).unwrap_or_default();
    entries.iter().filter_map(|node| Some((node.get("id")?.as_str()?, node)))
}

/// The shapes of a closure: those of its namespaces, those that its selector matches, and everything they refer to.
pub(crate) fn shapes<'m>(
    graph: &Graph<'m>,
    namespaces: &[&str],
    mut selected: Vec<ElementId>,
) -> BTreeSet<&'m ShapeId> {
    let inside = graph.iter().filter(|(_, element)| namespaces.contains(&element.id().namespace()));
    selected.extend(inside.map(|(id, _)| id));
    let mut reached: BTreeSet<ElementId> = selected.iter().copied().collect();
    while let Some(id) = selected.pop() {
        for edge in graph.neighbours(id).iter().filter(|edge| edge.relation.is_directed()) {
            if reached.insert(edge.to) {
                selected.push(edge.to);
            }
        }
    }
    reached.into_iter().filter_map(|id| graph.element(id).as_shape()).map(|shape| &shape.id).collect()
}
