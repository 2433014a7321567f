//! Serves a `tower::Service` over TCP, with limits for untrusted networks.
//!
//! This module must not know protocols, schemas or operations: it serves any HTTP service.

mod activity;
mod body;
mod connection;
mod io;
mod limits;
mod race;
mod stop;
#[cfg(feature = "serve-tls")]
mod tls;

use std::future::{Future, IntoFuture, pending};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
#[cfg(feature = "serve-tls")]
use tokio_rustls::TlsAcceptor as Acceptor;

pub use body::RequestBody;
pub use limits::ServeLimits;
use race::{First, race};
pub use stop::stop_signal;
#[cfg(feature = "serve-tls")]
pub use tls::{PeerCertificates, TlsError, tls_from_pem};

use super::tasks::Stage;
use crate::types::BoxError;

/// Serves HTTP/1.1, and HTTP/2 with the feature `http2`, on a listener until the process receives a signal to stop.
///
/// Accepts the result of a generated `server::service`, an `axum::Router`, or any other cloneable `tower::Service` over
/// `http`. [`ServeLimits`] limits number and time of connections. On SIGINT or SIGTERM (Ctrl+C on Windows) the server
/// stops accepting connections, waits up to [`ServeLimits::drain_timeout`] for requests in progress, and returns.
///
/// ```no_run
/// # use whitesmith_runtime::server::RequestBody;
/// # async fn run() -> std::io::Result<()> {
/// use std::time::Duration;
/// use whitesmith_runtime::server::{ServeLimits, serve};
///
/// # let service = tower::service_fn(|_: http::Request<RequestBody>| async {
/// #     Ok::<_, std::convert::Infallible>(http::Response::new(http_body_util::Full::new(bytes::Bytes::new())))
/// # });
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
/// let mut limits = ServeLimits::default();
/// limits.handler_timeout = Duration::from_secs(10);
/// serve(listener, service).limits(limits).await;
/// # Ok(())
/// # }
/// ```
pub fn serve<S, B>(listener: TcpListener, service: S) -> Serve<S>
where
    S: tower_service::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let run = |server| Box::pin(run(server)) as Running;
    Serve { listener, service, limits: ServeLimits::default(), tls: None, stop: None, run }
}

/// No TLS without the feature `serve-tls`.
#[cfg(not(feature = "serve-tls"))]
type Acceptor = std::convert::Infallible;

type Running = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A server that runs when it is awaited. Created by [`serve`].
#[must_use = "a server does nothing until it is awaited"]
pub struct Serve<S> {
    listener: TcpListener,
    service: S,
    limits: ServeLimits,
    tls: Option<Acceptor>,
    stop: Option<Running>,
    /// So that only [`serve`] has bounds, and the compiler reports those that do not hold once.
    run: fn(Self) -> Running,
}

impl<S> Serve<S> {
    /// Sets the limits.
    pub fn limits(mut self, limits: ServeLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Serves over TLS. Requires the feature `serve-tls`.
    ///
    /// Offers HTTP/2, with the feature `http2`, and HTTP/1.1 by ALPN, unless the configuration sets protocols. Client
    /// certificates are verified as configured; requests have them as [`PeerCertificates`]. [`tls_from_pem`] creates
    /// configurations from PEM files.
    #[cfg(feature = "serve-tls")]
    pub fn tls(mut self, mut config: rustls::ServerConfig) -> Self {
        if config.alpn_protocols.is_empty() {
            let http2 = cfg!(feature = "http2").then(|| b"h2".to_vec());
            config.alpn_protocols = http2.into_iter().chain([b"http/1.1".to_vec()]).collect();
        }
        self.tls = Some(Acceptor::from(Arc::new(config)));
        self
    }

    /// Stops when the future completes, instead of on SIGINT and SIGTERM.
    pub fn stop_on(mut self, stop: impl Future<Output = ()> + Send + 'static) -> Self {
        self.stop = Some(Box::pin(stop));
        self
    }
}

impl<S> std::fmt::Debug for Serve<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Serve").field("listener", &self.listener).field("limits", &self.limits).finish_non_exhaustive()
    }
}

impl<S> IntoFuture for Serve<S> {
    type Output = ();
    type IntoFuture = Running;

    fn into_future(self) -> Running {
        (self.run)(self)
    }
}

/// Address of the client, in the extensions of each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerAddress(pub SocketAddr);

async fn run<S, B>(server: Serve<S>)
where
    S: tower_service::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let Serve { listener, service, limits, tls, stop, run: _ } = server;
    let stops_by_signal = stop.is_none();
    let mut stop = stop.unwrap_or_else(|| Box::pin(stop_signal()));
    let slots = Arc::new(Semaphore::new(limits.max_connections.clamp(1, Semaphore::MAX_PERMITS)));
    let (stage, _) = watch::channel(Stage::Serving);
    let mut is_leaving = false;
    let mut connections = JoinSet::new();
    loop {
        let ended = async {
            if connections.join_next().await.is_none() {
                pending::<()>().await;
            }
        };
        let accepted = match race(&mut stop, race(ended, accept(&listener, &slots))).await {
            First::Left(()) if !is_leaving && !limits.stop_delay.is_zero() => {
                is_leaving = true;
                stage.send_replace(Stage::Leaving);
                let pause = tokio::time::sleep(limits.stop_delay);
                stop = if stops_by_signal {
                    Box::pin(async move { _ = race(pause, stop_signal()).await })
                } else {
                    Box::pin(pause)
                };
                continue;
            }
            First::Left(()) => break,
            First::Right(First::Left(())) => continue,
            First::Right(First::Right(accepted)) => accepted,
        };
        let Some((stream, address, slot)) = accepted else { continue };
        let (service, tls, stage) = (service.clone(), tls.clone(), stage.subscribe());
        connections.spawn(async move {
            connection::serve(stream, address, service, tls, limits, stage).await;
            drop(slot);
        });
    }
    drop(listener);
    stage.send_replace(Stage::Draining);
    let drained = async { while connections.join_next().await.is_some() {} };
    let _ = tokio::time::timeout(limits.drain_timeout, drained).await;
    // Dropping the set aborts the remaining connections.
}

/// Waits for a free slot, then for a connection. Returns none after an error, such as too many open files, and then
/// waits a moment, so that a persistent error does not use a core.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit)> {
    let slot = Arc::clone(slots).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, address)) => Some((stream, address, slot)),
        Err(error) if is_connection_error(&error) => None,
        Err(_) => {
            tokio::time::sleep(Duration::from_millis(100)).await;
            None
        }
    }
}

/// Whether the error only concerns the connection that was being accepted.
fn is_connection_error(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
