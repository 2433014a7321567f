//! `smithy.protocols#rpcv2Cbor` and `rpcv2Json`: service and operation in the path, documents as bodies, and a header
//! with the name of the protocol.

#[cfg(feature = "cbor")]
pub(super) mod cbor;
pub(super) mod json;

use bytes::Bytes;
#[cfg(feature = "client-core")]
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
#[cfg(feature = "client-core")]
use http::{StatusCode, Uri};

use super::Protocol;
#[cfg(feature = "client-core")]
use super::client::{self, ClientProtocol, ErrorHead, InvalidRequest, Malformed, Request, bare_code, response};
#[cfg(feature = "server")]
use super::server::{
    self, InputSource, Match, Rejection, Reply, Response, Router, ServerProtocol, accepts, is_media_type, media_type,
    request,
};
use crate::codec::{self, Strictness, buffer};
use crate::event_stream::{Documents, EventFormat, Initial};
#[cfg(feature = "server")]
use crate::http_binding::InvalidMember;
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
#[cfg(feature = "client-core")]
use crate::schema::{Schema, ServiceSchema};
#[cfg(feature = "client-core")]
use crate::types::Document;

pub(crate) const SMITHY_PROTOCOL: HeaderName = HeaderName::from_static("smithy-protocol");

/// A protocol with this format of documents.
pub(super) struct RpcV2<F>(pub(super) F);

/// Format of documents.
pub(super) trait Format: Send + Sync + 'static {
    /// Value of the header of messages.
    const NAME: &'static str;
    const CONTENT_TYPE: &'static str;
    /// Documents in events.
    const EVENTS: &'static dyn Documents;
    /// Whether documents are text.
    #[cfg(feature = "client-core")]
    const IS_TEXT: bool;

    /// Appends a structure or union.
    fn write(out: &mut Vec<u8>, shape: &dyn Reflect);

    /// Whether a body is the value null.
    fn is_null(body: &[u8]) -> bool;

    /// Fills a shape. An empty body is an empty structure.
    fn read(
        body: &[u8],
        strictness: Strictness,
        shape: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), codec::Error>;

    /// Reads a body without a schema.
    #[cfg(feature = "client-core")]
    fn read_document(body: &[u8]) -> Result<Document, codec::Error>;

    /// Returns the body of an error, with its ID.
    #[cfg(feature = "server")]
    fn error(id: &str, error: &dyn Reflect) -> Vec<u8>;

    /// Returns the body of an error that the model does not have.
    #[cfg(feature = "server")]
    fn rejection(rejection: &Rejection) -> Vec<u8>;
}

/// Whether the header of a message has the name of this protocol.
fn is_named<F: Format>(headers: &HeaderMap) -> bool {
    super::header(headers, &SMITHY_PROTOCOL) == Some(F::NAME)
}

fn written<F: Format>(shape: &dyn Reflect) -> Bytes {
    buffer::written(|out| F::write(out, shape))
}

#[cfg(feature = "server")]
fn respond<F: Format>(status: u16, mut headers: HeaderMap, body: impl Into<Bytes>) -> Response<Bytes> {
    let body = body.into();
    headers.insert(SMITHY_PROTOCOL, HeaderValue::from_static(F::NAME));
    let content_type = if body.is_empty() { None } else { Some(F::CONTENT_TYPE) };
    server::response(status, content_type, headers, body)
}

impl<F: Format> Protocol for RpcV2<F> {
    fn events(&self) -> Option<EventFormat> {
        Some(EventFormat::new(F::EVENTS, Initial::Frame(F::CONTENT_TYPE)))
    }
}

#[cfg(feature = "client-core")]
impl<F: Format> ClientProtocol for RpcV2<F> {
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest> {
        // Without an input there is no body.
        let has_input = !operation.input.is_unit();
        let body = if has_input { written::<F>(input) } else { Bytes::new() };
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        let path = format!("/service/{}/operation/{}", service.name(), operation.name);
        *request.uri_mut() = path.parse::<Uri>()?;
        let headers = request.headers_mut();
        headers.insert(SMITHY_PROTOCOL, HeaderValue::from_static(F::NAME));
        headers.insert(ACCEPT, HeaderValue::from_static(F::CONTENT_TYPE));
        if has_input {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(F::CONTENT_TYPE));
        }
        client::ask_for_query_codes(service, headers);
        Ok(request)
    }

    fn read_output(
        &self,
        _: &'static OperationSchema,
        head: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        if !is_named::<F>(&head.headers) {
            return Err(Malformed::Protocol(F::NAME));
        }
        if head.status != StatusCode::OK {
            return Err(Malformed::Status);
        }
        if output.schema().members.is_empty() && F::is_null(body) {
            return Ok(());
        }
        Ok(F::read(body, Strictness::Lenient, output, reading)?)
    }

    fn is_text(&self, _: &'static Schema) -> bool {
        F::IS_TEXT
    }

    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead {
        // Without the header it is an error of another party, such as a gateway.
        if !is_named::<F>(&head.headers) {
            return ErrorHead::default();
        }
        let Ok(Document::Object(members)) = F::read_document(body) else { return ErrorHead::default() };
        let text = |name| match members.get(name) {
            Some(Document::String(text)) => Some(text.as_str()),
            _ => None,
        };
        ErrorHead {
            code: bare_code(text("__type").unwrap_or_default()).to_owned(),
            message: text("message").or_else(|| text("Message")).map(str::to_owned),
            query_code: client::query_code(&head.headers),
            ..ErrorHead::default()
        }
    }

    fn read_error(
        &self,
        _: &response::Parts,
        body: &Bytes,
        error: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        Ok(F::read(body, Strictness::Lenient, error, reading)?)
    }
}

