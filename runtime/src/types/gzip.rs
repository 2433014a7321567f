//! Gzip compression and decompression of streams. Chunks are processed in parts, so that memory use is small even if a
//! chunk is large or expands to a large size.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
#[cfg(feature = "server")]
use flate2::write::GzDecoder;
#[cfg(feature = "client-core")]
use flate2::{Compression, write::GzEncoder};
use futures_core::Stream;

use super::{BoxError, ByteStream};

/// Bytes per step.
const PART: usize = 64 * 1024;

/// Compresses bytes.
#[cfg(feature = "client-core")]
pub(crate) fn compress(plain: &[u8]) -> io::Result<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(plain)?;
    encoder.finish().map(Bytes::from)
}

/// Compressor or decompressor of a stream.
pub(super) struct Transcoded<C> {
    from: ByteStream,
    /// Unprocessed rest of a chunk.
    piece: Bytes,
    /// `None` after the end.
    coder: Option<C>,
}

/// Writer into memory.
pub(super) trait Coder: Write + Sized {
    fn buffer(&mut self) -> &mut Vec<u8>;

    /// Returns the last bytes.
    fn end(self) -> io::Result<Vec<u8>>;
}

#[cfg(feature = "client-core")]
impl Coder for GzEncoder<Vec<u8>> {
    fn buffer(&mut self) -> &mut Vec<u8> {
        self.get_mut()
    }

    fn end(self) -> io::Result<Vec<u8>> {
        self.finish()
    }
}

/// Number of members of compressed bytes. Each takes time and memory, whatever its length, so that the number of small
/// ones is limited.
#[cfg(feature = "server")]
#[derive(Debug, Default)]
pub(crate) struct GzipMembers(usize);

#[cfg(feature = "server")]
impl GzipMembers {
    /// Maximum number of members after the first one, in addition to one per [`Self::SHARE`] bytes.
    const SMALL: usize = 16;
    /// Compressed bytes for each further member.
    const SHARE: usize = 1024;

    /// Counts a member after these compressed bytes.
    pub(crate) fn next(&mut self, before: usize) -> io::Result<()> {
        self.0 += 1;
        let is_many = self.0 > Self::SMALL + before / Self::SHARE;
        if is_many { Err(io::Error::new(io::ErrorKind::InvalidData, "too many small members")) } else { Ok(()) }
    }
}

/// Decompressor of all members.
#[cfg(feature = "server")]
pub(super) struct Expander {
    member: GzDecoder<Vec<u8>>,
    members: GzipMembers,
    /// Number of compressed bytes so far.
    read: usize,
}

#[cfg(feature = "server")]
impl Write for Expander {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        let mut written = self.member.write(part)?;
        if written == 0 && !part.is_empty() {
            // The member has ended.
            self.members.next(self.read)?;
            self.member.try_finish()?;
            let plain = std::mem::take(self.member.get_mut());
            self.member = GzDecoder::new(plain);
            written = self.member.write(part)?;
        }
        self.read = self.read.saturating_add(written);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.member.flush()
    }
}

#[cfg(feature = "server")]
impl Coder for Expander {
    fn buffer(&mut self) -> &mut Vec<u8> {
        self.member.get_mut()
    }

    fn end(self) -> io::Result<Vec<u8>> {
        self.member.finish()
    }
}

impl<C: Coder> Transcoded<C> {
    fn new(from: ByteStream, coder: C) -> Self {
        Self { from, piece: Bytes::new(), coder: Some(coder) }
    }

    pub(super) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        loop {
            let Some(coder) = &mut self.coder else { return Poll::Ready(None) };
            if self.piece.is_empty() {
                match ready!(Pin::new(&mut self.from).poll_next(cx)).transpose()? {
                    Some(piece) => self.piece = piece,
                    None => {
                        let last = self.coder.take().map(C::end).transpose()?.unwrap_or_default();
                        return Poll::Ready((!last.is_empty()).then(|| Ok(last.into())));
                    }
                }
            } else {
                let part = self.piece.get(..PART).unwrap_or(&self.piece);
                match coder.write(part)? {
                    // Data after the end of the compressed bytes is ignored.
                    0 => return Poll::Ready(Some(Err("unexpected data after the compressed bytes".into()))),
                    written => self.piece.advance(written),
                }
                if !coder.buffer().is_empty() {
                    return Poll::Ready(Some(Ok(std::mem::take(coder.buffer()).into())));
                }
            }
        }
    }
}

