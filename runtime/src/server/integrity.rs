//! Verifies that request bodies arrive as they were sent: chunks (`aws-chunked`), length, and checksums in headers and
//! trailers.

use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures_core::Stream;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::auth::BodySignature;
use super::chunks::{Chunks, Malformed};
use crate::checksum::{Algorithm, Sum};
use crate::codec::text::integer;
use crate::protocol::Rejection;
use crate::schema::OperationSchema;
use crate::signature_terms::{CONTENT_SHA256, UNSIGNED_PAYLOAD};
use crate::sigv4::unhex;
use crate::types::{BoxError, ByteStream};

/// Start of the values for bodies in chunks and for signed events.
const STREAMING: &[u8] = b"STREAMING-";
const AWS_CHUNKED: &str = "aws-chunked";
const DECODED_LENGTH: HeaderName = HeaderName::from_static("x-amz-decoded-content-length");
const TRAILER: HeaderName = HeaderName::from_static("x-amz-trailer");

/// Set when a body is found to be invalid. Streams are read while the operation's method is already running.
pub(super) type StreamFault = Arc<OnceLock<Rejection>>;

/// Checks of a body.
pub(super) struct Checks {
    chunks: Option<Chunks>,
    length: Option<u64>,
    sums: Vec<Expected>,
    /// Error of a wrong signature in the body.
    mismatch: Option<Rejection>,
    pub(super) fault: StreamFault,
}

/// A checksum, and its expected value.
struct Expected {
    name: String,
    sum: Sum,
    /// Base64. `None` if it is in a trailer.
    value: Option<String>,
    /// Error of a different value.
    wrong: Wrong,
}

/// Error of a different checksum.
enum Wrong {
    /// Status 400 with this code.
    Code(&'static str),
    Rejection(Box<Rejection>),
}

impl Expected {
    /// The checksum in the header of this algorithm, if there is one. Each takes time for each byte of the body, so
    /// repeated headers are refused.
    fn in_header(algorithm: Algorithm, headers: &HeaderMap) -> Result<Option<Self>, Rejection> {
        let (name, sum) = (algorithm.header(), Sum::new(algorithm));
        let mut values = headers.get_all(name).iter();
        let Some(value) = values.next() else { return Ok(None) };
        if values.next().is_some() {
            return Err(repeated(name));
        }
        let value = value.to_str().unwrap_or_default().trim().to_owned();
        if STANDARD.decode(&value).map_or(0, |bytes| bytes.len()) != algorithm.length() {
            return Err(refusal("InvalidDigest", format!("{name} is not a checksum in base64")));
        }
        Ok(Some(Self { name: name.to_owned(), sum, value: Some(value), wrong: Wrong::Code("BadDigest") }))
    }

    /// The checksums in the announced trailers, at most one for each algorithm.
    fn in_trailers(headers: &HeaderMap) -> Result<Vec<Self>, Rejection> {
        let lines = headers.get_all(TRAILER).iter().filter_map(|value| value.to_str().ok());
        let names = lines.flat_map(|line| line.split(',')).map(|name| name.trim().to_ascii_lowercase());
        let mut found: Vec<Self> = Vec::new();
        for name in names {
            let Some(algorithm) = Algorithm::of_header(&name) else { continue };
            if found.iter().any(|other| other.name == name) {
                return Err(repeated(&name));
            }
            found.push(Self { name, sum: Sum::new(algorithm), value: None, wrong: Wrong::Code("BadDigest") });
        }
        Ok(found)
    }

    /// The hash that the signature covers, if the body was hashed. `changed` is the error of another body, if it is not
    /// that of S3.
    fn signed(headers: &HeaderMap, changed: impl FnOnce() -> Option<Rejection>) -> Result<Option<Self>, Rejection> {
        let Some(value) = headers.get(CONTENT_SHA256) else { return Ok(None) };
        if value == UNSIGNED_PAYLOAD || value.as_bytes().starts_with(STREAMING) {
            return Ok(None);
        }
        let hash = value.to_str().ok().and_then(|text| unhex(&text.to_ascii_lowercase())).ok_or_else(|| {
            refusal("InvalidRequest", format!("{CONTENT_SHA256} is neither a SHA-256 hash, nor {UNSIGNED_PAYLOAD}"))
        })?;
        let changed = changed().map(|changed| Wrong::Rejection(Box::new(changed)));
        let wrong = changed.unwrap_or(Wrong::Code("XAmzContentSHA256Mismatch"));
        let (name, sum) = (CONTENT_SHA256.to_string(), Sum::new(Algorithm::Sha256));
        Ok(Some(Self { name, sum, value: Some(STANDARD.encode(hash)), wrong }))
    }
}

impl Checks {
    /// Returns the checks that a request's headers and its operation demand, if any. Changes the headers to those of
    /// the decoded body. `changed` is the error of a body that does not have the signed hash, if it is not that of S3.
    pub(super) fn of(
        operation: &OperationSchema,
        headers: &mut HeaderMap,
        changed: impl FnOnce() -> Option<Rejection>,
    ) -> Result<Option<Box<Self>>, Rejection> {
        let mut sums = Vec::new();
        let has_checksums = operation.checksum_algorithm.is_some() || operation.checksum_required;
        let algorithms = Algorithm::ALL.into_iter().filter(|_| has_checksums).chain([Algorithm::Md5]);
        for algorithm in algorithms {
            sums.extend(Expected::in_header(algorithm, headers)?);
        }
        let is_chunked = take_encoding(headers) || is_streaming(headers);
        if !is_chunked {
            require(operation, &sums)?;
            sums.extend(Expected::signed(headers, changed)?);
            let checks = Self { chunks: None, length: None, sums, mismatch: None, fault: StreamFault::default() };
            return Ok((!checks.sums.is_empty()).then(|| Box::new(checks)));
        }
        sums.extend(Expected::in_trailers(headers)?);
        require(operation, &sums)?;
        let length = headers.get(DECODED_LENGTH).cloned();
        let wrong = || refusal("InvalidRequest", format!("{DECODED_LENGTH} is not a number"));
        let decoded =
            length.as_ref().map(|length| length.to_str().ok().and_then(integer).ok_or_else(wrong)).transpose()?;
        match length {
            Some(length) => headers.insert(CONTENT_LENGTH, length),
            None => headers.remove(CONTENT_LENGTH),
        };
        let (chunks, fault) = (Some(Chunks::default()), StreamFault::default());
        Ok(Some(Box::new(Self { chunks, length: decoded, sums, mismatch: None, fault })))
    }

