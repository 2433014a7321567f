//! CBOR (RFC 8949) as `smithy.protocols#rpcv2Cbor` uses it. `minicbor` cuts bytes into tokens; what they mean stands here.
//!
//! Structures, unions and maps are maps with text keys; timestamps have tag 1, numbers that fit into no integer tag 2, 3
//! or 4. Both definite and indefinite lengths are read. Nothing is allocated on the word of a length: memory grows with what
//! has been read.

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
