//! Codecs: bytes to values and back, each written once over schema and reflection.

pub mod cbor;
mod error;
pub mod json;
mod members;
#[cfg(any(feature = "client", feature = "server"))]
pub mod query;
pub(crate) mod text;
pub mod xml;

pub use error::Error;

/// How a reader treats what the schema does not define.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// As a client reads: unknown members, enum values and union variants are skipped or kept, numbers are converted where
    /// that loses nothing.
    Lenient,
    /// As a server reads: values that are not exactly of the schema's types are errors.
    Strict,
}

impl Strictness {
    pub(crate) fn is_strict(self) -> bool {
        self == Self::Strict
    }
}

/// Maximum nesting depth of a body.
pub(crate) const MAX_DEPTH: u32 = 128;
