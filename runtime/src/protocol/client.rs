//! Client half of a protocol: inputs to requests, responses to outputs and errors.

use std::fmt;

use bytes::Bytes;
use http::uri::InvalidUri;
use http::{HeaderMap, HeaderValue};
pub(super) use http::{Request, response};

use super::{Protocol, X_AMZN_ERRORTYPE, X_AMZN_QUERY_ERROR, header};
use crate::codec::Unwritable;
use crate::codec::{self, json};
use crate::http_binding::{InvalidBinding, InvalidMember};
use crate::memory::Reading;
use crate::reflect::Reflect;
use crate::schema::{OperationSchema, Schema, ServiceSchema};

/// Client half of a protocol.
pub(crate) trait ClientProtocol: Protocol {
    /// The request of an input. Its URI has a path and a query only.
    fn write_request(
        &self,
        service: &'static ServiceSchema,
        operation: &'static OperationSchema,
        input: &dyn Reflect,
    ) -> Result<Request<Bytes>, InvalidRequest>;

    /// Fills the output from a successful response. Missing members are added to `reading`.
    fn read_output(
        &self,
        operation: &'static OperationSchema,
        head: &response::Parts,
        body: &Bytes,
        output: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed>;

    /// Whether requests are forms, which services also accept in the query.
    fn sends_forms(&self) -> bool {
        false
    }

    /// Whether a response of this shape has text in its body: a document, or a string.
    fn is_text(&self, _: &'static Schema) -> bool {
        true
    }

    /// Whether a body is an error document, although the response's status is that of a success: XML services answer so
    /// when an error occurs after they have sent the head.
    fn is_error(&self, _: &'static OperationSchema, _: &Bytes, _: Payloads) -> bool {
        false
    }

    /// Code and message of an error response.
    fn error_head(&self, head: &response::Parts, body: &Bytes) -> ErrorHead;

    /// Fills the error structure from an error response. Missing members are added to `reading`.
    fn read_error(
        &self,
        head: &response::Parts,
        body: &Bytes,
        error: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), Malformed>;
}

/// Expected content of a string or blob payload, if the status of the response is that of a success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Payloads {
    /// Data of the application.
    Data,
    /// Data, or an error document.
    DataOrErrors,
}

/// An input that cannot be written as a request.
#[derive(Debug)]
pub(crate) enum InvalidRequest {
    /// The request has no place for the value of a member.
    Member(InvalidMember),
    /// Path and query do not form a URI, because they are too long.
    Uri(InvalidUri),
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(source) => fmt::Display::fmt(source, f),
            Self::Uri(_) => f.write_str("the path and the query do not form a URI"),
        }
    }
}

impl std::error::Error for InvalidRequest {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Member(source) => std::error::Error::source(source),
            Self::Uri(source) => Some(source),
        }
    }
}

impl From<InvalidMember> for InvalidRequest {
    fn from(error: InvalidMember) -> Self {
        Self::Member(error)
    }
}

impl From<InvalidUri> for InvalidRequest {
    fn from(error: InvalidUri) -> Self {
        Self::Uri(error)
    }
}

impl From<Unwritable> for InvalidRequest {
    fn from(error: Unwritable) -> Self {
        Self::Member(error.into())
    }
}

/// A response that does not match the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Malformed {
    /// The body is not a document of the protocol, or not of the schema's types.
    Body(codec::Error),
    /// A header does not have its member's type.
    Binding(InvalidBinding),
    /// The response lacks the header that identifies the protocol.
    Protocol(&'static str),
    /// The status of a success is another one.
    Status,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body(source) => fmt::Display::fmt(source, f),
            Self::Binding(source) => fmt::Display::fmt(source, f),
            Self::Protocol(value) => write!(f, "the header `smithy-protocol` is not `{value}`"),
            Self::Status => f.write_str("the status of an output is 200"),
        }
    }
}

impl std::error::Error for Malformed {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Body(source) => std::error::Error::source(source),
            Self::Binding(source) => std::error::Error::source(source),
            _ => None,
        }
    }
}

impl From<codec::Error> for Malformed {
    fn from(error: codec::Error) -> Self {
        Self::Body(error)
    }
}

impl From<InvalidBinding> for Malformed {
    fn from(error: InvalidBinding) -> Self {
        Self::Binding(error)
    }
}

/// Code, message and request ID of an error response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ErrorHead {
    /// Name of the error shape without its namespace; empty if the response has none.
    pub(crate) code: String,
    pub(crate) message: Option<String>,
    /// Code of `@awsQueryError`, if the response has one.
    pub(crate) query_code: Option<String>,
    /// Status of the response, for protocols in which it identifies errors without a code.
    pub(crate) status: Option<u16>,
    /// Request ID, if the body has one.
    pub(crate) request_id: Option<String>,
    /// Root element of an XML document that is not the usual envelope. Route 53 names it like the error.
    pub(crate) root: Option<String>,
}

