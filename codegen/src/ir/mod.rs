//! Intermediate representation: plain data in Rust's terms, independent of models and tokens.

mod builders;
mod docs;
mod endpoints;
mod examples;
mod lints;
mod operations;
mod overrides;
mod protocol;
mod unions;
mod waiters;

pub use builders::{Arguments, Build, Setters};
pub use docs::{Deprecation, Docs};
pub use endpoints::{Endpoint, EndpointParameter, EndpointVariant, ParameterSource, Target};
pub use examples::{Example, Expression, Setter, TimestampFormat};
pub use operations::{ErrorVariant, Items, ItemsStep, Operation, Pages};
pub use overrides::{Attributes, Custom, DefinedIn, ForeignNames};
pub use protocol::Protocol;
pub(crate) use protocol::{Codec, Routing};
pub use unions::convertible;
pub use waiters::{Acceptor, Expected, Matcher, MatcherData, Path, State, Waiter};

/// One generated module.
#[derive(Clone, Debug)]
pub struct Module {
    /// Name of the module, such as `imagebuilder`.
    pub name: String,
    /// Type name of the service, such as `ImageBuilder`.
    pub service: String,
    /// Name of the type that dispatches requests to the methods of a service.
    pub dispatch: String,
    /// Absolute shape ID of the service.
    pub id: String,
    /// Version of the service.
    pub version: String,
    /// Documentation of the service.
    pub docs: Docs,
    /// Model files, as named in the header.
    pub sources: Vec<String>,
    /// Builder calls of the service's schema.
    pub settings: Vec<Setting>,
    /// Endpoints that differ from the default pattern. The first matching row is used.
    pub endpoints: Vec<Endpoint>,
    /// Endpoint rules as text, if they depend on more than region, FIPS and dual stack.
    pub rules: Option<String>,
    /// Documentation of the parameters of endpoint rules that are configured on the client, as a list.
    pub client_parameters: Vec<String>,
    /// Whether there is a client.
    pub client: Presence,
    /// Whether there is a server.
    pub server: Presence,
    /// Whether callers of the server have to be authenticated.
    pub callers: Callers,
    /// Documentation of the service's authentication.
    pub authentication: Option<String>,
    /// Types and schemas, in the order of shape IDs.
    pub definitions: Vec<Definition>,
    /// Operations, in the order of names.
    pub operations: Vec<Operation>,
    /// Whether users may match and construct types exhaustively.
    pub openness: Openness,
    /// Whether there are the names and types of `aws-sdk-rust`.
    pub names: Names,
    /// Paths that waiters evaluate.
    pub paths: Vec<Path>,
    /// The `recursion_limit` that the types need, if it exceeds the compiler's default.
    pub recursion_limit: Option<usize>,
}

/// Whether a side is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is not.
    Absent,
    /// It is compiled if the feature of its name is on.
    Gated,
    /// It is always compiled.
    Always,
}

/// Who may call a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callers {
    /// All callers, because the model has no authentication scheme.
    Any,
    /// Those who are authenticated by a scheme of the model.
    Authenticated,
}

/// Whether structures, unions and enums have the attribute `#[non_exhaustive]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Openness {
    /// Present: a model may gain members, values and errors without breaking users.
    #[default]
    NonExhaustive,
    /// Absent.
    Exhaustive,
}

/// Whose names and types a module has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// Those of Whitesmith.
    #[default]
    Own,
    /// Those of `aws-sdk-rust`.
    AwsSdk,
}

impl Module {
    /// Whether only types and schemas are generated.
    pub fn has_types_only(&self) -> bool {
        self.client == Presence::Absent && self.server == Presence::Absent
    }

    /// The waiters of all operations.
    pub fn waiters(&self) -> impl Iterator<Item = &Waiter> + Clone {
        self.operations.iter().flat_map(|operation| &operation.waiters)
    }
}

/// A shape: its schema, and its Rust type, if it has one.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Absolute shape ID.
    pub id: String,
    /// ID of the element of the model that it was made for: the shape, a member with constraints of its own, or an
    /// operation without input or output.
    pub origin: String,
    /// Name of the static that holds the schema; empty for `smithy.api#Unit`.
    pub schema: String,
    /// Documentation.
    pub docs: Docs,
    /// Builder calls of the schema.
    pub settings: Vec<Setting>,
    /// The module that has the type and the schema.
    pub defined_in: DefinedIn,
    /// Attributes of the type.
    pub attributes: Attributes,
    /// The user's type that replaces that of the shape.
    pub custom: Option<Custom>,
    /// Kind of the shape, and its details.
    pub body: Body,
}

/// Kinds of shapes.
#[derive(Clone, Debug)]
pub enum Body {
    /// A simple shape, list or map without a type of its own: only a schema.
    Plain {
        /// The pattern, if values are checked without a newtype.
        pattern: Option<Pattern>,
        /// The schema's constructor.
        schema: SchemaBody,
    },
    /// A newtype over a constrained simple shape, list or map.
    Newtype {
        /// Name of the type.
        name: String,
        /// The inner type.
        inner: Type,
        /// Public constants: bounds and pattern.
        constants: Vec<Constant>,
        /// The pattern and how it is matched.
        pattern: Option<Pattern>,
        /// The schema's constructor.
        schema: SchemaBody,
    },
    /// A string enum.
    StringEnum {
        /// Name of the type.
        name: String,
        /// The variants.
        variants: Vec<Variant<String>>,
    },
    /// An integer enum.
    IntEnum {
        /// Name of the type.
        name: String,
        /// The variants.
        variants: Vec<Variant<i32>>,
    },
    /// A structure.
    Structure {
        /// Name of the type.
        name: String,
        /// Name of its builder.
        builder: String,
        /// Return type of the builder.
        build: Build,
        /// The members.
        members: Vec<Member>,
        /// Whether it is an error.
        role: Role,
    },
    /// A union.
    Union {
        /// Name of the type.
        name: String,
        /// The members.
        members: Vec<Member>,
    },
}

