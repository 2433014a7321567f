//! A connection: handshake, requests, time limits.

use std::convert::Infallible;
use std::future::{pending, poll_fn};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use bytes::Bytes;
use http::{Extensions, HeaderValue, Method, Request, Response, StatusCode, Version, header};
use hyper::body::Incoming;
#[cfg(not(feature = "http2"))]
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
#[cfg(feature = "http2")]
use hyper_util::rt::{TokioExecutor, TokioTimer};
#[cfg(feature = "http2")]
use hyper_util::server::conn::auto;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
#[cfg(feature = "serve-tls")]
use tokio::time::timeout;
use tokio::time::{sleep_until, timeout_at};

use super::activity::{Activity, Phase, Verdict};
use super::body::{InFlight, RequestBody, ResponseBody};
use super::io::Watched;
use super::race::{First, race};
#[cfg(feature = "serve-tls")]
use super::tls::PeerCertificates;
use super::{Acceptor, PeerAddress, ServeLimits};
use crate::server::host;
use crate::server::late::Late;
use crate::server::observe::Expiry;
use crate::server::tasks::{Connection, Served, Stage};
use crate::types::BoxError;

/// Flow-control window of an HTTP/2 connection, in bytes.
pub(super) const WINDOW: u32 = 1024 * 1024;

/// Serves the requests of a connection until it ends, fails, or exceeds a limit.
pub(super) async fn serve<S, B>(
    stream: TcpStream,
    address: SocketAddr,
    service: S,
    tls: Option<Acceptor>,
    limits: ServeLimits,
    stage: watch::Receiver<Stage>,
) where
    S: tower_service::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    // Sends small responses immediately, without waiting for acknowledgements.
    let _ = stream.set_nodelay(true);
    let tasks = Connection::default();
    match tls {
        None => drive(stream, (Peer::of(address), &tasks), service, limits, stage).await,
        #[cfg(not(feature = "serve-tls"))]
        Some(none) => match none {},
        #[cfg(feature = "serve-tls")]
        Some(acceptor) => {
            if let Ok(Ok(stream)) = timeout(limits.header_timeout, acceptor.accept(stream)).await {
                let certificates = PeerCertificates::new(stream.get_ref().1.peer_certificates());
                let peer = Peer { address, certificates };
                drive(stream, (peer, &tasks), service, limits, stage).await;
            }
        }
    }
    // Requests that go on without their client count as a connection.
    tasks.ended().await;
}

/// The client of a connection.
struct Peer {
    address: SocketAddr,
    #[cfg(feature = "serve-tls")]
    certificates: Option<PeerCertificates>,
}

impl Peer {
    /// A client without certificates.
    fn of(address: SocketAddr) -> Self {
        Self {
            address,
            #[cfg(feature = "serve-tls")]
            certificates: None,
        }
    }

    /// Adds what is known about the client.
    fn describe(&self, extensions: &mut Extensions) {
        extensions.insert(PeerAddress(self.address));
        #[cfg(feature = "serve-tls")]
        if let Some(certificates) = &self.certificates {
            extensions.insert(certificates.clone());
        }
    }
}

