//! Text of models stays text in generated code, also if it looks like a placeholder that the formatter uses.

use whitesmith_codegen::emit::File;

use crate::{config, generate};

fn files(model: &str) -> Vec<File> {
    let (files, diagnostics, _) = generate(&[("case.smithy", model)], &config("example#S"));
    files.unwrap_or_else(|| panic!("{diagnostics:#?}"))
}

/// A model whose items are too wide for a line, so that the formatter prints them. It has a text of its user in
/// documentation, messages, values, defaults, patterns and names of members.
const MODEL: &str = r#"
$version: "2"
namespace example
use aws.protocols#restJson1
use smithy.waiters#waitable
/// TEXT
@restJson1
@title("TEXT")
@deprecated(message: "TEXT", since: "TEXT")
service S { version: "1", operations: [AccountOfTheInspectionLONG] }
/// TEXT
@deprecated(message: "TEXT")
@http(method: "POST", uri: "/TEXT")
@examples([{
    title: "TEXT"
    documentation: "TEXT"
    input: { report: { sites: ["TEXT"], NAME: "TEXT" }, kind: "TEXT" }
}])
@waitable(Done: { documentation: "TEXT", acceptors: [
    { state: "success", matcher: { output: { path: "text", expected: "TEXT", comparator: "stringEquals" } } }
]})
operation AccountOfTheInspectionLONG { input := { report: ReportLONG, kind: KindLONG, number: NumberLONG }
    output := { text: TextLONG }
    errors: [RefusedLONG] }
/// TEXT
@deprecated(message: "TEXT")
structure ReportLONG {
    /// TEXT
    @deprecated(message: "TEXT", since: "TEXT")
    @required
    sites: SitesLONG
    /// TEXT
    @jsonName("TEXT")
    NAME: TextLONG = "TEXT"
    part: PartLONG
    parts: Parts
}
/// TEXT
@length(max: 8)
list SitesLONG { member: String }
map Parts { key: TextLONG, value: PartLONG }
/// TEXT
@pattern("^(TEXT|other)$")
string TextLONG
/// TEXT
enum KindLONG {
    /// TEXT
    @deprecated(message: "TEXT")
    NAME = "TEXT"
    OTHER = "TEXT0"
}
/// TEXT
intEnum NumberLONG {
    /// TEXT
    NAME = 1
}
/// TEXT
union PartLONG {
    /// TEXT
    NAME: TextLONG
    /// TEXT
    @deprecated(message: "TEXT")
    report: ReportLONG
}
/// TEXT
@error("client")
structure RefusedLONG {
    /// TEXT
    NAME: TextLONG
}
"#;

/// The model with this text.
fn model(text: &str) -> String {
    MODEL.replace("LONG", &"OfAllSites".repeat(9)).replace("TEXT", text)
}

#[test]
fn text_that_looks_like_a_placeholder_of_code_stays_text() {
    // As wide.
    let other = "__hope_0_";
    for text in ["__hole_0_", "__hole_1_", "__hole_7_"] {
        let expected = files(&model(other).replace("NAME", "__hope_0_"));
        let found = files(&model(text).replace("NAME", "__hole_0_"));
        assert_eq!(expected.len(), found.len());
        for (expected, found) in expected.iter().zip(&found) {
            let mut unlike = expected.text.lines().zip(found.text.lines()).filter(|(expected, found)| {
                !found.contains("hole") && !found.contains("HOLE") && !found.contains("Hole") && expected != found
            });
            assert_eq!(unlike.next(), None, "{}", expected.path);
            assert_eq!(expected.text.matches("hope_").count(), found.text.matches("hole_").count(), "{}", found.path);
        }
    }
}

#[test]
fn documentation_cannot_leave_its_comment() {
    let hostile = ":bool}pub/**/fn/**/intruder(){}pub/**/struct/**/__hole_0_;pub/**/struct/**/Intruder{";
    for marker in ["__hole_0_", "__hole_1_", "__hole1_0_", "__hole_0_ __hole_1_ __hole1_0_ __hole2_0_"] {
        let line = format!("{}{marker}{hostile}", "p".repeat(110));
        for file in files(&documented(&line)) {
            for line in file.text.lines().filter(|line| line.contains("ntruder")) {
                assert!(line.trim_start().starts_with("///"), "{}: {line}", file.path);
            }
            assert!(syn::parse_file(&file.text).is_ok(), "{}", file.path);
        }
    }
}

/// A model with this documentation at a member of a structure whose name is wider than a line.
fn documented(line: &str) -> String {
    let name = "QuarterlyReport".repeat(7);
    format!(
        "$version: \"2\"\nnamespace example\n@aws.protocols#restJson1 service S {{ operations: [Op] }}\n\
         @http(method: \"POST\", uri: \"/\") operation Op {{ input := {{ report: {name} }} }}\n\
         structure {name} {{\n/// {line}\n@required\nbool: Boolean\n}}\n"
    )
}

#[test]
fn names_on_the_wire_that_look_like_short_strings_of_the_formatter_stay_in_their_order() {
    let long = "L".repeat(130);
    for number in 0..3 {
        let place = format!("{number:_<38}");
        let files = files(&format!(
            "$version: \"2\"\nnamespace example\n@aws.protocols#restJson1 service S {{ operations: [Op] }}\n\
             @http(method: \"POST\", uri: \"/\") operation Op {{ input := {{\n\
             @jsonName(\"{place}\") a: String\n@jsonName(\"{long}\") b: String }} }}\n"
        ));
        let schema = files.iter().find(|file| file.path.ends_with("schema.rs")).expect("a schema");
        let code = schema.text.split_whitespace().collect::<String>();
        for name in [&place, &long] {
            let call = format!("json_name(\"{name}\",\"\\\"{name}\\\":\"");
            assert_eq!(code.matches(&call).count(), 1, "{call}: {}", schema.text);
        }
    }
}
