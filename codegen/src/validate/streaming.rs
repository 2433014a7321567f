//! Streams: where they can be used, and the members of events (spec: "Streaming").

use super::context::{Applied, Context};
use super::http::protocol_with;
use super::targets::label;
use crate::diagnostic::{Diagnostic, List, ServiceFacts, Severity};
use crate::model::graph::{Element, Relation};
use crate::model::{Member, Shape, ShapeType, Trait};
use crate::rule::event;
use crate::traits::{DefaultValue, EventHeader, EventPayload, HttpPayload, Required, RequiresLength, Streaming};
use crate::validate::Rule;

const ID: &str = "StreamingTrait";

pub(super) const RULE: Rule = Rule {
    events: &[event!("StreamingTrait")],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

/// Reports streams that are not members of inputs and outputs.
fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { id, element, .. } in context.with::<Streaming>() {
        let Element::Shape(stream) = element else { continue };
        if stream.kind == ShapeType::Union {
            events(context, stream, found);
        }
        let edges = context.graph.reverse_neighbors(id).iter().filter(|edge| edge.relation == Relation::Target);
        for edge in edges {
            let Element::Member(container, member) = context.graph.element(edge.to) else { continue };
            if stream.kind == ShapeType::Blob && !member.has::<Required>() && !member.has::<DefaultValue>() {
                let message = "Members that target blobs marked with the `streaming` trait MUST also be marked with the \
                               `required` or `default` trait.";
                let error = Diagnostic::of(Severity::Error, ID, message, member.span).with_shape(&member.id);
                found.push(error.with_help("add `@required`, or `@default(\"\")`"));
            }
            uses(context, stream, container, member, found);
        }
    }
    payloads(context, found);
}

/// Checks how structures with streams are used.
fn uses(context: &Context<'_>, stream: &Shape, container: &Shape, member: &Member, found: &mut Vec<Diagnostic>) {
    let Some(id) = context.graph.find(container.id.as_str()) else { return };
    for edge in context.graph.reverse_neighbors(id).iter().filter(|edge| edge.relation.is_directed()) {
        let from = context.graph.element(edge.to);
        let (shape, span, message) = match edge.relation {
            Relation::Output if stream.has::<RequiresLength>() => {
                (&container.id, container.span, ServiceFacts::LengthInOutput { operation: from.id().clone() })
            }
            Relation::Output | Relation::Input | Relation::Mixin => continue,
            Relation::Target => {
                (from.id(), from.span(), ServiceFacts::StreamInMember { structure: container.id.clone() })
            }
            other => (
                from.id(),
                from.span(),
                ServiceFacts::StreamRelation { relation: label(other).to_uppercase(), structure: container.id.clone() },
            ),
        };
        found.push(
            Diagnostic::of(Severity::Error, ID, message, span)
                .with_shape(shape)
                .with_label(member.span, "this member is the stream"),
        );
    }
}

/// Checks that events are structures.
fn events(context: &Context<'_>, union: &Shape, found: &mut Vec<Diagnostic>) {
    let members = union.members.values();
    let wrong: Vec<&Member> = members
        .filter(|member| context.shape(&member.target).is_some_and(|target| target.kind != ShapeType::Structure))
        .collect();
    if !wrong.is_empty() {
        let names = wrong.iter().map(|member| member.name().to_owned()).collect();
        let message = ServiceFacts::EventTargets { members: List(names) };
        let mut error = Diagnostic::of(Severity::Error, ID, message, union.span).with_shape(&union.id);
        for member in wrong {
            error = error.with_label(member.span, "this is not a structure");
        }
        found.push(error);
    }
}

/// Checks that a stream is the payload in protocols with payloads.
fn payloads(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.graph.with::<Streaming>().is_empty() {
        return;
    }
    for closure in context.closures() {
        if protocol_with(context, closure, HttpPayload::ID).is_none() {
            continue;
        }
        for member in closure.elements.iter().filter_map(|id| context.graph.element(*id).as_member()) {
            let streams = || context.shape(&member.target).is_some_and(super::super::model::Shape::has::<Streaming>);
            if !member.has::<HttpPayload>() && streams() {
                let message = ServiceFacts::StreamWithoutPayload {
                    member: member.id.clone(),
                    target: member.target.clone(),
                    service: closure.shape.id.clone(),
                };
                let error = Diagnostic::of(Severity::Error, ID, message, member.span).with_shape(&member.id);
                found.push(
                    error.with_label(closure.shape.span, "the service is defined here").with_help("add `@httpPayload`"),
                );
            }
        }
    }
}

pub(super) const EVENT_PAYLOADS: Rule = Rule {
    events: &[event!("EventPayloadTrait")],
    check: event_payloads,
    #[cfg(test)]
    cases: cases::EVENT_PAYLOADS,
};

/// Checks that in an event with a payload, all other members are headers.
fn event_payloads(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, .. } in context.with::<EventPayload>() {
        let Element::Member(container, payload) = element else { continue };
        let bound = [EventPayload::ID, EventHeader::ID];
        let others = container.members.values().filter(|member| !bound.iter().any(|id| member.has_trait(id)));
        let others: Vec<&str> = others.map(Member::name).collect();
        if !others.is_empty() {
            let message = ServiceFacts::UnboundEventMembers { members: super::context::backticked(others) };
            let error =
                Diagnostic::of(Severity::Error, "EventPayloadTrait", message, container.span).with_shape(&container.id);
            found.push(error.with_label(payload.span, "this member is the payload"));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[r#"
operation Op {
    input := {
        inner: Inner
//      ^^^^^ error: StreamingTrait
    }
}
structure Inner {
    events: Events
}
@streaming
union Events {
    event: Event
}
structure Event {}
"#],
        leaves: &[r#"
operation Op {
    input := {
        events: Events
    }
}
@streaming
union Events {
    event: Event
}
structure Event {}
"#],
    };

    pub(super) const EVENT_PAYLOADS: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure Event {
//        ^^^^^ error: EventPayloadTrait
    @eventPayload
    body: Blob
    rest: String
}
"#],
        leaves: &[r#"
structure Event {
    @eventPayload
    body: Blob
    @eventHeader
    rest: String
}
"#],
    };
}
