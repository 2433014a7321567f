//! Traits that were added, removed or changed. Severity depends on their definitions.

use super::{Differences, Finding, Pair, TraitChange, place};
use crate::diagnostic::{DiffFacts, Severity, TraitValue};
use crate::diff::Evaluator;
use crate::model::{Member, Model, Node, Shape, ShapeId, ShapeType, Trait, Value};
use crate::rule::event;
use crate::traits::{BreakingChange, Enum, Known, Tags, TraitDefinition};

pub(super) const TRAITS: Evaluator = Evaluator {
    events: &[event!("ModifiedTrait", Prefix), event!("TraitBreakingChange", Prefix)],
    check: traits,
    #[cfg(test)]
    cases: cases::TRAITS,
};

fn traits(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let is_enum = pair.new.kind() == Some(ShapeType::Enum);
        for change in pair.traits() {
            // An enum is equivalent to a string with `@enum`.
            if is_enum && change.id.as_str() == Enum::ID {
                continue;
            }
            let definition = differences.new.shape(change.id);
            let rules = definition.and_then(|shape| shape.get::<TraitDefinition>());
            let rules = rules.map(|definition| definition.breaking_changes.as_slice()).unwrap_or_default();
            if let Some(definition) = definition {
                for rule in rules {
                    Rule::new(&rule.value).check(differences.new, *pair, definition, &change, found);
                }
            }
            if !Known::find(change.id.as_str()).is_some_and(Known::has_own_diff) {
                let mut tagged = Tagged { model: differences.new, pair: *pair, change: &change, found };
                tagged.check(definition, rules.is_empty());
            }
        }
    }
}

/// Kind of a change of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Add,
    Remove,
    Update,
}

impl Change {
    fn name(self) -> &'static str {
        match self {
            Self::Add => "Add",
            Self::Remove => "Remove",
            Self::Update => "Update",
        }
    }

    /// The kind of a change, if there is any.
    fn of(old: Option<&Node>, new: Option<&Node>) -> Option<Self> {
        match (old, new) {
            (None, Some(_)) => Some(Self::Add),
            (Some(_), None) => Some(Self::Remove),
            (Some(old), Some(new)) if old != new => Some(Self::Update),
            _ => None,
        }
    }

    fn facts(self, id: &ShapeId, path: &str, old: Option<&Node>, new: Option<&Node>) -> DiffFacts {
        let is_empty = |node: Option<&Node>| node.is_some_and(|node| *node == Node::empty_object());
        let (name, is_part) = (id.clone(), !path.is_empty());
        let path = path.to_owned();
        match self {
            Self::Add if is_part => DiffFacts::AddedTraitPart { name, path, new: TraitValue::of(new) },
            Self::Add if is_empty(new) => DiffFacts::AddedTrait { name },
            Self::Add => DiffFacts::AddedTraitValue { name, new: TraitValue::of(new) },
            Self::Remove if is_part => DiffFacts::RemovedTraitPart { name, path, old: TraitValue::of(old) },
            Self::Remove if is_empty(old) => DiffFacts::RemovedTrait { name },
            Self::Remove => DiffFacts::RemovedTraitValue { name, old: TraitValue::of(old) },
            Self::Update if is_part => {
                DiffFacts::ChangedTraitPart { name, path, old: TraitValue::of(old), new: TraitValue::of(new) }
            }
            Self::Update => DiffFacts::ChangedTraitValue { name, old: TraitValue::of(old), new: TraitValue::of(new) },
        }
    }
}

/// Changes that tags of a trait's definition declare: `diff.error.add` and the like for the trait, `diff.contents` for
/// its parts, whose members have tags of their own.
struct Tagged<'a, 'm> {
    model: &'m Model,
    pair: Pair<'m>,
    change: &'a TraitChange<'m>,
    found: &'a mut Vec<Finding>,
}

/// A tag that concerns comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DiffTag {
    Contents,
    /// A change of this kind, or of any kind.
    Severity(Severity, Option<Change>),
}

impl DiffTag {
    fn parse(tag: &str) -> Option<Self> {
        let tag = tag.strip_prefix("diff.")?;
        if tag == "contents" {
            return Some(Self::Contents);
        }
        let (severity, kind) = tag.split_once('.')?;
        let severity = match severity {
            "error" => Severity::Error,
            "danger" => Severity::Danger,
            "warning" => Severity::Warning,
            _ => return None,
        };
        let kind = match kind {
            "add" => Some(Change::Add),
            "remove" => Some(Change::Remove),
            "update" => Some(Change::Update),
            "const" => None,
            _ => return None,
        };
        Some(Self::Severity(severity, kind))
    }

