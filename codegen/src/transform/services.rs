//! Which services have operations, to report transforms that leave a service without any.

use super::ID;
use crate::diagnostic::{Backticked, Diagnostic, Severity, TransformFacts};
use crate::hash::HashSet;
use crate::model::{Model, ShapeId, ShapeType};
use crate::source::Span;
use crate::validate::contained::Contained;

/// Services that have an operation, directly or in a resource.
pub(super) fn with_operations(model: &Model) -> HashSet<ShapeId> {
    let services = model.own_shapes().filter(|shape| shape.kind == ShapeType::Service);
    services
        .filter(|service| !Contained::of(model, service).operations.is_empty())
        .map(|shape| shape.id.clone())
        .collect()
}

/// Reports services that a transform left without operations, and the removal of all services.
pub(super) fn emptied(
    before: &HashSet<ShapeId>,
    after: &HashSet<ShapeId>,
    model: &Model,
    transform: &'static str,
    span: Span,
) -> Vec<Diagnostic> {
    let warning = |facts: TransformFacts| {
        let help = "check the arguments of the transform, and the order of transforms";
        Diagnostic::of(Severity::Warning, ID, facts, span).with_help(help)
    };
    let mut lost: Vec<&ShapeId> = before.difference(after).collect();
    lost.sort();
    let mut found: Vec<Diagnostic> = lost
        .iter()
        .filter(|id| model.shape(id).is_some())
        .map(|id| {
            let facts = TransformFacts::LeavesNoOperations { transform, service: (*id).clone() };
            warning(facts).with_shape(id)
        })
        .collect();
    if !lost.is_empty() && !model.own_shapes().any(|shape| shape.kind == ShapeType::Service) {
        let services = Backticked(lost.iter().map(ToString::to_string).collect());
        found.push(warning(TransformFacts::LeavesNoService { transform, services }));
    }
    found
}
