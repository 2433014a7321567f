//! The model as a graph (spec: "Selectors", relationships): elements are shapes and members, edges are named
//! relationships. Built once for each model, each part on first use. Independent of rules and selectors.

mod edges;

use std::sync::OnceLock;

use self::edges::Edges;
use super::{Member, Model, Node, Object, Shape, ShapeId, ShapeType, Trait, Traits, Value};
use crate::hash::HashMap;
use crate::parallel::{self, Stack};
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
        if let Some(at) = self.model.shapes.get_index_of(id) {
            return self.starts.get(at).map(|start| ElementId(*start));
        }
        let (container, member) = id.split_once('$')?;
        let (at, _, shape) = self.model.shapes.get_full(container)?;
        Some(ElementId(self.starts.get(at)? + 1 + shape.members.get_index_of(member)? as u32))
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

    /// Computes at the same time what is otherwise computed when it is needed first.
    pub fn prepare(&self) {
        let edges: fn(&Self) = |graph| {
            graph.edges();
        };
        let traits: fn(&Self) = |graph| {
            graph.by_trait();
        };
        parallel::map(vec![edges, traits], Stack::Any, &|compute| compute(self));
    }

    /// Edges from an element to its neighbors, without traits. Targets that do not exist are omitted.
    pub fn neighbors(&self, id: ElementId) -> &[Edge] {
        self.edges().of(id)
    }

    fn edges(&self) -> &Edges {
        self.forward.get_or_init(|| Edges::of_graph(self))
    }

    /// Edges from the neighbors of an element to it, without traits. Each contains the neighbor.
    pub fn reverse_neighbors(&self, id: ElementId) -> &[Edge] {
        let reverse = self.reverse.get_or_init(|| {
            let mut pairs = Vec::new();
            for (id, _) in self.iter() {
                let edges = self.neighbors(id).iter();
                pairs.extend(edges.map(|edge| (edge.to.0, Edge { relation: edge.relation, to: id })));
            }
            Edges::collect(self.len(), &[pairs])
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
