//! `aws.protocols#awsQuery`: requests are forms with an action; responses are XML, with the output in an element.

use bytes::Bytes;
#[cfg(feature = "server")]
use http::HeaderMap;

#[cfg(feature = "client-core")]
use super::client::{ClientProtocol, ErrorHead, InvalidRequest, Malformed, Payloads, Request, response};
#[cfg(feature = "server")]
use super::server::{self, InputSource, Match, Rejection, Reply, Response, Router, ServerProtocol, request};
use super::{Protocol, form};
use crate::codec::query::Dialect;
#[cfg(feature = "client-core")]
use crate::codec::xml::Place;
#[cfg(feature = "server")]
use crate::codec::xml::{Document, Element};
#[cfg(feature = "server")]
use crate::http_binding::InvalidMember;
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
#[cfg(feature = "client-core")]
use crate::schema::ServiceSchema;

#[cfg(feature = "server")]
const CONTENT_TYPE: &str = "text/xml";

#[derive(Clone, Copy, Debug)]
pub(super) struct AwsQuery;

impl Protocol for AwsQuery {}

#[cfg(feature = "client-core")]
impl ClientProtocol for AwsQuery {
    fn sends_forms(&self) -> bool {
        true
    }

    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest> {
        form::client::write_request(Dialect::Aws, service, operation, input)
    }

    fn read_output(
        &self,
        operation: &'static OperationSchema,
        _: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        let (root, child) = (format!("{}Response", operation.name), format!("{}Result", operation.name));
        form::client::read_output(operation, body, Place::Below { root: &root, child: &child }, output, reading)
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
impl ServerProtocol for AwsQuery {
    fn error_family(&self) -> super::ErrorFamily {
        super::ErrorFamily::Query
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
        form::server::read_input(Dialect::Aws, source, input, reading)
    }

    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Response<Bytes>, InvalidMember> {
        let mut body = Vec::with_capacity(256);
        let mut document = Document::new(&mut body);
        let root = format!("{}Response", operation.name);
        document.start(&root, reply.service.xml_namespace);
        if !operation.output.is_unit() {
            document.shape(form::XML, Element::new(&format!("{}Result", operation.name), None), output);
        }
        document.start("ResponseMetadata", None);
        document.text("RequestId", reply.request_id);
        document.end("ResponseMetadata");
        document.end(&root);
        document.finish()?;
        Ok(server::response(200, Some(CONTENT_TYPE), HeaderMap::new(), body))
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Result<Response<Bytes>, InvalidMember> {
        let schema = error.schema();
        let crate::schema::QueryError { code, status } = form::server::query_error(schema);
        let fault = form::server::fault_name(status, schema.error_traits().map(|traits| traits.fault));
        let body = server::xml_error(reply, form::XML, error, &[("Type", fault), ("Code", code)])?;
        Ok(server::response(status, Some(CONTENT_TYPE), HeaderMap::new(), body))
    }

    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let body = server::xml_rejection(reply, rejection);
        server::response(rejection.status.as_u16(), Some(CONTENT_TYPE), HeaderMap::new(), body)
    }

    fn unknown_operation(&self) -> Rejection {
        form::server::unknown_operation()
    }

    fn claims(&self, head: &request::Parts) -> bool {
        form::server::claims(head)
    }
}