    /// The tags of a definition or one of its members. Others are ignored.
    fn all(tags: Option<&Tags>) -> Vec<Self> {
        tags.into_iter().flat_map(|tags| &tags.0).filter_map(|tag| Self::parse(tag)).collect()
    }

    /// The severities of a change, each once.
    fn severities(tags: &[Self], change: Change) -> impl Iterator<Item = Severity> {
        let all = [Severity::Error, Severity::Danger, Severity::Warning];
        all.into_iter().filter(move |severity| {
            tags.contains(&Self::Severity(*severity, Some(change))) || tags.contains(&Self::Severity(*severity, None))
        })
    }
}

impl<'m> Tagged<'_, 'm> {
    /// Without tags and rules, a change is a note; a warning if the trait was removed or has no definition.
    fn check(&mut self, definition: Option<&Shape>, without_rules: bool) {
        let (old, new) = (self.change.old, self.change.new);
        let Some(kind) = Change::of(old, new) else { return };
        let tags = DiffTag::all(definition.and_then(Shape::get));
        if tags.is_empty() && without_rules {
            let severity = match (definition, kind) {
                (None, _) | (Some(_), Change::Remove) => Severity::Warning,
                (Some(_), Change::Add | Change::Update) => Severity::Note,
            };
            self.report(severity, kind, "", old, new);
        }
        for severity in DiffTag::severities(&tags, kind) {
            self.report(severity, kind, "", old, new);
        }
        if let (Some(definition), Some(old), Some(new)) = (definition, old, new)
            && tags.contains(&DiffTag::Contents)
        {
            self.parts(definition, "", old, new);
        }
    }

    /// Compares the elements of lists by position, entries of maps by key, and members by name.
    fn parts(&mut self, shape: &Shape, path: &str, old: &'m Node, new: &'m Node) {
        let member = |name: &str| shape.members.get(name);
        match (shape.kind, &old.value, &new.value) {
            (ShapeType::List, Value::Array(old), Value::Array(new)) => {
                let Some(member) = member("member") else { return };
                for at in 0..old.len().max(new.len()) {
                    self.part(member, &format!("{path}/{at}"), old.get(at), new.get(at));
                }
            }
            (ShapeType::Map, Value::Object(before), Value::Object(after)) => {
                let Some(member) = member("value") else { return };
                for key in before.keys().chain(after.keys().filter(|key| before.get(*key).is_none())) {
                    self.part(member, &below(path, key), old.get(key), new.get(key));
                }
            }
            (ShapeType::Structure | ShapeType::Union, Value::Object(_), Value::Object(_)) => {
                for (name, member) in &shape.members {
                    self.part(member, &below(path, name), old.get(name), new.get(name));
                }
            }
            _ => {}
        }
    }

    fn part(&mut self, member: &Member, path: &str, old: Option<&'m Node>, new: Option<&'m Node>) {
        // Within a value, `null` and an absent member are equivalent.
        let (old, new) = (old.filter(|node| !node.is_null()), new.filter(|node| !node.is_null()));
        let Some(kind) = Change::of(old, new) else { return };
        for severity in DiffTag::severities(&DiffTag::all(member.get()), kind) {
            self.report(severity, kind, path, old, new);
        }
        if let (Some(target), Some(old), Some(new)) = (self.model.shape(&member.target), old, new) {
            self.parts(target, path, old, new);
        }
    }

    fn report(&mut self, severity: Severity, kind: Change, path: &str, old: Option<&Node>, new: Option<&Node>) {
        let id = format!("ModifiedTrait.{}.{}", kind.name(), self.change.id);
        let finding = self.pair.finding(severity, id, kind.facts(self.change.id, path, old, new));
        self.found.push(with_place(self.pair, new.or(self.change.new), finding));
    }
}

/// Moves a finding to the value of the trait.
fn with_place(pair: Pair<'_>, node: Option<&Node>, mut finding: Finding) -> Finding {
    if let (Some(label), Some(node)) = (finding.diagnostic.labels.first_mut(), node) {
        label.span = place(node, pair.new);
    }
    finding
}

/// A rule of a trait's definition: kind of change, path, and severity.
struct Rule<'m> {
    path: Vec<&'m str>,
    change: &'m str,
    severity: Severity,
    message: Option<&'m str>,
}

impl<'m> Rule<'m> {
    fn new(rule: &'m BreakingChange) -> Self {
        let known = [Severity::Note, Severity::Warning, Severity::Danger];
        let severity = known.into_iter().find(|severity| Some(severity.name()) == rule.severity.as_deref());
        let path = rule.path.as_deref().unwrap_or_default();
        Self {
            path: path.strip_prefix('/').map(|path| path.split('/').collect()).unwrap_or_default(),
            change: rule.change.as_deref().unwrap_or_default(),
            severity: severity.unwrap_or(Severity::Error),
            message: rule.message.as_deref(),
        }
    }

