//! Tests of reviews and policies. `tests/tests/codegen/reviews.rs` reviews more edits.

use super::{Review, Semver};
use crate::config::{Constraints, ServiceConfig};
use crate::diagnostic::Severity;
use crate::diff::{Denial, Exception, Judgment, Policy, Report, Verdict};
use crate::load::assemble;
use crate::model::Model;
use crate::source::{SourceMap, Span};

const HEAD: &str = "$version: \"2\"\nnamespace port\n";
const SERVICE: &str = "@smithy.protocols#rpcv2Cbor\nservice Port { operations: [Moor] }\n\
    operation Moor { input: Berth, output: Berth }\nstructure Berth { name: Name }\n";

fn model(text: &str) -> (Model, SourceMap) {
    let mut sources = SourceMap::default();
    sources.add("port.smithy", format!("{HEAD}{text}\n"));
    let (model, diagnostics) = assemble(&sources);
    assert!(diagnostics.iter().all(|found| found.severity < Severity::Danger), "{diagnostics:#?}");
    (model, sources)
}

fn review(old: &str, new: &str, services: &[ServiceConfig]) -> Review {
    Review::new(model(old).0, model(new).0, services)
}

fn service(text: &str) -> String {
    format!("{SERVICE}{text}")
}

fn levels(review: &Review) -> String {
    match &review.semver {
        Semver::Known(levels) => levels.text(),
        other => format!("{other:?}"),
    }
}

fn ids(review: &Review) -> Vec<Vec<&str>> {
    review.edits.iter().map(|edit| edit.findings.iter().map(|found| found.diagnostic.id.as_str()).collect()).collect()
}

const JSON: &str = "@aws.protocols#awsJson1_1";
const REST: &str = "@aws.protocols#restJson1";

#[test]
fn equal_models_require_a_patch() {
    let text = service("string Name");
    let review = review(&text, &text, &[]);
    assert!(review.edits.is_empty());
    assert_eq!(levels(&review), "patch (client), patch (server), patch (stored data)");
}

#[test]
fn without_a_service_nothing_is_generated() {
    let review = review("string Name", "string Other", &[]);
    assert_eq!(review.semver, Semver::NothingGenerated);
    assert!(review.edits.iter().all(|edit| edit.level().is_none()));
}

#[test]
fn a_new_constraint_changes_types_only_if_there_are_newtypes() {
    let (old, new) = (service("string Name"), service("@length(max: 3) string Name"));
    let changes = |constraints| {
        let config = ServiceConfig { id: "port#Port".into(), module: "port".into(), constraints, ..Default::default() };
        let review = review(&old, &new, &[config]);
        review
            .edits
            .iter()
            .flat_map(|edit| edit.changes.clone())
            .map(|change| change.facts.to_string())
            .collect::<Vec<_>>()
    };
    let is_field = |text: &String| text == "changed field `types::Berth::name` from `Option<String>` to `Option<Name>`";
    assert!(changes(Constraints::Types).iter().any(is_field));
    let checked = changes(Constraints::Checked);
    assert!(!checked.iter().any(is_field) && checked.contains(&"maximum length 3 was added (tighter)".to_owned()));
}

#[test]
fn a_value_added_to_an_exhaustive_enum_breaks_code() {
    let (old, new) = (service("enum Name { A }"), service("enum Name { A, B }"));
    let config = |exhaustive| ServiceConfig {
        id: "port#Port".into(),
        module: "port".into(),
        exhaustive,
        ..ServiceConfig::default()
    };
    assert_eq!(levels(&review(&old, &new, &[config(false)])), "minor (client), minor (server), minor (stored data)");
    assert_eq!(levels(&review(&old, &new, &[config(true)])), "major (client), major (server), minor (stored data)");
}

#[test]
fn a_finding_of_our_own_can_be_suppressed() {
    let old = service("@pattern(\"^a\") string Name");
    let new = service("@suppress([\"BreaksClients\"]) @pattern(\"^b\") string Name");
    let review = review(&old, &new, &[]);
    let gate = review.edits.iter().flat_map(|edit| &edit.findings).find(|found| found.diagnostic.id == "BreaksClients");
    assert_eq!(gate.map(|found| found.diagnostic.severity), Some(Severity::Suppressed));
}

