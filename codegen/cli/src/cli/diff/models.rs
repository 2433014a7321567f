//! The two models of `whitesmith diff`, and the services of a configuration.

use std::path::{Path, PathBuf};

use whitesmith_codegen::config::{Accepted, ServiceConfig};
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::model::Model;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::{SourceMap, Span};

use crate::cli::facts::CommandFacts;
use crate::cli::git::Revision;
use crate::cli::models::Chosen;
use crate::cli::{Reporter, configuration, error_chain};

/// Location of a model.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Location<'a> {
    Path(PathBuf),
    Revision(&'a str, Vec<PathBuf>),
}

/// The location of a model. If its argument has no path, that of the other model applies, or else the models of the
/// services.
pub(super) fn location<'a>(argument: &'a str, other: &str, services: &[ServiceConfig]) -> Location<'a> {
    if Path::new(argument).exists() || has_drive(argument) {
        return Location::Path(argument.into());
    }
    let (revision, path) = match argument.split_once(':') {
        Some((revision, path)) => (revision, Some(path)),
        None => (argument, None),
    };
    let paths = match path {
        Some(path) => vec![path.into()],
        None if Path::new(other).exists() || has_drive(other) => vec![other.into()],
        None => match other.split_once(':') {
            Some((_, path)) => vec![path.into()],
            None => models(services),
        },
    };
    Location::Revision(revision, paths)
}

/// Whether the argument starts with the letter of a drive, and is not a revision.
fn has_drive(argument: &str) -> bool {
    matches!(argument.as_bytes(), [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic())
}

/// The services of a configuration.
///
/// # Errors
/// The file cannot be read, or is invalid.
pub(super) fn services(path: &Path) -> Result<Vec<ServiceConfig>, configuration::Errors> {
    configuration::read(path).map(|config| config.services)
}

/// The models of services, or else the folder `models`.
fn models(services: &[ServiceConfig]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = services.iter().flat_map(|service| service.models.clone()).collect();
    paths.sort();
    paths.dedup();
    if paths.is_empty() { vec![PathBuf::from("models")] } else { paths }
}

/// A model, and the warnings of loading it.
pub(super) type Loaded = (Model, Vec<Diagnostic>);

/// Loads a model. `None` if that fails; the errors are printed.
pub(super) fn load(
    location: &Location<'_>,
    chosen: &Chosen,
    accept: &[Accepted],
    sources: &mut SourceMap,
    reporter: &mut Reporter,
) -> Option<Loaded> {
    let unread = match location {
        Location::Path(path) => chosen.read(std::slice::from_ref(path), sources),
        Location::Revision(name, _) if chosen.name().is_some() => {
            let facts = CommandFacts::ProjectionOfRevision { revision: (*name).to_owned() };
            let help = "check the revision out, for example with `git worktree add`, and pass the path of its models";
            reporter.report_usage(Diagnostic::error("SmithyBuild", facts, Span::NONE).with_help(help));
            return None;
        }
        Location::Revision(name, paths) => match Revision::find(name) {
            Ok(revision) => revision.read(paths, sources),
            Err(error) => {
                let facts = CommandFacts::NotAModel { argument: (*name).to_owned(), cause: error_chain(&error) };
                reporter.fail("Model", facts, "for example: `main models` or `old.smithy new.smithy`");
                return None;
            }
        },
    };
    reporter.report(&unread, sources);
    let (loaded, diagnostics) = pipeline::transformed_accepting(sources, accept);
    let (errors, others): (Vec<_>, Vec<_>) =
        diagnostics.into_iter().partition(|found| found.severity == Severity::Error);
    reporter.report(&errors, sources);
    (unread.is_empty() && errors.is_empty()).then_some((loaded.model, others))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Location, location};

    fn path(text: &str) -> Location<'static> {
        Location::Path(PathBuf::from(text))
    }

    #[test]
    fn the_letter_of_a_drive_is_not_a_revision() {
        for drive in [r"C:\no\models", "d:/no/models"] {
            assert_eq!(location(drive, "main", &[]), path(drive));
            assert_eq!(location("main", drive, &[]), Location::Revision("main", vec![drive.into()]));
        }
    }

    #[test]
    fn a_revision_may_have_one_letter() {
        assert_eq!(location("a:models", "b", &[]), Location::Revision("a", vec!["models".into()]));
        assert_eq!(location("b", "a:models", &[]), Location::Revision("b", vec!["models".into()]));
        let drive = r"v1:C:\models";
        assert_eq!(location(drive, "main", &[]), Location::Revision("v1", vec![r"C:\models".into()]));
    }
}
