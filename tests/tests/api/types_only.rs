//! Crates with only types have few dependencies.

use std::process::Command;

/// Maximum number of dependencies of a crate with only types.
const MAX_CRATES: usize = 10;

#[test]
fn types_alone_depend_on_few_crates() {
    let options =
        ["--no-default-features", "--features", "sfn", "--edges", "normal", "--prefix", "none", "--no-dedupe"];
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--package", "generated"])
        .args(options)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let mut crates: Vec<String> = text.lines().map(name).filter(|name| name != "generated").collect();
    crates.sort();
    crates.dedup();
    assert!(crates.iter().any(|name| name == "whitesmith-runtime"), "{crates:?}");
    assert!(crates.len() <= MAX_CRATES, "{} crates: {crates:?}", crates.len());
}