#[test]
fn a_model_that_cannot_be_generated_has_no_verdict_and_is_denied() {
    let broken = "@smithy.protocols#rpcv2Cbor service Port { operations: [Moor] }; operation Moor { input: None }";
    let review = review(&service("string Name"), &broken.replace("; ", "\n"), &[]);
    assert!(matches!(review.semver, Semver::Unknown { .. }), "{:?}", review.semver);
    let policy = Policy { denials: vec![Denial::Level(crate::api::Level::Major)], exceptions: Vec::new() };
    assert!(policy.judge(&review).is_denied);
}

#[test]
fn denials_are_severities_versions_and_ids() {
    let (old, new) = (service("enum Name { A }"), service("enum Name { B }"));
    let review = review(&old, &new, &[]);
    assert_eq!(ids(&review).len(), 1, "{:?}", ids(&review));
    let denied = |text: &str| {
        let denials = vec![text.parse::<Denial>().expect("a denial")];
        Policy { denials, exceptions: Vec::new() }.judge(&review).is_denied
    };
    for text in ["breaking", "ERROR", "semver-major", "semver-minor", "RemovedShape", "ChangedEnumTrait.Removed"] {
        assert!(denied(text), "{text}");
    }
    assert!(!denied("RemovedOperationBinding"));
    let unknown = "RemovedShap".parse::<Denial>().expect_err("no event").to_string();
    assert!(unknown.ends_with("did you mean `RemovedShape`?"), "{unknown}");
}

#[test]
fn an_exception_allows_an_edit_and_one_without_an_edit_is_reported() {
    let (old, new) = (service("enum Name { A }"), service("enum Name { B }"));
    let review = review(&old, &new, &[]);
    let exception = |shape: &str, id: &str| Exception {
        shape: shape.to_owned(),
        id: id.to_owned(),
        reason: "agreed".to_owned(),
        span: Span::NONE,
    };
    let policy = Policy {
        denials: vec![Denial::Severity(Severity::Danger)],
        exceptions: vec![exception("port#Name", "RemovedShape"), exception("port#Berth", "RemovedShape")],
    };
    let judgment = policy.judge(&review);
    assert_eq!(judgment.verdicts, [Verdict::Allowed("agreed".to_owned())]);
    assert!(!judgment.is_denied);
    let unused: Vec<&str> = judgment.unused.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(unused, ["No change of `port#Berth` has the ID `RemovedShape`"]);
}

#[test]
fn an_exception_for_a_less_severe_finding_does_not_allow_an_edit() {
    let new = service("structure Name { b: String, z: String }");
    let review = review(&service("structure Name { a: String, z: String }"), &new, &[]);
    let [edit] = &*review.edits else { panic!("{:?}", ids(&review)) };
    let found: Vec<_> = edit.findings.iter().map(|found| (&*found.diagnostic.id, found.diagnostic.severity)).collect();
    for expected in
        [("RemovedShape", Severity::Error), ("ChangedMemberOrder", Severity::Danger), ("AddedShape", Severity::Note)]
    {
        assert!(found.contains(&expected), "{found:?}");
    }
    let judge = |id: &str, denial: &str| {
        let exception =
            Exception { shape: "*".to_owned(), id: id.to_owned(), reason: "fine".to_owned(), span: Span::NONE };
        Policy { denials: vec![denial.parse().expect("a denial")], exceptions: vec![exception] }.judge(&review)
    };
    for denial in ["breaking", "error", "note", "semver-major", "RemovedShape"] {
        for lesser in ["AddedShape", "ChangedMemberOrder"] {
            assert!(judge(lesser, denial).is_denied, "{denial}, {lesser}");
        }
        assert_eq!(judge("RemovedShape", denial).verdicts, [Verdict::Allowed("fine".to_owned())], "{denial}");
    }
    assert!(judge("AddedShape", "AddedShape").verdicts == [Verdict::Allowed("fine".to_owned())]);
}

