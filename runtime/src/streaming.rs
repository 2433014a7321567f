//! Streams in messages: moved out of structures that are sent, and into structures that are received.
//!
//! Protocols read and write the other members. For them, a body that is a stream is empty.

#[cfg(feature = "server")]
use std::future::{Future, poll_fn};
#[cfg(feature = "server")]
use std::pin::Pin;
use std::pin::pin;
#[cfg(feature = "server")]
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue};

use crate::event_stream::{self, EventFormat, Frames, Initial, Side, Signatures, Writer};
use crate::http_binding::InvalidMember;
use crate::memory::MemoryLimit;
#[cfg(feature = "server")]
use crate::memory::Share;
use crate::reflect::{Fill, Reflect, Slot};
use crate::schema::{Binding, Member, OperationSchema, Schema};
use crate::types::{BoxError, ByteStream};

const FILL: Fill = Fill::VALUE;

/// Default media type of streams.
const OCTET_STREAM: &str = "application/octet-stream";

/// A stream to send.
pub(crate) enum Outgoing {
    Bytes(ByteStream),
    Events(Writer),
}

impl Outgoing {
    /// A copy, if the stream can be read twice.
    #[cfg(feature = "client-core")]
    pub(crate) fn try_clone(&self) -> Option<Self> {
        if let Self::Bytes(stream) = self { stream.try_clone().map(Self::Bytes) } else { None }
    }

    /// The stream as the bytes of a body.
    #[cfg(feature = "server")]
    pub(crate) fn into_bytes(self) -> ByteStream {
        match self {
            Self::Bytes(stream) => stream,
            Self::Events(events) => events.into_bytes(),
        }
    }
}

/// A stream that is received.
#[allow(clippy::large_enum_variant, reason = "there is one for each message")]
pub(crate) enum Incoming {
    Bytes(ByteStream),
    Events(Frames, EventFormat),
}

impl Incoming {
    /// Also checks each event.
    #[cfg(feature = "server")]
    pub(crate) fn checked(self, check: event_stream::EventCheck) -> Self {
        match self {
            Self::Events(frames, format) => Self::Events(frames.checked(check), format),
            bytes @ Self::Bytes(_) => bytes,
        }
    }
}

/// The stream member of an input or output.
pub(crate) fn member(schema: &'static Schema) -> Option<&'static Member> {
    schema.members.iter().find(|member| is_stream(member))
}

/// Returns the slot of the stream of a structure. It has no value and no slot for values, because it is sent and
/// received separately.
pub(crate) fn slot(shape: &mut dyn Reflect) -> Slot<'_> {
    match shape.schema().members.iter().position(is_stream) {
        Some(member) => shape.slot(member, Fill::STREAM),
        None => Slot::Ignore,
    }
}

/// Whether a member of an input or output is a stream.
pub(crate) fn is_stream(member: &Member) -> bool {
    member.is_events() || (member.target.streaming && member.traits.binding == Binding::Payload)
}

/// The media type of a stream.
pub(crate) fn media_type(member: &Member) -> &'static str {
    if member.is_events() { event_stream::MEDIA_TYPE } else { member.target.texts.media_type().unwrap_or(OCTET_STREAM) }
}

