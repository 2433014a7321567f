//! Models with errors: the shapes that are defined, and further diagnostics.

use whitesmith_codegen::load::assemble;
use whitesmith_codegen::pipeline;

use crate::sources;

/// Severity, ID and shape of all findings, without duplicates.
pub(crate) fn events(file: &str, text: &str) -> Vec<String> {
    let sources = sources(&[(file, text)]);
    let mut events: Vec<String> = pipeline::model(&sources)
        .1
        .iter()
        .map(|one| format!("{} {} {}", one.severity.name(), one.id, one.shape.as_ref().map_or("-", |id| id.as_str())))
        .collect();
    events.sort();
    events.dedup();
    events
}

pub(crate) fn idl(shapes: &str) -> Vec<String> {
    events("case.smithy", &format!("$version: \"2.0\"\nnamespace example\n{shapes}"))
}

pub(crate) fn json(shapes: &str) -> Vec<String> {
    events("case.json", &format!(r#"{{"smithy": "2.0", "shapes": {{{shapes}}}}}"#))
}

#[test]
fn a_definition_with_a_syntax_error_defines_nothing() {
    let shapes = "service S {\n    version: \"1\"\n    operations: [Get]\n}\noperation Get {\n    inptu: A\n}\n";
    assert_eq!(idl(shapes), ["DANGER SyntacticShapeIdTarget -", "ERROR Model example#Get"]);
}

#[test]
fn a_definition_that_does_not_end_with_its_line_is_complete() {
    let shapes = "service S {\n    version: \"1\"\n    operations: [Get]\n}\noperation Get {} string\n";
    assert_eq!(idl(shapes), ["ERROR Model -"]);
}

#[test]
fn traits_of_complete_members_are_applied_though_their_shape_is_broken() {
    let shapes =
        "structure A {\n    @required\n    a: String\n    @missing\n    b: String\n    @required\n    c String\n}\n";
    assert_eq!(idl(shapes), ["ERROR Model -", "ERROR Model.UnresolvedTrait example#A$b"]);
}

#[test]
fn inline_structures_of_broken_operations_are_defined() {
    let shapes = "operation A {\n    input := { a: String }\n    outptu := {}\n}\nstructure B {\n    a: AInput\n}\n\
                  @trait\nstructure t { @idRef(failWhenMissing: true, selector: \"*\") id: String }\n@t(id: AInput)\nstring C\n";
    assert_eq!(idl(shapes), ["ERROR Model example#A"]);
}

#[test]
fn nothing_is_read_after_an_invalid_import() {
    assert_eq!(idl("use smithy.test\n@httpRequestTests([])\noperation A {}\nstrin B\n"), ["ERROR Model -"]);
}

#[test]
fn nothing_is_read_after_a_version_that_is_not_a_string() {
    let text = "$version: 2\nnamespace example\nstructure A with [B] {}\n";
    assert_eq!(events("case.smithy", text), ["ERROR Model -"]);
}

#[test]
fn an_unsupported_version_is_read_as_1_0() {
    let text = "$version: \"3.0\"\nnamespace example\nenum A { B }\n";
    assert_eq!(events("case.smithy", text), ["ERROR Model -", "ERROR Model example#A"]);
}

#[test]
fn white_space_is_required_after_a_property_of_an_operation() {
    assert_eq!(idl("structure A {}\noperation B { input: A}\n"), ["ERROR Model -"]);
    assert_eq!(idl("structure A { a: String}\n"), [""; 0]);
    assert_eq!(idl("structure A { a: String@required b: String }\n"), [""; 0]);
}

#[test]
fn documentation_that_was_skipped_after_an_error_documents_nothing() {
    let shapes = "structure A {\n    a String\n    /// lost\n    b: String\n}\n\nstring B\n";
    assert_eq!(idl(shapes), ["ERROR Model -", "WARNING Model.BadDocumentationComment -"]);
}

#[test]
fn a_shape_of_a_json_model_with_an_error_defines_nothing() {
    let shapes = r#""example#A": {"type": "structure", "traits": {"smithy.api#mixin": {}}, "members": {"a": {}}},
        "example#B": {"type": "structure", "mixins": [{"target": "example#A"}]}"#;
    assert_eq!(json(shapes), ["ERROR Model -", "ERROR Model example#A", "ERROR Model example#B"]);
}

#[test]
fn a_json_error_behind_which_the_end_of_the_shape_is_unclear_is_an_error_of_the_file_too() {
    let errors = |properties: &str| json(&format!(r#""example#A": {{{properties}}}"#));
    for unclear in [r#""type": ="#, r#""type": "#, r#""type": :,"#, r#""type": "list", "traits": [1 2]"#] {
        assert_eq!(errors(unclear), ["ERROR Model -", "ERROR Model example#A"], "{unclear}");
    }
    for clear in [r#""type":: "list""#, r#""type": "list","#, r#""type": "list",, "traits": {}"#, r#""mixins": [1,]"#] {
        assert_eq!(errors(clear), ["ERROR Model example#A"], "{clear}");
    }
}

#[test]
fn text_after_a_json_model_is_reported_if_nothing_else_is_wrong() {
    assert_eq!(events("case.json", r#"{"smithy": "2.0"}}"#), ["WARNING Model -"]);
    let found =
        events("case.json", r#"{"smithy": "2.0", "shapes": {"example#A": {"type": "structure", "members": 1}}}}"#);
    assert_eq!(found, ["ERROR Model example#A"]);
}

#[test]
fn an_operation_mixin_with_input_defines_nothing() {
    let found = idl("@mixin\noperation M {\n    input: I\n}\noperation A with [M] {}\nstructure I {}\n");
    assert_eq!(found, ["ERROR Model example#A", "ERROR Model example#M"]);
}

#[test]
fn resources_of_version_1_have_no_properties() {
    let resource = r#""example#R": {"type": "resource", "properties": {"a": {"target": "smithy.api#String"}}}"#;
    let found = events("case.json", &format!(r#"{{"smithy": "1.0", "shapes": {{{resource}}}}}"#));
    assert_eq!(found, ["ERROR Model -"]);
}

#[test]
fn an_enum_trait_has_values() {
    assert_eq!(idl("@enum([])\nstring E\n"), ["ERROR Model example#E", "WARNING ModelDeprecation example#E"]);
}

#[test]
fn unknown_properties_of_references_and_of_members_without_a_target_are_reported() {
    let shapes = r#""example#A": {"type": "operation", "input": {"target": "example#B", "traits": {}}},
        "example#B": {"type": "structure"}, "example#C": {"type": "structure", "members": {"a": {"type": "string"}}}"#;
    let expected = ["ERROR Model example#C", "WARNING Model example#A", "WARNING Model example#C$a"];
    assert_eq!(json(shapes), expected);
}

#[test]
fn nothing_is_read_of_a_json_model_of_another_version() {
    let text = r#"{"smithy": "7", "shapes": {"example#A": {}}, "other": 1}"#;
    assert_eq!(events("case.json", text), ["ERROR Model -"]);
}

#[test]
fn misplaced_traits_end_validation_before_rules_that_assume_their_place() {
    let shapes = "@error(\"client\")\n@http(method: \"GET\", uri: \"/\")\nstructure A {}\n\
                  service S { version: \"1\", operations: [B] }\n@auth([httpBasicAuth])\noperation B {}\n";
    assert_eq!(idl(shapes), ["ERROR TraitTarget example#A"]);
}

#[test]
fn invalid_metadata_ends_validation_before_other_rules() {
    let text = "$version: \"2.0\"\nmetadata suppressions = [{ namespace: \"*\" }]\nmetadata validators = [\n\
                { name: \"EmitEachSelector\", id: \"All\", configuration: { selector: \"string\" } }\n]\n\
                namespace example\nstring A\n";
    assert_eq!(events("case.smithy", text), ["ERROR Model -"]);
}

#[test]
fn settings_that_a_linter_does_not_have_are_an_error() {
    for (name, configuration) in [
        ("CamelCase", "memberNames: \"sideways\""),
        ("EmitEachSelector", "selector: \"string [\""),
        ("UnreferencedShape", "root: \"service\""),
    ] {
        let text = format!(
            "$version: \"2.0\"\nmetadata validators = [{{ name: \"{name}\", configuration: {{ {configuration} }} }}]\n"
        );
        assert_eq!(events("case.smithy", &text), ["ERROR Model -"], "{name}");
    }
}

#[test]
fn parts_of_trait_values_of_another_json_type_are_errors_of_loading() {
    assert_eq!(idl("@deprecated(since: 1)\nstring A\n"), ["ERROR Model example#A"]);
    assert_eq!(idl("@length\nstring A\n"), ["ERROR Model example#A"]);
    assert_eq!(idl("@range\ninteger A\n"), ["ERROR Model example#A"]);
}

#[test]
fn a_shape_that_is_not_a_trait_is_only_checked_as_a_value() {
    let found = idl("structure A {\n    @Integer\n    a: String\n}\n");
    assert_eq!(found, ["ERROR TraitValue example#A$a"]);
}

#[test]
fn an_idl_model_merges_with_its_own_ast() {
    let text = super::read("tests/cases/idl/everything.smithy");
    let other = super::read("tests/cases/idl/sea.smithy");
    let files = [("everything.smithy", text.as_str()), ("sea.smithy", other.as_str())];
    let (merged, _) = whitesmith_codegen::load::merge_sources(&sources(&files));
    let export = whitesmith_codegen::export::Export { model: &merged.model, applies: &merged.applies, flatten: false };
    let ast = whitesmith_codegen::export::json(export);
    let (_, found) = assemble(&sources(&[files[0], files[1], ("model.json", &ast)]));
    let errors: Vec<_> = found.iter().filter(|one| one.severity.name() == "ERROR").map(|one| &one.message).collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn a_repeated_member_is_reported_whatever_follows_its_name() {
    assert_eq!(idl("structure A {\n    a: String\n    a\n}\n"), ["ERROR Model example#A"]);
    assert_eq!(idl("structure A {\n    a: String\n    $a = }\n"), ["ERROR Model example#A"]);
    assert_eq!(idl("structure A {\n    a: String\n    b\n}\n"), ["ERROR Model -"]);
}

#[test]
fn errors_in_inline_structures_name_them() {
    assert_eq!(idl("operation A {\n    input := { a: String, a: String }\n}\n"), ["ERROR Model example#AInput"]);
    let text = "$version: \"2\"\n$operationOutputSuffix: \"Answer\"\nnamespace example\noperation A {\n    output := { a: String, a: \
                String }\n}\n";
    assert_eq!(events("case.smithy", text), ["ERROR Model example#AAnswer"]);
}

#[test]
fn unknown_properties_are_reported_with_properties_that_need_version_2() {
    let resource = |properties: &str| {
        let text = format!("$version: \"1.0\"\nnamespace example\nresource R {{ {properties} }}\n");
        events("case.smithy", &text)
    };
    assert_eq!(resource("a: {}, properties: {}"), ["ERROR Model example#R", "WARNING Model example#R"]);
    assert_eq!(resource("properties: {}"), ["ERROR Model example#R"]);
}
