//! Server half of a protocol: requests to inputs, outputs and errors to responses.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};
pub(super) use http::{Response, request};

pub(super) use super::route::{Match, Router};
use super::{Protocol, X_AMZN_QUERY_ERROR, form};
use crate::codec;
use crate::codec::Unwritable;
use crate::codec::xml::{self, Document, Element};
use crate::http_binding::{InvalidBinding, InvalidMember};
use crate::memory::ExceededLimit;
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::{Fault, OperationSchema, Schema, ServiceSchema};
use crate::types::{Unit, shortened};

/// Server half of a protocol.
pub(crate) trait ServerProtocol: Protocol {
    /// Returns the operation of a request.
    fn route<'r>(&self, router: &Router, head: &'r request::Parts) -> Result<Match<'r>, Rejection>;

    /// Returns the operation that the body names. Called if [`ServerProtocol::route`] finds none in the head.
    fn route_body(&self, _: &Router, _: &request::Parts, _: &Bytes) -> Result<usize, Rejection> {
        Err(Rejection::unknown_operation())
    }

    /// Fills the input from a request. Missing members are added to `reading`.
    fn read_input(
        &self,
        source: InputSource<'_>,
        input: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Rejection>;

    /// Writes the response of an output.
    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Response<Bytes>, InvalidMember>;

    /// Writes the response of a modeled error.
    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Result<Response<Bytes>, InvalidMember>;

    /// Writes the response of an unmodeled error.
    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes>;

    /// Whether the request has a mark of this protocol. Distinguishes the protocols of a service.
    fn claims(&self, head: &request::Parts) -> bool;

    /// Rejection of a request for an unknown operation.
    fn unknown_operation(&self) -> Rejection {
        Rejection::unknown_operation()
    }

    /// Which names AWS services with this protocol give common errors.
    fn error_family(&self) -> ErrorFamily {
        ErrorFamily::Other
    }

    /// Whether requests of this protocol may be without a mark.
    fn takes_unmarked(&self) -> bool {
        false
    }
}

/// Parts of a request that contain the input of an operation.
#[derive(Clone, Copy)]
pub(crate) struct InputSource<'a> {
    pub(crate) operation: &'static OperationSchema,
    pub(crate) head: &'a request::Parts,
    /// Labels of the path, as sent.
    pub(crate) labels: &'a [(&'static str, &'a str)],
    pub(crate) body: &'a Bytes,
}

/// Names and statuses of errors that AWS services have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorFamily {
    /// `awsJson1_0` and `awsJson1_1`.
    Json,
    /// `awsQuery`.
    Query,
    /// `ec2Query`.
    Ec2,
    Other,
}

/// Service and request ID, which some responses contain.
#[derive(Clone, Copy)]
pub(crate) struct Reply<'a> {
    pub(crate) service: &'static ServiceSchema,
    pub(crate) request_id: &'a str,
    /// Additional content of errors of S3, if they are written in the style of AWS.
    pub(crate) origin: Option<Origin<'a>>,
}

/// Where an error of S3 comes from.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    /// Path of the request.
    pub(crate) resource: &'a str,
    pub(crate) host_id: &'a str,
}

impl<'a> Reply<'a> {
    pub(crate) fn new(service: &'static ServiceSchema, request_id: &'a str) -> Self {
        Self { service, request_id, origin: None }
    }
}

/// Maximum bytes of a message that may repeat a part of the request.
const MAX_MESSAGE: usize = 1024;

/// Error response to a request that does not reach its operation's method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rejection {
    pub(crate) status: StatusCode,
    pub(crate) code: Cow<'static, str>,
    pub(crate) message: String,
    /// Methods of the path, if the request has a different one.
    pub(crate) allow: Vec<&'static str>,
    /// Seconds after which the request may be repeated.
    pub(crate) retry_after: Option<u16>,
    /// Authentication schemes that the operation accepts, if the request has no valid identity.
    pub(crate) challenges: Vec<String>,
}

impl Rejection {
    pub(crate) fn new(status: StatusCode, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self {
            status,
            code: code.into(),
            message: message.into(),
            allow: Vec::new(),
            retry_after: None,
            challenges: Vec::new(),
        }
    }

