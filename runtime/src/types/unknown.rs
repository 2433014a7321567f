//! Enum values and union variants that are not in the model. Newer services may send them.
//!
//! Codecs create them, as does `or_unknown` of enums, which returns known values as such. Servers validate requests, so
//! implementations do not receive unknown values.

use std::fmt;

use crate::reflect::{Absent, EnumSlot, Fill, Slot, Value};

/// Value of a string enum that is not in the model. Clients send it only if `Config::unlisted_enum_values` allows it.
///
/// It does not implement `Display`, because the enum may be sensitive. Print the enum instead, which hides sensitive
/// values.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(pub(crate) Box<str>);

/// Value of an `intEnum` that is not in the model. Clients send it only if `Config::unlisted_enum_values` allows it.
///
/// Like [`UnknownValue`], it does not implement `Display`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownNumber(pub(crate) i32);

/// Name of a union variant that is not in the model. Its value is not stored, so it cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownVariant(pub(crate) Box<str>);

impl UnknownValue {
    #[doc(hidden)]
    pub fn filled(value: &str, _: Fill) -> Self {
        Self(value.into())
    }

    /// Returns the value.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for UnknownValue {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for UnknownVariant {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Writes the name.
impl fmt::Display for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Omits the value, because the enum may be sensitive.
impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnknownValue(..)")
    }
}

/// Omits the value, because the enum may be sensitive.
impl fmt::Debug for UnknownNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnknownNumber(..)")
    }
}

impl UnknownNumber {
    #[doc(hidden)]
    pub fn filled(value: i32, _: Fill) -> Self {
        Self(value)
    }

    /// Returns the value.
    pub fn get(self) -> i32 {
        self.0
    }
}

impl UnknownVariant {
    #[doc(hidden)]
    pub fn filled(name: &str, _: Fill) -> Self {
        Self(name.into())
    }

    /// Returns the name of the variant. Empty if the message had none.
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// The name is the value of an unknown variant, for reflection.
impl Value for UnknownVariant {
    type Access = Absent;

    fn slot(&mut self, _: Fill) -> Slot<'_> {
        Slot::Enum(self)
    }

    fn blank(fill: Fill) -> Self {
        Self::filled("", fill)
    }
}

impl EnumSlot for UnknownVariant {
    fn set(&mut self, name: &str, fill: Fill) {
        *self = Self::filled(name, fill);
    }
}
