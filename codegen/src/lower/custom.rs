//! Types of the user's own in place of generated ones. Does not know how they are written.

use super::Lowering;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::ir::{Custom, Type};
use crate::model::{Shape, ShapeType, prelude};
use crate::traits::{Fault, Streaming};

impl Lowering<'_> {
    /// Path of the user's type that replaces that of the shape.
    pub(super) fn custom_path(&self, shape: &Shape) -> Option<&str> {
        self.config.overrides.types.get(&shape.id).map(|entry| entry.value.as_str())
    }

    /// The user's type, with the type that it converts from and to.
    pub(super) fn custom(&self, shape: &Shape) -> Option<Custom> {
        let path = self.custom_path(shape)?.to_owned();
        let wire = self.types.get(&shape.id).map_or_else(|| self.inner_type(shape), |name| Type::Named(name.clone()));
        Some(Custom { path, wire })
    }

    /// Reports types for shapes that cannot be replaced.
    pub(super) fn check_types(&mut self) {
        for (id, entry) in &self.config.overrides.types {
            let Some(shape) = self.model.shape(id) else { continue };
            let message = match shape.kind {
                _ if shape.id.namespace() == prelude::NAMESPACE => GenerationFacts::PreludeType { shape: id.clone() },
                _ if shape.has::<Streaming>() => GenerationFacts::StreamType { shape: id.clone() },
                _ if shape.has::<Fault>() => GenerationFacts::ErrorType { shape: id.clone() },
                _ if self.messages.contains_key(id) => GenerationFacts::MessageType { shape: id.clone() },
                kind @ (ShapeType::Service | ShapeType::Operation | ShapeType::Resource) => {
                    GenerationFacts::UntypedShape { shape: id.clone(), shape_type: kind.name() }
                }
                _ => continue,
            };
            let error = Diagnostic::of(Severity::Error, "codegen.Config", message, entry.key_span);
            self.diagnostics.push(error.with_help("name a shape that members of other shapes target"));
        }
    }

    /// Finds the shapes whose values may contain values of user's types.
    pub(super) fn find_holders(&mut self) {
        if self.config.overrides.types.is_empty() {
            return;
        }
        loop {
            let before = self.holders.len();
            for shape in &self.closure {
                let mut targets = shape.members.values().filter_map(|member| self.model.shape(&member.target));
                if targets.any(|target| self.custom_path(target).is_some() || self.holders.contains(&target.id)) {
                    self.holders.insert(&shape.id);
                }
            }
            if self.holders.len() == before {
                return;
            }
        }
    }
}
