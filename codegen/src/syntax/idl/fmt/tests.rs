//! Tests of formatting. Each also checks that formatting the result changes nothing.

use super::format;
use crate::source::SourceMap;

fn formatted(text: &str) -> String {
    let source = SourceMap::default().add("case.smithy", text.to_owned());
    format(source, text).unwrap_or_else(|found| panic!("{found:#?}"))
}

#[track_caller]
fn check(text: &str, wanted: &str) {
    for text in [text, wanted] {
        assert_eq!(formatted(text), wanted);
    }
}

/// The same, after a version and a namespace.
#[track_caller]
fn check_shapes(text: &str, wanted: &str) {
    let head = "$version: \"2.0\"\n\nnamespace a.b\n\n";
    check(&format!("{head}{text}"), &format!("{head}{wanted}"));
}

#[test]
fn a_file_of_nothing_stays_empty() {
    check("", "");
    assert_eq!(formatted(" \n\n,\t"), "");
    check("// only this", "// only this\n");
}

#[test]
fn marks_and_line_ends_of_other_systems_are_replaced() {
    check(
        "\u{feff}$version:\"2.0\"\r\nnamespace a.b\r\nstring S\r\n",
        "$version: \"2.0\"\n\nnamespace a.b\n\nstring S\n",
    );
}

#[test]
fn statements_of_one_line_are_grouped_and_longer_ones_are_separated() {
    check(
        "metadata a=1\nmetadata b = {c: [1,2]}\nmetadata \"d\" = [3 4]\nmetadata e = true",
        "metadata a = 1\n\nmetadata b = {\n    c: [1, 2]\n}\n\nmetadata d = [3, 4]\nmetadata e = true\n",
    );
}

#[test]
fn uses_are_sorted_with_their_comments_and_useless_ones_go() {
    check(
        "$version: \"2\"\nnamespace a\n// z\nuse x#Z // beside\nuse x#Never\n\nuse x#B\nlist L { member: Z }\n@B\nstring S\n",
        "$version: \"2\"\n\nnamespace a\n\nuse x#B\n\n// z\nuse x#Z // beside\n\nlist L {\n    member: Z\n}\n\n@B\nstring S\n",
    );
}

#[test]
fn a_use_that_only_metadata_needs_stays() {
    check(
        "metadata m = [Z]\nnamespace a\nuse x#Z\nstring S",
        "metadata m = [Z]\n\nnamespace a\n\nuse x#Z\n\nstring S\n",
    );
}

#[test]
fn members_are_separated_if_one_has_traits_or_comments() {
    check_shapes("structure S{a:String,b:String}", "structure S {\n    a: String\n    b: String\n}\n");
    check_shapes(
        "structure S{@required a:String,b:String}",
        "structure S {\n    @required\n    a: String\n\n    b: String\n}\n",
    );
    check_shapes(
        "union U { a: String\n\n/// B.\nb: String }",
        "union U {\n    a: String\n\n    /// B.\n    b: String\n}\n",
    );
    check_shapes("enum E { A\n B = \"b\" // beside\n}", "enum E {\n    A\n    B = \"b\" // beside\n}\n");
}

#[test]
fn a_comment_after_a_brace_moves_below_it() {
    check_shapes("enum E { // c\n A, B }", "enum E {\n    // c\n    A\n\n    B\n}\n");
    check_shapes("structure S { // c\n}", "structure S {\n    // c\n}\n");
}

#[test]
fn an_invalid_property_of_an_operation_keeps_its_documentation() {
    check_shapes(
        "operation O { input := /// Docs.\n @a with [M] { x: String } output:=with [M]{} errors: [] }",
        "operation O {\n    input :=\n        /// Docs.\n        @a\n        with [M] {\n            x: String\n        }\n\n    \
         output := with [M] {}\n\n    errors: [\n\n    ]\n}\n",
    );
}

