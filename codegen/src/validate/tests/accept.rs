//! Accepting diagnostics: what a message advises to accept can be accepted, and code is generated.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::config::ServiceConfig;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::PROJECT_ID;
use crate::lower;
use crate::model::{Model, Shape, Valid};
use crate::pipeline;
use crate::rule::{Accepted, marks};
use crate::source::{SourceMap, Span};
use crate::validate::accepted::WARNINGS;
use crate::validate::{CORE, CRITICAL, RULES, is_acceptable, linters};

#[test]
fn generation_proceeds_if_what_is_advised_is_accepted() {
    let cases = CORE.iter().chain(CRITICAL).chain(RULES).chain([&&linters::CONFIGURED]);
    let mut wrong = Vec::new();
    let mut tried = BTreeSet::new();
    for case in cases.flat_map(|rule| rule.cases.finds) {
        if let Err(Refused(problem)) = generates(case, &mut tried) {
            wrong.push(format!("{problem}\n{case}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases: {}", wrong.len(), wrong.join("\n\n"));
    assert!(tried.len() > 80, "few cases generate code: {tried:?}");
}

/// Why no code was generated.
struct Refused(String);

/// Accepts what the message advises until the model is valid, and generates its services.
fn generates(case: &str, tried: &mut BTreeSet<String>) -> Result<(), Refused> {
    let mut sources = SourceMap::default();
    sources.add("example.smithy", marks::unmarked(case));
    let mut accept = Vec::new();
    let Some(model) = accepting(&sources, &mut accept)? else { return Ok(()) };
    if accept.is_empty() {
        return Ok(());
    }
    let service = addition(&model);
    sources.add("service.smithy", service.clone());
    let Some(model) = accepting(&sources, &mut accept)? else {
        let (_, found) = pipeline::model_accepting(&sources, &ids(&accept));
        let failed: Vec<_> = failures(&found).map(|one| format!("{}: {}", one.id, one.message)).collect();
        return Err(Refused(format!("accepting {}: {failed:#?}\n{service}", accept.join(","))));
    };
    tried.extend(accept.iter().cloned());
    for shape in own(&model).filter(|shape| shape.as_service().is_some()) {
        let id = shape.id.as_str().to_owned();
        let (files, found) =
            pipeline::generate(&model, &ServiceConfig { module: "s".to_owned(), id, ..ServiceConfig::default() });
        if files.is_none() {
            let messages: Vec<_> = failures(&found).map(|one| format!("{}: {}", one.id, one.message)).collect();
            return Err(Refused(format!("accepting {}: {messages:#?}\n{service}", accept.join(","))));
        }
    }
    Ok(())
}

fn ids(accept: &[String]) -> Vec<Accepted> {
    accept.iter().map(Accepted::from).collect()
}

/// The model, after accepting what the command line advises as often as it does.
fn accepting(sources: &SourceMap, accept: &mut Vec<String>) -> Result<Option<Valid<Model>>, Refused> {
    loop {
        let (model, found) = pipeline::model_accepting(sources, &ids(accept));
        let failed: BTreeSet<String> = failures(&found).map(|one| one.id.clone()).collect();
        if failed.is_empty() || !failed.iter().all(|id| is_acceptable(id)) {
            return Ok(model);
        }
        if failed.iter().any(|id| accept.contains(id)) {
            return Err(Refused(format!("accepting {} does not help", accept.join(","))));
        }
        accept.extend(failed);
    }
}

fn failures(found: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    found.iter().filter(|one| one.severity >= Severity::Danger)
}

fn own(model: &Model) -> impl Iterator<Item = &Shape> {
    model.iter().filter(|shape| !shape.is_builtin())
}

/// Protocols for the services, and a service where there is none.
fn addition(model: &Model) -> String {
    let mut text = "$version: \"2.0\"\nnamespace added\n".to_owned();
    let protocols = ["aws.protocols#", "smithy.protocols#"];
    let mut services = 0;
    for service in own(model).filter(|shape| shape.as_service().is_some()) {
        services += 1;
        if !service.traits.keys().any(|id| protocols.iter().any(|start| id.as_str().starts_with(start))) {
            let _ = writeln!(text, "apply {} @smithy.protocols#rpcv2Cbor", service.id.as_str());
        }
    }
    if services > 0 {
        return text;
    }
    let (mut operations, mut members) = (String::new(), String::new());
    for (at, shape) in own(model).enumerate() {
        let is = |id: &str| shape.has_trait(id);
        if shape.as_operation().is_some() {
            let _ = write!(operations, "{} ", shape.id.as_str());
        } else if shape.as_resource().is_none()
            && !["trait", "mixin", "input", "output", "error", "streaming"]
                .iter()
                .any(|one| is(&format!("smithy.api#{one}")))
        {
            let _ = writeln!(members, "m{at}: {}", shape.id.as_str());
        }
    }
    let _ = write!(
        text,
        "@smithy.protocols#rpcv2Cbor\nservice Added {{ version: \"1\", operations: [AddedOperation {operations}] }}\n\
         operation AddedOperation {{ input := {{ {members} }} }}\n"
    );
    text
}

/// Messages of warnings about the code of a service with an operation whose input has a member of type `S`.
fn warnings(shapes: &str, accept: &[&str]) -> Vec<String> {
    let mut sources = SourceMap::default();
    sources.add(
        "a.smithy",
        format!(
            "$version: \"2.0\"\nnamespace a\n@smithy.protocols#rpcv2Cbor\n\
             service V {{ version: \"1\", operations: [Op] }}\noperation Op {{ input := {{ s: S }} }}\n{shapes}\n"
        ),
    );
    let accept: Vec<Accepted> = accept.iter().map(|id| (*id).into()).collect();
    let (model, mut found) = pipeline::model_accepting(&sources, &accept);
    let config = ServiceConfig { module: "s".to_owned(), id: "a#V".to_owned(), ..ServiceConfig::default() };
    let (files, more) = pipeline::generate(&model.expect("what is wrong is accepted"), &config);
    assert!(files.is_some());
    found.extend(more);
    let warnings = found.into_iter().filter(|one| one.severity == Severity::Warning);
    warnings
        .map(|one| format!("{}: {}", one.id, one.message))
        .filter(|text| !text.starts_with("UnstableTrait"))
        .collect()
}

#[test]
fn an_accepted_pattern_that_is_none_is_left_out_with_a_warning() {
    assert_eq!(
        warnings("@pattern(\"(\")\nstring S", &["PatternTrait"]),
        ["codegen.WeakerPattern: Pattern `(` of `a#S` is not enforced: the group is not closed at character 0"]
    );
}

#[test]
fn an_accepted_trait_of_a_missing_library_is_left_out_with_a_warning() {
    let found = warnings("@x.y#gone(a: 1)\nstring S", &["Model.UnresolvedTrait"]);
    assert!(
        found.iter().any(|text| text.starts_with("Model.UnresolvedTrait") && text.contains("x.y#gone")),
        "{found:?}"
    );
}

/// Warnings about the accepted IDs, and their help.
fn ignored(accept: &str) -> Vec<(String, String)> {
    let mut sources = SourceMap::default();
    let validators = "metadata validators = [{name: \"CamelCase\"}, {name: \"EmitEachSelector\", id: \"Naming\", \
                      configuration: {selector: \"string\"}}]";
    sources.add("a.smithy", format!("$version: \"2.0\"\n{validators}\nnamespace a\nstring S\n"));
    let (_, found) = pipeline::model_accepting(&sources, &[accept.into()]);
    let found = found.into_iter().filter(|one| one.id == super::super::UNKNOWN_ID);
    found.map(|one| (one.message, one.help.unwrap_or_default().to_string())).collect()
}

#[test]
fn an_accepted_id_that_no_diagnostic_has_is_reported_with_the_nearest_one() {
    let unknown = |id: &str, help: &str| vec![(format!("there is no diagnostic with the ID `{id}`"), help.to_owned())];
    assert_eq!(ignored("ShapeIdConflct"), unknown("ShapeIdConflct", "did you mean `ShapeIdConflict`?"));
    assert_eq!(ignored("Namin"), unknown("Namin", "did you mean `Naming`?"));
    let help = "copy the ID from the message of the diagnostic, where it is in brackets";
    assert_eq!(ignored("Something.Else"), unknown("Something.Else", help));
}

#[test]
fn an_accepted_id_that_cannot_be_ignored_is_reported() {
    for id in ["Target", "codegen.Config", "Model.Other"] {
        let [(message, _)] = &ignored(id)[..] else { panic!("{id} is not reported") };
        assert_eq!(*message, format!("diagnostics with the ID `{id}` cannot be ignored"));
    }
    for (id, is_warning) in [("codegen", true), ("codegen.WeakerPattern", true), ("codegen.Config", false)] {
        let [(_, help)] = &ignored(id)[..] else { panic!("{id} is not reported") };
        assert_eq!(help.contains("@suppress"), is_warning, "{id}: {help}");
    }
}

#[test]
fn warnings_that_models_can_suppress_are_those_of_the_generator() {
    for id in WARNINGS {
        assert!(lower::EVENTS.iter().any(|event| event.ids.name() == id), "{id}");
    }
}

#[test]
fn accepted_ids_of_rules_linters_and_the_model_are_known() {
    for id in
        ["ShapeIdConflict", "CamelCase", "Naming", "Naming.a", "RuleSetParameter", "Model.UnresolvedTrait", "Model"]
    {
        assert!(ignored(id).is_empty(), "{id}: {:?}", ignored(id));
    }
}

#[test]
fn warnings_about_projects_can_be_accepted_and_suppressed() {
    let found = |metadata: &str, accept: &[&str]| {
        let mut sources = SourceMap::default();
        sources.add("a.smithy", format!("$version: \"2.0\"\n{metadata}\nnamespace a\nstring S\n"));
        sources.warn(vec![Diagnostic::of(Severity::Warning, PROJECT_ID, "unknown property `a`", Span::NONE)]);
        let accept: Vec<Accepted> = accept.iter().map(|id| (*id).into()).collect();
        let (_, found) = pipeline::model_accepting(&sources, &accept);
        found.into_iter().map(|one| (one.id, one.severity)).collect::<Vec<_>>()
    };
    let project = |severity| vec![(PROJECT_ID.to_owned(), severity)];
    assert_eq!(found("", &[]), project(Severity::Warning));
    assert_eq!(found("", &[PROJECT_ID]), project(Severity::Suppressed));
    let suppressions = r#"metadata suppressions = [{ id: "SmithyBuild", namespace: "*" }]"#;
    assert_eq!(found(suppressions, &[]), project(Severity::Suppressed));
    let overrides = r#"metadata severityOverrides = [{ id: "SmithyBuild", namespace: "*", severity: "DANGER" }]"#;
    assert_eq!(found(overrides, &[]), project(Severity::Danger));
}
