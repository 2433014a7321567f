//! Reviews of edits: one entry for each edit, with its findings and verdicts.

use std::fmt::Write as _;

use insta::assert_snapshot;
use serde::Deserialize;
use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::diff::{Edit, Review, Semver};
use whitesmith_codegen::load::assemble;
use whitesmith_codegen::model::Model;

use crate::small_diffs::difference;
use crate::{config, generate, read, sources};

#[derive(Deserialize)]
struct Edits {
    edit: Vec<NamedEdit>,
}

#[derive(Deserialize)]
struct NamedEdit {
    name: String,
    replace: Vec<(String, String)>,
}

fn edits() -> Vec<NamedEdit> {
    toml::from_str::<Edits>(&read("tests/cases/reviews/edits.toml")).expect("the edits").edit
}

fn model(text: &str) -> Model {
    assemble(&sources(&[("model.smithy", text)])).0
}

/// The verdicts of a review, and a line for each edit with those of its findings.
fn summary(review: &Review) -> String {
    let mut text = match &review.semver {
        Semver::Known(levels) => format!("  semver: {}\n", levels.text()),
        other => format!("  {other:?}\n"),
    };
    for edit in &review.edits {
        let _ = writeln!(text, "  - {}", line(edit));
    }
    text
}

fn line(edit: &Edit) -> String {
    let findings = edit.findings.iter().map(|finding| {
        let diagnostic = &finding.diagnostic;
        let shape = diagnostic.shape.as_ref().map_or("-", |shape| shape.as_str());
        let shape = shape.rsplit('#').next().unwrap_or(shape);
        format!("{} {} {shape}", diagnostic.severity.name(), diagnostic.id)
    });
    let title = edit.title.as_ref().map(|title| format!("{title}: ")).unwrap_or_default();
    format!("{title}{}", findings.collect::<Vec<_>>().join("; "))
}

#[test]
fn an_edit_is_one_entry_with_its_verdict() {
    let text = read("tests/cases/reviews/port.smithy");
    let mut out = String::new();
    for NamedEdit { name, replace } in edits() {
        let edited = replace.iter().fold(text.clone(), |text, (from, to)| {
            assert!(text.contains(from.as_str()), "{name}: {from}");
            text.replace(from.as_str(), to)
        });
        let review = Review::new(model(&text), model(&edited), &[ServiceConfig::default()]);
        let wanted = if name == "change two unrelated members" { 2 } else { 1 };
        assert_eq!(review.edits.len(), wanted, "{name}:\n{}", summary(&review));
        let _ = write!(out, "{name}\n{}\n", summary(&review));
    }
    assert_snapshot!(out);
}

/// Ten changes of a model: name, and replacements of text.
const CHANGES: [(&str, &[(&str, &str)]); 10] = [
    (
        "correct a sentence of the documentation",
        &[("Lists the steps of a workflow.", "Lists all steps of a workflow.")],
    ),
    (
        "add an optional member to the output",
        &[(
            "WorkflowType: WorkflowType\n",
            "WorkflowType: WorkflowType\n\n            /// Number of steps.\n            Total: Integer\n",
        )],
    ),
    (
        "append an enum value",
        &[("CANCELLED = \"CANCELLED\"", "CANCELLED = \"CANCELLED\"\n\n    /// Paused.\n    PAUSED = \"PAUSED\"")],
    ),
    ("rename an enum value", &[("SPLIT = \"SPLIT\"", "DIVIDED = \"DIVIDED\"")]),
    ("lower the maximum of a page", &[("max: 100", "max: 50")]),
    (
        "require the token of a page",
        &[("@httpQuery(\"next-token\")", "@required\n            @httpQuery(\"next-token\")")],
    ),
    ("rename a member", &[("FlowName: FlowName", "Flow: FlowName")]),
    (
        "add an operation",
        &[
            ("        GetWorkflowSteps\n    ]", "        GetWorkflowSteps\n        StopWorkflow\n    ]"),
            (
                "/// List of workflow steps.",
                "/// Stops a workflow.\n@http(method: \"POST\", uri: \"/workflows/{WorkflowId}/stop\")\noperation StopWorkflow {\n    \
                 input := {\n        @httpLabel\n        @required\n        WorkflowId: uuid\n    }\n}\n\n/// List of workflow steps.",
            ),
        ],
    ),
    ("remove an error", &[("        ThrottlingException\n    ]", "    ]")]),
    ("use another protocol", &[("protocols#restJson1", "protocols#restXml"), ("@restJson1", "@restXml")]),
];

#[test]
fn ten_changes_of_a_real_model() {
    let text = read("models/customer-profiles.smithy");
    let service = ServiceConfig { name: Some("CustomerProfiles".into()), ..config(SERVICE) };
    let files = |text: &str| generate(&[("customer-profiles.smithy", text)], &service).0.expect("a valid model");
    let before = files(&text);
    let mut out = String::new();
    for (name, replacements) in CHANGES {
        let edited = replacements.iter().fold(text.clone(), |text, (from, to)| {
            assert!(text.contains(from), "{name}: {from}");
            text.replace(from, to)
        });
        let review = Review::new(model(&text), model(&edited), std::slice::from_ref(&service));
        let lines = difference(&before, &files(&edited));
        assert!(!lines.is_empty(), "{name} changes no generated code");
        let count = |sign: char| lines.iter().filter(|line| line.starts_with(sign)).count();
        let (added, removed) = (count('+'), count('-'));
        let _ = write!(out, "{name}\n  generated lines: +{added} -{removed}\n{}\n", summary(&review));
    }
    assert_snapshot!(out);
}

const SERVICE: &str = "com.amazonaws.customerprofiles#CustomerProfiles_20200815";
