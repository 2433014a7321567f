//! Consistency of the parameters of a rule set, of traits and of tests: names, types, required values.

use std::collections::BTreeMap;

use super::operations::{path_type, static_type};
use crate::diagnostic::{Diagnostic, EndpointRuleFacts, LabelFacts, Severity};
use crate::endpoint_rules::{Parameter, Type};
use crate::hash::IndexMap;
use crate::model::graph::Element;
use crate::model::{Model, Node, Shape, ShapeType};
use crate::source::Span;
use crate::traits::{
    ClientContextParams, ContextParam, EndpointTest, EndpointTests, OperationContextParams, StaticContextParams,
};
use crate::validate::contained::Contained;
use crate::validate::context::joined;

const ID: &str = "RuleSetParameter";

/// Where a parameter is defined.
type Defined = BTreeMap<String, (Type, Span)>;

/// The parameters of a rule set or decision diagram, by name.
pub(super) type Parameters = IndexMap<String, Parameter>;

/// Checks parameters of a trait against other traits and tests. `span` is that of the trait.
pub(super) fn agree(model: &Model, service: &Shape, parameters: &Parameters, span: Span, found: &mut Vec<Diagnostic>) {
    let contained = Contained::of(model, service);
    let defined = defined(model, service, &contained, found);
    matching(service, parameters, span, &defined, found);
    required(model, service, parameters, &contained, found);
    if let Some(EndpointTests(cases)) = service.get() {
        tested(service, parameters, cases, found);
    }
}

fn error(shape: &crate::model::ShapeId, part: &str, message: EndpointRuleFacts, span: Span) -> Diagnostic {
    Diagnostic::of(Severity::Error, format!("{ID}.{part}"), message, span).with_shape(shape)
}

/// Adds a parameter. Two types for one name are an error.
struct Collector<'f> {
    defined: Defined,
    found: &'f mut Vec<Diagnostic>,
}

impl Collector<'_> {
    fn add(&mut self, name: &str, kind: Type, shape: &crate::model::ShapeId, part: &str, span: Span) {
        match self.defined.get(name) {
            Some((other, first)) if *other != kind => {
                let message = EndpointRuleFacts::InconsistentParameter { name: name.to_owned() };
                let error = error(shape, &format!("{part}.InconsistentType"), message, span);
                self.found.push(error.with_label(*first, LabelFacts::ParameterType { value_type: other.to_string() }));
            }
            _ => {
                self.defined.insert(name.to_owned(), (kind, span));
            }
        }
    }
}

/// The parameters that traits of a service, its operations and their inputs define.
fn defined(model: &Model, service: &Shape, contained: &Contained<'_>, found: &mut Vec<Diagnostic>) -> Defined {
    let mut collector = Collector { defined: Defined::new(), found };
    for (name, entry) in service.get::<ClientContextParams>().into_iter().flat_map(|params| &params.0) {
        collector.add(name, entry.value.kind.in_rules(), &service.id, "ClientContextParams", entry.name);
    }
    for operation in &contained.operations {
        for (name, entry) in operation.get::<StaticContextParams>().into_iter().flat_map(|params| &params.0) {
            if let Some(kind) = static_type(&entry.value.value) {
                collector.add(name, kind, &operation.id, "StaticContextParams", entry.name);
            }
        }
        let Some(body) = operation.as_operation() else { continue };
        for (name, entry) in operation.get::<OperationContextParams>().into_iter().flat_map(|params| &params.0) {
            if let Some(kind) = path_type(model, body, &entry.value.path) {
                collector.add(name, kind, &operation.id, "OperationContextParams", entry.name);
            }
        }
        let Some(input) = model.shape(&body.input) else { continue };
        for member in input.members.values() {
            let Some(ContextParam { name }) = member.get() else { continue };
            let Some(target) = model.shape(&member.target) else { continue };
            let span = Element::Member(input, member).place_of::<ContextParam>();
            let kind = match target.kind {
                ShapeType::String | ShapeType::Enum => Type::String,
                ShapeType::Boolean => Type::Boolean,
                other => {
                    let message = EndpointRuleFacts::UnsupportedParameter {
                        shape_type: other.name(),
                        target: target.id.clone(),
                        name: name.to_string(),
                    };
                    collector.found.push(error(&member.id, "ContextParam.UnsupportedType", message, span));
                    continue;
                }
            };
            collector.add(name, kind, &member.id, "ContextParam", span);
        }
    }
    collector.defined
}

