//! Streams: where they can be used, and the members of events (spec: "Streaming").

use super::context::{Applied, Context};
use super::http::protocol_with;
use super::targets::label;
use crate::diagnostic::Diagnostic;
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
        let edges = context.graph.reverse_neighbours(id).iter().filter(|edge| edge.relation == Relation::Target);
        for edge in edges {
            let Element::Member(container, member) = context.graph.element(edge.to) else { continue };
            if stream.kind == ShapeType::Blob && !member.has::<Required>() && !member.has::<DefaultValue>() {
                let message = "Members that target blobs marked with the `streaming` trait MUST also be marked with the \
                               `required` or `default` trait.";
                let error = Diagnostic::error(ID, message, member.span).with_shape(&member.id);
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
    for edge in context.graph.reverse_neighbours(id).iter().filter(|edge| edge.relation.is_directed()) {
        let from = context.graph.element(edge.to);
        let (shape, span, message) = match edge.relation {
            Relation::Output if stream.has::<RequiresLength>() => (
                &container.id,
                container.span,
                format!(
                    "Structures that contain a reference to a stream marked with the @requiresLength trait can only be \
                     used as operation inputs, but this structure is referenced from `{}` as output",
                    from.id()
                ),
            ),
            Relation::Output | Relation::Input | Relation::Mixin => continue,
            Relation::Target => (
                from.id(),
                from.span(),
                format!(
                    "Members cannot target structures that contain a stream, but this member targets {}",
                    container.id
                ),
            ),
            other => (
                from.id(),
                from.span(),
                format!(
                    "This shape has an invalid `{}` relationship to a structure, `{}`, that contains a stream",
                    label(other).to_uppercase(),
                    container.id
                ),
            ),
        };
        found.push(
            Diagnostic::error(ID, message, span).with_shape(shape).with_label(member.span, "the stream is this member"),
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
        let names: Vec<&str> = wrong.iter().map(|member| member.name()).collect();
        let message = format!(
            "Each member of an event stream union must target a structure shape, but the following union members do not: \
             [{}]",
            names.join(", ")
        );
        let mut error = Diagnostic::error(ID, message, union.span).with_shape(&union.id);
        for member in wrong {
            error = error.with_label(member.span, "this is no structure");
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
                let message = format!(
                    "Member `{}` referencing @streaming shape `{}` must have the @httpPayload trait, as service `{}` has a \
                     protocol that supports @httpPayload.",
                    member.id, member.target, closure.shape.id
                );
                let error = Diagnostic::error(ID, message, member.span).with_shape(&member.id);
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
            let message = format!(
                "This event structure contains a member marked with the `eventPayload` trait, so all other members must be \
                 marked with the `eventHeader` trait. However, the following member(s) are not marked with the eventHeader \
                 trait: {}",
                super::context::ticked(others)
            );
            let error = Diagnostic::error("EventPayloadTrait", message, container.span).with_shape(&container.id);
            found.push(error.with_label(payload.span, "the payload is this member"));
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
