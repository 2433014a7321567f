//! Limits of requests: of a service, and of single operations.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::memory::{ExceededLimit, MemoryLimit};
use crate::protocol::Rejection;
use crate::schema::OperationSchema;

/// Settings of a service: limits of requests, and whether outputs are checked.
///
/// ```
/// use whitesmith_runtime::server::ServiceSettings;
///
/// // For `service.with_settings(settings)`.
/// let settings = ServiceSettings::default().with_max_body(64 * 1024).with_max_in_flight(100);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceSettings {
    /// Maximum size of a request body in bytes. Larger bodies get status 413. Streaming blobs are not limited, as they
    /// are not held in memory. For event streams, it limits each event.
    ///
    /// Default: `max-body` of `codegen.toml`. Without that key, it is
    /// [`DEFAULT_MAX_BODY`](Self::DEFAULT_MAX_BODY), or more for operations whose members may be larger according to
    /// the model.
    ///
    /// If bodies name the operation (`awsQuery`, `ec2Query`), the largest limit of all operations applies until the
    /// body is read, also to callers that are not verified yet. Set `max_body` if the model raises the limit of an
    /// operation too far.
    pub max_body: Option<usize>,
    /// Time limit from the head of a request to the end of its body. Default: 30 seconds. Slower requests get status
    /// 408. Streaming blobs and events are not limited, initial messages are. Applies only within a tokio runtime,
    /// whose timer must be enabled (`enable_time`).
    pub body_timeout: Duration,
    /// Time limit of the functions that verify a caller, such as a lookup of the secret key. Default: 30 seconds.
    /// Slower requests get status 503. Applies only within a tokio runtime, whose timer must be enabled
    /// (`enable_time`).
    pub verifier_timeout: Duration,
    /// Maximum number of header fields. Default: 100. Requests with more get status 431. `serve` has the same limit for
    /// connections.
    pub max_headers: usize,
    /// Maximum size of all header fields, names and values, in bytes. Default: 64 KiB. Larger ones get status 431.
    pub max_header_size: usize,
    /// Memory limit of a request, including the values that are read from it. Default: 32 times its body plus 1 MiB.
    /// Requests that exceed it get status 413.
    pub max_memory: MemoryLimit,
    /// Memory limit, in bytes, of all requests that are not answered yet: their bodies and inputs, and the
    /// frames of event streams that are being read. Default: 256 MiB. Requests that exceed it get status 503 and
    /// `Retry-After`.
    pub total_memory: usize,
    /// Maximum number of requests from their head to the head of their response, or to their end if they
    /// [go on](super::Service::idempotency_store) without their client. Default: no limit. Further requests
    /// get status 503 and `Retry-After` at once.
    pub max_in_flight: usize,
    /// Time limit of authorization and the implementation, from the valid input to the head of the response; of
    /// authorization and the fallback of a partial service, from the verified caller. Default: none. Slower requests
    /// get status 503. Applies only within a tokio runtime, whose timer must be enabled (`enable_time`).
    pub handler_timeout: Option<Duration>,
    /// Whether outputs are checked against the constraints of the model before they are sent. Default: in builds with
    /// debug assertions. An invalid output is an internal error, whose [`Outcome`](super::Outcome) names its members.
    /// Builders check, too: this finds values that were changed after they were built.
    pub check_outputs: bool,
}

impl Default for ServiceSettings {
    fn default() -> Self {
        Self {
            max_body: None,
            body_timeout: Duration::from_secs(30),
            verifier_timeout: Duration::from_secs(30),
            max_headers: 100,
            max_header_size: 64 * 1024,
            max_memory: MemoryLimit::default(),
            total_memory: 256 * 1024 * 1024,
            max_in_flight: usize::MAX,
            handler_timeout: None,
            check_outputs: cfg!(debug_assertions),
        }
    }
}

impl ServiceSettings {
    /// Default of [`max_body`](Self::max_body) in bytes: 2 MiB.
    pub const DEFAULT_MAX_BODY: usize = 2 * 1024 * 1024;

    /// Sets [`max_body`](Self::max_body), in bytes.
    #[must_use]
    pub const fn with_max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// Sets [`body_timeout`](Self::body_timeout).
    #[must_use]
    pub const fn with_body_timeout(mut self, limit: Duration) -> Self {
        self.body_timeout = limit;
        self
    }

    /// Sets [`verifier_timeout`](Self::verifier_timeout).
    #[must_use]
    pub const fn with_verifier_timeout(mut self, limit: Duration) -> Self {
        self.verifier_timeout = limit;
        self
    }

    /// Sets [`max_headers`](Self::max_headers).
    #[must_use]
    pub const fn with_max_headers(mut self, number: usize) -> Self {
        self.max_headers = number;
        self
    }

    /// Sets [`max_header_size`](Self::max_header_size), in bytes.
    #[must_use]
    pub const fn with_max_header_size(mut self, bytes: usize) -> Self {
        self.max_header_size = bytes;
        self
    }

