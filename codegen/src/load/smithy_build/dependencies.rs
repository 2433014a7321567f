//! Dependencies of a `smithy-build.json`, for the command that downloads them: their coordinates, their resolution,
//! and the lock file.

use std::path::Path;

pub use super::config::Remote;
pub use super::coordinates::{Coordinates, InvalidCoordinates};
pub use super::lock::{Lock, LockError, hexadecimal, sha256};
pub use super::maven::Repositories;
pub use super::resolve::{ResolveError, Root, Source, resolve};

use super::config::Config;
use super::{ID, Jar, Locked, missing, parse};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceMap, Span};

/// The dependencies of a project.
#[derive(Debug)]
pub struct Project {
    /// `maven.dependencies`.
    pub dependencies: Vec<String>,
    /// `maven.repositories`.
    pub repositories: Vec<Remote>,
    /// The dependencies, parsed.
    pub roots: Vec<Root>,
}

impl Project {
    /// Reads a `smithy-build.json`.
    ///
    /// # Errors
    /// The file or a dependency is malformed.
    pub fn read(path: &Path, sources: &mut SourceMap) -> Result<Self, Vec<Diagnostic>> {
        let config = parse(path, &super::Projection::default(), sources, &mut Vec::new())?;
        let mut roots = Vec::new();
        let mut errors = Vec::new();
        for (text, span) in &config.dependencies {
            match Root::parse(text) {
                Some(root) => roots.push(root),
                None => {
                    let message = format!("`{text}` is not of the form `group:artifact:version`");
                    errors.push(Diagnostic::error(ID, message, *span));
                }
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let dependencies = config.dependencies.into_iter().map(|(text, _)| text).collect();
        Ok(Self { dependencies, repositories: config.repositories, roots })
    }
}

/// The JAR files that the lock file of a project lists. They are compared with its checksums when they are read. `None`
/// if there is no lock file.
pub(super) fn locked(
    path: &Path,
    config: &Config,
    repositories: &Repositories,
) -> Result<Option<Vec<Jar>>, Vec<Diagnostic>> {
    let file = Lock::path(path);
    let span = config.dependencies.first().map_or(Span::NONE, |(_, span)| *span);
    let error = |message: String, help: String| Diagnostic::error(ID, message, span).with_help(help);
    let fetch = || format!("run `whitesmith fetch {}`", path.display());
    let lock = match Lock::read(path) {
        Ok(None) => return Ok(None),
        Ok(Some(lock)) => lock,
        Err(problem) => {
            let cause = std::error::Error::source(&problem).map(|cause| format!(": {cause}")).unwrap_or_default();
            return Err(vec![error(format!("{problem}{cause}"), format!("delete the file, and {}", fetch()))]);
        }
    };
    let dependencies: Vec<String> = config.dependencies.iter().map(|(text, _)| text.clone()).collect();
    if !lock.fits(&dependencies) {
        let message = format!("`{}` does not match the dependencies", file.display());
        return Err(vec![error(message, fetch())]);
    }
    let mut found = Vec::new();
    let mut errors = Vec::new();
    for (coordinates, checksum) in lock.artifacts() {
        let Some(jar) = repositories.find(&coordinates, "jar") else {
            let message = format!("the dependency `{coordinates}` is not on the local machine");
            errors.push(error(message, missing(path, repositories)));
            continue;
        };
        let message = format!("the checksum of `{}` differs from that in `{}`", jar.display(), file.display());
        let mismatch = error(message, format!("delete it, and {}", fetch()));
        found.push(Jar { path: jar, lock: Some(Locked { checksum: checksum.to_owned(), mismatch }) });
    }
    if errors.is_empty() { Ok(Some(found)) } else { Err(errors) }
}
