//! `@examples` become code in documentation. That of golden modules is compiled as a module of the tests of services,
//! which is written here with `INSTA_UPDATE=always`.

use std::env;
use std::fmt::Write as _;
use std::fs;

use crate::{read, root};

/// Blocks of code in documentation.
fn blocks(source: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in source.lines().filter_map(|line| line.trim_start().strip_prefix("///")) {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (&mut open, line) {
            (None, "```ignore") => open = Some(String::new()),
            (Some(_), "```") => blocks.extend(open.take()),
            (Some(block), line) => writeln!(block, "    {line}").expect("a string"),
            (None, _) => {}
        }
    }
    blocks
}

/// Golden modules: one whose setters convert, and one with the names of `aws-sdk-rust`, whose setters take types.
const MODULES: [&str; 2] = ["evolution_new", "queues"];

#[test]
fn examples_of_golden_modules_are_compiled() {
    let mut module = "//! Examples in the documentation of golden modules, which must compile. Written by \
        `tests/codegen/examples.rs`.\n\nuse std::error::Error;\n"
        .to_owned();
    for name in MODULES {
        let blocks = blocks(&read(&format!("tests/golden/src/{name}/client.rs")));
        assert_eq!(blocks.len(), 2, "{name}");
        for (number, block) in blocks.iter().enumerate() {
            write!(
                module,
                "\n#[allow(dead_code, unused_imports, unused_variables)]\nasync fn {name}_{}(client: \
                 &golden::{name}::Client) -> Result<(), Box<dyn Error>> {{\n    use golden::{name}::types;\n{block}    \
                 Ok(())\n}}\n",
                number + 1
            )
            .expect("a string");
        }
    }
    let path = "tests/tests/services/examples.rs";
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(root().join(path), &module).expect("writable");
    }
    assert_eq!(read(path), module, "set INSTA_UPDATE=always to write it");
}
