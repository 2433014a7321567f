//! Consequences of a change of each known trait: the model `harbour`, with and without the trait.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use insta::assert_snapshot;
use whitesmith_codegen::api::ChangeKind;
use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::diff::{Review, Semver};
use whitesmith_codegen::load::assemble;
use whitesmith_codegen::model::Model;
use whitesmith_codegen::traits::{Known, TraitEffect};

use crate::{read, sources};

/// A trait, and two edits of the model that apply it, with different values; the second is empty if the trait has no
/// other. Edits are targets with traits, or replacements of text (`old => new`), separated by ` & `.
type Case = (&'static str, &'static str, &'static str);

const RULES: &str = r#"apply Harbour @smithy.rules#endpointRuleSet({
    version: "1.0"
    parameters: { Pier: { type: "String", required: true, default: "a", documentation: "A pier." } }
    rules: [{ conditions: [], endpoint: { url: "https://{Pier}.example" }, type: "endpoint" }]
})"#;

const DIAGRAM: &str = r#"Harbour @smithy.rules#endpointBdd(
    version: "1.1"
    parameters: {}
    conditions: []
    results: [{ conditions: [], endpoint: { url: "https://a.example" }, type: "endpoint" }]
    root: 100000001
    nodeCount: 1
    nodes: "/////wAAAAH/////"
)"#;

