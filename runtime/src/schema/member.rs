//! Members of shapes: names, targets, and the traits that the runtime interprets.

use super::{Kind, Schema, TimestampFormat};

/// A member of a structure, union, list or map.
///
/// [`member!`](crate::member) writes it as a literal, so its fields are public. For the result of a call, the compiler
/// would have to prove that none of its fields can change, which took a fifth of the time to check a member.
#[derive(Debug)]
pub struct Member {
    #[doc(hidden)]
    pub name: &'static str,
    /// `,"name":`, escaped.
    #[doc(hidden)]
    pub json_key: &'static str,
    #[doc(hidden)]
    pub target: &'static Schema,
    #[doc(hidden)]
    pub required: bool,
    #[doc(hidden)]
    pub traits: MemberTraits,
}

/// Traits of a member other than `@required`.
#[doc(hidden)]
#[derive(Debug)]
pub struct MemberTraits {
    pub(crate) json_name: Option<JsonName>,
    pub(crate) binding: Binding,
    pub(crate) sensitive: bool,
    pub(crate) idempotency_token: bool,
    pub(crate) host_label: bool,
    pub(crate) event_header: bool,
    pub(crate) event_payload: bool,
    pub(crate) timestamp_format: Option<TimestampFormat>,
    pub(crate) default: Option<DefaultValue>,
    pub(crate) xml_name: Option<&'static str>,
    pub(crate) xml_attribute: bool,
    pub(crate) xml_flattened: bool,
    pub(crate) xml_namespace: Option<XmlNamespace>,
    pub(crate) ec2_name: Option<&'static str>,
    /// Whether it holds members that the model does not have (`alloy#jsonUnknown`).
    pub(crate) json_unknown: bool,
    /// Whether null differs from an absent value (`alloy#nullable`). The type is a `Nullable`.
    pub(crate) nullable: bool,
}

impl MemberTraits {
    /// No traits.
    pub const NONE: Self = Self {
        json_name: None,
        binding: Binding::Body,
        sensitive: false,
        idempotency_token: false,
        host_label: false,
        event_header: false,
        event_payload: false,
        timestamp_format: None,
        default: None,
        xml_name: None,
        xml_attribute: false,
        xml_flattened: false,
        xml_namespace: None,
        ec2_name: None,
        json_unknown: false,
        nullable: false,
    };
}

/// `@jsonName`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonName {
    pub(crate) name: &'static str,
    /// `"name":`, escaped.
    pub(crate) key: &'static str,
}

/// `@xmlNamespace`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct XmlNamespace {
    /// URI of the namespace.
    pub uri: &'static str,
    /// Prefix; if absent, it is the default namespace.
    pub prefix: Option<&'static str>,
}

