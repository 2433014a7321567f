//! The Smithy IDL: its meaning as JSON AST, and diagnostics of invalid files.

use std::path::PathBuf;

use insta::assert_snapshot;
use whitesmith_codegen::diagnostic::render::{Style, human};
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::load;
use whitesmith_codegen::source::SourceMap;

use crate::sources;

/// All diagnostics of a file, in order.
fn said(text: &str) -> String {
    let sources = sources(&[("case.smithy", text)]);
    let (_, diagnostics) = load::merge_sources(&sources);
    let all: Vec<String> = diagnostics.iter().map(|one| human(one, &sources, Style::Plain)).collect();
    all.join("\n\n")
}

fn said_of(shapes: &str) -> String {
    said(&format!("$version: \"2.0\"\nnamespace example\n{shapes}"))
}

fn everything() -> [(&'static str, String); 2] {
    ["everything.smithy", "sea.smithy"].map(|name| (name, super::read(&format!("tests/cases/idl/{name}"))))
}

#[test]
fn every_construct_is_supported() {
    let files = everything();
    let sources = sources(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let (merged, diagnostics) = load::merge_sources(&sources);
    assert_eq!(diagnostics, []);
    let export = Export { model: &merged.model, applies: &merged.applies, flatten: false };
    assert_snapshot!("everything_as_json_ast", export::json(export));
    for (namespace, text) in export::idl(export) {
        assert_snapshot!(format!("everything_as_idl_{namespace}"), text);
    }
}

#[test]
fn the_order_of_files_makes_no_difference() {
    let files = everything();
    let text = |order: [usize; 2]| {
        let sources = sources(&order.map(|at| (files[at].0, files[at].1.as_str())));
        let (merged, _) = load::merge_sources(&sources);
        export::json(Export { model: &merged.model, applies: &merged.applies, flatten: false })
    };
    assert_eq!(text([0, 1]), text([1, 0]));
}

#[test]
fn line_ends_and_a_byte_order_mark_make_no_difference() {
    let [(name, text), (sea, other)] = everything();
    let json = |text: &str| {
        let sources = sources(&[(name, text), (sea, &other)]);
        let (merged, diagnostics) = load::merge_sources(&sources);
        assert_eq!(diagnostics, []);
        export::json(Export { model: &merged.model, applies: &merged.applies, flatten: false })
    };
    assert_eq!(json(&text), json(&format!("\u{feff}{}", text.replace('\n', "\r\n"))));
}

#[test]
fn several_independent_errors_of_one_file_are_all_reported() {
    assert_snapshot!(said_of(
        "strin Name\n\nstructure A {\n    a: String\n    b String\n}\n\nlist B {\n    member = String\n}\n\n\
         structure Good {}\n\nintEnum C {\n    ONE = 1\n    ONE = 2\n}\n"
    ));
}

#[test]
fn a_statement_that_does_not_end_with_its_line() {
    assert_snapshot!(said_of("string A string B\n"));
}

#[test]
fn a_brace_that_is_not_closed() {
    assert_snapshot!(said_of("structure A {\n    a: String\n"));
}

#[test]
fn a_string_that_is_not_closed() {
    assert_snapshot!(said_of("@documentation(\"never ends)\nstring A\n"));
}

#[test]
fn an_escape_that_is_none() {
    assert_snapshot!(said_of("@documentation(\"\\q\")\nstring A\n"));
}

#[test]
fn a_character_that_has_no_place() {
    assert_snapshot!(said_of("string A;\n"));
}

#[test]
fn a_shape_before_the_namespace() {
    assert_snapshot!(said("$version: \"2.0\"\nstring A\n"));
}

#[test]
fn a_version_that_is_none() {
    assert_snapshot!(said("$version: \"3\"\nnamespace example\n"));
}

#[test]
fn a_member_in_version_1_that_only_version_2_has() {
    assert_snapshot!(said("$version: \"1.0\"\nnamespace example\nstructure A {\n    a: String = \"x\"\n}\n"));
}

#[test]
fn a_name_that_two_imports_bring() {
    assert_snapshot!(said(
        "$version: \"2.0\"\nnamespace example\nuse smithy.api#String\nuse smithy.test#String\nstring A\n"
    ));
}

#[test]
fn an_elided_member_that_nothing_knows() {
    assert_snapshot!(said_of("resource R {}\n\nstructure A for R {\n    $id\n}\n"));
}

#[test]
fn an_operation_with_an_unknown_property() {
    assert_snapshot!(said_of("operation A {\n    inptu: B\n}\n\nstructure B {}\n"));
}

#[test]
fn values_nested_too_deep() {
    let nested = format!("metadata a = {}\n", "[".repeat(100_000));
    assert!(said(&format!("$version: \"2.0\"\n{nested}")).contains("nested deeper than 200"));
}

#[test]
fn truncated_files_have_few_diagnostics_and_do_not_panic() {
    let [(name, text), _] = everything();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let sources = sources(&[(name, &text[..end])]);
        // Every prefix is parsed; only some are loaded, which takes longer.
        let found = sources.iter().map(|(id, file)| whitesmith_codegen::syntax::idl::parse(id, file.text()).1);
        let mut diagnostics: Vec<_> = found.flatten().collect();
        if end % 16 == 0 {
            diagnostics.extend(load::merge_sources(&sources).1);
        }
        for diagnostic in diagnostics {
            assert!(!human(&diagnostic, &sources, Style::Plain).is_empty());
        }
    }
}

#[test]
fn a_folder_contains_smithy_and_json_files() {
    let folder = tempfile::tempdir().expect("folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("file");
    write("a.smithy", "$version: \"2.0\"\nnamespace example\nstructure A { b: B }\n");
    write("b.json", r#"{"smithy": "2.0", "shapes": {"example#B": {"type": "string"}}}"#);
    write("notes.txt", "no model");
    write("package.json", r#"{"name": "site", "keywords": ["smithy"]}"#);
    write("tsconfig.json", "{ // of another tool\n}");
    let mut sources = SourceMap::default();
    let unread = load::read_sources(&[PathBuf::from(folder.path())], &mut sources);
    let (merged, diagnostics) = load::merge_sources(&sources);
    assert_eq!((unread, diagnostics), (vec![], vec![]));
    assert!(merged.model.shape_named("example#A").is_some() && merged.model.shape_named("example#B").is_some());
}

#[test]
fn json_that_is_not_a_model_is_ignored() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("package.json");
    std::fs::write(&path, r#"{"name": "site"}"#).expect("file");
    let mut sources = SourceMap::default();
    let named = load::read_sources(&[path], &mut sources);
    let (_, found) = load::merge_sources(&sources);
    assert_eq!((named, found), (vec![], vec![]));
    assert_eq!(load::ignored(&sources).count(), 1);
    let unread = load::read_sources(&[PathBuf::from(folder.path())], &mut SourceMap::default());
    assert!(unread.iter().any(|found| found.message.starts_with("no model in folder")), "{unread:?}");
}

#[test]
fn an_invalid_model_in_a_folder_is_reported() {
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("a.json"), r#"{"shapes": {,}, "smithy": "2.0"}"#).expect("file");
    let mut sources = SourceMap::default();
    let unread = load::read_sources(&[PathBuf::from(folder.path())], &mut sources);
    let (_, found) = load::merge_sources(&sources);
    assert_eq!((unread.len(), found.len()), (0, 1));
}
