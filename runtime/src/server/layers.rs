//! Layers that know the operation: between routing and reading, and between reading and the implementation.
//!
//! Layers of each operation are resolved when they are added, so that a request only pays for its own.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;

use http::{Response, request};

use super::answer::{Answer, Responder, unwinding};
use super::auth::{AccessRequest, Authorize, Decision, Identity, Refusal};
use super::body::Body;
use super::context::RequestContext;
use super::tasks::Held;
use crate::http_binding;
use crate::reflect::Reflect;
use crate::schema::{OperationSchema, ProtocolId, ServiceSchema};
use crate::types::{ByteStream, Unhandled};

pub(super) type RouteLayer = Arc<dyn Fn(RoutedRequest) -> Answer + Send + Sync>;
pub(super) type CallLayer = Arc<dyn Fn(ReadRequest) -> Answer + Send + Sync>;

/// Layers by the index of their operation, in the order in which they run.
#[derive(Clone)]
pub(super) struct Layers {
    pub(super) route: Vec<Arc<[RouteLayer]>>,
    pub(super) call: Vec<Arc<[CallLayer]>>,
}

impl fmt::Debug for Layers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layers").finish_non_exhaustive()
    }
}

impl Layers {
    pub(super) fn new(service: &ServiceSchema) -> Self {
        let count = service.operations.len();
        Self { route: vec![Arc::default(); count], call: vec![Arc::default(); count] }
    }
}

/// Adds a layer to the selected operations.
pub(super) fn add<L: Clone>(
    layers: &mut [Arc<[L]>],
    service: &'static ServiceSchema,
    select: impl Fn(&'static OperationSchema) -> bool,
    layer: &L,
) {
    for (operation, layers) in service.operations.iter().zip(layers) {
        if select(operation) {
            *layers = layers.iter().chain([layer]).cloned().collect();
        }
    }
}

pub(super) fn boxed<T, F>(layer: impl Fn(T) -> F + Send + Sync + 'static) -> Arc<dyn Fn(T) -> Answer + Send + Sync>
where
    F: Future<Output = Response<Body>> + Send + 'static,
{
    Arc::new(move |request| Box::pin(layer(request)))
}

/// Head and body of a request.
pub(super) type Parts = (request::Parts, ByteStream);
/// Remaining work of a request.
pub(super) type Rest = Box<dyn FnOnce(Parts) -> Answer + Send + Sync>;

/// A request whose operation is known, before its caller is verified and its body is read. See
/// [`Service::route_layer`](super::Service::route_layer).
pub struct RoutedRequest {
    pub(super) head: request::Parts,
    pub(super) body: ByteStream,
    pub(super) responder: Responder,
    pub(super) rest: Rest,
}

impl RoutedRequest {
    /// Returns the service.
    pub fn service(&self) -> &'static ServiceSchema {
        self.responder.service
    }

    /// Returns the operation.
    pub fn operation(&self) -> &'static OperationSchema {
        self.responder.operation
    }

    /// Returns the protocol of the request.
    pub fn protocol(&self) -> ProtocolId {
        self.responder.protocol.id
    }

    /// Returns the request ID.
    pub fn request_id(&self) -> &str {
        self.responder.exchange.id()
    }

    /// Returns method, URI, headers and extensions of the request.
    pub fn head(&self) -> &request::Parts {
        &self.head
    }

    /// Returns the head, to change it. Signatures cover the changed headers, and the URI as it was sent. Values in the
    /// extensions are available to the implementation.
    pub fn head_mut(&mut self) -> &mut request::Parts {
        &mut self.head
    }

    /// Returns an error response in the protocol of the request. Takes a [`Fault`](super::Fault) or an [`Unhandled`].
    pub fn reply(&self, error: impl Into<Unhandled>) -> Response<Body> {
        self.responder.error(Err(&error.into()))
    }

    /// Continues with the next layer, or with the request itself.
    pub async fn run(self) -> Response<Body> {
        (self.rest)((self.head, self.body)).await
    }
}

impl fmt::Debug for RoutedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RoutedRequest").field("operation", &self.operation().name).finish_non_exhaustive()
    }
}

/// Runs the layers from an index, and then the rest.
pub(super) fn run_routed(
    layers: Arc<[RouteLayer]>,
    at: usize,
    (head, body): Parts,
    responder: Responder,
    last: Rest,
) -> Answer {
    let Some(layer) = layers.get(at).cloned() else { return last((head, body)) };
    let again = responder.clone();
    let rest: Rest = Box::new(move |parts| run_routed(layers, at + 1, parts, again, last));
    layer(RoutedRequest { head, body, responder, rest })
}

