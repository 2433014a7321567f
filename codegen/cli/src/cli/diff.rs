//! `whitesmith diff`.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::git::Revision;
use super::models::Chosen;
use super::{Format, Reporter, error_chain, stdout};
use whitesmith_codegen::config::Config;
use whitesmith_codegen::diagnostic::Severity;
use whitesmith_codegen::diagnostic::render::Style;
use whitesmith_codegen::diff::{Report, compare};
use whitesmith_codegen::load::assemble;
use whitesmith_codegen::model::Model;
use whitesmith_codegen::source::SourceMap;

/// Arguments of `whitesmith diff`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith diff main models --deny breaking\n  \
    whitesmith diff v1.0 v1.1 --format markdown\n  whitesmith diff old.json new.smithy\n  \
    whitesmith diff HEAD~1:models/city.smithy models/city.smithy\n\n\
    Exit codes: 0 on success, 1 if a model has errors or denied changes were found, 2 on wrong usage")]
pub struct Diff {
    /// Old model: file, folder or git revision
    old: String,
    /// New model: file, folder or git revision
    new: String,
    /// Output format of changes, on standard output
    #[arg(long, value_enum, default_value_t)]
    format: DiffFormat,
    /// Exit with 1 if there are changes of this kind
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
    #[command(flatten)]
    chosen: Chosen,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// Text
    #[default]
    Human,
    /// Markdown, for a comment on a pull request
    Markdown,
    /// One JSON object per line
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Changes that break clients or servers (ERROR) or may break them (DANGER)
    Breaking,
}

/// Location of a model.
#[derive(Debug, PartialEq, Eq)]
enum Location<'a> {
    Path(PathBuf),
    Revision(&'a str, Vec<PathBuf>),
}

impl Diff {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        // Changes are printed on standard output, errors of the models on standard error.
        let mut reporter = Reporter::new(if self.format == DiffFormat::Json { Format::Json } else { Format::Human });
        let (mut old_sources, mut new_sources) = (SourceMap::default(), SourceMap::default());
        let old = load(&location(&self.old, &self.new), &self.chosen, &mut old_sources, &mut reporter);
        let new = load(&location(&self.new, &self.old), &self.chosen, &mut new_sources, &mut reporter);
        let (Some(old), Some(new)) = (old, new) else { return ExitCode::FAILURE };
        let findings = compare(&old, &new);
        let report = Report { findings: &findings, old: &old_sources, new: &new_sources };
        let style = if std::io::stdout().is_terminal() { Style::Coloured } else { Style::Plain };
        let text = match self.format {
            DiffFormat::Human => report.human(style),
            DiffFormat::Markdown => report.markdown(&self.old, &self.new),
            DiffFormat::Json => report.json(),
        };
        let code = stdout::print_all(&text);
        let is_denied = self.deny == Some(Deny::Breaking) && report.is_breaking();
        if is_denied { ExitCode::FAILURE } else { code }
    }
}

/// The location of a model, from its argument and that of the other model.
fn location<'a>(argument: &'a str, other: &str) -> Location<'a> {
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
            None => configured(),
        },
    };
    Location::Revision(revision, paths)
}

/// Whether the argument starts with the letter of a drive, which is no revision.
fn has_drive(argument: &str) -> bool {
    matches!(argument.as_bytes(), [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic())
}

/// The models of `codegen.toml`, or else the folder `models`.
fn configured() -> Vec<PathBuf> {
    let config = fs::read_to_string("codegen.toml").ok().and_then(|text| {
        let source = SourceMap::default().add_other("codegen.toml", text.clone());
        Config::parse(source, &text, Path::new("")).ok()
    });
    let mut paths: Vec<PathBuf> =
        config.into_iter().flat_map(|config| config.services).flat_map(|s| s.models).collect();
    paths.sort();
    paths.dedup();
    if paths.is_empty() { vec![PathBuf::from("models")] } else { paths }
}

/// Loads a model. `None` if it has errors, which are printed.
fn load(location: &Location<'_>, chosen: &Chosen, sources: &mut SourceMap, reporter: &mut Reporter) -> Option<Model> {
    let unread = match location {
        Location::Path(path) => chosen.read(std::slice::from_ref(path), sources),
        Location::Revision(name, paths) => match Revision::find(name) {
            Ok(revision) => revision.read(paths, sources),
            Err(error) => {
                let message = format!("`{name}` is not a file, folder or git revision: {}", error_chain(&error));
                reporter.fail("Model", message, "for example: `main models` or `old.smithy new.smithy`");
                return None;
            }
        },
    };
    reporter.report(&unread, sources);
    let (model, diagnostics) = assemble(sources);
    let errors: Vec<_> = diagnostics.into_iter().filter(|found| found.severity == Severity::Error).collect();
    reporter.report(&errors, sources);
    (unread.is_empty() && errors.is_empty()).then_some(model)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Location, location};

    fn path(text: &str) -> Location<'static> {
        Location::Path(PathBuf::from(text))
    }

    #[test]
    fn the_letter_of_a_drive_is_no_revision() {
        for drive in [r"C:\no\models", "d:/no/models"] {
            assert_eq!(location(drive, "main"), path(drive));
            assert_eq!(location("main", drive), Location::Revision("main", vec![drive.into()]));
        }
    }

    #[test]
    fn a_revision_may_have_one_letter() {
        assert_eq!(location("a:models", "b"), Location::Revision("a", vec!["models".into()]));
        assert_eq!(location("b", "a:models"), Location::Revision("b", vec!["models".into()]));
        let drive = r"v1:C:\models";
        assert_eq!(location(drive, "main"), Location::Revision("v1", vec![r"C:\models".into()]));
    }
}
