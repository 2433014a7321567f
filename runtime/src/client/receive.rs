//! Reads responses: outputs, errors of the service, and unreadable responses.

use std::pin::pin;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderMap, StatusCode, response};

use super::attempts::Attempts;
use super::checksum::Expected;
use super::config::ResponseChecks;
use super::erased::{CallError, Erased};
use super::error::Error;
use super::response::ResponseInfo;
use super::response_error::ResponseError;
use super::service_error::ServiceError;
use super::transport::ResponseBody;
use super::{Shared, stall};
use crate::constraint::{Violations, check, conversions};
use crate::event_stream::{self, Initial, MEDIA_TYPE, Side};
use crate::memory::Reading;
use crate::operation::{OperationError, Unhandled};
use crate::protocol::{ClientProtocol, other_charset};
use crate::reflect::{Ref, Reflect};
use crate::schema::{Binding, Member, OperationSchema, Schema};
use crate::streaming::{self, OpenError, StreamLimits};
use crate::time::{self, Instant};
use crate::types::StreamError;
use crate::types::error_shape::{hides_message, shape_message};

/// The attempt that a response belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attempt {
    pub(super) operation: &'static OperationSchema,
    /// 1 for the first.
    pub(super) number: u32,
    /// Time limit of attempts.
    pub(super) limit: Duration,
    /// Remaining time.
    pub(super) rest: Duration,
}

/// Reads a response. If its body is a stream, this returns after the head.
pub(super) async fn receive(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    (head, body): (response::Parts, ResponseBody),
    attempt: Attempt,
    place: &mut dyn Erased,
) -> Result<ResponseInfo, CallError> {
    let operation = attempt.operation;
    let is_success = is_success(operation, head.status);
    let stream = streaming::member(operation.output).filter(|_| is_success);
    // It may be the document of an error, although its status is that of a success.
    let undeclared = stream.filter(|member| member.is_events() && !has_events(&head.headers));
    if let (Some(member), None) = (stream, undeclared) {
        return open(shared, protocol, (head, body), member, attempt, place).await;
    }
    let start = Instant::now();
    let collecting = pin!(collect(body, shared.config.max_response, undeclared));
    let collected = time::timeout(attempt.rest, collecting).await;
    let body = match collected {
        Err(_) => return Err(timeout(attempt)),
        Ok(Ok(Collected::Whole(body))) => body,
        Ok(Ok(Collected::Events(body, member))) => {
            let attempt = Attempt { rest: attempt.rest.saturating_sub(start.elapsed()), ..attempt };
            return open(shared, protocol, (head, body), member, attempt, place).await;
        }
        Ok(Err(StreamError::TooLong { limit })) => {
            return Err(unreadable(ResponseError::TooLarge { limit }, head, &Bytes::new(), attempt));
        }
        Ok(Err(source)) => {
            let attempts = Attempts::new(operation.name, attempt.number);
            return Err(Error::Transport { source: source.into(), attempts });
        }
    };
    if let Some(expected) = Expected::of(shared.customization, operation, &head.headers)
        && is_success
        && !expected.fits(&body)
    {
        return Err(unreadable(ResponseError::Checksum { header: expected.header() }, head, &body, attempt));
    }
    let is_success = is_success && !protocol.is_error(operation, &body, shared.customization.payloads);
    if is_success && undeclared.is_some() {
        Err(unreadable(ResponseError::NotEvents, head, &body, attempt))
    } else if is_success {
        read_output(shared, protocol, head, &body, attempt, place)
    } else {
        Err(read_error(shared, protocol, head, &body, attempt, place))
    }
}

