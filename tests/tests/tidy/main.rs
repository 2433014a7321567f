//! Conventions of this repository that the compiler does not check. Reads files only; takes milliseconds.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Maximum number of lines of a source file.
const MAX_LINES: usize = 500;
/// Maximum number of columns of a comment.
const MAX_COLUMNS: usize = 120;

/// Longer files: data only. A file that is short enough fails the test until it is removed here.
const LONG: &[&str] = &["tests/examples/codecs/history.rs"];

/// Folders with handwritten source files. `generated` and `tests/golden` contain generated ones.
const SOURCES: &[&str] =
    &["codegen", "examples", "runtime", "tests/examples", "tests/fuzz/targets", "tests/src", "tests/tests", "xtask"];

/// Folders whose comments fit in [`MAX_COLUMNS`]; to be extended to all of [`SOURCES`].
const NARROW: &[&str] = &[
    "codegen/src/cli",
    "codegen/tests",
    "runtime/src/builder",
    "runtime/src/codec",
    "runtime/src/constraint",
    "runtime/src/event_stream",
    "runtime/src/http_binding",
    "runtime/src/jmespath",
    "runtime/src/macros",
    "runtime/src/pattern",
    "runtime/src/schema",
    "runtime/src/server",
    "runtime/src/types",
    "runtime/tests",
    "examples",
    "tests/examples",
    "tests/fuzz/targets",
    "tests/tests",
    "xtask",
];

/// Phrases that were replaced by usual ones. In lower case.
const PHRASES: &[(&str, &str)] = &[
    ("say what is wrong with", "validate"),
    ("lay `.smithy` files out", "format"),
    ("say more about", "explain"),
    ("the road of the data", "pipeline"),
    ("so that nobody looks for it", "not supported"),
    ("kept the answer from coming", "the request could not be sent"),
    ("the pages from here on", "returns a paginator"),
    ("` is told.", "input of …"),
    ("where it is not given", "default: …"),
    ("nobody's concern", "does not matter"),
    ("it ended well", "succeeded"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Files below these folders of the workspace with one of these extensions: path in the workspace, and content.
fn files(folders: &[&str], extensions: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let is_hidden_or_built = |name: &str| (name.starts_with('.') && name.len() > 2) || name == "target";
    let mut files = Vec::new();
    for folder in folders {
        let entries = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
        let entries = entries.filter_entry(|entry| !entry.file_name().to_str().is_some_and(is_hidden_or_built));
        for entry in entries.map(|entry| entry.expect("readable")) {
            let path = entry.path();
            if path.extension().is_some_and(|found| extensions.iter().any(|known| found == *known)) {
                let shown = path.strip_prefix(&root).expect("below the root").display().to_string();
                files.push((shown, fs::read_to_string(path).expect("UTF-8")));
            }
        }
    }
    assert!(!files.is_empty(), "{folders:?} have no files");
    files
}

/// Fails with a line for each problem.
fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn every_module_starts_with_its_documentation() {
    let files = files(SOURCES, &["rs"]);
    let problems = files.iter().filter(|(_, text)| !text.starts_with("//!"));
    assert_none(&problems.map(|(path, _)| format!("{path}: no `//!` in the first line")).collect::<Vec<_>>());
}

#[test]
fn source_files_are_short() {
    let files = files(SOURCES, &["rs"]);
    let lengths = files.iter().map(|(path, text)| (path, text.lines().count()));
    let problems = lengths.filter(|(path, lines)| (*lines > MAX_LINES) != LONG.contains(&path.as_str()));
    assert_none(&problems.map(|(path, lines)| format!("{path}: {lines} lines")).collect::<Vec<_>>());
}

#[test]
fn comments_are_narrow() {
    let mut problems = Vec::new();
    for (path, text) in files(NARROW, &["rs"]) {
        for (at, line) in text.lines().enumerate() {
            let is_comment = line.trim_start().starts_with("//");
            // Tables and links cannot be wrapped.
            let can_wrap = !line.contains("| ") && !line.contains("](");
            if is_comment && can_wrap && line.chars().count() > MAX_COLUMNS {
                problems.push(format!("{path}:{}: {} columns", at + 1, line.chars().count()));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn replaced_phrases_do_not_return() {
    let folders = [".ci", ".github", "codegen", "docs", "examples", "generated", "models", "runtime", "tests", "xtask"];
    let mut files = files(&folders, &["json", "md", "rs", "smithy", "toml", "yml"]);
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "codegen.toml"] {
        files.push((name.to_owned(), fs::read_to_string(root().join(name)).expect("UTF-8")));
    }
    let mut problems = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("tests/tests/tidy")) {
        let text = text.to_lowercase();
        for (phrase, usual) in PHRASES.iter().filter(|(phrase, _)| text.contains(phrase)) {
            problems.push(format!("{path}: `{phrase}`; usual: {usual}"));
        }
    }
    assert_none(&problems);
}
