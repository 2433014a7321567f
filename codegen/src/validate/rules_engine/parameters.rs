//! The parameters of a rule set, of the traits that give them, and of the tests agree: names, types, and what must be there.

use std::collections::BTreeMap;

use super::operations::{OPERATION, STATIC, path_type, static_type};
use super::{RULE_SET, TESTS};
use crate::diagnostic::{Diagnostic, Severity};
use crate::endpoint_rules::{RuleSet, Type};
use crate::model::{Model, Node, Object, Shape, ShapeType, Trait};
use crate::source::Span;
use crate::traits::{ClientContextParams, ContextParam};
use crate::validate::contained::{Contained, bracketed};

const ID: &str = "RuleSetParameter";
const CLIENT: &str = ClientContextParams::ID;
const MEMBER: &str = ContextParam::ID;

/// Where a parameter's type comes from.
type Given = BTreeMap<String, (Type, Span)>;

pub(super) fn agree(model: &Model, service: &Shape, rules: &RuleSet, found: &mut Vec<Diagnostic>) {
    let contained = Contained::of(model, service);
    let given = given(model, service, &contained, found);
    matching(service, rules, &given, found);
    required(model, service, rules, &contained, found);
    if let Some(tests) = service.trait_value(TESTS) {
        tested(model, service, rules, &contained, tests, found);
    }
}

fn error(shape: &crate::model::ShapeId, part: &str, message: String, span: Span) -> Diagnostic {
    Diagnostic::error(format!("{ID}.{part}"), message, span).with_shape(shape)
}

/// Adds a parameter. A second type for the same name is reported.
struct Collector<'f> {
    given: Given,
    found: &'f mut Vec<Diagnostic>,
}

impl Collector<'_> {
    fn add(&mut self, name: &str, kind: Type, shape: &crate::model::ShapeId, part: &str, span: Span) {
        match self.given.get(name) {
            Some((other, first)) if *other != kind => {
                let message = format!("Inconsistent type for `{name}` parameter");
                let error = error(shape, &format!("{part}.InconsistentType"), message, span);
                self.found.push(error.with_label(*first, format!("here it is a {other}")));
            }
            _ => {
                self.given.insert(name.to_owned(), (kind, span));
            }
        }
    }
}

/// The parameters that the traits of a service, its operations and their inputs give.
fn given(model: &Model, service: &Shape, contained: &Contained<'_>, found: &mut Vec<Diagnostic>) -> Given {
    let mut collector = Collector { given: Given::new(), found };
    for (name, (span, definition)) in service.trait_value(CLIENT).and_then(Node::as_object).into_iter().flatten() {
        let kind = match definition.get("type").and_then(Node::as_str) {
            Some("boolean") => Type::Boolean,
            Some("stringArray") => Type::List(Box::new(Type::String)),
            _ => Type::String,
        };
        collector.add(name, kind, &service.id, "ClientContextParams", *span);
    }
    for operation in &contained.operations {
        for (name, (span, definition)) in operation.trait_value(STATIC).and_then(Node::as_object).into_iter().flatten()
        {
            if let Some(kind) = definition.get("value").and_then(static_type) {
                collector.add(name, kind, &operation.id, "StaticContextParams", *span);
            }
        }
        let Some(body) = operation.as_operation() else { continue };
        for (name, (span, definition)) in
            operation.trait_value(OPERATION).and_then(Node::as_object).into_iter().flatten()
        {
            let path = definition.get("path").and_then(Node::as_str);
            if let Some(kind) = path.and_then(|path| path_type(model, body, path)) {
                collector.add(name, kind, &operation.id, "OperationContextParams", *span);
            }
        }
        let Some(input) = model.shape(&body.input) else { continue };
        for member in input.members.values() {
            let Some(value) = member.trait_value(MEMBER) else { continue };
            let (Some(name), Some(target)) = (value.get("name").and_then(Node::as_str), model.shape(&member.target))
            else {
                continue;
            };
            let kind = match target.kind {
                ShapeType::String | ShapeType::Enum => Type::String,
                ShapeType::Boolean => Type::Boolean,
                ShapeType::List => Type::List(Box::new(Type::String)),
                other => {
                    let message =
                        format!("Unsupported type `({}: `{}`)` for `{name}` parameter", other.name(), target.id);
                    collector.found.push(error(&member.id, "ContextParam.UnsupportedType", message, value.span));
                    continue;
                }
            };
            collector.add(name, kind, &member.id, "ContextParam", value.span);
        }
    }
    collector.given
}

/// The rule set and the traits have the same parameters.
fn matching(service: &Shape, rules: &RuleSet, given: &Given, found: &mut Vec<Diagnostic>) {
    for (name, parameter) in rules.parameters.iter().filter(|(_, parameter)| parameter.built_in.is_none()) {
        match given.get(name) {
            None => {
                let names: Vec<_> = given.keys().map(String::as_str).collect();
                let message = format!(
                    "Parameter `{name}` exists in ruleset but not in service model, existing params: {}",
                    names.join(", ")
                );
                found.push(
                    error(&service.id, "RuleSet.UnmatchedName", message, parameter.span)
                        .with_help("give it with `@clientContextParams`, `@staticContextParams` or `@contextParam`"),
                );
            }
            Some((kind, span)) if *kind != parameter.kind => {
                let message = format!("Type mismatch for parameter `{name}`");
                let error = error(&service.id, "RuleSet.TypeMismatch", message, parameter.span);
                found.push(error.with_label(*span, format!("here it is a {kind}")));
            }
            Some(_) => {}
        }
    }
    let span = service.trait_value(RULE_SET).map_or(service.span, |node| node.span);
    for (name, (_, given_at)) in given.iter().filter(|(name, _)| !rules.parameters.contains_key(*name)) {
        let message = format!(
            "Parameter `{name}` exists in service model but not in ruleset, existing params: {}",
            bracketed(rules.parameters.keys())
        );
        let error = error(&service.id, "RuleSet.UnmatchedName", message, *given_at);
        found.push(error.with_label(span, "this rule set does not have it"));
    }
}

