//! Renamed elements: pairs of a removed and an added one.

use std::collections::BTreeSet;
use std::fmt;

use super::keys::{Models, container};
use crate::model::{Member, Model, Shape, ShapeId, ShapeType};
use crate::traits::EnumValue;

/// A removed element and the added one that replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rename {
    /// ID of the removed element.
    pub(super) old: String,
    /// ID of the added element.
    pub(super) new: String,
    /// Its type, such as `member`.
    pub(super) what: &'static str,
}

impl Rename {
    /// The title of an edit that consists of this rename.
    pub(super) fn title(&self) -> Title {
        let (what, old, new) = (self.what, self.old.clone(), self.new.clone());
        if self.is_moved() { Title::Moved { what, old, new } } else { Title::Renamed { what, old, new } }
    }

    /// Whether only the namespace differs.
    pub(super) fn is_moved(&self) -> bool {
        let name = |id: &'_ str| id.split_once('#').map(|(_, name)| name.to_owned());
        name(&self.old) == name(&self.new)
    }
}

/// A rename, as the title of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// An element has another name.
    Renamed {
        /// Its type, such as `member`.
        what: &'static str,
        /// The old ID.
        old: String,
        /// The new ID.
        new: String,
    },
    /// A shape is in another namespace.
    Moved {
        /// Its type.
        what: &'static str,
        /// The old ID.
        old: String,
        /// The new ID.
        new: String,
    },
    /// Several shapes are in another namespace.
    MovedNamespace {
        /// Number of the shapes.
        count: usize,
        /// The old namespace.
        from: String,
        /// The new namespace.
        to: String,
    },
}

impl fmt::Display for Title {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Renamed { what, old, new } => {
                write!(f, "Renamed {what} `{old}` to `{}`", new.rsplit(['#', '$']).next().unwrap_or(new))
            }
            Self::Moved { what, old, new } => write!(f, "Moved {what} `{old}` to `{new}`"),
            Self::MovedNamespace { count, from, to } => write!(f, "Moved {count} shapes from `{from}` to `{to}`"),
        }
    }
}

/// Finds all pairs.
pub(super) fn renames(models: Models<'_>) -> Vec<Rename> {
    let mut found = shapes(models);
    for old in models.old.own_shapes() {
        if let Some(new) = models.new.shape(&old.id).filter(|new| new.kind == old.kind) {
            found.extend(members(old, new, &found));
        }
    }
    found
}

/// Members of a shape in both versions.
fn members(old: &Shape, new: &Shape, shapes: &[Rename]) -> Vec<Rename> {
    let removed = old.members.iter().enumerate().filter(|(_, (name, _))| !new.members.contains_key(*name));
    let added: Vec<(usize, &Member)> = new
        .members
        .iter()
        .enumerate()
        .filter(|(_, (name, _))| !old.members.contains_key(*name))
        .map(|(at, (_, member))| (at, member))
        .collect();
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    let what = if matches!(old.kind, ShapeType::Enum | ShapeType::IntEnum) { "enum value" } else { "member" };
    for (at, (_, member)) in removed {
        let is_free = |candidate: &&(usize, &Member)| !taken.contains(&candidate.0);
        let same_value = added.iter().filter(is_free).find(|(_, other)| same_value(member, other));
        let same_place = added
            .iter()
            .filter(is_free)
            .find(|(place, other)| *place == at && same_target(&member.target, &other.target, shapes));
        if let Some((place, other)) = same_value.or(same_place) {
            taken.insert(*place);
            found.push(Rename { old: member.id.to_string(), new: other.id.to_string(), what });
        }
    }
    found
}

/// Whether both have the same `@enumValue`.
fn same_value(old: &Member, new: &Member) -> bool {
    let value = |member: &Member| member.node::<EnumValue>().cloned();
    value(old).is_some() && value(old) == value(new)
}

