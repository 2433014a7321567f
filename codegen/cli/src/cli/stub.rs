//! `--stub`: servers to start from, which are written once, for users to edit.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use whitesmith_codegen::emit::stubs::{self, Paths};
use whitesmith_codegen::format;
use whitesmith_codegen::ir::{Module, Presence};

/// What happened to a file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Written<'a> {
    /// It is new.
    New(&'a Path),
    /// It existed, and was not changed.
    Kept(&'a Path),
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(path) => write!(f, "{}: written; implement the operations in it", path.display()),
            Self::Kept(path) => write!(f, "{}: not changed, because it exists", path.display()),
        }
    }
}

/// A file that is written unless it exists.
#[derive(Debug)]
pub(super) struct Stub {
    path: PathBuf,
    text: String,
}

impl Stub {
    /// The stub of a service, in this folder. `None` if no server is generated for the service.
    ///
    /// # Errors
    /// The code cannot be printed, which is an error of the generator.
    pub(super) fn of(folder: &Path, module: &Module, paths: Paths<'_>) -> Result<Option<Self>, format::Error> {
        if module.server == Presence::Absent || module.operations.is_empty() {
            return Ok(None);
        }
        let text = stubs::server(module, paths)?;
        let file = paths.module.rsplit("::").next().unwrap_or(paths.module);
        Ok(Some(Self { path: folder.join(file).with_extension("rs"), text }))
    }

    /// Writes the file, unless it exists.
    pub(super) fn write(&self) -> io::Result<Written<'_>> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        match OpenOptions::new().write(true).create_new(true).open(&self.path) {
            Ok(mut file) => {
                let written = file.write_all(self.text.as_bytes());
                // The next run would keep a file that is not complete.
                written.inspect_err(|_| drop(fs::remove_file(&self.path))).map(|()| Written::New(&self.path))
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Written::Kept(&self.path)),
            Err(error) => Err(error),
        }
    }
}
