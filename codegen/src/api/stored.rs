//! Whether values that the old version serialized with serde can be read by the new one. Serialized values contain
//! names of the model, not those of Rust, so renamed types and shapes make no difference.

use std::collections::BTreeSet;

use super::facts::{Facts, Form, Node};
use super::limits::is_set;
use super::{Audience, Change, ChangeKind, Context, Level, Levels};
use crate::diagnostic::{ApiFacts, List};
use crate::ir::SchemaRef;

/// Compares the forms of all types.
pub(super) fn compare(context: &Context, old: &Facts<'_>, new: &Facts<'_>) -> Vec<Change> {
    let mut comparison = Comparison { context, old, new, seen: BTreeSet::new(), changes: Vec::new() };
    for (origin, before) in &old.nodes {
        match new.nodes.get(origin) {
            Some(after) => comparison.nodes((*origin, before), (*origin, after)),
            // A value of a newtype has the form of its inner value.
            None if before.ty.is_some() && is_composed(&before.form) => comparison.removed(origin, before),
            None => {}
        }
    }
    comparison.changes
}

/// Whether the form has named parts.
fn is_composed(form: &Form<'_>) -> bool {
    matches!(form, Form::Structure | Form::Union | Form::Enum(_) | Form::IntEnum(_))
}

struct Comparison<'c, 'm> {
    context: &'c Context,
    old: &'c Facts<'m>,
    new: &'c Facts<'m>,
    seen: BTreeSet<(&'m str, &'m str)>,
    changes: Vec<Change>,
}

impl<'c, 'm> Comparison<'c, 'm> {
    fn add(&mut self, origin: &str, level: Level, facts: ApiFacts) {
        let levels = Levels::of(&[Audience::Stored], level);
        // It does not affect code.
        self.changes.push(Change { levels, ..self.context.change(ChangeKind::Stored, origin, facts, levels) });
    }

    /// A type without a counterpart of the same form.
    fn removed(&mut self, origin: &'m str, node: &'c Node<'m>) {
        let is_alike = |(other, after): (&&'m str, &&Node<'m>)| {
            let names = |node: &Node<'m>| node.edges.iter().map(|edge| edge.entry.name.clone()).collect::<Vec<_>>();
            !self.old.nodes.contains_key(*other) && after.form == node.form && names(after) == names(node)
        };
        let found = self.new.nodes.iter().find(|(other, after)| is_alike((other, after)));
        match found.map(|(other, after)| (*other, after)) {
            Some(after) => self.nodes((origin, node), after),
            None => self.add(origin, Level::Major, ApiFacts::RemovedStoredType {}),
        }
    }

    fn nodes(&mut self, (origin, old): (&'m str, &'c Node<'m>), (now, new): (&'m str, &'c Node<'m>)) {
        if !self.seen.insert((origin, now)) {
            return;
        }
        if let Some((level, facts)) = form(&old.form, &new.form) {
            self.add(now, level, facts);
            return;
        }
        for edge in &old.edges {
            let Some(after) = new.edges.iter().find(|after| after.entry.name == edge.entry.name) else {
                let is_variant = old.form == Form::Union;
                let removed =
                    if is_variant { ApiFacts::RemovedStoredVariant {} } else { ApiFacts::RemovedStoredMember {} };
                self.add(&edge.id, Level::Major, removed);
                continue;
            };
            self.targets(&after.id, &edge.entry.target, &after.entry.target);
        }
        let is_new = |name: &str| old.edges.iter().all(|edge| edge.entry.name != name);
        for edge in new.edges.iter().filter(|edge| is_new(&edge.entry.name)) {
            if !is_set(&edge.entry.settings, "required") {
                self.add(&edge.id, Level::Minor, ApiFacts::AddedStoredMember {});
            }
        }
        let sparse = |node: &Node<'m>| node.settings.iter().any(|setting| setting.method == "sparse");
        if sparse(old) && !sparse(new) {
            self.add(now, Level::Major, ApiFacts::RemovedStoredNulls {});
        }
    }

    fn targets(&mut self, member: &str, old: &SchemaRef, new: &SchemaRef) {
        match (self.old.target(old), self.new.target(new)) {
            (Some(before), Some(after)) => {
                if let Some((level, facts)) = form(&before.1.form, &after.1.form) {
                    // A shape that both versions have is compared by itself.
                    if before.0 != after.0 {
                        self.add(member, level, facts);
                    }
                } else {
                    self.nodes(before, after);
                }
            }
            _ => {
                let (before, after) = (self.old.form(old), self.new.form(new));
                let change = form(&before, &after);
                if let Some((level, facts)) = change {
                    self.add(member, level, facts);
                }
            }
        }
    }
}

/// Effect of a changed form on stored values.
fn form(old: &Form<'_>, new: &Form<'_>) -> Option<(Level, ApiFacts)> {
    let wider = |old: &str, new: &str| ApiFacts::WiderStoredType { old: old.to_owned(), new: new.to_owned() };
    let wholes = ["Byte", "Short", "Integer", "Long"];
    let rank = |kind: &str| wholes.iter().position(|whole| *whole == kind);
    let values = |old: &[String], new: &[String]| {
        let lost: Vec<String> = old.iter().filter(|value| !new.contains(value)).cloned().collect();
        if !lost.is_empty() {
            return Some((Level::Major, ApiFacts::RemovedStoredValues { values: List(lost) }));
        }
        let is_more = new.iter().any(|value| !old.contains(value));
        is_more.then_some((Level::Minor, ApiFacts::AddedStoredValue {}))
    };
    match (old, new) {
        _ if old == new => None,
        (Form::Enum(old), Form::Enum(new)) | (Form::IntEnum(old), Form::IntEnum(new)) => values(old, new),
        (Form::Enum(_), Form::Simple("String")) | (Form::IntEnum(_), Form::Simple("Integer" | "Long")) => {
            Some((Level::Minor, ApiFacts::AddedStoredValues {}))
        }
        (Form::Simple(old), Form::Simple(new)) if rank(old).is_some() && rank(old) < rank(new) => {
            Some((Level::Minor, wider(old, new)))
        }
        (Form::Simple("Float"), Form::Simple("Double")) => Some((Level::Minor, wider("Float", "Double"))),
        _ => Some((Level::Major, ApiFacts::ChangedStoredType {})),
    }
}
