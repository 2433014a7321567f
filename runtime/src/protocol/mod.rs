//! Protocols: requests and responses to values and back, on both sides. One file per protocol, one row in [`find`].

mod aws_json;
mod aws_query;
mod ec2_query;
mod form;
mod rest;
mod rest_json;
mod rest_xml;
#[cfg(feature = "server")]
pub(crate) mod route;
mod rpc_v2;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, request, response};

use crate::codec::xml::{self, Document, Element, Unwritable};
use crate::codec::{self, json};
use crate::constraint::Violations;
use crate::event_stream::EventFormat;
use crate::http_binding::{InvalidBinding, InvalidInput};
use crate::reflect::Reflect;
use crate::schema::{Fault, OperationSchema, ProtocolId, Schema, ServiceSchema};
use crate::types::Unit;

/// A protocol, as an interpreter of schemas.
pub(crate) trait Protocol: Send + Sync {
    /// Client: the request of an input. The URI has path and query only.
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidInput>;

    /// Client: fills the output from a response that is a success.
    fn read_output(
        &self,
        operation: &'static OperationSchema,
        head: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
    ) -> Result<(), Malformed>;

    /// Client: what a response that is no success says of itself.
    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead;

    /// Client: fills the error structure.
    fn read_error(&self, head: &response::Parts, body: &Bytes, error: &mut dyn Reflect) -> Result<(), Malformed>;

    /// Server: which operation a request is for.
    #[cfg(feature = "server")]
    fn route<'r>(&self, router: &route::Router, head: &'r request::Parts) -> Result<route::Match<'r>, Rejection>;

    /// Server: which operation the body asks for, where [`Protocol::route`] cannot tell.
    #[cfg(feature = "server")]
    fn route_body(&self, _: &route::Router, _: &request::Parts, _: &Bytes) -> Result<usize, Rejection> {
        Err(Rejection::unknown_operation())
    }

    /// Server: fills the input from a request. Missing members are added to `missing`.
    fn read_input(
        &self,
        operation: &'static OperationSchema,
        head: &request::Parts,
        labels: &[(&'static str, &str)],
        body: &Bytes,
        input: &mut dyn Reflect,
        missing: &mut Violations,
    ) -> Result<(), Rejection>;

    /// Server: the response of an output.
    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Response<Bytes>;

    /// Server: the response of a modelled error.
    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Response<Bytes>;

    /// Server: the response of an error that is not modelled.
    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes>;

    /// How the protocol has its events; none where it has none.
    fn events(&self) -> Option<EventFormat> {
        None
    }

    /// Server: whether a request bears the mark of this protocol, which tells several on one port apart.
    #[cfg(feature = "server")]
    fn claims(&self, head: &request::Parts) -> bool;

    /// Server: whether a request without any mark may be one of this protocol, too.
    #[cfg(feature = "server")]
    fn takes_unmarked(&self) -> bool {
        false
    }
}

/// What responses may say besides what they answer.
#[derive(Clone, Copy)]
pub(crate) struct Reply<'a> {
    pub(crate) service: &'static ServiceSchema,
    pub(crate) request_id: &'a str,
}

/// The interpreter of a protocol.
pub(crate) fn find(id: ProtocolId) -> &'static dyn Protocol {
    match id {
        ProtocolId::AwsJson1_0 => &aws_json::AwsJson::V1_0,
        ProtocolId::AwsJson1_1 => &aws_json::AwsJson::V1_1,
        ProtocolId::AwsQuery => &aws_query::AwsQuery,
        ProtocolId::Ec2Query => &ec2_query::Ec2Query,
        ProtocolId::RestJson1 => &rest::Rest(rest_json::Json),
        ProtocolId::RestXml => &rest::Rest(rest_xml::Xml),
        ProtocolId::RpcV2Cbor => &rpc_v2::RpcV2::Cbor,
        ProtocolId::RpcV2Json => &rpc_v2::RpcV2::Json,
    }
}

/// All protocols of the service, the one that it prefers first.
pub(crate) fn all(service: &ServiceSchema) -> Vec<&'static dyn Protocol> {
    service.protocols.iter().map(|id| find(*id)).collect()
}

/// A message's body or bindings are not what the schema says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Malformed(String);

