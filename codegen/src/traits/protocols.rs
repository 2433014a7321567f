//! Protocols (spec: "Protocol traits", "AWS protocols"), and their special traits.

use std::sync::Arc;

use super::read::{Placed, flag, optional, required};
use super::{Lower, On, Row, TraitEffect, lowered, row, text};
pub use crate::ir::Protocol;
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Node, Trait, Traits};

/// For each protocol, its row in the table of traits, and the HTTP versions of its trait.
macro_rules! protocols {
    ($($name:ident: $row:expr, $versions:expr;)*) => {
        impl Protocol {
            /// Shape ID of its trait.
            pub const fn shape_id(self) -> &'static str {
                match self {
                    $(Self::$name => $name::ID,)*
                }
            }

            /// The HTTP versions that the service declares for this protocol, if any.
            pub fn versions(self, service: &Traits) -> Option<&HttpVersions> {
                match self {
                    $(Self::$name => service.get::<$name>().and_then($versions),)*
                }
            }
        }

        /// The rows of protocols in the table of traits.
        pub(super) const ROWS: &[Row] = &[$($row),*];
    };
}

protocols! {
    RpcV2Cbor: row::<RpcV2Cbor>(TraitEffect::Protocols), |RpcV2Cbor(versions)| Some(versions);
    RpcV2Json: row::<RpcV2Json>(TraitEffect::Protocols), |RpcV2Json(versions)| Some(versions);
    AwsJson1_0: row::<AwsJson1_0>(TraitEffect::Protocols), |AwsJson1_0(versions)| Some(versions);
    AwsJson1_1: row::<AwsJson1_1>(TraitEffect::Protocols), |AwsJson1_1(versions)| Some(versions);
    RestJson1: row::<RestJson1>(TraitEffect::Protocols), |RestJson1(versions)| Some(versions);
    RestXml: lowered::<RestXml>(), |protocol| Some(&protocol.versions);
    AwsQuery: row::<AwsQuery>(TraitEffect::Protocols), |_| None;
    Ec2Query: row::<Ec2Query>(TraitEffect::Protocols), |_| None;
    SimpleRestJson: row::<SimpleRestJson>(TraitEffect::Protocols), |_| None;
}

impl Protocol {
    /// The protocol with this shape ID.
    pub fn from_shape_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|protocol| protocol.shape_id() == id)
    }

    /// The protocols of a service, in order of priority.
    pub fn of(service: &Traits) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|protocol| service.contains(protocol.shape_id()))
    }

    /// Whether it is an AWS protocol.
    pub fn is_aws(self) -> bool {
        self.shape_id().starts_with("aws.")
    }
}

/// HTTP versions of a service, as ALPN protocol names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpVersions {
    /// For requests and responses, in order of priority.
    pub http: Vec<Arc<str>>,
    /// For event streams, in order of priority.
    pub event_stream_http: Option<Placed<Vec<Arc<str>>>>,
}

impl HttpVersions {
    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            http: optional(node, "http")?.unwrap_or_default(),
            event_stream_http: optional(node, "eventStreamHttp")?,
        })
    }

    /// For event streams, in order of priority.
    pub fn event_stream_http(&self) -> &[Arc<str>] {
        self.event_stream_http.as_ref().map(|versions| versions.value.as_slice()).unwrap_or_default()
    }
}

macro_rules! with_versions {
    ($($(#[$doc:meta])* $name:ident = $id:literal)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name(pub HttpVersions);

        impl Trait for $name {
            const ID: &'static str = $id;

            fn read(node: &Node) -> Result<Self, Invalid> {
                HttpVersions::read(node).map(Self)
            }
        }
    )*};
}

with_versions! {
    /// `@rpcv2Cbor`
    RpcV2Cbor = "smithy.protocols#rpcv2Cbor"
    /// `@rpcv2Json`
    RpcV2Json = "smithy.protocols#rpcv2Json"
    /// `@awsJson1_0`
    AwsJson1_0 = "aws.protocols#awsJson1_0"
    /// `@awsJson1_1`
    AwsJson1_1 = "aws.protocols#awsJson1_1"
    /// `@restJson1`
    RestJson1 = "aws.protocols#restJson1"
}

/// `@restXml`
#[derive(Clone, Debug, PartialEq)]
pub struct RestXml {
    /// Versions of HTTP.
    pub versions: HttpVersions,
    /// Whether errors are the root of their documents.
    pub no_error_wrapping: bool,
}

impl Trait for RestXml {
    const ID: &'static str = "aws.protocols#restXml";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { versions: HttpVersions::read(node)?, no_error_wrapping: flag(node, "noErrorWrapping")? })
    }
}

/// `@awsQueryError`: code and status of an error in query protocols.
#[derive(Clone, Debug, PartialEq)]
pub struct AwsQueryError {
    /// Error code.
    pub code: Arc<str>,
    /// Status code.
    pub http_response_code: i64,
}

impl Trait for AwsQueryError {
    const ID: &'static str = "aws.protocols#awsQueryError";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { code: required(node, "code")?, http_response_code: required(node, "httpResponseCode")? })
    }
}

impl Lower for AwsQueryError {
    const ON: &'static [On] = &[On::Shape];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("query_error", [text(&self.code), Literal::Integer(self.http_response_code)])]
    }
}

/// `@httpChecksum`: checksums of requests and responses.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpChecksum {
    /// Member of the input that selects the algorithm.
    pub request_algorithm_member: Option<Arc<str>>,
    /// Whether requests must have a checksum.
    pub request_checksum_required: bool,
    /// Member of the input that enables validation of responses.
    pub request_validation_mode_member: Option<Arc<str>>,
    /// Algorithms for responses.
    pub response_algorithms: Vec<Arc<str>>,
}

