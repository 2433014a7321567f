//! `whitesmith ast`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::facts::CommandFacts;
use super::models::Models;
use super::report::counted;
use super::{Format, Reporter, stdout};
use whitesmith_codegen::diagnostic::ErrorFacts;
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::load::Merged;
use whitesmith_codegen::output::{self, Changes, Old, Written};
use whitesmith_codegen::pipeline::{self, prevents_generation};
use whitesmith_codegen::source::SourceMap;

/// Arguments of `whitesmith ast`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  whitesmith ast model.smithy > model.json\n  whitesmith ast models --flatten\n  \
    whitesmith ast model.json --idl smithy\n\nExit codes: 0 on success, 1 if errors were found, 2 on wrong usage")]
pub struct Ast {
    #[command(flatten)]
    models: Models,
    /// Copy the members and traits of mixins into the shapes that use them, and omit the mixins
    #[arg(long)]
    flatten: bool,
    /// Write IDL: one `.smithy` file for each namespace in this folder
    ///
    /// Files of these names that differ are an error without `--force`.
    #[arg(long, value_name = "DIR")]
    idl: Option<PathBuf>,
    /// Replace files of IDL that differ, also those that were written by hand
    #[arg(long, requires = "idl")]
    force: bool,
    /// Output format of diagnostics, which are printed to standard error
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Ast {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(self.format).beside_results();
        let mut sources = SourceMap::default();
        let mut diagnostics = self.models.read(&mut sources);
        let (loaded, found) = pipeline::transformed(&sources);
        let Merged { model, applies } = match &self.idl {
            _ if self.flatten => Merged { model: loaded.model, applies: Vec::new() },
            // JSON keeps the version of the sources; IDL is version 2.0, which has enum shapes.
            Some(_) => loaded.upgraded(),
            None => loaded.merged(),
        };
        diagnostics.extend(found);
        reporter.report_arguments(&diagnostics, &sources);
        if prevents_generation(&diagnostics) {
            return reporter.exit_code();
        }
        let export = Export { model: &model, applies: &applies, flatten: self.flatten };
        match &self.idl {
            None if !stdout::print(&export::json(export)) => return ExitCode::FAILURE,
            None => {}
            Some(folder) => self.write_idl(folder, export, &mut reporter),
        }
        reporter.exit_code()
    }

    /// Writes a file for each namespace. Others are not overwritten unless it is forced, because users write IDL by
    /// hand.
    fn write_idl(&self, folder: &Path, export: Export<'_>, reporter: &mut Reporter) {
        let files = export::idl(export);
        let count = files.len();
        let mut changes = Changes::default();
        let mut others = Vec::new();
        for (namespace, new) in files {
            let path = folder.join(format!("{namespace}.smithy"));
            match output::outdated(&path, &new) {
                Ok(None) => {}
                Ok(Some(Old::Absent)) => changes.written.push(Written { path, old: None, new }),
                Ok(Some(Old::Text(old))) if self.force => changes.written.push(Written { path, old: Some(old), new }),
                Ok(Some(Old::Text(_))) | Err(_) => others.push(path.display().to_string()),
            }
        }
        if !others.is_empty() {
            let facts = CommandFacts::FilesExist { paths: others };
            return reporter.fail(
                "codegen.Output",
                facts,
                "nothing was written; choose an empty folder, or replace them with `--force`",
            );
        }
        match output::write(&changes) {
            Ok(()) => {
                let (all, written) = (counted(count, "file"), changes.written.len());
                let _ = writeln!(std::io::stderr(), "{all}: {written} written");
            }
            Err(error) => reporter.fail("codegen.Output", ErrorFacts::of(&error), error.help()),
        }
    }
}
