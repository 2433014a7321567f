//! Signed envelopes: each frame of a client is the payload of another frame, whose signature covers it and the previous
//! signature (AWS Signature Version 4, `AWS4-HMAC-SHA256-PAYLOAD`). `aws-sigv4` calculates the signatures.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::SystemTime;

use aws_sigv4::event_stream::{SigningParams, sign_empty_message, sign_message};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::event_stream as aws;
use bytes::Bytes;
use futures_core::Stream;

use super::Side;
use super::frame::{Frame, Header, Limits};
use super::send::Writer;
use crate::types::{BoxError, ByteStream};

/// Payload hash in the signature of the request.
pub(crate) const CONTENT_SHA256: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

/// Signs frames in order.
pub(crate) struct Signer {
    pub(crate) identity: Identity,
    pub(crate) region: String,
    /// Service name in signatures.
    pub(crate) name: &'static str,
    /// Previous signature in hexadecimal digits; initially that of the request.
    pub(crate) previous: String,
    /// The service's time.
    pub(crate) now: Box<dyn Fn() -> SystemTime + Send>,
}

impl Signer {
    /// Returns the events in envelopes, followed by an empty envelope.
    pub(crate) fn sign(self, events: Writer) -> ByteStream {
        ByteStream::new(Signed { signer: self, events: Some(events) })
    }

    /// Returns the envelope of a frame, or the empty one.
    fn envelope(&mut self, frame: Option<&Frame>) -> Result<Frame, BoxError> {
        let params = SigningParams::builder()
            .identity(&self.identity)
            .region(&self.region)
            .name(self.name)
            .time((self.now)())
            .settings(())
            .build()?;
        let signed = match frame {
            Some(frame) => sign_message(&to_message(frame), &self.previous, &params)?,
            None => sign_empty_message(&self.previous, &params)?,
        };
        let (message, signature) = signed.into_parts();
        self.previous = signature;
        Ok(from_message(&message))
    }
}

/// Frames in envelopes, as bytes.
struct Signed {
    signer: Signer,
    /// None after the last envelope.
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

fn to_message(frame: &Frame) -> aws::Message {
    let headers = frame.headers.iter().map(|(name, value)| {
        let value = match value {
            Header::Bool(value) => aws::HeaderValue::Bool(*value),
            Header::Byte(value) => aws::HeaderValue::Byte(*value),
            Header::Short(value) => aws::HeaderValue::Int16(*value),
            Header::Integer(value) => aws::HeaderValue::Int32(*value),
            Header::Long(value) => aws::HeaderValue::Int64(*value),
            Header::Bytes(value) => aws::HeaderValue::ByteArray(value.clone()),
            Header::String(value) => aws::HeaderValue::String(value.clone().into()),
            Header::Timestamp(millis) => aws::HeaderValue::Timestamp(aws_smithy_types::DateTime::from_millis(*millis)),
            Header::Uuid(value) => aws::HeaderValue::Uuid(u128::from_be_bytes(*value)),
        };
        aws::Header::new(name.clone(), value)
    });
    aws::Message::new_from_parts(headers.collect(), frame.payload.clone())
}

/// Frame of an envelope with signature and date.
fn from_message(message: &aws::Message) -> Frame {
    let headers = message.headers().iter().filter_map(|header| {
        let value = match header.value() {
            aws::HeaderValue::ByteArray(value) => Header::Bytes(value.clone()),
            aws::HeaderValue::Timestamp(time) => Header::Timestamp(time.to_millis().ok()?),
            _ => return None,
        };
        Some((header.name().as_str().to_owned(), value))
    });
    Frame { headers: headers.collect(), payload: message.payload().clone() }
}
