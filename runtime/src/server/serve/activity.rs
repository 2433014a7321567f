//! What a connection is doing, as far as its time limits need to know.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::ServeLimits;

/// Bytes that a client may send which belong to no request: more is a flood of control frames. It is larger than the flow-control window of a connection, since
/// bytes in it may belong to a body that nobody has read yet.
const MAX_UNCLAIMED: usize = 2 * super::connection::WINDOW as usize;

/// Time that a connection without a request is left open once the server is stopping.
const DRAIN_IDLE: Duration = Duration::from_secs(1);

/// The state of a connection, shared by its transport, its bodies and its timer.
#[derive(Debug)]
pub(super) struct Activity(Mutex<State>);

#[derive(Debug)]
struct State {
    wire: Wire,
    /// Requests whose response is not finished.
    in_flight: usize,
    /// When the last request finished, or the connection was opened.
    idle_since: Instant,
    /// When the first byte of a head arrived whose end has not (HTTP/1.1).
    head_since: Option<Instant>,
    /// When a piece of a request's body was last read.
    body_read: Instant,
    /// Responses that wait for the client to take the piece that they gave last.
    unread: usize,
    /// When a response last gave a piece.
    response_piece: Instant,
    /// Since when the transport takes no bytes.
    blocked_since: Option<Instant>,
    /// Bytes read since the last request or piece of a body.
    unclaimed: usize,
}

/// The version of HTTP, as the first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wire {
    Unknown,
    Http1,
    Http2,
}

/// What the limits say of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Within its limits; to be looked at again at this time.
    Open(Instant),
    /// Without a request for too long.
    Idle,
    /// A time limit passed while the client owed something.
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

    /// Bytes arrived.
    ///
    /// # Errors
    /// When the client sends too much that belongs to no request.
    pub(super) fn received(&self, bytes: &[u8]) -> std::io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        let mut state = self.state();
        if state.wire == Wire::Unknown {
            // `PRI * HTTP/2.0` opens HTTP/2 (RFC 9113, 3.4), and no method of HTTP/1.1 begins so.
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

    /// The transport took bytes, or did not.
    pub(super) fn written(&self, is_blocked: bool) {
        let mut state = self.state();
        if !is_blocked {
            state.blocked_since = None;
        } else if state.blocked_since.is_none() {
            state.blocked_since = Some(Instant::now());
        }
    }

    /// A request begins.
    pub(super) fn begin(&self) {
        let mut state = self.state();
        state.in_flight += 1;
        state.head_since = None;
        state.unclaimed = 0;
        state.body_read = Instant::now();
    }

    /// A request's response is finished, or given up.
    pub(super) fn end(&self) {
        let mut state = self.state();
        state.in_flight -= 1;
        state.idle_since = Instant::now();
    }

    /// A piece of a request's body was read.
    pub(super) fn request_piece(&self) {
        let mut state = self.state();
        state.unclaimed = 0;
        state.body_read = Instant::now();
    }

    /// When a piece of a request's body was last read, or a request began.
    pub(super) fn body_read(&self) -> Instant {
        self.state().body_read
    }

    /// A response gave a piece, which the client has to take before it is asked for the next.
    pub(super) fn give(&self) {
        let mut state = self.state();
        state.unread += 1;
        state.response_piece = Instant::now();
        state.unclaimed = 0;
    }

    /// The piece is taken, or the response is over.
    pub(super) fn taken(&self) {
        self.state().unread -= 1;
    }

    /// Holds the connection against its limits.
    pub(super) fn judge(&self, limits: &ServeLimits, is_draining: bool) -> Verdict {
        let state = self.state();
        let now = Instant::now();
        let idle_limit = if is_draining { DRAIN_IDLE.min(limits.idle_timeout) } else { limits.idle_timeout };
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
        // A limit that starts to run later ends later than this.
        let next = if is_draining { DRAIN_IDLE } else { limits.shortest() };
        Verdict::Open(owed.into_iter().chain([idle]).flatten().fold(now + next, Instant::min))
    }
}
