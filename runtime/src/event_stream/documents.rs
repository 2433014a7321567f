//! Documents in events, for each format.

#[cfg(feature = "cbor")]
mod cbor;
#[cfg(feature = "xml")]
mod xml;

#[cfg(feature = "cbor")]
pub(crate) use cbor::Cbor;
#[cfg(feature = "xml")]
pub(crate) use xml::Xml;

use super::{Documents, Side};
use crate::codec::{self, Error, Unwritable, json};
use crate::memory::Reading;
use crate::reflect::{Ref, Slot};
use crate::schema::{Bindings, Member};

/// JSON objects.
pub(crate) struct Json(pub(crate) json::Settings);

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

    fn error_message(&self, bytes: &[u8]) -> Option<String> {
        codec::error_message(&json::read_document(bytes).ok()?)
    }
}

/// Reads a document. Paths of missing members start with the member.
#[cfg(any(feature = "cbor", feature = "xml"))]
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

#[cfg(all(test, feature = "cbor", feature = "xml"))]
mod tests {
    use super::*;
    use crate::types::Document;

    #[test]
    fn each_format_has_messages_of_errors() {
        let mut cbor = Vec::new();
        let error = Document::Object([("message".to_owned(), Document::from("gone"))].into());
        crate::codec::cbor::write_document(&mut cbor, &error);
        let xml = b"<Gone xmlns=\"http://t\"><message>gone</message></Gone>";
        assert_eq!(Cbor.error_message(&cbor).as_deref(), Some("gone"));
        assert_eq!(Xml.error_message(xml).as_deref(), Some("gone"));
        for bytes in [&b""[..], b"<Gone/>", b"{}"] {
            assert_eq!((Cbor.error_message(bytes), Xml.error_message(bytes)), (None, None));
        }
    }
}
