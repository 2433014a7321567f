//! Transport of requests: any `tower::Service` over `http` messages.

mod boxed;
#[cfg(feature = "client")]
mod connector;
#[cfg(feature = "client")]
mod expect;
mod failure;
#[cfg(feature = "client")]
mod limit;
#[cfg(feature = "client")]
mod proxy;
#[cfg(feature = "client")]
mod secured;
#[cfg(feature = "client")]
mod standard;
#[cfg(feature = "client")]
mod timed;
#[cfg(feature = "client")]
mod tls;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use tower_service::Service;

use self::boxed::{AnyService, Converted, Function};
pub use self::failure::NotSent;
pub(super) use self::failure::{NoService, is_connect, is_permanent};
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

/// Transport of requests, itself a `tower::Service`. Cloning is cheap.
///
/// Its errors mean that the operation may have been executed, unless they have [`NotSent`] as a source, or the error of
/// a connection of `hyper-util`.
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
pub struct Transport(Box<dyn AnyService>);

impl Clone for Transport {
    fn clone(&self) -> Self {
        Self(self.0.boxed())
    }
}

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
        Self(Box::new(Converted(service)))
    }

    /// Creates a transport from a function.
    pub(crate) fn from_fn<F, R, B, E>(send: F) -> Self
    where
        F: Fn(Request<RequestBody>) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Response<B>, E>> + Send + 'static,
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        Self::new(Function(send))
    }

    /// Sends a request once the service is ready.
    pub(crate) async fn send(mut self, request: Request<RequestBody>) -> Result<Response<ResponseBody>, BoxError> {
        poll_fn(|cx| self.0.poll_ready(cx)).await?;
        self.0.call(request).await
    }
}

#[cfg(not(feature = "client"))]
impl Transport {
    /// A transport that sends nothing, for configurations without one.
    pub(super) fn missing() -> Self {
        let reason = "no transport is set: use Config::transport, or the feature `client` of whitesmith-runtime";
        Self::from_fn(move |_| async move { Err::<Response<ResponseBody>, _>(NoService::new(reason)) })
    }
}

impl Service<Request<RequestBody>> for Transport {
    type Response = Response<ResponseBody>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

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
