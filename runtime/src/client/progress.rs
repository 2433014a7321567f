//! How long a request whose body is a stream may take: as long as it moves, and as long as its own source keeps it waiting.

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use crate::types::{BoxError, ByteStream, StreamError};

/// What is known of a body that is being sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    /// None before there is one, and after the call was given up: a connection that is stuck must not keep the caller's stream.
    stream: Mutex<Option<ByteStream>>,
    pieces: AtomicU64,
    /// Whether the caller's own stream has nothing to send at the moment.
    waits_for_source: AtomicBool,
}

impl Progress {
    /// The stream, whose progress is noted.
    pub(super) fn watch(&self, stream: ByteStream) -> ByteStream {
        let length = stream.length();
        *self.0.stream.lock().unwrap_or_else(PoisonError::into_inner) = Some(stream);
        let watched = ByteStream::new(Watched(self.clone()));
        if let Some(length) = length { watched.with_length(length) } else { watched }
    }

    /// Waits for the future, unless nothing moves for as long as `limit`. When it is not waited for to its end, the stream is
    /// dropped.
    pub(super) async fn within<F: Future>(&self, limit: Duration, future: F) -> Option<F::Output> {
        let mut future = pin!(future);
        let mut guard = Guard(Some(self));
        let mut seen = 0;
        loop {
            if let Ok(output) = tokio::time::timeout(limit, &mut future).await {
                guard.0 = None;
                return Some(output);
            }
            let pieces = self.0.pieces.load(Ordering::Relaxed);
            if pieces == seen && !self.0.waits_for_source.load(Ordering::Relaxed) {
                return None;
            }
            seen = pieces;
        }
    }
}

/// Drops the stream of a call that is given up.
struct Guard<'a>(Option<&'a Progress>);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Some(progress) = self.0 {
            let stream = progress.0.stream.lock().unwrap_or_else(PoisonError::into_inner).take();
            // Outside of the lock: it is the caller's code that runs.
            drop(stream);
        }
    }
}

/// A stream whose progress is noted.
struct Watched(Progress);

impl Stream for Watched {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let state = &*self.0.0;
        let mut stream = state.stream.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(stream) = stream.as_mut() else { return Poll::Ready(Some(Err("the call was given up".into()))) };
        let piece = Pin::new(stream).poll_next(cx);
        state.waits_for_source.store(piece.is_pending(), Ordering::Relaxed);
        if piece.is_ready() {
            state.pieces.fetch_add(1, Ordering::Relaxed);
        }
        piece.map_err(|error| match error {
            StreamError::Broken(cause) => cause,
            error => error.into(),
        })
    }
}
