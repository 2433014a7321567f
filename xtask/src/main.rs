//! Development tasks of this workspace: `cargo xtask --help`.
//!
//! Contains all commands of the generator, and those that need this workspace.

#[macro_use]
mod print;

mod bench;
mod book;
mod callers;
mod credentials;
mod demo;
mod deny;
mod error;
mod features;
mod live;
mod models_check;
mod npm;
mod process;
mod readme;
mod semver;
mod standalone;
mod task;
mod test;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use whitesmith::cli;

/// Development tasks of this workspace.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(flatten)]
    Generator(cli::Command),
    /// Run benchmarks and print ratios
    ///
    /// `--against aws-sdk` builds the AWS SDK for Rust, and compares calls, crates and programs with it.
    /// tests/bench/README.md describes the groups. Rows that need valgrind, GNU time or a missing model are skipped.
    #[command(
        after_help = "Examples:\n  cargo xtask bench\n  cargo xtask bench codecs\n  cargo xtask bench --models ../models front-end\n  cargo xtask bench --against aws-sdk\n  cargo xtask bench --against aws-sdk calls\n\nExit codes: 0 on success, 1 on failure, 2 on wrong usage"
    )]
    Bench(bench::Arguments),
    /// Build the book in docs/book with mdBook
    ///
    /// Prints what was skipped if mdBook is not installed.
    #[command(after_help = "Example:\n  cargo xtask book\n\nExit codes: 0 on success, 1 on failure")]
    Book,
    /// Call generated servers with the AWS command line, boto3, and the AWS SDKs for JavaScript and Rust
    ///
    /// Needs official models, in ../shared/models or in the folder `models` of `WHITESMITH_SHARED`. The servers verify
    /// all signatures. Callers that are not installed are skipped.
    ///
    /// `faults` calls no generated server: it compares generated clients of S3 and `DynamoDB` with the AWS SDK for
    /// Rust, over connections with faults. `rust` and `faults` run only if they are named, because they take minutes to
    /// compile.
    #[command(
        after_help = "Examples:\n  cargo xtask callers\n  cargo xtask callers rust\n  cargo xtask callers faults\n\nExit codes: 0 on success or if all callers are skipped, 1 on failure, 2 on wrong usage"
    )]
    Callers {
        /// Run only this caller: aws, boto3, javascript, rust or faults
        caller: Option<String>,
    },
    /// Generate code, then run the example client against the example server
    #[command(after_help = "Example:\n  cargo xtask demo\n\nExit codes: 0 on success, 1 on failure")]
    Demo,
    /// Check licenses, duplicates and advisories of dependencies with cargo-deny
    ///
    /// Prints what was skipped if cargo-deny or its advisory database is missing.
    #[command(after_help = "Example:\n  cargo xtask deny\n\nExit codes: 0 on success, 1 on failure")]
    Deny,
    /// Check that the runtime compiles with combinations of its features
    ///
    /// Checks each feature alone and each pair. Stops at the first combination that fails or has a warning.
    #[command(
        after_help = "Examples:\n  cargo xtask features\n  cargo xtask features --all\n\nExit codes: 0 on success, 1 on failure"
    )]
    Features {
        /// Check all combinations, not only pairs
        #[arg(long)]
        all: bool,
    },
    /// Call third-party servers with generated clients
    ///
    /// Needs official models, in ../shared/models or in the folder `models` of `WHITESMITH_SHARED`. Installs moto with
    /// Python, and dynalite, kinesalite and s3rver with Node.js, into target/live. Runs the scenarios in tests/live.
    /// Prints what was skipped if a model is missing, or a server cannot be installed.
    #[command(
        after_help = "Examples:\n  cargo xtask live\n  cargo xtask live s3\n\nExit codes: 0 on success or if all scenarios are skipped; 1 if a call has another result than the scenario, a server does not start, or a scenario is invalid; 2 if no scenario matches"
    )]
    Live {
        /// Run only the scenarios whose name contains this
        scenario: Option<String>,
    },
    /// Generate a crate from each JSON model of a folder and compile it
    #[command(
        after_help = "Example:\n  cargo xtask models-check ../shared/models --smallest 10\n\nExit codes: 0 on success, 1 on failure"
    )]
    ModelsCheck {
        /// Folder with JSON models
        folder: PathBuf,
        /// Check only the N smallest models
        #[arg(long, value_name = "N")]
        smallest: Option<usize>,
    },
    /// Compare verdicts of `diff` with those of cargo-semver-checks
    ///
    /// Generates and documents a crate before and after each edit of tests/cases/reviews/edits.toml. Prints that it is
    /// skipped if cargo-semver-checks is missing.
    #[command(
        after_help = "Examples:\n  cargo xtask semver\n  cargo xtask semver member\n\nExit codes: 0 on success, 1 if verdicts differ"
    )]
    Semver {
        /// Compare only the edits whose name contains this
        edit: Option<String>,
    },
    /// Run all checks that must pass before a change is merged
    #[command(
        after_help = "Examples:\n  cargo xtask test\n  cargo xtask test lints\n\nExit codes: 0 on success, 1 on failure, 2 on wrong usage"
    )]
    Test {
        /// Run only the steps whose name contains this
        step: Option<String>,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Generator(cli::Command::Codegen(command)) => credentials::codegen(command),
        Command::Generator(command) => cli::run(&command.with_runtime(workspace::root().join("runtime"))),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Book => book::run(),
        Command::Callers { caller } => callers::run(caller.as_deref()),
        Command::Demo => demo::run(),
        Command::Deny => deny::run(),
        Command::Features { all } => features::run(if all { features::Extent::All } else { features::Extent::Pairs }),
        Command::Live { scenario } => live::run(scenario.as_deref()),
        Command::ModelsCheck { folder, smallest } => models_check::run(&folder, smallest),
        Command::Semver { edit } => semver::run(edit.as_deref()),
        Command::Test { step } => test::run(step.as_deref()),
    }
}
