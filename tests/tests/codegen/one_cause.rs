//! One error in a model is one diagnostic, at the location of the error.

use insta::assert_snapshot;
use whitesmith_codegen::diagnostic::distinct;
use whitesmith_codegen::diagnostic::render::{Style, human};
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;

/// All diagnostics of a model in one file.
fn said(text: &str) -> String {
    let mut sources = SourceMap::default();
    sources.add("case.smithy", text.to_owned());
    let (_, diagnostics) = pipeline::model(&sources);
    let all: Vec<String> = distinct(&diagnostics).map(|one| human(one, &sources, Style::Plain)).collect();
    all.join("\n\n")
}

fn said_of(shapes: &str) -> String {
    said(&format!("$version: \"2.0\"\nnamespace example\n{shapes}"))
}

const NEWER: &str = "namespace example\nenum E { A }\n@mixin\nstructure M {}\nstructure S with [M] {}\n";

#[test]
fn a_version_without_quotes_is_one_error() {
    assert_snapshot!(said(&format!("$version: 2.0\n{NEWER}")));
}

#[test]
fn a_misspelled_version_is_one_error() {
    assert_snapshot!(said(&format!("$version: \"2.O\"\n{NEWER}")));
}

#[test]
fn syntax_of_version_2_without_a_version_has_help() {
    assert_snapshot!(said("namespace example\nenum E { A }\n"));
}

#[test]
fn uses_of_an_invalid_mixin_resource_or_trait_are_not_reported() {
    assert_snapshot!(said_of(
        "@mixin\nstructure M { a: ! }\nstructure S with [M] {}\nstructure T with [M] { $a }\n\
         resource R { identifiers: {x: !} }\nstructure Q for R { $x }\n@foo\nstring X\n\
         @trait\nstructure foo { a: ! }\n@trait(!)\nstructure bar {}\n@bar\nstring Y\n"
    ));
}

#[test]
fn an_invalid_trait_of_a_mixin_is_reported_where_it_is_applied() {
    let text = "@mixin\n@length(min: \"a\")\nstring M\nstring S with [M]\n\
                @mixin\nstructure N { @range(min: \"a\") a: Integer }\n@mixin\nstructure P with [N] {}\n\
                structure T with [P] {}\nstructure U with [N] { @range(min: \"b\") $a }\n";
    let found = said_of(text);
    let places: Vec<&str> = found.lines().filter_map(|line| line.trim().strip_prefix("--> case.smithy:")).collect();
    assert_eq!(places, ["4:14", "8:27", "12:36"], "{found}");
}

#[test]
fn uses_of_an_invalid_json_shape_are_not_reported() {
    let mut sources = SourceMap::default();
    let json = r#"{"smithy": "2.0", "shapes": {"a#M": {"type": "strcuture"}}}"#;
    sources.add("a.json", json.to_owned());
    sources.add("b.smithy", "$version: \"2\"\nnamespace b\nuse a#M\nstructure S with [M] {}\n".to_owned());
    let (_, found) = pipeline::model(&sources);
    assert_eq!(distinct(&found).count(), 1, "{found:?}");
}

#[test]
fn a_brace_that_is_missing_is_reported_with_its_pair() {
    assert_snapshot!(said_of(
        "structure A {\n    a: String\n\n/// Docs.\n@required\nstructure B {\n    b: Missing!\n}\n"
    ));
}

#[test]
fn a_missing_brace_of_an_operation_is_reported_with_its_opening_brace() {
    assert_snapshot!(said_of(
        "operation A {\n    input: B\n\nstructure B {}\n\nservice S {\n    version: \"1\"\nstring X\n"
    ));
}

#[test]
fn a_quote_that_is_missing_is_reported_where_it_opens() {
    assert_snapshot!(said_of("@documentation(\"x)\nstring X\n\n@documentation(\"y\")\nstring Y\n"));
}

#[test]
fn statements_in_the_wrong_section_are_reported_with_their_section() {
    assert_snapshot!(said_of("string A\nmetadata a = 1\nuse x#Y\nnamespace other\n$version: \"2\"\n"));
}

#[test]
fn names_of_nothing_are_underlined_themselves() {
    assert_snapshot!(said_of(
        "structure A { m: Mising }\noperation O { input: Nothing\n errors: [Nope] }\n\
         structure B {}\nstructure C { m: A$m }\n"
    ));
}

#[test]
fn traits_of_nothing_are_underlined_themselves() {
    assert_snapshot!(said_of("@missing(\"with a value\")\nstring A\napply A @gone({})\n"));
}

#[test]
fn documentation_beside_a_value_has_no_effect() {
    assert_snapshot!(said_of("structure A {\n    x: String = \"\" /// the x\n    y: String\n}\n"));
}

#[test]
fn brackets_that_are_missing_are_reported_with_their_pairs() {
    assert_snapshot!(said_of(
        "@externalDocumentation(a: \"x\"\nstring A\n\noperation B {\n    errors: [C\n\n\
         structure C with [D\n\nstructure D {}\n"
    ));
}