/// Checks that a protocol with this event format supports the operation's streams. Only protocols with HTTP bindings
/// support byte streams.
pub(crate) fn check(format: Option<EventFormat>, operation: &OperationSchema) -> Result<(), InvalidMember> {
    for member in [operation.input, operation.output].into_iter().filter_map(member) {
        match format {
            None if member.is_events() => {
                return Err(InvalidMember {
                    member: member.name,
                    reason: "is an event stream, which the protocol does not support",
                });
            }
            _ if !member.is_events() && format.is_none_or(|format| format.initial != Initial::Head) => {
                return Err(InvalidMember {
                    member: member.name,
                    reason: "is a byte stream, which the protocol does not support",
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Takes the stream out of a structure that is sent, and adds its content type and length to the headers. `body`
/// contains the other members. `None` if the message has no stream.
pub(crate) fn take(
    format: Option<EventFormat>,
    side: Side,
    shape: &mut dyn Reflect,
    headers: &mut HeaderMap,
    body: &Bytes,
) -> Result<Option<Outgoing>, InvalidMember> {
    let Some(member) = member(shape.schema()) else { return Ok(None) };
    match (slot(shape), format) {
        (Slot::Bytes(place), _) => {
            let stream = std::mem::take(place);
            Ok(Some(Outgoing::Bytes(describe(shape.schema(), member, stream, headers)?)))
        }
        (Slot::Events(place), Some(format)) => {
            let writer = format.writer(place.take(FILL), side, body);
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(event_stream::MEDIA_TYPE));
            headers.remove(CONTENT_LENGTH);
            Ok(writer.map(Outgoing::Events))
        }
        _ => Ok(None),
    }
}

/// Adds the content type and length of a byte stream to the headers. If another member states the length of a stream
/// whose length is unknown, returns the stream with that length.
fn describe(
    schema: &'static Schema,
    member: &'static Member,
    mut stream: ByteStream,
    headers: &mut HeaderMap,
) -> Result<ByteStream, InvalidMember> {
    let invalid = |reason| InvalidMember { member: member.name, reason };
    if stream.length().is_none()
        && let Some(stated) = headers.get(CONTENT_LENGTH)
    {
        let Some(length) = stated.to_str().ok().and_then(|text| text.parse().ok()) else {
            let states =
                |other: &&Member| matches!(other.traits.binding, Binding::Header(name) if CONTENT_LENGTH == name);
            let member = schema.members.iter().find(states).unwrap_or(member).name;
            return Err(InvalidMember { member, reason: "is the length of the stream and must be a number of bytes" });
        };
        stream = stream.with_length(length);
    }
    if member.target.requires_length && stream.length().is_none() {
        return Err(invalid("must be a stream of known length"));
    }
    if stream.length() != Some(0) {
        headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static(media_type(member)));
    }
    if let Some(length) = stream.length() {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Ok(stream)
}

/// Error of opening a received stream.
pub(crate) enum OpenError {
    Broken(BoxError),
    /// The initial message was not received within the time limit.
    TooSlow,
}

/// Limits of a received stream.
pub(crate) struct StreamLimits {
    /// Maximum bytes of an event's payload.
    pub(crate) event: usize,
    /// Memory limit of an event.
    pub(crate) memory: MemoryLimit,
    /// Time limit of the initial message.
    pub(crate) initial: Duration,
    /// Memory of all events that are received but not yet used.
    #[cfg(feature = "server")]
    pub(crate) share: Option<Share>,
}

/// Opens a received stream. Returns the body with the other members.
///
/// With `signatures`, each event must be signed, and so must be the end.
///
/// If the other members are in an initial message, waits for it until the time limit. After that, the stream is opened
/// without it, unless one of its members is required (spec: "Initial messages"). Without other members, the stream is
/// opened immediately.
pub(crate) async fn open(
    format: Option<EventFormat>,
    side: Side,
    member: &Member,
    schema: &'static Schema,
    stream: ByteStream,
    limits: StreamLimits,
    signatures: Option<Box<dyn Signatures>>,
) -> Result<(Bytes, Incoming), OpenError> {
    let Some(format) = format.filter(|_| member.is_events()) else {
        return Ok((Bytes::new(), Incoming::Bytes(stream)));
    };
    let frames = format.frames(stream, side, (limits.event, limits.memory), signatures);
    let Some(mut frames) = frames else { return Ok((Bytes::new(), Incoming::Bytes(ByteStream::empty()))) };
    #[cfg(feature = "server")]
    {
        frames = frames.sharing(limits.share);
    }
    let has_others = schema.members.iter().any(|other| !is_stream(other));
    let needs_others = schema.members.iter().any(|other| !is_stream(other) && other.required);
    let mut body = Bytes::new();
    if format.initial != Initial::Head && has_others {
        let name = if side == Side::Server { event_stream::INITIAL_REQUEST } else { event_stream::INITIAL_RESPONSE };
        let initial = pin!(frames.initial(name));
        let initial = match side {
            #[cfg(feature = "client-core")]
            Side::Client => crate::time::timeout(limits.initial, initial).await.ok(),
            #[cfg(feature = "server")]
            Side::Server => in_time(limits.initial, initial).await,
            #[cfg(not(all(feature = "client-core", feature = "server")))]
            _ => Some(initial.await),
        };
        let initial = match initial {
            Some(initial) => initial.map_err(OpenError::Broken)?,
            None if needs_others => return Err(OpenError::TooSlow),
            None => None,
        };
        body = initial.unwrap_or_default();
    }
    Ok((body, Incoming::Events(frames, format)))
}

/// Returns the output of the future, or `None` after the time limit, which needs a tokio runtime. For servers: they do
/// not use the timer that the program sets for its clients. The caller pins the future, because one that is passed by
/// value is stored twice.
#[cfg(feature = "server")]
pub(crate) async fn in_time<F: Future>(limit: Duration, mut future: Pin<&mut F>) -> Option<F::Output> {
    // A future that is ready needs no timer.
    if let Poll::Ready(result) = poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx))).await {
        return Some(result);
    }
    if tokio::runtime::Handle::try_current().is_err() {
        // Without a tokio runtime there is no timer.
        return Some(future.await);
    }
    tokio::time::timeout(limit, future).await.ok()
}

/// Moves a received stream into its structure.
pub(crate) fn put(side: Side, shape: &mut dyn Reflect, incoming: Incoming) {
    match (slot(shape), incoming) {
        (Slot::Bytes(place), Incoming::Bytes(stream)) => *place = stream,
        (Slot::Events(place), Incoming::Events(frames, format)) => {
            place.fill(format.source(frames, side), FILL);
        }
        _ => {}
    }
}