    /// Sets [`max_memory`](Self::max_memory).
    #[must_use]
    pub const fn with_max_memory(mut self, limit: MemoryLimit) -> Self {
        self.max_memory = limit;
        self
    }

    /// Sets [`total_memory`](Self::total_memory), in bytes.
    #[must_use]
    pub const fn with_total_memory(mut self, bytes: usize) -> Self {
        self.total_memory = bytes;
        self
    }

    /// Sets [`max_in_flight`](Self::max_in_flight).
    #[must_use]
    pub const fn with_max_in_flight(mut self, number: usize) -> Self {
        self.max_in_flight = number;
        self
    }

    /// Sets [`handler_timeout`](Self::handler_timeout).
    #[must_use]
    pub const fn with_handler_timeout(mut self, limit: Duration) -> Self {
        self.handler_timeout = Some(limit);
        self
    }

    /// Sets [`check_outputs`](Self::check_outputs).
    #[must_use]
    pub const fn with_check_outputs(mut self, check: bool) -> Self {
        self.check_outputs = check;
        self
    }

    /// Returns the settings with the maximum size of bodies of an operation.
    pub(super) fn of(self, operation: &OperationSchema) -> Self {
        Self { max_body: self.max_body.or(operation.max_body), ..self }
    }

    /// Returns the maximum size of bodies in bytes.
    pub(super) fn body_limit(&self) -> usize {
        self.max_body.unwrap_or(Self::DEFAULT_MAX_BODY)
    }

    /// Returns limits for requests that may be for either service: the larger of sizes and times, the sum of memory and
    /// numbers.
    pub(super) fn combined(self, other: Self) -> Self {
        Self {
            max_body: Some(self.body_limit().max(other.body_limit())),
            body_timeout: self.body_timeout.max(other.body_timeout),
            max_headers: self.max_headers.max(other.max_headers),
            max_header_size: self.max_header_size.max(other.max_header_size),
            total_memory: self.total_memory.saturating_add(other.total_memory),
            max_in_flight: self.max_in_flight.saturating_add(other.max_in_flight),
            ..self
        }
    }

    /// Checks the limits of headers.
    pub(super) fn check_headers(&self, headers: &HeaderMap) -> Result<(), Rejection> {
        let message = if headers.len() > self.max_headers {
            format!("The request has more than {} header fields", self.max_headers)
        } else if header_size(headers) > self.max_header_size {
            format!("The header fields of the request are larger than {} bytes", self.max_header_size)
        } else {
            return Ok(());
        };
        let status = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
        Err(Rejection::new(status, "RequestHeaderFieldsTooLargeException", message))
    }
}

/// Size of headers in bytes: their names and values.
pub(super) fn header_size(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}

/// Settings, and the number of requests that they apply to at the moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Limits {
    pub(super) settings: ServiceSettings,
    running: Arc<AtomicUsize>,
    /// Whether they are those of AWS's own service, which settings of the program replace.
    pub(super) is_default: bool,
}

/// A request in progress, until all clones are dropped.
#[derive(Clone, Debug)]
#[expect(dead_code, reason = "dropping it counts")]
pub(super) struct Running(Option<Arc<Place>>);

/// The place of a request among those in progress.
#[derive(Debug)]
struct Place(Arc<AtomicUsize>);

impl Limits {
    pub(super) fn new(settings: ServiceSettings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Limits of AWS's own service.
    pub(super) fn of_aws(settings: ServiceSettings) -> Self {
        Self { is_default: true, ..Self::new(settings) }
    }

    /// Checks the headers of a request, and counts it until the result is dropped.
    pub(super) fn admit(&self, headers: &HeaderMap) -> Result<Running, Rejection> {
        self.settings.check_headers(headers)?;
        self.enter()
    }

    /// Counts a request, until the result is dropped.
    pub(super) fn enter(&self) -> Result<Running, Rejection> {
        let limit = self.settings.max_in_flight;
        if limit == usize::MAX {
            return Ok(Running(None));
        }
        let place = Place(Arc::clone(&self.running));
        if self.running.fetch_add(1, Ordering::Relaxed) < limit {
            Ok(Running(Some(Arc::new(place))))
        } else {
            Err(Rejection::exceeded_limit(ExceededLimit::Pool))
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejected_requests_are_not_counted() {
        let limits = Limits::new(ServiceSettings { max_in_flight: 2, ..ServiceSettings::default() });
        let one = limits.enter().expect("free");
        let two = limits.enter().expect("free");
        assert!(limits.enter().is_err() && limits.enter().is_err());
        drop(one);
        let three = limits.enter().expect("free again");
        assert!(limits.enter().is_err());
        drop((two, three));
        assert_eq!(limits.running.load(Ordering::Relaxed), 0);
    }
}
