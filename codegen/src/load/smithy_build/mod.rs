//! `smithy-build.json`: the models of a project, and the transforms of its projections. Plugins are ignored.
//!
//! `maven` finds dependencies in local folders. Nothing is downloaded.

mod config;
mod coordinates;
pub mod dependencies;
#[cfg(feature = "archives")]
mod lock;
mod maven;
mod pom;
mod projection;
mod resolve;
mod version;

use std::path::{Path, PathBuf};

use crate::diagnostic::{Backticked, Diagnostic, ErrorFacts, FileFacts, HelpFacts, Note, ProjectFacts, Severity};
use crate::nearest::nearest;
use crate::rule::{Event, event};
use crate::source::{SourceMap, Span};
use crate::transform::Transform;
use config::Config;
use maven::{Culprit, Repositories};

/// Diagnostics of `smithy-build.json`.
pub(crate) const EVENTS: &[Event] = &[event!("SmithyBuild")];

/// ID of all diagnostics of `smithy-build.json`: of dependencies, projections and transforms.
pub const ID: &str = "SmithyBuild";

/// Name of the file.
const NAME: &str = "smithy-build.json";

/// Whether a path is that of a `smithy-build.json`.
pub fn is_smithy_build(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == NAME)
}

/// A JAR file of a dependency.
#[derive(Debug)]
pub(super) struct Jar {
    pub(super) path: PathBuf,
    /// The location of its dependency, or of the list, if it is a dependency of another.
    pub(super) place: Span,
    /// Its expected value, according to the lock file.
    pub(super) lock: Option<Locked>,
}

/// An entry of a lock file.
#[derive(Debug)]
#[cfg_attr(not(feature = "archives"), allow(dead_code, reason = "archives are not read"))]
pub(super) struct Locked {
    pub(super) checksum: String,
    /// The error of a file that has another one.
    pub(super) mismatch: Diagnostic,
}

#[cfg(feature = "archives")]
impl Locked {
    /// Compares a file.
    pub(super) fn check(self, bytes: &[u8]) -> Result<(), Diagnostic> {
        if lock::sha256(bytes) == self.checksum { Ok(()) } else { Err(self.mismatch) }
    }
}

/// The contents of a `smithy-build.json`.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Files and folders, with their locations in the file.
    pub(super) models: Vec<(PathBuf, Span)>,
    /// JAR files of dependencies, possibly without models, and with duplicates.
    pub(super) dependencies: Vec<Jar>,
    /// The lock file, if there is one.
    pub(super) lock: Option<PathBuf>,
    /// Names of all projections.
    pub(super) projections: Vec<String>,
    /// Transforms of the chosen projection.
    pub(super) transforms: Vec<Transform>,
    /// Warnings about the file.
    pub(super) warnings: Vec<Diagnostic>,
}

/// The projection to use.
#[derive(Clone, Debug)]
pub struct Projection {
    /// Its name.
    pub name: String,
    /// Location of the choice.
    pub span: Span,
}

impl Default for Projection {
    /// All models, without transforms.
    fn default() -> Self {
        Self { name: projection::SOURCE.to_owned(), span: Span::NONE }
    }
}

impl Projection {
    /// The projection with this name, or the default.
    pub fn named(name: Option<&str>) -> Self {
        name.map_or_else(Self::default, |name| Self { name: name.to_owned(), span: Span::NONE })
    }

    /// The error of a projection that is in none of the files. `known` contains the names of their projections.
    pub(super) fn check(&self, known: &[String]) -> Option<Diagnostic> {
        if self.name == projection::SOURCE || known.contains(&self.name) {
            return None;
        }
        let error = fault(ProjectFacts::UnknownProjection { name: self.name.clone() }, self.span);
        Some(match nearest(&self.name, known.iter().map(String::as_str)) {
            Some(near) => error.with_nearest(Some(near)),
            None if known.is_empty() => error.with_help("pass the path of a `smithy-build.json` that has projections"),
            None => error.with_help(HelpFacts::Projections { projections: Backticked(known.to_vec()) }),
        })
    }
}

