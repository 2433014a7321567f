//! One request and its response, tried as often as the configuration allows.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, response};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use tower::ServiceExt;

use super::error::{Error, ServiceError};
use super::{Client, Shared, endpoint, sign};
use crate::operation::{Operation, OperationError, Unhandled};
use crate::protocol::Protocol;
use crate::reflect::{Fill, Reflect, Value};
use crate::schema::OperationSchema;

/// The longest pause between two attempts.
const MAX_PAUSE: Duration = Duration::from_secs(20);

/// Sends an input that is complete and valid, and reads what comes back.
pub(super) async fn exchange<O: Operation>(client: &Client, input: &O::Input) -> Result<O::Output, Error<O::Error>> {
    let shared = &*client.0;
    let (operation, protocol) = (O::schema(), shared.protocol.ok_or_else(no_protocol)?);
    let request = prepare(shared, protocol, operation, input).map_err(Error::Request)?;
    let mut attempt = 1;
    loop {
        let result = match send(shared, operation, request.clone()).await {
            Ok((head, body)) => read::<O>(protocol, &head, &body),
            Err(failure) => Err(failure.into()),
        };
        match result {
            Err(error) if error.is_retryable() && attempt < shared.config.attempts => {
                tokio::time::sleep(pause(attempt)).await;
                attempt += 1;
            }
            result => return result,
        }
    }
}

fn no_protocol<E>() -> Error<E> {
    Error::Request("the service speaks no protocol that this client has".to_owned())
}

/// A random share of a limit that doubles with each attempt ("full jitter").
fn pause(attempt: u32) -> Duration {
    let limit = Duration::from_millis(100).saturating_mul(1 << attempt.min(10)).min(MAX_PAUSE);
    limit.mul_f64(fastrand::f64())
}

fn prepare(
    shared: &Shared,
    protocol: &dyn Protocol,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
) -> Result<Request<Bytes>, String> {
    let mut request = protocol.write_request(shared.service, operation, input).map_err(|error| error.to_string())?;
    *request.uri_mut() = endpoint::resolve(shared, operation, input, request.uri())?;
    let headers = request.headers_mut();
    let agent = http::HeaderValue::from_static(concat!("whitesmith/", env!("CARGO_PKG_VERSION")));
    headers.entry(http::header::USER_AGENT).or_insert(agent);
    Ok(request)
}

/// Why there is no response.
enum Failure {
    Request(String),
    Transport(super::BoxError),
    Timeout(Duration),
    TooLarge(u16),
}

impl<E> From<Failure> for Error<E> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Request(reason) => Self::Request(reason),
            Failure::Transport(error) => Self::Transport(error),
            Failure::Timeout(limit) => Self::Timeout(limit),
            Failure::TooLarge(status) => {
                Self::Response { status, reason: "the body is larger than the configuration allows".to_owned() }
            }
        }
    }
}

async fn send(
    shared: &Shared,
    operation: &'static OperationSchema,
    mut request: Request<Bytes>,
) -> Result<(response::Parts, Bytes), Failure> {
    sign::sign(shared, operation, &mut request).await.map_err(Failure::Request)?;
    let limit = shared.config.attempt_timeout;
    let attempt = async {
        let transport = shared.transport.0.clone();
        let response = transport.oneshot(request.map(Full::new)).await.map_err(Failure::Transport)?;
        let (head, body) = response.into_parts();
        match Limited::new(body, shared.config.max_response).collect().await {
            Ok(collected) => Ok((head, collected.to_bytes())),
            Err(error) if error.is::<LengthLimitError>() => Err(Failure::TooLarge(head.status.as_u16())),
            Err(error) => Err(Failure::Transport(error)),
        }
    };
    tokio::time::timeout(limit, attempt).await.unwrap_or(Err(Failure::Timeout(limit)))
}

/// What a response says: the output, or the error.
pub(crate) fn read<O: Operation>(
    protocol: &dyn Protocol,
    head: &response::Parts,
    body: &Bytes,
) -> Result<O::Output, Error<O::Error>> {
    let status = head.status.as_u16();
    let malformed = |error: crate::protocol::Malformed| Error::Response { status, reason: error.to_string() };
    if head.status.is_success() {
        let mut output = O::Output::blank(Fill(()));
        protocol.read_output(O::schema(), head, body, &mut output).map_err(malformed)?;
        return Ok(output);
    }
    let found = protocol.error_head(head, body);
    if found.code.is_empty()
        && found.message.is_none()
        && !body.is_empty()
        && serde_json::from_slice::<serde::de::IgnoredAny>(body).is_err()
    {
        return Err(Error::Response { status, reason: "it is an error, but not one of this protocol".to_owned() });
    }
    let index = found.find(O::schema().errors);
    let mut error = index.and_then(|index| O::Error::blank(index, Fill(())));
    if let Some(shape) = error.as_mut().and_then(|error| error.shape_mut(Fill(()))) {
        protocol.read_error(head, body, shape).map_err(malformed)?;
    }
    let error = error.unwrap_or_else(|| Unhandled::new(found.code, found.message).into());
    let query_code = found.query_code;
    let request_id = head.headers.get("x-amzn-requestid").or_else(|| head.headers.get("x-amz-request-id"));
    let request_id = request_id.and_then(|id| id.to_str().ok()).map(str::to_owned);
    Err(Error::Service(Box::new(ServiceError { error, status, request_id, query_code })))
}
