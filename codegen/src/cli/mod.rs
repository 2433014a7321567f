//! The command line: arguments in, files and messages out. The only part that reads and writes.

mod ast;
mod codegen;
mod conformance;
mod diff;
mod explain;
mod fmt;
mod git;
mod package;
mod report;
mod standalone;
mod stdout;
mod validate;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

pub use ast::Ast;
pub use codegen::Codegen;
pub use conformance::Conformance;
pub use diff::Diff;
pub use explain::Explain;
pub use fmt::Fmt;
pub use report::Reporter;
pub use standalone::{Standalone, standalone};
pub use validate::Validate;

use crate::rule::{Event, event};

/// What the commands themselves report.
pub(crate) const EVENTS: &[Event] = &[
    event!("Output"),
    event!("codegen.MissingFeature"),
    event!("codegen.Output"),
    event!("codegen.Stale"),
    event!("conformance.Case"),
    event!("conformance.Failed"),
];

/// Turns Smithy models into Rust: validated types, clients and servers.
#[derive(Debug, Parser)]
#[command(name = "whitesmith", version, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// A command. All exit with 0, with 1 when there are findings, and with 2 when called wrongly.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a model as JSON AST or IDL
    Ast(Ast),
    /// Write Rust from models
    Codegen(Codegen),
    /// Run the protocol test cases of models
    Conformance(Conformance),
    /// Say what changed from one model to another, and what that breaks
    Diff(Diff),
    /// Say more about a finding
    Explain(Explain),
    /// Lay `.smithy` files out
    Fmt(Fmt),
    /// Say what is wrong with models
    Validate(Validate),
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on standard error
    #[default]
    Human,
    /// A JSON object a line, on standard output
    Json,
    /// Not at all
    #[value(skip)]
    Silent,
}

/// Runs the command line.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => run(&arguments.command),
        Err(error) => {
            // Printing help to a closed pipe is nobody's failure.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

/// Runs one command.
pub fn run(command: &Command) -> ExitCode {
    match command {
        Command::Ast(ast) => ast.run(),
        Command::Codegen(codegen) => codegen.run(),
        Command::Conformance(conformance) => conformance.run(),
        Command::Diff(diff) => diff.run(),
        Command::Explain(explain) => explain.run(),
        Command::Fmt(fmt) => fmt.run(),
        Command::Validate(validate) => validate.run(),
    }
}
