//! One request and its response, tried as often as the configuration allows.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tower::ServiceExt;

use super::checksum::Checksum;
use super::clock::Certainty;
use super::config::ResponseChecks;
use super::error::{Error, ServiceError, is_skew, may_be_skew};
use super::prepare::{Prepared, prepare};
use super::progress::Progress;
use super::request_error::RequestError;
use super::response_error::ResponseError;
use super::transport::{BoxError, ResponseBody};
use super::{Client, Shared, auth, sign};
use crate::builder::MemberSet;
use crate::constraint::{Violations, check};
use crate::event_stream::{Initial, MEDIA_TYPE, Side};
use crate::memory::Reading;
use crate::operation::{Operation, OperationError, Unhandled};
use crate::protocol::{ClientProtocol, Malformed};
use crate::reflect::{Fill, Reflect, Value};
use crate::schema::{Binding, OperationSchema};
use crate::streaming::{self, OpenError, Outgoing, StreamLimits};
use crate::types::ByteStream;

/// The longest pause between two attempts.
const MAX_PAUSE: Duration = Duration::from_secs(20);

/// Sends an input that is complete and valid, and reads the response. A stream in the input is taken out of it.
pub(super) async fn exchange<O: Operation>(
    client: &Client,
    input: &mut O::Input,
    set: &MemberSet,
) -> Result<O::Output, Error<O::Error>> {
    let attempts = attempts::<O>(client, input, set);
    match client.0.config.operation_timeout {
        None => attempts.await,
        Some(limit) => tokio::time::timeout(limit, attempts).await.unwrap_or(Err(Error::Timeout(limit))),
    }
}

async fn attempts<O: Operation>(
    client: &Client,
    input: &mut O::Input,
    set: &MemberSet,
) -> Result<O::Output, Error<O::Error>> {
    let shared = &*client.0;
    let operation = O::schema();
    let protocol = shared.protocol(operation).map_err(Error::Request)?;
    let Prepared { request, mut stream, checksum } =
        prepare(shared, protocol, operation, (input, set)).map_err(Error::Request)?;
    let is_repeatable = is_repeatable(shared, operation);
    let mut attempt = 1;
    loop {
        // A stream that cannot be read twice is sent once.
        let next = stream.as_ref().map(Outgoing::try_clone);
        let is_last = attempt >= shared.config.attempts || matches!(next, Some(None));
        let body = std::mem::replace(&mut stream, next.flatten());
        let (start, limit) = (Instant::now(), shared.config.attempt_timeout);
        let is_stream = body.is_some();
        let mut delay = Duration::ZERO;
        let mut headers = http::HeaderMap::new();
        let result = match send(shared, operation, (request.clone(), body), checksum).await {
            Ok(response) => {
                delay = retry_after(&response.0.headers);
                if !response.0.status.is_success() {
                    headers.clone_from(&response.0.headers);
                }
                // A stream takes its time.
                let rest = if is_stream { limit } else { limit.saturating_sub(start.elapsed()) };
                receive::<O>(shared, protocol, response, rest).await
            }
            Err(failure) => Err(failure.into()),
        };
        let was_skewed = matches!(&result, Err(error) if learn_time(shared, error, &headers));
        match result {
            Err(_) if !is_last && was_skewed => attempt += 1,
            Err(error) if !is_last && may_retry(&error, delay, is_repeatable) => {
                tokio::time::sleep(pause(attempt, error.is_throttling()).max(delay)).await;
                attempt += 1;
            }
            result => return result.map_err(Error::refused),
        }
    }
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

/// Sets the clock to the service's time if the response rejects the time of a signature. Returns whether to try again.
fn learn_time<E: OperationError>(shared: &Shared, error: &Error<E>, headers: &http::HeaderMap) -> bool {
    let certainty = match (error, error.code()) {
        (_, Some(code)) if is_skew(code) => Certainty::Certain,
        (_, Some(code)) if may_be_skew(code) => Certainty::Possible,
        // Responses to HEAD have no code.
        (Error::Response { status: 401 | 403, .. }, None) => Certainty::Possible,
        _ => return false,
    };
    shared.clock.learn(headers, certainty)
}

/// A random part of a limit that doubles with each attempt ("full jitter"), and is larger for throttling errors.
fn pause(attempt: u32, is_throttling: bool) -> Duration {
    let first = Duration::from_millis(if is_throttling { 500 } else { 100 });
    first.saturating_mul(1 << attempt.min(10)).min(MAX_PAUSE).mul_f64(fastrand::f64())
}

/// How long the service wants to be left alone: seconds in `retry-after`, or milliseconds in AWS's own header.
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

impl<E> From<Failure> for Error<E> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Request(reason) => Self::Request(reason),
            Failure::Transport(error) => Self::Transport(error),
            Failure::Timeout(limit) => Self::Timeout(limit),
        }
    }
}

