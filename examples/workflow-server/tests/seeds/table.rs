//! The tables of statements in README.md name only tests that exist, and every test of this binary.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Functions with `#[test]` or `#[tokio::test…]` in a folder.
fn tests(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a file");
        let mut is_test = false;
        for line in text.lines() {
            let function = line.strip_prefix("async fn ").or_else(|| line.strip_prefix("fn "));
            match function.and_then(|rest| rest.split('(').next()) {
                Some(name) if is_test => {
                    names.insert(name.to_owned());
                    is_test = false;
                }
                _ => {
                    let is_attribute = line.starts_with("#[test]") || line.starts_with("#[tokio::test");
                    is_test = is_attribute || (is_test && line.starts_with('#'));
                }
            }
        }
    }
    names
}

#[test]
fn the_table_of_sentences_names_every_test() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(folder.join("README.md")).expect("README.md");
    let rows = readme.lines().filter(|line| line.starts_with('|'));
    let named: BTreeSet<String> = rows
        .flat_map(|row| row.split('`').skip(1).step_by(2))
        .filter(|text| {
            text.contains('_') && !text.contains(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
        })
        .map(str::to_owned)
        .collect();
    let mut written = tests(&folder.join("tests/seeds"));
    written.remove("the_table_of_sentences_names_every_test");
    let missing: Vec<_> = named.difference(&written).collect();
    assert!(missing.is_empty(), "the table names tests that do not exist: {missing:?}");
    let unnamed: Vec<_> = written.difference(&named).collect();
    assert!(unnamed.is_empty(), "the table does not name {unnamed:?}");
}
