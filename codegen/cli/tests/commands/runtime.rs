//! `--runtime` of commands, and `runtime` in codegen.toml.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::{result, text, whitesmith, write};

const MODEL: &str = "$version: \"2\"\nnamespace example\n@smithy.protocols#rpcv2Cbor\nservice Library {}\n";
const CONFIG: &str =
    "package = \"app\"\n\n[[service]]\nmodule = \"library\"\nid = \"example#Library\"\nmodels = [\"library.smithy\"]\n";
const APP: &str = "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[features]\nlibrary = []\nclient = []\n\
    server = []\n\n[dependencies]\nwhitesmith-runtime = { git = \"https://example.com/a\", features = [\"client\"] } # why\n";

/// A folder with a model, a configuration and a package, outside any workspace.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "library.smithy", MODEL);
    write(&folder, "codegen.toml", CONFIG);
    write(&folder, "app/Cargo.toml", APP);
    write(&folder, "rt/Cargo.toml", "[package]\nname = \"whitesmith-runtime\"\nversion = \"0.1.0\"\n");
    folder
}

fn generate<'a>(out: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["codegen", "--models", "library.smithy", "--out", out], more].concat()
}

/// The line of a manifest that names the runtime.
fn line(folder: &Path, manifest: &str) -> String {
    let text = fs::read_to_string(folder.join(manifest)).expect("a manifest");
    text.lines().find(|line| line.starts_with("whitesmith-runtime")).expect("a dependency").to_owned()
}

#[test]
fn outside_of_a_workspace_the_runtime_must_be_chosen() {
    let folder = folder();
    fs::remove_file(folder.path().join("codegen.toml")).expect("a file");
    let (code, message) = result(&whitesmith(folder.path(), &generate("out", &[])));
    assert_eq!(code, Some(2), "{message}");
    for choice in ["path:DIR", "git:URL", "VERSION"] {
        assert!(message.contains(choice), "{message}");
    }
    assert!(!folder.path().join("out").exists(), "nothing is written");
}

#[test]
fn conformance_needs_the_same_choice() {
    let folder = folder();
    // The model has no cases, which is found after the runtime.
    let ran = |code: i32, part: &str| {
        let (found, message) = result(&whitesmith(folder.path(), &["conformance", "library.smithy"]));
        assert_eq!(found, Some(code), "{message}");
        assert!(message.contains(part), "{message}");
    };
    let without_cases = "no protocol test cases";
    ran(1, without_cases);
    write(&folder, "app/Cargo.toml", &APP.replace("git = \"https://example.com/a\"", "path = \"../rt\""));
    ran(1, without_cases);
    write(&folder, "app/Cargo.toml", &APP.replace("whitesmith-runtime", "other"));
    for choice in ["path:DIR", "git:URL", "VERSION"] {
        ran(2, choice);
    }
    write(&folder, "codegen.toml", &format!("runtime = \"path:rt\"\n{CONFIG}"));
    ran(1, without_cases);
}

#[test]
fn lines_of_conformance_have_one_kind() {
    let folder = folder();
    let output = whitesmith(folder.path(), &["conformance", "library.smithy", "--format", "json"]);
    assert_eq!(text(&output.stdout), "", "it has cases only");
    assert!(text(&output.stderr).starts_with("{\"") && text(&output.stderr).contains("no protocol test cases"));
}

#[test]
fn other_crates_have_the_runtime_of_the_configuration() {
    let folder = folder();
    assert!(whitesmith(folder.path(), &generate("out", &[])).status.success());
    assert!(line(folder.path(), "out/Cargo.toml").contains("git = \"https://example.com/a\""));
    write(&folder, "codegen.toml", &format!("runtime = \"path:rt\"\n{CONFIG}"));
    assert!(whitesmith(folder.path(), &generate("other", &[])).status.success());
    assert!(line(folder.path(), "other/Cargo.toml").contains("path = \"../rt\""));
    let output = whitesmith(folder.path(), &["init", "new", "--name", "shop"]);
    assert!(output.status.success(), "{}", result(&output).1);
    assert!(line(folder.path(), "new/Cargo.toml").contains("path = \"../rt\""));
}

#[test]
fn inside_a_workspace_with_the_runtime_the_path_is_relative() {
    let folder = folder();
    fs::write(folder.path().join("Cargo.toml"), "[workspace]\nmembers = [\"rt\", \"app\"]\n").expect("writable");
    assert!(whitesmith(folder.path(), &generate("crates/library", &[])).status.success());
    let expected = "whitesmith-runtime = { path = \"../../rt\", default-features = false }";
    assert_eq!(line(folder.path(), "crates/library/Cargo.toml"), expected);
    let below = folder.path().join("app");
    let arguments = ["codegen", "--models", "../library.smithy", "--out", "../one"];
    assert!(whitesmith(&below, &arguments).status.success());
    assert_eq!(line(folder.path(), "one/Cargo.toml"), expected.replace("../../rt", "../rt"));
}

