//! Errors of requests that were not sent.

use std::borrow::Cow;

use http::uri::InvalidUri;

use super::config::MAX_COMPRESS_FROM;
use super::identity::IdentityError;
use crate::http_binding::InvalidMember;
use crate::protocol::InvalidRequest;
use crate::schema::{AuthKind, ProtocolId};
use crate::types::{BoxError, StreamError};

/// Reason why a request was not sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// The client supports none of the service's protocols, or the service does not support that of
    /// [`Config::protocol`](super::Config::protocol).
    #[error("{}", protocols(service, *protocol, supported))]
    Protocol {
        /// Shape ID of the service.
        service: &'static str,
        /// Protocol that the configuration requires.
        protocol: Option<ProtocolId>,
        /// Protocols that the service supports.
        supported: &'static [ProtocolId],
    },
    /// The value of a member cannot be sent: an empty path label, a control character in a header, or a stream that the
    /// protocol does not support.
    #[error("member `{member}` {reason}")]
    Member {
        /// Name of the member in the model.
        member: &'static str,
        /// Reason, as the predicate of a sentence about the member.
        reason: &'static str,
    },
    /// The name or value of a header of [`Customized::header`](super::Customized::header) is invalid.
    #[error("the header `{0}` has an invalid name or value")]
    Header(String),
    /// A function of [`Config::before_signing`](super::Config::before_signing) returned an error.
    #[error("a function of Config::before_signing failed")]
    Layer(#[source] BoxError),
    /// The request has no valid URI.
    #[error(transparent)]
    Endpoint(#[from] EndpointError),
    /// The request could not be authenticated.
    #[error(transparent)]
    Auth(#[from] AuthError),
    /// The client does not implement the checksum algorithm that the input selects.
    #[error("unsupported checksum algorithm {0}: calculate the checksum and set its header")]
    ChecksumAlgorithm(String),
    /// The checksum of a stream must be sent before the stream, which can be read only once.
    #[error(
        "the operation requires a checksum of its stream, which can be read only once: use bytes, or the path of a file"
    )]
    UnrepeatableStream,
    /// Reading a stream for its checksum or signature failed.
    #[error("cannot read the stream to be sent")]
    Stream(#[source] StreamError),
    /// Compression of the body failed.
    #[error("cannot compress the body")]
    Compression(#[source] std::io::Error),
    /// [`Config::compress_from`](super::Config::compress_from) is above the maximum of `@requestCompression`.
    #[error("Config::compress_from is {0} bytes; the maximum is {MAX_COMPRESS_FROM}")]
    CompressFrom(usize),
}

fn protocols(service: &str, protocol: Option<ProtocolId>, supported: &[ProtocolId]) -> String {
    let Some(protocol) = protocol else { return format!("no protocol of `{service}` is supported") };
    let supported: Vec<_> = supported.iter().map(|id| format!("{id:?}")).collect();
    format!("`{service}` does not support the protocol {protocol:?}, but {}", supported.join(", "))
}

impl From<InvalidMember> for RequestError {
    fn from(InvalidMember { member, reason }: InvalidMember) -> Self {
        Self::Member { member, reason }
    }
}

impl From<InvalidRequest> for RequestError {
    fn from(error: InvalidRequest) -> Self {
        match error {
            InvalidRequest::Member(error) => error.into(),
            InvalidRequest::Uri(error) => EndpointError::Uri(error.into()).into(),
        }
    }
}

/// Reason why a request has no valid URI.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EndpointError {
    /// The endpoint depends on the region, and none is set.
    #[error("no region is set: use Config::region or AWS_REGION")]
    NoRegion,
    /// The service has no default endpoint, and none is set.
    #[error("no endpoint is set: use Config::endpoint_url or AWS_ENDPOINT_URL")]
    NoEndpoint,
    /// The region cannot be part of a host name.
    #[error("the region `{0}` must be a host label, such as eu-central-1")]
    Region(String),
    /// The endpoint is not a URI.
    #[error("the endpoint `{url}` is not a URI")]
    Url {
        /// Endpoint that was set.
        url: String,
        /// Reason.
        source: InvalidUri,
    },
    /// The endpoint has no scheme or no host.
    #[error("the endpoint `{0}` needs a scheme and a host, such as https://example.com")]
    Relative(String),
    /// The scheme of the endpoint is neither http nor https.
    #[error("the scheme of the endpoint `{0}` must be http or https")]
    Scheme(String),
    /// The endpoint has a query or a fragment, which cannot be part of an endpoint.
    #[error("the endpoint `{0}` must not have a query or a fragment")]
    Query(String),
    /// The endpoint's port is not one from 0 to 65535.
    #[error("the port of the endpoint `{0}` is invalid")]
    Port(String),
    /// FIPS or dual stack is set together with an endpoint, which AWS services do not allow.
    #[error("{0} and a custom endpoint exclude each other")]
    Conflict(&'static str),
    /// The endpoint rules of the service do not allow these settings, or these values of the input.
    #[error("{0}")]
    Rejected(Cow<'static, str>),
    /// The partition has no dual-stack endpoints.
    #[error("the partition {0} has no dual-stack endpoints")]
    NoDualStack(String),
    /// The endpoint rules of the service have no result.
    #[error("no endpoint rule of the service applies: use Config::endpoint_url")]
    NoRule,
    /// A parameter that the endpoint rules of the service require has no value.
    #[error("the endpoint depends on the parameter {0}, which has no value: use Config::endpoint_parameter")]
    NoParameter(&'static str),
    /// The value of [`Config::endpoint_parameter`](super::Config::endpoint_parameter) has the wrong type.
    #[error("the endpoint parameter {name} must be {expected}")]
    Parameter {
        /// Name of the parameter.
        name: &'static str,
        /// Type, with an article.
        expected: &'static str,
    },
    /// The endpoint rules require an invalid header.
    #[error("the endpoint rules require the header `{0}`, which is invalid")]
    Header(String),
    /// The endpoint rules in generated code are malformed.
    #[error("the endpoint rules of the service cannot be read")]
    Rules(#[source] BoxError),
    /// A member that is part of the host is missing, or not a host label (`@hostLabel`).
    #[error("member `{0}` is part of the host and must be a host label")]
    HostLabel(&'static str),
    /// The host prefix (`@endpoint`) and the endpoint do not form a host.
    #[error("the host prefix `{prefix}` cannot be added to the endpoint")]
    HostPrefix {
        /// Prefix in the model.
        prefix: &'static str,
        /// Reason, if the prefix itself is well-formed.
        source: Option<InvalidUri>,
    },
    /// Endpoint and path do not form a URI.
    #[error("the endpoint and the path do not form a URI")]
    Uri(#[source] http::Error),
}

/// Reason why a request could not be authenticated.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuthError {
    /// The configuration has no identity for any authentication scheme of the operation.
    #[error("no identity is set: {}", settings(schemes))]
    NoIdentity {
        /// Schemes of the operation.
        schemes: &'static [AuthKind],
    },
    /// The model names an invalid header for the API key.
    #[error("`{0}` is not a header name")]
    HeaderName(&'static str),
    /// The identity has characters that are not allowed in a header. They are secret, and not shown.
    #[error("the identity has characters that are not allowed in the header `{0}`")]
    HeaderValue(String),
    /// The user name has a colon, which would end it (RFC 7617).
    #[error("the user name of Config::basic_auth has a colon")]
    UserName,
    /// The endpoint's scheme is `http`, which does not encrypt a token, key or password, and
    /// [`Config::allow_plain_http_identity`](super::Config::allow_plain_http_identity) is not set.
    #[error("a token, key or password is not sent over http: use https, or Config::allow_plain_http_identity")]
    PlainHttp,
    /// The API key cannot be added to the query of the URI.
    #[error("the API key cannot be added to the URI")]
    Query(#[source] http::Error),
    /// The provider of credentials, or of a token, key or password, failed.
    #[error("cannot load {}", identity(*scheme))]
    Identity {
        /// Scheme that needs the identity.
        scheme: AuthKind,
        /// Reason.
        source: IdentityError,
    },
    /// A header that has to be signed is not UTF-8.
    #[error("the header `{0}` is not UTF-8 and cannot be signed")]
    UnsignableHeader(String),
    /// The endpoint accepts only signatures that the client does not support.
    #[error("{}", unsupported(.0))]
    UnsupportedSignature(String),
    /// The signature could not be added to the request.
    #[error("cannot sign the request")]
    Signature(#[source] BoxError),
    /// The operation would be called with a token, key or password. A presigned request would contain it.
    #[error("only requests with AWS credentials can be presigned")]
    NotPresignable,
    /// A presigned request has a validity that is not between a second and seven days.
    #[error("presigned requests must expire within 1 to 604800 seconds")]
    Expires,
}

fn unsupported(schemes: &str) -> String {
    let text = format!("the endpoint requires a signature by {schemes}, which this client does not support");
    if cfg!(feature = "sigv4a") || !schemes.contains("sigv4a") {
        return text;
    }
    text + "; SigV4a needs the feature `sigv4a` of whitesmith-runtime"
}

/// Settings that provide an identity.
fn settings(schemes: &[AuthKind]) -> String {
    let settings: Vec<_> = schemes.iter().map(|kind| setting(*kind)).collect();
    settings.join(", or ")
}

fn identity(kind: AuthKind) -> &'static str {
    match kind {
        AuthKind::SigV4 => "credentials",
        AuthKind::ApiKey => "the API key",
        AuthKind::Basic => "the password",
        AuthKind::Bearer => "the bearer token",
    }
}

fn setting(kind: AuthKind) -> &'static str {
    match kind {
        AuthKind::SigV4 => "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use Config::credentials",
        AuthKind::ApiKey => "use Config::api_key",
        AuthKind::Basic => "use Config::basic_auth",
        AuthKind::Bearer => "use Config::bearer_token",
    }
}
