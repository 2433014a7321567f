//! Types of the user's own in place of generated ones. Does not know how they are written.

use super::Lowering;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::ir::Custom;
use crate::model::{Shape, ShapeType, prelude};
use crate::traits::Streaming;

impl Lowering<'_> {
    /// Path of the user's type that replaces that of the shape.
    pub(super) fn custom_path(&self, shape: &Shape) -> Option<&str> {
        self.config.overrides.types.get(&shape.id).map(|entry| entry.value.as_str())
    }

    /// The user's type, with the type that it converts from and to.
    pub(super) fn custom(&self, shape: &Shape) -> Option<Custom> {
        let path = self.custom_path(shape)?.to_owned();
        Some(Custom { path, wire: self.inner_type(shape) })
    }

    /// Reports types for shapes that cannot be replaced.
    pub(super) fn check_types(&mut self) {
        for (id, entry) in &self.config.overrides.types {
            let Some(shape) = self.model.shape(id) else { continue };
            let message = match shape.kind {
                _ if shape.id.namespace() == prelude::NAMESPACE => GenerationFacts::PreludeType { shape: id.clone() },
                ShapeType::Blob if shape.has::<Streaming>() => GenerationFacts::StreamType { shape: id.clone() },
                kind if !is_simple(kind) => {
                    GenerationFacts::AggregateType { shape: id.clone(), shape_type: kind.name() }
                }
                _ => continue,
            };
            let error = Diagnostic::of(Severity::Error, "codegen.Config", message, entry.key_span);
            self.diagnostics.push(error.with_help("name a string, number, boolean, blob, timestamp, document or enum"));
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

/// Whether values of the shape have no parts.
fn is_simple(kind: ShapeType) -> bool {
    let has_parts = matches!(kind, ShapeType::List | ShapeType::Map | ShapeType::Structure | ShapeType::Union);
    !has_parts && !matches!(kind, ShapeType::Service | ShapeType::Operation | ShapeType::Resource)
}
