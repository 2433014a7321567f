//! Operations and services.

use super::{Endpoint, EndpointParameter, EndpointRules, ProtocolId, Schema, XmlNamespace};

/// `@http`.
#[derive(Clone, Copy, Debug)]
pub struct Http {
    /// HTTP method.
    pub method: &'static str,
    /// URI pattern, such as `/domains/{DomainName}/workflows`.
    pub uri: &'static str,
    /// Status of a success.
    pub code: u16,
}

/// `@paginated`.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "client-core"), allow(dead_code, reason = "clients read it"))]
pub(crate) struct Paginated {
    /// Input member of the token.
    pub(crate) input_token: &'static str,
    /// Path of members to the token in the output.
    pub(crate) output_token: &'static [&'static str],
}

/// An operation.
#[derive(Debug)]
pub struct OperationSchema {
    pub(crate) name: &'static str,
    pub(crate) input: &'static Schema,
    pub(crate) output: &'static Schema,
    pub(crate) errors: &'static [&'static Schema],
    pub(crate) http: Option<Http>,
    pub(crate) host_prefix: Option<&'static str>,
    pub(crate) idempotent: bool,
    pub(crate) readonly: bool,
    pub(crate) no_auth: bool,
    pub(crate) optional_auth: bool,
    pub(crate) unsupported_auth: bool,
    pub(crate) auth: &'static [AuthKind],
    pub(crate) unsigned_payload: bool,
    pub(crate) unwrapped_output: bool,
    pub(crate) checksum_required: bool,
    pub(crate) checksum_algorithm: Option<&'static str>,
    pub(crate) response_checksums: Option<ResponseChecksums>,
    pub(crate) compression: &'static [&'static str],
    pub(crate) paginated: Option<Paginated>,
    pub(crate) long_poll: Option<u32>,
    pub(crate) endpoint_parameters: &'static [EndpointParameter],
}

/// Checksums of an operation's responses.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "client-core"), expect(dead_code, reason = "only clients verify responses"))]
pub(crate) struct ResponseChecksums {
    /// Input member that requests them.
    pub(crate) member: &'static str,
    /// Names of the algorithms.
    pub(crate) algorithms: &'static [&'static str],
}

impl OperationSchema {
    /// Creates an operation. Operations without input or output use [`prelude::UNIT`](super::prelude::UNIT).
    pub const fn new(name: &'static str, input: &'static Schema, output: &'static Schema) -> Self {
        Self {
            name,
            input,
            output,
            errors: &[],
            http: None,
            host_prefix: None,
            idempotent: false,
            readonly: false,
            no_auth: false,
            optional_auth: false,
            unsupported_auth: false,
            auth: &[],
            unsigned_payload: false,
            unwrapped_output: false,
            checksum_required: false,
            checksum_algorithm: None,
            response_checksums: None,
            compression: &[],
            paginated: None,
            long_poll: None,
            endpoint_parameters: &[],
        }
    }

