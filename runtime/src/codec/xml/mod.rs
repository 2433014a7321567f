//! XML as `aws.protocols#restXml` and the answers of the query protocols have it. `quick-xml` cuts documents into events; what
//! they mean stands here.
//!
//! Members are elements, or attributes of their structure's element. Documents with a DTD are refused, so no entity is ever
//! expanded; nesting is bounded. XML has no null: a null in a sparse list is an element with `xsi:nil`. Nor has it documents:
//! one is written as JSON text.

mod error_head;
mod events;
mod read;
mod write;

use super::Strictness;
use crate::schema::{Bindings, Member, TimestampFormat};

pub use error_head::{ErrorHead, error_head};
pub use read::{Place, read, read_value};
pub use write::{Document, Element, Unwritable, write};

/// What differs between protocols and sides.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Which members stand in the body, at the top of a message.
    pub bindings: Bindings,
    /// How readers treat what the schema does not define.
    pub strictness: Strictness,
}

/// The element or attribute of a member of a structure or union.
fn name_of(member: &Member) -> &'static str {
    member.xml_name.unwrap_or(member.name)
}

fn format_of(member: &Member) -> TimestampFormat {
    member.timestamp_format.or(member.target.timestamp_format).unwrap_or(TimestampFormat::DateTime)
}

const XSI: (&str, &str) = ("http://www.w3.org/2001/XMLSchema-instance", "xsi");
