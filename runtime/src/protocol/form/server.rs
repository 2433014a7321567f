//! Server half of the query protocols.

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use super::{Envelope, FORM, Query};
use crate::codec::Unwritable;
use crate::codec::query::{self, Form};
use crate::http_binding::InvalidMember;
use crate::memory::{MemoryLimit, Reading};
use crate::protocol::server::{
    ErrorFamily, InputSource, Match, Rejection, Reply, Response, Router, ServerProtocol, check_charset, is_media_type,
    media_type, request, response,
};
use crate::reflect::Reflect;
use crate::schema::{Fault, OperationSchema, QueryError, Schema};

/// Whether a request is a form, or has an action in its query.
pub(crate) fn claims(head: &request::Parts) -> bool {
    let query = head.uri.query().unwrap_or_default();
    is_media_type(media_type(&head.headers), FORM) || query.split('&').any(|pair| pair.starts_with("Action="))
}

/// Envelopes of responses that a server writes.
pub(in crate::protocol) trait ServerEnvelope: Envelope {
    const ERROR_FAMILY: ErrorFamily;

    /// Media type of responses.
    const CONTENT_TYPE: &'static str;

    /// Writes the body of an output.
    fn write_output(
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Vec<u8>, Unwritable>;

    /// Writes the body of a modeled error.
    fn write_error(reply: Reply<'_>, query: QueryError, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable>;

    /// Writes the body of an unmodeled error.
    fn write_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8>;
}

impl<E: ServerEnvelope> ServerProtocol for Query<E> {
    fn error_family(&self) -> ErrorFamily {
        E::ERROR_FAMILY
    }

    /// The body names the operation.
    fn route<'r>(&self, _: &Router, head: &'r request::Parts) -> Result<Match<'r>, Rejection> {
        if !matches!(head.method, Method::POST | Method::GET) {
            return Err(Rejection::method_not_allowed(&["GET", "POST"]));
        }
        match claims(head) {
            true => Ok(Match { operation: None, labels: Vec::new() }),
            false if head.method == Method::POST => Err(Rejection::media_type(FORM)),
            false => Err(unknown_operation()),
        }
    }

    /// The version does not matter: clients of an older model send theirs.
    fn route_body(&self, router: &Router, head: &request::Parts, body: &Bytes) -> Result<usize, Rejection> {
        let mut reading = Reading::checked(MemoryLimit::default(), body.len());
        let form = Form::parse(&forms(head, body)?, &mut reading)?;
        let mut actions = form.values("Action");
        let action = actions.next();
        // What checks the request before the server may see another action.
        if actions.any(|other| Some(other) != action) {
            return Err(Rejection::serialization("The request has several parameters Action"));
        }
        let found = action.and_then(|action| router.by_name(action)).and_then(|found| found.operation);
        found.ok_or_else(|| match action {
            Some(_) => unknown_operation(),
            None => Rejection { message: "The request has no parameter Action".to_owned(), ..unknown_operation() },
        })
    }

    fn read_input(
        &self,
        source: InputSource<'_>,
        input: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Rejection> {
        let form = Form::parse(&forms(source.head, source.body)?, reading)?;
        Ok(query::read(&form, E::DIALECT, input, reading)?)
    }

    fn write_output(
        &self,
        reply: Reply<'_>,
        operation: &'static OperationSchema,
        output: &dyn Reflect,
    ) -> Result<Response<Bytes>, InvalidMember> {
        let body = E::write_output(reply, operation, output)?;
        Ok(response(200, Some(E::CONTENT_TYPE), HeaderMap::new(), body))
    }

    fn write_error(&self, reply: Reply<'_>, error: &dyn Reflect) -> Result<Response<Bytes>, InvalidMember> {
        let query = query_error(error.schema());
        let body = E::write_error(reply, query, error)?;
        Ok(response(query.status, Some(E::CONTENT_TYPE), HeaderMap::new(), body))
    }

    fn write_rejection(&self, reply: Reply<'_>, rejection: &Rejection) -> Response<Bytes> {
        let body = E::write_rejection(reply, rejection);
        response(rejection.status.as_u16(), Some(E::CONTENT_TYPE), HeaderMap::new(), body)
    }

    fn unknown_operation(&self) -> Rejection {
        unknown_operation()
    }

    fn claims(&self, head: &request::Parts) -> bool {
        claims(head)
    }
}

/// Rejection of a request for an unknown action, as in AWS services.
fn unknown_operation() -> Rejection {
    Rejection::new(StatusCode::BAD_REQUEST, "InvalidAction", "There is no such action")
}

/// Returns the parameters in the query and in the body.
fn forms<'r>(head: &'r request::Parts, body: &'r Bytes) -> Result<[&'r str; 2], Rejection> {
    check_charset(&head.headers)?;
    let body = std::str::from_utf8(body).map_err(|_| Rejection::serialization("The body is not UTF-8"))?;
    Ok([head.uri.query().unwrap_or_default(), body])
}

/// Returns code and HTTP status of an error.
fn query_error(schema: &Schema) -> QueryError {
    let status = schema.error_traits().map_or(400, |traits| traits.status);
    schema.error_traits().and_then(|traits| traits.query).unwrap_or(QueryError { code: schema.name(), status })
}

/// Returns the type of a fault in these protocols.
pub(in crate::protocol) fn fault_name(status: u16, fault: Option<Fault>) -> &'static str {
    let is_client = fault.map_or(status < 500, |fault| fault == Fault::Client);
    if is_client { "Sender" } else { "Receiver" }
}
