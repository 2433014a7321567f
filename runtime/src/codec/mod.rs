//! Codecs: conversion between bytes and values, by schema and reflection.

#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) mod buffer;
#[cfg(feature = "cbor")]
pub mod cbor;
mod error;
pub mod json;
#[cfg_attr(not(all(feature = "cbor", feature = "xml")), allow(dead_code, reason = "not all formats use all of it"))]
mod members;
#[cfg(all(feature = "xml", any(feature = "client-core", feature = "server")))]
pub mod query;
#[cfg_attr(not(feature = "xml"), allow(dead_code, reason = "not all formats use all of it"))]
pub(crate) mod text;
#[cfg(feature = "xml")]
pub mod xml;

pub use error::{Error, Unwritable};

#[cfg(any(feature = "client-core", feature = "server"))]
use crate::types::Document;

/// Returns the message of an error, by the names that services use.
#[cfg(any(feature = "client-core", feature = "server"))]
pub(crate) fn error_message(error: &Document) -> Option<String> {
    ["message", "Message", "errorMessage"].into_iter().find_map(|name| error.get(name)?.as_str()).map(str::to_owned)
}

/// How readers handle values that do not match the schema exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// For clients: unknown members are skipped, unknown enum values and union variants are kept, and numbers are
    /// converted if this does not change their value.
    Lenient,
    /// For servers: values that do not match the schema exactly are errors.
    Strict,
}

impl Strictness {
    pub(crate) fn is_strict(self) -> bool {
        self == Self::Strict
    }
}

/// Maximum nesting depth of a body.
pub(crate) const MAX_DEPTH: u32 = 128;
