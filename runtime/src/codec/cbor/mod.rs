//! CBOR (RFC 8949) for `smithy.protocols#rpcv2Cbor`. `minicbor` reads tokens; this module interprets them.
//!
//! Structures, unions and maps are maps with text keys. Timestamps have tag 1; numbers that do not fit into an integer
//! have tags 2, 3 or 4. Definite and indefinite lengths are accepted. Memory is allocated for bytes that were read,
//! never for a declared length.

mod document;
mod number;
mod read;
mod tokens;
mod write;

pub use document::{read_document, write_document};
pub use read::read;
pub use write::{write, write_error};

/// Tags of RFC 8949, section 3.4.
mod tag {
    pub(super) const EPOCH_SECONDS: u64 = 1;
    pub(super) const POSITIVE: u64 = 2;
    pub(super) const NEGATIVE: u64 = 3;
    pub(super) const DECIMAL: u64 = 4;
}
