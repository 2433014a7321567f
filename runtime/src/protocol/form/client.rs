//! Client half of the query protocols.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, response};

use super::{Envelope, FORM, Query, XML};
use crate::codec::query;
use crate::codec::xml::{self, Place};
use crate::memory::Reading;
use crate::protocol::client::{ClientProtocol, ErrorHead, InvalidRequest, Malformed, Payloads};
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{OperationSchema, ServiceSchema};

/// Envelopes of responses that a client reads.
pub(in crate::protocol) trait ClientEnvelope: Envelope {
    /// Fills the output from the body of a successful response. Missing members are added to `reading`.
    fn read_output(
        operation: &'static OperationSchema,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed>;
}

impl<E: ClientEnvelope> ClientProtocol for Query<E> {
    fn sends_forms(&self) -> bool {
        true
    }

    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest> {
        let mut body = format!("Action={}&Version={}", operation.name, service.version);
        query::write(&mut body, E::DIALECT, input).map_err(|error| InvalidRequest::Member(error.into()))?;
        let mut request = Request::new(Bytes::from(body));
        *request.method_mut() = Method::POST;
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(FORM));
        Ok(request)
    }

    fn read_output(
        &self,
        operation: &'static OperationSchema,
        _: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        E::read_output(operation, body, output, reading)
    }

    fn is_error(&self, operation: &'static OperationSchema, body: &Bytes, _: Payloads) -> bool {
        is_error_document(body, Some(&format!("{}Response", operation.name)))
    }

    fn error_head(&self, _: &response::Parts, body: &Bytes) -> ErrorHead {
        error_head(body)
    }

    fn read_error(
        &self,
        _: &response::Parts,
        body: &Bytes,
        error: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed> {
        read_error(XML, body, error, reading)
    }
}

/// Fills an output from an element of the response. An empty response has no members.
pub(in crate::protocol) fn read_output(
    operation: &'static OperationSchema,
    body: &Bytes,
    place: Place<'_>,
    output: &mut dyn Reflect,
    reading: &mut Reading,
) -> Result<(), Malformed> {
    if operation.output.is_unit() {
        return Ok(());
    }
    // An empty document has no root element to check.
    let place = if body.is_empty() { Place::Root } else { place };
    Ok(xml::read(or_empty(body), XML, place, output, reading)?)
}

/// No body is read as an empty document.
fn or_empty(body: &Bytes) -> &[u8] {
    if body.is_empty() { b"<Empty/>" } else { body }
}

/// Whether a body is the document of an error, unless the document of an output has that name.
pub(in crate::protocol) fn is_error_document(body: &Bytes, own: Option<&str>) -> bool {
    xml::root_name(body).is_some_and(|root| is_envelope(&root) && own != Some(root.as_str()))
}

/// Whether an element contains the code of an error, itself or in another element.
fn is_envelope(name: &str) -> bool {
    matches!(name, "Error" | "ErrorResponse" | "Response")
}

/// Reads the head of an error. The code is that of `@awsQueryError`, or the name of the shape.
pub(in crate::protocol) fn error_head(body: &Bytes) -> ErrorHead {
    let found = xml::error_head(body);
    let code = found.code.unwrap_or_default();
    ErrorHead {
        query_code: Some(code.clone()).filter(|code| !code.is_empty()),
        code,
        message: found.message,
        request_id: found.request_id,
        root: xml::root_name(body).filter(|root| !is_envelope(root)),
        ..ErrorHead::default()
    }
}

/// Fills an error. The message is in `Message`, independent of the case of the member's name.
pub(in crate::protocol) fn read_error(
    settings: xml::Settings,
    body: &Bytes,
    error: &mut dyn Reflect,
    reading: &mut Reading,
) -> Result<(), Malformed> {
    let name = error.schema().xml_root();
    let is_itself = xml::root_name(body).is_some_and(|root| root == name && !is_envelope(&root));
    xml::read(or_empty(body), settings, if is_itself { Place::Root } else { Place::Error }, error, reading)?;
    if let Some(index) = error.schema().message()
        && matches!(error.get(index), Ref::Absent | Ref::Str(""))
        && let Some(message) = xml::error_head(body).message
        && let Slot::Str(place) = error.slot(index, Fill::VALUE)
    {
        *place = message;
        reading.missing =
            reading.take_missing().without(error.schema().members.get(index).map_or("", |member| member.name));
    }
    Ok(())
}