const CASES: &[Case] = &[
    ("smithy.api#deprecated", "Moor @deprecated", ""),
    ("smithy.api#sensitive", "Name @sensitive", ""),
    ("smithy.api#required", "Ship$depth @required", ""),
    ("smithy.api#default", "Ship$depth @default(1)", "Ship$depth @default(2)"),
    ("smithy.api#addedDefault", "Ship$depth @required @default(1)", "Ship$depth @required @default(1) @addedDefault"),
    ("smithy.api#clientOptional", "Ship$depth @required", "Ship$depth @required @clientOptional"),
    ("smithy.api#box", "Ship$depth @default(1)", "Ship$depth @default(1) @box"),
    ("smithy.api#input", "MoorInput @input", ""),
    ("smithy.api#output", "MoorOutput @output", ""),
    ("smithy.api#sparse", "Names @sparse", ""),
    ("smithy.api#length", "Name @length(max: 3)", "Name @length(max: 2)"),
    ("smithy.api#range", "Ship$depth @range(max: 3)", "Ship$depth @range(max: 4)"),
    ("smithy.api#pattern", "Name @pattern(\"^a\")", "Name @pattern(\"^b\")"),
    ("smithy.api#uniqueItems", "Names @uniqueItems", ""),
    ("smithy.api#enum", "Name @enum([{value: \"a\", name: \"A\"}])", "Name @enum([{value: \"b\", name: \"B\"}])"),
    ("smithy.api#enumValue", "Kind$CARGO @enumValue(\"cargo\")", "Kind$CARGO @enumValue(\"load\")"),
    ("smithy.api#streaming", "@streaming\nblob Content => blob Content", ""),
    ("smithy.api#requiresLength", "Content @requiresLength", ""),
    ("smithy.api#jsonName", "Ship$depth @jsonName(\"d\")", "Ship$depth @jsonName(\"e\")"),
    ("alloy#discriminated", "Cargo @alloy#discriminated(\"kind\")", "Cargo @alloy#discriminated(\"is\")"),
    ("alloy#untagged", "Cargo @alloy#untagged", ""),
    ("alloy#jsonUnknown", "Ship$load @alloy#jsonUnknown", ""),
    ("alloy#openEnum", "Kind @alloy#openEnum", ""),
    ("alloy#nullable", "Ship$depth @alloy#nullable", ""),
    ("smithy.api#http", "\"PUT\", uri => \"POST\", uri", "\"/load\" => \"/loads\""),
    ("smithy.api#httpLabel", "MoorInput$berth @httpLabel @required", ""),
    ("smithy.api#httpQuery", "MoorInput$note @httpQuery(\"n\")", "MoorInput$note @httpQuery(\"m\")"),
    ("smithy.api#httpQueryParams", "MoorInput$params @httpQueryParams", ""),
    ("smithy.api#httpHeader", "MoorInput$note @httpHeader(\"n\")", "MoorInput$note @httpHeader(\"m\")"),
    ("smithy.api#httpPrefixHeaders", "MoorInput$params @httpPrefixHeaders(\"a-\")", ""),
    ("smithy.api#httpPayload", "MoorOutput$ship @httpPayload", ""),
    ("smithy.api#httpResponseCode", "MoorOutput$status @httpResponseCode", ""),
    ("smithy.api#cors", "Harbour @cors", "Harbour @cors(origin: \"https://a.example\")"),
    ("smithy.api#idempotencyToken", "MoorInput$token @idempotencyToken", ""),
    ("smithy.api#endpoint", "Moor @endpoint(hostPrefix: \"a.\")", "Moor @endpoint(hostPrefix: \"b.\")"),
    ("smithy.api#hostLabel", "MoorInput$note @hostLabel @required", ""),
    ("smithy.api#idempotent", "Moor @idempotent", ""),
    ("smithy.api#readonly", "List @readonly", ""),
    ("smithy.api#optionalAuth", "Moor @optionalAuth", ""),
    ("aws.auth#unsignedPayload", "Load @aws.auth#unsignedPayload", ""),
    ("aws.customizations#s3UnwrappedXmlOutput", "List @aws.customizations#s3UnwrappedXmlOutput", ""),
    ("smithy.api#httpChecksumRequired", "Moor @httpChecksumRequired", ""),
    (
        "aws.protocols#httpChecksum",
        "Moor @aws.protocols#httpChecksum(requestAlgorithmMember: \"sum\")",
        "Moor @aws.protocols#httpChecksum(requestAlgorithmMember: \"sum\", requestChecksumRequired: true)",
    ),
    ("smithy.api#requestCompression", "Moor @requestCompression(encodings: [\"gzip\"])", ""),
    ("smithy.api#longPoll", "Moor @longPoll(timeoutMillis: 5000)", "Moor @longPoll(timeoutMillis: 6000)"),
    (
        "smithy.api#paginated",
        "List @paginated(inputToken: \"token\", outputToken: \"next\", items: \"ships\")",
        "List @paginated(inputToken: \"token\", outputToken: \"next\", items: \"boats\", pageSize: \"size\")",
    ),
    (
        "smithy.waiters#waitable",
        "List @smithy.waiters#waitable(Empty: {acceptors: [{state: \"success\", matcher: {success: true}}]})",
        "List @smithy.waiters#waitable(Empty: {acceptors: [{state: \"success\", matcher: {success: false}}]})",
    ),
    ("smithy.api#eventHeader", "Left$name @eventHeader", ""),
    ("smithy.api#eventPayload", "Left$name @eventPayload", ""),
    (
        "smithy.api#timestampFormat",
        "MoorInput$at @timestampFormat(\"http-date\")",
        "MoorInput$at @timestampFormat(\"date-time\")",
    ),
    ("smithy.api#mediaType", "Name @mediaType(\"text/plain\")", ""),
    ("smithy.api#mediaType", "Content @mediaType(\"a/b\")", "Content @mediaType(\"a/c\")"),
    ("aws.auth#sigv4", "Harbour @aws.auth#sigv4(name: \"a\")", "Harbour @aws.auth#sigv4(name: \"b\")"),
    ("aws.auth#sigv4a", "Harbour @aws.auth#sigv4a(name: \"a\")", ""),
    ("aws.api#service", "Harbour @aws.api#service(sdkId: \"A\")", "Harbour @aws.api#service(sdkId: \"B\")"),
    ("smithy.api#xmlName", "Ship$depth @xmlName(\"d\")", "Ship$depth @xmlName(\"e\")"),
    ("smithy.api#xmlAttribute", "Ship$depth @xmlAttribute", ""),
    ("smithy.api#xmlFlattened", "Ship$names @xmlFlattened", ""),
    ("smithy.api#xmlNamespace", "Harbour @xmlNamespace(uri: \"a:b\")", "Harbour @xmlNamespace(uri: \"a:c\")"),
    ("aws.protocols#ec2QueryName", "Ship$depth @aws.protocols#ec2QueryName(\"D\")", ""),
    ("smithy.api#error", "@error(\"client\") => @error(\"server\")", ""),
    ("smithy.api#httpError", "Full @httpError(409)", "Full @httpError(429)"),
    ("smithy.api#retryable", "Full @retryable", "Full @retryable(throttling: true)"),
    ("aws.protocols#awsQueryError", "Full @aws.protocols#awsQueryError(code: \"F\", httpResponseCode: 409)", ""),
    ("smithy.api#auth", "Harbour @auth([httpBearerAuth, httpBasicAuth])", "Moor @auth([httpBearerAuth])"),
    (
        "smithy.api#httpApiKeyAuth",
        "Harbour @httpApiKeyAuth(name: \"key\", in: \"header\")",
        "Harbour @httpApiKeyAuth(name: \"key\", in: \"header\", scheme: \"Key\")",
    ),
    ("smithy.api#httpBasicAuth", "Moor @auth([httpBasicAuth])", "Moor @auth([httpBasicAuth, httpBearerAuth])"),
    ("smithy.api#httpBearerAuth", "Moor @auth([httpBearerAuth])", "Moor @auth([])"),
    ("aws.protocols#awsQueryCompatible", "Harbour @aws.protocols#awsQueryCompatible", ""),
    ("smithy.rules#endpointRuleSet", "RULES & Moor @smithy.rules#staticContextParams(Pier: {value: \"a\"})", ""),
    ("smithy.rules#endpointBdd", DIAGRAM, ""),
    (
        "smithy.rules#contextParam",
        "RULES & MoorInput$note @smithy.rules#contextParam(name: \"Pier\")",
        "RULES & MoorInput$token @smithy.rules#contextParam(name: \"Pier\")",
    ),
    (
        "smithy.rules#staticContextParams",
        "RULES & Moor @smithy.rules#staticContextParams(Pier: {value: \"a\"})",
        "RULES & Moor @smithy.rules#staticContextParams(Pier: {value: \"b\"})",
    ),
    (
        "smithy.rules#operationContextParams",
        "RULES & Moor @smithy.rules#operationContextParams(Pier: {path: \"note\"})",
        "RULES & Moor @smithy.rules#operationContextParams(Pier: {path: \"berth\"})",
    ),
    (
        "smithy.rules#clientContextParams",
        "RULES & Harbour @smithy.rules#clientContextParams(Pier: {type: \"string\", documentation: \"A pier.\"})",
        "RULES & Harbour @smithy.rules#clientContextParams(Pier: {type: \"string\", documentation: \"Another pier.\"})",
    ),
    ("alloy#uuidFormat", "Name @alloy#uuidFormat", ""),
    ("alloy#dateFormat", "Name @alloy#dateFormat", ""),
    ("alloy#localTimeFormat", "Name @alloy#localTimeFormat", ""),
    ("alloy#localDateTimeFormat", "Name @alloy#localDateTimeFormat", ""),
    ("alloy#offsetTimeFormat", "Name @alloy#offsetTimeFormat", ""),
    ("alloy#zonedDateTimeFormat", "Name @alloy#zonedDateTimeFormat", ""),
    ("alloy#zoneIdFormat", "Name @alloy#zoneIdFormat", ""),
    ("alloy#zoneOffsetFormat", "Name @alloy#zoneOffsetFormat", ""),
    ("alloy#yearMonthFormat", "Name @alloy#yearMonthFormat", ""),
    ("alloy#monthDayFormat", "Name @alloy#monthDayFormat", ""),
    ("smithy.protocols#rpcv2Cbor", "Harbour @smithy.protocols#rpcv2Cbor", ""),
    ("smithy.protocols#rpcv2Json", "Harbour @smithy.protocols#rpcv2Json", ""),
    ("aws.protocols#awsJson1_0", "Harbour @aws.protocols#awsJson1_0", ""),
    ("aws.protocols#awsJson1_1", "Harbour @aws.protocols#awsJson1_1", ""),
    ("aws.protocols#restXml", "Harbour @aws.protocols#restXml", ""),
    ("aws.protocols#awsQuery", "Harbour @aws.protocols#awsQuery", ""),
    ("aws.protocols#ec2Query", "Harbour @aws.protocols#ec2Query", ""),
    ("alloy#simpleRestJson", "Harbour @alloy#simpleRestJson", ""),
    ("aws.protocols#restJson1", "Harbour @smithy.protocols#rpcv2Json", "Harbour @smithy.protocols#rpcv2Cbor"),
];

