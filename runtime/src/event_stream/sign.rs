//! Signed envelopes: each frame of a client is the payload of another frame, whose signature covers it and the previous
//! signature (AWS Signature Version 4, `AWS4-HMAC-SHA256-PAYLOAD`).

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::SystemTime;

use bytes::Bytes;
use futures_core::Stream;

use super::Side;
use super::frame::{Frame, Header, Limits};
use super::send::Writer;
use crate::sigv4::{Chain, Stamp};
use crate::types::{BoxError, ByteStream};

/// Signs frames in order.
pub(crate) struct Signer {
    /// Continues the signature of the request.
    chain: Chain,
    /// The service's time.
    now: Box<dyn Fn() -> SystemTime + Send>,
}

impl Signer {
    /// Always `Some` with the feature `events`.
    #[allow(clippy::unnecessary_wraps, reason = "without the feature, there is none")]
    pub(crate) fn new(chain: Chain, now: Box<dyn Fn() -> SystemTime + Send>) -> Option<Self> {
        Some(Self { chain, now })
    }

    /// Returns the events in envelopes, followed by an empty envelope.
    pub(crate) fn sign(self, events: Writer) -> ByteStream {
        ByteStream::new(Signed { signer: self, events: Some(events) })
    }

    /// Returns the envelope of a frame, or the empty one.
    fn envelope(&mut self, frame: Option<&Frame>) -> Result<Frame, BoxError> {
        let payload = match frame {
            Some(frame) => frame.encode(Limits::of(Side::Client, Limits::MOST))?,
            None => Bytes::new(),
        };
        let time = Stamp::of((self.now)());
        let date = (super::DATE.to_owned(), Header::Timestamp(time.seconds() * 1000));
        let mut envelope = Frame { headers: vec![date], payload };
        let signature = self.chain.sign_event(time, &envelope.encode_headers()?, &envelope.payload);
        envelope.headers.push((super::SIGNATURE.to_owned(), Header::Bytes(Bytes::copy_from_slice(&signature))));
        Ok(envelope)
    }
}

/// Frames in envelopes, as bytes.
struct Signed {
    signer: Signer,
    /// `None` after the last envelope.
    events: Option<Writer>,
}

impl Stream for Signed {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(events) = &mut self.events else { return Poll::Ready(None) };
        let frame = ready!(events.poll_frame(cx)).transpose();
        if !matches!(frame, Ok(Some(_))) {
            self.events = None;
        }
        let envelope = frame.and_then(|frame| self.signer.envelope(frame.as_ref()));
        Poll::Ready(Some(envelope.and_then(|envelope| Ok(envelope.encode(Limits::of(Side::Client, Limits::MOST))?))))
    }
}
