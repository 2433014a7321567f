//! Shared parts of the protocols with HTTP bindings: everything except the format of documents.

#[cfg(all(feature = "client-core", feature = "rest"))]
mod client;
mod json;
#[cfg(feature = "server")]
mod server;

use bytes::Bytes;

#[cfg(all(feature = "client-core", feature = "rest"))]
pub(super) use client::ClientFormat;
pub(super) use json::JsonFormat;
#[cfg(feature = "server")]
pub(super) use server::ServerFormat;

use super::Protocol;
use crate::codec::Unwritable;
use crate::codec::{self, Strictness, buffer};
use crate::constraint::{Constraint, Violation};
use crate::event_stream::{Documents, EventFormat, Initial};
use crate::memory::Reading;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{Binding, Bindings, Kind, Member, OperationSchema, Schema, ServiceSchema};
use crate::streaming;
use crate::types::Blob;
use crate::value::apply_default;

const FILL: Fill = Fill::VALUE;

/// The kind of a message, and how strictly it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MessageKind {
    /// A request that a client writes.
    Request,
    /// A request that a server reads.
    StrictRequest,
    /// A response.
    Response,
    /// A response whose only body member is the document itself (spec: `@s3UnwrappedXmlOutput`).
    UnwrappedResponse,
}

impl MessageKind {
    pub(super) fn bindings(self) -> Bindings {
        match self {
            Self::Request | Self::StrictRequest => Bindings::Request,
            Self::Response | Self::UnwrappedResponse => Bindings::Response,
        }
    }

    fn of_response(operation: &OperationSchema) -> Self {
        if operation.unwrapped_output { Self::UnwrappedResponse } else { Self::Response }
    }

    pub(super) fn strictness(self) -> Strictness {
        if self == Self::StrictRequest { Strictness::Strict } else { Strictness::Lenient }
    }
}

/// Form of payloads that are text or bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PayloadForm {
    /// The text or bytes, with a media type of their own.
    Raw,
    /// A document.
    Document,
}

/// A format of documents in bodies.
pub(super) trait Format: Send + Sync + 'static {
    /// Media type of documents.
    const MEDIA_TYPE: &'static str;

    /// Body of a request whose structure payload is absent; empty if such a request has no body.
    const UNSET: &'static [u8];

    /// Whether a response without body members still has a document.
    const WRITES_EMPTY: bool;

    /// Form of payloads that are text or bytes.
    const PAYLOADS: PayloadForm = PayloadForm::Raw;

    /// Format of documents in events.
    const EVENTS: &'static dyn Documents;

    /// Whether a body is the value null of the format. Null is an absent value, unless it is a document.
    fn is_null(_: &[u8]) -> bool {
        false
    }

    /// Appends the body members.
    fn write(
        out: &mut Vec<u8>,
        service: &'static ServiceSchema,
        kind: MessageKind,
        shape: &dyn Reflect,
    ) -> Result<(), Unwritable>;

    /// Appends a payload that is not raw.
    fn write_payload(
        out: &mut Vec<u8>,
        service: &'static ServiceSchema,
        member: &'static Member,
        value: Ref<'_>,
    ) -> Result<(), Unwritable>;

    /// Fills the body members. An empty body is an empty document.
    fn read(body: &[u8], kind: MessageKind, shape: &mut dyn Reflect, reading: &mut Reading)
    -> Result<(), codec::Error>;

    /// Fills a payload that is not raw.
    fn read_payload(
        body: &[u8],
        kind: MessageKind,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), codec::Error>;
}

/// A protocol with HTTP bindings, and documents of the format `F`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest<F>(pub(super) F);

/// Content of a body.
enum Body {
    /// Nothing.
    Empty,
    /// The value of the member bound by `@httpPayload`.
    Payload(usize, &'static Member),
    /// The stream of this member: it is sent and received elsewhere.
    Stream,
    /// A document of the members that are bound to nothing else.
    Document,
}

fn body_of<F: Format>(schema: &'static Schema, bindings: Bindings) -> Body {
    let members = schema.members;
    if streaming::member(schema).is_some() {
        return Body::Stream;
    }
    match members.iter().position(|member| member.traits.binding == Binding::Payload) {
        Some(index) => Body::Payload(index, &members[index]),
        // Only an operation without any output sends nothing.
        None if F::WRITES_EMPTY && bindings == Bindings::Response && !schema.is_unit() => Body::Document,
        None if members.iter().any(|member| member.in_body(bindings)) => Body::Document,
        None => Body::Empty,
    }
}

/// Whether a payload is text or bytes, and not a document.
fn is_raw<F: Format>(member: &Member) -> bool {
    F::PAYLOADS == PayloadForm::Raw && matches!(member.target.kind, Kind::String | Kind::Enum | Kind::Blob)
}

/// The media type of a payload.
fn payload_type<F: Format>(member: &Member) -> &'static str {
    match member.target.kind {
        _ if !is_raw::<F>(member) => F::MEDIA_TYPE,
        Kind::String | Kind::Enum => member.target.texts.media_type().unwrap_or("text/plain"),
        Kind::Blob => member.target.texts.media_type().unwrap_or("application/octet-stream"),
        _ => F::MEDIA_TYPE,
    }
}

