//! Transport of requests: any `tower::Service` over `http` messages.

#[cfg(feature = "client")]
mod connector;
#[cfg(feature = "client")]
mod expect;
#[cfg(feature = "client")]
mod failure;
#[cfg(feature = "client")]
mod limit;
#[cfg(feature = "client")]
mod proxy;
#[cfg(feature = "client")]
mod standard;
#[cfg(feature = "client")]
mod timed;
#[cfg(feature = "client")]
mod tls;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt};

#[cfg(feature = "client")]
pub(super) use self::failure::{is_connect, is_permanent};
#[cfg(feature = "client")]
pub use self::proxy::{Proxies, ProxyError};
#[cfg(feature = "client")]
pub use self::standard::TransportSettings;
#[cfg(feature = "client")]
pub(super) use self::tls::Tls;
pub use crate::types::BoxError;
use crate::types::ByteStream;

/// Body of a request.
pub type RequestBody = ByteStream;
/// Body of a response.
pub type ResponseBody = ByteStream;

/// Whether a connection fails again in the same way. Not known without the standard transport.
#[cfg(not(feature = "client"))]
pub(super) fn is_permanent(_: &(dyn std::error::Error + 'static)) -> bool {
    false
}

/// Whether a request was not sent. Not known without the standard transport.
#[cfg(not(feature = "client"))]
pub(super) fn is_connect(_: &BoxError) -> bool {
    false
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

#[cfg(not(feature = "client"))]
impl Transport {
    /// A transport that sends nothing, for configurations without one.
    pub(super) fn missing() -> Self {
        Self::new(tower::service_fn(|_: Request<RequestBody>| async { Err::<Response<ResponseBody>, _>(NoTransport) }))
    }
}

/// The configuration has no transport, and there is no standard one.
#[cfg(not(feature = "client"))]
#[derive(Debug)]
struct NoTransport;

#[cfg(not(feature = "client"))]
impl fmt::Display for NoTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no transport is set: use Config::transport, or the feature `client` of whitesmith-runtime")
    }
}

#[cfg(not(feature = "client"))]
impl std::error::Error for NoTransport {}

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
