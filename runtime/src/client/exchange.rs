//! Sends a request and reads its response, with retries.

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::header::{EXPECT, HeaderValue};
use http::{Request, response};

use super::attempts::Attempts;
use super::call_info::CallInfo;
use super::checksum::{self, Checksum};
use super::clock::{Certainty, Clock, Timing};
use super::config::ExpectContinue;
use super::endpoint::Scope;
use super::erased::{CallError, Erased, Place};
use super::error::{Error, Failure, is_skew, may_be_skew};
use super::observe::{AttemptObserver, CallObserver};
use super::prepare::{Prepared, prepare};
use super::progress::{Expired, Progress, Stalled};
use super::receive::{Attempt, receive};
use super::request_error::RequestError;
use super::response::{Response, ResponseInfo};
use super::retry::{Repeatable, Retries, retry_after};
use super::transport::{BoxError, NoService, RequestBody, ResponseBody};
use super::{Client, Shared, auth, sign};
use crate::builder::MemberSet;
use crate::operation::Operation;
use crate::protocol::ClientProtocol;
use crate::reflect::Reflect;
use crate::schema::{AuthKind, OperationSchema};
use crate::streaming::Outgoing;
use crate::time::{Instant, has_timer, sleep, timeout};
use crate::types::ByteStream;

/// Default time limit of an attempt.
pub(super) const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(60);

/// A request of an attempt, before it is signed.
pub(super) struct Draft<'a> {
    pub(super) request: Request<Bytes>,
    /// Body, if it is a stream.
    pub(super) stream: Option<Outgoing>,
    /// Checksum that the stream needs.
    pub(super) checksum: Option<Checksum>,
    /// How the request is signed.
    pub(super) scope: &'a Scope,
}

/// Sends a complete and valid input, and reads the response. Moves the stream out of the input.
pub(super) async fn exchange<O: Operation>(
    client: &Client,
    input: &mut O::Input,
    set: &MemberSet,
) -> Result<Response<O::Output>, Error<O::Error>> {
    #[cfg(feature = "test-util")]
    if let Some(mock) = &client.0.config.mock {
        return mock.call::<O>(client.0.service, input);
    }
    let mut place = Place::<O>::new();
    let result = boxed(client, input, set, &mut place).await;
    place.finish(result)
}

/// A call without the types of its operation. The box has the code that drops it, of which each function that awaits it
/// would contain a copy.
type Calling<'a> = Pin<Box<dyn Future<Output = Result<ResponseInfo, CallError>> + Send + 'a>>;

fn boxed<'a>(
    client: &'a Client,
    input: &'a mut dyn Reflect,
    set: &'a MemberSet,
    place: &'a mut dyn Erased,
) -> Calling<'a> {
    Box::pin(async move {
        let observer = CallObserver::start(client.0.service, place.schema(), client.0.config.region_name());
        let result = observer.within(limited(client, input, set, place)).await;
        observer.finish(&result);
        result
    })
}

/// Limits the time of all attempts.
async fn limited(
    client: &Client,
    input: &mut dyn Reflect,
    set: &MemberSet,
    place: &mut dyn Erased,
) -> Result<ResponseInfo, CallError> {
    let counter = AtomicU32::new(0);
    let name = place.schema().name;
    let attempts = pin!(attempts(client, input, set, place, &counter));
    let Some(limit) = client.0.config.operation_timeout else { return attempts.await };
    let timed_out = || {
        let attempts = Attempts::new(name, counter.load(Ordering::Relaxed));
        Error::Timeout { limit, attempts }
    };
    timeout(limit, attempts).await.unwrap_or_else(|_| Err(timed_out()))
}

