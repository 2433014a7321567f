//! `aws.protocols#ec2Query`: as `awsQuery`, with other names of parameters and other envelopes of responses.

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
use crate::codec::xml::{self, Document, Element};
#[cfg(feature = "client-core")]
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::OperationSchema;
#[cfg(feature = "server")]
use crate::schema::QueryError;
#[cfg(feature = "server")]
use crate::types::Unit;

/// Outputs as documents, and errors in a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Envelope;

#[cfg(feature = "server")]
impl Envelope {
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

impl form::Envelope for Envelope {
    const DIALECT: Dialect = Dialect::Ec2;
}

#[cfg(feature = "client-core")]
impl form::client::ClientEnvelope for Envelope {
    fn read_output(
        operation: &'static OperationSchema,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        let root = format!("{}Response", operation.name);
        form::client::read_output(operation, body, Place::Named(&[&root]), output, reading)
    }
}

#[cfg(feature = "server")]
impl form::server::ServerEnvelope for Envelope {
    const ERROR_FAMILY: ErrorFamily = ErrorFamily::Ec2;
    const CONTENT_TYPE: &'static str = "text/xml;charset=UTF-8";

    fn write_output(
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Vec<u8>, Unwritable> {
        let mut body = Vec::with_capacity(256);
        let mut document = Document::new(&mut body);
        let name = format!("{}Response", operation.name);
        let after = [("requestId", reply.request_id)];
        let element = Element { after: &after, ..Element::new(&name, reply.service.xml_namespace) };
        document.shape(form::XML, element, output);
        document.finish().map(|()| body)
    }

    fn write_error(reply: Reply<'_>, query: QueryError, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable> {
        Self::error(reply, &[("Code", query.code)], error)
    }

    fn write_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        let (code, message) = (xml::printable(&rejection.code), xml::printable(&rejection.message));
        let texts = [("Code", &*code), ("Message", &*message)];
        Self::error(reply, &texts, &Unit).unwrap_or_default()
    }
}
