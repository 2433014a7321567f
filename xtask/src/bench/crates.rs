//! CPU seconds to build a generated crate, without its dependencies.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use whitesmith::cli::{Choices, Format, Membership, Reporter, Standalone, standalone};

use crate::error::{self, TaskError};
use crate::process::cpu_seconds_of_children;
use crate::{models_check, workspace};

/// The official model to build: 37 operations.
const MODEL: &str = "sfn-2016-11-23.json";
/// CPU seconds that a build may take.
const LIMITS: [(&str, f64); 2] = [("dev", 4.0), ("release", 10.0)];

/// Builds the official Step Functions model with client and server, then with the client only.
pub(super) fn figures() -> Result<(), TaskError> {
    let Some(model) = workspace::shared().map(|shared| shared.join("models").join(MODEL)).filter(|path| path.is_file())
    else {
        say!("skipped: no official models");
        return Ok(());
    };
    let folder = workspace::root().join("target/bench-crates");
    let out = folder.join("sfn");
    let request = Standalone {
        constraints: whitesmith_codegen::config::Constraints::default(),
        choices: Choices::default(),
        membership: &Membership::Apart,
        models: &[model],
        projection: None,
        out: &out,
        service: None,
        operations: None,
        crate_name: Some("bench-sfn"),
        runtime: &workspace::runtime(),
        accept: &[],
    };
    let files = standalone(&request, &mut Reporter::new(Format::Silent))
        .ok_or_else(|| TaskError::Missing("code for the model".to_owned()))?;
    models_check::write(&out, &files)?;
    let mut release = 0.0;
    for (profile, limit) in LIMITS {
        let cost = build(&out, &folder, profile, "client,server")?;
        row(&format!("{profile} build of all Step Functions (limit)"), cost, limit);
        release = cost;
    }
    let client = build(&out, &folder, "release", "client")?;
    row("release build, against the client only", release, client);
    Ok(())
}

fn row(name: &str, ours: f64, theirs: f64) {
    say!("{name:<40} {ours:>11.1} s {theirs:>11.1} s {:>8.2}", ours / theirs);
}

/// CPU seconds to build the crate once its dependencies are built: the best of two.
fn build(out: &Path, folder: &Path, profile: &str, features: &str) -> Result<f64, TaskError> {
    let run = || -> Result<f64, TaskError> {
        let before = children()?;
        let mut command = Command::new(env!("CARGO"));
        command.args(["build", "--quiet", "--offline", "--profile", profile, "--no-default-features"]);
        command.args(["--features", features, "--manifest-path"]).arg(out.join("Cargo.toml"));
        error::run(command.env("CARGO_TARGET_DIR", folder.join("target")).stdout(Stdio::null()))?;
        Ok(children()? - before)
    };
    run()?;
    let mut best = f64::INFINITY;
    for _ in 0..2 {
        let root = out.join("src/lib.rs");
        let text = fs::read(&root).map_err(TaskError::file(&root))?;
        // A newer modification time makes cargo rebuild only this crate.
        fs::write(&root, text).map_err(TaskError::file(&root))?;
        best = best.min(run()?);
    }
    Ok(best)
}

fn children() -> Result<f64, TaskError> {
    cpu_seconds_of_children().ok_or_else(|| TaskError::Missing("CPU time of processes on this system".to_owned()))
}
