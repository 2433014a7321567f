//! Changes of generated modules, and the edit that causes each.

use std::collections::{BTreeMap, BTreeSet};

use super::Edit;
use super::gate::unexplained;
use super::keys::{Models, container};
use crate::api::{Change, Level, Levels, Nature};
use crate::model::{Model, ShapeId, Trait};
use crate::traits::{
    Auth, DefaultValue, Deprecated, Documentation, Length, OptionalAuth, Pattern, Range, Required, UniqueItems,
};
use crate::validate::contained::bound_operations;

/// Gives each change to the edit that causes it. Changes without one become edits of their own.
pub(super) fn assign(old: &Model, new: &Model, edits: &mut Vec<Edit>, changes: Vec<Change>, all: Levels) {
    let models = Models { old, new };
    let links = [Links::of(old), Links::of(new)];
    for change in changes {
        let place = cause(&links, edits, &change).or_else(|| {
            edits.push(unexplained(models, &change));
            edits.len().checked_sub(1)
        });
        if let Some(edit) = place.and_then(|place| edits.get_mut(place)) {
            edit.levels.join(&change.levels);
            edit.changes.push(change);
        }
    }
    for edit in edits {
        edit.levels = edit.levels.within(&all.at(Level::Patch));
    }
}

/// The edit that causes a change: one that is about the same element, or about something that the element uses, or
/// about something that uses the element. The nearest one is taken.
fn cause(links: &[Links; 2], edits: &[Edit], change: &Change) -> Option<usize> {
    let step = |direction: fn(&Links) -> &BTreeMap<String, Vec<String>>| {
        nearest(edits, change, |id| {
            links.iter().filter_map(|links| direction(links).get(id)).flatten().cloned().collect()
        })
    };
    step(|links| &links.uses).or_else(|| step(|links| &links.users))
}

/// Follows links from the element of a change until there is an edit.
fn nearest(edits: &[Edit], change: &Change, links: impl Fn(&str) -> Vec<String>) -> Option<usize> {
    let mut seen = BTreeSet::new();
    let mut level = vec![change.origin.clone()];
    while !level.is_empty() {
        if let Some(found) = level.iter().find_map(|id| best(edits, id, change)) {
            return Some(found);
        }
        seen.extend(level.iter().cloned());
        let next: BTreeSet<String> = level.iter().flat_map(|id| links(id)).collect();
        level = next.into_iter().filter(|id| !seen.contains(id)).collect();
    }
    None
}

/// The edit about this element that explains the change best.
fn best(edits: &[Edit], id: &str, change: &Change) -> Option<usize> {
    let scored = edits.iter().enumerate().filter_map(|(place, edit)| Some((score(edit, id, change.nature)?, place)));
    // Among equals the first, which is the most severe.
    scored.max_by_key(|(score, place)| (*score, std::cmp::Reverse(*place))).map(|(_, place)| place)
}

/// How well an edit explains a change of an element; `None` if it is not about the element.
fn score(edit: &Edit, id: &str, nature: Nature) -> Option<u32> {
    let about = edit.findings.iter().filter(|finding| {
        let shape = finding.diagnostic.shape.as_ref().map(ShapeId::as_str);
        // Members of added and removed shapes are not reported.
        shape == Some(id) || (shape == Some(container(id)) && finding.diagnostic.id.ends_with("edShape"))
    });
    about.map(|finding| explains(&finding.diagnostic.id, nature)).max()
}

/// How well an event explains changes of this nature.
fn explains(event: &str, nature: Nature) -> u32 {
    let of_trait = |ids: &[&str]| ids.iter().any(|id| event.ends_with(id));
    if of_trait(&[Documentation::ID]) {
        return 0;
    }
    let fits = match nature {
        Nature::Constraint => {
            of_trait(&[Length::ID, Range::ID, Pattern::ID, UniqueItems::ID, Required::ID])
                || ["ChangedLengthTrait", "ChangedRangeTrait", "ChangedRequiredTrait", "ChangedMemberTarget"]
                    .contains(&event)
                || event.starts_with("ChangedNullability")
        }
        Nature::Default => of_trait(&[DefaultValue::ID]) || event == "ChangedDefault",
        Nature::Auth => of_trait(&[Auth::ID, OptionalAuth::ID]) || event.contains("uth") || event == "SigV4Migration",
        Nature::Protocol => event.contains("rotocol"),
        Nature::Wire => event.starts_with("ModifiedTrait") || event.starts_with("TraitBreakingChange"),
        Nature::Api | Nature::Stored => {
            ["AddedShape", "RemovedShape", "ChangedMemberTarget", "ChangedShapeType"].contains(&event)
                || event.starts_with("ChangedNullability")
                || event.starts_with("ChangedEnumTrait")
                || of_trait(&[Deprecated::ID])
        }
    };
    if fits { 2 } else { 1 }
}

/// Which elements of a model refer to which.
#[derive(Default)]
struct Links {
    /// What each element refers to.
    uses: BTreeMap<String, Vec<String>>,
    /// What refers to each element.
    users: BTreeMap<String, Vec<String>>,
}

impl Links {
    fn of(model: &Model) -> Self {
        let mut links = Self::default();
        for shape in model.own_shapes() {
            for member in shape.members.values() {
                links.add(&shape.id, &member.id);
                links.add(&member.id, &member.target);
            }
            if let Some(operation) = shape.as_operation() {
                for id in [&operation.input, &operation.output].into_iter().chain(&operation.errors) {
                    links.add(&shape.id, id);
                }
            }
            // A service is no part of what its operations use, but the other way round.
            let bound: Vec<&ShapeId> = match (shape.as_service(), shape.as_resource()) {
                (Some(service), _) => {
                    service.operations.iter().chain(&service.resources).chain(&service.errors).collect()
                }
                (_, Some(resource)) => bound_operations(resource).chain(&resource.resources).collect(),
                (None, None) => Vec::new(),
            };
            for id in bound {
                links.users.entry(id.to_string()).or_default().push(shape.id.to_string());
            }
        }
        links
    }

    fn add(&mut self, from: &ShapeId, to: &ShapeId) {
        self.uses.entry(from.to_string()).or_default().push(to.to_string());
        self.users.entry(to.to_string()).or_default().push(from.to_string());
    }
}
