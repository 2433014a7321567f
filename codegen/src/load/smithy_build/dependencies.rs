//! Dependencies of a `smithy-build.json`, for the command that downloads them: their coordinates, their resolution,
//! and the lock file.

use std::path::Path;

pub use super::config::Remote;
pub use super::coordinates::{Coordinates, InvalidCoordinates};
#[cfg(feature = "archives")]
pub use super::lock::{Lock, LockError, hexadecimal, sha256};
pub use super::maven::Repositories;
pub use super::pom::PomError;
pub use super::resolve::{ResolveError, Root, Source, resolve};

use super::{fault, parse};
use crate::diagnostic::{Diagnostic, ProjectFacts};
use crate::source::SourceMap;

/// Checks that a text is a POM.
///
/// # Errors
/// It is malformed.
pub fn check_pom(text: &str) -> Result<(), PomError> {
    super::pom::Pom::parse(text).map(drop)
}

/// The dependencies of a project.
#[derive(Debug)]
pub struct Project {
    /// `maven.dependencies`.
    pub dependencies: Vec<String>,
    /// Those of the variable `SMITHY_MAVEN_REPOS`, then `maven.repositories`.
    pub repositories: Vec<Remote>,
    /// The dependencies, parsed.
    pub roots: Vec<Root>,
    /// Warnings about the file.
    pub warnings: Vec<Diagnostic>,
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
                None => errors.push(fault(ProjectFacts::MalformedCoordinates { text: text.clone() }, *span)),
            }
        }
        if !errors.is_empty() {
            errors.extend(config.warnings);
            return Err(errors);
        }
        let dependencies = config.dependencies.into_iter().map(|(text, _)| text).collect();
        Ok(Self { dependencies, repositories: config.repositories, roots, warnings: config.warnings })
    }
}
