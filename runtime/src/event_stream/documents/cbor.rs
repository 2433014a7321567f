//! CBOR in events.

use super::below;
use crate::codec::{self, Error, Unwritable, cbor};
use crate::event_stream::{Documents, Side};
use crate::memory::Reading;
use crate::reflect::{Ref, Slot};
use crate::schema::Member;

/// CBOR maps.
pub(crate) struct Cbor;

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

    fn error_message(&self, bytes: &[u8]) -> Option<String> {
        codec::error_message(&cbor::read_document(bytes).ok()?)
    }
}
