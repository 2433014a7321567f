//! Findings that one edit causes.

use std::collections::BTreeMap;

use super::Edit;
use super::keys::{Key, Models, container, keys};
use super::renames::{Rename, Title, namespaces, renames};
use super::usage::uses;
use crate::api::Levels;
use crate::diff::Finding;
use crate::hash::{HashMap, HashSet};
use crate::model::graph::Element;
use crate::model::{Model, ShapeId};

/// Sets of keys that belong together (union-find).
#[derive(Default)]
struct Sets {
    numbers: BTreeMap<Key, usize>,
    parents: Vec<usize>,
}

impl Sets {
    fn number(&mut self, key: &Key) -> usize {
        if let Some(number) = self.numbers.get(key) {
            return *number;
        }
        let number = self.parents.len();
        self.parents.push(number);
        self.numbers.insert(key.clone(), number);
        number
    }

    fn root(&self, mut number: usize) -> usize {
        while let Some(parent) = self.parents.get(number).filter(|parent| **parent != number) {
            number = *parent;
        }
        number
    }

    fn find(&self, key: &Key) -> Option<usize> {
        self.numbers.get(key).map(|number| self.root(*number))
    }

    fn join(&mut self, one: &Key, other: &Key) {
        let (one, other) = (self.number(one), self.number(other));
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }

    fn has(&self, key: &Key) -> bool {
        self.numbers.contains_key(key)
    }
}

/// Groups findings. The keys of a group tell what it is about.
pub(super) fn group(old: &Model, new: &Model, findings: Vec<Finding>) -> Vec<Edit> {
    let models = Models { old, new };
    let keyed: Vec<(Finding, Vec<Key>)> = findings
        .into_iter()
        .enumerate()
        .map(|(count, finding)| {
            let keys = keys(models, &finding, count);
            (finding, keys)
        })
        .collect();
    let mut sets = Sets::default();
    for (_, keys) in &keyed {
        for pair in keys.windows(2) {
            if let [one, other] = pair {
                sets.join(one, other);
            }
        }
        for key in keys {
            sets.number(key);
        }
    }
    let renames: Vec<Rename> =
        renames(models).into_iter().filter(|rename| sets.has(&Key::Element(rename.new.clone()))).collect();
    join_renames(models, &renames, &mut sets);
    join_definitions(models, &mut sets);
    join_mixins(models, &mut sets);
    join_uses(models, &mut sets);
    edits(keyed, &renames, &sets)
}

/// The old and the new name, and uses that follow them.
fn join_renames(models: Models<'_>, renames: &[Rename], sets: &mut Sets) {
    for rename in renames {
        let (old, new) = (Key::Element(rename.old.clone()), Key::Element(rename.new.clone()));
        sets.join(&old, &new);
        if rename.is_moved() {
            let (from, to) = namespaces(rename);
            sets.join(&new, &Key::Namespace(from, to));
        }
    }
    let pairs: HashSet<(&str, &str)> = renames.iter().map(|rename| (&*rename.old, &*rename.new)).collect();
    let all: Vec<Key> = sets.numbers.keys().cloned().collect();
    for key in all {
        let (id, property) = match &key {
            Key::Target(id) => (id, ""),
            Key::Property(id, property) => (id, property.as_str()),
            _ => continue,
        };
        let target = |model| used(model, id, property);
        let (Some(old), Some(new)) = (target(models.old), target(models.new)) else { continue };
        if pairs.contains(&(&*old, &*new)) {
            sets.join(&key, &Key::Element(new));
        }
    }
}

/// The target of a member, or the input or output of an operation.
fn used(model: &Model, id: &str, property: &str) -> Option<String> {
    let element = Models::find(model, id)?;
    if let Some(member) = element.as_member() {
        return Some(member.target.to_string());
    }
    let operation = element.as_shape()?.as_operation()?;
    match property {
        "input" => Some(operation.input.to_string()),
        "output" => Some(operation.output.to_string()),
        _ => None,
    }
}

/// Applications of a trait that was removed or added with its definition.
fn join_definitions(models: Models<'_>, sets: &mut Sets) {
    let all: Vec<Key> = sets.numbers.keys().cloned().collect();
    for key in all {
        if let Key::Trait(_, name) = &key
            && models.is_single(name)
        {
            sets.join(&key, &Key::Element(name.clone()));
        }
    }
}

