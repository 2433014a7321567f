//! Models that the reference implementation accepts or rejects for reasons that the specification does not give.

use crate::recovery::{events, idl, json};

#[test]
fn statuses_of_errors_are_read_as_integers() {
    let error = |status: &str| idl(&format!("@error(\"client\")\n@httpError({status})\nstructure E {{}}\n"));
    assert_eq!(error("404.5"), [""; 0]);
    assert_eq!(error("404e0"), [""; 0]);
    // Not a status.
    assert_eq!(error("1.5"), ["DANGER HttpResponseCodeSemantics example#E"]);
    assert_eq!(error("99999999999"), ["DANGER HttpResponseCodeSemantics example#E"]);
    assert_eq!(error("\"404\""), ["ERROR Model example#E"]);
}

#[test]
fn messages_of_waiters_are_strings_in_a_sample_of_the_output() {
    let waiter = |message: &str| {
        let failure = format!("{{ state: \"failure\", matcher: {{ success: false }}, message: \"{message}\" }}");
        idl(&format!(
            "list Parts {{\n    member: Part\n}}\nstructure Part {{\n    note: String\n    notes: Notes\n}}\n\
             list Notes {{\n    member: String\n}}\n\
             @smithy.waiters#waitable(Done: {{ acceptors: [{{ state: \"success\", matcher: {{ success: true }} }} {failure}] }})\n\
             operation Op {{\n    output := {{\n        parts: Parts\n        notes: Notes\n    }}\n}}\n"
        ))
    };
    let rejected = ["ERROR WaitableTrait example#Op"];
    for message in [
        "parts",
        "parts[].note",
        "parts[?note == 'a'].note",
        "parts[].notes[]",
        "notes[]",
        "notes[*]",
        "notes[1:]",
        "notes[?@ != 'a']",
        "sort(notes)",
        "map(&note, parts)",
        // In a sample of the output, no element passes.
        "parts[?note == 'a'].note | @",
    ] {
        assert_eq!(waiter(message), rejected, "{message}");
    }
    for message in [
        "notes",
        "notes[0]",
        "parts[0].note",
        "parts[].note | @",
        "parts[].note | [0]",
        "parts[].notes[] | @",
        "parts[?note != 'a'].note | @",
        "parts[?note != 'a'] | [0].note",
        "join(', ', parts[?note == 'a'].note)",
        "notes[0] || 'x'",
    ] {
        assert_eq!(waiter(message), [""; 0], "{message}");
    }
}

#[test]
fn functions_of_decision_diagrams_exist() {
    let diagram = |function: &str| {
        idl(&format!(
            "@suppress([\"UnstableTrait\"])\n@smithy.rules#endpointBdd(\n    version: \"1.1\"\n    parameters: {{}}\n    \
             conditions: [{{ fn: \"{function}\", argv: [true, true] }}]\n    results: []\n    root: 1\n    nodeCount: 1\n    \
             nodes: \"/////wAAAAH/////\"\n)\nservice S {{}}\n"
        ))
    };
    assert_eq!(diagram("booleanEqual"), ["ERROR Model example#S"]);
    assert!(!diagram("booleanEquals").iter().any(|event| event.starts_with("ERROR")));
}

#[test]
fn client_parameters_have_a_type_and_endpoints_of_tests_a_url() {
    let service =
        |value: &str| idl(&format!("@suppress([\"UnstableTrait\"])\n@smithy.rules#{value}\nservice S {{}}\n"));
    assert_eq!(service("clientContextParams(A: { type: \"number\" })"), ["ERROR Model example#S"]);
    assert_eq!(service("clientContextParams(A: { type: \"integer\" })"), ["ERROR TraitValue example#S"]);
    let tests = "endpointTests(version: \"1.0\", testCases: [{ expect: { endpoint: {} } }])";
    assert_eq!(service(tests), ["ERROR Model example#S"]);
}

#[test]
fn protocols_of_test_cases_are_absolute_shape_ids() {
    let case = |protocol: &str| {
        idl(&format!(
            "@smithy.test#httpRequestTests([{{ id: \"A\", protocol: \"{protocol}\", method: \"GET\", uri: \"/\" }}])\n\
             @http(method: \"GET\", uri: \"/\")\n@readonly\noperation A {{}}\n"
        ))
    };
    assert_eq!(case("restJson1"), ["ERROR Model example#A"]);
    assert_eq!(case("application/json"), ["ERROR Model example#A"]);
}

