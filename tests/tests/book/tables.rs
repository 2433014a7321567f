//! Generated pages of the book: the table of traits, and the index of diagnostics.

use std::fmt::Write as _;
use std::fs;

use whitesmith_codegen::model::Shape;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::traits::{TraitDefinition, Treatment};

use crate::{assert_fresh, read, root};

/// The generated part of a page, from its mark to the end.
fn assert_table(page: &str, table: &str) {
    const MARK: &str = "<!-- generated -->\n\n";
    let text = read(page);
    let (written, _) = text.split_once(MARK).unwrap_or_else(|| panic!("{page} has no line `{}`", MARK.trim()));
    assert_fresh(page, &format!("{written}{MARK}{table}"));
}

/// A selector as the content of a table's cell.
fn cell(shape: &Shape) -> String {
    let selector = shape.get::<TraitDefinition>().and_then(|definition| definition.selector.as_ref());
    let text = selector.map_or_else(|| "*".to_owned(), ToString::to_string);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    format!("`{text}`")
}

#[test]
fn the_table_of_traits_is_complete() {
    let (model, _) = pipeline::model(&SourceMap::default());
    let model = model.expect("an empty model is valid");
    let traits: Vec<&Shape> = model.iter().filter(|shape| shape.has::<TraitDefinition>()).collect();
    assert!(traits.len() > 150, "{} traits", traits.len());
    let mut table = String::new();
    let mut namespace = "";
    for shape in traits {
        if shape.id.namespace() != namespace {
            namespace = shape.id.namespace();
            let separator = if table.is_empty() { "" } else { "\n" };
            write!(table, "{separator}## {namespace}\n\n| trait | applies to | used by |\n|---|---|---|\n")
                .expect("a string");
        }
        let treatment = match Treatment::of(&shape.id.to_string()) {
            Treatment::Runtime => "runtime",
            Treatment::Generator => "generator",
            Treatment::Definition => "",
        };
        writeln!(table, "| `{}` | {} | {treatment} |", shape.id.name(), cell(shape)).expect("a string");
    }
    assert_table("docs/book/src/reference/traits.md", &table);
}

/// The first sentence of a page of a diagnostic.
fn summary(page: &str) -> String {
    let body = page.split_once("\n\n").map(|(_, body)| body).unwrap_or_default();
    let paragraph = body.split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let end = paragraph.find(". ").map_or(paragraph.len(), |at| at + 1);
    paragraph.get(..end).unwrap_or_default().replace('|', "\\|")
}

#[test]
fn the_index_of_diagnostics_is_complete() {
    let mut rows = Vec::new();
    for folder in ["codegen/pages", "codegen/cli/pages"] {
        for entry in fs::read_dir(root().join(folder)).expect("readable") {
            let name = entry.expect("readable").file_name().into_string().expect("UTF-8");
            if let Some(id) = name.strip_suffix(".md").filter(|id| *id != "README") {
                rows.push(format!("| `{id}` | {} |\n", summary(&read(&format!("{folder}/{name}")))));
            }
        }
    }
    rows.sort();
    assert!(rows.len() > 150, "{} pages", rows.len());
    let table = format!("| ID | meaning |\n|---|---|\n{}", rows.concat());
    assert_table("docs/book/src/reference/diagnostics.md", &table);
}
