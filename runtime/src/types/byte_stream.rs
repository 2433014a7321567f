//! Streaming blobs: bytes that are sent and received in chunks. Independent of HTTP messages.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::{Blob, BoxError};
use crate::reflect::{Absent, Fill, Slot, Value};

/// Streaming `blob` (spec: `@streaming`): chunks of bytes, with an optional total length.
///
/// It is a `Stream` of chunks. A chunk is produced when the reader polls, so a slow reader slows down the writer. A
/// stream can be read only once, so structures with a stream are neither `Clone` nor `PartialEq`.
///
/// ```
/// # use whitesmith_runtime::types::ByteStream;
/// let stream = ByteStream::from("some text");
/// assert_eq!(stream.length(), Some(9));
/// ```
pub struct ByteStream {
    source: Source,
    /// Remaining bytes, if known.
    remaining: Option<u64>,
    /// Initial length in bytes, if known.
    length: Option<u64>,
}

enum Source {
    /// Bytes in memory; empty after they are read.
    Bytes(Bytes),
    // Accessed by `get_mut` only: the mutex makes the type `Sync` without cost.
    Stream(Mutex<Pin<Box<dyn AnyStream>>>),
    #[cfg(any(feature = "client-core", feature = "server"))]
    Body(Mutex<Pin<Box<dyn AnyBody>>>),
    #[cfg(feature = "fs")]
    File(Mutex<super::file::Pieces>),
    #[cfg(all(feature = "client-core", feature = "gzip"))]
    Compressed(Box<Mutex<super::gzip::Compressed>>),
}

/// A stream without the types of its chunks and errors.
trait AnyStream: Send {
    fn poll_bytes(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>>;
}

impl<S, P, E> AnyStream for S
where
    S: Stream<Item = Result<P, E>> + Send,
    P: Into<Bytes>,
    E: Into<BoxError>,
{
    fn poll_bytes(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        self.poll_next(cx).map(|piece| piece.map(|piece| piece.map(Into::into).map_err(Into::into)))
    }
}

/// Error of a byte stream.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError {
    /// The source failed, for example because the connection was lost or a file could not be read.
    Broken(BoxError),
    /// The stream is longer than the reader's limit.
    TooLong {
        /// Limit in bytes.
        limit: usize,
    },
    /// The stream is shorter or longer than its declared length.
    Length {
        /// Declared length in bytes.
        declared: u64,
    },
    /// The service sent no data for longer than the limit of the client.
    Stalled {
        /// Time limit.
        limit: Duration,
    },
    /// The bytes do not have the checksum that was sent with them.
    Checksum {
        /// Header of the checksum.
        header: &'static str,
    },
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(_) => f.write_str("the source of the stream failed"),
            Self::TooLong { limit } => write!(f, "the stream is longer than {limit} bytes"),
            Self::Length { declared } => {
                write!(f, "the stream does not have the declared length of {declared} bytes")
            }
            Self::Stalled { limit } => write!(f, "the stream has delivered no data for {limit:?}"),
            Self::Checksum { header } => write!(f, "the bytes do not have the checksum of the header `{header}`"),
        }
    }
}

impl std::error::Error for StreamError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Broken(error) = self { Some(&**error) } else { None }
    }
}

impl ByteStream {
    /// Creates an empty stream.
    pub fn empty() -> Self {
        Self::from(Bytes::new())
    }

