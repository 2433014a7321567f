//! `aws.protocols#ec2Query`: as `awsQuery`, with other names of parameters and other envelopes of responses.

use bytes::Bytes;
#[cfg(feature = "server")]
use http::HeaderMap;

#[cfg(feature = "client-core")]
use super::client::{ClientProtocol, ErrorHead, InvalidRequest, Malformed, Payloads, Request, response};
#[cfg(feature = "server")]
use super::server::{self, InputSource, Match, Rejection, Reply, Response, Router, ServerProtocol, request};
use super::{Protocol, form};
#[cfg(feature = "server")]
use crate::codec::Unwritable;
use crate::codec::query::Dialect;
#[cfg(feature = "client-core")]
use crate::codec::xml::Place;
#[cfg(feature = "server")]
use crate::codec::xml::{self, Document, Element};
#[cfg(feature = "server")]
use crate::http_binding::InvalidMember;
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
#[cfg(feature = "client-core")]
use crate::schema::ServiceSchema;
#[cfg(feature = "server")]
use crate::types::Unit;

#[cfg(feature = "server")]
const CONTENT_TYPE: &str = "text/xml;charset=UTF-8";

#[derive(Clone, Copy, Debug)]
pub(super) struct Ec2Query;

#[cfg(feature = "server")]
impl Ec2Query {
    /// An error in its envelope.
    fn error(reply: Reply<'_>, texts: &[(&str, &str)], error: &dyn Reflect) -> Result<Vec<u8>, Unwritable> {
        let mut body = Vec::new();
        let mut document = Document::new(&mut body);
        document.start("Response", None);
        document.start("Errors", None);
        document.shape(form::XML, server::error_element(error, texts), error);
        document.end("Errors");
        document.text("RequestID", reply.request_id);
        document.end("Response");
        document.finish().map(|()| body)
    }
}

impl Protocol for Ec2Query {}

#[cfg(feature = "client-core")]
impl ClientProtocol for Ec2Query {
    fn sends_forms(&self) -> bool {
        true
    }

    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest> {
        form::client::write_request(Dialect::Ec2, service, operation, input)
    }

    fn read_output(
        &self,
        operation: &'static OperationSchema,
        _: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        form::client::read_output(
            operation,
            body,
            Place::Named(&[&format!("{}Response", operation.name)]),
            output,
            reading,
        )
    }

    fn is_error(&self, operation: &'static OperationSchema, body: &Bytes, _: Payloads) -> bool {
        form::client::is_error(operation, body)
    }

    fn error_head(&self, _: &response::Parts, body: &Bytes) -> ErrorHead {
        form::client::error_head(body)
    }

    fn read_error(
        &self,
        _: &response::Parts,
        body: &Bytes,
        error: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        form::client::read_error(form::XML, body, error, reading)
    }
}

#[cfg(feature = "server")]
impl ServerProtocol for Ec2Query {
    fn error_family(&self) -> super::ErrorFamily {
        super::ErrorFamily::Ec2
    }

    fn route<'r>(&self, _: &Router, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        form::server::route(head)
    }

    fn route_body(&self, router: &Router, head: &request::Parts, body: &Bytes) -> Result<usize, Rejection> {
        form::server::route_body(router, head, body)
    }

    fn read_input(
        &self,
        source: InputSource<'_>,
        input: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Rejection> {
        form::server::read_input(Dialect::Ec2, source, input, reading)
    }

    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Response<Bytes>, InvalidMember> {
        let mut body = Vec::with_capacity(256);
        let mut document = Document::new(&mut body);
        let name = format!("{}Response", operation.name);
        let after = [("requestId", reply.request_id)];
        let element = Element { after: &after, ..Element::new(&name, reply.service.xml_namespace) };
        document.shape(form::XML, element, output);
        document.finish()?;
        Ok(server::response(200, Some(CONTENT_TYPE), HeaderMap::new(), body))
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Result<Response<Bytes>, InvalidMember> {
        let crate::schema::QueryError { code, status } = form::server::query_error(error.schema());
        let body = Self::error(reply, &[("Code", code)], error)?;
        Ok(server::response(status, Some(CONTENT_TYPE), HeaderMap::new(), body))
    }

    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let (code, message) = (xml::printable(&rejection.code), xml::printable(&rejection.message));
        let texts = [("Code", &*code), ("Message", &*message)];
        let body = Self::error(reply, &texts, &Unit).unwrap_or_default();
        server::response(rejection.status.as_u16(), Some(CONTENT_TYPE), HeaderMap::new(), body)
    }

    fn unknown_operation(&self) -> Rejection {
        form::server::unknown_operation()
    }

    fn claims(&self, head: &request::Parts) -> bool {
        form::server::claims(head)
    }
}
