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

/// How deep a body may be nested. Deeper ones are refused before they cost more stack.
pub(crate) const MAX_DEPTH: u32 = 128;
