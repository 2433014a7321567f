//! Encodes events to frames, and frames to bytes.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::event::{write_initial, write_unmodeled};
use super::{Documents, Frame, Limits, Side, write_event};
use crate::constraint::{Violations, check};
use crate::reflect::{Events, Reflect};
use crate::types::{BoxError, ByteStream, Unhandled};

/// Events to be sent.
pub(crate) struct Writer {
    /// Initial message.
    initial: Option<Frame>,
    events: Events,
    documents: &'static dyn Documents,
    /// Sending side.
    side: Side,
    ended: bool,
}

impl Writer {
    pub(crate) fn new(events: Events, documents: &'static dyn Documents, side: Side) -> Self {
        Self { initial: None, events, documents, side, ended: false }
    }

    /// Adds an initial message before the first event.
    pub(crate) fn behind(self, document: Bytes) -> Self {
        let name = if self.side == Side::Client { super::INITIAL_REQUEST } else { super::INITIAL_RESPONSE };
        let initial = write_initial(name, self.documents.media_type(), document);
        Self { initial: Some(initial), ..self }
    }

    /// Returns the bytes of the frames.
    pub(crate) fn into_bytes(self) -> ByteStream {
        ByteStream::new(Encoded(self))
    }

    /// Returns the next frame. The stream ends after an error.
    pub(crate) fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame, BoxError>>> {
        if let Some(frame) = self.initial.take() {
            return Poll::Ready(Some(Ok(frame)));
        }
        if self.ended {
            return Poll::Ready(None);
        }
        let item = ready!(self.events.as_mut().poll_next(cx));
        self.ended = !matches!(item, Some(Ok(_)));
        Poll::Ready(match item {
            None => None,
            Some(Ok(event)) => Some(self.frame(&*event)),
            Some(Err(Some(error))) => Some(Ok(write_unmodeled(&error))),
            // Internal errors of servers are not sent.
            Some(Err(None)) if self.side == Side::Server => {
                let message = "The event stream failed".to_owned();
                Some(Ok(write_unmodeled(&Unhandled::new("InternalFailure", Some(message)))))
            }
            Some(Err(None)) => Some(Err("the source of events failed".into())),
        })
    }

    fn frame(&mut self, event: &dyn Reflect) -> Result<Frame, BoxError> {
        // Clients validate events, as they validate inputs.
        let mut found = Violations::default();
        if self.side == Side::Client {
            check(event, &mut found);
        }
        let frame =
            if found.is_empty() { write_event(event, self.documents).map_err(Into::into) } else { Err(found.into()) };
        self.ended = frame.as_ref().map_or(true, |frame| frame.text(":message-type") == Some("exception"));
        frame
    }
}

/// Frames as bytes.
struct Encoded(Writer);

impl Stream for Encoded {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let limits = Limits::of(self.0.side, Limits::MOST);
        self.0.poll_frame(cx).map(|frame| frame.map(|frame| Ok(frame?.encode(limits)?)))
    }
}
