//! `whitesmith completions` and `whitesmith man`: completion scripts and manual pages.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use super::report::counted;
use super::stdout;
use whitesmith_codegen::diagnostic::ErrorFacts;
use whitesmith_codegen::emit::File;
use whitesmith_codegen::output;

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
        let Some(folder) = &self.out else { return stdout::print_all(&page(&program)) };
        let files = pages(program);
        let written = output::compare(folder, &files, &[]).and_then(|changes| {
            output::write(&changes)?;
            Ok(changes.written.len())
        });
        match written {
            Ok(written) => {
                let _ = writeln!(std::io::stderr(), "{}: {written} written", counted(files.len(), "page"));
                ExitCode::SUCCESS
            }
            Err(error) => {
                let mut reporter = super::Reporter::new(super::Format::Human);
                reporter.fail("codegen.Output", ErrorFacts::of(&error), error.help());
                reporter.exit_code()
            }
        }
    }
}

/// The page of one command.
fn page(command: &Command) -> String {
    let mut page = Vec::new();
    // Writing to a Vec cannot fail.
    let _ = clap_mangen::Man::new(command.clone()).render(&mut page);
    String::from_utf8_lossy(&page).into_owned()
}

/// A page for the program, and one for each of its commands.
fn pages(mut program: Command) -> Vec<File> {
    program.build();
    let commands = program.get_subcommands().filter(|command| !command.is_hide_set());
    std::iter::once(&program)
        .chain(commands)
        .map(|command| {
            let name = command.get_display_name().unwrap_or(command.get_name());
            File { path: format!("{name}.1"), text: page(command) }
        })
        .collect()
}
