//! Generated crates of official models: the cost of building each once its dependencies are built.

use std::path::{Path, PathBuf};

use whitesmith::cli::{Choices, Format, Membership, Reporter, Standalone, standalone};

use super::builds::{Package, Registry, Step};
use super::rows::{CPU, row, row_of_bytes};
use super::{Arguments, programs};
use crate::error::TaskError;
use crate::{models_check, workspace};

/// A model, and the name of its crate.
pub(super) const STEP_FUNCTIONS: (&str, &str) = ("sfn-2016-11-23.json", "sfn");
/// A service whose requests have bearer tokens, and are not signed.
pub(super) const CODE_CATALYST: (&str, &str) = ("codecatalyst-2022-09-28.json", "codecatalyst");
const LARGE: [(&str, &str); 2] = [("glue-2017-03-31.json", "glue"), ("sagemaker-2017-07-24.json", "sagemaker")];

/// Features of crates with all that is generated.
const BOTH: [&str; 3] = ["--no-default-features", "--features", "client,server"];
const CLIENT: [&str; 3] = ["--no-default-features", "--features", "client"];

/// Step Functions with client and server, and its release build against the client only.
pub(super) fn figures(arguments: &Arguments) -> Result<(), TaskError> {
    let Some(ours) = generated(arguments, STEP_FUNCTIONS)? else { return Ok(()) };
    let peer = programs::peer(arguments)?;
    let mut release = 0.0;
    for step in [Step::Check, Step::Dev, Step::Release] {
        let cost = ours.alone("bench-sfn", step, &BOTH)?.cpu;
        let theirs = peer.as_ref().map(|peer| peer.alone("aws-sdk-sfn", step, &[])).transpose()?;
        row(&format!("{} of all Step Functions", step.name()), CPU, cost, theirs.map(|theirs| theirs.cpu));
        release = cost;
    }
    if peer.is_none() {
        let client = ours.alone("bench-sfn", Step::Release, &CLIENT)?.cpu;
        row("release build, against the client only", CPU, release, Some(client));
    }
    Ok(())
}

/// The largest services, with client and server.
pub(super) fn large(arguments: &Arguments) -> Result<(), TaskError> {
    for model in LARGE {
        let Some(package) = generated(arguments, model)? else { continue };
        for step in [Step::Check, Step::Release] {
            let cost = package.alone(&format!("bench-{}", model.1), step, &BOTH)?;
            row(&format!("{} of all {}", step.name(), model.1), CPU, cost.cpu, None);
            row_of_bytes("  peak memory of rustc", cost.peak, None);
        }
    }
    Ok(())
}

/// Generates the crate of an official model. Without the model, prints that the rows are skipped.
pub(super) fn generated(arguments: &Arguments, (file, name): (&str, &str)) -> Result<Option<Package>, TaskError> {
    let Some(model) = model(arguments, file)? else {
        say!("skipped: no {file}; `--models` selects a folder");
        return Ok(None);
    };
    let (crate_name, out) = (format!("bench-{name}"), workspace::root().join("target/bench-crates").join(name));
    let request = Standalone {
        constraints: whitesmith_codegen::config::Constraints::default(),
        choices: Choices::default(),
        membership: &Membership::Apart,
        models: &[model],
        projection: None,
        out: &out,
        service: None,
        operations: None,
        crate_name: Some(&crate_name),
        runtime: &workspace::runtime(),
        accept: &[],
    };
    let files = standalone(&request, &mut Reporter::new(Format::Silent))
        .ok_or_else(|| TaskError::Missing(format!("code for {file}")))?;
    models_check::write(&out, &files)?;
    Package::new(&crate_name, out, "bench-crates/target", Registry::Workspace).map(Some)
}

/// A model in the folder that the user chose, or else in that of official models.
fn model(arguments: &Arguments, file: &str) -> Result<Option<PathBuf>, TaskError> {
    let folders = [arguments.folder()?, workspace::shared().map(|shared| shared.join("models"))];
    let path = |folder: &PathBuf| Path::new(folder).join(file);
    Ok(folders.iter().flatten().map(path).find(|path| path.is_file()))
}
