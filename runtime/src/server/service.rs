//! The `tower::Service`.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response, StatusCode, Uri, request};

use super::answer::{Call, Dispatch, unwinding};
use super::auth::{Admission, Authentication};
use super::body::Body;
use super::collect::collect;
use super::exchange::Exchange;
use super::missing::Missing;
use super::receive::Received;
use super::{customizations, encoding, recognition, s3};
use crate::memory::{ExceededLimit, MemoryLimit, Pool, Share};
use crate::protocol::route::{Match, Router};
use crate::protocol::{self, Rejection, Reply, Spoken};
use crate::schema::{OperationSchema, ProtocolId, ServiceSchema};
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
    pub(super) shared: Arc<Shared>,
    dispatch: D,
    settings: Settings,
    /// `None` if callers are not verified.
    authentication: Option<Arc<Authentication>>,
}

pub(super) struct Shared {
    pub(super) service: &'static ServiceSchema,
    /// Protocols in order of preference.
    pub(super) protocols: Vec<Spoken>,
    pub(super) router: Router,
    /// Memory of all requests.
    pool: Arc<Pool>,
}

impl Shared {
    /// Returns protocol and operation of a request. `None` if the service has no protocol that the runtime supports.
    pub(super) fn route<'r>(&self, head: &'r request::Parts) -> Option<(Spoken, Result<Match<'r>, Rejection>)> {
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

    /// Returns the operation with this index.
    pub(super) fn operation(&self, index: usize) -> Result<&'static OperationSchema, Rejection> {
        self.service.operations.get(index).copied().ok_or_else(Rejection::unknown_operation)
    }

    /// Writes an error response.
    fn reject(&self, protocol: Spoken, exchange: &Exchange, rejection: &Rejection) -> Response<Body> {
        let reply = Reply { service: self.service, request_id: exchange.id() };
        exchange.put(self.service, rejection.put_headers(protocol.write_rejection(reply, rejection)))
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
        Self::for_protocols(service, service.protocols, dispatch)
    }

    /// Creates a service with these protocols.
    pub(crate) fn for_protocols(service: &'static ServiceSchema, protocols: &[ProtocolId], dispatch: D) -> Self {
        let protocols = protocols.iter().copied().map(Spoken::new).collect();
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
        let known = service.protocols.iter().copied().filter(|id| protocols.contains(id));
        let protocols = known.map(Spoken::new).collect();
        let shared = Shared { service, protocols, router: router(service), pool: Arc::clone(&self.shared.pool) };
        Self { shared: Arc::new(shared), ..self }
    }

    /// Accepts these protocols in addition to those of the model, for clients of earlier or other versions of it.
    ///
    /// Types, names and errors are those of the model, so its traits for a protocol have no effect if it lacks them.
    ///
    /// ```
    /// use whitesmith_runtime::schema::ProtocolId;
    /// use whitesmith_runtime::server::{Dispatch, Service};
    ///
    /// // SQS has awsJson1_0. Old clients send awsQuery.
    /// fn with_old_clients<D: Dispatch>(queues: Service<D>) -> Service<D> {
    ///     queues.also_speaking(&[ProtocolId::AwsQuery])
    /// }
    /// ```
    #[must_use]
    pub fn also_speaking(self, protocols: &[ProtocolId]) -> Self {
        let (service, mut spoken) = (self.shared.service, self.shared.protocols.clone());
        for id in protocols {
            if spoken.iter().all(|known| known.id != *id) {
                spoken.push(Spoken::new(*id));
            }
        }
        let shared =
            Shared { service, protocols: spoken, router: router(service), pool: Arc::clone(&self.shared.pool) };
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

pub(super) type Pending = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

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
        let service = self.clone();
        Box::pin(async move { Ok(service.handle(request).await) })
    }
}

/// A request whose protocol is known, and its operation unless the body names it.
struct Routed<B> {
    protocol: Spoken,
    /// Index of the operation.
    index: Option<usize>,
    labels: Vec<(&'static str, String)>,
    head: request::Parts,
    /// Target as it was sent, which signatures cover.
    sent: Uri,
    body: B,
    exchange: Exchange,
}

impl<D: Dispatch> Service<D> {
    async fn handle<B>(&self, request: Request<B>) -> Response<Body>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let shared = &*self.shared;
        let exchange = Exchange::new();
        let (mut head, body) = request.into_parts();
        let sent = head.uri.clone();
        s3::find_bucket(shared.service, &mut head);
        let Some((protocol, found)) = shared.route(&head) else {
            let mut response = Response::new(Body::default());
            *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
            return response;
        };
        let found = match found {
            Ok(found) => found,
            Err(rejection) => return shared.reject(protocol, &exchange, &rejection),
        };
        let labels = found.labels.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
        let index = found.operation;
        self.answer(Routed { protocol, index, labels, head, sent, body, exchange }).await
    }

