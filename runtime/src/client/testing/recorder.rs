//! A transport that records requests and responses.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION, SET_COOKIE};
use http::{HeaderMap, Request, Response};

use super::exchange::{self, Exchange};
use crate::client::transport::{BoxError, RequestBody, ResponseBody, Transport};
use crate::schema::{Binding, OperationSchema};

/// Headers with secrets.
const SECRET: [HeaderName; 7] = [
    AUTHORIZATION,
    COOKIE,
    PROXY_AUTHORIZATION,
    SET_COOKIE,
    HeaderName::from_static("x-amz-security-token"),
    HeaderName::from_static("x-amz-s3session-token"),
    HeaderName::from_static("x-api-key"),
];

/// Transport that records requests and responses, for a [`Replayer`](super::Replayer). Streams are read to their end.
///
/// Values of headers with signatures, tokens, cookies and keys, those that are marked as sensitive
/// ([`HeaderValue::set_sensitive`]), and those of members with `@sensitive` are replaced by `redacted`. Review the
/// bodies and queries of a recording before you share it.
///
/// ```no_run
/// use whitesmith_runtime::client::testing::Recorder;
/// use whitesmith_runtime::client::{Config, Transport};
///
/// let config = Config::new().region("eu-central-1");
/// let recorder = Recorder::new(Transport::standard(&config));
/// let config = config.transport(recorder.clone());
/// // … calls of clients with this configuration …
/// recorder.save("tests/orders.json")?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Recorder {
    inner: Transport,
    secret: Vec<HeaderName>,
    exchanges: Arc<Mutex<Vec<Exchange>>>,
}

impl Recorder {
    /// Creates a recorder around a transport.
    pub fn new(inner: impl Into<Transport>) -> Self {
        Self { inner: inner.into(), secret: SECRET.to_vec(), exchanges: Arc::default() }
    }

    /// Also replaces the values of this header.
    #[must_use]
    pub fn redact(mut self, header: HeaderName) -> Self {
        self.secret.push(header);
        self
    }

    /// Returns the exchanges so far. Those without a response are not recorded.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the exchanges so far as JSON.
    pub fn to_json(&self) -> String {
        exchange::to_json(&self.exchanges())
    }

    /// Writes the exchanges so far to a file.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        std::fs::write(path, self.to_json() + "\n")
    }

    async fn pass(self, request: Request<RequestBody>) -> Result<Response<ResponseBody>, BoxError> {
        let (head, body) = request.into_parts();
        let body = body.collect(usize::MAX).await?;
        let mut request = Request::from_parts(head, body);
        let operation = request.extensions().get::<Called>().map(|called| called.0);
        let response = self.inner.clone().send(request.clone().map(RequestBody::from)).await?;
        let (head, body) = response.into_parts();
        let response = Response::from_parts(head, body.collect(usize::MAX).await?);
        let mut recorded = response.clone();
        self.hide(request.headers_mut());
        if let Some(operation) = operation {
            mark(recorded.headers_mut(), operation);
        }
        self.hide(recorded.headers_mut());
        let exchange = Exchange { request, response: recorded };
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
        Ok(response.map(ResponseBody::from))
    }

    fn hide(&self, headers: &mut HeaderMap) {
        let marked = headers.iter().filter(|(_, value)| value.is_sensitive()).map(|(name, _)| name.clone());
        for name in marked.chain(self.secret.clone()).collect::<Vec<_>>() {
            if headers.contains_key(&name) {
                headers.insert(name, HeaderValue::from_static("redacted"));
            }
        }
    }
}

/// The operation of a request, for the members of its response. Requests have it as an extension.
#[derive(Clone, Copy)]
pub(in crate::client) struct Called(pub(in crate::client) &'static OperationSchema);

/// Marks the headers of a response that hold sensitive members of the output or an error.
fn mark(headers: &mut HeaderMap, operation: &OperationSchema) {
    let shapes = std::iter::once(operation.output).chain(operation.errors.iter().copied());
    for member in shapes.flat_map(|shape| shape.members).filter(|member| member.has_sensitive()) {
        for (name, value) in headers.iter_mut() {
            value.set_sensitive(value.is_sensitive() || binds(member.traits.binding, name));
        }
    }
}

fn binds(binding: Binding, header: &HeaderName) -> bool {
    match binding {
        Binding::Header(name) => header.as_str().eq_ignore_ascii_case(name),
        Binding::PrefixHeaders(prefix) => {
            header.as_str().get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        }
        _ => false,
    }
}

impl From<Recorder> for Transport {
    fn from(recorder: Recorder) -> Self {
        Self::from_fn(move |request| recorder.clone().pass(request))
    }
}
