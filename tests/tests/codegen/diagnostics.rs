//! Diagnostics, as rendered for users.

use std::fs;
use std::path::PathBuf;

use insta::assert_snapshot;
use whitesmith_codegen::config::Config;
use whitesmith_codegen::diagnostic::render::{Style, human, json};
use whitesmith_codegen::load::read_sources;
use whitesmith_codegen::source::SourceMap;

use crate::{config, generate};

/// Renders all diagnostics of models with the service `example#S`.
fn said(models: &[(&str, &str)]) -> String {
    said_with(models, &config("example#S"))
}

fn said_with(models: &[(&str, &str)], config: &whitesmith_codegen::config::ServiceConfig) -> String {
    let (_, diagnostics, sources) = generate(models, config);
    let all: Vec<String> = diagnostics.iter().map(|one| human(one, &sources, Style::Plain)).collect();
    all.join("\n\n")
}

/// A model with these shapes and a service of one operation.
fn model(shapes: &str) -> String {
    format!(
        r#"{{
    "smithy": "2.0",
    "shapes": {{
        "example#S": {{"type": "service", "version": "1", "operations": [{{"target": "example#Op"}}], "traits": {{"aws.protocols#restJson1": {{}}}}}},
{shapes}
    }}
}}"#
    )
}

const OPERATION: &str = r#"        "example#Op": {"type": "operation", "input": {"target": "example#In"}},
        "example#In": {"type": "structure", "members": {}}"#;

#[test]
fn truncated_json() {
    assert_snapshot!(said(&[("case.json", "{\n    \"smithy\": \"2.0\",\n    \"shapes\": {")]));
}

#[test]
fn an_unknown_version() {
    assert_snapshot!(said(&[("case.json", "{\"smithy\": \"3.0\"}")]));
}

