//! Writes a new folder completely or not at all: under a temporary name, which is then renamed. In the current
//! folder, adds files to the existing ones.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whitesmith_codegen::emit::File;
use whitesmith_codegen::output::{self, Changes, Staging, Written};

use crate::cli::Join;

/// A folder that cannot be created.
#[derive(Debug, thiserror::Error)]
pub(super) enum WriteError {
    #[error("`{}` exists already", .0.display())]
    Exists(PathBuf),
    #[error("cannot write `{}`", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("cannot add it to the workspace")]
    Workspace(#[source] output::Error),
}

/// Whether the folder does not exist, or is empty.
pub(super) fn is_free(folder: &Path) -> bool {
    // An invalid path is reported when it is written.
    let exists = folder.symlink_metadata().is_ok();
    !exists || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Files to add to the current folder.
#[derive(Debug, Default)]
pub(super) struct Additions {
    changes: Changes,
    /// Files that exist already, and what happens to them, one line each.
    pub(super) notes: Vec<String>,
}

/// The file in which git looks for what it ignores.
const IGNORED: &str = ".gitignore";

/// Compares files with those in a folder. A README and the same text are kept, and `.gitignore` gets the lines that it
/// lacks.
///
/// # Errors
/// The paths of other files that exist already.
pub(super) fn additions(folder: &Path, files: &[File]) -> Result<Additions, Vec<String>> {
    let mut additions = Additions::default();
    let mut others = Vec::new();
    for File { path, text } in files {
        let to = folder.join(path);
        let old = to.symlink_metadata().is_ok().then(|| fs::read_to_string(&to));
        match old {
            None => additions.changes.written.push(Written { path: to, old: None, new: text.clone() }),
            Some(Ok(old)) if old == *text => {}
            Some(_) if path == "README.md" => additions.notes.push(format!("{path}: kept")),
            Some(Ok(old)) if path == IGNORED => {
                let missing: Vec<&str> = text.lines().filter(|line| !ignores(&old, line)).collect();
                if !missing.is_empty() {
                    let end = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
                    let new = format!("{old}{end}{}\n", missing.join("\n"));
                    additions.notes.push(format!("{path}: added {}", missing.join(", ")));
                    additions.changes.written.push(Written { path: to, old: Some(old), new });
                }
            }
            Some(_) => others.push(path.clone()),
        }
    }
    if others.is_empty() { Ok(additions) } else { Err(others) }
}

/// Whether a `.gitignore` has a line with the same path as `line`, with or without slashes around it.
fn ignores(text: &str, line: &str) -> bool {
    text.lines().any(|old| old.trim().trim_matches('/') == line.trim_matches('/'))
}

/// Writes the additions to the current folder, and the workspace's manifest.
pub(super) fn add(additions: &Additions, join: Option<&Join>) -> Result<(), output::Error> {
    let staging = output::stage(&additions.changes)?;
    join.map_or(Ok(()), |join| join.stage(&staging))?;
    staging.commit(&[])
}

/// Writes the files, and the workspace's manifest.
pub(super) fn write(folder: &Path, files: &[File], join: Option<&Join>) -> Result<(), WriteError> {
    let staged = output::staged_path(folder);
    // A run that was killed may have left it behind.
    let _ = fs::remove_dir_all(&staged);
    let written = stage(&staged, folder, files).and_then(|()| rename(&staged, folder));
    if written.is_err() {
        let _ = fs::remove_dir_all(&staged);
        return written;
    }
    let Some(join) = join else { return Ok(()) };
    let staging = Staging::new(join.manifest.parent().unwrap_or(Path::new("")));
    join.stage(&staging).and_then(|()| staging.commit(&[])).map_err(|error| {
        let _ = fs::remove_dir_all(folder);
        WriteError::Workspace(error)
    })
}

fn stage(staged: &Path, folder: &Path, files: &[File]) -> Result<(), WriteError> {
    for file in files {
        // The error has the final path, since users do not know the temporary one.
        let failed = |source| WriteError::Write { path: folder.join(&file.path), source };
        output::create(&staged.join(&file.path), file.text.as_bytes()).map_err(failed)?;
    }
    Ok(())
}

fn rename(staged: &Path, folder: &Path) -> Result<(), WriteError> {
    // Another process may have created it in the meantime. Only an empty folder can be removed.
    if !is_free(folder) {
        return Err(WriteError::Exists(folder.to_owned()));
    }
    let _ = fs::remove_dir(folder);
    fs::rename(staged, folder).map_err(|source| WriteError::Write { path: folder.to_owned(), source })
}
