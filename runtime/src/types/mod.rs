//! Types of simple shapes, streams, and values that are not in the model.

mod big;
#[cfg(feature = "bigdecimal")]
mod bigdecimal;
mod blob;
mod byte_stream;
#[cfg(feature = "chrono")]
mod chrono;
mod document;
pub(crate) mod error_shape;
mod event_stream;
#[cfg(feature = "fs")]
mod file;
#[cfg(all(feature = "gzip", any(feature = "client-core", feature = "server")))]
mod gzip;
#[cfg(feature = "jiff")]
mod jiff;
mod nullable;
#[cfg(feature = "num-bigint")]
mod num_bigint;
mod plain;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
mod std_time;
#[cfg(feature = "time")]
mod time;
mod timestamp;
mod unhandled;
mod unknown;

#[cfg(feature = "cbor")]
pub(crate) use big::MAX_ZEROS;
pub(crate) use big::float_text;
pub use big::{BigDecimal, BigInteger, InvalidNumber};
pub(crate) use big::{canonical, compare};
pub use blob::Blob;
pub use byte_stream::{ByteStream, StreamError};
pub use document::{Document, DocumentIndex, Number};
pub use event_stream::{EventError, EventStream};
#[cfg(all(feature = "server", feature = "gzip"))]
pub(crate) use gzip::GzipMembers;
#[cfg(all(feature = "client-core", feature = "gzip"))]
pub(crate) use gzip::compress;
pub use nullable::Nullable;
pub(crate) use plain::{Plain, shortened};
pub use timestamp::{InvalidTimestamp, Timestamp};
pub use unhandled::Unhandled;
#[cfg(feature = "server")]
pub(crate) use unhandled::error_status;
pub use unknown::{UnknownNumber, UnknownValue, UnknownVariant};

/// Any error.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The empty structure `smithy.api#Unit`.
#[derive(Clone, Copy, Default, Eq)]
pub struct Unit;

crate::structure! { Unit: crate::schema::prelude::UNIT {} }

impl std::hash::Hash for Unit {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}
