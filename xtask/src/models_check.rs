//! `cargo xtask models-check`: generates a crate from each model of a folder, and checks that it compiles without
//! warnings of the compiler and of Clippy.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use whitesmith::cli::{Choices, Format, Membership, Reporter, Standalone, error_chain, standalone};
use whitesmith_codegen::output;

use crate::error::TaskError;
use crate::task::Context;
use crate::workspace;

/// Generates and checks each model, or the `smallest` ones; prints a table.
pub(crate) fn run(folder: &Path, smallest: Option<usize>) -> ExitCode {
    let mut models = match models(folder) {
        Ok(models) => models,
        Err(error) => {
            say_error!("{}", error_chain(&error));
            return ExitCode::FAILURE;
        }
    };
    models.truncate(smallest.unwrap_or(models.len()));
    let scratch = workspace::root().join("target/models-check");
    say!("{:<44} {:>9} {:>12} {:>9} {:>9}  result", "model", "kB", "generate ms", "check s", "warnings");
    let mut failed = false;
    for (size, path) in models {
        let row = check(&path, &scratch);
        failed |= !row.compiles;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        say!(
            "{name:<44} {:>9} {:>12.0} {:>9.1} {:>9}  {}",
            size / 1000,
            row.generate * 1000.0,
            row.check,
            row.warnings,
            row.result
        );
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The JSON models of a folder with their sizes in bytes, smallest first.
pub(crate) fn models(folder: &Path) -> Result<Vec<(u64, PathBuf)>, TaskError> {
    let mut models = Vec::new();
    for entry in fs::read_dir(folder).map_err(TaskError::file(folder))? {
        let path = entry.map_err(TaskError::file(folder))?.path();
        if is_model(&path) {
            let metadata = fs::metadata(&path).map_err(TaskError::file(&path))?;
            models.push((metadata.len(), path));
        }
    }
    models.sort();
    if models.is_empty() {
        return Err(TaskError::Missing(format!("JSON models in {}", folder.display())));
    }
    Ok(models)
}

/// Whether a folder exists and has JSON models.
pub(crate) fn has_models(folder: &Path) -> Result<bool, TaskError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        entries => entries.map_err(TaskError::file(folder))?,
    };
    for entry in entries {
        if is_model(&entry.map_err(TaskError::file(folder))?.path()) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_model(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

/// Result of one model.
#[derive(Default)]
struct Row {
    /// Seconds.
    generate: f64,
    /// Seconds.
    check: f64,
    warnings: usize,
    result: String,
    compiles: bool,
}

fn check(model: &Path, scratch: &Path) -> Row {
    let stem = model.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("model-{}", stem.replace('.', "-"));
    let out = scratch.join(&name);
    let request = Standalone {
        constraints: whitesmith_codegen::config::Constraints::default(),
        choices: Choices::default(),
        membership: &Membership::Apart,
        models: &[model.to_owned()],
        projection: None,
        out: &out,
        service: None,
        operations: None,
        crate_name: Some(&name),
        runtime: &workspace::runtime(),
        // Two errors of CloudWatch have the same code.
        accept: &["QueryErrorCode".to_owned()],
    };
    let start = Instant::now();
    let mut reporter = Reporter::new(Format::Human);
    let Some(files) = standalone(&request, &mut reporter) else {
        return Row { generate: start.elapsed().as_secs_f64(), result: "not generated".into(), ..Row::default() };
    };
    let generate = start.elapsed().as_secs_f64();
    if let Err(error) = write(&out, &files) {
        return Row { generate, result: error_chain(&error), ..Row::default() };
    }
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO"));
    command.args(["clippy", "--quiet", "--message-format", "short", "--manifest-path"]).arg(out.join("Cargo.toml"));
    let output = Context::new().outside(&mut command).output();
    let check = start.elapsed().as_secs_f64();
    match output {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stderr);
            let warnings = text.lines().filter(|line| line.contains(": warning: ")).count();
            let compiles = output.status.success() && warnings == 0;
            if !compiles {
                for line in text.lines().take(20) {
                    say_error!("{line}");
                }
            }
            let result = if compiles { "compiles" } else { "FAILS" };
            Row { generate, check, warnings, result: result.into(), compiles }
        }
        Err(error) => Row { generate, check, result: format!("cannot run cargo: {error}"), ..Row::default() },
    }
}

/// Writes the crate as a separate workspace that uses this workspace's Cargo.lock.
pub(crate) fn write(out: &Path, files: &[whitesmith_codegen::emit::File]) -> Result<(), TaskError> {
    let changes = output::compare(out, files, &["src"])?;
    output::write(&changes)?;
    let manifest = out.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(TaskError::file(&manifest))?;
    let text = if text.contains("[workspace]") { text } else { format!("{text}\n[workspace]\n") };
    fs::write(&manifest, text).map_err(TaskError::file(&manifest))?;
    let lock = workspace::root().join("Cargo.lock");
    fs::copy(&lock, out.join("Cargo.lock")).map(drop).map_err(TaskError::file(&lock))
}

#[cfg(test)]
mod tests {
    use super::{has_models, models};
    use crate::workspace;

    #[test]
    fn a_folder_without_models_is_an_error() {
        let error = models(&workspace::root().join("xtask")).expect_err("no models");
        assert!(error.to_string().starts_with("no JSON models in "), "{error}");
        let found = |folder: &str| has_models(&workspace::root().join(folder)).map_err(|error| error.to_string());
        assert_eq!((found("none"), found("xtask"), found("models")), (Ok(false), Ok(false), Ok(true)));
        assert!(found("Cargo.toml").is_err(), "it is a file");
    }
}
