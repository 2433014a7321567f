//! Streams whose checksum is known at their end: requests with a trailing checksum (`aws-chunked`), and responses that
//! are verified while they are read.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;
use http::header::{CONTENT_LENGTH, HeaderValue};

use super::checksum::{Checksum, Expected};
use super::prepare::append_encoding;
use crate::checksum::Sum;
use crate::signature_terms::{CONTENT_SHA256, TRAILER, UNSIGNED_TRAILER};
use crate::types::{ByteStream, StreamError};

/// Size of a chunk. S3 accepts at least 8 KiB, except for the last chunk.
const CHUNK: u64 = 64 * 1024;

/// Returns a stream in chunks with its checksum in a trailing header, and describes that in the headers.
pub(super) fn encode(checksum: Checksum, headers: &mut HeaderMap, stream: ByteStream, length: u64) -> ByteStream {
    let name = checksum.algorithm.header();
    let encoded = encoded_length(length, name, Sum::of(checksum.algorithm, b"").len() as u64);
    append_encoding(headers, "aws-chunked");
    headers.insert(CONTENT_LENGTH, HeaderValue::from(encoded));
    headers.insert("x-amz-decoded-content-length", HeaderValue::from(length));
    headers.insert(TRAILER, HeaderValue::from_static(name));
    headers.insert(CONTENT_SHA256, HeaderValue::from_static(UNSIGNED_TRAILER));
    let state = State::Head;
    let sum = Some(Sum::new(checksum.algorithm));
    ByteStream::new(Chunked { stream, piece: Bytes::new(), rest: length, state, name, sum }).with_length(encoded)
}

/// Length of a body in chunks with a trailing checksum.
fn encoded_length(length: u64, name: &str, sum: u64) -> u64 {
    let framed = |size: u64| head(size).len() as u64 + size + 2;
    let whole = (length / CHUNK) * framed(CHUNK);
    let last = if length.is_multiple_of(CHUNK) { 0 } else { framed(length % CHUNK) };
    // `0`, the trailing header and the empty line.
    whole + last + 3 + name.len() as u64 + 1 + sum + 4
}

fn head(size: u64) -> String {
    format!("{size:x}\r\n")
}

struct Chunked {
    stream: ByteStream,
    piece: Bytes,
    /// Number of bytes of the stream that are not in a chunk yet.
    rest: u64,
    state: State,
    name: &'static str,
    /// `None` after the end.
    sum: Option<Sum>,
}

#[derive(Clone, Copy)]
enum State {
    /// Before a chunk, or before the trailing header.
    Head,
    /// Number of remaining bytes of the chunk.
    Data(u64),
}

impl Stream for Chunked {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let Some(sum) = &mut this.sum else { return Poll::Ready(None) };
        match this.state {
            State::Head if this.rest > 0 => {
                let size = this.rest.min(CHUNK);
                this.rest -= size;
                this.state = State::Data(size);
                Poll::Ready(Some(Ok(head(size).into())))
            }
            State::Head => {
                let text = this.sum.take().map(Sum::text).unwrap_or_default();
                Poll::Ready(Some(Ok(format!("0\r\n{}:{text}\r\n\r\n", this.name).into())))
            }
            State::Data(0) => {
                this.state = State::Head;
                Poll::Ready(Some(Ok(Bytes::from_static(b"\r\n"))))
            }
            State::Data(left) => {
                if this.piece.is_empty() {
                    match ready!(Pin::new(&mut this.stream).poll_next(cx)) {
                        Some(Ok(piece)) => this.piece = piece,
                        Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                        // The body ends early, which is an error because its length was declared.
                        None => return Poll::Ready(None),
                    }
                }
                let size = usize::try_from(left).unwrap_or(usize::MAX).min(this.piece.len());
                let data = this.piece.split_to(size);
                sum.take(&data);
                this.state = State::Data(left - size as u64);
                Poll::Ready(Some(Ok(data)))
            }
        }
    }
}

/// Stream that is verified at its end.
pub(super) struct Verified {
    stream: ByteStream,
    expected: Expected,
    /// `None` after the end.
    sum: Option<Sum>,
    /// Number of remaining bytes, if known.
    rest: Option<u64>,
}

impl Verified {
    pub(super) fn new(stream: ByteStream, expected: Expected, sum: Option<Sum>, rest: Option<u64>) -> Self {
        Self { stream, expected, sum, rest }
    }
}

impl Stream for Verified {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let piece = ready!(Pin::new(&mut this.stream).poll_next(cx));
        if let (Some(Ok(piece)), Some(sum)) = (&piece, &mut this.sum) {
            sum.take(piece);
            this.rest = this.rest.map(|rest| rest.saturating_sub(piece.len() as u64));
        }
        let is_end = piece.is_none() || this.rest == Some(0);
        if is_end
            && let Some(sum) = this.sum.take()
            && let Err(error) = this.expected.check(sum)
        {
            return Poll::Ready(Some(Err(error)));
        }
        Poll::Ready(piece)
    }
}
