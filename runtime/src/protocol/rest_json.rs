//! `aws.protocols#restJson1`: HTTP bindings, and JSON for the rest.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, request, response};

use super::{ErrorHead, Malformed, Protocol, Rejection, Reply, accepts, is_media_type, json_error_head, media_type};
use crate::codec::json::{self, Settings};
use crate::constraint::Violations;
use crate::http_binding::{InvalidInput, bind_request, bind_response, read_request, read_response};
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Binding, Bindings, Kind, Member, OperationSchema, Schema, ServiceSchema, TimestampFormat};
use crate::streaming;
use crate::types::Blob;

const FILL: Fill = Fill(());
const JSON: &str = "application/json";

/// How a client writes requests.
const REQUEST: Settings = Settings {
    use_json_name: true,
    bindings: Bindings::Request,
    timestamp_format: TimestampFormat::EpochSeconds,
    strict: false,
    dialect: json::Dialect::Aws,
};
/// How a server reads requests.
const STRICT_REQUEST: Settings = Settings { strict: true, ..REQUEST };
/// How both sides treat responses.
const RESPONSE: Settings = Settings { bindings: Bindings::Response, ..REQUEST };

#[derive(Clone, Copy, Debug)]
pub(super) struct RestJson1;

/// What stands in a body.
enum Body {
    /// Nothing.
    Empty,
    /// The value of the member bound by `@httpPayload`.
    Payload(usize, &'static Member),
    /// The stream of this member: it is sent and received elsewhere.
    Stream(&'static Member),
    /// A document of the members that are bound to nothing else.
    Document,
}

fn body_of(schema: &'static Schema, bindings: Bindings) -> Body {
    let members = schema.members;
    if let Some(member) = streaming::member(schema) {
        return Body::Stream(member);
    }
    match members.iter().position(|member| member.binding == Binding::Payload) {
        Some(index) => Body::Payload(index, &members[index]),
        // A response is an object even where nothing stands in it; only an operation without any output sends nothing.
        None if bindings == Bindings::Response && !schema.is_unit() => Body::Document,
        None if members.iter().any(|member| member.in_body(bindings)) => Body::Document,
        None => Body::Empty,
    }
}

/// The media type of a payload.
fn payload_type(member: &Member) -> &'static str {
    match member.target.kind {
        Kind::String | Kind::Enum => member.target.media_type.unwrap_or("text/plain"),
        Kind::Blob => member.target.media_type.unwrap_or("application/octet-stream"),
        _ => JSON,
    }
}

/// The body of a message, and its media type.
fn write_body(shape: &dyn Reflect, settings: Settings) -> (Vec<u8>, Option<&'static str>) {
    let mut body = Vec::with_capacity(256);
    match body_of(shape.schema(), settings.bindings) {
        Body::Empty | Body::Stream(_) => (body, None),
        Body::Document => {
            json::write(&mut body, settings, shape);
            (body, Some(JSON))
        }
        Body::Payload(index, member) => match shape.get(index) {
            // A request says in any case that it is JSON.
            Ref::Absent if member.target.kind == Kind::Structure && settings.bindings == Bindings::Request => {
                body.extend_from_slice(b"{}");
                (body, Some(JSON))
            }
            Ref::Absent => (body, None),
            Ref::Str(text) => (text.as_bytes().to_vec(), Some(payload_type(member))),
            Ref::Blob(bytes) => (bytes.to_vec(), Some(payload_type(member))),
            value => {
                json::write_value(&mut body, settings, member, value);
                (body, Some(JSON))
            }
        },
    }
}

/// Fills what stands in a body.
fn read_body(
    shape: &mut dyn Reflect,
    body: &Bytes,
    settings: Settings,
    missing: &mut Violations,
) -> Result<(), json::Error> {
    match body_of(shape.schema(), settings.bindings) {
        Body::Empty | Body::Stream(_) => Ok(()),
        Body::Document => {
            let bytes: &[u8] = if body.is_empty() { b"{}" } else { body };
            json::read(bytes, settings, shape, missing)
        }
        // What a request without the structure sends.
        Body::Payload(_, member) if is_unset(member, body, settings) => Ok(()),
        Body::Payload(_, member) if body.is_empty() => {
            if member.required && settings.strict {
                let violation = crate::constraint::Violation::new(crate::constraint::Constraint::Required);
                missing.push(violation.in_member(member.name));
            }
            Ok(())
        }
        Body::Payload(index, member) => match shape.slot(index, FILL) {
            Slot::Blob(place) => {
                *place = Blob::from(body.clone());
                Ok(())
            }
            Slot::Str(place) => std::str::from_utf8(body)
                .map(|text| text.clone_into(place))
                .map_err(|_| json::Error::message(member.name, "the payload is not UTF-8")),
            Slot::Enum(place) => std::str::from_utf8(body)
                .map(|text| place.set(text, FILL))
                .map_err(|_| json::Error::message(member.name, "the payload is not UTF-8")),
            Slot::Document(place) => {
                *place = json::read_document(body).map_err(|error| error.below(member.name))?;
                Ok(())
            }
            slot => json::read_value(body, settings, member, slot, missing),
        },
    }
}

/// Whether a payload is what clients send for a structure that is not there.
fn is_unset(member: &Member, body: &Bytes, settings: Settings) -> bool {
    !member.required && member.target.kind == Kind::Structure && settings.bindings == Bindings::Request && body == "{}"
}

impl Protocol for RestJson1 {
    fn write_request(
        &self,
        _: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidInput> {
        let bound = bind_request(operation, input)?;
        let (body, content_type) = write_body(input, REQUEST);
        let mut request = Request::new(Bytes::from(body));
        let method = operation.http.map_or("POST", |http| http.method);
        *request.method_mut() = Method::from_bytes(method.as_bytes()).unwrap_or(Method::POST);
        *request.uri_mut() =
            bound.uri.parse().map_err(|_| InvalidInput { member: "uri", reason: "does not make a URI" })?;
        *request.headers_mut() = bound.headers;
        if let Some(content_type) = content_type {
            let value = HeaderValue::from_static(content_type);
            request.headers_mut().entry(http::header::CONTENT_TYPE).or_insert(value);
        }
        Ok(request)
    }

    fn read_output(
        &self,
        _: &'static OperationSchema,
        head: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
    ) -> Result<(), Malformed> {
        read_response(output, head.status.as_u16(), &head.headers)?;
        Ok(read_body(output, body, RESPONSE, &mut Violations::default())?)
    }

    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead {
        json_error_head(body, super::header(&head.headers, &super::X_AMZN_ERRORTYPE))
    }

    fn read_error(&self, head: &response::Parts, body: &Bytes, error: &mut dyn Reflect) -> Result<(), Malformed> {
        read_response(error, head.status.as_u16(), &head.headers)?;
        Ok(read_body(error, body, RESPONSE, &mut Violations::default())?)
    }

    #[cfg(feature = "server")]
    fn route<'r>(
        &self,
        router: &super::route::Router,
        head: &'r request::Parts,
    ) -> Result<super::route::Match<'r>, Rejection> {
        router.by_path(&head.method, head.uri.path(), head.uri.query().unwrap_or_default())
    }

