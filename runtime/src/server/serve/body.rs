//! Bodies that report progress to the [`Activity`] of their connection.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use pin_project_lite::pin_project;
use tokio::time::Instant;

use super::activity::{Activity, RequestNumber};

/// Body of a request that [`serve`](super::serve) received.
#[derive(Debug)]
pub struct RequestBody {
    inner: Incoming,
    activity: Arc<Activity>,
    number: RequestNumber,
}

impl RequestBody {
    pub(super) fn new(inner: Incoming, request: &InFlight) -> Self {
        Self { inner, activity: Arc::clone(&request.activity), number: request.number }
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(cx));
        self.activity.request_piece(self.number);
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// A request in progress, from its head to the end of its response.
pub(super) struct InFlight {
    activity: Arc<Activity>,
    number: RequestNumber,
}

impl InFlight {
    pub(super) fn new(activity: Arc<Activity>) -> Self {
        let number = activity.begin();
        Self { activity, number }
    }

    /// Returns the time when a piece of the body was last read, or the request started.
    pub(super) fn body_read(&self) -> Option<Instant> {
        self.activity.body_read(self.number)
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.activity.end(self.number);
    }
}

pin_project! {
    /// Body of a response. `None` if the server responds without the service.
    pub(super) struct ResponseBody<B> {
        #[pin]
        inner: Option<B>,
        // Body of the server's own response, until it is sent.
        own: Bytes,
        request: InFlight,
        // Whether the client has not taken the last piece yet.
        is_unread: bool,
    }

    impl<B> PinnedDrop for ResponseBody<B> {
        fn drop(this: Pin<&mut Self>) {
            let this = this.project();
            take(this.request, this.is_unread);
        }
    }
}

impl<B> ResponseBody<B> {
    pub(super) fn new(inner: B, request: InFlight) -> Self {
        Self { inner: Some(inner), own: Bytes::new(), request, is_unread: false }
    }

    /// Body of a response of the server itself.
    pub(super) fn own(own: Bytes, request: InFlight) -> Self {
        Self { inner: None, own, request, is_unread: false }
    }
}

fn take(request: &InFlight, is_unread: &mut bool) {
    if std::mem::take(is_unread) {
        request.activity.taken(request.number);
    }
}

impl<B: Body<Data = Bytes>> Body for ResponseBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let this = self.project();
        take(this.request, this.is_unread);
        let frame = match this.inner.as_pin_mut() {
            Some(inner) => ready!(inner.poll_frame(cx)),
            None if this.own.is_empty() => return Poll::Ready(None),
            None => Some(Ok(Frame::data(std::mem::take(this.own)))),
        };
        if frame.is_some() {
            this.request.activity.give(this.request.number);
            *this.is_unread = true;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.as_ref().map_or(self.own.is_empty(), Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.as_ref().map_or_else(|| SizeHint::with_exact(self.own.len() as u64), Body::size_hint)
    }
}