#[cfg(feature = "server")]
impl<F: Format> ServerProtocol for RpcV2<F> {
    fn route<'r>(&self, router: &Router, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        // Requests with a target are for another protocol, even if the path matches.
        let has_target = [super::X_AMZ_TARGET, super::X_AMZN_TARGET].iter().any(|name| head.headers.contains_key(name));
        let unknown = |reason| Rejection::unknown_operation().because(reason);
        if has_target {
            return Err(unknown("the header X-Amz-Target is that of another protocol"));
        }
        if !self.claims(head) {
            return Err(unknown("the header Smithy-Protocol does not name the protocol of the service"));
        }
        let found = router.by_rpc_path(head.uri.path());
        let found = found.ok_or_else(|| unknown("the path names no operation of the service"))?;
        if head.method == Method::POST { Ok(found) } else { Err(Rejection::method_not_allowed(&["POST"])) }
    }

    fn read_input(
        &self,
        source: InputSource<'_>,
        input: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Rejection> {
        let InputSource { operation, head, body, .. } = source;
        let found = media_type(&head.headers);
        let may_be_silent = found.is_none() && body.is_empty();
        if !is_media_type(found, F::CONTENT_TYPE) && !may_be_silent {
            return Err(Rejection::media_type(F::CONTENT_TYPE));
        }
        server::check_charset(&head.headers)?;
        if !operation.output.is_unit() && !accepts(&head.headers, F::CONTENT_TYPE) {
            return Err(Rejection::not_acceptable(F::CONTENT_TYPE));
        }
        if input.schema().members.is_empty() && F::is_null(body) {
            return Ok(());
        }
        Ok(F::read(body, Strictness::Strict, input, reading)?)
    }

    fn write_output(
        &self,
        _: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Response<Bytes>, InvalidMember> {
        let body = if operation.output.is_unit() { Bytes::new() } else { written::<F>(output) };
        Ok(respond::<F>(200, HeaderMap::new(), body))
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Result<Response<Bytes>, InvalidMember> {
        let schema = error.schema();
        let mut headers = HeaderMap::new();
        server::put_query_code(reply.service, schema, &mut headers);
        Ok(respond::<F>(
            schema.error_traits().map_or(400, |traits| traits.status),
            headers,
            F::error(schema.id(), error),
        ))
    }

    fn write_rejection(&self, _: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        respond::<F>(rejection.status.as_u16(), HeaderMap::new(), F::rejection(rejection))
    }

    fn claims(&self, head: &request::Parts) -> bool {
        is_named::<F>(&head.headers)
    }
}

#[cfg(all(test, feature = "client-core"))]
mod tests {
    use super::json::Json;
    use super::*;
    use crate::schema::prelude::UNIT;
    use crate::types::Unit;

    fn head(status: u16, name: &str) -> response::Parts {
        let response = http::Response::builder().status(status).header(SMITHY_PROTOCOL, name);
        response.body(()).expect("good parts").into_parts().0
    }

    #[test]
    fn only_errors_of_the_protocol_have_a_code() {
        let body = Bytes::from_static(br#"{"__type":"example#Gone","message":"gone"}"#);
        assert_eq!(RpcV2(Json).error_head(&head(400, "rpc-v2-json"), &body).code, "Gone");
        assert_eq!(RpcV2(Json).error_head(&head(400, "rpc-v2-cbor"), &body), ErrorHead::default());
    }

    #[test]
    fn only_responses_with_status_200_are_outputs() {
        static NOTHING: OperationSchema = OperationSchema::new("Nothing", &UNIT, &UNIT);
        let read = |status| {
            RpcV2(Json).read_output(
                &NOTHING,
                &head(status, "rpc-v2-json"),
                &Bytes::new(),
                &mut Unit,
                &mut Reading::default(),
            )
        };
        assert!(read(200).is_ok());
        assert!(read(204).is_err());
    }
}
