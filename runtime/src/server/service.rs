//! The `tower::Service`.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode, request};

use super::answer::{Call, Dispatch, unwinding};
use super::auth::{Admission, Authentication, BodySignature, Caller, Refusal, SignedBody};
use super::body::Body;
use super::collect::collect;
use super::integrity::{Checks, Fault};
use super::request_id::RequestId;
use super::{customizations, encoding, integrity, recognition, s3};
use crate::event_stream::Side;
use crate::memory::{ExceededLimit, MemoryLimit, Pool, Share};
use crate::protocol::route::{Match, Router};
use crate::protocol::{self, Rejection, Reply, ServerProtocol};
use crate::schema::{OperationSchema, ProtocolId, ServiceSchema};
use crate::sigv4::Chain;
use crate::streaming::{self, Incoming, OpenError, StreamLimits};
use crate::types::{BoxError, ByteStream};

/// Limits of requests.
///
/// ```
/// use whitesmith_runtime::server::Settings;
///
/// // For `service.with_settings(settings)`.
/// let settings = Settings { max_body: 64 * 1024, ..Settings::default() };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Maximum size of a request body in bytes. Default: 2 MiB. Larger bodies get status 413. Streaming blobs are not
    /// limited, as they are not held in memory. For event streams, it limits each event.
    pub max_body: usize,
    /// Time limit from the head of a request to the end of its body. Default: 30 seconds. Slower requests get status
    /// 408. Streaming blobs and events are not limited, initial messages are. Applies only within a tokio runtime.
    pub body_timeout: Duration,
    /// Memory limit of a request, including the values that are read from it. Default: 32 times its body plus 1 MiB.
    /// Requests that exceed it get status 413.
    pub max_memory: MemoryLimit,
    /// Memory limit, in bytes, of all requests that are not answered yet: their bodies and inputs. Default: 256 MiB.
    /// Requests that exceed it get status 503 and `Retry-After`.
    pub total_memory: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_body: 2 * 1024 * 1024,
            body_timeout: Duration::from_secs(30),
            max_memory: MemoryLimit::default(),
            total_memory: 256 * 1024 * 1024,
        }
    }
}

/// A `tower::Service` that calls an implementation. Cloning is cheap. It never fails: errors are responses.
#[derive(Debug)]
pub struct Service<D> {
    shared: Arc<Shared>,
    dispatch: D,
    settings: Settings,
    /// `None` if callers are not verified.
    authentication: Option<Arc<Authentication>>,
}

struct Shared {
    service: &'static ServiceSchema,
    /// Protocols in order of preference.
    protocols: Vec<&'static dyn ServerProtocol>,
    router: Router,
    /// Memory of all requests.
    pool: Arc<Pool>,
}

