//! Streams of a file's bytes, by way of tokio. Only with the feature `fs`.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::{BoxError, ByteStream};

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

/// The pieces of a file.
pub(super) struct Pieces {
    /// Where the file is, if it can be opened again.
    path: Option<PathBuf>,
    state: State,
}

enum State {
    Closed,
    Opening(Pin<Box<dyn Future<Output = io::Result<File>> + Send>>),
    Open(File),
}

impl Pieces {
    /// The same file from its beginning.
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
    /// The bytes of the file at a path, whose length is taken now. It is opened when it is read, each time anew, so that a
    /// request with it can be tried again.
    ///
    /// # Errors
    /// When there is no such file, or it says nothing of its length.
    pub async fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let length = tokio::fs::metadata(&path).await?.len();
        Ok(Self::from_pieces_of_file(Pieces { path: Some(path), state: State::Closed }, Some(length)))
    }

    /// The bytes of an open file, from where it stands to its end. [`ByteStream::with_length`] says how many these are.
    pub fn from_file(file: File) -> Self {
        Self::from_pieces_of_file(Pieces { path: None, state: State::Open(file) }, None)
    }
}
