//! Text of models in generated code: deprecation messages, patterns, and characters that change the direction of text.

use whitesmith_codegen::emit::File;

use crate::{config, generate};

fn files(model: &str) -> Vec<File> {
    let (files, diagnostics, _) = generate(&[("case.smithy", model)], &config("example#S"));
    files.unwrap_or_else(|| panic!("{diagnostics:#?}"))
}

/// How often a text occurs in a file.
fn count(files: &[File], file: &str, text: &str) -> usize {
    let file = files.iter().find(|found| found.path.ends_with(file)).expect("a generated file");
    file.text.matches(text).count()
}

#[test]
fn each_deprecation_message_is_at_each_item_of_its_shape() {
    let files = files(
        r#"
$version: "2"
namespace example
use aws.protocols#awsJson1_0
@awsJson1_0
@deprecated(message: "old service")
service S { version: "1", operations: [Op] }
@deprecated(message: "old operation")
operation Op { input: OpInput, errors: [Bad] }
structure OpInput {
    @deprecated(message: "old field") field: String
    @deprecated(message: "old list") list: Strings
    @deprecated(message: "old map") map: StringMap
    structure: Structure
    union: Union
    enum: Enum
    intEnum: IntEnum
    text: Text
    number: Number
    texts: Texts
}
list Strings { member: String }
map StringMap { key: String, value: String }
@deprecated(message: "old structure") structure Structure {}
@deprecated(message: "old union") union Union { @deprecated(message: "old variant") a: String, b: Integer }
@deprecated(message: "old enum") enum Enum { @deprecated(message: "old value") A, B }
@deprecated(message: "old intEnum") intEnum IntEnum {
    @deprecated(message: "old number") A = 1
    B = 2
}
@deprecated(message: "old text") @length(max: 3) string Text
@deprecated(message: "old range") @range(max: 3) integer Number
@deprecated(message: "old texts") @length(max: 3) list Texts { member: String }
@deprecated(message: "old error") @error("client") structure Bad {}
"#,
    );
    let note = |message: &str| format!("#[deprecated(note = \"{message}\")]");
    // A member has a field and two setters.
    for message in ["old field", "old list", "old map"] {
        assert_eq!(count(&files, "types.rs", &note(message)), 3, "{message}");
    }
    for message in [
        "old structure",
        "old union",
        "old variant",
        "old enum",
        "old value",
        "old intEnum",
        "old number",
        "old text",
        "old range",
        "old texts",
        "old error",
    ] {
        assert_eq!(count(&files, "types.rs", &note(message)), 1, "{message}");
    }
    assert_eq!(count(&files, "client.rs", &note("old operation")), 1);
    assert_eq!(count(&files, "server.rs", &note("old operation")), 1);
    assert_eq!(count(&files, "client.rs", &note("old service")), 1);
}

