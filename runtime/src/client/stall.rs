//! Time limit of response streams without data.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use crate::time::{has_timer, sleep};
use crate::types::{ByteStream, StreamError};

/// Returns the stream, which ends with an error if its reader waits for data for longer than `limit`.
pub(super) fn limited(stream: ByteStream, limit: Duration) -> ByteStream {
    // Without a timer, there is no limit.
    if !has_timer() {
        return stream;
    }
    let length = stream.length();
    ByteStream::measured(Limited { stream, limit, timer: None }, length)
}

struct Limited {
    stream: ByteStream,
    limit: Duration,
    /// Runs while the reader waits. A reader that does not poll does not abort the stream.
    timer: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

impl Stream for Limited {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let piece = Pin::new(&mut this.stream).poll_next(cx);
        if piece.is_ready() {
            this.timer = None;
            return piece;
        }
        let limit = this.limit;
        // The reader may poll where there is no timer, such as outside of tokio.
        if this.timer.is_none() && has_timer() {
            this.timer = Some(Box::pin(sleep(limit)));
        }
        if this.timer.as_mut().is_none_or(|timer| timer.as_mut().poll(cx).is_pending()) {
            return Poll::Pending;
        }
        // Closes the connection.
        this.stream = ByteStream::empty();
        Poll::Ready(Some(Err(StreamError::Stalled { limit })))
    }
}
