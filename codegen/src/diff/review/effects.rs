//! Changes of generated modules, and the edit that causes each.

use std::collections::{BTreeMap, BTreeSet};

use super::Edit;
use super::gate::unexplained;
use super::keys::{Models, container};
use crate::api::{Change, ChangeKind, Level, Levels};
use crate::diagnostic::{ApiFacts, Details, Diagnostic};
use crate::hash::HashMap;
use crate::model::{Model, ShapeId, Trait};
use crate::traits::{
    Auth, DefaultValue, Deprecated, Documentation, FORMATS, Length, OptionalAuth, Pattern, Protocol, Range, Required,
    UniqueItems, known_schemes,
};
use crate::validate::contained::bound_operations;
use crate::validate::suppress::Decisions;

/// Assigns each change to the edit that causes it. A change without one becomes a separate edit.
pub(super) fn assign(
    models: Models<'_>,
    decisions: &Decisions<'_>,
    edits: &mut Vec<Edit>,
    changes: Vec<Change>,
    all: Levels,
) {
    let links = [Links::of(models.old), Links::of(models.new)];
    let mut places = Places::default();
    for (place, edit) in edits.iter().enumerate() {
        places.add(place, edit);
    }
    // Edits that removed operations.
    let mut removals = BTreeMap::new();
    for change in changes {
        let removal = removals.get(&change.origin).copied();
        let place = removal.or_else(|| cause(&links, edits, &places, &change)).unwrap_or_else(|| {
            let edit = unexplained(models, decisions, &change);
            places.add(edits.len(), &edit);
            edits.push(edit);
            edits.len() - 1
        });
        if matches!(change.facts, ApiFacts::RemovedOperation { .. }) {
            removals.insert(change.origin.clone(), place);
        }
        if let Some(edit) = edits.get_mut(place) {
            edit.levels.join(&change.levels);
            edit.changes.push(change);
        }
    }
    for edit in edits {
        edit.levels = edit.levels.within(&all.at(Level::Patch));
    }
}

/// Edits by the elements that their findings are about.
#[derive(Default)]
struct Places(HashMap<ShapeId, BTreeSet<usize>>);

impl Places {
    fn add(&mut self, place: usize, edit: &Edit) {
        for id in edit.findings.iter().filter_map(|finding| finding.diagnostic.shape.as_ref()) {
            self.0.entry(id.clone()).or_default().insert(place);
        }
    }

    /// The edits about an element, or about the shape of a member, in their order.
    fn about(&self, id: &str) -> BTreeSet<usize> {
        [id, container(id)].into_iter().filter_map(|id| self.0.get(id)).flatten().copied().collect()
    }
}

/// The edit that causes a change: the nearest one about the same element, about an element that it uses, or about one
/// that uses it.
fn cause(links: &[Links; 2], edits: &[Edit], places: &Places, change: &Change) -> Option<usize> {
    let step = |direction: fn(&Links) -> &BTreeMap<String, Vec<String>>| {
        nearest(edits, places, change, |id| {
            links.iter().filter_map(|links| direction(links).get(id)).flatten().cloned().collect()
        })
    };
    step(|links| &links.uses).or_else(|| step(|links| &links.users))
}

/// Follows links from the element of a change until there is an edit.
fn nearest(edits: &[Edit], places: &Places, change: &Change, links: impl Fn(&str) -> Vec<String>) -> Option<usize> {
    let mut seen = BTreeSet::new();
    let mut level = vec![change.origin.clone()];
    while !level.is_empty() {
        if let Some(found) = level.iter().find_map(|id| best(edits, places, id, change)) {
            return Some(found);
        }
        seen.extend(level.iter().cloned());
        let next: BTreeSet<String> = level.iter().flat_map(|id| links(id)).collect();
        level = next.into_iter().filter(|id| !seen.contains(id)).collect();
    }
    None
}

