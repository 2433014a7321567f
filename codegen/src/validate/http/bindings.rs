//! HTTP bindings of members and operations, and status codes.

use super::labels::bound;
use super::{Location, Side, locations};
use crate::diagnostic::{Diagnostic, HttpFacts, Severity, StatusClass};
use crate::model::graph::Element;
use crate::model::{Shape, Trait};
use crate::rule::event;
use crate::source::Span;
use crate::traits;
use crate::traits::{Fault, Http, HttpError, ProtocolDefinition};
use crate::validate::Rule;
use crate::validate::context::{Applied, Closure, Context, backticked};

pub(crate) const PAYLOADS: Rule = Rule {
    events: &[event!("HttpPayload")],
    check: payloads,
    #[cfg(test)]
    cases: cases::PAYLOADS,
};

/// Checks that all members are bound if one of them is the payload.
fn payloads(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.graph.with::<traits::HttpPayload>().is_empty() {
        return;
    }
    for (operation, ..) in bound(context) {
        let Some(body) = operation.as_operation() else { continue };
        for (id, side) in [(&body.input, Side::Request), (&body.output, Side::Response)] {
            found.extend(context.shape(id).and_then(|structure| unbound(structure, side)));
        }
    }
    for Applied { element, .. } in context.with::<Fault>() {
        found.extend(element.as_shape().and_then(|structure| unbound(structure, Side::Response)));
    }
}

fn unbound(structure: &Shape, side: Side) -> Option<Diagnostic> {
    let members = locations(structure, side);
    let of =
        |wanted: Location| members.iter().filter(move |(_, location)| *location == wanted).map(|(member, _)| *member);
    let left: Vec<&str> = of(Location::Unbound).map(crate::model::Member::name).collect();
    if left.is_empty() {
        return None;
    }
    let message = HttpFacts::UnboundMembers { members: backticked(left) };
    let mut error = Diagnostic::of(Severity::Error, "HttpPayload", message, structure.span).with_shape(&structure.id);
    for member in of(Location::Payload) {
        error = error.with_label(member.span, "this member is the whole body");
    }
    Some(error.with_help("bind them to headers, or remove `@httpPayload`"))
}

pub(crate) const MISSING: Rule = Rule {
    events: &[event!("HttpBindingsMissing")],
    check: missing,
    #[cfg(test)]
    cases: cases::MISSING,
};

/// Checks that either all operations of a service have `@http`, or none.
fn missing(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.graph.with::<Http>().is_empty() {
        return;
    }
    for closure in context.closures() {
        let operations = || closure.operations.iter().filter_map(|id| context.graph.element(*id).as_shape());
        let service = closure.shape.id.clone();
        let (severity, facts) = match protocol_with(context, closure, Http::ID) {
            Some(protocol) => {
                (Severity::Error, HttpFacts::RequiredByProtocol { protocol: protocol.to_owned(), service })
            }
            None if operations().any(crate::model::Shape::has::<Http>) => {
                (Severity::Warning, HttpFacts::MissingHttp { service })
            }
            None => continue,
        };
        for operation in operations().filter(|operation| !operation.has::<Http>()) {
            let finding = Diagnostic::of(severity, "HttpBindingsMissing", facts.clone(), operation.span);
            let finding =
                finding.with_shape(&operation.id).with_label(closure.shape.span, "the service is defined here");
            found.push(finding.with_help("add `@http(method: \"POST\", uri: \"/…\")`"));
        }
    }
}

/// The first protocol of the service that uses a trait.
pub(crate) fn protocol_with<'m>(context: &Context<'m>, closure: &Closure<'m>, id: &str) -> Option<&'m str> {
    let mut applied = closure.shape.traits.keys();
    let applied = applied.find(|applied| {
        let definition = context.model.shape(applied);
        let definition = definition.and_then(Shape::get::<ProtocolDefinition>);
        definition.is_some_and(|definition| definition.traits.iter().any(|used| &**used == id))
    });
    applied.map(crate::model::ShapeId::as_str)
}

pub(crate) const RESPONSE_CODES: Rule = Rule {
    events: &[event!("HttpResponseCodeSemantics")],
    check: response_codes,
    #[cfg(test)]
    cases: cases::RESPONSE_CODES,
};

/// Checks that outputs have 2xx codes, and errors 4xx or 5xx.
fn response_codes(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut expect = |element: Element<'_>, span: Span, code: i64, expected: StatusClass| {
        let hundreds = match expected {
            StatusClass::Success => 2,
            StatusClass::ClientError => 4,
            StatusClass::ServerError => 5,
        };
        if code / 100 != hundreds {
            let message = HttpFacts::ResponseCode { expected, code };
            let danger = Diagnostic::of(Severity::Danger, "HttpResponseCodeSemantics", message, span);
            found.push(danger.with_shape(element.id()));
        }
    };
    for Applied { element, value, span, .. } in context.with::<Http>() {
        expect(element, span, value.code, StatusClass::Success);
    }
    for Applied { element, value: HttpError(code), span, .. } in context.with::<HttpError>() {
        let expected = match element.get::<Fault>() {
            Some(Fault::Client) => StatusClass::ClientError,
            Some(Fault::Server) => StatusClass::ServerError,
            None => continue,
        };
        expect(element, span, *code, expected);
    }
    empty_responses(context, found);
}

/// Reports 204 and 205 for responses with a body.
fn empty_responses(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (operation, &Http { code, .. }, span) in bound(context).filter(|(_, http, _)| matches!(http.code, 204 | 205)) {
        let output = operation.as_operation().and_then(|operation| context.model.shape(&operation.output));
        let has_body = output.is_some_and(|output| {
            let members = locations(output, Side::Response);
            members.iter().any(|(_, location)| matches!(location, Location::Document | Location::Payload))
        });
        if has_body {
            let message = HttpFacts::BodyNotAllowed { code };
            let warning = Diagnostic::of(Severity::Warning, "HttpResponseCodeSemantics", message, span);
            found.push(warning.with_shape(&operation.id));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const PAYLOADS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@http(method: "POST", uri: "/x")
operation Op {
    output := {
//  ^^^^^^ error: HttpPayload
        @httpPayload
        body: Blob
        rest: String
    }
}
"#],
        leaves: &[r#"
@http(method: "POST", uri: "/x")
operation Op {
    output := {
        @httpPayload
        body: Blob
        @httpHeader("x-rest")
        rest: String
    }
}
"#],
    };

    pub(super) const MISSING: Cases = Cases {
        file: file!(),
        finds: &[r#"
service S {
    operations: [A, B]
}
@http(method: "POST", uri: "/x")
operation A {}
operation B {}
//        ^ warning: HttpBindingsMissing
"#],
        leaves: &[r#"
service S {
    operations: [A, B]
}
operation A {}
operation B {}
"#],
    };

    pub(super) const RESPONSE_CODES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@http(method: "POST", uri: "/x", code: 404)
//    ^^^^^^ danger: HttpResponseCodeSemantics
operation Op {}
"#],
        leaves: &[r#"
@http(method: "POST", uri: "/x", code: 202)
operation Op {}
"#],
    };
}
