//! The nearest `codegen.toml`, for commands that work without one.

use std::fs;
use std::path::{Path, PathBuf};

use whitesmith_codegen::config::Config;
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::runtime::Runtime;
use whitesmith_codegen::source::{SourceMap, Span};

use super::facts::CommandFacts;

/// Errors, and the sources that they are in.
pub(super) type Errors = (Vec<Diagnostic>, SourceMap);

/// `codegen.toml` in the current folder or the nearest above it.
pub(super) fn nearest_config() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = here.ancestors().map(|folder| folder.join("codegen.toml")).find(|path| path.is_file())?;
    // A relative path keeps messages short.
    Some(if found.parent() == Some(&*here) { PathBuf::from("codegen.toml") } else { found })
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

/// The runtime of the nearest configuration: the one that it chooses, or else that of its package. `None` if it is
/// invalid, which `codegen` reports.
pub(super) fn runtime() -> Option<Runtime> {
    let config = read(&nearest_config()?).ok()?;
    config.runtime.or_else(|| super::runtime::of_package(&config.package))
}
