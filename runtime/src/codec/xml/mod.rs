//! XML of `aws.protocols#restXml`, and of responses of the query protocols. `quick-xml` reads events; this module
//! interprets them.
//!
//! Members are elements, or attributes of their structure's element. Documents with a DTD are rejected, so entities are
//! never expanded; nesting is limited. Null in a sparse list is an element with `xsi:nil`. Documents are written as
//! JSON text.

mod error_head;
mod events;
mod read;
mod write;

use std::borrow::Cow;

use super::Strictness;
use crate::schema::{Bindings, Member, TimestampFormat};

pub use error_head::{ErrorHead, error_head};
pub use read::{Place, read, read_value};
pub use write::{Document, Element, Unwritable, write};

/// Settings of a protocol and side.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Which members of a message are in the body.
    pub bindings: Bindings,
    /// How readers treat values that do not match the schema exactly.
    pub strictness: Strictness,
}

/// Whether XML documents may have the character (XML 1.0, section 2.2).
pub(crate) fn is_character(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The text, with replacement characters for what XML documents may not have.
#[cfg(feature = "server")]
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_character) {
        return Cow::Borrowed(text);
    }
    text.replace(|character| !is_character(character), "\u{fffd}").into()
}

/// The element or attribute of a member of a structure or union.
fn name_of(member: &Member) -> &'static str {
    member.xml_name.unwrap_or(member.name)
}

fn format_of(member: &Member) -> TimestampFormat {
    member.timestamp_format.or(member.target.timestamp_format).unwrap_or(TimestampFormat::DateTime)
}

const XSI: (&str, &str) = ("http://www.w3.org/2001/XMLSchema-instance", "xsi");
