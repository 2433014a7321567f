//! The model as a graph (spec: "Selectors", relationships): elements are shapes and members, edges are named
//! relationships. Built once for each model, each part on first use. Independent of rules and selectors.

use std::sync::OnceLock;

use super::prelude;
use super::{Body, Member, Model, Node, Object, Shape, ShapeId, ShapeType, Trait, Traits, Value};
use crate::hash::HashMap;
use crate::source::Span;
use crate::traits::{Deprecated, Documentation, Enum, EnumValue, Internal, Tags};

/// Identifies a shape or member of a [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(u32);

impl ElementId {
    /// Index of the element, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A shape, or a member with its container.
#[derive(Clone, Copy, Debug)]
pub enum Element<'m> {
    /// A shape.
    Shape(&'m Shape),
    /// A member and its containing shape.
    Member(&'m Shape, &'m Member),
}

impl<'m> Element<'m> {
    /// Its shape ID.
    pub fn id(self) -> &'m ShapeId {
        match self {
            Self::Shape(shape) => &shape.id,
            Self::Member(_, member) => &member.id,
        }
    }

    /// Whether it is part of the built-in definitions, rather than of a source.
    pub fn is_builtin(self) -> bool {
        match self {
            Self::Shape(shape) | Self::Member(shape, _) => shape.is_builtin(),
        }
    }

    /// Its own traits; for members, without those of the target.
    pub fn traits(self) -> &'m Traits {
        match self {
            Self::Shape(shape) => &shape.traits,
            Self::Member(_, member) => &member.traits,
        }
    }

    /// Location of its name.
    pub fn span(self) -> Span {
        match self {
            Self::Shape(shape) => shape.span,
            Self::Member(_, member) => member.span,
        }
    }

    /// The node of its own trait with this absolute ID.
    pub fn trait_value(self, id: &str) -> Option<&'m Node> {
        self.traits().node_of(id)
    }

    /// The value of its own trait; `None` if it is not applied or its node is invalid.
    pub fn get<T: Trait>(self) -> Option<&'m T> {
        self.traits().get()
    }

    /// Whether it has a trait.
    pub fn has<T: Trait>(self) -> bool {
        self.traits().has::<T>()
    }

    /// The node of its own trait.
    pub fn node<T: Trait>(self) -> Option<&'m Node> {
        self.traits().node::<T>()
    }

    /// The location of the value of its own trait, or of the element if the trait is not in a source.
    pub fn place_of<T: Trait>(self) -> Span {
        self.node::<T>().map(|node| node.span).filter(|span| span.is_some()).unwrap_or(self.span())
    }

    /// Its shape type; `None` for a member.
    pub fn kind(self) -> Option<ShapeType> {
        if let Self::Shape(shape) = self { Some(shape.kind) } else { None }
    }

    /// The name of its type in selectors.
    pub fn type_name(self) -> &'static str {
        self.kind().map_or("member", ShapeType::name)
    }

    /// The shape, if it is one.
    pub fn as_shape(self) -> Option<&'m Shape> {
        if let Self::Shape(shape) = self { Some(shape) } else { None }
    }

    /// The member, if it is one.
    pub fn as_member(self) -> Option<&'m Member> {
        if let Self::Member(_, member) = self { Some(member) } else { None }
    }
}

/// Relationships. [`Relation::NAMES`] contains their names in the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the specification's")]
pub enum Relation {
    Member,
    /// From a member to its target. Has no name.
    Target,
    Input,
    Output,
    Error,
    Operation,
    Resource,
    InstanceOperation,
    CollectionOperation,
    Create,
    Put,
    Read,
    Update,
    Delete,
    List,
    Identifier,
    Property,
    Mixin,
    /// From an operation or resource to the service or resource that binds it: the only upward edge. Selectors must
    /// request it explicitly.
    Bound,
    /// From an element to the definitions of its traits. Not stored as an edge: see [`Graph::traits_of`].
    Trait,
}

impl Relation {
    /// Relations by their names in selectors.
    pub const NAMES: [(&'static str, Self); 19] = [
        ("member", Self::Member),
        ("input", Self::Input),
        ("output", Self::Output),
        ("error", Self::Error),
        ("operation", Self::Operation),
        ("resource", Self::Resource),
        ("instanceOperation", Self::InstanceOperation),
        ("collectionOperation", Self::CollectionOperation),
        ("create", Self::Create),
        ("put", Self::Put),
        ("read", Self::Read),
        ("update", Self::Update),
        ("delete", Self::Delete),
        ("list", Self::List),
        ("identifier", Self::Identifier),
        ("property", Self::Property),
        ("mixin", Self::Mixin),
        ("bound", Self::Bound),
        ("trait", Self::Trait),
    ];

    /// The relation with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, relation)| *relation)
    }

