//! Transport of requests: any `tower::Service` over `http` messages.

mod expect;
mod proxy;
mod timed;
mod tls;

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::uri::Scheme;
use http::{Request, Response};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt};

use self::expect::Expecting;
use self::proxy::Connector;
pub use self::proxy::{Proxies, ProxyError};
use self::timed::Timed;
pub(super) use self::tls::{RootsError, Tls};
pub use crate::types::BoxError;
use crate::types::ByteStream;

/// Body of a request.
pub type RequestBody = ByteStream;
/// Body of a response.
pub type ResponseBody = ByteStream;

/// Settings of [`Transport::standard`], taken from a [`Config`](super::Config).
#[derive(Clone, Debug)]
pub struct TransportSettings {
    pub(super) connect_timeout: Duration,
    pub(super) tls: Tls,
    /// `None` for those of the environment.
    pub(super) proxies: Option<Proxies>,
    pub(super) idle_timeout: Duration,
    /// For each host.
    pub(super) max_idle: usize,
}

impl Default for TransportSettings {
    fn default() -> Self {
        let (connect_timeout, idle_timeout) = (Duration::from_secs(5), Duration::from_secs(20));
        Self { connect_timeout, tls: Tls::default(), proxies: None, idle_timeout, max_idle: usize::MAX }
    }
}

/// Transport of requests, itself a `tower::Service`. Cloning is cheap.
///
/// To add a header to all requests, wrap the standard transport:
///
/// ```
/// use tower::ServiceBuilder;
/// use whitesmith_runtime::client::{Config, RequestBody, Transport};
/// let config = Config::new().endpoint_url("https://example.com");
/// let tagged = ServiceBuilder::new()
///     .map_request(|mut request: http::Request<RequestBody>| {
///         request.headers_mut().insert("x-team", http::HeaderValue::from_static("harbour"));
///         request
///     })
///     .service(Transport::standard(&config));
/// let config = config.transport(Transport::new(tagged));
/// ```
#[derive(Clone)]
pub struct Transport(BoxCloneSyncService<Request<RequestBody>, Response<ResponseBody>, BoxError>);

impl Transport {
    /// HTTP/1.1 over TCP and TLS; with the feature `http2`, also HTTP/2 over TLS if the server offers it.
    ///
    /// TLS, proxies and limits of connections are those of a [`Config`](super::Config).
    pub fn standard(settings: impl Into<TransportSettings>) -> Self {
        Self::with_settings(&settings.into())
    }

    fn with_settings(settings: &TransportSettings) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(settings.connect_timeout));
        let mut builder = legacy::Client::builder(TokioExecutor::new());
        builder.pool_timer(TokioTimer::new()).pool_idle_timeout(settings.idle_timeout);
        builder.pool_max_idle_per_host(settings.max_idle);
        let proxies = settings.proxies.clone().unwrap_or_default();
        let connector = Connector { direct: tcp, proxies: proxies.clone() };
        let transport = match tls::builder(&settings.tls) {
            Ok(tls) => {
                let tls = tls.https_or_http().enable_http1();
                #[cfg(feature = "http2")]
                let tls = tls.enable_http2();
                let connector = Timed { inner: tls.wrap_connector(connector), limit: settings.connect_timeout };
                Self::new(builder.build(connector))
            }
            // Without root certificates plain HTTP still works, and HTTPS fails with the reason.
            Err(reason) => {
                let (plain, reason) = (builder.build(connector), Arc::new(reason));
                Self::new(tower::service_fn(move |request: Request<RequestBody>| {
                    let is_plain = request.uri().scheme() != Some(&Scheme::HTTPS);
                    let (plain, reason) = (plain.clone(), reason.clone());
                    async move {
                        if is_plain { plain.oneshot(request).await.map_err(BoxError::from) } else { Err(reason.into()) }
                    }
                }))
            }
        };
        let transport = Self::new(transport.0.map_request(move |mut request| {
            proxies.authorize(&mut request);
            request
        }));
        Self(BoxCloneSyncService::new(Expecting(transport)))
    }

    /// Creates a transport from a service.
    ///
    /// ```
    /// use whitesmith_runtime::client::{RequestBody, Transport};
    /// let transport = Transport::new(tower::service_fn(|_: http::Request<RequestBody>| async {
    ///     Ok::<_, std::io::Error>(http::Response::new(RequestBody::default()))
    /// }));
    /// ```
    pub fn new<S, B>(service: S) -> Self
    where
        S: Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + Sync + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send + 'static,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let service = service.map_response(|response| response.map(ByteStream::from_body)).map_err(Into::into);
        Self(BoxCloneSyncService::new(service))
    }
}

impl Service<Request<RequestBody>> for Transport {
    type Response = Response<ResponseBody>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        self.0.call(request)
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}