impl ErrorHead {
    /// Index of the error among those of the operation. The code of `@awsQueryError` takes precedence: it may be the
    /// name of another error. Names distinguish errors with the same code.
    pub(crate) fn find(&self, errors: &[&Schema]) -> Option<usize> {
        let code_of = |schema: &Schema| schema.error_traits().and_then(|traits| traits.query).map(|query| query.code);
        let by_code = self.query_code.as_deref();
        let has_code = |schema: &&Schema| by_code.is_some() && code_of(schema) == by_code;
        let is_named = |schema: &&Schema| schema.name() == self.code;
        errors
            .iter()
            .position(|schema| has_code(schema) && is_named(schema))
            .or_else(|| errors.iter().position(has_code))
            .or_else(|| errors.iter().position(is_named))
            .or_else(|| self.find_by_root(errors))
            .or_else(|| self.find_by_status(errors))
    }

    /// The error that is the document itself, if the document has no code.
    fn find_by_root(&self, errors: &[&Schema]) -> Option<usize> {
        let root = self.root.as_deref().filter(|_| self.code.is_empty())?;
        errors.iter().position(|schema| schema.xml_root() == root)
    }

    /// The only error of the status, if the response has no code.
    fn find_by_status(&self, errors: &[&Schema]) -> Option<usize> {
        let status = self.status.filter(|_| self.code.is_empty())?;
        let of_status = |schema: &Schema| schema.error_traits().is_some_and(|traits| traits.status == status);
        let mut found = errors.iter().enumerate().filter(|(_, schema)| of_status(schema)).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    }
}

/// An error code as services send it: `namespace#Name:http://…` becomes `Name`.
pub(super) fn bare_code(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.rsplit('#').next().unwrap_or(code).trim()
}

/// The error code in `x-amzn-errortype`. `None` if it is empty.
pub(super) fn error_type(head: &response::Parts) -> Option<&str> {
    header(&head.headers, &X_AMZN_ERRORTYPE).filter(|code| !code.is_empty())
}

/// Code and message of a JSON error body.
pub(super) fn json_error_head(body: &[u8], header: Option<&str>) -> ErrorHead {
    let document = json::read_document(body).unwrap_or_default();
    let named = || ["__type", "code", "Code"].into_iter().find_map(|name| document.get(name)?.as_str());
    let code = bare_code(header.or_else(named).unwrap_or_default()).to_owned();
    ErrorHead { code, message: codec::error_message(&document), ..ErrorHead::default() }
}

const X_AMZN_QUERY_MODE: http::HeaderName = http::HeaderName::from_static("x-amzn-query-mode");

/// Requests the codes of `@awsQueryError` (`@awsQueryCompatible`).
pub(super) fn ask_for_query_codes(service: &ServiceSchema, headers: &mut HeaderMap) {
    if service.query_compatible {
        headers.insert(X_AMZN_QUERY_MODE, HeaderValue::from_static("true"));
    }
}

/// The code in `x-amzn-query-error`, which is `code;fault`. `None` if it is empty.
pub(super) fn query_code(headers: &HeaderMap) -> Option<String> {
    let code = header(headers, &X_AMZN_QUERY_ERROR)?.split(';').next()?.trim();
    (!code.is_empty()).then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Fault;

    static RENAMED: Schema = Schema::structure("t#Closed", &[]).error(Fault::Client, 400).query_error("Shut", 400);
    static OTHER: Schema = Schema::structure("t#Locked", &[]).error(Fault::Client, 400).query_error("Closed", 409);
    static SAME: Schema = Schema::structure("t#Bolted", &[]).error(Fault::Client, 400).query_error("Closed", 409);
    static PLAIN: Schema = Schema::structure("t#Gone", &[]).error(Fault::Client, 410);

    fn found(code: &str, query_code: Option<&str>) -> Option<&'static str> {
        let errors = [&RENAMED, &OTHER, &SAME, &PLAIN];
        let query_code = query_code.map(str::to_owned);
        let head = ErrorHead { code: code.to_owned(), query_code, ..ErrorHead::default() };
        head.find(&errors).map(|index| errors[index].name())
    }

    #[test]
    fn an_empty_code_of_a_query_error_is_none() {
        let code = |value| query_code(&HeaderMap::from_iter([(X_AMZN_QUERY_ERROR, HeaderValue::from_static(value))]));
        assert_eq!(code("Shut;Sender").as_deref(), Some("Shut"));
        assert_eq!(code(" ;Sender"), None);
    }

    #[test]
    fn the_code_of_the_trait_has_precedence_over_names() {
        assert_eq!(found("Closed", Some("Closed")), Some("Locked"));
        assert_eq!(found("Bolted", Some("Closed")), Some("Bolted"), "several have the code");
        assert_eq!(found("Closed", Some("Shut")), Some("Closed"));
        assert_eq!(found("Gone", Some("Gone")), Some("Gone"));
        assert_eq!(found("Closed", None), Some("Closed"), "the name alone");
        assert_eq!(found("None", Some("None")), None);
    }
}
