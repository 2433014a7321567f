//! What the query protocols have in common: requests are forms, answers are XML.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, request};

use super::{ErrorHead, Malformed, Rejection};
#[cfg(feature = "server")]
use super::{is_media_type, media_type};
use crate::codec::query::{self, Dialect, Form};
use crate::codec::xml::{self, Place};
use crate::constraint::Violations;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Bindings, Fault, Kind, OperationSchema, Schema, ServiceSchema};

const FORM: &str = "application/x-www-form-urlencoded";

/// How clients read answers, and servers write them.
pub(super) const XML: xml::Settings = xml::Settings { bindings: Bindings::Ignored, strict: false };

/// Client: the request of an input.
pub(super) fn write_request(
    dialect: Dialect,
    service: &'static ServiceSchema,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
) -> Request<Bytes> {
    let mut body = format!("Action={}&Version={}", operation.name, service.version);
    query::write(&mut body, dialect, input);
    let mut request = Request::new(Bytes::from(body));
    *request.method_mut() = Method::POST;
    request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(FORM));
    request
}

/// Client: fills an output from an element of the answer. An empty answer says nothing.
pub(super) fn read_output(
    operation: &'static OperationSchema,
    body: &Bytes,
    place: Place<'_>,
    output: &mut dyn Reflect,
) -> Result<(), Malformed> {
    if body.is_empty() || operation.output.is_unit() {
        return Ok(());
    }
    Ok(xml::read(body, XML, place, output, &mut Violations::default())?)
}

/// Client: what an error says of itself. The code is that of `@awsQueryError`, or the shape's name.
pub(super) fn error_head(body: &Bytes) -> ErrorHead {
    let found = xml::error_head(body);
    let code = found.code.unwrap_or_default();
    ErrorHead {
        query_code: Some(code.clone()).filter(|code| !code.is_empty()),
        code,
        message: found.message,
        request_id: found.request_id,
    }
}

/// Client: fills an error. Its message stands in `Message`, whatever the case of the member's name.
pub(super) fn read_error(settings: xml::Settings, body: &Bytes, error: &mut dyn Reflect) -> Result<(), Malformed> {
    xml::read(body, settings, Place::Error, error, &mut Violations::default())?;
    let members = error.schema().members.iter();
    let found = members
        .enumerate()
        .find(|(_, member)| member.name.eq_ignore_ascii_case("message") && member.target.kind == Kind::String);
    if let Some((index, _)) = found
        && matches!(error.get(index), Ref::Absent | Ref::Str(""))
        && let Some(message) = xml::error_head(body).message
        && let Slot::Str(place) = error.slot(index, Fill(()))
    {
        *place = message;
    }
    Ok(())
}

/// Server: whether a request is a form, or asks for an action in its query.
#[cfg(feature = "server")]
pub(super) fn claims(head: &request::Parts) -> bool {
    let query = head.uri.query().unwrap_or_default();
    is_media_type(media_type(&head.headers), FORM) || query.split('&').any(|pair| pair.starts_with("Action="))
}

/// Server: the operation is in the form.
#[cfg(feature = "server")]
pub(super) fn route<'r>(head: &request::Parts) -> Result<super::route::Match<'r>, Rejection> {
    if !matches!(head.method, Method::POST | Method::GET) {
        return Err(Rejection::method_not_allowed(&["GET", "POST"]));
    }
    match claims(head) {
        true => Ok(super::route::Match { operation: None, labels: Vec::new() }),
        false if head.method == Method::POST => Err(Rejection::media_type(FORM)),
        false => Err(Rejection::unknown_operation()),
    }
}

/// Server: the operation that the form asks for.
#[cfg(feature = "server")]
pub(super) fn route_body(
    router: &super::route::Router,
    head: &request::Parts,
    body: &Bytes,
) -> Result<usize, Rejection> {
    let form = Form::parse(&forms(head, body)?)?;
    let found = form.get("Action").and_then(|action| router.by_name(action)).and_then(|found| found.operation);
    found.ok_or_else(Rejection::unknown_operation)
}

/// Server: fills an input.
pub(super) fn read_input(
    dialect: Dialect,
    head: &request::Parts,
    body: &Bytes,
    input: &mut dyn Reflect,
    missing: &mut Violations,
) -> Result<(), Rejection> {
    let form = Form::parse(&forms(head, body)?)?;
    Ok(query::read(&form, dialect, input, missing)?)
}

/// Parameters may stand in the query and in the body.
fn forms<'r>(head: &'r request::Parts, body: &'r Bytes) -> Result<[&'r str; 2], Rejection> {
    let body = std::str::from_utf8(body).map_err(|_| Rejection::serialization("The body is not UTF-8"))?;
    Ok([head.uri.query().unwrap_or_default(), body])
}

/// Server: the code of an error, and its status.
pub(super) fn code_and_status(schema: &Schema) -> (&'static str, u16) {
    match schema.error {
        Some(traits) => traits.query.unwrap_or((schema.name(), traits.status)),
        None => (schema.name(), 400),
    }
}

/// Who is to blame for an error, in the words of these protocols.
pub(super) fn fault_name(status: u16, fault: Option<Fault>) -> &'static str {
    let is_client = fault.map_or(status < 500, |fault| fault == Fault::Client);
    if is_client { "Sender" } else { "Receiver" }
}
