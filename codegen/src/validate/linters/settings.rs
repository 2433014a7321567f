//! The `configuration` of a linter. Values of the wrong type are errors.

use crate::diagnostic::Backticked;
use crate::model::graph::{ElementId, Graph};
use crate::model::{Node, Object};
use crate::selector::{Budget, Exhausted, Selector, SelectorError, Variables};
use crate::source::Span;

/// A configuration that a linter cannot use. Messages are those of the reference implementation, and so contain those
/// of their causes.
#[derive(Debug, thiserror::Error)]
pub(super) enum SettingsError {
    #[error("Deserialization error at (/{key}): Expected {expected}, but found {found}")]
    Type { key: String, expected: &'static str, found: &'static str },
    #[error(
        "Deserialization error at (/{key}): unable to create software.amazon.smithy.model.selector.Selector from \
         \"{quoted}\": Unable to deserialize Node using fromNode method: Syntax error at line {line} column {column}, near \
         `{rest}`: {message}; expression: {text}",
        line = error.line, column = error.column, message = error.message
    )]
    Selector { key: String, text: String, quoted: String, rest: String, error: SelectorError },
    #[error(
        "Deserialization error at (/messageTemplate): Syntax error at line {line} column {column} of EmitEachSelector \
         message template: {message}",
        line = .0.line, column = .0.column, message = .0.message
    )]
    Template(SelectorError),
    #[error("The selector `{selector}` uses up the steps that selectors may take together")]
    Expensive { key: &'static str, selector: String },
    #[error("Error parsing `rootShapeSelector`: {0}")]
    RootSelector(SelectorError),
    #[error("Expected an object with possible properties of {known}, but found additional properties: {unknown}")]
    Keys { known: Backticked, unknown: Backticked },
    #[error("selector is required")]
    NoSelector,
    #[error("Deserialization error at (/memberNames): Expected one of `auto`, `lower`, `upper`; found `{0}`.")]
    MemberNames(String),
    #[error("Either verbs or suggestAlternatives must be set when configuring StandardOperationVerb")]
    NoVerbs,
    #[error("Deserialization error at (/additionalPatterns): `{pattern}` is not a regular expression: {error}")]
    Pattern { pattern: String, error: Box<regex_automata::meta::BuildError> },
    #[error("Cannot set 'excludeDefaults' to true and leave 'terms' unspecified.")]
    NoSensitiveTerms,
    #[error("Cannot set 'excludeDefaults' to true and leave 'terms' empty or unspecified.")]
    NoTerms,
    #[error("Invalid empty search terms")]
    EmptyTerm,
    #[error("Invalid spaces in word boundary search: {0}")]
    TermSpaces(String),
    #[error("Invalid non-alphanumeric characters in word boundary search:{0}")]
    TermCharacters(String),
    #[error("Invalid empty pattern")]
    EmptyPattern,
    #[error("Invalid wildcard pattern: *")]
    OnlyWildcard,
    #[error("Invalid inner '*' in wildcard pattern: {0}")]
    InnerWildcard(String),
}

impl SettingsError {
    /// The key whose value is wrong, if it is one value.
    fn key(&self) -> Option<&str> {
        match self {
            Self::Type { key, .. } | Self::Selector { key, .. } => key.split('/').next(),
            Self::Expensive { key, .. } => Some(key),
            Self::Template(_) => Some("messageTemplate"),
            Self::RootSelector(_) => Some("rootShapeSelector"),
            Self::MemberNames(_) => Some("memberNames"),
            Self::Pattern { .. } => Some("additionalPatterns"),
            _ => None,
        }
    }
}

/// Name and configuration of a linter.
pub(super) struct Settings<'m> {
    pub(super) name: &'static str,
    definition: &'m Node,
    configuration: Option<&'m Node>,
    /// That of all linters.
    pub(super) budget: &'m Budget,
}

impl<'m> Settings<'m> {
    /// The settings in an entry of the `validators` metadata.
    pub(super) fn new(name: &'static str, definition: &'m Node, budget: &'m Budget) -> Self {
        Self { name, definition, configuration: definition.get("configuration"), budget }
    }

    /// The span of the configuration, or of the entry.
    pub(super) fn span(&self) -> Span {
        self.configuration.unwrap_or(self.definition).span
    }

    /// The span of the value that is wrong, or of the configuration.
    pub(super) fn place(&self, error: &SettingsError) -> Span {
        let value = error.key().and_then(|key| self.get(key)).map(|node| node.span);
        value.filter(|span| span.is_some()).unwrap_or(self.span())
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'m Node> {
        self.configuration?.get(key)
    }

