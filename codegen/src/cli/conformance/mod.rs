//! `whitesmith conformance`: the protocol test cases of models, run against the code that these models generate.
//!
//! Collect the cases, generate a crate, build it, run it, judge its answers. What a case means is the runtime's business
//! (`whitesmith_runtime::conformance`), not this module's.

mod cases;
mod crates;
mod expected;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{Format, Reporter};
use crate::diagnostic::Severity;
use crate::load::read_sources;
use crate::pipeline;
use crate::source::SourceMap;
use cases::Cases;
use crates::TestCrate;
use expected::Expected;

/// Runs the protocol test cases of models against the code that these models generate.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith conformance models\n  \
    whitesmith conformance models --protocol restJson1 --side server\n  \
    whitesmith conformance models --expect known.txt    lines of `protocol side kind id | reason`")]
pub struct Conformance {
    /// Model files, and folders of them; all together are one model
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Only cases of these protocols, such as restJson1
    #[arg(long = "protocol", value_name = "P", value_delimiter = ',')]
    protocols: Vec<String>,
    /// Only this side
    #[arg(long, value_enum)]
    side: Option<Side>,
    /// Also cut the messages of cases off everywhere, and change so many for each protocol and side at random: none may make
    /// either side panic or take long
    #[arg(long, value_name = "N")]
    mutations: Option<usize>,
    /// Cases that are known to fail; one of them that passes is a finding too
    #[arg(long, value_name = "FILE")]
    expect: Option<PathBuf>,
    /// The folder of the crate whitesmith-runtime; the published one where it is not given
    #[arg(long, value_name = "DIR")]
    runtime: Option<PathBuf>,
    /// Where the crate is generated and built; kept, so that the next run is faster
    #[arg(long, value_name = "DIR", default_value = "target/conformance")]
    work: PathBuf,
    /// How results are printed: a table, or a JSON object for each case
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Who is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Side {
    /// Writes requests, reads responses
    Client,
    /// Reads requests, writes responses
    Server,
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
        }
    }
}

impl Conformance {
    /// The same command with the runtime in this folder, unless the command line names one.
    #[must_use]
    pub fn with_runtime(mut self, folder: PathBuf) -> Self {
        self.runtime.get_or_insert(folder);
        self
    }

    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format);
        match self.judge(&mut reporter) {
            Ok(()) => reporter.exit_code(),
            Err(Failure::Reported) => ExitCode::FAILURE,
            Err(Failure::Said(message)) => {
                reporter.fail("conformance.Failed", message, "");
                ExitCode::FAILURE
            }
        }
    }

    fn judge(&self, reporter: &mut Reporter) -> Result<(), Failure> {
        let expected = self.expect.as_deref().map(Expected::read).transpose()?.unwrap_or_default();
        let mut sources = SourceMap::default();
        let unread = read_sources(&self.paths, &mut sources);
        reporter.report(&unread, &sources);
        let (model, diagnostics) = pipeline::model(&sources);
        // Warnings on test models are nobody's concern here.
        let errors: Vec<_> =
            diagnostics.into_iter().filter(|diagnostic| diagnostic.severity >= Severity::Danger).collect();
        reporter.report(&errors, &sources);
        let model = model.filter(|_| unread.is_empty()).ok_or(Failure::Reported)?;
        let cases = Cases::collect(&model, &self.protocols);
        if cases.is_empty() {
            return Err(Failure::Said("the models have no protocol test cases that would run".to_owned()));
        }
        let test_crate = TestCrate::generate(&model, &cases, reporter, &sources)?;
        let lines = test_crate.run((&self.work, self.runtime.as_deref()), &cases, (self.side, self.mutations))?;
        let results = table::results(&lines, &cases)?;
        table::print(&results, self.format);
        let findings = expected.judge(&results, &self.protocols, self.side);
        for finding in &findings {
            reporter.fail("conformance.Case", finding.as_str(), "");
        }
        Ok(())
    }
}

/// Why there is no verdict.
enum Failure {
    /// It has been said.
    Reported,
    /// To be said.
    Said(String),
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Said(message)
    }
}
