//! XML of `aws.protocols#restXml`, and of responses of the query protocols. `quick-xml` reads events; this module
//! interprets them.
//!
//! Members are elements, or attributes of their structure's element. Documents with a DTD are rejected, so entities are
//! never expanded; nesting is limited. Null in a sparse list is an element with `xsi:nil`. Documents are written as
//! JSON text.

mod elements;
mod error_head;
mod events;
mod read;
mod text;
mod write;

use super::Strictness;
use crate::schema::{Bindings, Member, TimestampFormat};

#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) use error_head::event_error_message;
pub use error_head::{ErrorHead, error_head};
pub use read::{Place, read, read_value, root_name};
#[cfg(feature = "server")]
pub(crate) use text::{check, printable};
pub use write::{Document, Element, write};

/// Settings of a protocol and side.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Which members of a message are in the body.
    pub bindings: Bindings,
    /// How readers handle values that do not match the schema exactly.
    pub strictness: Strictness,
}

/// The element or attribute of a member of a structure or union.
fn name_of(member: &Member) -> &'static str {
    member.traits.xml_name.unwrap_or(member.name)
}

fn format_of(member: &Member) -> TimestampFormat {
    member.traits.timestamp_format.or(member.target.timestamp_format).unwrap_or(TimestampFormat::DateTime)
}

const XSI: (&str, &str) = ("http://www.w3.org/2001/XMLSchema-instance", "xsi");
