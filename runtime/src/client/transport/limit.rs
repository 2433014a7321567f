//! A limit on the number of concurrent requests.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use tokio::sync::Semaphore;
use tower_service::Service;

use super::{BoxError, RequestBody, ResponseBody, Transport};
use crate::types::{ByteStream, StreamError};

/// Transport that limits the number of concurrent requests. A request counts until its response has been read or
/// dropped.
#[derive(Clone)]
pub(super) struct Limited {
    pub(super) inner: Transport,
    pub(super) places: Arc<Semaphore>,
}

impl Service<Request<RequestBody>> for Limited {
    type Response = Response<ResponseBody>;
    type Error = BoxError;
    type Future = <Transport as Service<Request<RequestBody>>>::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        let Self { inner, places } = self.clone();
        Box::pin(async move {
            let place = places.acquire_owned().await?;
            let response = inner.send(request).await?;
            Ok(response.map(|body| {
                let length = body.length();
                ByteStream::measured(Holding::new(body, place), length)
            }))
        })
    }
}

/// The body of a response that holds a resource until it has been read or dropped.
pub(super) struct Holding<R> {
    body: ByteStream,
    /// `None` after the end.
    resource: Option<R>,
}

impl<R> Holding<R> {
    pub(super) fn new(body: ByteStream, resource: R) -> Self {
        Self { body, resource: Some(resource) }
    }
}

impl<R: Unpin> Stream for Holding<R> {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = Pin::new(&mut self.body).poll_next(cx);
        if matches!(piece, Poll::Ready(None | Some(Err(_)))) {
            self.resource = None;
        }
        piece
    }
}
