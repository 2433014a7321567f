//! Conversion between events and frames (spec: "Event streams", `@eventHeader`, `@eventPayload`).

use std::any::Any;
use std::fmt;

use bytes::Bytes;

use super::frame::{Frame, Header};
use super::{Documents, Side};
use crate::codec::Error;
use crate::codec::Unwritable;
use crate::constraint::{Constraint, Violation, Violations, check, conversions};
use crate::memory::Reading;
use crate::reflect::{Described, Description, Field, Fill, Ref, Reflect, Slot, Visitor};
use crate::schema::{Member, Schema};
use crate::types::{Blob, EventError, Timestamp, Unhandled};

const FILL: Fill = Fill::VALUE;

const MESSAGE_TYPE: &str = ":message-type";
const CONTENT_TYPE: &str = ":content-type";

/// An event that cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UnwritableEvent {
    Unknown,
    NotAStructure,
    Member(Unwritable),
}

impl fmt::Display for UnwritableEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("the event is an unknown variant"),
            Self::NotAStructure => f.write_str("the event is not a structure"),
            Self::Member(source) => source.fmt(f),
        }
    }
}

impl std::error::Error for UnwritableEvent {}

impl From<Unwritable> for UnwritableEvent {
    fn from(error: Unwritable) -> Self {
        Self::Member(error)
    }
}

/// The frame is not an event of the stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MalformedEvent {
    NoHeader(&'static str),
    MessageType(String),
    Unknown,
    Document(Error),
}

impl fmt::Display for MalformedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHeader(name) => write!(f, "the frame has no string header `{name}`"),
            Self::MessageType(name) => write!(f, "the message type `{name}` is not defined"),
            Self::Unknown => f.write_str("the model does not define the event"),
            Self::Document(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl std::error::Error for MalformedEvent {}

impl From<MalformedEvent> for EventError<()> {
    fn from(error: MalformedEvent) -> Self {
        Self::Malformed(error.into())
    }
}

/// Writes the event of a union. Modeled errors are written as exceptions.
pub(crate) fn write_event(event: &dyn Reflect, documents: &dyn Documents) -> Result<Frame, UnwritableEvent> {
    let mut frame = Err(UnwritableEvent::Unknown);
    event.each(&mut |index, value| {
        let variant = event.schema().members.get(index);
        frame = match (variant, value) {
            (Some(variant), Ref::Shape(shape)) => write_variant(variant, shape, documents),
            _ => Err(UnwritableEvent::NotAStructure),
        };
        false
    });
    frame
}

fn write_variant(
    variant: &'static Member,
    shape: &dyn Reflect,
    documents: &dyn Documents,
) -> Result<Frame, UnwritableEvent> {
    let (kind, name) = if variant.target.error_traits().is_some() {
        ("exception", ":exception-type")
    } else {
        ("event", ":event-type")
    };
    let mut frame = Frame::default().with_text(MESSAGE_TYPE, kind).with_text(name, variant.name);
    let (mut headers, mut payload, mut media_type) = (Vec::new(), Vec::new(), Ok(None));
    let members = shape.schema().members;
    shape.each(&mut |index, value| {
        match members.get(index) {
            Some(member) if member.traits.event_header => {
                headers.extend(to_header(value).map(|value| (member.name.to_owned(), value)));
            }
            Some(member) if member.traits.event_payload => {
                media_type = write_payload(&mut payload, member, value, documents).map(Some);
            }
            _ => {}
        }
        true
    });
    if has_document(shape.schema()) {
        documents.write(&mut payload, variant, Ref::Shape(&Document(shape)))?;
        media_type = Ok(Some(documents.media_type()));
    }
    if let Some(media_type) = media_type? {
        frame = frame.with_text(CONTENT_TYPE, media_type);
    }
    frame.headers.append(&mut headers);
    frame.payload = Bytes::from(payload);
    Ok(frame)
}

/// Whether members that have no binding form a document.
fn has_document(schema: &Schema) -> bool {
    schema.members.iter().any(in_document) && !schema.members.iter().any(|member| member.traits.event_payload)
}

fn in_document(member: &Member) -> bool {
    !member.traits.event_header && !member.traits.event_payload
}

/// Appends the member with `@eventPayload`, and returns its media type.
fn write_payload(
    out: &mut Vec<u8>,
    member: &'static Member,
    value: Ref<'_>,
    documents: &dyn Documents,
) -> Result<&'static str, Unwritable> {
    Ok(match value {
        Ref::Blob(bytes) => {
            out.extend_from_slice(bytes);
            member.target.texts.media_type().unwrap_or("application/octet-stream")
        }
        Ref::Str(text) => {
            out.extend_from_slice(text.as_bytes());
            member.target.texts.media_type().unwrap_or("text/plain")
        }
        value => {
            documents.write(out, member, value)?;
            documents.media_type()
        }
    })
}

