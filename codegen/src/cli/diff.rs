//! `whitesmith diff`.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::git::Revision;
use super::{Format, Reporter, stdout};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::diagnostic::render::Style;
use crate::diff::{Report, compare};
use crate::load::{assemble, read_sources};
use crate::model::Model;
use crate::source::SourceMap;

/// Says what changed from one model to another, and what that breaks.
///
/// Each of the two is a file, a folder, or a git revision: REVISION:PATH, or REVISION alone, which stands for the other model's path
/// in that revision, or for the models of codegen.toml where the other is a revision too.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith diff main models --deny breaking\n  \
    whitesmith diff v1.0 v1.1 --format markdown\n  whitesmith diff old.json new.smithy\n  \
    whitesmith diff HEAD~1:models/city.smithy models/city.smithy")]
pub struct Diff {
    /// The old model
    old: String,
    /// The new model
    new: String,
    /// How changes are printed, on standard output
    #[arg(long, value_enum, default_value_t)]
    format: Look,
    /// Exit with 1 if there are such changes
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Look {
    /// For people
    #[default]
    Human,
    /// Lists under headings, for a comment on a pull request
    Markdown,
    /// A JSON object a line
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// What breaks clients or servers (ERROR), or may (DANGER)
    Breaking,
}

/// Where a model is.
enum Place<'a> {
    Path(PathBuf),
    Revision(&'a str, Vec<PathBuf>),
}

impl Diff {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        // What models contain is for standard output; what is wrong with them is not.
        let mut reporter = Reporter::new(if self.format == Look::Json { Format::Json } else { Format::Human });
        let (mut old_sources, mut new_sources) = (SourceMap::default(), SourceMap::default());
        let old = load(&place(&self.old, &self.new), &mut old_sources, &mut reporter);
        let new = load(&place(&self.new, &self.old), &mut new_sources, &mut reporter);
        let (Some(old), Some(new)) = (old, new) else { return ExitCode::FAILURE };
        let findings = compare(&old, &new);
        let report = Report { findings: &findings, old: &old_sources, new: &new_sources };
        let style = if std::io::stdout().is_terminal() { Style::Coloured } else { Style::Plain };
        let text = match self.format {
            Look::Human => report.human(style),
            Look::Markdown => report.markdown(&self.old, &self.new),
            Look::Json => report.json(),
        };
        let code = stdout::print_all(&text);
        let is_denied = self.deny == Some(Deny::Breaking) && report.is_breaking();
        if is_denied { ExitCode::FAILURE } else { code }
    }
}

/// Says where a model is, from its argument and the other one.
fn place<'a>(argument: &'a str, other: &str) -> Place<'a> {
    if Path::new(argument).exists() {
        return Place::Path(argument.into());
    }
    let (revision, path) = match argument.split_once(':') {
        Some((revision, path)) => (revision, Some(path)),
        None => (argument, None),
    };
    let paths = match path {
        Some(path) => vec![path.into()],
        None if Path::new(other).exists() => vec![other.into()],
        None => match other.split_once(':') {
            Some((_, path)) => vec![path.into()],
            None => configured(),
        },
    };
    Place::Revision(revision, paths)
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

/// Loads a model. None where something is wrong with it, which is reported.
fn load(place: &Place<'_>, sources: &mut SourceMap, reporter: &mut Reporter) -> Option<Model> {
    let unread = match place {
        Place::Path(path) => read_sources(std::slice::from_ref(path), sources),
        Place::Revision(name, paths) => match Revision::find(name) {
            Ok(revision) => revision.read(paths, sources),
            Err(error) => {
                let message = format!("`{name}` is neither a file, a folder nor a git revision: {error}");
                reporter.fail("Model", message, "name two models, such as `main models` or `old.smithy new.smithy`");
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
