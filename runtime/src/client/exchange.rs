//! Sends a request and reads its response, with retries.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, response};
use tower::ServiceExt;

use super::attempts::Attempts;
use super::checksum::Checksum;
use super::clock::Certainty;
use super::error::{Error, is_skew, may_be_skew};
use super::prepare::{Prepared, prepare};
use super::progress::{Expired, Progress, Stalled};
use super::receive::{Attempt, receive};
use super::request_error::RequestError;
use super::response::Response;
use super::transport::{BoxError, ResponseBody};
use super::{Client, Shared, auth, customizations, sign, trailer};
use crate::builder::MemberSet;
use crate::operation::{Operation, OperationError};
use crate::schema::OperationSchema;
use crate::streaming::Outgoing;
use crate::types::ByteStream;

/// Maximum pause between two attempts.
const MAX_PAUSE: Duration = Duration::from_secs(20);
/// Default time limit of an attempt.
pub(super) const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(60);
/// Default time limit for operations with slow responses. Lambda executes functions for at most 15 minutes.
const LONG_ATTEMPT_TIMEOUT: Duration = Duration::from_secs(16 * 60);

/// Sends a complete and valid input, and reads the response. Moves the stream out of the input.
pub(super) async fn exchange<O: Operation>(
    client: &Client,
    input: &mut O::Input,
    set: &MemberSet,
) -> Result<Response<O::Output>, Error<O::Error>> {
    let count = AtomicU32::new(0);
    let attempts = attempts::<O>(client, input, set, &count);
    let Some(limit) = client.0.config.operation_timeout else { return attempts.await };
    let timeout = || {
        let attempts = Attempts::new(O::schema().name, count.load(Ordering::Relaxed));
        Error::Timeout { limit, attempts }
    };
    tokio::time::timeout(limit, attempts).await.unwrap_or_else(|_| Err(timeout()))
}

/// Counts attempts in `count`, for the caller that stops waiting.
async fn attempts<O: Operation>(
    client: &Client,
    input: &mut O::Input,
    set: &MemberSet,
    count: &AtomicU32,
) -> Result<Response<O::Output>, Error<O::Error>> {
    let shared = &*client.0;
    let operation = O::schema();
    let protocol = shared.protocol(operation).map_err(Error::Request)?;
    let Prepared { request, mut stream, checksum } =
        prepare(shared, protocol, operation, (input, set)).map_err(Error::Request)?;
    let is_repeatable = is_repeatable(shared, operation);
    let wait = longest_wait(shared, operation);
    let limit = shared.config.attempt_timeout.unwrap_or(wait.unwrap_or_default().max(ATTEMPT_TIMEOUT));
    let mut number = 1;
    loop {
        count.store(number, Ordering::Relaxed);
        // A stream that cannot be read twice is sent only once.
        let next = stream.as_ref().map(Outgoing::try_clone);
        let is_last = number >= shared.config.attempts || matches!(next, Some(None));
        let body = std::mem::replace(&mut stream, next.flatten());
        let (start, is_stream) = (Instant::now(), body.is_some());
        let mut delay = Duration::ZERO;
        let result = match send(shared, operation, (request.clone(), body), checksum, limit).await {
            Ok(response) => {
                delay = retry_after(&response.0.headers);
                // Streams are limited by progress, not by total time.
                let rest = if is_stream { limit } else { limit.saturating_sub(start.elapsed()) };
                receive::<O>(shared, protocol, response, Attempt { number, limit, rest }).await
            }
            Err(failure) => Err(failure.error(Attempts::new(operation.name, number))),
        };
        let was_skewed = matches!(&result, Err(error) if correct_clock(shared, error));
        match result {
            Err(_) if !is_last && was_skewed => {}
            // The service may still work on a request of a long operation.
            Err(error @ Error::Timeout { .. }) if wait.is_some() => return Err(error),
            Err(error) if !is_last && may_retry(&error, delay, is_repeatable) => {
                tokio::time::sleep(pause(number, Cause::of(&error)).max(delay)).await;
            }
            result => return result.map_err(Error::refused),
        }
        number += 1;
    }
}

/// How long the service may take for a response, if that is known: by `@longPoll`, or for an AWS service whose model
/// lacks the trait.
fn longest_wait(shared: &Shared, operation: &'static OperationSchema) -> Option<Duration> {
    let declared = operation.long_poll.map(|wait| Duration::from_millis(wait.into()));
    declared.or_else(|| customizations::is_long(shared.service, operation).then_some(LONG_ATTEMPT_TIMEOUT))
}

/// Whether the operation may be executed twice (spec: "Idempotency"). Operations of AWS services may, as in AWS's own
/// SDKs: few of their models have the traits.
fn is_repeatable(shared: &Shared, operation: &OperationSchema) -> bool {
    let has_token = || operation.input.members.iter().any(|member| member.idempotency_token);
    shared.service.sdk_id.is_some() || operation.readonly || operation.idempotent || has_token()
}

/// Whether to try again. An operation that may have been executed is repeated only if it is repeatable, or if the
/// response has a `retry_after`.
fn may_retry<E: OperationError>(error: &Error<E>, retry_after: Duration, is_repeatable: bool) -> bool {
    error.is_retryable() && (is_repeatable || error.is_refusal() || !retry_after.is_zero())
}

