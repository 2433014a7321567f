//! `whitesmith fmt`.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{Format, Reporter, stdout};
use crate::diagnostic::Diagnostic;
use crate::load;
use crate::output::{self, Changes};
use crate::source::{SourceId, SourceMap, Span};
use crate::syntax::idl::fmt::format;

/// Lays `.smithy` files out as the reference implementation does.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  whitesmith fmt models                 all .smithy files of a folder, in place\n  \
                        whitesmith fmt --check models         write nothing, show what would change\n  \
                        whitesmith fmt - < in.smithy > out.smithy"
)]
pub struct Fmt {
    /// `.smithy` files, and folders of them; `-` is standard input, and goes to standard output
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing; print what would change as a unified diff, and exit with 1 if anything would
    #[arg(long)]
    check: bool,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The path that means standard input.
const STDIN: &str = "-";

impl Fmt {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format);
        let mut sources = SourceMap::default();
        let unread = self.read(&mut sources);
        reporter.report(&unread, &sources);
        let mut changes = Changes::default();
        for (id, file) in sources.iter() {
            match format(id, file.text()) {
                Ok(text) if file.path() == Path::new(STDIN) && !self.check => {
                    if !stdout::print(&text) {
                        return ExitCode::FAILURE;
                    }
                }
                Ok(text) if text != file.text() => {
                    changes.written.push((file.path().to_owned(), Some(file.text().to_owned()), text));
                }
                Ok(_) => {}
                Err(found) => reporter.report(&found, &sources),
            }
        }
        if self.check {
            let is_printed = stdout::print(&output::diff(&changes, Path::new("")));
            return if is_printed && changes.is_empty() { reporter.exit_code() } else { ExitCode::FAILURE };
        }
        if let Err(error) = output::write(&changes) {
            reporter.fail("Output", error.to_string(), "");
        }
        reporter.exit_code()
    }

    /// All files that are to be formatted. Others in folders are passed over; others that are named are mistakes.
    fn read(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        let mut all = SourceMap::default();
        let mut found = Vec::new();
        for path in &self.paths {
            if path == Path::new(STDIN) {
                found.extend(read_stdin(sources).err());
            } else if path.is_file() && !is_idl(path) {
                let message = format!("`{}` is no `.smithy` file", path.display());
                let help = "only Smithy IDL is formatted; `whitesmith ast --idl DIR` writes it from JSON";
                found.push(Diagnostic::error("Format", message, Span::NONE).with_help(help));
            } else {
                found.extend(load::read_sources(std::slice::from_ref(path), &mut all));
            }
        }
        for (_, file) in all.iter().filter(|(_, file)| is_idl(file.path())) {
            sources.add(file.path(), file.text().to_owned());
        }
        found
    }
}

fn is_idl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "smithy")
}

fn read_stdin(sources: &mut SourceMap) -> Result<SourceId, Diagnostic> {
    let mut text = String::new();
    match std::io::stdin().lock().read_to_string(&mut text) {
        Ok(_) => Ok(sources.add(STDIN, text)),
        Err(error) => Err(Diagnostic::error("Model", format!("Standard input cannot be read: {error}"), Span::NONE)),
    }
}
