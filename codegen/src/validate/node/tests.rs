//! Tests. Each checks one behavior.

use super::{Blobs, NodeChecker, Nulls, Options, Subject, Timestamps};
use crate::diagnostic::Severity;
use crate::load::assemble;
use crate::model::graph::Graph;
use crate::source::{SourceMap, Span};

const SHAPES: &str = "$version: \"2\"\nnamespace example\n\
    structure All { @required id: Name\n note: String\n date: Day\n at: Timestamp\n @timestampFormat(\"http-date\") day: Timestamp\n \
    body: Blob\n count: Count\n kind: Kind\n either: Either\n names: Names\n table: Table\n ratio: Float }\n\
    @length(min: 2)\nstring Name\n@range(min: 1)\ninteger Count\nintEnum Kind { ONE = 1\n }\n\
    union Either { a: String, b: Count }\nlist Names { member: Name }\n\
    @alloy#dateFormat\nstring Day\nmap Table { key: Name, value: Count }\n";

/// Findings about a value of `example#All`: first letter of the severity, kind, message.
fn found(value: &str, options: Options) -> Vec<String> {
    let mut sources = SourceMap::default();
    sources.add("shapes.smithy", SHAPES.to_owned());
    let (model, diagnostics) = assemble(&sources);
    assert_eq!(diagnostics, []);
    let graph = Graph::new(&model);
    let value = crate::syntax::json::parse(sources.add("value.json", value.to_owned()), value).expect("JSON");
    let shape = model.shape_named("example#All").expect("the shape");
    let mut found = Vec::new();
    let subject = Subject { event: "E", shape: &shape.id, context: "", span: Span::NONE };
    NodeChecker::new(&graph).shape(shape, &value, subject, options, &mut found);
    found.iter().map(|one| format!("{} {} {}", one.severity.name(), one.id, one.message)).collect()
}

#[test]
fn paths_lead_to_the_value_that_is_wrong() {
    let value = r#"{"id": "ab", "names": ["xy", "z"], "table": {"k": 0}, "either": {"c": 1}}"#;
    assert_eq!(
        found(value, Options::default()),
        [
            "ERROR E names.1: String value provided for `example#Name` must be >= 2 characters, but the provided value \
             is only 1 characters.",
            "ERROR E table.k (map-key): String value provided for `example#Name` must be >= 2 characters, but the \
             provided value is only 1 characters.",
            "ERROR E.Target.InvalidRange table.k: Value provided for `example#Count` must be greater than or equal to \
             1, but found 0",
            "ERROR E.UnknownMember.example#Either.c either: Member `c` does not exist in `example#Either`",
        ]
    );
}

#[test]
fn values_match_the_pattern_of_their_format() {
    assert_eq!(found(r#"{"id": "ab", "date": "2024-02-29"}"#, Options::default()), [""; 0]);
    let wrong = found(r#"{"id": "ab", "date": "today"}"#, Options::default());
    assert!(
        matches!(&*wrong, [one] if one.starts_with("ERROR E date: ") && one.contains("`example#Day`")),
        "{wrong:?}"
    );
}

#[test]
fn violations_of_constraints_have_the_configured_severity() {
    let constraints = Options { constraints: Severity::Warning, ..Options::default() };
    let zero = Options { zero_out_of_range: Severity::Warning, ..Options::default() };
    assert!(found(r#"{"names": ["x"], "count": 0}"#, constraints).iter().all(|one| one.starts_with("WARNING")));
    let severities = |value: &str| found(value, zero).iter().map(|one| one.starts_with("WARNING")).collect::<Vec<_>>();
    assert_eq!(severities(r#"{"id": "ab", "count": 0}"#), [true]);
    assert_eq!(severities(r#"{"id": "ab", "count": -1}"#), [false]);
}

#[test]
fn null_is_a_value_where_it_is_allowed() {
    let allowed = Options { nulls: Nulls::Allowed, ..Options::default() };
    let value = r#"{"id": "ab", "note": null, "at": null, "day": null, "count": null}"#;
    assert_eq!(found(value, allowed), [] as [&str; 0]);
    assert_eq!(found(value, Options::default()).len(), 4);
    let wanted = ["ERROR E id: Required structure member `id` for `example#All` cannot be null"];
    assert_eq!(found(r#"{"id": null}"#, allowed), wanted);
    let wanted = ["ERROR E names.0: Non-sparse list shape `example#Names` cannot contain null values"];
    assert_eq!(found(r#"{"id": "ab", "names": [null]}"#, allowed), wanted);
}

#[test]
fn timestamps_and_blobs_have_the_configured_format() {
    let seconds = Options { timestamps: Timestamps::EpochSeconds, ..Options::default() };
    let day = r#"{"id": "ab", "day": "Thu, 01 Jan 1970 00:00:00 GMT", "at": "1970-01-01T00:00:00Z"}"#;
    assert_eq!(found(day, Options::default()), [] as [&str; 0]);
    assert_eq!(found(day, seconds).len(), 2);
    assert_eq!(found(r#"{"id": "ab", "day": 1.5, "at": 0}"#, seconds), [] as [&str; 0]);
    assert_eq!(found(r#"{"id": "ab", "day": 1.5, "at": 0}"#, Options::default()).len(), 1);
    let base64 = Options { blobs: Blobs::Base64, ..Options::default() };
    assert_eq!(found(r#"{"id": "ab", "body": "any?"}"#, Options::default()), [] as [&str; 0]);
    assert_eq!(
        found(r#"{"id": "ab", "body": "any?"}"#, base64),
        ["ERROR E body: Blob value must be a valid base64 string"]
    );
    assert_eq!(found(r#"{"id": "ab", "body": "YW55Pw=="}"#, base64), [] as [&str; 0]);
}

#[test]
fn numbers_are_of_their_type() {
    let value = |value: &str| found(&format!(r#"{{"id": "ab", {value}}}"#), Options::default());
    assert_eq!(
        value("\"count\": 3000000000"),
        ["ERROR E count: integer value must be < 2147483647, but found 3000000000"]
    );
    assert_eq!(value("\"kind\": 2").len(), 1);
    assert_eq!(value("\"ratio\": \"NaN\""), [] as [&str; 0]);
    assert_eq!(value("\"ratio\": \"nan\"").len(), 1);
    assert_eq!(value("\"either\": {\"a\": \"x\", \"b\": 1}").len(), 1);
}
