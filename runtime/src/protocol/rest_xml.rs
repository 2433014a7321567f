//! `aws.protocols#restXml`: HTTP bindings, and XML bodies.

#[cfg(all(feature = "client-core", feature = "rest"))]
use bytes::Bytes;

#[cfg(all(feature = "client-core", feature = "rest"))]
use super::client::{ErrorHead, Malformed, Payloads, response};
use super::form;
#[cfg(all(feature = "client-core", feature = "rest"))]
use super::rest::ClientFormat;
#[cfg(feature = "server")]
use super::rest::ServerFormat;
use super::rest::{Format, MessageKind};
#[cfg(feature = "server")]
use super::server::{self, Rejection, Reply, is_media_type};
use crate::codec;
use crate::codec::Unwritable;
use crate::codec::xml::{self, Document, Element, Place};
use crate::event_stream::{self, Documents};
use crate::memory::Reading;
use crate::reflect::{Fill, Ref, Reflect, Slot};
#[cfg(all(feature = "client-core", feature = "rest"))]
use crate::schema::{Binding, Kind, OperationSchema};
use crate::schema::{Bindings, Member, Schema, ServiceSchema};

const FILL: Fill = Fill::VALUE;

/// XML documents in bodies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Xml;

/// The member bound by `@httpPayload`.
#[cfg(all(feature = "client-core", feature = "rest"))]
fn payload(schema: &'static Schema) -> Option<&'static Member> {
    schema.members.iter().find(|member| member.traits.binding == Binding::Payload)
}

fn settings(kind: MessageKind) -> xml::Settings {
    xml::Settings { bindings: kind.bindings(), strictness: kind.strictness() }
}

/// Member of an unwrapped output.
fn unwrapped(schema: &'static Schema) -> Option<(usize, &'static Member)> {
    schema.members.iter().enumerate().find(|(_, member)| member.in_body(Bindings::Response))
}

/// Element of a payload.
fn payload_name(member: &'static Member) -> &'static str {
    member.traits.xml_name.unwrap_or(member.target.xml_root())
}

/// Accepted names of the element `name`. Clients also accept the shape's own name: some services ignore `@xmlName`.
fn accepted(kind: MessageKind, name: &'static str, schema: &'static Schema) -> [&'static str; 2] {
    [name, if kind.strictness().is_strict() { name } else { schema.name() }]
}

impl Format for Xml {
    const MEDIA_TYPE: &'static str = "application/xml";
    const UNSET: &'static [u8] = b"";
    const WRITES_EMPTY: bool = false;
    const EVENTS: &'static dyn Documents = &event_stream::Xml;

    fn write(
        out: &mut Vec<u8>,
        service: &'static ServiceSchema,
        kind: MessageKind,
        shape: &dyn Reflect,
    ) -> Result<(), Unwritable> {
        let schema = shape.schema();
        let namespace = schema.texts.xml_namespace().or(service.xml_namespace);
        if let (MessageKind::UnwrappedResponse, Some((index, member))) = (kind, unwrapped(schema)) {
            let mut document = Document::new(out);
            document.value(schema.xml_root(), namespace, member, shape.get(index));
            return document.finish();
        }
        xml::write(out, settings(kind), Element::new(schema.xml_root(), namespace), shape)
    }

    fn write_payload(
        out: &mut Vec<u8>,
        service: &'static ServiceSchema,
        member: &'static Member,
        value: Ref<'_>,
    ) -> Result<(), Unwritable> {
        let namespace = member.traits.xml_namespace.or(member.target.texts.xml_namespace()).or(service.xml_namespace);
        let mut document = Document::new(out);
        document.value(payload_name(member), namespace, member, value);
        document.finish()
    }

    fn read(
        body: &[u8],
        kind: MessageKind,
        shape: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        if body.is_empty() {
            return xml::read(b"<Empty/>", settings(kind), Place::Root, shape, reading);
        }
        let names = accepted(kind, shape.schema().xml_root(), shape.schema());
        if let (MessageKind::UnwrappedResponse, Some((index, member))) = (kind, unwrapped(shape.schema())) {
            return xml::read_value(body, settings(kind), &names, member, shape.slot(index, FILL), reading);
        }
        xml::read(body, settings(kind), Place::Named(&names), shape, reading)
    }

    fn read_payload(
        body: &[u8],
        kind: MessageKind,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        let names = accepted(kind, payload_name(member), member.target);
        xml::read_value(body, settings(kind), &names, member, slot, reading)
    }
}

#[cfg(all(feature = "client-core", feature = "rest"))]
impl ClientFormat for Xml {
    fn error_head(_: &response::Parts, body: &Bytes) -> ErrorHead {
        form::client::error_head(body)
    }

    fn read_error(body: &Bytes, error: &mut dyn Reflect, reading: &mut Reading) -> Result<(), Malformed> {
        form::client::read_error(settings(MessageKind::Response), body, error, reading)
    }

    fn is_error(operation: &'static OperationSchema, body: &Bytes, payloads: Payloads) -> bool {
        let own = match payload(operation.output) {
            Some(member) if matches!(member.target.kind, Kind::String | Kind::Enum | Kind::Blob) => match payloads {
                Payloads::Data => return false,
                Payloads::DataOrErrors => None,
            },
            Some(member) => Some(payload_name(member)),
            None => Some(operation.output.xml_root()),
        };
        form::client::is_error_document(body, own)
    }
}

#[cfg(feature = "server")]
impl ServerFormat for Xml {
    fn write_error(reply: Reply<'_>, error: &dyn Reflect) -> Result<Vec<u8>, Unwritable> {
        let schema = error.schema();
        let (status, fault) = schema.error_traits().map_or((400, None), |traits| (traits.status, Some(traits.fault)));
        let texts = [("Type", form::server::fault_name(status, fault)), ("Code", schema.name())];
        server::xml_error(reply, settings(MessageKind::Response), error, &texts)
    }

    fn write_rejection(reply: Reply<'_>, rejection: &Rejection) -> Vec<u8> {
        server::xml_rejection(reply, rejection)
    }

    fn is_own(media_type: Option<&str>) -> bool {
        is_media_type(media_type, Self::MEDIA_TYPE) || is_media_type(media_type, "text/xml")
    }
}
