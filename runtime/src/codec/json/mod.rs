//! JSON. Reading stands on `serde_json`'s parser, which bounds depth; writing appends to a buffer.

mod collections;
mod document;
mod key;
mod leaf;
mod read;
mod write;

use super::Strictness;
use crate::schema::{Bindings, Member, TimestampFormat};

pub use super::error::Error;
pub use document::{read_document, write_document};
#[cfg(feature = "serde")]
pub(crate) use read::read_from;
pub use read::{read, read_value};
pub(crate) use write::float_name;
#[cfg(feature = "conformance")]
pub(crate) use write::write_canonical;
pub use write::{write, write_value};

/// What differs between protocols and sides.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Whether `@jsonName` counts.
    pub use_json_name: bool,
    /// Which members stand in the body, at the top of a message.
    pub bindings: Bindings,
    /// How timestamps are written where the model does not say.
    pub timestamp_format: TimestampFormat,
    /// How readers treat what the schema does not define.
    pub strictness: Strictness,
    /// How numbers of any size and timestamps are written.
    pub dialect: Dialect,
}

/// Two families of protocols write some leaves in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Big numbers are numbers; `@timestampFormat` counts.
    Aws,
    /// Big numbers are strings; `@timestampFormat` does not count.
    RpcV2,
    /// As `Aws`, but equal big numbers are written as equal texts.
    #[cfg(feature = "conformance")]
    #[doc(hidden)]
    Canonical,
}

impl Settings {
    fn key(self, member: &Member) -> &'static str {
        match member.json_name {
            Some(json) if self.use_json_name => json.key,
            _ => member.json_key,
        }
    }

    fn format(self, member: &Member) -> TimestampFormat {
        if self.dialect == Dialect::RpcV2 {
            return self.timestamp_format;
        }
        member.timestamp_format.or(member.target.timestamp_format).unwrap_or(self.timestamp_format)
    }
}
