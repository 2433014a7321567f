//! Writes changed files to disk, all of them or none.
//!
//! New files are first written next to the old ones. Errors such as a full disk or missing permissions occur then, and
//! nothing has changed. Afterwards each new file replaces the old one with a rename.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::emit::{File, HEADER, is_generated};

/// Differences between generated files and those on disk.
#[derive(Debug, Default)]
pub struct Changes {
    /// New or different files.
    pub written: Vec<Written>,
    /// Files that are no longer generated.
    pub removed: Vec<Removed>,
}

/// A new or different file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its path.
    pub path: PathBuf,
    /// Its text before, if it exists.
    pub old: Option<String>,
    /// Its text afterwards.
    pub new: String,
}

/// A file that is to be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its path.
    pub path: PathBuf,
    /// Its text.
    pub old: String,
}

impl Changes {
    /// Whether all files are up to date.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }
}

/// A file or folder could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{action} `{path}`")]
pub struct Error {
    path: String,
    action: &'static str,
    source: io::Error,
}

/// The action that failed when some files were already replaced, which only a failing disk or another process causes.
const PARTIAL: &str = "some files were replaced, but cannot replace";

impl Error {
    /// Whether no file has changed.
    pub fn changed_nothing(&self) -> bool {
        self.action != PARTIAL
    }

    /// How a user of the command corrects it.
    pub fn help(&self) -> &'static str {
        self.help_or("some files were changed; repeat the command, which replaces the others")
    }

    /// How a user of a build script corrects it.
    pub(crate) fn help_of_build(&self) -> &'static str {
        self.help_or("some files were changed; build again, which replaces the others")
    }

    fn help_or(&self, partial: &'static str) -> &'static str {
        if self.changed_nothing() {
            "nothing was changed; check the path, the permissions of its folder, and the space on the disk"
        } else {
            partial
        }
    }
}

fn failed<'p>(path: &'p Path, action: &'static str) -> impl FnOnce(io::Error) -> Error + use<'p> {
    move |source| Error { path: path.display().to_string(), action, source }
}

/// Extension of files that have not been renamed yet.
const STAGED: &str = "whitesmith-new";

/// The path of a file or folder that has not been renamed yet.
pub fn staged_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(STAGED);
    name.into()
}

/// Compares files with those on disk below `folder`. Generated files in `modules` that are not in `files` are to be
/// removed.
///
/// # Errors
/// A file cannot be read, or a file that was not generated is in the way.
pub fn compare(folder: &Path, files: &[File], modules: &[&str]) -> Result<Changes, Error> {
    let mut changes = Changes::default();
    for file in files {
        let path = folder.join(&file.path);
        let old = match fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(&path, "cannot read")(error)),
        };
        if let Some(old) = &old
            && is_rust(&path)
            && !is_generated(old)
            && !is_template(old)
        {
            return Err(not_generated(&path));
        }
        if !old.as_deref().is_some_and(|old| is_same(old, &file.text)) {
            changes.written.push(Written { path, old, new: file.text.clone() });
        }
    }
    let current: BTreeSet<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    for module in modules {
        let Ok(entries) = fs::read_dir(folder.join(module)) else { continue };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            if !current.contains(&path)
                && let Ok(text) = fs::read_to_string(&path)
                && is_generated(&text)
            {
                changes.removed.push(Removed { path, old: text });
            }
        }
    }
    Ok(changes)
}

/// The modules `named`, and those that were generated in `folder` before and are no longer named. [`compare`] removes
/// the files of the latter.
pub fn modules(folder: &Path, named: &[&str]) -> Vec<String> {
    let mut modules: Vec<String> = named.iter().map(|&module| module.to_owned()).collect();
    modules.extend(generated_modules(folder).into_iter().filter(|module| !named.contains(&module.as_str())));
    modules
}

