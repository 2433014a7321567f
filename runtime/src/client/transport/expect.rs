//! Bodies that are sent after the service has accepted the head of the request (`Expect: 100-continue`, RFC 9110,
//! section 10.1.1).

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::header::EXPECT;
use http::{Request, Response, StatusCode};
use tower_service::Service;

use super::limit::Holding;
use super::{BoxError, RequestBody, ResponseBody, Transport};
use crate::types::{ByteStream, StreamError};

/// How long a body waits. Services that do not know the header do not answer it, so the body is sent then. The same as
/// in AWS's own SDKs.
const CONTINUE_TIMEOUT: Duration = Duration::from_secs(1);

/// Transport that holds bodies back until the service accepts the request, if the request has the header.
#[derive(Clone)]
pub(super) struct Expecting(pub(super) Transport);

impl Service<Request<RequestBody>> for Expecting {
    type Response = Response<ResponseBody>;
    type Error = BoxError;
    type Future = <Transport as Service<Request<RequestBody>>>::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        if request.headers().get(EXPECT).is_some_and(|value| value.as_bytes() == b"100-continue") {
            Box::pin(ask(self.0.clone(), request))
        } else {
            self.0.call(request)
        }
    }
}

/// Sends the head, and the body if the service accepts it. A service that does not support the expectation gets the
/// request again without it.
async fn ask(transport: Transport, request: Request<RequestBody>) -> Result<Response<ResponseBody>, BoxError> {
    let (mut head, body) = request.into_parts();
    let gate = Gate::new(body);
    let mut asking = Request::from_parts(head.clone(), gate.body());
    let opened = gate.clone();
    hyper::ext::on_informational(&mut asking, move |response| {
        if response.status() == StatusCode::CONTINUE {
            opened.open();
        }
    });
    let response = transport.clone().send(asking).await?;
    let Some(body) = gate.refuse() else { return Ok(response) };
    let refused = Refused(gate);
    if response.status() == StatusCode::EXPECTATION_FAILED {
        drop((response, refused));
        head.headers.remove(EXPECT);
        return transport.send(Request::from_parts(head, body)).await;
    }
    Ok(response.map(|body| {
        let length = body.length();
        ByteStream::measured(Holding::new(body, refused), length)
    }))
}

/// State of a body that waits.
#[derive(Clone)]
struct Gate(Arc<Mutex<State>>);

struct State {
    phase: Phase,
    /// The body, while it is not refused.
    body: Option<ByteStream>,
    /// The connection, which waits for the body.
    waker: Option<Waker>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Waiting,
    /// The body is sent.
    Open,
    /// The service has answered without the body. The connection stays open while the response is read.
    Refused,
    /// The connection cannot be reused, because the service may still wait for the body.
    Closed,
}

impl Gate {
    fn new(body: ByteStream) -> Self {
        Self(Arc::new(Mutex::new(State { phase: Phase::Waiting, body: Some(body), waker: None })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the body that waits.
    fn body(&self) -> ByteStream {
        let length = self.state().body.as_ref().and_then(ByteStream::length);
        ByteStream::measured(Gated { gate: self.clone(), timer: None }, length)
    }

    fn open(&self) {
        self.change(Phase::Waiting, Phase::Open);
    }

    /// Returns the body if none of it has been read. It will not be sent.
    fn refuse(&self) -> Option<ByteStream> {
        if self.change(Phase::Waiting, Phase::Refused) { self.state().body.take() } else { None }
    }

    /// Changes the phase, if it is `from`. Returns whether it was.
    fn change(&self, from: Phase, to: Phase) -> bool {
        let mut state = self.state();
        if state.phase != from {
            return false;
        }
        state.phase = to;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
        true
    }
}

/// The body of a request, as its connection sees it.
struct Gated {
    gate: Gate,
    timer: Option<Pin<Box<tokio::time::Sleep>>>,
}

impl Stream for Gated {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let mut state = this.gate.state();
        if state.phase == Phase::Waiting {
            let timer = this.timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(CONTINUE_TIMEOUT)));
            if timer.as_mut().poll(cx).is_ready() {
                state.phase = Phase::Open;
            }
        }
        match (state.phase, state.body.as_mut()) {
            (Phase::Open, Some(body)) => Pin::new(body).poll_next(cx).map_err(|error| match error {
                StreamError::Broken(cause) => cause,
                error => error.into(),
            }),
            (Phase::Closed, _) => Poll::Ready(Some(Err("the service has not asked for the body".into()))),
            _ => {
                state.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// Closes the connection of a refused body when it is dropped.
struct Refused(Gate);

impl Drop for Refused {
    fn drop(&mut self) {
        self.0.change(Phase::Refused, Phase::Closed);
    }
}
