//! The files that settings and credentials are read from: those of the machine, or those of a test.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Access to files. [`Environment`](super::Environment) has one.
///
/// Methods may block: they are called on a thread for blocking work.
pub trait Files: Send + Sync {
    /// Returns the content of a file.
    ///
    /// # Errors
    /// The file does not exist ([`io::ErrorKind::NotFound`]), or cannot be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Replaces the content of a file, which only its owner may read.
    ///
    /// # Errors
    /// The file cannot be written.
    fn replace(&self, path: &Path, content: &[u8]) -> io::Result<()>;
}

impl<T: Files + ?Sized> Files for Arc<T> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        (**self).read(path)
    }

    fn replace(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        (**self).replace(path, content)
    }
}

/// The file system of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn replace(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        use std::io::Write as _;
        let mut name = path.as_os_str().to_owned();
        // Other processes and threads may replace the same file.
        name.push(format!(".{:016x}.new", fastrand::u64(..)));
        let temporary = PathBuf::from(name);
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&temporary)?;
        let replaced = file.write_all(content).and_then(|()| std::fs::rename(&temporary, path));
        if replaced.is_err() {
            // Reports the first error.
            let _ = std::fs::remove_file(&temporary);
        }
        replaced
    }
}

/// Files in memory, for tests.
#[derive(Debug, Default)]
pub struct MemoryFiles(Mutex<BTreeMap<PathBuf, Vec<u8>>>);

impl MemoryFiles {
    /// Creates files with these paths and contents.
    pub fn new<P: Into<PathBuf>, C: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, C)>) -> Self {
        Self(Mutex::new(files.into_iter().map(|(path, content)| (path.into(), content.into())).collect()))
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn replace(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.to_owned(), content.to_owned());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn replaced_files_are_readable_by_their_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = std::env::temp_dir().join(format!("whitesmith-files-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("created");
        let path = folder.join("token.json");
        for content in ["one", "two"] {
            Disk.replace(&path, content.as_bytes()).expect("written");
            assert_eq!(Disk.read(&path).expect("read"), content.as_bytes());
        }
        let mode = std::fs::metadata(&path).expect("exists").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(&folder).expect("folder").count(), 1, "no other file is left");
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
