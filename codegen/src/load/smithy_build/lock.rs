//! `whitesmith.lock`: the artifacts of a project, with checksums. Written by `whitesmith fetch`, checked when models
//! are loaded.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::config::Config;
use super::coordinates::Coordinates;
use super::maven::Repositories;
use super::{ID, Jar, Locked, fault, missing};
use crate::diagnostic::{Diagnostic, ErrorFacts, HelpFacts, ProjectFacts};

/// Name of the file, next to `smithy-build.json`.
const NAME: &str = "whitesmith.lock";
const VERSION: u32 = 1;

/// The artifacts of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    version: u32,
    /// The dependencies of the `smithy-build.json`, sorted.
    dependencies: Vec<String>,
    /// All artifacts, with the SHA-256 checksums of their JAR files.
    artifacts: BTreeMap<String, String>,
}

/// The lock file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// It cannot be read.
    #[error("cannot read `{}`", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// It is not a lock file.
    #[error("`{}` is not a lock file", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: serde_json::Error,
    },
    /// It has malformed coordinates or checksums, or another version.
    #[error("`{}` has the entry `{entry}`, which this version of whitesmith does not support", path.display())]
    Entry {
        /// The file.
        path: PathBuf,
        /// The entry.
        entry: String,
    },
}

impl Lock {
    /// A lock of all artifacts, with their checksums.
    pub fn new(dependencies: &[String], artifacts: impl IntoIterator<Item = (Coordinates, String)>) -> Self {
        let artifacts = artifacts.into_iter().map(|(coordinates, checksum)| (coordinates.to_string(), checksum));
        Self { version: VERSION, dependencies: sorted(dependencies), artifacts: artifacts.collect() }
    }

    /// The path of the lock file of a `smithy-build.json`.
    pub fn path(project: &Path) -> PathBuf {
        project.with_file_name(NAME)
    }

    /// Reads the lock file of a `smithy-build.json`. `None` if there is none.
    ///
    /// # Errors
    /// The file cannot be read, or is malformed.
    pub fn read(project: &Path) -> Result<Option<Self>, LockError> {
        let path = Self::path(project);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(LockError::Unreadable { path, source }),
        };
        let lock: Self = match serde_json::from_str(&text) {
            Ok(lock) => lock,
            Err(source) => return Err(LockError::Malformed { path, source }),
        };
        if lock.version != VERSION {
            return Err(LockError::Entry { path, entry: format!("version: {}", lock.version) });
        }
        let is_checksum = |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let wrong = lock.artifacts.iter().find(|(id, sum)| Coordinates::parse(id).is_err() || !is_checksum(sum));
        match wrong {
            Some((id, sum)) => Err(LockError::Entry { path, entry: format!("{id}: {sum}") }),
            None => Ok(Some(lock)),
        }
    }

    /// Whether it is the lock of these dependencies.
    pub fn fits(&self, dependencies: &[String]) -> bool {
        self.dependencies == sorted(dependencies)
    }

    /// All artifacts, and the checksums of their JAR files.
    pub fn artifacts(&self) -> impl Iterator<Item = (Coordinates, &str)> {
        let artifacts = self.artifacts.iter();
        artifacts.filter_map(|(id, checksum)| Some((Coordinates::parse(id).ok()?, checksum.as_str())))
    }

    /// The checksum of an artifact.
    pub fn checksum(&self, coordinates: &Coordinates) -> Option<&str> {
        self.artifacts.get(&coordinates.to_string()).map(String::as_str)
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        // Strings and numbers are always JSON.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn sorted(dependencies: &[String]) -> Vec<String> {
    let mut sorted = dependencies.to_vec();
    sorted.sort();
    sorted.dedup();
    sorted
}

/// The SHA-256 checksum of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hexadecimal(&sha2::Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The JAR files that the lock file of a project lists. They are compared with its checksums when they are read. `None`
/// if there is no lock file.
pub(super) fn locked(
    path: &Path,
    config: &Config,
    repositories: &Repositories,
) -> Result<Option<Vec<Jar>>, Vec<Diagnostic>> {
    let file = Lock::path(path);
    let span = config.dependencies_place;
    let project = || path.display().to_string();
    let lock = match Lock::read(path) {
        Ok(None) => return Ok(None),
        Ok(Some(lock)) => lock,
        Err(problem) => {
            let error = Diagnostic::error(ID, ErrorFacts::of(&problem), span);
            return Err(vec![error.with_help(HelpFacts::DeleteAndFetch { project: project() })]);
        }
    };
    let dependencies: Vec<String> = config.dependencies.iter().map(|(text, _)| text.clone()).collect();
    if !lock.fits(&dependencies) {
        let facts = ProjectFacts::StaleLock { path: file.display().to_string() };
        return Err(vec![fault(facts, span).with_help(HelpFacts::Fetch { project: project() })]);
    }
    let mut found = Vec::new();
    let mut errors = Vec::new();
    for (coordinates, checksum) in lock.artifacts() {
        let place = config.place_of(&coordinates);
        let error = |facts: ProjectFacts, help: HelpFacts| fault(facts, place).with_help(help);
        let Some(jar) = repositories.find(&coordinates, "jar") else {
            let facts = ProjectFacts::MissingDependency { dependency: coordinates.to_string() };
            errors.push(error(facts, missing(path, repositories)));
            continue;
        };
        let facts = ProjectFacts::OtherChecksum { path: jar.display().to_string(), lock: file.display().to_string() };
        let mismatch = error(facts, HelpFacts::DeleteAndFetch { project: project() });
        found.push(Jar { path: jar, place, lock: Some(Locked { checksum: checksum.to_owned(), mismatch }) });
    }
    if errors.is_empty() { Ok(Some(found)) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::{Coordinates, Lock, LockError, sha256};

    #[test]
    fn a_lock_is_read_as_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("smithy-build.json");
        assert!(Lock::read(&project).expect("no file").is_none());
        let id = Coordinates::parse("g:a:1").expect("valid");
        let lock = Lock::new(&["g:b:1".to_owned(), "g:a:1".to_owned()], [(id.clone(), sha256(b""))]);
        std::fs::write(Lock::path(&project), lock.text()).expect("a file");
        let read = Lock::read(&project).expect("valid").expect("a file");
        assert_eq!(read, lock);
        assert!(read.fits(&["g:a:1".to_owned(), "g:b:1".to_owned()]) && !read.fits(&["g:a:1".to_owned()]));
        assert_eq!(read.checksum(&id), Some("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    #[test]
    fn malformed_locks_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("smithy-build.json");
        let read = |text: &str| {
            std::fs::write(Lock::path(&project), text).expect("a file");
            Lock::read(&project).expect_err("malformed")
        };
        assert!(matches!(read("{"), LockError::Malformed { .. }));
        let entry = |artifact: &str| format!(r#"{{"version": 1, "dependencies": [], "artifacts": {{{artifact}}}}}"#);
        let sum = sha256(b"");
        assert!(matches!(read(&entry(&format!(r#""g:../a:1": "{sum}""#))), LockError::Entry { .. }));
        assert!(matches!(read(&entry(r#""g:a:1": "x""#)), LockError::Entry { .. }));
        assert!(matches!(read(r#"{"version": 2, "dependencies": [], "artifacts": {}}"#), LockError::Entry { .. }));
    }
}