fn with(text: &str, edits: &str) -> Model {
    let mut all = format!("{text}\n");
    for edit in edits.split(" & ").filter(|edit| !edit.is_empty()) {
        if edit == "RULES" {
            all.push_str(RULES);
        } else if let Some((old, new)) = edit.split_once(" => ") {
            assert!(all.contains(old), "{old}");
            all = all.replace(old, new);
        } else if let Some((target, traits)) = edit.split_once(' ') {
            for one in traits.split(" @") {
                let _ = writeln!(all, "\napply {target} @{}", one.trim_start_matches('@'));
            }
        }
    }
    assemble(&sources(&[("model.smithy", &all)])).0
}

/// The verdict of a change, and its reasons. Changes of the API, which other tests cover, are counted.
fn verdict(old: Model, new: Model) -> String {
    let review = Review::new(old, new, &[ServiceConfig::default()]);
    let mut text = match &review.semver {
        Semver::Known(levels) => format!("{}\n", levels.text()),
        other => format!("{other:?}\n"),
    };
    let changes = || review.edits.iter().flat_map(|edit| &edit.changes);
    let lines: BTreeSet<String> =
        changes().filter(|change| change.kind != ChangeKind::Api).map(|change| change.facts.to_string()).collect();
    for line in lines {
        let _ = writeln!(text, "        {line}");
    }
    let count = changes().filter(|change| change.kind == ChangeKind::Api).count();
    if count > 0 {
        let _ = writeln!(text, "        {count} of the API");
    }
    text
}

#[test]
fn changes_of_traits_have_verdicts() {
    let text = read("tests/cases/reviews/harbour.smithy");
    let mut out = String::new();
    for (id, one, other) in CASES {
        let _ = write!(out, "{id}\n    added: {}", verdict(with(&text, ""), with(&text, one)));
        let _ = write!(out, "    removed: {}", verdict(with(&text, one), with(&text, "")));
        if !other.is_empty() {
            let _ = write!(out, "    changed: {}", verdict(with(&text, one), with(&text, other)));
        }
    }
    assert_snapshot!(out);
}

#[test]
fn each_known_trait_that_has_an_effect_has_a_case() {
    let cases: BTreeSet<&str> = CASES.iter().map(|(id, ..)| *id).collect();
    let affecting = Known::all().filter(|(_, effect)| *effect != TraitEffect::None).map(|(id, _)| id);
    let missing: Vec<&str> = affecting.filter(|id| !cases.contains(id)).collect();
    assert_eq!(missing, [""; 0]);
}
