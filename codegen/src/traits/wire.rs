//! Names and formats on the wire (spec: "Serialization and Protocol traits", "XML bindings").

use std::sync::Arc;

use super::read::{one_of, optional, required};
use super::{Lower, On, text};
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Node, Trait, Traits};

/// `@timestampFormat`: format of timestamps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// RFC 3339, such as `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// The format of HTTP headers, such as `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
    /// Seconds since 1970 as a number.
    EpochSeconds,
}

impl TimestampFormat {
    const ALL: [Self; 3] = [Self::DateTime, Self::HttpDate, Self::EpochSeconds];

    /// Its name in the trait's value.
    pub fn name(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::HttpDate => "http-date",
            Self::EpochSeconds => "epoch-seconds",
        }
    }

    /// The format with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

impl Lower for TimestampFormat {
    const ON: &'static [On] = &[On::Member, On::Shape];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let format = match self {
            Self::DateTime => "schema::TimestampFormat::DateTime",
            Self::HttpDate => "schema::TimestampFormat::HttpDate",
            Self::EpochSeconds => "schema::TimestampFormat::EpochSeconds",
        };
        vec![Setting::new("timestamp_format", [Literal::Runtime(format)])]
    }
}

impl Trait for TimestampFormat {
    const ID: &'static str = "smithy.api#timestampFormat";

    fn read(node: &Node) -> Result<Self, Invalid> {
        one_of(node, Self::ALL, Self::name)
    }
}

/// `@xmlNamespace`
#[derive(Clone, Debug, PartialEq)]
pub struct XmlNamespace {
    /// The namespace.
    pub uri: Arc<str>,
    /// The prefix.
    pub prefix: Option<Arc<str>>,
}

impl Trait for XmlNamespace {
    const ID: &'static str = "smithy.api#xmlNamespace";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { uri: required(node, "uri")?, prefix: optional(node, "prefix")? })
    }
}

impl Lower for XmlNamespace {
    const ON: &'static [On] = &[On::Member, On::Shape, On::Service];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let mut settings = vec![Setting::new("xml_namespace", [text(&self.uri)])];
        settings.extend(self.prefix.as_deref().map(|prefix| Setting::new("xml_prefix", [text(prefix)])));
        settings
    }
}

impl Lower for JsonName {
    const ON: &'static [On] = &[On::Member];

    /// The name, and the name as an encoded JSON key.
    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let key = format!("{}:", serde_json::Value::from(self.as_str()));
        vec![Setting::new("json_name", [text(self.as_str()), Literal::Str(key)])]
    }
}

impl Lower for MediaType {
    const ON: &'static [On] = &[On::Shape];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("media_type", [text(self.as_str())])]
    }
}

impl Lower for XmlName {
    const ON: &'static [On] = &[On::Member, On::Shape];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("xml_name", [text(self.as_str())])]
    }
}

super::texts! {
    /// `@jsonName`: the key in JSON.
    JsonName = "smithy.api#jsonName"
    /// `@mediaType`: media type of a string or blob.
    MediaType = "smithy.api#mediaType"
    /// `@xmlName`: the name of the element or attribute.
    XmlName = "smithy.api#xmlName"
}

super::markers! {
    /// `@xmlAttribute`: the member is an attribute.
    XmlAttribute = "smithy.api#xmlAttribute" => Member: "xml_attribute"
    /// `@xmlFlattened`: elements are not wrapped.
    XmlFlattened = "smithy.api#xmlFlattened" => Member: "xml_flattened"
}

#[cfg(test)]
mod tests {
    use super::{JsonName, TimestampFormat, XmlNamespace};
    use crate::ir::{Literal, Setting};
    use crate::model::{Trait, Traits};
    use crate::traits::Lower;
    use crate::traits::testing::{node, problem};

    #[test]
    fn timestamp_formats_have_names() {
        assert_eq!(TimestampFormat::read(&node(r#""http-date""#)), Ok(TimestampFormat::HttpDate));
        assert_eq!(TimestampFormat::from_name("epoch-seconds"), Some(TimestampFormat::EpochSeconds));
        assert_eq!(problem::<TimestampFormat>(r#""iso""#), "Unexpected value `iso`");
    }

    #[test]
    fn a_namespace_has_a_uri_and_perhaps_a_prefix() {
        let namespace = XmlNamespace::read(&node(r#"{"uri": "urn:a"}"#)).expect("valid");
        let uri = Setting::new("xml_namespace", [Literal::Str("urn:a".into())]);
        assert_eq!(namespace.settings(&Traits::new()), std::slice::from_ref(&uri));
        let namespace = XmlNamespace::read(&node(r#"{"uri": "urn:a", "prefix": "a"}"#)).expect("valid");
        let prefix = Setting::new("xml_prefix", [Literal::Str("a".into())]);
        assert_eq!(namespace.settings(&Traits::new()), [uri, prefix]);
        assert_eq!(problem::<XmlNamespace>(r#"{"prefix": "a"}"#), "Missing expected member `uri`.");
    }

    #[test]
    fn a_json_name_has_an_escaped_key() {
        let name = JsonName::read(&node(r#""a\"b""#)).expect("valid");
        let texts = ["a\"b", r#""a\"b":"#].map(|text| Literal::Str(text.into()));
        assert_eq!(name.settings(&Traits::new()), [Setting::new("json_name", texts)]);
    }
}
