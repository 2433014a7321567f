//! `aws.protocols#awsQuery`: requests are forms that name an action; answers are XML, the output in an element of its own.

use bytes::Bytes;
use http::{HeaderMap, Request, Response, request, response};

use super::form::{self, XML};
use super::{ErrorHead, Malformed, Protocol, Rejection, Reply};
use crate::codec::query::Dialect;
use crate::codec::xml::{Document, Element, Place};
use crate::constraint::Violations;
use crate::http_binding::InvalidInput;
use crate::reflect::Reflect;
use crate::schema::{OperationSchema, ServiceSchema};

const CONTENT_TYPE: &str = "text/xml";

#[derive(Clone, Copy, Debug)]
pub(super) struct AwsQuery;

impl Protocol for AwsQuery {
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidInput> {
        Ok(form::write_request(Dialect::Aws, service, operation, input))
    }

    fn read_output(
        &self,
        operation: &'static OperationSchema,
        _: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
    ) -> Result<(), Malformed> {
        form::read_output(operation, body, Place::Below(&format!("{}Result", operation.name)), output)
    }

    fn error_head(&self, _: &response::Parts, body: &Bytes) -> ErrorHead {
        form::error_head(body)
    }

    fn read_error(&self, _: &response::Parts, body: &Bytes, error: &mut dyn Reflect) -> Result<(), Malformed> {
        form::read_error(XML, body, error)
    }

    #[cfg(feature = "server")]
    fn route<'r>(
        &self,
        _: &super::route::Router,
        head: &'r request::Parts,
    ) -> Result<super::route::Match<'r>, Rejection> {
        form::route(head)
    }

    #[cfg(feature = "server")]
    fn route_body(
        &self,
        router: &super::route::Router,
        head: &request::Parts,
        body: &Bytes,
    ) -> Result<usize, Rejection> {
        form::route_body(router, head, body)
    }

    fn read_input(
        &self,
        _: &'static OperationSchema,
        head: &request::Parts,
        _: &[(&'static str, &str)],
        body: &Bytes,
        input: &mut dyn Reflect,
        missing: &mut Violations,
    ) -> Result<(), Rejection> {
        form::read_input(Dialect::Aws, head, body, input, missing)
    }

    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Response<Bytes> {
        let mut body = Vec::with_capacity(256);
        let mut document = Document::new(&mut body);
        let root = format!("{}Response", operation.name);
        document.start(&root, reply.service.xml_namespace);
        if !operation.output.is_unit() {
            document.shape(XML, Element::new(&format!("{}Result", operation.name), None), output);
        }
        document.start("ResponseMetadata", None);
        document.text("RequestId", reply.request_id);
        document.end("ResponseMetadata");
        document.end(&root);
        match document.finish() {
            Ok(()) => super::response(200, Some(CONTENT_TYPE), HeaderMap::new(), body),
            Err(_) => self.write_rejection(reply, &Rejection::internal()),
        }
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Response<Bytes> {
        let schema = error.schema();
        let (code, status) = form::code_and_status(schema);
        let fault = form::fault_name(status, schema.error.map(|traits| traits.fault));
        let body = super::xml_error(reply, XML, error, &[("Type", fault), ("Code", code)]);
        match body {
            Ok(body) => super::response(status, Some(CONTENT_TYPE), HeaderMap::new(), body),
            Err(_) => self.write_rejection(reply, &Rejection::internal()),
        }
    }

    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let body = super::xml_rejection(reply, rejection);
        super::response(rejection.status.as_u16(), Some(CONTENT_TYPE), HeaderMap::new(), body)
    }

    #[cfg(feature = "server")]
    fn claims(&self, head: &request::Parts) -> bool {
        form::claims(head)
    }
}
