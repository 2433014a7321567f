//! Conventions of this repository that the compiler does not check. Reads files only; takes milliseconds.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Maximum number of lines of a source file.
const MAX_LINES: usize = 500;
/// Maximum number of columns of a comment.
const MAX_COLUMNS: usize = 120;
/// Maximum number of columns of a paragraph in Markdown.
const MAX_PARAGRAPH: usize = 140;

/// Folders with handwritten source files. `generated`, `tests/frozen` and `tests/golden` contain generated ones.
const SOURCES: &[&str] = &[
    "codegen",
    "examples",
    "runtime",
    "tests/bench",
    "tests/callers",
    "tests/fuzz/targets",
    "tests/peers",
    "tests/src",
    "tests/tests",
    "xtask",
];

/// Starts of paths that exist on one machine only.
const MACHINE_PATHS: &[&str] = &["/home/", "/root/", "/users/", "/work/", "c:\\users"];

/// Phrases that are not usual in technical English, in lowercase, and what to write instead.
const PHRASES: &[(&str, &str)] = &[
    ("which is no `", "which is not a"),
    ("that is no `", "that is not a"),
    ("are no text", "are not text"),
    ("tell apart", "distinguish"),
    ("tells apart", "distinguishes"),
    ("told apart", "distinguished"),
    ("them apart", "distinguish"),
    ("say what is wrong", "report"),
    ("is the business of", "belongs to"),
    ("'s business", "belongs to"),
    ("goes without saying", "leave it out"),
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

/// Handwritten source files. The runtime contains generated ones, too.
fn sources() -> Vec<(String, String)> {
    let mut files = files(SOURCES, &["rs"]);
    files.retain(|(_, text)| !text.starts_with("// @generated"));
    files
}

#[test]
fn every_module_starts_with_its_documentation() {
    let files = sources();
    let problems = files.iter().filter(|(_, text)| !text.starts_with("//!"));
    assert_none(&problems.map(|(path, _)| format!("{path}: no `//!` in the first line")).collect::<Vec<_>>());
}

#[test]
fn source_files_are_short() {
    let files = sources();
    let lengths = files.iter().map(|(path, text)| (path, text.lines().count()));
    let problems = lengths.filter(|(_, lines)| *lines > MAX_LINES);
    assert_none(&problems.map(|(path, lines)| format!("{path}: {lines} lines")).collect::<Vec<_>>());
}

#[test]
fn comments_are_narrow() {
    let mut problems = Vec::new();
    let files = sources();
    for (path, text) in &files {
        for (at, line) in text.lines().enumerate() {
            let is_comment = line.trim_start().starts_with("//");
            // Tables, links and marked spans cannot be wrapped.
            let can_wrap = !["| ", "](", "^"].iter().any(|part| line.contains(part));
            if is_comment && can_wrap && line.chars().count() > MAX_COLUMNS {
                problems.push(format!("{path}:{}: {} columns", at + 1, line.chars().count()));
            }
        }
    }
    assert_none(&problems);
}

/// All text files of the workspace, except for this test.
fn texts() -> Vec<(String, String)> {
    let folders = [".ci", ".github", "codegen", "docs", "examples", "generated", "models", "runtime", "tests", "xtask"];
    let mut files = files(&folders, &["json", "md", "rs", "smithy", "toml", "yml"]);
    files.retain(|(path, _)| !path.starts_with("tests/tests/tidy"));
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "codegen.toml"] {
        files.push((name.to_owned(), fs::read_to_string(root().join(name)).expect("UTF-8")));
    }
    files
}

