//! Development tasks of this workspace: `cargo xtask --help`.
//!
//! Commands of the generator itself are handed on to it; the others need the workspace and live here.

#[macro_use]
mod print;

mod bench;
mod demo;
mod models_check;
mod readme;
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
    /// Measure the figures we promise, as ratios
    #[command(after_help = "Examples:\n  cargo xtask bench\n  cargo xtask bench codecs")]
    Bench {
        /// Only figures whose part is called this
        part: Option<String>,
    },
    /// Regenerate, then let the example client talk to the example server
    Demo,
    /// Generate a crate from each model of a folder, check it, and print a table
    #[command(after_help = "Example:\n  cargo xtask models-check ../shared/models --smallest 10")]
    ModelsCheck {
        /// The folder of models
        folder: PathBuf,
        /// Only so many, the smallest first
        #[arg(long, value_name = "N")]
        smallest: Option<usize>,
    },
    /// Run every check that has to pass before a change lands
    #[command(after_help = "Examples:\n  cargo xtask test\n  cargo xtask test lints")]
    Test {
        /// Only steps whose name contains this
        step: Option<String>,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Generator(cli::Command::Conformance(command)) => {
            command.with_runtime(workspace::root().join("runtime")).run()
        }
        Command::Generator(cli::Command::Codegen(command)) => {
            command.with_runtime(workspace::root().join("runtime")).run()
        }
        Command::Generator(command) => cli::run(&command),
        Command::Bench { part } => bench::run(part.as_deref()),
        Command::Demo => demo::run(),
        Command::ModelsCheck { folder, smallest } => models_check::run(&folder, smallest),
        Command::Test { step } => test::run(step.as_deref()),
    }
}
