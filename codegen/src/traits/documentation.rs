//! What is said about shapes (spec: "Documentation traits").

use std::sync::Arc;

use super::read::{FromNode, Named, Placed, optional, syntax};
use crate::model::{Invalid, Node, Trait};

/// `@deprecated`: it should not be used any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Deprecated {
    /// Why, or what to use instead.
    pub message: Option<Arc<str>>,
    /// The version, or the date, since when.
    pub since: Option<Arc<str>>,
}

impl Trait for Deprecated {
    const ID: &'static str = "smithy.api#deprecated";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { message: optional(node, "message")?, since: optional(node, "since")? })
    }
}

/// `@externalDocumentation`: names of pages, and their addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct ExternalDocumentation(pub Named<Arc<str>>);

impl Trait for ExternalDocumentation {
    const ID: &'static str = "smithy.api#externalDocumentation";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let pages = Named::<Placed<Arc<str>>>::from_node(node)?;
        if let Some((name, page)) = pages.iter().find(|(_, page)| !is_url(&page.value)) {
            let problem = format!(
                "Each externalDocumentation value must be a valid URL. Found \"{}\" for name \"{name}\"",
                page.value
            );
            return Err(syntax(page.span, problem));
        }
        Ok(Self(pages.into_iter().map(|(name, page)| (name, page.value)).collect()))
    }
}

/// Whether the text begins as a URL of a scheme that documentation is found by.
fn is_url(text: &str) -> bool {
    const SCHEMES: [&str; 6] = ["http", "https", "ftp", "file", "jar", "mailto"];
    text.split_once(':').is_some_and(|(scheme, _)| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// `@tags`: groups that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Tags(pub Vec<Arc<str>>);

impl Trait for Tags {
    const ID: &'static str = "smithy.api#tags";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

super::documents! {
    /// `@examples`: inputs of an operation and what they lead to.
    Examples = "smithy.api#examples"
}

super::texts! {
    /// `@documentation`: what it is, as Markdown.
    Documentation = "smithy.api#documentation"
    /// `@title`: a name that people read.
    Title = "smithy.api#title"
}

super::markers! {
    /// `@internal`: not for customers.
    Internal = "smithy.api#internal"
    /// `@sensitive`: never shown.
    Sensitive = "smithy.api#sensitive" => Member | Shape: "sensitive"
    /// `@unstable`: may change.
    Unstable = "smithy.api#unstable"
}

#[cfg(test)]
mod tests {
    use super::{Deprecated, ExternalDocumentation};
    use crate::model::{Breaks, Trait};
    use crate::traits::testing::node;

    #[test]
    fn a_deprecation_keeps_its_message_and_version() {
        let read = Deprecated::read(&node(r#"{"message": "use B", "since": "2.0"}"#)).expect("valid");
        assert_eq!((read.message.as_deref(), read.since.as_deref()), (Some("use B"), Some("2.0")));
    }

    #[test]
    fn external_documentation_is_at_urls() {
        assert!(ExternalDocumentation::read(&node(r#"{"a": "https://example.com"}"#)).is_ok());
        let error = ExternalDocumentation::read(&node(r#"{"a": "nowhere"}"#)).expect_err("no URL");
        assert_eq!(error.breaks, Breaks::Syntax);
    }
}
