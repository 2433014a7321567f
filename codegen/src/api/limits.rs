//! Constraints, and whether they became tighter or looser. A tighter constraint breaks producers of values. With a
//! looser one, consumers receive values that were not possible before.

use std::cmp::Ordering;
use std::fmt;

use super::facts::{Facts, Node};
use super::reach::Directions;
use super::{Change, Context, Level, Nature};
use crate::ir::{Body, Constant, Definition, Literal, Setting};

/// Constraints of a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Limits {
    min_length: Option<Bound>,
    max_length: Option<Bound>,
    min: Option<Bound>,
    max: Option<Bound>,
    pattern: Option<String>,
    is_unique: bool,
}

/// A bound of a length or range.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bound {
    Whole(i128),
    Decimal(f64),
}

impl Bound {
    /// The value of a literal. Bounds of newtypes are constants of the type.
    fn of(literal: &Literal, constants: &[Constant]) -> Option<Self> {
        match literal {
            Literal::Size(size) => Some(Self::Whole(i128::from(*size))),
            Literal::Integer(value) => Some(Self::Whole(i128::from(*value))),
            Literal::Float(value) | Literal::DecimalBound(value, _) => Some(Self::Decimal(*value)),
            Literal::WholeBound(inner, _) => Self::of(inner, constants),
            Literal::TypeConstant(_, name) => {
                let constant = constants.iter().find(|constant| constant.name == *name)?;
                Self::of(&constant.value, &[])
            }
            _ => None,
        }
    }

    fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Whole(own), Self::Whole(other)) => own.cmp(&other),
            _ => self.as_f64().total_cmp(&other.as_f64()),
        }
    }

    fn as_f64(self) -> f64 {
        match self {
            Self::Whole(value) => value as f64,
            Self::Decimal(value) => value,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(value) => value.fmt(f),
            Self::Decimal(value) => value.fmt(f),
        }
    }
}

/// How the set of valid values changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shift {
    /// Values became invalid.
    Tighter,
    /// Values became valid.
    Looser,
}

impl Limits {
    /// The constraints of a shape, and the other settings of its schema.
    pub(super) fn of(definition: &Definition) -> (Self, Vec<&Setting>) {
        let (constants, pattern) = match &definition.body {
            Body::Newtype { constants, pattern, .. } => (constants.as_slice(), pattern),
            Body::Plain { pattern, .. } => (&[][..], pattern),
            _ => (&[][..], &None),
        };
        let pattern = pattern.as_ref().map(|pattern| pattern.source.clone());
        let mut limits = Self { pattern, ..Self::default() };
        let mut others = Vec::new();
        for setting in &definition.settings {
            let bound = || setting.arguments.first().and_then(|literal| Bound::of(literal, constants));
            match setting.method {
                "min_length" => limits.min_length = bound(),
                "max_length" => limits.max_length = bound(),
                "min" => limits.min = bound(),
                "max" => limits.max = bound(),
                "unique" => limits.is_unique = true,
                _ => others.push(setting),
            }
        }
        (limits, others)
    }

    /// Each difference, with a description.
    fn shifts(&self, new: &Self) -> Vec<(Shift, String)> {
        let mut shifts = Vec::new();
        let lower = Ordering::Greater;
        for (what, old, new, tight) in [
            ("minimum length", self.min_length, new.min_length, lower),
            ("maximum length", self.max_length, new.max_length, lower.reverse()),
            ("minimum", self.min, new.min, lower),
            ("maximum", self.max, new.max, lower.reverse()),
        ] {
            shifts.extend(shift(old, new, tight).map(|shift| (shift, described(what, old, new))));
        }
        let quoted = |pattern: &Option<String>| pattern.as_ref().map(|text| format!("`{text}`"));
        match (&self.pattern, &new.pattern) {
            (old, new) if old == new => {}
            (old, None) => shifts.push((Shift::Looser, described("pattern", quoted(old), None))),
            // A changed pattern is assumed to match fewer strings.
            (old, new) => shifts.push((Shift::Tighter, described("pattern", quoted(old), quoted(new)))),
        }
        match (self.is_unique, new.is_unique) {
            (false, true) => shifts.push((Shift::Tighter, "elements must be unique".to_owned())),
            (true, false) => shifts.push((Shift::Looser, "elements need no longer be unique".to_owned())),
            _ => {}
        }
        shifts
    }
}

