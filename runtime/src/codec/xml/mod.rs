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

use std::borrow::Cow;

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
