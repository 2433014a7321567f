//! Finds and reads model files.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diagnostic::Diagnostic;
use crate::source::{SourceMap, Span};

/// Reads the files, and all `.smithy` and `.json` files in the folders and below, in an order that does not depend on the file system.
/// What cannot be read is a diagnostic.
pub fn read_sources(paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for path in paths {
        if path.is_dir() {
            folder(path, sources, &mut diagnostics);
        } else {
            file(path, sources, &mut diagnostics);
        }
    }
    diagnostics
}

fn folder(path: &Path, sources: &mut SourceMap, diagnostics: &mut Vec<Diagnostic>) {
    let mut found = false;
    // A loop of symbolic links is an error of the walk, which ends there.
    for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_model(entry.path()) => {
                found = true;
                file(entry.path(), sources, diagnostics);
            }
            Ok(_) => {}
            Err(error) => diagnostics.push(Diagnostic::error("Model", error.to_string(), Span::NONE)),
        }
    }
    if !found {
        let message = format!("no model in folder `{}`", path.display());
        let help = "model files end in `.smithy` or `.json`";
        diagnostics.push(Diagnostic::error("Model", message, Span::NONE).with_help(help));
    }
}

fn is_model(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| ["smithy", "json"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

fn file(path: &Path, sources: &mut SourceMap, diagnostics: &mut Vec<Diagnostic>) {
    let problem = match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) if u32::try_from(text.len()).is_ok() => {
                sources.add(path, text);
                return;
            }
            Ok(_) => "is larger than 4 GiB".to_owned(),
            Err(error) => format!("is not UTF-8: byte {} is wrong", error.utf8_error().valid_up_to()),
        },
        Err(error) => format!("cannot be read: {error}"),
    };
    diagnostics.push(Diagnostic::error("Model", format!("model file `{}` {problem}", path.display()), Span::NONE));
}
