//! Parses the text of `smithy-build.json`. Does not access files.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;

use crate::diagnostic::{Diagnostic, ProjectFacts, Severity};
use crate::model::{Node, Value};
use crate::nearest::nearest;
use crate::source::{SourceId, Span};
use crate::syntax::json;
use crate::transform::Transform;

use super::coordinates::Coordinates;
use super::projection::Projections;
use super::{ID, fault};

/// A value, and its location.
pub(super) type Placed = (String, Span);

/// A repository of dependencies.
#[derive(Clone, PartialEq, Eq)]
pub struct Remote {
    /// Its URL, without user and password, so that it can be printed.
    pub url: String,
    /// `user:password`.
    pub credentials: Option<String>,
}

impl Remote {
    /// A repository. A user and password in its URL become its credentials, unless there are others.
    pub fn new(url: &str, credentials: Option<String>) -> Self {
        let parts = url.split_once("://").and_then(|(scheme, rest)| {
            let (user, host) = rest.split_at_checked(end_of_user(rest)?)?;
            Some((user, format!("{scheme}://{}", host.strip_prefix('@')?)))
        });
        let Some((user, url)) = parts else { return Self { url: url.to_owned(), credentials } };
        let decoded = percent_decode_str(user).decode_utf8_lossy();
        let own = || if user.contains(':') { decoded.into_owned() } else { format!("{decoded}:") };
        Self { url, credentials: Some(credentials.unwrap_or_else(own)) }
    }
}

/// Where user and password end in a URL without its scheme: the offset of an `@`.
fn end_of_user(rest: &str) -> Option<usize> {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = &rest[..end];
    // A password of an environment variable may have a slash that is not encoded. It has no place after a port.
    let has_password = || {
        let (_, port) = authority.rsplit_once(':').filter(|_| !authority.starts_with('['))?;
        (port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit())).then_some(())
    };
    authority.rfind('@').or_else(|| has_password().and_then(|()| rest.rfind('@')))
}

impl fmt::Debug for Remote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Credentials are secret.
        f.debug_struct("Remote").field("url", &self.url).finish_non_exhaustive()
    }
}

/// The properties of a `smithy-build.json` that select models, and the transforms of a projection.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// `sources`, then `imports`, then those of the projection.
    pub(super) models: Vec<Placed>,
    /// Names of all projections.
    pub(super) projections: Vec<String>,
    /// Transforms of the projection.
    pub(super) transforms: Vec<Transform>,
    /// `maven.dependencies`.
    pub(super) dependencies: Vec<Placed>,
    /// The location of that list.
    pub(super) dependencies_place: Span,
    /// Those of the variable `SMITHY_MAVEN_REPOS`, then `maven.repositories`.
    pub(super) repositories: Vec<Remote>,
    /// Warnings of unknown properties.
    pub(super) warnings: Vec<Diagnostic>,
}

/// Properties of the file.
const KNOWN: &[&str] = &[
    "$schema",
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
    /// Parses the text. Of the projections, only the named one is read, if the file has it. `variable` is the value of
    /// an environment variable.
    pub(super) fn parse(
        source: SourceId,
        text: &str,
        projection: &str,
        variable: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let root = json::parse(source, &without_comments(text)).map_err(|error| vec![error])?;
        let mut reader = Reader { variable, errors: Vec::new(), warnings: Vec::new() };
        if root.as_object().is_none() {
            return Err(vec![wrong(&root, "an object")]);
        }
        match root.get("version") {
            Some(version) if version.as_str().is_some_and(|version| matches!(version, "1" | "1.0" | "2" | "2.0")) => {}
            Some(version) => reader.errors.push(wrong(version, "\"1.0\"")),
            None => reader.errors.push(
                fault(ProjectFacts::MissingProjectProperty { key: "version" }, root.span)
                    .with_help("add `\"version\": \"1.0\"`"),
            ),
        }
        reader.known(&root, KNOWN);
        let mut config = Self { models: reader.texts(root.get("sources")), ..Self::default() };
        config.models.extend(reader.texts(root.get("imports")));
        if let Some(maven) = root.get("maven") {
            reader.known(maven, &["dependencies", "repositories"]);
            let named = (reader.variable)("SMITHY_MAVEN_REPOS").unwrap_or_default();
            let named = named.split('|').map(str::trim).filter(|url| !url.is_empty());
            config.repositories.extend(named.map(|url| Remote::new(url, None)));
            let dependencies = maven.get("dependencies");
            config.dependencies_place = dependencies.map_or(Span::NONE, |list| list.span);
            config.dependencies = reader.texts(dependencies);
            let repositories = maven.get("repositories").and_then(Node::as_array).unwrap_or_default();
            for repository in repositories {
                reader.repository(repository);
                match repository.get("url") {
                    Some(url) => {
                        let credentials = repository.get("httpCredentials").and_then(|node| reader.text(node));
                        let credentials = credentials.map(|(credentials, _)| credentials);
                        config.repositories.extend(reader.text(url).map(|(url, _)| Remote::new(&url, credentials)));
                    }
                    None => reader.errors.push(wrong(repository, "an object with `url`")),
                }
            }
        }
        if let Some(projections) = root.get("projections") {
            let projections = Projections::read(projections, &mut reader);
            config.projections = projections.names();
            let chosen = projections.choose(projection, &mut reader);
            config.models.extend(chosen.imports);
            config.transforms = chosen.transforms;
        }
        if reader.errors.is_empty() {
            config.warnings = reader.warnings;
            return Ok(config);
        }
        reader.errors.extend(reader.warnings);
        Err(reader.errors)
    }
}

