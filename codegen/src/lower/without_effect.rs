//! Warnings about traits of `alloy` that other tools implement, and generated code does not, or not everywhere.

use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::model::{Model, Shape, Trait as _};
use crate::traits::{self, Nullable};
use crate::validate::suppress::Decisions;

/// Traits that generated code does not implement: for each, a warning at the first shape or member where the model does
/// not suppress it.
pub(super) fn warnings(model: &Model, closure: &[&Shape]) -> Vec<Diagnostic> {
    let decisions = Decisions::read(model).0;
    let mut found = vec![None; traits::WITHOUT_EFFECT.len()];
    for shape in closure {
        // A nullable shape has an effect on the members of structures that target it.
        let members = shape.members.values().map(|member| {
            let target = model.shape(&member.target);
            (&member.id, &member.traits, traits::is_nullable(shape.kind, member, target))
        });
        for (id, applied, nullable) in std::iter::once((&shape.id, &shape.traits, true)).chain(members) {
            for (name, node) in applied.iter().filter(|(name, _)| name.namespace() == traits::ALLOY) {
                if nullable && name.as_str() == Nullable::ID {
                    continue;
                }
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
