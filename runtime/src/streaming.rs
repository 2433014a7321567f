//! What of a message is a stream: taken from a structure and sent beside its head, and put there from what comes.
//!
//! Protocols write and read all the rest, and see no body where the body is a stream.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue};

use crate::event_stream::{self, EventFormat, Frames, Initial, Limits, Reader, Side, Writer};
use crate::http_binding::InvalidInput;
use crate::protocol::Protocol;
use crate::reflect::{Fill, Reflect, StreamSlot};
use crate::schema::{Binding, Kind, Member, OperationSchema, Schema};
use crate::types::{BoxError, ByteStream};

const FILL: Fill = Fill(());

/// The media type of streams that say nothing else of themselves.
const OCTET_STREAM: &str = "application/octet-stream";

/// What is to be sent.
pub(crate) enum Outgoing {
    Bytes(ByteStream),
    Events(Writer),
}

impl Outgoing {
    /// The same once more, where it can be read twice.
    #[cfg(feature = "client")]
    pub(crate) fn try_clone(&self) -> Option<Self> {
        if let Self::Bytes(stream) = self { stream.try_clone().map(Self::Bytes) } else { None }
    }

    /// The bytes of a body.
    #[cfg(feature = "server")]
    pub(crate) fn into_bytes(self) -> ByteStream {
        match self {
            Self::Bytes(stream) => stream,
            Self::Events(events) => events.into_bytes(),
        }
    }
}

/// What comes.
pub(crate) enum Incoming {
    Bytes(ByteStream),
    Events(Frames, EventFormat),
}

/// The member of an input or output that is the body's stream.
pub(crate) fn member(schema: &'static Schema) -> Option<&'static Member> {
    schema.members.iter().find(|member| is_stream(member))
}

/// Whether a member of an input or output is the body's stream.
pub(crate) fn is_stream(member: &Member) -> bool {
    is_events(member) || (member.target.streaming && member.binding == Binding::Payload)
}

/// Whether the body's stream is one of events.
pub(crate) fn is_events(member: &Member) -> bool {
    member.target.streaming && member.target.kind == Kind::Union
}

/// The media type of a stream.
pub(crate) fn media_type(member: &Member) -> &'static str {
    if is_events(member) { event_stream::MEDIA_TYPE } else { member.target.media_type.unwrap_or(OCTET_STREAM) }
}

/// Whether the protocol carries the operation's streams. Only protocols with HTTP bindings have a place for bytes.
pub(crate) fn check(protocol: &dyn Protocol, operation: &OperationSchema) -> Result<(), InvalidInput> {
    for member in [operation.input, operation.output].into_iter().filter_map(member) {
        let format = protocol.events();
        match format {
            None if is_events(member) => {
                return Err(InvalidInput {
                    member: member.name,
                    reason: "is a stream of events, which the protocol lacks",
                });
            }
            _ if !is_events(member) && format.is_none_or(|format| format.initial != Initial::Head) => {
                return Err(InvalidInput {
                    member: member.name,
                    reason: "is a stream of bytes, which the protocol lacks",
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Takes the stream to be sent, and says in the head what it is. `body` is what the protocol wrote of the other members. None
/// where the message has no stream.
pub(crate) fn take(
    protocol: &dyn Protocol,
    side: Side,
    shape: &mut dyn Reflect,
    headers: &mut HeaderMap,
    body: &Bytes,
) -> Result<Option<Outgoing>, InvalidInput> {
    let Some(member) = member(shape.schema()) else { return Ok(None) };
    match (shape.stream(FILL), protocol.events()) {
        (Some(StreamSlot::Bytes(place)), _) => {
            let stream = std::mem::take(place);
            describe(member, &stream, headers)?;
            Ok(Some(Outgoing::Bytes(stream)))
        }
        (Some(StreamSlot::Events(place)), Some(format)) => {
            let mut writer = Writer::new(place.take(FILL), format.documents, side);
            if format.initial != Initial::Head {
                writer = writer.behind(body.clone());
            }
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(event_stream::MEDIA_TYPE));
            headers.remove(CONTENT_LENGTH);
            Ok(Some(Outgoing::Events(writer)))
        }
        _ => Ok(None),
    }
}

/// Says in the head what a stream of bytes is.
fn describe(member: &'static Member, stream: &ByteStream, headers: &mut HeaderMap) -> Result<(), InvalidInput> {
    if member.target.requires_length && stream.length().is_none() {
        return Err(InvalidInput { member: member.name, reason: "must be a stream whose length is known" });
    }
    if stream.length() != Some(0) {
        headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static(media_type(member)));
    }
    if let Some(length) = stream.length() {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Ok(())
}

/// Why what comes cannot be read.
pub(crate) enum NotOpened {
    Broken(BoxError),
    /// What must stand before the first event did not come in time.
    TooSlow,
}

/// Begins to read what comes. Gives what the protocol has to read of the other members besides the head. Events have at most
/// `limit` bytes of payload.
///
/// Where other members stand before the first event, they are waited for as long as `patience` says. If none of them is
/// required, the stream is opened without them then; if there are none at all, at once (spec: "Initial messages").
pub(crate) async fn open(
    protocol: &dyn Protocol,
    side: Side,
    member: &Member,
    schema: &'static Schema,
    stream: ByteStream,
    (limit, patience): (usize, Duration),
) -> Result<(Bytes, Incoming), NotOpened> {
    let Some(format) = protocol.events().filter(|_| is_events(member)) else {
        return Ok((Bytes::new(), Incoming::Bytes(stream)));
    };
    let mut frames = Frames::new(stream, Limits::of(side, limit));
    let has_others = schema.members.iter().any(|other| !is_stream(other));
    let needs_others = schema.members.iter().any(|other| !is_stream(other) && other.required);
    let mut body = Bytes::new();
    if format.initial != Initial::Head && has_others {
        let name = if side == Side::Server { event_stream::INITIAL_REQUEST } else { event_stream::INITIAL_RESPONSE };
        let initial = match in_time(patience, frames.initial(name)).await {
            Some(initial) => initial.map_err(NotOpened::Broken)?,
            None if needs_others => return Err(NotOpened::TooSlow),
            None => None,
        };
        body = initial.map(|frame| frame.payload).unwrap_or_default();
    }
    Ok((body, Incoming::Events(frames, format)))
}

/// What the future comes to, if it does so in time.
pub(crate) async fn in_time<T>(limit: Duration, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    // Mostly all is there already: that takes no timer.
    if let Poll::Ready(result) = poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx))).await {
        return Some(result);
    }
    if tokio::runtime::Handle::try_current().is_err() {
        // Somebody else's runtime: there is no clock to ask.
        return Some(future.await);
    }
    tokio::time::timeout(limit, future).await.ok()
}

/// Puts what comes in the place of the structure's stream.
pub(crate) fn put(side: Side, shape: &mut dyn Reflect, incoming: Incoming) {
    match (shape.stream(FILL), incoming) {
        (Some(StreamSlot::Bytes(place)), Incoming::Bytes(stream)) => *place = stream,
        (Some(StreamSlot::Events(place)), Incoming::Events(frames, format)) => {
            place.fill(Box::new(Reader { frames, documents: format.documents, side }), FILL);
        }
        _ => {}
    }
}
