//! Time limits of requests whose body is a stream. Time in which the stream has no data is not counted.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use crate::time::{Instant, timeout};
use crate::types::{BoxError, ByteStream, StreamError};
use bytes::Bytes;
use futures_core::Stream;

/// Maximum size of a chunk that is passed to the transport.
const MAX_PIECE: usize = 256 * 1024;

/// State of a body that is being sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    /// `None` before the first poll, and after the call was cancelled, so that a blocked connection does not keep the
    /// stream alive.
    stream: Option<ByteStream>,
    /// Rest of a large chunk. Sending part of it counts as progress.
    piece: Bytes,
    phase: Phase,
    /// Time of the last chunk.
    last: Option<Instant>,
    /// Number of bytes that are not sent yet, if known.
    rest: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    /// The client waits for the response: nothing was sent yet, or everything was sent.
    #[default]
    Waiting,
    Sending,
    /// The stream has no data at the moment.
    NoData,
}

/// A time limit was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expired {
    /// That of the attempt.
    Attempt,
    /// That of a body that the service does not read.
    Stalled,
}

/// The service does not read the request.
#[derive(Debug)]
pub(super) struct Stalled(pub(super) Duration);

impl fmt::Display for Stalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the service has not read from the request for {:?}", self.0)
    }
}

impl std::error::Error for Stalled {}

impl Progress {
    /// Returns the stream with its progress recorded.
    pub(super) fn watch(&self, stream: ByteStream) -> ByteStream {
        let length = stream.length();
        let mut state = self.state();
        state.rest = length;
        state.stream = Some(stream);
        ByteStream::measured(Watched(self.clone()), length)
    }

    /// Waits for the future, until there is no progress for `limit`, or for `stall` while the body is sent. Drops the
    /// stream if the future is not completed. A request without a stream has no progress.
    pub(super) async fn within<F: Future>(
        progress: Option<&Self>,
        limit: Duration,
        stall: Option<Duration>,
        mut future: Pin<&mut F>,
    ) -> Result<F::Output, Expired> {
        let Some(progress) = progress else { return timeout(limit, future).await.map_err(|_| Expired::Attempt) };
        let mut guard = Guard(Some(progress));
        let stall = stall.filter(|stall| *stall < limit);
        let start = Instant::now();
        let mut wait = stall.unwrap_or(limit);
        loop {
            if let Ok(output) = timeout(wait, future.as_mut()).await {
                guard.0 = None;
                return Ok(output);
            }
            let (phase, idle) = {
                let state = progress.state();
                (state.phase, state.last.unwrap_or(start).elapsed())
            };
            let (allowed, expired) = match (phase, stall) {
                (Phase::Sending, Some(stall)) => (stall, Expired::Stalled),
                _ => (limit, Expired::Attempt),
            };
            wait = match allowed.checked_sub(idle) {
                Some(rest) if !rest.is_zero() => rest,
                _ if phase == Phase::NoData => stall.unwrap_or(limit),
                _ => return Err(expired),
            };
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops the stream of a cancelled call.
struct Guard<'a>(Option<&'a Progress>);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Some(progress) = self.0 {
            let stream = progress.state().stream.take();
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
        let mut state = self.0.state();
        let state = &mut *state;
        let Some(stream) = state.stream.as_mut() else {
            return Poll::Ready(Some(Err("the call was cancelled".into())));
        };
        let mut piece = if state.piece.is_empty() {
            Pin::new(stream).poll_next(cx)
        } else {
            Poll::Ready(Some(Ok(std::mem::take(&mut state.piece))))
        };
        if let Poll::Ready(Some(Ok(piece))) = &mut piece {
            state.piece = piece.split_off(piece.len().min(MAX_PIECE));
        }
        if let Poll::Ready(Some(Ok(piece))) = &piece {
            state.rest = state.rest.map(|rest| rest.saturating_sub(piece.len() as u64));
        }
        state.phase = match &piece {
            Poll::Pending => Phase::NoData,
            // hyper does not poll a body of known length again at its end.
            Poll::Ready(Some(Ok(_))) if state.rest != Some(0) => Phase::Sending,
            Poll::Ready(_) => Phase::Waiting,
        };
        if piece.is_ready() {
            state.last = Some(Instant::now());
        }
        piece.map_err(|error| match error {
            StreamError::Broken(cause) => cause,
            error => error.into(),
        })
    }
}
