//! The transform that removes shapes that no service uses, and traits that are not applied.

use super::Definition;
use super::remove::{is_prelude, remove};
use super::shapes::has_tag;
use crate::hash::HashSet;
use crate::model::graph::{Edge, Element, ElementId, Graph, Relation};
use crate::model::{Member, Model, Node, ShapeId, ShapeType, Value};
use crate::traits::{IdRef, Metadata, TraitDefinition};

pub(super) const REMOVE: Definition = Definition {
    name: "removeUnusedShapes",
    arguments: &["exportTagged"],
    list: Some("exportTagged"),
    read: |arguments| {
        let exported = arguments.strings("exportTagged");
        Box::new(move |context| {
            // Each pass may make more shapes unused for the other.
            loop {
                let count = context.model.shapes.len();
                let shapes = unused_shapes(context.model, &exported);
                remove(context.model, shapes);
                let traits = unused_traits(context.model, &exported);
                remove(context.model, traits);
                if count == context.model.shapes.len() {
                    return Ok(());
                }
            }
        })
    },
};

/// Shapes that are not connected to services, nor to definitions of traits or metadata.
fn unused_shapes(model: &Model, exported: &[String]) -> HashSet<ShapeId> {
    let graph = Graph::new(model);
    let mut reach = Reach { graph: &graph, references: References::new(&graph), reached: HashSet::default() };
    for (id, element) in graph.iter() {
        let is_root =
            element.kind() == Some(ShapeType::Service) || element.has::<TraitDefinition>() || element.has::<Metadata>();
        if is_root && element.as_shape().is_some() {
            reach.from(id);
        }
    }
    let shapes = graph.iter().filter(|(_, element)| matches!(element, Element::Shape(_)));
    let unused = shapes.filter(|(id, element)| {
        !reach.reached.contains(id) && !is_prelude(element.id()) && !has_tag(*element, exported)
    });
    unused.map(|(_, element)| element.id().clone()).collect()
}

/// Definitions of traits that neither shapes of services have, nor the definitions of such traits.
fn unused_traits(model: &Model, exported: &[String]) -> HashSet<ShapeId> {
    let graph = Graph::new(model);
    let mut reach = Reach { graph: &graph, references: References::default(), reached: HashSet::default() };
    let services = graph.iter().filter(|(_, element)| element.kind() == Some(ShapeType::Service));
    services.for_each(|(id, _)| reach.from(id));
    let mut used: HashSet<ElementId> = HashSet::default();
    let mut waiting: Vec<ElementId> = reach.reached.into_iter().collect();
    while let Some(id) = waiting.pop() {
        let traits = graph
            .traits_of(id)
            .filter(|id| graph.element(*id).id().as_str() != <TraitDefinition as crate::model::Trait>::ID);
        waiting.extend(traits.filter(|id| used.insert(*id)));
    }
    let definitions = graph.with::<TraitDefinition>().iter().filter(|id| !used.contains(id));
    let unused = definitions
        .map(|id| graph.element(*id))
        .filter(|element| !is_prelude(element.id()) && !has_tag(*element, exported));
    unused.map(|element| element.id().clone()).collect()
}

/// Elements that are connected to others.
struct Reach<'g, 'm> {
    graph: &'g Graph<'m>,
    references: References,
    reached: HashSet<ElementId>,
}

impl Reach<'_, '_> {
    /// Adds what can be reached from an element: its neighbors, the shape of a member, what its traits refer to.
    fn from(&mut self, start: ElementId) {
        let mut waiting = vec![start];
        while let Some(id) = waiting.pop() {
            if !self.reached.insert(id) {
                continue;
            }
            waiting.push(self.graph.container(id));
            let edges = self.graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed());
            waiting.extend(edges.map(|edge| edge.to));
            self.references.of(self.graph, id, &mut waiting);
        }
    }
}

/// Elements whose values are shape IDs (`@idRef`), or may contain some.
#[derive(Default)]
struct References(HashSet<ElementId>);

impl References {
    fn new(graph: &Graph<'_>) -> Self {
        let mut waiting = graph.with::<IdRef>().to_vec();
        let mut found: HashSet<ElementId> = waiting.iter().copied().collect();
        while let Some(id) = waiting.pop() {
            let edges = graph.reverse_neighbors(id).iter();
            let owners = edges.filter(|edge| matches!(edge.relation, Relation::Member | Relation::Target));
            waiting.extend(owners.map(|edge| edge.to).filter(|to| found.insert(*to)));
        }
        Self(found)
    }

    /// Adds the shapes that the traits of an element refer to.
    fn of(&self, graph: &Graph<'_>, id: ElementId, found: &mut Vec<ElementId>) {
        for (definition, value) in graph.element(id).traits() {
            if let Some(definition) = graph.find(definition.as_str()) {
                self.within(graph, definition, value, found);
            }
        }
    }

    /// Adds the shapes that a value of a shape or member refers to.
    fn within(&self, graph: &Graph<'_>, id: ElementId, value: &Node, found: &mut Vec<ElementId>) {
        if !self.0.contains(&id) {
            return;
        }
        let element = graph.element(id);
        if element.has::<IdRef>() {
            return found.extend(value.as_str().and_then(|text| graph.find(text)));
        }
        for Edge { relation, to } in graph.neighbors(id).iter().copied() {
            let (Element::Shape(shape), Relation::Member) = (element, relation) else {
                if relation == Relation::Target {
                    self.within(graph, to, value, found);
                }
                continue;
            };
            let name = graph.element(to).as_member().map_or("", Member::name);
            let mut next = |value: &Node| self.within(graph, to, value, found);
            match (&value.value, shape.kind, name) {
                (Value::Array(values), ShapeType::List, _) => values.iter().for_each(next),
                (Value::Object(object), ShapeType::Map, "key") => {
                    object.keys().for_each(|key| next(&Node::string(&**key)));
                }
                (Value::Object(object), ShapeType::Map, _) => object.values().for_each(|(_, value)| next(value)),
                (_, _, name) => value.get(name).into_iter().for_each(next),
            }
        }
    }
}
