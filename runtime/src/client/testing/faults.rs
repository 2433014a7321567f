//! A transport with faults.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{Request, Response, StatusCode};

use crate::client::transport::{BoxError, NotSent, RequestBody, ResponseBody, Transport};
use crate::time::sleep;
use crate::types::{ByteStream, StreamError};

/// Failures of a request. For [`Faults`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InjectedFault {
    /// Nothing.
    None,
    /// The connection is refused, and nothing is sent.
    Refused,
    /// The service receives the request, and the connection is lost before its response.
    LostResponse,
    /// The service does not get the request; the response has this status and no body.
    Status(StatusCode),
    /// The response is delayed by this time.
    Delay(Duration),
    /// The connection is lost after this number of bytes of the response's body.
    CutAfter(usize),
    /// The byte of the response's body at this index is changed.
    Corrupt(usize),
    /// The response's body stops after this number of bytes, and never ends.
    StallAfter(usize),
}

/// Transport in which requests fail as planned: the first request has the first fault, and so on. Requests after the
/// last fault are passed on.
///
/// ```
/// use http::StatusCode;
/// use whitesmith_runtime::client::testing::{InjectedFault, Faults};
/// use whitesmith_runtime::client::{Canned, Config};
///
/// let canned = Canned::new([http::Response::new("{}".into())]);
/// let faults = Faults::new(canned, [InjectedFault::Refused, InjectedFault::Status(StatusCode::SERVICE_UNAVAILABLE)]);
/// let config = Config::new().endpoint_url("http://test").unsigned().attempts(3).transport(faults);
/// ```
#[derive(Clone, Debug)]
pub struct Faults {
    inner: Transport,
    plan: Arc<Mutex<VecDeque<InjectedFault>>>,
}

impl Faults {
    /// Creates a transport with these faults around another one.
    pub fn new(inner: impl Into<Transport>, faults: impl IntoIterator<Item = InjectedFault>) -> Self {
        Self { inner: inner.into(), plan: Arc::new(Mutex::new(faults.into_iter().collect())) }
    }

    /// Returns the number of faults that no request has had.
    pub fn left(&self) -> usize {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    async fn pass(self, request: Request<RequestBody>) -> Result<Response<ResponseBody>, BoxError> {
        let fault = self.plan.lock().unwrap_or_else(PoisonError::into_inner).pop_front().unwrap_or(InjectedFault::None);
        match fault {
            InjectedFault::Refused => {
                return Err(NotSent::new(io::Error::from(io::ErrorKind::ConnectionRefused)).into());
            }
            InjectedFault::Status(status) => {
                let mut response = Response::new(ResponseBody::empty());
                *response.status_mut() = status;
                return Ok(response);
            }
            _ => {}
        }
        let response = self.inner.send(request).await?;
        match fault {
            InjectedFault::LostResponse => return Err(lost().into()),
            InjectedFault::Delay(time) => sleep(time).await,
            _ => {}
        }
        Ok(response.map(|body| {
            let length = body.length();
            match fault {
                InjectedFault::CutAfter(left) | InjectedFault::Corrupt(left) | InjectedFault::StallAfter(left) => {
                    ByteStream::measured(Damaged { body, fault, left: Some(left) }, length)
                }
                _ => body,
            }
        }))
    }
}

fn lost() -> io::Error {
    io::ErrorKind::ConnectionReset.into()
}

/// The body of a response with a fault.
struct Damaged {
    body: ByteStream,
    fault: InjectedFault,
    /// Bytes before the fault. `None` after a byte was changed.
    left: Option<usize>,
}

impl Stream for Damaged {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.left == Some(0) {
            match this.fault {
                InjectedFault::CutAfter(_) => return Poll::Ready(Some(Err(StreamError::Broken(lost().into())))),
                InjectedFault::StallAfter(_) => return Poll::Pending,
                _ => {}
            }
        }
        let mut piece = match ready!(Pin::new(&mut this.body).poll_next(cx)) {
            Some(Ok(piece)) => piece,
            end => return Poll::Ready(end),
        };
        let Some(left) = this.left else { return Poll::Ready(Some(Ok(piece))) };
        if let InjectedFault::Corrupt(_) = this.fault {
            if left < piece.len() {
                let mut bytes = BytesMut::from(&piece[..]);
                bytes[left] ^= 1;
                (piece, this.left) = (bytes.freeze(), None);
            } else {
                this.left = Some(left - piece.len());
            }
        } else {
            piece.truncate(left);
            this.left = Some(left - piece.len());
        }
        Poll::Ready(Some(Ok(piece)))
    }
}

impl From<Faults> for Transport {
    fn from(faults: Faults) -> Self {
        Self::from_fn(move |request| faults.clone().pass(request))
    }
}