impl Shared {
    /// Returns protocol and operation of a request. `None` if the service has no protocol that the runtime supports.
    fn route<'r>(
        &self,
        head: &'r request::Parts,
    ) -> Option<(&'static dyn ServerProtocol, Result<Match<'r>, Rejection>)> {
        let marked = match self.protocols.as_slice() {
            [only] => Some(only),
            several => several.iter().find(|protocol| protocol.claims(head)),
        };
        if let Some(protocol) = marked {
            return Some((*protocol, protocol.route(&self.router, head)));
        }
        let mut refused = None;
        for protocol in self.protocols.iter().filter(|protocol| protocol.takes_unmarked()) {
            match protocol.route(&self.router, head) {
                Ok(found) => return Some((*protocol, Ok(found))),
                // A wrong method is more specific than an unknown path.
                Err(rejection) if refused.is_none() || rejection.status == StatusCode::METHOD_NOT_ALLOWED => {
                    refused = Some((*protocol, Err(rejection)));
                }
                Err(_) => {}
            }
        }
        refused.or_else(|| self.protocols.first().map(|first| (*first, first.route(&self.router, head))))
    }

    /// Returns the operation that the body names.
    fn look_into(
        &self,
        protocol: &dyn ServerProtocol,
        head: &mut request::Parts,
        body: Bytes,
        limit: usize,
    ) -> Result<Received, Rejection> {
        let body = encoding::decode(self.service.operations, head, body, limit)?;
        let index = protocol.route_body(&self.router, head, &body)?;
        Ok(Received { index, body, stream: None, fault: None, caller: None })
    }

    /// Returns the operation with this index.
    fn operation(&self, index: usize) -> Result<&'static OperationSchema, Rejection> {
        self.service.operations.get(index).copied().ok_or_else(Rejection::unknown_operation)
    }

    /// Receives a request whose operation is known by its head. The caller is verified before the body is read, or with
    /// the body if the signature covers it.
    async fn receive<B>(
        &self,
        protocol: &dyn ServerProtocol,
        (operation, index): (&'static OperationSchema, usize),
        (head, body): (&mut request::Parts, B),
        mut admission: Admission,
        (settings, share): (Settings, &mut Share),
    ) -> Result<Received, Rejection>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let refuse = |refusal: Refusal| refusal.rejection(self.service, protocol);
        let target = Target { service: self.service, operation, protocol };
        let mut caller = admission.caller.take();
        let (body, stream, fault) = match (admission.pending.take(), streaming::member(operation.input)) {
            (Some(pending), Some(_)) => {
                // A stream is read before it is delivered, because its hash is signed.
                let body = collect(body, settings, share).await?;
                caller = Some(pending.verify_body(&body).await.map_err(refuse)?);
                receive(target, (head, ByteStream::from(body)), None, settings, share).await?
            }
            (pending, _) => {
                let received = receive(target, (head, body), admission.body.take(), settings, share).await?;
                if let Some(pending) = pending {
                    caller = Some(pending.verify_body(&received.0).await.map_err(refuse)?);
                }
                received
            }
        };
        Ok(Received { index, body, stream, fault, caller })
    }

    /// Receives a request whose body names the operation.
    async fn receive_named<B>(
        &self,
        protocol: &dyn ServerProtocol,
        (head, body): (&mut request::Parts, B),
        authentication: Option<&Authentication>,
        (settings, share): (Settings, &mut Share),
    ) -> Result<Received, Rejection>
    where
        B: http_body::Body,
        B::Error: Into<BoxError>,
    {
        let body = collect(body, settings, share).await?;
        let Some(authentication) = authentication else {
            return self.look_into(protocol, head, body, settings.max_body);
        };
        let (sent, raw) = (head.clone(), body.clone());
        let mut received = self.look_into(protocol, head, body, settings.max_body)?;
        let operation = self.operation(received.index)?;
        let refuse = |refusal: Refusal| refusal.rejection(self.service, protocol);
        let admission = authentication.admit(self.service, operation, &sent).await.map_err(refuse)?;
        received.caller = match admission.pending {
            Some(pending) => Some(pending.verify_body(&raw).await.map_err(refuse)?),
            // Bodies that are collected first are not in chunks.
            None if admission.body.is_some() => return Err(refuse(Refusal::UnsignedPayload)),
            None => {
                integrity::check_signed_hash(&sent.headers, &raw)?;
                admission.caller
            }
        };
        Ok(received)
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("service", &self.service.id).finish_non_exhaustive()
    }
}

impl<D: Clone> Clone for Service<D> {
    fn clone(&self) -> Self {
        let (dispatch, authentication) = (self.dispatch.clone(), self.authentication.clone());
        Self { shared: Arc::clone(&self.shared), dispatch, settings: self.settings, authentication }
    }
}

impl<D: Dispatch> Service<D> {
    /// Creates a service. Generated code calls it.
    pub fn new(service: &'static ServiceSchema, dispatch: D) -> Self {
        Self::for_protocols(service, service.protocols.iter().map(|id| protocol::server(*id)).collect(), dispatch)
    }

    /// Creates a service with these protocols.
    pub(crate) fn for_protocols(
        service: &'static ServiceSchema,
        protocols: Vec<&'static dyn ServerProtocol>,
        dispatch: D,
    ) -> Self {
        let shared = Shared { service, protocols, router: router(service), pool: Arc::default() };
        Self { shared: Arc::new(shared), dispatch, settings: Settings::default(), authentication: None }
    }

    /// Verifies callers. For services whose model has no authentication scheme, this sets only who may call what.
    #[must_use]
    pub fn with_authentication(mut self, authentication: Authentication) -> Self {
        self.authentication = Some(Arc::new(authentication));
        self
    }