fn to_header(value: Ref<'_>) -> Option<Header> {
    Some(match value {
        Ref::Bool(value) => Header::Bool(value),
        Ref::Byte(value) => Header::Byte(value),
        Ref::Short(value) => Header::Short(value),
        Ref::Int(value) => Header::Integer(value),
        Ref::Long(value) => Header::Long(value),
        Ref::Blob(value) => Header::Bytes(Bytes::copy_from_slice(value)),
        Ref::Str(value) => Header::String(value.to_owned()),
        Ref::Timestamp(value) => {
            let millis = i64::from(value.nanoseconds() / 1_000_000);
            Header::Timestamp(value.seconds().saturating_mul(1000).saturating_add(millis))
        }
        _ => return None,
    })
}

/// Members of an event that are in its document.
struct Document<'a>(&'a dyn Reflect);

impl Described for Document<'_> {
    fn describe(&self) -> (Description, Option<&dyn Any>) {
        (Description::of(self.0.schema()), None)
    }
}

impl Reflect for Document<'_> {
    fn fields<'a>(&'a self, visitor: &mut Visitor<'_, 'a>) -> bool {
        let members = self.0.schema().members;
        self.0.fields(&mut Visitor::new(&mut |index, value| {
            !members.get(index).is_some_and(in_document) || visitor.member(index, value)
        }))
    }

    fn field(&mut self, _: usize, _: Fill) -> Option<&mut dyn Field> {
        None
    }
}

/// Fills a blank union with the event of a frame. The names of unknown events are kept.
pub(crate) fn read_event(
    frame: &Frame,
    documents: &dyn Documents,
    side: Side,
    reading: &mut Reading,
    event: &mut dyn Reflect,
) -> Result<(), EventError<()>> {
    let text = |name: &'static str| frame.text(name).ok_or(MalformedEvent::NoHeader(name));
    let members = event.schema().members;
    match text(MESSAGE_TYPE)? {
        "event" => {
            let name = text(":event-type")?;
            match members.iter().position(|member| member.name == name) {
                Some(index) => read_variant(frame, documents, side, reading, event, index),
                // Servers reject unknown events.
                None if side == Side::Server => Err(MalformedEvent::Unknown.into()),
                None => {
                    event.set_unknown(name, FILL);
                    Ok(())
                }
            }
        }
        "exception" => {
            let name = text(":exception-type")?;
            let index = members.iter().position(|member| member.name == name);
            // Some services send the name of the shape instead of the member.
            let index = index.or_else(|| members.iter().position(|member| member.target.name() == name));
            match index {
                Some(index) => read_variant(frame, documents, side, reading, event, index),
                None => {
                    let message = documents.error_message(&frame.payload);
                    let message = message.or_else(|| frame.text(":error-message").map(str::to_owned));
                    Err(EventError::Unmodeled(Unhandled::new(name, message)))
                }
            }
        }
        "error" => {
            let code = frame.text(":error-code").unwrap_or_default();
            let message = frame.text(":error-message").map(str::to_owned);
            Err(EventError::Unmodeled(Unhandled::new(code, message)))
        }
        other => Err(MalformedEvent::MessageType(other.to_owned()).into()),
    }
}

/// Writes the frame of an unmodeled error.
pub(crate) fn write_unmodeled(error: &Unhandled) -> Frame {
    let frame = Frame::default().with_text(MESSAGE_TYPE, "error").with_text(":error-code", error.code());
    if let Some(message) = error.message() { frame.with_text(":error-message", message) } else { frame }
}

/// Writes the frame of an initial message.
pub(crate) fn write_initial(name: &str, media_type: &str, document: Bytes) -> Frame {
    let frame = Frame::default().with_text(MESSAGE_TYPE, "event").with_text(":event-type", name);
    Frame { payload: document, ..frame.with_text(CONTENT_TYPE, media_type) }
}

/// Whether the frame is an initial message.
pub(crate) fn is_initial(frame: &Frame, name: &str) -> bool {
    frame.text(MESSAGE_TYPE) == Some("event") && frame.text(":event-type") == Some(name)
}

