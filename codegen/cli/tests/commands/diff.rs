//! `whitesmith diff` on files and on revisions of a git repository.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::{git, text, whitesmith};

const OLD: &str = "$version: \"2\"\nnamespace port\nstructure Ship {\n    name: String\n}\n";
const NEW: &str = "$version: \"2\"\nnamespace port\nstructure Ship {\n    @required\n    name: String\n}\n";

fn diff(folder: &Path, arguments: &[&str]) -> Output {
    whitesmith(folder, &[&["diff"], arguments].concat())
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
    assert!(changes.ends_with("1 breaking change\nsemver: none, as the models have no service\n"), "{changes}");
    assert_eq!(diff(folder.path(), &["old.smithy", "new.smithy", "--deny", "breaking"]).status.code(), Some(1));
    assert!(diff(folder.path(), &["old.smithy", "old.smithy", "--deny", "breaking"]).status.success());
}

#[test]
fn a_revision_alone_uses_the_path_of_the_other_model() {
    let folder = repository();
    let changes = lines(&diff(folder.path(), &["v1", "models", "--format", "json"]));
    assert_eq!(changes.len(), 2, "{changes:?}");
    let verdict = serde_json::json!({
        "kind": "summary", "semver": "none", "sides": {}, "reason": null, "suppressed": 0, "denied": false,
    });
    assert_eq!(changes.last(), Some(&verdict));
    let field = |key: &str| changes.first().and_then(|change| change.get(key)).cloned().unwrap_or_default();
    let expected = serde_json::json!(["new", "port#Ship$name", 5, null]);
    assert_eq!(serde_json::json!([field("model"), field("shape"), field("line"), field("semver")]), expected);
}

#[test]
fn two_revisions_are_compared() {
    let folder = repository();
    let output = diff(folder.path(), &["v2", "v1", "--format", "markdown"]);
    let changes = text(&output.stdout);
    assert!(changes.starts_with("# Changes from `v2` to `v1`\n\n1 breaking change\n\nsemver: none"), "{changes}");
    assert!(changes.contains(", `v1:models/port.smithy:4`)"), "{changes}");
    let output = diff(folder.path(), &["v1:models/port.smithy", "HEAD~1:models/port.smithy"]);
    assert_eq!(text(&output.stdout), "no changes\nsemver: none, as the models have no service\n");
}

#[test]
fn revisions_have_the_models_of_the_configuration() {
    let folder = repository();
    fs::create_dir(folder.path().join("settings")).expect("writable");
    let config = "package = \"generated\"\n[[service]]\nmodule = \"port\"\nid = \"port#Port\"\n\
                  models = [\"../models/port.smithy\"]\n";
    fs::write(folder.path().join("settings/codegen.toml"), config).expect("writable");
    fs::create_dir(folder.path().join("here")).expect("writable");
    // There is no folder `models` here.
    let arguments = ["v1", "v2", "--config", "../settings/codegen.toml"];
    let output = diff(&folder.path().join("here"), &arguments);
    assert!(text(&output.stdout).contains("1 breaking change\n"), "{}", text(&output.stderr));
}

#[test]
fn a_projection_of_a_revision_is_an_error() {
    let folder = repository();
    let output = diff(folder.path(), &["v1", "models", "--projection", "client"]);
    assert_eq!(output.status.code(), Some(2));
    let errors = text(&output.stderr);
    assert!(errors.contains("`v1`") && errors.contains("git worktree add"), "{errors}");
}

#[test]
fn paths_are_relative_to_the_current_folder() {
    let folder = repository();
    let output = diff(&folder.path().join("models"), &["v1", "port.smithy"]);
    assert!(text(&output.stdout).contains("1 breaking change\n"), "{}", text(&output.stderr));
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

#[test]
fn errors_of_the_new_model_are_reported_beside_its_changes() {
    let folder = services();
    let broken = SERVICE.replace("    SMALL", "    TINY") + "structure Crew {\n    captain: Person\n}\n";
    fs::write(folder.path().join("new.smithy"), broken).expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("error[Target.UnresolvedShape]") && errors.contains("new.smithy:17"), "{errors}");
    assert!(text(&output.stdout).contains("Renamed enum value"), "{}", text(&output.stdout));
    let output = diff(folder.path(), &["new.smithy", "old.smithy"]);
    assert!(output.status.success(), "the old model cannot be corrected: {}", text(&output.stderr));
}

