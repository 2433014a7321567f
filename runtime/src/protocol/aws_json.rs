//! `aws.protocols#awsJson1_0` and `aws.protocols#awsJson1_1`: a single path, the operation in `X-Amz-Target`, and JSON
//! bodies.

use bytes::Bytes;
#[cfg(feature = "client-core")]
use http::HeaderValue;
use http::Method;
#[cfg(feature = "server")]
use http::{HeaderMap, StatusCode};

use super::Protocol;
#[cfg(feature = "client-core")]
use super::client::{self, ClientProtocol, ErrorHead, InvalidRequest, Malformed, Request, json_error_head, response};
#[cfg(feature = "server")]
use super::server::{
    self, InputSource, Match, Rejection, Reply, Response, Router, ServerProtocol, is_media_type, media_type, request,
};
#[cfg(feature = "server")]
use crate::codec::Strictness;
use crate::codec::buffer;
use crate::codec::json::{self, Settings};
use crate::event_stream::{self, EventFormat, Initial};
#[cfg(feature = "server")]
use crate::http_binding::InvalidMember;
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
#[cfg(feature = "client-core")]
use crate::schema::ServiceSchema;

/// The versions differ in media type and in how an error's type is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AwsJson {
    V1_0,
    V1_1,
}

impl AwsJson {
    fn content_type(self) -> &'static str {
        match self {
            Self::V1_0 => "application/x-amz-json-1.0",
            Self::V1_1 => "application/x-amz-json-1.1",
        }
    }
}

impl Protocol for AwsJson {
    fn events(&self) -> Option<EventFormat> {
        Some(EventFormat::new(&event_stream::Json(Settings::DOCUMENT), Initial::Frame(self.content_type())))
    }
}

/// No body is read as the empty object.
fn or_empty(body: &Bytes) -> &[u8] {
    if body.is_empty() { b"{}" } else { body }
}

#[cfg(feature = "client-core")]
impl ClientProtocol for AwsJson {
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest> {
        let body = buffer::written(|out| json::write(out, Settings::DOCUMENT, input));
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        let headers = request.headers_mut();
        headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_static(self.content_type()));
        let target = [service.name(), ".", operation.name].concat();
        // Names are identifiers, which are valid header values.
        headers.extend(HeaderValue::try_from(target).map(|target| (super::X_AMZ_TARGET, target)));
        client::ask_for_query_codes(service, headers);
        Ok(request)
    }

    fn read_output(
        &self,
        _: &'static OperationSchema,
        _: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        // Some servers send null or an empty string where there is no output.
        if output.schema().members.is_empty() && (json::is_null(body) || &**body == b"\"\"") {
            return Ok(());
        }
        Ok(json::read(or_empty(body), Settings::DOCUMENT, output, reading)?)
    }

    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead {
        let found = json_error_head(body, client::error_type(head));
        ErrorHead { query_code: client::query_code(&head.headers), ..found }
    }

    fn read_error(
        &self,
        _: &response::Parts,
        body: &Bytes,
        error: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        Ok(json::read(or_empty(body), Settings::DOCUMENT, error, reading)?)
    }
}

#[cfg(feature = "server")]
impl ServerProtocol for AwsJson {
    fn error_family(&self) -> super::ErrorFamily {
        super::ErrorFamily::Json
    }

    fn route<'r>(&self, router: &Router, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        if head.method != Method::POST {
            return Err(Rejection::method_not_allowed(&["POST"]));
        }
        let target = super::header(&head.headers, &super::X_AMZ_TARGET);
        let reason = match target {
            None => "the request has no header X-Amz-Target",
            Some(_) => "the header X-Amz-Target names no operation of the service",
        };
        let found = target.and_then(|target| router.by_target(target));
        found.ok_or_else(|| self.unknown_operation().because(reason))
    }

    /// As AWS services write it.
    fn unknown_operation(&self) -> Rejection {
        Rejection { status: StatusCode::BAD_REQUEST, ..Rejection::unknown_operation() }
    }

    fn read_input(
        &self,
        source: InputSource<'_>,
        input: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Rejection> {
        let InputSource { head, body, .. } = source;
        if !is_media_type(media_type(&head.headers), self.content_type()) {
            return Err(Rejection::media_type(self.content_type()));
        }
        server::check_charset(&head.headers)?;
        // Some clients send no body, or null, where there is no input.
        if input.schema().members.is_empty() && json::is_null(body) {
            return Ok(());
        }
        Ok(json::read(
            or_empty(body),
            Settings { strictness: Strictness::Strict, ..Settings::DOCUMENT },
            input,
            reading,
        )?)
    }

    fn write_output(
        &self,
        _: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Response<Bytes>, InvalidMember> {
        // Without an output there is no body either.
        let has_body = !operation.output.is_unit();
        let body =
            if has_body { buffer::written(|out| json::write(out, Settings::DOCUMENT, output)) } else { Bytes::new() };
        Ok(server::response(200, Some(self.content_type()), HeaderMap::new(), body))
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Result<Response<Bytes>, InvalidMember> {
        let schema = error.schema();
        let name = if *self == Self::V1_0 { schema.id() } else { schema.name() };
        let mut body = Vec::new();
        json::write(&mut body, Settings::DOCUMENT, error);
        let status = schema.error_traits().map_or(400, |traits| traits.status);
        let mut headers = HeaderMap::new();
        server::put_query_code(reply.service, schema, &mut headers);
        Ok(server::response(status, Some(self.content_type()), headers, server::with_type(name, &body)))
    }

    fn write_rejection(&self, _: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let body = server::with_type(&rejection.code, &server::rejection_body(rejection));
        server::response(rejection.status.as_u16(), Some(self.content_type()), HeaderMap::new(), body)
    }

    fn claims(&self, head: &request::Parts) -> bool {
        // The media type distinguishes the versions. Without one, the target is sufficient.
        let found = media_type(&head.headers);
        let other = if *self == Self::V1_0 { Self::V1_1 } else { Self::V1_0 };
        is_media_type(found, self.content_type())
            || (head.headers.contains_key(super::X_AMZ_TARGET) && !is_media_type(found, other.content_type()))
    }
}