    /// Creates a stream of unknown length from another stream.
    pub fn new<S, P, E>(pieces: S) -> Self
    where
        S: Stream<Item = Result<P, E>> + Send + 'static,
        P: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::unmeasured(Source::Stream(Mutex::new(Box::pin(pieces))))
    }

    fn unmeasured(source: Source) -> Self {
        Self { source, remaining: None, length: None }
    }

    /// Returns the bytes compressed with gzip. The result can be read again if the source can.
    #[cfg(all(feature = "client-core", feature = "gzip"))]
    pub(crate) fn compressed(self) -> Self {
        Self::unmeasured(Source::Compressed(Box::new(Mutex::new(super::gzip::Compressed::of(self)))))
    }

    /// Returns the bytes decompressed from gzip.
    #[cfg(all(feature = "gzip", feature = "server"))]
    pub(crate) fn expanded(self) -> Self {
        Self::new(super::gzip::Expanded::of(self))
    }

    /// Sets the length. If the source has more or fewer bytes, the stream ends with an error.
    #[must_use]
    pub fn with_length(mut self, length: u64) -> Self {
        self.length = Some(length);
        self.remaining = Some(length);
        self
    }

    /// Creates a stream from chunks, with this length if it is known.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) fn measured<S, E>(pieces: S, length: Option<u64>) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        let stream = Self::new(pieces);
        if let Some(length) = length { stream.with_length(length) } else { stream }
    }

    /// Returns a stream of these bytes, which were read from this one, and of the rest.
    #[cfg(all(feature = "client-core", feature = "events"))]
    pub(crate) fn after(self, read: Bytes) -> Self {
        let length = self.length;
        Self::measured(Resumed { read, rest: self }, length)
    }

    #[cfg(feature = "fs")]
    pub(super) fn from_pieces_of_file(pieces: super::file::Pieces, length: Option<u64>) -> Self {
        Self { source: Source::File(Mutex::new(pieces)), remaining: length, length }
    }

    /// Returns the initial length in bytes, if known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Returns a second stream of the same bytes. `None` if reading has started, or if the stream cannot be read again:
    /// only bytes in memory and files with a path can.
    pub fn try_clone(&self) -> Option<Self> {
        let unread = self.length == self.remaining;
        match &self.source {
            Source::Bytes(bytes) if unread => Some(Self::from(bytes.clone())),
            #[cfg(feature = "fs")]
            Source::File(pieces) if unread => {
                let again = pieces.lock().unwrap_or_else(PoisonError::into_inner).again()?;
                Some(Self::from_pieces_of_file(again, self.length))
            }
            #[cfg(all(feature = "client-core", feature = "gzip"))]
            Source::Compressed(pieces) => {
                let again = pieces.lock().unwrap_or_else(PoisonError::into_inner).again()?;
                Some(Self::unmeasured(Source::Compressed(Box::new(Mutex::new(again)))))
            }
            _ => None,
        }
    }

    /// Returns the bytes, if they are in memory.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        if let Source::Bytes(bytes) = &self.source { Some(bytes) } else { None }
    }

    /// Returns the next chunk. `None` after the last chunk, and after an error.
    pub async fn next(&mut self) -> Option<Result<Bytes, StreamError>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Returns the next chunk, or `None` after the last one.
    ///
    /// # Errors
    /// If the source fails.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, StreamError> {
        self.next().await.transpose()
    }

    /// Returns all bytes, if there are at most `limit`.
    ///
    /// # Errors
    /// If the source fails, or the stream is longer than `limit`. A stream whose known length is greater than the limit
    /// is not read.
    #[inline]
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, StreamError> {
        if self.remaining.is_some_and(|remaining| remaining > limit as u64) {
            return Err(StreamError::TooLong { limit });
        }
        let Some(first) = self.next().await.transpose()? else { return Ok(Bytes::new()) };
        let mut all = BytesMut::new();
        let mut piece = first;
        loop {
            if piece.len() > limit - all.len() {
                return Err(StreamError::TooLong { limit });
            }
            match self.next().await.transpose()? {
                // A single chunk is not copied.
                None if all.is_empty() => return Ok(piece),
                None => {
                    all.extend_from_slice(&piece);
                    return Ok(all.freeze());
                }
                Some(next) => {
                    all.extend_from_slice(&piece);
                    piece = next;
                }
            }
        }
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        match &mut self.source {
            Source::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Source::Bytes(bytes) => Poll::Ready(Some(Ok(std::mem::take(bytes)))),
            Source::Stream(pieces) => pieces.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().poll_bytes(cx),
            #[cfg(any(feature = "client-core", feature = "server"))]
            Source::Body(body) => body.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().poll_data(cx),
            #[cfg(feature = "fs")]
            Source::File(pieces) => pieces.get_mut().unwrap_or_else(PoisonError::into_inner).poll_piece(cx),
            #[cfg(all(feature = "client-core", feature = "gzip"))]
            Source::Compressed(pieces) => pieces.get_mut().unwrap_or_else(PoisonError::into_inner).poll_piece(cx),
        }
    }

    /// Ends the stream after the last chunk, and after an error.
    fn close(&mut self) {
        self.source = Source::Bytes(Bytes::new());
        self.remaining = None;
    }
}

/// A stream whose first bytes were read ahead.
#[cfg(all(feature = "client-core", feature = "events"))]
struct Resumed {
    read: Bytes,
    rest: ByteStream,
}