/// Corrects the clock if the response rejects the time of the signature. Returns whether to try again.
fn correct_clock<E: OperationError>(shared: &Shared, error: &Error<E>) -> bool {
    let certainty = match (error, error.code()) {
        (_, Some(code)) if is_skew(code) => Certainty::Certain,
        (_, Some(code)) if may_be_skew(code) => Certainty::Possible,
        // Responses to HEAD have no code.
        (Error::Response { status: 401 | 403, .. }, None) => Certainty::Possible,
        _ => return false,
    };
    error.info().is_some_and(|info| shared.clock.correct(info.headers(), certainty))
}

/// Reason for a retry.
#[derive(Clone, Copy)]
enum Cause {
    /// The service limits the rate of requests.
    Throttling,
    Other,
}

impl Cause {
    fn of<E: OperationError>(error: &Error<E>) -> Self {
        if error.is_throttling() { Self::Throttling } else { Self::Other }
    }

    /// Limit of the pause after the first attempt.
    fn first_limit(self) -> Duration {
        Duration::from_millis(match self {
            Self::Throttling => 500,
            Self::Other => 100,
        })
    }
}

/// Returns a random duration below a limit that doubles with each attempt ("full jitter").
fn pause(attempt: u32, cause: Cause) -> Duration {
    let limit = cause.first_limit().saturating_mul(1 << attempt.min(10)).min(MAX_PAUSE);
    limit.mul_f64(fastrand::f64())
}

/// Minimum pause that the service requires: seconds in `retry-after`, or milliseconds in `x-amz-retry-after`.
fn retry_after(headers: &http::HeaderMap) -> Duration {
    let number = |name| headers.get(name).and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    let own = number("x-amz-retry-after").map(Duration::from_millis);
    own.or_else(|| number("retry-after").map(Duration::from_secs)).unwrap_or_default().min(MAX_PAUSE)
}

/// Error of sending a request. Unlike [`Error`], it is the same type for all operations.
enum Failure {
    Request(RequestError),
    Transport(BoxError),
    Timeout(Duration),
}

impl<T: Into<RequestError>> From<T> for Failure {
    fn from(error: T) -> Self {
        Self::Request(error.into())
    }
}

impl Failure {
    fn error<E>(self, attempts: Attempts) -> Error<E> {
        match self {
            Self::Request(reason) => Error::Request(reason),
            Self::Transport(source) => Error::Transport { source, attempts },
            Self::Timeout(limit) => Error::Timeout { limit, attempts },
        }
    }
}

/// Sends a request, with the stream as its body if there is one. Returns after the head of the response.
async fn send(
    shared: &Shared,
    operation: &'static OperationSchema,
    (mut request, mut stream): (Request<Bytes>, Option<Outgoing>),
    checksum: Option<Checksum>,
    limit: Duration,
) -> Result<(response::Parts, ResponseBody), Failure> {
    stream = match (stream, checksum) {
        (Some(Outgoing::Bytes(bytes)), Some(checksum)) => {
            Some(Outgoing::Bytes(checksum.attach(request.headers_mut(), bytes).await?))
        }
        (stream, _) => stream,
    };
    let is_trailing = trailer::has_trailer(request.headers());
    let kind = auth::choose(shared, operation)?;
    let to_hash = if is_trailing { None } else { sign::to_hash(shared, operation, kind, stream.as_ref()) };
    let hash = match to_hash {
        Some(again) => Some(sign::hash(again).await.map_err(RequestError::Stream)?),
        None => None,
    };
    let payload =
        if is_trailing { sign::Payload::Trailer } else { sign::Payload::of(stream.as_ref(), hash.as_deref()) };
    let signer = sign::sign(shared, operation, kind, &mut request, payload).await?;
    let progress = Progress::default();
    let request = match stream {
        None => request.map(ByteStream::from),
        Some(Outgoing::Bytes(stream)) => request.map(|_| progress.watch(stream)),
        Some(Outgoing::Events(events)) => {
            let stream = match signer {
                Some(signer) => signer.sign(events),
                None => events.into_bytes(),
            };
            request.map(|_| progress.watch(stream))
        }
    };
    let stall = shared.config.stall_timeout;
    match progress.within(limit, stall, shared.transport.clone().oneshot(request)).await {
        Ok(response) => response.map(http::Response::into_parts).map_err(Failure::Transport),
        Err(Expired::Attempt) => Err(Failure::Timeout(limit)),
        Err(Expired::Stalled) => Err(Failure::Transport(Stalled(stall.unwrap_or(limit)).into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_that_a_service_requires_is_limited() {
        let delay = |name: &'static str, value: &'static str| {
            retry_after(&[(name.parse().expect("a name"), value.parse().expect("a value"))].into_iter().collect())
        };
        assert_eq!(delay("retry-after", "2"), Duration::from_secs(2));
        assert_eq!(delay("x-amz-retry-after", "1500"), Duration::from_millis(1500));
        assert_eq!(delay("retry-after", "4000000000000000000"), MAX_PAUSE);
        assert_eq!(delay("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT"), Duration::ZERO);
    }

    #[test]
    fn pauses_are_within_their_bounds() {
        for attempt in 1..40 {
            assert!(pause(attempt, Cause::Throttling) <= MAX_PAUSE);
        }
        assert!(pause(1, Cause::Other) <= Duration::from_millis(200));
    }
}