/// The body of a response.
enum Collected {
    Whole(Bytes),
    /// The stream of this member.
    Events(ResponseBody, &'static Member),
}

/// Collects a body of at most `limit` bytes, unless it is an event stream. Some servers declare another media type for
/// the event stream of this member; it may be empty.
async fn collect(
    body: ResponseBody,
    limit: usize,
    undeclared: Option<&'static Member>,
) -> Result<Collected, StreamError> {
    let body = match undeclared {
        Some(member) => match event_stream::starts_with_frame(body).await? {
            (body, true) => return Ok(Collected::Events(body, member)),
            (body, false) => body,
        },
        None => body,
    };
    let body = body.collect(limit).await?;
    Ok(match undeclared {
        Some(member) if body.is_empty() => Collected::Events(body.into(), member),
        _ => Collected::Whole(body),
    })
}

/// Whether a response has an output: the status is that of a success or of the operation, or a redirect of an operation
/// whose output has the status.
fn is_success(operation: &OperationSchema, status: StatusCode) -> bool {
    let has_status = || operation.output.members.iter().any(|member| member.traits.binding == Binding::ResponseCode);
    status.is_success()
        || operation.http.is_some_and(|http| http.code == status.as_u16())
        || (status.is_redirection() && has_status())
}

fn info(head: response::Parts, attempt: Attempt) -> ResponseInfo {
    ResponseInfo::new(attempt.operation.name, attempt.number, head)
}

fn unreadable(reason: ResponseError, head: response::Parts, body: &Bytes, attempt: Attempt) -> CallError {
    let status = head.status.as_u16();
    Error::Response { status, reason, info: Box::new(info(head, attempt).with_body(body)) }
}

fn timeout(attempt: Attempt) -> CallError {
    Error::Timeout { limit: attempt.limit, attempts: Attempts::new(attempt.operation.name, attempt.number) }
}

/// Reads the head of a successful response whose body is a stream.
async fn open(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    (head, body): (response::Parts, ResponseBody),
    member: &'static Member,
    attempt: Attempt,
    place: &mut dyn Erased,
) -> Result<ResponseInfo, CallError> {
    let schema = attempt.operation.output;
    let is_events = member.is_events();
    if is_events && let Err(reason) = check_headers(protocol, attempt.operation, &head) {
        return Err(unreadable(reason, head, &Bytes::new(), attempt));
    }
    let body = match shared.config.stall_timeout {
        Some(limit) if !is_events => stall::limited(body, limit),
        _ => body,
    };
    let body = match Expected::of(shared.customization, attempt.operation, &head.headers) {
        Some(expected) if !is_events => expected.guard(body),
        _ => body,
    };
    let config = &shared.config;
    let limits = StreamLimits {
        event: config.max_response,
        memory: config.max_memory,
        initial: attempt.rest,
        #[cfg(feature = "server")]
        share: None,
    };
    let opened = streaming::open(protocol.events(), Side::Client, member, schema, body, limits, None).await;
    let (body, incoming) = match opened {
        Ok(opened) => opened,
        Err(OpenError::TooSlow) => return Err(timeout(attempt)),
        Err(OpenError::Broken(error)) => {
            return Err(unreadable(ResponseError::InitialMessage(error), head, &Bytes::new(), attempt));
        }
    };
    let info = read_output(shared, protocol, head, &body, attempt, place)?;
    streaming::put(Side::Client, place.output(), incoming);
    Ok(info)
}

/// Whether the content type, if there is one, is that of an event stream.
fn has_events(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_none_or(|found| found.as_bytes().starts_with(MEDIA_TYPE.as_bytes()))
}

/// Checks that the head of an event stream has the headers of all required members.
fn check_headers(
    protocol: &dyn ClientProtocol,
    operation: &OperationSchema,
    head: &response::Parts,
) -> Result<(), ResponseError> {
    if protocol.events().is_none_or(|format| format.initial != Initial::Head) {
        return Ok(());
    }
    let missing = operation.output.members.iter().find(|member| match member.traits.binding {
        Binding::Header(name) => member.required && !head.headers.contains_key(name),
        _ => false,
    });
    missing.map_or(Ok(()), |member| Err(ResponseError::MissingHeader(member.name)))
}

/// Reads a response with a complete body.
#[cfg(feature = "conformance")]
pub(crate) async fn receive_whole<O: crate::operation::Operation>(
    client: &super::Client,
    response: http::Response<Bytes>,
) -> Result<O::Output, Error<O::Error>> {
    let protocol = client.0.protocol(O::schema()).map_err(Error::request(O::schema()))?;
    let (head, body) = response.into_parts();
    let limit = Duration::from_secs(60);
    let attempt = Attempt { operation: O::schema(), number: 1, limit, rest: limit };
    let mut place = super::erased::Place::<O>::new();
    let result = receive(&client.0, protocol, (head, body.into()), attempt, &mut place).await;
    place.finish(result).map(|response| response.output)
}

/// The charset in which a body would have another meaning. ASCII has the same meaning in all charsets that HTTP
/// services declare, so it is read whatever they declare: many declare ISO-8859-1 by default.
fn unread_charset(
    protocol: &dyn ClientProtocol,
    schema: &'static Schema,
    head: &response::Parts,
    body: &[u8],
) -> Option<ResponseError> {
    // The header first: most responses name no charset, and bodies may be long.
    let charset = other_charset(&head.headers).filter(|_| protocol.is_text(schema))?;
    let is_ascii = body.is_ascii() && !body.contains(&0);
    (!is_ascii).then(|| ResponseError::Charset { charset: charset.to_owned() })
}

/// Reads the members of an output that are not in a stream.
fn read_output(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    head: response::Parts,
    body: &Bytes,
    attempt: Attempt,
    place: &mut dyn Erased,
) -> Result<ResponseInfo, CallError> {
    let operation = attempt.operation;
    if let Some(reason) = unread_charset(protocol, operation.output, &head, body) {
        return Err(unreadable(reason, head, body, attempt));
    }
    let mut reading = Reading::new(shared.config.max_memory, body.len());
    let output = place.blank();
    if let Err(error) = protocol.read_output(operation, &head, body, output, &mut reading) {
        let reason = with_media_type(error.into(), &head);
        return Err(unreadable(reason, head, body, attempt));
    }
    let mut missing = reading.into_missing();
    if let Some(stream) = streaming::member(operation.output) {
        missing = missing.without(stream.name);
    }
    let violations = violations(shared.config.response_checks, output, missing);
    let info = info(head, attempt);
    if violations.is_empty() {
        return Ok(info);
    }
    Err(Error::InvalidResponse { status: info.status(), violations, info: Box::new(info) })
}

/// Reads an error of the service.
fn read_error(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    head: response::Parts,
    body: &Bytes,
    attempt: Attempt,
    place: &dyn Erased,
) -> CallError {
    let operation = attempt.operation;
    let status = head.status.as_u16();
    let mut found = protocol.error_head(&head, body);
    if found.code.is_empty()
        && body.is_empty()
        && let Some(code) = shared.customization.code_of_status(status)
    {
        code.clone_into(&mut found.code);
    }
    let index = found.find(operation.errors);
    if index.is_none() && found.code.is_empty() && found.message.is_none() {
        let reason = no_error(&head, body);
        let info = Box::new(info(head, attempt).with_body(body).with_body_id(found.request_id));
        return Error::Response { status, reason, info };
    }
    let schema = index.map_or(operation.output, |index| operation.errors[index]);
    if let Some(reason) = unread_charset(protocol, schema, &head, body) {
        return unreadable(reason, head, body, attempt);
    }
    let mut reading = Reading::new(shared.config.max_memory, body.len());
    let mut invalid = Violations::default();
    let mut failure = None;
    let mut read = |shape: &mut dyn Reflect| match protocol.read_error(&head, body, shape, &mut reading) {
        Ok(()) => invalid = violations(shared.config.response_checks, shape, reading.take_missing()),
        Err(error) => failure = Some(error),
    };
    let mut error = index.and_then(|index| place.error(index, &mut read));
    match failure {
        Some(error) if found.code.is_empty() => return unreadable(error.into(), head, body, attempt),
        // The code decides about retries, also if the other members do not match the model.
        Some(_) => error = None,
        None => {}
    }
    let info = info(head, attempt).with_body(body).with_body_id(found.request_id);
    let (error, message) = match error {
        Some(error) => {
            let hides =
                error.shape().is_ok_and(|shape| hides_message(shape.schema()) || shape_message(shape).is_some());
            (error, found.message.filter(|_| !hides))
        }
        None => (Unhandled::new(found.code, found.message).received(status).into(), None),
    };
    let (query_code, is_of_aws) = (found.query_code, shared.service.sdk_id.is_some());
    Error::Service(Box::new(ServiceError { error, info, query_code, is_of_aws, message, violations: invalid }))
}

/// Reason why a response is neither a success nor an error of the protocol.
fn no_error(head: &response::Parts, body: &Bytes) -> ResponseError {
    if head.status == StatusCode::NOT_MODIFIED {
        return ResponseError::NotModified;
    }
    if head.status.is_redirection() {
        let text = |name: &str| text(&head.headers, name);
        return ResponseError::Redirect { region: text("x-amz-bucket-region"), location: text(LOCATION.as_str()) };
    }
    if body.is_empty() { ResponseError::NoCode } else { ResponseError::UnknownError }
}

/// Adds the content type to an error of a body that is declared as text, as pages of proxies are.
fn with_media_type(reason: ResponseError, head: &response::Parts) -> ResponseError {
    let is_text = |found: &String| found.starts_with("text/") && !found.starts_with("text/xml");
    match (reason, text(&head.headers, CONTENT_TYPE.as_str()).filter(is_text)) {
        (ResponseError::Body(source), Some(found)) => ResponseError::MediaType { found, source },
        (reason, _) => reason,
    }
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Returns the violations for which an output or error is rejected.
fn violations(checks: ResponseChecks, shape: &dyn Reflect, missing: Violations) -> Violations {
    if checks == ResponseChecks::Off {
        let found = conversions(shape.schema(), Ref::Shape(shape));
        return if found.is_empty() { found } else { missing.joined(found) };
    }
    let mut found = Violations::default();
    check(shape, &mut found);
    missing.joined(if checks == ResponseChecks::Constraints { found.without_unlisted() } else { found })
}
