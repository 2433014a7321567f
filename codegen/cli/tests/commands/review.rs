//! The script for CI, `docs/review/review.sh`, in a git repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::{git, text, whitesmith, write};

const MODEL: &str = "$version: \"2\"\n\nnamespace port\n\nuse smithy.protocols#rpcv2Cbor\n\n@rpcv2Cbor\nservice Port {\n    \
    operations: [\n        Moor\n    ]\n}\n\noperation Moor {\n    input := {\n        ship: Ship\n    }\n}\n\nenum Ship {\n    \
    SMALL\n}\n";

const CONFIG: &str =
    "package = \"generated\"\n[[service]]\nmodule = \"port\"\nid = \"port#Port\"\nmodels = [\"models/port.smithy\"]\n";

const MANIFEST: &str = "[package]\nname = \"generated\"\nedition = \"2024\"\n\n[features]\nport = []\nclient = []\nserver = []\n\n\
    [dependencies]\nwhitesmith-runtime = \"0.1\"\n";

/// A repository with a model and its generated code, committed and tagged as `base`.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "models/port.smithy", MODEL);
    write(&folder, "codegen.toml", CONFIG);
    write(&folder, "generated/Cargo.toml", MANIFEST);
    generate(folder.path());
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "base"]);
    git(folder.path(), &["tag", "base"]);
    folder
}

fn generate(folder: &Path) {
    let output = whitesmith(folder, &["codegen"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
}

/// Replaces text of the model.
fn edit(folder: &Path, from: &str, to: &str) {
    assert!(MODEL.contains(from));
    fs::write(folder.join("models/port.smithy"), MODEL.replace(from, to)).expect("writable");
}

fn review(folder: &Path, github: &str) -> Output {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/review/review.sh");
    let mut command = Command::new("bash");
    command.arg(script).arg("base").current_dir(folder);
    command.env("WHITESMITH", env!("CARGO_BIN_EXE_whitesmith")).env("GITHUB_ACTIONS", github).env("REVIEW_OUT", "out");
    command.output().expect("bash runs")
}

fn changes(folder: &Path) -> String {
    fs::read_to_string(folder.join("out/changes.md")).expect("the report")
}

#[test]
fn an_addition_with_its_generated_code_passes() {
    let repository = repository();
    edit(repository.path(), "    SMALL\n", "    SMALL\n    LARGE\n");
    generate(repository.path());
    let output = review(repository.path(), "false");
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    let report = changes(repository.path());
    assert!(report.contains("semver: minor (client), minor (server), minor (stored data)"), "{report}");
}

#[test]
fn stale_code_and_a_major_change_are_both_reported() {
    let repository = repository();
    edit(repository.path(), "SMALL", "TINY");
    let output = review(repository.path(), "true");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("review: generated code is stale\nreview: denied changes: semver-major\n"), "{errors}");
    let annotations = text(&output.stdout);
    assert!(annotations.contains("::error file=models/port.smithy,line="), "{annotations}");
    assert!(changes(repository.path()).contains("Renamed enum value `port#Ship$SMALL` to `TINY`"));
}

#[test]
fn an_exception_of_the_repository_counts() {
    let repository = repository();
    edit(repository.path(), "SMALL", "TINY");
    generate(repository.path());
    let allow = "[[allow]]\nshape = \"port#Ship\"\nid = \"RemovedShape\"\nreason = \"not released\"\n";
    fs::write(repository.path().join("review-allow.toml"), allow).expect("writable");
    let output = review(repository.path(), "false");
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
}

#[test]
fn a_revision_that_does_not_exist_fails() {
    let repository = repository();
    git(repository.path(), &["tag", "--delete", "base"]);
    let output = review(repository.path(), "false");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("review: the models cannot be compared"), "{}", text(&output.stderr));
}