/// Location of a member in an HTTP message (spec: "HTTP bindings").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// Document in the body.
    Body,
    /// `@httpLabel`
    Label,
    /// `@httpQuery`
    Query(&'static str),
    /// `@httpQueryParams`
    QueryParams,
    /// `@httpHeader`
    Header(&'static str),
    /// `@httpPrefixHeaders`
    PrefixHeaders(&'static str),
    /// `@httpPayload`
    Payload,
    /// `@httpResponseCode`
    ResponseCode,
}

/// Which members of a structure are in the body of a message. Bindings apply to the messages that the specification
/// defines for them: queries and labels to requests, the status to responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bindings {
    /// All members: bindings are ignored.
    Ignored,
    /// Members in the body of a request.
    Request,
    /// Members in the body of a response.
    Response,
}

/// Value of `@default`. Lists and maps are always empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DefaultValue {
    /// Boolean.
    Bool(bool),
    /// Integer, also of timestamps.
    Integer(i64),
    /// Number with a fraction.
    Float(f64),
    /// Number that does not fit into `Integer` or `Float`, as written in the model.
    Number(&'static str),
    /// Seconds since 1970 and nanoseconds of the second.
    Timestamp(i64, u32),
    /// String or enum value.
    Str(&'static str),
    /// Blob.
    Bytes(&'static [u8]),
    /// `[]`
    EmptyList,
    /// `{}`
    EmptyMap,
    /// `null`: no default.
    Null,
}

impl Member {
    /// Creates a member without traits. [`member!`](crate::member) derives the JSON key, `,"name":`, from the name.
    pub const fn new(name: &'static str, json_key: &'static str, target: &'static Schema) -> Self {
        Self { name, json_key, target, required: false, traits: MemberTraits::NONE }
    }

    /// Adds `@required`.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Adds `@sensitive`.
    #[must_use]
    pub const fn sensitive(mut self) -> Self {
        self.traits.sensitive = true;
        self
    }

    /// Adds `@jsonName`: the name, and the name as an escaped key with a colon, `"name":`.
    #[must_use]
    pub const fn json_name(mut self, name: &'static str, key: &'static str) -> Self {
        self.traits.json_name = Some(JsonName { name, key });
        self
    }

    /// Adds `alloy#jsonUnknown`.
    #[must_use]
    pub const fn json_unknown(mut self) -> Self {
        self.traits.json_unknown = true;
        self
    }

    /// Adds `alloy#nullable`.
    #[must_use]
    pub const fn nullable(mut self) -> Self {
        self.traits.nullable = true;
        self
    }

    /// Adds `@httpLabel`.
    #[must_use]
    pub const fn label(mut self) -> Self {
        self.traits.binding = Binding::Label;
        self
    }

    /// Adds `@httpQuery`.
    #[must_use]
    pub const fn query(mut self, name: &'static str) -> Self {
        self.traits.binding = Binding::Query(name);
        self
    }

    /// Adds `@httpQueryParams`.
    #[must_use]
    pub const fn query_params(mut self) -> Self {
        self.traits.binding = Binding::QueryParams;
        self
    }

    /// Adds `@httpHeader`. The name must be lowercase.
    #[must_use]
    pub const fn header(mut self, name: &'static str) -> Self {
        self.traits.binding = Binding::Header(name);
        self
    }

    /// Adds `@httpPrefixHeaders`. The prefix must be lowercase.
    #[must_use]
    pub const fn prefix_headers(mut self, prefix: &'static str) -> Self {
        self.traits.binding = Binding::PrefixHeaders(prefix);
        self
    }

    /// Adds `@httpPayload`.
    #[must_use]
    pub const fn payload(mut self) -> Self {
        self.traits.binding = Binding::Payload;
        self
    }

    /// Adds `@httpResponseCode`.
    #[must_use]
    pub const fn response_code(mut self) -> Self {
        self.traits.binding = Binding::ResponseCode;
        self
    }

    /// Adds `@idempotencyToken`.
    #[must_use]
    pub const fn idempotency_token(mut self) -> Self {
        self.traits.idempotency_token = true;
        self
    }

    /// Adds `@hostLabel`.
    #[must_use]
    pub const fn host_label(mut self) -> Self {
        self.traits.host_label = true;
        self
    }

    /// Whether it is an event stream.
    pub(crate) const fn is_events(&self) -> bool {
        self.target.streaming && matches!(self.target.kind, Kind::Union)
    }

    /// Adds `@eventHeader`.
    #[must_use]
    pub const fn event_header(mut self) -> Self {
        self.traits.event_header = true;
        self
    }

    /// Adds `@eventPayload`.
    #[must_use]
    pub const fn event_payload(mut self) -> Self {
        self.traits.event_payload = true;
        self
    }

    /// Adds `@timestampFormat`.
    #[must_use]
    pub const fn timestamp_format(mut self, format: TimestampFormat) -> Self {
        self.traits.timestamp_format = Some(format);
        self
    }

    /// Adds `@default`.
    #[must_use]
    pub const fn default(mut self, value: DefaultValue) -> Self {
        self.traits.default = Some(value);
        self
    }

    /// Adds `@xmlName`.
    #[must_use]
    pub const fn xml_name(mut self, name: &'static str) -> Self {
        self.traits.xml_name = Some(name);
        self
    }

    /// Adds `@xmlAttribute`.
    #[must_use]
    pub const fn xml_attribute(mut self) -> Self {
        self.traits.xml_attribute = true;
        self
    }

    /// Adds `@xmlFlattened`.
    #[must_use]
    pub const fn xml_flattened(mut self) -> Self {
        self.traits.xml_flattened = true;
        self
    }

    /// Adds `@xmlNamespace` without a prefix.
    #[must_use]
    pub const fn xml_namespace(mut self, uri: &'static str) -> Self {
        self.traits.xml_namespace = Some(XmlNamespace { uri, prefix: None });
        self
    }

    /// Adds the prefix of `@xmlNamespace`. No effect without a namespace.
    #[must_use]
    pub const fn xml_prefix(mut self, prefix: &'static str) -> Self {
        if let Some(namespace) = &mut self.traits.xml_namespace {
            namespace.prefix = Some(prefix);
        }
        self
    }

    /// Adds `@ec2QueryName`.
    #[must_use]
    pub const fn ec2_query_name(mut self, name: &'static str) -> Self {
        self.traits.ec2_name = Some(name);
        self
    }

    /// Returns the name of the member in the model.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the shape that the member targets.
    pub fn target(&self) -> &'static Schema {
        self.target
    }

    /// Returns the location of the member in an HTTP message.
    pub fn binding(&self) -> Binding {
        self.traits.binding
    }

    /// Whether the member is in the body.
    pub(crate) fn in_body(&self, bindings: Bindings) -> bool {
        match (bindings, self.traits.binding) {
            (Bindings::Ignored, _) | (_, Binding::Body) | (Bindings::Request, Binding::ResponseCode) => true,
            (Bindings::Response, binding) => {
                matches!(binding, Binding::Label | Binding::Query(_) | Binding::QueryParams)
            }
            (Bindings::Request, _) => false,
        }
    }

    /// Returns whether the member has `@required`.
    pub fn is_required(&self) -> bool {
        self.required
    }

    /// Whether the member, or a value in its list or map, has `@sensitive`.
    #[cfg(any(feature = "server", all(feature = "client-core", any(feature = "rest", feature = "test-util"))))]
    pub(crate) fn has_sensitive(&self) -> bool {
        let is_list = matches!(self.target.kind, Kind::List | Kind::Map);
        self.is_sensitive() || (is_list && self.target.members.iter().any(Member::is_sensitive))
    }

    /// Returns whether the member or its target has `@sensitive`.
    pub fn is_sensitive(&self) -> bool {
        self.traits.sensitive || self.target.sensitive
    }
}

/// Creates a [`Member`](crate::schema::Member) from its name and the schema of its target, and `required` if it has
/// `@required`. Methods add other traits.
///
/// Generated code separates them by a colon, so that rustfmt does not treat them as arguments and break the line.
///
/// ```
/// use whitesmith_runtime::{member, schema::prelude::STRING};
/// static NAME: whitesmith_runtime::schema::Member = member!("name": STRING, required);
/// assert_eq!(NAME.name(), "name");
/// ```
#[macro_export]
macro_rules! member {
    ($name:literal: $target:expr) => {
        $crate::schema::Member {
            name: $name,
            json_key: ::std::concat!(",\"", $name, "\":"),
            target: &$target,
            required: false,
            traits: $crate::schema::MemberTraits::NONE,
        }
    };
    ($name:literal: $target:expr, required) => {
        $crate::schema::Member {
            name: $name,
            json_key: ::std::concat!(",\"", $name, "\":"),
            target: &$target,
            required: true,
            traits: $crate::schema::MemberTraits::NONE,
        }
    };
    ($name:literal, $target:expr) => {
        $crate::member!($name: $target)
    };
}