#[test]
fn characters_that_change_the_direction_of_text_are_escaped_everywhere() {
    let files = files(
        &r#"
$version: "2"
namespace example
use aws.protocols#awsJson1_0
use smithy.waiters#waitable
/// service RLO docs
@awsJson1_0
@title("title RLO")
service S { version: "1 RLO", operations: [Op] }
/// operation RLO docs
@examples([{title: "example RLO", documentation: "RLO", input: {text: "RLO"}}])
@waitable(Done: {documentation: "waiter RLO", acceptors: [
    {state: "success", matcher: {output: {path: "text", expected: "RLO", comparator: "stringEquals"}}}
]})
operation Op { input: OpInput, output: OpOutput }
structure OpInput {
    /// member RLO docs
    @deprecated(message: "note RLO", since: "1 RLO")
    @jsonName("textRLO") text: String = "default RLO"
    map: Enum
}
structure OpOutput { text: Text }
/// text RLO docs
@pattern("^[aRLO]+$") string Text
/// enum RLO docs
enum Enum {
    /// value RLO docs
    A = "aRLO"
}
"#
        .replace("RLO", "\u{202e}"),
    );
    let is_bidi = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    for file in &files {
        assert!(!file.text.contains(is_bidi), "{}: {}", file.path, file.text);
    }
    // The values are still those of the model.
    assert_eq!(count(&files, "types.rs", r#"A = "a\u{202e}""#), 1);
    assert_eq!(count(&files, "types.rs", r#"PATTERN: &'static str = "^[a\u{202e}]+$""#), 1);
    assert_eq!(count(&files, "schema.rs", r#"default \u{202e}"#), 1);
}

#[test]
fn invisible_characters_of_values_are_escaped() {
    let model = r#"
$version: "2"
namespace example
use aws.protocols#awsJson1_0
use smithy.rules#clientContextParams
use smithy.rules#endpointRuleSet
@awsJson1_0
@clientContextParams(Place: { type: "string", documentation: "d" })
@endpointRuleSet({
    version: "1.0"
    parameters: { Place: { type: "string", documentation: "d", required: true, default: "homeHID" } }
    rules: [
        {
            conditions: [{ fn: "stringEquals", argv: [{ ref: "Place" }, "awayHID"] }]
            type: "error"
            error: "noneHID"
        }
        { conditions: [], type: "endpoint", endpoint: { url: "https://hostHID" } }
    ]
})
service S { version: "1HID", operations: [Op] }
operation Op { input: OpInput }
structure OpInput {
    code: Code
    kind: Kind
    nameless: Nameless
    @deprecated(message: "oldHID", since: "1HID") @jsonName("wireHID") wire: String = "textHID"
}
/// DocumentationSEP of a code
@pattern("^\\dHID$") string Code
enum Kind {
    A = "a"
    B = "aHID"
}
@enum([{value: "a"}, {value: "aHID"}])
string Nameless
"#;
    for hidden in ['\u{200b}', '\u{2028}', '\u{3164}', '\u{ffa0}', '\u{feff}', '\u{e0041}'] {
        let files = files(&model.replace("HID", &hidden.to_string()).replace("SEP", "\u{2028}"));
        for file in &files {
            assert!(!file.text.contains([hidden, '\u{2028}']), "{}: {}", file.path, file.text);
        }
        let shown = hidden.escape_unicode();
        assert_eq!(count(&files, "types.rs", &format!(r#"PATTERN: &'static str = "^\\d{shown}$""#)), 1);
        assert_eq!(count(&files, "types.rs", &format!(r#"B = "a{shown}""#)), 1);
        assert_ne!(count(&files, "schema.rs", &format!("host{shown}")), 0);
    }
}

#[test]
fn the_pattern_or_format_of_a_member_takes_the_place_of_those_of_its_target() {
    for (target, member, pattern) in [
        ("@pattern(\"^.+$\")", "@alloy#yearMonthFormat", r"^\d{4}-(?:0[1-9]|1[0-2])$"),
        ("@alloy#dateFormat", "@pattern(\"^2024-\")", "^2024-"),
        ("@alloy#uuidFormat @alloy#dateFormat", "@alloy#yearMonthFormat", r"^\d{4}-(?:0[1-9]|1[0-2])$"),
    ] {
        let model = format!(
            "$version: \"2\"\nnamespace example\n@smithy.protocols#rpcv2Cbor\nservice S {{ operations: [Op] }}\n\
             operation Op {{ input := {{ {member} day: Text }} }}\n{target} string Text\n"
        );
        let files = files(&model);
        let raw = if pattern.contains('\\') { "r" } else { "" };
        let constant = format!("PATTERN: &'static str = {raw}\"{pattern}\"");
        assert_eq!(count(&files, "types.rs", &constant), 1, "{target} {member}");
        let summary = format!("Pattern `{pattern}`.");
        assert!(count(&files, "types.rs", &summary) > 0, "{target} {member}: {summary}");
    }
}