fn read_variant(
    frame: &Frame,
    documents: &dyn Documents,
    side: Side,
    reading: &mut Reading,
    event: &mut dyn Reflect,
    index: usize,
) -> Result<(), EventError<()>> {
    let Some(variant) = event.schema().members.get(index) else { return Ok(()) };
    if let Slot::Shape(shape) = event.slot(index, FILL) {
        let read = read_members(frame, documents, side, variant, shape, reading);
        read.map_err(MalformedEvent::Document)?;
    }
    let violations = match side {
        Side::Server => {
            let mut found = Violations::default();
            check(event, &mut found);
            reading.take_missing().joined(found)
        }
        Side::Client => conversions(event.schema(), Ref::Shape(event)),
    };
    if !violations.is_empty() {
        return Err(EventError::Invalid(violations));
    }
    if variant.target.error_traits().is_some() { Err(EventError::Modeled(())) } else { Ok(()) }
}

fn read_members(
    frame: &Frame,
    documents: &dyn Documents,
    side: Side,
    variant: &'static Member,
    shape: &mut dyn Reflect,
    reading: &mut Reading,
) -> Result<(), Error> {
    let members = shape.schema().members;
    if has_document(shape.schema()) {
        // Members in headers are missing in the document. They are checked below.
        let before = reading.take_missing();
        documents.read(&frame.payload, side, variant, Slot::Shape(shape), reading)?;
        let lacking = std::mem::replace(&mut reading.missing, before);
        let is_header = |violation: &Violation| {
            let name = violation.path.rsplit('/').next();
            violation.path.matches('/').count() == 2
                && members.iter().any(|member| member.traits.event_header && Some(member.name) == name)
        };
        for violation in lacking.iter().filter(|violation| !is_header(violation)) {
            reading.push(violation.clone());
        }
    } else {
        for index in 0..members.len() {
            crate::value::apply_default(shape, index);
        }
    }
    for (index, member) in members.iter().enumerate() {
        let is_there = if member.traits.event_header {
            match frame.header(member.name) {
                Some(value) => {
                    let filled = from_header(shape.slot(index, FILL), value);
                    filled.ok_or_else(|| {
                        Error::message(member.name, "the header has another type").below(variant.name)
                    })?;
                    true
                }
                None => false,
            }
        } else if member.traits.event_payload {
            read_payload(frame, documents, side, member, shape.slot(index, FILL), reading)
                .map_err(|error| error.below(variant.name))?;
            true
        } else {
            true
        };
        if !is_there && member.required && side == Side::Server {
            reading.push(Violation::new(Constraint::Required).in_member(member.name).in_member(variant.name));
        }
    }
    Ok(())
}

fn read_payload(
    frame: &Frame,
    documents: &dyn Documents,
    side: Side,
    member: &'static Member,
    slot: Slot<'_>,
    reading: &mut Reading,
) -> Result<(), Error> {
    let text =
        || std::str::from_utf8(&frame.payload).map_err(|_| Error::message(member.name, "the payload is not UTF-8"));
    match slot {
        Slot::Blob(place) => *place = Blob::from(frame.payload.clone()),
        Slot::Str(place) => text()?.clone_into(place),
        Slot::Enum(place) => place.set(text()?, FILL),
        slot => documents.read(&frame.payload, side, member, slot, reading)?,
    }
    Ok(())
}

/// Fills a slot from a header of its type.
fn from_header(slot: Slot<'_>, value: &Header) -> Option<()> {
    match (slot, value) {
        (Slot::Bool(place), Header::Bool(value)) => *place = *value,
        (Slot::Byte(place), Header::Byte(value)) => *place = *value,
        (Slot::Short(place), Header::Short(value)) => *place = *value,
        (Slot::Int(place), Header::Integer(value)) => *place = *value,
        (Slot::IntEnum(place), Header::Integer(value)) => place.set(*value, FILL),
        (Slot::Long(place), Header::Long(value)) => *place = *value,
        (Slot::Blob(place), Header::Bytes(value)) => *place = Blob::from(value.clone()),
        (Slot::Str(place), Header::String(value)) => value.clone_into(place),
        (Slot::Enum(place), Header::String(value)) => place.set(value, FILL),
        (Slot::Timestamp(place), Header::Timestamp(millis)) => {
            // The remainder is between 0 and 999.
            let nanoseconds = u32::try_from(millis.rem_euclid(1000)).ok()? * 1_000_000;
            *place = Timestamp::from_unix(millis.div_euclid(1000), nanoseconds).ok()?;
        }
        _ => return None,
    }
    Some(())
}
