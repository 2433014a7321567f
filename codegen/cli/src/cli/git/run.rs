//! Runs git, and parses what it prints. Does not know models.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::GitError;
use crate::cli::runtime::Place;

/// The folder for [`git`], and the path in it.
pub(super) fn place(path: &Path) -> (PathBuf, OsString) {
    let here = PathBuf::new();
    match (path.parent(), path.file_name()) {
        // The environment names the repository, for example in hooks. Paths are those of the current folder.
        _ if has_repository() => (here, printed(path).unwrap_or_else(|| path.as_os_str().to_owned())),
        // git runs in the folder of the path, which may belong to another repository than the current folder.
        (Some(folder), Some(name)) if folder.is_dir() => (folder.to_owned(), name.to_owned()),
        (_, Some(_)) => (here, path.as_os_str().to_owned()),
        _ => (path.to_owned(), ".".into()),
    }
}

/// A path as git prints it: relative to the current folder, and without `.`, `//` and what `..` takes back. `None` if
/// it is not UTF-8.
fn printed(path: &Path) -> Option<OsString> {
    let here = std::env::current_dir().ok()?;
    // The folder may have another name here.
    let real = path.parent().filter(|_| path.is_absolute()).and_then(|folder| folder.canonicalize().ok());
    let path = real.zip(path.file_name()).map_or_else(|| here.join(path), |(folder, name)| folder.join(name));
    Some(Place::of(&here).ok()?.path_to(&Place::of(&path).ok()?)?.into())
}

/// Whether the environment names a repository, as git does for hooks.
fn has_repository() -> bool {
    std::env::var_os("GIT_DIR").is_some()
}

/// The top folder of the working tree of the current folder. `None` without git or a repository.
pub(in crate::cli) fn top() -> Option<PathBuf> {
    top_of(Path::new(""))
}

/// Whether the target of a link, relative to the top folder, is a file on this machine.
pub(super) fn is_file(folder: &Path, target: &str) -> bool {
    top_of(folder).is_some_and(|top| top.join(target).is_file())
}

/// The top folder of the working tree of a folder.
fn top_of(folder: &Path) -> Option<PathBuf> {
    let printed = git(folder, ["rev-parse", "--show-toplevel"]).ok()?;
    let text = String::from_utf8(printed).ok()?;
    let top = text.trim_end_matches(['\n', '\r']);
    (!top.is_empty()).then(|| PathBuf::from(top))
}

/// Output of a git command.
pub(super) fn git<A: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = A>) -> Result<Vec<u8>, GitError> {
    git_with_input(folder, arguments, &[])
}

/// Output of a git command with standard input.
fn git_with_input<A: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = A>,
    input: &[u8],
) -> Result<Vec<u8>, GitError> {
    let mut command = Command::new("git");
    if folder != Path::new("") {
        command.arg("-C").arg(folder);
    }
    // Messages start with `fatal: ` in English.
    command.env("LC_ALL", "C");
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(GitError::Run)?;
    let stdin = child.stdin.take();
    // git prints while it reads, so that both have to happen at the same time.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    });
    let output = output.map_err(GitError::Run)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let message = String::from_utf8_lossy(&output.stderr);
    let message = message.trim().lines().next().unwrap_or_default();
    Err(GitError::Failed(message.strip_prefix("fatal: ").unwrap_or(message).to_owned()))
}

/// The contents of files, in the order of their hashes.
pub(super) fn blobs(folder: &Path, hashes: &[&str]) -> Result<Vec<Vec<u8>>, GitError> {
    let input: String = hashes.iter().flat_map(|hash| [hash, "\n"]).collect();
    let printed = git_with_input(folder, ["cat-file", "--batch"], input.as_bytes())?;
    let mut rest = &*printed;
    hashes.iter().map(|_| blob(&mut rest).ok_or(GitError::Incomplete)).collect()
}

/// Takes a file from the output of `cat-file --batch`: hash, type and size in a line, the contents, a line feed.
fn blob(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let (head, after) = rest.split_at(rest.iter().position(|byte| *byte == b'\n')?);
    let size: usize = std::str::from_utf8(head).ok()?.rsplit(' ').next()?.parse().ok()?;
    let contents = after.get(1..1 + size)?;
    *rest = after.get(size + 2..)?;
    Some(contents.to_vec())
}

/// Target of a symbolic link.
pub(super) enum Target {
    File { hash: String },
    Folder { hash: String },
}

/// Follows a symbolic link of a commit, and those that it leads to. Its path is relative to the folder.
pub(super) fn follow(folder: &Path, commit: &str, path: &[u8]) -> Result<Target, GitError> {
    if path.contains(&b'\n') {
        return Err(GitError::BrokenLink);
    }
    let input = [commit.as_bytes(), b":./", path, b"\n"].concat();
    let printed = git_with_input(folder, ["cat-file", "--batch-check", "--follow-symlinks"], &input)?;
    let printed = String::from_utf8_lossy(&printed);
    let (head, rest) = printed.split_once('\n').ok_or(GitError::Incomplete)?;
    match head.split(' ').collect::<Vec<_>>()[..] {
        ["symlink", _] => Err(GitError::OutsideLink(rest.trim_end().to_owned())),
        [hash, "blob", _] => Ok(Target::File { hash: hash.to_owned() }),
        [hash, "tree", _] => Ok(Target::Folder { hash: hash.to_owned() }),
        [_, "commit", _] => Err(GitError::Submodule),
        // `dangling`, `loop`, `notdir` and `missing`.
        _ => Err(GitError::BrokenLink),
    }
}
