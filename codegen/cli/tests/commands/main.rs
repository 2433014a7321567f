//! Commands of the program, as processes in temporary folders.

mod ast;
mod bad_inputs;
mod diff;
mod exit_codes;
mod fmt;
mod init;
mod input;
mod package;
mod review;
mod revisions;
mod runtime;
mod stub;
#[cfg(unix)]
mod writing;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in a folder.
fn whitesmith(folder: impl AsRef<Path>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
    command.current_dir(folder).args(arguments).output().expect("it runs")
}

/// Runs git in a folder, with an author for commits.
fn git(folder: impl AsRef<Path>, arguments: &[&str]) {
    let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    let output = command.current_dir(folder).args(identity).args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The exit code and what was printed on standard error.
fn result(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), text(&output.stderr))
}

/// Writes a file below a folder, and the folders above the file.
fn write(folder: impl AsRef<Path>, path: &str, text: &str) {
    let path = folder.as_ref().join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
    fs::write(path, text).expect("writable");
}

#[track_caller]
fn read(folder: impl AsRef<Path>, path: &str) -> String {
    fs::read_to_string(folder.as_ref().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
