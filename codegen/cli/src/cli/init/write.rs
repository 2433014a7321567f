//! Writes a new folder, all of it or nothing: under another name first, and then with one rename.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whitesmith_codegen::emit::File;
use whitesmith_codegen::output::{self, Changes};

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

/// Writes the files, and the workspace's manifest.
pub(super) fn write(folder: &Path, files: &[File], join: Option<&Join>) -> Result<(), WriteError> {
    let staged = output::staged_path(folder);
    // A run that was killed has left it.
    let _ = fs::remove_dir_all(&staged);
    let written = stage(&staged, files).and_then(|()| rename(&staged, folder));
    if written.is_err() {
        let _ = fs::remove_dir_all(&staged);
        return written;
    }
    let Some(Join { manifest, old, new, .. }) = join else { return Ok(()) };
    let written = vec![(manifest.clone(), Some(old.clone()), new.clone())];
    output::write(&Changes { written, removed: Vec::new() }).map_err(|error| {
        let _ = fs::remove_dir_all(folder);
        WriteError::Workspace(error)
    })
}

fn stage(staged: &Path, files: &[File]) -> Result<(), WriteError> {
    for file in files {
        let path = staged.join(&file.path);
        output::create(&path, file.text.as_bytes()).map_err(|source| WriteError::Write { path, source })?;
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