    async fn answer<B>(&self, routed: Routed<B>) -> Response<Body>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let Routed { protocol, index, labels, mut head, sent, body, exchange } = routed;
        let (shared, settings) = (&*self.shared, self.settings);
        if let Some(index) = index.filter(|index| !self.dispatch.implements(*index)) {
            return self.miss(Routed { protocol, index: Some(index), labels, head, sent, body, exchange }).await;
        }
        let mut share = Share::new(&shared.pool, settings.total_memory);
        let received = async {
            let Some(index) = index else {
                let access = self.authentication.as_deref();
                return shared.receive_named(&*protocol, (&mut head, body), access, (settings, &mut share)).await;
            };
            let operation = shared.operation(index)?;
            let admission = self.admit(protocol, operation, (&mut head, sent.clone())).await?;
            let target = (operation, index);
            shared.receive(&*protocol, target, (&mut head, body), admission, (settings, &mut share)).await
        };
        let Received { index, body, raw, stream, fault, caller } = match unwinding(received).await {
            Ok(Ok(received)) => received,
            Ok(Err(rejection)) => return shared.reject(protocol, &exchange, &rejection),
            // A verifier panicked.
            Err(_) => return shared.reject(protocol, &exchange, &Rejection::internal()),
        };
        let Ok(operation) = shared.operation(index) else {
            return shared.reject(protocol, &exchange, &Rejection::unknown_operation());
        };
        if let Some(raw) = raw.filter(|_| !self.dispatch.implements(index)) {
            head.uri = sent;
            let (service, body) = (shared.service, raw.into());
            let missing = Missing { service, operation, protocol, head, body, caller, exchange };
            return self.dispatch.otherwise(missing).await;
        }
        let received = body.len();
        let body = encoding::decode(&[operation], &mut head, body, settings.max_body);
        let body = match body.and_then(|body| encoding::check(operation, &head).map(|()| body)) {
            Ok(body) if body.len() != received && !share.take(body.len()) => {
                return shared.reject(protocol, &exchange, &Rejection::exceeded_limit(ExceededLimit::Pool));
            }
            Ok(body) => body,
            Err(rejection) => return shared.reject(protocol, &exchange, &rejection),
        };
        let (service, max_memory, share) = (shared.service, settings.max_memory, Some(share));
        let authentication = self.authentication.clone();
        let call = Call {
            service,
            operation,
            protocol,
            head,
            labels,
            body,
            stream,
            fault,
            exchange,
            max_memory,
            share,
            caller,
            authentication,
        };
        self.dispatch.dispatch(index, call).await
    }

    /// Verifies the head of a request as it was sent.
    async fn admit(
        &self,
        protocol: Spoken,
        operation: &'static OperationSchema,
        (head, sent): (&mut request::Parts, Uri),
    ) -> Result<Admission, Rejection> {
        let Some(authentication) = &self.authentication else { return Ok(Admission::default()) };
        let routed = std::mem::replace(&mut head.uri, sent);
        let admitted = authentication.admit(self.shared.service, operation, head).await;
        head.uri = routed;
        admitted.map_err(|refusal| refusal.rejection(self.shared.service, &*protocol))
    }

    /// Answers a request for an operation that is not implemented. Its body is not read, unless its signature covers
    /// it.
    async fn miss<B>(&self, routed: Routed<B>) -> Response<Body>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let Routed { protocol, index, mut head, sent, body, exchange, .. } = routed;
        let (shared, settings) = (&*self.shared, self.settings);
        let mut share = Share::new(&shared.pool, settings.total_memory);
        let admitted = async {
            let operation =
                index.map_or_else(|| Err(Rejection::unknown_operation()), |index| shared.operation(index))?;
            let admission = self.admit(protocol, operation, (&mut head, sent.clone())).await?;
            let Some(pending) = admission.pending else {
                return Ok((operation, ByteStream::from_body(body), admission.caller));
            };
            let body = collect(body, settings, &mut share).await?;
            let caller = pending.verify_body(&body).await;
            let caller = caller.map_err(|refusal| refusal.rejection(shared.service, &*protocol))?;
            Ok((operation, body.into(), Some(caller)))
        };
        let (operation, body, caller) = match unwinding(admitted).await {
            Ok(Ok(admitted)) => admitted,
            Ok(Err(rejection)) => return shared.reject(protocol, &exchange, &rejection),
            Err(_) => return shared.reject(protocol, &exchange, &Rejection::internal()),
        };
        head.uri = sent;
        let service = shared.service;
        self.dispatch.otherwise(Missing { service, operation, protocol, head, body, caller, exchange }).await
    }
}

fn router(service: &'static ServiceSchema) -> Router {
    Router::new(service, customizations::of(service).optional_literals)
}