/// Sends a request, with the stream as its body if there is one. The response's body is yet to come.
async fn send(
    shared: &Shared,
    operation: &'static OperationSchema,
    (mut request, stream): (Request<Bytes>, Option<Outgoing>),
    checksum: Option<Checksum>,
) -> Result<(response::Parts, ResponseBody), Failure> {
    if let (Some(checksum), Some(Outgoing::Bytes(stream))) = (checksum, &stream) {
        checksum.add_of(request.headers_mut(), stream).await?;
    }
    let kind = auth::choose(shared, operation)?;
    let hash = match sign::to_hash(shared, operation, kind, stream.as_ref()) {
        Some(again) => Some(sign::hash(again).await.map_err(RequestError::Stream)?),
        None => None,
    };
    let payload = sign::Payload::of(stream.as_ref(), hash.as_deref());
    let signer = sign::sign(shared, operation, kind, &mut request, payload).await?;
    let limit = shared.config.attempt_timeout;
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
    let response = progress.within(limit, shared.transport.clone().oneshot(request)).await;
    let response = response.ok_or(Failure::Timeout(limit))?.map_err(Failure::Transport)?;
    Ok(response.into_parts())
}

/// Checks that the head of a response is that of an event stream, and has the headers of all required members.
fn check_events<O: Operation>(protocol: &dyn ClientProtocol, head: &response::Parts) -> Result<(), ResponseError> {
    let media_type = head.headers.get(http::header::CONTENT_TYPE);
    if media_type.is_some_and(|found| !found.as_bytes().starts_with(MEDIA_TYPE.as_bytes())) {
        return Err(ResponseError::NotEvents);
    }
    if protocol.events().is_none_or(|format| format.initial != Initial::Head) {
        return Ok(());
    }
    let missing = O::schema().output.members.iter().find(|member| match member.binding {
        Binding::Header(name) => member.required && !head.headers.contains_key(name),
        _ => false,
    });
    missing.map_or(Ok(()), |member| Err(ResponseError::MissingHeader(member.name)))
}

/// Reads a response. If its body is a stream, this returns after the head.
async fn receive<O: Operation>(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    (head, body): (response::Parts, ResponseBody),
    rest: Duration,
) -> Result<O::Output, Error<O::Error>> {
    let limit = shared.config.attempt_timeout;
    if head.status.is_success()
        && let Some(member) = streaming::member(O::schema().output)
    {
        let status = head.status.as_u16();
        let malformed = |reason| Error::Response { status, reason };
        if streaming::is_events(member) {
            check_events::<O>(protocol, &head).map_err(malformed)?;
        }
        let config = &shared.config;
        let limits = StreamLimits { event: config.max_response, memory: config.max_memory, initial: rest };
        let opened = streaming::open(protocol.events(), Side::Client, member, O::schema().output, body, limits).await;
        let (body, incoming) = opened.map_err(|error| match error {
            OpenError::Broken(error) => malformed(ResponseError::InitialMessage(error)),
            OpenError::TooSlow => Error::Timeout(limit),
        })?;
        let mut output = read::<O>(shared, protocol, &head, &body)?;
        streaming::put(Side::Client, &mut output, incoming);
        return Ok(output);
    }
    let collected = tokio::time::timeout(rest, Limited::new(body, shared.config.max_response).collect()).await;
    let body = match collected {
        Err(_) => return Err(Failure::Timeout(limit).into()),
        Ok(Ok(collected)) => collected.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            let reason = ResponseError::TooLarge { limit: shared.config.max_response };
            return Err(Error::Response { status: head.status.as_u16(), reason });
        }
        Ok(Err(error)) => return Err(Failure::Transport(error).into()),
    };
    read::<O>(shared, protocol, &head, &body)
}

