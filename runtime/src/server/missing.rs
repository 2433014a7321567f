//! Requests for operations that a server does not implement.

use std::fmt;

use http::header::HOST;
use http::{HeaderValue, Request, Response, Uri, Version, request};

use super::answer::{Outputs, Responder};
use super::auth::{Caller, CredentialScope, Identity};
use super::body::Body;
use super::exchange::Exchange;
use crate::protocol::AcceptedProtocol;
use crate::schema::{OperationSchema, ProtocolId, ServiceSchema};
use crate::types::{ByteStream, Unhandled};

/// A request for an operation that a partial service does not implement: the operation, the verified caller, and the
/// request as it was sent. See [`Partial`](super::Partial).
///
/// The body was not read, unless it names the operation, or its signature covers it without a declared hash. A body
/// that does not have the declared hash ends with an error, if the service verifies callers. Signatures of chunks and
/// events in it are not verified.
pub struct Missing {
    pub(super) service: &'static ServiceSchema,
    pub(super) operation: &'static OperationSchema,
    pub(super) protocol: AcceptedProtocol,
    pub(super) head: request::Parts,
    pub(super) body: ByteStream,
    pub(super) caller: Option<Caller>,
    pub(super) exchange: Exchange,
}

impl Missing {
    /// Returns the service.
    pub fn service(&self) -> &'static ServiceSchema {
        self.service
    }

    /// Returns the operation.
    pub fn operation(&self) -> &'static OperationSchema {
        self.operation
    }

    /// Returns the protocol of the request.
    pub fn protocol(&self) -> ProtocolId {
        self.protocol.id
    }

    /// Returns method, URI, headers and extensions of the request, as they were sent.
    pub fn head(&self) -> &request::Parts {
        &self.head
    }

    /// Returns the verified caller. `None` if the service does not verify callers, or if the operation accepts requests
    /// without an identity and this is one.
    pub fn identity(&self) -> Option<&Identity> {
        self.caller.as_ref().map(|caller| &caller.identity)
    }

    /// Returns access key, region and service of the request's signature, as
    /// [`RequestContext::credential_scope`](super::RequestContext::credential_scope) does.
    pub fn credential_scope(&self) -> Option<CredentialScope> {
        CredentialScope::for_caller(self.caller.as_ref(), &self.head)
    }

    /// Returns the request ID of error responses.
    pub fn request_id(&self) -> &str {
        self.exchange.id()
    }

    /// Returns the request, to forward it to another server: in the form of HTTP/1.1, with the path and query as its
    /// URI, a `Host` field, and without fields that belong to the connection (RFC 9110, section 7.6.1). Others are
    /// kept, also if `Connection` names them: signature and authorization were checked with them.
    pub fn into_request(self) -> Request<ByteStream> {
        let mut head = self.head;
        for name in CONNECTION_FIELDS {
            head.headers.remove(name);
        }
        let authority = head.uri.authority().and_then(|authority| HeaderValue::from_str(authority.as_str()).ok());
        if let Some(authority) = authority.filter(|_| !head.headers.contains_key(HOST)) {
            head.headers.insert(HOST, authority);
        }
        head.uri = head.uri.path_and_query().map_or_else(Uri::default, |target| target.clone().into());
        head.version = Version::HTTP_11;
        Request::from_parts(head, self.body)
    }

    /// Returns an error response in the protocol of the request. Takes a [`Fault`](super::Fault) or an [`Unhandled`].
    pub fn reply(&self, error: impl Into<Unhandled>) -> Response<Body> {
        self.responder().error(Err(&error.into()))
    }

    pub(super) fn responder(&self) -> Responder {
        let (service, protocol, operation) = (self.service, self.protocol, self.operation);
        let exchange = self.exchange.clone();
        Responder { service, protocol, operation, fault: None, exchange, outputs: Outputs::Trusted }
    }
}

/// Fields that belong to the connection. Others that `Connection` names are not removed: callers could take away
/// `Host`, or what authorization depends on.
const CONNECTION_FIELDS: [&str; 7] =
    ["connection", "http2-settings", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"];

/// Name of the operation.
impl AsRef<str> for Missing {
    fn as_ref(&self) -> &str {
        self.operation.name
    }
}

/// Does not print path, query and headers, as they may contain credentials and sensitive values.
impl fmt::Debug for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Missing")
            .field("operation", &self.operation.name)
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}
