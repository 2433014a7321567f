//! Encodings of request bodies (spec: `@requestCompression`).

#[cfg(feature = "gzip")]
mod gzip;
#[cfg(not(feature = "gzip"))]
#[path = "encoding/no_gzip.rs"]
mod gzip;

use http::header::CONTENT_ENCODING;
use http::{StatusCode, request};

pub(super) use gzip::{decode, expand};

use crate::protocol::Rejection;
use crate::schema::{Binding, Member, OperationSchema};

/// Rejects encodings that were not decoded, unless the input has a member for them: then they belong to the content.
pub(super) fn check(operation: &OperationSchema, head: &request::Parts) -> Result<(), Rejection> {
    let is_bound = |member: &Member| matches!(member.traits.binding, Binding::Header(name) if name.eq_ignore_ascii_case(CONTENT_ENCODING.as_str()));
    let unknown = head.headers.get_all(CONTENT_ENCODING).iter().find(|value| {
        let encodings = value.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
        encodings.into_iter().any(|name| !name.is_empty() && !name.eq_ignore_ascii_case(b"identity"))
    });
    if unknown.is_none() || operation.input.members.iter().any(is_bound) {
        return Ok(());
    }
    let message = "The content encoding of the request is not supported";
    Err(Rejection::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaTypeException", message))
}
