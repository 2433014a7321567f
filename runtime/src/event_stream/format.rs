//! Event streams of a protocol.

use bytes::Bytes;

use super::{Documents, Frames, Initial, Limits, Reader, Side, Signatures, Writer};
use crate::memory::MemoryLimit;
use crate::reflect::{EventSource, Events};
use crate::types::ByteStream;

/// Event streams of a protocol.
#[derive(Clone, Copy)]
pub(crate) struct EventFormat {
    /// Format of documents in events.
    documents: &'static dyn Documents,
    /// Location of the other members of input and output.
    pub(crate) initial: Initial,
}

#[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "without the feature, there are none")]
impl EventFormat {
    pub(crate) fn new(documents: &'static dyn Documents, initial: Initial) -> Self {
        Self { documents, initial }
    }

    /// Encodes events, behind the other members if they are in a frame. Always `Some` with the feature `events`.
    pub(crate) fn writer(self, events: Events, side: Side, others: &Bytes) -> Option<Writer> {
        let writer = Writer::new(events, self.documents, side);
        Some(if self.initial == Initial::Head { writer } else { writer.behind(others.clone()) })
    }

    /// Decodes a stream to frames, whose payloads and events are limited. Always `Some` with the feature `events`.
    pub(crate) fn frames(
        self,
        stream: ByteStream,
        side: Side,
        limits: (usize, MemoryLimit),
        signatures: Option<Box<dyn Signatures>>,
    ) -> Option<Frames> {
        let limits = Limits::of(side, limits.0).with_memory(limits.1);
        Some(Frames::new(stream, limits).signed(signatures))
    }

    /// Reads the events in frames.
    pub(crate) fn source(self, frames: Frames, side: Side) -> Box<dyn EventSource> {
        Box::new(Reader { frames, documents: self.documents, side })
    }
}
