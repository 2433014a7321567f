//! The `configuration` of a linter. Values of the wrong type are errors.

use crate::model::{Node, Object};
use crate::selector::Selector;
use crate::source::Span;

/// Name and configuration of a linter.
pub(super) struct Settings<'m> {
    pub(super) name: &'static str,
    definition: &'m Node,
    configuration: Option<&'m Node>,
}

impl<'m> Settings<'m> {
    /// The settings in an entry of the `validators` metadata.
    pub(super) fn new(name: &'static str, definition: &'m Node) -> Self {
        Self { name, definition, configuration: definition.get("configuration") }
    }

    /// The span of the configuration, or of the entry.
    pub(super) fn span(&self) -> Span {
        self.configuration.unwrap_or(self.definition).span
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'m Node> {
        self.configuration?.get(key)
    }

    /// A boolean; default: false.
    pub(super) fn flag(&self, key: &str) -> Result<bool, String> {
        self.read(key, "a boolean", Node::as_bool).map(Option::unwrap_or_default)
    }

    /// A string.
    pub(super) fn text(&self, key: &str) -> Result<Option<&'m str>, String> {
        self.read(key, "a string", Node::as_str)
    }

    /// A list of strings.
    pub(super) fn texts(&self, key: &str) -> Result<Option<Vec<&'m str>>, String> {
        self.get(key).map(|node| texts(key, node)).transpose()
    }

    /// An object whose values are lists of strings.
    pub(super) fn text_lists(&self, key: &str) -> Result<Vec<(&'m str, Vec<&'m str>)>, String> {
        let object: Option<&'m Object> = self.read(key, "an object", Node::as_object)?;
        let entries = object.into_iter().flat_map(Object::iter);
        entries.map(|(name, (_, node))| Ok((&**name, texts(&format!("{key}/{name}"), node)?))).collect()
    }

    /// A list of objects.
    pub(super) fn objects(&self, key: &str) -> Result<&'m [Node], String> {
        Ok(self.read(key, "an array", Node::as_array)?.unwrap_or_default())
    }

    /// A selector.
    pub(super) fn selector(&self, key: &str) -> Result<Option<Selector>, String> {
        self.text(key)?.map(|text| selector(key, text)).transpose()
    }

    fn read<T>(&self, key: &str, wanted: &str, take: impl Fn(&'m Node) -> Option<T>) -> Result<Option<T>, String> {
        match self.get(key) {
            None => Ok(None),
            Some(node) => take(node).map(Some).ok_or_else(|| wrong_type(key, wanted, node)),
        }
    }
}

fn wrong_type(key: &str, wanted: &str, node: &Node) -> String {
    format!("Deserialization error at (/{key}): Expected {wanted}, but found {}", node.kind())
}

/// A node as a list of strings.
pub(super) fn texts<'m>(key: &str, node: &'m Node) -> Result<Vec<&'m str>, String> {
    let nodes = node.as_array().ok_or_else(|| wrong_type(key, "an array", node))?;
    nodes.iter().map(|node| node.as_str().ok_or_else(|| wrong_type(key, "a string", node))).collect()
}

/// Parses a selector. The start of the error message is that of the reference implementation.
pub(super) fn selector(key: &str, text: &str) -> Result<Selector, String> {
    Selector::parse(text).map_err(|error| {
        let rest = text.get(error.offset..).unwrap_or_default();
        let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
        format!(
            "Deserialization error at (/{key}): unable to create software.amazon.smithy.model.selector.Selector from \
             \"{quoted}\": Unable to deserialize Node using fromNode method: Syntax error at line {} column {}, near \
             `{rest}`: {}; expression: {text}",
            error.line, error.column, error.message
        )
    })
}
