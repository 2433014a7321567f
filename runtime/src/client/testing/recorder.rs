//! A transport that records requests and responses.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION, SET_COOKIE};
use http::{HeaderMap, Request, Response};

use super::exchange::{self, Exchange};
use crate::client::transport::{BoxError, RequestBody, ResponseBody, Transport};
use crate::schema::{Binding, Kind, Member, OperationSchema, TimestampFormat};

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

/// Headers that a client needs to read a response. Members with a prefix do not hide them.
const KEPT: [&str; 10] = [
    "content-encoding",
    "content-length",
    "content-md5",
    "content-type",
    "smithy-protocol",
    "transfer-encoding",
    "x-amz-id-2",
    "x-amz-request-id",
    "x-amzn-errortype",
    "x-amzn-requestid",
];

const REDACTED: &str = "redacted";
const REDACTED_BASE64: &str = "cmVkYWN0ZWQ=";

/// Transport that records requests and responses, for a [`Replayer`](super::Replayer). Streams are read to their end.
///
/// Values of headers with signatures, tokens, cookies and keys, those that are marked as sensitive
/// ([`HeaderValue::set_sensitive`]), and those of members with `@sensitive` are replaced by `redacted`. For members of
/// responses that are not text, the value is one that a client can read: 0, `false`, the start of 1970, or `redacted`
/// in base64. Review the bodies and queries of a recording before you share it.
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
            hide_members(recorded.headers_mut(), operation);
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
                headers.insert(name, HeaderValue::from_static(REDACTED));
            }
        }
    }
}

/// The operation of a request, for the members of its response. Requests have it as an extension.
#[derive(Clone, Copy)]
pub(in crate::client) struct Called(pub(in crate::client) &'static OperationSchema);

/// Replaces the headers of a response that hold sensitive members of the output or an error.
fn hide_members(headers: &mut HeaderMap, operation: &OperationSchema) {
    let shapes = || std::iter::once(operation.output).chain(operation.errors.iter().copied());
    let members = || shapes().flat_map(|shape| shape.members);
    let is_hidden =
        |name: &HeaderName| members().any(|member| member.has_sensitive() && binds(member.traits.binding, name));
    for name in headers.keys().filter(|name| is_hidden(name)).cloned().collect::<Vec<_>>() {
        // A map of headers with a prefix may hold those of other members, too.
        let is_own = |member: &&Member| {
            matches!(member.traits.binding, Binding::Header(_)) && binds(member.traits.binding, &name)
        };
        let value = members().find(is_own).map_or(HeaderValue::from_static(REDACTED), placeholder);
        headers.insert(name, value);
    }
}

fn binds(binding: Binding, header: &HeaderName) -> bool {
    let name = header.as_str();
    match binding {
        Binding::Header(bound) => name.eq_ignore_ascii_case(bound),
        Binding::PrefixHeaders(prefix) => {
            name.starts_with(prefix) && !KEPT.contains(&name) && !name.starts_with("x-amz-checksum-")
        }
        _ => false,
    }
}

/// A value that a client can read as that of the member, or of its only element.
fn placeholder(member: &Member) -> HeaderValue {
    let member = match member.target.members {
        [element] if member.target.kind == Kind::List => element,
        _ => member,
    };
    let target = member.target;
    match target.kind {
        Kind::Boolean => HeaderValue::from_static("false"),
        Kind::Timestamp => {
            let format = member.traits.timestamp_format.or(target.timestamp_format);
            HeaderValue::from_static(match format.unwrap_or(TimestampFormat::HttpDate) {
                TimestampFormat::HttpDate => "Thu, 01 Jan 1970 00:00:00 GMT",
                TimestampFormat::DateTime => "1970-01-01T00:00:00Z",
                TimestampFormat::EpochSeconds => "0",
            })
        }
        // Text with a media type is base64 in headers.
        Kind::Blob => HeaderValue::from_static(REDACTED_BASE64),
        Kind::String if target.texts.media_type().is_some() => HeaderValue::from_static(REDACTED_BASE64),
        Kind::Byte
        | Kind::Short
        | Kind::Integer
        | Kind::IntEnum
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::BigInteger
        | Kind::BigDecimal => HeaderValue::from_static("0"),
        _ => HeaderValue::from_static(REDACTED),
    }
}

impl From<Recorder> for Transport {
    fn from(recorder: Recorder) -> Self {
        Self::from_fn(move |request| recorder.clone().pass(request))
    }
}
