//! XML in events.

use super::below;
use crate::codec::{Error, Strictness, Unwritable, xml};
use crate::event_stream::{Documents, Side};
use crate::memory::Reading;
use crate::reflect::{Ref, Slot};
use crate::schema::{Bindings, Member};

/// XML elements with the names of their shapes.
pub(crate) struct Xml;

impl Documents for Xml {
    fn media_type(&self) -> &'static str {
        "application/xml"
    }

    fn write(&self, out: &mut Vec<u8>, member: &'static Member, value: Ref<'_>) -> Result<(), Unwritable> {
        let Ref::Shape(shape) = value else { return Ok(()) };
        let schema = member.target;
        let element = xml::Element::new(schema.texts.xml_name().unwrap_or(schema.name()), schema.texts.xml_namespace());
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

    fn error_message(&self, bytes: &[u8]) -> Option<String> {
        xml::event_error_message(bytes)
    }
}

const SENT: xml::Settings = xml::Settings { bindings: Bindings::Ignored, strictness: Strictness::Strict };
