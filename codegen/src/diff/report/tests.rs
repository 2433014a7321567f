//! Texts of models in all formats: none of them becomes a line, a command or markup of the report.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::render::Style;
use crate::diff::{Denial, Exception, Policy, Report, Review, Side};
use crate::load::assemble;
use crate::model::Model;
use crate::source::{SourceMap, Span};
use crate::text::{is_bidi, is_hidden};

/// Texts that leave their place: with line breaks, commands, the ends of code and code blocks, and markup.
const HOSTILE: [&str; 9] = [
    "a\n::error::FORGED\n0 breaking changes",
    "##[error]FORGED ##vso[task.complete]FORGED",
    "a\u{1b}[2J\u{9b}31m\u{7}\u{202e}\u{200b}\r\u{85}b",
    "a` <b>@org/team</b> [c](http://evil) ![d](http://evil) *e* www.evil.org #1 \\",
    "a\n```\n# FORGED\n- FORGED\n````\n<img src=x>",
    "``a``` @org",
    "FORGED\u{fffe}\u{ffff}<>&\"]]>--",
    "a\n1. FORGED\n- FORGED\n> FORGED\n===",
    "%0A::warning::FORGED,title=FORGED::",
];

/// A model with a text in all places that reports show. `version` makes the places differ.
fn model(text: &str, file: &str, version: usize) -> (Model, SourceMap) {
    let quoted = serde_json::to_string(&format!("{text}{version}")).expect("JSON");
    let mut sources = SourceMap::default();
    let name = if version == 1 { "A" } else { "B" };
    sources.add(
        format!("{file}.smithy"),
        format!(
            "$version: \"2\"\nmetadata {quoted} = [{quoted}]\nmetadata other = [{quoted}]\nnamespace port\n\
             use smithy.protocols#rpcv2Cbor\n\
             @rpcv2Cbor service Port {{ version: {quoted}, operations: [Moor], rename: {{}} }}\n\
             operation Moor {{ input := {{ @default({quoted}) @jsonName({quoted}) ship: String, kind: Kind, more: More }} }}\n\
             @tags([{quoted}]) @since({quoted}) @documentation({quoted}) @pattern({quoted}) string More\n\
             @externalDocumentation({quoted}: \"https://a\") @deprecated(message: {quoted}) structure Other {{}}\n\
             enum Kind {{ {name} = {quoted} C = \"c\" }}\n"
        ),
    );
    (assemble(&sources).0, sources)
}

