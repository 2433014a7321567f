//! What carries requests: any `tower::Service` over `http` messages.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use http_body_util::combinators::UnsyncBoxBody;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt};

use super::config::Config;
use crate::types::ByteStream;

pub use crate::types::BoxError;
/// A request's body.
pub type RequestBody = ByteStream;

pub(super) type ResponseBody = UnsyncBoxBody<Bytes, BodyError>;

/// A response's body broke off.
#[derive(Debug, thiserror::Error)]
#[error("the response broke off: {0}")]
pub(super) struct BodyError(BoxError);

/// A transport. Cheap to clone.
#[derive(Clone)]
pub struct Transport(pub(super) BoxCloneSyncService<Request<RequestBody>, Response<ResponseBody>, BoxError>);

impl Transport {
    /// Makes a transport of a service.
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
        let service = service
            .map_response(|response: Response<B>| {
                response.map(|body| body.map_err(|error| BodyError(error.into())).boxed_unsync())
            })
            .map_err(Into::into);
        Self(BoxCloneSyncService::new(service))
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

/// HTTP/1.1 over TCP, and over TLS with the machine's root certificates; with the feature `http2`, HTTP/2 over TLS where the
/// server offers it.
pub(super) fn default(config: &Config) -> Transport {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    tcp.set_connect_timeout(Some(config.connect_timeout));
    let tls = hyper_rustls::HttpsConnectorBuilder::new()
        .with_provider_and_native_roots(rustls::crypto::ring::default_provider())
        .map_err(|error| error.to_string());
    let mut builder = legacy::Client::builder(TokioExecutor::new());
    builder.pool_timer(TokioTimer::new()).pool_idle_timeout(Duration::from_secs(20));
    match tls {
        Ok(tls) => {
            let tls = tls.https_or_http().enable_http1();
            #[cfg(feature = "http2")]
            let tls = tls.enable_http2();
            let connector = tls.wrap_connector(tcp);
            Transport::new(builder.build(connector))
        }
        // Without root certificates plain HTTP still works; HTTPS says why it does not.
        Err(_) => {
            tcp.enforce_http(true);
            Transport::new(builder.build(tcp))
        }
    }
}
