//! Compares a TOML file with a table of its keys: unknown and missing keys, and values of another kind. Does not know
//! what values mean.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{Absent, Key, Kind, Table};
use crate::diagnostic::{Backticked, ConfigFacts, Diagnostic, HelpFacts, Note, Severity};
use crate::nearest::nearest;
use crate::source::{SourceId, Span};

/// All errors of the structure of a file, in its order, as diagnostics with this ID. The first table has the keys
/// before the first header.
pub(crate) fn check(source: SourceId, id: &str, tables: &[Table], root: &DeTable<'_>) -> Vec<Diagnostic> {
    let mut found = Found { source, id, tables, errors: Vec::new() };
    for table in tables {
        let Some(name) = table.list() else {
            found.table(*table, root, Span::new(source, 0..0));
            continue;
        };
        let Some(value) = root.get(name) else { continue };
        match value.get_ref().as_array().filter(|items| items.iter().all(|item| item.get_ref().is_table())) {
            Some(items) => {
                for (keys, span) in items.iter().filter_map(|item| Some((item.get_ref().as_table()?, item.span()))) {
                    found.table(*table, keys, Span::new(source, span));
                }
            }
            None => {
                let help = HelpFacts::Write { text: table.header.to_owned() }.into();
                found.add(ConfigFacts::NotAList { name }, Span::new(source, value.span()), help);
            }
        }
    }
    found.errors.sort_by_key(|error| error.labels.first().map(|label| label.span.start));
    found.errors
}

/// Whether a table has a key of this name, or one that is probably misspelled.
pub(super) fn has(table: &DeTable<'_>, name: &str) -> bool {
    table.keys().any(|key| nearest(key.get_ref(), [name]).is_some())
}

struct Found<'f> {
    source: SourceId,
    id: &'f str,
    tables: &'f [Table],
    errors: Vec<Diagnostic>,
}

impl Found<'_> {
    fn add(&mut self, facts: ConfigFacts, span: Span, help: Note) {
        self.errors.push(Diagnostic::of(Severity::Error, self.id, facts, span).with_help(help));
    }

    /// Checks the keys of a table. `place` is its header.
    fn table(&mut self, table: Table, entries: &DeTable<'_>, place: Span) {
        for (name, value) in entries {
            match table.keys.iter().find(|key| key.name == name.get_ref()) {
                Some(key) => self.value(key, value.get_ref(), Span::new(self.source, value.span())),
                None => self.unknown(table, name.get_ref(), Span::new(self.source, name.span())),
            }
        }
        // A key that is misspelled is not also missing.
        for key in table.keys.iter().filter(|key| key.absent == Absent::Required && !has(entries, key.name)) {
            let facts = match table.header {
                "" => ConfigFacts::MissingKey { key: key.name },
                table => ConfigFacts::MissingKeyOf { key: key.name, table },
            };
            self.add(facts, place, HelpFacts::AddKey { key: key.name, example: key.example }.into());
        }
    }

    /// Reports a key that its table does not have, unless it is a list of tables.
    fn unknown(&mut self, table: Table, name: &str, span: Span) {
        let key = name.to_owned();
        let (lists, facts): (Vec<&str>, ConfigFacts) = match table.header {
            "" => (self.tables.iter().filter_map(Table::list).collect(), ConfigFacts::UnknownKey { key }),
            table => (Vec::new(), ConfigFacts::UnknownKeyOf { key, table }),
        };
        if lists.contains(&name) {
            return;
        }
        let names = || table.keys.iter().map(|key| key.name).chain(lists.iter().copied());
        let other = self.tables.iter().find(|table| table.keys.iter().any(|key| key.name == name));
        let help = match (nearest(name, names()), other) {
            (Some(near), _) => Note::nearest(near),
            (None, Some(Table { header: "", .. })) => HelpFacts::BelongsBefore { header: table.header }.into(),
            (None, Some(other)) => HelpFacts::BelongsIn { header: other.header }.into(),
            (None, None) => HelpFacts::Keys { keys: all(names()) }.into(),
        };
        self.add(facts, span, help);
    }

    /// Checks the value of a key.
    fn value(&mut self, key: &Key, value: &DeValue<'_>, span: Span) {
        let text = value.as_str();
        let place = |other: Option<&Spanned<DeValue<'_>>>| other.map(|other| Span::new(self.source, other.span()));
        let is_other = |item: &&Spanned<DeValue<'_>>| !item.get_ref().is_str();
        let wrong = match key.kind {
            Kind::Boolean => (!value.is_bool()).then_some(span),
            Kind::Text | Kind::Path | Kind::Choice(_) => text.is_none().then_some(span),
            Kind::Paths | Kind::Texts => {
                value.as_array().map_or(Some(span), |items| place(items.iter().find(is_other)))
            }
            Kind::Names => value.as_table().map_or(Some(span), |items| place(items.values().find(is_other))),
        };
        if let Some(place) = wrong {
            let facts = ConfigFacts::WrongKind { key: key.name, expected: expected(key.kind) };
            let help = match (key.kind, text) {
                (Kind::Paths | Kind::Texts, Some(text)) => {
                    HelpFacts::WriteKey { key: key.name, value: format!("[{}]", quoted(text)) }
                }
                _ => HelpFacts::ExampleOfKey { key: key.name, example: key.example },
            };
            self.add(facts, place, help.into());
        } else if let (Kind::Choice(words), Some(text)) = (key.kind, text)
            && !words.iter().any(|(word, _)| *word == text)
        {
            let words = || words.iter().map(|(word, _)| *word);
            let help = nearest(text, words()).map(Note::nearest);
            let help = help.unwrap_or_else(|| HelpFacts::Values { values: all(words()) }.into());
            self.add(ConfigFacts::UnknownValue { key: key.name, value: text.to_owned() }, span, help);
        }
    }
}

