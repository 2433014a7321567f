//! Rules about resources: identifiers and operations (spec: "Resource").

mod binding;
mod hierarchy;
mod lifecycle;
mod properties;
mod references;

pub(super) use binding::BINDINGS;
pub(super) use hierarchy::{CYCLES, IDENTIFIERS};
pub(super) use lifecycle::{BETTER_BOUND, LIFECYCLES};
pub(super) use properties::{PROPERTIES, holder};
pub(super) use references::{MISSING_REFERENCES, REFERENCES};

use crate::model::{OrderedMap, Resource, Shape, ShapeId};
use crate::traits::{Required, ResourceIdentifier};

/// The members of a structure that contain identifiers of a resource, by identifier: explicitly bound members, and
/// required members with the name and target of an identifier.
pub(super) fn bound_members<'s>(resource: &'s Resource, structure: &'s Shape) -> OrderedMap<&'s str, &'s str> {
    let mut bound = OrderedMap::new();
    for member in structure.members.values() {
        let explicit = member.get::<ResourceIdentifier>().map(ResourceIdentifier::as_str);
        if let Some(identifier) = explicit {
            bound.insert(identifier, member.name());
        } else if member.has::<Required>() && resource.identifiers.get(member.name()) == Some(&member.target) {
            bound.insert(member.name(), member.name());
        }
    }
    bound
}

/// All operations of a resource, without duplicates, in the order of its properties.
fn operations(resource: &Resource) -> Vec<&ShapeId> {
    let lifecycle =
        [&resource.create, &resource.put, &resource.read, &resource.update, &resource.delete, &resource.list];
    let all = lifecycle.into_iter().flatten().chain(&resource.operations).chain(&resource.collection_operations);
    let mut ids: Vec<&ShapeId> = all.collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Whether an operation is a collection operation.
fn is_collection(resource: &Resource, id: &ShapeId) -> bool {
    let lifecycle = [&resource.create, &resource.list];
    resource.collection_operations.contains(id) || lifecycle.into_iter().flatten().any(|known| known == id)
}
