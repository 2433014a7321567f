//! A transport with prepared responses, for tests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;

use super::transport::{BoxError, NoService, RequestBody, Transport};
use crate::codec::json::read_own;

/// Transport that returns prepared responses in order. It records the requests. A request after the last response fails
/// with [`RequestError::Transport`](super::RequestError::Transport), or with the error of the previous attempt.
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
    /// Requests for `assert_requests_match`.
    expected: Vec<Request<Bytes>>,
}

impl Canned {
    /// Creates a transport with these responses.
    #[inline]
    pub fn new(responses: impl IntoIterator<Item = Response<Bytes>>) -> Self {
        let responses = responses.into_iter().collect();
        Self(Arc::new(Mutex::new(State { responses, ..State::default() })))
    }

    /// Creates a transport with these responses, and the requests that [`assert_requests_match`] expects.
    ///
    /// [`assert_requests_match`]: Self::assert_requests_match
    #[inline]
    pub fn expect(pairs: impl IntoIterator<Item = (Request<Bytes>, Response<Bytes>)>) -> Self {
        let (expected, responses) = pairs.into_iter().unzip();
        Self(Arc::new(Mutex::new(State { responses, expected, ..State::default() })))
    }

    /// Compares the requests so far with those of [`expect`](Self::expect): method, URI, headers and body. Requests may
    /// have more headers than expected; those of `ignore` are not compared. Bodies in JSON may differ in spaces and
    /// order.
    ///
    /// # Panics
    /// If they differ.
    #[track_caller]
    #[inline]
    pub fn assert_requests_match(&self, ignore: &[&str]) {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (sent, expected) = (&state.requests, &state.expected);
        for (number, (sent, expected)) in sent.iter().zip(expected).enumerate() {
            if let Some((part, expected, sent)) = difference(sent, expected, ignore) {
                panic!("{part} of request {number} is\n{sent}\nexpected\n{expected}");
            }
        }
        assert_eq!(sent.len(), expected.len(), "number of requests");
    }

    /// Returns the requests so far.
    #[inline]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).requests.clone()
    }

    #[inline]
    async fn answer(self, request: Request<RequestBody>) -> Result<Response<Full<Bytes>>, BoxError> {
        let (mut head, body) = request.into_parts();
        // HTTP/1.1 adds this header if the length is known.
        if let Some(length) = http_body::Body::size_hint(&body).exact().filter(|length| *length > 0) {
            head.headers.entry(http::header::CONTENT_LENGTH).or_insert(length.into());
        }
        let body = body.collect(usize::MAX).await?;
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.requests.push(Request::from_parts(head, body));
        let response =
            state.responses.pop_front().ok_or_else(|| NoService::new("the transport `Canned` has no response left"))?;
        Ok(response.map(Full::new))
    }
}

/// The first part in which a request differs: its name, the expected value, and that of the request.
#[inline]
fn difference(sent: &Request<Bytes>, expected: &Request<Bytes>, ignore: &[&str]) -> Option<(String, String, String)> {
    if sent.method() != expected.method() {
        return Some(("method".to_owned(), expected.method().to_string(), sent.method().to_string()));
    }
    if sent.uri() != expected.uri() {
        return Some(("URI".to_owned(), expected.uri().to_string(), sent.uri().to_string()));
    }
    for name in expected.headers().keys() {
        let values = |request: &Request<Bytes>| -> Vec<_> { request.headers().get_all(name).iter().cloned().collect() };
        let is_ignored = ignore.iter().any(|ignored| ignored.eq_ignore_ascii_case(name.as_str()));
        if !is_ignored && values(sent) != values(expected) {
            return Some((
                format!("header `{name}`"),
                format!("{:?}", values(expected)),
                format!("{:?}", values(sent)),
            ));
        }
    }
    let text = |request: &Request<Bytes>| String::from_utf8_lossy(request.body()).into_owned();
    (!is_same_body(sent.body(), expected.body())).then(|| ("body".to_owned(), text(expected), text(sent)))
}

/// Whether two bodies are the same bytes, or the same JSON.
#[inline]
pub(super) fn is_same_body(left: &[u8], right: &[u8]) -> bool {
    left == right || read_own(left).is_some_and(|left| Some(left) == read_own(right))
}

impl From<Canned> for Transport {
    #[inline]
    fn from(canned: Canned) -> Self {
        Self::from_fn(move |request| canned.clone().answer(request))
    }
}

#[cfg(test)]
mod tests {
    use super::is_same_body;

    #[test]
    fn bodies_of_the_same_json_are_the_same() {
        for (left, right) in [
            (r#"{"a":1,"b":[2]}"#, r#"{ "b": [2], "a": 1 }"#),
            ("1e3", "1000.0"),
            ("1.0", "1.00"),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
            ("not JSON", "not JSON"),
        ] {
            assert!(is_same_body(left.as_bytes(), right.as_bytes()), "{left} {right}");
        }
        for (left, right) in [
            ("1", "1.0"),
            ("18446744073709551617", "18446744073709551616"),
            ("9007199254740993", "9007199254740992"),
            ("[1,2]", "[2,1]"),
            ("{}", "{"),
            ("not JSON", "not  JSON"),
        ] {
            assert!(!is_same_body(left.as_bytes(), right.as_bytes()), "{left} {right}");
        }
        let nested = |levels, space| format!("{}{space}{}", "[".repeat(levels), "]".repeat(levels)).into_bytes();
        assert!(is_same_body(&nested(127, ""), &nested(127, " ")));
        let numbers = |separator| format!("[{}]", vec!["1"; 200_000].join(separator)).into_bytes();
        assert!(is_same_body(&numbers(","), &numbers(", ")));
    }
}
