//! Reasons to reject a caller, and their errors by protocol and service.

use http::header::AUTHORIZATION;
use http::{StatusCode, request};

use crate::protocol::{ErrorFamily, Rejection, ServerProtocol};
use crate::schema::{ApiKey, AuthKind, KeyPlace, ServiceSchema};
use crate::sigv4::{Malformed, Place};

/// Reason why a request is rejected.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It has no identity for any of these schemes.
    Missing(&'static [AuthKind]),
    /// It has an identity for another scheme, which S3 distinguishes.
    OtherScheme,
    /// Its token, key or password is not valid.
    Invalid(AuthKind),
    /// The operation needs a scheme that the service cannot verify.
    Unsupported,
    /// The verifier failed.
    Unavailable,
    /// The signature cannot be read.
    Malformed(Malformed, SignedIn),
    /// The signature is for another region or service.
    Scope(&'static str, SignedIn),
    /// The access key is unknown, or its session token is invalid.
    UnknownKey,
    /// The signature does not match the request.
    Mismatch(&'static str),
    /// The time of the signature differs too much from that of the server.
    Skewed,
    /// The presigned URL is not valid yet.
    Early,
    /// The presigned URL has expired.
    Expired,
    /// The body must be signed.
    UnsignedPayload,
    /// The signatures of chunks or events use an algorithm that is not supported.
    UnsupportedParts,
    /// The signature was used before.
    Replayed,
    /// The caller is not authorized.
    Denied(String),
}

/// Part of a request with its signature, which S3 distinguishes in errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignedIn {
    Header,
    Url,
}

impl SignedIn {
    pub(crate) fn of(head: &request::Parts) -> Self {
        if head.headers.contains_key(AUTHORIZATION) { Self::Header } else { Self::Url }
    }

    /// Status and code of S3 for a wrong parameter of a signature.
    fn wrong_parameter(self) -> Known {
        match self {
            Self::Header => MALFORMED.s3,
            Self::Url => (400, "AuthorizationQueryParametersError"),
        }
    }
}

impl From<Place> for SignedIn {
    fn from(place: Place) -> Self {
        if place == Place::Header { Self::Header } else { Self::Url }
    }
}

/// Message for a signature that does not match the request.
pub(crate) const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. Check your key and \
                        signing method.";

/// Message of S3 for other algorithms, such as that of Signature Version 2, which clients compare.
const OLD_ALGORITHM: &str =
    "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.";

/// Status and code of an error.
type Known = (u16, &'static str);

/// The errors of services for one reason.
#[derive(Clone, Copy)]
struct Row {
    s3: Known,
    query: Known,
    ec2: Known,
    /// Of all other services.
    other: Known,
}

const MALFORMED: Row = Row {
    s3: (400, "AuthorizationHeaderMalformed"),
    query: (400, "IncompleteSignature"),
    ec2: (400, "AuthFailure"),
    other: (400, "IncompleteSignatureException"),
};
const MISSING: Row = Row {
    s3: (403, "AccessDenied"),
    query: (403, "MissingAuthenticationToken"),
    ec2: (401, "AuthFailure"),
    other: (403, "MissingAuthenticationTokenException"),
};
const UNKNOWN: Row = Row {
    s3: (403, "InvalidAccessKeyId"),
    query: (403, "InvalidClientTokenId"),
    ec2: (401, "AuthFailure"),
    other: (403, "UnrecognizedClientException"),
};
const WRONG: Row = Row {
    s3: (403, "SignatureDoesNotMatch"),
    query: (403, "SignatureDoesNotMatch"),
    ec2: (401, "AuthFailure"),
    other: (403, "InvalidSignatureException"),
};
const SKEWED: Row = Row {
    s3: (403, "RequestTimeTooSkewed"),
    query: (403, "RequestTimeTooSkewed"),
    ec2: (400, "RequestExpired"),
    other: (403, "RequestTimeTooSkewed"),
};
const DENIED: Row = Row {
    s3: (403, "AccessDenied"),
    query: (403, "AccessDenied"),
    ec2: (403, "UnauthorizedOperation"),
    other: (403, "AccessDeniedException"),
};
const NOT_IMPLEMENTED: Row = {
    let error = (501, "NotImplemented");
    Row { s3: error, query: error, ec2: error, other: error }
};

impl Refusal {
    /// Returns the error of a body that does not have the signed hash. `None` for S3, which has a code for it.
    pub(crate) fn changed_body(service: &ServiceSchema, protocol: &dyn ServerProtocol) -> Option<Rejection> {
        (!service.is_s3()).then(|| Self::Mismatch(MISMATCH).rejection(service, protocol))
    }

    /// Returns the error response.
    pub(crate) fn rejection(self, service: &ServiceSchema, protocol: &dyn ServerProtocol) -> Rejection {
        let is_s3 = service.is_s3();
        let family = protocol.error_family();
        let put = |row: Row, message: &str| {
            let (status, code) = match family {
                _ if is_s3 => row.s3,
                ErrorFamily::Query => row.query,
                ErrorFamily::Ec2 => row.ec2,
                ErrorFamily::Json | ErrorFamily::Other => row.other,
            };
            Rejection::new(StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN), code, message)
        };
        let signature = |row: Row, message: &str| {
            let mut rejection = put(row, message);
            // Services with awsJson respond to all errors of signatures with 400.
            if family == ErrorFamily::Json {
                rejection.status = StatusCode::BAD_REQUEST;
            }
            rejection
        };
        match self {
            Self::Missing(kinds) if kinds.first() == Some(&AuthKind::SigV4) => {
                signature(MISSING, "The request has no signature")
            }
            Self::OtherScheme => {
                let message = "The header Authorization has no signature of AWS4-HMAC-SHA256";
                Rejection::new(StatusCode::BAD_REQUEST, "InvalidArgument", message)
            }
            Self::Missing(kinds) => unauthorized(service, kinds, &missing(kinds)),
            Self::Invalid(kind) => {
                let mut rejection = unauthorized(service, &[kind], "The identity of the request is not valid");
                // Clients request another token (RFC 6750, section 3.1).
                if let (AuthKind::Bearer, Some(challenge)) = (kind, rejection.challenges.first_mut()) {
                    challenge.push_str(", error=\"invalid_token\"");
                }
                rejection
            }
            Self::Unsupported => put(DENIED, "The service cannot verify identities of this operation"),
            Self::Unavailable => Rejection::internal(),
            Self::Malformed(Malformed::Algorithm, _) if is_s3 => {
                Rejection::new(StatusCode::BAD_REQUEST, "InvalidRequest", OLD_ALGORITHM)
            }
            Self::Malformed(error, place) => {
                let s3 = match error {
                    Malformed::InBothPlaces => (400, "InvalidArgument"),
                    Malformed::SignedHeaders => DENIED.s3,
                    _ => place.wrong_parameter(),
                };
                signature(Row { s3, ..MALFORMED }, &error.to_string())
            }
            Self::Scope(message, place) => signature(Row { s3: place.wrong_parameter(), ..WRONG }, message),
            Self::UnknownKey => signature(UNKNOWN, "The access key or session token of the request is not valid"),
            Self::Mismatch(message) => signature(WRONG, message),
            Self::Skewed => signature(SKEWED, "The time of the signature is too far from the time of the server"),
            Self::Early => signature(Row { s3: DENIED.s3, ..SKEWED }, "The request is not valid yet"),
            Self::Expired => signature(DENIED, "The request has expired"),
            Self::UnsignedPayload => signature(WRONG, "The body of the request must be signed"),
            Self::UnsupportedParts => put(NOT_IMPLEMENTED, "Signatures of chunks and events must use AWS4-HMAC-SHA256"),
            Self::Replayed => signature(WRONG, "The signature of the request was used before"),
            Self::Denied(message) => put(DENIED, &message),
        }
    }
}

/// Message that names the accepted schemes.
fn missing(kinds: &[AuthKind]) -> String {
    let names: Vec<_> = kinds.iter().map(|kind| name(*kind)).collect();
    format!("The request has no identity that the operation accepts: {}", names.join(", or "))
}

fn name(kind: AuthKind) -> &'static str {
    match kind {
        AuthKind::SigV4 => "a signature",
        AuthKind::ApiKey => "an API key",
        AuthKind::Basic => "a user name and password",
        AuthKind::Bearer => "a bearer token",
    }
}

/// Status 401 with the challenges of these schemes (RFC 9110, section 11.6.1).
fn unauthorized(service: &ServiceSchema, kinds: &[AuthKind], message: &str) -> Rejection {
    let mut rejection = Rejection::new(StatusCode::UNAUTHORIZED, "UnauthorizedException", message);
    rejection.challenges = kinds.iter().map(|kind| challenge(service, *kind)).collect();
    rejection
}

fn challenge(service: &ServiceSchema, kind: AuthKind) -> String {
    let realm = service.name();
    match (kind, service.api_key) {
        (AuthKind::SigV4, _) => "AWS4-HMAC-SHA256".to_owned(),
        (AuthKind::Bearer, _) => format!("Bearer realm=\"{realm}\""),
        (AuthKind::Basic, _) => format!("Basic realm=\"{realm}\", charset=\"UTF-8\""),
        (AuthKind::ApiKey, Some(ApiKey { scheme: Some(scheme), place: KeyPlace::Header, .. })) => {
            format!("{scheme} realm=\"{realm}\"")
        }
        (AuthKind::ApiKey, _) => format!("ApiKey realm=\"{realm}\""),
    }
}
