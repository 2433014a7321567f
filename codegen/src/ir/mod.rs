//! What is to be written, in Rust words. Plain data: it knows neither Smithy models nor tokens.

mod docs;
mod examples;
mod waiters;

pub use docs::{Deprecation, Docs};
pub use examples::{Example, Expression, Setter};
pub use waiters::{Acceptor, Expected, Matcher, Path, State, Waiter};

/// One generated module.
#[derive(Clone, Debug)]
pub struct Module {
    /// The module's name, such as `imagebuilder`.
    pub name: String,
    /// The service's type name, such as `ImageBuilder`.
    pub service: String,
    /// The name of the type that dispatches requests to the methods of a service.
    pub dispatch: String,
    /// The absolute shape id of the service.
    pub id: String,
    /// The service's version.
    pub version: String,
    /// The service's documentation.
    pub docs: Docs,
    /// The model files, as the header names them.
    pub sources: Vec<String>,
    /// Builder calls of the service's schema.
    pub settings: Vec<Setting>,
    /// Endpoints that differ from the default pattern. The first row that matches counts.
    pub endpoints: Vec<Endpoint>,
    /// Types and schemas, in shape-id order.
    pub definitions: Vec<Definition>,
    /// Operations, in name order.
    pub operations: Vec<Operation>,
    /// Whether users may match and construct types exhaustively.
    pub openness: Openness,
    /// What their waiters look with.
    pub paths: Vec<Path>,
}

/// Whether structures, unions and enums have the attribute `#[non_exhaustive]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Openness {
    /// They have: a model may gain members, values and errors without breaking users.
    #[default]
    NonExhaustive,
    /// They do not.
    Exhaustive,
}

impl Module {
    /// The waiters of all operations.
    pub fn waiters(&self) -> impl Iterator<Item = &Waiter> + Clone {
        self.operations.iter().flat_map(|operation| &operation.waiters)
    }
}

/// A shape: its schema, and the Rust type it has, if any of its own.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The absolute shape id.
    pub id: String,
    /// The name of the schema's static; empty for what stands for `smithy.api#Unit`.
    pub schema: String,
    /// The documentation.
    pub docs: Docs,
    /// Builder calls of the schema.
    pub settings: Vec<Setting>,
    /// What it is.
    pub body: Body,
}

/// What a shape is.
#[derive(Clone, Debug)]
pub enum Body {
    /// A simple shape, list or map without a type of its own: a schema only.
    Plain {
        /// The pattern, where values are checked without a type.
        pattern: Option<Pattern>,
        /// The schema's constructor.
        schema: SchemaBody,
    },
    /// A newtype over a constrained simple shape, list or map.
    Newtype {
        /// The type's name.
        name: String,
        /// The type inside.
        inner: Type,
        /// Public constants: bounds and pattern.
        constants: Vec<Constant>,
        /// The pattern's plan.
        pattern: Option<Pattern>,
        /// The schema's constructor.
        schema: SchemaBody,
    },
    /// A string enum.
    StringEnum {
        /// The type's name.
        name: String,
        /// The variants.
        variants: Vec<Variant<String>>,
    },
    /// An integer enum.
    IntEnum {
        /// The type's name.
        name: String,
        /// The variants.
        variants: Vec<Variant<i32>>,
    },
    /// A structure.
    Structure {
        /// The type's name.
        name: String,
        /// Name of its builder.
        builder: String,
        /// The members.
        members: Vec<Member>,
        /// Whether it is an error.
        error: bool,
    },
    /// A union.
    Union {
        /// The type's name.
        name: String,
        /// The members.
        members: Vec<Member>,
    },
}

/// How a schema of a shape without members of its own is made.
#[derive(Clone, Debug)]
pub enum SchemaBody {
    /// A simple shape: the variant of the runtime's `Kind`.
    Simple(&'static str),
    /// A list.
    List(Box<Entry>),
    /// A map: key and value.
    Map(Box<(Entry, Entry)>),
}

/// A member in a schema table.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The member's name in the model.
    pub name: String,
    /// The schema it targets.
    pub target: SchemaRef,
    /// Builder calls.
    pub settings: Vec<Setting>,
}

/// A schema that another one names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaRef {
    /// A static of the same module.
    Local(String),
    /// A static of the runtime's prelude.
    Prelude(&'static str),
}

/// A member of a structure or union.
#[derive(Clone, Debug)]
pub struct Member {
    /// The field's or variant's name, not yet escaped.
    pub name: String,
    /// The schema entry.
    pub entry: Entry,
    /// The documentation.
    pub docs: Docs,
    /// The type, without `Option`.
    pub ty: Type,
    /// Whether it is required, and its constraints, in one line that may be empty.
    pub summary: String,
    /// What it holds, if it is a list or map.
    pub collection: Option<Collection>,
    /// Setters of the structure's builder.
    pub setters: Setters,
    /// Whether the field is an `Option`.
    pub optional: bool,
    /// The value it has when nothing else is said.
    pub default: Option<Default>,
}

/// Elements of a list or map.
#[derive(Clone, Debug)]
pub enum Collection {
    /// Elements of a list.
    List(Type),
    /// Keys and values of a map.
    Map(Type, Type),
}

/// Names of a member's setters, not yet escaped.
#[derive(Clone, Debug, Default)]
pub struct Setters {
    /// Sets the member, or adds one element or entry to it.
    pub add: String,
    /// Replaces or unsets the member.
    pub replace: String,
}