    /// The request cannot be read. A long message is shortened, because it may repeat a part of the request.
    pub(crate) fn serialization(message: impl Into<String>) -> Self {
        let message = shortened(message.into(), MAX_MESSAGE);
        Self::new(StatusCode::BAD_REQUEST, "SerializationException", message)
    }

    pub(crate) fn unknown_operation() -> Self {
        Self::new(StatusCode::NOT_FOUND, "UnknownOperationException", "Unknown operation")
    }

    /// Adds the reason to the message. It must not repeat parts of the request, which may be secret.
    pub(crate) fn because(mut self, reason: &str) -> Self {
        self.message.push_str(": ");
        self.message.push_str(reason);
        self
    }

    /// The response lists the allowed methods (RFC 9110, section 15.5.6).
    pub(crate) fn method_not_allowed(allow: &[&'static str]) -> Self {
        let message = "The path does not support this method";
        let rejection = Self::new(StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowedException", message);
        Self { allow: allow.to_vec(), ..rejection }
    }

    pub(crate) fn media_type(expected: &str) -> Self {
        let message = format!("The content type must be {expected}");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaTypeException", message)
    }

    pub(crate) fn not_acceptable(offered: &str) -> Self {
        let message = format!("The request does not accept {offered}, the content type of the response");
        Self::new(StatusCode::NOT_ACCEPTABLE, "NotAcceptableException", message)
    }

    pub(crate) fn timeout(limit: Duration) -> Self {
        let message = format!("Timed out reading the request body: it took more than {limit:?}");
        Self::new(StatusCode::REQUEST_TIMEOUT, "RequestTimeoutException", message)
    }

    /// The implementation exceeds its time limit.
    pub(crate) fn too_slow(limit: Duration) -> Self {
        let message = format!("The request took more than {limit:?}");
        let slow = Self::new(StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailableException", message);
        Self { retry_after: Some(1), ..slow }
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        let message = format!("The request body is larger than {limit} bytes");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLargeException", message)
    }

    /// The memory limit of the request, or that of all requests, is exceeded.
    pub(crate) fn exceeded_limit(exceeded_limit: ExceededLimit) -> Self {
        match exceeded_limit {
            ExceededLimit::Message => {
                let message = "The values of the request take too much memory";
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLargeException", message)
            }
            ExceededLimit::Pool => {
                let message = "The server is processing too many requests";
                let busy = Self::new(StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailableException", message);
                Self { retry_after: Some(1), ..busy }
            }
        }
    }

    /// Adds the headers of this rejection to its response.
    pub(crate) fn put_headers<B>(&self, mut response: Response<B>) -> Response<B> {
        if !self.allow.is_empty()
            && let Ok(methods) = HeaderValue::from_str(&self.allow.join(", "))
        {
            response.headers_mut().insert(http::header::ALLOW, methods);
        }
        for challenge in &self.challenges {
            if let Ok(challenge) = HeaderValue::from_str(challenge) {
                response.headers_mut().append(http::header::WWW_AUTHENTICATE, challenge);
            }
        }
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(http::header::RETRY_AFTER, seconds.into());
        }
        response
    }

    /// Code of [`internal`](Self::internal).
    pub(crate) const INTERNAL: &'static str = "InternalFailure";

    pub(crate) fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, Self::INTERNAL, "The request could not be processed")
    }
}

impl From<InvalidBinding> for Rejection {
    fn from(error: InvalidBinding) -> Self {
        Self::serialization(error.to_string())
    }
}

impl From<codec::Error> for Rejection {
    fn from(error: codec::Error) -> Self {
        Self::serialization(error.to_string())
    }
}

/// Returns the media type of the `Content-Type` header, without its parameters. `None` if it is empty.
pub(super) fn media_type(headers: &HeaderMap) -> Option<&str> {
    let found = essence(headers.get(http::header::CONTENT_TYPE)?.to_str().ok()?);
    Some(found).filter(|found| !found.is_empty())
}

/// Returns a media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Rejects charsets other than UTF-8.
pub(super) fn check_charset(headers: &HeaderMap) -> Result<(), Rejection> {
    if super::other_charset(headers).is_none() {
        return Ok(());
    }
    let message = "The charset of the content type must be UTF-8";
    Err(Rejection::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaTypeException", message))
}

/// Whether two media types are equal, apart from case and parameters.
pub(super) fn is_media_type(found: Option<&str>, expected: &str) -> bool {
    found.is_some_and(|found| found.eq_ignore_ascii_case(essence(expected)))
}

/// Whether the request accepts a media type, according to its most specific range (RFC 9110, section 12.5.1).
pub(super) fn accepts(headers: &HeaderMap, offered: &str) -> bool {
    let offered = essence(offered);
    let family = offered.split('/').next().unwrap_or_default();
    let mut lines = headers.get_all(http::header::ACCEPT).iter().filter(|line| !line.is_empty()).peekable();
    // Neither a header nor an empty one names a range.
    if lines.peek().is_none() {
        return true;
    }
    let ranges = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(','));
    let ranked = ranges.filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next()?;
        let rank = if name.eq_ignore_ascii_case(offered) {
            2
        } else if name.strip_suffix("/*").is_some_and(|name| name.eq_ignore_ascii_case(family)) {
            1
        } else if name == "*/*" {
            0
        } else {
            return None;
        };
        Some((rank, !parts.any(has_zero_quality)))
    });
    ranked.max().is_some_and(|(_, is_accepted)| is_accepted)
}