/// The body of a message, and its media type.
fn write_body<F: Format>(
    service: &'static ServiceSchema,
    shape: &dyn Reflect,
    kind: MessageKind,
) -> Result<(Bytes, Option<&'static str>), Unwritable> {
    let mut body = Bytes::new();
    let mut content_type = Some(F::MEDIA_TYPE);
    match body_of::<F>(shape.schema(), kind.bindings()) {
        // Responses always have the content type of documents.
        Body::Empty if kind == MessageKind::Response && !shape.schema().is_unit() => {}
        Body::Empty | Body::Stream => content_type = None,
        Body::Document => body = buffer::try_written(|out| F::write(out, service, kind, shape))?,
        Body::Payload(index, member) => match shape.get(index) {
            // A request for a structure payload always has a document.
            Ref::Absent
                if member.target.kind == Kind::Structure && kind == MessageKind::Request && !F::UNSET.is_empty() =>
            {
                body = Bytes::from_static(F::UNSET);
            }
            Ref::Absent => content_type = None,
            Ref::Str(text) if is_raw::<F>(member) => {
                return Ok((text.to_owned().into(), Some(payload_type::<F>(member))));
            }
            Ref::Blob(bytes) if is_raw::<F>(member) => {
                return Ok((bytes.to_vec().into(), Some(payload_type::<F>(member))));
            }
            value => body = buffer::try_written(|out| F::write_payload(out, service, member, value))?,
        },
    }
    Ok((body, content_type))
}

/// Fills the members of a body.
fn read_body<F: Format>(
    shape: &mut dyn Reflect,
    body: &Bytes,
    kind: MessageKind,
    reading: &mut Reading,
) -> Result<(), codec::Error> {
    match body_of::<F>(shape.schema(), kind.bindings()) {
        Body::Empty | Body::Stream => Ok(()),
        Body::Document => F::read(body, kind, shape, reading),
        // The structure is absent.
        Body::Payload(_, member) if is_unset::<F>(member, body, kind) => Ok(()),
        Body::Payload(index, member) if is_absent::<F>(member, body) => {
            if member.traits.default.is_some() && !is_raw::<F>(member) {
                apply_default(shape, index);
            } else if member.required {
                reading.push(Violation::new(Constraint::Required).in_member(member.name));
            }
            Ok(())
        }
        Body::Payload(index, member) if !is_raw::<F>(member) => {
            F::read_payload(body, kind, member, shape.slot(index, FILL), reading)
        }
        Body::Payload(index, member) => {
            let text = || {
                std::str::from_utf8(body).map_err(|_| codec::Error::message(member.name, "the payload is not UTF-8"))
            };
            match shape.slot(index, FILL) {
                Slot::Blob(place) => *place = Blob::from(body.clone()),
                Slot::Str(place) => text()?.clone_into(place),
                Slot::Enum(place) => place.set(text()?, FILL),
                slot => F::read_payload(body, kind, member, slot, reading)?,
            }
            Ok(())
        }
    }
}

/// Whether there is no payload. Text and bytes of length zero have an empty body, too, so that an empty body is a value
/// if there must be one.
fn is_absent<F: Format>(member: &Member, body: &Bytes) -> bool {
    if is_raw::<F>(member) {
        let may_be_empty = matches!(member.target.kind, Kind::String | Kind::Blob);
        return body.is_empty() && !(member.required && may_be_empty);
    }
    body.is_empty() || (member.target.kind != Kind::Document && F::is_null(body))
}

/// Whether a payload is what clients send for an absent structure.
fn is_unset<F: Format>(member: &Member, body: &Bytes, kind: MessageKind) -> bool {
    !member.required
        && member.target.kind == Kind::Structure
        && kind.bindings() == Bindings::Request
        && body == F::UNSET
}

impl<F: Format> Protocol for Rest<F> {
    fn events(&self) -> Option<EventFormat> {
        Some(EventFormat::new(F::EVENTS, Initial::Head))
    }
}

#[cfg(all(test, feature = "server"))]
mod tests {
    use bytes::Bytes;

    use super::is_absent;
    use crate::protocol::rest_json::Json;
    use crate::schema::{Member, prelude};

    #[test]
    fn an_empty_body_is_a_payload_if_there_must_be_one() {
        let payload = |schema| Member::new("body", r#","body":"#, schema).payload();
        for schema in [&prelude::BLOB, &prelude::STRING] {
            assert!(!is_absent::<Json>(&payload(schema).required(), &Bytes::new()));
            assert!(is_absent::<Json>(&payload(schema), &Bytes::new()));
        }
        assert!(is_absent::<Json>(&payload(&prelude::DOCUMENT).required(), &Bytes::new()));
    }
}