impl From<codec::Error> for Malformed {
    fn from(error: codec::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<InvalidBinding> for Malformed {
    fn from(error: InvalidBinding) -> Self {
        Self(error.to_string())
    }
}

/// What an error response says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ErrorHead {
    /// The error shape's name, without namespace; empty where none is given.
    pub(crate) code: String,
    pub(crate) message: Option<String>,
    /// The code of `@awsQueryError`, where the response gives one.
    pub(crate) query_code: Option<String>,
    /// The id of the request, where the body gives it.
    pub(crate) request_id: Option<String>,
}

impl ErrorHead {
    /// Which of the operation's errors it is.
    pub(crate) fn find(&self, errors: &[&Schema]) -> Option<usize> {
        let code_of = |schema: &Schema| schema.error.and_then(|traits| traits.query).map(|(code, _)| code);
        let by_code = self.query_code.as_deref();
        errors
            .iter()
            .position(|schema| schema.name() == self.code)
            .or_else(|| errors.iter().position(|schema| by_code.is_some() && code_of(schema) == by_code))
    }
}

/// Why a server does not call the operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rejection {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// The methods that would have been right, of a method that is not.
    pub(crate) allow: Vec<&'static str>,
}

impl Rejection {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), allow: Vec::new() }
    }

    pub(crate) fn serialization(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "SerializationException", message)
    }

    pub(crate) fn unknown_operation() -> Self {
        Self::new(StatusCode::NOT_FOUND, "UnknownOperationException", "There is no such operation")
    }

    /// The response lists the methods that are allowed (RFC 9110, 15.5.6).
    pub(crate) fn method_not_allowed(allow: &[&'static str]) -> Self {
        let message = "The path exists, but not with this method";
        let rejection = Self::new(StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowedException", message);
        Self { allow: allow.to_vec(), ..rejection }
    }

    pub(crate) fn media_type(expected: &str) -> Self {
        let message = format!("The content type must be {expected}");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaTypeException", message)
    }

    pub(crate) fn not_acceptable(offered: &str) -> Self {
        let message = format!("The response would be {offered}, which the request does not accept");
        Self::new(StatusCode::NOT_ACCEPTABLE, "NotAcceptableException", message)
    }

    pub(crate) fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "InternalFailure", "The request could not be processed")
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

/// The media type of a `Content-Type`, without parameters. Case says nothing in it.
fn media_type(headers: &HeaderMap) -> Option<&str> {
    Some(essence(headers.get(http::header::CONTENT_TYPE)?.to_str().ok()?))
}

/// A media type without parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Whether a `Content-Type` without parameters is this media type, whatever parameters the model gives it.
fn is_media_type(found: Option<&str>, expected: &str) -> bool {
    found.is_some_and(|found| found.eq_ignore_ascii_case(essence(expected)))
}

/// Whether the request takes a response of the media type: what its most specific range for it says (RFC 9110, 12.5.1).
fn accepts(headers: &HeaderMap, offered: &str) -> bool {
    let offered = essence(offered);
    let family = offered.split('/').next().unwrap_or_default();
    let mut lines = headers.get_all(http::header::ACCEPT).iter().peekable();
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
        Some((rank, !parts.any(is_weightless)))
    });
    ranked.max().is_some_and(|(_, is_taken)| is_taken)
}

/// Whether the parameter of a range says that it is not taken: `q=0`.
fn is_weightless(parameter: &str) -> bool {
    let (name, weight) = parameter.split_once('=').unwrap_or_default();
    name.eq_ignore_ascii_case("q") && weight.starts_with('0') && !weight.contains(|digit| matches!(digit, '1'..='9'))
}

/// An error code as services send it: `namespace#Name:http://…` becomes `Name`.
fn bare_code(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.rsplit('#').next().unwrap_or(code).trim()
}

/// The response whose parts are all known to be good.
fn response(status: u16, content_type: Option<&'static str>, headers: HeaderMap, body: Vec<u8>) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = headers;
    if let Some(content_type) = content_type {
        let value = HeaderValue::from_static(content_type);
        response.headers_mut().entry(http::header::CONTENT_TYPE).or_insert(value);
    }
    response
}

