//! A time limit for connecting.

use std::fmt;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use tower_service::Service;

use super::BoxError;
use super::secured::Secured;

/// A connector with a time limit for the whole connection, including TLS.
#[derive(Clone)]
pub(super) struct Timed {
    pub(super) inner: Secured,
    pub(super) limit: Duration,
}

/// Connecting took too long.
#[derive(Debug)]
struct ConnectTimeout(Duration);

impl fmt::Display for ConnectTimeout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not connected within {:?}", self.0)
    }
}

impl std::error::Error for ConnectTimeout {}

impl Service<Uri> for Timed {
    type Response = <Secured as Service<Uri>>::Response;
    type Error = BoxError;
    type Future = <Secured as Service<Uri>>::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let (connected, limit) = (self.inner.call(uri), self.limit);
        Box::pin(async move {
            let connected = tokio::time::timeout(limit, connected).await;
            connected.map_err(|_| ConnectTimeout(limit))?
        })
    }
}
