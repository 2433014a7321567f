//! Responses of AWS's own services, beyond their protocols: error codes, and what errors of S3 contain.
//!
//! Headers and limits by service are rows of [`customizations`](super::customizations).

use std::borrow::Cow;

use http::StatusCode;

use super::customizations;
use crate::constraint::{Constraint, Violations};
use crate::protocol::{ErrorFamily, Rejection, ServerProtocol};
use crate::schema::ServiceSchema;

/// Style of the responses of a service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    /// Those of its model and protocols.
    #[default]
    Protocol,
    /// Those of AWS's own services.
    Aws,
}

/// Services that use the same names for common errors.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    S3,
    Query,
    Ec2,
    /// JSON, CBOR and other services with HTTP bindings. Their names are those of the runtime.
    Other,
}

impl Family {
    fn of(service: &ServiceSchema, protocol: &dyn ServerProtocol) -> Self {
        match protocol.error_family() {
            _ if service.is_s3() => Self::S3,
            ErrorFamily::Query => Self::Query,
            ErrorFamily::Ec2 => Self::Ec2,
            ErrorFamily::Json | ErrorFamily::Other => Self::Other,
        }
    }
}

/// Code of the runtime, then status and code in S3, the query protocol and EC2.
type Row = (&'static str, [(u16, &'static str); 3]);

/// From "Common errors" in the API references, and the lists of error codes of S3 and EC2. Codes that these do not have
/// stay as they are.
const ROWS: &[Row] = &[
    ("InternalFailure", [(500, "InternalError"), (500, "InternalFailure"), (500, "InternalError")]),
    ("MethodNotAllowedException", [(405, "MethodNotAllowed"), (400, "InvalidAction"), (400, "InvalidAction")]),
    ("RequestEntityTooLargeException", [(400, "MaxMessageLengthExceeded"), (413, TOO_LARGE), (413, TOO_LARGE)]),
    ("RequestTimeoutException", [(400, "RequestTimeout"), (408, "RequestTimeout"), (408, "RequestTimeout")]),
    ("SerializationException", [(400, "MalformedXML"), (400, "MalformedInput"), (400, "InvalidParameterValue")]),
    ("ServiceUnavailableException", [(503, UNAVAILABLE), (503, UNAVAILABLE), (503, UNAVAILABLE)]),
    ("UnknownOperationException", [(405, "MethodNotAllowed"), (400, "InvalidAction"), (400, "InvalidAction")]),
];

const TOO_LARGE: &str = "RequestEntityTooLarge";
const UNAVAILABLE: &str = "ServiceUnavailable";

/// Returns an error of the runtime with the status and code of AWS's own service, if they differ.
pub(super) fn rejection<'r>(
    service: &ServiceSchema,
    protocol: &dyn ServerProtocol,
    rejection: &'r Rejection,
) -> Cow<'r, Rejection> {
    let column = match Family::of(service, protocol) {
        Family::S3 => 0,
        Family::Query => 1,
        Family::Ec2 => 2,
        Family::Other => return Cow::Borrowed(rejection),
    };
    let row = ROWS.iter().find(|(code, _)| *code == rejection.code);
    let Some((status, code)) = row.and_then(|(_, columns)| columns.get(column)) else {
        return Cow::Borrowed(rejection);
    };
    let status = StatusCode::from_u16(*status).unwrap_or(rejection.status);
    Cow::Owned(Rejection { status, code: Cow::Borrowed(code), ..rejection.clone() })
}

/// Returns the error of an input that breaks constraints. `None` if it is that of the protocol.
pub(super) fn invalid_input(
    service: &ServiceSchema,
    protocol: &dyn ServerProtocol,
    violations: &Violations,
) -> Option<Rejection> {
    let family = Family::of(service, protocol);
    let code = match (family, customizations::of(service).invalid_input) {
        (Family::Other, _) => return None,
        (_, Some(code)) => code,
        (Family::S3, None) => "InvalidArgument",
        (Family::Query, None) => "ValidationError",
        (Family::Ec2, None) if violations.iter().any(|one| one.constraint == Constraint::Required) => {
            "MissingParameter"
        }
        (Family::Ec2, None) => "InvalidParameterValue",
    };
    Some(Rejection::new(StatusCode::BAD_REQUEST, code, violations.to_string()))
}
