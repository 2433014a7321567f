//! Which services have operations, to report transforms that leave a service without any.

use std::collections::HashSet;

use super::ID;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::graph::{ElementId, Graph, Relation};
use crate::model::{Body, Model, ShapeId, ShapeType};
use crate::source::Span;

/// Services that have an operation, directly or in a resource.
pub(super) fn with_operations(model: &Model) -> HashSet<ShapeId> {
    let services = model.own_shapes().filter(|shape| shape.kind == ShapeType::Service);
    let mut graph = None;
    let mut found = HashSet::new();
    for service in services {
        let Body::Service(body) = &service.body else { continue };
        let has_any = !body.operations.is_empty() || {
            let graph = graph.get_or_insert_with(|| Graph::new(model));
            graph.find(service.id.as_str()).is_some_and(|id| has_operation(graph, id))
        };
        if has_any {
            found.insert(service.id.clone());
        }
    }
    found
}

fn has_operation(graph: &Graph<'_>, service: ElementId) -> bool {
    let mut seen = HashSet::new();
    let mut waiting = vec![service];
    while let Some(id) = waiting.pop() {
        for edge in graph.neighbours(id) {
            if edge.relation.binds_operation() {
                return true;
            }
            if edge.relation == Relation::Resource && seen.insert(edge.to) {
                waiting.push(edge.to);
            }
        }
    }
    false
}

/// Reports services that a transform left without operations, and the removal of all services.
pub(super) fn emptied(before: &HashSet<ShapeId>, model: &Model, transform: &str, span: Span) -> Vec<Diagnostic> {
    let after = with_operations(model);
    let warning = |message: String| {
        let help = "check the arguments of the transform, and the order of transforms";
        Diagnostic::new(Severity::Warning, ID, message, span).with_help(help)
    };
    let mut lost: Vec<&ShapeId> = before.difference(&after).collect();
    lost.sort();
    let mut found: Vec<Diagnostic> = lost
        .iter()
        .filter(|id| model.shape(id).is_some())
        .map(|id| {
            warning(format!("transform `{transform}` leaves the service `{id}` without operations")).with_shape(id)
        })
        .collect();
    if !lost.is_empty() && !model.own_shapes().any(|shape| shape.kind == ShapeType::Service) {
        let names: Vec<String> = lost.iter().map(|id| format!("`{id}`")).collect();
        found.push(warning(format!("transform `{transform}` leaves no service: it removes {}", names.join(", "))));
    }
    found
}
