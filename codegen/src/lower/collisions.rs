//! Warnings about names that would be the same in Rust, so that one of them gets another name.

use super::members::{UNKNOWN, is_unknown, member_names, natural_name};
use super::naming::Owned;
use super::{Direction, UNIT};
use crate::config::ServiceConfig;
use crate::diagnostic::{Diagnostic, GenerationFacts, HelpFacts, NameOwner, Severity};
use crate::hash::HashSet;
use crate::model::{Member, Model, Shape, ShapeId, ShapeType};
use crate::source::Span;
use crate::validate::suppress::Decisions;

/// Something with another name than it would have alone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Collision {
    pub(super) owner: NameOwner,
    pub(super) name: String,
    pub(super) natural: String,
    /// The item that has the natural name.
    pub(super) other: NameOwner,
}

/// The warnings about types, operations and variants of errors.
pub(super) fn of_types(model: &Model, names: &Owned) -> Vec<Diagnostic> {
    names.collisions.iter().map(|collision| of_type(model, collision)).collect()
}

fn of_type(model: &Model, collision: &Collision) -> Diagnostic {
    let Collision { owner, name, natural, other } = collision;
    let (id, of) = (element(model, owner), element(model, other));
    let span = id.map_or(Span::NONE, |id| span(model, id));
    let facts = GenerationFacts::SharedRustName {
        owner: owner.clone(),
        name: name.clone(),
        natural: natural.clone(),
        other: other.clone(),
    };
    let mut warning = Diagnostic::of(Severity::Warning, "codegen.NameCollision", facts, span);
    if let Some(id) = id {
        // A member's type is named after the structure, which has another name with `rename`.
        let renamed = ShapeId::parse(id.container()).unwrap_or_else(|_| id.clone());
        warning = warning.with_shape(id).with_help(HelpFacts::ChooseName { id: renamed });
    }
    match of.map(|of| self::span(model, of)) {
        Some(other) if other != span => warning.with_label(other, "the other is here"),
        _ => warning,
    }
}

/// The shape or member that a name belongs to, by whose ID it can be changed.
fn element<'a>(model: &'a Model, owner: &'a NameOwner) -> Option<&'a ShapeId> {
    match owner {
        NameOwner::Shape { shape } | NameOwner::Builder { shape } | NameOwner::Variant { shape } => Some(shape),
        NameOwner::Constrained { member } => Some(member),
        NameOwner::Input { operation } => message(model, operation, Direction::Input),
        NameOwner::Output { operation } => message(model, operation, Direction::Output),
        NameOwner::Unknown | NameOwner::Unhandled => None,
    }
}

/// The structure of an operation, or the operation if that has none of its own.
fn message<'a>(model: &'a Model, operation: &'a ShapeId, direction: Direction) -> Option<&'a ShapeId> {
    let body = model.shape(operation)?.as_operation()?;
    let structure = direction.of(body);
    Some(if structure.as_str() == UNIT { operation } else { structure })
}

fn span(model: &Model, id: &ShapeId) -> Span {
    let member = id.member().and_then(|_| Some(model.member(id)?.span));
    member.or_else(|| Some(model.shape(id)?.span)).unwrap_or(Span::NONE)
}

/// A warning for each member that has another name than it would have alone. `model` is as it was read: enums that are
/// made from values have no members that a configuration could rename.
pub(super) fn warnings(model: &Model, closure: &[&Shape], config: &ServiceConfig) -> Vec<Diagnostic> {
    let has_names = |shape: &&&Shape| {
        let is_read = model.shape(&shape.id).is_some_and(|read| read.kind == shape.kind);
        let kinds = [ShapeType::Structure, ShapeType::Union, ShapeType::Enum, ShapeType::IntEnum];
        is_read && kinds.contains(&shape.kind)
    };
    let mut found: Vec<Diagnostic> =
        closure.iter().filter(has_names).flat_map(|shape| of_shape(shape, config)).collect();
    if !found.is_empty() {
        Decisions::read(model).0.apply(&mut found);
        found.retain(|warning| warning.severity != Severity::Suppressed);
    }
    found
}

fn of_shape(shape: &Shape, config: &ServiceConfig) -> Vec<Diagnostic> {
    let overrides = &config.overrides;
    let natural_name = |member: &Member| natural_name(config.style, shape, member);
    let mut seen = HashSet::default();
    let is_reserved = |member: &Member| is_unknown(config.style, shape, member);
    let has_own_name = |member: &Member| {
        overrides.name(&member.id).is_none() && !is_reserved(member) && seen.insert(natural_name(member))
    };
    if shape.members.values().all(has_own_name) {
        return Vec::new();
    }
    let names = member_names(config, shape);
    let pairs = || shape.members.values().zip(&names);
    let warning = |(member, name): (&Member, &String)| {
        let natural = if is_reserved(member) { UNKNOWN.to_owned() } else { natural_name(member) };
        if overrides.name(&member.id).is_some() || natural == *name {
            return None;
        }
        let other = pairs().find(|(_, name)| **name == natural).map(|(other, _)| other);
        let other_owner = match other {
            Some(other) => NameOwner::Shape { shape: other.id.clone() },
            None if is_reserved(member) => NameOwner::Unknown,
            None => return None,
        };
        let owner = NameOwner::Shape { shape: member.id.clone() };
        let facts = GenerationFacts::SharedRustName { owner, name: name.clone(), natural, other: other_owner };
        let help = HelpFacts::ChooseName { id: member.id.clone() };
        let warning = Diagnostic::of(Severity::Warning, "codegen.NameCollision", facts, member.span);
        let warning = warning.with_shape(&member.id).with_help(help);
        Some(match other {
            Some(other) => warning.with_label(other.span, "the other is here"),
            None => warning,
        })
    };
    pairs().filter_map(warning).collect()
}
