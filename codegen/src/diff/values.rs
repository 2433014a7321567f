//! What values there are: defaults, enums, lengths and ranges.

use std::collections::HashMap;

use super::{Differences, Finding, Pair, json, place};
use crate::diagnostic::Severity;
use crate::diff::Evaluator;
use crate::load::zero;
use crate::model::graph::Element;
use crate::model::{Model, Node, Number, Shape, ShapeType, Trait, Value};
use crate::rule::event;
use crate::traits;
use crate::traits::{AddedDefault, DefaultValue, EnumValue, Length, Range};

pub(super) const DEFAULTS: Evaluator = Evaluator {
    events: &[event!("ChangedDefault", Prefix)],
    check: defaults,
    #[cfg(test)]
    cases: crate::rule::Cases::OF_PAGES,
};

fn defaults(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    const ID: &str = "ChangedDefault";
    for pair in &differences.pairs {
        let change = pair.traits().into_iter().find(|change| change.id.as_str() == DefaultValue::ID);
        let Some(change) = change else { continue };
        let is_member = matches!(pair.new, Element::Member(..));
        let mut report = |severity, message: String| {
            let mut finding = pair.finding(severity, ID, message);
            if let (Some(label), Some(node)) = (finding.diagnostic.labels.first_mut(), change.new) {
                label.span = place(node, pair.new);
            }
            found.push(finding);
        };
        match (change.old, change.new) {
            (Some(old), None) if !(is_member && old.is_null() && targets_nothing(differences.new, *pair)) => {
                let message = "@default trait was removed. This will break previously generated code.";
                report(Severity::Error, message.to_owned());
            }
            (None, Some(new)) if !is_member => report(
                Severity::Error,
                format!(
                    "Adding the @default trait to a root-level shape will break previously generated code. Added \
                     @default: {}",
                    json(new)
                ),
            ),
            (None, Some(new)) if !new.is_null() && !pair.new.traits().has::<AddedDefault>() => report(
                Severity::Error,
                format!(
                    "Adding the @default trait to a member without also adding the @addedDefault trait will break \
                     previously generated code. Added @default: {}",
                    json(new)
                ),
            ),
            (Some(old), Some(new)) if !is_member => report(
                Severity::Error,
                format!(
                    "Changing the @default value of a root-level shape will break previously generated code. Old value: \
                     {}. New value: {}",
                    json(old),
                    json(new)
                ),
            ),
            (Some(old), Some(new)) => {
                let (severity, message) = changed_default(differences.new, *pair, old, new);
                report(severity, message);
            }
            _ => {}
        }
    }
}

/// Whether the target of a member has no default of its own.
fn targets_nothing(model: &Model, pair: Pair<'_>) -> bool {
    let target = pair.new.as_member().and_then(|member| model.shape(&member.target));
    target.and_then(|shape| shape.node::<DefaultValue>()).is_none_or(Node::is_null)
}

fn changed_default(model: &Model, pair: Pair<'_>, old: &Node, new: &Node) -> (Severity, String) {
    let kind = pair.new.as_member().and_then(|member| model.shape(&member.target)).map(|shape| shape.kind);
    let is_zero = |node: &Node| kind.and_then(zero).is_some_and(|zero| node.value == zero);
    let (old_text, new_text) = (json(old), json(new));
    match (is_zero(old), is_zero(new)) {
        (true, false) => (
            Severity::Error,
            format!(
                "The @default trait of this member changed from the zero value of the target shape, `{old_text}`, to a \
                 value that is not the zero value, `{new_text}`. This will break previously generated code."
            ),
        ),
        (false, true) => (
            Severity::Error,
            format!(
                "The @default trait of this member changed from something other than the zero value of the target \
                 shape, `{old_text}`, to the zero value, `{new_text}`. This will break previously generated code."
            ),
        ),
        _ => (
            Severity::Danger,
            format!(
                "Changing the @default value of a member is dangerous and could break previously generated code or lead \
                 to subtle errors. Do this only when strictly necessary. Old value: {old_text}. New value: {new_text}"
            ),
        ),
    }
}

