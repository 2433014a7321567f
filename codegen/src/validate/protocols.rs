//! Protocol traits (spec: "smithy.protocols", "aws.protocols"): HTTP versions of event streams, and `@idx` members.

use std::collections::BTreeSet;

use super::contained::with;
use crate::diagnostic::{Diagnostic, ServiceFacts, Severity};
use crate::model::graph::Element;
use crate::model::{Body, Member, Model, Shape, ShapeId, ShapeType};
use crate::rule::event;
use crate::traits::{EventHeader, EventPayload, Idx, Indexed, Mixin, Placed, Protocol, Streaming};
use crate::validate::Rule;
use crate::validate::context::{Context, joined};

/// Event ID for a protocol whose `eventStreamHttp` is not a subset of its `http`.
fn version_event(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::RpcV2Cbor => "Rpcv2CborTrait",
        Protocol::RpcV2Json => "Rpcv2JsonTrait",
        Protocol::AwsJson1_0
        | Protocol::AwsJson1_1
        | Protocol::RestJson1
        | Protocol::RestXml
        | Protocol::AwsQuery
        | Protocol::Ec2Query
        | Protocol::SimpleRestJson => "ProtocolHttp",
    }
}

pub(super) const HTTP_VERSIONS: Rule = Rule {
    events: &[event!("Rpcv2CborTrait"), event!("Rpcv2JsonTrait"), event!("ProtocolHttp")],
    check: http_versions,
    #[cfg(test)]
    cases: cases::HTTP_VERSIONS,
};

fn http_versions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for protocol in Protocol::ALL {
        for service in context.model.own_shapes() {
            let Some(versions) = protocol.versions(&service.traits) else { continue };
            let unknown: Vec<_> =
                versions.event_stream_http().iter().filter(|version| !versions.http.contains(version)).collect();
            if let Some(Placed { span, .. }) = versions.event_stream_http.as_ref().filter(|_| !unknown.is_empty()) {
                let (id, protocol) = (version_event(protocol), protocol.shape_id());
                let message = ServiceFacts::EventStreamVersions { protocol, versions: joined(unknown) };
                found.push(Diagnostic::of(Severity::Error, id, message, *span).with_shape(&service.id));
            }
        }
    }
}

pub(super) const INDEXED: Rule = Rule {
    events: &[event!("IndexedTrait")],
    check: indexed,
    #[cfg(test)]
    cases: cases::INDEXED,
};

/// Checks that members of structures and unions in an indexed service are numbered from 1 without gaps.
fn indexed(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let mut reached = BTreeSet::new();
    for (service, ..) in with::<Indexed>(model) {
        reach(model, service, &mut reached);
    }
    for shape in model.own_shapes() {
        let has_members = matches!(shape.kind, ShapeType::Structure | ShapeType::Union);
        if !has_members || shape.has::<Mixin>() {
            continue;
        }
        if reached.contains(&shape.id) {
            numbered(model, shape, Reason::Service, found);
        } else if shape.members.values().any(Member::has::<Idx>) {
            numbered(model, shape, Reason::OtherMember, found);
        }
    }
}

/// Collects all shapes in the closure of a service.
fn reach<'m>(model: &'m Model, service: &'m Shape, reached: &mut BTreeSet<&'m ShapeId>) {
    let mut open = vec![&service.id];
    while let Some(id) = open.pop() {
        let Some(shape) = model.shape(id) else { continue };
        if !reached.insert(&shape.id) {
            continue;
        }
        open.extend(shape.members.values().map(|member| &member.target));
        match &shape.body {
            Body::None => {}
            Body::Service(service) => {
                open.extend(service.operations.iter().chain(&service.resources).chain(&service.errors));
            }
            Body::Resource(resource) => {
                open.extend(super::contained::bound_operations(resource));
                open.extend(&resource.resources);
                open.extend(resource.identifiers.values().chain(resource.properties.values()));
            }
            Body::Operation(operation) => {
                open.extend([&operation.input, &operation.output].into_iter().chain(&operation.errors));
            }
        }
    }
}

/// Why members of a shape need an index.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// The shape is part of an indexed service.
    Service,
    /// Another member of the shape has an index.
    OtherMember,
}

/// Checks that the members of a shape are numbered from 1 without gaps.
fn numbered(model: &Model, shape: &Shape, reason: Reason, found: &mut Vec<Diagnostic>) {
    let mut members: Vec<_> = shape.members.values().map(|member| (member.get::<Idx>(), member)).collect();
    members.sort_by_key(|(index, member)| (index.map_or(-1, |Idx(index)| *index), member.name()));
    let mut last = 0;
    for (index, member) in members {
        if !member.has::<Idx>() {
            if !is_exempt(model, member) {
                let (shape, at) = (shape.id.clone(), member.id.clone());
                let message = match reason {
                    Reason::Service => ServiceFacts::IndexInService { shape, member: at },
                    Reason::OtherMember => ServiceFacts::IndexInShape { shape, member: at },
                };
                found
                    .push(Diagnostic::of(Severity::Error, "IndexedTrait", message, member.span).with_shape(&member.id));
            }
            continue;
        }
        let Some(&Idx(index)) = index else { continue };
        let expected = last + 1;
        let message = if index == last {
            ServiceFacts::DuplicateIndex { index }
        } else if index == expected {
            last = index;
            continue;
        } else if index == expected + 1 {
            ServiceFacts::MissingIndex { index: expected }
        } else {
            ServiceFacts::MissingIndexes { first: expected, last: index - 1 }
        };
        last = index;
        let span = Element::Member(shape, member).place_of::<Idx>();
        found.push(Diagnostic::of(Severity::Error, "IndexedTrait", message, span).with_shape(&member.id));
    }
}

/// Members outside the body need no index.
fn is_exempt(model: &Model, member: &Member) -> bool {
    member.has::<EventHeader>()
        || member.has::<EventPayload>()
        || model.shape(&member.target).is_some_and(|target| {
            matches!(target.kind, ShapeType::Blob | ShapeType::Union) && target.has::<Streaming>()
        })
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const HTTP_VERSIONS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.protocols#awsJson1_0(http: ["http/1.1"], eventStreamHttp: ["h2"])
//                                                             ^^^^^^ error: ProtocolHttp
service S {}
"#],
        leaves: &[r#"
@aws.protocols#awsJson1_0(http: ["http/1.1", "h2"], eventStreamHttp: ["h2"])
service S {}
"#],
    };

    pub(super) const INDEXED: Cases = Cases {
        file: file!(),
        finds: &[r#"
namespace smithy.protocols
@trait
integer idx

structure S {
    @idx(1)
    a: String
    @idx(1)
//       ^ error: IndexedTrait
    b: String
}
"#],
        leaves: &[r#"
namespace smithy.protocols
@trait
integer idx

structure S {
    @idx(1)
    a: String
    @idx(2)
    b: String
}
"#],
    };
}