#[test]
fn a_summary_counts_what_the_new_model_suppresses() {
    let old = service("@pattern(\"^a\") string Name");
    let new =
        service("@suppress([\"BreaksClients\", \"BreaksServers\", \"ChangedPattern\"]) @pattern(\"^b\") string Name");
    let (old, old_sources) = model(&old);
    let (new, new_sources) = model(&new);
    let review = Review::new(old, new, &[]);
    let report =
        Report { review: &review, judgment: &Judgment::default(), errors: &[], old: &old_sources, new: &new_sources };
    let text = report.human(crate::diagnostic::render::Style::Plain);
    assert!(text.contains("; the new model suppresses findings of 1 change\nsemver: "), "{text}");
}

#[test]
fn a_suppressed_edit_that_is_denied_is_shown() {
    let old = service("@pattern(\"^a\") string Name");
    let ids = ids(&review(&old, &old.replace("^a", "^b"), &[])).concat().join("\", \"");
    let (new, new_sources) = model(&old.replace("@pattern(\"^a", &format!("@suppress([\"{ids}\"]) @pattern(\"^b")));
    let (old, old_sources) = model(&old);
    let review = Review::new(old, new, &[]);
    let text = |denials: Vec<Denial>| {
        let judgment = Policy { denials, exceptions: Vec::new() }.judge(&review);
        let (errors, old, new) = (&[], &old_sources, &new_sources);
        Report { review: &review, judgment: &judgment, errors, old, new }.human(crate::diagnostic::render::Style::Plain)
    };
    let other = text(vec![Denial::Severity(Severity::Note)]);
    assert!(other.contains("\n1 note; the new model suppresses findings of 1 change\n"), "{other}");
    let denied = text(vec![Denial::Level(crate::api::Level::Major)]);
    assert!(denied.contains("\n1 note, 1 suppressed change; the new model"), "{denied}");
    assert!(denied.contains("note[TraitBreakingChange") || denied.contains("note[BreaksClients"), "{denied}");
}

#[test]
fn a_breaking_edit_that_is_not_denied_fails_no_test() {
    let (old, old_sources) = model(&service("enum Name { A }"));
    let (new, new_sources) = model(&service("enum Name { B }"));
    let review = Review::new(old, new, &[]);
    let failures = |denials: Vec<Denial>| {
        let judgment = Policy { denials, exceptions: Vec::new() }.judge(&review);
        Report { review: &review, judgment: &judgment, errors: &[], old: &old_sources, new: &new_sources }.junit()
    };
    let other = failures(vec![Denial::Event("RemovedOperationBinding".to_owned())]);
    assert!(other.contains("failures=\"0\""), "{other}");
    assert!(failures(Vec::new()).contains("failures=\"1\""), "without denials, breaking edits fail");
}

