//! `whitesmith fetch`: downloads the dependencies of `smithy-build.json` files, and writes their lock files. The only
//! command that downloads models; `conformance` runs Cargo, which may download crates.

mod http;
mod store;
#[cfg(test)]
mod tests;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::facts::CommandFacts;
use super::progress::Progress;
use super::report::counted;
use super::{Format, Reporter};
use store::{FetchError, Store};
use whitesmith_codegen::diagnostic::ErrorFacts;
use whitesmith_codegen::load::dependencies::{Coordinates, Lock, Project, Repositories, ResolveError, resolve};
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::text::line;

/// Arguments of `whitesmith fetch`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith fetch smithy-build.json\n  \
    WHITESMITH_MAVEN=vendor whitesmith fetch smithy-build.json\n\n\
    Repositories are those of SMITHY_MAVEN_REPOS and of the file, or else Maven Central. HTTPS_PROXY and NO_PROXY are \
    respected. Files are written to the first folder of WHITESMITH_MAVEN, or to ~/.m2/repository.\n\n\
    Exit codes: 0 on success, 1 if errors were found, 2 on wrong usage")]
pub struct Fetch {
    /// `smithy-build.json` files
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Resolve the dependencies again, even if there is a lock file
    #[arg(long)]
    update: bool,
    /// Output format of diagnostics: text on standard error, or JSON on standard output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Fetch {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format);
        for path in &self.paths {
            self.project(path, &mut reporter);
        }
        reporter.exit_code()
    }

    fn project(&self, path: &Path, reporter: &mut Reporter) {
        if path.extension().is_none_or(|extension| extension != "json") {
            let facts = CommandFacts::NotAProject { path: path.display().to_string() };
            let help = "pass the path of a `smithy-build.json`, which lists dependencies";
            return reporter.fail("SmithyBuild", facts, help);
        }
        let mut sources = SourceMap::default();
        let project = match Project::read(path, &mut sources) {
            Ok(project) => project,
            Err(errors) => return reporter.report(&errors, &sources),
        };
        reporter.report(&project.warnings, &sources);
        let cache = Repositories::cache();
        let locking = if self.update { Locking::Update } else { Locking::Keep };
        let progress = Progress::start(format!("fetching the dependencies of {}", path.display()));
        let mut lines = Vec::new();
        let fetched = fetch(path, &project, &cache, locking, &mut lines);
        drop(progress);
        // After an error, files that were downloaded before it are kept.
        for text in lines {
            let _ = writeln!(std::io::stderr(), "{}", line(&text));
        }
        if let Err(error) = fetched {
            let help = error.help();
            reporter.fail("fetch.Failed", ErrorFacts::of(&error), help);
        }
    }
}

/// Use of an existing lock file that matches the dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Locking {
    Keep,
    Update,
}

/// Downloads the dependencies of a project that are not on the local machine, and writes its lock file. Adds a line for
/// each file, also before an error, and a summary.
fn fetch(
    path: &Path,
    project: &Project,
    cache: &Path,
    locking: Locking,
    lines: &mut Vec<String>,
) -> Result<(), FetchError> {
    let lock = Lock::read(path)
        .map_err(FetchError::Lock)?
        .filter(|lock| locking == Locking::Keep && lock.fits(&project.dependencies));
    let mut store = Store::new(project, cache, lines);
    let artifacts: Vec<Coordinates> = match &lock {
        Some(lock) => lock.artifacts().map(|(coordinates, _)| coordinates).collect(),
        None => resolve(&project.roots, &mut store).map_err(|error| match error {
            ResolveError::Source(error) => error,
            ResolveError::NoVersion(artifact) => FetchError::NoVersion(artifact),
            ResolveError::TooMany => FetchError::TooMany,
            ResolveError::Pom { artifact, source } => store.malformed(artifact, source),
        })?,
    };
    let mut checksums = Vec::new();
    for coordinates in artifacts {
        let expected = lock.as_ref().and_then(|lock| lock.checksum(&coordinates));
        let checksum = store.jar(&coordinates, expected)?;
        checksums.push((coordinates, checksum));
    }
    let count = checksums.len();
    let downloaded = store.downloaded.len();
    lines.push(format!("{}, {} downloaded", counted(count, "artifact"), counted(downloaded, "file")));
    if lock.is_none() && count > 0 {
        let file = Lock::path(path);
        let text = Lock::new(&project.dependencies, checksums).text();
        if std::fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            store::write(&file, text.as_bytes())?;
            lines.push(format!("wrote `{}`", file.display()));
        }
    }
    Ok(())
}
