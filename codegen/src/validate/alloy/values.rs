//! Values in `alloy` traits: defaults, examples, and patterns of strings that are structures.

use crate::diagnostic::{AlloyFacts, Diagnostic, List, Message, Severity};
use crate::model::graph::Element;
use crate::model::{Node, Shape, ShapeId, ShapeType, Value};
use crate::rule::event;
use crate::traits::{AlloyDefault, DataExamples, Nullable, Required, StructurePattern};
use crate::validate::Rule;
use crate::validate::context::{Applied, Context};
use crate::validate::node::{NodeChecker, Options, Subject};

pub(in crate::validate) const DEFAULTS: Rule = Rule {
    events: &[event!("DefaultValueTrait")],
    check: defaults,
    #[cfg(test)]
    cases: super::cases::DEFAULTS,
};

/// Defaults are values of their members. `null` is one of nullable members.
fn defaults(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    const ID: &str = "DefaultValueTrait";
    let checker = NodeChecker::new(&context.graph);
    for Applied { element, value: AlloyDefault(node), span, .. } in context.with::<AlloyDefault>() {
        let Element::Member(container, member) = element else { continue };
        let Some(target) = context.shape(&member.target) else { continue };
        if !(node.is_null() && (member.has::<Nullable>() || target.has::<Nullable>())) {
            let start = "Error validating @defaultValue trait";
            let subject = Subject { event: ID, shape: &member.id, context: start, span };
            checker.member(container, member, node, subject, Options::default(), found);
        }
        if let Some(message) = not_empty(target.kind, node) {
            found.push(Diagnostic::of(Severity::Error, ID, message, span).with_shape(&member.id));
        }
    }
}

/// The error of a default with elements.
fn not_empty(kind: ShapeType, node: &Node) -> Option<&'static str> {
    match (kind, &node.value) {
        (ShapeType::Map, Value::Object(object)) if !object.is_empty() => {
            Some("The @defaultValue value of a map must be an empty map")
        }
        (ShapeType::List, Value::Array(nodes)) if !nodes.is_empty() => {
            Some("The @defaultValue value of a list must be an empty list")
        }
        (ShapeType::Document, Value::Array(nodes)) if !nodes.is_empty() => {
            Some("The @defaultValue value of a document cannot be a non-empty array")
        }
        (ShapeType::Document, Value::Object(object)) if !object.is_empty() => {
            Some("The @defaultValue value of a document cannot be a non-empty object")
        }
        _ => None,
    }
}

pub(in crate::validate) const EXAMPLES: Rule = Rule {
    events: &[event!("DataExamplesTrait", Prefix)],
    check: examples,
    #[cfg(test)]
    cases: super::cases::EXAMPLES,
};

/// Examples are values of their shapes.
fn examples(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let checker = NodeChecker::new(&context.graph);
    for Applied { element, value: DataExamples(examples), span, .. } in context.with::<DataExamples>() {
        let start = format!("DataExample of `{}`", element.id());
        let subject = Subject { event: "DataExamplesTrait", shape: element.id(), context: &start, span };
        for example in examples {
            match element {
                Element::Shape(shape) => checker.shape(shape, example, subject, Options::default(), found),
                Element::Member(container, member) => {
                    checker.member(container, member, example, subject, Options::default(), found);
                }
            }
        }
    }
}

pub(in crate::validate) const PATTERNS: Rule = Rule {
    events: &[event!("StructurePatternTrait")],
    check: patterns,
    #[cfg(test)]
    cases: super::cases::PATTERNS,
};

/// A string can be split into the members of its structure.
fn patterns(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: StructurePattern { pattern, target }, span, .. } in context.with::<StructurePattern>()
    {
        let structure = ShapeId::parse(target).ok().and_then(|id| context.shape(&id));
        let Some(structure) = structure.filter(|shape| shape.kind == ShapeType::Structure) else { continue };
        for message in problems(context, structure, pattern) {
            let error = Diagnostic::of(Severity::Error, "StructurePatternTrait", message, span);
            found.push(error.with_shape(element.id()).with_label(structure.span, "the structure"));
        }
    }
}

fn problems(context: &Context<'_>, structure: &Shape, pattern: &str) -> Vec<Message> {
    let mut problems = Vec::new();
    let parameters = parameters(pattern);
    let missing = structure.members.keys().map(ToString::to_string);
    let missing: Vec<String> = missing.filter(|name| !parameters.contains(&name.as_str())).collect();
    if !missing.is_empty() {
        problems.push(AlloyFacts::MissingParameters { members: List(missing) }.into());
    }
    for (name, member) in &structure.members {
        if let Some(target) = context.shape(&member.target).filter(|target| !target.kind.is_simple()) {
            let (member, target) = (name.to_string(), target.id.clone());
            problems.push(AlloyFacts::ParameterType { member, target }.into());
        }
        if !member.has::<Required>() {
            problems.push(AlloyFacts::OptionalParameter { member: name.to_string() }.into());
        }
    }
    if pattern.contains("}{") {
        problems.push("Params must be separated by at least one character".into());
    }
    problems
}

/// The names in braces.
fn parameters(pattern: &str) -> Vec<&str> {
    pattern.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}