#[test]
fn paragraphs_are_narrow() {
    let mut problems = Vec::new();
    let is_markdown = |path: &str| Path::new(path).extension().is_some_and(|end| end == "md");
    for (path, text) in texts().into_iter().filter(|(path, _)| is_markdown(path)) {
        let mut is_code = false;
        for (at, line) in text.lines().enumerate() {
            is_code ^= line.trim_start().starts_with("```");
            // Tables cannot be wrapped.
            let can_wrap = !is_code && !line.trim_start().starts_with('|');
            if can_wrap && line.chars().count() > MAX_PARAGRAPH {
                problems.push(format!("{path}:{}: {} columns", at + 1, line.chars().count()));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn wording_is_plain() {
    let mut problems = Vec::new();
    for (path, text) in texts() {
        let text = text.to_lowercase();
        for (phrase, plain) in PHRASES.iter().filter(|(phrase, _)| text.contains(phrase)) {
            problems.push(format!("{path}: `{phrase}`; write: {plain}"));
        }
    }
    assert_none(&problems);
}

/// Code that changes messages. `Message` itself is made of facts, or of a fixed sentence.
const WORDS: &[&str] = &[".message = ", ".message.push", ".message.insert"];

#[test]
fn diagnostics_have_facts_and_no_words() {
    let mut problems = Vec::new();
    for (path, text) in files(&["codegen"], &["rs"]) {
        if path == "codegen/src/diagnostic/mod.rs" {
            continue;
        }
        for (at, line) in text.lines().enumerate() {
            problems.extend(
                WORDS
                    .iter()
                    .filter(|words| line.contains(*words))
                    .map(|words| format!("{path}:{}: `{words}`; use facts or `within`", at + 1)),
            );
        }
    }
    assert_none(&problems);
}

/// Tests that compare the text of errors.
const TEXT_ERRORS: &[&str] = &["codegen/src/build/run/tests.rs", "codegen/src/build/run/tests/calls.rs"];

/// Whether the error type of a `Result` in the line is `String`.
fn has_text_error(line: &str) -> bool {
    line.match_indices("Result<").any(|(at, start)| {
        let (mut depth, mut last) = (1_usize, at + start.len());
        for (offset, character) in line.get(last..).unwrap_or_default().char_indices() {
            let here = at + start.len() + offset;
            match character {
                '<' | '(' | '[' => depth += 1,
                // The arrow of a function type closes nothing.
                '>' if line.get(..here).is_some_and(|before| before.ends_with('-')) => {}
                '>' | ')' | ']' if depth > 1 => depth -= 1,
                '>' => return line.get(last..here).is_some_and(|error| error.trim() == "String"),
                ',' if depth == 1 => last = here + 1,
                _ => {}
            }
        }
        false
    })
}

#[test]
fn errors_are_types() {
    let wrong = [
        "fn f() -> Result<(), String> {",
        "Box<dyn Fn(u8) -> Result<Vec<u8>, String>>",
        "Result<Cow<'_, str>, String>",
    ];
    assert!(wrong.iter().all(|line| has_text_error(line)));
    let right =
        ["Result<String, Error>", "Result<BTreeMap<u8, String>, Error>", "Result<Vec<String>>", "Option<String>"];
    assert!(!right.iter().any(|line| has_text_error(line)));
    let mut problems = Vec::new();
    for (path, text) in files(&["codegen", "runtime", "xtask", "tests/src", "examples"], &["rs"]) {
        if TEXT_ERRORS.contains(&path.as_str()) {
            continue;
        }
        let lines = text.lines().enumerate().filter(|(_, line)| has_text_error(line));
        problems.extend(lines.map(|(at, _)| format!("{path}:{}: an error that is a `String`; use an enum", at + 1)));
    }
    assert_none(&problems);
}

/// The generator, which does not depend on the runtime, enables the feature that clients of these services check.
#[test]
fn services_with_checksums_of_their_own_are_the_same_in_generator_and_runtime() {
    let ids = |path: &str, start: &str| -> Vec<String> {
        let text = fs::read_to_string(root().join(path)).expect("there");
        let line = text.lines().find(|line| line.trim_start().starts_with(start)).expect("the list").to_owned();
        line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let generator = ids("codegen/src/emit/features.rs", "const CHECKED:");
    assert!(generator.contains(&"DynamoDB".to_owned()), "{generator:?}");
    assert_eq!(generator, ids("runtime/src/feature.rs", "matches!(sdk_id.as_bytes()"));
}

#[test]
fn scripts_do_not_ignore_failures() {
    // `bash -e` does not end a script if a negated command fails.
    let is_negated = |line: &&str| line.trim_start().starts_with("! ");
    let scripts = files(&["tests/standalone"], &["sh"]);
    assert!(!scripts.is_empty());
    let lines = scripts.iter().flat_map(|(path, text)| {
        text.lines().filter(is_negated).map(move |line| format!("{path}: `{line}`: use `if …; then exit 1; fi`"))
    });
    assert_none(&lines.collect::<Vec<_>>());
}

#[test]
fn files_do_not_contain_paths_of_a_machine() {
    let mut problems = Vec::new();
    for (path, text) in texts() {
        let lines = text.lines().enumerate();
        let starts_path = |line: &str, machine: &str| {
            let line = line.to_lowercase();
            line.match_indices(machine)
                .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "./}-_".contains(c)))
        };
        for (at, line) in lines.filter(|(_, line)| MACHINE_PATHS.iter().any(|machine| starts_path(line, machine))) {
            problems.push(format!("{path}:{}: path of a machine: {}", at + 1, line.trim()));
        }
    }
    assert_none(&problems);
}
