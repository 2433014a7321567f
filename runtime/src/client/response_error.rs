//! Errors of responses that could not be read.

use crate::codec;
use crate::http_binding::InvalidBinding;
use crate::protocol::Malformed;
use crate::types::{BoxError, Plain};

/// Reason why a response could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ResponseError {
    /// The body is not a document of the protocol, or a value does not have its modelled type.
    #[error(transparent)]
    Body(#[from] codec::Error),
    /// The text of a header cannot be parsed as its member's type.
    #[error("/{member}: the text is not {expected}")]
    Header {
        /// Name of the member in the model.
        member: &'static str,
        /// Expected form of the text.
        expected: &'static str,
    },
    /// The response lacks the header of its protocol.
    #[error("the header `smithy-protocol` is not `{0}`")]
    Protocol(&'static str),
    /// The response is not an error, but does not have the status that the protocol requires.
    #[error("the status of a success must be 200")]
    Status,
    /// The content type declares a charset other than UTF-8, and the body has characters outside ASCII.
    #[error("the charset of the body is `{}`; only UTF-8 is supported", Plain(charset))]
    Charset {
        /// The declared charset.
        charset: String,
    },
    /// The body is larger than [`Config::max_response`](super::Config::max_response).
    #[error("the body is larger than {limit} bytes")]
    TooLarge {
        /// Limit in bytes.
        limit: usize,
    },
    /// The body does not have the checksum of this header.
    #[error("the body does not have the checksum of the header `{header}`")]
    Checksum {
        /// Name of the header.
        header: &'static str,
    },
    /// Neither the content type of the response is that of an event stream, nor does its body start with a frame.
    #[error("not an event stream")]
    NotEvents,
    /// The header of a required member is missing.
    #[error("the header of the required member `{0}` is missing")]
    MissingHeader(&'static str),
    /// The initial message of an event stream could not be read.
    #[error("cannot read the initial message of the event stream")]
    InitialMessage(#[source] BoxError),
    /// The response is a redirect. Clients do not follow redirects.
    #[error("redirected{}; redirects are not followed", to_region(region.as_deref()))]
    Redirect {
        /// Region of the bucket, for S3: header `x-amz-bucket-region`.
        region: Option<String>,
        /// Header `location`. It is not part of the error's text, because its query may contain credentials.
        location: Option<String>,
    },
    /// The resource has not changed, so the condition of the request is not met (status 304).
    #[error("not modified")]
    NotModified,
    /// The status is that of an error, and the body is empty.
    #[error("error response without a code")]
    NoCode,
    /// The status is that of an error, and the body does not have the protocol's format of errors.
    #[error("error response in an unknown format")]
    UnknownError,
    /// The pagination token of the output does not have the type of the input's token.
    #[error("the pagination token does not match the type of the input's token")]
    Token(#[source] codec::Error),
}

fn to_region(region: Option<&str>) -> String {
    region.map(|region| format!(" to the region {}", Plain(region))).unwrap_or_default()
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