#[test]
fn a_misspelled_shape_type() {
    let model = model(r#"        "example#Op": {"type": "operation"}, "example#X": {"type": "strcuture"}"#);
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn a_member_that_targets_nothing() {
    let model = model(
        r#"        "example#Op": {"type": "operation", "input": {"target": "example#In"}},
        "example#Identifier": {"type": "string"},
        "example#In": {"type": "structure", "members": {"id": {"target": "example#Identifer"}}}"#,
    );
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn two_models_that_define_one_shape_differently() {
    let first = model(&format!("{OPERATION},\n        \"example#Id\": {{\"type\": \"string\"}}"));
    let second =
        "{\n    \"smithy\": \"2.0\",\n    \"shapes\": {\n        \"example#Id\": {\"type\": \"integer\"}\n    }\n}";
    assert_snapshot!(said(&[("first.json", &first), ("second.json", second)]));
}

#[test]
fn bounds_in_the_wrong_order() {
    let model = model(&format!(
        "{OPERATION},\n        \"example#Size\": {{\"type\": \"integer\", \"traits\": {{\"smithy.api#range\": {{\"min\": 25, \"max\": 1}}}}}}"
    ));
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn a_pattern_that_is_not_a_regular_expression() {
    let model = model(&format!(
        "{OPERATION},\n        \"example#Id\": {{\"type\": \"string\", \"traits\": {{\"smithy.api#pattern\": \"^wf-[0-9\"}}}}"
    ));
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn a_pattern_that_cannot_be_enforced_whole() {
    let model = model(
        r#"        "example#Op": {"type": "operation", "input": {"target": "example#In"}},
        "example#Twice": {"type": "string", "traits": {"smithy.api#pattern": "^(a|b)\\1$"}},
        "example#In": {"type": "structure", "members": {"twice": {"target": "example#Twice"}}}"#,
    );
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn waiters_that_are_not_generated() {
    let model = r#"$version: "2.0"
namespace example

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service S { version: "1", operations: [Read, Write] }

@http(method: "GET", uri: "/x")
@readonly
@suppress(["WaitableTraitJmespathProblem"])
@waitable(
    Backwards: { acceptors: [{ state: "success", matcher: {
        output: { path: "names[::0]", comparator: "anyStringEquals", expected: "x" }
    } }] }
    Streamed: { acceptors: [{ state: "success", matcher: {
        output: { path: "length(body) > `0`", comparator: "booleanEquals", expected: "true" }
    } }] }
    Fine: { acceptors: [{ state: "success", matcher: { success: true } }] }
)
operation Read {
    output := { @httpHeader("n") names: Names, @required @httpPayload body: Body }
}

@http(method: "POST", uri: "/x")
@waitable(Written: { acceptors: [{ state: "success", matcher: { success: true } }] })
operation Write { input := { @required @httpPayload body: Body } }

list Names { member: String }
@streaming blob Body
"#;
    assert_snapshot!(said(&[("case.smithy", model)]));
    let (files, ..) = generate(&[("case.smithy", model)], &config("example#S"));
    let client = files.expect("the rest is fine").into_iter().find(|file| file.path.ends_with("client.rs"));
    assert_eq!(client.expect("a client").text.matches("fn wait_until_").count(), 1);
}

#[test]
fn a_label_without_a_member() {
    let model = model(
        r#"        "example#Op": {"type": "operation", "input": {"target": "example#In"}, "traits": {"smithy.api#http": {"method": "GET", "uri": "/things/{id}"}}},
        "example#In": {"type": "structure", "members": {}}"#,
    );
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn a_page_token_that_is_not_a_member() {
    let model = model(
        r#"        "example#Op": {"type": "operation", "input": {"target": "example#In"}, "output": {"target": "example#In"}, "traits": {"smithy.api#paginated": {"inputToken": "nextTokn", "outputToken": "nextToken"}}},
        "example#In": {"type": "structure", "members": {"nextToken": {"target": "smithy.api#String"}}}"#,
    );
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn two_enum_members_of_one_value() {
    let model = model(&format!(
        "{OPERATION},\n        \"example#E\": {{\"type\": \"enum\", \"members\": {{\n            \"A\": {{\"target\": \"smithy.api#Unit\", \"traits\": {{\"smithy.api#enumValue\": \"x\"}}}},\n            \"B\": {{\"target\": \"smithy.api#Unit\", \"traits\": {{\"smithy.api#enumValue\": \"x\"}}}}}}}}"
    ));
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn several_independent_errors_are_all_reported() {
    let model = model(
        r#"        "example#Op": {"type": "operation", "input": {"target": "example#Missing"}, "errors": [{"target": "example#In"}]},
        "example#In": {"type": "structure", "members": {"a": {"target": "example#Nowhere"}}},
        "example#Size": {"type": "integer", "traits": {"smithy.api#range": {"min": 2, "max": 1}}}"#,
    );
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn mixins_that_use_each_other() {
    let model = model(&format!(
        "{OPERATION},\n        \"example#A\": {{\"type\": \"structure\", \"mixins\": [{{\"target\": \"example#B\"}}], \"traits\": {{\"smithy.api#mixin\": {{}}}}}},\n        \"example#B\": {{\"type\": \"structure\", \"mixins\": [{{\"target\": \"example#A\"}}], \"traits\": {{\"smithy.api#mixin\": {{}}}}}}"
    ));
    assert_snapshot!(said(&[("case.json", &model)]));
}

#[test]
fn an_unknown_service_and_the_closest_one() {
    assert_snapshot!(said_with(&[("case.json", &model(OPERATION))], &config("example#s")));
}

#[test]
fn an_unknown_operation_and_the_closest_one() {
    let mut config = config("example#S");
    config.operations = Some(vec!["Opp".into()]);
    assert_snapshot!(said_with(&[("case.json", &model(OPERATION))], &config));
}

#[test]
fn a_diagnostic_for_machines() {
    let model = model(&format!(
        "{OPERATION},\n        \"example#Size\": {{\"type\": \"integer\", \"traits\": {{\"smithy.api#range\": {{\"min\": 25, \"max\": 1}}}}}}"
    ));
    let (_, diagnostics, sources) = generate(&[("case.json", &model)], &config("example#S"));
    let lines: Vec<String> = diagnostics.iter().map(|one| json(one, &sources)).collect();
    assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_missing_file_and_one_that_is_not_text() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bad.json"), b"{\"smithy\": \"\xff\"}").expect("writable");
    let mut sources = SourceMap::default();
    let paths = [folder.path().join("none.json"), folder.path().join("bad.json")];
    let said: Vec<String> = read_sources(&paths, &mut sources).into_iter().map(|one| one.message).collect();
    let here = format!("{}/", folder.path().display());
    assert_snapshot!(said.join("\n").replace(&here, ""));
}

#[test]
fn a_loop_of_links_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).expect("links");
    fs::write(folder.path().join("a.json"), r#"{"smithy": "2.0"}"#).expect("writable");
    let mut sources = SourceMap::default();
    let diagnostics = read_sources(&[folder.path().to_owned()], &mut sources);
    assert_eq!((sources.iter().count(), diagnostics.len()), (1, 1));
}

/// Renders all diagnostics of a configuration.
fn said_of_configuration(text: &str) -> String {
    let mut sources = SourceMap::default();
    let source = sources.add_other("codegen.toml", text.to_owned());
    let diagnostics = Config::parse(source, text, &PathBuf::new()).map(drop).expect_err("something is wrong");
    diagnostics.iter().map(|one| human(one, &sources, Style::Plain) + "\n").collect()
}

#[test]
fn a_misspelled_key_of_the_configuration_is_reported_at_its_location() {
    assert_snapshot!(said_of_configuration("package = 'generated'\n[[service]]\nmodul = 'a'\n"));
}

#[test]
fn names_in_a_configuration_are_names_in_rust() {
    let service = |module: &str, name: &str| {
        format!("\n[[service]]\nmodule = '{module}'\nname = '{name}'\nid = 'a#B'\nmodels = ['a.json']\n")
    };
    let text = format!(
        "package = 'generated'\n{}{}{}{}",
        service("../../../elsewhere", "Image Builder"),
        service("a-b c", "self"),
        service("twice", "A"),
        service("twice", "B")
    );
    assert_snapshot!(said_of_configuration(&text));
}

#[test]
fn a_configuration_that_selects_no_operation() {
    let text = "package = 'a'\n[[service]]\nmodule = 'a'\nid = 'a#B'\nmodels = []\noperations = []\n";
    assert_snapshot!(said_of_configuration(text));
}

#[test]
fn a_service_without_a_protocol() {
    let text = model("        \"example#Op\": {\"type\": \"operation\"}");
    assert_snapshot!(said(&[("case.json", &text.replace("aws.protocols#restJson1", "smithy.api#private"))]));
}

#[test]
fn a_service_with_unsupported_authentication() {
    let text = model("        \"example#Op\": {\"type\": \"operation\"}");
    let traits = "\"smithy.api#httpDigestAuth\": {}, \"aws.protocols#restJson1\"";
    assert_snapshot!(said(&[("case.json", &text.replace("\"aws.protocols#restJson1\"", traits))]));
}
