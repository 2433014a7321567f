//! `aws.protocols#awsQuery`: requests are forms with an action; responses are XML, with the output in an element.

#[cfg(feature = "client-core")]
use bytes::Bytes;

#[cfg(feature = "client-core")]
use super::client::Malformed;
use super::form;
#[cfg(feature = "server")]
use super::server::{self, ErrorFamily, Rejection, Reply};
#[cfg(feature = "server")]
use crate::codec::Unwritable;
use crate::codec::query::Dialect;
#[cfg(feature = "client-core")]
use crate::codec::xml::Place;
#[cfg(feature = "server")]
use crate::codec::xml::{Document, Element};
#[cfg(feature = "client-core")]
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
#[cfg(feature = "server")]
use crate::schema::QueryError;

/// Outputs and errors in elements of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Envelope;

impl form::Envelope for Envelope {
    const DIALECT: Dialect = Dialect::Aws;
}

#[cfg(feature = "client-core")]
impl form::client::ClientEnvelope for Envelope {
    fn read_output(
        operation: &'static OperationSchema,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        let (root, child) = (format!("{}Response", operation.name), format!("{}Result", operation.name));
        form::client::read_output(operation, body, Place::Below { root: &root, child: &child }, output, reading)
    }
}

#[cfg(feature = "server")]
impl form::server::ServerEnvelope for Envelope {
    const ERROR_FAMILY: ErrorFamily = ErrorFamily::Query;
    const CONTENT_TYPE: &'static str = "text/xml";

    fn write_output(
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Vec<u8>, Unwritable> {
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
        document.finish().map(|()| body)
    }

    fn write_error(
        reply: Reply<'_>,
        QueryError { code, status }: QueryError,
        error: &dyn Reflect,
    ) -> Result<Vec<u8>, Unwritable> {
        let fault = form::server::fault_name(status, error.schema().error_traits().map(|traits| traits.fault));
        server::xml_error(reply, form::XML, error, &[("Type", fault), ("Code", code)])
    }

    fn write_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        server::xml_rejection(reply, rejection)
    }
}