impl Config {
    /// The location of the dependency that names an artifact, or of the list, if it is a dependency of another.
    pub(super) fn place_of(&self, artifact: &Coordinates) -> Span {
        let start = format!("{}:{}:", artifact.group, artifact.artifact);
        let named = self.dependencies.iter().find(|(text, _)| text.starts_with(&start));
        named.map_or(self.dependencies_place, |(_, span)| *span)
    }
}

/// Replaces comments, from `//` to the end of a line, by spaces. Offsets stay.
fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("//") {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len());
    let (mut in_string, mut in_comment, mut escaped) = (false, false, false);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if in_comment {
            in_comment = byte != b'\n';
        } else if in_string {
            in_string = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
        } else {
            in_string = byte == b'"';
            in_comment = byte == b'/' && bytes.peek() == Some(&b'/');
        }
        out.push(if in_comment { b' ' } else { byte });
    }
    String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned)
}

pub(super) struct Reader<'v> {
    variable: &'v mut dyn FnMut(&str) -> Option<String>,
    pub(super) errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

impl Reader<'_> {
    pub(super) fn texts(&mut self, node: Option<&Node>) -> Vec<Placed> {
        let Some(node) = node else { return Vec::new() };
        let Some(items) = node.as_array() else {
            self.errors.push(wrong(node, "an array of strings"));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.text(item)).collect()
    }

    pub(super) fn text(&mut self, node: &Node) -> Option<Placed> {
        let Some(text) = node.as_str() else {
            self.errors.push(wrong(node, "a string"));
            return None;
        };
        match expand(text, self.variable) {
            Ok(text) => Some((text, node.span)),
            Err(Unset { name }) => {
                let error = fault(ProjectFacts::MissingVariable { name }, node.span);
                self.errors.push(error.with_help("set it, or escape `${` as `\\\\${`"));
                None
            }
        }
    }
}

impl Reader<'_> {
    /// Warns of properties of a repository that have no effect.
    fn repository(&mut self, node: &Node) {
        self.known(node, &["id", "url", "httpCredentials", "proxyHost", "proxyCredentials"]);
        let entries = node.as_object().into_iter().flat_map(|object| object.iter());
        for (key, (span, _)) in entries.filter(|(key, _)| matches!(&***key, "proxyHost" | "proxyCredentials")) {
            let facts = ProjectFacts::IgnoredProjectProperty { key: key.to_string() };
            let warning = Diagnostic::of(Severity::Warning, ID, facts, *span);
            self.warnings.push(warning.with_help("set the environment variable HTTPS_PROXY for `whitesmith fetch`"));
        }
    }

    /// A node with the values of environment variables.
    pub(super) fn expanded(&mut self, node: &Node) -> Node {
        let value = match &node.value {
            Value::String(_) => Value::String(self.text(node).map_or_else(String::new, |(text, _)| text).into()),
            Value::Array(nodes) => Value::Array(nodes.iter().map(|node| self.expanded(node)).collect()),
            Value::Object(object) => {
                let entries = object.iter().map(|(key, (span, node))| {
                    let key = Node { span: *span, ..Node::string(&**key) };
                    let key = self.text(&key).map_or_else(String::new, |(key, _)| key);
                    (key.into(), (*span, self.expanded(node)))
                });
                Value::Object(entries.collect())
            }
            other => other.clone(),
        };
        Node { value, span: node.span }
    }

    /// Warns of unknown properties of an object. They may be those of a later version of the reference implementation.
    pub(super) fn known(&mut self, node: &Node, known: &[&str]) {
        let Some(object) = node.as_object() else {
            return self.errors.push(wrong(node, "an object"));
        };
        for (key, (span, _)) in object.iter().filter(|(key, _)| !known.contains(&&***key)) {
            let facts = ProjectFacts::UnknownProjectProperty { key: key.to_string() };
            let warning = Diagnostic::of(Severity::Warning, ID, facts, *span);
            let near = nearest(key, known.iter().copied());
            self.warnings.push(warning.with_help("the property is ignored").with_nearest(near));
        }
    }
}

pub(super) fn wrong(node: &Node, expected: &'static str) -> Diagnostic {
    fault(ProjectFacts::ProjectPropertyType { expected, found: node.kind() }, node.span)
}

/// An environment variable that is not set.
#[derive(Debug, PartialEq, Eq)]
struct Unset {
    name: String,
}

/// Replaces `${NAME}` by the value of the environment variable. `\${` is a literal `${`.
///
/// # Errors
/// A variable is not set.
fn expand(text: &str, variable: &mut dyn FnMut(&str) -> Option<String>) -> Result<String, Unset> {
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
        out.push_str(&variable(name).ok_or_else(|| Unset { name: name.to_owned() })?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests;
