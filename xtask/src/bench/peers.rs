//! Programs of `tests/peers`, a package of its own, so that only these groups compile the crates it compares with.

use std::fs;
use std::num::NonZero;
use std::process::Command;
use std::thread;

use super::rows::{REQUESTS, row};
use super::{Arguments, RUNS, measure, number, program, programs, target};
use crate::error::{self, TaskError};
use crate::workspace;

/// JSON, against serde's derive with borrowed strings, and against other JSON libraries.
pub(super) fn codecs() -> Result<(), TaskError> {
    const PEERS: [(&str, &str, &str); 4] = [
        ("read", "borrowed", "serde, borrowed"),
        ("read", "sonic", "sonic-rs"),
        ("read", "simd", "simd-json"),
        ("write", "sonic", "sonic-rs"),
    ];
    build(&["--bin", "json"])?;
    for (document, name) in [("history", "1,000 events"), ("steps", "25 steps")] {
        for (direction, who, peer) in PEERS {
            let ours = format!("{document}-{direction}-whitesmith");
            let theirs = format!("{document}-{direction}-{who}");
            let (codecs, json) = (program("codecs"), program("json"));
            measure(&format!("{direction} {name}, {peer}"), (&codecs, &ours), Some((&json, &theirs)), RUNS)?;
        }
    }
    Ok(())
}

/// Signed calls of a generated client and of the SDK, with a transport that returns the same response each time.
pub(super) fn calls(arguments: &Arguments) -> Result<(), TaskError> {
    build(&["--bin", "calls"])?;
    let peer = programs::peer(arguments)?;
    if let Some(peer) = &peer {
        error::run(&mut peer.cargo(&["build", "--release", "--bin", "calls", "--features", "calls"]))?;
    }
    let ours = program("calls");
    let theirs = peer.map(|peer| peer.program("calls"));
    let compare = |name: &str, case: &str, runs: [u32; 2]| {
        measure(name, (&ours, case), theirs.as_deref().map(|theirs| (theirs, case)), runs)
    };
    compare("call ListStateMachineVersions", "versions", [20, 120])?;
    compare("call GetExecutionHistory, 1,000 events", "history", [2, 4])?;
    compare("call ListWorkflowStepExecutions, 25", "steps", [20, 120])
}

/// Requests of 25 steps that a server answers on all cores, with the system's allocator and with mimalloc: the best of
/// three runs of each server, which take turns.
pub(super) fn cores() -> Result<(), TaskError> {
    build(&["--features", "mimalloc", "--bin", "throughput", "--bin", "throughput_mimalloc"])?;
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    say!("thousands of requests per second on {cores} cores; more is better");
    for (name, allocator) in [("throughput", "system allocator"), ("throughput_mimalloc", "mimalloc")] {
        let run = |server: &str| number(Command::new(program(name)).arg(server)).map(|figure| figure / 1e3);
        let (mut ours, mut theirs) = (0.0_f64, 0.0_f64);
        for _ in 0..3 {
            ours = ours.max(run("whitesmith")?);
            theirs = theirs.max(run("axum")?);
        }
        row(&format!("256 connections, {allocator}"), REQUESTS, ours, Some(theirs));
    }
    Ok(())
}

/// Builds programs with the versions and the target folder of this workspace.
fn build(arguments: &[&str]) -> Result<(), TaskError> {
    let (root, folder) = (workspace::root(), workspace::root().join("tests/peers"));
    let lock = folder.join("Cargo.lock");
    fs::copy(root.join("Cargo.lock"), &lock).map_err(TaskError::file(&lock))?;
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--release"]).args(arguments).current_dir(folder);
    error::run(command.env("CARGO_TARGET_DIR", target()))
}
