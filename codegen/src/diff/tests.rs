//! Tests: each evaluator on a small pair of models.

use super::{Finding, Judgment, Report, Review, compare};
use crate::diagnostic::Severity;
use crate::load::assemble;
use crate::model::Model;
use crate::source::SourceMap;

fn model(text: &str) -> (Model, SourceMap) {
    let mut sources = SourceMap::default();
    let (head, body) = match text.split_once("---") {
        Some((metadata, body)) => (metadata, body),
        None => ("", text),
    };
    // In these tests, a semicolon ends a statement too.
    let body = body.replace("; ", "\n");
    sources.add("port.smithy", format!("$version: \"2\"\n{head}\nnamespace port\n{body}\n"));
    let (model, diagnostics) = assemble(&sources);
    assert!(diagnostics.iter().all(|found| found.severity < Severity::Danger), "{diagnostics:#?}");
    (model, sources)
}

fn findings(old: &str, new: &str) -> Vec<Finding> {
    compare(&model(old).0, &model(new).0)
}

/// All findings as `SEVERITY shape id`.
fn changes(old: &str, new: &str) -> Vec<String> {
    let diagnostics = findings(old, new).into_iter().map(|finding| finding.diagnostic);
    diagnostics
        .map(|found| {
            let shape = found.shape.map_or("-".to_owned(), |shape| shape.to_string());
            format!("{} {} {}", found.severity.name(), shape.trim_start_matches("port#"), found.id)
        })
        .collect()
}

fn messages(old: &str, new: &str) -> Vec<String> {
    findings(old, new).into_iter().map(|finding| finding.diagnostic.message).collect()
}

