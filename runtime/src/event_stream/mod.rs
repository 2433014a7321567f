//! Event streams (spec: "Event streams"; `application/vnd.amazon.eventstream`): conversion between unions and frames,
//! for both sides.
//!
//! [`frame`] encodes frames, [`event`] interprets them, [`receive`] and [`send`] provide streams, `sign` signs events
//! of clients, and `verify` verifies those that servers receive. Protocols define the format of documents in events.
//! Independent of HTTP messages.
//!
//! Servers verify signed frames if they verify requests, and unwrap them otherwise.

mod documents;
#[cfg(feature = "events")]
mod event;
#[cfg(feature = "events")]
mod format;
#[cfg(not(feature = "events"))]
#[path = "format/off.rs"]
mod format;
#[cfg(feature = "events")]
mod frame;
#[cfg(feature = "events")]
mod receive;
#[cfg(feature = "events")]
mod send;
#[cfg(all(feature = "client-core", feature = "events", feature = "sigv4", any(feature = "client", feature = "sha2")))]
mod sign;
#[cfg(all(feature = "server", feature = "sigv4"))]
mod verify;

#[cfg(all(feature = "events", test))]
mod tests;

#[cfg(feature = "cbor")]
pub(crate) use documents::Cbor;
pub(crate) use documents::Json;
#[cfg(feature = "xml")]
#[cfg_attr(not(feature = "rest"), allow(unused_imports, reason = "restXml uses it"))]
pub(crate) use documents::Xml;
#[cfg(feature = "events")]
pub(crate) use event::{read_event, write_event};
pub(crate) use format::EventFormat;
#[cfg(all(not(feature = "events"), feature = "sigv4", any(feature = "client", feature = "sha2")))]
pub(crate) use format::Signer;
#[cfg(not(feature = "events"))]
pub(crate) use format::{Frames, Signatures, Writer, starts_with_frame};
#[cfg(feature = "conformance")]
pub(crate) use frame::Header;
#[cfg(feature = "events")]
pub(crate) use frame::{Frame, FrameError, Limits};
#[cfg(feature = "server")]
pub(crate) use receive::EventCheck;
#[cfg(all(feature = "client-core", feature = "events"))]
pub(crate) use receive::starts_with_frame;
#[cfg(feature = "events")]
pub(crate) use receive::{Frames, Reader, Signatures};
#[cfg(feature = "events")]
pub(crate) use send::Writer;
#[cfg(all(
    feature = "client-core",
    feature = "events",
    feature = "sigv4",
    any(feature = "client", feature = "sha2")
))]
pub(crate) use sign::Signer;

use crate::codec::{Error, Strictness, Unwritable};
use crate::memory::Reading;
use crate::reflect::{Ref, Slot};
use crate::schema::Member;

/// Media type of event streams.
pub(crate) const MEDIA_TYPE: &str = "application/vnd.amazon.eventstream";

/// Header of an envelope with the time of its signature.
#[cfg(all(feature = "events", feature = "sigv4", any(feature = "client", feature = "sha2")))]
const DATE: &str = ":date";
/// Header of an envelope with its signature.
#[cfg(feature = "events")]
const SIGNATURE: &str = ":chunk-signature";

/// Names of the initial messages, for protocols that send the other members in an event.
pub(crate) const INITIAL_REQUEST: &str = "initial-request";
pub(crate) const INITIAL_RESPONSE: &str = "initial-response";

/// Location of the members of an input or output that are not the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Initial {
    /// Head of the HTTP message.
    Head,
    /// Payload of the first frame. Messages without events have this media type.
    Frame(&'static str),
}

/// Side that reads or writes. Servers validate the values that they read, clients do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Client,
    Server,
}

impl Side {
    /// How the side reads documents.
    fn strictness(self) -> Strictness {
        if self == Self::Server { Strictness::Strict } else { Strictness::Lenient }
    }
}

/// Documents in events: values of structures and unions.
#[cfg_attr(not(feature = "events"), allow(dead_code, reason = "there are no events"))]
pub(crate) trait Documents: Send + Sync {
    fn media_type(&self) -> &'static str;

    /// Appends the value of a member.
    ///
    /// # Errors
    /// If the format cannot represent the value.
    fn write(&self, out: &mut Vec<u8>, member: &'static Member, value: Ref<'_>) -> Result<(), Unwritable>;

    /// Fills a member. Empty bytes are an empty structure. Paths of missing members start with the member.
    fn read(
        &self,
        bytes: &[u8],
        side: Side,
        member: &'static Member,
        slot: Slot<'_>,
        reading: &mut Reading,
    ) -> Result<(), Error>;

    /// Returns the message of an error without a schema.
    fn error_message(&self, bytes: &[u8]) -> Option<String>;
}
