//! Services and their authentication schemes.

#[cfg(feature = "server")]
use super::protocol::Codec;
use super::{Endpoint, EndpointRules, OperationSchema, ProtocolId, Schema, XmlNamespace};
use crate::feature;

/// Authentication scheme (spec: "Authentication traits").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AuthKind {
    /// `aws.auth#sigv4`
    SigV4,
    /// `smithy.api#httpApiKeyAuth`
    ApiKey,
    /// `smithy.api#httpBasicAuth`
    Basic,
    /// `smithy.api#httpBearerAuth`
    Bearer,
}

/// Location of the key of `@httpApiKeyAuth`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// Header.
    Header,
    /// Query parameter.
    Query,
}

/// `@httpApiKeyAuth`.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(any(feature = "client-core", feature = "server")),
    allow(dead_code, reason = "clients and servers read it")
)]
pub(crate) struct ApiKey {
    /// Name of the header or query parameter.
    pub(crate) name: &'static str,
    pub(crate) place: KeyPlace,
    /// Scheme before the key in a header, such as `ApiKey`.
    pub(crate) scheme: Option<&'static str>,
}

/// `@aws.auth#sigv4`.
#[derive(Clone, Copy, Debug)]
pub struct SigV4 {
    /// Service name in signatures.
    pub name: &'static str,
}

/// A service.
#[derive(Debug)]
pub struct ServiceSchema {
    pub(crate) id: &'static str,
    pub(crate) version: &'static str,
    pub(crate) operations: &'static [&'static OperationSchema],
    pub(crate) protocols: &'static [ProtocolId],
    pub(crate) sigv4: Option<SigV4>,
    pub(crate) auth: &'static [AuthKind],
    pub(crate) api_key: Option<ApiKey>,
    pub(crate) unsupported_auth: bool,
    pub(crate) endpoint_prefix: Option<&'static str>,
    pub(crate) endpoints: &'static [Endpoint],
    pub(crate) rules: Option<&'static EndpointRules>,
    pub(crate) sdk_id: Option<&'static str>,
    pub(crate) validation_error: Option<&'static Schema>,
    pub(crate) xml_namespace: Option<XmlNamespace>,
    pub(crate) query_compatible: bool,
    pub(crate) no_error_wrapping: bool,
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers read it"))]
    pub(crate) cors: Option<Cors>,
    pub(crate) custom_traits: &'static [(&'static str, &'static str)],
}

/// `@cors`.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers read it"))]
pub(crate) struct Cors {
    /// Allowed origins. All if there are none.
    pub(crate) origins: &'static [&'static str],
    /// Seconds for which browsers may cache the response to a preflight request.
    pub(crate) max_age: u32,
    /// Request headers, besides those of protocols, schemes and inputs.
    pub(crate) allowed_headers: &'static [&'static str],
    /// Response headers, besides those of protocols and outputs.
    pub(crate) exposed_headers: &'static [&'static str],
}

/// SDK ID of Amazon S3.
#[cfg(any(feature = "client-core", feature = "server"))]
const S3: &str = "S3";