/// A default value.
#[derive(Clone, Debug, PartialEq)]
pub enum Default {
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// A number for a big type that an `i64` does not hold, as it was written.
    Number(String),
    /// A string, or bytes that are one.
    Str(String),
    /// Other bytes.
    Bytes(Vec<u8>),
    /// A variant of an enum: its Rust name, and the value on the wire.
    Variant(String, Box<Default>),
    /// An empty list.
    List,
    /// An empty map.
    Map,
    /// Seconds since 1970, and nanoseconds of the second.
    Timestamp((i64, u32)),
    /// A null document.
    Null,
    /// An empty stream.
    Stream,
}

/// A variant of an enum.
#[derive(Clone, Debug)]
pub struct Variant<T> {
    /// The Rust name.
    pub name: String,
    /// The value on the wire.
    pub value: T,
    /// The documentation.
    pub docs: Docs,
}

/// A public constant of a newtype.
#[derive(Clone, Debug)]
pub struct Constant {
    /// Its name.
    pub name: &'static str,
    /// Its documentation.
    pub docs: &'static str,
    /// Its value.
    pub value: Literal,
}

/// A pattern and how it is matched.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The name of its static.
    pub name: String,
    /// As the model states it.
    pub source: String,
    /// How it is matched.
    pub plan: crate::pattern::Plan,
}

/// A builder call of a schema: `.method(arguments)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The method.
    pub method: &'static str,
    /// Its arguments.
    pub arguments: Vec<Literal>,
}

impl Type {
    /// Whether it is a stream: sent and received beside the rest of its structure.
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::ByteStream | Self::EventStream(_))
    }
}

impl Setting {
    /// A call without arguments.
    pub fn flag(method: &'static str) -> Self {
        Self { method, arguments: Vec::new() }
    }

    /// A call.
    pub fn new(method: &'static str, arguments: impl Into<Vec<Literal>>) -> Self {
        Self { method, arguments: arguments.into() }
    }
}

/// Where a service is, in some places and variants: a row that stands in for the pattern that services usually follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The variants that it holds for, of which it has at least one.
    pub variants: Vec<EndpointVariant>,
    /// Partitions, or regions; the empty name stands for no region at all. No names: wherever there is a region.
    pub places: Vec<String>,
    /// Where requests go.
    pub target: Target,
}

/// Which of a service's endpoints clients ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the settings'")]
pub enum EndpointVariant {
    Plain,
    Fips,
    DualStack,
    FipsDualStack,
}

/// Where requests go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a URL, in which `{region}`, `{suffix}` and `{dual_stack_suffix}` stand for those of the place.
    At {
        /// The URL.
        url: String,
        /// The region that signatures name, where it is another.
        region: Option<String>,
        /// The service that signatures name, where it is another.
        name: Option<String>,
    },
    /// Nowhere: why.
    Refused(String),
}

/// A literal value or a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// A string.
    Str(String),
    /// A `usize`.
    Size(u64),
    /// A whole number whose type its place decides.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// A boolean.
    Bool(bool),
    /// A whole bound of a range, as the runtime's `Bound`; whether its type is narrower than `i64`.
    WholeBound(Box<Literal>, bool),
    /// Another bound of a range, and how it is written.
    DecimalBound(f64, String),
    /// A path below the runtime crate, such as `schema::Fault::Client`.
    Runtime(&'static str),
    /// A constant of a generated type: `super::types::Name::CONSTANT`.
    TypeConstant(String, &'static str),
    /// A reference to a static of the same module.
    Static(String),
    /// A reference to a slice.
    Slice(Vec<Literal>),
    /// A default value, as the runtime's `DefaultValue`.
    Default(Default),
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the Rust or runtime type of its name")]
pub enum Type {
    Bool,
    I8,
    I16,
    I32,
    I64,
    F32,
    F64,
    BigInteger,
    BigDecimal,
    String,
    Blob,
    Timestamp,
    Document,
    /// The empty structure.
    Unit,
    /// A streaming blob.
    ByteStream,
    /// The events of a generated union.
    EventStream(Box<Type>),
    /// A generated type.
    Named(String),
    Option(Box<Type>),
    Boxed(Box<Type>),
    List(Box<Type>),
    Map(Box<(Type, Type)>),
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The type name, such as `ListWorkflowExecutions`.
    pub name: String,
    /// The name in the model.
    pub wire_name: String,
    /// The method's name, not yet escaped.
    pub method: String,
    /// The static of its schema.
    pub schema: String,
    /// The documentation.
    pub docs: Docs,
    /// The input's type name.
    pub input: String,
    /// Name of a call: the alias of the input's builder that can be sent.
    pub call: String,
    /// Name of the input's builder.
    pub builder: String,
    /// The output's type name.
    pub output: String,
    /// The schemas of input and output.
    pub schemas: (SchemaRef, SchemaRef),
    /// The error enum's name.
    pub error: String,
    /// Its errors, in the order of their indices.
    pub errors: Vec<ErrorVariant>,
    /// Builder calls of its schema.
    pub settings: Vec<Setting>,
    /// How pages follow each other.
    pub pages: Option<Pages>,
    /// Examples of calls.
    pub examples: Vec<Example>,
    /// What can be waited for by calling it.
    pub waiters: Vec<Waiter>,
}

/// A variant of an operation's error enum.
#[derive(Clone, Debug)]
pub struct ErrorVariant {
    /// The variant's name.
    pub name: String,
    /// The structure's type name.
    pub ty: String,
    /// The structure's schema.
    pub schema: String,
}

/// How pages follow each other.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The items: the way to them from the output, and their type.
    pub items: Option<Items>,
}

/// A way to a member of the output.
#[derive(Clone, Debug)]
pub struct Items {
    /// Fields to follow, each with whether it is an `Option`.
    pub path: Vec<(String, bool)>,
    /// The type of one item.
    pub ty: Type,
    /// The newtype that holds the list or map, if any: it is opened first.
    pub is_newtype: bool,
}
