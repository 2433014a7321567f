//! Static descriptions of shapes, members, operations and services. Generated code builds them with `const` functions,
//! so they need no allocation and no code at start-up.

mod bound;
#[cfg_attr(not(feature = "client-core"), allow(dead_code, reason = "only clients use endpoints"))]
mod endpoint;
mod error;
mod facts;
mod member;
mod operation;
pub mod prelude;
mod protocol;
mod rules;
mod schemes;
mod service;
mod sets;
mod texts;

pub use bound::Bound;
#[cfg(feature = "client-core")]
pub(crate) use endpoint::Target;
pub use endpoint::{Endpoint, Variant};
pub use error::{ErrorTraits, Fault, QueryError};
#[doc(hidden)]
pub use member::MemberTraits;
pub use member::{Binding, Bindings, DefaultValue, Member, XmlNamespace};
pub use operation::{Http, OperationSchema};
#[cfg(feature = "server")]
pub(crate) use protocol::Addressing;
pub use protocol::ProtocolId;
#[cfg(all(feature = "client-core", feature = "rules"))]
pub(crate) use rules::ParameterSource;
pub use rules::{EndpointParameter, EndpointRules};
#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) use schemes::Schemes;
#[cfg(feature = "server")]
pub(crate) use service::ApiKey;
pub use service::{AuthKind, KeyPlace, ServiceSchema, SigV4};

use std::any::Any;

use self::bound::Number;
use self::error::ErrorNumbers;
use self::sets::MemberSets;
use self::texts::{Text, Texts};
use crate::pattern::Pattern;

/// Type of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// 8-bit integer.
    Byte,
    /// 16-bit integer.
    Short,
    /// 32-bit integer.
    Integer,
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
    /// Text.
    String,
    /// Text with a set of known values.
    Enum,
    /// 32-bit integer with a set of known values.
    IntEnum,
    /// Bytes.
    Blob,
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
}

/// Format of timestamps (spec: `@timestampFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimestampFormat {
    /// RFC 3339 in UTC, such as `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// IMF-fixdate, such as `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
    /// Seconds since 1970-01-01T00:00:00Z, with an optional fraction.
    EpochSeconds,
}

/// JSON format of a union in `alloy#simpleRestJson`. Other protocols use tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnionStyle {
    /// `{"member": value}`
    Tagged,
    /// The value, which is a structure, with the name of the member under this key (`alloy#discriminated`).
    Discriminated(&'static str),
    /// The value alone (`alloy#untagged`).
    Untagged,
}

/// A shape: its type, members, constraints, and the traits that the runtime interprets.
pub struct Schema {
    pub(crate) id: &'static str,
    pub(crate) kind: Kind,
    pub(crate) members: &'static [Member],
    pub(crate) sets: MemberSets,
    pub(crate) values: &'static [&'static str],
    pub(crate) shown_values: Option<&'static [&'static str]>,
    pub(crate) int_values: &'static [i32],
    /// Names of an enum's Rust variants, in the order of its values.
    pub(crate) names: &'static [&'static str],
    pub(crate) pattern: Option<&'static Pattern>,
    pub(crate) min_length: Option<usize>,
    pub(crate) max_length: Option<usize>,
    min: Option<Number>,
    max: Option<Number>,
    pub(crate) unique: bool,
    /// Whether values can have violations.
    pub(crate) constrained: bool,
    pub(crate) sparse: bool,
    pub(crate) sensitive: bool,
    pub(crate) streaming: bool,
    pub(crate) requires_length: bool,
    pub(crate) timestamp_format: Option<TimestampFormat>,
    error: Option<ErrorNumbers>,
    untagged: bool,
    pub(crate) texts: Texts,
    /// Whether values that the enum does not list are valid (`alloy#openEnum`).
    pub(crate) open: bool,
    /// Conversion to the user's type that replaces the generated one: a `constraint::Conversion`. Schemas do not know
    /// values, so it has no type here.
    pub(crate) conversion: Option<&'static (dyn Any + Send + Sync)>,
    /// Whether values may contain values of user's types.
    pub(crate) holds_custom: bool,
    /// Whether types hold all constraints of the values.
    pub(crate) held: bool,
}

impl std::fmt::Debug for Schema {
    /// Prints only the shape ID, because schemas may be recursive.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Schema({})", self.id)
    }
}

