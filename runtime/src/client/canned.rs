//! A transport with prepared responses, for tests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;

use super::transport::{BoxError, RequestBody, Transport};

/// Transport that returns prepared responses in order, and an error after the last one. It records the requests.
///
/// ```
/// use whitesmith_runtime::client::{Canned, Config};
/// let canned = Canned::new([http::Response::new("{}".into())]);
/// let config = Config::new().endpoint_url("http://test").unsigned().transport(canned.clone());
/// assert!(canned.requests().is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Canned(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    responses: VecDeque<Response<Bytes>>,
    requests: Vec<Request<Bytes>>,
}

impl Canned {
    /// Creates a transport with these responses.
    pub fn new(responses: impl IntoIterator<Item = Response<Bytes>>) -> Self {
        Self(Arc::new(Mutex::new(State { responses: responses.into_iter().collect(), requests: Vec::new() })))
    }

    /// Returns the requests so far.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).requests.clone()
    }

    async fn answer(self, request: Request<RequestBody>) -> Result<Response<Full<Bytes>>, BoxError> {
        let (mut head, body) = request.into_parts();
        // HTTP/1.1 adds this header if the length is known.
        if let Some(length) = http_body::Body::size_hint(&body).exact().filter(|length| *length > 0) {
            head.headers.entry(http::header::CONTENT_LENGTH).or_insert(length.into());
        }
        let body = body.collect(usize::MAX).await?;
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.requests.push(Request::from_parts(head, body));
        let response = state.responses.pop_front().ok_or("no response is left")?;
        Ok(response.map(Full::new))
    }
}

impl From<Canned> for Transport {
    fn from(canned: Canned) -> Self {
        Self::new(tower::service_fn(move |request| canned.clone().answer(request)))
    }
}