#[test]
fn pointers_of_breaking_changes_start_with_a_slash() {
    let path = |path: &str| {
        idl(&format!(
            "@trait(breakingChanges: [{{ path: \"{path}\", change: \"any\" }}])\nstructure t {{\n    a: String\n}}\n"
        ))
    };
    assert_eq!(path("a"), ["ERROR Model example#t"]);
    assert_eq!(path("/b"), ["ERROR TraitBreakingChanges example#t"]);
    assert_eq!(path("/a"), [""; 0]);
}

#[test]
fn renamed_shapes_have_their_namespace() {
    let rename = |id: &str| {
        idl(&format!(
            "service S {{\n    version: \"1\"\n    operations: [A]\n    rename: {{ \"{id}\": \"C\" }}\n}}\noperation A {{\n    \
             input := {{\n        b: B\n    }}\n}}\nstructure B {{}}\n"
        ))
    };
    assert_eq!(rename("B"), ["ERROR Model -"]);
    assert_eq!(rename("example#B"), [""; 0]);
}

#[test]
fn warnings_about_sets_are_left_out_if_there_are_errors() {
    let set = |target: &str| {
        events("case.smithy", &format!("$version: \"1.0\"\nnamespace example\nset A {{\n    member: {target}\n}}\n"))
    };
    assert_eq!(set("String"), ["WARNING ModelDeprecation example#A"]);
    assert_eq!(set("Float"), ["ERROR TraitTarget example#A"]);
    assert_eq!(set("required"), ["ERROR Target example#A$member"]);
}

#[test]
fn metadata_needs_no_version() {
    let validator = r#"{"metadata": {"validators": [{"name": "EmitEachSelector", "id": "A"}]}}"#;
    assert_eq!(events("case.json", validator), ["ERROR Model -"]);
    assert_eq!(events("case.json", r#"{"shapes": {"a.b#C": {"type": "strin"}}}"#), [""; 0]);
}

#[test]
fn equal_members_of_a_json_object_are_one() {
    let shape = |traits: &str| json(&format!(r#""a.b#C": {{"type": "string", "traits": {{{traits}}}}}"#));
    assert_eq!(shape(r#""smithy.api#since": "1", "smithy.api#since": "1""#), [""; 0]);
    assert_eq!(shape(r#""smithy.api#since": "1", "smithy.api#since": "2""#), ["WARNING Model -"]);
}

/// Of the required parts, the reference implementation reads only some when it loads a model. If one of these is
/// missing, that is an error of loading, which hides other findings.
#[test]
fn requests_and_responses_of_malformed_request_tests_are_read_without_uri_and_code() {
    let test = |request: &str, response: &str| {
        let case = format!("id: \"AA\", protocol: restJson1, request: {{ {request} }}, response: {{ {response} }}");
        let shapes = format!(
            "use aws.protocols#restJson1\nuse smithy.test#httpMalformedRequestTests\n\
             @httpMalformedRequestTests([{{ {case} }}])\noperation A {{}}\n"
        );
        let mut events = idl(&shapes);
        events.retain(|event| !event.starts_with("WARNING UnstableTrait"));
        events
    };
    assert_eq!(test("method: \"GET\", uri: \"/\"", "code: 400"), [""; 0]);
    let invalid = ["ERROR TraitValue example#A"];
    assert_eq!(test("method: \"GET\"", "code: 400"), invalid);
    assert_eq!(test("method: \"GET\", uri: \"/\"", ""), invalid);
    let unreadable = ["ERROR Model example#A"];
    assert_eq!(test("uri: \"/\"", "code: 400"), unreadable);
    assert_eq!(test("method: \"GET\", uri: \"/\", headers: { a: 1 }", "code: 400"), unreadable);
    assert_eq!(test("method: \"GET\", uri: \"/\"", "code: \"400\""), unreadable);
    assert_eq!(test("method: \"GET\", uri: \"/\"", "code: 400, headers: { a: 1 }"), unreadable);
}