/// Whether a structure is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is not.
    Data,
    /// It has the trait `@error`, and implements `std::error::Error`.
    Error,
}

/// Constructor of the schema of a shape without members.
#[derive(Clone, Debug)]
pub enum SchemaBody {
    /// A simple shape: the variant of the runtime's `Kind`.
    Simple(&'static str),
    /// The values of a string enum.
    Enum(Vec<String>),
    /// The values of an integer enum.
    IntEnum(Vec<i32>),
    /// A list.
    List(Box<Entry>),
    /// A map: key and value.
    Map(Box<(Entry, Entry)>),
}

/// A member in a schema.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Name in the model.
    pub name: String,
    /// Schema of the target.
    pub target: SchemaRef,
    /// Builder calls.
    pub settings: Vec<Setting>,
}

/// A reference to a schema.
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
    /// Name of the field or variant, unescaped.
    pub name: String,
    /// Entry in the schema.
    pub entry: Entry,
    /// Documentation.
    pub docs: Docs,
    /// Configured attributes.
    pub attributes: Vec<String>,
    /// Type, without `Option`.
    pub ty: Type,
    /// Whether it is required, and its constraints, in one line that may be empty.
    pub summary: String,
    /// Elements, if it is a list or map.
    pub collection: Option<Collection>,
    /// Setters of the builder.
    pub setters: Setters,
    /// Whether the field is an `Option`.
    pub optional: bool,
    /// Default value.
    pub default: Option<Default>,
}

impl Member {
    /// Whether a value has to be set.
    pub fn is_required(&self) -> bool {
        !self.optional && self.default.is_none()
    }
}

/// Elements of a list or map.
#[derive(Clone, Debug)]
pub enum Collection {
    /// Elements of a list.
    List(Type),
    /// Keys and values of a map.
    Map(Type, Type),
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
    /// A number for a big type that does not fit into an `i64`, as text.
    Number(String),
    /// A string, or a blob that is UTF-8.
    Str(String),
    /// A blob that is not UTF-8.
    Bytes(Vec<u8>),
    /// A variant of an enum: its Rust name, and its value on the wire.
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
    /// Rust name.
    pub name: String,
    /// Name of the member in the model.
    pub member: String,
    /// Value on the wire.
    pub value: T,
    /// Documentation.
    pub docs: Docs,
    /// Configured attributes.
    pub attributes: Vec<String>,
}

/// A public constant of a newtype.
#[derive(Clone, Debug)]
pub struct Constant {
    /// Name.
    pub name: &'static str,
    /// Documentation.
    pub docs: &'static str,
    /// Value.
    pub value: Literal,
}

/// A pattern and how it is matched.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Name of its static.
    pub name: String,
    /// Pattern as in the model.
    pub source: String,
    /// How it is matched.
    pub plan: crate::pattern::Plan,
}

/// A builder call of a schema: `.method(arguments)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Name of the method.
    pub method: &'static str,
    /// Arguments.
    pub arguments: Vec<Literal>,
}

impl Type {
    /// Whether it is a stream, which is sent and received separately from the structure.
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::ByteStream | Self::EventStream(_))
    }

    /// The type of values that are not null.
    pub fn without_null(&self) -> &Self {
        if let Self::Nullable(value) = self { value } else { self }
    }

    /// The type in a box, or the type itself.
    pub fn unboxed(&self) -> &Self {
        if let Self::Boxed(inner) = self { inner } else { self }
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

/// A literal value or a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// A string.
    Str(String),
    /// A `usize`.
    Size(u64),
    /// A whole number whose type is inferred.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// A boolean.
    Bool(bool),
    /// A whole bound of a range, as the runtime's `Bound`.
    WholeBound(Box<Literal>, Width),
    /// Another bound of a range, and its text.
    DecimalBound(f64, String),
    /// A path relative to the runtime crate, such as `schema::Fault::Client`.
    Runtime(&'static str),
    /// A constant of a generated type: `super::types::Name::CONSTANT`.
    TypeConstant(String, &'static str),
    /// A reference to a static of the same module.
    Static(String),
    /// A reference to a slice.
    Slice(Vec<Literal>),
    /// A pair of strings.
    Pair(String, String),
    /// A default value, as the runtime's `DefaultValue`.
    Default(Default),
}

/// The type of a whole bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// It is `i64`, or inferred.
    Full,
    /// It is narrower than `i64`.
    Narrow,
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
    /// A type of the user, by its path.
    Custom(String),
    Option(Box<Type>),
    /// A value or null, of a member that distinguishes null from an absent value.
    Nullable(Box<Type>),
    Boxed(Box<Type>),
    List(Box<Type>),
    Map(Box<(Type, Type)>),
}
