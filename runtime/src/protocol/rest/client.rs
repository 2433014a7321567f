//! Client half of the protocols with HTTP bindings.

use bytes::Bytes;
use http::{HeaderValue, Method, Request, response};

use super::{Body, Format, MessageKind, Rest, body_of, is_raw, read_body, write_body};
use crate::http_binding::client::{bind_request, read_response};
use crate::memory::Reading;
use crate::protocol::client::{ClientProtocol, ErrorHead, InvalidRequest, Malformed, Payloads};
use crate::reflect::Reflect;
use crate::schema::{Bindings, Kind, OperationSchema, Schema, ServiceSchema};

/// Client half of a format.
pub(in crate::protocol) trait ClientFormat: Format {
    /// Code and message of an error response.
    fn error_head(head: &response::Parts, body: &Bytes) -> ErrorHead;

    /// Fills the body members of an error. Missing ones are added to `reading`.
    fn read_error(body: &Bytes, error: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Malformed> {
        Ok(Self::read(body, MessageKind::Response, error, reading)?)
    }

    /// Whether a body is an error document, although the response's status is that of a success.
    fn is_error(_: &'static OperationSchema, _: &Bytes, _: Payloads) -> bool {
        false
    }
}

impl<F: ClientFormat> ClientProtocol for Rest<F> {
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest> {
        let bound = bind_request(service, operation, input)?;
        let (body, content_type) = write_body::<F>(service, input, MessageKind::Request)?;
        let mut request = Request::new(body);
        let method = operation.http.map_or("POST", |http| http.method);
        *request.method_mut() = Method::from_bytes(method.as_bytes()).unwrap_or(Method::POST);
        *request.uri_mut() = bound.uri.parse()?;
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
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        read_response(output, head.status.as_u16(), &head.headers, reading)?;
        Ok(read_body::<F>(output, body, MessageKind::of_response(operation), reading)?)
    }

    fn is_text(&self, schema: &'static Schema) -> bool {
        match body_of::<F>(schema, Bindings::Response) {
            Body::Payload(_, member) => !is_raw::<F>(member) || member.target.kind != Kind::Blob,
            Body::Document => true,
            Body::Empty | Body::Stream => false,
        }
    }

    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead {
        F::error_head(head, body)
    }

    fn is_error(&self, operation: &'static OperationSchema, body: &Bytes, payloads: Payloads) -> bool {
        F::is_error(operation, body, payloads)
    }

    fn read_error(
        &self,
        head: &response::Parts,
        body: &Bytes,
        error: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        read_response(error, head.status.as_u16(), &head.headers, reading)?;
        match body_of::<F>(error.schema(), Bindings::Response) {
            Body::Document if !body.is_empty() => F::read_error(body, error, reading),
            _ => Ok(read_body::<F>(error, body, MessageKind::Response, reading)?),
        }
    }
}
