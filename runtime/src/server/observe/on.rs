//! Observes requests.

use std::fmt;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Instant;

#[cfg(feature = "serve")]
use http::Extensions;
use http::{Method, Response, Version, request};
use metrics::Label;
use tracing::Span;
use tracing::field::{Empty, display};

use super::{Code, PANIC};
use crate::schema::{OperationSchema, ServiceSchema};
use crate::types::{BoxError, Plain, Unhandled};

/// Error codes that are not in the model, and unknown methods.
const OTHER: &str = "_OTHER";

/// Maximum number of causes in the log.
const MAX_CAUSES: usize = 10;

/// Target of the events of the access log.
const ACCESS: &str = "whitesmith::access";

/// Target of the events that say why a request failed.
const ERRORS: &str = "whitesmith::errors";

/// A request, from its head to the head of its response.
pub(in crate::server) struct Observer {
    span: Span,
    start: Instant,
    rpc_system: &'static str,
    rpc_service: &'static str,
    method: &'static str,
    scheme: &'static str,
    version: &'static str,
    client: Option<String>,
    request_id: String,
    expiry: Option<Expiry>,
    operation: OnceLock<&'static OperationSchema>,
    error: Mutex<Option<Failure>>,
    is_finished: AtomicBool,
}

struct Failure {
    code: String,
    origin: Code,
}

/// Whether the time limit of a connection ended a request. The request has it in its extensions.
#[derive(Clone, Default)]
pub(in crate::server) struct Expiry(Arc<AtomicBool>);

#[cfg(feature = "serve")]
impl Expiry {
    /// Adds it to the extensions of a request.
    pub(in crate::server) fn of(extensions: &mut Extensions) -> Self {
        let expiry = Self::default();
        extensions.insert(expiry.clone());
        expiry
    }

    /// Records that the limit is reached, before the request is dropped.
    pub(in crate::server) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// How a request ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// With a response of this status.
    Response(u16),
    /// The server answered with status 503, because the service took too long.
    TimeLimit,
    /// The client closed the connection, or the server stopped.
    Cancelled,
}

impl End {
    fn status(self) -> Option<u16> {
        match self {
            Self::Response(status) => Some(status),
            Self::TimeLimit => Some(503),
            Self::Cancelled => None,
        }
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observer").finish_non_exhaustive()
    }
}

impl Observer {
    pub(in crate::server) fn start(service: &'static ServiceSchema, head: &request::Parts, request_id: &str) -> Self {
        let rpc_system = if service.sdk_id.is_some() { "aws-api" } else { "smithy" };
        let rpc_service = service.sdk_id.unwrap_or(service.name());
        let (method, version) = (known_method(&head.method), version(head.version));
        let scheme = if head.uri.scheme_str() == Some("https") { "https" } else { "http" };
        let client = client_address(head);
        let span = tracing::info_span!(
            "request",
            otel.name = rpc_service,
            otel.kind = "server",
            otel.status_code = Empty,
            rpc.system = rpc_system,
            rpc.service = rpc_service,
            rpc.method = Empty,
            http.request.method = method,
            http.route = Empty,
            http.response.status_code = Empty,
            url.scheme = scheme,
            network.protocol.version = version,
            client.address = client.as_deref(),
            aws.request_id = request_id,
            error.r#type = Empty,
        );
        let observer = Self {
            span,
            start: Instant::now(),
            rpc_system,
            rpc_service,
            method,
            scheme,
            version,
            client,
            request_id: request_id.to_owned(),
            expiry: head.extensions.get().cloned(),
            operation: OnceLock::new(),
            error: Mutex::default(),
            is_finished: AtomicBool::new(false),
        };
        metrics::gauge!("http.server.active_requests", observer.common()).increment(1.0);
        observer
    }

    /// Labels that are known at the start.
    fn common(&self) -> Vec<Label> {
        vec![
            Label::from_static_parts("http.request.method", self.method),
            Label::from_static_parts("url.scheme", self.scheme),
        ]
    }

    /// Records the operation.
    pub(in crate::server) fn routed(&self, operation: &'static OperationSchema) {
        if self.operation.set(operation).is_ok() && !self.span.is_disabled() {
            self.span.record("otel.name", display(format_args!("{}/{}", self.rpc_service, operation.name)));
            self.span.record("rpc.method", operation.name);
            if let Some(http) = operation.http {
                self.span.record("http.route", route(http.uri));
            }
        }
    }

    /// Records an error response.
    pub(in crate::server) fn failed(&self, code: &str, origin: Code) {
        let failure = Failure { code: code.to_owned(), origin };
        *self.error.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
    }

    /// Counts and logs a panic, without its message, which may contain members.
    pub(in crate::server) fn panicked(&self) {
        let operation = self.operation.get().map_or("", |operation| operation.name);
        metrics::counter!("whitesmith.server.panics", self.rpc()).increment(1);
        tracing::event!(
            target: ERRORS,
            parent: &self.span,
            tracing::Level::ERROR,
            { rpc.service = self.rpc_service, rpc.method = operation, aws.request_id = %self.request_id },
            "the implementation panicked"
        );
    }

