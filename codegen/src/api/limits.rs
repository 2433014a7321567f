//! Constraints, and whether they became tighter or looser. A tighter constraint breaks producers of values. With a
//! looser one, consumers receive values that were not possible before.

use std::cmp::Ordering;
use std::fmt;

use super::facts::{Facts, Node};
use super::reach::Directions;
use super::{Change, ChangeKind, Context, Level};
use crate::diagnostic::{ApiFacts, Limit, LimitChange};
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

    /// All differences.
    fn changes(&self, new: &Self) -> Vec<(LimitChange, ApiFacts)> {
        let mut changes = Vec::new();
        let lower = Ordering::Greater;
        for (limit, old, new, tight) in [
            (Limit::MinLength, self.min_length, new.min_length, lower),
            (Limit::MaxLength, self.max_length, new.max_length, lower.reverse()),
            (Limit::Min, self.min, new.min, lower),
            (Limit::Max, self.max, new.max, lower.reverse()),
        ] {
            changes.extend(bound_change(limit, old, new, tight));
        }
        changes.extend(pattern_change(self.pattern.as_ref(), new.pattern.as_ref()));
        let (tighter, looser) = (LimitChange::Tighter, LimitChange::Looser);
        match (self.is_unique, new.is_unique) {
            (false, true) => changes.push((tighter, ApiFacts::AddedUniqueness { change: tighter })),
            (true, false) => changes.push((looser, ApiFacts::RemovedUniqueness { change: looser })),
            _ => {}
        }
        changes
    }
}

/// The change of a bound. `tight` is the order of a tighter bound and the old one.
fn bound_change(
    limit: Limit,
    old: Option<Bound>,
    new: Option<Bound>,
    tight: Ordering,
) -> Option<(LimitChange, ApiFacts)> {
    let (tighter, looser) = (LimitChange::Tighter, LimitChange::Looser);
    match (old, new) {
        (None, None) => None,
        (None, Some(new)) => Some((tighter, ApiFacts::AddedLimit { limit, value: new.to_string(), change: tighter })),
        (Some(old), None) => Some((looser, ApiFacts::RemovedLimit { limit, value: old.to_string(), change: looser })),
        (Some(old), Some(new)) => {
            let change = match new.compare(old) {
                Ordering::Equal => return None,
                order if order == tight => tighter,
                _ => looser,
            };
            Some((change, ApiFacts::ChangedLimit { limit, old: old.to_string(), new: new.to_string(), change }))
        }
    }
}

/// The change of a pattern. Whether another pattern matches fewer strings is not decided.
fn pattern_change(old: Option<&String>, new: Option<&String>) -> Option<(LimitChange, ApiFacts)> {
    let (tighter, looser) = (LimitChange::Tighter, LimitChange::Looser);
    match (old, new) {
        (old, new) if old == new => None,
        (Some(old), Some(new)) => {
            let change = LimitChange::Undecided;
            Some((change, ApiFacts::ChangedPattern { old: old.clone(), new: new.clone(), change }))
        }
        (Some(old), None) => Some((looser, ApiFacts::RemovedPattern { pattern: old.clone(), change: looser })),
        (None, new) => {
            let pattern = new.cloned().unwrap_or_default();
            Some((tighter, ApiFacts::AddedPattern { pattern, change: tighter }))
        }
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
    for (change, facts) in old.changes(new) {
        let levels = match change {
            LimitChange::Tighter | LimitChange::Undecided => directions.levels(Level::Major, Level::Patch),
            LimitChange::Looser => directions.levels(Level::Minor, Level::Minor),
        };
        changes.push(context.change(ChangeKind::Constraint, origin, facts, levels));
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
                let facts = ApiFacts::AddedRequiredMember {};
                changes.push(context.change(ChangeKind::Constraint, &edge.id, facts, levels));
            }
            continue;
        };
        match (is_set(&was.entry.settings, "required"), required) {
            (false, true) if !has_default => {
                let levels = directions.levels(Level::Major, Level::Patch);
                changes.push(context.change(ChangeKind::Constraint, &edge.id, ApiFacts::RequiredMember {}, levels));
            }
            (true, false) => {
                let levels = directions.levels(Level::Minor, Level::Minor);
                changes.push(context.change(ChangeKind::Constraint, &edge.id, ApiFacts::OptionalMember {}, levels));
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