/// Stores the number of requests that were sent in `counter`, for the caller that stops waiting.
async fn attempts(
    client: &Client,
    input: &mut dyn Reflect,
    set: &MemberSet,
    place: &mut dyn Erased,
    counter: &AtomicU32,
) -> Result<ResponseInfo, CallError> {
    let start = Instant::now();
    let shared = &*client.0;
    let operation = place.schema();
    let protocol = shared.protocol(operation).map_err(Error::request(operation))?;
    let account_id = auth::account_id(shared, operation).await.map_err(Error::request(operation))?;
    let prepared = prepare(shared, protocol, operation, input, set, account_id.as_deref());
    let Prepared { mut request, mut stream, checksum, scope, .. } = prepared.map_err(Error::request(operation))?;
    #[cfg(any(feature = "aws", feature = "aws-config"))]
    {
        request = super::agent::named(shared, request);
    }
    let wait = longest_wait(shared, operation);
    let repeatable = repeatable(shared, operation, wait);
    let limit = shared.config.attempt_timeout.unwrap_or(wait.unwrap_or_default().max(ATTEMPT_TIMEOUT));
    let clock = shared.config.state.clocks.of(request.uri());
    let mut retries = Retries::new(&shared.config.retries, &shared.config.state.retries, operation.name);
    let mut earlier = None;
    // Without a timer, pauses have no length.
    let whole = shared.config.operation_timeout.filter(|_| has_timer());
    let left = || whole.map_or(Duration::MAX, |limit| limit.saturating_sub(start.elapsed()));
    loop {
        retries.admit().await;
        let number = retries.number();
        // A stream that cannot be read twice is sent only once.
        let next = stream.as_ref().map(Outgoing::try_clone);
        let is_last = retries.is_last() || matches!(next, Some(None));
        let body = std::mem::replace(&mut stream, next.flatten());
        let observer = AttemptObserver::start(&request, number);
        let ahead = clock.ahead();
        let state = Attempt { operation, number, limit, rest: limit };
        let again = (!is_last).then(|| request.clone());
        let draft = Draft { request, stream: body, checksum, scope: &scope };
        let attempt = attempt(shared, protocol, draft, state, place, counter);
        let (result, delay) = observer.within(attempt).await;
        observer.finish(&result);
        let failure = result.as_ref().err().map(Error::failure);
        retries.record(failure.as_ref());
        let was_skewed =
            failure.as_ref().is_some_and(|failure| correct_clock(shared, operation, failure, &clock, ahead));
        let (Some(failure), Some(again)) = (failure, again) else { return finished(result, earlier) };
        request = again;
        if was_skewed {
            retries.next();
        } else if let Some(pause) = retries.pause(&failure, repeatable, delay, left()) {
            sleep(pause).await;
        } else {
            return finished(result, earlier);
        }
        earlier = result.err().filter(|error| !matches!(error, Error::Request { .. })).or(earlier);
    }
}

/// Returns the result of the last attempt. If its request could not be created, but one was sent before, the call
/// failed as that one did: the operation may have been executed. The error also has the reason of the last.
fn finished(result: Result<ResponseInfo, CallError>, earlier: Option<CallError>) -> Result<ResponseInfo, CallError> {
    let last = |error| match (error, earlier) {
        (Error::Request { reason, .. }, Some(earlier)) => earlier.with_unsent(reason),
        (error, _) => error,
    };
    result.map_err(|error| last(error).refused())
}

/// Makes one attempt. Also returns the pause that the service requires before the next, if any.
async fn attempt(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    draft: Draft<'_>,
    attempt: Attempt,
    place: &mut dyn Erased,
    counter: &AtomicU32,
) -> (Result<ResponseInfo, CallError>, Option<Duration>) {
    let (start, is_stream) = (Instant::now(), draft.stream.is_some());
    let clock = shared.config.state.clocks.of(draft.request.uri());
    match send(shared, draft, &attempt, counter).await {
        Ok(response) => {
            let delay = retry_after(&response.0.headers, &clock);
            // Streams are limited by progress, not by total time.
            let rest = if is_stream { attempt.limit } else { attempt.limit.saturating_sub(start.elapsed()) };
            (receive(shared, protocol, response, Attempt { rest, ..attempt }, place).await, delay)
        }
        Err(error) => (Err(error.into_call_error(Attempts::new(attempt.operation.name, attempt.number))), None),
    }
}

/// How long the service may take for a response, if that is known: by `@longPoll`, or for an AWS service whose model
/// lacks the trait.
fn longest_wait(shared: &Shared, operation: &'static OperationSchema) -> Option<Duration> {
    let declared = operation.long_poll.map(|wait| Duration::from_millis(wait.into()));
    declared.or_else(|| shared.customization.longest_wait(operation))
}

/// Whether the operation may be executed twice (spec: "Idempotency"). Operations of AWS services may, as in AWS's own
/// SDKs: few of their models have the traits.
fn repeatable(shared: &Shared, operation: &OperationSchema, wait: Option<Duration>) -> Repeatable {
    let has_token = || operation.input.members.iter().any(|member| member.traits.idempotency_token);
    let may_repeat = shared.service.sdk_id.is_some() || operation.readonly || operation.idempotent || has_token();
    match (may_repeat, wait) {
        (true, None) => Repeatable::Yes,
        (true, Some(_)) => Repeatable::UnlessTimeout,
        (false, _) => Repeatable::No,
    }
}

/// Corrects the service's clock if the response rejects the time of the signature, for which the service was taken to
/// be `ahead`. Returns whether to try again.
fn correct_clock(
    shared: &Shared,
    operation: &'static OperationSchema,
    failure: &Failure<'_>,
    clock: &Clock,
    ahead: i64,
) -> bool {
    // Without a signature, the time is not the reason.
    if !matches!(auth::choose(shared, operation), Ok(Some(AuthKind::SigV4))) {
        return false;
    }
    let certainty = match (failure.status, failure.code) {
        (_, Some(code)) if is_skew(code) => Certainty::Certain,
        (_, Some(code)) if may_be_skew(code) => Certainty::Possible,
        // Responses to HEAD have no code.
        (Some(401 | 403), None) => Certainty::Possible,
        _ => return false,
    };
    failure.headers.is_some_and(|headers| clock.correct(headers, certainty, ahead))
}