/// Each operation binds the parameters that must have a value, unless the service or a built-in does.
fn required(model: &Model, service: &Shape, rules: &RuleSet, contained: &Contained<'_>, found: &mut Vec<Diagnostic>) {
    let keys = |shape: &Shape, id: &str, name: &str| shape.trait_value(id).is_some_and(|node| node.get(name).is_some());
    let must_be_bound = |name: &str, parameter: &crate::endpoint_rules::Parameter| {
        parameter.is_required
            && parameter.default.is_none()
            && parameter.built_in.is_none()
            && !keys(service, CLIENT, name)
    };
    for (name, _) in rules.parameters.iter().filter(|(name, parameter)| must_be_bound(name, parameter)) {
        for operation in &contained.operations {
            let input = operation.as_operation().and_then(|operation| model.shape(&operation.input));
            let is_member = input.is_some_and(|input| {
                let mut values = input.members.values().filter_map(|member| member.trait_value(MEMBER)?.get("name"));
                values.any(|node| node.as_str() == Some(name))
            });
            if !is_member && !keys(operation, STATIC, name) && !keys(operation, OPERATION, name) {
                let message =
                    format!("Required parameter `{name}` is not bound by operation `{}`", operation.id.name());
                let error = error(&operation.id, "Operation.RequiredMissing", message, operation.span);
                found
                    .push(error.with_help(
                        "bind it with `@contextParam`, `@staticContextParams` or `@operationContextParams`",
                    ));
            }
        }
    }
}

/// The parameters that tests give, by name: where, and of which type; a case gives each at most once.
fn in_tests<'m>(
    model: &'m Model,
    rules: &RuleSet,
    contained: &Contained<'m>,
    cases: &'m [Node],
) -> BTreeMap<String, Vec<(&'m Node, usize)>> {
    let mut by_name: BTreeMap<String, Vec<(&Node, usize)>> = BTreeMap::new();
    let mut add =
        |name: &str, node: &'m Node, case: usize| by_name.entry(name.to_owned()).or_default().push((node, case));
    let members = |node: Option<&'m Node>| node.and_then(Node::as_object).into_iter().flat_map(Object::iter);
    for (at, case) in cases.iter().enumerate() {
        for (name, (_, node)) in members(case.get("params")) {
            add(name, node, at);
        }
        for input in case.get("operationInputs").and_then(Node::as_array).unwrap_or_default() {
            for (name, (_, node)) in members(input.get("clientParams")) {
                add(name, node, at);
            }
            for (name, (_, node)) in members(input.get("builtInParams")) {
                let fed = rules.parameters.iter().find(|(_, p)| p.built_in.as_deref() == Some(&**name));
                if let Some((name, _)) = fed {
                    add(name, node, at);
                }
            }
            let name = input.get("operationName").and_then(Node::as_str);
            let operation = contained.operations.iter().find(|operation| Some(operation.id.name()) == name);
            let shape = operation.and_then(|operation| model.shape(&operation.as_operation()?.input));
            for member in shape.into_iter().flat_map(|shape| shape.members.values()) {
                let node = input.get("operationParams").and_then(|params| params.get(member.name()));
                let name = member.trait_value(MEMBER).and_then(|value| value.get("name")).and_then(Node::as_str);
                if let (Some(node), Some(name)) = (node, name) {
                    add(name, node, at);
                }
            }
        }
    }
    by_name
}

/// Tests use each parameter, as what it is, and give those that must be there.
fn tested(
    model: &Model,
    service: &Shape,
    rules: &RuleSet,
    contained: &Contained<'_>,
    tests: &Node,
    found: &mut Vec<Diagnostic>,
) {
    let cases = tests.get("testCases").and_then(Node::as_array).unwrap_or_default();
    let given = in_tests(model, rules, contained, cases);
    for (name, parameter) in &rules.parameters {
        let uses = given.get(name).map(Vec::as_slice).unwrap_or_default();
        if uses.is_empty() {
            let message = format!("Parameter `{name}` is never used in an `EndpointTests` test case");
            let id = format!("{ID}.TestCase.Unused");
            found.push(Diagnostic::new(Severity::Danger, id, message, parameter.span).with_shape(&service.id));
        }
        for (node, _) in uses.iter().filter(|(node, _)| static_type(node).as_ref() != Some(&parameter.kind)) {
            let message = format!("Type mismatch for parameter `{name}`, `{}` expected", parameter.kind);
            found.push(error(&service.id, "TestCase.TypeMismatch", message, node.span));
        }
        let in_all = (0..cases.len()).all(|case| uses.iter().any(|(_, at)| *at == case));
        if parameter.is_required && parameter.default.is_none() && !in_all {
            let message = format!("Required parameter `{name}` is missing in at least one test case");
            found.push(error(&service.id, "TestCase.RequiredMissing", message, parameter.span));
        }
    }
    for (name, uses) in given.iter().filter(|(name, _)| !rules.parameters.contains_key(*name)) {
        let message = format!("Test parameter `{name}` is not defined in ruleset");
        let span = uses.first().map_or(tests.span, |(node, _)| node.span);
        found.push(error(&service.id, "TestCase.Undefined", message, span));
    }
}
