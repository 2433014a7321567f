//! Reading of `codegen.toml`. Knows nothing of models.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use toml::de::DeTable;

use super::keys::TABLES;
use super::{
    BodyLimit, Config, Constraints, Entry, Gates, ID, Modules, Nullability, Overrides, Places, ServiceConfig, Sides,
    Style, is_type_name, structure,
};
use crate::diagnostic::{ConfigFacts, Diagnostic, ErrorFacts, Severity};
use crate::load::Projection;
use crate::rule::Accepted;
use crate::runtime::Runtime;
use crate::source::{SourceId, Span};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawConfig {
    package: Spanned<PathBuf>,
    runtime: Option<Spanned<String>>,
    #[serde(default)]
    rename: Names,
    #[serde(default, rename = "extern")]
    externs: Names,
    #[serde(default)]
    types: Names,
    #[serde(default)]
    attributes: Vec<RawAttributes>,
    #[serde(default, rename = "service")]
    services: Vec<RawService>,
}

/// Values by shape ID or namespace.
type Names = BTreeMap<Spanned<String>, Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAttributes {
    selector: Spanned<String>,
    #[serde(default)]
    derive: Vec<Spanned<String>>,
    #[serde(default)]
    attributes: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawService {
    module: Spanned<String>,
    id: Spanned<String>,
    models: Spanned<Vec<PathBuf>>,
    projection: Option<Spanned<String>>,
    name: Option<Spanned<String>>,
    operations: Option<Spanned<Vec<String>>>,
    #[serde(default)]
    nullability: Nullability,
    #[serde(default)]
    constraints: Constraints,
    #[serde(default)]
    style: Style,
    #[serde(default)]
    exhaustive: bool,
    #[serde(default)]
    sides: Sides,
    validation_error: Option<Spanned<String>>,
    traits: Option<Spanned<Vec<String>>>,
    #[serde(default)]
    max_body: Names,
    #[serde(default)]
    accept: Vec<Spanned<String>>,
}

impl Config {
    /// Parses a `codegen.toml`. Its paths are relative to `folder`.
    ///
    /// # Errors
    /// All errors, with their locations.
    ///
    /// ```
    /// use whitesmith_codegen::config::Config;
    /// use whitesmith_codegen::source::SourceMap;
    ///
    /// let text = "package = 'generated'\n[[service]]\nmodule = 'a'\nid = 'a#A'\nmodels = ['models/a.json']";
    /// let source = SourceMap::default().add_other("codegen.toml", text.to_owned());
    /// let config = Config::parse(source, text, "work".as_ref()).unwrap();
    /// assert_eq!(config.services[0].models, [std::path::Path::new("work/models/a.json")]);
    /// ```
    pub fn parse(source: SourceId, text: &str, folder: &Path) -> Result<Self, Vec<Diagnostic>> {
        let failed = |error: &toml::de::Error| {
            let span = error.span().map_or(Span::NONE, |range| Span::new(source, range));
            vec![Diagnostic::error(ID, ConfigFacts::Toml { problem: error.message().to_owned() }, span)]
        };
        let table = DeTable::parse(text).map_err(|error| failed(&error))?;
        let mut errors = structure::check(source, ID, TABLES, table.get_ref());
        if !structure::has(table.get_ref(), "service") {
            let error = Diagnostic::of(Severity::Error, ID, ConfigFacts::NoService {}, Span::new(source, 0..0));
            errors.push(error.with_help("each `[[service]]` has at least the keys `module`, `id` and `models`"));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let raw: RawConfig = toml::from_str(text).map_err(|error| failed(&error))?;
        let mut checks = Checks { source, modules: Modules::default(), diagnostics: Vec::new() };
        let runtime_span = raw.runtime.as_ref().map_or(Span::NONE, |runtime| checks.span(runtime));
        let runtime = raw.runtime.and_then(|runtime| checks.runtime(runtime.as_ref(), runtime_span, folder));
        let overrides = Arc::new(checks.overrides((raw.rename, raw.externs, raw.types), raw.attributes));
        let service = |service| ServiceConfig { overrides: Arc::clone(&overrides), ..checks.service(service, folder) };
        let services = raw.services.into_iter().map(service).collect();
        if checks.diagnostics.is_empty() {
            let package_span = checks.span(&raw.package);
            Ok(Self {
                package: folder.join(raw.package.into_inner()),
                package_span,
                runtime,
                runtime_span,
                services,
                overrides,
            })
        } else {
            Err(checks.diagnostics)
        }
    }
}

struct Checks {
    source: SourceId,
    modules: Modules,
    diagnostics: Vec<Diagnostic>,
}

impl Checks {
    fn span<T>(&self, value: &Spanned<T>) -> Span {
        Span::new(self.source, value.span())
    }

    fn runtime(&mut self, text: &str, span: Span, folder: &Path) -> Option<Runtime> {
        match text.parse() {
            Ok(Runtime::Path(path)) => Some(Runtime::Path(folder.join(path))),
            Ok(other) => Some(other),
            Err(error) => {
                self.diagnostics.push(Diagnostic::error(ID, ErrorFacts::of(&error), span));
                None
            }
        }
    }

    /// Names, modules and types, and attributes.
    fn overrides(
        &mut self,
        (renames, externs, types): (Names, Names, Names),
        attributes: Vec<RawAttributes>,
    ) -> Overrides {
        let mut overrides = Overrides::default();
        for (key, value) in renames {
            let entry = self.entry(&key, &value);
            self.diagnostics.extend(overrides.rename(key.as_ref(), entry).err());
        }
        for (key, value) in externs {
            let entry = self.entry(&key, &value);
            self.diagnostics.extend(overrides.map_namespace(key.as_ref(), entry).err());
        }
        for (key, value) in types {
            let entry = self.entry(&key, &value);
            self.diagnostics.extend(overrides.replace_type(key.as_ref(), entry).err());
        }
        for RawAttributes { selector, derive, attributes } in attributes {
            let placed = |text: Spanned<String>| {
                let span = self.span(&text);
                (text.into_inner(), span)
            };
            let (derive, attributes) =
                (derive.into_iter().map(placed).collect(), attributes.into_iter().map(placed).collect());
            let selector = (selector.as_ref().as_str(), self.span(&selector));
            let errors = overrides.add_attributes(selector, derive, attributes);
            self.diagnostics.extend(errors);
        }
        overrides
    }

    fn entry(&self, key: &Spanned<String>, value: &Spanned<String>) -> Entry {
        Entry { value: value.as_ref().clone(), key_span: self.span(key), span: self.span(value) }
    }

    fn accepted(&self, ids: Vec<Spanned<String>>) -> Vec<Accepted> {
        ids.into_iter().map(|id| Accepted { span: self.span(&id), id: id.into_inner() }).collect()
    }

    /// Maximum sizes of bodies, by operation.
    fn body_limits(&mut self, sizes: Names) -> Vec<BodyLimit> {
        let mut limits = Vec::new();
        for (name, size) in sizes {
            let span = self.span(&name);
            match BodyLimit::bytes_of(size.as_ref()) {
                Some(bytes) => limits.push(BodyLimit { operation: name.into_inner(), bytes, span }),
                None => {
                    let facts = ConfigFacts::NotASize { text: size.as_ref().clone() };
                    let error = Diagnostic::error(ID, facts, self.span(&size));
                    let help = "use a whole number of `B`, `KiB` or `MiB` below 4096 MiB, such as `16 MiB`";
                    self.diagnostics.push(error.with_help(help));
                }
            }
        }
        limits
    }

    fn service(&mut self, raw: RawService, folder: &Path) -> ServiceConfig {
        let span = |value: &Option<Spanned<String>>| value.as_ref().map_or(Span::NONE, |value| self.span(value));
        let places = Places {
            module: self.span(&raw.module),
            id: self.span(&raw.id),
            models: self.span(&raw.models),
            operations: raw.operations.as_ref().map_or(Span::NONE, |value| self.span(value)),
            validation_error: span(&raw.validation_error),
            traits: raw.traits.as_ref().map_or(Span::NONE, |value| self.span(value)),
        };
        let name_span = span(&raw.name);
        let span = span(&raw.projection);
        let projection =
            raw.projection.map_or_else(Projection::default, |name| Projection { name: name.into_inner(), span });
        self.module(raw.module.as_ref(), places.module);
        if let Some(name) = &raw.name
            && !is_type_name(name.as_ref())
        {
            let facts = ConfigFacts::NotATypeName { name: name.as_ref().to_owned() };
            let diagnostic = Diagnostic::of(Severity::Error, ID, facts, name_span);
            self.diagnostics.push(
                diagnostic.with_help("use letters and digits, starting with a capital letter, such as `ImageBuilder`"),
            );
        }
        if raw.models.as_ref().is_empty() {
            let diagnostic = Diagnostic::error(ID, "`models` is empty", places.models);
            self.diagnostics.push(diagnostic.with_help("name the files and folders of the model"));
        }
        if raw.operations.as_ref().is_some_and(|operations| operations.as_ref().is_empty()) {
            let diagnostic = Diagnostic::error(ID, "`operations` is empty", places.operations);
            self.diagnostics.push(diagnostic.with_help("remove it to generate all operations of the service"));
        }
        ServiceConfig {
            module: raw.module.into_inner(),
            id: raw.id.into_inner(),
            models: raw.models.as_ref().iter().map(|model| folder.join(model)).collect(),
            projection,
            name: raw.name.map(Spanned::into_inner),
            operations: raw.operations.map(Spanned::into_inner),
            nullability: raw.nullability,
            constraints: raw.constraints,
            style: raw.style,
            exhaustive: raw.exhaustive,
            sides: raw.sides,
            gates: Gates::Features,
            validation_error: raw.validation_error.map(Spanned::into_inner),
            traits: raw.traits.map(Spanned::into_inner).unwrap_or_default(),
            max_body: self.body_limits(raw.max_body),
            accept: self.accepted(raw.accept),
            overrides: Arc::default(),
            places,
        }
    }

    fn module(&mut self, module: &str, span: Span) {
        let help = "use lowercase letters, digits and `_`, such as `image_builder`";
        self.diagnostics.extend(Modules::check_name(module, span).map(|error| error.with_help(help)));
        self.diagnostics.extend(Modules::check_taken(module, span));
        let help = "choose another name for one of them";
        self.diagnostics.extend(self.modules.add(module, span).map(|error| error.with_help(help)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::{Absent, Kind, TABLES};
    use super::Config;
    use crate::diagnostic::Diagnostic;
    use crate::source::{SourceMap, Span};

    const SERVICE: &str = "[[service]]\nmodule = \"a\"\nid = \"a#A\"\nmodels = [\"m\"]\n";
    const ATTRIBUTES: &str = "[[attributes]]\nselector = \"*\"\n";

    fn parse(text: &str) -> Result<Config, Vec<Diagnostic>> {
        let source = SourceMap::default().add_other("codegen.toml", text.to_owned());
        Config::parse(source, text, "".as_ref())
    }

    /// The place, the message and the help of each error.
    fn errors(text: &str) -> Vec<(&str, String, String)> {
        let errors = parse(text).expect_err("errors").into_iter();
        let place = |span: Span| &text[span.start as usize..span.end as usize];
        errors
            .map(|error| (place(error.labels[0].span), error.message, error.help.unwrap_or_default().to_string()))
            .collect()
    }

    #[test]
    fn every_key_is_read() {
        for table in TABLES {
            for key in table.keys {
                let mut values = vec![key.example.to_owned()];
                if let Kind::Choice(words) = key.kind {
                    values.extend(words.iter().map(|(word, _)| format!("\"{word}\"")));
                }
                if let Absent::Value(value) = key.absent {
                    values.push(value.to_owned());
                }
                for value in values {
                    let line = format!("{} = {value}\n", key.name);
                    let rest = |text: &str| {
                        let own = |line: &&str| line.split(' ').next() != Some(key.name);
                        text.split_inclusive('\n').filter(own).collect::<String>()
                    };
                    let package = rest("package = \"p\"\n");
                    let text = match table.header {
                        "" => format!("{line}{package}{SERVICE}"),
                        "[[attributes]]" => format!("{package}{SERVICE}{}{line}", rest(ATTRIBUTES)),
                        _ => format!("{package}{}{line}", rest(SERVICE)),
                    };
                    let problems = parse(&text).err();
                    assert!(problems.is_none(), "{line}: {problems:?}");
                }
            }
        }
    }

    #[test]
    fn a_missing_required_key_is_an_error_and_no_other_is() {
        assert!(parse(&format!("package = \"p\"\n{SERVICE}")).is_ok());
        for table in TABLES {
            for key in table.keys.iter().filter(|key| key.absent == Absent::Required) {
                let all = format!("package = \"p\"\n{SERVICE}{ATTRIBUTES}");
                let required = format!("{} =", key.name);
                let text: String = all.split_inclusive('\n').filter(|line| !line.starts_with(&required)).collect();
                assert!(parse(&text).is_err(), "{}", key.name);
            }
        }
    }

    #[test]
    fn an_unknown_key_has_the_nearest_name() {
        let text = format!("pakage = \"p\"\nextra = 1\n{SERVICE}operation = []\nruntime = \"0.1\"\n");
        let expected = [
            ("pakage", "unknown top-level key `pakage`", "did you mean `package`?"),
            (
                "extra",
                "unknown top-level key `extra`",
                "the keys are `package`, `runtime`, `rename`, `extern`, `types`, `service`, `attributes`",
            ),
            ("operation", "unknown key `operation` in `[[service]]`", "did you mean `operations`?"),
            ("runtime", "unknown key `runtime` in `[[service]]`", "it belongs before the first `[[service]]`"),
        ];
        let mut found = errors(&text);
        found.sort_by_key(|(place, ..)| expected.iter().position(|(expected, ..)| expected == place));
        let found: Vec<_> =
            found.iter().map(|(place, message, help)| (*place, message.as_str(), help.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn names_that_crates_give_another_meaning_are_not_those_of_modules() {
        let with = |module: &str| format!("package = \"p\"\n{}", SERVICE.replace("\"a\"", &format!("\"{module}\"")));
        let files = ["bin", "lib", "main"];
        let features = ["client", "server", "serde", "fs", "http2", "default", "whitesmith_runtime"];
        for module in files.into_iter().chain(features) {
            let text = with(module);
            let found = errors(&text);
            let [(place, message, help)] = found.as_slice() else { panic!("{module}: {found:?}") };
            assert_eq!(*place, format!("\"{module}\""));
            assert!(message.starts_with(&format!("a module cannot be called `{module}`, ")), "{message}");
            let [free, taken] =
                [format!("use `{module}_service`, for example; "), "`bin`, `client`, `default`, `fs`".to_owned()];
            assert!(help.starts_with(&free) && help.contains(&taken), "{help}");
            assert!(parse(&with(&format!("{module}_service"))).is_ok());
        }
        for module in ["types", "errors", "runtime", "clients"] {
            assert!(parse(&with(module)).is_ok(), "{module}");
        }
    }

    #[test]
    fn sizes_have_units() {
        let limits = |sizes: &str| {
            let config = parse(&format!("package = \"p\"\n{SERVICE}max-body = {sizes}\n"))?;
            let limits = config.services[0].max_body.iter();
            Ok::<_, Vec<Diagnostic>>(limits.map(|limit| (limit.operation.clone(), limit.bytes)).collect::<Vec<_>>())
        };
        let read = limits(r#"{ "*" = "4 MiB", A = "7", B = "7 B", C = "16KiB" }"#).expect("sizes");
        let expected = [("*", 4 * 1024 * 1024), ("A", 7), ("B", 7), ("C", 16 * 1024)];
        assert_eq!(read, expected.map(|(name, bytes)| (name.to_owned(), bytes)));
        for wrong in ["", "0", "0 MiB", "MiB", "4 MB", "-1", "1.5 MiB", "4096 MiB", "4 MiB "] {
            let errors = limits(&format!("{{ A = \"{wrong}\" }}")).expect_err("no size");
            let messages: Vec<_> = errors.iter().map(|error| error.message.clone()).collect();
            assert_eq!(messages, [format!("`{wrong}` is not a valid size")]);
        }
    }

    #[test]
    fn invalid_names_paths_and_attributes_are_reported_at_their_place() {
        let overrides = "[rename]\n\"A\" = \"B\"\n\"a#A\" = \"b\"\n\"a#A$b\" = \"1\"\n[extern]\n\"c\" = \"d::\"\n\
                       [types]\n\"a#A$b\" = \"c::D\"\n\"a#E\" = \"F\"\n\
                       [[attributes]]\nselector = \"strukture\"\nderive = [\"1\"]\nattributes = [\"x]\"]\n";
        let text = format!("package = \"p\"\n{SERVICE}{overrides}");
        let places: Vec<&str> = errors(&text).iter().map(|(place, ..)| *place).collect();
        let expected = ["\"A\"", "\"b\"", "\"1\"", "\"d::\"", "\"a#A$b\"", "\"F\"", "\"1\"", "\"x]\"", "\"strukture\""];
        assert_eq!(places, expected);
    }
}