/// The edit about this element that explains the change best.
fn best(edits: &[Edit], places: &Places, id: &str, change: &Change) -> Option<usize> {
    let about = places.about(id).into_iter();
    let scored = about.filter_map(|place| Some((score(edits.get(place)?, id, change)?, place)));
    // Among equals the first, which is the most severe.
    scored.max_by_key(|(score, place)| (*score, std::cmp::Reverse(*place))).map(|(_, place)| place)
}

/// How well an edit explains a change of an element; `None` if it is not about the element.
fn score(edit: &Edit, id: &str, change: &Change) -> Option<u32> {
    let about = edit.findings.iter().filter(|finding| {
        let shape = finding.diagnostic.shape.as_ref().map(ShapeId::as_str);
        // Members of added and removed shapes are not reported.
        shape == Some(id)
            || (shape == Some(container(id)) && matches!(&*finding.diagnostic.id, "AddedShape" | "RemovedShape"))
    });
    let about = about.filter(|finding| may_explain(&finding.diagnostic.id, &change.facts));
    about.map(|finding| explains(&finding.diagnostic, change)).max()
}

/// Only a removal explains that an operation is no longer served.
fn may_explain(event: &str, change: &ApiFacts) -> bool {
    let ApiFacts::RemovedOperation { operation } = change else { return true };
    match event.split_once('.') {
        Some(("RemovedOperationBinding", place)) => place.rsplit('.').next() == Some(operation),
        Some((name, _)) => name == "RemovedResourceBinding",
        None => event == "RemovedShape",
    }
}

/// How well a finding explains a change.
fn explains(diagnostic: &Diagnostic, change: &Change) -> u32 {
    let event = diagnostic.id.as_str();
    let applied = match diagnostic.details.as_deref() {
        Some(Details::Diff(facts)) => facts.changed_trait().map(ShapeId::as_str),
        _ => None,
    };
    let of_trait = |ids: &[&str]| applied.is_some_and(|id| ids.contains(&id));
    if of_trait(&[Documentation::ID]) {
        return 0;
    }
    let fits = match change.kind {
        ChangeKind::Constraint => {
            of_trait(&[Length::ID, Range::ID, Pattern::ID, UniqueItems::ID, Required::ID])
                || of_trait(FORMATS)
                || ["ChangedLengthTrait", "ChangedRangeTrait", "ChangedRequiredTrait", "ChangedMemberTarget"]
                    .contains(&event)
                || event.starts_with("ChangedNullability")
        }
        ChangeKind::Default => of_trait(&[DefaultValue::ID]) || event == "ChangedDefault",
        ChangeKind::Auth => {
            of_trait(&[Auth::ID, OptionalAuth::ID]) || event == "SigV4Migration" || applied.is_some_and(is_scheme)
        }
        ChangeKind::Protocol => {
            applied.and_then(Protocol::from_shape_id).is_some_and(|found| is_about(found, &change.facts))
        }
        ChangeKind::Wire | ChangeKind::Behavior => applied.is_some(),
        ChangeKind::Api | ChangeKind::Stored => {
            ["AddedShape", "RemovedShape", "ChangedMemberTarget", "ChangedShapeType"].contains(&event)
                || event.starts_with("ChangedNullability")
                || event.starts_with("ChangedEnumTrait")
                || of_trait(&[Deprecated::ID])
        }
    };
    if fits { 2 } else { 1 }
}

fn is_about(protocol: Protocol, change: &ApiFacts) -> bool {
    let (ApiFacts::AddedProtocol { protocol: name }
    | ApiFacts::PreferredProtocol { protocol: name }
    | ApiFacts::RemovedProtocol { protocol: name }) = change
    else {
        return false;
    };
    protocol.name() == name
}

fn is_scheme(id: &str) -> bool {
    known_schemes().any(|scheme| scheme == id)
}

/// Which elements of a model refer to which.
#[derive(Default)]
struct Links {
    /// References of each element.
    uses: BTreeMap<String, Vec<String>>,
    /// References to each element.
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
            // Operations and resources do not use their service, but it uses them.
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
