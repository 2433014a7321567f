//! Facts of a module that are not items: its shapes by the elements of the model, their members, and their schemas.

use std::collections::BTreeMap;

use super::limits::Limits;
use super::reach::{Directions, reach};
use crate::ir::{Body, Definition, Entry, Module, SchemaBody, SchemaRef, Setting};

/// Shapes of a module.
#[derive(Debug)]
pub(super) struct Facts<'m> {
    /// By the element of the model from which each is generated.
    pub(super) nodes: BTreeMap<&'m str, Node<'m>>,
    /// Origins by the name of the schema.
    by_schema: BTreeMap<&'m str, &'m str>,
}

/// A shape.
#[derive(Debug)]
pub(super) struct Node<'m> {
    /// The form of its values.
    pub(super) form: Form<'m>,
    pub(super) limits: Limits,
    /// Settings of its schema, without constraints.
    pub(super) settings: Vec<&'m Setting>,
    /// Members, elements, or entries.
    pub(super) edges: Vec<Edge<'m>>,
    /// The Rust type, if it has its own.
    pub(super) ty: Option<&'m str>,
    pub(super) directions: Directions,
}

/// The form of the values of a shape.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form<'m> {
    /// A value without parts: the name of the runtime's `Kind`, or of a prelude schema.
    Simple(&'m str),
    /// A string enum with its values, or an integer enum with its values as text.
    Enum(Vec<String>),
    /// Integers.
    IntEnum(Vec<String>),
    /// A list.
    List,
    /// A map.
    Map,
    /// A structure.
    Structure,
    /// A union.
    Union,
}

/// A member.
#[derive(Debug)]
pub(super) struct Edge<'m> {
    /// ID of the member.
    pub(super) id: String,
    pub(super) entry: &'m Entry,
}

impl<'m> Facts<'m> {
    /// Collects the shapes of a module.
    pub(super) fn of(module: &'m Module) -> Self {
        let mut by_schema = BTreeMap::new();
        let mut nodes = BTreeMap::new();
        for definition in module.definitions.iter().filter(|definition| !definition.schema.is_empty()) {
            by_schema.insert(definition.schema.as_str(), definition.origin.as_str());
            nodes.insert(definition.origin.as_str(), node(definition));
        }
        let mut facts = Self { nodes, by_schema };
        let reached = reach(module, &facts);
        for (origin, node) in &mut facts.nodes {
            node.directions = reached.get(*origin).copied().unwrap_or_default();
        }
        facts
    }

    /// The shape of a schema of this module.
    pub(super) fn target(&self, schema: &SchemaRef) -> Option<(&'m str, &Node<'m>)> {
        match schema {
            SchemaRef::Local(name) => self.by_schema.get(name.as_str()).and_then(|origin| self.of_origin(origin)),
            SchemaRef::Prelude(_) => None,
        }
    }

    /// The shape that is generated from an element of the model.
    pub(super) fn of_origin(&self, origin: &str) -> Option<(&'m str, &Node<'m>)> {
        self.nodes.get_key_value(origin).map(|(origin, node)| (*origin, node))
    }

    /// Constraints of the values of a schema.
    pub(super) fn limits(&self, schema: &SchemaRef) -> Limits {
        self.target(schema).map(|(_, node)| node.limits.clone()).unwrap_or_default()
    }

    /// Form of the values of a schema.
    pub(super) fn form<'f>(&'f self, schema: &'f SchemaRef) -> Form<'f> {
        match schema {
            SchemaRef::Prelude(name) => Form::Simple(kind_of_prelude(name)),
            SchemaRef::Local(_) => self.target(schema).map_or(Form::Simple("String"), |(_, node)| node.form.clone()),
        }
    }
}

/// ID of a member of a shape.
pub(super) fn member_id(shape: &str, member: &str) -> String {
    format!("{shape}${member}")
}

/// The name of a shape or member, without its namespace.
pub(super) fn local_name(id: &str) -> String {
    id.rsplit_once('#').map_or(id, |(_, name)| name).to_owned()
}

/// The kind of a schema of the runtime's prelude: `BIG_INTEGER` is `BigInteger`.
fn kind_of_prelude(name: &str) -> &str {
    match name {
        "BLOB" => "Blob",
        "BOOLEAN" => "Boolean",
        "BYTE" => "Byte",
        "SHORT" => "Short",
        "INTEGER" => "Integer",
        "LONG" => "Long",
        "FLOAT" => "Float",
        "DOUBLE" => "Double",
        "BIG_INTEGER" => "BigInteger",
        "BIG_DECIMAL" => "BigDecimal",
        "TIMESTAMP" => "Timestamp",
        "DOCUMENT" => "Document",
        "STRING" => "String",
        other => other,
    }
}

fn edge<'m>(definition: &Definition, entry: &'m Entry) -> Edge<'m> {
    Edge { id: member_id(&definition.id, &entry.name), entry }
}

fn node(definition: &Definition) -> Node<'_> {
    let edge = |entry| edge(definition, entry);
    let of_schema = |schema: &'_ SchemaBody| match schema {
        SchemaBody::Simple(kind) => Form::Simple(kind),
        SchemaBody::Enum(values) => Form::Enum(values.clone()),
        SchemaBody::IntEnum(values) => Form::IntEnum(values.iter().map(ToString::to_string).collect()),
        SchemaBody::List(_) => Form::List,
        SchemaBody::Map(_) => Form::Map,
    };
    let parts = |schema| match schema {
        &(SchemaBody::Simple(_) | SchemaBody::Enum(_) | SchemaBody::IntEnum(_)) => Vec::new(),
        SchemaBody::List(element) => vec![edge(&**element)],
        SchemaBody::Map(entries) => vec![edge(&entries.0), edge(&entries.1)],
    };
    let (form, ty, edges) = match &definition.body {
        Body::Plain { schema, .. } => (of_schema(schema), None, parts(schema)),
        Body::Newtype { name, schema, .. } => (of_schema(schema), Some(name), parts(schema)),
        Body::StringEnum { name, variants } => {
            (Form::Enum(variants.iter().map(|variant| variant.value.clone()).collect()), Some(name), Vec::new())
        }
        Body::IntEnum { name, variants } => {
            (Form::IntEnum(variants.iter().map(|variant| variant.value.to_string()).collect()), Some(name), Vec::new())
        }
        Body::Structure { name, members, .. } => {
            (Form::Structure, Some(name), members.iter().map(|member| edge(&member.entry)).collect())
        }
        Body::Union { name, members } => {
            (Form::Union, Some(name), members.iter().map(|member| edge(&member.entry)).collect())
        }
    };
    let (limits, settings) = Limits::of(definition);
    Node { form, limits, settings, edges, ty: ty.map(String::as_str), directions: Directions::default() }
}
