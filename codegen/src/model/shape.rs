//! Shapes and members.

use super::{Node, OrderedMap, ShapeId, Trait, Traits};
use crate::hash::IndexMap;
use crate::source::Span;

/// A shape type (spec: "Shape types"), except for `member`: see [`Member`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShapeType {
    /// Bytes.
    Blob,
    /// `true` or `false`.
    Boolean,
    /// Text.
    String,
    /// Text with a set of known values.
    Enum,
    /// 8-bit integer.
    Byte,
    /// 16-bit integer.
    Short,
    /// 32-bit integer.
    Integer,
    /// 32-bit integer with a set of known values.
    IntEnum,
    /// 64-bit integer.
    Long,
    /// 32-bit floating-point number.
    Float,
    /// 64-bit floating-point number.
    Double,
    /// Integer of any size.
    BigInteger,
    /// Decimal number of any precision.
    BigDecimal,
    /// Point in time.
    Timestamp,
    /// Any JSON-like value.
    Document,
    /// Ordered values of one type.
    List,
    /// Values by strings.
    Map,
    /// Named members.
    Structure,
    /// One of several named members.
    Union,
    /// Operations and resources that are offered together.
    Service,
    /// Entity with identifiers, on which operations act.
    Resource,
    /// Call with an input, an output and errors.
    Operation,
}

/// A shape with its members, properties and traits.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its ID.
    pub id: ShapeId,
    /// Its type.
    pub kind: ShapeType,
    /// Location of its name.
    pub span: Span,
    /// Its traits, including those from mixins and `apply`.
    pub traits: Traits,
    /// Members in the order of the model, including those from mixins. A list has `member`, a map `key` and `value`.
    pub members: OrderedMap<Box<str>, Member>,
    /// Properties of services, resources and operations.
    pub body: Body,
    /// Mixins it uses, in order.
    pub mixins: Vec<ShapeId>,
}

/// A member of a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its ID, `ns#Shape$member`.
    pub id: ShapeId,
    /// The shape it targets.
    pub target: ShapeId,
    /// Location of its name.
    pub span: Span,
    /// Its traits.
    pub traits: Traits,
    /// The mixin members that it comes from, if any.
    pub mixins: Vec<ShapeId>,
}

/// Properties of services, resources and operations.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// All other shape types.
    None,
    /// A service's properties.
    Service(Box<Service>),
    /// A resource's properties.
    Resource(Box<Resource>),
    /// An operation's properties.
    Operation(Box<Operation>),
}

/// Properties of a service shape (spec: "Service").
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// Version; empty if the model has none.
    pub version: String,
    /// Operations bound directly to the service.
    pub operations: Vec<ShapeId>,
    /// Resources bound directly to the service.
    pub resources: Vec<ShapeId>,
    /// Errors of all operations.
    pub errors: Vec<ShapeId>,
    /// New names of shapes in the closure of this service.
    pub rename: IndexMap<ShapeId, String>,
}

/// Properties of a resource shape (spec: "Resource").
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    /// Identifier names and their targets.
    pub identifiers: IndexMap<String, ShapeId>,
    /// Property names and their targets.
    pub properties: IndexMap<String, ShapeId>,
    /// Lifecycle operation: create.
    pub create: Option<ShapeId>,
    /// Lifecycle operation: put.
    pub put: Option<ShapeId>,
    /// Lifecycle operation: read.
    pub read: Option<ShapeId>,
    /// Lifecycle operation: update.
    pub update: Option<ShapeId>,
    /// Lifecycle operation: delete.
    pub delete: Option<ShapeId>,
    /// Lifecycle operation: list.
    pub list: Option<ShapeId>,
    /// Other instance operations.
    pub operations: Vec<ShapeId>,
    /// Other collection operations.
    pub collection_operations: Vec<ShapeId>,
    /// Child resources.
    pub resources: Vec<ShapeId>,
}

/// Properties of an operation shape (spec: "Operation").
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Input structure; `smithy.api#Unit` if there is none.
    pub input: ShapeId,
    /// Output structure; `smithy.api#Unit` if there is none.
    pub output: ShapeId,
    /// Errors, without those of services.
    pub errors: Vec<ShapeId>,
}

