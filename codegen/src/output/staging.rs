//! Files next to those that they will replace.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::{Error, PARTIAL_REMOVAL, PARTIAL_REPLACEMENT, Removed, failed};

/// Extension of files that have not been renamed yet.
const STAGED: &str = "whitesmith-new";

/// The path of a file or folder that has not been renamed yet.
pub fn staged_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(STAGED);
    name.into()
}

/// Whether this is the path of a file or folder that has not been renamed yet.
pub fn is_staged(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == STAGED)
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

/// New files, which replace the old ones together. If that does not happen, the files and the folders that were created
/// for them are removed.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Folders that are locked until their files are closed. `None` if the file system has no locks for folders.
    locks: BTreeMap<PathBuf, Option<Lock>>,
    /// The files that will be replaced.
    files: Vec<PathBuf>,
    /// Folders that were created.
    folders: BTreeSet<PathBuf>,
}

impl Staging {
    /// For changes of files, most of which are in this folder. It is locked against other runs from the first change
    /// on, or from [`start`](Self::start) on.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), state: Mutex::default() }
    }

    /// Locks the folder, so that files in it can be compared with new ones. Waits for another run that is writing to
    /// it.
    ///
    /// # Errors
    /// The folder cannot be created.
    pub fn start(&self) -> Result<(), Error> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).lock(&self.folder)
    }

    /// Replaces a file by what `update` makes of its text, if anything. Its folder is locked against other runs before
    /// it is read, so that their changes are not lost.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn update(&self, path: &Path, update: &dyn Fn(&str) -> Option<String>) -> Result<(), Error> {
        let folder = path.parent().unwrap_or(Path::new(""));
        self.state.lock().unwrap_or_else(PoisonError::into_inner).lock(folder)?;
        let text = fs::read_to_string(path).map_err(failed(path, "cannot read"))?;
        update(&text).map_or(Ok(()), |text| self.add(path, &text))
    }

    /// Writes a file next to the one that it will replace, with the permissions of that. Several threads may do so at
    /// the same time.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn add(&self, path: &Path, text: &str) -> Result<(), Error> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).add(&self.folder, path)?;
        let staged = staged_path(path);
        create(&staged, text.as_bytes()).map_err(failed(path, "cannot write"))?;
        match path.symlink_metadata() {
            Ok(old) if old.is_file() => {
                fs::set_permissions(&staged, old.permissions()).map_err(failed(path, "cannot set permissions of"))
            }
            _ => Ok(()),
        }
    }

    /// Replaces the old files, and removes others.
    ///
    /// # Errors
    /// A file cannot be replaced or removed. Nothing has changed then, unless [`Error::changed_nothing`] is false.
    pub fn commit(mut self, removed: &[Removed]) -> Result<(), Error> {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        if !removed.is_empty() {
            state.lock(&self.folder)?;
        }
        // A crate refers to its modules, so they are replaced first.
        state.files.sort_by_cached_key(|path| Reverse((Reverse(path.components().count()), path.clone())));
        let mut action = "cannot replace";
        while let Some(path) = state.files.last() {
            fs::rename(staged_path(path), path).map_err(failed(path, action))?;
            state.files.pop();
            action = PARTIAL_REPLACEMENT;
        }
        state.folders.clear();
        let mut action = if action == PARTIAL_REPLACEMENT { PARTIAL_REMOVAL } else { "cannot remove" };
        for Removed { path, .. } in removed {
            match fs::remove_file(path) {
                // A temporary file of a killed run may have been listed and then renamed.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => removed.map_err(failed(path, action))?,
            }
            action = PARTIAL_REMOVAL;
            if let Some(folder) = path.parent() {
                // Removes the folder if it is empty.
                let _ = fs::remove_dir(folder);
            }
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        // The next run overwrites files that remain.
        for path in &state.files {
            let _ = fs::remove_file(staged_path(path));
        }
        for folder in state.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

impl State {
    /// Adds a file, whose folder is created.
    fn add(&mut self, shared: &Path, path: &Path) -> Result<(), Error> {
        self.lock(shared)?;
        if let Some(folder) = path.parent() {
            self.create(folder)?;
        }
        self.files.push(path.to_owned());
        Ok(())
    }

    /// Creates the folder and those above it.
    fn create(&mut self, folder: &Path) -> Result<(), Error> {
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && folder.symlink_metadata().is_err();
        self.folders.extend(folder.ancestors().take_while(is_missing).map(Path::to_owned));
        fs::create_dir_all(folder).map_err(failed(folder, "cannot create"))
    }

    /// Locks the folder, unless that was done. It is created, because runs that lock different folders above it do not
    /// exclude each other.
    fn lock(&mut self, folder: &Path) -> Result<(), Error> {
        if !self.locks.contains_key(folder) {
            self.create(folder)?;
            self.locks.insert(folder.to_owned(), Lock::of(folder));
        }
        Ok(())
    }
}

/// A folder that no other run writes to until this value is dropped.
#[derive(Debug)]
pub struct Lock {
    _folder: fs::File,
}

impl Lock {
    /// Locks a folder. Waits for another run that has locked it, and says so on standard error. `None` if the file
    /// system has no locks for folders.
    pub fn of(folder: &Path) -> Option<Self> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let file = fs::File::open(folder).ok()?;
        lock(&file, folder)?;
        Some(Self { _folder: file })
    }
}

#[cfg(feature = "lock")]
fn lock(file: &fs::File, folder: &Path) -> Option<()> {
    use fs4::FileExt;

    match FileExt::try_lock(file) {
        Err(fs4::TryLockError::WouldBlock) => {
            // A closed pipe is not an error.
            let _ = writeln!(io::stderr(), "waiting for another run, which is writing to `{}`", folder.display());
            FileExt::lock(file).ok()
        }
        tried => tried.ok(),
    }
}

/// Cargo runs a build script once at a time.
#[cfg(not(feature = "lock"))]
fn lock(_: &fs::File, _: &Path) -> Option<()> {
    None
}

#[cfg(all(test, feature = "lock"))]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use super::Staging;

    #[test]
    fn a_run_waits_for_another_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        let first = Staging::new(folder.path());
        first.add(&path, "first").expect("writable");
        let is_done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let second = Staging::new(folder.path());
                second.start().expect("a folder");
                assert!(is_done.load(Ordering::SeqCst), "the first run is still writing");
                assert_eq!(std::fs::read_to_string(&path).expect("written"), "first");
                second.add(&path, "second").and_then(|()| second.commit(&[])).expect("writable");
            });
            std::thread::sleep(Duration::from_millis(50));
            is_done.store(true, Ordering::SeqCst);
            first.commit(&[]).expect("writable");
        });
        assert_eq!(std::fs::read_to_string(&path).expect("written"), "second");
    }
}
