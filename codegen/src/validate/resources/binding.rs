//! Identifiers of resources in operations that are bound to them.

use std::collections::{BTreeMap, BTreeSet};

use super::{bound_members, is_collection, operations};
use crate::diagnostic::{Diagnostic, List, RequiredMember, ResourceFacts, Severity};
use crate::model::{Resource, Shape};
use crate::rule::event;
use crate::traits::ResourceIdentifier;
use crate::validate::Rule;
use crate::validate::context::{Context, backticked, quoted};

const ID: &str = "ResourceIdentifierBinding";

pub(crate) const BINDINGS: Rule = Rule {
    events: &[event!("ResourceIdentifierBinding")],
    check: bindings,
    #[cfg(test)]
    cases: cases::BINDINGS,
};

/// Checks members with explicit identifiers, and inputs of bound operations.
fn bindings(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    explicit(context, found);
    for (_, shape, resource) in context.resources() {
        for id in &resource.resources {
            if let Some((child_shape, child)) = context.shape(id).and_then(|s| Some((s, s.as_resource()?))) {
                below(context, (shape, resource), (child_shape, child), found);
            }
        }
        for id in operations(resource) {
            let Some(operation) = context.shape(id) else { continue };
            let Some(input) = operation.as_operation().and_then(|body| context.shape(&body.input)) else { continue };
            let bound = bound_members(resource, input);
            let all = resource.identifiers.keys().all(|name| bound.contains_key(name.as_str()));
            let message = match (is_collection(resource, id), all) {
                (true, true) => ResourceFacts::CollectionBindsAll { resource: shape.id.clone() },
                (false, false) => {
                    let expected = resource.identifiers.iter().map(|(name, id)| (name.as_str(), id.as_str()));
                    let found = bound.iter().map(|(name, member)| (*name, *member));
                    ResourceFacts::InstanceBinding {
                        resource: shape.id.clone(),
                        expected: described(expected),
                        found: described(found),
                    }
                }
                _ => continue,
            };
            let error = Diagnostic::of(Severity::Error, ID, message, operation.span).with_shape(id);
            let error = error.with_label(shape.span, "the resource is here");
            found.push(error.with_label(input.span, "this is the input"));
        }
    }
}

fn described<'a>(bindings: impl Iterator<Item = (&'a str, &'a str)>) -> List<RequiredMember> {
    let mut all: Vec<_> =
        bindings.map(|(name, target)| RequiredMember { name: name.to_owned(), target: target.to_owned() }).collect();
    all.sort();
    List(all)
}

/// Checks that operations of a child resource have the identifiers of its parent.
fn below(
    context: &Context<'_>,
    (parent, resource): (&Shape, &Resource),
    (shape, child): (&Shape, &Resource),
    found: &mut Vec<Diagnostic>,
) {
    for id in operations(child) {
        let Some(operation) = context.shape(id) else { continue };
        let Some(input) = operation.as_operation().and_then(|body| context.shape(&body.input)) else { continue };
        let bound = bound_members(child, input);
        let missing: Vec<&String> =
            resource.identifiers.keys().filter(|name| !bound.contains_key(name.as_str())).collect();
        if !missing.is_empty() {
            let message = ResourceFacts::ChildBinding {
                child: shape.id.clone(),
                parent: parent.id.clone(),
                missing: backticked(missing),
            };
            let error = Diagnostic::of(Severity::Error, ID, message, operation.span).with_shape(id);
            found.push(error.with_label(input.span, "this is the input"));
        }
    }
}

/// Reports members of a structure with the same identifier.
fn explicit(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let marked = context.graph.with::<ResourceIdentifier>().iter();
    let containers: BTreeSet<_> = marked.map(|id| context.graph.container(*id)).collect();
    for id in containers {
        let Some(shape) = context.graph.element(id).as_shape() else { continue };
        let mut explicit: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for member in shape.members.values() {
            if let Some(name) = member.get::<ResourceIdentifier>().map(ResourceIdentifier::as_str) {
                explicit.entry(name).or_default().insert(member.name());
            }
        }
        for (identifier, members) in explicit {
            let implicit = shape.members.get(identifier);
            if implicit.is_some_and(|member| !member.has::<ResourceIdentifier>()) {
                let message = ResourceFacts::OverriddenIdentifier {
                    identifier: identifier.to_owned(),
                    members: quoted(&members),
                };
                found.push(Diagnostic::of(Severity::Warning, ID, message, shape.span).with_shape(&shape.id));
            }
            if members.len() > 1 {
                let message =
                    ResourceFacts::SharedIdentifier { identifier: identifier.to_owned(), members: quoted(&members) };
                let mut error = Diagnostic::of(Severity::Error, ID, message, shape.span).with_shape(&shape.id);
                for member in members.iter().filter_map(|name| shape.members.get(*name)) {
                    error = error.with_label(member.span, "this member has the identifier");
                }
                found.push(error);
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const BINDINGS: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource R {
    identifiers: { id: String }
    operations: [Op]
}
operation Op {
//        ^^ error: ResourceIdentifierBinding
    input := {
        id: String
    }
}
"#],
        leaves: &[r#"
resource R {
    identifiers: { id: String }
    operations: [Op]
}
operation Op {
    input := {
        @required
        id: String
    }
}
"#],
    };
}