    /// Sets the limits.
    #[must_use]
    pub fn with_settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Restricts the service to these protocols of the model. Protocols that the model does not have are ignored.
    ///
    /// A service can support only one of two protocols with similar requests, such as `awsQuery` and `ec2Query`.
    #[must_use]
    pub fn with_protocols(self, protocols: &[ProtocolId]) -> Self {
        let service = self.shared.service;
        let known = service.protocols.iter().filter(|id| protocols.contains(id));
        let protocols = known.map(|id| protocol::server(*id)).collect();
        let shared = Shared { service, protocols, router: router(service), pool: Arc::clone(&self.shared.pool) };
        Self { shared: Arc::new(shared), ..self }
    }

    /// Whether a request is for an operation of this service, to serve several services on one port.
    ///
    /// Signed requests name their service. Other requests belong to a service if their target, their path or the action
    /// in their query is one of its operations, and they have no mark of a protocol that the service does not support.
    /// An unsigned path may belong to several services, such as `GET /things` to all services with `GET /{name}`: try
    /// the service with literal paths first. The action of an unsigned form is in its body, so it is not recognized.
    pub fn recognises<B>(&self, request: &Request<B>) -> bool {
        let Shared { service, protocols, router, .. } = &*self.shared;
        let mut head = Request::new(()).into_parts().0;
        head.method = request.method().clone();
        head.uri = request.uri().clone();
        head.headers = request.headers().clone();
        let signed = recognition::signing_name(&head);
        if let (Some(signed), Some(sigv4)) = (&signed, service.sigv4)
            && signed != sigv4.name
        {
            return false;
        }
        s3::find_bucket(service, &mut head);
        if protocol::is_marked(&head) && !protocols.iter().any(|protocol| protocol.claims(&head)) {
            return false;
        }
        match self.shared.route(&head) {
            Some((_, Ok(found))) if found.operation.is_some() => true,
            Some((_, Ok(_))) => match recognition::action(&head) {
                Some(action) => router.by_name(&action).is_some(),
                None => signed.is_some() && service.sigv4.is_some(),
            },
            _ => false,
        }
    }
}

type Pending = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

impl<D, B> tower::Service<Request<B>> for Service<D>
where
    D: Dispatch,
    B: http_body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pending;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Pending {
        let (mut head, body) = request.into_parts();
        let (shared, dispatch, settings) = (Arc::clone(&self.shared), self.dispatch.clone(), self.settings);
        let authentication = self.authentication.clone();
        let limit = settings.max_body;
        Box::pin(async move {
            let request_id = RequestId::new();
            // Signatures cover the target as it was sent.
            let sent = head.uri.clone();
            s3::find_bucket(shared.service, &mut head);
            let Some((protocol, found)) = shared.route(&head) else {
                let mut response = Response::new(Body::default());
                *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
                return Ok(response);
            };
            let reject = |rejection: &Rejection| {
                let reply = Reply { service: shared.service, request_id: request_id.as_str() };
                let response = rejection.put_headers(protocol.write_rejection(reply, rejection));
                Ok(request_id.put(shared.service, response))
            };
            let found = match found {
                Ok(found) => found,
                Err(rejection) => return reject(&rejection),
            };
            let labels: Vec<_> = found.labels.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
            let index = found.operation;
            let mut share = Share::new(&shared.pool, settings.total_memory);
            let received = async {
                let Some(index) = index else {
                    let access = authentication.as_deref();
                    return shared.receive_named(protocol, (&mut head, body), access, (settings, &mut share)).await;
                };
                let operation = shared.operation(index)?;
                let admission = match &authentication {
                    Some(authentication) => {
                        let routed = std::mem::replace(&mut head.uri, sent);
                        let admitted = authentication.admit(shared.service, operation, &head).await;
                        head.uri = routed;
                        admitted.map_err(|refusal| refusal.rejection(shared.service, protocol))?
                    }
                    None => Admission::default(),
                };
                let target = (operation, index);
                shared.receive(protocol, target, (&mut head, body), admission, (settings, &mut share)).await
            };
            let Received { index, body, stream, fault, caller } = match unwinding(received).await {
                Ok(Ok(received)) => received,
                Ok(Err(rejection)) => return reject(&rejection),
                // A verifier panicked.
                Err(_) => return reject(&Rejection::internal()),
            };
            let Some(operation) = shared.service.operations.get(index).copied() else {
                return reject(&Rejection::unknown_operation());
            };
            let received = body.len();
            let body = encoding::decode(&[operation], &mut head, body, limit);
            let body = match body.and_then(|body| encoding::check(operation, &head).map(|()| body)) {
                Ok(body) if body.len() != received && !share.take(body.len()) => {
                    return reject(&Rejection::exceeded_limit(ExceededLimit::Pool));
                }
                Ok(body) => body,
                Err(rejection) => return reject(&rejection),
            };
            let (service, max_memory, share) = (shared.service, settings.max_memory, Some(share));
            let call = Call {
                service,
                operation,
                protocol,
                head,
                labels,
                body,
                stream,
                fault,
                request_id,
                max_memory,
                share,
                caller,
                authentication,
            };
            Ok(dispatch.dispatch(index, call).await)
        })
    }
}

