//! Warnings about traits of `alloy` that other tools implement, and generated code does not.

use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::model::{Model, Shape};
use crate::traits;
use crate::validate::suppress::Decisions;

/// Traits that generated code does not implement: for each, a warning at the first shape or member where the model does
/// not suppress it.
pub(super) fn warnings(model: &Model, closure: &[&Shape]) -> Vec<Diagnostic> {
    let decisions = Decisions::read(model).0;
    let mut found = vec![None; traits::WITHOUT_EFFECT.len()];
    for shape in closure {
        let members = shape.members.values().map(|member| (&member.id, &member.traits));
        for (id, applied) in std::iter::once((&shape.id, &shape.traits)).chain(members) {
            for (name, node) in applied.iter().filter(|(name, _)| name.namespace() == traits::ALLOY) {
                let Some(at) = traits::WITHOUT_EFFECT.iter().position(|(known, _)| *known == name.as_str()) else {
                    continue;
                };
                let Some((place, (known, help))) = found.get_mut(at).zip(traits::WITHOUT_EFFECT.get(at)) else {
                    continue;
                };
                if place.is_some() {
                    continue;
                }
                let facts = GenerationFacts::WithoutEffect { name: known };
                let warning = Diagnostic::of(Severity::Warning, "codegen.TraitWithoutEffect", facts, node.span);
                let mut warning = warning.with_shape(id).with_help(*help);
                decisions.apply([&mut warning]);
                *place = Some(warning).filter(|warning| warning.severity != Severity::Suppressed);
            }
        }
    }
    found.into_iter().flatten().collect()
}
