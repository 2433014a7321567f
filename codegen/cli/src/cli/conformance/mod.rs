//! `whitesmith conformance`: runs protocol test cases against generated code.
//!
//! Collects the cases, generates a crate, builds and runs it, and compares its results with the expected failures. The
//! meaning of a case is known to `whitesmith_runtime::conformance` only.

mod cases;
mod crates;
mod expected;
mod failure;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::facts::{CommandFacts, CommandHelp};
use super::models::Models;
use super::package::Places;
use super::{Format, Reporter, Selection};
use cases::Cases;
use crates::{Place, TestCrate};
use expected::Expected;
use failure::Failure;
use whitesmith_codegen::diagnostic::{Diagnostic, ErrorFacts, Severity};
use whitesmith_codegen::model::{Model, Valid};
use whitesmith_codegen::nearest::nearest;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::runtime::Runtime;
use whitesmith_codegen::source::{SourceMap, Span};

/// Arguments of `whitesmith conformance`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith conformance models\n  \
    whitesmith conformance models --protocol restJson1 --side server\n  \
    whitesmith conformance models --expect known.txt    lines of `protocol side kind id | reason`\n\n\
    Exit codes: 0 if all cases pass or fail as expected, 1 otherwise, 2 on wrong usage")]
pub struct Conformance {
    #[command(flatten)]
    models: Models,
    /// Run only the cases of these protocols, separated by commas, such as restJson1 [default: all]
    #[arg(long = "protocol", value_name = "P", value_delimiter = ',')]
    protocols: Vec<String>,
    /// Run only the cases of this side [default: both]
    #[arg(long, value_enum)]
    side: Option<Side>,
    /// Also truncate each message at every byte, and mutate N messages at random for each protocol and side; none may
    /// cause a panic or take long
    #[arg(long, value_name = "N")]
    mutations: Option<usize>,
    /// List of expected failures; a listed case that passes is an error
    #[arg(long, value_name = "FILE")]
    expect: Option<PathBuf>,
    /// Source of the crate whitesmith-runtime: `path:DIR`, `git:URL` or a version [default: the runtime of the
    /// workspace around the folder of --work, or else that of codegen.toml]
    #[arg(long, value_name = "SOURCE")]
    runtime: Option<Runtime>,
    /// Folder of the runtime if there is no other default.
    #[arg(skip)]
    fallback: Option<PathBuf>,
    /// Folder of the generated crate; kept between runs
    #[arg(long, value_name = "DIR", default_value = "target/conformance")]
    work: PathBuf,
    /// Output format: a table, or one JSON object per case; diagnostics are printed to standard error
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Side of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Side {
    /// Serializes requests and deserializes responses
    Client,
    /// Deserializes requests and serializes responses
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
    /// Sets the folder of the runtime for runs outside a workspace that contains it.
    #[must_use]
    pub fn with_runtime(self, folder: PathBuf) -> Self {
        Self { fallback: Some(folder), ..self }
    }

    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format).beside_results();
        match self.check(&mut reporter) {
            Ok(()) => reporter.exit_code(),
            Err(Failure::Reported) if reporter.has_errors() => reporter.exit_code(),
            Err(Failure::Reported) => ExitCode::FAILURE,
            Err(Failure::Runtime(problem)) => {
                problem.report(Places::default(), &SourceMap::default(), &mut reporter);
                reporter.exit_code()
            }
            Err(failure) => {
                reporter.fail("conformance.Failed", ErrorFacts::of(&failure), failure.help());
                ExitCode::FAILURE
            }
        }
    }

    /// Reports the names of protocols that the models do not have.
    fn check_protocols(&self, model: &Valid<Model>, reporter: &mut Reporter) -> Result<(), Failure> {
        let known = Cases::protocols(model);
        let unknown = self.protocols.iter().filter(|name| !known.contains(name.as_str()));
        let errors: Vec<Diagnostic> = unknown
            .map(|name| {
                let facts = CommandFacts::UnknownProtocol { name: name.clone() };
                let help = match nearest(name, known.iter().copied()) {
                    Some(near) => CommandHelp::NearestProtocol { name: near.to_owned() },
                    None => CommandHelp::Protocols { names: known.iter().map(|&name| name.to_owned()).collect() },
                };
                Diagnostic::error("conformance.Failed", facts, Span::NONE).with_help(help)
            })
            .collect();
        if errors.is_empty() || known.is_empty() {
            return Ok(());
        }
        reporter.report_usage_in(&errors, &SourceMap::default());
        Err(Failure::Reported)
    }

    fn check(&self, reporter: &mut Reporter) -> Result<(), Failure> {
        let runtime = Selection { choice: self.runtime.clone(), fallback: self.fallback.clone() };
        let folder = self.work.join("crate");
        let dependency = runtime.resolve(&folder).map_err(|error| Failure::Runtime(error.into()))?;
        let lock = runtime.folder(&folder).and_then(|runtime| Some(runtime.parent()?.join("Cargo.lock")));
        let place = Place { work: &self.work, dependency: &dependency, lock: lock.filter(|lock| lock.is_file()) };
        let expected = self.expect.as_deref().map(Expected::read).transpose()?.unwrap_or_default();
        let mut sources = SourceMap::default();
        let unread = self.models.read(&mut sources);
        reporter.report_arguments(&unread, &sources);
        // Endpoint tests also have inputs that clients reject.
        let (model, diagnostics) = pipeline::model_accepting(&sources, &["EndpointTestsTrait".into()]);
        // Warnings do not matter for test models.
        let errors: Vec<_> =
            diagnostics.into_iter().filter(|diagnostic| diagnostic.severity >= Severity::Danger).collect();
        reporter.report(&errors, &sources);
        let model = model.filter(|_| unread.is_empty()).ok_or(Failure::Reported)?;
        self.check_protocols(&model, reporter)?;
        let cases = Cases::collect(&model, &self.protocols);
        if cases.is_empty() {
            return Err(Failure::NoCases);
        }
        let test_crate = TestCrate::generate(&model, &cases, reporter, &sources)?;
        let lines = test_crate.run(&place, &cases, (self.side, self.mutations))?;
        let results = table::results(&lines, &cases)?;
        let is_printed = table::print(&results, self.format);
        // Incomplete output is an error.
        is_printed.then_some(()).ok_or(Failure::Reported)?;
        let findings = expected.check(&results, &self.protocols, self.side);
        for finding in findings {
            reporter.fail("conformance.Case", finding, "");
        }
        Ok(())
    }
}
