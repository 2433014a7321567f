//! Finding and reading model files.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::json_ast::mentions_version;
use crate::diagnostic::Diagnostic;
use crate::source::{Role, SourceFile, SourceMap, Span};

/// Reads files, and all `.smithy` and `.json` files below folders, in an order that is independent of the file system.
/// Each file is read once. JSON files in folders that are not models are ignored, since other tools have their
/// configuration there. Files that cannot be read are diagnostics.
pub fn read_sources(paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
    let mut reader = Reader { sources, seen: HashSet::new(), diagnostics: Vec::new() };
    for path in paths {
        if path.is_dir() {
            reader.folder(path);
        } else {
            reader.file(path, Role::Model);
        }
    }
    reader.diagnostics
}

struct Reader<'s> {
    sources: &'s mut SourceMap,
    /// Files that were read, by canonical path.
    seen: HashSet<PathBuf>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn folder(&mut self, path: &Path) {
        let mut found = false;
        // A loop of symbolic links ends the walk with an error.
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_model(entry.path()) => {
                    found |= self.file(entry.path(), Role::Found);
                }
                Ok(_) => {}
                Err(error) => self.diagnostics.push(Diagnostic::error("Model", error.to_string(), Span::NONE)),
            }
        }
        if !found {
            let message = format!("no model in folder `{}`", path.display());
            let help = "model files end in `.smithy` or `.json`";
            self.diagnostics.push(Diagnostic::error("Model", message, Span::NONE).with_help(help));
        }
    }

    /// Whether the file is a model.
    fn file(&mut self, path: &Path, role: Role) -> bool {
        if has_extension(path, &["jar", "zip"]) {
            let message = format!("model file `{}` is an archive, which is not supported", path.display());
            let help = "extract it, and pass the folder with its `.smithy` and `.json` files";
            self.diagnostics.push(Diagnostic::error("Model", message, Span::NONE).with_help(help));
            return true;
        }
        if fs::canonicalize(path).is_ok_and(|path| !self.seen.insert(path)) {
            return true;
        }
        let added = fs::read(path).map_err(|error| unread(path, &format!("cannot be read: {error}")));
        added.and_then(|bytes| add_source(path, bytes, role, self.sources)).unwrap_or_else(|problem| {
            self.diagnostics.push(problem);
            true
        })
    }
}

/// Adds a file. Returns false if it was found in a folder and is not a model.
///
/// # Errors
/// The file is not UTF-8, or is 4 GiB or larger.
pub fn add_source(path: &Path, bytes: Vec<u8>, role: Role, sources: &mut SourceMap) -> Result<bool, Diagnostic> {
    match String::from_utf8(bytes) {
        Ok(text) if role == Role::Found && has_extension(path, &["json"]) && !mentions_version(&text) => Ok(false),
        Ok(text) if u32::try_from(text.len()).is_ok() => {
            if role == Role::Found {
                sources.add_found(path, text)
            } else {
                sources.add(path, text)
            };
            Ok(true)
        }
        Ok(_) => Err(unread(path, "is larger than 4 GiB")),
        Err(error) => Err(unread(path, &format!("is not UTF-8: byte {} is wrong", error.utf8_error().valid_up_to()))),
    }
}

fn unread(path: &Path, problem: &str) -> Diagnostic {
    Diagnostic::error("Model", format!("model file `{}` {problem}", path.display()), Span::NONE)
}

/// JSON files that were named by the user and are no models: loading ignores them. Models declare their version.
pub fn ignored(sources: &SourceMap) -> impl Iterator<Item = &Path> {
    let files = sources.iter().map(|(_, file)| file);
    let ignored = files.filter(|file| has_extension(file.path(), &["json"]) && !mentions_version(file.text()));
    ignored.map(SourceFile::path)
}

/// Whether a file has the extension of a model.
pub fn is_model(path: &Path) -> bool {
    has_extension(path, &["smithy", "json"])
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| known.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}