/// Compressed stream.
#[cfg(feature = "client-core")]
pub(super) type Compressed = Transcoded<GzEncoder<Vec<u8>>>;

#[cfg(feature = "client-core")]
impl Compressed {
    pub(super) fn of(plain: ByteStream) -> Self {
        Self::new(plain, GzEncoder::new(Vec::new(), Compression::default()))
    }

    /// Returns the same stream from the beginning, if the source can be read again.
    pub(super) fn again(&self) -> Option<Self> {
        self.from.try_clone().map(Self::of)
    }
}

/// Decompressed stream.
#[cfg(feature = "server")]
pub(super) struct Expanded(Transcoded<Expander>);

#[cfg(feature = "server")]
impl Expanded {
    pub(super) fn of(compressed: ByteStream) -> Self {
        let member = GzDecoder::new(Vec::new());
        Self(Transcoded::new(compressed, Expander { member, members: GzipMembers::default(), read: 0 }))
    }
}

#[cfg(feature = "server")]
impl Stream for Expanded {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_piece(cx)
    }
}

#[cfg(all(test, feature = "client-core", feature = "server"))]
mod tests {
    use super::*;

    fn now<T>(future: impl Future<Output = T>) -> T {
        let mut future = std::pin::pin!(future);
        match future.as_mut().poll(&mut Context::from_waker(std::task::Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("all bytes are there"),
        }
    }

    fn all(stream: ByteStream) -> Result<Bytes, super::super::StreamError> {
        now(stream.collect(usize::MAX))
    }

    #[test]
    fn compressed_bytes_round_trip() {
        for plain in [Vec::new(), b"a body".to_vec(), (0..300_000_u32).flat_map(u32::to_le_bytes).collect()] {
            let stream = ByteStream::from(plain.clone()).compressed();
            let again = stream.try_clone().expect("not read yet");
            assert_eq!(stream.length(), None);
            let bytes = all(stream).expect("compressed");
            assert_eq!(all(again).expect("compressed again"), bytes);
            assert_eq!(all(ByteStream::from(bytes).expanded()).expect("expanded"), plain);
        }
    }

    #[test]
    fn a_gzip_bomb_is_expanded_in_small_chunks() {
        let bomb = compress(&vec![0; 64 << 20]).expect("writing to memory does not fail");
        assert!(bomb.len() < 70_000);
        let mut stream = ByteStream::from(bomb).expanded();
        let mut length = 0;
        while let Some(piece) = now(stream.next()) {
            let piece = piece.expect("gzip");
            assert!(piece.len() <= 4 * PART, "{}", piece.len());
            length += piece.len();
        }
        assert_eq!(length, 64 << 20);
    }

    struct Pieces(std::vec::IntoIter<Bytes>);

    impl Stream for Pieces {
        type Item = io::Result<Bytes>;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(self.0.next().map(Ok))
        }
    }

    #[test]
    fn several_members_are_one_stream_unless_they_are_many() {
        let members =
            ["a ", "", "body"].map(|part| compress(part.as_bytes()).expect("writing to memory does not fail"));
        let joined = Bytes::from(members.concat());
        assert_eq!(all(ByteStream::from(joined.clone()).expanded()).expect("expanded"), "a body");
        let bytes = (0..joined.len()).map(|index| joined.slice(index..=index)).collect::<Vec<_>>();
        let pieces = ByteStream::new(Pieces(bytes.into_iter()));
        assert_eq!(all(pieces.expanded()).expect("expanded"), "a body");
        for part in [&members[0], &members[1]] {
            let error = all(ByteStream::from(part.repeat(1000)).expanded()).expect_err("too many members");
            assert!(format!("{error:?}").contains("too many"), "{error:?}");
        }
    }

    #[test]
    fn truncated_and_invalid_gzip_is_an_error() {
        let whole = compress(b"a body").expect("writing to memory does not fail");
        for end in 1..whole.len() {
            assert!(all(ByteStream::from(whole.slice(..end)).expanded()).is_err(), "{end}");
        }
        assert!(all(ByteStream::from("plain").expanded()).is_err());
        assert!(all(ByteStream::from([&whole, &b"more"[..]].concat()).expanded()).is_err());
    }
}
