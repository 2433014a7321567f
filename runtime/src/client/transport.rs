//! Transport of requests: any `tower::Service` over `http` messages.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::uri::Scheme;
use http::{Request, Response, Uri};
use hyper_rustls::HttpsConnectorBuilder;
use hyper_rustls::builderstates::WantsSchemes;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject};
use rustls::{ClientConfig, RootCertStore};
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt};

use crate::types::ByteStream;

pub use crate::types::BoxError;
/// Body of a request.
pub type RequestBody = ByteStream;
/// Body of a response.
pub type ResponseBody = ByteStream;

/// Settings of [`Transport::standard`], taken from a [`Config`](super::Config).
#[derive(Clone, Debug)]
pub struct TransportSettings {
    pub(super) connect_timeout: Duration,
    /// PEM. If absent, the root certificates of the machine.
    pub(super) roots: Option<Vec<u8>>,
}

impl Default for TransportSettings {
    fn default() -> Self {
        Self { connect_timeout: Duration::from_secs(5), roots: None }
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
    /// Root certificates and connection timeout are those of a [`Config`](super::Config).
    pub fn standard(settings: impl Into<TransportSettings>) -> Self {
        Self::with_settings(&settings.into())
    }

    fn with_settings(settings: &TransportSettings) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(settings.connect_timeout));
        let mut builder = legacy::Client::builder(TokioExecutor::new());
        builder.pool_timer(TokioTimer::new()).pool_idle_timeout(Duration::from_secs(20));
        match tls(settings.roots.as_deref()) {
            Ok(tls) => {
                let tls = tls.https_or_http().enable_http1();
                #[cfg(feature = "http2")]
                let tls = tls.enable_http2();
                let connector = Timed { inner: tls.wrap_connector(tcp), limit: settings.connect_timeout };
                Self::new(builder.build(connector))
            }
            // Without root certificates plain HTTP still works, and HTTPS fails with the reason.
            Err(reason) => {
                let (plain, reason) = (builder.build(tcp), Arc::new(reason));
                Self::new(tower::service_fn(move |request: Request<RequestBody>| {
                    let is_plain = request.uri().scheme() != Some(&Scheme::HTTPS);
                    let (plain, reason) = (plain.clone(), reason.clone());
                    async move {
                        if is_plain { plain.oneshot(request).await.map_err(BoxError::from) } else { Err(reason.into()) }
                    }
                }))
            }
        }
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

/// A connector with a time limit for the whole connection, including TLS.
#[derive(Clone)]
struct Timed<C> {
    inner: C,
    limit: Duration,
}

/// Connecting took too long.
#[derive(Debug, thiserror::Error)]
#[error("not connected within {0:?}")]
struct ConnectTimeout(Duration);

impl<C> Service<Uri> for Timed<C>
where
    C: Service<Uri, Error: Into<BoxError>, Future: Send + 'static>,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<C::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let (connected, limit) = (self.inner.call(uri), self.limit);
        Box::pin(async move {
            let connected = tokio::time::timeout(limit, connected).await;
            connected.map_err(|_| ConnectTimeout(limit))?.map_err(Into::into)
        })
    }
}

/// Error of reading root certificates.
#[derive(Debug, thiserror::Error)]
pub(super) enum RootsError {
    #[error("cannot read the root certificates of this machine")]
    Native(#[source] std::io::Error),
    #[error("cannot read the root certificates of the configuration")]
    Pem(#[source] pem::Error),
    #[error("cannot use the root certificates of the configuration")]
    Unusable(#[source] rustls::Error),
}

/// A connector that trusts these root certificates in PEM, or those of the machine.
fn tls(roots: Option<&[u8]>) -> Result<HttpsConnectorBuilder<WantsSchemes>, RootsError> {
    let provider = rustls::crypto::ring::default_provider();
    let Some(pem) = roots else {
        let tls = HttpsConnectorBuilder::new().with_provider_and_native_roots(provider);
        return tls.map_err(RootsError::Native);
    };
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        store.add(certificate.map_err(RootsError::Pem)?).map_err(RootsError::Unusable)?;
    }
    if store.is_empty() {
        return Err(RootsError::Pem(pem::Error::NoItemsFound));
    }
    let versions = ClientConfig::builder_with_provider(Arc::new(provider)).with_safe_default_protocol_versions();
    let tls = versions.map_err(RootsError::Unusable)?.with_root_certificates(store).with_no_client_auth();
    Ok(HttpsConnectorBuilder::new().with_tls_config(tls))
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
