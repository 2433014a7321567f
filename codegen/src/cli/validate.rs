//! `whitesmith validate`.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{Format, Reporter};
use crate::diagnostic::Severity;
use crate::load::read_sources;
use crate::pipeline;
use crate::source::SourceMap;

/// Loads all paths as one model and says what is wrong with it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  whitesmith validate models\n  whitesmith validate a.smithy b.json --format json\n  \
                        whitesmith validate models --severity note"
)]
pub struct Validate {
    /// Model files, and folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Findings that are less bad than this are not printed
    #[arg(long, value_enum, default_value_t = Least::Warning)]
    severity: Least,
}

/// The least severity that is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Least {
    Suppressed,
    Note,
    Warning,
    Danger,
    Error,
}

impl From<Least> for Severity {
    fn from(least: Least) -> Self {
        match least {
            Least::Suppressed => Self::Suppressed,
            Least::Note => Self::Note,
            Least::Warning => Self::Warning,
            Least::Danger => Self::Danger,
            Least::Error => Self::Error,
        }
    }
}

impl Validate {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format).from(self.severity.into());
        let mut sources = SourceMap::default();
        let unread = read_sources(&self.paths, &mut sources);
        reporter.report(&unread, &sources);
        let (_, diagnostics) = pipeline::model(&sources);
        reporter.report(&diagnostics, &sources);
        if self.format == Format::Human {
            let (errors, warnings) = reporter.counts();
            let files = sources.iter().count();
            let hidden = match reporter.hidden() {
                0 => String::new(),
                count => format!("; {count} more with --severity suppressed"),
            };
            let summary = [(files, "file"), (errors, "error"), (warnings, "warning")].map(counted);
            let [files, errors, warnings] = summary;
            let _ = writeln!(std::io::stderr(), "{files}: {errors}, {warnings}{hidden}");
        }
        reporter.exit_code()
    }
}

/// A number of things, in words.
fn counted((number, thing): (usize, &str)) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