impl Schema {
    const fn new(id: &'static str, kind: Kind, members: &'static [Member]) -> Self {
        Self {
            id,
            kind,
            members,
            sets: MemberSets::of(members),
            values: &[],
            shown_values: None,
            int_values: &[],
            names: &[],
            pattern: None,
            min_length: None,
            max_length: None,
            min: None,
            max: None,
            unique: false,
            constrained: !members.is_empty() || matches!(kind, Kind::Enum | Kind::IntEnum),
            sparse: false,
            sensitive: false,
            streaming: false,
            requires_length: false,
            timestamp_format: None,
            error: None,
            untagged: false,
            texts: Texts::NONE,
            open: false,
            conversion: None,
            holds_custom: false,
            held: false,
        }
    }

    /// Creates a simple shape without values.
    pub const fn simple(id: &'static str, kind: Kind) -> Self {
        Self::new(id, kind, &[])
    }

    /// Creates an enum with its values, and the names of its Rust variants for `Debug`.
    pub const fn string_enum(
        id: &'static str,
        values: &'static [&'static str],
        names: &'static [&'static str],
    ) -> Self {
        let mut schema = Self::new(id, Kind::Enum, &[]);
        schema.values = values;
        schema.names = names;
        schema
    }

    /// Creates an `intEnum` with its values, and the names of its Rust variants for `Debug`.
    pub const fn int_enum(id: &'static str, values: &'static [i32], names: &'static [&'static str]) -> Self {
        let mut schema = Self::new(id, Kind::IntEnum, &[]);
        schema.int_values = values;
        schema.names = names;
        schema
    }

    /// Creates a list. `member` has one element.
    pub const fn list(id: &'static str, member: &'static [Member; 1]) -> Self {
        Self::new(id, Kind::List, member)
    }

    /// Creates a map. The members are key and value.
    pub const fn map(id: &'static str, members: &'static [Member; 2]) -> Self {
        Self::new(id, Kind::Map, members)
    }

    /// Creates a structure. Members are in model order.
    pub const fn structure(id: &'static str, members: &'static [Member]) -> Self {
        Self::new(id, Kind::Structure, members)
    }

    /// Creates a union. Members are in model order.
    pub const fn union(id: &'static str, members: &'static [Member]) -> Self {
        Self::new(id, Kind::Union, members)
    }

    /// Adds `alloy#openEnum`.
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// Adds `alloy#discriminated`.
    #[must_use]
    pub const fn discriminated(mut self, key: &'static str) -> Self {
        self.texts = self.texts.with(Text::UnionKey, key);
        self
    }

    /// Adds `alloy#untagged`.
    #[must_use]
    pub const fn untagged(mut self) -> Self {
        self.untagged = true;
        self
    }

    /// Sets the enum values that error messages may show, if some are tagged as `internal`.
    #[must_use]
    pub const fn shown_values(mut self, values: &'static [&'static str]) -> Self {
        self.shown_values = Some(values);
        self
    }

    /// Marks a shape whose values may contain values of user's types.
    #[must_use]
    pub const fn holds_custom(mut self) -> Self {
        self.holds_custom = true;
        self
    }

    /// Marks a structure or union whose constraints, and those of all that it contains, are held by types: a value that
    /// was checked once stays valid, whatever its public fields are set to.
    #[must_use]
    pub const fn held(mut self) -> Self {
        self.held = true;
        self
    }

    /// Adds `@pattern`.
    #[must_use]
    pub const fn pattern(mut self, pattern: &'static Pattern) -> Self {
        self.pattern = Some(pattern);
        self.constrained = true;
        self
    }

    /// Adds the minimum of `@length`, in code points, bytes, elements or entries.
    #[must_use]
    pub const fn min_length(mut self, min: usize) -> Self {
        self.min_length = Some(min);
        self.constrained = true;
        self
    }

    /// Adds the maximum of `@length`, in code points, bytes, elements or entries.
    #[must_use]
    pub const fn max_length(mut self, max: usize) -> Self {
        self.max_length = Some(max);
        self.constrained = true;
        self
    }

    /// Adds the minimum of `@range`.
    #[must_use]
    pub const fn min(mut self, min: Bound) -> Self {
        let (number, text) = Number::of(min);
        self.min = Some(number);
        self.texts = self.texts.with_option(Text::Min, text);
        self.constrained = true;
        self
    }

    /// Adds the maximum of `@range`.
    #[must_use]
    pub const fn max(mut self, max: Bound) -> Self {
        let (number, text) = Number::of(max);
        self.max = Some(number);
        self.texts = self.texts.with_option(Text::Max, text);
        self.constrained = true;
        self
    }

    /// Adds `@uniqueItems`.
    #[must_use]
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    /// Adds `@sparse`.
    #[must_use]
    pub const fn sparse(mut self) -> Self {
        self.sparse = true;
        self
    }

    /// Adds `@sensitive`.
    #[must_use]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// Adds `@streaming`.
    #[must_use]
    pub const fn streaming(mut self) -> Self {
        self.streaming = true;
        self
    }

    /// Adds `@requiresLength`.
    #[must_use]
    pub const fn requires_length(mut self) -> Self {
        self.requires_length = true;
        self
    }

    /// Adds `@timestampFormat`.
    #[must_use]
    pub const fn timestamp_format(mut self, format: TimestampFormat) -> Self {
        self.timestamp_format = Some(format);
        self
    }

    /// Adds `@mediaType`.
    #[must_use]
    pub const fn media_type(mut self, media_type: &'static str) -> Self {
        self.texts = self.texts.with(Text::MediaType, media_type);
        self
    }

    /// Adds `@error`, and the status of `@httpError` or the default status.
    #[must_use]
    pub const fn error(mut self, fault: Fault, status: u16) -> Self {
        self.error = Some(ErrorNumbers { fault, status, retryable: false, throttling: false, query: None });
        self
    }

    /// Adds `@retryable`. No effect without [`error`](Self::error).
    #[must_use]
    pub const fn retryable(mut self) -> Self {
        if let Some(error) = &mut self.error {
            error.retryable = true;
        }
        self
    }

    /// Adds `throttling` of `@retryable`. No effect without [`error`](Self::error).
    #[must_use]
    pub const fn throttling(mut self) -> Self {
        if let Some(error) = &mut self.error {
            error.throttling = true;
        }
        self
    }

    /// Adds code and HTTP status of `@awsQueryError`. No effect without [`error`](Self::error).
    #[must_use]
    pub const fn query_error(mut self, code: &'static str, status: u16) -> Self {
        if let Some(error) = &mut self.error {
            error.query = Some(status);
            self.texts = self.texts.with(Text::QueryCode, code);
        }
        self
    }

    /// Adds `@xmlName`.
    #[must_use]
    pub const fn xml_name(mut self, name: &'static str) -> Self {
        self.texts = self.texts.with(Text::XmlName, name);
        self
    }

    /// Adds `@xmlNamespace` without a prefix.
    #[must_use]
    pub const fn xml_namespace(mut self, uri: &'static str) -> Self {
        self.texts = self.texts.with(Text::XmlNamespace, uri);
        self
    }

    /// Adds the prefix of `@xmlNamespace`. No effect without a namespace.
    #[must_use]
    pub const fn xml_prefix(mut self, prefix: &'static str) -> Self {
        self.texts = self.texts.with(Text::XmlPrefix, prefix);
        self
    }

    /// Returns the absolute shape ID, such as `com.amazonaws.sfn#RoutingConfiguration`.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Returns the name of the shape without its namespace.
    pub fn name(&self) -> &'static str {
        self.id.split_once('#').map_or(self.id, |(_, name)| name)
    }

    /// Returns the type of the shape.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns the members in model order. A list has one; a map has key and value.
    pub fn members(&self) -> &'static [Member] {
        self.members
    }

    /// Traits of an error structure. `None` for other shapes.
    pub fn error_traits(&self) -> Option<ErrorTraits> {
        let ErrorNumbers { fault, status, retryable, throttling, query } = self.error?;
        let query = query.zip(self.texts.query_code()).map(|(status, code)| QueryError { code, status });
        Some(ErrorTraits { fault, status, retryable, throttling, query })
    }

    /// Minimum of `@range`.
    pub(crate) fn minimum(&self) -> Option<Bound> {
        self.min.map(|number| number.bound(self.texts.min()))
    }

    /// Maximum of `@range`.
    pub(crate) fn maximum(&self) -> Option<Bound> {
        self.max.map(|number| number.bound(self.texts.max()))
    }

    /// JSON format of a union.
    pub(crate) fn union_style(&self) -> UnionStyle {
        match self.texts.union_key() {
            Some(key) => UnionStyle::Discriminated(key),
            None if self.untagged => UnionStyle::Untagged,
            None => UnionStyle::Tagged,
        }
    }

    /// Name of the element of a document in XML.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) fn xml_root(&self) -> &'static str {
        self.texts.xml_name().unwrap_or(self.name())
    }

    /// Index of the member with the message of an error: a string called `message`, ignoring case.
    pub(crate) fn message(&self) -> Option<usize> {
        let is_message =
            |member: &Member| member.name.eq_ignore_ascii_case("message") && member.target.kind == Kind::String;
        self.members.iter().position(is_message)
    }

    /// Whether it is `smithy.api#Unit`, the input or output of operations without one.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) fn is_unit(&self) -> bool {
        self.id == prelude::UNIT.id
    }

    /// Returns whether the shape has `@sensitive`.
    pub fn is_sensitive(&self) -> bool {
        self.sensitive
    }
}
