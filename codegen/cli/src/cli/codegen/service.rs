//! Generates the code of one service, and collects its diagnostics. Must not print or write.

use std::path::Path;

use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::diagnostic::{Diagnostic, FileFacts};
use whitesmith_codegen::ir::Module;
use whitesmith_codegen::load::read_placed;
use whitesmith_codegen::model::{Model, Valid};
use whitesmith_codegen::pipeline::{self, Generated};
use whitesmith_codegen::source::SourceMap;

/// Diagnostics of a service.
#[derive(Default)]
pub(super) struct Found {
    /// Files that could not be read.
    pub(super) reading: Vec<Diagnostic>,
    /// Of loading and validating.
    pub(super) model: Vec<Diagnostic>,
    pub(super) generation: Vec<Diagnostic>,
}

impl Found {
    pub(super) fn is_empty(&self) -> bool {
        [&self.reading, &self.model, &self.generation].into_iter().all(Vec::is_empty)
    }
}

/// The model of a service, and what is generated from it.
pub(super) type Generation = (Valid<Model>, Option<(Module, Generated)>);

/// Generates the files of one service. Model paths in them are relative to the configuration.
pub(super) fn generate(service: &ServiceConfig, folder: &Path, sources: &mut SourceMap) -> (Option<Generation>, Found) {
    let absent = service.models.iter().filter(|path| !path.exists());
    let mut reading: Vec<Diagnostic> = absent.map(|path| no_model(path, service)).collect();
    if reading.is_empty() {
        reading = read_placed(&service.models, service.places.models, &service.projection, sources);
    }
    if !reading.is_empty() {
        return (None, Found { reading, ..Found::default() });
    }
    let (model, diagnostics) = pipeline::model_accepting(sources, &service.accept);
    let mut found = Found { model: diagnostics, ..Found::default() };
    let Some(model) = model else { return (None, found) };
    let mut shown = service.clone();
    for path in &mut shown.models {
        // Only the file name of a model outside the folder is the same on every machine.
        let inside = path.strip_prefix(folder).ok().or_else(|| path.file_name().map(Path::new));
        *path = inside.unwrap_or(path).to_owned();
    }
    let (module, diagnostics) = pipeline::lowered(&model, &shown);
    found.generation = diagnostics;
    let generated = module.map(|module| pipeline::generate_lowered(&module).map(|generated| (module, generated)));
    let generated = generated.and_then(|generated| generated.map_err(|error| found.generation.push(error)).ok());
    (Some((model, generated)), found)
}

/// The error of a path in `models` that does not exist.
fn no_model(path: &Path, service: &ServiceConfig) -> Diagnostic {
    let facts = FileFacts::MissingModel { path: path.display().to_string() };
    let help = "correct the path, which is relative to the folder of the configuration";
    Diagnostic::error("codegen.Config", facts, service.places.models).with_help(help)
}
