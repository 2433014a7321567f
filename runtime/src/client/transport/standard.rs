//! The standard transport: HTTP over TCP and TLS.

use std::sync::Arc;
use std::time::Duration;

use http::header::CONTENT_LENGTH;
use http::{Method, Request};
use http_body::Body as _;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;
use tokio::sync::Semaphore;

use super::connector::Connector;
use super::expect::Expecting;
use super::limit::Limited;
use super::proxy::Proxies;
use super::secured::Secured;
use super::timed::Timed;
use super::tls::{self, Tls};
use super::{RequestBody, Transport};

/// Maximum time for which an unused connection is kept. The pool adds it to the time, which would overflow.
const LONGEST_IDLE: Duration = Duration::from_secs(365 * 24 * 3600);

/// Settings of [`Transport::standard`], taken from a [`Config`](crate::client::Config).
#[derive(Clone, Debug)]
pub struct TransportSettings {
    pub(in crate::client) connect_timeout: Duration,
    pub(in crate::client) tls: Tls,
    /// `None` for those of the environment.
    pub(in crate::client) proxies: Option<Proxies>,
    pub(in crate::client) idle_timeout: Duration,
    /// For each host.
    pub(in crate::client) max_idle: usize,
    /// Over all hosts, if there is a limit.
    pub(in crate::client) max_connections: Option<usize>,
}

impl Default for TransportSettings {
    fn default() -> Self {
        let (connect_timeout, idle_timeout) = (Duration::from_secs(5), Duration::from_secs(20));
        Self {
            connect_timeout,
            tls: Tls::default(),
            proxies: None,
            idle_timeout,
            max_idle: usize::MAX,
            max_connections: None,
        }
    }
}

/// Declares that a body is empty if the method gives it a meaning (RFC 9110, section 8.6). hyper does not, and some
/// servers require it.
fn declare_empty(request: &mut Request<RequestBody>) {
    if matches!(*request.method(), Method::PATCH | Method::POST | Method::PUT) && request.body().is_end_stream() {
        request.headers_mut().entry(CONTENT_LENGTH).or_insert_with(|| 0.into());
    }
}

impl Transport {
    /// HTTP/1.1 over TCP and TLS; with the feature `http2`, also HTTP/2 over TLS if the server offers it.
    ///
    /// TLS, proxies and limits of connections are those of a [`Config`](crate::client::Config).
    pub fn standard(settings: impl Into<TransportSettings>) -> Self {
        Self::with_settings(&settings.into())
    }

    fn with_settings(settings: &TransportSettings) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(settings.connect_timeout));
        let mut builder = legacy::Client::builder(TokioExecutor::new());
        builder.pool_timer(TokioTimer::new()).pool_idle_timeout(settings.idle_timeout.min(LONGEST_IDLE));
        builder.pool_max_idle_per_host(settings.max_idle);
        let proxies = settings.proxies.clone().unwrap_or_default();
        let tls = tls::config(&settings.tls).map_err(Arc::new);
        let builder_of =
            |tls: ClientConfig| HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http().enable_http1();
        let direct = Connector::direct(tcp);
        let to_proxies = tls.as_ref().map(|tls| builder_of(tls.clone()).wrap_connector(direct.clone()));
        let to_proxies = Secured { plain: direct, tls: to_proxies.map_err(Arc::clone) };
        let plain = Connector::through(proxies.clone(), to_proxies, settings.connect_timeout);
        let tls = tls.map(|tls| {
            let tls = builder_of(tls);
            #[cfg(feature = "http2")]
            let tls = tls.enable_http2();
            tls.wrap_connector(plain.clone())
        });
        let client = builder.build(Timed { inner: Secured { plain, tls }, limit: settings.connect_timeout });
        let transport = Self::from_fn(move |mut request| {
            proxies.authorize(&mut request);
            declare_empty(&mut request);
            client.request(request)
        });
        let transport = Self(Box::new(Expecting(transport)));
        let Some(max) = settings.max_connections else { return transport };
        let places = Arc::new(Semaphore::new(max.clamp(1, Semaphore::MAX_PERMITS)));
        Self(Box::new(Limited { inner: transport, places }))
    }
}