/// A description of the values of a kind.
fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Boolean => "`true` or `false`",
        Kind::Text | Kind::Path | Kind::Choice(_) => "a string",
        Kind::Paths | Kind::Texts => "a list of strings",
        Kind::Names => "a table of strings",
    }
}

fn all<'n>(names: impl Iterator<Item = &'n str>) -> Backticked {
    Backticked(names.map(str::to_owned).collect())
}

/// A string as TOML.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use crate::source::{SourceMap, Span};

    /// The place, the message and the help of each error.
    fn errors(text: &str) -> Vec<(&str, String, String)> {
        let source = SourceMap::default().add_other("codegen.toml", text.to_owned());
        let errors = Config::parse(source, text, "".as_ref()).expect_err("errors").into_iter();
        let place = |span: Span| &text[span.start as usize..span.end as usize];
        errors
            .map(|error| (place(error.labels[0].span), error.message, error.help.unwrap_or_default().to_string()))
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let found = errors(text);
        let found: Vec<_> = found.iter().map(|(place, message, help)| (*place, &**message, &**help)).collect();
        assert_eq!(found, expected);
    }

    const SERVICE: &str = "[[service]]\nmodule = \"a\"\nid = \"a#A\"\nmodels = [\"m\"]\n";

    #[test]
    fn all_values_of_another_kind_are_reported_with_what_to_write() {
        let text = format!(
            "package = 1\ntypes = {{ \"a#B\" = 2 }}\n{SERVICE}accept = \"X\"\nexhaustive = \"yes\"\noperations = [\"A\", 3]\n"
        );
        check(
            &text,
            &[
                ("1", "`package` is not a string", "write `package = \"generated\"`, for example"),
                (
                    "2",
                    "`types` is not a table of strings",
                    "write `types = { \"acme#OrderId\" = \"acme_types::OrderId\" }`, for example",
                ),
                ("\"X\"", "`accept` is not a list of strings", "write `accept = [\"X\"]`"),
                ("\"yes\"", "`exhaustive` is not `true` or `false`", "write `exhaustive = true`, for example"),
                (
                    "3",
                    "`operations` is not a list of strings",
                    "write `operations = [\"ListWorkflowExecutions\", \"ListWorkflowStepExecutions\"]`, for example",
                ),
            ],
        );
    }

    #[test]
    fn an_unknown_value_has_the_nearest_one_or_all() {
        let text = format!("package = \"p\"\n{SERVICE}sides = \"clients\"\nnullability = \"strict\"\n");
        check(
            &text,
            &[
                ("\"clients\"", "`clients` is not a value of `sides`", "did you mean `client`?"),
                (
                    "\"strict\"",
                    "`strict` is not a value of `nullability`",
                    "the values are `authoritative`, `client-careful`",
                ),
            ],
        );
    }

    #[test]
    fn all_missing_keys_are_reported() {
        check(
            "[[service]]\nmodul = \"a\"\n",
            &[
                ("", "the key `package` is missing", "add it: `package = \"generated\"`, for example"),
                (
                    "[[service]]",
                    "the key `id` of `[[service]]` is missing",
                    "add it: `id = \"com.amazonaws.imagebuilder#imagebuilder\"`, for example",
                ),
                (
                    "[[service]]",
                    "the key `models` of `[[service]]` is missing",
                    "add it: `models = [\"models/imagebuilder.json\"]`, for example",
                ),
                ("modul", "unknown key `modul` in `[[service]]`", "did you mean `module`?"),
            ],
        );
    }

    #[test]
    fn without_a_service_nothing_can_be_generated() {
        let help = "each `[[service]]` has at least the keys `module`, `id` and `models`";
        check("package = \"p\"\n", &[("", "there is no `[[service]]`", help)]);
    }

    #[test]
    fn a_service_is_an_element_of_a_list() {
        let text = "package = \"p\"\n[service]\nmodule = \"a\"\n";
        check(text, &[("[service]", "`service` is not a list of tables", "write `[[service]]`")]);
    }
}