/// Members and traits that shapes have from a mixin with the same change.
fn join_mixins(models: Models<'_>, sets: &mut Sets) {
    let all: Vec<Key> = sets.numbers.keys().cloned().collect();
    for key in all {
        let (Key::Element(id) | Key::Trait(id, _) | Key::Target(id)) = &key else { continue };
        let Some(element) = models.in_new(id).or_else(|| models.in_old(id)) else { continue };
        let mixins: &[ShapeId] = match (element.as_member(), element.as_shape()) {
            (Some(_), _) => {
                let shape = models.in_new(container(id)).or_else(|| models.in_old(container(id)));
                shape.and_then(Element::as_shape).map(|shape| shape.mixins.as_slice()).unwrap_or_default()
            }
            (None, Some(shape)) => &shape.mixins,
            (None, None) => &[],
        };
        for mixin in mixins {
            let inherited = match id.split_once('$') {
                Some((_, member)) => format!("{mixin}${member}"),
                None => mixin.to_string(),
            };
            let same = match &key {
                // A shape is not removed with its mixin.
                Key::Element(_) if !id.contains('$') => continue,
                Key::Trait(_, name) => Key::Trait(inherited, name.clone()),
                Key::Target(_) => Key::Target(inherited),
                _ => Key::Element(inherited),
            };
            if sets.has(&same) {
                sets.join(&key, &same);
            }
        }
    }
}

/// Added and removed shapes that only one edit uses.
fn join_uses(models: Models<'_>, sets: &mut Sets) {
    for (model, other) in [(models.new, models.old), (models.old, models.new)] {
        let uses = uses(model, other, &|key| sets.has(key));
        // Each round reaches one shape further; most are used by what an edit names directly.
        loop {
            let mut has_joined = false;
            for (id, keys) in &uses {
                let own = Key::Element(id.clone());
                let roots: Option<Vec<usize>> =
                    keys.iter().map(|key| key.as_ref().and_then(|key| sets.find(key))).collect();
                let Some(mut roots) = roots else { continue };
                let own_root = sets.find(&own);
                roots.retain(|root| Some(*root) != own_root);
                roots.sort_unstable();
                roots.dedup();
                if let ([_], Some(key)) =
                    (roots.as_slice(), keys.iter().flatten().find(|key| sets.find(key) != own_root))
                    && sets.has(&own)
                {
                    sets.join(&own, &key.clone());
                    has_joined = true;
                }
            }
            if !has_joined {
                break;
            }
        }
    }
}

/// One edit for each set, in the order of its first finding.
fn edits(keyed: Vec<(Finding, Vec<Key>)>, renames: &[Rename], sets: &Sets) -> Vec<Edit> {
    let mut by_root: HashMap<usize, Vec<&Rename>> = HashMap::default();
    for rename in renames {
        if let Some(root) = sets.find(&Key::Element(rename.new.clone())) {
            by_root.entry(root).or_default().push(rename);
        }
    }
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let mut edits: Vec<Edit> = Vec::new();
    for (finding, keys) in keyed {
        let Some(root) = keys.first().and_then(|key| sets.find(key)) else { continue };
        let place = *places.entry(root).or_insert_with(|| {
            let title = by_root.get(&root).and_then(|renames| title(renames));
            edits.push(Edit { title, findings: Vec::new(), changes: Vec::new(), levels: Levels::default() });
            edits.len() - 1
        });
        if let Some(edit) = edits.get_mut(place) {
            edit.findings.push(finding);
        }
    }
    edits
}

/// The rename that causes the others: that of an operation also renames its input and output.
fn title(renames: &[&Rename]) -> Option<Title> {
    let moved: Vec<&&Rename> = renames.iter().filter(|rename| rename.is_moved()).collect();
    if let (true, Some(first)) = (moved.len() > 1, moved.first()) {
        let (from, to) = namespaces(first);
        return Some(Title::MovedNamespace { count: moved.len(), from, to });
    }
    let rank = |rename: &&&Rename| match rename.what {
        "service" => 0,
        "resource" => 1,
        "operation" => 2,
        "member" | "enum value" => 4,
        _ => 3,
    };
    renames.iter().min_by_key(rank).map(|rename| rename.title())
}
