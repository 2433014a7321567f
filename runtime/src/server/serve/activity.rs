//! Activity of a connection, for its time limits.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use std::time::Duration;

use tokio::time::Instant;

use super::ServeLimits;

/// Maximum number of bytes that belong to no request; more is a flood of control frames. It exceeds the flow-control
/// window of a connection, because bytes in it may belong to a body that is not read yet.
const MAX_UNCLAIMED: usize = 2 * super::connection::WINDOW as usize;

/// Time for which an idle connection stays open while the server stops.
const DRAIN_IDLE: Duration = Duration::from_secs(1);

/// State of a connection, shared by its transport, bodies and timer.
#[derive(Debug)]
pub(super) struct Activity(Mutex<State>);

#[derive(Debug)]
struct State {
    wire: Wire,
    /// Number of requests in progress.
    in_flight: usize,
    /// Time of the end of the last request, or of the connection's start.
    idle_since: Instant,
    /// Time of the first byte of an incomplete head (HTTP/1.1).
    head_since: Option<Instant>,
    /// Time when a piece of a request body was last read.
    body_read: Instant,
    /// Number of responses whose last piece was not taken by the client.
    unread: usize,
    /// Time when a response last provided a piece.
    response_piece: Instant,
    /// Time since which the transport accepts no bytes.
    blocked_since: Option<Instant>,
    /// Bytes since the last request or piece of a body.
    unclaimed: usize,
}

/// Version of HTTP, from the first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wire {
    Unknown,
    Http1,
    Http2,
}

/// Whether a connection accepts further requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Serving,
    /// It is closed after the requests in progress.
    Draining,
}

/// Result of checking the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Within the limits. Check again at this time.
    Open(Instant),
    /// Idle for too long.
    Idle,
    /// The client exceeded a time limit.
    Stalled,
}

impl Activity {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self(Mutex::new(State {
            wire: Wire::Unknown,
            in_flight: 0,
            idle_since: now,
            head_since: None,
            body_read: now,
            unread: 0,
            response_piece: now,
            blocked_since: None,
            unclaimed: 0,
        }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records received bytes.
    ///
    /// # Errors
    /// If the client sends too many bytes that belong to no request.
    pub(super) fn received(&self, bytes: &[u8]) -> std::io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        let mut state = self.state();
        if state.wire == Wire::Unknown {
            // HTTP/2 starts with `PRI * HTTP/2.0` (RFC 9113, 3.4), which is not an HTTP/1.1 method.
            state.wire = if bytes.starts_with(b"PRI") { Wire::Http2 } else { Wire::Http1 };
        }
        if state.wire == Wire::Http1 && state.in_flight == 0 {
            state.head_since.get_or_insert_with(Instant::now);
        }
        state.unclaimed += bytes.len();
        if state.unclaimed > MAX_UNCLAIMED && state.wire == Wire::Http2 {
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, "too many frames outside requests"));
        }
        Ok(())
    }

    /// Records whether the transport accepts bytes.
    pub(super) fn written<T>(&self, result: &Poll<T>) {
        let mut state = self.state();
        if result.is_ready() {
            state.blocked_since = None;
        } else if state.blocked_since.is_none() {
            state.blocked_since = Some(Instant::now());
        }
    }

    /// Records the start of a request.
    pub(super) fn begin(&self) {
        let mut state = self.state();
        state.in_flight += 1;
        state.head_since = None;
        state.unclaimed = 0;
        state.body_read = Instant::now();
    }

    /// Records the end of a response.
    pub(super) fn end(&self) {
        let mut state = self.state();
        state.in_flight -= 1;
        state.idle_since = Instant::now();
    }

    /// Records that a piece of a request body was read.
    pub(super) fn request_piece(&self) {
        let mut state = self.state();
        state.unclaimed = 0;
        state.body_read = Instant::now();
    }

    /// Returns the time when a piece of a request body was last read, or a request started.
    pub(super) fn body_read(&self) -> Instant {
        self.state().body_read
    }

    /// Records that a response provided a piece.
    pub(super) fn give(&self) {
        let mut state = self.state();
        state.unread += 1;
        state.response_piece = Instant::now();
        state.unclaimed = 0;
    }

    /// Records that the piece was taken, or the response ended.
    pub(super) fn taken(&self) {
        self.state().unread -= 1;
    }

    /// Checks the limits.
    pub(super) fn check(&self, limits: &ServeLimits, phase: Phase) -> Verdict {
        let state = self.state();
        let now = Instant::now();
        let idle_limit = match phase {
            Phase::Serving => limits.idle_timeout,
            Phase::Draining => DRAIN_IDLE.min(limits.idle_timeout),
        };
        let idle = (state.in_flight == 0).then(|| state.idle_since + idle_limit);
        let owed = [
            state.head_since.map(|since| since + limits.header_timeout),
            (state.unread > 0).then(|| state.response_piece + limits.write_timeout),
            state.blocked_since.map(|since| since + limits.write_timeout),
        ];
        if owed.iter().flatten().any(|deadline| *deadline <= now) {
            return Verdict::Stalled;
        }
        if idle.is_some_and(|deadline| deadline <= now) {
            return Verdict::Idle;
        }
        // Limits that start later also end later.
        let next = if phase == Phase::Draining { DRAIN_IDLE } else { limits.shortest() };
        Verdict::Open(owed.into_iter().chain([idle]).flatten().fold(now + next, Instant::min))
    }
}
