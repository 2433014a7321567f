//! `whitesmith diff` on files and on revisions of a git repository.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const OLD: &str = "$version: \"2\"\nnamespace port\nstructure Ship {\n    name: String\n}\n";
const NEW: &str = "$version: \"2\"\nnamespace port\nstructure Ship {\n    @required\n    name: String\n}\n";

fn diff(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
    command.current_dir(folder).arg("diff").args(arguments).output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    let output = command.current_dir(folder).args(identity).args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
}

/// A repository with the old model in the first commit and the new one in the second.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    git(folder.path(), &["init", "--quiet"]);
    fs::create_dir(folder.path().join("models")).expect("writable");
    for (model, tag) in [(OLD, "v1"), (NEW, "v2")] {
        fs::write(folder.path().join("models/port.smithy"), model).expect("writable");
        git(folder.path(), &["add", "."]);
        git(folder.path(), &["commit", "--quiet", "--message", tag]);
        git(folder.path(), &["tag", tag]);
    }
    folder
}

#[test]
fn files_are_compared_and_breaking_changes_can_be_denied() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.smithy"), OLD).expect("writable");
    fs::write(folder.path().join("new.smithy"), NEW).expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let changes = text(&output.stdout);
    assert!(
        changes.contains("error[ChangedNullability.AddedRequiredTrait]") && changes.contains("new.smithy:5"),
        "{changes}"
    );
    assert!(changes.ends_with("1 breaking change\n"), "{changes}");
    assert_eq!(diff(folder.path(), &["old.smithy", "new.smithy", "--deny", "breaking"]).status.code(), Some(1));
    assert!(diff(folder.path(), &["old.smithy", "old.smithy", "--deny", "breaking"]).status.success());
}

#[test]
fn a_revision_alone_means_the_path_of_the_other_model() {
    let folder = repository();
    let output = diff(folder.path(), &["v1", "models", "--format", "json"]);
    let changes: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(changes.len(), 1, "{changes:?}");
    let field = |key: &str| changes.first().and_then(|change| change.get(key)).cloned().unwrap_or_default();
    let expected = serde_json::json!(["new", "port#Ship$name", 5]);
    assert_eq!(serde_json::json!([field("side"), field("shape"), field("line")]), expected);
}

#[test]
fn two_revisions_are_compared() {
    let folder = repository();
    let output = diff(folder.path(), &["v2", "v1", "--format", "markdown"]);
    let changes = text(&output.stdout);
    assert!(changes.starts_with("# Changes from `v2` to `v1`\n\n1 breaking change\n"), "{changes}");
    assert!(changes.contains(", v1:models/port.smithy:4)"), "{changes}");
    let output = diff(folder.path(), &["v1:models/port.smithy", "HEAD~1:models/port.smithy"]);
    assert_eq!(text(&output.stdout), "no changes\n");
}

#[test]
fn paths_are_relative_to_the_current_folder() {
    let folder = repository();
    let output = diff(&folder.path().join("models"), &["v1", "port.smithy"]);
    assert!(text(&output.stdout).ends_with("1 breaking change\n"), "{}", text(&output.stderr));
}

#[test]
fn an_argument_that_is_neither_path_nor_revision_is_reported() {
    let folder = repository();
    for argument in ["v3", "--upload-pack=x", "v1:nowhere"] {
        let output = diff(folder.path(), &["--", argument, "models"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains(argument.rsplit(':').next().unwrap_or_default()), "{argument}");
    }
}

#[test]
fn an_invalid_model_is_reported_and_not_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.smithy"), OLD).expect("writable");
    fs::write(folder.path().join("new.smithy"), "namespace port\nstructure {\n").expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty() && text(&output.stderr).contains("new.smithy:2"));
}
