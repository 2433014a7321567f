//! How long a request whose body is a stream may take: as long as it moves, and as long as its own source keeps it waiting.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use crate::types::{ByteStream, StreamError};

/// What is known of a body that is being sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    pieces: AtomicU64,
    /// Whether the caller's own stream has nothing to send at the moment.
    waits_for_source: AtomicBool,
}

impl Progress {
    /// The stream, whose progress is noted.
    pub(super) fn watch(&self, stream: ByteStream) -> ByteStream {
        let length = stream.length();
        let watched = ByteStream::new(Watched { stream, progress: self.clone() });
        if let Some(length) = length { watched.with_length(length) } else { watched }
    }

    /// Waits for the future, unless nothing moves for as long as `limit`.
    pub(super) async fn within<F: Future>(&self, limit: Duration, future: F) -> Option<F::Output> {
        let mut future = pin!(future);
        let mut seen = 0;
        loop {
            if let Ok(output) = tokio::time::timeout(limit, &mut future).await {
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

/// A stream whose progress is noted.
struct Watched {
    stream: ByteStream,
    progress: Progress,
}

impl Stream for Watched {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = Pin::new(&mut self.stream).poll_next(cx);
        let state = &*self.progress.0;
        state.waits_for_source.store(piece.is_pending(), Ordering::Relaxed);
        if piece.is_ready() {
            state.pieces.fetch_add(1, Ordering::Relaxed);
        }
        piece
    }
}