fn shift(old: Option<Bound>, new: Option<Bound>, tight: Ordering) -> Option<Shift> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(Shift::Tighter),
        (Some(_), None) => Some(Shift::Looser),
        (Some(old), Some(new)) => match new.compare(old) {
            Ordering::Equal => None,
            order if order == tight => Some(Shift::Tighter),
            _ => Some(Shift::Looser),
        },
    }
}

fn described<T: fmt::Display>(what: &str, old: Option<T>, new: Option<T>) -> String {
    match (old, new) {
        (Some(old), Some(new)) => format!("{what} {old} became {new}"),
        (Some(old), None) => format!("{what} {old} was removed"),
        (None, Some(new)) => format!("{what} {new} was added"),
        (None, None) => what.to_owned(),
    }
}

/// Compares the constraints of shapes, those of targets of members, and which members are required.
pub(super) fn compare(context: &Context, old: &Facts<'_>, new: &Facts<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for (origin, after) in &new.nodes {
        let Some(before) = old.nodes.get(origin) else { continue };
        let directions = before.directions.or(after.directions);
        report(context, origin, directions, &before.limits, &after.limits, &mut changes);
        members(context, (old, before), (new, after), &mut changes);
    }
    changes
}

fn report(
    context: &Context,
    origin: &str,
    directions: Directions,
    old: &Limits,
    new: &Limits,
    changes: &mut Vec<Change>,
) {
    for (shift, text) in old.shifts(new) {
        let levels = match shift {
            Shift::Tighter => directions.levels(Level::Major, Level::Patch),
            Shift::Looser => directions.levels(Level::Minor, Level::Minor),
        };
        let text = format!("{text} ({})", if shift == Shift::Tighter { "tighter" } else { "looser" });
        changes.push(context.change(Nature::Constraint, origin, text, levels));
    }
}

/// Members that are in both versions, and new ones.
fn members(
    context: &Context,
    (old, before): (&Facts<'_>, &Node<'_>),
    (new, after): (&Facts<'_>, &Node<'_>),
    changes: &mut Vec<Change>,
) {
    let directions = before.directions.or(after.directions);
    for edge in &after.edges {
        let required = is_set(&edge.entry.settings, "required");
        let has_default = is_set(&edge.entry.settings, "default");
        let Some(was) = before.edges.iter().find(|was| was.entry.name == edge.entry.name) else {
            if required && !has_default {
                let levels = directions.levels(Level::Major, Level::Minor);
                let text = "a required member without a default was added".to_owned();
                changes.push(context.change(Nature::Constraint, &edge.id, text, levels));
            }
            continue;
        };
        match (is_set(&was.entry.settings, "required"), required) {
            (false, true) if !has_default => {
                let levels = directions.levels(Level::Major, Level::Patch);
                changes.push(context.change(Nature::Constraint, &edge.id, "became required".to_owned(), levels));
            }
            (true, false) => {
                let levels = directions.levels(Level::Minor, Level::Minor);
                changes.push(context.change(Nature::Constraint, &edge.id, "became optional".to_owned(), levels));
            }
            _ => {}
        }
        let origin_of = |facts: &Facts<'_>, entry: &crate::ir::Entry| {
            facts.target(&entry.target).map(|(origin, _)| origin.to_owned())
        };
        // A shape that both versions have is compared once, not for each member.
        if origin_of(old, was.entry) != origin_of(new, edge.entry) {
            let (limits, now) = (old.limits(&was.entry.target), new.limits(&edge.entry.target));
            report(context, &edge.id, directions, &limits, &now, changes);
        }
    }
}

/// Whether there is a setting of this name.
pub(super) fn is_set(settings: &[Setting], method: &str) -> bool {
    settings.iter().any(|setting| setting.method == method)
}
