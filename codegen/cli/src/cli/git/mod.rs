//! Reads model files of a git revision. Runs the program `git`.

mod run;
mod tree;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::error_chain;
use super::facts::CommandFacts;
use run::git;
pub(super) use run::top;
use tree::Tree;
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::load::{add_source, is_archive, is_smithy_build};
use whitesmith_codegen::source::{Role, SourceMap, Span};

/// A revision, or a path in it, that cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum GitError {
    #[error("it is not a valid revision")]
    Name,
    #[error("it contains no model files")]
    NoModel,
    #[error("a `smithy-build.json` is not read from a revision, because it names files and dependencies outside of it")]
    Project,
    #[error("archives are not read from a revision")]
    Archive,
    #[error("it is a submodule, whose files are in another repository")]
    Submodule,
    #[error("it is a symbolic link to `{0}`, which is not in the repository")]
    OutsideLink(String),
    #[error("it is a symbolic link that git cannot follow")]
    BrokenLink,
    #[error("cannot run git")]
    Run(#[source] std::io::Error),
    #[error("the output of git is incomplete")]
    Incomplete,
    #[error("no such commit")]
    NoCommit,
    /// The message of git.
    #[error("{0}")]
    Failed(String),
}

impl GitError {
    /// How to compare the models anyway. Empty if the message says it.
    fn help(&self) -> &'static str {
        match self {
            Self::Project | Self::Archive | Self::Submodule | Self::OutsideLink(_) => CHECK_OUT,
            Self::BrokenLink => "pass paths without the link, or check the revision out and correct it",
            _ => "",
        }
    }
}

/// How to compare models of a revision that need more than files of the repository.
pub(super) const CHECK_OUT: &str =
    "check the revision out, for example with `git worktree add`, and pass the path of its models";

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
        let commit = format!("{name}^{{commit}}");
        // With `--quiet`, only the exit code says that there is no such commit.
        let found = git(Path::new(""), ["rev-parse", "--verify", "--quiet", &commit]).map_err(|error| match error {
            GitError::Failed(message) if message.is_empty() => GitError::NoCommit,
            error => error,
        })?;
        Ok(Self { name, commit: String::from_utf8_lossy(&found).trim().to_owned() })
    }

    /// Reads files, and folders with all model files below them, as they are in this revision. Paths are relative to
    /// the current folder. What would be read from a folder on disk, but cannot be read from a revision, is an error.
    pub(super) fn read(&self, paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for path in paths {
            let found = self.read_path(path, sources, &mut diagnostics);
            if let Err(error) = found {
                diagnostics.push(self.unread(&path.display().to_string(), &error));
            }
        }
        diagnostics
    }

    /// The error of a path that cannot be read.
    fn unread(&self, path: &str, error: &GitError) -> Diagnostic {
        let (path, revision) = (path.to_owned(), self.name.to_owned());
        let facts = CommandFacts::UnreadRevision { path, revision, cause: error_chain(error) };
        let found = Diagnostic::error("Model", facts, Span::NONE);
        if error.help().is_empty() { found } else { found.with_help(error.help()) }
    }

    fn read_path(
        &self,
        path: &Path,
        sources: &mut SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<(), GitError> {
        if is_smithy_build(path) {
            return Err(GitError::Project);
        } else if is_archive(path) {
            return Err(GitError::Archive);
        }
        let (folder, name) = run::place(path);
        let (folder, name) = (&*folder, &*name);
        let tree = Tree::read(&self.commit, folder, name)?;
        let is_complete = tree.unread.is_empty();
        diagnostics.extend(tree.unread.iter().map(|(file, error)| self.unread(&shown(folder, file), error)));
        let mut found = false;
        let hashes: Vec<&str> = tree.files.iter().map(|file| &*file.hash).collect();
        for (file, bytes) in tree.files.iter().zip(run::blobs(folder, &hashes)?) {
            let role = if file.is_named { Role::Model } else { Role::Found };
            let path = PathBuf::from(format!("{}:{}", self.name, shown(folder, &file.path)));
            match add_source(&path, bytes, role, sources) {
                Ok(is_model) => found |= is_model,
                Err(problem) => {
                    diagnostics.push(problem);
                    found = true;
                }
            }
        }
        if found || !is_complete { Ok(()) } else { Err(GitError::NoModel) }
    }
}

/// A path of git, relative to the current folder.
fn shown(folder: &Path, path: &[u8]) -> String {
    folder.join(&*String::from_utf8_lossy(path)).display().to_string()
}

/// Whether git ignores a path below a folder. False without git.
pub(super) fn is_ignored(folder: &Path, path: &str) -> bool {
    git(folder, [OsStr::new("check-ignore"), OsStr::new("--quiet"), OsStr::new(path)]).is_ok()
}
