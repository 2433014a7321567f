//! Errors of responses that could not be read.

use std::fmt;

use crate::codec;
use crate::http_binding::InvalidBinding;
use crate::protocol::Malformed;
use crate::types::{BoxError, Plain};

/// Reason why a response could not be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ResponseError {
    /// The body is not a document of the protocol, or a value does not have its modeled type.
    Body(codec::Error),
    /// The body is not a document of the protocol, and its content type says so, as that of an HTML page of a proxy.
    MediaType {
        /// Content type of the response.
        found: String,
        /// Error of reading the body.
        source: codec::Error,
    },
    /// The text of a header cannot be parsed as its member's type.
    Header {
        /// Name of the member in the model.
        member: &'static str,
        /// Expected form of the text.
        expected: &'static str,
    },
    /// The response lacks the header of its protocol.
    Protocol(&'static str),
    /// The response is not an error, but does not have the status that the protocol requires.
    Status,
    /// The content type declares a charset other than UTF-8, and the body has characters outside ASCII.
    Charset {
        /// The declared charset.
        charset: String,
    },
    /// The body is larger than [`Config::max_response`](super::Config::max_response).
    TooLarge {
        /// Limit in bytes.
        limit: usize,
    },
    /// The body does not have the checksum of this header.
    Checksum {
        /// Name of the header.
        header: &'static str,
    },
    /// Neither the content type of the response is that of an event stream, nor does its body start with a frame.
    NotEvents,
    /// The header of a required member is missing.
    MissingHeader(&'static str),
    /// The initial message of an event stream could not be read.
    InitialMessage(BoxError),
    /// The response is a redirect. Clients do not follow redirects.
    Redirect {
        /// Region of the bucket, for S3: header `x-amz-bucket-region`.
        region: Option<String>,
        /// Header `location`. The error's text has only its host and path, because its query may contain credentials.
        location: Option<String>,
    },
    /// The resource has not changed, so the condition of the request is not met (status 304).
    NotModified,
    /// The status is that of an error, and the body is empty.
    NoCode,
    /// The status is that of an error, and the body does not have the protocol's format of errors.
    UnknownError,
    /// The pagination token of the output does not have the type of the input's token.
    Token(codec::Error),
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body(source) => fmt::Display::fmt(source, f),
            Self::Header { member, expected } => write!(f, "/{member}: the text is not {expected}"),
            Self::Protocol(value) => write!(f, "the header `smithy-protocol` is not `{value}`"),
            Self::Status => f.write_str("the status of a success must be 200"),
            Self::Charset { charset } => {
                write!(f, "the charset of the body is `{}`; only UTF-8 is supported", Plain(charset))
            }
            Self::TooLarge { limit } => write!(f, "the body is larger than {limit} bytes"),
            Self::Checksum { header } => write!(f, "the body does not have the checksum of the header `{header}`"),
            Self::NotEvents => f.write_str("neither declared as an event stream nor starting with a frame"),
            Self::MissingHeader(value) => write!(f, "the header of the required member `{value}` is missing"),
            Self::InitialMessage(_) => f.write_str("cannot read the initial message of the event stream"),
            Self::Redirect { region, location } => {
                write!(f, "redirected{}; redirects are not followed", target(region.as_deref(), location.as_deref()))
            }
            Self::MediaType { found, source } => {
                write!(f, "the content type is `{}`: {source}", Plain(found))
            }
            Self::NotModified => f.write_str("not modified"),
            Self::NoCode => f.write_str("error response without a code"),
            Self::UnknownError => f.write_str("error response in an unknown format"),
            Self::Token(_) => f.write_str("the pagination token does not match the type of the input's token"),
        }
    }
}

impl std::error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Body(source) | Self::MediaType { source, .. } => std::error::Error::source(source),
            Self::InitialMessage(source) => Some(&**source),
            Self::Token(source) => Some(source),
            _ => None,
        }
    }
}

impl From<codec::Error> for ResponseError {
    fn from(error: codec::Error) -> Self {
        Self::Body(error)
    }
}

/// Where a redirect leads: to a region, or to a location, of which neither the query nor a user name is shown.
fn target(region: Option<&str>, location: Option<&str>) -> String {
    if let Some(region) = region {
        return format!(" to the region {}", Plain(region));
    }
    let shown = location.and_then(|location| location.split(['?', '#']).next());
    let shown = shown.filter(|shown| !shown.is_empty() && !shown.contains('@'));
    shown.map(|shown| format!(" to `{}`", Plain(shown))).unwrap_or_default()
}

impl From<Malformed> for ResponseError {
    fn from(error: Malformed) -> Self {
        match error {
            Malformed::Body(error) => Self::Body(error),
            Malformed::Binding(InvalidBinding { member, expected }) => Self::Header { member, expected },
            Malformed::Protocol(expected) => Self::Protocol(expected),
            Malformed::Status => Self::Status,
        }
    }
}
