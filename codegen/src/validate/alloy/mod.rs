//! Rules of the `alloy` traits: unions in JSON, and the protocol `simpleRestJson`. `values` has those of values.

mod proto;
mod values;

use super::context::{Applied, Context};
use crate::diagnostic::{AlloyFacts, Diagnostic, LabelFacts, Severity};
use crate::model::graph::Element;
use crate::model::{Shape, ShapeType, Trait};
use crate::rule::event;
use crate::traits::{Discriminated, Http, HttpHeader, JsonName, JsonUnknown, SimpleRestJson, TimestampFormat};
use crate::validate::Rule;

pub(super) use proto::{CONNECTED, ERRORS, GRPC, INDEXES, INLINED, RESERVED};
pub(super) use values::{DEFAULTS, EXAMPLES, PATTERNS};

pub(super) const UNIONS: Rule = Rule {
    events: &[event!("DiscriminatedUnion")],
    check: unions,
    #[cfg(test)]
    cases: cases::UNIONS,
};

/// The members of a union with a discriminator are structures, which have no member of that name.
fn unions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: discriminator, span, .. } in context.with::<Discriminated>() {
        let Some(union) = element.as_shape() else { continue };
        for (name, member) in &union.members {
            let Some(target) = context.shape(&member.target) else { continue };
            let member_name = name.to_string();
            let message = if target.kind == ShapeType::Structure {
                let key = discriminator.as_str();
                let Some(place) = member_written_as(target, key) else { continue };
                let message = AlloyFacts::HasDiscriminator { member: member_name, discriminator: key.to_owned() };
                let error = Diagnostic::of(Severity::Error, "DiscriminatedUnion", message, member.span);
                found.push(error.with_shape(&member.id).with_label(place, "this member has the name"));
                continue;
            } else if member.has::<JsonUnknown>() {
                continue;
            } else {
                AlloyFacts::NotAStructure { member: member_name }
            };
            let error = Diagnostic::of(Severity::Error, "DiscriminatedUnion", message, member.span);
            let label = LabelFacts::Discriminator { name: discriminator.as_str().to_owned() };
            found.push(error.with_shape(&member.id).with_label(span, label));
        }
    }
}

/// The span of the member that has the name in the model or in JSON.
fn member_written_as(structure: &Shape, key: &str) -> Option<crate::source::Span> {
    let is_written_as =
        |member: &&crate::model::Member| member.get::<JsonName>().is_some_and(|name| name.as_str() == key);
    let member = structure.members.get(key).or_else(|| structure.members.values().find(is_written_as))?;
    Some(member.span)
}

pub(super) const UNKNOWN_MEMBERS: Rule = Rule {
    events: &[event!("JsonUnknownTrait", Parts, &["ConflictingUnionMember"])],
    check: unknown_members,
    #[cfg(test)]
    cases: cases::UNKNOWN_MEMBERS,
};

/// At most one member of a union holds unknown values.
fn unknown_members(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let unions = context.model.own_shapes().filter(|shape| shape.kind == ShapeType::Union);
    for union in unions {
        let members: Vec<_> = union.members.values().filter(|member| member.has::<JsonUnknown>()).collect();
        if let [first, second, ..] = members[..] {
            let message = AlloyFacts::SeveralUnknown { trait_id: JsonUnknown::ID };
            let error = Diagnostic::of(Severity::Error, "JsonUnknownTrait.ConflictingUnionMember", message, first.span);
            found.push(error.with_shape(&first.id).with_label(second.span, "another member with the trait"));
        }
    }
}

pub(super) const OPERATIONS: Rule = Rule {
    events: &[event!("SimpleRestJson")],
    check: operations,
    #[cfg(test)]
    cases: cases::OPERATIONS,
};

/// Operations of services with the protocol have HTTP bindings.
fn operations(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let services = context.closures().iter().filter(|closure| closure.shape.has::<SimpleRestJson>());
    for closure in services {
        let operations = closure.operations.iter().map(|id| context.graph.element(*id));
        for operation in operations.filter(|operation| !operation.has::<Http>()) {
            let message = AlloyFacts::OperationWithoutHttp { protocol: SimpleRestJson::ID };
            let error = Diagnostic::of(Severity::Error, "SimpleRestJson", message, operation.span());
            let label = LabelFacts::Protocol { service: closure.shape.id.name().to_owned() };
            found.push(error.with_shape(operation.id()).with_label(closure.shape.span, label));
        }
    }
}

pub(super) const HEADERS: Rule = Rule {
    events: &[event!("SimpleRestJsonHttpHeader")],
    check: headers,
    #[cfg(test)]
    cases: cases::HEADERS,
};

/// No member is bound to the header that the protocol sets.
fn headers(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for element in elements(context) {
        let Some(HttpHeader(header)) = element.get::<HttpHeader>() else { continue };
        if header.eq_ignore_ascii_case("content-type") {
            let message = AlloyFacts::OverriddenHeader { header: header.to_string() };
            let span = element.place_of::<HttpHeader>();
            let warning = Diagnostic::of(Severity::Warning, "SimpleRestJsonHttpHeader", message, span);
            found.push(warning.with_shape(element.id()));
        }
    }
}

pub(super) const TIMESTAMPS: Rule = Rule {
    events: &[event!("SimpleRestJsonTimestamp")],
    check: timestamps,
    #[cfg(test)]
    cases: cases::TIMESTAMPS,
};

/// Timestamps have a format. Implementations have different defaults.
fn timestamps(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for element in elements(context) {
        let Element::Member(_, member) = element else { continue };
        let Some(target) = context.shape(&member.target) else { continue };
        let has_format = member.has::<TimestampFormat>() || target.has::<TimestampFormat>();
        if target.kind == ShapeType::Timestamp && !has_format {
            let message = "A Timestamp shape does not have a timestamp format trait";
            let warning = Diagnostic::of(Severity::Warning, "SimpleRestJsonTimestamp", message, member.span);
            let help = "without it, timestamps are `date-time` in bodies and `http-date` in headers";
            found.push(warning.with_shape(&member.id).with_help(help));
        }
    }
}

/// The shapes and members of all services with the protocol, each once.
fn elements<'m>(context: &Context<'m>) -> impl Iterator<Item = Element<'m>> {
    let services = context.closures().iter().filter(|closure| closure.shape.has::<SimpleRestJson>());
    let ids: std::collections::BTreeSet<_> = services.flat_map(|closure| closure.elements.iter().copied()).collect();
    ids.into_iter().map(|id| context.graph.element(id)).filter(|element| !element.is_builtin())
}

#[cfg(test)]
mod cases;
