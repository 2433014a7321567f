//! Programs of `tests/peers`, a package of its own, so that only these groups compile the crates it compares with.

use std::fs;
use std::process::Command;

use super::{compare_programs, difference, has_valgrind, row_of_counts};
use crate::error::{self, TaskError};
use crate::workspace;

/// JSON, against serde's derive with borrowed strings, and against other JSON libraries.
pub(super) fn codecs() -> Result<(), TaskError> {
    const PEERS: [(&str, &str, &str); 4] = [
        ("read", "borrowed", "serde with borrowed strings"),
        ("read", "sonic", "sonic-rs"),
        ("read", "simd", "simd-json"),
        ("write", "sonic", "sonic-rs"),
    ];
    build("json")?;
    for (document, name) in [("history", "1,000 events"), ("steps", "25 steps")] {
        for (direction, who, peer) in PEERS {
            let ours = format!("{document}-{direction}-whitesmith");
            let theirs = format!("{document}-{direction}-{who}");
            compare_programs(&format!("{direction} {name}, {peer}"), ("codecs", &ours), ("json", &theirs))?;
        }
    }
    Ok(())
}

/// Signed calls of a generated client, with a transport that returns the same response each time.
pub(super) fn calls() -> Result<(), TaskError> {
    if !has_valgrind() {
        say!("skipped: calls are counted by valgrind");
        return Ok(());
    }
    build("calls")?;
    row_of_counts("call ListStateMachineVersions", difference("calls", "versions", [20, 120])?, None);
    row_of_counts("call GetExecutionHistory, 1,000 events", difference("calls", "history", [2, 4])?, None);
    Ok(())
}

/// Builds a program with the versions and the target folder of this workspace.
fn build(program: &str) -> Result<(), TaskError> {
    let (root, folder) = (workspace::root(), workspace::root().join("tests/peers"));
    let lock = folder.join("Cargo.lock");
    fs::copy(root.join("Cargo.lock"), &lock).map_err(TaskError::file(&lock))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| root.join("target").into_os_string());
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--release", "--bin", program]).current_dir(folder);
    error::run(command.env("CARGO_TARGET_DIR", target))
}
