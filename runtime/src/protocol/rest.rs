//! What the protocols with HTTP bindings have in common: everything but the format of documents.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, request, response};

use super::{ErrorHead, Malformed, Protocol, Rejection, Reply, accepts, is_media_type, media_type};
use crate::codec;
use crate::codec::xml::Unwritable;
use crate::constraint::{Constraint, Violation, Violations};
use crate::event_stream::{Documents, EventFormat, Initial};
use crate::http_binding::{Bound, InvalidInput, bind_request, bind_response, read_request, read_response};
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Binding, Bindings, Kind, Member, OperationSchema, Schema, ServiceSchema};
use crate::streaming;
use crate::types::Blob;

const FILL: Fill = Fill(());

/// What a message is, and who looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A request that a client writes.
    Request,
    /// A request that a server reads, more strictly than clients read.
    StrictRequest,
    /// A response, on both sides.
    Response,
    /// A response whose only member is the document itself (spec: `@s3UnwrappedXmlOutput`).
    UnwrappedResponse,
}

impl Way {
    pub(super) fn bindings(self) -> Bindings {
        match self {
            Self::Request | Self::StrictRequest => Bindings::Request,
            Self::Response | Self::UnwrappedResponse => Bindings::Response,
        }
    }

    fn of_response(operation: &OperationSchema) -> Self {
        if operation.unwrapped_output { Self::UnwrappedResponse } else { Self::Response }
    }

    pub(super) fn is_strict(self) -> bool {
        self == Self::StrictRequest
    }
}

/// The format of the documents in bodies, and how errors stand in it.
pub(super) trait Format: Send + Sync + 'static {
    /// The documents' media type.
    const MEDIA_TYPE: &'static str;

    /// What stands for a structure that is the payload of a request and is not there; nothing where it is no body.
    const UNSET: &'static [u8];

    /// Whether a response without members in its body is a document all the same.
    const WRITES_EMPTY: bool;

    /// Documents in events.
    const EVENTS: &'static dyn Documents;

    /// Appends the members that stand in the body.
    fn write(
        out: &mut Vec<u8>,
        service: &'static ServiceSchema,
        way: Way,
        shape: &dyn Reflect,
    ) -> Result<(), Unwritable>;

    /// Appends a payload that is neither text nor bytes.
    fn write_payload(
        out: &mut Vec<u8>,
        service: &'static ServiceSchema,
        member: &'static Member,
        value: Ref<'_>,
    ) -> Result<(), Unwritable>;

    /// Fills the members that stand in the body. No body is an empty document.
    fn read(body: &[u8], way: Way, shape: &mut dyn Reflect, missing: &mut Violations) -> Result<(), codec::Error>;

    /// Fills a payload that is neither text nor bytes.
    fn read_payload(
        body: &[u8],
        way: Way,
        member: &'static Member,
        slot: Slot<'_>,
        missing: &mut Violations,
    ) -> Result<(), codec::Error>;

    /// Client: what an error says of itself.
    fn error_head(head: &response::Parts, body: &Bytes) -> ErrorHead;

    /// Client: fills the members of an error that stand in the body.
    fn read_error(body: &Bytes, error: &mut dyn Reflect) -> Result<(), Malformed>;

    /// Server: says in the head which error it is, where the format has a header for it.
    fn mark_error(_code: &str, _headers: &mut HeaderMap) {}

    /// Server: the body of an error.
    fn write_error(reply: Reply<'_>, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable>;

    /// Server: the body of an error that is not modelled.
    fn write_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8>;

    /// Server: whether a media type is the documents'.
    fn is_own(media_type: Option<&str>) -> bool {
        is_media_type(media_type, Self::MEDIA_TYPE)
    }
}

/// A protocol with HTTP bindings, and documents of the format `F`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest<F>(pub(super) F);

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

fn body_of<F: Format>(schema: &'static Schema, bindings: Bindings) -> Body {
    let members = schema.members;
    if let Some(member) = streaming::member(schema) {
        return Body::Stream(member);
    }
    match members.iter().position(|member| member.binding == Binding::Payload) {
        Some(index) => Body::Payload(index, &members[index]),
        // Only an operation without any output sends nothing.
        None if F::WRITES_EMPTY && bindings == Bindings::Response && !schema.is_unit() => Body::Document,
        None if members.iter().any(|member| member.in_body(bindings)) => Body::Document,
        None => Body::Empty,
    }
}

