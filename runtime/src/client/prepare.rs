//! Creates the parts of a request that all attempts share.

use bytes::Bytes;
#[cfg(any(feature = "checksums", feature = "gzip"))]
use http::header::CONTENT_ENCODING;
use http::header::{ACCEPT, CONTENT_LENGTH, HeaderValue, USER_AGENT};
use http::{HeaderMap, Request};

use super::Shared;
use super::checksum::Checksum;
#[cfg(feature = "gzip")]
use super::compression;
use super::endpoint::{self, Scope};
use super::request_error::RequestError;
use super::without_defaults::WithoutDefaults;
use crate::builder::MemberSet;
use crate::event_stream::{Initial, MEDIA_TYPE, Side};
use crate::protocol::ClientProtocol;
use crate::reflect::Reflect;
use crate::schema::{Member, OperationSchema};
use crate::streaming::{self, Outgoing};

/// A request without the parts that differ between attempts, such as signatures.
pub(super) struct Prepared {
    pub(super) request: Request<Bytes>,
    /// Body, if it is a stream.
    pub(super) stream: Option<Outgoing>,
    /// How the request is signed.
    pub(super) scope: Scope,
    /// Checksum that the stream needs.
    pub(super) checksum: Option<Checksum>,
    /// Length of the body that the input states, whatever the length of its stream.
    pub(super) length: Option<HeaderValue>,
}

/// Creates the request for an input and its set members. Moves the stream out of the input.
pub(super) fn prepare(
    shared: &Shared,
    protocol: &dyn ClientProtocol,
    operation: &'static OperationSchema,
    input: &mut dyn Reflect,
    set: &MemberSet,
    account_id: Option<&str>,
) -> Result<Prepared, RequestError> {
    let chosen = WithoutDefaults { input, set };
    let mut request = protocol.write_request(shared.service, operation, &chosen)?;
    let length = request.headers().get(CONTENT_LENGTH).cloned();
    let path = std::mem::take(request.uri_mut());
    let destination = endpoint::resolve(shared, operation, input, path, account_id)?;
    *request.uri_mut() = destination.uri;
    replace(request.headers_mut(), &destination.headers);
    #[cfg(feature = "gzip")]
    if streaming::member(operation.input).is_none() {
        compression::body(&shared.config, operation, &mut request)?;
    }
    #[cfg(any(feature = "aws", feature = "aws-config"))]
    super::agent::describe(shared, operation, &mut request);
    let headers = request.headers_mut();
    headers.entry(USER_AGENT).or_insert(HeaderValue::from_static(concat!("whitesmith/", env!("CARGO_PKG_VERSION"))));
    let has_events = streaming::member(operation.output).is_some_and(Member::is_events);
    let in_head = protocol.events().is_some_and(|format| format.initial == Initial::Head);
    if has_events && (in_head || headers.contains_key(ACCEPT)) {
        headers.insert(ACCEPT, HeaderValue::from_static(MEDIA_TYPE));
    }
    let (mut head, body) = request.into_parts();
    let stream = streaming::take(protocol.events(), Side::Client, input, &mut head.headers, &body);
    let stream = match stream? {
        #[cfg(feature = "gzip")]
        Some(Outgoing::Bytes(bytes)) => {
            Some(Outgoing::Bytes(compression::stream(&shared.config, operation, &mut head.headers, bytes)?))
        }
        other => other,
    };
    let mut checksum = Checksum::of(&shared.config, operation, input, &head.headers)?;
    if stream.is_none()
        && let Some(checksum) = checksum.take()
    {
        checksum.add(&mut head.headers, &body);
    }
    let mut request = Request::from_parts(head, if stream.is_some() { Bytes::new() } else { body });
    let bytes = if let Some(Outgoing::Bytes(bytes)) = &stream { Some(bytes) } else { None };
    shared.customization.add_headers(shared.service, &mut request, bytes);
    if let Some(name) = &shared.config.invalid_header {
        return Err(RequestError::Header(name.clone()));
    }
    replace(request.headers_mut(), &shared.config.headers);
    Ok(Prepared { request, stream, scope: destination.scope, checksum, length })
}

/// Appends an encoding of the body to those of the caller.
#[cfg(any(feature = "checksums", feature = "gzip"))]
pub(super) fn append_encoding(headers: &mut HeaderMap, encoding: &'static str) {
    let before = headers.get(CONTENT_ENCODING).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty());
    let value = before.and_then(|value| HeaderValue::from_str(&format!("{value}, {encoding}")).ok());
    headers.insert(CONTENT_ENCODING, value.unwrap_or(HeaderValue::from_static(encoding)));
}

/// Replaces headers by others of the same names, with all of their values.
fn replace(headers: &mut HeaderMap, by: &HeaderMap) {
    for name in by.keys() {
        headers.remove(name);
    }
    for (name, value) in by {
        headers.append(name, value.clone());
    }
}
