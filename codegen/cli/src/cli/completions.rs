//! `whitesmith completions` and `whitesmith man`: completion scripts and manual pages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use super::facts::CommandFacts;
use super::stdout;

/// Arguments of `whitesmith completions`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  whitesmith completions bash > ~/.local/share/bash-completion/completions/whitesmith\n  \
    whitesmith completions fish > ~/.config/fish/completions/whitesmith.fish\n\n\
    Exit codes: 0 on success, 1 if the output cannot be written, 2 on wrong usage"
)]
pub struct Completions {
    /// Shell that the script is for
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Runs the command.
    pub fn run(&self, mut program: Command) -> ExitCode {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut program, "whitesmith", &mut script);
        stdout::print_all(&String::from_utf8_lossy(&script))
    }
}

/// Arguments of `whitesmith man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith man | man -l -\n  \
    whitesmith man --out ~/.local/share/man/man1\n\n\
    Exit codes: 0 on success, 1 if pages cannot be written, 2 on wrong usage")]
pub struct Man {
    /// Folder to write a page for each command to [default: print the page of the program]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Man {
    /// Runs the command.
    pub fn run(&self, program: Command) -> ExitCode {
        let done = match &self.out {
            None => page(&program).map(|page| stdout::print(&String::from_utf8_lossy(&page))),
            Some(folder) => write(program, folder).map(|()| true),
        };
        match done {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                let mut reporter = super::Reporter::new(super::Format::Human);
                let path = self.out.as_deref().unwrap_or(Path::new("")).display().to_string();
                reporter.fail("codegen.Output", CommandFacts::Unwritten { path, cause: error.to_string() }, "");
                reporter.exit_code()
            }
        }
    }
}

/// The page of one command.
fn page(command: &Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}

/// Writes a page for the program, and one for each of its commands.
fn write(program: Command, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(program, folder)
}