/// Whether an upload waits until the service has accepted its head.
fn expects_continue(shared: &Shared, stream: &ByteStream) -> bool {
    let from = match shared.config.expect_continue {
        ExpectContinue::ByService => shared.customization.expect_continue_from,
        ExpectContinue::From(bytes) => Some(bytes),
        ExpectContinue::Never => None,
    };
    // A body that is empty cannot be held back.
    from.is_some_and(|from| stream.length().is_none_or(|length| length >= from && length > 0))
}

/// Error of sending a request.
enum SendError {
    Request(RequestError),
    Transport(BoxError),
    Timeout(Duration),
}

impl<T: Into<RequestError>> From<T> for SendError {
    fn from(error: T) -> Self {
        Self::Request(error.into())
    }
}

impl SendError {
    fn of_transport(source: BoxError) -> Self {
        if NoService::is_cause(&source) {
            Self::Request(RequestError::Transport(source))
        } else {
            Self::Transport(source)
        }
    }

    fn into_call_error(self, attempts: Attempts) -> CallError {
        match self {
            Self::Request(reason) => Error::Request { operation: attempts.operation(), reason },
            Self::Transport(source) => Error::Transport { source, attempts },
            Self::Timeout(limit) => Error::Timeout { limit, attempts },
        }
    }
}

/// Sends a request, with the stream as its body if there is one. Returns after the head of the response. Stores the
/// number of the attempt in `counter` once the transport gets the request.
async fn send(
    shared: &Shared,
    draft: Draft<'_>,
    &Attempt { operation, number, limit, .. }: &Attempt,
    counter: &AtomicU32,
) -> Result<(response::Parts, ResponseBody), SendError> {
    let start = Instant::now();
    let progress = draft.stream.is_some().then(Progress::default);
    let mut request = complete(shared, operation, draft, number, start).await?;
    if let Some(progress) = &progress {
        request = request.map(|stream| progress.watch(stream));
    }
    let stall = shared.config.stall_timeout;
    // A stream that was read for its hash has made progress.
    let left = if progress.is_some() { limit } else { limit.saturating_sub(start.elapsed()) };
    counter.store(number, Ordering::Relaxed);
    match Progress::within(progress.as_ref(), left, stall, pin!(shared.transport.clone().send(request))).await {
        Ok(response) => response.map(http::Response::into_parts).map_err(SendError::of_transport),
        Err(Expired::Attempt) => Err(SendError::Timeout(limit)),
        Err(Expired::Stalled) => Err(SendError::Transport(Stalled(stall.unwrap_or(limit)).into())),
    }
}

/// Returns the request of an attempt: signed, with the stream as its body if there is one. Identities are requested
/// within the time limit of the attempt.
pub(super) async fn complete(
    shared: &Shared,
    operation: &'static OperationSchema,
    Draft { mut request, mut stream, checksum, scope }: Draft<'_>,
    number: u32,
    start: Instant,
) -> Result<Request<RequestBody>, RequestError> {
    let call = CallInfo::new(shared.service, operation, number);
    // Layers may send the request elsewhere.
    let clock = shared.config.state.clocks.of(request.uri());
    request.extensions_mut().insert(call);
    #[cfg(feature = "test-util")]
    request.extensions_mut().insert(super::testing::Called(operation));
    #[cfg(any(feature = "aws", feature = "aws-config"))]
    super::agent::count(&shared.config, number, &mut request);
    let layers = &shared.config.layers;
    let mut has_checksum = false;
    if !layers.changes_nothing() {
        let (mut head, body) = request.into_parts();
        let before = checksum::Present::of(&head.headers);
        layers.change(&mut head, call)?;
        has_checksum = before.replaced(&mut head.headers);
        request = Request::from_parts(head, body);
    }
    stream = match (stream, checksum.filter(|_| !has_checksum)) {
        (Some(Outgoing::Bytes(bytes)), Some(checksum)) => {
            Some(Outgoing::Bytes(checksum.attach(request.headers_mut(), bytes).await?))
        }
        (stream, _) => stream,
    };
    let kind = auth::choose(shared, operation)?;
    let payload = sign::Payload::of(shared, operation, kind, request.headers(), stream.as_ref());
    let signer =
        sign::sign(shared, operation, kind, &mut request, scope, payload, Timing { start, clock: &clock }).await?;
    Ok(match stream {
        None => request.map(ByteStream::from),
        Some(Outgoing::Bytes(stream)) => {
            if expects_continue(shared, &stream) {
                request.headers_mut().insert(EXPECT, HeaderValue::from_static("100-continue"));
            }
            request.map(|_| stream)
        }
        Some(Outgoing::Events(events)) => {
            let stream = match signer {
                Some(signer) => signer.sign(events),
                None => events.into_bytes(),
            };
            request.map(|_| stream)
        }
    })
}
