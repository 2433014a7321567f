//! Layout of generated code: `cargo fmt --check` passes in a crate without configuration.

use std::path::Path;
use std::process::Command;

/// Modules with code that rustfmt changes: wide lists of imported names, and schemas with types of the user.
const CHANGED: [&str; 2] = ["queues", "tickets"];

pub(crate) fn rustfmt_leaves_generated_code_alone(workspace: &Path) {
    let configuration = tempfile::tempdir().expect("a folder");
    std::fs::write(configuration.path().join("rustfmt.toml"), "").expect("written");
    for root in ["generated/src", "tests/golden/src"] {
        // The crates' roots exclude the modules from formatting, so these are given one by one.
        for entry in std::fs::read_dir(workspace.join(root)).expect("a folder") {
            let module = entry.expect("an entry").path();
            if !module.is_dir() {
                continue;
            }
            let output = Command::new("rustfmt")
                .args(["--check", "--edition", "2024", "--config-path"])
                .arg(configuration.path())
                .arg(module.join("mod.rs"))
                .output()
                .expect("rustfmt runs");
            let is_listed = CHANGED.iter().any(|name| module.ends_with(name));
            let difference = String::from_utf8_lossy(&output.stdout);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.success(), !is_listed, "{}: {difference}{errors}", module.display());
        }
    }
}
