//! Without the feature `gzip`: no operation supports compression, which is checked when its schema is compiled.

use bytes::Bytes;
use http::request;

use crate::memory::Share;
use crate::protocol::Rejection;
use crate::schema::OperationSchema;
use crate::types::ByteStream;

/// Returns the body.
#[expect(clippy::unnecessary_wraps, reason = "decompression may fail")]
pub(in crate::server) fn decode(
    _: &[&'static OperationSchema],
    _: &mut request::Parts,
    body: Bytes,
    _: usize,
    _: &mut Share,
) -> Result<Bytes, Rejection> {
    Ok(body)
}

/// Returns the stream.
pub(in crate::server) fn expand(_: &'static OperationSchema, _: &mut request::Parts, stream: ByteStream) -> ByteStream {
    stream
}