impl Shape {
    /// The value of a trait; `None` if it is not applied or its node is invalid.
    pub fn get<T: Trait>(&self) -> Option<&T> {
        self.traits.get()
    }

    /// Whether a trait is applied.
    pub fn has<T: Trait>(&self) -> bool {
        self.traits.has::<T>()
    }

    /// The node of a trait.
    pub fn node<T: Trait>(&self) -> Option<&Node> {
        self.traits.node::<T>()
    }

    /// The node of the trait with this absolute ID.
    pub fn trait_value(&self, id: &str) -> Option<&Node> {
        self.traits.node_of(id)
    }

    /// Whether the trait is applied.
    pub fn has_trait(&self, id: &str) -> bool {
        self.traits.contains(id)
    }

    /// Whether it is built in: part of the prelude or of a built-in trait definition, and not defined by a source.
    pub fn is_builtin(&self) -> bool {
        !self.span.is_some()
    }

    /// The service's properties.
    pub fn as_service(&self) -> Option<&Service> {
        if let Body::Service(service) = &self.body { Some(service) } else { None }
    }

    /// The resource's properties.
    pub fn as_resource(&self) -> Option<&Resource> {
        if let Body::Resource(resource) = &self.body { Some(resource) } else { None }
    }

    /// The operation's properties.
    pub fn as_operation(&self) -> Option<&Operation> {
        if let Body::Operation(operation) = &self.body { Some(operation) } else { None }
    }
}

impl Member {
    /// The value of a trait; `None` if it is not applied or its node is invalid.
    pub fn get<T: Trait>(&self) -> Option<&T> {
        self.traits.get()
    }

    /// Whether a trait is applied.
    pub fn has<T: Trait>(&self) -> bool {
        self.traits.has::<T>()
    }

    /// The node of a trait.
    pub fn node<T: Trait>(&self) -> Option<&Node> {
        self.traits.node::<T>()
    }

    /// The member's name.
    pub fn name(&self) -> &str {
        self.id.member().unwrap_or_default()
    }

    /// The node of the member's own trait with this absolute ID; traits of the target are ignored.
    pub fn trait_value(&self, id: &str) -> Option<&Node> {
        self.traits.node_of(id)
    }

    /// Whether the trait is applied to the member itself, and not to its target.
    pub fn has_trait(&self, id: &str) -> bool {
        self.traits.contains(id)
    }
}

impl Resource {
    /// Lifecycle operations, by property name, in the order of the specification.
    pub fn lifecycle(&self) -> [(&'static str, Option<&ShapeId>); 6] {
        [
            ("create", self.create.as_ref()),
            ("put", self.put.as_ref()),
            ("read", self.read.as_ref()),
            ("update", self.update.as_ref()),
            ("delete", self.delete.as_ref()),
            ("list", self.list.as_ref()),
        ]
    }
}

impl ShapeType {
    /// The name in JSON AST and selectors, such as `bigInteger`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// The type with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }

    /// Whether values have no parts (spec: "Simple types").
    pub fn is_simple(self) -> bool {
        use ShapeType as T;
        !matches!(self, T::List | T::Map | T::Structure | T::Union | T::Service | T::Operation | T::Resource)
    }

    /// All types and their names.
    pub const NAMES: [(Self, &'static str); 22] = [
        (Self::Blob, "blob"),
        (Self::Boolean, "boolean"),
        (Self::String, "string"),
        (Self::Enum, "enum"),
        (Self::Byte, "byte"),
        (Self::Short, "short"),
        (Self::Integer, "integer"),
        (Self::IntEnum, "intEnum"),
        (Self::Long, "long"),
        (Self::Float, "float"),
        (Self::Double, "double"),
        (Self::BigInteger, "bigInteger"),
        (Self::BigDecimal, "bigDecimal"),
        (Self::Timestamp, "timestamp"),
        (Self::Document, "document"),
        (Self::List, "list"),
        (Self::Map, "map"),
        (Self::Structure, "structure"),
        (Self::Union, "union"),
        (Self::Service, "service"),
        (Self::Resource, "resource"),
        (Self::Operation, "operation"),
    ];
}