impl ServiceSchema {
    /// Whether this is Amazon S3, or signs like it. S3 has special rules for signatures.
    #[cfg(any(feature = "client-core", feature = "server"))]
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "signatures and endpoint rules use it"))]
    pub(crate) fn is_s3(&self) -> bool {
        self.sdk_id == Some(S3) || self.sigv4.is_some_and(|sigv4| matches!(sigv4.name, "s3" | "s3express"))
    }

    /// Whether labels may have the segments `.` and `..`, as keys of S3 may.
    #[cfg(feature = "client-core")]
    #[cfg_attr(not(feature = "rest"), allow(dead_code, reason = "HTTP bindings and servers use it"))]
    pub(crate) fn allows_dot_segments(&self) -> bool {
        self.sdk_id == Some(S3)
    }

    /// Whether one of its protocols writes XML. Requests of all protocols are stored as the same data.
    #[cfg(feature = "server")]
    pub(crate) fn has_xml(&self) -> bool {
        self.protocols.iter().any(|protocol| protocol.codec() == Codec::Xml)
    }

    /// Creates a service with its operations. `version` is empty if the model has none.
    pub const fn new(id: &'static str, version: &'static str, operations: &'static [&'static OperationSchema]) -> Self {
        Self {
            id,
            version,
            operations,
            protocols: &[],
            sigv4: None,
            auth: &[],
            api_key: None,
            unsupported_auth: false,
            endpoint_prefix: None,
            endpoints: &[],
            rules: None,
            sdk_id: None,
            validation_error: None,
            xml_namespace: None,
            query_compatible: false,
            no_error_wrapping: false,
            cors: None,
            custom_traits: &[],
        }
    }

    /// Adds the protocols of the service, in order of preference.
    #[must_use]
    pub const fn protocols(mut self, protocols: &'static [ProtocolId]) -> Self {
        self.protocols = protocols;
        self
    }

    /// Adds `@aws.auth#sigv4`.
    #[must_use]
    pub const fn sigv4(mut self, name: &'static str) -> Self {
        self.sigv4 = Some(SigV4 { name });
        self
    }

    /// Adds the authentication schemes of the service, in order of preference, if they are not just `@aws.auth#sigv4`.
    #[must_use]
    pub const fn auth(mut self, kinds: &'static [AuthKind]) -> Self {
        self.auth = kinds;
        self
    }

    /// Adds `@httpApiKeyAuth` without a scheme.
    #[must_use]
    pub const fn api_key(mut self, name: &'static str, place: KeyPlace) -> Self {
        self.api_key = Some(ApiKey { name, place, scheme: None });
        self
    }

    /// Adds the scheme of `@httpApiKeyAuth`, which precedes the key in a header. No effect without the trait.
    #[must_use]
    pub const fn api_key_scheme(mut self, scheme: &'static str) -> Self {
        if let Some(api_key) = &mut self.api_key {
            api_key.scheme = Some(scheme);
        }
        self
    }

    /// Records that all authentication schemes of the service are unknown to the runtime. Servers refuse its requests.
    #[must_use]
    pub const fn unsupported_auth(mut self) -> Self {
        self.unsupported_auth = true;
        self
    }

    /// Adds the endpoint prefix of `@aws.api#service`.
    #[must_use]
    pub const fn endpoint_prefix(mut self, prefix: &'static str) -> Self {
        self.endpoint_prefix = Some(prefix);
        self
    }

    /// Adds endpoints that differ from `https://{endpoint prefix}.{region}.{suffix}`. The first matching row applies.
    #[must_use]
    pub const fn endpoints(mut self, endpoints: &'static [Endpoint]) -> Self {
        self.endpoints = endpoints;
        self
    }

    /// Adds endpoint rules, for services whose endpoints depend on more than region and settings.
    #[must_use]
    pub const fn rules(mut self, rules: &'static EndpointRules) -> Self {
        self.rules = Some(rules);
        self
    }

    /// Adds the SDK ID of `@aws.api#service`.
    #[must_use]
    pub const fn sdk_id(mut self, id: &'static str) -> Self {
        self.sdk_id = Some(id);
        self
    }

    /// Sets the modeled error that reports constraint violations.
    #[must_use]
    pub const fn validation_error(mut self, error: &'static Schema) -> Self {
        self.validation_error = Some(error);
        self
    }

    /// Adds `@xmlNamespace` without a prefix.
    #[must_use]
    pub const fn xml_namespace(mut self, uri: &'static str) -> Self {
        self.xml_namespace = Some(XmlNamespace { uri, prefix: None });
        self
    }

    /// Adds the prefix of `@xmlNamespace`. No effect without a namespace.
    #[must_use]
    pub const fn xml_prefix(mut self, prefix: &'static str) -> Self {
        if let Some(namespace) = &mut self.xml_namespace {
            namespace.prefix = Some(prefix);
        }
        self
    }

    /// Adds `@awsQueryCompatible`.
    #[must_use]
    pub const fn query_compatible(mut self) -> Self {
        self.query_compatible = true;
        self
    }

    /// Adds `noErrorWrapping` of `@restXml`.
    #[must_use]
    pub const fn no_error_wrapping(mut self) -> Self {
        self.no_error_wrapping = true;
        self
    }

    /// Adds `@cors`: allowed origins, all if there are none, and the seconds for which browsers may cache the response
    /// to a preflight request.
    #[must_use]
    pub const fn cors(mut self, origins: &'static [&'static str], max_age: u32) -> Self {
        self.cors = Some(Cors { origins, max_age, allowed_headers: &[], exposed_headers: &[] });
        self
    }

    /// Adds the additional headers of `@cors`: of requests, and of responses. No effect without the trait.
    #[must_use]
    pub const fn cors_headers(mut self, allowed: &'static [&'static str], exposed: &'static [&'static str]) -> Self {
        if let Some(cors) = &mut self.cors {
            cors.allowed_headers = allowed;
            cors.exposed_headers = exposed;
        }
        self
    }

    /// Adds values of traits that the configuration names: their IDs, and their values as JSON.
    #[must_use]
    pub const fn custom_traits(mut self, traits: &'static [(&'static str, &'static str)]) -> Self {
        self.custom_traits = traits;
        self
    }

    /// Returns the service without its operations, for clients. They refer to the operations that they call, so that
    /// programs contain the schemas of these only.
    #[must_use]
    #[doc(hidden)]
    pub const fn without_operations(&self) -> Self {
        Self { operations: &[], ..*self }
    }

    /// Checks that this crate has the features that clients of the service need. Their macros do, in a constant.
    ///
    /// # Panics
    /// Without one of them. The message names it.
    #[doc(hidden)]
    #[inline]
    pub const fn check_client_features(&self) {
        self.check_features();
        if self.rules.is_some() {
            feature::rules();
        }
    }

    /// Checks that this crate has the features that clients and servers of the service need. The macros of servers do,
    /// in a constant. Types need none of them.
    ///
    /// # Panics
    /// Without one of them. The message names it.
    #[doc(hidden)]
    #[inline]
    pub const fn check_features(&self) {
        let mut at = 0;
        while at < self.protocols.len() {
            self.protocols[at].check_feature();
            at += 1;
        }
        if self.sigv4.is_some() {
            feature::sigv4();
        }
        if let Some(id) = self.sdk_id
            && feature::has_own_checksums(id)
        {
            feature::checksums();
        }
        let mut at = 0;
        while at < self.operations.len() {
            self.operations[at].check_features();
            at += 1;
        }
    }

    /// Returns the absolute shape ID.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Returns the name of the service shape.
    pub fn name(&self) -> &'static str {
        self.id.split_once('#').map_or(self.id, |(_, name)| name)
    }

    /// Returns the version of the service; empty if the model has none.
    pub fn version(&self) -> &'static str {
        self.version
    }

    /// Returns the operations of the service. Their order defines their indices.
    pub fn operations(&self) -> &'static [&'static OperationSchema] {
        self.operations
    }
}
