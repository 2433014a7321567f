//! A limit on the number of concurrent requests.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
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
                ByteStream::measured(Placed { body, place: Some(place) }, length)
            }))
        })
    }
}

/// The body of a response whose request still counts.
struct Placed {
    body: ByteStream,
    place: Option<OwnedSemaphorePermit>,
}

impl Stream for Placed {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = Pin::new(&mut self.body).poll_next(cx);
        if matches!(piece, Poll::Ready(None | Some(Err(_)))) {
            self.place = None;
        }
        piece
    }
}
