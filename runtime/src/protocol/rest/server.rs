//! Server half of the protocols with HTTP bindings.

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, request};

use super::{Body, Format, MessageKind, Rest, body_of, is_raw, payload_type, read_body, write_body};
use crate::codec::Unwritable;
use crate::http_binding::InvalidMember;
use crate::http_binding::server::{read_request, response_code, response_headers};
use crate::memory::Reading;
use crate::protocol::server::{
    InputSource, Match, Rejection, Reply, Router, ServerProtocol, accepts, check_charset, has_no_content,
    is_media_type, media_type, preferred, response,
};
use crate::reflect::Reflect;
use crate::schema::{Binding, Bindings, Kind, Member, OperationSchema, Schema};
use crate::streaming;

/// Server half of a format.
pub(in crate::protocol) trait ServerFormat: Format {
    /// Adds the error code to the headers, if the format has a header for it.
    fn mark_error(_code: &str, _headers: &mut HeaderMap) {}

    /// Writes the body of a modeled error.
    fn write_error(reply: Reply<'_>, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable> {
        let mut body = Vec::new();
        Self::write(&mut body, reply.service, MessageKind::Response, error)?;
        Ok(body)
    }

    /// Writes the body of an unmodeled error.
    fn write_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8>;

    /// Whether a document may lack a media type.
    const TAKES_SILENT_DOCUMENTS: bool = true;

    /// Whether it is the media type of documents.
    fn is_own(media_type: Option<&str>) -> bool {
        is_media_type(media_type, Self::MEDIA_TYPE)
    }
}

impl<F: ServerFormat> ServerProtocol for Rest<F> {
    fn route<'r>(&self, router: &Router, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        router.by_path(head)
    }

    fn read_input(
        &self,
        source: InputSource<'_>,
        input: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Rejection> {
        let InputSource { operation, head, labels, body } = source;
        // If a member is bound to the header, any content type is allowed.
        if !binds_content_type(operation.input) {
            check_media_type::<F>(operation.input, &head.headers, body)?;
        }
        let offered = match body_of::<F>(operation.output, Bindings::Response) {
            _ if binds_content_type(operation.output) || has_no_body(operation) => None,
            // Bytes may have any media type.
            Body::Payload(_, member) if is_raw::<F>(member) && is_any(member) => None,
            Body::Payload(_, member) => Some(payload_type::<F>(member)),
            Body::Stream => {
                streaming::member(operation.output).filter(|member| !is_any(member)).map(streaming::media_type)
            }
            Body::Document | Body::Empty => Some(F::MEDIA_TYPE),
        };
        if let Some(offered) = offered.filter(|offered| !accepts(&head.headers, offered)) {
            return Err(Rejection::not_acceptable(offered));
        }
        read_request(input, labels, head.uri.query().unwrap_or_default(), &head.headers, reading)?;
        Ok(read_body::<F>(input, body, MessageKind::StrictRequest, reading)?)
    }

    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Response<Bytes>, InvalidMember> {
        let headers = response_headers(output)?;
        let status = response_code(output)?.or(operation.http.map(|http| http.code)).unwrap_or(200);
        let (body, content_type) = if has_no_content(status) {
            (Bytes::new(), None)
        } else {
            write_body::<F>(reply.service, output, MessageKind::of_response(operation))?
        };
        Ok(response(status, content_type, headers, body))
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Result<Response<Bytes>, InvalidMember> {
        let mut headers = response_headers(error)?;
        let (body, content_type) = match body_of::<F>(error.schema(), Bindings::Response) {
            Body::Payload(..) => write_body::<F>(reply.service, error, MessageKind::Response)?,
            _ => (F::write_error(reply, error)?.into(), Some(F::MEDIA_TYPE)),
        };
        F::mark_error(error.schema().name(), &mut headers);
        let status = error.schema().error_traits().map_or(400, |traits| traits.status);
        Ok(response(status, content_type, headers, body))
    }

    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let mut headers = HeaderMap::new();
        F::mark_error(&rejection.code, &mut headers);
        let body = F::write_rejection(reply, rejection);
        response(rejection.status.as_u16(), Some(F::MEDIA_TYPE), headers, body)
    }

    fn claims(&self, head: &request::Parts) -> bool {
        // A request without a body may be known by the media type that it accepts.
        match media_type(&head.headers) {
            None => F::is_own(preferred(&head.headers, is_document)),
            found => F::is_own(found),
        }
    }

    fn takes_unmarked(&self) -> bool {
        true
    }
}

/// Whether responses of the operation have no body, so that it has no media type that a caller would have to accept.
fn has_no_body(operation: &OperationSchema) -> bool {
    operation.output.is_unit() || operation.http.is_some_and(|http| has_no_content(http.code))
}

/// Whether it is the media type of documents of a protocol with HTTP bindings.
fn is_document(media_type: &str) -> bool {
    ["application/json", "application/xml", "text/xml"].iter().any(|known| is_media_type(Some(media_type), known))
}

/// Whether a member is bound to the `Content-Type` header.
fn binds_content_type(schema: &Schema) -> bool {
    let is_type = |name: &str| name.eq_ignore_ascii_case(http::header::CONTENT_TYPE.as_str());
    schema.members.iter().any(|member| matches!(member.traits.binding, Binding::Header(name) if is_type(name)))
}

/// Whether a payload may have any media type.
fn is_any(member: &Member) -> bool {
    member.target.kind == Kind::Blob && member.target.texts.media_type().is_none()
}

/// Checks the content type of a request, if there is one.
fn check_media_type<F: ServerFormat>(
    schema: &'static Schema,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<(), Rejection> {
    let found = media_type(headers);
    match body_of::<F>(schema, Bindings::Request) {
        Body::Stream => {
            let Some(member) = streaming::member(schema) else { return Ok(()) };
            let expected = streaming::media_type(member);
            if !is_any(member) {
                check_charset(headers)?;
            }
            let right = is_any(member) || found.is_none() || is_media_type(found, expected);
            if right { Ok(()) } else { Err(Rejection::media_type(expected)) }
        }
        Body::Empty if found.is_none() || body.is_empty() => Ok(()),
        // An input without members may still be an object.
        Body::Empty if schema.members.is_empty() && !schema.is_unit() && F::is_own(found) => Ok(()),
        Body::Empty => Err(Rejection::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaTypeException",
            "The operation takes no body",
        )),
        Body::Document if F::is_own(found) => check_charset(headers),
        Body::Document if found.is_none() && (F::TAKES_SILENT_DOCUMENTS || body.is_empty()) => Ok(()),
        Body::Document => Err(Rejection::media_type(F::MEDIA_TYPE)),
        Body::Payload(_, member) => {
            let expected = payload_type::<F>(member);
            let is_document = !is_raw::<F>(member);
            if !is_document && is_any(member) {
                return Ok(());
            }
            check_charset(headers)?;
            let is_silent = found.is_none() && (is_document || F::TAKES_SILENT_DOCUMENTS || body.is_empty());
            let right = is_silent || is_media_type(found, expected) || (is_document && F::is_own(found));
            if right { Ok(()) } else { Err(Rejection::media_type(expected)) }
        }
    }
}
