//! The client without the standard transport compiles for WebAssembly.

use std::path::Path;
use std::process::Command;

pub(crate) fn a_client_with_a_transport_of_the_user_compiles(workspace: &Path) {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--lib", "--package", "whitesmith-runtime", "--no-default-features"])
        .args(["--features", "client-core", "--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(workspace.join("target/wasm"))
        .current_dir(workspace)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