#[test]
fn traits_are_one_a_line() {
    check_shapes("@a()@b(c:1)@d(\"x\")string S", "@a\n@b(c: 1)\n@d(\"x\")\nstring S\n");
    check_shapes("@a( // why\n)\nstring S", "@a(\n    // why\n)\nstring S\n");
}

#[test]
fn applied_traits_follow_their_target() {
    check_shapes("apply S @a // beside\n", "apply S @a // beside\n");
    check_shapes(
        "//No docs.\napply S$m { @a // why\n @b }",
        "// No docs.\napply S$m {\n    @a\n    // why\n    @b\n}\n",
    );
}

#[test]
fn keys_lose_quotes_that_they_can_do_without() {
    check_shapes("@a({\"b\": 1, \"c-d\": 2})\nstring S", "@a({ b: 1, \"c-d\": 2 })\nstring S\n");
}

#[test]
fn text_blocks_are_indented_as_their_surroundings() {
    check_shapes(
        "@a(b: \"\"\"\n  x\n    y \\\n  z\"\"\")\nstring S",
        "@a(\n    b: \"\"\"\n        x\n          y \\\n        z\"\"\"\n)\nstring S\n",
    );
}

#[test]
fn comments_right_below_a_shape_stay_with_it() {
    check_shapes(
        "string A // beside\n// below\n\n// above\nstring B\n// below\n/// Above.\nstring C\n\n\n// end",
        "string A // beside\n// below\n\n// above\nstring B\n// below\n\n/// Above.\nstring C\n// end\n",
    );
}

#[test]
fn comments_within_a_head_move_before_it() {
    check_shapes(
        "structure S with // why\n [ // which\n M]\n// so\n{}",
        "// so\nstructure S with [\n    // why\n    // which\n    M\n] {}\n",
    );
    check_shapes("resource R // why\n { // which\n }", "// why\nresource R {\n    // which\n}\n");
}

#[test]
fn a_file_with_syntax_errors_is_not_changed() {
    let text = "$version: \"2.0\"\nnamespace a\nstructure {";
    let source = SourceMap::default().add("case.smithy", text.to_owned());
    assert!(format(source, text).is_err_and(|found| found.iter().all(|one| one.id == "Model")));
}

#[test]
fn documentation_beside_a_member_documents_the_next_one() {
    check_shapes(
        "structure A { /// of x\n x: String /// of y\n /// too\n y: String, /// of z\n z: String /// of nothing\n }",
        "structure A {\n    /// of x\n    x: String\n\n    /// of y\n    /// too\n    y: String\n\n    /// of z\n    z: String\n\n    \
         // of nothing\n}\n",
    );
}

#[test]
fn documentation_beside_a_value_is_a_comment() {
    check_shapes(
        "structure A { x: String = \"\" /// nothing\n y: String }",
        "structure A {\n    x: String = \"\" // nothing\n    y: String\n}\n",
    );
}

#[test]
fn documentation_continues_after_blank_lines_and_comments() {
    check_shapes("/// Section\n\n/// Doc of X\nstring X", "/// Section\n/// Doc of X\nstring X\n");
    check_shapes("/// a\n// b\n/// c\n/// d\n// e\nstring X", "/// a\n// b\n/// c\n/// d\n// e\nstring X\n");
    check_shapes(
        "structure A {\n/// Section\n\n/// Doc of x\nx: String }",
        "structure A {\n    /// Section\n    /// Doc of x\n    x: String\n}\n",
    );
}

#[test]
fn a_file_with_a_duplicate_member_is_formatted() {
    check_shapes("structure A { x: String\nx: String }", "structure A {\n    x: String\n    x: String\n}\n");
}

#[test]
fn lines_drawn_around_documentation_leave_it() {
    check_shapes(
        "string A\n\n//////\n/// docs\n//////\n\nstring X",
        "string A\n\n// ////\n/// docs\n// ////\nstring X\n",
    );
    check_shapes(
        "string A\n\n//////\n// Shapes\n//////\n\nstring X",
        "string A\n\n// ////\n// Shapes\n// ////\nstring X\n",
    );
    check_shapes("//////\n/// docs\nstring X", "//////\n/// docs\nstring X\n");
}

