//! `smithy.protocols#rpcv2Cbor` and `rpcv2Json`: service and operation in the path, documents as bodies, and a header
//! with the name of the protocol.

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
    self, Match, Rejection, Reply, Response, Router, ServerProtocol, accepts, is_media_type, media_type, request,
};
use crate::codec::json::{self, Dialect, Settings};
use crate::codec::{self, Strictness, buffer, cbor};
use crate::event_stream::{self, Documents, EventFormat, Initial};
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::{Bindings, OperationSchema, TimestampFormat};
#[cfg(feature = "client-core")]
use crate::schema::{Schema, ServiceSchema};
use crate::types::Document;

pub(super) const SMITHY_PROTOCOL: HeaderName = HeaderName::from_static("smithy-protocol");

/// The two protocols, which differ in the format of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RpcV2 {
    Cbor,
    Json,
}

const SETTINGS: Settings = Settings {
    use_json_name: false,
    bindings: Bindings::Ignored,
    timestamp_format: TimestampFormat::EpochSeconds,
    strictness: Strictness::Lenient,
    dialect: Dialect::RpcV2,
};

impl RpcV2 {
    fn name(self) -> &'static str {
        match self {
            Self::Cbor => "rpc-v2-cbor",
            Self::Json => "rpc-v2-json",
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Cbor => "application/cbor",
            Self::Json => "application/json",
        }
    }

    /// Whether the header of a message has the name of this protocol.
    fn is_named(self, headers: &HeaderMap) -> bool {
        super::header(headers, &SMITHY_PROTOCOL) == Some(self.name())
    }

    fn write(self, shape: &dyn Reflect) -> Vec<u8> {
        buffer::written(|out| match self {
            Self::Cbor => cbor::write(out, shape),
            Self::Json => json::write(out, SETTINGS, shape),
        })
    }

    /// Whether a body is the value null.
    fn is_null(self, body: &[u8]) -> bool {
        match self {
            Self::Cbor => body == NULL,
            Self::Json => json::is_null(body),
        }
    }

    /// Fills a shape. An empty body is an empty structure.
    fn read(
        self,
        body: &[u8],
        strictness: Strictness,
        shape: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        match self {
            Self::Cbor => cbor::read(if body.is_empty() { &EMPTY_MAP } else { body }, strictness, shape, reading),
            Self::Json => {
                let settings = Settings { strictness, ..SETTINGS };
                json::read(if body.is_empty() { b"{}" } else { body }, settings, shape, reading)
            }
        }
    }

    #[cfg(feature = "server")]
    fn respond(self, status: u16, mut headers: HeaderMap, body: Vec<u8>) -> Response<Bytes> {
        headers.insert(SMITHY_PROTOCOL, HeaderValue::from_static(self.name()));
        let content_type = if body.is_empty() { None } else { Some(self.content_type()) };
        server::response(status, content_type, headers, body)
    }
}

/// The value null.
const NULL: [u8; 1] = [0xf6];

/// A map without entries.
const EMPTY_MAP: [u8; 1] = [0xa0];

impl Protocol for RpcV2 {
    fn events(&self) -> Option<EventFormat> {
        let documents: &'static dyn Documents = match self {
            Self::Cbor => &event_stream::Cbor,
            Self::Json => &event_stream::Json(SETTINGS),
        };
        Some(EventFormat { documents, initial: Initial::Frame(self.content_type()) })
    }
}

#[cfg(feature = "client-core")]
impl ClientProtocol for RpcV2 {
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest> {
        // Without an input there is no body.
        let has_input = !operation.input.is_unit();
        let body = if has_input { self.write(input) } else { Vec::new() };
        let mut request = Request::new(Bytes::from(body));
        *request.method_mut() = Method::POST;
        let path = format!("/service/{}/operation/{}", service.name(), operation.name);
        *request.uri_mut() = path.parse::<Uri>()?;
        let headers = request.headers_mut();
        headers.insert(SMITHY_PROTOCOL, HeaderValue::from_static(self.name()));
        headers.insert(ACCEPT, HeaderValue::from_static(self.content_type()));
        if has_input {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type()));
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
        if !self.is_named(&head.headers) {
            return Err(Malformed::Protocol(self.name()));
        }
        if head.status != StatusCode::OK {
            return Err(Malformed::Status);
        }
        if output.schema().members.is_empty() && self.is_null(body) {
            return Ok(());
        }
        Ok(self.read(body, Strictness::Lenient, output, reading)?)
    }

    fn is_text(&self, _: &'static Schema) -> bool {
        *self == Self::Json
    }

    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead {
        // Without the header it is an error of another party, such as a gateway.
        if !self.is_named(&head.headers) {
            return ErrorHead::default();
        }
        let document = match self {
            Self::Cbor => cbor::read_document(body),
            Self::Json => json::read_document(body),
        };
        let Ok(Document::Object(mut members)) = document else { return ErrorHead::default() };
        let mut text = |name| match members.remove(name) {
            Some(Document::String(text)) => Some(text),
            _ => None,
        };
        ErrorHead {
            code: bare_code(&text("__type").unwrap_or_default()).to_owned(),
            message: text("message").or_else(|| text("Message")),
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
        Ok(self.read(body, Strictness::Lenient, error, reading)?)
    }
}

