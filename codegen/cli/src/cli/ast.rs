//! `whitesmith ast`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::models::Models;
use super::{Format, Reporter, stdout};
use whitesmith_codegen::diagnostic::ErrorFacts;
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::load::Merged;
use whitesmith_codegen::output::{self, Changes, Written};
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
    #[arg(long, value_name = "DIR")]
    idl: Option<PathBuf>,
}

impl Ast {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let mut reporter = Reporter::new(Format::Human);
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
        reporter.report(&diagnostics, &sources);
        if prevents_generation(&diagnostics) {
            return reporter.exit_code();
        }
        let export = Export { model: &model, applies: &applies, flatten: self.flatten };
        match &self.idl {
            None if !stdout::print(&export::json(export)) => return ExitCode::FAILURE,
            None => {}
            Some(folder) => {
                let mut changes = Changes::default();
                for (namespace, text) in export::idl(export) {
                    let path = folder.join(format!("{namespace}.smithy"));
                    changes.written.push(Written { path, old: None, new: text });
                }
                if let Err(error) = output::write(&changes) {
                    reporter.fail("codegen.Output", ErrorFacts::of(&error), error.help());
                }
            }
        }
        reporter.exit_code()
    }
}
