//! Documents in events, for each format.

use super::{Documents, Side};
use crate::codec::xml::Unwritable;
use crate::codec::{Error, Strictness, cbor, json, xml};
use crate::memory::Reading;
use crate::reflect::{Ref, Slot};
use crate::schema::{Bindings, Member};

/// JSON objects.
pub(crate) struct Json(pub(crate) json::Settings);

/// CBOR maps.
pub(crate) struct Cbor;

/// XML elements with the names of their shapes.
pub(crate) struct Xml;

impl Documents for Json {
    fn media_type(&self) -> &'static str {
        "application/json"
    }

    fn write(&self, out: &mut Vec<u8>, member: &'static Member, value: Ref<'_>) -> Result<(), Unwritable> {
        json::write_value(out, json::Settings { bindings: Bindings::Ignored, ..self.0 }, member, value);
        Ok(())
    }

    fn read(
        &self,
        bytes: &[u8],
        side: Side,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), Error> {
        let settings = json::Settings { bindings: Bindings::Ignored, strictness: side.strictness(), ..self.0 };
        let bytes = if bytes.is_empty() { b"{}" } else { bytes };
        json::read_value(bytes, settings, member, slot, reading)
    }
}

impl Documents for Cbor {
    fn media_type(&self) -> &'static str {
        "application/cbor"
    }

    fn write(&self, out: &mut Vec<u8>, _: &'static Member, value: Ref<'_>) -> Result<(), Unwritable> {
        if let Ref::Shape(shape) = value {
            cbor::write(out, shape);
        }
        Ok(())
    }

    fn read(
        &self,
        bytes: &[u8],
        side: Side,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), Error> {
        // An empty payload is an empty map.
        let bytes = if bytes.is_empty() { &[0xa0] } else { bytes };
        let Slot::Shape(shape) = slot else { return Ok(()) };
        below(member, reading, |reading| cbor::read(bytes, side.strictness(), shape, reading))
    }
}

impl Documents for Xml {
    fn media_type(&self) -> &'static str {
        "application/xml"
    }

    fn write(&self, out: &mut Vec<u8>, member: &'static Member, value: Ref<'_>) -> Result<(), Unwritable> {
        let Ref::Shape(shape) = value else { return Ok(()) };
        let schema = member.target;
        let element = xml::Element::new(schema.xml_name.unwrap_or(schema.name()), schema.xml_namespace);
        xml::write(out, SENT, element, shape)
    }

    fn read(
        &self,
        bytes: &[u8],
        side: Side,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), Error> {
        let settings = xml::Settings { strictness: side.strictness(), ..SENT };
        let bytes = if bytes.is_empty() { b"<empty/>" } else { bytes };
        let Slot::Shape(shape) = slot else { return Ok(()) };
        below(member, reading, |reading| xml::read(bytes, settings, xml::Place::Root, shape, reading))
    }
}

const SENT: xml::Settings = xml::Settings { bindings: Bindings::Ignored, strictness: Strictness::Strict };

/// Reads a document. Paths of missing members start with the member.
fn below(
    member: &Member,
    reading: &mut Reading,
    read: impl FnOnce(&mut Reading) -> Result<(), Error>,
) -> Result<(), Error> {
    let before = reading.take_missing();
    read(reading).map_err(|error| error.below(member.name))?;
    let found = std::mem::replace(&mut reading.missing, before);
    for violation in &found {
        reading.push(violation.clone().in_member(member.name));
    }
    Ok(())
}
