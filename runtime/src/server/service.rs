//! The `tower::Service`.

use std::convert::Infallible;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

#[cfg(feature = "serve")]
use bytes::Bytes;
#[cfg(feature = "serve")]
use http::HeaderValue;
use http::header::ORIGIN;
use http::{HeaderMap, Method, Request, Response, StatusCode, Uri, request};
use tokio::time::Instant;

use super::answer::{Call, Dispatch, unwinding};
use super::auth::{AccessRequest, Admission, Authentication, Caller, Refusal};
use super::body::Body;
use super::collect::collect;
use super::context::RequestContext;
use super::cors::Cors;
use super::exchange::{Exchange, Opening};
use super::layers::{self, Layers};
use super::limits::{Limits, Running, ServiceSettings};
use super::missing::Missing;
use super::observe::Observer;
use super::prefix;
use super::receive::{Received, verified};
use super::tasks::Held;
use super::{customizations, encoding, host, integrity, s3};
use crate::http_binding;
use crate::memory::{Pool, Share};
use crate::protocol::route::{Match, Router};
use crate::protocol::{AcceptedProtocol, Rejection};
use crate::schema::{OperationSchema, ProtocolId, ServiceSchema};
use crate::streaming::in_time;
use crate::types::{BoxError, ByteStream};

/// A `tower::Service` that calls an implementation. Cloning is cheap. It never fails: errors are responses.
#[derive(Clone, Debug)]
pub struct Service<D> {
    pub(super) shared: Arc<Shared>,
    pub(super) dispatch: D,
    pub(super) limits: Limits,
    /// Limits of operations that differ.
    pub(super) own_limits: Option<Arc<[Option<Limits>]>>,
    /// The largest body that an operation accepts, in bytes.
    pub(super) largest_body: usize,
    /// `None` if callers are not verified.
    pub(super) authentication: Option<Arc<Authentication>>,
    pub(super) layers: Option<Arc<Layers>>,
    pub(super) opening: Opening,
}

pub(super) struct Shared {
    pub(super) service: &'static ServiceSchema,
    /// Protocols in order of preference.
    pub(super) protocols: Vec<AcceptedProtocol>,
    pub(super) router: Router,
    /// Memory of all requests.
    pub(super) pool: Arc<Pool>,
    cors: Option<Cors>,
}

impl Shared {
    pub(super) fn new(service: &'static ServiceSchema, protocols: Vec<AcceptedProtocol>, pool: Arc<Pool>) -> Self {
        let router = Router::new(service, customizations::of(service).optional_literals);
        Self { service, protocols, router, pool, cors: Cors::of(service) }
    }

    /// Returns protocol and operation of a request. `None` if the service has no protocol that the runtime supports.
    pub(super) fn route<'r>(
        &self,
        head: &'r request::Parts,
    ) -> Option<(AcceptedProtocol, Result<Match<'r>, Rejection>)> {
        let marked = match self.protocols.as_slice() {
            [only] => Some(only),
            several => {
                let claiming = several.iter().filter(|protocol| protocol.claims(head));
                claiming.min_by_key(|protocol| protocol.id.addressing())
            }
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

    /// Records the operation of a request.
    pub(super) fn observe(&self, exchange: &Exchange, index: Option<usize>) {
        let operation = index.and_then(|index| self.operation(index).ok());
        if let Some((observer, operation)) = exchange.observer().zip(operation) {
            observer.routed(operation);
        }
    }

    /// Writes an error response.
    pub(super) fn reject(
        &self,
        protocol: AcceptedProtocol,
        exchange: &Exchange,
        rejection: &Rejection,
    ) -> Response<Body> {
        exchange.put(self.service, exchange.reject(self.service, &*protocol, rejection))
    }

    /// Writes the error response of a request whose future is dropped.
    #[cfg(feature = "serve")]
    pub(super) fn reject_late(
        &self,
        protocol: AcceptedProtocol,
        exchange: &Exchange,
        origin: Option<&HeaderValue>,
        rejection: &Rejection,
    ) -> Response<Bytes> {
        let mut response = exchange.put_ids(self.service, exchange.reject(self.service, &*protocol, rejection));
        if let Some(cors) = &self.cors {
            cors.put(origin, response.headers_mut());
        }
        response
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("service", &self.service.id).finish_non_exhaustive()
    }
}

impl<D: Dispatch> Service<D> {
    /// Creates a service. Generated code calls it.
    pub fn new(service: &'static ServiceSchema, dispatch: D) -> Self {
        Self::for_protocols(service, service.protocols, dispatch)
    }

    /// Creates a service with these protocols.
    pub(crate) fn for_protocols(service: &'static ServiceSchema, protocols: &[ProtocolId], dispatch: D) -> Self {
        let protocols = protocols.iter().copied().map(AcceptedProtocol::new).collect();
        let service = Self {
            shared: Arc::new(Shared::new(service, protocols, Arc::default())),
            dispatch,
            limits: Limits::default(),
            own_limits: None,
            largest_body: 0,
            authentication: None,
            layers: None,
            opening: Opening::default(),
        };
        service.with_largest_body()
    }
}

pub(super) type Pending = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

impl<D, B> tower_service::Service<Request<B>> for Service<D>
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
        let (mut head, body) = request.into_parts();
        let sent = prefix::sent(&head.extensions, &head.uri).clone();
        s3::find_bucket(service.shared.service, &mut head);
        let exchange = Exchange::of(service.shared.service, &service.opening, &head);
        let is_head = head.method == Method::HEAD;
        let origin = service.shared.cors.as_ref().and_then(|_| head.headers.get(ORIGIN).cloned());
        // Futures have room for each variable that is moved on the way to the implementation.
        let head = Box::new(head);
        Box::pin(async move {
            let answered = service.handle((head, sent, body), exchange.clone());
            let mut response = Observer::within(exchange.observer(), answered).await;
            if let Some(cors) = &service.shared.cors {
                cors.put(origin.as_ref(), response.headers_mut());
            }
            if let Some(observer) = exchange.observer() {
                observer.finish(&response);
            }
            // Not all servers omit the body of a response to `HEAD` (RFC 9110, section 9.3.2).
            Ok(if is_head { response.map(|_| Body::default()) } else { response })
        })
    }
}

