//! Default values: valid for their shapes, allowed for their types, and equal to the defaults of targets (spec:
//! "default trait").

use super::context::{Applied, Context};
use super::node::{NodeChecker, Options, Subject};
use crate::diagnostic::{Diagnostic, Severity, ValueFacts};
use crate::model::graph::{Element, ElementId, Relation};
use crate::model::{Node, Shape, ShapeType, Value};
use crate::rule::event;
use crate::traits::DefaultValue;
use crate::validate::Rule;

const ID: &str = "DefaultTrait";

pub(super) const RULE: Rule = Rule {
    events: &[event!("DefaultTrait", Prefix)],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let checker = NodeChecker::new(&context.graph);
    for Applied { id, element, value: DefaultValue(node), span } in context.with::<DefaultValue>() {
        let target = match element {
            Element::Shape(shape) => Some(shape),
            Element::Member(_, member) => context.model.shape(&member.target),
        };
        if let Element::Shape(shape) = element {
            members(context, id, shape, node, found);
        }
        if element.is_builtin() {
            continue;
        }
        if node.is_null() {
            // On a member, `null` removes a default.
            if element.as_shape().is_some() {
                let message = "The @default trait can be set to null only on members";
                found.push(Diagnostic::of(Severity::Error, ID, message, span).with_shape(element.id()));
            }
            continue;
        }
        let subject = Subject { event: ID, shape: element.id(), context: "Error validating @default trait", span };
        // Models of version 1.0 may have default zeros that are out of range.
        let options = Options { zero_out_of_range: Severity::Warning, ..Options::default() };
        match element {
            Element::Shape(shape) => checker.shape(shape, node, subject, options, found),
            Element::Member(container, member) => checker.member(container, member, node, subject, options, found),
        }
        if let Some((severity, message)) = target.and_then(|target| too_much(target.kind, node)) {
            found.push(Diagnostic::of(severity, ID, message, span).with_shape(element.id()));
        }
    }
}

/// The error of a default that its type does not allow.
fn too_much(kind: ShapeType, node: &Node) -> Option<(Severity, &'static str)> {
    let error = |message| Some((Severity::Error, message));
    match (kind, &node.value) {
        (ShapeType::Map, Value::Object(object)) if !object.is_empty() => {
            error("The @default value of a map must be an empty map")
        }
        (ShapeType::List, Value::Array(nodes)) if !nodes.is_empty() => {
            error("The @default value of a list must be an empty list")
        }
        (ShapeType::Document, Value::Array(nodes)) if !nodes.is_empty() => {
            error("The @default value of a document cannot be a non-empty array")
        }
        (ShapeType::Document, Value::Object(object)) if !object.is_empty() => {
            error("The @default value of a document cannot be a non-empty object")
        }
        (ShapeType::Blob, Value::String(text)) if !is_base64(text) => {
            Some((Severity::Warning, "The @default value of a blob should be a valid base64 string."))
        }
        _ => None,
    }
}

fn is_base64(text: &str) -> bool {
    let inner = text.trim_end_matches('=');
    let padding = text.len() - inner.len();
    let fits = inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    fits && padding <= 2 && inner.len() % 4 != 1 && (padding == 0 || text.len().is_multiple_of(4))
}

/// Checks that members with a target that has a default have the same default, or null.
fn members(context: &Context<'_>, id: ElementId, shape: &Shape, node: &Node, found: &mut Vec<Diagnostic>) {
    for edge in context.graph.reverse_neighbors(id).iter().filter(|edge| edge.relation == Relation::Target) {
        let element = context.graph.element(edge.to);
        let Element::Member(container, member) = element else { continue };
        if container.kind != ShapeType::Structure {
            continue;
        }
        let (message, span) = match member.get::<DefaultValue>() {
            None => (ValueFacts::MissingDefault { target: shape.id.clone(), default: node.to_json() }, member.span),
            Some(DefaultValue(own)) if own.is_null() || own == node => continue,
            Some(DefaultValue(own)) => (
                ValueFacts::OtherDefault { target: shape.id.clone(), found: own.to_json(), expected: node.to_json() },
                element.place_of::<DefaultValue>(),
            ),
        };
        let error = Diagnostic::of(Severity::Error, ID, message, span).with_shape(&member.id);
        found.push(error.with_label(shape.span, "the target has a default"));
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure S {
    m: List = [1]
//            ^^^ error: DefaultTrait
}
list List {
    member: Integer
}
"#,
            r#"
structure S {
    @range(max: 2)
    m: Integer = 3
//               ^ error: DefaultTrait.Member.InvalidRange
}
"#,
        ],
        leaves: &[r#"
structure S {
    m: List = []
    @range(max: 2)
    n: Integer = 2
}
list List {
    member: Integer
}
"#],
    };
}
