//! `--stub`: servers to start from, which are written once, for users to edit.

use std::fmt;
use std::path::{Path, PathBuf};

use whitesmith_codegen::emit::stubs::{self, Paths};
use whitesmith_codegen::format;
use whitesmith_codegen::ir::{Module, Presence};
use whitesmith_codegen::output::{Error, Staging};

/// Result for a file.
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

    /// Adds the file to those that are written together, unless it exists.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn stage(&self, staging: &Staging) -> Result<Written<'_>, Error> {
        if self.path.symlink_metadata().is_ok() {
            return Ok(Written::Kept(&self.path));
        }
        staging.add(&self.path, &self.text).map(|()| Written::New(&self.path))
    }
}
