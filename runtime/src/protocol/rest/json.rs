//! JSON documents of the protocols with HTTP bindings.

use super::{Format, MessageKind, PayloadForm};
use crate::codec;
use crate::codec::Unwritable;
use crate::codec::json::{self, Settings};
use crate::event_stream::{self, Documents};
use crate::memory::Reading;
use crate::reflect::{Ref, Reflect, Slot};
use crate::schema::{Member, ServiceSchema};

/// A format of JSON documents.
pub(in crate::protocol) trait JsonFormat: Send + Sync + 'static {
    /// Settings of documents in events. Bindings and strictness of bodies depend on the message.
    const DOCUMENTS: Settings;

    /// Form of payloads that are text or bytes.
    const PAYLOADS: PayloadForm;
}

fn settings<J: JsonFormat>(kind: MessageKind) -> Settings {
    Settings { bindings: kind.bindings(), strictness: kind.strictness(), ..J::DOCUMENTS }
}

impl<J: JsonFormat> Format for J {
    const MEDIA_TYPE: &'static str = "application/json";
    const UNSET: &'static [u8] = b"{}";
    const WRITES_EMPTY: bool = true;
    const PAYLOADS: PayloadForm = J::PAYLOADS;
    const EVENTS: &'static dyn Documents = &event_stream::Json(J::DOCUMENTS);

    fn is_null(body: &[u8]) -> bool {
        json::is_null(body)
    }

    fn write(
        out: &mut Vec<u8>,
        _: &'static ServiceSchema,
        kind: MessageKind,
        shape: &dyn Reflect,
    ) -> Result<(), Unwritable> {
        json::write(out, settings::<J>(kind), shape);
        Ok(())
    }

    fn write_payload(
        out: &mut Vec<u8>,
        _: &'static ServiceSchema,
        member: &'static Member,
        value: Ref<'_>,
    ) -> Result<(), Unwritable> {
        json::write_value(out, settings::<J>(MessageKind::Response), member, value);
        Ok(())
    }

    fn read(
        body: &[u8],
        kind: MessageKind,
        shape: &mut dyn Reflect,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        let settings = settings::<J>(kind);
        // Some peers send null where there is no input or output.
        if json::is_null(body) && !shape.schema().members.iter().any(|member| member.in_body(settings.bindings)) {
            return Ok(());
        }
        json::read(if body.is_empty() { b"{}" } else { body }, settings, shape, reading)
    }

    fn read_payload(
        body: &[u8],
        kind: MessageKind,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), codec::Error> {
        if let Slot::Document(place) = slot {
            *place = json::read_document_within(body, reading).map_err(|error| error.below(member.name))?;
            return Ok(());
        }
        json::read_value(body, settings::<J>(kind), member, slot, reading)
    }
}