#[test]
fn what_the_configuration_accepts_is_not_an_error_of_the_new_model() {
    let folder = services();
    let unknown = SERVICE.replace("enum Ship", "@other.traits#color(\"red\")\nenum Ship");
    fs::write(folder.path().join("new.smithy"), unknown).expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("Model.UnresolvedTrait"), "{}", text(&output.stderr));
    let config = "package = \"generated\"\n[[service]]\nmodule = \"port\"\nid = \"port#Port\"\nmodels = [\"new.smithy\"]\n\
                  accept = [\"Model.UnresolvedTrait\"]\n";
    fs::write(folder.path().join("codegen.toml"), config).expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
}

const SERVICE: &str = "$version: \"2\"\nnamespace port\nuse smithy.protocols#rpcv2Cbor\n@rpcv2Cbor\nservice Port {\n    \
    operations: [Moor]\n}\noperation Moor {\n    input := {\n        ship: Ship\n    }\n}\nenum Ship {\n    SMALL\n}\n";

/// A folder with a service, and one whose enum has another value.
fn services() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.smithy"), SERVICE).expect("writable");
    fs::write(folder.path().join("new.smithy"), SERVICE.replace("SMALL", "TINY")).expect("writable");
    folder
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn findings_of_one_edit_have_its_number_and_its_verdict() {
    let folder = services();
    let mut findings = lines(&diff(folder.path(), &["old.smithy", "new.smithy", "--format", "json"]));
    let verdict = findings.pop().unwrap_or_default();
    assert_eq!((&verdict["kind"], &verdict["semver"]), (&"summary".into(), &"major".into()), "{verdict}");
    assert_eq!(findings.len(), 4, "{findings:?}");
    let related: Vec<bool> = findings.iter().map(|finding| finding["related"] == true).collect();
    assert_eq!(related, [false, true, true, true]);
    for finding in &findings {
        assert_eq!((&finding["kind"], &finding["edit"]), (&"change".into(), &1.into()));
        assert_eq!(finding["title"], "Renamed enum value `port#Ship$SMALL` to `TINY`");
        assert_eq!((&finding["semver"], &finding["side"]), (&"major".into(), &"all".into()), "{finding}");
        assert_eq!(finding["sides"], serde_json::json!({ "client": "major", "server": "major", "stored": "major" }));
        assert!(finding.get("help").is_some());
    }
    let rust = findings.first().and_then(|finding| finding["rust"].as_array()).cloned().unwrap_or_default();
    assert!(rust.contains(&"removed variant `types::Ship::Small`".into()), "{rust:?}");
}

#[test]
fn a_report_ends_with_the_verdict_for_each_side() {
    let folder = services();
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    let changes = text(&output.stdout);
    let end = "1 breaking change\nsemver: major (client), major (server), major (stored data)\n";
    assert!(changes.ends_with(end), "{changes}");
}

