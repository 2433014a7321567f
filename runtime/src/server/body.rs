//! Bodies of messages: bytes in memory, or a stream.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::types::{ByteStream, StreamError};

/// Body of a response: bytes in memory, or a stream of the implementation.
///
/// ```
/// use bytes::Bytes;
/// use whitesmith_runtime::server::Body;
/// use whitesmith_runtime::types::ByteStream;
///
/// let text = Body::from(Bytes::from_static(b"ready"));
/// let stream = Body::from(ByteStream::from("a file"));
/// ```
#[derive(Debug, Default)]
pub struct Body(ByteStream);

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(bytes.into())
    }
}

impl From<ByteStream> for Body {
    fn from(stream: ByteStream) -> Self {
        Self(stream)
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = StreamError;

    /// Returns the next piece. A stream that panics ends with an error, as the head of the response was already sent.
    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, StreamError>>> {
        catch_unwind(AssertUnwindSafe(|| Pin::new(&mut self.0).poll_frame(cx))).unwrap_or_else(|_| {
            self.0 = ByteStream::empty();
            Poll::Ready(Some(Err(StreamError::Broken("it panicked".into()))))
        })
    }

    fn is_end_stream(&self) -> bool {
        http_body::Body::is_end_stream(&self.0)
    }

    fn size_hint(&self) -> SizeHint {
        http_body::Body::size_hint(&self.0)
    }
}
