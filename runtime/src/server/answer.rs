//! Calls implementations with decoded requests, and encodes their results.

use std::any::Any;
use std::fmt;
use std::future::{Future, poll_fn, ready};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Response, StatusCode, request};

use super::auth::{Authentication, Caller, Identity};
use super::body::Body;
use super::context::RequestContext;
use super::customizations;
use super::exchange::{self, Exchange};
use super::fault::Fault;
use super::integrity::StreamFault;
use super::layers::{self, CallLayer, PendingCall};
use super::limits::ServiceSettings;
use super::missing::Missing;
use super::observe::Code;
use super::outcome::Outcome;
use super::tasks::Held;
use crate::codec::{Unwritable, xml};
use crate::constraint::{Violations, check};
use crate::event_stream::{Initial, MEDIA_TYPE, Side};
use crate::http_binding::InvalidMember;
use crate::memory::{Reading, Share};
use crate::operation::{Operation, OperationError, Unhandled};
use crate::protocol::{AcceptedProtocol, InputSource, Rejection, Reply, has_no_content};
use crate::reflect::{Fill, Reflect, Value};
use crate::schema::{Member, OperationSchema, ProtocolId, ServiceSchema};
use crate::streaming::{self, Incoming};

/// Dispatches to the methods of an implementation. Generated code implements it.
pub trait Dispatch: Clone + Send + Sync + 'static {
    /// Calls the method of the operation with this index in the service.
    fn dispatch(&self, operation: usize, call: Call) -> Answer;

    /// Whether the operation with this index is implemented.
    fn implements(&self, _: usize) -> bool {
        true
    }

    /// Answers a request for an operation that is not implemented.
    fn otherwise(&self, missing: Missing) -> Answer {
        let fault = Fault::not_implemented(&missing);
        Box::pin(ready(missing.reply(fault)))
    }
}

/// Future of a response.
pub type Answer = Pin<Box<dyn Future<Output = Response<Body>> + Send>>;