fn router(service: &'static ServiceSchema) -> Router {
    Router::new(service, customizations::of(service).optional_literals)
}

/// A request to a known operation.
struct Received {
    /// Index of the operation.
    index: usize,
    body: Bytes,
    /// Body, if the input has a stream.
    stream: Option<Incoming>,
    /// Set if the stream is found to be invalid.
    fault: Option<Fault>,
    caller: Option<Caller>,
}

/// Operation of a request.
#[derive(Clone, Copy)]
struct Target<'a> {
    service: &'static ServiceSchema,
    operation: &'static OperationSchema,
    protocol: &'a dyn ServerProtocol,
}

/// Receives and verifies a body: all of it, or a stream if the input has one.
async fn receive<B>(
    target: Target<'_>,
    (head, body): (&mut request::Parts, B),
    signature: Option<BodySignature>,
    settings: Settings,
    share: &mut Share,
) -> Result<(Bytes, Option<Incoming>, Option<Fault>), Rejection>
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<BoxError>,
{
    let Target { service, operation, protocol } = target;
    let checks = Checks::of(operation, &mut head.headers)?;
    let (chunks, events) = match signature {
        Some(BodySignature { kind: SignedBody::Events, chain }) => (None, Some(chain)),
        chunks => (chunks, None),
    };
    let wrong = Refusal::Mismatch("The signature of a chunk of the body does not match");
    let Some(mut checks) = checks else {
        // Signed chunks must not pass unverified.
        if chunks.is_some() {
            return Err(wrong.rejection(service, protocol));
        }
        let (body, stream) = receive_checked(target, (head, body), events, settings, share).await?;
        return Ok((body, stream, None));
    };
    if let Some(signature) = chunks {
        checks.sign(signature, wrong.rejection(service, protocol));
    }
    let fault = Arc::clone(&checks.fault);
    let body = checks.guard(ByteStream::from_body(body));
    match receive_checked(target, (head, body), events, settings, share).await {
        Ok((body, stream)) => Ok((body, stream, Some(fault))),
        Err(rejection) => Err(fault.get().cloned().unwrap_or(rejection)),
    }
}

/// Receives a body: all of it, or a stream if the input has one.
async fn receive_checked<B>(
    Target { operation, protocol, .. }: Target<'_>,
    (head, body): (&mut request::Parts, B),
    signatures: Option<Chain>,
    settings: Settings,
    share: &mut Share,
) -> Result<(Bytes, Option<Incoming>), Rejection>
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<BoxError>,
{
    let Some(member) = streaming::member(operation.input) else {
        return Ok((collect(body, settings, share).await?, None));
    };
    streaming::check(protocol.events(), operation)
        .map_err(|error| Rejection::new(StatusCode::NOT_IMPLEMENTED, "NotImplementedException", error.to_string()))?;
    let stream = ByteStream::from_body(body);
    if member.target.requires_length && stream.length().is_none() {
        let message = "The request has no content length";
        return Err(Rejection::new(StatusCode::LENGTH_REQUIRED, "MissingContentLengthException", message));
    }
    let stream = encoding::expand(operation, head, stream);
    let Settings { max_body: event, body_timeout: initial, max_memory: memory, .. } = settings;
    let limits = StreamLimits { event, memory, initial };
    let format = protocol.events();
    let opened = streaming::open(format, Side::Server, member, operation.input, stream, limits, signatures).await;
    let (body, incoming) = opened.map_err(|error| match error {
        OpenError::Broken(error) => Rejection::serialization(error.to_string()),
        OpenError::TooSlow => Rejection::timeout(settings.body_timeout),
    })?;
    Ok((body, Some(incoming)))
}
