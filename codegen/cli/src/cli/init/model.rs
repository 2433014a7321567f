//! The model of a new crate: the example, or copies of the user's files.

use std::path::{Path, PathBuf};

use whitesmith_codegen::config::{ServiceConfig, is_free_module_name, module_name};
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::emit::File;
use whitesmith_codegen::ir::Module;
use whitesmith_codegen::load::{Projection, is_model};
use whitesmith_codegen::lower::lower;
use whitesmith_codegen::pipeline::{self, Generated};
use whitesmith_codegen::source::{SourceFile, SourceMap, Span};

use super::templates;
use crate::cli::Reporter;
use crate::cli::facts::CommandFacts;
use crate::cli::models::{STDIN, read};
use crate::cli::standalone::chosen;

/// Folder of the model in the new crate.
pub(super) const FOLDER: &str = "model";

/// A valid model and what is generated from it.
pub(super) struct Input {
    /// Copies of the model's files, below `model/`.
    pub(super) files: Vec<File>,
    /// The service.
    pub(super) config: ServiceConfig,
    /// The service in Rust's terms.
    pub(super) module: Module,
    /// Generated code.
    pub(super) generated: Generated,
}

/// Reads and checks the model. `None` after an error, which is printed.
pub(super) fn read_model(models: &[PathBuf], service: Option<&str>, reporter: &mut Reporter) -> Option<Input> {
    let mut sources = SourceMap::default();
    let files = match models {
        [] => {
            let (name, text) = templates::EXAMPLE;
            sources.add(name, text.to_owned());
            Ok(vec![File { path: format!("{FOLDER}/{name}"), text: text.to_owned() }])
        }
        models => read_user(models, &mut sources),
    };
    let files = files.map_err(|errors| reporter.report(&errors, &sources)).ok()?;
    let (model, diagnostics) = pipeline::model(&sources);
    reporter.report_model(&diagnostics, &sources);
    let model = model.filter(|_| !reporter.has_errors())?;
    let id = chosen(&model, (service, None), &sources, reporter)?;
    let module = module_name(id.rsplit('#').next().unwrap_or(&id));
    let config = ServiceConfig {
        module: if is_free_module_name(&module) { module } else { "service".to_owned() },
        id,
        models: vec![PathBuf::from(FOLDER)],
        ..ServiceConfig::default()
    };
    let lowered = lower(&model, &config);
    let (module, diagnostics) = lowered.map_err(|errors| reporter.report_arguments(&errors, &sources)).ok()?;
    reporter.report(&diagnostics, &sources);
    if module.operations.is_empty() {
        let facts = CommandFacts::NoOperations { service: config.id };
        reporter.fail("codegen.UnknownOperation", facts, "add one to the model, or choose another service");
        return None;
    }
    let generated = pipeline::generate_lowered(&module).map_err(|error| reporter.report(&[error], &sources)).ok()?;
    Some(Input { files, config, module, generated })
}

/// Reads the user's models, and copies each file that is a model. Archives and projects cannot be copied.
fn read_user(models: &[PathBuf], sources: &mut SourceMap) -> Result<Vec<File>, Vec<Diagnostic>> {
    let is_other = |path: &&PathBuf| path.is_file() && (!is_model(path) || path.ends_with("smithy-build.json"));
    if let Some(other) = models.iter().find(is_other) {
        let facts = CommandFacts::Uncopied { path: other.display().to_string() };
        let help = "pass `.smithy` and JSON AST files, or folders with them";
        return Err(vec![Diagnostic::error("codegen.Config", facts, Span::NONE).with_help(help)]);
    }
    let unread = read(models, &Projection::default(), sources);
    if !unread.is_empty() {
        return Err(unread);
    }
    let mut files: Vec<File> = sources.iter().map(|(_, file)| copy(file, models)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if let Some(twice) = files.windows(2).find(|pair| pair[0].path == pair[1].path) {
        let facts = CommandFacts::CopiedTwice { path: twice[0].path.clone() };
        let help = "rename one of them, or pass a folder that has both";
        return Err(vec![Diagnostic::error("codegen.Config", facts, Span::NONE).with_help(help)]);
    }
    Ok(files)
}

/// A copy of a file: below its folder, or by its name if it was passed itself. Standard input gets a name.
fn copy(file: &SourceFile, models: &[PathBuf]) -> File {
    let path = match file.path() {
        path if path != Path::new(STDIN) => path,
        _ if file.text().trim_start().starts_with('{') => Path::new("model.json"),
        _ => Path::new("model.smithy"),
    };
    let below = models.iter().find_map(|folder| path.strip_prefix(folder).ok().filter(|path| *path != Path::new("")));
    let below = below.or_else(|| path.file_name().map(Path::new)).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    File { path: format!("{FOLDER}/{}", parts.join("/")), text: file.text().to_owned() }
}