    /// Logs the cause of a failure, which the response does not contain. The message of a panic may contain members; it
    /// is printed by the panic hook of the program.
    pub(in crate::server) fn caused(&self, failure: &Unhandled) {
        if failure.is_of_server() && failure.code() == PANIC {
            return;
        }
        let mut causes: Vec<String> = Vec::new();
        // Code and message of others are sent.
        if failure.status().is_none() {
            causes.push(failure.to_string());
        }
        let sources = std::iter::successors(std::error::Error::source(failure), |error| error.source());
        causes.extend(sources.take(MAX_CAUSES).map(ToString::to_string));
        if !causes.is_empty() {
            tracing::event!(
                target: ERRORS,
                parent: &self.span,
                tracing::Level::ERROR,
                { error = %Plain(&causes.join(": ")) },
                "the request failed"
            );
        }
    }

    /// Runs the request in its span, and drops it there.
    pub(in crate::server) fn within<F: Future>(
        observer: Option<&Self>,
        request: F,
    ) -> impl Future<Output = F::Output> + use<F> {
        tracing::Instrument::instrument(request, observer.map_or_else(Span::none, |observer| observer.span.clone()))
    }

    /// Records the response.
    pub(in crate::server) fn finish<B>(&self, response: &Response<B>) {
        if !self.is_finished.swap(true, Ordering::Relaxed) {
            self.end(End::Response(response.status().as_u16()));
        }
    }

    fn rpc(&self) -> Vec<Label> {
        let mut labels = vec![
            Label::from_static_parts("rpc.system", self.rpc_system),
            Label::from_static_parts("rpc.service", self.rpc_service),
        ];
        let operation = self.operation.get();
        labels.extend(operation.map(|operation| Label::from_static_parts("rpc.method", operation.name)));
        labels
    }

    fn end(&self, end: End) {
        let error = self.error.lock().unwrap_or_else(PoisonError::into_inner).take();
        let of_runtime = |code: &str| Some(Failure { code: code.to_owned(), origin: Code::Known });
        let error = match end {
            End::Response(_) => error,
            End::TimeLimit => of_runtime("timeout"),
            End::Cancelled => of_runtime("cancelled"),
        };
        let status = end.status();
        let is_fault = status.is_none_or(|status| status >= 500);
        let route = self.operation.get().and_then(|operation| operation.http).map(|http| route(http.uri));
        let elapsed = self.start.elapsed();
        metrics::gauge!("http.server.active_requests", self.common()).decrement(1.0);
        let kind = error.as_ref().map(|error| match error.origin {
            Code::Known => error.code.clone(),
            Code::Other => OTHER.to_owned(),
        });
        let kind = kind.map(|kind| Label::new("error.type", kind));
        let mut http = self.common();
        http.push(Label::from_static_parts("network.protocol.version", self.version));
        http.extend(route.map(|route| Label::from_static_parts("http.route", route)));
        http.extend(status.map(|status| Label::new("http.response.status_code", status.to_string())));
        http.extend(kind.clone().filter(|_| is_fault));
        metrics::histogram!("http.server.request.duration", http).record(elapsed);
        let mut rpc = self.rpc();
        rpc.extend(kind);
        metrics::histogram!("rpc.server.call.duration", rpc).record(elapsed);
        let code = error.as_ref().map(|error| display(Plain(&error.code)));
        if !self.span.is_disabled() {
            if let Some(status) = status {
                self.span.record("http.response.status_code", status);
            }
            if let Some(code) = &code {
                self.span.record("error.type", code);
            }
            if is_fault {
                self.span.record("otel.status_code", "ERROR");
            }
        }
        // The span has most of them, too, but the filter of a layer may disable it for that layer only.
        tracing::event!(
            target: ACCESS,
            parent: &self.span,
            tracing::Level::INFO,
            {
                http.request.method = self.method,
                http.route = route,
                http.response.status_code = status,
                rpc.service = self.rpc_service,
                rpc.method = self.operation.get().map(|operation| operation.name),
                network.protocol.version = self.version,
                client.address = self.client.as_deref(),
                aws.request_id = %self.request_id,
                error.r#type = code,
                duration = elapsed.as_secs_f64(),
            },
            "request"
        );
    }
}

/// A request without a response of the service.
impl Drop for Observer {
    fn drop(&mut self) {
        if !*self.is_finished.get_mut() {
            let is_late = self.expiry.as_ref().is_some_and(|expiry| expiry.0.load(Ordering::Relaxed));
            self.end(if is_late { End::TimeLimit } else { End::Cancelled });
        }
    }
}

/// Logs that the store of responses failed, in the span of the request.
pub(in crate::server) fn store_failed(error: &BoxError) {
    tracing::error!(target: ERRORS, error = %Plain(&error.to_string()), "the store of responses failed");
}

/// Runs a task in the span of its caller.
pub(in crate::server) fn in_current_span<F: Future>(future: F) -> impl Future<Output = F::Output> {
    tracing::Instrument::in_current_span(future)
}

/// Returns the path of a URI pattern, without its query.
fn route(uri: &'static str) -> &'static str {
    uri.split_once('?').map_or(uri, |(path, _)| path)
}

fn known_method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::PATCH => "PATCH",
        Method::CONNECT => "CONNECT",
        Method::TRACE => "TRACE",
        _ => OTHER,
    }
}

fn version(version: Version) -> &'static str {
    match version {
        Version::HTTP_09 => "0.9",
        Version::HTTP_10 => "1.0",
        Version::HTTP_2 => "2",
        Version::HTTP_3 => "3",
        _ => "1.1",
    }
}

#[cfg(feature = "serve")]
fn client_address(head: &request::Parts) -> Option<String> {
    head.extensions.get::<crate::server::PeerAddress>().map(|address| address.0.ip().to_string())
}

#[cfg(not(feature = "serve"))]
fn client_address(_: &request::Parts) -> Option<String> {
    None
}
