//! The transform that removes shapes that no service uses, and traits that are not applied.

use super::Definition;
use super::remove::{is_prelude, remove};
use super::shapes::has_tag;
use crate::hash::HashSet;
use crate::model::graph::{Element, ElementId, Graph, Relation};
use crate::model::{Model, Node, ShapeId, ShapeType, Value};
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
    references: References<'m>,
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
            waiting.extend(self.graph.neighbors(id).iter().map(|edge| edge.to));
            self.references.of(self.graph, id, &mut waiting);
        }
    }
}

/// Locations of shape IDs (`@idRef`) in values of traits.
#[derive(Default)]
struct References<'m> {
    /// Traits, and the paths to the IDs in their values.
    paths: Vec<(&'m ShapeId, Vec<Step<'m>>)>,
}

/// A step into a value.
#[derive(Clone, Copy)]
enum Step<'m> {
    Member(&'m str),
    /// Elements of an array, or values of an object.
    Values,
    /// Keys of an object.
    Keys,
}

/// Maximum number of paths of one trait.
const MAX_PATHS: usize = 1000;

impl<'m> References<'m> {
    fn new(graph: &Graph<'m>) -> Self {
        let mut paths = Vec::new();
        for definition in graph.with::<TraitDefinition>() {
            let mut search = Search { graph, on_path: Vec::new(), steps: Vec::new(), found: Vec::new() };
            search.element(*definition);
            let id = graph.element(*definition).id();
            paths.extend(search.found.into_iter().map(|path| (id, path)));
        }
        Self { paths }
    }

    /// Adds the shapes that the traits of an element refer to.
    fn of(&self, graph: &Graph<'m>, id: ElementId, found: &mut Vec<ElementId>) {
        let traits = graph.element(id).traits();
        for (definition, path) in &self.paths {
            if let Some(node) = traits.node_of(definition.as_str()) {
                follow(node, path, &mut |text| found.extend(graph.find(text)));
            }
        }
    }
}

/// Finds the paths from a trait to its `@idRef` shapes.
struct Search<'g, 'm> {
    graph: &'g Graph<'m>,
    on_path: Vec<ElementId>,
    steps: Vec<Step<'m>>,
    found: Vec<Vec<Step<'m>>>,
}

impl Search<'_, '_> {
    fn element(&mut self, id: ElementId) {
        if self.on_path.contains(&id) || self.found.len() > MAX_PATHS {
            return;
        }
        let element = self.graph.element(id);
        if element.has::<IdRef>() {
            return self.found.push(self.steps.clone());
        }
        self.on_path.push(id);
        for edge in self.graph.neighbors(id) {
            match (element, edge.relation) {
                (Element::Member(..), Relation::Target) => self.element(edge.to),
                (Element::Shape(shape), Relation::Member) => {
                    let Some(member) = self.graph.element(edge.to).as_member() else { continue };
                    self.steps.push(match (shape.kind, member.name()) {
                        (ShapeType::Map, "key") => Step::Keys,
                        (ShapeType::Map | ShapeType::List, _) => Step::Values,
                        (_, name) => Step::Member(name),
                    });
                    self.element(edge.to);
                    self.steps.pop();
                }
                _ => {}
            }
        }
        self.on_path.pop();
    }
}

fn follow(node: &Node, path: &[Step<'_>], found: &mut dyn FnMut(&str)) {
    let Some((step, rest)) = path.split_first() else {
        return node.as_str().into_iter().for_each(found);
    };
    match (step, &node.value) {
        (Step::Member(name), _) => node.get(name).into_iter().for_each(|node| follow(node, rest, found)),
        (Step::Values, Value::Array(nodes)) => nodes.iter().for_each(|node| follow(node, rest, found)),
        (Step::Values, Value::Object(object)) => object.values().for_each(|(_, node)| follow(node, rest, found)),
        (Step::Keys, Value::Object(object)) => object.keys().for_each(|key| found(key)),
        _ => {}
    }
}
