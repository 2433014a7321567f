//! Compression of requests (spec: `@requestCompression`).

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue};
use http::{HeaderMap, Request};

use super::config::{Config, MAX_COMPRESS_FROM};
use super::prepare::append_encoding;
use super::request_error::RequestError;
use crate::schema::OperationSchema;
use crate::types::{ByteStream, compress};

/// Compresses a body of at least the minimum size.
pub(super) fn body(
    config: &Config,
    operation: &'static OperationSchema,
    request: &mut Request<Bytes>,
) -> Result<(), RequestError> {
    if threshold(config, operation)?.is_some_and(|least| request.body().len() >= least.max(1)) {
        *request.body_mut() = compressed(request.body())?;
        describe(request.headers_mut());
    }
    Ok(())
}

/// Compresses a stream of bytes of any length.
pub(super) fn stream(
    config: &Config,
    operation: &'static OperationSchema,
    headers: &mut HeaderMap,
    stream: ByteStream,
) -> Result<ByteStream, RequestError> {
    if stream.length() == Some(0) || threshold(config, operation)?.is_none() {
        return Ok(stream);
    }
    describe(headers);
    let stream = match stream.as_bytes() {
        Some(bytes) => ByteStream::from(compressed(bytes)?),
        None => stream.compressed(),
    };
    match stream.length() {
        Some(length) => headers.insert(CONTENT_LENGTH, HeaderValue::from(length)),
        None => headers.remove(CONTENT_LENGTH),
    };
    Ok(stream)
}

/// Returns the minimum size in bytes (spec: `@requestCompression`), or `None` for no compression. Gzip is the only
/// encoding of the specification. A call with its own encoding is not compressed.
fn threshold(config: &Config, operation: &'static OperationSchema) -> Result<Option<usize>, RequestError> {
    if !operation.compression.iter().any(|encoding| encoding.eq_ignore_ascii_case("gzip")) {
        return Ok(None);
    }
    if config.headers.contains_key(CONTENT_ENCODING) {
        return Ok(None);
    }
    match config.compress_from {
        Some(least) if least > MAX_COMPRESS_FROM => Err(RequestError::CompressFrom(least)),
        least => Ok(least),
    }
}

fn compressed(plain: &[u8]) -> Result<Bytes, RequestError> {
    compress(plain).map_err(RequestError::Compression)
}

/// Appends gzip to the encodings of the caller. Removes a checksum of the uncompressed bytes.
fn describe(headers: &mut HeaderMap) {
    append_encoding(headers, "gzip");
    headers.remove("content-md5");
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use http::header::CONTENT_ENCODING;

    use super::*;
    use crate::schema::prelude::UNIT;

    static COMPRESSED: OperationSchema = OperationSchema::new("Send", &UNIT, &UNIT).compression(&["gzip"]);

    fn compressed(plain: &'static str, encoding: Option<&'static str>) -> Request<Bytes> {
        let mut request = Request::new(Bytes::from(plain));
        request.headers_mut().extend(encoding.map(|encoding| (CONTENT_ENCODING, HeaderValue::from_static(encoding))));
        body(&Config::new().compress_from(5), &COMPRESSED, &mut request).expect("writing to memory does not fail");
        request
    }

    #[test]
    fn large_bodies_are_compressed_in_addition_to_the_encoding_of_the_caller() {
        let request = compressed("a body", Some("own"));
        assert_eq!(request.headers()[CONTENT_ENCODING], "own, gzip");
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&request.body()[..]).read_to_string(&mut plain).expect("gzip");
        assert_eq!(plain, "a body");
    }

    #[test]
    fn a_checksum_of_the_callers_does_not_outlive_the_bytes_that_it_is_of() {
        let sum = |least| {
            let mut request = Request::new(Bytes::from_static(b"a body"));
            request.headers_mut().insert("content-md5", HeaderValue::from_static("own"));
            body(&Config::new().compress_from(least), &COMPRESSED, &mut request)
                .expect("writing to memory does not fail");
            request.headers().get("content-md5").cloned()
        };
        assert_eq!((sum(7), sum(6)), (Some(HeaderValue::from_static("own")), None));
    }

    #[test]
    fn small_bodies_stay_as_they_are() {
        let request = compressed("body", None);
        assert_eq!(&request.body()[..], b"body");
        assert!(!request.headers().contains_key(CONTENT_ENCODING));
    }

    #[test]
    fn compression_can_be_disabled() {
        let mut request = Request::new(Bytes::from(vec![0; 20_000]));
        body(&Config::new().without_compression(), &COMPRESSED, &mut request).expect("no request error");
        assert_eq!(request.body().len(), 20_000);
        let error = body(&Config::new().compress_from(10_485_761), &COMPRESSED, &mut request);
        assert!(matches!(error, Err(RequestError::CompressFrom(10_485_761))));
    }
}
