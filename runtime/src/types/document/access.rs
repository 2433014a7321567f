//! Access to the parts of a document, by the names of `serde_json::Value`.

use std::collections::BTreeMap;
use std::ops;

use super::{Document, Number};

/// Index into a document: a key of an object, or a position in an array.
pub trait DocumentIndex: private::Sealed {
    #[doc(hidden)]
    fn of<'a>(&self, document: &'a Document) -> Option<&'a Document>;

    #[doc(hidden)]
    fn of_mut<'a>(&self, document: &'a mut Document) -> Option<&'a mut Document>;
}

mod private {
    pub trait Sealed {}
    impl Sealed for str {}
    impl Sealed for String {}
    impl Sealed for usize {}
    impl<T: Sealed + ?Sized> Sealed for &T {}
}

impl DocumentIndex for str {
    fn of<'a>(&self, document: &'a Document) -> Option<&'a Document> {
        document.as_object()?.get(self)
    }

    fn of_mut<'a>(&self, document: &'a mut Document) -> Option<&'a mut Document> {
        document.as_object_mut()?.get_mut(self)
    }
}

impl DocumentIndex for String {
    fn of<'a>(&self, document: &'a Document) -> Option<&'a Document> {
        self.as_str().of(document)
    }

    fn of_mut<'a>(&self, document: &'a mut Document) -> Option<&'a mut Document> {
        self.as_str().of_mut(document)
    }
}

impl DocumentIndex for usize {
    fn of<'a>(&self, document: &'a Document) -> Option<&'a Document> {
        document.as_array()?.get(*self)
    }

    fn of_mut<'a>(&self, document: &'a mut Document) -> Option<&'a mut Document> {
        document.as_array_mut()?.get_mut(*self)
    }
}

impl<T: DocumentIndex + ?Sized> DocumentIndex for &T {
    fn of<'a>(&self, document: &'a Document) -> Option<&'a Document> {
        (**self).of(document)
    }

    fn of_mut<'a>(&self, document: &'a mut Document) -> Option<&'a mut Document> {
        (**self).of_mut(document)
    }
}

impl Document {
    /// Returns whether the document is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns the value, if it is `true` or `false`.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// Returns the number, if it is one.
    pub fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// Returns the integer, if it is one in the range of `i64`.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number().and_then(Number::as_i64)
    }

    /// Returns the integer, if it is one in the range of `u64`.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number().and_then(Number::as_u64)
    }

    /// Returns the float that is nearest to the number, if it is one.
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number().map(Number::to_f64)
    }

    /// Returns the text, if it is a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// Returns the elements, if it is an array.
    pub fn as_array(&self) -> Option<&Vec<Self>> {
        if let Self::Array(elements) = self { Some(elements) } else { None }
    }

    /// Returns the elements, if it is an array.
    pub fn as_array_mut(&mut self) -> Option<&mut Vec<Self>> {
        if let Self::Array(elements) = self { Some(elements) } else { None }
    }

    /// Returns the entries, if it is an object.
    pub fn as_object(&self) -> Option<&BTreeMap<String, Self>> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    /// Returns the entries, if it is an object.
    pub fn as_object_mut(&mut self) -> Option<&mut BTreeMap<String, Self>> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    /// Returns the value of a key of an object, or the element at a position in an array. `None` if there is none, and
    /// for other documents.
    pub fn get(&self, position: impl DocumentIndex) -> Option<&Self> {
        position.of(self)
    }

    /// Returns the value of a key of an object, or the element at a position in an array, as [`get`](Self::get) does.
    pub fn get_mut(&mut self, position: impl DocumentIndex) -> Option<&mut Self> {
        position.of_mut(self)
    }
}

/// The same as [`get`](Document::get), and [`Document::Null`] if there is no such value.
impl<T: DocumentIndex> ops::Index<T> for Document {
    type Output = Self;

    fn index(&self, position: T) -> &Self {
        const NULL: &Document = &Document::Null;
        position.of(self).unwrap_or(NULL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_key_and_index() {
        let mut document: Document =
            [("steps", Document::from_iter([1, -2])), ("name", "run".into())].into_iter().collect();
        assert_eq!(document["steps"][0].as_u64(), Some(1));
        assert_eq!((document["steps"][1].as_i64(), document["steps"][1].as_u64()), (Some(-2), None));
        assert_eq!(document.get(String::from("name")).and_then(Document::as_str), Some("run"));
        assert!(document["name"]["steps"][7].is_null() && document.get(0).is_none());
        *document.get_mut("name").expect("a name") = Document::from(None::<bool>);
        assert!(document["name"].is_null());
        assert_eq!(Document::from(u64::MAX).as_i64(), None);
        assert_eq!(Document::from(1.5).as_f64(), Some(1.5));
    }
}