/// Returns the one of these media types that the request names with the highest quality, and first of equal ones.
/// Ranges of several types name none.
pub(super) fn preferred(headers: &HeaderMap, of: impl Fn(&str) -> bool) -> Option<&str> {
    let lines = headers.get_all(http::header::ACCEPT).iter().filter_map(|line| line.to_str().ok());
    let mut best = None;
    for range in lines.flat_map(|line| line.split(',')) {
        let mut parts = range.split(';').map(str::trim);
        let Some(name) = parts.next().filter(|name| of(name)) else { continue };
        let quality = parts.find_map(quality).unwrap_or(1.0);
        if quality > 0.0 && best.is_none_or(|(known, _)| known < quality) {
            best = Some((quality, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Value of the parameter `q` of a range.
fn quality(parameter: &str) -> Option<f32> {
    let (name, weight) = parameter.split_once('=')?;
    name.eq_ignore_ascii_case("q").then(|| weight.parse().unwrap_or(0.0))
}

/// Whether the parameter of a range is `q=0`, which excludes it.
pub(super) fn has_zero_quality(parameter: &str) -> bool {
    let (name, weight) = parameter.split_once('=').unwrap_or_default();
    name.eq_ignore_ascii_case("q") && weight.starts_with('0') && !weight.contains(|digit| matches!(digit, '1'..='9'))
}

/// Whether responses with this status have no content (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
pub(crate) fn has_no_content(status: u16) -> bool {
    matches!(status, 204 | 205 | 304)
}

/// Creates a response.
pub(super) fn response(
    status: u16,
    content_type: Option<&'static str>,
    headers: HeaderMap,
    body: impl Into<Bytes>,
) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = headers;
    if let Some(content_type) = content_type {
        let value = HeaderValue::from_static(content_type);
        response.headers_mut().entry(http::header::CONTENT_TYPE).or_insert(value);
    }
    response
}

/// Adds the header with the code of `@awsQueryError` (spec: `@awsQueryCompatible`).
pub(super) fn put_query_code(service: &ServiceSchema, error: &Schema, headers: &mut HeaderMap) {
    let Some((traits, code)) = error.error_traits().and_then(|traits| Some((traits, traits.query?.code))) else {
        return;
    };
    let fault = match traits.fault {
        Fault::Client => "Sender",
        Fault::Server => "Receiver",
    };
    if service.query_compatible
        && let Ok(value) = HeaderValue::from_str(&format!("{code};{fault}"))
    {
        headers.insert(X_AMZN_QUERY_ERROR, value);
    }
}

/// Returns the element of an error, with texts before its members. The message is always named `Message`, the only name
/// that AWS SDKs read.
pub(super) fn error_element<'a>(error: &dyn Reflect, before: &'a [(&'a str, &'a str)]) -> Element<'a> {
    const MESSAGE: &str = "Message";
    let schema = error.schema();
    let is_taken = schema.members.iter().any(|member| member.traits.xml_name.unwrap_or(member.name) == MESSAGE);
    let renamed = schema.message().filter(|_| !is_taken).map(|index| (index, MESSAGE));
    Element { before, renamed, ..Element::new("Error", None) }
}

/// Writes an error in the envelope of `awsQuery` and `restXml`, with texts before its members.
pub(super) fn xml_error(
    reply: Reply<'_>,
    settings: xml::Settings,
    error: &dyn Reflect,
    texts: &[(&str, &str)],
) -> Result<Vec<u8>, Unwritable> {
    let mut body = Vec::with_capacity(256);
    let mut document = Document::new(&mut body);
    let id = [("RequestId", reply.request_id)];
    let own = reply.origin.map(|Origin { resource, host_id }| [("Resource", resource), id[0], ("HostId", host_id)]);
    let texts = match texts {
        [("Type", _), rest @ ..] if own.is_some() => rest,
        all => all,
    };
    if reply.service.no_error_wrapping {
        let after = own.as_ref().map_or(&id[..], |own| own);
        document.shape(settings, Element { after, ..error_element(error, texts) }, error);
    } else {
        document.start("ErrorResponse", None);
        document.shape(settings, error_element(error, texts), error);
        document.text("RequestId", reply.request_id);
        if let Some(Origin { host_id, .. }) = reply.origin {
            document.text("HostId", host_id);
        }
        document.end("ErrorResponse");
    }
    document.finish().map(|()| body)
}

/// Writes an unmodeled error in the same envelope.
pub(super) fn xml_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
    let fault = form::server::fault_name(rejection.status.as_u16(), None);
    let (code, message) = (xml::printable(&rejection.code), xml::printable(&rejection.message));
    let texts = [("Type", fault), ("Code", &*code), ("Message", &*message)];
    xml_error(reply, form::XML, &Unit, &texts).unwrap_or_default()
}

/// Inserts `__type` as the first member of a JSON object.
pub(super) fn with_type(name: &str, object: &[u8]) -> Vec<u8> {
    let mut body = format!("{{\"__type\":{}", serde_json::Value::from(name)).into_bytes();
    let rest = object.get(1..).unwrap_or(b"}");
    if rest != b"}" {
        body.push(b',');
    }
    body.extend_from_slice(rest);
    body
}

/// The body of a rejection in JSON.
pub(super) fn rejection_body(rejection: &Rejection) -> Vec<u8> {
    let message = serde_json::Value::from(rejection.message.as_str());
    format!("{{\"message\":{message}}}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accept(lines: &[&'static str]) -> HeaderMap {
        lines.iter().map(|line| (http::header::ACCEPT, HeaderValue::from_static(line))).collect()
    }

    #[test]
    fn the_most_specific_range_of_all_lines_decides() {
        for (lines, is_accepted) in [
            (&[][..], true),
            (&[""], true),
            (&["text/plain"], false),
            (&["text/plain", "application/json"], true),
            (&["text/plain, APPLICATION/*"], true),
            (&["*/*;q=0.1"], true),
            (&["application/json;q=0, */*"], false),
            (&["application/json; q=0.000"], false),
            (&["application/*;q=0", "application/json;q=0.5"], true),
            (&["application/json;charset=utf-8;Q=0.001"], true),
        ] {
            assert_eq!(accepts(&accept(lines), "application/json; charset=utf-8"), is_accepted, "{lines:?}");
        }
    }

    #[test]
    fn the_media_type_with_the_highest_quality_is_preferred() {
        let known =
            |name: &str| ["application/json", "application/xml"].iter().any(|known| name.eq_ignore_ascii_case(known));
        for (lines, expected) in [
            (&[][..], None),
            (&["*/*", "text/html"], None),
            (&["application/xml;q=0.9"], Some("application/xml")),
            (&["application/xml, */*;q=0.1"], Some("application/xml")),
            (&["Application/XML; charset=utf-8"], Some("Application/XML")),
            (&["application/json;q=0.5", "application/xml;q=0.8"], Some("application/xml")),
            (&["application/json, application/xml"], Some("application/json")),
            (&["application/json;q=0"], None),
        ] {
            assert_eq!(preferred(&accept(lines), known), expected, "{lines:?}");
        }
    }

    #[test]
    fn parameters_do_not_distinguish_media_types() {
        assert!(is_media_type(Some("text/csv"), "text/CSV; header=present"));
        assert!(!is_media_type(Some("text/plain"), "text/csv; header=present"));
    }
}
