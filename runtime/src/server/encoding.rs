//! Compressed request bodies (spec: `@requestCompression`).

use std::io::Read;

use bytes::Bytes;
use flate2::read::GzDecoder;
use http::header::{CONTENT_ENCODING, HeaderValue};
use http::request;

use super::service::too_large;
use crate::protocol::Rejection;
use crate::schema::OperationSchema;

/// Undoes the compression that one of the operations offers to its clients, up to the largest body that the server takes. The header
/// then names only what the caller applied before.
pub(super) fn decode(
    operations: &[&'static OperationSchema],
    head: &mut request::Parts,
    body: Bytes,
    limit: usize,
) -> Result<Bytes, Rejection> {
    if operations.iter().all(|operation| operation.compression.is_empty()) {
        return Ok(body);
    }
    let Some(header) = head.headers.get(CONTENT_ENCODING).and_then(|value| value.to_str().ok()) else {
        return Ok(body);
    };
    let (before, last) = header.rsplit_once(',').map_or(("", header), |(before, last)| (before.trim(), last.trim()));
    if last != "gzip" {
        return Ok(body);
    }
    let mut plain = Vec::new();
    let limit_and_one = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    GzDecoder::new(&*body)
        .take(limit_and_one)
        .read_to_end(&mut plain)
        .map_err(|error| Rejection::serialization(format!("The body is not gzip: {error}")))?;
    if plain.len() > limit {
        return Err(too_large(limit));
    }
    match HeaderValue::from_str(before) {
        Ok(value) if !before.is_empty() => head.headers.insert(CONTENT_ENCODING, value),
        _ => head.headers.remove(CONTENT_ENCODING),
    };
    Ok(Bytes::from(plain))
}
