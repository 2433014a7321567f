//! Writes changed files to disk, all of them or none.
//!
//! New files are first written next to the old ones. Errors such as a full disk or missing permissions occur then, and
//! nothing has changed. Afterwards each new file replaces the old one with a rename.

mod staging;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use self::staging::{Lock, Staging, create, is_staged, staged_path};

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

/// The action that is not done because it would destroy a file that was not generated. Its error says what to do.
const NOT_GENERATED: &str = "will not overwrite";

/// The action that failed when some files were already replaced, which only a failing disk or another process causes.
const PARTIAL_REPLACEMENT: &str = "some files were replaced, but cannot replace";

/// The action that failed when some files were already replaced or removed.
const PARTIAL_REMOVAL: &str = "some files were changed, but cannot remove";

impl Error {
    /// Whether no file has changed.
    pub fn changed_nothing(&self) -> bool {
        ![PARTIAL_REPLACEMENT, PARTIAL_REMOVAL].contains(&self.action)
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
        if !self.changed_nothing() {
            return partial;
        }
        match self.source.kind() {
            _ if self.action == NOT_GENERATED => "nothing was changed",
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => {
                "nothing was changed; move what is in the way, or write to another folder"
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                "nothing was changed; check the permissions of the file and of its folder"
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                "nothing was changed; check the space on the disk"
            }
            io::ErrorKind::InvalidData => "nothing was changed; the file is not text, so it was not generated: move it",
            _ => "nothing was changed; check the path, the permissions of its folder, and the space on the disk",
        }
    }
}

fn failed<'p>(path: &'p Path, action: &'static str) -> impl FnOnce(io::Error) -> Error + use<'p> {
    move |source| Error { path: path.display().to_string(), action, source }
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
        let old = outdated(&path, &file.text)?;
        changes.written.extend(old.map(|old| Written { path, old: old.text(), new: file.text.clone() }));
    }
    let current = files.iter().map(|file| folder.join(&file.path)).collect();
    changes.removed = removed(folder, &current, modules);
    Ok(changes)
}

/// The entry at the path of a new or different file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Old {
    /// Nothing.
    Absent,
    /// A file with this text.
    Text(String),
}

impl Old {
    /// The text of the file.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Absent => None,
            Self::Text(text) => Some(text),
        }
    }
}

/// Text on disk, if it is not this text. `None` if the file is up to date.
///
/// # Errors
/// The file cannot be read, or was not generated.
pub fn outdated(path: &Path, new: &str) -> Result<Option<Old>, Error> {
    match fs::read_to_string(path) {
        Ok(old) if is_rust(path) && !is_generated(&old) && !is_template(&old) => Err(not_generated(path)),
        Ok(old) => Ok((!is_same(&old, new)).then_some(Old::Text(old))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(Old::Absent)),
        Err(error) => Err(failed(path, "cannot read")(error)),
    }
}

/// Generated files in `modules` below `folder` that are not `current`, and temporary files of killed runs.
pub fn removed(folder: &Path, current: &BTreeSet<PathBuf>, modules: &[&str]) -> Vec<Removed> {
    let mut removed = Vec::new();
    let mut add = |path: PathBuf| {
        // A killed run may have written a part of a file.
        if !current.contains(&path)
            && let Ok(bytes) = fs::read(&path)
            && (is_staged(&path) || bytes.starts_with(HEADER.as_bytes()))
        {
            removed.push(Removed { path, old: String::from_utf8_lossy(&bytes).into_owned() });
        }
    };
    let modules: BTreeSet<PathBuf> = modules.iter().map(|module| folder.join(module)).collect();
    for module in &modules {
        let Ok(entries) = fs::read_dir(module) else { continue };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        paths.into_iter().for_each(&mut add);
    }
    let is_apart = |path: &&PathBuf| path.parent().is_none_or(|parent| !modules.contains(parent));
    current.iter().filter(is_apart).map(|path| staged_path(path)).for_each(add);
    removed
}

/// The modules `named`, and those that were generated in `folder` before and are no longer named. [`compare`] removes
/// the files of the latter.
pub fn modules(folder: &Path, named: &[&str]) -> Vec<String> {
    let mut modules: Vec<String> = named.iter().map(|&module| module.to_owned()).collect();
    modules.extend(generated_modules(folder).into_iter().filter(|module| !named.contains(&module.as_str())));
    modules
}

/// Names of folders in `folder` with generated modules, sorted.
pub(crate) fn generated_modules(folder: &Path) -> Vec<String> {
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

/// The text that `cargo new --lib` writes. Earlier versions use another integer type.
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
    failed(path, NOT_GENERATED)(source)
}

/// Applies the changes.
///
/// # Errors
/// A file cannot be written. Nothing has changed then, unless [`Error::changed_nothing`] is false: a rename failed
/// after others had succeeded.
pub fn write(changes: &Changes) -> Result<(), Error> {
    stage(changes)?.commit(&changes.removed)
}

/// Writes the new files of the changes next to the old ones.
///
/// # Errors
/// A file cannot be written.
pub fn stage(changes: &Changes) -> Result<Staging, Error> {
    let written = changes.written.iter().map(|file| &file.path);
    let paths = written.chain(changes.removed.iter().map(|file| &file.path));
    let folders = paths.filter_map(|path| path.parent());
    let folder = folders.min_by_key(|folder| folder.components().count()).unwrap_or(Path::new(""));
    let staging = Staging::new(folder);
    changes.written.iter().try_for_each(|file| staging.add(&file.path, &file.new))?;
    Ok(staging)
}

/// Formats the changes as a unified diff for readers: [`diff`] with escapes for characters that a terminal would not
/// show, and for commands of build servers.
#[cfg(feature = "text-diff")]
pub fn shown_diff(changes: &Changes, root: &Path) -> String {
    diff(changes, root).split_inclusive('\n').map(crate::text::diff_line).collect()
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
    use std::io::ErrorKind;

    use super::{Error, PARTIAL_REMOVAL, PARTIAL_REPLACEMENT, not_generated};

    #[test]
    fn help_about_replaced_files_fits_commands_and_build_scripts() {
        let error = |action| Error { path: "a.rs".to_owned(), action, source: std::io::Error::other("none") };
        for partial in [PARTIAL_REPLACEMENT, PARTIAL_REMOVAL].map(error) {
            assert!(partial.help().contains("repeat the command") && partial.help_of_build().contains("build again"));
        }
        let whole = error("cannot read");
        assert!(whole.help().contains("nothing was changed") && whole.help() == whole.help_of_build());
    }

    #[test]
    fn help_depends_on_the_cause() {
        let help =
            |kind: ErrorKind| Error { path: "a.rs".to_owned(), action: "cannot write", source: kind.into() }.help();
        for (kind, part) in [
            (ErrorKind::NotADirectory, "move what is in the way"),
            (ErrorKind::PermissionDenied, "check the permissions"),
            (ErrorKind::StorageFull, "check the space on the disk"),
        ] {
            assert!(help(kind).contains(part) && help(kind).starts_with("nothing was changed"), "{kind}");
        }
        assert_eq!(not_generated("a.rs".as_ref()).help(), "nothing was changed", "the message says what to do");
    }
}
