//! `whitesmith diff`.

mod models;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::facts::CommandFacts;
use super::models::{Chosen, STDIN};
use super::progress::Progress;
use super::report::style;
use super::{Format, Reporter, git, nearest_config, stdout};
use models::{Location, load, location, not_a_model, services};
use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::diff::{Denial, Exception, Policy, Report, Review};
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::{SourceMap, Span};

/// Arguments of `whitesmith diff`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith diff main models --deny semver-major\n  \
    whitesmith diff v1.0 v1.1 --format markdown\n  \
    whitesmith diff main models --deny semver-major --allow allow.toml --format github\n  \
    whitesmith diff old.json new.smithy\n  \
    whitesmith diff HEAD~1:models/city.smithy models/city.smithy\n\n\
    Exit codes: 0 on success, 1 if a model cannot be loaded, the new model has errors, or denied \
    changes were found, 2 on wrong usage")]
pub struct Diff {
    /// Old model: file, folder or git revision; `-` is standard input
    old: OsString,
    /// New model: file, folder or git revision; `-` is standard input
    new: OsString,
    /// Output format of changes, on standard output
    #[arg(long, value_enum, default_value_t)]
    format: DiffFormat,
    /// Exit with 1 if there are changes of these kinds, separated by commas
    ///
    /// `breaking` (ERROR and DANGER), a severity and all above it (`error`, `danger`, `warning`, `note`),
    /// `semver-major` or `semver-minor` (what generated code requires), or the ID of a finding, such as `RemovedShape`.
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    deny: Vec<Denial>,
    /// File of exceptions: TOML tables `[[allow]]` with `shape`, `id` and `reason`
    #[arg(long, value_name = "FILE")]
    allow: Option<PathBuf>,
    /// Configuration with the options of generated services [default: codegen.toml in this folder or the nearest above
    /// it]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
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
    /// Annotations of a GitHub workflow
    Github,
    /// XML in the format of `junit`, for test reports
    Junit,
}

impl Diff {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        // Changes are printed on standard output, errors of the models on standard error, or as JSON lines.
        let format = if self.format == DiffFormat::Json { Format::Json } else { Format::Human };
        let mut reporter = Reporter::new(format).with_kind();
        if self.old == STDIN && self.new == STDIN {
            reporter.report_usage(Diagnostic::error("Model", INPUT_TWICE, Span::NONE).with_help(ONE_INPUT));
            return reporter.exit_code();
        }
        let Some(services) = self.services(&mut reporter) else { return reporter.exit_code() };
        let mut policy_sources = SourceMap::default();
        let Some(policy) = self.policy(&mut policy_sources, &mut reporter) else { return reporter.exit_code() };
        let progress = Progress::start("comparing");
        let (mut old_sources, mut new_sources) = (SourceMap::default(), SourceMap::default());
        let accept: Vec<_> = services.iter().flat_map(|service| service.accept.iter().cloned()).collect();
        let mut model = |argument, other, sources: &mut _| match location(argument, other, &services) {
            Some(location) => load(&location, &self.chosen, &accept, sources, &mut reporter),
            None => {
                not_a_model(argument, "it is not text", &mut reporter);
                None
            }
        };
        let old = model(&self.old, &self.new, &mut old_sources);
        let new = model(&self.new, &self.old, &mut new_sources);
        let (Some((old, _)), Some((new, loading))) = (old, new) else { return reporter.exit_code() };
        // Only the new model can still be corrected. The comparison is useful all the same.
        let mut errors = pipeline::findings(&new, loading, &accept);
        errors.retain(|found| found.severity >= Severity::Danger);
        reporter.report(&errors, &new_sources);
        let review = Review::new(old, new, &services);
        let judgment = policy.judge(&review);
        drop(progress);
        reporter.report(&judgment.unused, &policy_sources);
        let (old, new) = (&old_sources, &new_sources);
        let report = Report { review: &review, judgment: &judgment, errors: &errors, old, new };
        let text = match self.format {
            DiffFormat::Human => report.human(style(&std::io::stdout())),
            DiffFormat::Markdown => report.markdown(&self.old.to_string_lossy(), &self.new.to_string_lossy()),
            DiffFormat::Json => report.json(),
            DiffFormat::Github => report.github(&located(location(&self.new, &self.old, &services).as_ref())),
            DiffFormat::Junit => report.junit(),
        };
        let code = stdout::print_all(&text);
        if judgment.is_denied || reporter.has_errors() { ExitCode::FAILURE } else { code }
    }

    /// The services of the configuration, if there is one. `None` after an error, which is printed.
    fn services(&self, reporter: &mut Reporter) -> Option<Vec<ServiceConfig>> {
        let Some(path) = self.config.clone().or_else(nearest_config) else { return Some(Vec::new()) };
        services(&path).map_err(|(errors, sources)| reporter.report(&errors, &sources)).ok()
    }

    /// Denials and exceptions. `None` after an error, which is printed.
    fn policy(&self, sources: &mut SourceMap, reporter: &mut Reporter) -> Option<Policy> {
        let mut policy = Policy { denials: self.deny.clone(), exceptions: Vec::new() };
        let Some(path) = &self.allow else { return Some(policy) };
        match exceptions(path, sources) {
            Ok(exceptions) => policy.exceptions = exceptions,
            Err(errors) => {
                reporter.report(&errors, sources);
                return None;
            }
        }
        Some(policy)
    }
}

const INPUT_TWICE: &str = "standard input is only one of the two models";
const ONE_INPUT: &str = "pass the other model as a file, folder or git revision";

/// The path of a file from the top of the repository, as annotations need it. That of the new model may be a revision.
fn located(new: Option<&Location<'_>>) -> impl Fn(&str) -> String {
    let top = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from).or_else(git::top);
    let top = top.and_then(|top| top.canonicalize().ok());
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
    let revision = match new {
        Some(Location::Revision(name, _)) => Some(format!("{name}:")),
        Some(Location::Path(_)) | None => None,
    };
    move |file| {
        let path = revision.as_ref().and_then(|revision| file.strip_prefix(&**revision)).unwrap_or(file);
        let whole = Path::new(path).canonicalize().ok().or_else(|| here.as_ref().map(|here| here.join(path)));
        let located = whole.zip(top.as_ref()).and_then(|(whole, top)| Some(whole.strip_prefix(top).ok()?.to_owned()));
        located.map_or_else(|| file.to_owned(), |path| path.display().to_string().replace('\\', "/"))
    }
}

/// Reads a file of exceptions.
fn exceptions(path: &Path, sources: &mut SourceMap) -> Result<Vec<Exception>, Vec<Diagnostic>> {
    let text = fs::read_to_string(path)
        .map_err(|error| vec![Diagnostic::error("diff.Exception", CommandFacts::unread(path, &error), Span::NONE)])?;
    let source = sources.add_other(path, text.clone());
    Exception::parse(source, &text)
}
