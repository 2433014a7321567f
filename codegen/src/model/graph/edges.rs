//! Edges of a graph, in one list.

use super::{Edge, Element, ElementId, Graph, Relation};
use crate::model::{Body, Resource, Shape, ShapeId, ShapeType, prelude};
use crate::parallel::{self, Stack};

/// Edges of all elements in one list. Those of element `i` are at `starts[i]..starts[i + 1]`.
#[derive(Debug, Default)]
pub(super) struct Edges {
    starts: Vec<u32>,
    edges: Vec<Edge>,
}

impl Edges {
    /// The edges of an element.
    pub(super) fn of(&self, id: ElementId) -> &[Edge] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or(0) as usize;
        self.edges.get(bound(id.index())..bound(id.index() + 1)).unwrap_or_default()
    }

    /// The edges from the elements of a graph to their neighbors.
    pub(super) fn of_graph(graph: &Graph<'_>) -> Self {
        let (mut parts, mut start) = (Vec::new(), 0);
        for elements in parallel::parts(&graph.elements, 5_000) {
            parts.push((start, elements));
            start += elements.len() as u32;
        }
        let pairs = parallel::map(parts, Stack::Any, &|(start, elements)| pairs(graph, start, elements));
        Self::collect(graph.len(), &pairs)
    }

    /// Sorts edges by subject. The sort is stable.
    pub(super) fn collect(count: usize, pairs: &[Vec<(u32, Edge)>]) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for (from, _) in pairs.iter().flatten() {
            starts[*from as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let length = pairs.iter().map(Vec::len).sum();
        let mut edges = vec![Edge { relation: Relation::Trait, to: ElementId(0) }; length];
        for (from, edge) in pairs.iter().flatten() {
            let at = &mut next[*from as usize];
            edges[*at as usize] = *edge;
            *at += 1;
        }
        Self { starts, edges }
    }
}

/// The edges of these elements, with their subjects. The first element has this index.
fn pairs(graph: &Graph<'_>, start: u32, elements: &[Element<'_>]) -> Vec<(u32, Edge)> {
    let mut pairs = Pairs { graph, list: Vec::with_capacity(elements.len() * 2), from: ElementId(start) };
    for (at, element) in (start..).zip(elements) {
        pairs.from = ElementId(at);
        match element {
            // Targets of enum members are ignored.
            Element::Member(shape, _) if matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) => {}
            Element::Member(_, member) => pairs.add(Relation::Target, &member.target),
            Element::Shape(shape) => pairs.shape(shape),
        }
    }
    pairs.list
}

/// Collects the edges, element by element.
struct Pairs<'g, 'm> {
    graph: &'g Graph<'m>,
    list: Vec<(u32, Edge)>,
    from: ElementId,
}

impl Pairs<'_, '_> {
    fn add(&mut self, relation: Relation, to: &ShapeId) {
        if let Some(to) = self.graph.find(to.as_str()) {
            self.list.push((self.from.0, Edge { relation, to }));
        }
    }

    fn bind(&mut self, relation: Relation, to: &ShapeId) {
        if let Some(to) = self.graph.find(to.as_str()) {
            self.list.push((self.from.0, Edge { relation, to }));
            self.list.push((to.0, Edge { relation: Relation::Bound, to: self.from }));
        }
    }

    fn shape(&mut self, shape: &Shape) {
        for mixin in &shape.mixins {
            self.add(Relation::Mixin, mixin);
        }
        for at in 0..shape.members.len() as u32 {
            let to = ElementId(self.from.0 + 1 + at);
            self.list.push((self.from.0, Edge { relation: Relation::Member, to }));
        }
        match &shape.body {
            Body::None => {}
            Body::Service(service) => {
                service.operations.iter().for_each(|id| self.bind(Relation::Operation, id));
                service.resources.iter().for_each(|id| self.bind(Relation::Resource, id));
                service.errors.iter().for_each(|id| self.add(Relation::Error, id));
            }
            Body::Operation(operation) => {
                for (relation, id) in [(Relation::Input, &operation.input), (Relation::Output, &operation.output)] {
                    if id.as_str() != prelude::UNIT {
                        self.add(relation, id);
                    }
                }
                operation.errors.iter().for_each(|id| self.add(Relation::Error, id));
            }
            Body::Resource(resource) => self.resource(resource),
        }
    }

    fn resource(&mut self, resource: &Resource) {
        resource.identifiers.values().for_each(|id| self.add(Relation::Identifier, id));
        resource.properties.values().for_each(|id| self.add(Relation::Property, id));
        resource.resources.iter().for_each(|id| self.bind(Relation::Resource, id));
        for (relation, id) in [
            (Relation::Create, &resource.create),
            (Relation::Put, &resource.put),
            (Relation::Read, &resource.read),
            (Relation::Update, &resource.update),
            (Relation::Delete, &resource.delete),
            (Relation::List, &resource.list),
        ] {
            if let Some(id) = id {
                self.bind(relation, id);
            }
        }
        resource.operations.iter().for_each(|id| self.bind(Relation::Operation, id));
        resource.collection_operations.iter().for_each(|id| self.bind(Relation::CollectionOperation, id));
    }
}
