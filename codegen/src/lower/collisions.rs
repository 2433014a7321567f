//! Warnings about members whose names differ in case or underscores only: one of them has a number in Rust.

use super::members::{member_names, natural_name};
use crate::config::Overrides;
use crate::diagnostic::{Diagnostic, GenerationFacts, HelpFacts, Severity};
use crate::hash::HashSet;
use crate::model::{Member, Model, Shape, ShapeType};
use crate::validate::suppress::Decisions;

/// A warning for each member that has another name than it would have alone. `model` is as it was read: enums that are
/// made from values have no members that a configuration could rename.
pub(super) fn warnings(model: &Model, closure: &[&Shape], overrides: &Overrides) -> Vec<Diagnostic> {
    let has_names = |shape: &&&Shape| {
        let is_read = model.shape(&shape.id).is_some_and(|read| read.kind == shape.kind);
        let kinds = [ShapeType::Structure, ShapeType::Union, ShapeType::Enum, ShapeType::IntEnum];
        is_read && kinds.contains(&shape.kind)
    };
    let mut found: Vec<Diagnostic> =
        closure.iter().filter(has_names).flat_map(|shape| of_shape(shape, overrides)).collect();
    if !found.is_empty() {
        Decisions::read(model).0.apply(&mut found);
        found.retain(|warning| warning.severity != Severity::Suppressed);
    }
    found
}

fn of_shape(shape: &Shape, overrides: &Overrides) -> Vec<Diagnostic> {
    let mut seen = HashSet::default();
    let has_own_name =
        |member: &Member| overrides.name(&member.id).is_none() && seen.insert(natural_name(shape, member));
    if shape.members.values().all(has_own_name) {
        return Vec::new();
    }
    let names = member_names(overrides, shape);
    let pairs = || shape.members.values().zip(&names);
    let warning = |(member, name): (&Member, &String)| {
        let natural = natural_name(shape, member);
        if overrides.name(&member.id).is_some() || natural == *name {
            return None;
        }
        let (other, _) = pairs().find(|(_, name)| **name == natural)?;
        let (id, of) = (member.id.clone(), other.id.clone());
        let facts = GenerationFacts::SharedRustName { member: id.clone(), name: name.clone(), natural, other: of };
        let help = HelpFacts::ChooseName { id: id.clone() };
        let warning = Diagnostic::of(Severity::Warning, "codegen.NameCollision", facts, member.span);
        Some(warning.with_shape(&id).with_help(help).with_label(other.span, "the other is here"))
    };
    pairs().filter_map(warning).collect()
}
