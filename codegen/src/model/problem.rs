//! Problems of the value of a trait. Messages are those of the reference implementation.

use serde::Serialize;

/// Why a node is not a valid value of a trait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "the message names the fields")]
pub enum TraitProblem {
    /// A node has another type.
    #[error("Expected {expected}, but found {found}.")]
    UnexpectedType { expected: &'static str, found: &'static str },
    /// A required member is absent.
    #[error("Missing expected member `{member}`.")]
    MissingMember { member: String },
    /// A string is not one of the known values.
    #[error("Unexpected value `{value}`")]
    UnexpectedValue { value: String },
    /// A number has a fraction, or is too large.
    #[error("Expected a whole number, but found `{found}`.")]
    NotWhole { found: String },
    /// A string is not a shape ID.
    #[error("Invalid shape ID: {text}")]
    ShapeId { text: String },
    /// A part with a syntax of its own is malformed, such as a selector.
    #[error("{error}")]
    Syntax { error: String },
    /// `@length` or `@range` without bounds.
    #[error("One of `min` or `max` must be provided.")]
    Unbounded,
    /// `@enum` without values.
    #[error("enum must have at least one entry")]
    EmptyEnum,
    /// The expression of a condition is not valid.
    #[error("Invalid condition JMESPath expression: `{expression}`. {error}")]
    Condition { expression: String, error: String },
    /// A page of `@externalDocumentation` is not a URL.
    #[error("Each externalDocumentation value must be a valid URL. Found \"{url}\" for name \"{name}\"")]
    Url { name: String, url: String },
    /// `@error` has another value.
    #[error("error trait must be set to client or server, found `{found}`")]
    Fault { found: String },
    /// A kind of change that does not exist.
    #[error("Expected a string containing a valid trait diff type, but found `{found}`")]
    DiffType { found: String },
    /// A JSON pointer does not start with a slash.
    #[error("Expected a string containing a valid JSON pointer: JSON pointer must start with '/': {pointer}")]
    Pointer { pointer: String },
    /// The template of an ARN starts with a slash.
    #[error("The template must not start with '/'. Found `{template}`")]
    ArnTemplate { template: String },
    /// The expectation of an endpoint test has neither member.
    #[error("Expected `endpoint` or `error`.")]
    EndpointExpectation,
    /// A matcher of a waiter has no or several members.
    #[error("Union value must have exactly one value set")]
    MatcherMembers,
    /// A matcher of a waiter has an unknown member.
    #[error("Unexpected matcher `{name}`")]
    Matcher { name: String },
    /// The pattern of a URI or host prefix is malformed.
    #[error("{0}")]
    Uri(UriProblem),
}

/// Why the pattern of a URI or of a host prefix is malformed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "problem", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "the message names the fields")]
pub enum UriProblem {
    /// The query string is empty.
    #[error("URI patterns must not end with '?'. Found {uri}")]
    EmptyQuery { uri: String },
    /// The path is not absolute.
    #[error("URI pattern must start with '/'. Found {uri}")]
    Relative { uri: String },
    /// There is a `#`.
    #[error("URI pattern must not contain a fragment. Found {uri}")]
    Fragment { uri: String },
    /// A label is in the query string.
    #[error("URI labels must not appear in the query string. Found {uri}")]
    QueryLabel { uri: String },
    /// A query parameter is repeated.
    #[error("Literal query parameters must not be repeated: {uri}")]
    RepeatedParameter { uri: String },
    /// A label has no end.
    #[error("Unclosed label found in pattern at: {index}")]
    UnclosedLabel { index: usize },
    /// Two labels of a host prefix have no text between them.
    #[error("Host labels must not be adjacent in a pattern. Found {host}")]
    AdjacentLabels { host: String },
    /// A host prefix has a greedy label.
    #[error("Pattern must not contain a greedy label. Found {host}")]
    GreedyLabel { host: String },
    /// A label has no name.
    #[error("Empty label declaration in pattern at index {index}.")]
    EmptyLabel { index: usize },
    /// The name of a label is not an identifier.
    #[error("Invalid label name in pattern: '{name}' at index {index}. Labels must contain value identifiers.")]
    LabelName { name: String, index: usize },
    /// Two labels have the same name.
    #[error("Label `{name}` is defined more than once in pattern: {pattern}")]
    RepeatedLabel { name: String, pattern: String },
    /// A segment is empty.
    #[error("Segments must not be empty at index {index}")]
    EmptySegment { index: usize },
    /// A literal segment has braces.
    #[error("Literal segments must not contain `{{` or `}}` characters. Found segment `{segment}` at index {index}")]
    Braces { segment: String, index: usize },
}

impl From<UriProblem> for TraitProblem {
    fn from(problem: UriProblem) -> Self {
        Self::Uri(problem)
    }
}
