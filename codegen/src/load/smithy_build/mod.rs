//! `smithy-build.json`: which models a project consists of. Projections and plugins are not read.
//!
//! `maven` finds dependencies in folders of this machine. Nothing is downloaded.

mod config;
mod maven;
mod pom;

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::rule::{Event, event};
use crate::source::{SourceMap, Span};
use config::Config;
use maven::Repositories;

/// Diagnostics of `smithy-build.json`.
pub(crate) const EVENTS: &[Event] = &[event!("SmithyBuild")];

const ID: &str = "SmithyBuild";

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
}

/// Reads a `smithy-build.json` and finds what it names. Adds the environment variables that it depends on.
pub(super) fn read(
    path: &Path,
    sources: &mut SourceMap,
    variables: &mut Vec<String>,
) -> Result<Contents, Vec<Diagnostic>> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        vec![Diagnostic::error(ID, format!("cannot read `{}`: {error}", path.display()), Span::NONE)]
    })?;
    let source = sources.add_other(path, text.clone());
    let folder = path.parent().unwrap_or(Path::new(""));
    let config = Config::parse(source, &text, &mut |name| {
        variables.push(name.to_owned());
        std::env::var(name).ok()
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
    if errors.is_empty() { Ok(Contents { models, dependencies }) } else { Err(errors) }
}

/// The error of an import that leads back to a file that is being read.
pub(super) fn cycle(path: &Path, span: Span) -> Diagnostic {
    let message = format!("`{}` imports itself, directly or through other files", path.display());
    Diagnostic::error(ID, message, span).with_help("remove the import that closes the cycle")
}
