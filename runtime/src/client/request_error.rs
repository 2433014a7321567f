//! Errors of requests that were not sent.

use std::borrow::Cow;
use std::fmt;

use http::uri::InvalidUri;

use super::config::MAX_COMPRESS_FROM;
use super::identity::IdentityError;
use crate::http_binding::InvalidMember;
use crate::protocol::InvalidRequest;
use crate::schema::{AuthKind, ProtocolId};
use crate::signature_terms::MAX_EXPIRES;
use crate::types::{BoxError, StreamError};

/// Reason why a request was not sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum RequestError {
    /// The client supports none of the service's protocols, or the service does not support that of
    /// [`Config::protocol`](super::Config::protocol).
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
    Member {
        /// Name of the member in the model.
        member: &'static str,
        /// Reason, as the predicate of a sentence about the member.
        reason: &'static str,
    },
    /// The name or value of a header of [`Customized::header`](super::Customized::header) is invalid.
    Header(String),
    /// A function of [`Config::before_signing`](super::Config::before_signing) returned an error.
    Layer(BoxError),
    /// The request has no valid URI.
    Endpoint(EndpointError),
    /// The request could not be authenticated.
    Auth(AuthError),
    /// The client does not implement the checksum algorithm that the input selects.
    ChecksumAlgorithm(String),
    /// The checksum of a stream must be sent before the stream, which can be read only once.
    UnrepeatableStream,
    /// Reading a stream for its checksum or signature failed.
    Stream(StreamError),
    /// Compression of the body failed.
    Compression(std::io::Error),
    /// [`Config::compress_from`](super::Config::compress_from) is above the maximum of `@requestCompression`.
    CompressFrom(usize),
    /// There is nothing to send the request with: the configuration has no transport, a mock has no closure for the
    /// operation, or a transport for tests has no response left.
    Transport(BoxError),
    /// The query of a presigned URL would have this number of bytes, which is more than URIs can have.
    LongQuery(usize),
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Protocol { service, protocol, supported } => {
                write!(f, "{}", protocols(service, *protocol, supported))
            }
            Self::Member { member, reason } => write!(f, "member `{member}` {reason}"),
            Self::Header(value) => write!(f, "the header `{value}` has an invalid name or value"),
            Self::Layer(_) => f.write_str("a function of Config::before_signing failed"),
            Self::Endpoint(source) => fmt::Display::fmt(source, f),
            Self::Auth(source) => fmt::Display::fmt(source, f),
            Self::ChecksumAlgorithm(value) => {
                write!(f, "unsupported checksum algorithm {value}: calculate the checksum and set its header")
            }
            Self::UnrepeatableStream => f.write_str(
                "the operation requires a checksum of its stream, which can be read only once: use bytes, or the path \
                 of a file",
            ),
            Self::Stream(_) => f.write_str("cannot read the stream to be sent"),
            Self::Compression(_) => f.write_str("cannot compress the body"),
            Self::CompressFrom(value) => {
                write!(f, "Config::compress_from is {value} bytes; the maximum is {MAX_COMPRESS_FROM}")
            }
            Self::Transport(source) => fmt::Display::fmt(source, f),
            Self::LongQuery(length) => write!(f, "the query of the URL would be too long, with {length} bytes"),
        }
    }
}

impl std::error::Error for RequestError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Layer(source) => Some(&**source),
            Self::Transport(source) => source.source(),
            Self::Endpoint(source) => std::error::Error::source(source),
            Self::Auth(source) => std::error::Error::source(source),
            Self::Stream(source) => Some(source),
            Self::Compression(source) => Some(source),
            _ => None,
        }
    }
}

impl From<EndpointError> for RequestError {
    fn from(error: EndpointError) -> Self {
        Self::Endpoint(error)
    }
}

impl From<AuthError> for RequestError {
    fn from(error: AuthError) -> Self {
        Self::Auth(error)
    }
}

