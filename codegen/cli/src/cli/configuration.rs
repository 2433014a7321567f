//! The nearest `codegen.toml`, for commands that work without one.

use std::fs;
use std::path::{Path, PathBuf};

use whitesmith_codegen::config::{Config, ServiceConfig};
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::runtime::Runtime;
use whitesmith_codegen::source::{SourceMap, Span};

use super::facts::CommandFacts;
use super::{Reporter, runtime};

/// Errors, and the sources that they are in.
pub(super) type Errors = (Vec<Diagnostic>, SourceMap);

/// `codegen.toml` in the current folder or the nearest above it.
pub(super) fn nearest_config() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = nearest(&here)?;
    // A relative path keeps messages short.
    Some(if found.parent() == Some(&*here) { PathBuf::from("codegen.toml") } else { found })
}

/// Whether this file is the configuration that commands use in the current folder.
pub fn nearest_config_is(path: &Path) -> bool {
    let same = |found: PathBuf| Some(found.canonicalize().ok()? == path.canonicalize().ok()?);
    nearest_config().and_then(same).unwrap_or(false)
}

/// `codegen.toml` in a folder or the nearest above it.
fn nearest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join("codegen.toml")).find(|path| path.is_file())
}

/// Reads a configuration.
///
/// # Errors
/// The file cannot be read, or is invalid.
pub(super) fn read(path: &Path) -> Result<Config, Errors> {
    let mut sources = SourceMap::default();
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let unread = Diagnostic::error("codegen.Config", CommandFacts::unread(path, &error), Span::NONE);
            return Err((vec![unread], sources));
        }
    };
    let source = sources.add_other(path, text.clone());
    let folder = path.parent().unwrap_or(Path::new(""));
    Config::parse(source, &text, folder).map_err(|errors| (errors, sources))
}

/// The services of the nearest configuration, for commands without paths. `None` after an error, which is printed.
pub(super) fn services(reporter: &mut Reporter) -> Option<Vec<ServiceConfig>> {
    let Some(path) = nearest_config() else {
        let message = "no paths, and no `codegen.toml` in this folder or its parents";
        reporter.report_usage(Diagnostic::error("codegen.Config", message, Span::NONE).with_help("name a model"));
        return None;
    };
    read(&path).map_err(|(errors, sources)| reporter.report(&errors, &sources)).ok().map(|config| config.services)
}

/// The runtime of the configuration nearest to a folder: the one that it chooses, or else that of its package.
///
/// # Errors
/// The configuration cannot be read, or is invalid.
pub(super) fn runtime(folder: &Path) -> Result<Option<Runtime>, runtime::Error> {
    let Some(path) = nearest(folder) else { return Ok(None) };
    let config = read(&path).map_err(|(errors, _)| {
        let problem = errors.into_iter().next().map(|first| first.message).unwrap_or_default();
        runtime::Error::Configuration { path, problem }
    })?;
    Ok(config.runtime.or_else(|| runtime::of_package(&config.package)))
}
