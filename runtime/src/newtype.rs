//! Newtypes of constrained shapes: what `constrained!` implements for each of them, and what is written once for all.
//! The fewer functions each has, the faster generated code compiles.

use crate::builder::{IntoPlain, TryFromValue};
use crate::constraint::{Violation, Violations, check_all, check_value};
use crate::reflect::{Access, Fill, Ref, Shape, Slot, TextAccess, Value};

/// A newtype of a constrained shape.
pub trait Newtype: Shape {
    /// Type of its field.
    type Inner: Value;

    /// Returns the field.
    fn inner(&self) -> &Self::Inner;

    /// Returns the field to fill.
    fn inner_mut(&mut self, fill: Fill) -> &mut Self::Inner;
}

/// Access to newtypes.
#[derive(Clone, Copy, Debug)]
pub struct AsNewtype;

impl<T: Newtype> Access<T> for AsNewtype {
    fn get(value: &T) -> Ref<'_> {
        value.inner().get()
    }

    fn slot(value: &mut T, fill: Fill) -> Slot<'_> {
        value.inner_mut(fill).slot(fill)
    }
}

impl<T: Newtype<Inner = String>> TextAccess<T> for AsNewtype {
    fn text(value: &T) -> &str {
        value.inner()
    }

    fn from_text(text: &str, fill: Fill) -> T {
        unchecked(text.to_owned(), fill)
    }
}

fn unchecked<T: Newtype>(value: T::Inner, fill: Fill) -> T {
    let mut new = T::blank(fill);
    *new.inner_mut(fill) = value;
    new
}

/// Converts and checks a value.
///
/// # Errors
/// The first violation. Its path is relative to the value.
#[inline]
pub fn new<T: Newtype>(value: impl Into<T::Inner>) -> Result<T, Violation> {
    let value = value.into();
    check_value(T::shape().schema, value.get())?;
    Ok(unchecked(value, Fill::VALUE))
}

/// Converts the argument of a setter without checking it.
///
/// # Errors
/// If the number is out of range.
#[inline]
pub fn plain<T: Newtype>(value: impl IntoPlain<T::Inner>, fill: Fill) -> Result<T, Violations> {
    value.into_plain().map(|value| unchecked(value, fill)).map_err(Into::into)
}

/// Converts a value outside of setters, and checks all that builders check.
///
/// # Errors
/// If the value has no equivalent in the type, or all violations. Paths are relative to the value.
pub fn converted<T: Newtype + TryFromValue<V>, V>(value: V) -> Result<T, Violations> {
    let value = T::from_unchecked(value, Fill::VALUE)?;
    let mut found = Violations::default();
    check_all(T::shape().schema, value.get(), &mut found);
    let found = found.without_enums();
    if found.is_empty() { Ok(value) } else { Err(found) }
}