#[test]
fn comments_apart_from_useless_uses_stay() {
    check(
        "$version: \"2\"\nnamespace a\n// license\n\n//gone\nuse x#Never // why\nuse x#B\n@B\nstring S\n",
        "$version: \"2\"\n\nnamespace a\n\n// license\nuse x#B\n\n@B\nstring S\n",
    );
    check(
        "$version: \"2\"\nnamespace a\n\n// license\n\nuse x#Never\n\nstring S\n",
        "$version: \"2\"\n\nnamespace a\n\n// license\nstring S\n",
    );
    check(
        "$version: \"2\"\nnamespace a\n// license\n\nuse x#Never\n\n// end\n",
        "$version: \"2\"\n\nnamespace a\n\n// license\n// end\n",
    );
}

#[test]
fn trailing_blanks_of_comments_are_removed_as_in_the_reference() {
    check_shapes("/// two blanks  \n/// behind\nstring S", "/// two blanks\n/// behind\nstring S\n");
}

#[test]
fn brackets_break_if_they_are_wider_than_a_line_regardless_of_their_position() {
    let text = |count: usize| format!("@a([\n    {{\n        key: [\"{}\"]\n    }}\n])\nstring S\n", "x".repeat(count));
    // 120 columns with brackets and quotes.
    check_shapes(&text(116), &text(116));
    let broken = text(117).replace("[\"x", "[\n            \"x").replace("x\"]", "x\"\n        ]");
    check_shapes(&text(117), &broken);
}

#[test]
fn arguments_of_traits_break_where_they_are_wider_than_a_line() {
    let text = |count: usize| format!("@externalDocumentation(Home: \"{}\")\nstring S\n", "x".repeat(count));
    check_shapes(&text(110), &text(110));
    check_shapes(&text(111), &text(111).replace("(Home", "(\n    Home").replace("\")", "\"\n)"));
}

#[test]
fn comments_above_the_first_control_statement_belong_to_the_file() {
    let text = "// license\n$version: \"2\"\n$operationInputSuffix: \"Request\"\n\nnamespace a\n";
    check(text, text);
}

#[test]
fn comments_beside_values_do_not_separate_the_parts_of_an_operation() {
    let text = "operation O {\n    input := {\n        a: String = \"\" // why\n        b: String\n    }\n    \
                output := with [M] {}\n}\n";
    check_shapes(text, text);
}

#[test]
fn a_deeply_nested_file_is_an_error() {
    let text = format!("metadata a = {}", "[{a: ".repeat(100_000));
    let source = SourceMap::default().add("a.smithy", text.clone());
    assert!(format(source, &text).is_err());
}

#[test]
fn errors_are_on_separate_lines_even_if_there_are_none() {
    check_shapes("operation O { errors: [] }", "operation O {\n    errors: [\n\n    ]\n}\n");
    check_shapes("service S { errors: [] }", "service S {\n    errors: []\n}\n");
}

#[test]
fn an_inline_structure_with_traits_has_a_line_of_its_own() {
    check_shapes(
        "operation O { input := @a {} output := @b { x: Y } }",
        "operation O {\n    input :=\n        @a\n         {}\n\n    output :=\n        @b\n         {\n            x: Y\n        \
         }\n}\n",
    );
}

#[test]
fn a_block_without_traits_is_on_two_lines() {
    check_shapes("apply S {}", "apply S {\n}\n");
}

