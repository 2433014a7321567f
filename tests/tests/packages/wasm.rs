//! The client without the standard transport, which runs where tokio and sockets do not exist.

use std::path::Path;
use std::process::Command;

use super::{cargo, root};

const TARGET: &str = "wasm32-unknown-unknown";
/// Arguments of Cargo that select the runtime with only this client.
const CORE: [&str; 7] =
    ["--offline", "--package", "whitesmith-runtime", "--no-default-features", "--features", "client-core", "--target"];

#[test]
fn a_client_with_a_transport_of_the_user_has_no_runtime_sockets_or_tls() {
    let arguments = [&["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}"], &CORE[..], &[TARGET]];
    let tree = cargo(&arguments.concat()).expect("a tree");
    let packages: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(packages.contains(&"http"), "{tree}");
    for package in ["hyper", "hyper-util", "mio", "ring", "rustls", "socket2", "tokio", "wasm-bindgen"] {
        assert!(!packages.contains(&package), "{package} is a dependency:\n{tree}");
    }
}

#[test]
fn a_client_with_a_transport_of_the_user_compiles_for_web_assembly() {
    let folder = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let folder = folder.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    if folder.is_empty() || !Path::new(&folder).is_dir() {
        eprintln!("skipped: the target {TARGET} is not installed: `rustup target add {TARGET}`");
        return;
    }
    let folder = root().join("target").join("wasm");
    let folder = folder.to_str().expect("a path in UTF-8");
    let arguments = [&["check", "--lib", "--target-dir", folder], &CORE[..], &[TARGET]];
    cargo(&arguments.concat()).expect("it compiles");
}
