//! Support for macros of constrained types: texts to compare with, and element-wise conversions of lists and maps.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;

use crate::constraint::Violation;
use crate::reflect::Key;
use crate::schema::{Member, Schema};

/// A text that constrained strings compare with. Newtypes do not implement it, so that values of two newtypes cannot be
/// compared by mistake.
pub trait Text {
    /// Returns the text.
    fn as_text(&self) -> &str;
}

impl Text for str {
    fn as_text(&self) -> &str {
        self
    }
}

impl Text for String {
    fn as_text(&self) -> &str {
        self
    }
}

impl Text for Cow<'_, str> {
    fn as_text(&self) -> &str {
        self
    }
}

impl<T: Text + ?Sized> Text for &T {
    fn as_text(&self) -> &str {
        (**self).as_text()
    }
}

/// Parses a number.
///
/// # Errors
/// If the text is not a number of this type.
pub fn number<T: FromStr>(text: &str) -> Result<T, Violation> {
    text.parse().map_err(|_| Violation::expected("a number in the range of the type"))
}

/// Converts each element.
///
/// # Errors
/// The violation of the first element that cannot be converted; its path begins with the element's index.
pub fn list<T, I>(elements: I) -> Result<Vec<T>, Violation>
where
    I: IntoIterator,
    I::Item: TryInto<T, Error: Into<Violation>>,
{
    let convert =
        |(index, element): (usize, I::Item)| element.try_into().map_err(|error| error.into().in_element(index));
    elements.into_iter().enumerate().map(convert).collect()
}

/// Converts each key and value.
///
/// # Errors
/// The violation of the first entry that cannot be converted. Violations of a key have the path of the map. Sensitive
/// keys are not part of the path.
pub fn map<K, T, A, B>(schema: &Schema, entries: impl IntoIterator<Item = (A, B)>) -> Result<BTreeMap<K, T>, Violation>
where
    K: Key,
    A: TryInto<K, Error: Into<Violation>>,
    B: TryInto<T, Error: Into<Violation>>,
{
    let is_hidden = schema.members.first().is_some_and(Member::is_sensitive);
    let convert = |(key, value): (A, B)| {
        let key: K = key.try_into().map_err(Into::into)?;
        match value.try_into() {
            Ok(value) => Ok((key, value)),
            Err(error) => Err(error.into().in_entry(if is_hidden { "*" } else { key.as_key() })),
        }
    };
    entries.into_iter().map(convert).collect()
}