/// Names of folders in `folder` with generated modules, sorted.
fn generated_modules(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let generated = |path: &Path| fs::read_to_string(path.join("mod.rs")).is_ok_and(|text| is_generated(&text));
    let mut modules: Vec<String> = entries
        .filter(|entry| generated(&entry.path()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    modules.sort();
    modules
}

/// Whether two texts are the same. git may have converted line ends on checkout.
fn is_same(old: &str, new: &str) -> bool {
    old == new || (old.contains("\r\n") && old.replace("\r\n", "\n") == new.replace("\r\n", "\n"))
}

/// Whether a library is the one that `cargo new --lib` writes, or empty, and thus unchanged. Cargo formats it by
/// the user's configuration of rustfmt.
pub fn is_template(text: &str) -> bool {
    let is = |integer: &str| text.split_whitespace().eq(TEMPLATE.replace("INTEGER", integer).split_whitespace());
    text.trim().is_empty() || is("u64") || is("usize")
}

/// What `cargo new --lib` writes. Earlier versions use another integer type.
const TEMPLATE: &str = "\
pub fn add(left: INTEGER, right: INTEGER) -> INTEGER {
    left + right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_works() {
        let result = add(2, 2);
        assert_eq!(result, 4);
    }
}
";

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn not_generated(path: &Path) -> Error {
    let source = io::Error::new(
        io::ErrorKind::AlreadyExists,
        format!("it does not start with `{HEADER}`; move it, or write to another folder"),
    );
    failed(path, "will not overwrite")(source)
}

/// Applies the changes.
///
/// # Errors
/// A file cannot be written. Nothing has changed then, unless [`Error::changed_nothing`] is false: a rename failed
/// after others had succeeded.
pub fn write(changes: &Changes) -> Result<(), Error> {
    let _lock = lock(changes)?;
    let mut staged: Vec<(PathBuf, &Path)> = Vec::new();
    let new_folders = missing_folders(changes);
    let result = stage(changes, &mut staged);
    if result.is_err() {
        for (path, _) in &staged {
            // The next run overwrites files that remain.
            let _ = fs::remove_file(path);
        }
        for folder in new_folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        return result;
    }
    for (index, (from, to)) in staged.iter().enumerate() {
        if let Err(error) = fs::rename(from, to) {
            for (path, _) in staged.iter().skip(index) {
                let _ = fs::remove_file(path);
            }
            let action = if index == 0 { "cannot replace" } else { PARTIAL };
            return Err(failed(to, action)(error));
        }
    }
    for Removed { path, .. } in &changes.removed {
        match fs::remove_file(path) {
            // A temporary file of a killed run may have been listed and then renamed.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            removed => removed.map_err(failed(path, "cannot remove"))?,
        }
        if let Some(folder) = path.parent() {
            // Removes the folder if it is empty.
            let _ = fs::remove_dir(folder);
        }
    }
    Ok(())
}

/// Locks the folder against other runs while the file is open. Does nothing on file systems without locks for folders.
fn lock(changes: &Changes) -> Result<Option<fs::File>, Error> {
    let written = changes.written.iter().map(|file| &file.path);
    let paths = written.chain(changes.removed.iter().map(|file| &file.path));
    let shared = paths.filter_map(|path| path.ancestors().skip(1).find(|folder| folder.is_dir()));
    let Some(folder) = shared.min_by_key(|folder| folder.components().count()) else { return Ok(None) };
    let Ok(file) = fs::File::open(folder) else { return Ok(None) };
    if is_locked(&file) {
        let source = io::Error::new(io::ErrorKind::WouldBlock, "another run is writing to it");
        return Err(failed(folder, "cannot lock")(source));
    }
    Ok(Some(file))
}

/// Locks a folder if no other run has done so. Returns true if one has.
#[cfg(feature = "lock")]
fn is_locked(folder: &fs::File) -> bool {
    matches!(fs4::FileExt::try_lock(folder), Err(fs4::TryLockError::WouldBlock))
}

/// Cargo runs a build script once at a time.
#[cfg(not(feature = "lock"))]
fn is_locked(_: &fs::File) -> bool {
    false
}

/// The folders that will be created, each before those in it.
fn missing_folders(changes: &Changes) -> BTreeSet<&Path> {
    let folders = changes.written.iter().flat_map(|file| file.path.ancestors().skip(1));
    folders.filter(|folder| !folder.as_os_str().is_empty() && folder.symlink_metadata().is_err()).collect()
}

fn stage<'c>(changes: &'c Changes, staged: &mut Vec<(PathBuf, &'c Path)>) -> Result<(), Error> {
    for Written { path, new, .. } in &changes.written {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed(folder, "cannot create"))?;
        }
        let temporary = staged_path(path);
        staged.push((temporary.clone(), path));
        create(&temporary, new.as_bytes()).map_err(failed(path, "cannot write"))?;
    }
    Ok(())
}

/// Creates a file that is renamed later, and the folders above it. A file that a killed run has left is replaced.
///
/// # Errors
/// A folder or the file cannot be created or written.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // A symbolic link must not be followed out of the folder.
    let _ = fs::remove_file(path);
    fs::File::create_new(path)?.write_all(bytes)
}

/// Formats the changes as a unified diff. Paths are relative to `root`.
#[cfg(feature = "text-diff")]
pub fn diff(changes: &Changes, root: &Path) -> String {
    let mut out = String::new();
    let mut add = |path: &Path, old: &str, new: &str| {
        let shown = path.strip_prefix(root).unwrap_or(path).display().to_string();
        let shown = shown.trim_start_matches('/');
        let diff = similar::TextDiff::from_lines(old, new);
        out.push_str(&diff.unified_diff().header(&format!("a/{shown}"), &format!("b/{shown}")).to_string());
    };
    for Written { path, old, new } in &changes.written {
        add(path, old.as_deref().unwrap_or_default(), new);
    }
    for Removed { path, old } in &changes.removed {
        add(path, old, "");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Error, PARTIAL};

    #[test]
    fn help_about_replaced_files_fits_commands_and_build_scripts() {
        let error = |action| Error { path: "a.rs".to_owned(), action, source: std::io::Error::other("none") };
        let partial = error(PARTIAL);
        assert!(partial.help().contains("repeat the command") && partial.help_of_build().contains("build again"));
        let whole = error("cannot read");
        assert!(whole.help().contains("nothing was changed") && whole.help() == whole.help_of_build());
    }
}
