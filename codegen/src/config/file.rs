//! Reading of `codegen.toml`. Knows nothing of models.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::{Config, Constraints, Gates, ID, Modules, Nullability, Places, ServiceConfig, Sides};
use crate::diagnostic::Diagnostic;
use crate::load::Projection;
use crate::runtime::Runtime;
use crate::source::{SourceId, Span};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawConfig {
    package: Spanned<PathBuf>,
    runtime: Option<Spanned<String>>,
    #[serde(default, rename = "service")]
    services: Vec<RawService>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawService {
    module: Spanned<String>,
    id: Spanned<String>,
    models: Vec<PathBuf>,
    projection: Option<Spanned<String>>,
    name: Option<Spanned<String>>,
    operations: Option<Spanned<Vec<String>>>,
    #[serde(default)]
    nullability: Nullability,
    #[serde(default)]
    constraints: Constraints,
    #[serde(default)]
    exhaustive: bool,
    #[serde(default)]
    sides: Sides,
    validation_error: Option<Spanned<String>>,
    #[serde(default)]
    accept: Vec<String>,
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
        let raw: RawConfig = toml::from_str(text).map_err(|error| {
            let span = error.span().map_or(Span::NONE, |range| Span::new(source, range));
            vec![Diagnostic::error(ID, error.message(), span)]
        })?;
        let mut checks = Checks { source, modules: Modules::default(), diagnostics: Vec::new() };
        let runtime_span = raw.runtime.as_ref().map_or(Span::NONE, |runtime| checks.span(runtime));
        let runtime = raw.runtime.and_then(|runtime| checks.runtime(runtime.as_ref(), runtime_span, folder));
        let services = raw.services.into_iter().map(|service| checks.service(service, folder)).collect();
        if checks.diagnostics.is_empty() {
            let package_span = checks.span(&raw.package);
            Ok(Self { package: folder.join(raw.package.into_inner()), package_span, runtime, runtime_span, services })
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
                self.diagnostics.push(Diagnostic::error(ID, error.to_string(), span));
                None
            }
        }
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
        let span = span(&raw.projection);
        let projection =
            raw.projection.map_or_else(Projection::default, |name| Projection { name: name.into_inner(), span });
        self.module(raw.module.as_ref(), places.module);
        if let Some(name) = &raw.name
            && !is_type_name(name.as_ref())
        {
            let message = format!("`{}` is not a valid Rust type name", name.as_ref());
            let diagnostic = Diagnostic::error(ID, message, name_span);
            self.diagnostics.push(
                diagnostic.with_help("use letters and digits, starting with a capital letter, such as `ImageBuilder`"),
            );
        }
        if raw.operations.as_ref().is_some_and(|operations| operations.as_ref().is_empty()) {
            let diagnostic = Diagnostic::error(ID, "`operations` is empty", places.operations);
            self.diagnostics.push(diagnostic.with_help("remove it to generate all operations of the service"));
        }
        ServiceConfig {
            module: raw.module.into_inner(),
            id: raw.id.into_inner(),
            models: raw.models.iter().map(|model| folder.join(model)).collect(),
            projection,
            name: raw.name.map(Spanned::into_inner),
            operations: raw.operations.map(Spanned::into_inner),
            nullability: raw.nullability,
            constraints: raw.constraints,
            exhaustive: raw.exhaustive,
            sides: raw.sides,
            gates: Gates::Features,
            validation_error: raw.validation_error.map(Spanned::into_inner),
            accept: raw.accept,
            places,
        }
    }

    fn module(&mut self, module: &str, span: Span) {
        let help = "use lowercase letters, digits and `_`, such as `image_builder`";
        self.diagnostics.extend(Modules::check_name(module, span).map(|error| error.with_help(help)));
        self.diagnostics.extend(self.modules.add(module, span));
    }
}

fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && name != "Self"
}
