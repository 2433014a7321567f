//! Streams of files, with tokio. Needs the feature `fs`.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::{BoxError, ByteStream};

/// Bytes per read.
const PIECE: usize = 64 * 1024;

/// Chunks of a file.
pub(super) struct Pieces {
    /// Path, if the file can be opened again.
    path: Option<PathBuf>,
    state: State,
}

enum State {
    Closed,
    Opening(Pin<Box<dyn Future<Output = io::Result<File>> + Send>>),
    Open(File),
}

impl Pieces {
    /// Returns the same file from its beginning.
    pub(super) fn again(&self) -> Option<Self> {
        Some(Self { path: Some(self.path.clone()?), state: State::Closed })
    }

    pub(super) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        loop {
            match &mut self.state {
                State::Closed => {
                    let Some(path) = self.path.clone() else { return Poll::Ready(None) };
                    self.state = State::Opening(Box::pin(File::open(path)));
                }
                State::Opening(opening) => self.state = State::Open(ready!(opening.as_mut().poll(cx))?),
                State::Open(file) => {
                    let mut piece = vec![0; PIECE];
                    let mut buffer = ReadBuf::new(&mut piece);
                    ready!(Pin::new(file).poll_read(cx, &mut buffer))?;
                    let length = buffer.filled().len();
                    piece.truncate(length);
                    return Poll::Ready(if length == 0 { None } else { Some(Ok(Bytes::from(piece))) });
                }
            }
        }
    }
}

impl ByteStream {
    /// Creates a stream of the file at a path. Determines its length now, and opens it when the stream is read, and
    /// again for each attempt to send a request.
    ///
    /// # Errors
    /// If the file does not exist or its metadata cannot be read.
    pub async fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let length = tokio::fs::metadata(&path).await?.len();
        Ok(Self::from_pieces_of_file(Pieces { path: Some(path), state: State::Closed }, Some(length)))
    }

    /// Creates a stream of an open file, from its current position to its end. Set the length with
    /// [`ByteStream::with_length`].
    pub fn from_file(file: File) -> Self {
        Self::from_pieces_of_file(Pieces { path: None, state: State::Open(file) }, None)
    }
}
