//! What of a message is a stream: taken from a structure and sent beside its head, and put there from what comes.
//!
//! Protocols write and read all the rest, and see no body where the body is a stream.

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue};

use crate::http_binding::InvalidInput;
use crate::reflect::{Fill, Reflect, StreamSlot};
use crate::schema::{Binding, Kind, Member, Schema};
use crate::types::ByteStream;

const FILL: Fill = Fill(());

/// The media type of streams that say nothing else of themselves.
const OCTET_STREAM: &str = "application/octet-stream";

/// The member of an input or output that is the body's stream.
pub(crate) fn member(schema: &'static Schema) -> Option<&'static Member> {
    schema.members.iter().find(|member| is_stream(member))
}

/// Whether a member of an input or output is the body's stream.
pub(crate) fn is_stream(member: &Member) -> bool {
    member.target.streaming && (member.target.kind == Kind::Union || member.binding == Binding::Payload)
}

/// The media type of a stream.
pub(crate) fn media_type(member: &Member) -> &'static str {
    member.target.media_type.unwrap_or(OCTET_STREAM)
}

/// Takes the stream to be sent, and says in the head what it is. None where the message has no stream.
pub(crate) fn take(shape: &mut dyn Reflect, headers: &mut HeaderMap) -> Result<Option<ByteStream>, InvalidInput> {
    let Some(member) = member(shape.schema()) else { return Ok(None) };
    let Some(StreamSlot::Bytes(place)) = shape.stream(FILL) else { return Ok(None) };
    let stream = std::mem::take(place);
    if member.target.requires_length && stream.length().is_none() {
        return Err(InvalidInput { member: member.name, reason: "must be a stream whose length is known" });
    }
    if stream.length() != Some(0) {
        headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static(media_type(member)));
    }
    if let Some(length) = stream.length() {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Ok(Some(stream))
}

/// Puts what comes in the place of the structure's stream.
pub(crate) fn put(shape: &mut dyn Reflect, stream: ByteStream) {
    if let Some(StreamSlot::Bytes(place)) = shape.stream(FILL) {
        *place = stream;
    }
}