#[test]
fn each_evaluator_finds_something_in_its_cases_and_leaves_others_alone() {
    let check = |evaluator: &&super::Evaluator| crate::rule::check(evaluator, crate::rule::marks::compared_pair);
    let wrong: Vec<String> = super::EVALUATORS.iter().flat_map(check).collect();
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn equal_models_have_no_changes() {
    let text = "@length(max: 3) string Quay; structure Ship { @required quay: Quay }";
    assert_eq!(changes(text, &text.replace("string Quay", "\n// West.\nstring Quay")), [""; 0]);
}

#[test]
fn a_new_shape_is_reported_once() {
    assert_eq!(changes("", "structure Ship { name: String }"), ["NOTE Ship AddedShape"]);
}

#[test]
fn a_new_member_is_reported() {
    let new = "structure Ship { name: String, crew: Integer }";
    assert_eq!(changes("structure Ship { name: String }", new), ["NOTE Ship$crew AddedShape"]);
}

#[test]
fn a_shape_that_is_gone_breaks_whoever_uses_it() {
    assert_eq!(changes("structure Ship { name: String }", ""), ["ERROR Ship RemovedShape"]);
}

#[test]
fn a_string_that_is_gone_has_no_type_to_miss() {
    assert_eq!(changes("string Quay", ""), ["WARNING Quay RemovedShape.ScalarShape"]);
}

#[test]
fn private_shapes_may_go() {
    assert_eq!(changes("@private structure Ship {}", ""), [""; 0]);
}

#[test]
fn a_shape_of_another_type_is_another_shape() {
    assert_eq!(changes("string Quay", "integer Quay"), ["ERROR Quay ChangedShapeType"]);
}

#[test]
fn a_string_with_an_enum_trait_may_become_an_enum() {
    let old = "@enum([{ name: \"WEST\", value: \"west\" }]) string Quay";
    assert_eq!(
        changes(old, "enum Quay { @enumValue(\"west\") WEST }")
            .iter()
            .filter(|found| found.starts_with("ERROR"))
            .count(),
        0
    );
}

#[test]
fn a_removed_trait_is_reported_once() {
    let found = changes("@trait string tonnage", "");
    assert_eq!(found, ["ERROR tonnage RemovedTraitDefinition", "WARNING tonnage RemovedShape.ScalarShape"]);
}

#[test]
fn metadata_is_compared_by_key() {
    let found = changes("metadata a = 1\nmetadata b = 1\n---", "metadata b = 2\nmetadata c = 1\n---");
    assert_eq!(found, ["DANGER - RemovedMetadata.a", "WARNING - ChangedMetadata", "NOTE - AddedMetadata"]);
}

#[test]
fn an_operation_may_move_into_a_resource_of_its_service() {
    let old = "service Harbour { operations: [Moor] resources: [Ship] }; resource Ship {}; operation Moor {}";
    let new = "service Harbour { resources: [Ship] }; resource Ship { operations: [Moor] }; operation Moor {}";
    let wanted =
        ["NOTE Harbour RemovedOperationBinding.FromService.Moor", "NOTE Ship AddedOperationBinding.ToResource.Moor"];
    assert_eq!(changes(old, new), wanted);
}

#[test]
fn lifecycle_operations_of_a_resource_are_not_bindings() {
    let old = "resource Ship { read: Moor }; @readonly operation Moor {}";
    assert_eq!(changes(old, "resource Ship {}; @readonly operation Moor {}"), [""; 0]);
}

#[test]
fn an_operation_that_a_service_lost_is_missed() {
    let old = "service Harbour { operations: [Moor] }; operation Moor {}";
    let found = changes(old, "service Harbour {}; operation Moor {}");
    assert_eq!(found, ["ERROR Harbour RemovedOperationBinding.FromService.Moor"]);
}

#[test]
fn errors_of_operations_come_and_go() {
    let errors = "@error(\"client\") structure Full {}; @error(\"client\") structure Shut {}";
    let old = format!("{errors}; operation Moor {{ errors: [Full] }}");
    let new = format!("{errors}; operation Moor {{ errors: [Shut] }}");
    let wanted = ["WARNING Moor AddedOperationError.Shut", "WARNING Moor RemovedOperationError.Full"];
    assert_eq!(changes(&old, &new), wanted);
}

#[test]
fn errors_of_services_come_and_go() {
    let error = "@error(\"client\") structure Full {}";
    let (without, with) =
        (format!("{error}; service Harbour {{}}"), format!("{error}; service Harbour {{ errors: [Full] }}"));
    assert_eq!(changes(&without, &with), ["WARNING Harbour AddedServiceError"]);
    assert_eq!(changes(&with, &without), ["WARNING Harbour RemovedServiceError"]);
}

#[test]
fn an_operation_with_another_input_is_another_operation() {
    let shapes = "structure A {}; structure B {}";
    let old = format!("{shapes}; operation Moor {{ input: A }}");
    let new = format!("{shapes}; operation Moor {{ input: B }}");
    assert_eq!(changes(&old, &new), ["ERROR Moor ChangedOperationInput.From.port#A.To.port#B"]);
}

#[test]
fn identifiers_of_resources_stay() {
    let found =
        messages("resource Ship { identifiers: { imo: String } }", "resource Ship { identifiers: { name: String } }");
    let wanted =
        "Identifiers of resource `port#Ship` changed from {imo=smithy.api#String} to {name=smithy.api#String}.";
    assert_eq!(found, [wanted]);
}

#[test]
fn a_shape_that_was_there_keeps_its_name_in_a_service() {
    let shapes = "operation Moor { input: Request }; structure Request {}";
    let old = format!("service Harbour {{ operations: [Moor] }}; {shapes}");
    let new = format!("service Harbour {{ operations: [Moor] rename: {{ \"port#Request\": \"Mooring\" }} }}; {shapes}");
    assert_eq!(changes(&old, &new), ["ERROR Harbour ServiceRename"]);
}

#[test]
fn a_new_required_member_refuses_old_requests() {
    let found = changes("structure Ship {}", "structure Ship { @required name: String }");
    assert_eq!(found, ["ERROR Ship$name AddedRequiredMember", "NOTE Ship$name AddedShape"]);
}

#[test]
fn a_new_required_member_with_a_default_does_not() {
    let found = changes("structure Ship {}", "structure Ship { @required @default(\"\") name: String }");
    assert_eq!(found, ["NOTE Ship$name AddedShape"]);
}

#[test]
fn members_keep_their_order() {
    let found = changes("structure Ship { a: String, b: String }", "structure Ship { b: String, a: String }");
    assert_eq!(found, ["DANGER Ship ChangedMemberOrder"]);
}

#[test]
fn a_member_that_becomes_required_changes_its_type() {
    let found = changes("structure Ship { name: String }", "structure Ship { @required name: String }");
    assert_eq!(found, ["ERROR Ship$name ChangedNullability.AddedRequiredTrait"]);
}

#[test]
fn a_required_structure_may_become_optional() {
    let (hull, id) = ("structure Hull {}", "ChangedNullability.RemovedRequiredTrait.StructureOrUnion");
    let old = format!("{hull}; structure Ship {{ @required hull: Hull }}");
    assert_eq!(changes(&old, &format!("{hull}; structure Ship {{ hull: Hull }}")), [format!("WARNING Ship$hull {id}")]);
}

#[test]
fn a_required_member_may_get_a_default_instead() {
    let new = "structure Ship { @addedDefault @default(\"\") name: String }";
    let found = changes("structure Ship { @required name: String }", new);
    assert!(found.iter().all(|found| found.starts_with("NOTE")), "{found:?}");
}

#[test]
fn a_target_of_another_type_breaks() {
    let found = changes("structure Ship { crew: String }", "structure Ship { crew: Integer }");
    assert_eq!(found, ["ERROR Ship$crew ChangedMemberTarget"]);
}

#[test]
fn a_target_that_is_the_same_by_another_name_does_not() {
    let (strings, id) = ("string A; string B", "WARNING Ship$name ChangedMemberTarget");
    let old = format!("{strings}; structure Ship {{ name: A }}");
    assert_eq!(changes(&old, &format!("{strings}; structure Ship {{ name: B }}")), [id]);
}

#[test]
fn a_target_with_narrower_limits_is_as_bad_as_the_limits() {
    let strings = "@length(max: 9) string A; @length(max: 3) string B";
    let old = format!("{strings}; structure Ship {{ name: A }}");
    let found = messages(&old, &format!("{strings}; structure Ship {{ name: B }}"));
    assert!(found.iter().any(|found| found.contains("lowering from 9 to 3")), "{found:?}");
}

#[test]
fn defaults_stay_what_they_are() {
    let found = changes("structure Ship { @default(0) crew: Integer }", "structure Ship { @default(5) crew: Integer }");
    assert!(found.contains(&"ERROR Ship$crew ChangedDefault".to_owned()), "{found:?}");
    let found = changes("structure Ship { @default(4) crew: Integer }", "structure Ship { @default(5) crew: Integer }");
    assert!(found.contains(&"DANGER Ship$crew ChangedDefault".to_owned()), "{found:?}");
}

#[test]
fn limits_may_be_widened_and_not_narrowed() {
    let wide = "@length(min: 1, max: 9) string Quay";
    let narrow = "@length(min: 2, max: 8) string Quay";
    assert_eq!(changes(narrow, wide).iter().filter(|found| found.starts_with("ERROR")).count(), 0);
    assert_eq!(changes(wide, narrow).iter().filter(|found| *found == "ERROR Quay ChangedLengthTrait").count(), 2);
}

#[test]
fn ranges_are_compared_as_numbers() {
    let found = messages("@range(max: 10) integer Crew", "@range(max: 9.5) bigDecimal Crew");
    assert!(found.iter().any(|found| found.contains("lowering from 10 to 9.5")), "{found:?}");
}

/// Findings about the shape `Quay` with the old and new value of a trait.
fn tagged(definition: &str, old: &str, new: &str) -> Vec<String> {
    let text = |value: &str| format!("@trait{definition}; @draught{value} string Quay");
    let found = changes(&text(old), &text(new)).into_iter().filter(|found| found.contains(" Quay "));
    found.map(|found| found.replace(" Quay ModifiedTrait.", " ").replace(".port#draught", "")).collect()
}

#[test]
fn tags_of_members_are_severities_of_parts() {
    let list = " @tags([\"diff.contents\"]) list draught {
        @tags([\"diff.danger.update\", \"diff.warning.add\", \"diff.error.remove\"]) member: String
    }";
    assert_eq!(tagged(list, "([\"a\"])", "([\"b\", \"c\"])"), ["DANGER Update", "WARNING Add"]);
    assert_eq!(tagged(list, "([\"a\", \"b\"])", "([\"a\"])"), ["ERROR Remove"]);
    let nested = " @tags([\"diff.contents\"]) map draught { key: String, value: Tide }; structure Tide {
        @tags([\"diff.error.const\"]) low: Integer, high: Integer, next: Tide
    }";
    assert_eq!(tagged(nested, "(a: { low: 1, high: 1 })", "(a: { low: 2, high: 2 })"), ["ERROR Update"]);
    assert_eq!(tagged(nested, "(a: { next: { low: 1 } })", "(a: { next: {} })"), ["ERROR Remove"]);
    assert_eq!(tagged(nested, "(a: { next: { low: 1 } })", "(a: {})"), [""; 0]);
    assert_eq!(tagged(nested, "(a: { low: 1 })", "(b: { low: 2 })"), [""; 0]);
}

#[test]
fn parts_of_a_new_trait_are_not_compared() {
    let trait_ = "@trait @tags([\"diff.contents\"]) structure draught { @tags([\"diff.error.add\"]) low: Integer }";
    let (without, with) = (format!("{trait_}; string Quay"), format!("{trait_}; @draught(low: 1) string Quay"));
    assert_eq!(changes(&without, &with), [""; 0]);
    assert_eq!(changes(&with, &without), [""; 0]);
}

#[test]
fn tags_and_rules_of_a_definition_both_count() {
    let both = "(breakingChanges: [{ path: \"/low\", change: \"update\" }]) @tags([\"diff.danger.update\"])
        structure draught { low: Integer, high: Integer }";
    assert_eq!(tagged(both, "(high: 1)", "(high: 2)"), ["DANGER Update"]);
    let found = tagged(both, "(low: 1)", "(low: 2)");
    assert_eq!(found, ["ERROR Quay TraitBreakingChange.Update", "DANGER Update"]);
}

#[test]
fn tags_that_are_not_about_changes_have_no_effect() {
    for tag in ["diff.tide", "diff.ERROR.update", "diff.error", "diff.error.updates", "tide"] {
        let definition = format!(" @tags([\"{tag}\"]) string draught");
        assert_eq!(tagged(&definition, "(\"a\")", "(\"b\")"), ["NOTE Update"], "{tag}");
    }
    assert_eq!(tagged(" @tags([\"diff.error.add\"]) string draught", "(\"a\")", "(\"b\")"), [""; 0]);
}

#[test]
fn the_default_status_code_may_be_written_or_not() {
    let moor = |code: &str| format!("@http(method: \"POST\", uri: \"/\"{code}) operation Moor {{}}");
    assert_eq!(changes(&moor(""), &moor(", code: 200")), [""; 0]);
    assert_eq!(changes(&moor(", code: 200"), &moor("")), [""; 0]);
    assert_eq!(changes(&moor(""), &moor(", code: 201")), ["DANGER Moor TraitBreakingChange.Add.smithy.api#http"]);
    assert_eq!(changes(&moor(", code: 201"), &moor("")), ["DANGER Moor TraitBreakingChange.Remove.smithy.api#http"]);
    let updated = ["ERROR Moor TraitBreakingChange.Update.smithy.api#http"];
    assert_eq!(changes(&moor(", code: 200"), &moor(", code: 201")), updated);
}

#[test]
fn the_severity_of_a_trait_is_its_definitions() {
    let definition =
        "@trait(breakingChanges: [{ change: \"update\", severity: \"DANGER\", message: \"Mind the tide.\" }])
        string draught";
    let old = format!("{definition}; @draught(\"3m\") string Quay");
    let new = format!("{definition}; @draught(\"4m\") string Quay");
    assert_eq!(changes(&old, &new), ["DANGER Quay TraitBreakingChange.Update.port#draught"]);
    assert_eq!(messages(&old, &new), ["Changed trait `port#draught` from `3m` to `4m`; Mind the tide."]);
}

#[test]
fn rules_of_a_trait_look_inside_its_value() {
    let definition = "@trait(breakingChanges: [{ path: \"/berths/member\", change: \"remove\" }])
        structure quayside { berths: Berths }; list Berths { member: String }";
    let old = format!("{definition}; @quayside(berths: [\"a\", \"b\"]) string Quay");
    let new = format!("{definition}; @quayside(berths: [\"a\"]) string Quay");
    let wanted = "Removed trait contents from `port#quayside` at path `/berths/1`. Removed value: `b`";
    assert_eq!(messages(&old, &new), [wanted]);
}

#[test]
fn a_trait_without_rules_is_reported() {
    let found = changes("string Quay", "/// Where ships moor.\nstring Quay");
    assert_eq!(found, ["NOTE Quay ModifiedTrait.Add.smithy.api#documentation"]);
}

#[test]
fn what_the_new_model_suppresses_is_not_reported() {
    let (old, new) = (
        "structure Ship { a: String, b: String }",
        "@suppress([\"ChangedMemberOrder\"]) structure Ship { b: String, a: String }",
    );
    let found = changes(old, new);
    assert!(found.contains(&"SUPPRESSED Ship ChangedMemberOrder".to_owned()), "{found:?}");
}

#[test]
fn a_report_for_a_pull_request_lists_the_worst_first() {
    let (old, old_sources) = model("structure Ship { a: String, b: String }");
    let (new, new_sources) = model("structure Ship { b: String, a: String, @required c: String }");
    let review = Review::new(old, new, &[]);
    let report =
        Report { review: &review, judgment: &Judgment::default(), errors: &[], old: &old_sources, new: &new_sources };
    let text = report.markdown("v1", "v2");
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(lines, ["# Changes from `v1` to `v2`", "## Breaking", "## Dangerous"]);
    assert!(text.contains("1 breaking change, 1 dangerous change\n"), "{text}");
    assert!(text.contains("(`AddedRequiredMember`, port.smithy:4)"), "{text}");
}

#[test]
fn a_value_of_several_lines_stays_in_its_list() {
    let (old, old_sources) = model("@tags([\"a\"]) string Quay");
    let (new, new_sources) = model("@tags([\"b\"]) string Quay");
    let review = Review::new(old, new, &[]);
    let report =
        Report { review: &review, judgment: &Judgment::default(), errors: &[], old: &old_sources, new: &new_sources };
    let text = report.markdown("a", "b");
    let item = text.split("## Notes\n\n").nth(1).unwrap_or_default();
    assert!(item.starts_with("- `port#Quay`: Changed"), "{text}");
    assert!(item.lines().skip(1).all(|line| line.starts_with("  ")), "{text}");
}

#[test]
fn what_an_input_holds_was_never_certain_but_servers_may_come_to_ask_for_it() {
    let (free, required) = ("@input; structure In { a: String }", "@input; structure In {; @required; a: String }");
    assert_eq!(changes(free, required), ["DANGER In$a ChangedRequiredTrait"]);
    assert_eq!(changes(required, free), ["NOTE In$a ChangedRequiredTrait"]);
}

#[test]
fn a_default_that_becomes_null_is_an_update_and_makes_the_member_nullable() {
    let found = changes("structure S { a: Integer = 0\n }", "structure S { a: Integer = null\n }");
    let wanted = [
        "ERROR S$a ChangedDefault",
        "ERROR S$a ChangedNullability.AddedNullDefault",
        "NOTE S$a ModifiedTrait.Update.smithy.api#default",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn a_trait_that_was_null_is_updated_and_not_added() {
    let definition = "@trait document note";
    let (old, new) = (format!("{definition}; @note(null) string S"), format!("{definition}; @note(1) string S"));
    assert_eq!(changes(&old, &new), ["NOTE S ModifiedTrait.Update.port#note"]);
    assert_eq!(changes(&format!("{definition}; string S"), &old), ["NOTE S ModifiedTrait.Add.port#note"]);
}

#[test]
fn the_new_model_raises_severities() {
    let overrides = "metadata severityOverrides = [{ id: \"AddedShape\", namespace: \"*\", severity: \"DANGER\" }]";
    let found = findings("string S", &format!("{overrides}---string S; string T"));
    let added = found.iter().find(|finding| finding.diagnostic.id == "AddedShape").expect("an added shape");
    assert_eq!(added.diagnostic.severity, Severity::Danger);
}

#[test]
fn a_service_that_becomes_a_structure_has_one_finding() {
    let old = "service S { version: \"1\", operations: [A] }; operation A {}";
    assert_eq!(changes(old, "structure S {}; operation A {}"), ["ERROR S ChangedShapeType"]);
}

#[test]
fn events_of_enum_values_end_in_the_index_of_the_value() {
    let found = changes("enum E { A, B }", "enum E { X, A, Y }");
    let of_enum: Vec<_> = found.iter().filter(|found| found.contains("ChangedEnumTrait")).collect();
    let wanted = [
        "ERROR E ChangedEnumTrait.OrderChanged.0",
        "ERROR E ChangedEnumTrait.Removed.1",
        "NOTE E ChangedEnumTrait.Appended.2",
    ];
    assert_eq!(of_enum, wanted);
}

#[test]
fn elements_of_lists_are_not_required() {
    let found = changes("list L { member: Integer }", "list L { @required; member: Integer }");
    assert_eq!(found, [""; 0]);
}

#[test]
fn another_version_of_a_service_is_reported() {
    let found = changes("service S { version: \"1\" }", "service S { version: \"2\" }");
    assert_eq!(found, ["NOTE S ChangedServiceVersion"]);
}
