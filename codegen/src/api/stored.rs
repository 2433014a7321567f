//! Whether values that the old version serialized with serde can be read by the new one. Serialized values contain
//! names of the model, not those of Rust, so renamed types and shapes make no difference.

use std::collections::BTreeSet;

use super::facts::{Facts, Form, Node};
use super::limits::is_set;
use super::{Audience, Change, Context, Level, Levels, Nature};
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
    fn add(&mut self, origin: &str, level: Level, text: String) {
        let levels = Levels::of(&[Audience::Stored], level);
        // It does not affect code.
        self.changes.push(Change { levels, ..self.context.change(Nature::Stored, origin, text, levels) });
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
            None => self.add(origin, Level::Major, "stored values of the removed type cannot be read".to_owned()),
        }
    }

    fn nodes(&mut self, (origin, old): (&'m str, &'c Node<'m>), (now, new): (&'m str, &'c Node<'m>)) {
        if !self.seen.insert((origin, now)) {
            return;
        }
        if let Some((level, text)) = form(&old.form, &new.form) {
            self.add(now, level, text);
            return;
        }
        for edge in &old.edges {
            let Some(after) = new.edges.iter().find(|after| after.entry.name == edge.entry.name) else {
                let what = if old.form == Form::Union { "cannot be read" } else { "is dropped when it is read" };
                self.add(&edge.id, Level::Major, format!("the stored value of the removed member {what}"));
                continue;
            };
            self.targets(&after.id, &edge.entry.target, &after.entry.target);
        }
        let is_new = |name: &str| old.edges.iter().all(|edge| edge.entry.name != name);
        for edge in new.edges.iter().filter(|edge| is_new(&edge.entry.name)) {
            if !is_set(&edge.entry.settings, "required") {
                self.add(&edge.id, Level::Minor, "stored values gain a member".to_owned());
            }
        }
        let sparse = |node: &Node<'m>| node.settings.iter().any(|setting| setting.method == "sparse");
        if sparse(old) && !sparse(new) {
            self.add(now, Level::Major, "stored null elements cannot be read".to_owned());
        }
    }

    fn targets(&mut self, member: &str, old: &SchemaRef, new: &SchemaRef) {
        match (self.old.target(old), self.new.target(new)) {
            (Some(before), Some(after)) => {
                if let Some((level, text)) = form(&before.1.form, &after.1.form) {
                    // A shape that both versions have is compared by itself.
                    if before.0 != after.0 {
                        self.add(member, level, text);
                    }
                } else {
                    self.nodes(before, after);
                }
            }
            _ => {
                let (before, after) = (self.old.form(old), self.new.form(new));
                let change = form(&before, &after);
                if let Some((level, text)) = change {
                    self.add(member, level, text);
                }
            }
        }
    }
}

/// Effect of a changed form on stored values.
fn form(old: &Form<'_>, new: &Form<'_>) -> Option<(Level, String)> {
    let wholes = ["Byte", "Short", "Integer", "Long"];
    let rank = |kind: &str| wholes.iter().position(|whole| *whole == kind);
    let values = |old: &[String], new: &[String]| {
        let lost: Vec<&str> = old.iter().filter(|value| !new.contains(value)).map(String::as_str).collect();
        if !lost.is_empty() {
            return Some((Level::Major, format!("stored values cannot be read: {}", lost.join(", "))));
        }
        let is_more = new.iter().any(|value| !old.contains(value));
        is_more.then(|| (Level::Minor, "stored values gain a value".to_owned()))
    };
    match (old, new) {
        _ if old == new => None,
        (Form::Enum(old), Form::Enum(new)) | (Form::IntEnum(old), Form::IntEnum(new)) => values(old, new),
        (Form::Enum(_), Form::Simple("String")) | (Form::IntEnum(_), Form::Simple("Integer" | "Long")) => {
            Some((Level::Minor, "stored values gain other values".to_owned()))
        }
        (Form::Simple(old), Form::Simple(new)) if rank(old).is_some() && rank(old) < rank(new) => {
            Some((Level::Minor, format!("stored values become a wider type: {old} to {new}")))
        }
        (Form::Simple("Float"), Form::Simple("Double")) => {
            Some((Level::Minor, "stored values become a wider type: Float to Double".to_owned()))
        }
        _ => Some((Level::Major, "stored values have another type".to_owned())),
    }
}