/// The media type of a payload.
fn payload_type<F: Format>(member: &Member) -> &'static str {
    match member.target.kind {
        Kind::String | Kind::Enum => member.target.media_type.unwrap_or("text/plain"),
        Kind::Blob => member.target.media_type.unwrap_or("application/octet-stream"),
        _ => F::MEDIA_TYPE,
    }
}

/// The body of a message, and its media type.
fn write_body<F: Format>(
    service: &'static ServiceSchema,
    shape: &dyn Reflect,
    way: Way,
) -> Result<(Vec<u8>, Option<&'static str>), Unwritable> {
    let mut body = Vec::with_capacity(256);
    let mut content_type = Some(F::MEDIA_TYPE);
    match body_of::<F>(shape.schema(), way.bindings()) {
        // A response says in any case that it is a document.
        Body::Empty if way == Way::Response && !shape.schema().is_unit() => {}
        Body::Empty | Body::Stream(_) => content_type = None,
        Body::Document => F::write(&mut body, service, way, shape)?,
        Body::Payload(index, member) => match shape.get(index) {
            // A request says in any case that it is a document.
            Ref::Absent if member.target.kind == Kind::Structure && way == Way::Request && !F::UNSET.is_empty() => {
                body.extend_from_slice(F::UNSET);
            }
            Ref::Absent => content_type = None,
            Ref::Str(text) => return Ok((text.as_bytes().to_vec(), Some(payload_type::<F>(member)))),
            Ref::Blob(bytes) => return Ok((bytes.to_vec(), Some(payload_type::<F>(member)))),
            value => F::write_payload(&mut body, service, member, value)?,
        },
    }
    Ok((body, content_type))
}

/// Fills what stands in a body.
fn read_body<F: Format>(
    shape: &mut dyn Reflect,
    body: &Bytes,
    way: Way,
    missing: &mut Violations,
) -> Result<(), codec::Error> {
    match body_of::<F>(shape.schema(), way.bindings()) {
        Body::Empty | Body::Stream(_) => Ok(()),
        Body::Document => F::read(body, way, shape, missing),
        // What a request without the structure sends.
        Body::Payload(_, member) if is_unset::<F>(member, body, way) => Ok(()),
        Body::Payload(_, member) if body.is_empty() => {
            if member.required && way.is_strict() {
                missing.push(Violation::new(Constraint::Required).in_member(member.name));
            }
            Ok(())
        }
        Body::Payload(index, member) => {
            let text = || {
                std::str::from_utf8(body).map_err(|_| codec::Error::message(member.name, "the payload is not UTF-8"))
            };
            match shape.slot(index, FILL) {
                Slot::Blob(place) => *place = Blob::from(body.clone()),
                Slot::Str(place) => text()?.clone_into(place),
                Slot::Enum(place) => place.set(text()?, FILL),
                slot => F::read_payload(body, way, member, slot, missing)?,
            }
            Ok(())
        }
    }
}

/// Whether a payload is what clients send for a structure that is not there.
fn is_unset<F: Format>(member: &Member, body: &Bytes, way: Way) -> bool {
    !member.required && member.target.kind == Kind::Structure && way.bindings() == Bindings::Request && body == F::UNSET
}

impl<F: Format> Protocol for Rest<F> {
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidInput> {
        let bound = bind_request(service, operation, input)?;
        let (body, content_type) = write_body::<F>(service, input, Way::Request)?;
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
        operation: &'static OperationSchema,
        head: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
    ) -> Result<(), Malformed> {
        read_response(output, head.status.as_u16(), &head.headers)?;
        Ok(read_body::<F>(output, body, Way::of_response(operation), &mut Violations::default())?)
    }

    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead {
        F::error_head(head, body)
    }

    fn read_error(&self, head: &response::Parts, body: &Bytes, error: &mut dyn Reflect) -> Result<(), Malformed> {
        read_response(error, head.status.as_u16(), &head.headers)?;
        match body_of::<F>(error.schema(), Bindings::Response) {
            Body::Payload(..) => Ok(read_body::<F>(error, body, Way::Response, &mut Violations::default())?),
            _ if body.is_empty() => Ok(()),
            _ => F::read_error(body, error),
        }
    }