fn same_target(old: &ShapeId, new: &ShapeId, shapes: &[Rename]) -> bool {
    old == new || shapes.iter().any(|rename| rename.old == old.as_str() && rename.new == new.as_str())
}

/// Shapes of the same type and content that replace each other.
fn shapes(models: Models<'_>) -> Vec<Rename> {
    let single = |model: &Model, other: &Model| -> Vec<ShapeId> {
        let own = model.own_shapes().filter(|shape| other.shape(&shape.id).is_none());
        own.map(|shape| shape.id.clone()).collect()
    };
    let (removed, added) = (single(models.old, models.new), single(models.new, models.old));
    if removed.is_empty() || added.is_empty() {
        return Vec::new();
    }
    let replaced = retargeted(models);
    let mut taken: BTreeSet<&ShapeId> = BTreeSet::new();
    let mut found = Vec::new();
    for id in &removed {
        let Some(old) = models.old.shape(id) else { continue };
        let candidates = added.iter().filter(|new| !taken.contains(new)).filter_map(|new| models.new.shape(new));
        let candidates: Vec<&Shape> = candidates.filter(|new| new.kind == old.kind).collect();
        let moved = candidates.iter().find(|new| new.id.name() == old.id.name());
        let used_instead = candidates
            .iter()
            .find(|new| replaced.contains(&(old.id.to_string(), new.id.to_string())) && alike(models, old, new));
        let same_content = candidates.iter().find(|new| has_content(old) && same_content(models, old, new));
        if let Some(new) = moved.or(used_instead).or(same_content)
            && let Some(new_id) = added.iter().find(|id| **id == new.id)
        {
            taken.insert(new_id);
            found.push(Rename { old: old.id.to_string(), new: new.id.to_string(), what: old.kind.name() });
        }
    }
    found
}

/// Old and new targets of members and operations that have another one.
fn retargeted(models: Models<'_>) -> BTreeSet<(String, String)> {
    let mut pairs = BTreeSet::new();
    let mut add = |old: &ShapeId, new: &ShapeId| {
        if old != new {
            pairs.insert((old.to_string(), new.to_string()));
        }
    };
    for old in models.old.own_shapes() {
        let Some(new) = models.new.shape(&old.id) else { continue };
        for (name, member) in &old.members {
            if let Some(other) = new.members.get(name) {
                add(&member.target, &other.target);
            }
        }
        if let (Some(old), Some(new)) = (old.as_operation(), new.as_operation()) {
            add(&old.input, &new.input);
            add(&old.output, &new.output);
        }
    }
    pairs
}

/// Whether a shape can be recognized by its content.
fn has_content(shape: &Shape) -> bool {
    shape.as_operation().is_some() || shape.as_service().is_some() || !shape.members.is_empty()
}

/// Whether at least half of the members have the same names, for a shape that is used in place of another.
fn alike(models: Models<'_>, old: &Shape, new: &Shape) -> bool {
    let kept = old.members.keys().filter(|name| new.members.contains_key(*name)).count();
    kept * 2 >= old.members.len() && (!has_content(old) || kept > 0 || same_content(models, old, new))
}

/// Whether two shapes have the same members, or two operations inputs and outputs with the same members.
fn same_content(models: Models<'_>, old: &Shape, new: &Shape) -> bool {
    let names = |shape: &Shape| shape.members.keys().map(ToString::to_string).collect::<Vec<_>>();
    match (old.as_operation(), new.as_operation()) {
        (Some(before), Some(after)) => {
            let ends = [(&before.input, &after.input), (&before.output, &after.output)];
            ends.into_iter().all(|(old, new)| {
                let [old, new] = [models.old.shape(old), models.new.shape(new)];
                old.map(names) == new.map(names)
            })
        }
        _ => names(old) == names(new),
    }
}

/// Namespaces of a moved shape.
pub(super) fn namespaces(rename: &Rename) -> (String, String) {
    let of = |id: &str| container(id).split('#').next().unwrap_or_default().to_owned();
    (of(&rename.old), of(&rename.new))
}