/// A request whose protocol is known, and its operation unless the body names it.
pub(super) struct Routed<B> {
    pub(super) protocol: AcceptedProtocol,
    /// Index of the operation.
    pub(super) index: Option<usize>,
    pub(super) labels: Vec<(&'static str, String)>,
    pub(super) head: Box<request::Parts>,
    /// Target as it was sent, which signatures cover.
    pub(super) sent: Uri,
    pub(super) body: B,
    pub(super) exchange: Exchange,
}

/// Share of a request in the limits of its service, until it is dropped.
pub(super) struct Admitted {
    /// Its places among the requests in progress: of the service, of the operation, or of both if the body names it.
    pub(super) running: [Option<Running>; 2],
    pub(super) share: Share,
}

impl<B> Routed<B> {
    pub(super) fn split(self) -> (Routed<()>, B) {
        let Self { protocol, index, labels, head, sent, body, exchange } = self;
        (Routed { protocol, index, labels, head, sent, body: (), exchange }, body)
    }
}

impl Routed<()> {
    fn with_body<B>(self, body: B) -> Routed<B> {
        let Self { protocol, index, labels, head, sent, exchange, .. } = self;
        Routed { protocol, index, labels, head, sent, body, exchange }
    }
}

impl<D: Dispatch> Service<D> {
    async fn handle<B>(&self, (head, sent, body): (Box<request::Parts>, Uri, B), exchange: Exchange) -> Response<Body>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let shared = &*self.shared;
        let checked = host::check(&head.uri, &head.headers);
        let cors = shared.cors.as_ref().filter(|_| checked.is_ok());
        if let Some(response) = cors.and_then(|cors| cors.preflight(shared, &head)) {
            return exchange.put(shared.service, response);
        }
        let Some((protocol, found)) = shared.route(&head) else {
            let mut response = Response::new(Body::default());
            *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
            return response;
        };
        let found = match checked.map_err(|error| error.rejection(shared.service, &*protocol)).and(found) {
            Ok(found) => found,
            Err(rejection) => return shared.reject(protocol, &exchange, &rejection),
        };
        #[cfg(feature = "serve")]
        super::late::Late::routed(&head, &self.shared, protocol, &exchange);
        let labels = found.labels.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
        let index = found.operation;
        shared.observe(&exchange, index);
        let routed = Routed { protocol, index, labels, head, sent, body, exchange };
        match &self.layers {
            None => self.answer(routed, None).await,
            // In a box, because most services have no layers, and a future has room for all that it may await.
            Some(layers) => Box::pin(self.layered(layers, routed)).await,
        }
    }

    /// Checks the headers of a request, and counts it.
    pub(super) fn enter(&self, index: Option<usize>, headers: &HeaderMap) -> Result<Admitted, Rejection> {
        let limits = index.and_then(|index| self.own_limits(index)).unwrap_or(&self.limits);
        let running = [Some(limits.admit(headers)?), None];
        Ok(Admitted { running, share: Share::new(&self.shared.pool, limits.settings.total_memory) })
    }