/// The reports of all formats, for a change of all these texts.
fn reports(text: &str) -> [(&'static str, String); 5] {
    let ((old, old_sources), (new, new_sources)) = (model(text, text, 1), model(text, text, 2));
    let mut review = Review::new(old, new, &[]);
    assert!(review.edits.len() > 5, "{text}: {:?}", review.edits.len());
    review.semver = super::Semver::Unknown { side: Side::Old, reason: text.to_owned() };
    let policy = Policy {
        denials: vec![Denial::Severity(crate::diagnostic::Severity::Note), Denial::Level(crate::api::Level::Minor)],
        exceptions: vec![Exception {
            shape: "port#Kind".to_owned(),
            id: "ChangedEnumTrait".to_owned(),
            reason: text.to_owned(),
            span: Span::NONE,
        }],
    };
    let judgment = policy.judge(&review);
    let lead = review.edits.first().and_then(|edit| edit.lead()).expect("an edit").diagnostic.clone();
    let errors = [Diagnostic { id: text.to_owned(), message: text.to_owned(), ..lead }];
    let report = Report { review: &review, judgment: &judgment, errors: &errors, old: &old_sources, new: &new_sources };
    [
        ("human", report.human(Style::Plain)),
        ("markdown", report.markdown(text, text)),
        ("json", report.json()),
        ("github", report.github(&str::to_owned)),
        ("junit", report.junit()),
    ]
}

#[test]
fn no_format_has_hidden_characters_or_commands() {
    for text in HOSTILE {
        for (format, report) in reports(text) {
            // Source text may have what some scripts need.
            let is_forbidden = |c: char| if format == "human" { c.is_control() || is_bidi(c) } else { is_hidden(c) };
            assert_eq!(report.find(|c: char| is_forbidden(c) && c != '\n'), None, "{format}: {text:?}:\n{report:?}");
            assert!(!report.contains("##[") && !report.contains("##vso["), "{format}: {text:?}:\n{report}");
        }
    }
}

#[test]
fn no_line_starts_with_a_text_of_a_model() {
    for text in HOSTILE {
        for (format, report) in reports(text) {
            let is_forged = |line: &&str| {
                let line = line.trim_start();
                line.starts_with("FORGED")
                    || line.starts_with("0 breaking")
                    || (line.starts_with("::") && format != "github")
            };
            assert_eq!(report.lines().find(is_forged), None, "{format}: {text:?}:\n{report}");
        }
        let [.., (_, github), _] = reports(text);
        for line in github.lines() {
            let properties = line.strip_prefix("::").and_then(|line| line.split_once("::"));
            let (_, properties) = properties.and_then(|(head, _)| head.split_once(' ')).expect("a command");
            let keys: Vec<&str> =
                properties.split(',').filter_map(|property| Some(property.split_once('=')?.0)).collect();
            assert!(matches!(keys[..], ["file", "line", "col", "title"] | ["title"]), "{text:?}: {line}");
        }
    }
}

#[test]
fn outside_of_code_markdown_has_no_markup() {
    for text in HOSTILE {
        let [_, (_, report), ..] = reports(text);
        let mut fence: Option<&str> = None;
        for line in report.lines() {
            let inner = line.trim_start();
            match fence {
                Some(end) if inner == end => fence = None,
                Some(_) => {}
                None if inner.starts_with("```") && inner.trim_start_matches('`').is_empty() => fence = Some(inner),
                None => {
                    let prose = without_code(inner.trim_start_matches("- "));
                    let is_heading = ["# Changes from ", "## Breaking", "## Dangerous", "## Warnings", "## Notes"]
                        .iter()
                        .any(|heading| prose.starts_with(heading));
                    let prose = if is_heading { prose.trim_start_matches('#') } else { &prose };
                    assert!(!prose.contains(['@', '<', '[', '*', '#', '`']), "{text:?}: {line}\n{prose}");
                    assert!(!prose.contains("://"), "{text:?}: {line}\n{prose}");
                }
            }
        }
        assert_eq!(fence, None, "{text:?}: a block does not end");
    }
}

/// A line of Markdown without its inline code.
fn without_code(line: &str) -> String {
    let (mut out, mut rest) = (String::new(), line);
    while let Some(start) = rest.find('`') {
        out.push_str(&rest[..start]);
        let length = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        let mut after = &rest[start + length..];
        // Code ends with a run of as many backticks.
        loop {
            let Some(end) = after.find('`') else { return out + rest };
            let run = after[end..].len() - after[end..].trim_start_matches('`').len();
            after = &after[end + run..];
            if run == length {
                break;
            }
        }
        rest = after;
    }
    out + rest
}

#[test]
fn test_reports_are_xml() {
    for text in HOSTILE {
        let [.., (_, report)] = reports(text);
        assert!(!report.contains(['\u{fffe}', '\u{ffff}']), "{text:?}");
        let mut reader = quick_xml::Reader::from_str(&report);
        let mut errors = 0;
        loop {
            match reader.read_event().expect("XML") {
                quick_xml::events::Event::Empty(tag) if tag.name().as_ref() == "error" => errors += 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(errors, 2, "an error of the model, and the unknown version number: {report}");
        assert!(report.contains("errors=\"2\""), "{report}");
    }
}

#[test]
fn json_lines_end_with_the_verdict() {
    let [_, _, (_, report), ..] = reports("a");
    let lines: Vec<serde_json::Value> = report.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let (last, changes) = lines.split_last().expect("lines");
    assert!(changes.iter().all(|change| change["kind"] == "change"), "{report}");
    let reason = "unknown: the old model cannot be generated: a";
    let expected = serde_json::json!({
        "kind": "summary", "semver": "unknown", "sides": {}, "reason": reason, "suppressed": 0, "denied": true,
    });
    assert_eq!(*last, expected);
}
