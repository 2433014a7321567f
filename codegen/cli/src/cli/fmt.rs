//! `whitesmith fmt`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::facts::CommandFacts;
use super::models::{STDIN, read_stdin};
use super::{Format, Reporter, configuration, stdout};
use whitesmith_codegen::diagnostic::{Diagnostic, ErrorFacts};
use whitesmith_codegen::load;
use whitesmith_codegen::output::{self, Changes, Written};
use whitesmith_codegen::source::{SourceMap, Span};
use whitesmith_codegen::syntax::idl::fmt::format;

/// Arguments of `whitesmith fmt`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith fmt models            format all .smithy files of a folder\n  \
                        whitesmith fmt --check models    show differences\n  \
                        whitesmith fmt - < in.smithy > out.smithy\n\n\
                        White space at the end of lines is removed, also in documentation comments, where two blanks \
                        would be a line break.\n\n\
                        Exit codes: 0 on success, 1 if errors or differences were found, 2 on wrong usage")]
pub struct Fmt {
    /// `.smithy` files, and folders that are searched for them, except hidden ones and Cargo's `target`; `-` formats
    /// standard input to standard output
    /// [default: the models of the nearest codegen.toml]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Check only: print a diff of files that are not formatted and exit with 1
    #[arg(long)]
    check: bool,
    /// Output format of diagnostics: text on standard error, or JSON on standard output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Fmt {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format);
        let mut sources = SourceMap::default();
        let Some(paths) = self.paths(&mut reporter) else { return reporter.exit_code() };
        let mut unread = Self::read(&paths, &mut sources);
        if unread.is_empty() && sources.iter().next().is_none() {
            let paths = paths.iter().map(|path| format!("`{}`", path.display())).collect();
            let help = "name `.smithy` files, or folders that have some";
            unread.push(Diagnostic::error("Format", CommandFacts::NoIdl { paths }, Span::NONE).with_help(help));
        }
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
                    let old = Some(file.text().to_owned());
                    changes.written.push(Written { path: file.path().to_owned(), old, new: text });
                }
                Ok(_) => {}
                Err(found) => reporter.report(&found, &sources),
            }
        }
        if self.check {
            if !changes.is_empty() {
                reporter.report_stale("Format", "The file is not formatted", &changes);
            }
            return reporter.exit_code();
        }
        follow_links(&mut changes);
        if let Err(error) = output::write(&changes) {
            reporter.fail("Output", ErrorFacts::of(&error), error.help());
        }
        reporter.exit_code()
    }

    /// The paths to format: those of the command line, or else the folders and IDL files of the configuration. `None`
    /// after an error, which is printed.
    fn paths(&self, reporter: &mut Reporter) -> Option<Vec<PathBuf>> {
        if !self.paths.is_empty() {
            return Some(self.paths.clone());
        }
        let services = configuration::services(reporter)?;
        let all: Vec<PathBuf> = services.into_iter().flat_map(|service| service.models).collect();
        let is_formatted = |path: &&PathBuf| path.is_dir() || is_idl(path);
        let mut paths: Vec<PathBuf> = all.iter().filter(is_formatted).cloned().collect();
        if paths.is_empty() {
            let paths = all.iter().map(|path| format!("`{}`", path.display())).collect();
            let help = "the configuration names no `.smithy` files: name files or folders";
            reporter.fail("Format", CommandFacts::NoIdl { paths }, help);
            return None;
        }
        paths.sort();
        paths.dedup();
        Some(paths)
    }

    /// Reads the files to format. Other files are ignored in folders, and errors if named.
    fn read(paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
        let mut all = SourceMap::default();
        let mut found = Vec::new();
        for path in paths {
            if path == Path::new(STDIN) {
                found.extend(read_stdin(sources).err());
            } else if path.exists() && !path.is_dir() && !is_idl(path) {
                let facts = CommandFacts::NotIdl { path: path.display().to_string() };
                let help = "only `.smithy` files and standard input, `-`, can be formatted; `whitesmith ast --idl DIR` \
                            converts JSON AST to IDL";
                found.push(Diagnostic::error("Format", facts, Span::NONE).with_help(help));
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

/// Replaces files instead of links to them. A file that is named twice is written once.
fn follow_links(changes: &mut Changes) {
    let mut files = BTreeSet::new();
    changes.written.retain_mut(|written| {
        if let Ok(file) = written.path.canonicalize() {
            if written.path.is_symlink() {
                written.path.clone_from(&file);
            }
            return files.insert(file);
        }
        true
    });
}

fn is_idl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "smithy")
}
