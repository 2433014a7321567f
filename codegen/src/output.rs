//! Files to disk: only what changed, and all of it or nothing.
//!
//! All new texts are first written beside their places; whatever can fail (no space, no right to write) fails then, and the
//! old tree stays as it was. Only when all are there do they take their places, one rename each.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::emit::{File, HEADER};

/// What writing would change.
#[derive(Debug, Default)]
pub struct Changes {
    /// New or different files, with their old text.
    pub written: Vec<(PathBuf, Option<String>, String)>,
    /// Generated files that are no longer generated, with their text.
    pub removed: Vec<(PathBuf, String)>,
}

impl Changes {
    /// Whether everything is as it should be.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }
}

/// A file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("`{path}` {what}: {source}")]
pub struct Error {
    path: String,
    what: &'static str,
    source: io::Error,
}

/// What is said when a run stops half way, which only a failing disk or a stranger can bring about.
const PARTIAL: &str = "cannot be replaced, though others were already";

impl Error {
    /// Whether everything is as it was before.
    pub fn changed_nothing(&self) -> bool {
        self.what != PARTIAL
    }
}

fn failed<'p>(path: &'p Path, what: &'static str) -> impl FnOnce(io::Error) -> Error + use<'p> {
    move |source| Error { path: path.display().to_string(), what, source }
}

/// The suffix of files that wait for their rename.
const STAGED: &str = "whitesmith-new";

/// Compares files with what is on disk below `folder`. Files of `modules` that carry the generator's header but are not
/// among `files` are to be removed.
///
/// # Errors
/// When a file exists but cannot be read, or stands where a generated one is to go but was not generated.
pub fn compare(folder: &Path, files: &[File], modules: &[&str]) -> Result<Changes, Error> {
    let mut changes = Changes::default();
    for file in files {
        let path = folder.join(&file.path);
        let old = match fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(&path, "cannot be read")(error)),
        };
        if let Some(old) = &old
            && is_rust(&path)
            && !old.starts_with(HEADER)
        {
            return Err(foreign(&path));
        }
        if old.as_deref() != Some(&file.text) {
            changes.written.push((path, old, file.text.clone()));
        }
    }
    for module in modules {
        let Ok(entries) = fs::read_dir(folder.join(module)) else { continue };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let wanted = files.iter().any(|file| folder.join(&file.path) == path);
            if !wanted
                && let Ok(text) = fs::read_to_string(&path)
                && text.starts_with(HEADER)
            {
                changes.removed.push((path, text));
            }
        }
    }
    Ok(changes)
}

/// Folders below `folder` with generated modules, in order.
pub fn modules(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let generated = |path: &Path| fs::read_to_string(path.join("mod.rs")).is_ok_and(|text| text.starts_with(HEADER));
    let mut modules: Vec<String> = entries
        .filter(|entry| generated(&entry.path()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    modules.sort();
    modules
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn foreign(path: &Path) -> Error {
    let source = io::Error::new(
        io::ErrorKind::AlreadyExists,
        format!("it does not begin with `{HEADER}`; move it away, or write to another folder"),
    );
    failed(path, "was not generated, and is not overwritten")(source)
}

/// Makes the changes.
///
/// # Errors
/// When something cannot be written; then nothing has changed. When a file that was written cannot take its place, which
/// takes a disk that fails or somebody else at work: then the files before it have, as the message says.
pub fn write(changes: &Changes) -> Result<(), Error> {
    let _lock = lock(changes)?;
    let mut staged: Vec<(PathBuf, &Path)> = Vec::new();
    let result = stage(changes, &mut staged);
    if result.is_err() {
        for (path, _) in &staged {
            // What remains is a stray file that the next run overwrites.
            let _ = fs::remove_file(path);
        }
        return result;
    }
    for (index, (from, to)) in staged.iter().enumerate() {
        if let Err(error) = fs::rename(from, to) {
            for (path, _) in staged.iter().skip(index) {
                let _ = fs::remove_file(path);
            }
            let what = if index == 0 { "cannot be replaced" } else { PARTIAL };
            return Err(failed(to, what)(error));
        }
    }
    for (path, _) in &changes.removed {
        match fs::remove_file(path) {
            // What a killed run left has taken its place above.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            removed => removed.map_err(failed(path, "cannot be removed"))?,
        }
        if let Some(folder) = path.parent() {
            // It goes with its last file; one that holds something else stays.
            let _ = fs::remove_dir(folder);
        }
    }
    Ok(())
}

/// Keeps other runs from writing to the same folder, as long as it lives. Where folders cannot be locked, nothing does.
fn lock(changes: &Changes) -> Result<Option<fs::File>, Error> {
    let paths = changes.written.iter().map(|(path, ..)| path).chain(changes.removed.iter().map(|(path, _)| path));
    let shared = paths.filter_map(|path| path.ancestors().skip(1).find(|folder| folder.is_dir()));
    let Some(folder) = shared.min_by_key(|folder| folder.components().count()) else { return Ok(None) };
    let Ok(file) = fs::File::open(folder) else { return Ok(None) };
    match file.try_lock() {
        Err(fs::TryLockError::WouldBlock) => {
            let source =
                io::Error::new(io::ErrorKind::WouldBlock, "another run is writing there; try again when it is done");
            Err(failed(folder, "is locked")(source))
        }
        _ => Ok(Some(file)),
    }
}

fn stage<'c>(changes: &'c Changes, staged: &mut Vec<(PathBuf, &'c Path)>) -> Result<(), Error> {
    for (path, _, text) in &changes.written {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed(folder, "cannot be created"))?;
        }
        let temporary = path.with_added_extension(STAGED);
        // What a killed run left; or a link, which must not be followed out of the folder.
        let _ = fs::remove_file(&temporary);
        staged.push((temporary.clone(), path));
        let written = fs::File::create_new(&temporary).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(failed(path, "cannot be written"))?;
    }
    Ok(())
}

/// The changes as a unified diff.
pub fn diff(changes: &Changes, root: &Path) -> String {
    let mut out = String::new();
    let mut add = |path: &Path, old: &str, new: &str| {
        let shown = path.strip_prefix(root).unwrap_or(path).display().to_string();
        let shown = shown.trim_start_matches('/');
        let diff = similar::TextDiff::from_lines(old, new);
        out.push_str(&diff.unified_diff().header(&format!("a/{shown}"), &format!("b/{shown}")).to_string());
    };
    for (path, old, new) in &changes.written {
        add(path, old.as_deref().unwrap_or_default(), new);
    }
    for (path, old) in &changes.removed {
        add(path, old, "");
    }
    out
}