    fn read_input(
        &self,
        operation: &'static OperationSchema,
        head: &request::Parts,
        labels: &[(&'static str, &str)],
        body: &Bytes,
        input: &mut dyn Reflect,
        missing: &mut Violations,
    ) -> Result<(), Rejection> {
        check_media_type(operation.input, &head.headers, body)?;
        let offered = match body_of(operation.output, Bindings::Response) {
            // Bytes may be anything.
            Body::Payload(_, member) if is_any(member) => None,
            Body::Payload(_, member) => Some(payload_type(member)),
            Body::Stream(member) if is_any(member) => None,
            Body::Stream(member) => Some(streaming::media_type(member)),
            Body::Document | Body::Empty => Some(JSON),
        };
        if let Some(offered) = offered.filter(|offered| !accepts(&head.headers, offered)) {
            return Err(Rejection::not_acceptable(offered));
        }
        read_request(input, labels, head.uri.query().unwrap_or_default(), &head.headers, missing)?;
        Ok(read_body(input, body, STRICT_REQUEST, missing)?)
    }

    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Response<Bytes> {
        let Ok(bound) = bind_response(output) else { return self.write_rejection(reply, &Rejection::internal()) };
        let (body, content_type) = write_body(output, RESPONSE);
        let status = bound.status.or(operation.http.map(|http| http.code)).unwrap_or(200);
        super::response(status, content_type, bound.headers, body)
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Response<Bytes> {
        let schema = error.schema();
        let Ok(mut bound) = bind_response(error) else { return self.write_rejection(reply, &Rejection::internal()) };
        bound.headers.extend(HeaderValue::from_str(schema.name()).map(|name| (super::X_AMZN_ERRORTYPE, name)));
        let (mut body, _) = write_body(error, RESPONSE);
        if body.is_empty() {
            body.extend_from_slice(b"{}");
        }
        super::response(schema.error.map_or(400, |traits| traits.status), Some(JSON), bound.headers, body)
    }

    fn write_rejection(&self, _: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let mut headers = HeaderMap::new();
        headers.insert(super::X_AMZN_ERRORTYPE, HeaderValue::from_static(rejection.code));
        let body = super::rejection_body(rejection, false);
        super::response(rejection.status.as_u16(), Some(JSON), headers, body)
    }

    #[cfg(feature = "server")]
    fn claims(&self, head: &request::Parts) -> bool {
        is_media_type(media_type(&head.headers), JSON)
    }
}

/// Whether a payload is bytes of any kind.
fn is_any(member: &Member) -> bool {
    member.target.kind == Kind::Blob && member.target.media_type.is_none()
}

/// A request with a body says what it is; one without says nothing.
fn check_media_type(schema: &'static Schema, headers: &HeaderMap, body: &Bytes) -> Result<(), Rejection> {
    let found = media_type(headers);
    match body_of(schema, Bindings::Request) {
        Body::Stream(member) => {
            let expected = streaming::media_type(member);
            let right = is_any(member) || found.is_none() || is_media_type(found, expected);
            if right { Ok(()) } else { Err(Rejection::media_type(expected)) }
        }
        Body::Empty if found.is_none() || body.is_empty() => Ok(()),
        // An input without members may still come as an object.
        Body::Empty if schema.members.is_empty() && !schema.is_unit() && is_media_type(found, JSON) => Ok(()),
        Body::Empty => Err(Rejection::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaTypeException",
            "The operation takes no body",
        )),
        Body::Document if is_media_type(found, JSON) || (found.is_none() && body.is_empty()) => Ok(()),
        Body::Document => Err(Rejection::media_type(JSON)),
        Body::Payload(_, member) => {
            let expected = payload_type(member);
            let right = is_media_type(found, expected) || is_any(member) || (found.is_none() && body.is_empty());
            if right { Ok(()) } else { Err(Rejection::media_type(expected)) }
        }
    }
}