#[test]
fn options_of_the_configuration_count() {
    let folder = services();
    let config = "package = \"generated\"\n[[service]]\nmodule = \"port\"\nid = \"port#Port\"\nmodels = [\"new.smithy\"]\n\
                  sides = \"client\"\n";
    fs::write(folder.path().join("codegen.toml"), config).expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    assert!(
        text(&output.stdout).ends_with("semver: major (client), major (stored data)\n"),
        "{}",
        text(&output.stdout)
    );
    // A gate that ignored it would pass with the wrong options.
    fs::write(folder.path().join("codegen.toml"), config.replace("client", "clients")).expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("did you mean `client`?"), "{}", text(&output.stderr));
    let output = diff(folder.path(), &["old.smithy", "new.smithy", "--config", "none.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("cannot read `none.toml`"), "{}", text(&output.stderr));
}

#[test]
fn denials_are_lists_and_unknown_ones_are_wrong_usage() {
    let folder = services();
    let code = |deny: &str| diff(folder.path(), &["old.smithy", "new.smithy", "--deny", deny]).status.code();
    assert_eq!(code("semver-major"), Some(1));
    assert_eq!(code("RemovedOperationBinding,ChangedEnumTrait"), Some(1));
    assert_eq!(code("RemovedOperationBinding"), Some(0));
    assert_eq!(code("RemovedShap"), Some(2));
}

#[test]
fn an_exception_allows_what_is_denied() {
    let folder = services();
    let allow = |text: &str| {
        fs::write(folder.path().join("allow.toml"), text).expect("writable");
        diff(folder.path(), &["old.smithy", "new.smithy", "--deny", "breaking", "--allow", "allow.toml"])
    };
    let exception = "[[allow]]\nshape = \"port#Ship\"\nid = \"RemovedShape\"\n";
    let output = allow(&format!("{exception}reason = \"not deployed\"\n"));
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("allowed: not deployed"), "{}", text(&output.stdout));
    let output = allow(exception);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let errors = text(&output.stderr);
    assert!(errors.contains("error[diff.Exception]") && errors.contains("allow.toml:1"), "{errors}");
    let output = allow("[[allow]]\nshape = \"port#Port\"\nid = \"RemovedShape\"\nreason = \"old\"\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("warning[diff.UnusedException]"), "{}", text(&output.stderr));
}

#[test]
fn reports_for_machines_say_why_the_command_fails() {
    let folder = services();
    let broken = SERVICE.replace("operations: [Moor]", "operations: [Moor, None]");
    fs::write(folder.path().join("broken.smithy"), &broken).expect("writable");
    let run = |old: &str, new: &str, format: &str| {
        let output = diff(folder.path(), &[old, new, "--format", format, "--deny", "semver-major"]);
        assert_eq!(output.status.code(), Some(1), "{old} {new} {format}");
        output
    };
    let output = lines(&run("broken.smithy", "old.smithy", "json"));
    let verdict = output.last().cloned().unwrap_or_default();
    assert_eq!((&verdict["semver"], &verdict["denied"]), (&"unknown".into(), &true.into()), "{output:?}");
    let reason = verdict["reason"].as_str().unwrap_or_default();
    assert!(reason.starts_with("unknown: the old model cannot be generated: "), "{reason}");
    let output = lines(&run("old.smithy", "broken.smithy", "json"));
    assert!(output.iter().any(|line| line["kind"] == "diagnostic" && line["severity"] == "ERROR"), "{output:?}");
    assert!(output.iter().all(|line| line["kind"] != "change" || line["edit"].is_number()), "{output:?}");
    let xml = text(&run("broken.smithy", "old.smithy", "junit").stdout);
    assert!(xml.contains("errors=\"1\"") && xml.contains("<error type=\"semver\""), "{xml}");
    let xml = text(&run("old.smithy", "broken.smithy", "junit").stdout);
    assert!(xml.contains("errors=\"3\"") && xml.contains("<error type=\"Target.UnresolvedShape\""), "{xml}");
    let annotations = text(&run("broken.smithy", "old.smithy", "github").stdout);
    assert!(annotations.contains("::error title=whitesmith diff::"), "{annotations}");
}

#[test]
fn exceptions_that_allow_nothing_are_lines_of_json() {
    let folder = services();
    let allow = "[[allow]]\nshape = \"port#Port\"\nid = \"RemovedShape\"\nreason = \"old\"\n";
    fs::write(folder.path().join("allow.toml"), allow).expect("writable");
    let output = diff(folder.path(), &["old.smithy", "new.smithy", "--format", "json", "--allow", "allow.toml"]);
    let found = lines(&output);
    let unused = found.iter().find(|line| line["id"] == "diff.UnusedException").cloned().unwrap_or_default();
    assert_eq!(unused["kind"], "diagnostic", "{found:?}");
}

#[test]
fn annotations_name_files_from_the_top_of_the_repository() {
    let folder = repository();
    let models = folder.path().join("models");
    let other = tempfile::tempdir().expect("a folder");
    let path = models.join("port.smithy").display().to_string();
    for (from, arguments) in [
        (&*models, ["v1", "port.smithy"]),
        (folder.path(), ["v1", "models"]),
        (folder.path(), ["v1", &*path]),
        (&*models, ["v1", "../models/port.smithy"]),
        (folder.path(), ["v1:models", "v2"]),
        (&*models, ["v1:port.smithy", "v2:port.smithy"]),
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_whitesmith"));
        command.current_dir(from).arg("diff").args(arguments).args(["--format", "github"]);
        let output = command.env_remove("GITHUB_WORKSPACE").output().expect("it runs");
        let annotations = text(&output.stdout);
        assert!(annotations.starts_with("::error file=models/port.smithy,line="), "{arguments:?}: {annotations}");
        let output = command.env("GITHUB_WORKSPACE", other.path()).output().expect("it runs");
        assert!(text(&output.stdout).contains("port.smithy,line="), "files elsewhere keep their path");
    }
}

#[test]
fn reports_for_build_servers_name_file_and_line() {
    let folder = services();
    let output = diff(folder.path(), &["old.smithy", "new.smithy", "--format", "github"]);
    let annotations = text(&output.stdout);
    assert!(annotations.starts_with("::error file=new.smithy,line=13,col=6,title="), "{annotations}");
    let output = diff(folder.path(), &["old.smithy", "new.smithy", "--format", "junit", "--deny", "semver-major"]);
    assert_eq!(output.status.code(), Some(1));
    let xml = text(&output.stdout);
    assert!(xml.contains("<testsuite name=\"whitesmith diff\" tests=\"1\" failures=\"1\""), "{xml}");
}
