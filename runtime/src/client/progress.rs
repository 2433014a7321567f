//! Time limit of requests with a stream as body. It does not count while the stream makes progress, or has no data.

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use crate::types::{BoxError, ByteStream, StreamError};

/// State of a body that is being sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    /// None before the first poll, and after the call was cancelled, so that a stuck connection does not keep the
    /// stream.
    stream: Mutex<Option<ByteStream>>,
    pieces: AtomicU64,
    /// Whether the stream currently has no data.
    waits_for_source: AtomicBool,
}

impl Progress {
    /// Returns the stream with its progress recorded.
    pub(super) fn watch(&self, stream: ByteStream) -> ByteStream {
        let length = stream.length();
        *self.0.stream.lock().unwrap_or_else(PoisonError::into_inner) = Some(stream);
        let watched = ByteStream::new(Watched(self.clone()));
        if let Some(length) = length { watched.with_length(length) } else { watched }
    }

    /// Waits for the future, unless there is no progress for `limit`. Drops the stream if the future is not completed.
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

/// Drops the stream of a cancelled call.
struct Guard<'a>(Option<&'a Progress>);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Some(progress) = self.0 {
            let stream = progress.0.stream.lock().unwrap_or_else(PoisonError::into_inner).take();
            // The lock is released before user code runs.
            drop(stream);
        }
    }
}

/// Stream with recorded progress.
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