async fn drive<T, S, B>(
    transport: T,
    (peer, tasks): (Peer, &Connection),
    service: S,
    limits: ServeLimits,
    mut stage: watch::Receiver<Stage>,
) where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    S: tower_service::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let activity = Arc::new(Activity::new());
    let io = TokioIo::new(Watched::new(transport, Arc::clone(&activity)));
    let requests = {
        let activity = Arc::clone(&activity);
        let served = tasks.served(limits.handler_timeout, stage.clone());
        service_fn(move |mut request: Request<Incoming>| {
            peer.describe(request.extensions_mut());
            request.extensions_mut().insert(served.clone());
            answer(service.clone(), request, limits, Arc::clone(&activity))
        })
    };
    let builder = builder(&limits);
    let mut connection = pin!(builder.serve_connection(io, requests));
    let mut phase = Phase::Serving;
    loop {
        let next = match activity.check(&limits, phase) {
            Verdict::Open(next) => next,
            Verdict::Stalled => return,
            Verdict::Idle if phase == Phase::Draining => return,
            Verdict::Idle => {
                phase = Phase::Draining;
                connection.as_mut().graceful_shutdown();
                continue;
            }
        };
        let drained = async {
            match phase {
                Phase::Serving => drop(stage.wait_for(|stage| *stage == Stage::Draining).await),
                Phase::Draining => pending().await,
            }
        };
        match race(connection.as_mut(), race(sleep_until(next), drained)).await {
            // Errors here are caused by the client or the network.
            First::Left(_) => return,
            First::Right(First::Left(())) => {}
            First::Right(First::Right(())) => {
                phase = Phase::Draining;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

#[cfg(not(feature = "http2"))]
fn builder(limits: &ServeLimits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        // The timer of the connection limits heads.
        .header_read_timeout(None)
        .max_headers(limits.max_headers.min(MAX_FIELDS))
        .max_buf_size((limits.max_head_size as usize).max(MIN_BUFFER));
    builder
}

#[cfg(feature = "http2")]
fn builder(limits: &ServeLimits) -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        // The timer of the connection limits heads.
        .header_read_timeout(None)
        .max_headers(limits.max_headers.min(MAX_FIELDS))
        .max_buf_size((limits.max_head_size as usize).max(MIN_BUFFER));
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_header_list_size(limits.max_head_size)
        .max_concurrent_streams(limits.max_concurrent_streams)
        .initial_connection_window_size(WINDOW)
        .initial_stream_window_size(WINDOW / 4)
        .max_send_buf_size(256 * 1024);
    builder
}

/// Maximum number of header fields: hyper reserves memory for as many, and its map cannot hold twice as many.
const MAX_FIELDS: usize = 16 * 1024;

/// Minimum buffer size of hyper.
const MIN_BUFFER: usize = 8192;

/// Calls the service, with the time limit of handlers.
async fn answer<S, B>(
    mut service: S,
    mut request: Request<Incoming>,
    limits: ServeLimits,
    activity: Arc<Activity>,
) -> Result<Response<ResponseBody<B>>, Infallible>
where
    S: tower_service::Service<Request<RequestBody>, Response = Response<B>>,
{
    let version = request.version();
    let in_flight = InFlight::new(activity);
    let has_host = request.headers().contains_key(header::HOST) || request.uri().authority().is_some();
    let needs_host = version >= Version::HTTP_11;
    if (needs_host && !has_host) || host::check(request.uri(), request.headers()).is_err() {
        return Ok(empty(StatusCode::BAD_REQUEST, in_flight, version));
    }
    // Requests that were reset may go on.
    let running = request.extensions().get().map_or(0, Served::running);
    if version == Version::HTTP_2 && running >= limits.max_concurrent_streams as usize {
        let mut response = empty(StatusCode::SERVICE_UNAVAILABLE, in_flight, version);
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        return Ok(response);
    }
    let expiry = Expiry::of(request.extensions_mut());
    let late = Late::of(request.extensions_mut());
    let is_head = request.method() == Method::HEAD;
    let request = request.map(|body| RequestBody::new(body, &in_flight));
    let mut handler = pin!(async {
        poll_fn(|context| service.poll_ready(context)).await?;
        service.call(request).await
    });
    loop {
        let deadline = in_flight.body_read().and_then(|start| start.checked_add(limits.handler_timeout));
        let answered = match deadline {
            Some(deadline) => timeout_at(deadline, handler.as_mut()).await.ok(),
            None => Some(handler.as_mut().await),
        };
        match answered {
            Some(Ok(response)) => return Ok(response.map(|body| ResponseBody::new(body, in_flight))),
            Some(Err(_)) => return Ok(empty(StatusCode::INTERNAL_SERVER_ERROR, in_flight, version)),
            None if in_flight.body_read().and_then(|start| start.checked_add(limits.handler_timeout)) > deadline => {}
            None => {
                expiry.set();
                let (head, body) = late.response(limits.handler_timeout).into_parts();
                let body = if is_head { Bytes::new() } else { body };
                let response = Response::from_parts(head, ResponseBody::own(body, in_flight));
                return Ok(closing(response, version));
            }
        }
    }
}

/// Response of the server itself, without a body.
fn empty<B>(status: StatusCode, in_flight: InFlight, version: Version) -> Response<ResponseBody<B>> {
    let mut response = Response::new(ResponseBody::own(Bytes::new(), in_flight));
    *response.status_mut() = status;
    closing(response, version)
}

/// Closes an HTTP/1.1 connection after the response, as the request body may be unread.
fn closing<B>(mut response: Response<B>, version: Version) -> Response<B> {
    // HTTP/2 does not have this header (RFC 9113, 8.2.2).
    if version < Version::HTTP_2 {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
