//! `whitesmith validate`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Format, Reporter};
use crate::load::read_sources;
use crate::pipeline;
use crate::source::SourceMap;

/// Loads all paths as one model and says what is wrong with it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith validate models\n  whitesmith validate a.json b.json --format json")]
pub struct Validate {
    /// Model files, and folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Validate {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format);
        let mut sources = SourceMap::default();
        let unread = read_sources(&self.paths, &mut sources);
        reporter.report(&unread, &sources);
        let (_, diagnostics) = pipeline::model(&sources);
        reporter.report(&diagnostics, &sources);
        if self.format == Format::Human {
            let (errors, warnings) = reporter.counts();
            let files = sources.iter().count();
            eprintln!("{files} files: {errors} errors, {warnings} warnings");
        }
        reporter.exit_code()
    }
}
