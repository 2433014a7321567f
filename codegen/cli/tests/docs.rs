//! The pages in `docs/` that are made from code are fresh.
//! `WHITESMITH_UPDATE=1` writes them.

use std::fs;
use std::path::Path;

#[track_caller]
fn check(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    if std::env::var_os("WHITESMITH_UPDATE").is_some() {
        fs::write(&path, text).expect("writable");
    }
    let found = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == text, "docs/{name} is stale: WHITESMITH_UPDATE=1 cargo test -p whitesmith --test docs");
}

#[test]
fn the_reference_page_is_fresh() {
    check("book/src/reference/codegen-toml.md", &whitesmith::keys::page());
}

#[test]
fn the_json_schema_is_fresh() {
    check("codegen.schema.json", &whitesmith::keys::schema());
}

#[test]
fn the_page_of_commands_is_fresh() {
    check("book/src/reference/command-line.md", &whitesmith::cli::reference());
}