    /// Whether it binds an operation to a service or resource.
    pub fn binds_operation(self) -> bool {
        matches!(
            self,
            Self::Operation
                | Self::CollectionOperation
                | Self::Create
                | Self::Put
                | Self::Read
                | Self::Update
                | Self::Delete
                | Self::List
        )
    }

    /// Whether the subject declares it, as for all except `bound`.
    pub fn is_directed(self) -> bool {
        self != Self::Bound
    }
}

/// An edge, as seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The relationship.
    pub relation: Relation,
    /// The other end.
    pub to: ElementId,
}

/// Edges of all elements in one list. Those of element `i` are at `starts[i]..starts[i + 1]`.
#[derive(Debug, Default)]
struct Edges {
    starts: Vec<u32>,
    edges: Vec<Edge>,
}

impl Edges {
    fn of(&self, id: ElementId) -> &[Edge] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or(0) as usize;
        self.edges.get(bound(id.index())..bound(id.index() + 1)).unwrap_or_default()
    }

    /// Sorts edges by subject. The sort is stable.
    fn collect(count: usize, pairs: &[(u32, Edge)]) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for (from, _) in pairs {
            starts[*from as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut edges = vec![Edge { relation: Relation::Trait, to: ElementId(0) }; pairs.len()];
        for (from, edge) in pairs {
            let at = &mut next[*from as usize];
            edges[*at as usize] = *edge;
            *at += 1;
        }
        Self { starts, edges }
    }
}

/// Elements by applied trait.
type TraitIndex<'m> = HashMap<&'m str, Vec<ElementId>>;

/// Elements and relationships of a model.
#[derive(Debug)]
pub struct Graph<'m> {
    model: &'m Model,
    elements: Vec<Element<'m>>,
    /// For each shape of the model, the index of its element. Members follow their shape.
    starts: Vec<u32>,
    forward: OnceLock<Edges>,
    reverse: OnceLock<Edges>,
    by_trait: OnceLock<TraitIndex<'m>>,
    enum_traits: OnceLock<HashMap<ElementId, Node>>,
}

impl<'m> Graph<'m> {
    /// Numbers the elements: each shape, then its members, in the order of the model.
    pub fn new(model: &'m Model) -> Self {
        let mut elements = Vec::with_capacity(model.shapes.len() * 4);
        let mut starts = Vec::with_capacity(model.shapes.len());
        for shape in model.iter() {
            starts.push(elements.len() as u32);
            elements.push(Element::Shape(shape));
            elements.extend(shape.members.values().map(|member| Element::Member(shape, member)));
        }
        Self {
            model,
            elements,
            starts,
            forward: OnceLock::new(),
            reverse: OnceLock::new(),
            by_trait: OnceLock::new(),
            enum_traits: OnceLock::new(),
        }
    }

    /// The model.
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether the graph is empty.
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// All elements, in order.
    pub fn iter(&self) -> impl Iterator<Item = (ElementId, Element<'m>)> + '_ {
        self.elements.iter().enumerate().map(|(at, element)| (ElementId(at as u32), *element))
    }

    /// The element with this ID.
    ///
    /// # Panics
    /// If the ID belongs to another graph.
    pub fn element(&self, id: ElementId) -> Element<'m> {
        self.elements[id.index()]
    }

    /// The ID of the shape or member with this absolute shape ID.
    pub fn find(&self, id: &str) -> Option<ElementId> {
        let (container, member) = id.split_once('$').map_or((id, None), |(shape, member)| (shape, Some(member)));
        let (at, _, shape) = self.model.shapes.get_full(container)?;
        let start = *self.starts.get(at)?;
        match member {
            None => Some(ElementId(start)),
            Some(name) => Some(ElementId(start + 1 + shape.members.get_index_of(name)? as u32)),
        }
    }

    /// The ID of the containing shape of a member, or of the shape itself.
    pub fn container(&self, id: ElementId) -> ElementId {
        match self.element(id) {
            Element::Shape(_) => id,
            Element::Member(..) => {
                let at = self.starts.partition_point(|start| *start <= id.0);
                ElementId(self.starts.get(at.wrapping_sub(1)).copied().unwrap_or(id.0))
            }
        }
    }

