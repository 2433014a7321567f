//! The last touches on a request before it is signed: compression and checksums that operations ask for.

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::header::{CONTENT_ENCODING, HeaderName, HeaderValue};
use http::{HeaderMap, Request};
use md5::{Digest, Md5};

use super::Shared;
use crate::schema::OperationSchema;

/// Compresses the body, then adds checksums of what will be sent.
pub(super) fn finish(
    shared: &Shared,
    operation: &'static OperationSchema,
    request: &mut Request<Bytes>,
) -> Result<(), String> {
    compress(shared.config.compress_from, operation, request)
        .map_err(|error| format!("the body cannot be compressed: {error}"))?;
    if operation.checksum_required {
        add_md5(request);
    }
    Ok(())
}

/// `@requestCompression`: gzip, the only encoding that the specification names.
fn compress(from: usize, operation: &'static OperationSchema, request: &mut Request<Bytes>) -> std::io::Result<()> {
    if !operation.compression.contains(&"gzip") || request.body().len() < from {
        return Ok(());
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(request.body())?;
    *request.body_mut() = Bytes::from(encoder.finish()?);
    append_encoding(request.headers_mut());
    Ok(())
}

/// Names gzip after the encodings that the caller applied.
fn append_encoding(headers: &mut HeaderMap) {
    let before = headers.get(CONTENT_ENCODING).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty());
    let value = before.map(|value| format!("{value}, gzip")).and_then(|value| HeaderValue::from_str(&value).ok());
    headers.insert(CONTENT_ENCODING, value.unwrap_or(HeaderValue::from_static("gzip")));
}

/// `@httpChecksumRequired`: RFC 1864's `Content-MD5`.
fn add_md5(request: &mut Request<Bytes>) {
    const CONTENT_MD5: HeaderName = HeaderName::from_static("content-md5");
    let digest = STANDARD.encode(Md5::digest(request.body()));
    // Base64 is good in a header.
    request.headers_mut().extend(HeaderValue::from_str(&digest).map(|digest| (CONTENT_MD5, digest)));
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::schema::prelude::UNIT;

    static COMPRESSED: OperationSchema = OperationSchema::new("Send", &UNIT, &UNIT).compression(&["gzip"]);

    fn compressed(body: &'static str, encoding: Option<&'static str>) -> Request<Bytes> {
        let mut request = Request::new(Bytes::from(body));
        request.headers_mut().extend(encoding.map(|encoding| (CONTENT_ENCODING, HeaderValue::from_static(encoding))));
        compress(5, &COMPRESSED, &mut request).expect("memory takes everything");
        request
    }

    #[test]
    fn large_bodies_are_compressed_after_what_the_caller_did() {
        let request = compressed("a body", Some("own"));
        assert_eq!(request.headers()[CONTENT_ENCODING], "own, gzip");
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&request.body()[..]).read_to_string(&mut plain).expect("gzip");
        assert_eq!(plain, "a body");
    }

    #[test]
    fn small_bodies_stay_as_they_are() {
        let request = compressed("body", None);
        assert_eq!(&request.body()[..], b"body");
        assert!(!request.headers().contains_key(CONTENT_ENCODING));
    }

    #[test]
    fn checksums_are_those_of_rfc_1864() {
        let mut request = Request::new(Bytes::from_static(b"Check Integrity!"));
        add_md5(&mut request);
        assert_eq!(request.headers()["content-md5"], "nwqq6b6ua/tTDk7B5M184w==");
    }
}
