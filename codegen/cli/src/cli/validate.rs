//! `whitesmith validate`.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::facts::CommandFacts;
use super::models::{OptionalModels, Together};
use super::progress::Progress;
use super::report::counted;
use super::{Format, Reporter};
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::load::ignored;
use whitesmith_codegen::source::{SourceFile, SourceMap, Span};
use whitesmith_codegen::{pipeline, validate};

/// Arguments of `whitesmith validate`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  whitesmith validate models\n  whitesmith validate a.smithy b.json --format json\n  \
                        whitesmith validate models --severity note\n  \
                        whitesmith validate smithy-build.json --projection external\n\n\
                        Exit codes: 0 on success, 1 if errors were found, 2 on wrong usage"
)]
pub struct Validate {
    #[command(flatten)]
    models: OptionalModels,
    /// Output format of diagnostics: text on standard error, or JSON on standard output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Minimum severity to print
    #[arg(long, value_enum, default_value_t = MinimumSeverity::Warning)]
    severity: MinimumSeverity,
}

/// Minimum severity to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MinimumSeverity {
    Suppressed,
    Note,
    Warning,
    Danger,
    Error,
}

impl From<MinimumSeverity> for Severity {
    fn from(minimum: MinimumSeverity) -> Self {
        match minimum {
            MinimumSeverity::Suppressed => Self::Suppressed,
            MinimumSeverity::Note => Self::Note,
            MinimumSeverity::Warning => Self::Warning,
            MinimumSeverity::Danger => Self::Danger,
            MinimumSeverity::Error => Self::Error,
        }
    }
}

impl Validate {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format).with_minimum(self.severity.into());
        let Some(all) = self.models.all(&mut reporter) else { return reporter.exit_code() };
        let (mut files, mut is_incomplete) = (0, false);
        for models in &all {
            let (count, is_partial) = check(models, &mut reporter);
            files += count;
            is_incomplete |= is_partial;
        }
        if self.format == Format::Human {
            let (errors, warnings) = reporter.counts();
            let hidden = match reporter.hidden() {
                0 => String::new(),
                count => format!("; {count} more with --severity suppressed"),
            };
            let rest = if is_incomplete { "; other rules were not run because of errors" } else { "" };
            let summary = [(files, "file"), (errors, "error"), (warnings, "warning")]
                .map(|(number, thing)| counted(number, thing));
            let [files, errors, warnings] = summary;
            let _ = writeln!(std::io::stderr(), "{files}: {errors}, {warnings}{hidden}{rest}");
        }
        reporter.exit_code()
    }
}

/// Prints the diagnostics of models. Returns the number of files, and whether errors kept rules from running.
fn check(models: &Together, reporter: &mut Reporter) -> (usize, bool) {
    let mut sources = SourceMap::default();
    let progress = Progress::start("validating");
    let unread = models.read(&mut sources);
    if models.is_named {
        reporter.report_arguments(&unread, &sources);
    } else {
        reporter.report(&unread, &sources);
    }
    let (_, diagnostics) = pipeline::model_accepting(&sources, &models.accept);
    drop(progress);
    reporter.report(&diagnostics, &sources);
    let labels = diagnostics.iter().flat_map(|found| &found.labels);
    let faulty: BTreeSet<_> = labels.filter_map(|label| sources.get(label.span.source)).map(SourceFile::path).collect();
    let ignored = ignored(&sources).filter(|path| !faulty.contains(path)).map(|path| {
        let facts = CommandFacts::NotASmithyModel { path: path.display().to_string() };
        Diagnostic::of(Severity::Warning, "Model", facts, Span::NONE).with_help("the file is ignored; correct its path")
    });
    reporter.report(&ignored.collect::<Vec<_>>(), &sources);
    (sources.iter().count(), validate::is_incomplete(&diagnostics))
}