impl Trait for HttpChecksum {
    const ID: &'static str = "aws.protocols#httpChecksum";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            request_algorithm_member: optional(node, "requestAlgorithmMember")?,
            request_checksum_required: flag(node, "requestChecksumRequired")?,
            request_validation_mode_member: optional(node, "requestValidationModeMember")?,
            response_algorithms: optional(node, "responseAlgorithms")?.unwrap_or_default(),
        })
    }
}

impl Lower for HttpChecksum {
    const ON: &'static [On] = &[On::Operation];

    fn settings(&self, traits: &Traits) -> Vec<Setting> {
        let member = self.request_algorithm_member.as_deref();
        let mut settings: Vec<Setting> =
            member.map(|member| Setting::new("checksum_algorithm", [text(member)])).into_iter().collect();
        if self.request_checksum_required && !traits.has::<super::HttpChecksumRequired>() {
            settings.push(Setting::flag("checksum_required"));
        }
        if let Some(member) = &self.request_validation_mode_member {
            let algorithms = self.response_algorithms.iter().map(|algorithm| text(algorithm)).collect();
            settings.push(Setting::new("response_checksums", [text(member), Literal::Slice(algorithms)]));
        }
        settings
    }
}

/// `@idx`: index of a member in indexed documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idx(pub i64);

impl Trait for Idx {
    const ID: &'static str = "smithy.protocols#idx";

    fn read(node: &Node) -> Result<Self, Invalid> {
        super::read::FromNode::from_node(node).map(Self)
    }
}

impl Lower for RestXml {
    const ON: &'static [On] = &[On::Service];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        if self.no_error_wrapping { vec![Setting::flag("no_error_wrapping")] } else { Vec::new() }
    }
}

impl Lower for Ec2QueryName {
    const ON: &'static [On] = &[On::Member];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("ec2_query_name", [text(self.as_str())])]
    }
}

super::texts! {
    /// `@ec2QueryName`: the key in requests of `@ec2Query`.
    Ec2QueryName = "aws.protocols#ec2QueryName"
}

super::markers! {
    /// `@awsQuery`
    AwsQuery = "aws.protocols#awsQuery"
    /// `@ec2Query`
    Ec2Query = "aws.protocols#ec2Query"
    /// `alloy#simpleRestJson`
    SimpleRestJson = "alloy#simpleRestJson"
    /// `@awsQueryCompatible`: errors keep their codes of `@awsQuery`.
    AwsQueryCompatible = "aws.protocols#awsQueryCompatible" => Service: "query_compatible"
    /// `@indexed`: members have indices.
    Indexed = "smithy.protocols#indexed"
    /// `@s3UnwrappedXmlOutput`: the output is the root of its document.
    S3UnwrappedXmlOutput = "aws.customizations#s3UnwrappedXmlOutput" => Operation: "unwrapped_output"
}

#[cfg(test)]
mod tests {
    use super::{AwsQueryError, HttpChecksum, Idx, Protocol, RestJson1, RestXml};
    use crate::model::{Node, ShapeId, Trait, Traits};
    use crate::traits::testing::{node, problem};

    #[test]
    fn a_service_prefers_its_most_compact_protocol() {
        let ids = [Protocol::RestXml, Protocol::RpcV2Cbor].map(|protocol| ShapeId::known(protocol.shape_id()));
        let traits: Traits = ids.into_iter().map(|id| (id, Node::empty_object())).collect();
        assert_eq!(Protocol::of(&traits).collect::<Vec<_>>(), [Protocol::RpcV2Cbor, Protocol::RestXml]);
    }

    #[test]
    fn a_protocol_has_versions_of_http_for_calls_and_for_events() {
        let RestJson1(versions) =
            RestJson1::read(&node(r#"{"http": ["h2"], "eventStreamHttp": ["h2"]}"#)).expect("valid");
        assert_eq!((versions.http.len(), versions.event_stream_http().len()), (1, 1));
        assert_eq!(problem::<RestJson1>(r#"{"http": "h2"}"#), "Expected array, but found string.");
        let mut service = Traits::new();
        service.put::<RestXml>(node(r#"{"http": ["http/1.1"]}"#));
        assert_eq!(Protocol::RestXml.versions(&service).map(|versions| versions.http.len()), Some(1));
        assert_eq!(Protocol::RestJson1.versions(&service), None);
    }

    #[test]
    fn errors_checksums_and_indices_have_the_types_of_their_definitions() {
        let error = AwsQueryError::read(&node(r#"{"code": "A", "httpResponseCode": 409}"#)).expect("valid");
        assert_eq!((&*error.code, error.http_response_code), ("A", 409));
        assert_eq!(problem::<AwsQueryError>(r#"{"code": "A"}"#), "Missing expected member `httpResponseCode`.");
        assert_eq!(Idx::read(&node("3")), Ok(Idx(3)));
        assert_eq!(problem::<Idx>("0.5"), "Expected a whole number, but found `0.5`.");
        assert_eq!(problem::<HttpChecksum>(r#"{"responseAlgorithms": 1}"#), "Expected array, but found number.");
    }

    #[test]
    fn protocols_are_found_by_their_traits() {
        for protocol in Protocol::ALL {
            assert_eq!(Protocol::from_shape_id(protocol.shape_id()), Some(protocol));
        }
    }
}
