//! Decodes bytes to frames, and frames to events.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::event::is_initial;
use super::frame::Decoder;
use super::{Documents, Frame, FrameError, Limits, Side, read_event};
use crate::memory::Reading;
#[cfg(feature = "server")]
use crate::memory::Share;
use crate::reflect::{EventSource, Reflect};
#[cfg(feature = "client-core")]
use crate::types::StreamError;
use crate::types::{BoxError, ByteStream, EventError};

/// Frames in a stream of bytes. Signed frames are unwrapped.
#[derive(Debug)]
pub(crate) struct Frames {
    bytes: ByteStream,
    decoder: Decoder,
    limits: Limits,
    /// Frames that were read ahead.
    again: VecDeque<Frame>,
    ended: bool,
    /// Signatures of the frames, if they are verified.
    signatures: Option<Box<dyn Signatures>>,
    /// Checks of each event, besides the constraints of the model.
    check: Option<EventCheck>,
}

/// Signatures of frames, each of which covers the one before.
pub(crate) trait Signatures: fmt::Debug + Send {
    /// Verifies the signature of the next envelope. `None` is an end of the stream without one.
    fn verify(&mut self, envelope: Option<&Frame>) -> Result<(), FrameError>;
}

/// A check of events.
pub(crate) type EventCheck = fn(&dyn Reflect) -> Result<(), BoxError>;

impl Frames {
    /// Creates a decoder with limits.
    pub(crate) fn new(bytes: ByteStream, limits: Limits) -> Self {
        Self {
            bytes,
            decoder: Decoder::new(limits),
            limits,
            again: VecDeque::new(),
            ended: false,
            signatures: None,
            check: None,
        }
    }

    /// Also checks each event.
    #[cfg(feature = "server")]
    pub(crate) fn checked(self, check: EventCheck) -> Self {
        Self { check: Some(check), ..self }
    }

    /// Charges the memory of frames and events to a share of its own.
    #[cfg(feature = "server")]
    pub(crate) fn sharing(mut self, share: Option<Share>) -> Self {
        self.decoder.set_share(share);
        self
    }

    /// Verifies the signatures of all frames, and that of the end.
    pub(crate) fn signed(self, signatures: Option<Box<dyn Signatures>>) -> Self {
        Self { signatures, ..self }
    }

    /// Returns the payload of the initial message, if that is the first frame. This is cancel safe.
    pub(crate) async fn initial(&mut self, name: &str) -> Result<Option<Bytes>, BoxError> {
        match poll_fn(|cx| self.poll_frame(cx)).await.transpose()? {
            Some(frame) if is_initial(&frame, name) => Ok(Some(frame.payload)),
            other => {
                self.again.extend(other);
                Ok(None)
            }
        }
    }

    /// Creates the state for reading the document of an event.
    fn reading(&mut self, side: Side, frame: &Frame) -> Reading {
        let (memory, length) = (self.limits.memory, frame.payload.len());
        match side {
            #[cfg(feature = "server")]
            Side::Server => Reading::checked(memory, length).with_share(self.decoder.take_share()),
            #[cfg(not(feature = "server"))]
            Side::Server => Reading::checked(memory, length),
            Side::Client => Reading::new(memory, length),
        }
    }

    /// Takes the share back. The memory of the event is available again when the next one is requested.
    #[cfg(feature = "server")]
    fn end(&mut self, mut reading: Reading) {
        self.decoder.set_share(reading.take_share());
    }

    pub(crate) fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame, BoxError>>> {
        if let Some(frame) = self.again.pop_front() {
            return Poll::Ready(Some(Ok(frame)));
        }
        if self.ended {
            return Poll::Ready(None);
        }
        let next = ready!(self.poll_next_frame(cx)).transpose();
        self.ended = !matches!(next, Ok(Some(_)));
        Poll::Ready(next.transpose())
    }

    fn poll_next_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame, BoxError>>> {
        self.decoder.settle()?;
        loop {
            if let Some(frame) = self.decoder.next()? {
                if let Some(signatures) = &mut self.signatures {
                    signatures.verify(Some(&frame))?;
                }
                self.decoder.charge(if is_signed(&frame) { frame.payload.len() } else { 0 })?;
                return Poll::Ready(unwrap(frame, self.limits).map_err(Into::into).transpose());
            }
            if let Some(piece) = ready!(Pin::new(&mut self.bytes).poll_next(cx)) {
                self.decoder.feed(&piece?)?;
                continue;
            }
            if let Some(signatures) = &mut self.signatures {
                signatures.verify(None)?;
            }
            let is_complete = self.decoder.is_empty();
            return Poll::Ready(if is_complete { None } else { Some(Err(FrameError::Truncated.into())) });
        }
    }
}

/// Reads the first bytes. Returns the stream from its start, and whether it starts with a frame.
#[cfg(feature = "client-core")]
pub(crate) async fn starts_with_frame(mut bytes: ByteStream) -> Result<(ByteStream, bool), StreamError> {
    // Decodes no frame.
    let mut decoder = Decoder::new(Limits::of(Side::Client, 0));
    while decoder.has_frame().is_none() {
        let Some(piece) = bytes.try_next().await? else { break };
        // Without a share.
        let _ = decoder.feed(&piece);
    }
    let is_frame = decoder.has_frame().unwrap_or_default();
    Ok((bytes.after(decoder.into_rest()), is_frame))
}

/// Whether the frame is the envelope of another one.
fn is_signed(frame: &Frame) -> bool {
    frame.header(super::SIGNATURE).is_some()
}

/// Unwraps a signed frame. Returns `None` for an empty envelope, which is the end of the stream.
fn unwrap(frame: Frame, limits: Limits) -> Result<Option<Frame>, FrameError> {
    if !is_signed(&frame) {
        Ok(Some(frame))
    } else if frame.payload.is_empty() {
        Ok(None)
    } else {
        Frame::decode(&frame.payload, limits).map(Some)
    }
}

/// Events in a stream of frames.
pub(crate) struct Reader {
    pub(crate) frames: Frames,
    pub(crate) documents: &'static dyn Documents,
    /// Reading side.
    pub(crate) side: Side,
}

impl EventSource for Reader {
    fn poll_event(
        &mut self,
        cx: &mut Context<'_>,
        event: &mut dyn Reflect,
    ) -> Poll<Option<Result<(), EventError<()>>>> {
        loop {
            let frame = match ready!(self.frames.poll_frame(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(EventError::Broken(error)))),
                Some(Ok(frame)) => frame,
            };
            // Some services send an initial message in protocols without one.
            let is_initial = [super::INITIAL_REQUEST, super::INITIAL_RESPONSE].iter().any(|name| {
                is_initial(&frame, name) && !event.schema().members().iter().any(|member| member.name() == *name)
            });
            if !is_initial {
                let mut reading = self.frames.reading(self.side, &frame);
                let read = read_event(&frame, self.documents, self.side, &mut reading, event);
                #[cfg(feature = "server")]
                self.frames.end(reading);
                let check = || self.frames.check.map_or(Ok(()), |check| check(event)).map_err(EventError::Malformed);
                return Poll::Ready(Some(read.and_then(|()| check())));
            }
        }
    }
}