    /// Answers a request. `admitted` is that of its layers, if it has some.
    pub(super) async fn answer<B>(&self, routed: Routed<B>, admitted: Option<Admitted>) -> Response<Body>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let (protocol, exchange) = (routed.protocol, routed.exchange.clone());
        let answered = self.try_answer(routed, admitted).await;
        answered.unwrap_or_else(|rejection| self.shared.reject(protocol, &exchange, &rejection))
    }

    async fn try_answer<B>(&self, routed: Routed<B>, admitted: Option<Admitted>) -> Result<Response<Body>, Rejection>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let shared = &*self.shared;
        let named_by_head = routed.index;
        let admitted = admitted.map_or_else(|| self.enter(named_by_head, &routed.head.headers), Ok)?;
        let Admitted { mut running, mut share } = admitted;
        let settings = self.settings_of(named_by_head);
        if named_by_head.is_some_and(|index| !self.dispatch.implements(index)) {
            return Box::pin(self.miss(routed, share)).await;
        }
        let (mut routed, body) = routed.split();
        let received = unwinding(pin!(self.receive(&mut routed, body, (settings, &mut share)))).await;
        let Received { index, body, raw, stream, fault, caller } = routed.exchange.without_panic(received)?;
        shared.observe(&routed.exchange, Some(index));
        let operation = shared.operation(index)?;
        let own = self.own_limits(index).filter(|_| named_by_head.is_none());
        if let Some(own) = own {
            running[1] = Some(own.admit(&routed.head.headers)?);
        }
        let settings = self.settings_of(Some(index));
        if named_by_head.is_none() && body.len() > settings.body_limit() {
            return Err(Rejection::too_large(settings.body_limit()));
        }
        if let Some(raw) = raw.filter(|_| !self.dispatch.implements(index)) {
            let routed = routed.with_body(raw.into());
            return Box::pin(self.authorize_and_forward(routed, (operation, settings), caller)).await;
        }
        let Routed { protocol, labels, mut head, exchange, .. } = routed;
        let body = encoding::decode(&[operation], &mut head, body, settings.body_limit(), &mut share)?;
        encoding::check(operation, &head)?;
        let layers = self.layers.as_ref().and_then(|layers| layers.call.get(index)).filter(|found| !found.is_empty());
        let deadline = settings.handler_timeout.and_then(|limit| Instant::now().checked_add(limit));
        // Its tasks may outlast this future, which has its places until the response.
        let held = Held { running: running.clone(), deadline };
        let call = Call {
            service: shared.service,
            operation,
            protocol,
            head,
            labels,
            body,
            stream,
            fault,
            exchange,
            settings,
            share: Some(share),
            held,
            caller,
            authentication: self.authentication.clone(),
            layers: layers.cloned(),
        };
        limited(self.dispatch.dispatch(index, call), settings).await
    }

    /// Verifies the caller and receives the body, in the order that the signature needs.
    async fn receive<B>(
        &self,
        routed: &mut Routed<()>,
        body: B,
        (settings, share): (ServiceSettings, &mut Share),
    ) -> Result<Received, Rejection>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let (shared, protocol, head) = (&*self.shared, routed.protocol, &mut *routed.head);
        let Some(index) = routed.index else {
            let signed = (routed.sent.clone(), self.authentication.as_deref());
            return Box::pin(shared.receive_named(&*protocol, (head, body), signed, (settings, share))).await;
        };
        let operation = shared.operation(index)?;
        let admission = self.admit(protocol, operation, (head, routed.sent.clone()), settings).await?;
        shared.receive(&*protocol, (operation, index), (head, body), admission, (settings, share)).await
    }

    /// Limits of an operation, if they differ from those of the service.
    pub(super) fn own_limits(&self, index: usize) -> Option<&Limits> {
        self.own_limits.as_deref()?.get(index)?.as_ref()
    }

    /// Settings for requests of an operation, or for those whose body names the operation.
    pub(super) fn settings_of(&self, index: Option<usize>) -> ServiceSettings {
        let own = index.and_then(|index| self.own_limits(index));
        let mut settings = own.unwrap_or(&self.limits).settings;
        // What the program sets for the service takes precedence over the model.
        settings.max_body = settings.max_body.or(self.limits.settings.max_body);
        match index.and_then(|index| self.shared.service.operations.get(index)) {
            Some(operation) => settings.of(operation),
            None => ServiceSettings { max_body: Some(self.largest_body), ..settings },
        }
    }

    /// Finds out how large bodies may be before their operations are known.
    pub(super) fn with_largest_body(self) -> Self {
        let operations = 0..self.shared.service.operations.len();
        let largest = operations.map(|index| self.settings_of(Some(index)).body_limit()).max();
        Self { largest_body: largest.unwrap_or_else(|| self.limits.settings.body_limit()), ..self }
    }

    /// Verifies the head of a request as it was sent.
    async fn admit(
        &self,
        protocol: AcceptedProtocol,
        operation: &'static OperationSchema,
        (head, sent): (&mut request::Parts, Uri),
        settings: ServiceSettings,
    ) -> Result<Admission, Rejection> {
        let Some(authentication) = &self.authentication else { return Ok(Admission::default()) };
        let routed = std::mem::replace(&mut head.uri, sent);
        let refuse = |refusal: Refusal| refusal.rejection(self.shared.service, &*protocol);
        let admitting = Box::pin(authentication.admit(self.shared.service, operation, head));
        let admitted = verified(settings, admitting, refuse).await;
        head.uri = routed;
        admitted
    }

    /// Answers a request for an operation that is not implemented. Its body is not read, unless its signature covers
    /// it without a declared hash.
    async fn miss<B>(&self, routed: Routed<B>, mut share: Share) -> Result<Response<Body>, Rejection>
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let (shared, settings) = (&*self.shared, self.settings_of(routed.index));
        let (mut routed, body) = routed.split();
        let admitted = unwinding(pin!(async {
            let operation =
                routed.index.map_or_else(|| Err(Rejection::unknown_operation()), |index| shared.operation(index))?;
            let protocol = routed.protocol;
            let admission = self.admit(protocol, operation, (&mut *routed.head, routed.sent.clone()), settings).await?;
            let Some(pending) = admission.pending else {
                let body = ByteStream::from_body(body);
                let changed = || Refusal::changed_body(shared.service, &*protocol);
                let body = match &admission.caller {
                    Some(_) => integrity::guard_signed_hash(&routed.head.headers, body, changed)?,
                    None => body,
                };
                return Ok((operation, body, admission.caller));
            };
            let body = collect(body, settings, &mut share).await?;
            let refuse = |refusal: Refusal| refusal.rejection(shared.service, &*protocol);
            let caller = verified(settings, pending.verify_body(&body), refuse).await?;
            Ok((operation, body.into(), Some(caller)))
        }))
        .await;
        let (operation, body, caller) = routed.exchange.without_panic(admitted)?;
        self.authorize_and_forward(routed.with_body(body), (operation, settings), caller).await
    }

    /// Passes the request of a caller who may send it to the fallback for operations without an implementation.
    async fn authorize_and_forward(
        &self,
        routed: Routed<ByteStream>,
        (operation, settings): (&'static OperationSchema, ServiceSettings),
        caller: Option<Caller>,
    ) -> Result<Response<Body>, Rejection> {
        let Routed { protocol, labels, mut head, sent, body, exchange, .. } = routed;
        let authorize = self.authentication.as_deref().and_then(|found| found.authorize.as_deref());
        let access = authorize.map(|authorize| {
            let labels = http_binding::server::read_labels(operation.input, &labels)?;
            let (head, exchange, caller) = (head.clone(), exchange.clone(), caller.clone());
            Ok::<_, Rejection>((authorize, RequestContext { operation, head, exchange, caller }, labels))
        });
        let access = access.transpose()?;
        head.uri = sent;
        let missing =
            Missing { service: self.shared.service, operation, protocol, head: *head, body, caller, exchange };
        let answered = pin!(async {
            if let Some((authorize, context, labels)) = &access {
                let responder = missing.responder();
                let request = AccessRequest { operation, context, input: None, labels };
                match unwinding(pin!(layers::denied(*authorize, request, &responder))).await {
                    Ok(None) => {}
                    Ok(Some(response)) => return response,
                    Err(panic) => return responder.panicked(&*panic),
                }
            }
            self.dispatch.otherwise(missing).await
        });
        limited(answered, settings).await
    }
}

/// Returns the response of an implementation within its time limit.
async fn limited(
    answer: impl Future<Output = Response<Body>>,
    settings: ServiceSettings,
) -> Result<Response<Body>, Rejection> {
    let Some(limit) = settings.handler_timeout else { return Ok(answer.await) };
    in_time(limit, pin!(answer)).await.ok_or_else(|| Rejection::too_slow(limit))
}
