//! The layers of the runtime's modules: each uses only its own layer and those above it in the table.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// From the bottom to the top. Modules of one row may use each other.
const LAYERS: &[&[&str]] = &[
    &[
        "calendar",
        "pattern",
        "compatibility",
        "checksum",
        "cryptography",
        "signature_terms",
        "sigv4",
        "expression",
        "feature",
        "endpoint_rules",
        "time",
        "uri",
        "uuid",
    ],
    &["schema"],
    &["anonymous"],
    &["collections", "reflect", "types", "constraint"],
    &["memory"],
    &["value", "convert"],
    &["builder"],
    &["custom", "newtype"],
    &["operation"],
    &["debug", "equal", "codec"],
    &["with_serde", "http_binding", "event_stream", "jmespath"],
    &["received"],
    &["streaming"],
    &["protocol"],
    &["client"],
    &["aws", "aws_sdk"],
    &["server"],
    &["conformance"],
];

/// Files of one module, of which the first must not use the second.
const ONE_WAY: &[(&str, &str)] = &[
    ("client/transport/mod.rs", "config"),
    ("client/request_error.rs", "error"),
    ("client/response_error.rs", "error"),
    ("server/outcome.rs", "answer"),
    ("server/body.rs", "answer"),
    ("server/answer.rs", "service"),
    ("../../codegen/src/load/names.rs", "definitions"),
    ("../../codegen/src/emit/pattern.rs", "schema"),
    ("../../codegen/src/emit/pattern.rs", "types"),
    ("../../codegen/src/emit/schema.rs", "types"),
    ("../../codegen/src/emit/tokens.rs", "schema"),
    ("../../codegen/src/emit/tokens.rs", "types"),
];

/// Macros are used by generated code, and by schemas of the runtime's own.
const APART: &[&str] = &["lib", "macros"];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&module))
}

/// Names after `crate::` in code, without tests and comments.
fn used(text: &str) -> BTreeSet<&str> {
    names_after(text, "crate::")
}

fn names_after<'t>(text: &'t str, prefix: &str) -> BTreeSet<&'t str> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = lines.flat_map(|line| line.split(prefix).skip(1));
    let parts = paths.flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group.split(", ").collect(),
        None => vec![rest],
    });
    parts.filter_map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next()).collect()
}

fn check(path: &Path, module: &str, found: &mut Vec<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            check(&entry.expect("an entry").path(), module, found);
        }
        return;
    }
    let own = layer(module).unwrap_or_else(|| panic!("`{module}` has no layer: add it to the table"));
    let text = fs::read_to_string(path).expect("UTF-8");
    let upward = used(&text).into_iter().filter(|name| layer(name).is_some_and(|layer| layer > own));
    found.extend(upward.map(|name| format!("{} uses `{name}`, which is above `{module}`", path.display())));
}

#[test]
fn files_use_each_other_in_one_direction() {
    for (file, forbidden) in ONE_WAY {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).join(file);
        let text = fs::read_to_string(&path).expect("UTF-8");
        assert!(!names_after(&text, "super::").contains(forbidden), "{file} uses `{forbidden}`");
    }
}

#[test]
fn modules_use_no_module_of_a_higher_layer() {
    let mut found = Vec::new();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).expect("sources") {
        let path = entry.expect("an entry").path();
        let module = path.file_stem().and_then(|name| name.to_str()).expect("UTF-8").to_owned();
        if !APART.contains(&&*module) {
            check(&path, &module, &mut found);
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