    /// Adds the errors of the operation, in the order of the variants of its error enum.
    #[must_use]
    pub const fn errors(mut self, errors: &'static [&'static Schema]) -> Self {
        self.errors = errors;
        self
    }

    /// Adds `@http`.
    #[must_use]
    pub const fn http(mut self, method: &'static str, uri: &'static str, code: u16) -> Self {
        self.http = Some(Http { method, uri, code });
        self
    }

    /// Adds the host prefix of `@endpoint`.
    #[must_use]
    pub const fn host_prefix(mut self, prefix: &'static str) -> Self {
        self.host_prefix = Some(prefix);
        self
    }

    /// Adds `@idempotent`.
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Adds `@readonly`.
    #[must_use]
    pub const fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    /// Adds `@auth`: authentication schemes in order of preference, if they differ from those of the service.
    #[must_use]
    pub const fn auth(mut self, kinds: &'static [AuthKind]) -> Self {
        self.auth = kinds;
        self
    }

    /// Adds `@optionalAuth`: requests without an identity are sent without authentication.
    #[must_use]
    pub const fn optional_auth(mut self) -> Self {
        self.optional_auth = true;
        self
    }

    /// Adds an empty `@auth`: requests are sent without authentication.
    #[must_use]
    pub const fn no_auth(mut self) -> Self {
        self.no_auth = true;
        self
    }

    /// Records that all schemes of the operation's `@auth` are unknown to the runtime. Servers refuse its requests.
    #[must_use]
    pub const fn unsupported_auth(mut self) -> Self {
        self.unsupported_auth = true;
        self
    }

    /// Adds `@unsignedPayload`.
    #[must_use]
    pub const fn unsigned_payload(mut self) -> Self {
        self.unsigned_payload = true;
        self
    }

    /// Adds `@s3UnwrappedXmlOutput`: the output's only member is the root element of the document.
    #[must_use]
    pub const fn unwrapped_output(mut self) -> Self {
        self.unwrapped_output = true;
        self
    }

    /// Adds `@httpChecksumRequired`, or `requestChecksumRequired` of `@aws.protocols#httpChecksum`.
    #[must_use]
    pub const fn checksum_required(mut self) -> Self {
        self.checksum_required = true;
        self
    }

    /// Adds `requestAlgorithmMember` of `@aws.protocols#httpChecksum`: the input member that selects the algorithm.
    #[must_use]
    pub const fn checksum_algorithm(mut self, member: &'static str) -> Self {
        self.checksum_algorithm = Some(member);
        self
    }

    /// Adds `requestValidationModeMember` and `responseAlgorithms` of `@aws.protocols#httpChecksum`: the input member
    /// that enables checksums of the response, and the names of their algorithms.
    #[must_use]
    pub const fn response_checksums(mut self, member: &'static str, algorithms: &'static [&'static str]) -> Self {
        self.response_checksums = Some(ResponseChecksums { member, algorithms });
        self
    }

    /// Adds the encodings of `@requestCompression`.
    ///
    /// # Panics
    /// Without the feature `gzip`: at compile time in generated code, whose schemas are statics.
    #[must_use]
    #[allow(clippy::assertions_on_constants, reason = "operations without compression do not need the feature")]
    pub const fn compression(mut self, encodings: &'static [&'static str]) -> Self {
        assert!(
            cfg!(feature = "gzip"),
            "an operation with `@requestCompression` needs the feature `gzip` of whitesmith-runtime: \
             add it to the dependency, or run `whitesmith codegen`, which does"
        );
        self.compression = encodings;
        self
    }

    /// Adds `@paginated`: the input member of the token, and the path of members to the token in the output.
    #[must_use]
    pub const fn paginated(mut self, input_token: &'static str, output_token: &'static [&'static str]) -> Self {
        self.paginated = Some(Paginated { input_token, output_token });
        self
    }

    /// Adds `@longPoll`: how long clients wait for a response, in milliseconds.
    #[must_use]
    pub const fn long_poll(mut self, timeout: u32) -> Self {
        self.long_poll = Some(timeout);
        self
    }

    /// Adds parameters of the service's endpoint rules, in order of precedence.
    #[must_use]
    pub const fn endpoint_parameters(mut self, parameters: &'static [EndpointParameter]) -> Self {
        self.endpoint_parameters = parameters;
        self
    }

    /// Name of the operation.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Schema of the input.
    pub fn input(&self) -> &'static Schema {
        self.input
    }

    /// Schema of the output.
    pub fn output(&self) -> &'static Schema {
        self.output
    }
}

/// Authentication scheme (spec: "Authentication traits").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

impl ServiceSchema {
    /// Whether this is Amazon S3, or signs like it. S3 has special rules for signatures.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) fn is_s3(&self) -> bool {
        self.sdk_id == Some("S3") || self.sigv4.is_some_and(|sigv4| matches!(sigv4.name, "s3" | "s3express"))
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

    /// Sets the modelled error that reports constraint violations.
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

    /// Absolute shape ID.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Name of the service shape.
    pub fn name(&self) -> &'static str {
        self.id.split_once('#').map_or(self.id, |(_, name)| name)
    }

    /// Version of the service; empty if the model has none.
    pub fn version(&self) -> &'static str {
        self.version
    }

    /// Operations of the service. Their order defines their indices.
    pub fn operations(&self) -> &'static [&'static OperationSchema] {
        self.operations
    }
}
