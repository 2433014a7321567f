//! Small changes of a model are small changes of the generated code, which reviewers read.

use whitesmith_codegen::emit::File;

use crate::{config, generate, read};

fn files(model: &str, id: &str) -> Vec<File> {
    generate(&[("case.json", model)], &config(id)).0.expect("the model is valid")
}

/// The `-` and `+` lines of all files if `from`, which occurs once in the model, becomes `to`.
fn changed(case: &str, id: &str, from: &str, to: &str) -> Vec<String> {
    let model = read(&format!("tests/cases/{case}.json"));
    assert_eq!(model.matches(from).count(), 1, "{from}");
    difference(&files(&model, id), &files(&model.replace(from, to), id))
}

/// The lines that differ between two versions of the same files.
pub(crate) fn difference(before: &[File], after: &[File]) -> Vec<String> {
    let mut lines = Vec::new();
    for (old, new) in before.iter().zip(after) {
        assert_eq!(old.path, new.path);
        for change in similar::TextDiff::from_lines(&old.text, &new.text).iter_all_changes() {
            let sign = match change.tag() {
                similar::ChangeTag::Equal => continue,
                similar::ChangeTag::Delete => '-',
                similar::ChangeTag::Insert => '+',
            };
            lines.push(format!("{sign} {}", change.value().trim()));
        }
    }
    lines
}

fn constraints(from: &str, to: &str) -> Vec<String> {
    changed("constraints", "example.constraints#Constraints", from, to)
}

fn shapes(from: &str, to: &str) -> Vec<String> {
    changed("shapes", "example.shapes#Shapes", from, to)
}

#[test]
fn a_changed_upper_bound_is_one_line_and_its_documentation() {
    let lines = constraints("\"max\": 100", "\"max\": 99");
    assert_eq!(
        lines,
        ["- /// Range: 0 to 100", "+ /// Range: 0 to 99", "- pub const MAX: i32 = 100;", "+ pub const MAX: i32 = 99;"]
    );
}

#[test]
fn a_changed_lower_bound_of_a_float_is_one_line_more() {
    // The schema cannot refer to a constant of another type, so it repeats the bound.
    assert_eq!(constraints("\"min\": -0.5", "\"min\": -0.25").len(), 6);
}

#[test]
fn a_changed_length_is_one_line_and_its_documentation() {
    let lines = constraints("\"max\": 8", "\"max\": 9");
    assert_eq!(
        lines,
        [
            "- /// Length: at most 8 characters",
            "+ /// Length: at most 9 characters",
            "- pub const MAX_LENGTH: usize = 8;",
            "+ pub const MAX_LENGTH: usize = 9;"
        ]
    );
}

#[test]
fn a_changed_pattern_is_its_line_its_documentation_and_its_steps() {
    let lines = constraints("^id-[0-9a-f]{4}$", "^id-[0-9a-f]{5}$");
    assert_eq!(lines.len(), 6, "{lines:#?}");
}

#[test]
fn a_changed_pattern_with_look_ahead_is_as_small() {
    let lines = constraints("^(?=.*[a-z])[a-z0-9]+$", "^(?=.*[a-z])[a-z0-9_]+$");
    assert_eq!(lines.len(), 6, "{lines:#?}");
}

/// A service with a constrained shape that ten members have, which have no documentation of their own.
const SHARED: &str = r#"
$version: "2"
namespace example.shared
@aws.protocols#awsJson1_0
@httpBearerAuth
service Shared { operations: [Put] }
operation Put { input: Many, errors: [Refused] }
structure Many { a: Arn, b: Arn, @required c: Arn, d: Arn, e: Arn, f: Arns, g: Arns }
@error("client")
structure Refused { a: Arn, b: Arn, c: Arn }
/// Identifies a queue.
@length(min: 1, max: 256)
@pattern("^arn:[a-z_]+$")
string Arn
/// Queues.
@length(max: 20)
list Arns { member: Arn }
"#;

