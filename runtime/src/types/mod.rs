//! Types that generated code uses for shapes without a type of their own.

mod big;
mod blob;
mod document;
mod timestamp;
mod unknown;

pub use big::{BigDecimal, BigInteger, InvalidNumber};
pub use blob::Blob;
pub use document::{Document, Number};
pub use timestamp::{InvalidTimestamp, Timestamp};
pub use unknown::{UnknownNumber, UnknownValue, UnknownVariant};

/// The empty structure `smithy.api#Unit`.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Unit;

crate::structure! { Unit, crate::schema::prelude::UNIT, }
