//! The files that settings and credentials are read from: those of the machine, or those of a test.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Access to files, for an [`Environment`](super::Environment).
///
/// Methods may block. They are called on a thread for blocking operations.
pub trait Files: Send + Sync {
    /// Returns the content of a file.
    ///
    /// # Errors
    /// The file does not exist ([`io::ErrorKind::NotFound`]), is too large ([`io::ErrorKind::FileTooLarge`]), or cannot
    /// be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Replaces the content of a file. Only its owner may read it.
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

/// The file system of the machine. Files of more than 16 MiB are not read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

/// Maximum size of a file in bytes. Files of settings and certificates are much smaller.
const MAX_SIZE: u64 = 16 * 1024 * 1024;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        // Special files have no size, so that only reading finds that one is too large.
        File::open(path)?.take(MAX_SIZE + 1).read_to_end(&mut content)?;
        if content.len() as u64 > MAX_SIZE {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than 16 MiB"));
        }
        Ok(content)
    }

    fn replace(&self, path: &Path, content: &[u8]) -> io::Result<()> {
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
#[derive(Default)]
pub struct MemoryFiles(Mutex<BTreeMap<PathBuf, Vec<u8>>>);

impl MemoryFiles {
    /// Creates files with these paths and contents.
    pub fn new<P: Into<PathBuf>, C: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, C)>) -> Self {
        Self(Mutex::new(files.into_iter().map(|(path, content)| (path.into(), content.into())).collect()))
    }
}

impl fmt::Debug for MemoryFiles {
    /// Shows the paths of the files, whose contents may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        f.debug_tuple("MemoryFiles").field(&files.keys().collect::<Vec<_>>()).finish()
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

    #[test]
    fn contents_of_files_in_memory_are_not_shown() {
        let files = MemoryFiles::new([("folder/credentials", "AAA")]);
        let shown = format!("{files:?}");
        assert!(shown.contains("folder/credentials") && !shown.contains("65"), "{shown}");
    }

    #[test]
    #[cfg(unix)]
    fn files_without_an_end_are_refused() {
        let error = Disk.read(Path::new("/dev/zero")).expect_err("too large");
        assert_eq!((error.kind(), error.to_string().as_str()), (io::ErrorKind::FileTooLarge, "larger than 16 MiB"));
    }
}