/// A valid input, before the implementation is called with it.
pub(super) trait PendingCall: Send + Sync {
    fn input(&self) -> &dyn Reflect;
    fn context(&self) -> &RequestContext;
    fn context_mut(&mut self) -> &mut RequestContext;
    fn responder(&self) -> &Responder;
    /// Calls the implementation.
    fn finish(self: Box<Self>) -> Answer;
}

/// A request with a verified caller and a valid input, before the implementation is called. See
/// [`Service::call_layer`](super::Service::call_layer).
pub struct ReadRequest {
    pending: Box<dyn PendingCall>,
    layers: Arc<[CallLayer]>,
    /// Index of the next layer.
    next: usize,
    held: Held,
}

impl ReadRequest {
    /// Returns the service.
    pub fn service(&self) -> &'static ServiceSchema {
        self.pending.responder().service
    }

    /// Returns the operation.
    pub fn operation(&self) -> &'static OperationSchema {
        self.pending.responder().operation
    }

    /// Returns the protocol of the request.
    pub fn protocol(&self) -> ProtocolId {
        self.pending.responder().protocol.id
    }

    /// Returns the request ID.
    pub fn request_id(&self) -> &str {
        self.pending.context().request_id()
    }

    /// Returns method, URI, headers and extensions of the request.
    pub fn head(&self) -> &request::Parts {
        self.pending.context().head()
    }

    /// Returns the context that the implementation gets.
    pub fn context(&self) -> &RequestContext {
        self.pending.context()
    }

    /// Returns the extensions of the request, to add values for the implementation.
    pub fn extensions_mut(&mut self) -> &mut http::Extensions {
        &mut self.pending.context_mut().head.extensions
    }

    /// Returns the verified caller.
    pub fn identity(&self) -> Option<&Identity> {
        self.pending.context().identity()
    }

    /// Returns the input. Streams are not yet read.
    pub fn input(&self) -> &dyn Reflect {
        self.pending.input()
    }

    /// Returns a simple member of the input as text. `None` if it is absent, or no simple value.
    pub fn label(&self, name: &str) -> Option<String> {
        http_binding::label(self.input(), name)
    }

    /// Returns an error response in the protocol of the request. Takes a [`Fault`](super::Fault) or an [`Unhandled`].
    pub fn reply(&self, error: impl Into<Unhandled>) -> Response<Body> {
        self.pending.responder().error(Err(&error.into()))
    }

    /// Limits of the request.
    pub(super) fn held(&self) -> Held {
        self.held.clone()
    }

    /// Returns a response that was written before.
    pub(super) fn answer(&self, response: Response<bytes::Bytes>) -> Response<Body> {
        self.pending.responder().put(response, None)
    }

    /// Continues with the next layer, or with the implementation.
    pub async fn run(mut self) -> Response<Body> {
        match self.layers.get(self.next).cloned() {
            Some(layer) => {
                self.next += 1;
                layer(self).await
            }
            None => self.pending.finish().await,
        }
    }
}

impl fmt::Debug for ReadRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadRequest").field("operation", &self.operation().name).finish_non_exhaustive()
    }
}

/// Authorizes a request. Returns the response to a caller who may not send it.
pub(super) async fn denied(
    authorize: &dyn Authorize,
    request: AccessRequest<'_>,
    responder: &Responder,
) -> Option<Response<Body>> {
    match authorize.authorize(request).await {
        Decision::Allow => None,
        Decision::Deny(message) => {
            let refusal = Refusal::Denied(message).rejection(responder.service, &*responder.protocol);
            Some(responder.reject(&refusal))
        }
    }
}

/// Authorizes a request, then runs its layers and the implementation.
pub(super) fn guarded(
    pending: Box<dyn PendingCall>,
    authorize: Option<Arc<dyn Authorize>>,
    layers: Arc<[CallLayer]>,
    held: Held,
) -> Answer {
    Box::pin(async move {
        let responder = pending.responder().clone();
        let answered = pin!(async {
            if let Some(authorize) = authorize {
                let (operation, context, input) = (responder.operation, pending.context(), Some(pending.input()));
                let request = AccessRequest { operation, context, input, labels: &[] };
                if let Some(response) = denied(&*authorize, request, &responder).await {
                    return response;
                }
            }
            ReadRequest { pending, layers, next: 0, held }.run().await
        });
        unwinding(answered).await.unwrap_or_else(|panic| responder.panicked(&*panic))
    })
}