#[test]
fn reports_for_machines_are_well_formed() {
    let (old, old_sources) = model(&service("@pattern(\"^a<b>&,:%\") string Name"));
    let (new, new_sources) = model(&service("@pattern(\"^b<b>&,:%\") string Name\nstring Unused"));
    let review = Review::new(old, new, &[]);
    let report =
        Report { review: &review, judgment: &Judgment::default(), errors: &[], old: &old_sources, new: &new_sources };
    let xml = report.junit();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut cases = 0;
    loop {
        match reader.read_event().expect("XML") {
            quick_xml::events::Event::Start(tag) if tag.name().as_ref() == "testcase" => cases += 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(cases, 2, "{xml}");
    let annotations = report.github(&str::to_owned);
    let first = annotations.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("::error file=port.smithy,line=7,col=10,title=BreaksClients (semver major)::"),
        "{first}"
    );
    assert!(first.contains("%0A") && first.contains("&,:%25"), "{first}");
    assert_eq!(annotations.lines().count(), 3, "{annotations}");
}

#[test]
fn a_name_that_stands_for_another_member_breaks_code() {
    let model = |members: &str, values: &str| {
        format!(
            "@smithy.protocols#rpcv2Cbor\nservice Port {{ operations: [Moor] }}\n\
             operation Moor {{ output: Place }}\nstructure Place {{ kind: Kind, {members} }}\nenum Kind {{ {values}\n }}\n"
        )
    };
    let changes = |old: [&str; 2], new: [&str; 2]| {
        let review = review(&model(old[0], old[1]), &model(new[0], new[1]), &[]);
        let changes = review.edits.iter().flat_map(|edit| edit.changes.clone());
        let changes: Vec<String> = changes.map(|change| change.facts.to_string()).collect();
        (changes, levels(&review))
    };
    let (found, level) = changes(["fooBar: String", "A"], ["fooBar: String, foo_bar: String", "A"]);
    for what in ["field `types::Place", "method `types::PlaceBuilder"] {
        let text = format!("{what}::foo_bar` stands for `foo_bar` instead of `fooBar`");
        assert!(found.contains(&text), "{text} in {found:?}");
    }
    assert!(level.starts_with("major (client), major (server)"), "{level}");
    let (found, level) = changes(["foo_bar: String", "A"], ["fooBar: String, foo_bar: String", "A"]);
    assert!(!found.iter().any(|text| text.contains("stands for")), "{found:?}");
    assert!(level.starts_with("minor (client), minor (server)"), "{level}");
    let (found, level) = changes(["x: String", "FOO_BAR = \"a\""], ["x: String", "FOO_BAR = \"a\"\nFooBar = \"b\""]);
    assert!(found.contains(&"variant `types::Kind::FooBar` stands for `b` instead of `a`".to_owned()), "{found:?}");
    assert!(level.starts_with("major (client), major (server)"), "{level}");
}

#[test]
fn a_name_that_stands_for_another_shape_or_operation_breaks_code() {
    let changes = |old: &str, new: &str| {
        let model = |text: &str| format!("@smithy.protocols#rpcv2Cbor\nservice Port {{ {text}");
        let review = review(&model(old), &model(new), &[]);
        let changes = review.edits.iter().flat_map(|edit| edit.changes.clone());
        let changes: Vec<String> = changes.map(|change| change.facts.to_string()).collect();
        (changes, levels(&review))
    };
    let shapes = |members: &str, shapes: &str| {
        format!(
            "operations: [Moor] }}\noperation Moor {{ input: Request, output := {{ {members} }} }}\n\
                 @input structure Request {{ a: String }}\n{shapes}"
        )
    };
    let old = "structure Foo_Bar { a: String }";
    let both = "structure Foo_Bar { a: String }\nstructure FooBar { a: String }";
    let added = "structure Foo_Bar { a: String }\nstructure MoorInput { a: String }";
    let one = "operations: [Get_x] }\noperation Get_x {}";
    let two = "operations: [Get_x, GetX] }\noperation Get_x {}\noperation GetX {}";
    for (old, new, rebound) in [
        (
            shapes("x: Foo_Bar", old),
            shapes("x: Foo_Bar, y: FooBar", both),
            "structure `types::FooBar` stands for `port#FooBar` instead of `port#Foo_Bar`",
        ),
        (
            shapes("x: Foo_Bar", old),
            shapes("x: Foo_Bar, y: MoorInput", added),
            "structure `types::MoorInput` stands for `port#MoorInput` instead of `port#Request`",
        ),
        (one.to_owned(), two.to_owned(), "structure `operations::GetX` stands for `port#GetX` instead of `port#Get_x`"),
    ] {
        let (found, level) = changes(&old, &new);
        assert!(found.iter().any(|text| text == rebound), "{rebound} in {found:?}");
        assert!(level.starts_with("major (client), major (server)"), "{level}");
        // Without the other shape, its name is free again.
        let (_, level) = changes(&new, &old);
        assert!(level.starts_with("major (client), major (server)"), "{level}");
    }
    // A shape that is renamed in the model takes no name from another.
    let renamed = "structure FooBar { a: String }";
    let (found, level) = changes(&shapes("x: Foo_Bar", old), &shapes("x: FooBar", renamed));
    assert!(!found.iter().any(|text| text.contains("stands for")), "{found:?}");
    assert!(!level.contains("major"), "{level}");
}

#[test]
fn another_value_of_an_enum_breaks_messages() {
    for (old, new) in [
        ("enum Name { A, B }", "enum Name { A, B = \"bee\"\n }"),
        ("intEnum Name { A = 1\n }", "intEnum Name { A = 2\n }"),
    ] {
        let review = review(&service(old), &service(new), &[]);
        assert!(levels(&review).starts_with("major (client), major (server)"), "{}", levels(&review));
    }
}

#[test]
fn an_idempotency_token_does_not_change_messages() {
    let model = |token: &str| {
        format!(
            "@smithy.protocols#rpcv2Cbor service Port {{ operations: [Moor] }}\n\
             operation Moor {{ input := {{ {token} name: String }} }}"
        )
    };
    let review = review(&model(""), &model("@idempotencyToken"), &[]);
    assert!(!levels(&review).contains("major"), "{}", levels(&review));
}

/// Changes that the compiler does not notice, and the verdict for clients.
fn silent(old: &str, new: &str) -> (Vec<String>, bool) {
    let review = review(old, new, &[]);
    let changes = review.edits.iter().flat_map(|edit| edit.changes.clone());
    let silent = changes.filter(|change| change.kind == crate::api::ChangeKind::Wire);
    (silent.map(|change| change.facts.to_string()).collect(), levels(&review).starts_with("major (client)"))
}

#[test]
fn a_name_in_messages_changes_although_that_in_rust_does_not() {
    const CBOR: &str = "@smithy.protocols#rpcv2Cbor";
    let model = |protocol: &str, (service, operation, input, error): (&str, &str, &str, &str)| {
        format!(
            "{protocol}\nservice {service} {{ version: \"1\", operations: [{operation}] }}\n\
             @http(method: \"POST\", uri: \"/moor\")\n\
             operation {operation} {{ input := {{ {input}, u: U }}, errors: [{error}] }}\n\
             @error(\"client\") structure {error} {{ message: String }}\nunion U {{ x: String }}\n"
        )
    };
    let old = ("Port", "Moor", "a: String, fooBar: String", "Full2");
    let all = |protocol: &str, new| silent(&model(protocol, old), &model(protocol, new));
    for (new, text) in [
        (("Port", "Moor", "A: String, fooBar: String", "Full2"), "the member `A` instead of `a`"),
        (("Port", "Moor", "a: String, foo_bar: String", "Full2"), "the member `foo_bar` instead of `fooBar`"),
        (("Port", "moor", "a: String, fooBar: String", "Full2"), "the operation `moor` instead of `Moor`"),
        (("port", "Moor", "a: String, fooBar: String", "Full2"), "the service `port` instead of `Port`"),
        (("Port", "Moor", "a: String, fooBar: String", "full2"), "the error code `full2` instead of `Full2`"),
    ] {
        assert_eq!(all(CBOR, new), (vec![format!("messages have {text}")], true), "{text}");
    }
    // Operations are found by method and path. A member may keep its name in JSON.
    let kept = ("port", "moor", "@jsonName(\"a\")\nA: String, fooBar: String", "Full2");
    assert_eq!(all(REST, kept).0, [""; 0]);
    let union = model(CBOR, old).replace("{ x: String }", "{ X: String }");
    assert_eq!(silent(&model(CBOR, old), &union).0, ["messages have the member `X` instead of `x`"]);
    let value = |name: &str| service(&format!("enum Name {{ {name} }}"));
    assert_eq!(silent(&value("a"), &value("A")).0, ["the value of `A` changed from `a` to `A`"]);
}

#[test]
fn an_operation_that_is_no_longer_served_is_an_edit() {
    let model = |lifecycle: &str, traits: &str| {
        format!(
            "@smithy.protocols#rpcv2Cbor\n{traits}service Port {{ resources: [Ticket] }}\n\
             resource Ticket {{ identifiers: {{ id: String }}, read: GetTicket{lifecycle} }}\n\
             @readonly operation GetTicket {{ input := for Ticket {{ @required $id }} }}\n\
             @idempotent operation DeleteTicket {{ input := for Ticket {{ @required $id }} }}\n"
        )
    };
    let old = model(", delete: DeleteTicket", "");
    let review = review(&old, &model("", "@tags([\"a\"])\n"), &[]);
    assert_eq!(ids(&review), [vec!["BreaksClients", "ChangedRustApi"], vec!["ModifiedTrait.Add.smithy.api#tags"]]);
    let lead = &review.edits[0].lead().expect("a finding").diagnostic;
    let text = "Breaks client: operation `DeleteTicket` is no longer served. Requests of clients fail.";
    assert_eq!((lead.message.as_str(), lead.severity), (text, Severity::Error));
    assert!(review.edits[0].changes.len() > 5, "{:?}", review.edits[0].changes);
}

#[test]
fn a_protocol_that_clients_prefer_breaks_those_with_old_servers() {
    let model = |protocols: &str| {
        format!("{protocols}\n{}", SERVICE.replace("@smithy.protocols#rpcv2Cbor\n", "")) + "string Name"
    };
    let old = model("@aws.protocols#awsQuery");
    let review =
        review(&old, &model("@aws.protocols#awsQuery\n@aws.protocols#awsJson1_1\n@smithy.protocols#rpcv2Cbor"), &[]);
    let edit = review.edits.iter().find(|edit| edit.severity() == Severity::Error).expect("an error");
    let ids: Vec<&str> = edit.findings.iter().map(|found| found.diagnostic.id.as_str()).collect();
    assert_eq!(ids, ["BreaksClients", "ModifiedTrait.Add.smithy.protocols#rpcv2Cbor"]);
    let text = "Breaks client: new clients use RpcV2Cbor, which servers of the old model do not support. New clients \
                cannot call servers that are not updated.";
    assert_eq!(edit.lead().map(|found| found.diagnostic.message.as_str()), Some(text));
}

#[test]
fn only_what_a_protocol_reads_changes_messages() {
    let model = |protocol: &str, member: &str, shape: &str| {
        format!(
            "{protocol}\nservice Port {{ version: \"1\", operations: [Moor] }}\n\
             @http(method: \"POST\", uri: \"/moor\")\n\
             operation Moor {{ input := {{ {member} }}, errors: [Full] }}\n\
             {shape} @error(\"client\") structure Full {{ message: String }}\n\
             timestamp Time\n@timestampFormat(\"http-date\") timestamp Dated\n"
        )
    };
    let error = "@aws.protocols#awsQueryError(code: \"F\", httpResponseCode: 400)";
    for (protocol, old, new, breaks) in [
        (REST, ("ts: String", ""), ("@mediaType(\"text/plain\")\nts: String", ""), false),
        (REST, ("ts: String", ""), ("@xmlName(\"t\")\nts: String", ""), false),
        (REST, ("ts: String", ""), ("@jsonName(\"ts\")\nts: String", ""), false),
        (REST, ("ts: String", ""), ("@jsonName(\"t\")\nts: String", ""), true),
        (REST, ("ts: Time", ""), ("@timestampFormat(\"epoch-seconds\")\nts: Time", ""), false),
        (REST, ("ts: Time", ""), ("@timestampFormat(\"date-time\")\nts: Time", ""), true),
        (REST, ("ts: Time", ""), ("ts: Dated", ""), true),
        (REST, ("ts: Dated", ""), ("@timestampFormat(\"http-date\")\nts: Dated", ""), false),
        (REST, ("@httpHeader(\"t\")\nts: Time", ""), ("@httpHeader(\"t\")\nts: Dated", ""), false),
        (JSON, ("ts: String", ""), ("@jsonName(\"t\")\nts: String", ""), false),
        (JSON, ("ts: String", ""), ("@httpHeader(\"t\")\nts: String", ""), false),
        (JSON, ("ts: String", ""), ("ts: String", error), false),
        ("@aws.protocols#awsQuery", ("ts: String", ""), ("ts: String", error), true),
        ("@smithy.protocols#rpcv2Cbor", ("ts: Time", ""), ("ts: Dated", ""), false),
    ] {
        let (old, new) = (model(protocol, old.0, old.1), model(protocol, new.0, new.1));
        let (found, _) = silent(&old, &new);
        assert_eq!(!found.is_empty(), breaks, "{protocol}: {found:?}\n{new}");
    }
}
