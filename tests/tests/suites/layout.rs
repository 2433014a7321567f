//! Layout of generated code: `cargo fmt --check` passes in a crate without configuration.

use std::path::Path;
use std::process::Command;

pub(crate) fn rustfmt_leaves_generated_code_alone(workspace: &Path) {
    let configuration = tempfile::tempdir().expect("a folder");
    std::fs::write(configuration.path().join("rustfmt.toml"), "").expect("written");
    for root in ["generated/src/lib.rs", "tests/golden/src/lib.rs"] {
        let output = Command::new("rustfmt")
            .args(["--check", "--edition", "2024", "--config-path"])
            .arg(configuration.path())
            .arg(workspace.join(root))
            .output()
            .expect("rustfmt runs");
        let difference = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{difference}{}", String::from_utf8_lossy(&output.stderr));
    }
}
