//! What a newer service may answer: enum values and union variants that the model lacks.
//!
//! Decoding makes them; of enums, so does `or_unknown`, which never hides a value that the model lists. What servers get is
//! checked, so none of these reaches an implementation.

use std::fmt;

/// A string enum's value that the model lacks, from a message or from `or_unknown`. Clients send it on where
/// `Config::unlisted_enum_values` says so.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(pub(crate) Box<str>);

/// An integer enum's value that the model lacks, from a message or from `or_unknown`. Clients send it on where
/// `Config::unlisted_enum_values` says so.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownNumber(pub(crate) i32);

/// The name of a union's variant that the model lacks. Its value is not kept, so it cannot be sent on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownVariant(pub(crate) Box<str>);

impl UnknownValue {
    #[doc(hidden)]
    pub fn filled(value: &str, _: crate::reflect::Fill) -> Self {
        Self(value.into())
    }

    /// The value as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Without the value: the enum may be sensitive.
impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnknownValue(..)")
    }
}

/// Without the value: the enum may be sensitive.
impl fmt::Debug for UnknownNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnknownNumber(..)")
    }
}

impl UnknownNumber {
    #[doc(hidden)]
    pub fn filled(value: i32, _: crate::reflect::Fill) -> Self {
        Self(value)
    }

    /// The value as it came.
    pub fn get(self) -> i32 {
        self.0
    }
}

impl UnknownVariant {
    #[doc(hidden)]
    pub fn filled(name: &str, _: crate::reflect::Fill) -> Self {
        Self(name.into())
    }

    /// The variant's name; empty where the message named none.
    pub fn name(&self) -> &str {
        &self.0
    }
}
