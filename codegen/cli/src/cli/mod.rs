//! The command line. In the generator, only `output`, `build`, `load::files` and `load::smithy_build` access files.

mod ast;
mod choices;
mod codegen;
mod completions;
mod config_schema;
mod configuration;
mod conformance;
mod diff;
mod explain;
mod facts;
#[cfg(feature = "fetch")]
mod fetch;
mod fmt;
mod git;
mod init;
mod models;
mod package;
mod progress;
mod reference;
mod report;
mod runtime;
mod standalone;
mod stdout;
mod stub;
mod usage;
mod validate;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};

pub use ast::Ast;
pub use codegen::{Codegen, Mode};
pub use completions::{Completions, Man};
pub use config_schema::ConfigSchema;
use configuration::nearest_config;
pub use configuration::nearest_config_is;
pub use conformance::Conformance;
pub use diff::Diff;
pub use explain::Explain;
#[cfg(feature = "fetch")]
pub use fetch::Fetch;
pub use fmt::Fmt;
pub use init::Init;
pub use package::{Join, Membership};
pub use reference::reference;
pub use report::{Reporter, error_chain};
pub use runtime::Selection;
pub use standalone::{Choices, Standalone, standalone};
pub use validate::Validate;

/// Generate Rust from Smithy models: validated types, clients and servers
#[derive(Debug, Parser)]
#[command(name = "whitesmith", version, propagate_version = true, max_term_width = 100)]
#[command(after_help = "Examples:\n  whitesmith init notes --runtime path:../whitesmith/runtime\n  \
    whitesmith codegen\n  \
    whitesmith explain HttpLabelTrait\n\n\
    Exit codes: 0 on success, 1 if errors or findings were reported, 2 on wrong usage")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// A command. Exit codes: 0 on success, 1 if errors were found, 2 on wrong usage.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Convert models to JSON AST or IDL
    ///
    /// All files form one model. It is written as a single JSON AST 2.0 document on standard output, or as one IDL 2.0
    /// file for each namespace.
    Ast(Ast),
    /// Generate Rust code from models
    ///
    /// Generates the services of codegen.toml, or, with --models, a separate crate. Files that do not change are not
    /// written. If an error is found, nothing is written.
    Codegen(Box<Codegen>),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Print the JSON schema of codegen.toml
    ///
    /// For editors that complete and check TOML files.
    ConfigSchema(ConfigSchema),
    /// Run the protocol test cases of models
    ///
    /// Generates a crate from the models, builds it with cargo, and runs the cases of `@httpRequestTests`,
    /// `@httpResponseTests`, `@httpMalformedRequestTests` and `@eventStreamTests` against its client and server, and
    /// the calls of `@endpointTests` against its client.
    Conformance(Conformance),
    /// Compare two models and report breaking changes
    ///
    /// OLD and NEW are files, folders or git revisions. REVISION:PATH is a path in a revision. REVISION alone means the
    /// path of the other model in that revision, or, if both are revisions, the models of codegen.toml.
    Diff(Diff),
    /// Explain a diagnostic
    ///
    /// Prints what it means, an example, and how to fix it. Without an ID, lists all IDs.
    Explain(Explain),
    /// Download the dependencies of `smithy-build.json` files
    ///
    /// Resolves `maven.dependencies`, downloads missing artifacts, verifies checksums, and writes
    /// `whitesmith.lock` next to the file. Other commands check the lock file, and never download models.
    #[cfg(feature = "fetch")]
    Fetch(Fetch),
    /// Format `.smithy` files
    ///
    /// The style is that of the reference implementation. Files are changed in place.
    Fmt(Fmt),
    /// Create a crate with a server, a client and tests
    ///
    /// Copies the model, generates code, and writes a server whose operations return status 501. Without --model, the
    /// crate is an example with an implementation. Inside a workspace, the crate becomes a member. Nothing is
    /// overwritten.
    Init(Init),
    /// Print the manual page, or write a page for each command
    Man(Man),
    /// Validate models
    ///
    /// All files form one model. Reports the diagnostics of the reference implementation, under the same IDs.
    Validate(Validate),
}

impl Command {
    /// Sets the folder of the runtime for new crates outside a workspace that has it.
    #[must_use]
    pub fn with_runtime(self, folder: PathBuf) -> Self {
        match self {
            Self::Codegen(codegen) => Self::Codegen(Box::new(codegen.with_runtime(folder))),
            Self::Conformance(conformance) => Self::Conformance(conformance.with_runtime(folder)),
            Self::Init(init) => Self::Init(init.with_runtime(folder)),
            other => other,
        }
    }
}

/// Output format of diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text
    #[default]
    Human,
    /// One JSON object per line
    Json,
    /// No output
    #[value(skip)]
    Silent,
}

/// Runs the command line.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => run(&arguments.command),
        Err(error) => {
            // A closed pipe is not an error.
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
        Command::Completions(completions) => completions.run(Arguments::command()),
        Command::ConfigSchema(schema) => schema.run(),
        Command::Conformance(conformance) => conformance.run(),
        Command::Diff(diff) => diff.run(),
        Command::Explain(explain) => explain.run(),
        #[cfg(feature = "fetch")]
        Command::Fetch(fetch) => fetch.run(),
        Command::Fmt(fmt) => fmt.run(),
        Command::Init(init) => init.run(),
        Command::Man(man) => man.run(Arguments::command()),
        Command::Validate(validate) => validate.run(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{Arguments, reference};

    #[test]
    fn help_fits_a_terminal() {
        let mut program = Arguments::command().term_width(80);
        program.build();
        let commands: Vec<_> = program.get_subcommands().cloned().chain([program.clone()]).collect();
        for mut command in commands {
            let help = command.render_long_help().to_string();
            let is_wide = |line: &&str| line.chars().count() > 80 && line.split_whitespace().count() > 2;
            assert_eq!(help.lines().find(is_wide), None, "{}", command.get_name());
        }
    }

    #[test]
    fn examples_are_not_wrapped_on_the_page() {
        let mut program = Arguments::command().term_width(reference::WIDTH);
        program.build();
        for mut command in program.get_subcommands().cloned().chain([program.clone()]).collect::<Vec<_>>() {
            let help = command.render_long_help().to_string();
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            for example in after.lines().filter(|line| line.starts_with("  ")) {
                assert!(help.lines().any(|line| line == example), "{example}");
            }
        }
    }

    #[test]
    fn every_command_has_examples_and_exit_codes_in_its_help() {
        let mut program = Arguments::command();
        program.build();
        let commands = program.get_subcommands().filter(|command| command.get_name() != "help").cloned();
        for mut command in commands.chain([Arguments::command()]) {
            let help = command.render_long_help().to_string();
            let name = command.get_name();
            assert!(help.contains("Example"), "{name} has no example:\n{help}");
            assert!(help.contains("Exit codes: 0 "), "{name} does not say its exit codes:\n{help}");
            let lines = help.lines().filter(|line| line.trim_start().starts_with("whitesmith "));
            assert!(lines.count() > 0, "{name} has no example of a command line:\n{help}");
        }
    }
}