#[test]
fn documentation_beside_a_statement_stays_if_a_shape_follows() {
    check_shapes("string A /// beside\nstring B", "string A /// beside\n\nstring B\n");
    check_shapes("string A /// beside\napply A @a", "string A // beside\n\napply A @a\n");
    check_shapes("string A /// beside\n", "string A // beside\n");
    check("namespace a.b /// beside\nstring A", "namespace a.b /// beside\n\nstring A\n");
    check("namespace a.b /// beside\nuse a.c#D\n@D string A", "namespace a.b // beside\n\nuse a.c#D\n\n@D\nstring A\n");
    check(
        "namespace a\nuse x#B /// b\nuse x#A /// a\n@A @B string S",
        "namespace a\n\nuse x#A // a\nuse x#B /// b\n\n@A\n@B\nstring S\n",
    );
}

#[test]
fn documentation_without_effect_stays_in_lists_of_shapes_and_before_properties() {
    check_shapes("structure S with [\n/// a\nM] {}", "structure S with [\n    /// a\n    M\n] {}\n");
    check_shapes("service S {\n/// a\nversion: \"1\" }", "service S {\n    /// a\n    version: \"1\"\n}\n");
    check_shapes("service S { version /// a\n: \"1\" }", "service S {\n    /// a\n    version: \"1\"\n}\n");
    check_shapes(
        "operation O { errors: [\n/// a\nE] input /// b\n: I }",
        "operation O {\n    errors: [\n        /// a\n        E\n    ]\n\n    /// b\n    input: I\n}\n",
    );
}

#[test]
fn documentation_of_the_first_apply_statement_stays() {
    check_shapes("/// a\napply S @b\n\n/// c\napply S @d", "/// a\napply S @b\n\n// c\napply S @d\n");
}

#[test]
fn comments_at_the_end_are_below_the_last_shape() {
    check_shapes("string S\n\n// a\n\n/// b\n", "string S\n// a\n// b\n");
    check("namespace a.b\n// c\n\n/// d\n", "namespace a.b\n\n// c\n/// d\n");
    check("metadata a = 1\n// c\n", "metadata a = 1\n\n// c\n");
}

#[test]
fn comments_above_the_first_metadata_belong_to_the_file() {
    check("// c\n\n/// d\nmetadata a = 1\nmetadata b = 2\n", "// c\n// d\nmetadata a = 1\nmetadata b = 2\n");
}

#[test]
fn keys_of_several_lines_put_entries_on_separate_lines() {
    check_shapes("@a(\"b\nc\": 1)\nstring S", "@a(\n    \"b\nc\": 1\n)\nstring S\n");
}

#[test]
fn a_file_that_does_not_follow_the_grammar_is_refused() {
    let head = "$version: \"2.0\"\nnamespace a.b\n";
    for text in [
        "structure S {} structure T {}",
        "structure\nS {}",
        "@a(1.)\nstring S",
        "@a(\"\\q\")\nstring S",
        "operation O { inputs: I }",
        "strings S",
        "@a apply S @b",
        "structure S { a: String = \"\" b: String }",
        "string S,",
        "use a#b$c",
    ] {
        let text = format!("{head}{text}\n");
        let source = SourceMap::default().add("case.smithy", text.clone());
        assert!(format(source, &text).is_err(), "{text}");
    }
}

#[test]
fn a_file_with_mistakes_that_are_not_syntax_errors_is_formatted() {
    check("$version: \"3\"\nnamespace a\nstring S", "$version: \"3\"\n\nnamespace a\n\nstring S\n");
    check("$version: 2\nnamespace a\nstring S", "$version: 2\n\nnamespace a\n\nstring S\n");
    check("namespace a\noperation O { input := {} }", "namespace a\n\noperation O {\n    input := {}\n}\n");
    check_shapes("@a(b: 1, b: 2)\nstring S", "@a(b: 1, b: 2)\nstring S\n");
    check_shapes("operation O { input: A, input: B }", "operation O {\n    input: A\n    input: B\n}\n");
    check_shapes("use a.c#S\nuse a.d#S\n@S string T", "use a.c#S\nuse a.d#S\n\n@S\nstring T\n");
}
