//! The published packages: their metadata, contents, dependencies and minimum Rust version.

mod contents;
mod dependencies;
mod rust_version;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// Packages that are published, each before those that depend on it, with their folders.
const PUBLISHED: &[(&str, &str)] =
    &[("whitesmith-runtime", "runtime"), ("whitesmith-codegen", "codegen"), ("whitesmith", "codegen/cli")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs cargo in the workspace, and returns its output or its errors.
fn cargo(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().expect("cargo runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

/// The packages of the workspace, from `cargo metadata`.
fn members() -> &'static [Value] {
    static MEMBERS: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let text = cargo(&["metadata", "--no-deps", "--offline", "--format-version", "1"]).expect("metadata");
        let metadata: Value = serde_json::from_str(&text).expect("JSON");
        metadata["packages"].as_array().expect("packages").clone()
    });
    &MEMBERS
}

/// A package of the workspace by its name.
fn member(name: &str) -> &'static Value {
    members().iter().find(|package| package["name"] == name).expect("a member")
}