/// Reads a response with a complete body.
#[cfg(feature = "conformance")]
pub(crate) async fn receive_whole<O: Operation>(
    client: &Client,
    response: http::Response<Bytes>,
) -> Result<O::Output, Error<O::Error>> {
    let protocol = client.0.protocol(O::schema()).map_err(Error::Request)?;
    let (head, body) = response.into_parts();
    let body = ByteStream::from(body);
    receive::<O>(&client.0, protocol, (head, body), client.0.config.attempt_timeout).await
}

/// Error of a response that is neither a success nor an error of the protocol.
fn unreadable(head: &response::Parts, body: &Bytes) -> ResponseError {
    if head.status == http::StatusCode::NOT_MODIFIED {
        return ResponseError::NotModified;
    }
    if head.status.is_redirection() {
        let location = head.headers.get(http::header::LOCATION);
        let location = location.map(|location| String::from_utf8_lossy(location.as_bytes()).into_owned());
        return ResponseError::Redirect { location };
    }
    if body.is_empty() { ResponseError::NoCode } else { ResponseError::UnknownError }
}

/// Returns the violations that an output or error is refused for.
fn violations(checks: ResponseChecks, shape: &dyn Reflect, missing: Violations) -> Violations {
    if checks == ResponseChecks::Off {
        return Violations::default();
    }
    let mut found = Violations::default();
    check(shape, &mut found);
    missing.joined(if checks == ResponseChecks::Constraints { found.without_unlisted() } else { found })
}

/// Reads the output or the error of a response.
fn read<O: Operation>(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    head: &response::Parts,
    body: &Bytes,
) -> Result<O::Output, Error<O::Error>> {
    let status = head.status.as_u16();
    let malformed = |error: Malformed| Error::Response { status, reason: error.into() };
    let mut reading = Reading::new(shared.config.max_memory, body.len());
    let payloads = super::customizations::payloads(shared.service);
    if head.status.is_success() && !protocol.is_error(O::schema(), body, payloads) {
        let mut output = O::Output::blank(Fill(()));
        protocol.read_output(O::schema(), head, body, &mut output, &mut reading).map_err(malformed)?;
        let mut missing = reading.into_missing();
        if let Some(stream) = streaming::member(O::schema().output) {
            missing = missing.without(stream.name);
        }
        let violations = violations(shared.config.response_checks, &output, missing);
        return if violations.is_empty() { Ok(output) } else { Err(Error::InvalidResponse { status, violations }) };
    }
    let mut found = protocol.error_head(head, body);
    if found.code.is_empty()
        && body.is_empty()
        && let Some(code) = super::customizations::code_of_status(shared.service, status)
    {
        code.clone_into(&mut found.code);
    }
    if found.code.is_empty() && found.message.is_none() {
        return Err(Error::Response { status, reason: unreadable(head, body) });
    }
    let index = found.find(O::schema().errors);
    let mut invalid = Violations::default();
    let mut error = index.and_then(|index| O::Error::blank(index, Fill(())));
    if let Some(shape) = error.as_mut().and_then(|error| error.shape_mut(Fill(()))) {
        protocol.read_error(head, body, shape, &mut reading).map_err(malformed)?;
        invalid = violations(shared.config.response_checks, shape, reading.into_missing());
    }
    let error = error.unwrap_or_else(|| Unhandled::new(found.code, found.message).with_status(status).into());
    let (query_code, found_id) = (found.query_code, found.request_id);
    let request_id = head.headers.get("x-amzn-requestid").or_else(|| head.headers.get("x-amz-request-id"));
    let request_id = request_id.and_then(|id| id.to_str().ok()).map(str::to_owned).or(found_id);
    Err(Error::Service(Box::new(ServiceError { error, status, request_id, query_code, violations: invalid })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_says_how_long_it_wants_to_be_left_alone() {
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
            assert!(pause(attempt, true) <= MAX_PAUSE);
        }
        assert!(pause(1, false) <= Duration::from_millis(200));
    }
}
