//! Generated code of one shape: a snapshot for each shape type and each constraint. `tests/golden` contains complete
//! crates.

use insta::assert_snapshot;
use whitesmith_codegen::config::ServiceConfig;

use crate::{config, generate, read};

/// Code of the shape `example#Thing`, given as JSON, if a member of an input targets it.
fn code(thing: &str) -> String {
    code_of_member(thing, "{}")
}

/// The same with traits on the member.
fn code_of_member(thing: &str, traits: &str) -> String {
    let model = format!(
        r#"{{
            "smithy": "2.0",
            "shapes": {{
                "example#S": {{
                    "type": "service", "version": "1", "operations": [{{"target": "example#Op"}}],
                    "traits": {{"aws.protocols#restJson1": {{}}}}
                }},
                "example#Op": {{
                    "type": "operation", "input": {{"target": "example#OpInput"}},
                    "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/op"}}}}
                }},
                "example#OpInput": {{
                    "type": "structure", "members": {{"value": {{"target": "example#Thing", "traits": {traits}}}}}
                }},
                "example#Thing": {thing}
            }}
        }}"#
    );
    let (files, diagnostics, _) = generate(&[("case.json", &model)], &config("example#S"));
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let files = files.expect("a valid model");
    let mut out = String::new();
    for name in ["types.rs", "schema.rs"] {
        let file = files.iter().find(|file| file.path.ends_with(name)).expect("the file is generated");
        out.extend(["// ", name, "\n"]);
        // Blank lines separate items. Those of the operation and the service are omitted.
        for item in file.text.split("\n\n").filter(|item| is_of_interest(item)) {
            out.push_str(item.trim_matches('\n'));
            out.push_str("\n\n");
        }
    }
    out
}

fn is_of_interest(item: &str) -> bool {
    let head: Vec<&str> = item.lines().filter(|line| !line.starts_with("    ")).collect();
    let head = head.join("\n");
    // Setters refer to the field.
    let is_setter = item.contains("](Thing::");
    let member = item.contains("pub value:") || item.contains("member!(\"value\"");
    (head.to_lowercase().contains("thing") || item.contains(" Thing") || is_setter || member)
        && !head.starts_with("//!")
}

/// One test and its snapshot for each row.
macro_rules! shapes {
    ($($(#[$meta:meta])* $name:ident: $thing:expr;)*) => {
        $($(#[$meta])* #[test] fn $name() { assert_snapshot!(code($thing)); })*
    };
}

shapes! {
    a_string: r#"{"type": "string"}"#;
    a_blob: r#"{"type": "blob"}"#;
    a_boolean: r#"{"type": "boolean"}"#;
    an_integer: r#"{"type": "integer"}"#;
    a_big_decimal: r#"{"type": "bigDecimal"}"#;
    a_timestamp: r#"{"type": "timestamp", "traits": {"smithy.api#timestampFormat": "http-date"}}"#;
    a_document: r#"{"type": "document"}"#;
    an_enum: r#"{"type": "enum", "members": {"GOOD": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "good"}}, "BAD": {"target": "smithy.api#Unit"}}}"#;
    an_int_enum: r#"{"type": "intEnum", "members": {"LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}}"#;
    a_list: r#"{"type": "list", "member": {"target": "smithy.api#String"}}"#;
    a_sparse_list: r#"{"type": "list", "member": {"target": "smithy.api#Integer"}, "traits": {"smithy.api#sparse": {}}}"#;
    a_map: r#"{"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#Long"}}"#;
    a_structure: r#"{"type": "structure", "members": {"id": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}}, "self": {"target": "example#Thing"}}}"#;
    a_union: r#"{"type": "union", "members": {"text": {"target": "smithy.api#String"}, "nothing": {"target": "smithy.api#Unit"}}}"#;
    a_string_of_some_length: r#"{"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": 64}}}"#;
    a_blob_of_some_length: r#"{"type": "blob", "traits": {"smithy.api#length": {"max": 64}}}"#;
    a_list_of_some_length: r#"{"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#length": {"min": 1}}}"#;
    a_map_of_some_length: r#"{"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}, "traits": {"smithy.api#length": {"max": 2}}}"#;
    a_list_of_unique_items: r#"{"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#uniqueItems": {}}}"#;
    an_integer_in_a_range: r#"{"type": "integer", "traits": {"smithy.api#range": {"min": 1, "max": 25}}}"#;
    a_float_in_a_range: r#"{"type": "float", "traits": {"smithy.api#range": {"min": 0.5}}}"#;
    a_pattern_of_steps: r#"{"type": "string", "traits": {"smithy.api#pattern": "^wf-[0-9a-f]{4}(:[0-9]+)?$"}}"#;
    a_pattern_of_searches: r#"{"type": "string", "traits": {"smithy.api#pattern": "^(?=.*[a-z])[a-z0-9]+$"}}"#;
    a_sensitive_string: r#"{"type": "string", "traits": {"smithy.api#sensitive": {}}}"#;
}

#[test]
fn a_required_member() {
    assert_snapshot!(code_of_member(r#"{"type": "string"}"#, r#"{"smithy.api#required": {}}"#));
}

#[test]
fn a_member_with_a_default() {
    assert_snapshot!(code_of_member(r#"{"type": "integer"}"#, r#"{"smithy.api#default": 7}"#));
}

#[test]
fn a_deprecated_member() {
    assert_snapshot!(code_of_member(
        r#"{"type": "boolean"}"#,
        r#"{"smithy.api#deprecated": {"since": "2.0", "message": "Use `other`,\n  or none."}}"#
    ));
}

#[test]
fn types_of_an_exhaustive_service_are_matched_without_a_wildcard() {
    let model = read("tests/cases/evolution_new.smithy");
    let config = ServiceConfig { exhaustive: true, ..config("example.evolution#Payments") };
    let is_open = |config: &ServiceConfig| {
        let files = generate(&[("case.smithy", &model)], config).0.expect("a valid model");
        files.iter().map(|file| file.text.matches("#[non_exhaustive]").count()).sum::<usize>()
    };
    assert_eq!(is_open(&config), 0);
    // Each type, and each error enum.
    assert_eq!(is_open(&ServiceConfig { exhaustive: false, ..config }), 13);
}

#[test]
fn a_waiter() {
    let model = r#"$version: "2.0"
namespace example

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service S { version: "1", operations: [Op] }

@http(method: "GET", uri: "/x")
@readonly
@waitable(
    ThingReady: {
        documentation: "Waits until the thing is ready."
        minDelay: 5
        acceptors: [
            { state: "success", matcher: { output: { path: "things[].state", comparator: "allStringEquals", expected: "READY" } } }
            { state: "failure", matcher: { output: { path: "length(things) > `9`", comparator: "booleanEquals", expected: "true" } }, message: "why" }
            { state: "retry", matcher: { errorType: "Busy" } }
        ]
    }
)
operation Op { output := { things: Things, why: String }, errors: [Busy] }

list Things { member: Thing }
structure Thing { state: String }
@error("client") structure Busy {}
"#;
    let (files, diagnostics, _) = generate(&[("case.smithy", model)], &config("example#S"));
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let files = files.expect("a valid model");
    let text = |name: &str| &files.iter().find(|file| file.path.ends_with(name)).expect("the file is generated").text;
    let method = text("client.rs").split("\n\n").find(|item| item.contains("fn wait_until_")).expect("the method");
    assert_snapshot!(format!("{method}\n\n{}", text("waiters.rs")));
}
