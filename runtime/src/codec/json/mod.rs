//! JSON. The reader fills values while it parses, and limits depth; the writer appends to a buffer.

mod collections;
mod document;
mod escape;
mod fault;
mod key;
mod leaf;
mod number;
mod parser;
mod read;
mod scan;
mod styled;
mod write;

use super::Strictness;
use crate::schema::{Bindings, Member, TimestampFormat};

/// Whether a body is the value null.
#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) fn is_null(bytes: &[u8]) -> bool {
    bytes.trim_ascii() == b"null"
}

pub use super::error::Error;
#[cfg(any(feature = "client-core", feature = "server", feature = "xml"))]
#[cfg_attr(not(feature = "rest"), allow(unused_imports, reason = "payloads and servers use it"))]
pub(crate) use document::read_document_within;
#[cfg(feature = "client-core")]
pub(crate) use document::read_own;
pub use document::{read_document, write_document};
#[cfg(feature = "jmespath")]
pub(crate) use number::nearest_float;
#[cfg(feature = "serde")]
pub(crate) use read::read_from;
pub use read::{read, read_value};
pub(crate) use write::float_name;
#[cfg(feature = "conformance")]
pub(crate) use write::write_canonical;
pub use write::{write, write_value};

/// Settings of a protocol and side.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Whether to use `@jsonName`.
    pub use_json_name: bool,
    /// Which members of a message are in the body.
    pub bindings: Bindings,
    /// Format of timestamps without `@timestampFormat`.
    pub timestamp_format: TimestampFormat,
    /// How readers handle values that do not match the schema exactly.
    pub strictness: Strictness,
    /// Format of big numbers and timestamps.
    pub dialect: Dialect,
}

/// Format of some leaves, which differs between the two families of protocols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Big numbers are numbers, and `@timestampFormat` is used.
    Aws,
    /// As `Aws`, with the formats of `alloy#discriminated`, `alloy#untagged` and `alloy#jsonUnknown`.
    Alloy,
    /// Big numbers are strings, and `@timestampFormat` is ignored.
    RpcV2,
    /// As `Aws`, but equal big numbers have equal texts.
    #[cfg(feature = "conformance")]
    #[doc(hidden)]
    Canonical,
}

impl Settings {
    /// For bodies that are one document: members have their names in the model, and HTTP bindings are ignored.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) const DOCUMENT: Self = Self {
        use_json_name: false,
        bindings: Bindings::Ignored,
        timestamp_format: TimestampFormat::EpochSeconds,
        strictness: Strictness::Lenient,
        dialect: Dialect::Aws,
    };

    fn format(self, member: &Member) -> TimestampFormat {
        if self.dialect == Dialect::RpcV2 {
            return self.timestamp_format;
        }
        member.traits.timestamp_format.or(member.target.timestamp_format).unwrap_or(self.timestamp_format)
    }
}
