//! `whitesmith config-schema`: prints the JSON schema of `codegen.toml`.

use std::process::ExitCode;

use clap::Args;

use super::stdout;
use crate::keys;

/// Arguments of `whitesmith config-schema`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  whitesmith config-schema > codegen.schema.json\n\n\
    Exit codes: 0 on success, 1 if the output cannot be written, 2 on wrong usage")]
pub struct ConfigSchema {}

impl ConfigSchema {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        stdout::print_all(&keys::schema())
    }
}