fn protocols(service: &str, protocol: Option<ProtocolId>, supported: &[ProtocolId]) -> String {
    let Some(protocol) = protocol else {
        return format!("the enabled features of whitesmith-runtime support no protocol of `{service}`");
    };
    if supported.contains(&protocol) {
        return format!("the protocol {protocol:?} of `{service}` needs a feature of whitesmith-runtime that is off");
    }
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
#[derive(Debug)]
#[non_exhaustive]
pub enum EndpointError {
    /// The endpoint depends on the region, and none is set.
    NoRegion,
    /// The service has no default endpoint, and none is set.
    NoEndpoint,
    /// The region cannot be part of a host name.
    Region(String),
    /// The endpoint is not a URI.
    Url {
        /// Endpoint that was set.
        url: String,
        /// Reason.
        source: InvalidUri,
    },
    /// The endpoint has no scheme or no host.
    Relative(String),
    /// The scheme of the endpoint is neither http nor https.
    Scheme(String),
    /// The endpoint has a query or a fragment, which cannot be part of an endpoint.
    Query(String),
    /// The endpoint has a user name, which requests do not send.
    User(String),
    /// The endpoint's port is not one from 1 to 65535.
    Port(String),
    /// The endpoint has brackets around something other than an IPv6 address.
    Address(String),
    /// The endpoint's path has characters that URIs contain only percent-encoded.
    Path(String),
    /// FIPS or dual stack is set together with an endpoint, which AWS services do not allow.
    Conflict(&'static str),
    /// The endpoint rules of the service do not allow these settings, or these values of the input.
    Rejected(Cow<'static, str>),
    /// The partition has no dual-stack endpoints.
    NoDualStack(String),
    /// The endpoint rules of the service have no result.
    NoRule,
    /// A parameter that the endpoint rules of the service require has no value.
    NoParameter(&'static str),
    /// The value of [`Config::endpoint_parameter`](super::Config::endpoint_parameter) has the wrong type.
    Parameter {
        /// Name of the parameter.
        name: &'static str,
        /// Type, with an article.
        expected: &'static str,
    },
    /// The endpoint rules require an invalid header.
    Header(String),
    /// The endpoint rules in generated code are malformed.
    Rules(BoxError),
    /// Endpoint rules need this feature of the runtime. Generated clients do not compile without it.
    NoFeature(&'static str),
    /// A member that is part of the host is missing, or not a host label (`@hostLabel`).
    HostLabel(&'static str),
    /// The host prefix (`@endpoint`) and the endpoint do not form a host.
    HostPrefix {
        /// Prefix in the model.
        prefix: &'static str,
        /// Reason, if the prefix itself is well-formed.
        source: Option<InvalidUri>,
    },
    /// Endpoint and path do not form a URI.
    Uri(http::Error),
}

impl fmt::Display for EndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Text before and after a value: less code than a format for each.
        let (before, value, after) = match self {
            Self::NoRegion => ("no region is set: use Config::region or AWS_REGION", "", ""),
            Self::NoEndpoint => ("no endpoint is set: use Config::endpoint_url or AWS_ENDPOINT_URL", "", ""),
            Self::Region(value) => ("the region `", &**value, "` must be a host label, such as eu-central-1"),
            Self::Url { url, .. } => ("the endpoint `", &**url, "` is not a URI"),
            Self::Relative(value) => {
                ("the endpoint `", &**value, "` needs a scheme and a host, such as https://example.com")
            }
            Self::Scheme(value) => ("the scheme of the endpoint `", &**value, "` must be http or https"),
            Self::Query(value) => ("the endpoint `", &**value, "` must not have a query or a fragment"),
            Self::User(value) => ("the endpoint `", &**value, "` must not have a user name or password"),
            Self::Port(value) => ("the port of the endpoint `", &**value, "` is invalid"),
            Self::Address(value) => ("the endpoint `", &**value, "` has no IPv6 address in its brackets"),
            Self::Path(value) => ("the path of the endpoint `", &**value, "` must be percent-encoded"),
            Self::Conflict(value) => ("", *value, " and a custom endpoint exclude each other"),
            Self::Rejected(value) => ("", &**value, ""),
            Self::NoDualStack(value) => ("the partition ", &**value, " has no dual-stack endpoints"),
            Self::NoRule => ("no endpoint rule of the service applies: use Config::endpoint_url", "", ""),
            Self::NoParameter(value) => (
                "the endpoint depends on the parameter ",
                *value,
                ", which has no value: use Config::endpoint_parameter",
            ),
            Self::Parameter { name, expected } => {
                return write!(f, "the endpoint parameter {name} must be {expected}");
            }
            Self::Header(value) => ("the endpoint rules require the header `", &**value, "`, which is invalid"),
            Self::Rules(_) => ("the endpoint rules of the service cannot be read", "", ""),
            Self::NoFeature(value) => ("endpoint rules need the feature `", *value, "` of whitesmith-runtime"),
            Self::HostLabel(value) => ("member `", *value, "` is part of the host and must be a host label"),
            Self::HostPrefix { prefix, .. } => ("the host prefix `", *prefix, "` cannot be added to the endpoint"),
            Self::Uri(_) => ("the endpoint and the path do not form a URI", "", ""),
        };
        [before, value, after].into_iter().try_for_each(|part| f.write_str(part))
    }
}

impl std::error::Error for EndpointError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Url { source, .. } => Some(source),
            Self::Rules(source) => Some(&**source),
            Self::HostPrefix { source, .. } => source.as_ref().map(|source| source as _),
            Self::Uri(source) => Some(source),
            _ => None,
        }
    }
}

/// Reason why a request could not be authenticated.
#[derive(Debug)]
#[non_exhaustive]
pub enum AuthError {
    /// The configuration has no identity for any authentication scheme of the operation.
    NoIdentity {
        /// Schemes of the operation.
        schemes: &'static [AuthKind],
    },
    /// The model names an invalid header for the API key.
    HeaderName(&'static str),
    /// The identity has characters that are not allowed in a header. They are secret, and not shown.
    HeaderValue(String),
    /// The token or key is empty.
    Empty {
        /// Scheme.
        scheme: AuthKind,
    },
    /// The identity has a control character, such as a line break.
    ControlCharacter {
        /// Scheme that needs the identity.
        scheme: AuthKind,
    },
    /// The user name has a colon, which would end it (RFC 7617).
    UserName,
    /// The endpoint's scheme is `http`, which does not encrypt a token, key or password, and
    /// [`Config::allow_plain_http_identity`](super::Config::allow_plain_http_identity) is not set.
    PlainHttp,
    /// The API key cannot be added to the query of the URI.
    Query(http::Error),
    /// The provider of credentials, or of a token, key or password, failed.
    Identity {
        /// Scheme that needs the identity.
        scheme: AuthKind,
        /// Reason.
        source: IdentityError,
    },
    /// The scheme is [`AuthKind::SigV4`], but the schema of the service has no name for signatures
    /// ([`ServiceSchema::sigv4`](crate::schema::ServiceSchema::sigv4)).
    NoSigningName,
    /// Signatures need this feature of the runtime. Generated clients do not compile without it.
    NoFeature(&'static str),
    /// A header that has to be signed is not UTF-8.
    UnsignableHeader(String),
    /// The endpoint accepts only signatures that the client does not support.
    UnsupportedSignature(String),
    /// The signature could not be added to the request.
    Signature(BoxError),
    /// The operation would be called with a token, key or password. A presigned request would contain it.
    NotPresignable,
    /// A presigned request has a validity that is not between a second and seven days.
    Expires,
}

impl fmt::Display for AuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoIdentity { schemes } => write!(f, "no identity is set: {}", settings(schemes)),
            Self::HeaderName(value) => write!(f, "`{value}` is not a header name"),
            Self::HeaderValue(value) => {
                write!(f, "the identity has characters that are not allowed in the header `{value}`")
            }
            Self::Empty { scheme } => write!(f, "{} is empty", identity(*scheme)),
            Self::ControlCharacter { scheme } => {
                write!(f, "control character, such as a line break, in {}", identity(*scheme))
            }
            Self::UserName => f.write_str("the user name of Config::basic_auth has a colon"),
            Self::PlainHttp => f.write_str(
                "a token, key or password is not sent over http: use https, or Config::allow_plain_http_identity",
            ),
            Self::Query(_) => f.write_str("the API key cannot be added to the URI"),
            Self::Identity { scheme, .. } => write!(f, "cannot load {}", identity(*scheme)),
            Self::NoSigningName => f.write_str("the schema of the service has no name for signatures"),
            Self::NoFeature(value) => write!(f, "signatures need the feature `{value}` of whitesmith-runtime"),
            Self::UnsignableHeader(value) => write!(f, "the header `{value}` is not UTF-8 and cannot be signed"),
            Self::UnsupportedSignature(value) => write!(f, "{}", unsupported(value)),
            Self::Signature(_) => f.write_str("cannot sign the request"),
            Self::NotPresignable => f.write_str("only requests with AWS credentials can be presigned"),
            Self::Expires => write!(f, "presigned requests must expire within 1 to {MAX_EXPIRES} seconds"),
        }
    }
}

impl std::error::Error for AuthError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Query(source) => Some(source),
            Self::Identity { source, .. } => Some(source),
            Self::Signature(source) => Some(&**source),
            _ => None,
        }
    }
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