fn shared(from: &str, to: &str) -> Vec<String> {
    assert_eq!(SHARED.matches(from).count(), 1, "{from}");
    let files = |model: &str| {
        generate(&[("case.smithy", model)], &config("example.shared#Shared")).0.expect("the model is valid")
    };
    difference(&files(SHARED), &files(&SHARED.replace(from, to)))
}

#[test]
fn a_changed_constraint_of_a_shape_that_many_members_have_is_as_small() {
    let lines = shared("max: 256", "max: 512");
    assert_eq!(
        lines,
        [
            "- /// Length: 1 to 256 characters",
            "+ /// Length: 1 to 512 characters",
            "- pub const MAX_LENGTH: usize = 256;",
            "+ pub const MAX_LENGTH: usize = 512;"
        ]
    );
    // The documentation, the constant, and the setters that add elements, one for each of two members.
    assert_eq!(shared("max: 20", "max: 30").len(), 8);
    // The documentation, the constant, and one step of the matcher.
    assert_eq!(shared("[a-z_]+$", "[a-z0-9_]+$").len(), 6);
}

#[test]
fn a_changed_sentence_of_a_shape_that_many_members_have_is_one_line() {
    assert_eq!(
        shared("Identifies a queue.", "Identifies a topic."),
        ["- /// Identifies a queue.", "+ /// Identifies a topic."]
    );
    assert_eq!(shared("Queues.", "Topics.").len(), 2);
}

#[test]
fn a_changed_authentication_is_its_schema_and_a_line_for_client_and_server() {
    let lines = shared("@httpBearerAuth", "@httpBasicAuth");
    assert_eq!(lines.len(), 6, "{lines:#?}");
}

#[test]
fn an_added_member_changes_its_structure_only() {
    let lines = constraints(
        "\"again\": {",
        "\"more\": {\"target\": \"smithy.api#String\", \"traits\": {\"smithy.api#documentation\": \"More.\"}}, \"again\": {",
    );
    // The member's own line, those of its two setters, and those of tables.
    assert!(lines.len() <= 24, "{lines:#?}");
    assert!(lines.iter().filter(|line| line.starts_with('-')).count() <= 2, "{lines:#?}");
}

const SFN: &str = "com.amazonaws.sfn#AWSStepFunctions";

#[test]
fn a_member_in_the_middle_of_a_structure_changes_its_own_lines_only() {
    let model = read("models/sfn.json");
    let (head, structure) = model.split_once("\"com.amazonaws.sfn#DescribeExecutionOutput\": {").expect("a structure");
    let new = "\"mood\": {\"target\": \"smithy.api#String\"}, \"status\": {";
    let changed = format!(
        "{head}\"com.amazonaws.sfn#DescribeExecutionOutput\": {{{}",
        structure.replacen("\"status\": {", new, 1)
    );
    let lines = difference(&files(&model, SFN), &files(&changed, SFN));
    assert!(lines.iter().all(|line| line.starts_with('+')), "{lines:#?}");
    // The field, the row of each table, and two setters.
    assert_eq!(lines.iter().filter(|line| line.contains("mood")).count(), 9, "{lines:#?}");
    assert!(lines.len() <= 14, "{lines:#?}");
}

#[test]
fn a_removed_operation_changes_no_line_of_another() {
    let model = read("models/sfn.json");
    let operation =
        "{\n                    \"target\": \"com.amazonaws.sfn#DescribeStateMachineAlias\"\n                },";
    assert_eq!(model.matches(operation).count(), 1);
    let lines = difference(&files(&model, SFN), &files(&model.replace(operation, ""), SFN));
    assert!(lines.len() > 100 && lines.iter().all(|line| line.starts_with('-')), "{lines:#?}");
}

#[test]
fn an_added_enum_value_changes_its_enum_only() {
    let lines = constraints(
        "\"BAD\": {",
        "\"SO_SO\": {\"target\": \"smithy.api#Unit\", \"traits\": {\"smithy.api#enumValue\": \"so so\"}}, \"BAD\": {",
    );
    assert!(lines.len() <= 6, "{lines:#?}");
}

