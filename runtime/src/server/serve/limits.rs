//! Limits of connections.

use std::time::Duration;

/// Limits of the connections of [`serve`](super::serve).
///
/// Limits of single requests, such as the size of a body, are those of
/// [`ServiceSettings`](crate::server::ServiceSettings). `Duration::MAX` is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServeLimits {
    /// Maximum number of open connections, at least 1; 1,000 by default. Further ones wait in the listener's queue.
    /// Keep it below the process's limit of open files. `usize::MAX` is no limit.
    pub max_connections: usize,
    /// Maximum time for a TLS handshake, and from the first byte of an HTTP/1.1 request to the end of its head; 10
    /// seconds by default.
    pub header_timeout: Duration,
    /// Maximum time that a connection stays open without a request; 60 seconds by default.
    pub idle_timeout: Duration,
    /// Maximum time from the head of a request to the head of its response; 60 seconds by default. Reading a piece of
    /// the request body restarts it, so that a streaming body may take any time. Slower requests get status 503.
    pub handler_timeout: Duration,
    /// Maximum time for which a client may read no piece of any response although one is available; 30 seconds by
    /// default. Then the connection is closed.
    pub write_timeout: Duration,
    /// Time from the signal to stop until the server stops, in which it still accepts connections and requests; zero by
    /// default. [`Probes`](crate::server::Probes) are not ready then, so that load balancers can send requests to other
    /// servers before this one refuses them. A second signal ends the pause.
    pub stop_delay: Duration,
    /// Maximum time for requests in progress when the server stops; 30 seconds by default.
    pub drain_timeout: Duration,
    /// Maximum number of header fields of an HTTP/1.1 request, at most 16,384; 100 by default.
    pub max_headers: usize,
    /// Maximum size of a request's head, in bytes; 64 KiB by default.
    pub max_head_size: u32,
    /// Maximum number of concurrent requests of an HTTP/2 connection; 100 by default. Requests that are reset and
    /// [go on](crate::server::Service::idempotency_store) count, too: with as many of them, others get status 503 and
    /// `Retry-After`.
    pub max_concurrent_streams: u32,
}

impl Default for ServeLimits {
    fn default() -> Self {
        Self {
            max_connections: 1000,
            header_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(60),
            handler_timeout: Duration::from_secs(60),
            write_timeout: Duration::from_secs(30),
            stop_delay: Duration::ZERO,
            drain_timeout: Duration::from_secs(30),
            max_headers: 100,
            max_head_size: 64 * 1024,
            max_concurrent_streams: 100,
        }
    }
}

impl ServeLimits {
    /// Returns the shortest limit of the connection's timer.
    pub(super) fn shortest(&self) -> Duration {
        self.header_timeout.min(self.idle_timeout).min(self.write_timeout)
    }
}
