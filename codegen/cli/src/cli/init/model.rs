//! The model of a new crate: the example, or copies of the user's files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whitesmith_codegen::config::{ServiceConfig, is_module_name, module_name};
use whitesmith_codegen::emit::File;
use whitesmith_codegen::ir::Module;
use whitesmith_codegen::load::{is_model, read_sources};
use whitesmith_codegen::lower::lower;
use whitesmith_codegen::pipeline::{self, Generated};
use whitesmith_codegen::source::SourceMap;

use super::templates;
use crate::cli::standalone::only_service;
use crate::cli::{Reporter, error_chain};

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
pub(super) fn read(models: &[PathBuf], service: Option<&str>, reporter: &mut Reporter) -> Option<Input> {
    let mut sources = SourceMap::default();
    let files = if models.is_empty() {
        let (name, text) = templates::EXAMPLE;
        sources.add(name, text.to_owned());
        vec![File { path: format!("{FOLDER}/{name}"), text: text.to_owned() }]
    } else {
        let unread = read_sources(models, &mut sources);
        if !unread.is_empty() {
            reporter.report(&unread, &sources);
            return None;
        }
        copies(models, reporter)?
    };
    let (model, diagnostics) = pipeline::model(&sources);
    reporter.report_model(&diagnostics, &sources);
    let model = model.filter(|_| !reporter.has_errors())?;
    let id = match service {
        Some(id) => id.to_owned(),
        None => only_service(&model, reporter)?,
    };
    let module = module_name(id.rsplit('#').next().unwrap_or(&id));
    let config = ServiceConfig {
        module: if is_module_name(&module) { module } else { "service".to_owned() },
        id,
        models: vec![PathBuf::from(FOLDER)],
        ..ServiceConfig::default()
    };
    let module = match lower(&model, &config) {
        Ok((module, _)) => module,
        Err(diagnostics) => {
            reporter.report(&diagnostics, &sources);
            return None;
        }
    };
    if module.operations.is_empty() {
        let message = format!("`{}` has no operations", config.id);
        reporter.fail("codegen.UnknownOperation", message, "add one to the model, or choose another service");
        return None;
    }
    let (generated, diagnostics) = pipeline::generate(&model, &config);
    reporter.report(&diagnostics, &sources);
    Some(Input { files, config, module, generated: generated? })
}

/// Copies of files, and of the models in folders, under their names.
fn copies(models: &[PathBuf], reporter: &mut Reporter) -> Option<Vec<File>> {
    let mut files: Vec<File> = Vec::new();
    for path in models {
        let copied = if path.is_dir() { copy_folder(path, FOLDER, &mut files) } else { copy(path, FOLDER, &mut files) };
        if let Err(error) = copied {
            let message = format!("cannot copy `{}`: {}", path.display(), error_chain(&error));
            let help = "pass `.smithy` and JSON AST files, or folders with them";
            reporter.fail("codegen.Config", message, help);
            return None;
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if let Some(twice) = files.windows(2).find(|pair| pair[0].path == pair[1].path) {
        let message = format!("two files of the model would be copied to `{}`", twice[0].path);
        reporter.fail("codegen.Config", message, "rename one of them, or pass a folder that has both");
        return None;
    }
    Some(files)
}

fn copy(path: &Path, to: &str, files: &mut Vec<File>) -> io::Result<()> {
    if !is_model(path) || path.file_name().is_some_and(|name| name == "smithy-build.json") {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is an archive or a project, which is not copied"));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    files.push(File { path: format!("{to}/{name}"), text: fs::read_to_string(path)? });
    Ok(())
}

fn copy_folder(folder: &Path, to: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            copy_folder(&path, &format!("{to}/{name}"), files)?;
        } else if is_model(&path) {
            copy(&path, to, files)?;
        }
    }
    Ok(())
}
