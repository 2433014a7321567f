//! The model files of a folder in a commit, as they would be found on disk: symbolic links are followed, and hidden
//! folders left out.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::Path;

use super::GitError;
use super::run::{Target, follow, git};
use whitesmith_codegen::load::is_model;

/// Files of a commit. Paths are relative to a folder.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) files: Vec<File>,
    /// Paths that cannot be read.
    pub(super) unread: Vec<(Vec<u8>, GitError)>,
    /// Symbolic links that were not followed yet.
    links: Vec<Vec<u8>>,
    /// Hashes of files, and of folders that links lead to.
    seen: HashSet<String>,
}

/// A file.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: Vec<u8>,
    /// Whether it is the path that the user named. Others were found in a folder.
    pub(super) is_named: bool,
    pub(super) hash: String,
}

impl Tree {
    /// Finds a file, or all model files of a folder.
    pub(super) fn read(commit: &str, folder: &Path, name: &OsStr) -> Result<Self, GitError> {
        let mut tree = Self::default();
        let start = [OsStr::new("ls-tree"), OsStr::new("-rz"), OsStr::new(commit), OsStr::new("--"), name];
        let name = name.as_encoded_bytes();
        tree.add(&git(folder, start)?, b"", name);
        while let Some(link) = tree.links.pop() {
            match follow(folder, commit, &link) {
                // A file that is found twice is one model, as on disk.
                Ok(Target::File { hash }) => {
                    if is_wanted(&link, name) && tree.seen.insert(hash.clone()) {
                        tree.files.push(File { is_named: link == name, path: link, hash });
                    }
                }
                Ok(Target::Folder { hash }) => {
                    if tree.seen.insert(hash.clone()) {
                        let below = [&*link, b"/"].concat();
                        tree.add(&git(folder, ["ls-tree", "-rz", "--full-tree", &hash])?, &below, name);
                    }
                }
                Err(error @ (GitError::Run(_) | GitError::Failed(_))) => return Err(error),
                Err(error) => tree.unread.push((link, error)),
            }
        }
        Ok(tree)
    }

    /// Adds the output of `ls-tree -rz`. Each entry: mode, type and hash, a tab, the path.
    fn add(&mut self, listed: &[u8], below: &[u8], name: &[u8]) {
        for entry in listed.split(|byte| *byte == 0) {
            let Some(tab) = entry.iter().position(|byte| *byte == b'\t') else { continue };
            let (head, path) = (String::from_utf8_lossy(&entry[..tab]), [below, &entry[tab + 1..]].concat());
            if is_hidden(&path, name) {
                continue;
            }
            let hash = head.rsplit(' ').next().unwrap_or_default();
            match head.get(..3) {
                Some("100") if is_wanted(&path, name) => {
                    let is_new = self.seen.insert(hash.to_owned());
                    // Links to this file, or this file below a link, add nothing.
                    let found = (is_new || below.is_empty()).then(|| hash.to_owned());
                    self.files.extend(found.map(|hash| File { is_named: path == name, path, hash }));
                }
                Some("120") => self.links.push(path),
                Some("160") => self.unread.push((path, GitError::Submodule)),
                _ => {}
            }
        }
    }
}

/// Whether a path is the one that the user named, or may be that of a model.
fn is_wanted(path: &[u8], name: &[u8]) -> bool {
    path == name || is_model(Path::new(&*String::from_utf8_lossy(path)))
}

/// Whether a path is in a hidden folder below the one that the user named.
fn is_hidden(path: &[u8], name: &[u8]) -> bool {
    let rest = if name == b"." { path } else { path.strip_prefix(name).unwrap_or(path) };
    let mut folders = rest.split(|byte| *byte == b'/').rev().skip(1);
    folders.any(|folder| folder.starts_with(b".") && folder != b"." && folder != b"..")
}
