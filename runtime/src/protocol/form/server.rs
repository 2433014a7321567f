//! Server half of the query protocols.

use bytes::Bytes;
use http::{Method, StatusCode, request};

use super::FORM;
use crate::codec::query::{self, Dialect, Form};
use crate::memory::{MemoryLimit, Reading};
use crate::protocol::server::{InputSource, Match, Rejection, Router, check_charset, is_media_type, media_type};
use crate::reflect::Reflect;
use crate::schema::{Fault, QueryError, Schema};

/// Whether a request is a form, or has an action in its query.
pub(crate) fn claims(head: &request::Parts) -> bool {
    let query = head.uri.query().unwrap_or_default();
    is_media_type(media_type(&head.headers), FORM) || query.split('&').any(|pair| pair.starts_with("Action="))
}

/// The body names the operation.
pub(in crate::protocol) fn route<'r>(head: &request::Parts) -> Result<Match<'r>, Rejection> {
    if !matches!(head.method, Method::POST | Method::GET) {
        return Err(Rejection::method_not_allowed(&["GET", "POST"]));
    }
    match claims(head) {
        true => Ok(Match { operation: None, labels: Vec::new() }),
        false if head.method == Method::POST => Err(Rejection::media_type(FORM)),
        false => Err(unknown_operation()),
    }
}

/// Returns the operation that the form names. The version does not matter: clients of an older model send theirs.
pub(in crate::protocol) fn route_body(
    router: &Router,
    head: &request::Parts,
    body: &Bytes,
) -> Result<usize, Rejection> {
    let mut reading = Reading::checked(MemoryLimit::default(), body.len());
    let form = Form::parse(&forms(head, body)?, &mut reading)?;
    let action = form.get("Action");
    let found = action.and_then(|action| router.by_name(action)).and_then(|found| found.operation);
    found.ok_or_else(|| match action {
        Some(_) => unknown_operation(),
        None => Rejection { message: "The request has no parameter Action".to_owned(), ..unknown_operation() },
    })
}

/// Rejection of a request for an unknown action, as in AWS services.
pub(in crate::protocol) fn unknown_operation() -> Rejection {
    Rejection::new(StatusCode::BAD_REQUEST, "InvalidAction", "There is no such action")
}

/// Fills an input.
pub(in crate::protocol) fn read_input(
    dialect: Dialect,
    source: InputSource<'_>,
    input: &mut dyn Reflect,
    reading: &mut Reading,
) -> Result<(), Rejection> {
    let form = Form::parse(&forms(source.head, source.body)?, reading)?;
    Ok(query::read(&form, dialect, input, reading)?)
}

/// Returns the parameters in the query and in the body.
fn forms<'r>(head: &'r request::Parts, body: &'r Bytes) -> Result<[&'r str; 2], Rejection> {
    check_charset(&head.headers)?;
    let body = std::str::from_utf8(body).map_err(|_| Rejection::serialization("The body is not UTF-8"))?;
    Ok([head.uri.query().unwrap_or_default(), body])
}

/// Returns code and HTTP status of an error.
pub(in crate::protocol) fn query_error(schema: &Schema) -> QueryError {
    let status = schema.error_traits().map_or(400, |traits| traits.status);
    schema.error_traits().and_then(|traits| traits.query).unwrap_or(QueryError { code: schema.name(), status })
}

/// Returns the type of a fault in these protocols.
pub(in crate::protocol) fn fault_name(status: u16, fault: Option<Fault>) -> &'static str {
    let is_client = fault.map_or(status < 500, |fault| fault == Fault::Client);
    if is_client { "Sender" } else { "Receiver" }
}
