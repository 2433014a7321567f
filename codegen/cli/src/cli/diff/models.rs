//! The two models of `whitesmith diff`, and the services of a configuration.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use whitesmith_codegen::config::{Accepted, ServiceConfig};
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::load::ignored;
use whitesmith_codegen::model::Model;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::{SourceMap, Span};

use crate::cli::facts::CommandFacts;
use crate::cli::git::{CHECK_OUT, Revision};
use crate::cli::models::{Chosen, STDIN};
use crate::cli::{Reporter, configuration, error_chain};

/// Location of a model.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Location<'a> {
    Path(PathBuf),
    Revision(&'a str, Vec<PathBuf>),
}

/// The location of a model. If its argument has no path, that of the other model applies, or else the models of the
/// services. `None` if the argument is neither an existing path nor text.
pub(super) fn location<'a>(argument: &'a OsStr, other: &OsStr, services: &[ServiceConfig]) -> Option<Location<'a>> {
    if is_path(argument) || argument == STDIN {
        return Some(Location::Path(argument.into()));
    }
    let (revision, path) = match argument.to_str()?.split_once(':') {
        Some((revision, path)) => (revision, Some(path)),
        None => (argument.to_str()?, None),
    };
    let paths = match path {
        Some(path) => vec![path.into()],
        None if is_path(other) => vec![other.into()],
        None => match other.to_str().and_then(|other| other.split_once(':')) {
            Some((_, path)) => vec![path.into()],
            None => models(services),
        },
    };
    Some(Location::Revision(revision, paths))
}

/// Whether an argument is a path, which may start with the letter of a drive, and not a revision.
fn is_path(argument: &OsStr) -> bool {
    let starts_with_drive = matches!(argument.as_encoded_bytes(),
        [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic());
    starts_with_drive || Path::new(argument).exists()
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
            reporter.report_usage(Diagnostic::error("SmithyBuild", facts, Span::NONE).with_help(CHECK_OUT));
            return None;
        }
        Location::Revision(name, paths) => match Revision::find(name) {
            Ok(revision) => revision.read(paths, sources),
            Err(error) => {
                not_a_model(OsStr::new(name), error_chain(&error), reporter);
                return None;
            }
        },
    };
    reporter.report(&unread, sources);
    let (loaded, diagnostics) = pipeline::transformed_accepting(sources, accept);
    let (errors, others): (Vec<_>, Vec<_>) =
        diagnostics.into_iter().partition(|found| found.severity == Severity::Error);
    reporter.report(&errors, sources);
    // A model that is not compared must not pass.
    let ignored: Vec<Diagnostic> = if errors.is_empty() { not_models(sources) } else { Vec::new() };
    reporter.report(&ignored, sources);
    (unread.is_empty() && errors.is_empty() && ignored.is_empty()).then_some((loaded.model, others))
}

/// Reports an argument that names no model.
pub(super) fn not_a_model(argument: &OsStr, cause: impl Into<String>, reporter: &mut Reporter) {
    let facts = CommandFacts::NotAModel { argument: argument.to_string_lossy().into_owned(), cause: cause.into() };
    reporter.fail("Model", facts, "for example: `main models` or `old.smithy new.smithy`");
}

/// Errors of JSON files that the user named, and that are not models.
fn not_models(sources: &SourceMap) -> Vec<Diagnostic> {
    let ignored = ignored(sources).map(|path| {
        let facts = CommandFacts::NotASmithyModel { path: path.display().to_string() };
        Diagnostic::error("Model", facts, Span::NONE)
            .with_help("correct the path, or add `\"smithy\": \"2.0\"` to the file")
    });
    ignored.collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Location, location};

    fn path(text: &str) -> Location<'static> {
        Location::Path(PathBuf::from(text))
    }

    fn located<'a>(argument: &'a str, other: &str) -> Location<'a> {
        location(argument.as_ref(), other.as_ref(), &[]).expect("text")
    }

    #[test]
    fn the_letter_of_a_drive_is_not_a_revision() {
        for drive in [r"C:\no\models", "d:/no/models"] {
            assert_eq!(located(drive, "main"), path(drive));
            assert_eq!(located("main", drive), Location::Revision("main", vec![drive.into()]));
        }
    }

    #[test]
    fn a_hyphen_is_standard_input_and_no_path_of_a_revision() {
        assert_eq!(located("-", "main"), path("-"));
        assert_eq!(located("main", "-"), Location::Revision("main", vec!["models".into()]));
    }

    #[test]
    fn a_revision_may_have_one_letter() {
        assert_eq!(located("a:models", "b"), Location::Revision("a", vec!["models".into()]));
        assert_eq!(located("b", "a:models"), Location::Revision("b", vec!["models".into()]));
        let drive = r"v1:C:\models";
        assert_eq!(located(drive, "main"), Location::Revision("v1", vec![r"C:\models".into()]));
    }
}