#[test]
fn a_changed_sentence_is_one_line() {
    assert_eq!(shapes("The color of stop lights.", "The color of tomatoes.").len(), 2);
}

#[test]
fn a_changed_status_is_one_line() {
    let lines = shapes("\"smithy.api#httpError\": 418", "\"smithy.api#httpError\": 419");
    assert_eq!(lines, ["- .error(Fault::Client, 418);", "+ .error(Fault::Client, 419);"]);
}

#[test]
fn a_changed_path_is_one_line_and_its_documentation() {
    // In the schema, the client and the server.
    assert_eq!(shapes("\"uri\": \"/types\"", "\"uri\": \"/forms\"").len(), 6);
}

#[test]
fn an_added_deprecation_is_a_line_for_the_field_and_each_setter() {
    let lines = shapes(
        "\"smithy.api#httpHeader\": \"X-Spout\"",
        "\"smithy.api#httpHeader\": \"X-Spout\", \"smithy.api#deprecated\": {\"message\": \"Use the lid.\", \"since\": \"2\"}",
    );
    let attribute = "+ #[deprecated(since = \"2\", note = \"Use the lid.\")]";
    // The module that defines it does not warn about itself.
    let allow = "+ #![allow(deprecated, clippy::deprecated_semver)]";
    assert_eq!(lines, [attribute, attribute, attribute, allow]);
}

#[test]
fn an_added_variant_changes_its_union_only() {
    let lines = shapes("\"deep\": {", "\"count\": {\"target\": \"smithy.api#Long\"}, \"deep\": {");
    assert!(lines.len() <= 5 && lines.iter().all(|line| line.starts_with('+')), "{lines:#?}");
}

#[test]
fn a_variant_of_a_plain_type_removes_no_conversion() {
    let lines = shapes("\"deep\": {", "\"words\": {\"target\": \"smithy.api#String\"}, \"deep\": {");
    assert!(lines.len() <= 5 && lines.iter().all(|line| line.starts_with('+')), "{lines:#?}");
}

#[test]
fn a_shape_with_the_name_of_a_type_of_the_runtime_changes_no_other_line() {
    for name in ["Timestamp", "Document", "Blob", "Builder", "Nullable", "IntoMember", "UnknownValue", "Call"] {
        let model = shapes_model();
        let member = "\"deep\": {";
        assert_eq!(model.matches(member).count(), 1);
        let with = format!("\"added\": {{\"target\": \"example.shapes#{name}\"}}, {member}");
        let shape = format!("\"shapes\": {{\"example.shapes#{name}\": {{\"type\": \"structure\"}},");
        assert_eq!(model.matches("\"shapes\": {").count(), 1);
        let changed = model.replace(member, &with).replace("\"shapes\": {", &shape);
        let id = "example.shapes#Shapes";
        let lines = difference(&files(&model, id), &files(&changed, id));
        assert!(lines.iter().all(|line| line.starts_with('+')), "{name}: {lines:#?}");
    }
}

fn shapes_model() -> String {
    read("tests/cases/shapes.json")
}

#[test]
fn an_added_error_changes_its_operation_only() {
    let model = read("models/sfn.json");
    let operation = "\"com.amazonaws.sfn#DeleteStateMachineAlias\": {";
    let (head, rest) = model.split_once(operation).expect("an operation");
    let new = "\"errors\": [{\"target\": \"com.amazonaws.sfn#TooManyTags\"},";
    let changed = format!("{head}{operation}{}", rest.replacen("\"errors\": [", new, 1));
    let lines = difference(&files(&model, SFN), &files(&changed, SFN));
    // The variant, the row of its table, and the schema.
    assert!(lines.len() <= 4 && lines.iter().all(|line| line.starts_with('+')), "{lines:#?}");
}
