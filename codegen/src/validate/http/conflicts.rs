//! Operations with conflicting URIs.

use std::collections::BTreeMap;

use super::uri::{Pattern, Segment};
use crate::diagnostic::{Diagnostic, HttpFacts, LabelFacts, List, OperationUri, Severity};
use crate::model::Shape;
use crate::model::graph::Element;
use crate::rule::event;
use crate::source::Span;
use crate::traits;
use crate::traits::{Endpoint, Http};
use crate::validate::Rule;
use crate::validate::context::Context;

/// The URI and host prefix of an operation.
struct Route<'m> {
    operation: &'m Shape,
    span: Span,
    uri: &'m str,
    host: Option<Pattern<'m>>,
    input: Option<&'m Shape>,
}

pub(crate) const CONFLICTS: Rule = Rule {
    events: &[event!("HttpUriConflict")],
    check: conflicts,
    #[cfg(test)]
    cases: cases::CONFLICTS,
};

/// Reports operations of a service with the same method, and URIs that differ only in the names of labels.
fn conflicts(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for closure in context.closures() {
        let mut routes: BTreeMap<(&str, String), Vec<Route<'_>>> = BTreeMap::new();
        for operation in closure.operations.iter().filter_map(|id| context.graph.element(*id).as_shape()) {
            if let Some((method, route)) = route(context, operation) {
                routes.entry((method, Pattern::of_uri(route.uri).shape())).or_default().push(route);
            }
        }
        for routes in routes.values().filter(|routes| routes.len() > 1) {
            for route in routes {
                let others = routes.iter().filter(|other| other.operation.id != route.operation.id);
                let others: Vec<&Route<'_>> = others.filter(|other| hosts_conflict(route, other)).collect();
                if !others.is_empty() {
                    found.push(conflict(route, &others));
                }
            }
        }
    }
}

fn route<'m>(context: &Context<'m>, operation: &'m Shape) -> Option<(&'m str, Route<'m>)> {
    let http = operation.get::<Http>()?;
    let route = Route {
        operation,
        span: Element::Shape(operation).place_of::<Http>(),
        uri: &http.uri,
        host: operation.get::<Endpoint>().map(|endpoint| Pattern::of_host(&endpoint.host_prefix)),
        input: context.model.shape(&operation.as_operation()?.input),
    };
    Some((&http.method, route))
}

fn conflict(route: &Route<'_>, others: &[&Route<'_>]) -> Diagnostic {
    let operation =
        |other: &&Route<'_>| OperationUri { operation: other.operation.id.clone(), uri: other.uri.to_owned() };
    let mut shown: Vec<_> = others.iter().map(operation).collect();
    shown.sort();
    let message = HttpFacts::ConflictingUris { uri: route.uri.to_owned(), others: List(shown) };
    let mut error =
        Diagnostic::of(Severity::Error, "HttpUriConflict", message, route.span).with_shape(&route.operation.id);
    for other in others {
        let label = LabelFacts::SameUri { operation: other.operation.id.name().to_owned() };
        error = error.with_label(other.span, label);
    }
    error.with_help("change one of the paths, so that each request matches one operation")
}

/// Whether two operations have the same hosts. They do not if only one has a prefix, or if the pattern of a label does
/// not match the literal of the other.
fn hosts_conflict(a: &Route<'_>, b: &Route<'_>) -> bool {
    let (ours, theirs) = match (&a.host, &b.host) {
        (None, None) => return true,
        (Some(ours), Some(theirs)) => (ours, theirs),
        (Some(_), None) | (None, Some(_)) => return false,
    };
    let mixed = ours.mixed(theirs);
    let refused = |(ours, theirs): &(&Segment<'_>, &Segment<'_>)| match (ours, theirs) {
        (Segment::Literal(text), label) => label.label().is_some_and(|name| refuses(b, name, text)),
        (label, Segment::Literal(text)) => label.label().is_some_and(|name| refuses(a, name, text)),
        _ => true,
    };
    mixed.is_empty() || !mixed.iter().all(refused)
}

/// Whether the member of a label has a pattern that does not match a text.
fn refuses(route: &Route<'_>, name: &str, text: &str) -> bool {
    let member = route.input.and_then(|input| input.members.get(name));
    let pattern = member.and_then(|member| traits::effective_pattern(&member.traits));
    pattern.is_some_and(|pattern| !pattern.source.is_match(text))
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const CONFLICTS: Cases = Cases {
        file: file!(),
        finds: &[r#"
service S {
    operations: [A, B]
}
@http(method: "POST", uri: "/x")
//    ^^^^^^ error: HttpUriConflict
operation A {}
@http(method: "POST", uri: "/x")
//    ^^^^^^ error: HttpUriConflict
operation B {}
"#],
        leaves: &[
            r#"
service S {
    operations: [A, B]
}
@http(method: "POST", uri: "/x?a")
operation A {}
@http(method: "POST", uri: "/x?b")
operation B {}
"#,
            r#"
service S {
    operations: [A, B]
}
@http(method: "POST", uri: "/x")
@endpoint(hostPrefix: "{day}.")
operation A {
    input := {
        @required
        @hostLabel
        @alloy#dateFormat
        day: String
    }
}
@http(method: "POST", uri: "/x")
@endpoint(hostPrefix: "today.")
operation B {}
"#,
        ],
    };
}
