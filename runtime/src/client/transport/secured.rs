//! Connections with TLS, if their URI asks for it.

use std::future::ready;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::Uri;
use http::uri::Scheme;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use tower_service::Service;

use super::BoxError;
use super::connector::{Connector, Stream};
use super::tls::RootsError;

/// Connects with TLS or without. A single type for both, because each type of connections is compiled with a client of
/// its own.
#[derive(Clone)]
pub(super) struct Secured {
    pub(super) plain: Connector,
    /// Without root certificates plain HTTP still works, and HTTPS fails with the reason.
    pub(super) tls: Result<HttpsConnector<Connector>, Arc<RootsError>>,
}

impl Service<Uri> for Secured {
    type Response = MaybeHttpsStream<Stream>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.plain.poll_ready(cx)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        match &mut self.tls {
            Ok(tls) => tls.call(uri),
            Err(reason) if uri.scheme() == Some(&Scheme::HTTPS) => Box::pin(ready(Err(reason.clone().into()))),
            Err(_) => {
                let connecting = self.plain.call(uri);
                Box::pin(async move { connecting.await.map(MaybeHttpsStream::Http) })
            }
        }
    }
}
