//! Members that distinguish null from an absent value.

use crate::reflect::{Absent, Fill, Ref, Slot, Value};

/// A value or null, for members with `alloy#nullable`: the type of an optional member is `Option<Nullable<T>>`, where
/// `None` is an absent member and `Some(Nullable::Null)` is null.
///
/// Setters accept values, which are not null. To set null, pass it to the setter that replaces the member:
/// `set_note(Some(Nullable::Null))`.
///
/// The null of a document is written as null, too: `Nullable::Value(Document::Null)` is read as `Nullable::Null`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// Null.
    #[default]
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Returns whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns the value, borrowed.
    pub fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }

    /// Returns the value, if it is not null.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }
}

/// `None` is null.
impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl<T: Value> Value for Nullable<T> {
    type Access = Absent;

    fn get(&self) -> Ref<'_> {
        match self {
            Self::Null => Ref::Null,
            Self::Value(value) => value.get(),
        }
    }

    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        if fill.is_null() {
            *self = Self::Null;
        } else if self.is_null() {
            *self = Self::Value(T::blank(fill));
        }
        match self {
            Self::Null => Slot::Ignore,
            Self::Value(value) => value.slot(fill),
        }
    }

    fn blank(_: Fill) -> Self {
        Self::Null
    }
}

#[cfg(test)]
mod tests {
    use super::Nullable;

    #[test]
    fn null_is_no_value() {
        let note = Nullable::Value("salt".to_owned());
        assert_eq!((note.is_null(), note.as_ref().value()), (false, Some(&"salt".to_owned())));
        assert_eq!(Nullable::<i32>::default().value(), None);
        assert_eq!((Nullable::from(Some(1)), Nullable::from(None::<i32>)), (Nullable::Value(1), Nullable::Null));
    }
}
