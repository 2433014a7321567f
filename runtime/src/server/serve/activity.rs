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

/// The longest time between two checks. Deadlines that an [`Instant`] cannot represent never pass.
const CHECK_INTERVAL: Duration = Duration::from_secs(24 * 3600);

/// The first bytes of HTTP/2 (RFC 9113, section 3.4).
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// State of a connection, shared by its transport, bodies and timer.
#[derive(Debug)]
pub(super) struct Activity(Mutex<State>);

#[derive(Debug)]
struct State {
    wire: Wire,
    /// Requests in progress, in the order of their numbers. The allocation is that of the connection.
    requests: Vec<Progress>,
    /// Number of the next request.
    next: u64,
    /// Time of the end of the last request, or of the connection's start.
    idle_since: Instant,
    /// Time of the first byte of an incomplete head (HTTP/1.1).
    head_since: Option<Instant>,
    /// Time when a response last provided a piece, or the client took one.
    response_piece: Instant,
    /// Time since which the transport accepts no bytes.
    blocked_since: Option<Instant>,
    /// Bytes since the last request or piece of a body.
    unclaimed: usize,
}

/// A request in progress.
#[derive(Debug)]
struct Progress {
    number: RequestNumber,
    /// Time when a piece of its body was last read, or when it started.
    body_read: Instant,
    /// Whether the client has not taken the last piece of its response.
    is_unread: bool,
}

/// A request of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RequestNumber(u64);

impl State {
    fn position(&self, number: RequestNumber) -> Option<usize> {
        self.requests.binary_search_by_key(&number, |request| request.number).ok()
    }

    fn progress(&mut self, number: RequestNumber) -> Option<&mut Progress> {
        self.position(number).and_then(|at| self.requests.get_mut(at))
    }
}

/// Version of HTTP, from the first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wire {
    /// The bytes so far are this number of those of the [`PREFACE`].
    Unknown(usize),
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

impl Wire {
    /// Returns the version after further bytes.
    fn after(self, bytes: &[u8]) -> Self {
        let Self::Unknown(known) = self else { return self };
        let rest = PREFACE.get(known..).unwrap_or_default();
        if bytes.starts_with(rest) {
            Self::Http2
        } else if rest.starts_with(bytes) {
            Self::Unknown(known + bytes.len())
        } else {
            Self::Http1
        }
    }
}

impl Activity {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self(Mutex::new(State {
            wire: Wire::Unknown(0),
            requests: Vec::new(),
            next: 0,
            idle_since: now,
            head_since: None,
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
        state.wire = state.wire.after(bytes);
        if state.wire == Wire::Http2 {
            state.head_since = None;
        } else if state.requests.is_empty() {
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
    pub(super) fn begin(&self) -> RequestNumber {
        let mut state = self.state();
        let number = RequestNumber(state.next);
        state.next += 1;
        state.head_since = None;
        state.unclaimed = 0;
        state.requests.push(Progress { number, body_read: Instant::now(), is_unread: false });
        number
    }

    /// Records the end of a response.
    pub(super) fn end(&self, request: RequestNumber) {
        let mut state = self.state();
        if let Some(at) = state.position(request) {
            state.requests.remove(at);
        }
        state.idle_since = Instant::now();
    }

    /// Records that a piece of a request body was read.
    pub(super) fn request_piece(&self, request: RequestNumber) {
        let mut state = self.state();
        state.unclaimed = 0;
        // A body may be read after the response.
        if let Some(progress) = state.progress(request) {
            progress.body_read = Instant::now();
        }
    }

    /// Returns the time when a piece of the body was last read, or the request started. `None` if it has ended.
    pub(super) fn body_read(&self, request: RequestNumber) -> Option<Instant> {
        self.state().progress(request).map(|progress| progress.body_read)
    }

    /// Records that a response provided a piece.
    pub(super) fn give(&self, request: RequestNumber) {
        let mut state = self.state();
        state.unclaimed = 0;
        state.response_piece = Instant::now();
        if let Some(progress) = state.progress(request) {
            progress.is_unread = true;
        }
    }

    /// Records that the piece was taken.
    pub(super) fn taken(&self, request: RequestNumber) {
        let mut state = self.state();
        state.response_piece = Instant::now();
        if let Some(progress) = state.progress(request) {
            progress.is_unread = false;
        }
    }

    /// Checks the limits.
    pub(super) fn check(&self, limits: &ServeLimits, phase: Phase) -> Verdict {
        let state = self.state();
        let now = Instant::now();
        let idle_limit = match phase {
            Phase::Serving => limits.idle_timeout,
            Phase::Draining => DRAIN_IDLE.min(limits.idle_timeout),
        };
        let idle = state.requests.is_empty().then(|| state.idle_since.checked_add(idle_limit)).flatten();
        // A client that reads some responses of a connection slowly, or not yet, keeps the others.
        let is_unread = state.requests.iter().any(|request| request.is_unread);
        let owed = [
            state.head_since.and_then(|since| since.checked_add(limits.header_timeout)),
            is_unread.then(|| state.response_piece.checked_add(limits.write_timeout)).flatten(),
            state.blocked_since.and_then(|since| since.checked_add(limits.write_timeout)),
        ];
        if owed.iter().flatten().any(|deadline| *deadline <= now) {
            return Verdict::Stalled;
        }
        if idle.is_some_and(|deadline| deadline <= now) {
            return Verdict::Idle;
        }
        // Limits that start later also end later.
        let next = if phase == Phase::Draining { DRAIN_IDLE } else { limits.shortest().min(CHECK_INTERVAL) };
        Verdict::Open(owed.into_iter().chain([idle]).flatten().fold(now + next, Instant::min))
    }
}
