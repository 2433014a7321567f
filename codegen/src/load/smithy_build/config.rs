//! The text of `smithy-build.json`. Does not look at files.

use crate::diagnostic::Diagnostic;
use crate::model::Node;
use crate::nearest::nearest;
use crate::source::{SourceId, Span};
use crate::syntax::json;

use super::ID;

/// A value, and its place.
type Placed = (String, Span);

/// The properties of a `smithy-build.json` that select models.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// `sources`, then `imports`.
    pub(super) models: Vec<Placed>,
    /// `maven.dependencies`.
    pub(super) dependencies: Vec<Placed>,
    /// URLs of `maven.repositories`.
    pub(super) repositories: Vec<String>,
}

/// Properties of the file.
const KNOWN: &[&str] = &[
    "version",
    "outputDirectory",
    "sources",
    "imports",
    "projections",
    "plugins",
    "ignoreMissingPlugins",
    "maven",
    "extensions",
];

impl Config {
    /// Parses the text. `variable` is the value of an environment variable.
    pub(super) fn parse(
        source: SourceId,
        text: &str,
        variable: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let root = json::parse(source, text).map_err(|error| vec![error])?;
        let mut reader = Reader { variable, errors: Vec::new() };
        let Some(object) = root.as_object() else {
            return Err(vec![wrong(&root, "an object")]);
        };
        match root.get("version") {
            Some(version) if version.as_str().is_some_and(|version| matches!(version, "1" | "1.0")) => {}
            Some(version) => reader.errors.push(wrong(version, "\"1.0\"")),
            None => reader
                .errors
                .push(Diagnostic::error(ID, "`version` is missing", root.span).with_help("add `\"version\": \"1.0\"`")),
        }
        for (key, (span, _)) in object.iter().filter(|(key, _)| !KNOWN.contains(&&***key)) {
            let error = Diagnostic::error(ID, format!("unknown property `{key}`"), *span);
            reader.errors.push(error.with_nearest(nearest(key, KNOWN.iter().copied())));
        }
        let mut config = Self { models: reader.texts(root.get("sources")), ..Self::default() };
        config.models.extend(reader.texts(root.get("imports")));
        if let Some(maven) = root.get("maven") {
            config.dependencies = reader.texts(maven.get("dependencies"));
            let repositories = maven.get("repositories").and_then(Node::as_array).unwrap_or_default();
            for repository in repositories {
                match repository.get("url") {
                    Some(url) => config.repositories.extend(reader.text(url).map(|(url, _)| url)),
                    None => reader.errors.push(wrong(repository, "an object with `url`")),
                }
            }
        }
        if reader.errors.is_empty() { Ok(config) } else { Err(reader.errors) }
    }
}

struct Reader<'v> {
    variable: &'v mut dyn FnMut(&str) -> Option<String>,
    errors: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn texts(&mut self, node: Option<&Node>) -> Vec<Placed> {
        let Some(node) = node else { return Vec::new() };
        let Some(items) = node.as_array() else {
            self.errors.push(wrong(node, "an array of strings"));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.text(item)).collect()
    }

    fn text(&mut self, node: &Node) -> Option<Placed> {
        let Some(text) = node.as_str() else {
            self.errors.push(wrong(node, "a string"));
            return None;
        };
        match expand(text, self.variable) {
            Ok(text) => Some((text, node.span)),
            Err(name) => {
                let error = Diagnostic::error(ID, format!("the environment variable `{name}` is not set"), node.span);
                self.errors.push(error.with_help("set it, or escape `${` as `\\\\${`"));
                None
            }
        }
    }
}

fn wrong(node: &Node, expected: &str) -> Diagnostic {
    Diagnostic::error(ID, format!("expected {expected}, found {}", node.kind()), node.span)
}

/// Replaces `${NAME}` by the value of the environment variable. `\${` is a literal `${`.
///
/// # Errors
/// The name of a variable that is not set.
fn expand(text: &str, variable: &mut dyn FnMut(&str) -> Option<String>) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        if let Some(before) = before.strip_suffix('\\') {
            out.push_str(before);
            out.push_str("${");
            rest = after;
            continue;
        }
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(&variable(name).ok_or_else(|| name.to_owned())?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{Config, expand};
    use crate::source::SourceMap;

    fn parse(text: &str) -> Result<Config, Vec<String>> {
        let source = SourceMap::default().add_other("smithy-build.json", text.to_owned());
        let mut variable = |name: &str| (name == "HOME").then(|| "/mine".to_owned());
        Config::parse(source, text, &mut variable)
            .map_err(|errors| errors.into_iter().map(|error| error.message).collect())
    }

    #[test]
    fn sources_come_before_imports() {
        let config = parse(r#"{"version": "1.0", "imports": ["b"], "sources": ["a"], "plugins": {}}"#).expect("valid");
        assert_eq!(config.models.iter().map(|(path, _)| &**path).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn dependencies_and_repositories_are_read() {
        let text = r#"{"version": "1.0", "maven": {"dependencies": ["g:a:1"], "repositories": [{"url": "file://${HOME}/m"}]}}"#;
        let config = parse(text).expect("valid");
        assert_eq!((&*config.dependencies[0].0, &*config.repositories[0]), ("g:a:1", "file:///mine/m"));
    }

    #[test]
    fn all_errors_are_reported() {
        let text = r#"{"source": [], "imports": [1, "${NONE}"], "sources": {}}"#;
        let errors = parse(text).expect_err("errors");
        let expected = [
            "`version` is missing",
            "unknown property `source`",
            "expected an array of strings, found object",
            "expected a string, found number",
            "the environment variable `NONE` is not set",
        ];
        assert_eq!(errors, expected);
    }

    #[test]
    fn variables_are_replaced_unless_escaped() {
        let mut variable = |name: &str| (name == "A").then(|| "x".to_owned());
        assert_eq!(expand(r"${A}/\${A}/${A}", &mut variable), Ok("x/${A}/x".to_owned()));
        assert_eq!(expand("${", &mut variable), Ok("${".to_owned()));
        assert_eq!(expand("${B}", &mut variable), Err("B".to_owned()));
    }
}
