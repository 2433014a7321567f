//! The book in `docs/book`, README.md and the other pages: links, listings, generated tables and messages.
//!
//! `listings/` contains the code that pages show, compiled and run. Generated parts of pages are written with
//! `WHITESMITH_UPDATE=1`. Commands of pages are run by `cargo xtask test README`.

mod code;
mod links;
mod listings;
mod markdown;
mod picture;
mod summary;
mod tables;
mod wire;

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Folder of the book's pages in the workspace.
const BOOK: &str = "docs/book/src";

/// The workspace root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Content of a file of the workspace.
fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Paths of the book's pages in the workspace, sorted.
fn book() -> Vec<String> {
    markdown_files(BOOK)
}

/// Paths of all pages: the book, README.md and the other Markdown files for readers.
fn pages() -> Vec<String> {
    let mut pages = markdown_files("docs");
    for folder in ["codegen", "examples", "models", "runtime", "tests/bench"] {
        pages.extend(markdown_files(folder));
    }
    let top = ["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"];
    pages.extend(top.map(str::to_owned));
    pages
}

fn markdown_files(folder: &str) -> Vec<String> {
    let root = root();
    let entries = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(|entry| entry.file_name() != "target");
    let files = entries.map(|entry| entry.expect("readable").into_path());
    let pages = files.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.map(|path| path.strip_prefix(&root).expect("below the root").display().to_string()).collect()
}

/// Whether generated parts are to be written instead of compared.
fn update() -> bool {
    std::env::var_os("WHITESMITH_UPDATE").is_some()
}

/// Compares a generated file with its expected content, or writes it.
fn assert_fresh(path: &str, expected: &str) {
    if update() && fs::read_to_string(root().join(path)).ok().as_deref() != Some(expected) {
        fs::write(root().join(path), expected).expect("writable");
    }
    let found = fs::read_to_string(root().join(path)).unwrap_or_default();
    assert!(found == expected, "{path} is stale; WHITESMITH_UPDATE=1 cargo test -p tests --test book writes it");
}

/// Fails with a line for each problem.
fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}