#[cfg(all(feature = "client-core", feature = "events"))]
impl Stream for Resumed {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match std::mem::take(&mut self.read) {
            read if read.is_empty() => Pin::new(&mut self.rest).poll_next(cx),
            read => Poll::Ready(Some(Ok(read))),
        }
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let declared = self.length.unwrap_or_default();
        loop {
            let piece = ready!(self.poll_piece(cx));
            return Poll::Ready(match (piece, self.remaining) {
                (Some(Ok(piece)), _) if piece.is_empty() => continue,
                (Some(Ok(piece)), None) => Some(Ok(piece)),
                (Some(Ok(piece)), Some(remaining)) => match remaining.checked_sub(piece.len() as u64) {
                    Some(rest) => {
                        self.remaining = Some(rest);
                        Some(Ok(piece))
                    }
                    None => {
                        self.close();
                        Some(Err(StreamError::Length { declared }))
                    }
                },
                (Some(Err(error)), _) => {
                    self.close();
                    // The source is another `ByteStream`.
                    Some(Err(error.downcast().map_or_else(StreamError::Broken, |error| *error)))
                }
                (None, Some(remaining)) if remaining > 0 => {
                    self.close();
                    Some(Err(StreamError::Length { declared }))
                }
                (None, _) => {
                    self.close();
                    None
                }
            });
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // Chunks are never empty.
        (0, self.remaining.and_then(|remaining| usize::try_from(remaining).ok()))
    }
}

#[cfg(any(feature = "client-core", feature = "server"))]
impl http_body::Body for ByteStream {
    type Data = Bytes;
    type Error = StreamError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, StreamError>>> {
        self.poll_next(cx).map_ok(http_body::Frame::data)
    }

    fn is_end_stream(&self) -> bool {
        matches!(&self.source, Source::Bytes(bytes) if bytes.is_empty()) && self.remaining.is_none_or(|rest| rest == 0)
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.remaining.map_or_else(http_body::SizeHint::default, http_body::SizeHint::with_exact)
    }
}

#[cfg(any(feature = "client-core", feature = "server"))]
impl ByteStream {
    /// Creates a stream from the data of an HTTP body, for transports of clients and layers of servers. Trailers are
    /// ignored.
    pub fn from_body<B>(body: B) -> Self
    where
        B: http_body::Body + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let length = body.size_hint().exact();
        Self { source: Source::Body(Mutex::new(Box::pin(body))), length, remaining: length }
    }
}

/// An HTTP body without the types of its chunks and errors.
#[cfg(any(feature = "client-core", feature = "server"))]
trait AnyBody: Send {
    fn poll_data(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>>;
}

#[cfg(any(feature = "client-core", feature = "server"))]
impl<B> AnyBody for B
where
    B: http_body::Body + Send,
    B::Error: Into<BoxError>,
{
    fn poll_data(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        use bytes::Buf as _;
        loop {
            match ready!(self.as_mut().poll_frame(cx)).transpose().map_err(Into::into)? {
                None => return Poll::Ready(None),
                Some(frame) => {
                    if let Ok(mut data) = frame.into_data() {
                        let length = data.remaining();
                        return Poll::Ready(Some(Ok(data.copy_to_bytes(length))));
                    }
                }
            }
        }
    }
}

impl Default for ByteStream {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length {
            Some(length) => write!(f, "ByteStream({length} bytes)"),
            None => f.write_str("ByteStream"),
        }
    }
}

impl From<Bytes> for ByteStream {
    fn from(bytes: Bytes) -> Self {
        let length = Some(bytes.len() as u64);
        Self { source: Source::Bytes(bytes), remaining: length, length }
    }
}

macro_rules! from_bytes {
    ($($type:ty: $value:ident => $bytes:expr),*) => {
        $(
            impl From<$type> for ByteStream {
                fn from($value: $type) -> Self {
                    Self::from($bytes)
                }
            }
        )*
    };
}

from_bytes! {
    Blob: blob => blob.into_bytes(),
    Vec<u8>: bytes => Bytes::from(bytes),
    &[u8]: bytes => Bytes::copy_from_slice(bytes),
    String: text => Bytes::from(text),
    &str: text => Bytes::copy_from_slice(text.as_bytes())
}

impl<const N: usize> From<[u8; N]> for ByteStream {
    fn from(bytes: [u8; N]) -> Self {
        bytes.as_slice().into()
    }
}

impl<const N: usize> From<&[u8; N]> for ByteStream {
    fn from(bytes: &[u8; N]) -> Self {
        bytes.as_slice().into()
    }
}

/// Codecs and validation ignore streams, which are sent and received separately from their structures.
impl Value for ByteStream {
    type Access = Absent;

    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        if fill.is_stream() { Slot::Bytes(self) } else { Slot::Ignore }
    }

    fn blank(_: Fill) -> Self {
        Self::empty()
    }
}
