//! Access to lists and maps without their static types. Functions of the traits are compiled for each type, so there
//! are few; those of the trait objects are compiled once.

use std::any::Any;

use crate::reflect::{Fill, Ref, Slot};

/// A borrowed list.
#[allow(clippy::len_without_is_empty, reason = "it is a function of the trait object")]
pub trait ListRef: Any {
    /// Number of elements.
    fn len(&self) -> usize;
    /// Returns the element at `index`, or [`Ref::Absent`] for null.
    fn get(&self, index: usize) -> Ref<'_>;
}

impl dyn ListRef {
    /// Returns whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A borrowed map.
#[allow(clippy::len_without_is_empty, reason = "it is a function of the trait object")]
pub trait MapRef: Any {
    /// Number of entries.
    fn len(&self) -> usize;
    /// Calls `visit` for each entry in the order of keys, until it returns `false`.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, Ref<'a>) -> bool);
}

impl dyn MapRef {
    /// Returns whether the map is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A list to fill. It may contain elements: a reader of a complete list clears it first, a reader of a flattened list
/// adds to it.
pub trait ListSlot: Any {
    /// Removes all elements.
    fn clear(&mut self, fill: Fill);
    /// Adds a blank element and returns its slot.
    fn push(&mut self, fill: Fill) -> Slot<'_>;
    /// Number of bytes that adding the next element allocates.
    fn push_cost(&self) -> usize;
}

impl dyn ListSlot {
    /// Adds a blank element, which represents null in a sparse list.
    pub(crate) fn push_blank(&mut self) {
        self.push(Fill::BLANK);
    }
}

/// A map to fill. It may contain entries, as a [`ListSlot`] may contain elements.
pub trait MapSlot: Any {
    /// Removes all entries.
    fn clear(&mut self, fill: Fill);
    /// Adds a blank entry and returns the slot of its value. Replaces an entry with the same key.
    fn insert(&mut self, key: &str, fill: Fill) -> Slot<'_>;
    /// Number of bytes that inserting the next entry allocates, without the text of its key.
    fn insert_cost(&self) -> usize;
}

impl dyn MapSlot {
    /// Adds a blank entry, which represents null in a sparse map.
    pub(crate) fn insert_blank(&mut self, key: &str) {
        self.insert(key, Fill::BLANK);
    }
}