/// Values and names of an enum, from members or from `@enum`.
fn enum_values(shape: &Shape) -> Option<Vec<(String, Option<&str>)>> {
    if matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) {
        let values = shape.members.iter().map(|(name, member)| {
            let value = match member.node::<EnumValue>().map(|node| &node.value) {
                Some(Value::String(text)) => text.to_string(),
                Some(Value::Number(number)) => number.as_str().to_owned(),
                _ => name.to_string(),
            };
            (value, Some(&**name))
        });
        return Some(values.collect());
    }
    let definitions = shape.node::<traits::Enum>()?.as_array()?;
    let value = |node: &Node| node.get("value").and_then(Node::as_str).unwrap_or_default().to_owned();
    Some(definitions.iter().map(|node| (value(node), node.get("name").and_then(Node::as_str))).collect())
}

pub(super) const ENUMS: Evaluator = Evaluator {
    events: &[event!("ChangedEnumTrait", Prefix)],
    check: enums,
    #[cfg(test)]
    cases: crate::rule::Cases::OF_PAGES,
};

fn enums(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    const ID: &str = "ChangedEnumTrait";
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        let (Some(old), Some(new)) = (enum_values(old), enum_values(new)) else { continue };
        let mut error =
            |id: String, message: String| found.push(pair.finding(Severity::Error, format!("{ID}.{id}"), message));
        let (before, after): (HashMap<_, _>, HashMap<_, _>) = (
            old.iter().map(|(value, name)| (value, name)).collect(),
            new.iter().map(|(value, name)| (value, name)).collect(),
        );
        let mut kept = old.len();
        for (at, (value, name)) in old.iter().enumerate() {
            match after.get(value) {
                None => {
                    error(format!("Removed.{at}"), format!("Enum value `{value}` was removed"));
                    kept -= 1;
                }
                Some(now) if *now != name => {
                    let (from, to) = (name.unwrap_or("null"), now.unwrap_or("null"));
                    let message = format!("Enum `name` changed from `{from}` to `{to}` for the `{value}` value");
                    error(format!("NameChanged.{at}"), message);
                }
                Some(_) => {}
            }
        }
        for (at, (value, _)) in new.iter().enumerate() {
            if before.contains_key(value) {
                continue;
            }
            if at < kept {
                let message = format!(
                    "Enum value `{value}` was inserted before the end of the list of existing values. This can cause \
                     compatibility issues when ordinal values are used for iteration, serialization, etc."
                );
                found.push(pair.finding(Severity::Error, format!("{ID}.OrderChanged.{at}"), message));
                kept += 1;
            } else {
                let message = format!("Enum value `{value}` was appended");
                found.push(pair.finding(Severity::Note, format!("{ID}.Appended.{at}"), message));
            }
        }
    }
}

pub(super) const BOUNDS: Evaluator = Evaluator {
    events: &[event!("ChangedLengthTrait", Prefix), event!("ChangedRangeTrait", Prefix)],
    check: bounds,
    #[cfg(test)]
    cases: crate::rule::Cases::OF_PAGES,
};

fn bounds(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        for change in pair.traits() {
            let id = match change.id.as_str() {
                Length::ID => "ChangedLengthTrait",
                Range::ID => "ChangedRangeTrait",
                _ => continue,
            };
            let bounds = |element: Element<'_>| match change.id.as_str() {
                Length::ID => element.get::<Length>().map(Length::bounds),
                _ => element.get::<Range>().map(Range::bounds),
            };
            let (Some((old_min, old_max)), Some((new_min, new_max))) = (bounds(pair.old), bounds(pair.new)) else {
                continue;
            };
            let text = |number: &Option<Number>, none: &str| {
                number.as_ref().map_or_else(|| none.to_owned(), |number| number.as_str().to_owned())
            };
            let value = |number: &Option<Number>| number.as_ref().map_or(0.0, Number::as_f64);
            // A length without a minimum has one of zero; a range without one may be as low as its type.
            let is_open = id == "ChangedRangeTrait" && old_min.is_none() && new_min.is_some();
            if value(&new_min) > value(&old_min) || is_open {
                let message = format!(
                    "{} trait value `min` was made more restrictive by raising from {} to {}",
                    change.id,
                    text(&old_min, "0"),
                    text(&new_min, "0")
                );
                found.push(pair.finding(Severity::Error, id, message));
            }
            if let Some(now) = &new_max
                && old_max.as_ref().is_none_or(|old| old.as_f64() > now.as_f64())
            {
                let message = format!(
                    "{} trait value `max` was made more restrictive by lowering from {} to {}",
                    change.id,
                    text(&old_max, "null"),
                    now.as_str()
                );
                found.push(pair.finding(Severity::Error, id, message));
            }
        }
    }
}