/// Checks that the rule set and the traits have the same parameters.
fn matching(service: &Shape, parameters: &Parameters, span: Span, defined: &Defined, found: &mut Vec<Diagnostic>) {
    for (name, parameter) in parameters.iter().filter(|(_, parameter)| parameter.built_in.is_none()) {
        match defined.get(name) {
            None => {
                let message =
                    EndpointRuleFacts::ParameterNotInModel { name: name.clone(), known: joined(defined.keys()) };
                found.push(
                    error(&service.id, "RuleSet.UnmatchedName", message, parameter.span)
                        .with_help("set it with `@clientContextParams`, `@staticContextParams` or `@contextParam`"),
                );
            }
            Some((kind, span)) if *kind != parameter.kind => {
                let message = EndpointRuleFacts::ParameterType { name: name.clone() };
                let error = error(&service.id, "RuleSet.TypeMismatch", message, parameter.span);
                found.push(error.with_label(*span, LabelFacts::ParameterType { value_type: kind.to_string() }));
            }
            Some(_) => {}
        }
    }
    let span = if span.is_some() { span } else { service.span };
    for (name, (_, defined_at)) in defined.iter().filter(|(name, _)| !parameters.contains_key(*name)) {
        let message = EndpointRuleFacts::ParameterNotInRules { name: name.clone(), known: joined(parameters.keys()) };
        let error = error(&service.id, "RuleSet.UnmatchedName", message, *defined_at);
        found.push(error.with_label(span, "the rule set does not define the parameter"));
    }
}

/// Checks that each operation binds all required parameters that the service and built-ins do not.
fn required(
    model: &Model,
    service: &Shape,
    parameters: &Parameters,
    contained: &Contained<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let by_client = service.get::<ClientContextParams>();
    let must_be_bound = |name: &str, parameter: &Parameter| {
        parameter.is_required
            && parameter.default.is_none()
            && parameter.built_in.is_none()
            && !by_client.is_some_and(|params| params.0.contains_key(name))
    };
    for (name, _) in parameters.iter().filter(|(name, parameter)| must_be_bound(name, parameter)) {
        for operation in &contained.operations {
            let input = operation.as_operation().and_then(|operation| model.shape(&operation.input));
            let is_member = input.is_some_and(|input| {
                let mut names = input.members.values().filter_map(|member| member.get::<ContextParam>());
                names.any(|param| *param.name == **name)
            });
            let is_static = operation.get::<StaticContextParams>().is_some_and(|params| params.0.contains_key(&**name));
            let is_path =
                operation.get::<OperationContextParams>().is_some_and(|params| params.0.contains_key(&**name));
            if !is_member && !is_static && !is_path {
                let message = EndpointRuleFacts::UnboundParameter {
                    name: name.clone(),
                    operation: operation.id.name().to_owned(),
                };
                let error = error(&operation.id, "Operation.RequiredMissing", message, operation.span);
                found
                    .push(error.with_help(
                        "bind it with `@contextParam`, `@staticContextParams` or `@operationContextParams`",
                    ));
            }
        }
    }
}

/// The parameters in tests, by name: value and index of the case. Each case has a parameter at most once.
fn in_tests(cases: &[EndpointTest]) -> BTreeMap<&str, Vec<(&Node, usize)>> {
    let mut by_name: BTreeMap<&str, Vec<(&Node, usize)>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        for (name, node) in case.params.iter().flatten() {
            by_name.entry(name).or_default().push((node, at));
        }
    }
    by_name
}

/// Checks that tests use each parameter with its type, and have the required ones.
fn tested(service: &Shape, parameters: &Parameters, cases: &[EndpointTest], found: &mut Vec<Diagnostic>) {
    let defined = in_tests(cases);
    for (name, parameter) in parameters {
        let uses = defined.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
        if uses.is_empty() {
            let message = EndpointRuleFacts::UnusedParameter { name: name.clone() };
            let id = format!("{ID}.TestCase.Unused");
            found.push(Diagnostic::of(Severity::Danger, id, message, parameter.span).with_shape(&service.id));
        }
        for (node, _) in uses.iter().filter(|(node, _)| static_type(node).as_ref() != Some(&parameter.kind)) {
            let message =
                EndpointRuleFacts::TestParameterType { name: name.clone(), expected: parameter.kind.to_string() };
            found.push(error(&service.id, "TestCase.TypeMismatch", message, node.span));
        }
        let in_all = (0..cases.len()).all(|case| uses.iter().any(|(_, at)| *at == case));
        if parameter.is_required && parameter.default.is_none() && !in_all {
            let message = EndpointRuleFacts::ParameterNotInTests { name: name.clone() };
            found.push(error(&service.id, "TestCase.RequiredMissing", message, parameter.span));
        }
    }
    for (name, uses) in defined.iter().filter(|(name, _)| !parameters.contains_key(**name)) {
        let message = EndpointRuleFacts::UndefinedParameter { name: name.to_string() };
        let span = uses.first().map_or(service.span, |(node, _)| node.span);
        found.push(error(&service.id, "TestCase.Undefined", message, span));
    }
}
