//! `codegen.toml`: which services are generated, from which models.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::rule::{Event, event};
use crate::source::{SourceId, Span};

/// What reading a configuration reports.
pub(crate) const EVENTS: &[Event] = &[event!("codegen.Config")];

/// The whole file.
#[derive(Clone, Debug)]
pub struct Config {
    /// The package that is written to; its path begins with that of the configuration's folder.
    pub package: PathBuf,
    /// Where the package is named.
    pub package_span: Span,
    /// The services.
    pub services: Vec<ServiceConfig>,
}

/// One service.
#[derive(Clone, Debug, Default)]
pub struct ServiceConfig {
    /// The Rust module.
    pub module: String,
    /// The service's shape id.
    pub id: String,
    /// Files and folders of the model; their paths begin with that of the configuration's folder.
    pub models: Vec<PathBuf>,
    /// The service's type name; made from the shape's name where it is not given.
    pub name: Option<String>,
    /// Only these operations, by name; all where it is not given.
    pub operations: Option<Vec<String>>,
    /// What members are `Option`.
    pub nullability: Nullability,
    /// The error that reports violated constraints, instead of the framework's.
    pub validation_error: Option<String>,
    /// Event ids (and what is below them) of findings that do not matter here, such as `ShapeIdConflict`: for models that
    /// somebody else owns. What the generator itself relies on is never accepted.
    pub accept: Vec<String>,
    /// Where all this was written.
    pub places: Places,
}

/// Where the properties of a service stand in `codegen.toml`, for messages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// `module`
    pub module: Span,
    /// `id`
    pub id: Span,
    /// `operations`
    pub operations: Span,
    /// `validation-error`
    pub validation_error: Span,
}

/// Who decides whether a member may be absent (spec: "Structure member optionality").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nullability {
    /// The model: required members, and those with a default, are there.
    #[default]
    Authoritative,
    /// For models that somebody else owns and may loosen: nothing is certain but defaults.
    ClientCareful,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawConfig {
    package: Spanned<PathBuf>,
    #[serde(default, rename = "service")]
    services: Vec<RawService>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawService {
    module: Spanned<String>,
    id: Spanned<String>,
    models: Vec<PathBuf>,
    name: Option<Spanned<String>>,
    operations: Option<Spanned<Vec<String>>>,
    #[serde(default)]
    nullability: Nullability,
    validation_error: Option<Spanned<String>>,
    #[serde(default)]
    accept: Vec<String>,
}

impl Config {
    /// Reads the text of a `codegen.toml`. Paths are taken relative to `folder`.
    ///
    /// # Errors
    /// All that is wrong, with its place.
    ///
    /// ```
    /// use whitesmith::config::Config;
    /// use whitesmith::source::SourceMap;
    ///
    /// let text = "package = 'generated'\n[[service]]\nmodule = 'a'\nid = 'a#A'\nmodels = ['models/a.json']";
    /// let source = SourceMap::default().add_other("codegen.toml", text.to_owned());
    /// let config = Config::parse(source, text, "work".as_ref()).unwrap();
    /// assert_eq!(config.services[0].models, [std::path::Path::new("work/models/a.json")]);
    /// ```
    pub fn parse(source: SourceId, text: &str, folder: &Path) -> Result<Self, Vec<Diagnostic>> {
        let raw: RawConfig = toml::from_str(text).map_err(|error| {
            let span = error.span().map_or(Span::NONE, |range| Span::new(source, range));
            vec![Diagnostic::error(ID, error.message(), span)]
        })?;
        let mut checks = Checks { source, modules: HashMap::new(), diagnostics: Vec::new() };
        let services = raw.services.into_iter().map(|service| checks.service(service, folder)).collect();
        if checks.diagnostics.is_empty() {
            let package_span = checks.span(&raw.package);
            Ok(Self { package: folder.join(raw.package.into_inner()), package_span, services })
        } else {
            Err(checks.diagnostics)
        }
    }
}

const ID: &str = "codegen.Config";

struct Checks {
    source: SourceId,
    /// Modules so far, and where they were named.
    modules: HashMap<String, Span>,
    diagnostics: Vec<Diagnostic>,
}

impl Checks {
    fn span<T>(&self, value: &Spanned<T>) -> Span {
        Span::new(self.source, value.span())
    }

    fn service(&mut self, raw: RawService, folder: &Path) -> ServiceConfig {
        let span = |value: &Option<Spanned<String>>| value.as_ref().map_or(Span::NONE, |value| self.span(value));
        let places = Places {
            module: self.span(&raw.module),
            id: self.span(&raw.id),
            operations: raw.operations.as_ref().map_or(Span::NONE, |value| self.span(value)),
            validation_error: span(&raw.validation_error),
        };
        let name_span = span(&raw.name);
        self.module(raw.module.as_ref(), places.module);
        if let Some(name) = &raw.name
            && !is_type_name(name.as_ref())
        {
            let message = format!("`{}` cannot be a Rust type's name", name.as_ref());
            let diagnostic = Diagnostic::error(ID, message, name_span);
            self.diagnostics.push(diagnostic.with_help("take letters and digits, such as `ImageBuilder`"));
        }
        if raw.operations.as_ref().is_some_and(|operations| operations.as_ref().is_empty()) {
            let diagnostic = Diagnostic::error(ID, "`operations` selects none", places.operations);
            self.diagnostics.push(diagnostic.with_help("leave it out to take all operations of the service"));
        }
        ServiceConfig {
            module: raw.module.into_inner(),
            id: raw.id.into_inner(),
            models: raw.models.iter().map(|model| folder.join(model)).collect(),
            name: raw.name.map(Spanned::into_inner),
            operations: raw.operations.map(Spanned::into_inner),
            nullability: raw.nullability,
            validation_error: raw.validation_error.map(Spanned::into_inner),
            accept: raw.accept,
            places,
        }
    }

    fn module(&mut self, module: &str, span: Span) {
        if !is_module_name(module) {
            let message = format!("`{module}` cannot be a Rust module's name");
            let diagnostic = Diagnostic::error(ID, message, span);
            self.diagnostics.push(diagnostic.with_help("take small letters, digits and `_`, such as `image_builder`"));
        }
        if let Some(first) = self.modules.insert(module.to_owned(), span) {
            let message = format!("two services have the module `{module}`");
            let diagnostic = Diagnostic::error(ID, message, span).with_label(first, "the first is here");
            self.diagnostics.push(diagnostic);
        }
    }
}

/// Whether this can be a module's name, and a folder's on any file system.
pub(crate) fn is_module_name(name: &str) -> bool {
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    let starts = name.starts_with(|first: char| first.is_ascii_lowercase());
    plain && starts && name != "gen" && syn::parse_str::<syn::Ident>(name).is_ok()
}

fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && name != "Self"
}