#[test]
fn no_path_of_the_machine_is_written() {
    let folder = folder();
    let absolute = format!("path:{}", folder.path().join("rt").display());
    assert!(whitesmith(folder.path(), &generate("out", &["--runtime", &absolute])).status.success());
    assert_eq!(
        line(folder.path(), "out/Cargo.toml"),
        "whitesmith-runtime = { path = \"../rt\", default-features = false }"
    );
    for file in fs::read_dir(folder.path().join("out/src")).expect("generated").flatten() {
        let text = fs::read_to_string(file.path()).expect("text");
        assert!(!text.contains(&*folder.path().to_string_lossy()), "{:?}", file.path());
    }
}

#[test]
fn a_later_choice_changes_one_line_of_the_manifest() {
    let folder = folder();
    let manifest = folder.path().join("out/Cargo.toml");
    assert!(whitesmith(folder.path(), &generate("out", &["--runtime", "path:rt"])).status.success());
    let mine =
        fs::read_to_string(&manifest).expect("a manifest").replace("[features]", "# Mine.\n[features]\nmine = []");
    fs::write(&manifest, &mine).expect("writable");
    let choices = [("git:https://example.com/a", "git = \"https://example.com/a\""), ("0.1", "version = \"0.1\"")];
    for (choice, source) in choices {
        assert!(whitesmith(folder.path(), &generate("out", &["--runtime", choice])).status.success());
        let expected = mine.replace("path = \"../rt\"", source);
        assert_eq!(fs::read_to_string(&manifest).expect("a manifest"), expected);
    }
    assert!(whitesmith(folder.path(), &generate("out", &[])).status.success(), "the last choice is kept");
    assert!(fs::read_to_string(&manifest).expect("a manifest").contains("version = \"0.1\""));
}

#[test]
fn the_configuration_chooses_the_runtime_of_its_package() {
    let folder = folder();
    assert!(whitesmith(folder.path(), &["codegen"]).status.success(), "without a choice the manifest is kept");
    assert_eq!(fs::read_to_string(folder.path().join("app/Cargo.toml")).expect("a manifest"), APP);
    fs::write(folder.path().join("codegen.toml"), format!("runtime = \"path:rt\"\n{CONFIG}")).expect("writable");
    let stale = whitesmith(folder.path(), &["codegen", "--check"]);
    assert_eq!(stale.status.code(), Some(1));
    let diff = String::from_utf8_lossy(&stale.stdout).into_owned();
    assert!(diff.contains("+whitesmith-runtime = { path = \"../rt\", features = [\"client\"] } # why"), "{diff}");
    let from_elsewhere = folder.path().join("rt");
    assert!(whitesmith(&from_elsewhere, &["codegen"]).status.success());
    let expected = APP.replace("git = \"https://example.com/a\"", "path = \"../rt\"");
    assert_eq!(fs::read_to_string(folder.path().join("app/Cargo.toml")).expect("a manifest"), expected);
    assert!(whitesmith(folder.path(), &["codegen", "--check"]).status.success());
}

#[test]
fn a_wrong_choice_is_reported_where_it_was_made() {
    let folder = folder();
    let (code, message) = result(&whitesmith(folder.path(), &generate("out", &["--runtime", "../rt"])));
    assert_eq!(code, Some(2));
    assert!(message.contains("`../rt` is none of `path:DIR`, `git:URL` and a version"), "{message}");
    let (code, message) = result(&whitesmith(folder.path(), &generate("out", &["--runtime", "path:app"])));
    assert_eq!(code, Some(1));
    assert!(message.contains("is not the manifest of whitesmith-runtime"), "{message}");
    fs::write(folder.path().join("codegen.toml"), format!("runtime = \"path:nowhere\"\n{CONFIG}")).expect("writable");
    let (code, message) = result(&whitesmith(folder.path(), &["codegen"]));
    assert_eq!(code, Some(1));
    assert!(message.contains("codegen.toml:1:11") && message.contains("cannot read"), "{message}");
    fs::write(folder.path().join("codegen.toml"), format!("runtime = \"rt\"\n{CONFIG}")).expect("writable");
    let (_, message) = result(&whitesmith(folder.path(), &["codegen"]));
    assert!(message.contains("codegen.toml:1:11") && message.contains("`rt` is none of"), "{message}");
}

#[test]
fn lines_may_end_as_on_windows() {
    let folder = folder();
    let windows = |text: &str| text.replace('\n', "\r\n");
    let config = format!("runtime = \"path:rt\"\n{CONFIG}");
    for (path, text) in [("library.smithy", MODEL), ("codegen.toml", &config), ("app/Cargo.toml", APP)] {
        fs::write(folder.path().join(path), windows(text)).expect("writable");
    }
    assert!(whitesmith(folder.path(), &["codegen"]).status.success());
    let expected = windows(&APP.replace("git = \"https://example.com/a\"", "path = \"../rt\""));
    assert_eq!(fs::read_to_string(folder.path().join("app/Cargo.toml")).expect("a manifest"), expected);
}

#[test]
fn files_that_a_checkout_gave_other_line_ends_are_fresh() {
    let folder = folder();
    assert!(whitesmith(folder.path(), &["codegen"]).status.success());
    let files: Vec<PathBuf> = walkdir::WalkDir::new(folder.path().join("app/src"))
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    assert!(files.len() > 2);
    for file in files {
        let text = fs::read_to_string(&file).expect("text");
        fs::write(&file, text.replace('\n', "\r\n")).expect("writable");
    }
    let output = whitesmith(folder.path(), &["codegen", "--check"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