/// A request to a known operation.
pub struct Call {
    pub(super) service: &'static ServiceSchema,
    pub(super) operation: &'static OperationSchema,
    pub(super) protocol: AcceptedProtocol,
    pub(super) head: Box<request::Parts>,
    pub(super) labels: Vec<(&'static str, String)>,
    pub(super) body: Bytes,
    /// Body, if the input has a stream.
    pub(super) stream: Option<Incoming>,
    /// Set if the stream is found to be invalid.
    pub(super) fault: Option<StreamFault>,
    pub(super) exchange: Exchange,
    pub(super) settings: ServiceSettings,
    /// Its part of the memory of all requests, kept until the response.
    pub(super) share: Option<Share>,
    pub(super) held: Held,
    pub(super) caller: Option<Caller>,
    /// Verifiers of callers, and the function that authorizes requests.
    pub(super) authentication: Option<Arc<Authentication>>,
    /// Layers before the implementation.
    pub(super) layers: Option<Arc<[CallLayer]>>,
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

/// A method of a service's trait. It borrows the implementation until its future completes.
pub trait Method<'s, S, O: Operation>: Send + Sync + 'static {
    /// Future of the result.
    type Future: Future<Output = Result<O::Output, O::Error>> + Send + 's;

    /// Calls the method.
    fn call(self, service: &'s S, input: O::Input, context: RequestContext) -> Self::Future;
}

impl<'s, S, O, M, F> Method<'s, S, O> for M
where
    S: 's,
    O: Operation,
    M: FnOnce(&'s S, O::Input, RequestContext) -> F + Send + Sync + 'static,
    F: Future<Output = Result<O::Output, O::Error>> + Send + 's,
{
    type Future = F;

    fn call(self, service: &'s S, input: O::Input, context: RequestContext) -> F {
        self(service, input, context)
    }
}

impl Call {
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

    /// Returns the request ID.
    pub fn request_id(&self) -> &str {
        self.exchange.id()
    }

    /// Returns method, URI, headers and extensions of the request. For buckets in hosts, the URI has the bucket.
    pub fn head(&self) -> &request::Parts {
        &self.head
    }

    /// Returns the verified caller.
    pub fn identity(&self) -> Option<&Identity> {
        self.caller.as_ref().map(|caller| &caller.identity)
    }

    /// Answers with a method of a service's trait. Generated code passes the method itself, because closures take more
    /// time to compile.
    pub fn answer_with<O, S, M>(self, service: Arc<S>, method: M) -> Answer
    where
        O: Operation,
        S: Send + Sync + 'static,
        M: for<'s> Method<'s, S, O>,
    {
        self.answer::<O, _>(async move |input, context| method.call(&*service, input, context).await)
    }

    /// Reads the input, calls `method` with it, and writes the result. Invalid inputs are rejected before the call; a
    /// panic becomes an internal failure.
    pub fn answer<O, F>(mut self, method: impl FnOnce(O::Input, RequestContext) -> F + Send + Sync + 'static) -> Answer
    where
        O: Operation,
        F: Future<Output = Result<O::Output, O::Error>> + Send + 'static,
    {
        let mut input = O::Input::blank(Fill::VALUE);
        let (protocol, operation, exchange) = (self.protocol, self.operation, self.exchange.clone());
        let (fault, outputs) = (self.fault.take(), Outputs::of(self.settings));
        let responder = Responder { service: self.service, protocol, operation, fault, exchange, outputs };
        if let Err(response) = self.read(&mut input) {
            return Box::pin(ready(responder.put(response, None)));
        }
        if let Some(stream) = self.stream.take() {
            streaming::put(Side::Server, &mut input, stream);
        }
        let share = self.share.take();
        let Self { head, exchange, caller, authentication, layers, held, .. } = self;
        let context = RequestContext { operation, head, exchange, caller };
        let ready = Ready::<O, _> { input, method, context, responder, share };
        let authorize = authentication.and_then(|found| found.authorize.clone());
        match layers {
            None if authorize.is_none() => ready.finish(),
            layers => layers::guarded(Box::new(ready), authorize, layers.unwrap_or_default(), held),
        }
    }

    /// Returns the response for an invalid operation index.
    pub fn unknown_operation(self) -> Answer {
        let response = self.exchange.reject(self.service, &*self.protocol, &self.protocol.unknown_operation());
        Box::pin(ready(self.exchange.put(self.service, response)))
    }

    /// Head of a response without events, for protocols that send other members in a frame instead of the body.
    fn ordinary_head(&self) -> Option<request::Parts> {
        let Initial::Frame(media_type) = self.protocol.events()?.initial else { return None };
        let has_events = |schema| streaming::member(schema).is_some_and(Member::is_events);
        let (input, output) = (has_events(self.operation.input), has_events(self.operation.output));
        if !input && !output {
            return None;
        }
        let mut head = (*self.head).clone();
        let is_events = |value: &HeaderValue| value.as_bytes().starts_with(MEDIA_TYPE.as_bytes());
        if input && head.headers.get(CONTENT_TYPE).is_some_and(is_events) {
            head.headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        if output && head.headers.get(ACCEPT).is_some_and(is_events) {
            head.headers.remove(ACCEPT);
        }
        Some(head)
    }

    /// Reads and validates the input.
    fn read(&mut self, input: &mut dyn Reflect) -> Result<(), Response<Bytes>> {
        let labels: Vec<(&'static str, &str)> = self.labels.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let mut reading = Reading::checked(self.settings.max_memory, self.body.len()).with_share(self.share.take());
        let ordinary = self.ordinary_head();
        let head = ordinary.as_ref().unwrap_or(&self.head);
        let source = InputSource { operation: self.operation, head, labels: &labels, body: &self.body };
        let read = self.protocol.read_input(source, input, &mut reading);
        let read = read.and_then(|()| self.check_text(input));
        self.share = reading.take_share();
        read.map_err(|rejection| {
            let rejection = reading.exceeded_limit().map_or(rejection, Rejection::exceeded_limit);
            self.exchange.reject(self.service, &*self.protocol, &rejection)
        })?;
        let mut missing = reading.into_missing();
        if let Some(stream) = streaming::member(self.operation.input) {
            missing = missing.without(stream.name);
        }
        let mut found = Violations::default();
        check(input, &mut found);
        let violations = missing.joined(found);
        if violations.is_empty() {
            Ok(())
        } else {
            Err(self.exchange.reject_input(self.service, &*self.protocol, &violations))
        }
    }

    /// Rejects text that XML cannot represent if the service has an XML protocol, in requests of all its protocols:
    /// they read the same stored data.
    fn check_text(&self, input: &dyn Reflect) -> Result<(), Rejection> {
        if !self.service.has_xml() {
            return Ok(());
        }
        xml::check(input).map_err(|Unwritable { member, .. }| {
            Rejection::serialization(format!("/{member}: the text has characters that XML does not allow"))
        })
    }
}

/// A request with a valid input.
struct Ready<O: Operation, M> {
    input: O::Input,
    method: M,
    context: RequestContext,
    responder: Responder,
    /// Its part of the memory of all requests.
    share: Option<Share>,
}

impl<O, M, F> Ready<O, M>
where
    O: Operation,
    M: FnOnce(O::Input, RequestContext) -> F + Send + 'static,
    F: Future<Output = Result<O::Output, O::Error>> + Send + 'static,
{
    fn finish(self) -> Answer {
        let Self { input, method, context, responder, share } = self;
        Box::pin(async move {
            let _share = share;
            // A method may panic before it returns a future, and the encoding of its result may panic.
            let answered = pin!(async {
                let answer = method(input, context).await;
                if let Some(rejection) = responder.fault.as_ref().and_then(|fault| fault.get()) {
                    return responder.reject(rejection);
                }
                match answer {
                    Ok(mut output) => responder.output(&mut output),
                    Err(error) => responder.error(error.shape()),
                }
            });
            unwinding(answered).await.unwrap_or_else(|panic| responder.panicked(&*panic))
        })
    }
}

impl<O, M, F> PendingCall for Ready<O, M>
where
    O: Operation,
    M: FnOnce(O::Input, RequestContext) -> F + Send + Sync + 'static,
    F: Future<Output = Result<O::Output, O::Error>> + Send + 'static,
{
    fn input(&self) -> &dyn Reflect {
        &self.input
    }

    fn context(&self) -> &RequestContext {
        &self.context
    }

    fn context_mut(&mut self) -> &mut RequestContext {
        &mut self.context
    }

    fn responder(&self) -> &Responder {
        &self.responder
    }

    fn finish(self: Box<Self>) -> Answer {
        Self::finish(*self)
    }
}

/// Writes responses.
#[derive(Clone)]
pub(super) struct Responder {
    pub(super) service: &'static ServiceSchema,
    pub(super) protocol: AcceptedProtocol,
    pub(super) operation: &'static OperationSchema,
    pub(super) fault: Option<StreamFault>,
    pub(super) exchange: Exchange,
    pub(super) outputs: Outputs,
}

/// Processing of outputs before they are sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outputs {
    Checked,
    Trusted,
}

impl Outputs {
    fn of(settings: ServiceSettings) -> Self {
        if settings.check_outputs { Self::Checked } else { Self::Trusted }
    }
}

/// Why an output cannot be sent.
enum Unsent {
    Violations(Violations),
    Member(InvalidMember),
}

impl fmt::Display for Unsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violations(found) => found.fmt(f),
            Self::Member(invalid) => invalid.fmt(f),
        }
    }
}

impl From<InvalidMember> for Unsent {
    fn from(invalid: InvalidMember) -> Self {
        Self::Member(invalid)
    }
}

impl Responder {
    fn reply(&self) -> Reply<'_> {
        self.exchange.reply(self.service)
    }

    /// Writes an error response without a failure.
    pub(super) fn reject(&self, rejection: &Rejection) -> Response<Body> {
        self.put(self.exchange.reject(self.service, &*self.protocol, rejection), None)
    }

    /// Writes the response to a request whose implementation or layer panicked.
    pub(super) fn panicked(&self, panic: &(dyn Any + Send)) -> Response<Body> {
        self.error(Err(&self.exchange.panicked(panic)))
    }

    fn output(&self, output: &mut dyn Reflect) -> Response<Body> {
        let written = self.write(output).map(|response| self.put(response, None));
        // An operation whose output cannot be sent was executed. A status of the output may say that it was not.
        let is_executed = written.as_ref().map_or(true, |response| response.status().as_u16() < 400);
        let mut response = written.unwrap_or_else(|reason| self.invalid_output(reason.to_string()));
        if let Some(outcome) = response.extensions_mut().get_mut::<Outcome>() {
            outcome.is_executed = is_executed;
        }
        response
    }

    /// Writes the response of an output. The error says why it cannot be sent.
    fn write(&self, output: &mut dyn Reflect) -> Result<Response<Body>, Unsent> {
        if self.outputs == Outputs::Checked {
            let mut found = Violations::default();
            check(output, &mut found);
            if !found.is_empty() {
                return Err(Unsent::Violations(found));
            }
        }
        let written = self.protocol.write_output(self.reply(), self.operation, output)?;
        let (mut head, body) = written.into_parts();
        head.status = customizations::of(self.service).success(&head);
        exchange::add_headers(&mut head.headers, &self.exchange.headers());
        if has_no_content(head.status.as_u16()) {
            // The stream is dropped, with its type and length.
            streaming::take(self.protocol.events(), Side::Server, output, &mut HeaderMap::new(), &body)?;
            return Ok(Response::from_parts(head, Body::from(Bytes::new())));
        }
        let stream = streaming::take(self.protocol.events(), Side::Server, output, &mut head.headers, &body);
        let body = stream?.map_or_else(|| body.into(), |stream| stream.into_bytes().into());
        Ok(Response::from_parts(head, body))
    }

    /// Writes an internal failure in place of an output or error that cannot be sent.
    fn invalid_output(&self, message: String) -> Response<Body> {
        self.error(Err(&Unhandled::new("InvalidOutput", Some(message)).by_server()))
    }

    /// Writes modeled errors, unmodeled errors with a status, and all others as an internal failure.
    pub(super) fn error(&self, error: Result<&dyn Reflect, &Unhandled>) -> Response<Body> {
        let customization = customizations::of(self.service);
        let status_of = |code| customization.status_of(code).and_then(|status| StatusCode::from_u16(status).ok());
        match error {
            Ok(error) => {
                let mut response = match self.protocol.write_error(self.reply(), error) {
                    Ok(response) => response,
                    Err(invalid) => {
                        return self.invalid_output(format!("{}: {invalid}", error.schema().name()));
                    }
                };
                self.failed(error.schema().name(), Code::Known);
                if matches!(response.status(), StatusCode::BAD_REQUEST | StatusCode::INTERNAL_SERVER_ERROR)
                    && let Some(status) = status_of(error.schema().name())
                {
                    *response.status_mut() = status;
                }
                self.put(response, None)
            }
            Err(failure) => {
                let own = failure.status().and_then(|status| StatusCode::from_u16(status).ok());
                let status = own.or_else(|| status_of(failure.code()));
                let is_sent = |status: &StatusCode| status.is_client_error() || status.is_server_error();
                let status = status.filter(|status| is_sent(status) && !failure.is_received());
                let rejection = match status {
                    Some(status) if !failure.code().is_empty() => {
                        Rejection::new(status, failure.code().to_owned(), failure.message().unwrap_or_default())
                    }
                    _ => Rejection::internal(),
                };
                // Only the runtime's own codes are those of the service: other codes are sent as they are.
                let mut response = if rejection.code == Rejection::INTERNAL {
                    self.exchange.reject(self.service, &*self.protocol, &rejection)
                } else {
                    self.protocol.write_rejection(self.reply(), &rejection)
                };
                self.failed(failure.code(), if failure.is_of_server() { Code::Known } else { Code::Other });
                if let Some(observer) = self.exchange.observer().filter(|_| response.status().is_server_error()) {
                    observer.caused(failure);
                }
                if let Some(headers) = failure.headers() {
                    exchange::add_headers(response.headers_mut(), headers);
                }
                self.put(response, Some(failure.clone()))
            }
        }
    }

    fn failed(&self, code: &str, origin: Code) {
        if let Some(observer) = self.exchange.observer() {
            observer.failed(code, origin);
        }
    }

    /// Completes the response: adds the request ID, and the outcome for layers.
    pub(super) fn put(&self, response: Response<impl Into<Body>>, failure: Option<Unhandled>) -> Response<Body> {
        let mut response = self.exchange.put(self.service, response);
        let exchange = self.exchange.clone();
        let outcome = Outcome { operation: self.operation, exchange, failure, is_executed: false };
        response.extensions_mut().insert(outcome);
        response
    }
}

/// Returns the panic of a future, if it panics. The caller pins the future, because one that is
/// passed by value is stored twice.
pub(super) async fn unwinding<F: Future>(mut future: Pin<&mut F>) -> Result<F::Output, Box<dyn Any + Send>> {
    let outcome = poll_fn(|cx| {
        catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx)))
            .map_or_else(|panic| Poll::Ready(Err(panic)), |polled| polled.map(Ok))
    });
    outcome.await
}
