//! Finds and reads model files.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::json_ast::mentions_version;
use crate::diagnostic::Diagnostic;
use crate::source::{Role, SourceMap, Span};

/// Reads the files, and all `.smithy` and `.json` files in the folders and below, in an order that does not depend on the
/// file system. A file that is reached twice is read once. JSON files in folders that are no models are passed over, as other
/// tools have their configuration there. What cannot be read is a diagnostic.
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
    /// Files that were read, by the path without links.
    seen: HashSet<PathBuf>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn folder(&mut self, path: &Path) {
        let mut found = false;
        // A loop of symbolic links is an error of the walk, which ends there.
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

    /// False where the file is no model.
    fn file(&mut self, path: &Path, role: Role) -> bool {
        if has_extension(path, &["jar", "zip"]) {
            let message = format!("model file `{}` is an archive, and archives are not read", path.display());
            let help = "unpack it, and name the folder with its `.smithy` and `.json` files";
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

/// Adds what was read of a model file. False where a file that was only found is no model, and is passed over.
///
/// # Errors
/// Another encoding than UTF-8, and 4 GiB or more.
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

/// Whether a file's name is that of a model.
pub fn is_model(path: &Path) -> bool {
    has_extension(path, &["smithy", "json"])
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| known.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}
