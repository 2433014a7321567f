//! The model files of a folder in a commit, as they would be found on disk: symbolic links are followed, and folders
//! that are hidden or that Cargo writes to are left out.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::path::Path;

use super::GitError;
use super::run::{Target, blobs, follow, git, is_file};
use whitesmith_codegen::load::{CACHE_TAG, is_folder_left_out, is_model};

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
    /// Hashes of all files by path, with those that are not models.
    all: HashMap<Vec<u8>, String>,
    /// Whether folders are left out.
    left_out: HashMap<Vec<u8>, bool>,
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
        tree.add(folder, &git(folder, start)?, b"", name)?;
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
                        tree.add(folder, &git(folder, ["ls-tree", "-rz", "--full-tree", &hash])?, &below, name)?;
                    }
                }
                // On disk, it is no model.
                Err(GitError::OutsideLink(target)) if !is_wanted(&link, name) && is_file(folder, &target) => {}
                Err(error @ (GitError::Run(_) | GitError::Failed(_))) => return Err(error),
                Err(error) => tree.unread.push((link, error)),
            }
        }
        Ok(tree)
    }

    /// Adds the output of `ls-tree -rz`. Each entry: mode, type and hash, a tab, the path.
    fn add(&mut self, folder: &Path, listed: &[u8], below: &[u8], name: &[u8]) -> Result<(), GitError> {
        let entries = listed.split(|byte| *byte == 0).filter_map(|entry| {
            let tab = entry.iter().position(|byte| *byte == b'\t')?;
            Some((String::from_utf8_lossy(&entry[..tab]), [below, &entry[tab + 1..]].concat()))
        });
        let entries: Vec<_> = entries.collect();
        let hash = |head: &str| head.rsplit(' ').next().unwrap_or_default().to_owned();
        self.all.extend(entries.iter().map(|(head, path)| (path.clone(), hash(head))));
        for (head, path) in entries {
            if self.is_left_out(folder, &path, name)? {
                continue;
            }
            match head.get(..3) {
                Some("100") if is_wanted(&path, name) => {
                    let hash = hash(&head);
                    let is_new = self.seen.insert(hash.clone());
                    // Links to this file, or this file below a link, add nothing.
                    let found = (is_new || below.is_empty()).then_some(hash);
                    self.files.extend(found.map(|hash| File { is_named: path == name, path, hash }));
                }
                Some("120") => self.links.push(path),
                Some("160") => self.unread.push((path, GitError::Submodule)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether a path is in a folder that is left out, below the one that the user named.
    fn is_left_out(&mut self, folder: &Path, path: &[u8], name: &[u8]) -> Result<bool, GitError> {
        let start = if name != b"." && path.starts_with(name) { name.len() + 1 } else { 0 };
        for end in (start..path.len()).filter(|end| path[*end] == b'/') {
            let part = &path[..end];
            let is_left_out = match self.left_out.get(part) {
                Some(is_left_out) => *is_left_out,
                None => {
                    let is_left_out = self.is_folder_left_out(folder, part)?;
                    self.left_out.insert(part.to_owned(), is_left_out);
                    is_left_out
                }
            };
            if is_left_out {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_folder_left_out(&self, folder: &Path, path: &[u8]) -> Result<bool, GitError> {
        let start = path.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
        let (above, name) = path.split_at(start);
        if name == b"." || name == b".." {
            return Ok(false);
        }
        let tag = match self.all.get(&[path, b"/", CACHE_TAG.as_bytes()].concat()) {
            Some(hash) => blobs(folder, &[hash])?.pop(),
            None => None,
        };
        let is_package = || self.all.contains_key(&[above, b"Cargo.toml"].concat());
        Ok(is_folder_left_out(name, is_package, || tag))
    }
}

/// Whether a path is the one that the user named, or may be that of a model.
fn is_wanted(path: &[u8], name: &[u8]) -> bool {
    path == name || is_model(Path::new(&*String::from_utf8_lossy(path)))
}