/// What a JSON error body says of itself.
fn json_error_head(body: &[u8], header: Option<&str>) -> ErrorHead {
    use crate::types::Document;
    let document = json::read_document(body).unwrap_or_default();
    let text = |names: &[&str]| match &document {
        Document::Object(members) => names.iter().find_map(|name| match members.get(*name) {
            Some(Document::String(text)) => Some(text.clone()),
            _ => None,
        }),
        _ => None,
    };
    let code = header.map(str::to_owned).or_else(|| text(&["__type", "code"])).unwrap_or_default();
    ErrorHead {
        code: bare_code(&code).to_owned(),
        message: text(&["message", "Message", "errorMessage"]),
        ..ErrorHead::default()
    }
}

/// Client: says that it knows the codes of `@awsQueryError` (`@awsQueryCompatible`).
fn ask_for_query_codes(service: &ServiceSchema, headers: &mut HeaderMap) {
    if service.query_compatible {
        headers.insert(X_AMZN_QUERY_MODE, HeaderValue::from_static("true"));
    }
}

/// Client: the code in `x-amzn-query-error`, which is `code;fault`.
fn query_code(headers: &HeaderMap) -> Option<String> {
    header(headers, &X_AMZN_QUERY_ERROR)?.split(';').next().map(|code| code.trim().to_owned())
}

/// Server: gives the code of `@awsQueryError` besides the error's own name (`@awsQueryCompatible`).
fn put_query_code(service: &ServiceSchema, error: &Schema, headers: &mut HeaderMap) {
    let Some((traits, code)) = error.error.and_then(|traits| Some((traits, traits.query?.0))) else { return };
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

const X_AMZN_QUERY_ERROR: http::HeaderName = http::HeaderName::from_static("x-amzn-query-error");
const X_AMZN_QUERY_MODE: http::HeaderName = http::HeaderName::from_static("x-amzn-query-mode");

/// An error in the envelope that `awsQuery` and `restXml` share, with texts in front of its members.
fn xml_error(
    reply: Reply<'_>,
    settings: xml::Settings,
    error: &dyn Reflect,
    texts: &[(&str, &str)],
) -> Result<Vec<u8>, Unwritable> {
    let mut body = Vec::with_capacity(256);
    let mut document = Document::new(&mut body);
    if reply.service.no_error_wrapping {
        let after = [("RequestId", reply.request_id)];
        document.shape(settings, Element { before: texts, after: &after, ..Element::new("Error", None) }, error);
    } else {
        document.start("ErrorResponse", None);
        document.shape(settings, Element { before: texts, ..Element::new("Error", None) }, error);
        document.text("RequestId", reply.request_id);
        document.end("ErrorResponse");
    }
    document.finish().map(|()| body)
}

/// An error that is not modelled, in the same envelope.
fn xml_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
    let fault = form::fault_name(rejection.status.as_u16(), None);
    let texts = [("Type", fault), ("Code", rejection.code), ("Message", &rejection.message)];
    xml_error(reply, form::XML, &Unit, &texts).unwrap_or_default()
}

const X_AMZ_TARGET: http::HeaderName = http::HeaderName::from_static("x-amz-target");
const X_AMZN_TARGET: http::HeaderName = http::HeaderName::from_static("x-amzn-target");
const X_AMZN_ERRORTYPE: http::HeaderName = http::HeaderName::from_static("x-amzn-errortype");

fn header<'h>(headers: &'h HeaderMap, name: &http::HeaderName) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// Puts the member `__type` in front of the members of a JSON object.
fn with_type(name: &str, object: &[u8]) -> Vec<u8> {
    let mut body = format!("{{\"__type\":\"{name}\"").into_bytes();
    let rest = object.get(1..).unwrap_or(b"}");
    if rest != b"}" {
        body.push(b',');
    }
    body.extend_from_slice(rest);
    body
}

fn rejection_body(rejection: &Rejection, with_type: bool) -> Vec<u8> {
    let message = serde_json::Value::from(rejection.message.as_str());
    let body = format!("{{\"message\":{message}}}").into_bytes();
    if with_type { self::with_type(rejection.code, &body) } else { body }
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
    fn parameters_of_media_types_say_nothing() {
        assert!(is_media_type(Some("text/csv"), "text/CSV; header=present"));
        assert!(!is_media_type(Some("text/plain"), "text/csv; header=present"));
    }
}