#[cfg(feature = "server")]
impl ServerProtocol for RpcV2 {
    fn route<'r>(&self, router: &Router, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        // Requests with a target are for another protocol, even if the path matches.
        let has_target = [super::X_AMZ_TARGET, super::X_AMZN_TARGET].iter().any(|name| head.headers.contains_key(name));
        if !self.claims(head) || has_target {
            return Err(Rejection::unknown_operation());
        }
        let found = router.by_rpc_path(head.uri.path()).ok_or_else(Rejection::unknown_operation)?;
        if head.method == Method::POST { Ok(found) } else { Err(Rejection::method_not_allowed(&["POST"])) }
    }

    fn read_input(
        &self,
        operation: &'static OperationSchema,
        head: &request::Parts,
        _: &[(&'static str, &str)],
        body: &Bytes,
        input: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Rejection> {
        let found = media_type(&head.headers);
        let may_be_silent = found.is_none() && body.is_empty();
        if !is_media_type(found, self.content_type()) && !may_be_silent {
            return Err(Rejection::media_type(self.content_type()));
        }
        server::check_charset(&head.headers)?;
        if !operation.output.is_unit() && !accepts(&head.headers, self.content_type()) {
            return Err(Rejection::not_acceptable(self.content_type()));
        }
        if input.schema().members.is_empty() && self.is_null(body) {
            return Ok(());
        }
        Ok(self.read(body, Strictness::Strict, input, reading)?)
    }

    fn write_output(&self, _: Reply<'_>, operation: &'static OperationSchema, output: &dyn Reflect) -> Response<Bytes> {
        let body = if operation.output.is_unit() { Vec::new() } else { self.write(output) };
        self.respond(200, HeaderMap::new(), body)
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Response<Bytes> {
        let schema = error.schema();
        let mut headers = HeaderMap::new();
        server::put_query_code(reply.service, schema, &mut headers);
        let body = match self {
            Self::Cbor => {
                let mut body = Vec::new();
                cbor::write_error(&mut body, schema.id(), error);
                body
            }
            Self::Json => server::with_type(schema.id(), &self.write(error)),
        };
        self.respond(schema.error.map_or(400, |traits| traits.status), headers, body)
    }

    fn write_rejection(&self, _: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let body = match self {
            Self::Cbor => {
                let text = |text: &str| Document::from(text);
                let members = [("__type", text(&rejection.code)), ("message", text(&rejection.message))];
                let members = members.map(|(name, value)| (name.to_owned(), value));
                let mut body = Vec::new();
                cbor::write_document(&mut body, &Document::Object(members.into()));
                body
            }
            Self::Json => server::with_type(&rejection.code, &server::rejection_body(rejection)),
        };
        self.respond(rejection.status.as_u16(), HeaderMap::new(), body)
    }

    fn claims(&self, head: &request::Parts) -> bool {
        self.is_named(&head.headers)
    }
}

#[cfg(all(test, feature = "client-core"))]
mod tests {
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
        assert_eq!(RpcV2::Json.error_head(&head(400, "rpc-v2-json"), &body).code, "Gone");
        assert_eq!(RpcV2::Json.error_head(&head(400, "rpc-v2-cbor"), &body), ErrorHead::default());
    }

    #[test]
    fn only_responses_with_status_200_are_outputs() {
        static NOTHING: OperationSchema = OperationSchema::new("Nothing", &UNIT, &UNIT);
        let read = |status| {
            RpcV2::Json.read_output(
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
