//! Reading of a file of exceptions.

use serde::Deserialize;
use toml::Spanned;
use toml::de::DeTable;

use super::Exception;
use crate::config::keys::{Absent, Key, Kind, Presence, Table};
use crate::config::structure;
use crate::diagnostic::{ConfigFacts, Diagnostic};
use crate::source::{SourceId, Span};

const ID: &str = "diff.Exception";

/// A key of an exception. Absent ones are reported with what they are for.
const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, kind: Kind::Text, absent: Absent::Otherwise(""), docs: &[], example }
}

/// The tables of the file.
const TABLES: &[Table] = &[
    Table { header: "", docs: "", presence: Presence::Optional, keys: &[] },
    Table {
        header: "[[allow]]",
        docs: "",
        presence: Presence::Optional,
        keys: &[
            key("shape", r#""port#Ship$name""#),
            key("id", r#""RemovedShape""#),
            key("reason", r#""no client has been released""#),
        ],
    },
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    allow: Vec<Spanned<RawException>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawException {
    shape: Option<Spanned<String>>,
    id: Option<Spanned<String>>,
    reason: Option<Spanned<String>>,
}

impl Exception {
    /// Parses a TOML file with tables `[[allow]]`, each of which has `shape`, `id` and `reason`.
    ///
    /// # Errors
    /// All errors, with their locations: syntax, unknown keys, and values that are missing or empty.
    ///
    /// ```
    /// use whitesmith_codegen::diff::Exception;
    /// use whitesmith_codegen::source::SourceMap;
    ///
    /// let text = "[[allow]]\nshape = 'port#Ship'\nid = 'RemovedShape'\nreason = 'nobody used it'";
    /// let source = SourceMap::default().add_other("allow.toml", text.to_owned());
    /// assert_eq!(Exception::parse(source, text).unwrap()[0].reason, "nobody used it");
    /// ```
    pub fn parse(source: SourceId, text: &str) -> Result<Vec<Self>, Vec<Diagnostic>> {
        let failed = |error: toml::de::Error| {
            let span = error.span().map_or(Span::NONE, |range| Span::new(source, range));
            vec![Diagnostic::error(ID, ConfigFacts::Toml { problem: error.message().to_owned() }, span)]
        };
        let table = DeTable::parse(text).map_err(failed)?;
        let errors = structure::check(source, ID, TABLES, table.get_ref());
        if !errors.is_empty() {
            return Err(errors);
        }
        let raw: RawFile = toml::from_str(text).map_err(failed)?;
        let mut problems = Vec::new();
        let mut exceptions = Vec::new();
        for entry in raw.allow {
            let span = Span::new(source, entry.span());
            let RawException { shape, id, reason } = entry.into_inner();
            let mut value = |key: &'static str, value: Option<Spanned<String>>, help: &'static str| match value {
                Some(value) if !value.as_ref().trim().is_empty() => Some(value.into_inner()),
                Some(value) => {
                    let span = Span::new(source, value.span());
                    problems.push(Diagnostic::error(ID, ConfigFacts::EmptyExceptionKey { key }, span).with_help(help));
                    None
                }
                None => {
                    let facts = ConfigFacts::MissingExceptionKey { key };
                    problems.push(Diagnostic::error(ID, facts, span).with_help(help));
                    None
                }
            };
            let shape =
                value("shape", shape, "name a shape or member, such as `shape = \"port#Ship$name\"`, or `\"*\"`");
            let id = value("id", id, "name the ID of a finding, such as `id = \"RemovedShape\"`");
            let reason = value("reason", reason, "say why the change is allowed: `reason = \"…\"`");
            if let (Some(shape), Some(id), Some(reason)) = (shape, id, reason) {
                exceptions.push(Self { shape, id, reason, span });
            }
        }
        if problems.is_empty() { Ok(exceptions) } else { Err(problems) }
    }
}

#[cfg(test)]
mod tests {
    use super::Exception;
    use crate::source::SourceMap;

    fn errors(text: &str) -> Vec<(String, usize)> {
        let mut sources = SourceMap::default();
        let source = sources.add_other("allow.toml", text.to_owned());
        let problems = Exception::parse(source, text).expect_err("it is wrong");
        let line =
            |span: crate::source::Span| sources.get(span.source).map_or(0, |file| file.line_column(span.start).0);
        problems
            .into_iter()
            .map(|found| (found.message.clone(), found.labels.first().map_or(0, |label| line(label.span))))
            .collect()
    }

    #[test]
    fn an_exception_without_a_reason_is_an_error_with_its_line() {
        let text = "# Exceptions.\n\n[[allow]]\nshape = \"a#B\"\nid = \"RemovedShape\"\n";
        assert_eq!(errors(text), [("the exception has no `reason`".to_owned(), 3)]);
        let text = "[[allow]]\nshape = \"a#B\"\nid = \"RemovedShape\"\nreason = \" \"\n";
        assert_eq!(errors(text), [("`reason` is empty".to_owned(), 4)]);
    }

    #[test]
    fn all_problems_are_reported() {
        assert_eq!(errors("[[allow]]\nreason = \"x\"\n[[allow]]\nshape = \"a#B\"\nreason = \"y\"\n").len(), 3);
    }

    #[test]
    fn a_misspelled_header_is_not_ignored() {
        let found = errors("[[alow]]\nshape = \"a#B\"\n");
        assert_eq!(found, [("unknown top-level key `alow`".to_owned(), 1)]);
        let found = errors("[allow]\nreason = 1\n");
        assert_eq!(found, [("`allow` is not a list of tables".to_owned(), 1)]);
    }

    #[test]
    fn all_values_that_are_not_strings_are_reported() {
        let found = errors("[[allow]]\nshape = 1\nid = [\"RemovedShape\"]\nreason = \"x\"\n");
        let expected = [("`shape` is not a string".to_owned(), 2), ("`id` is not a string".to_owned(), 3)];
        assert_eq!(found, expected);
    }

    #[test]
    fn unknown_keys_are_errors() {
        let found = errors("[[allow]]\nshape = \"a#B\"\nid = \"RemovedShape\"\nwhy = \"x\"\n");
        assert!(found.first().is_some_and(|(message, line)| message.contains("why") && *line == 4), "{found:?}");
    }
}
