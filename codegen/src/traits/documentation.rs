//! Documentation of shapes (spec: "Documentation traits").

use std::sync::Arc;

use super::read::{FromNode, Named, Placed, flag, object, optional, required, syntax};
use crate::model::{Invalid, Node, Trait, TraitProblem};
use crate::source::Span;

/// `@deprecated`
#[derive(Clone, Debug, PartialEq)]
pub struct Deprecated {
    /// Reason, or replacement.
    pub message: Option<Arc<str>>,
    /// Version or date of the deprecation.
    pub since: Option<Arc<str>>,
}

impl Trait for Deprecated {
    const ID: &'static str = "smithy.api#deprecated";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { message: optional(node, "message")?, since: optional(node, "since")? })
    }
}

/// `@externalDocumentation`: links with titles.
#[derive(Clone, Debug, PartialEq)]
pub struct ExternalDocumentation(pub Named<Arc<str>>);

impl Trait for ExternalDocumentation {
    const ID: &'static str = "smithy.api#externalDocumentation";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let pages = Named::<Placed<Arc<str>>>::from_node(node)?;
        if let Some((name, page)) = pages.iter().find(|(_, page)| !is_url(&page.value)) {
            let problem = TraitProblem::Url { name: name.to_string(), url: page.value.to_string() };
            return Err(syntax(page.span, problem));
        }
        Ok(Self(pages.into_iter().map(|(name, page)| (name, page.value)).collect()))
    }
}

/// Whether the text starts like a URL with a scheme for documentation.
fn is_url(text: &str) -> bool {
    const SCHEMES: [&str; 6] = ["http", "https", "ftp", "file", "jar", "mailto"];
    text.split_once(':').is_some_and(|(scheme, _)| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// `@recommended`: a member that should be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommended {
    /// Reason.
    pub reason: Option<Arc<str>>,
}

impl Trait for Recommended {
    const ID: &'static str = "smithy.api#recommended";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { reason: optional(node, "reason")? })
    }
}

/// `@tags`
#[derive(Clone, Debug, PartialEq)]
pub struct Tags(pub Vec<Arc<str>>);

impl Trait for Tags {
    const ID: &'static str = "smithy.api#tags";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

/// `@examples`: calls of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Examples(pub Vec<Example>);

/// A call of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Title.
    pub title: Arc<str>,
    /// Description, as Markdown.
    pub documentation: Option<Arc<str>>,
    /// Input; default: empty.
    pub input: Option<Node>,
    /// Output.
    pub output: Option<Node>,
    /// Error.
    pub error: Option<ExampleError>,
    /// Whether the input may violate constraints.
    pub allow_constraint_errors: bool,
    /// Span of the example.
    pub span: Span,
}

/// The error of an [`Example`].
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleError {
    /// Shape ID of the error.
    pub shape_id: Arc<str>,
    /// Members of the error.
    pub content: Option<Node>,
}

impl FromNode for Example {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            title: required(node, "title")?,
            documentation: optional(node, "documentation")?,
            input: object(node, "input")?,
            output: object(node, "output")?,
            error: optional(node, "error")?,
            allow_constraint_errors: flag(node, "allowConstraintErrors")?,
            span: node.span,
        })
    }
}

impl FromNode for ExampleError {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let shape_id: Option<Arc<str>> = optional(node, "shapeId")?;
        Ok(Self { shape_id: shape_id.unwrap_or_else(|| Arc::from("")), content: object(node, "content")? })
    }
}

impl Trait for Examples {
    const ID: &'static str = "smithy.api#examples";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

super::texts! {
    /// `@documentation`: Markdown.
    Documentation = "smithy.api#documentation"
    /// `@since`: the version or date of the addition.
    Since = "smithy.api#since"
    /// `@title`: a proper name.
    Title = "smithy.api#title"
}

super::markers! {
    /// `@internal`: not part of the public API.
    Internal = "smithy.api#internal"
    /// `@sensitive`: must not be shown or logged.
    Sensitive = "smithy.api#sensitive" => Member | Shape: "sensitive"
    /// `@unstable`: may change.
    Unstable = "smithy.api#unstable"
}

#[cfg(test)]
mod tests {
    use super::{Deprecated, Examples, ExternalDocumentation, Tags};
    use crate::model::{Breaks, Node, Trait};
    use crate::traits::testing::{node, problem};

    #[test]
    fn an_example_has_a_title_and_documents() {
        let text = r#"[{"title": "E", "input": {"a": 1}, "error": {"shapeId": "a#B"}}]"#;
        let Examples(examples) = Examples::read(&node(text)).expect("valid");
        let example = examples.first().expect("there is one");
        assert_eq!(example.input.as_ref().map(Node::to_json).as_deref(), Some(r#"{"a":1}"#));
        assert_eq!(example.error.as_ref().map(|error| &*error.shape_id), Some("a#B"));
        assert!(!example.allow_constraint_errors && example.output.is_none());
        assert_eq!(problem::<Examples>(r#"[{"input": {}}]"#), "Missing expected member `title`.");
        for part in ["input", "output"] {
            let text = format!(r#"[{{"title": "E", "{part}": "x"}}]"#);
            assert_eq!(problem::<Examples>(&text), "Expected object, but found string.");
        }
    }

    #[test]
    fn tags_are_strings() {
        assert_eq!(Tags::read(&node(r#"["a"]"#)), Ok(Tags(vec!["a".into()])));
        assert_eq!(problem::<Tags>("[1]"), "Expected string, but found number.");
    }

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
