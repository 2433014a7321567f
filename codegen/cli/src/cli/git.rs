//! Reads model files of a git revision. Runs the program `git`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::error_chain;
use super::facts::CommandFacts;
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::load::{add_source, is_model};
use whitesmith_codegen::source::{Role, SourceMap, Span};

/// Start of the mode of regular files in git trees. Symbolic links and submodules have others.
const FILES: &str = "100";

/// A revision, or a path in it, that cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum GitError {
    #[error("it is not a valid revision")]
    Name,
    #[error("a path is not UTF-8")]
    Path(#[source] std::string::FromUtf8Error),
    #[error("it contains no model files")]
    NoModel,
    #[error("cannot run git")]
    Run(#[source] std::io::Error),
    #[error("no such commit")]
    NoCommit,
    /// The message of git.
    #[error("{0}")]
    Failed(String),
}

/// A commit.
#[derive(Debug)]
pub(super) struct Revision<'a> {
    name: &'a str,
    /// Full hash of the commit, which git cannot mistake for an option.
    commit: String,
}

impl<'a> Revision<'a> {
    /// Finds the commit of a revision, such as `main`, `v1.2` or `HEAD~3`.
    ///
    /// # Errors
    /// There is no such commit, or git cannot be run.
    pub(super) fn find(name: &'a str) -> Result<Self, GitError> {
        if name.is_empty() || name.starts_with('-') {
            return Err(GitError::Name);
        }
        let found = git(Path::new(""), ["rev-parse", "--verify", &format!("{name}^{{commit}}")])?;
        Ok(Self { name, commit: String::from_utf8_lossy(&found).trim().to_owned() })
    }

    /// Reads files, and folders with all model files below them, as they are in this revision. Paths are relative to
    /// the current folder.
    pub(super) fn read(&self, paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for path in paths {
            match self.read_path(path, sources) {
                Ok(unread) => diagnostics.extend(unread),
                Err(error) => {
                    let (path, revision) = (path.display().to_string(), self.name.to_owned());
                    let facts = CommandFacts::UnreadRevision { path, revision, cause: error_chain(&error) };
                    diagnostics.push(Diagnostic::error("Model", facts, Span::NONE));
                }
            }
        }
        diagnostics
    }

    fn read_path(&self, path: &Path, sources: &mut SourceMap) -> Result<Vec<Diagnostic>, GitError> {
        // git runs in the folder of the path, which may belong to another repository than the current folder.
        let (folder, name) = match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) if folder.is_dir() => (folder, name),
            (_, Some(_)) => (Path::new(""), path.as_os_str()),
            _ => (path, OsStr::new(".")),
        };
        let start = [OsStr::new("ls-tree"), OsStr::new("-rz"), OsStr::new(&self.commit), OsStr::new("--"), name];
        let listed = git(folder, start)?;
        let listed = String::from_utf8(listed).map_err(GitError::Path)?;
        let mut unread = Vec::new();
        let mut found = false;
        // Each entry: mode, type and hash, a tab, the path.
        for (head, file) in listed.split('\0').filter_map(|entry| entry.split_once('\t')) {
            let is_named = Path::new(file) == Path::new(name);
            let hash = head.rsplit(' ').next().unwrap_or_default();
            if !head.starts_with(FILES) || !(is_named || is_model(Path::new(file))) {
                continue;
            }
            let role = if is_named { Role::Model } else { Role::Found };
            let bytes = git(folder, ["cat-file", "blob", hash])?;
            let shown = PathBuf::from(format!("{}:{}", self.name, folder.join(file).display()));
            match add_source(&shown, bytes, role, sources) {
                Ok(is_model) => found |= is_model,
                Err(problem) => unread.push(problem),
            }
        }
        if found || !unread.is_empty() { Ok(unread) } else { Err(GitError::NoModel) }
    }
}

/// Whether git ignores a path below a folder. False without git.
pub(super) fn is_ignored(folder: &Path, path: &str) -> bool {
    git(folder, ["check-ignore", "--quiet", path]).is_ok()
}

/// Output of a git command.
fn git<A: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = A>) -> Result<Vec<u8>, GitError> {
    let mut command = Command::new("git");
    if folder != Path::new("") {
        command.arg("-C").arg(folder);
    }
    let output = command.args(arguments).output().map_err(GitError::Run)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let message = String::from_utf8_lossy(&output.stderr);
    let message = message.trim().lines().next().unwrap_or_default();
    let message = message.strip_prefix("fatal: ").unwrap_or(message);
    Err(if message == "Needed a single revision" { GitError::NoCommit } else { GitError::Failed(message.to_owned()) })
}
