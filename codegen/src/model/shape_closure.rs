//! Shape closures: sets of shapes that the metadata `shapeClosures` selects, without a service.

use std::collections::BTreeSet;

use super::graph::{Element, ElementId, Graph};
use super::{Model, Node, ShapeId, prelude};
use crate::hash::IndexMap;
use crate::selector::{Budget, Selector};

/// The entries of the metadata that have an ID.
pub(crate) fn entries(model: &Model) -> impl Iterator<Item = (&str, &Node)> {
    let entries = model.metadata.get("shapeClosures").and_then(Node::as_array).unwrap_or_default();
    entries.iter().filter_map(|node| Some((node.get("id")?.as_str()?, node)))
}

/// The entry of the closure with this ID.
pub(crate) fn find<'m>(model: &'m Model, id: &str) -> Option<&'m Node> {
    entries(model).find(|(name, _)| *name == id).map(|(_, node)| node)
}

/// The new names of shapes that an entry has.
pub(crate) fn renames(entry: &Node) -> IndexMap<ShapeId, &str> {
    let renames = entry.get("rename").and_then(Node::as_object).into_iter().flat_map(|renames| renames.iter());
    renames.filter_map(|(from, (_, to))| Some((ShapeId::parse(from).ok()?, to.as_str()?))).collect()
}

/// The shapes and members of the closure that a metadata entry defines: those of its namespaces, those that its
/// selector matches, and everything they refer to.
pub(crate) fn elements(graph: &Graph<'_>, entry: &Node) -> BTreeSet<ElementId> {
    let namespaces = entry.get("includeNamespaces").and_then(Node::as_array).unwrap_or_default();
    let namespaces: Vec<&str> = namespaces.iter().filter_map(Node::as_str).collect();
    let selector = entry.get("includeBySelector").and_then(Node::as_str);
    let selector = selector.and_then(|text| Selector::parse(text).ok());
    // Validation reports a selector that takes too many steps.
    let selected = selector.and_then(|selector| selector.select(graph, &Budget::new(graph)).ok());
    let mut selected = selected.map(|selection| selection.elements).unwrap_or_default();
    selected.retain(|id| is_selectable(graph.element(*id)));
    reached(graph, &namespaces, selected)
}

/// Whether a selector may add an element to a closure: it is not one of the built-in definitions that the model need
/// not use.
pub(crate) fn is_selectable(element: Element<'_>) -> bool {
    !element.is_builtin() || element.id().namespace() == prelude::NAMESPACE
}

/// The shapes of a closure.
pub(crate) fn shapes<'m>(graph: &Graph<'m>, namespaces: &[&str], selected: Vec<ElementId>) -> BTreeSet<&'m ShapeId> {
    let reached = reached(graph, namespaces, selected);
    reached.into_iter().filter_map(|id| graph.element(id).as_shape()).map(|shape| &shape.id).collect()
}

fn reached(graph: &Graph<'_>, namespaces: &[&str], mut selected: Vec<ElementId>) -> BTreeSet<ElementId> {
    let inside = graph.iter().filter(|(_, element)| namespaces.contains(&element.id().namespace()));
    selected.extend(inside.map(|(id, _)| id));
    let mut reached: BTreeSet<ElementId> = selected.iter().copied().collect();
    while let Some(id) = selected.pop() {
        for edge in graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed()) {
            if reached.insert(edge.to) {
                selected.push(edge.to);
            }
        }
    }
    reached
}