    /// Edges from an element to its neighbours, without traits. Targets that do not exist are omitted.
    pub fn neighbours(&self, id: ElementId) -> &[Edge] {
        self.forward.get_or_init(|| Edges::collect(self.len(), &self.pairs())).of(id)
    }

    /// Edges from the neighbours of an element to it, without traits. Each contains the neighbour.
    pub fn reverse_neighbours(&self, id: ElementId) -> &[Edge] {
        let reverse = self.reverse.get_or_init(|| {
            let mut pairs = Vec::new();
            for (id, _) in self.iter() {
                let edges = self.neighbours(id).iter();
                pairs.extend(edges.map(|edge| (edge.to.0, Edge { relation: edge.relation, to: id })));
            }
            Edges::collect(self.len(), &pairs)
        });
        reverse.of(id)
    }

    /// The definitions of the traits of an element.
    pub fn traits_of(&self, id: ElementId) -> impl Iterator<Item = ElementId> + '_ {
        self.element(id).traits().keys().filter_map(|id| self.find(id.as_str()))
    }

    /// The elements with the trait of this absolute ID, in order.
    pub fn with_trait(&self, id: &str) -> &[ElementId] {
        self.by_trait().get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The elements with a trait, in order.
    pub fn with<T: Trait>(&self) -> &[ElementId] {
        self.with_trait(T::ID)
    }

    /// All applied traits, with their elements.
    pub fn applied_traits(&self) -> impl Iterator<Item = (&'m str, &[ElementId])> + '_ {
        self.by_trait().iter().map(|(id, elements)| (*id, elements.as_slice()))
    }

    fn by_trait(&self) -> &TraitIndex<'m> {
        self.by_trait.get_or_init(|| {
            let mut index = TraitIndex::default();
            for (id, element) in self.iter() {
                for applied in element.traits().keys() {
                    index.entry(applied.as_str()).or_default().push(id);
                }
            }
            index
        })
    }

    /// The value of a trait for selectors: enum shapes have an `enum` trait made of their members.
    pub fn visible_trait(&self, id: ElementId, name: &str) -> Option<&Node> {
        let element = self.element(id);
        if let Some(node) = element.trait_value(name) {
            return Some(node);
        }
        if name != Enum::ID || element.kind() != Some(ShapeType::Enum) {
            return None;
        }
        let nodes = self.enum_traits.get_or_init(|| {
            let enums = self.iter().filter_map(|(id, element)| Some((id, element.as_shape()?)));
            enums.filter(|(_, shape)| shape.kind == ShapeType::Enum).map(|(id, s)| (id, enum_trait(s))).collect()
        });
        nodes.get(&id)
    }

    fn pairs(&self) -> Vec<(u32, Edge)> {
        let mut pairs = Pairs { graph: self, list: Vec::with_capacity(self.len() * 2), from: ElementId(0) };
        for (id, element) in self.iter() {
            pairs.from = id;
            match element {
                // Targets of enum members are ignored.
                Element::Member(shape, _) if matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) => {}
                Element::Member(_, member) => pairs.add(Relation::Target, &member.target),
                Element::Shape(shape) => pairs.shape(shape),
            }
        }
        pairs.list
    }
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

    fn resource(&mut self, resource: &super::Resource) {
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

/// An `enum` trait made of the members of an enum shape.
pub(crate) fn enum_trait(shape: &Shape) -> Node {
    let entries = shape.members.values().map(|member| Node { value: Value::Object(entry(member)), span: member.span });
    Node { value: Value::Array(entries.collect()), span: shape.span }
}

/// The entry of an `enum` trait for a member.
fn entry(member: &Member) -> Object {
    let mut entry = Object::new();
    let mut put = |key: &str, node: Node| entry.insert(key.into(), (Span::NONE, node));
    put("value", member.get::<EnumValue>().map_or_else(|| Node::string(member.name()), EnumValue::to_node));
    put("name", Node::string(member.name()));
    if let Some(node) = member.node::<Documentation>() {
        put("documentation", node.clone());
    }
    let mut tags = member.node::<Tags>().and_then(Node::as_array).unwrap_or_default().to_vec();
    // Before `@internal` existed, a tag of this name had its meaning.
    if member.has::<Internal>() && !tags.iter().any(|tag| tag.as_str() == Some("internal")) {
        tags.push(Node::string("internal"));
    }
    if !tags.is_empty() {
        put("tags", Node::synthetic(Value::Array(tags)));
    }
    if member.has::<Deprecated>() {
        put("deprecated", Node::synthetic(Value::Bool(true)));
    }
    entry
}