    #[cfg(feature = "server")]
    fn route<'r>(
        &self,
        router: &super::route::Router,
        head: &'r request::Parts,
    ) -> Result<super::route::Match<'r>, Rejection> {
        router.by_path(head)
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
        // Where a member is the type, any is right.
        if !binds_content_type(operation.input) {
            check_media_type::<F>(operation.input, &head.headers, body)?;
        }
        let offered = match body_of::<F>(operation.output, Bindings::Response) {
            _ if binds_content_type(operation.output) => None,
            // Bytes may be anything.
            Body::Payload(_, member) if is_any(member) => None,
            Body::Payload(_, member) => Some(payload_type::<F>(member)),
            Body::Stream(member) if is_any(member) => None,
            Body::Stream(member) => Some(streaming::media_type(member)),
            Body::Document | Body::Empty => Some(F::MEDIA_TYPE),
        };
        if let Some(offered) = offered.filter(|offered| !accepts(&head.headers, offered)) {
            return Err(Rejection::not_acceptable(offered));
        }
        read_request(input, labels, head.uri.query().unwrap_or_default(), &head.headers, missing)?;
        Ok(read_body::<F>(input, body, Way::StrictRequest, missing)?)
    }

    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Response<Bytes> {
        let written = bind_response(output).and_then(|bound| {
            let body = write_body::<F>(reply.service, output, Way::of_response(operation))?;
            Ok((bound, body))
        });
        let Ok((bound, (body, content_type))) = written else {
            return self.write_rejection(reply, &Rejection::internal());
        };
        let status = bound.status.or(operation.http.map(|http| http.code)).unwrap_or(200);
        super::response(status, content_type, bound.headers, body)
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Response<Bytes> {
        let written = bind_response(error).and_then(|bound| {
            let body = match body_of::<F>(error.schema(), Bindings::Response) {
                Body::Payload(..) => write_body::<F>(reply.service, error, Way::Response)?,
                _ => (F::write_error(reply, error)?, Some(F::MEDIA_TYPE)),
            };
            Ok((bound, body))
        });
        let Ok((Bound { mut headers, .. }, (body, content_type))) = written else {
            return self.write_rejection(reply, &Rejection::internal());
        };
        F::mark_error(error.schema().name(), &mut headers);
        let status = error.schema().error.map_or(400, |traits| traits.status);
        super::response(status, content_type, headers, body)
    }

    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let mut headers = HeaderMap::new();
        F::mark_error(rejection.code, &mut headers);
        let body = F::write_rejection(reply, rejection);
        super::response(rejection.status.as_u16(), Some(F::MEDIA_TYPE), headers, body)
    }

    fn events(&self) -> Option<EventFormat> {
        Some(EventFormat { documents: F::EVENTS, initial: Initial::Head })
    }

    #[cfg(feature = "server")]
    fn claims(&self, head: &request::Parts) -> bool {
        // A request without a body may say what it wants back.
        let found = media_type(&head.headers).or_else(|| super::header(&head.headers, &http::header::ACCEPT));
        F::is_own(found)
    }

    #[cfg(feature = "server")]
    fn takes_unmarked(&self) -> bool {
        true
    }
}

/// Whether a member says what the body is.
fn binds_content_type(schema: &Schema) -> bool {
    let is_type = |name: &str| name.eq_ignore_ascii_case(http::header::CONTENT_TYPE.as_str());
    schema.members.iter().any(|member| matches!(member.binding, Binding::Header(name) if is_type(name)))
}

/// Whether a payload is bytes of any kind.
fn is_any(member: &Member) -> bool {
    member.target.kind == Kind::Blob && member.target.media_type.is_none()
}

/// A request with a body says what it is; one without says nothing.
fn check_media_type<F: Format>(schema: &'static Schema, headers: &HeaderMap, body: &Bytes) -> Result<(), Rejection> {
    let found = media_type(headers);
    match body_of::<F>(schema, Bindings::Request) {
        Body::Stream(member) => {
            let expected = streaming::media_type(member);
            let right = is_any(member) || found.is_none() || is_media_type(found, expected);
            if right { Ok(()) } else { Err(Rejection::media_type(expected)) }
        }
        Body::Empty if found.is_none() || body.is_empty() => Ok(()),
        // An input without members may still come as an object.
        Body::Empty if schema.members.is_empty() && !schema.is_unit() && F::is_own(found) => Ok(()),
        Body::Empty => Err(Rejection::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaTypeException",
            "The operation takes no body",
        )),
        Body::Document if F::is_own(found) || (found.is_none() && body.is_empty()) => Ok(()),
        Body::Document => Err(Rejection::media_type(F::MEDIA_TYPE)),
        Body::Payload(_, member) => {
            let expected = payload_type::<F>(member);
            let is_document = !matches!(member.target.kind, Kind::String | Kind::Enum | Kind::Blob);
            let right = is_media_type(found, expected)
                || is_any(member)
                || (is_document && F::is_own(found))
                || (found.is_none() && body.is_empty());
            if right { Ok(()) } else { Err(Rejection::media_type(expected)) }
        }
    }
}