    fn breaks(&self, change: Change) -> bool {
        match self.change {
            "add" => change == Change::Add,
            "remove" => change == Change::Remove,
            "update" => change == Change::Update,
            "presence" => change != Change::Update,
            "any" => true,
            _ => false,
        }
    }

    fn check(
        &self,
        model: &Model,
        pair: Pair<'_>,
        definition: &Shape,
        change: &TraitChange<'_>,
        found: &mut Vec<Finding>,
    ) {
        // A removed trait is one finding; its contents are not reported.
        if change.new.is_none() && !self.path.is_empty() {
            return;
        }
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for (node, into) in [(change.old, &mut old), (change.new, &mut new)] {
            if let Some(node) = node {
                collect_values(model, definition, &self.path, node, String::new(), into);
            }
        }
        let mut paths: Vec<&String> = old.iter().chain(&new).map(|(path, _)| path).collect();
        paths.sort_unstable();
        paths.dedup();
        let known = Known::find(change.id.as_str());
        for path in paths {
            let find = |values: &[(String, &'_ Node)]| values.iter().position(|(other, _)| other == path);
            let before = find(&old).and_then(|at| old.get(at)).map(|(_, node)| *node);
            let after = find(&new).and_then(|at| new.get(at)).map(|(_, node)| *node);
            // Within a value, `null` and an absent member are equivalent.
            let before = before.filter(|node| !node.is_null());
            let after = after.filter(|node| !node.is_null());
            let Some(kind) = Change::of(before, after).filter(|kind| self.breaks(*kind)) else { continue };
            let is_default = known.zip(before.or(after)).is_some_and(|(known, part)| known.is_default(path, part));
            if kind != Change::Update && is_default {
                continue;
            }
            let id = format!("TraitBreakingChange.{}.{}", kind.name(), change.id);
            let mut finding = pair.finding(self.severity, id, kind.facts(change.id, path, before, after));
            if let Some(reason) = self.message {
                finding.diagnostic = finding.diagnostic.with_reason(reason);
            }
            found.push(with_place(pair, after.or(change.new), finding));
        }
    }
}

/// The JSON pointer of a part of a value.
fn below(pointer: &str, part: &str) -> String {
    format!("{pointer}/{}", part.replace('~', "~0").replace('/', "~1"))
}

/// Collects the values at a path: every element of a list for `member`, every entry of a map for `key` or `value`.
fn collect_values<'n>(
    model: &Model,
    shape: &Shape,
    path: &[&str],
    node: &'n Node,
    prefix: String,
    into: &mut Vec<(String, &'n Node)>,
) {
    let Some((segment, rest)) = path.split_first().filter(|(segment, _)| !segment.is_empty()) else {
        into.push((prefix, node));
        return;
    };
    let Some(next) = shape.members.get(*segment).and_then(|member| model.shape(&member.target)) else { return };
    match (shape.kind, &node.value) {
        (ShapeType::List, Value::Array(nodes)) => {
            for (at, node) in nodes.iter().enumerate() {
                collect_values(model, next, rest, node, format!("{prefix}/{at}"), into);
            }
        }
        (ShapeType::Map, Value::Object(members)) => {
            for (key, (_, node)) in members {
                collect_values(model, next, rest, node, below(&prefix, key), into);
            }
        }
        (ShapeType::Structure | ShapeType::Union, Value::Object(_)) => {
            if let Some(node) = node.get(segment) {
                collect_values(model, next, rest, node, below(&prefix, segment), into);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn keys_of_maps_are_one_segment_of_a_pointer() {
        assert_eq!(below("/a", "b/c~d"), "/a/b~1c~0d");
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const TRAITS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@sensitive
string Name
---
string Name
//     ^^^^ warning: ModifiedTrait.Remove.smithy.api#sensitive
"#,
            r#"
@mediaType("text/plain")
string Page
---
string Page
//     ^^^^ error: TraitBreakingChange.Remove.smithy.api#mediaType
"#,
            r#"
@trait
structure shelf {
    row: Integer
}
@shelf(row: 1)
string Name
---
@trait
structure shelf {
    row: Integer
}
@shelf(row: 2)
//     ^^^ note: ModifiedTrait.Update.example#shelf
string Name
"#,
        ],
        leaves: &[r#"
@trait(breakingChanges: [{ change: "remove" }])
structure shelf {}
string Name
---
@trait(breakingChanges: [{ change: "remove" }])
structure shelf {}
string Name
string Other
//     ^^^^^ note: AddedShape
"#],
    };
}
