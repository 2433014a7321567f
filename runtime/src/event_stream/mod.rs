//! Event streams (spec: "Event streams"; `application/vnd.amazon.eventstream`): unions to frames and back, on both sides.
//!
//! [`frame`] knows bytes, [`event`] knows what frames mean, [`receive`] and [`send`] make streams of it, and [`sign`] signs
//! what a client sends. How documents in events are written is the protocol's; which HTTP message they are in is not known here.
//!
//! A server takes signed frames out of their envelopes, and does not verify the signatures: as with requests, that is the
//! work of a layer in front of it, which knows the keys.

mod documents;
mod event;
mod frame;
mod receive;
mod send;
#[cfg(feature = "client")]
mod sign;

#[cfg(test)]
mod tests;

pub(crate) use documents::{Cbor, Json, Xml};
pub(crate) use event::{read_event, write_event};
#[cfg(feature = "conformance")]
pub(crate) use frame::Header;
pub(crate) use frame::{Frame, FrameError, Limits};
pub(crate) use receive::{Frames, Reader};
pub(crate) use send::Writer;
#[cfg(feature = "client")]
pub(crate) use sign::{CONTENT_SHA256, Signer};

use crate::codec::xml::Unwritable;
use crate::codec::{Error, Strictness};
use crate::constraint::Violations;
use crate::reflect::{Ref, Slot};
use crate::schema::Member;

/// The media type of event streams.
pub(crate) const MEDIA_TYPE: &str = "application/vnd.amazon.eventstream";

/// The events that carry what stands before the first event, where the protocol has no other place for it.
pub(crate) const INITIAL_REQUEST: &str = "initial-request";
pub(crate) const INITIAL_RESPONSE: &str = "initial-response";

/// How a protocol has its events.
#[derive(Clone, Copy)]
pub(crate) struct EventFormat {
    /// How documents in events are written.
    pub(crate) documents: &'static dyn Documents,
    /// Where the other members of input and output stand.
    pub(crate) initial: Initial,
}

/// Where the members of an input or output stand that are not the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Initial {
    /// In the message's head.
    Head,
    /// In the payload of the first frame. Messages without events have this media type.
    Frame(&'static str),
}

/// Side that reads or writes. Servers validate what they read, clients do not.
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
pub(crate) trait Documents: Send + Sync {
    fn media_type(&self) -> &'static str;

    /// Appends the value of a member.
    ///
    /// # Errors
    /// If the format has no place for the value.
    fn write(&self, out: &mut Vec<u8>, member: &'static Member, value: Ref<'_>) -> Result<(), Unwritable>;

    /// Fills a member; no bytes are an empty structure. The paths of what is missing begin with the member.
    fn read(
        &self,
        bytes: &[u8],
        side: Side,
        member: &'static Member,
        slot: Slot<'_>,
        missing: &mut Violations,
    ) -> Result<(), Error>;
}
