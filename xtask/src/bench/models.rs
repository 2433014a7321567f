//! Folders of models: loading, validating and generating all of them in one process, against reading the same files as
//! JSON values on one thread.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::rows::{CPU, SHARE, row, row_of_bytes};
use super::{Arguments, program, run_program};
use crate::error::TaskError;
use crate::process::{Cost, cost};
use crate::{models_check, workspace};

/// Loading and validating, and what editors do after each key press.
pub(super) fn front_end(arguments: &Arguments) -> Result<(), TaskError> {
    if let Some(folder) = arguments.folder()? {
        let models = format!("{} models", models_check::models(&folder)?.len());
        let (ours, theirs) = (read("load", &folder)?, read("parse", &folder)?);
        row(&format!("load and validate {models}"), CPU, ours.cpu, Some(theirs.cpu));
        row_of_bytes("  peak memory", ours.peak, theirs.peak);
    }
    run_program("front_end", &[])
}

/// Generating code for our models, and for official ones if present.
pub(super) fn generation(arguments: &Arguments) -> Result<(), TaskError> {
    generate("own", &workspace::root().join("models"))?;
    arguments.folder()?.map_or(Ok(()), |folder| generate("official", &folder))
}

/// Generates one crate with a module for each model of a folder. This program has the commands of `whitesmith`.
fn generate(name: &str, folder: &Path) -> Result<(), TaskError> {
    let root = workspace::root().join("target/bench-generation").join(name);
    if root.exists() {
        fs::remove_dir_all(&root).map_err(TaskError::file(&root))?;
    }
    fs::create_dir_all(&root).map_err(TaskError::file(&root))?;
    let models: Vec<PathBuf> = models_check::models(folder)?.into_iter().map(|(_, path)| path).collect();
    let (configuration, services) = configuration(&models)?;
    let file = root.join("codegen.toml");
    fs::write(&file, configuration).map_err(TaskError::file(&file))?;
    let this = std::env::current_exe().map_err(|source| TaskError::Run { program: "xtask".to_owned(), source })?;
    let theirs = read("parse", folder)?;
    for title in [format!("generate {services} {name} services"), "the same again, without changes".to_owned()] {
        let ours = cost(Command::new(&this).args(["codegen", "--config"]).arg(&file))?;
        row(&title, CPU, ours.cpu, Some(theirs.cpu));
        row("  wall time", SHARE, ours.wall / ours.cpu, None);
        row_of_bytes("  peak memory", ours.peak, theirs.peak);
    }
    fs::remove_dir_all(&root).map_err(TaskError::file(&root))
}

/// A configuration of one crate for all services of the models, and their number.
fn configuration(models: &[PathBuf]) -> Result<(String, usize), TaskError> {
    // Two errors of CloudWatch have the same code, and tests of S3 Control have invalid account IDs.
    const ACCEPT: &str = "accept = [\"QueryErrorCode\", \"EndpointTestsTrait\"]\n";
    let quoted = |text: String| toml::Value::String(text);
    let runtime = quoted(format!("path:{}", workspace::root().join("runtime").display()));
    let mut text = format!("package = \"generated\"\nruntime = {runtime}\n");
    let mut services = 0;
    for path in models {
        let json = fs::read(path).map_err(TaskError::file(path))?;
        let model = serde_json::from_slice(&json).map_err(|source| TaskError::Json { path: path.clone(), source })?;
        let module = module(&path.file_stem().unwrap_or_default().to_string_lossy());
        let Some(id) = service(&model) else { continue };
        let path = std::path::absolute(path).map_err(TaskError::file(path))?;
        let path = quoted(path.display().to_string());
        // Writing to a String cannot fail.
        let _ = write!(text, "\n[[service]]\nmodule = \"{module}\"\nid = \"{id}\"\nmodels = [{path}]\n{ACCEPT}");
        services += 1;
    }
    Ok((text, services))
}

/// The ID of the service in a JSON model.
fn service(model: &Value) -> Option<&str> {
    let shapes = model.get("shapes")?.as_object()?;
    shapes.iter().find(|(_, shape)| shape.get("type").is_some_and(|kind| kind == "service")).map(|(id, _)| id.as_str())
}

/// The name of a file as the name of a module.
fn module(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
}

/// The cheapest of three runs of the program `front_end`.
fn read(how: &str, folder: &Path) -> Result<Cost, TaskError> {
    let run = || cost(Command::new(program("front_end")).arg(how).arg(folder));
    let first = run()?;
    (0..2).try_fold(first, |best, _| Ok(best.min(run()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_are_found_and_files_name_modules() {
        let model = r#"{"shapes": {"a#B": {"type": "structure"}, "a#C": {"type": "service"}}}"#;
        let model: Value = serde_json::from_str(model).expect("JSON");
        assert_eq!(service(&model), Some("a#C"));
        assert_eq!(service(&Value::Null), None);
        assert_eq!(module("acm-pca-2017-08-22"), "acm_pca_2017_08_22");
    }
}