    /// Verifies the signatures of chunks, too. A wrong one is this error.
    pub(super) fn sign(&mut self, signature: BodySignature, mismatch: Rejection) {
        self.chunks = Some(Chunks::signed(signature));
        self.mismatch = Some(mismatch);
    }

    fn malformed(&self, error: Malformed) -> Rejection {
        match (error, &self.mismatch) {
            (Malformed::Signature, Some(mismatch)) => mismatch.clone(),
            (Malformed::Signature, None) => Rejection::internal(),
            (Malformed::Form(reason), _) => {
                refusal("IncompleteBody", format!("The body is not {AWS_CHUNKED}: {reason}"))
            }
        }
    }

    /// Returns the decoded body, which ends in an error if a check fails.
    pub(super) fn guard(self: Box<Self>, body: ByteStream) -> ByteStream {
        let length = if self.chunks.is_some() { self.length } else { body.length() };
        ByteStream::measured(Guarded { body, piece: Bytes::new(), read: 0, checks: Some(self) }, length)
    }

    /// Checks a body of this length after its end.
    fn finish(&mut self, length: u64) -> Result<(), Rejection> {
        let trailers = match self.chunks.as_mut().map(|chunks| (chunks.finish(), &mut chunks.trailers)) {
            Some((Ok(()), trailers)) => std::mem::take(trailers),
            Some((Err(error), _)) => return Err(self.malformed(error)),
            None => Vec::new(),
        };
        if self.length.is_some_and(|announced| announced != length) {
            return Err(incomplete(length));
        }
        for Expected { name, sum, value, wrong } in self.sums.drain(..) {
            let trailing = || trailers.iter().find(|trailer| trailer.0 == name).map(|trailer| trailer.1.clone());
            let value = value.or_else(trailing);
            let value = value
                .ok_or_else(|| refusal("MalformedTrailerError", format!("The trailing header {name} is missing")))?;
            compare(&name, &sum.text(), &value, wrong)?;
        }
        Ok(())
    }
}

/// Returns a body that ends in an error if it does not have the hash that the signature covers.
pub(super) fn guard_signed_hash(
    headers: &HeaderMap,
    body: ByteStream,
    changed: impl FnOnce() -> Option<Rejection>,
) -> Result<ByteStream, Rejection> {
    let Some(expected) = Expected::signed(headers, changed)? else { return Ok(body) };
    let (sums, fault) = (vec![expected], StreamFault::default());
    Ok(Box::new(Checks { chunks: None, length: None, sums, mismatch: None, fault }).guard(body))
}

/// Checks that a body has the hash that the signature covers.
pub(super) fn check_signed_hash(
    headers: &HeaderMap,
    body: &[u8],
    changed: impl FnOnce() -> Option<Rejection>,
) -> Result<(), Rejection> {
    let Some(Expected { name, mut sum, value, wrong }) = Expected::signed(headers, changed)? else { return Ok(()) };
    sum.take(body);
    compare(&name, &sum.text(), &value.unwrap_or_default(), wrong)
}

fn compare(name: &str, found: &str, announced: &str, wrong: Wrong) -> Result<(), Rejection> {
    match wrong {
        _ if found == announced => Ok(()),
        Wrong::Code(code) => Err(refusal(code, format!("The body does not have the checksum in {name}"))),
        Wrong::Rejection(rejection) => Err(*rejection),
    }
}

/// Refuses requests without a checksum for operations that require one (spec: `requestChecksumRequired`).
fn require(operation: &OperationSchema, sums: &[Expected]) -> Result<(), Rejection> {
    if operation.checksum_required && sums.is_empty() {
        let message = "The operation requires a checksum: Content-MD5 or a header or trailer x-amz-checksum-…";
        return Err(refusal("InvalidRequest", message.to_owned()));
    }
    Ok(())
}

/// Removes the encoding from the header. Returns whether it was there.
fn take_encoding(headers: &mut HeaderMap) -> bool {
    let values = headers.get_all(CONTENT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let encodings: Vec<&str> = values.flat_map(|line| line.split(',')).map(str::trim).collect();
    let others: Vec<&str> = encodings.iter().copied().filter(|name| !name.eq_ignore_ascii_case(AWS_CHUNKED)).collect();
    if encodings.len() == others.len() {
        return false;
    }
    match HeaderValue::from_str(&others.join(", ")) {
        Ok(value) if !value.is_empty() => headers.insert(CONTENT_ENCODING, value),
        _ => headers.remove(CONTENT_ENCODING),
    };
    true
}

/// Whether the body is sent in chunks according to the signature's header, as some clients omit the encoding. Signed
/// events are not chunks: each event has a signature in its envelope.
fn is_streaming(headers: &HeaderMap) -> bool {
    let announced = headers.get(CONTENT_SHA256).map(HeaderValue::as_bytes);
    announced.is_some_and(|value| value.starts_with(STREAMING) && !value.ends_with(b"-EVENTS"))
}

fn refusal(code: &'static str, message: String) -> Rejection {
    Rejection::new(StatusCode::BAD_REQUEST, code, message)
}

fn repeated(name: &str) -> Rejection {
    refusal("InvalidRequest", format!("The checksum {name} is repeated"))
}

fn incomplete(length: u64) -> Rejection {
    refusal("IncompleteBody", format!("The decoded body does not have the announced length, but {length} bytes"))
}

/// A body that is checked while it is read.
struct Guarded {
    body: ByteStream,
    /// Rest of a piece of the body.
    piece: Bytes,
    /// Bytes of the decoded body up to now.
    read: u64,
    /// `None` after the end.
    checks: Option<Box<Checks>>,
}

impl Guarded {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Rejection>>> {
        loop {
            let Some(checks) = &mut self.checks else { return Poll::Ready(None) };
            let data = match &mut checks.chunks {
                Some(chunks) => match chunks.next(&mut self.piece) {
                    Ok(data) => data,
                    Err(error) => return Poll::Ready(Some(Err(checks.malformed(error)))),
                },
                None => Some(std::mem::take(&mut self.piece)).filter(|piece| !piece.is_empty()),
            };
            if let Some(data) = data {
                self.read += data.len() as u64;
                if checks.length.is_some_and(|length| self.read > length) {
                    return Poll::Ready(Some(Err(incomplete(self.read))));
                }
                for expected in &mut checks.sums {
                    expected.sum.take(&data);
                }
                return Poll::Ready(Some(Ok(data)));
            }
            match ready!(Pin::new(&mut self.body).poll_next(cx)) {
                Some(Ok(piece)) => self.piece = piece,
                Some(Err(error)) => {
                    return Poll::Ready(Some(Err(Rejection::serialization(format!(
                        "The body could not be read: {error}"
                    )))));
                }
                None => {
                    let finished = checks.finish(self.read);
                    return Poll::Ready(finished.err().map(Err));
                }
            }
        }
    }
}

impl Stream for Guarded {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.poll(cx));
        if matches!(item, None | Some(Err(_)))
            && let Some(checks) = self.checks.take()
            && let Some(Err(rejection)) = &item
        {
            // The first fault is kept.
            let _ = checks.fault.set(rejection.clone());
        }
        Poll::Ready(item.map(|item| item.map_err(|rejection| rejection.message.into())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::prelude::UNIT;

    static CHECKED: OperationSchema = OperationSchema::new("Checked", &UNIT, &UNIT).checksum_required();

    #[test]
    fn a_body_is_hashed_at_most_once_for_each_algorithm_and_place() {
        let algorithms = || [Algorithm::Md5].into_iter().chain(Algorithm::ALL);
        let all: Vec<&str> = algorithms().map(Algorithm::header).collect();
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(AWS_CHUNKED));
        headers.insert(TRAILER, HeaderValue::from_str(&all.join(", ")).expect("names"));
        for algorithm in algorithms() {
            headers.insert(algorithm.header(), HeaderValue::from_str(&Sum::new(algorithm).text()).expect("base64"));
        }
        let sums = |headers: &HeaderMap| {
            let checks = Checks::of(&CHECKED, &mut headers.clone(), || None);
            checks.map(|checks| checks.expect("checksums").sums.len()).map_err(|rejection| rejection.message)
        };
        assert_eq!(sums(&headers), Ok(12));
        for name in all {
            let mut headers = headers.clone();
            headers.append(TRAILER, HeaderValue::from_str(&name.to_uppercase()).expect("a name"));
            assert_eq!(sums(&headers), Err(format!("The checksum {name} is repeated")));
        }
    }
}