/// Reads a `smithy-build.json` and finds its models and dependencies. Adds the environment variables that it uses.
pub(super) fn read(
    path: &Path,
    projection: &Projection,
    sources: &mut SourceMap,
    variables: &mut Vec<String>,
) -> Result<Contents, Vec<Diagnostic>> {
    let mut config = parse(path, projection, sources, variables)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut errors = Vec::new();
    let mut models = Vec::new();
    for (name, span) in std::mem::take(&mut config.models) {
        let model = folder.join(&name);
        if model.exists() {
            models.push((model, span));
        } else {
            let help = "paths are relative to the folder of `smithy-build.json`";
            // The values of environment variables may be secret.
            let name = written(span, sources).unwrap_or(name);
            errors.push(Diagnostic::error(ID, FileFacts::MissingModel { path: name }, span).with_help(help));
        }
    }
    let repositories = Repositories::of_this_machine(config.repositories.iter().map(|remote| &*remote.url));
    match find_dependencies(path, &config, &repositories) {
        Ok((dependencies, lock)) if errors.is_empty() => {
            let Config { projections, transforms, warnings, .. } = config;
            Ok(Contents { models, dependencies, lock, projections, transforms, warnings })
        }
        found => {
            errors.extend(found.err().unwrap_or_default());
            // A misspelled property may be the cause.
            errors.extend(config.warnings);
            Err(errors)
        }
    }
}

/// Reads the text of a `smithy-build.json`.
fn parse(
    path: &Path,
    projection: &Projection,
    sources: &mut SourceMap,
    variables: &mut Vec<String>,
) -> Result<Config, Vec<Diagnostic>> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let facts = ProjectFacts::UnreadProject { path: path.display().to_string(), cause: error.to_string() };
        vec![fault(facts, Span::NONE)]
    })?;
    let source = sources.add_other(path, text.clone());
    let folder = path.parent().unwrap_or(Path::new(""));
    Config::parse(source, &text, &projection.name, &mut |name| {
        variables.push(name.to_owned());
        // The reference implementation's name for the folder of the project.
        let root = || (name == "SMITHY_ROOT_DIR").then(|| std::path::absolute(folder).ok()).flatten();
        std::env::var(name).ok().or_else(|| root()?.into_os_string().into_string().ok())
    })
}

/// A string as it is written in the file, before variables are replaced.
fn written(span: Span, sources: &SourceMap) -> Option<String> {
    let text = sources.get(span.source)?.text();
    serde_json::from_str(text.get(span.start as usize..span.end as usize)?).ok()
}

/// JAR files, and the lock file that lists them.
type Found = (Vec<Jar>, Option<PathBuf>);

/// Finds the dependencies of a `smithy-build.json`: the artifacts of its lock file, or else those of its POMs.
fn find_dependencies(path: &Path, config: &Config, repositories: &Repositories) -> Result<Found, Vec<Diagnostic>> {
    #[cfg(feature = "archives")]
    if let Some(found) = lock::locked(path, config, repositories)? {
        return Ok((found, Some(lock::Lock::path(path))));
    }
    let texts: Vec<&str> = config.dependencies.iter().map(|(text, _)| &**text).collect();
    let found = repositories.resolve(&texts).map_err(|errors| {
        let diagnostics = errors.into_iter().map(|(culprit, error)| {
            let span = match culprit {
                Culprit::Direct(at) => config.dependencies.get(at).map_or(config.dependencies_place, |(_, span)| *span),
                Culprit::Artifact(artifact) => config.place_of(&artifact),
            };
            let help: Note = match error {
                maven::Error::Missing(_) => missing(path, repositories).into(),
                maven::Error::Form(_) => "use, for example, `software.amazon.smithy:smithy-aws-traits:1.73.0`".into(),
                maven::Error::Pom { .. } => HelpFacts::DeleteAndFetch { project: path.display().to_string() }.into(),
                maven::Error::Unread { .. } => "check the permissions of the file".into(),
            };
            Diagnostic::error(ID, ErrorFacts::of(&error), span).with_help(help)
        });
        diagnostics.collect::<Vec<_>>()
    })?;
    let jar = |(coordinates, path)| Jar { place: config.place_of(&coordinates), path, lock: None };
    Ok((found.into_iter().map(jar).collect(), None))
}

/// How to get a dependency.
fn missing(path: &Path, repositories: &Repositories) -> HelpFacts {
    HelpFacts::FetchDependency { project: path.display().to_string(), searched: repositories.shown() }
}

/// An error of a project.
fn fault(facts: ProjectFacts, span: Span) -> Diagnostic {
    Diagnostic::of(Severity::Error, ID, facts, span)
}

/// The error of an import of a file that is being read.
pub(super) fn cycle(path: &Path, span: Span) -> Diagnostic {
    let facts = ProjectFacts::ImportCycle { path: path.display().to_string() };
    fault(facts, span).with_help("remove the import that closes the cycle")
}