    /// Reports keys that the linter does not have.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), SettingsError> {
        let keys = self.configuration.and_then(Node::as_object).into_iter().flat_map(Object::keys);
        let unknown: Vec<String> = keys.filter(|key| !known.contains(&&***key)).map(ToString::to_string).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let known = known.iter().map(|key| (*key).to_owned()).collect();
        Err(SettingsError::Keys { known: Backticked(known), unknown: Backticked(unknown) })
    }

    /// A boolean; default: false.
    pub(super) fn flag(&self, key: &str) -> Result<bool, SettingsError> {
        self.read(key, "a boolean", Node::as_bool).map(Option::unwrap_or_default)
    }

    /// A string.
    pub(super) fn text(&self, key: &str) -> Result<Option<&'m str>, SettingsError> {
        self.read(key, "a string", Node::as_str)
    }

    /// A list of strings.
    pub(super) fn texts(&self, key: &str) -> Result<Option<Vec<&'m str>>, SettingsError> {
        self.get(key).map(|node| texts(key, node)).transpose()
    }

    /// An object whose values are lists of strings.
    pub(super) fn text_lists(&self, key: &str) -> Result<Vec<(&'m str, Vec<&'m str>)>, SettingsError> {
        let object: Option<&'m Object> = self.read(key, "an object", Node::as_object)?;
        let entries = object.into_iter().flat_map(Object::iter);
        entries.map(|(name, (_, node))| Ok((&**name, texts(&format!("{key}/{name}"), node)?))).collect()
    }

    /// A list of objects.
    pub(super) fn objects(&self, key: &str) -> Result<&'m [Node], SettingsError> {
        let nodes: &'m [Node] = self.read(key, "an array", Node::as_array)?.unwrap_or_default();
        match nodes.iter().enumerate().find(|(_, node)| node.as_object().is_none()) {
            Some((at, node)) => Err(wrong_type(&format!("{key}/{at}"), "an object", node)),
            None => Ok(nodes),
        }
    }

    /// A selector.
    pub(super) fn selector(&self, key: &str) -> Result<Option<Selector>, SettingsError> {
        self.text(key)?.map(|text| selector(key, text)).transpose()
    }

    /// The elements that the selector of a key matches.
    pub(super) fn select(
        &self,
        key: &'static str,
        selector: &Selector,
        graph: &Graph<'_>,
    ) -> Result<Vec<ElementId>, SettingsError> {
        let selection = selector.select(graph, self.budget).map_err(|Exhausted| expensive(key, selector))?;
        Ok(selection.elements)
    }

    /// Passes the matches of the selector of a key.
    pub(super) fn matches(
        &self,
        key: &'static str,
        selector: &Selector,
        graph: &Graph<'_>,
        each: &mut dyn FnMut(ElementId, &Variables<'_>),
    ) -> Result<(), SettingsError> {
        selector.matches(graph, self.budget, each).map_err(|Exhausted| expensive(key, selector))
    }

    fn read<T>(
        &self,
        key: &str,
        wanted: &'static str,
        take: impl Fn(&'m Node) -> Option<T>,
    ) -> Result<Option<T>, SettingsError> {
        match self.get(key) {
            None => Ok(None),
            Some(node) => take(node).map(Some).ok_or_else(|| wrong_type(key, wanted, node)),
        }
    }
}

fn expensive(key: &'static str, selector: &Selector) -> SettingsError {
    SettingsError::Expensive { key, selector: selector.to_string() }
}

fn wrong_type(key: &str, expected: &'static str, node: &Node) -> SettingsError {
    SettingsError::Type { key: key.to_owned(), expected, found: node.kind() }
}

/// A node as a list of strings.
pub(super) fn texts<'m>(key: &str, node: &'m Node) -> Result<Vec<&'m str>, SettingsError> {
    let nodes = node.as_array().ok_or_else(|| wrong_type(key, "an array", node))?;
    nodes.iter().map(|node| node.as_str().ok_or_else(|| wrong_type(key, "a string", node))).collect()
}

/// Parses a selector. The start of the error message is that of the reference implementation.
pub(super) fn selector(key: &str, text: &str) -> Result<Selector, SettingsError> {
    Selector::parse(text).map_err(|error| SettingsError::Selector {
        key: key.to_owned(),
        quoted: text.replace('\\', "\\\\").replace('"', "\\\""),
        rest: text.get(error.offset..).unwrap_or_default().to_owned(),
        text: text.to_owned(),
        error,
    })
}
