//! Layout of generated code: `cargo fmt --check` passes in a crate without configuration.

use std::path::Path;
use std::process::Command;

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
            let difference = String::from_utf8_lossy(&output.stdout);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{}: {difference}{errors}", module.display());
        }
    }
}
