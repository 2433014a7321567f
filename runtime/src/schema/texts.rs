//! Texts of traits that few shapes have.

use super::XmlNamespace;

/// A text of a shape, by its index in [`Texts`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Text {
    /// `@mediaType`
    MediaType,
    /// `@xmlName`
    XmlName,
    /// URI of `@xmlNamespace`
    XmlNamespace,
    /// Prefix of `@xmlNamespace`
    XmlPrefix,
    /// Key of `alloy#discriminated`
    UnionKey,
    /// Code of `@awsQueryError`
    QueryCode,
    /// Minimum of `@range` with a fraction, as written in the model
    Min,
    /// Maximum of `@range` with a fraction, as written in the model
    Max,
}

/// Texts in the order of [`Text`].
///
/// They are in one array, because the compiler proves for each reference to a schema that none of its fields can
/// change. That takes time for each field that has a reference, and each type that contains it, but once for an array.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts([Option<&'static str>; 8]);

#[cfg_attr(
    not(all(feature = "client-core", feature = "server", feature = "rest", feature = "xml")),
    allow(dead_code, reason = "some protocols use them")
)]
impl Texts {
    pub(super) const NONE: Self = Self([None; 8]);

    /// Sets a text.
    pub(super) const fn with(self, text: Text, value: &'static str) -> Self {
        self.with_option(text, Some(value))
    }

    /// Sets or removes a text.
    pub(super) const fn with_option(mut self, text: Text, value: Option<&'static str>) -> Self {
        self.0[text as usize] = value;
        self
    }

    pub(crate) fn media_type(&self) -> Option<&'static str> {
        self.get(Text::MediaType)
    }

    pub(crate) fn xml_name(&self) -> Option<&'static str> {
        self.get(Text::XmlName)
    }

    pub(crate) fn xml_namespace(&self) -> Option<XmlNamespace> {
        let prefix = self.get(Text::XmlPrefix);
        self.get(Text::XmlNamespace).map(|uri| XmlNamespace { uri, prefix })
    }

    pub(super) fn union_key(&self) -> Option<&'static str> {
        self.get(Text::UnionKey)
    }

    pub(super) fn query_code(&self) -> Option<&'static str> {
        self.get(Text::QueryCode)
    }

    pub(super) fn min(&self) -> Option<&'static str> {
        self.get(Text::Min)
    }

    pub(super) fn max(&self) -> Option<&'static str> {
        self.get(Text::Max)
    }

    fn get(&self, text: Text) -> Option<&'static str> {
        self.0[text as usize]
    }
}
