//! Diagnostics of rules for traits outside `smithy.api`: one model for each family.

use std::fmt::Write as _;

use insta::assert_snapshot;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;

/// Diagnostics of a file of `tests/cases/rules`, by line, whose IDs start with one of the prefixes. Other families have
/// cases of their own.
fn found(files: &[&str], wanted: &[&str]) -> String {
    let mut sources = SourceMap::default();
    for file in files {
        sources.add(*file, super::read(&format!("tests/cases/rules/{file}")));
    }
    let (_, diagnostics) = pipeline::model(&sources);
    let mut lines: Vec<(usize, String)> = Vec::new();
    for found in diagnostics.iter().filter(|found| wanted.iter().any(|id| found.id.starts_with(id))) {
        let place = found.labels.first().and_then(|label| Some((sources.get(label.span.source)?, label.span.start)));
        let line = place.map_or(0, |(file, start)| file.line_column(start).0);
        let shape = found.shape.as_ref().map_or("-", |shape| shape.as_str());
        lines.push((line, format!("{} {}\n     {shape}: {}", found.severity.name(), found.id, found.message)));
    }
    lines.sort();
    lines.iter().fold(String::new(), |mut out, (line, text)| {
        let _ = writeln!(out, "{line:>4} {text}");
        out
    })
}

#[test]
fn waiters() {
    assert_snapshot!(found(&["waiters.smithy"], &["Waitable", "UniqueWaiterNames"]));
}

#[test]
fn linters() {
    let wanted = [
        "AbbreviationName",
        "CamelCase",
        "HasResource",
        "InputOutputStructureReuse",
        "Missing",
        "Model",
        "NoninclusiveTerms",
        "RepeatedShapeName",
        "ReservedWords",
        "ShouldHaveUsedTimestamp",
        "SmallStrings",
        "StandardOperationVerb",
        "UnknownValidator",
    ];
    assert_snapshot!(found(&["linters.smithy"], &wanted));
}

#[test]
fn protocol_test_cases() {
    let wanted = [
        "HttpMalformed",
        "HttpRequestTests",
        "HttpResponseTests",
        "Model",
        "SyntacticShapeIdTarget",
        "TraitValue",
        "UniqueProtocolTestCaseId",
    ];
    assert_snapshot!(found(&["protocol_tests.smithy"], &wanted));
}

#[test]
fn aws_traits() {
    let wanted = [
        "Arn",
        "ClientEndpointDiscovery",
        "CloudWatch",
        "ErrorRename",
        "EventSource",
        "HttpChecksum",
        "QueryErrorCode",
        "SdkServiceId",
        "ServiceTagging",
        "SigV4",
        "Tag",
    ];
    assert_snapshot!(found(&["aws.smithy", "aws_other.smithy"], &wanted));
}

#[test]
fn endpoint_rule_sets() {
    let wanted =
        ["Endpoint", "RuleSet", "StaticContextParams", "OperationContextParams", "ContextParam", "ClientContext"];
    assert_snapshot!(found(&["endpoints.smithy"], &wanted));
}
