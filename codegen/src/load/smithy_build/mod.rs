//! `smithy-build.json`: the models of a project, and the transforms of its projections. Plugins are not read.
//!
//! `maven` finds dependencies in folders of this machine. Nothing is downloaded.

mod config;
mod maven;
mod pom;
mod projection;

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::nearest::nearest;
use crate::rule::{Event, event};
use crate::source::{SourceMap, Span};
use crate::transform::Transform;
use config::Config;
use maven::Repositories;

/// Diagnostics of `smithy-build.json`.
pub(crate) const EVENTS: &[Event] = &[event!("SmithyBuild")];

pub(crate) const ID: &str = "SmithyBuild";

/// Name of the file.
const NAME: &str = "smithy-build.json";

/// Whether a path is one of a `smithy-build.json`.
pub(super) fn is_smithy_build(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == NAME)
}

/// What a `smithy-build.json` names.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Files and folders, with the place where each is named.
    pub(super) models: Vec<(PathBuf, Span)>,
    /// JAR files of dependencies, some of which have no models. What several dependencies need is repeated.
    pub(super) dependencies: Vec<PathBuf>,
    /// Names of all projections.
    pub(super) projections: Vec<String>,
    /// Transforms of the chosen projection.
    pub(super) transforms: Vec<Transform>,
}

/// The projection to use.
#[derive(Clone, Debug)]
pub struct Projection {
    /// Its name.
    pub name: String,
    /// Where it was chosen.
    pub span: Span,
}

impl Default for Projection {
    /// All models, without transforms.
    fn default() -> Self {
        Self { name: projection::SOURCE.to_owned(), span: Span::NONE }
    }
}

impl Projection {
    /// The projection with this name, or the default.
    pub fn named(name: Option<&str>) -> Self {
        name.map_or_else(Self::default, |name| Self { name: name.to_owned(), span: Span::NONE })
    }

    /// The error of a projection that none of the files has. `known` has the names of their projections.
    pub(super) fn check(&self, known: &[String]) -> Option<Diagnostic> {
        if self.name == projection::SOURCE || known.contains(&self.name) {
            return None;
        }
        let message = format!("no `{NAME}` has a projection `{}`", self.name);
        let error = Diagnostic::error(ID, message, self.span);
        Some(match nearest(&self.name, known.iter().map(String::as_str)) {
            Some(near) => error.with_nearest(Some(near)),
            None if known.is_empty() => error.with_help(format!("pass the path of a `{NAME}` that has projections")),
            None => error.with_help(format!("there are `{}`", known.join("`, `"))),
        })
    }
}

/// Reads a `smithy-build.json` and finds what it names. Adds the environment variables that it depends on.
pub(super) fn read(
    path: &Path,
    projection: &Projection,
    sources: &mut SourceMap,
    variables: &mut Vec<String>,
) -> Result<Contents, Vec<Diagnostic>> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        vec![Diagnostic::error(ID, format!("cannot read `{}`: {error}", path.display()), Span::NONE)]
    })?;
    let source = sources.add_other(path, text.clone());
    let folder = path.parent().unwrap_or(Path::new(""));
    let config = Config::parse(source, &text, &projection.name, &mut |name| {
        variables.push(name.to_owned());
        // The reference implementation's name for the folder of the project.
        let root = || (name == "SMITHY_ROOT_DIR").then(|| std::path::absolute(folder).ok()).flatten();
        std::env::var(name).ok().or_else(|| root()?.into_os_string().into_string().ok())
    })?;
    let mut errors = Vec::new();
    let mut models = Vec::new();
    for (name, span) in config.models {
        let model = folder.join(&name);
        if model.exists() {
            models.push((model, span));
        } else {
            let help = format!("paths are relative to the folder of `{NAME}`");
            errors.push(Diagnostic::error(ID, format!("there is no model `{name}`"), span).with_help(help));
        }
    }
    let repositories = Repositories::of_this_machine(&config.repositories);
    let mut dependencies = Vec::new();
    for (coordinates, span) in &config.dependencies {
        match repositories.resolve(coordinates) {
            Ok(found) => dependencies.extend(found),
            Err(error) => {
                let help = match error {
                    maven::Error::Missing(_) => format!(
                        "get it with `smithy build`, or `mvn dependency:get -Dartifact={coordinates}`; searched: {}",
                        repositories.shown()
                    ),
                    maven::Error::Form(_) => {
                        "write, for example, `software.amazon.smithy:smithy-aws-traits:1.73.0`".to_owned()
                    }
                    maven::Error::Range(_) => "write a single version, one that is on this machine".to_owned(),
                };
                errors.push(Diagnostic::error(ID, error.to_string(), *span).with_help(help));
            }
        }
    }
    if errors.is_empty() {
        Ok(Contents { models, dependencies, projections: config.projections, transforms: config.transforms })
    } else {
        Err(errors)
    }
}

/// The error of an import that leads back to a file that is being read.
pub(super) fn cycle(path: &Path, span: Span) -> Diagnostic {
    let message = format!("`{}` imports itself, directly or through other files", path.display());
    Diagnostic::error(ID, message, span).with_help("remove the import that closes the cycle")
}
