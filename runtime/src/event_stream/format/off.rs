//! Event streams without the feature `events`: none, because clients that need them do not compile.

#[cfg(all(feature = "sigv4", any(feature = "client", feature = "sha2")))]
use std::time::SystemTime;

use bytes::Bytes;

use super::{Documents, Initial, Side};
use crate::memory::MemoryLimit;
use crate::reflect::{EventSource, Events};
#[cfg(all(feature = "sigv4", any(feature = "client", feature = "sha2")))]
use crate::sigv4::Chain;
use crate::types::{BoxError, ByteStream, StreamError};

/// Event streams of a protocol: none. Its other streams depend on the location of members, too.
#[derive(Clone, Copy)]
pub(crate) struct EventFormat {
    pub(crate) initial: Initial,
}

impl EventFormat {
    pub(crate) fn new(_: &'static dyn Documents, initial: Initial) -> Self {
        Self { initial }
    }

    pub(crate) fn writer(self, _: Events, _: Side, _: &Bytes) -> Option<Writer> {
        None
    }

    pub(crate) fn frames(
        self,
        _: ByteStream,
        _: Side,
        _: (usize, MemoryLimit),
        _: Option<Box<dyn Signatures>>,
    ) -> Option<Frames> {
        None
    }

    pub(crate) fn source(self, frames: Frames, _: Side) -> Box<dyn EventSource> {
        match frames {}
    }
}

/// Events to be sent: none.
pub(crate) enum Writer {}

impl Writer {
    pub(crate) fn into_bytes(self) -> ByteStream {
        match self {}
    }
}

/// Signatures of events: none.
#[cfg(all(feature = "sigv4", any(feature = "client", feature = "sha2")))]
pub(crate) enum Signer {}

#[cfg(all(feature = "sigv4", any(feature = "client", feature = "sha2")))]
impl Signer {
    pub(crate) fn new(_: Chain, _: Box<dyn Fn() -> SystemTime + Send>) -> Option<Self> {
        None
    }

    pub(crate) fn sign(self, _: Writer) -> ByteStream {
        match self {}
    }
}

/// Frames that are received: none.
pub(crate) enum Frames {}

impl Frames {
    pub(crate) async fn initial(&mut self, _: &str) -> Result<Option<Bytes>, BoxError> {
        match *self {}
    }
}

/// Signatures of frames.
pub(crate) trait Signatures: Send {}

/// No stream starts with a frame.
pub(crate) async fn starts_with_frame(bytes: ByteStream) -> Result<(ByteStream, bool), StreamError> {
    Ok((bytes, false))
}
