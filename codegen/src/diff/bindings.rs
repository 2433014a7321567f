//! Operations and resources that are bound to services and resources.

use std::cell::LazyCell;

use super::{Differences, Finding, Pair};
use crate::diagnostic::{BoundKind, DiffFacts, Severity};
use crate::diff::Evaluator;
use crate::hash::HashSet;
use crate::model::{Body, Shape, ShapeId, ShapeType};
use crate::rule::event;
use crate::validate::contained::Contained;

pub(super) const BINDINGS: Evaluator = Evaluator {
    events: &[
        event!("AddedOperationBinding", Prefix),
        event!("RemovedOperationBinding", Prefix),
        event!("AddedResourceBinding", Prefix),
        event!("RemovedResourceBinding", Prefix),
    ],
    check: bindings,
    #[cfg(test)]
    cases: cases::BINDINGS,
};

fn bindings(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        // If one of the types has no bindings, only the change of the type is reported.
        if ![old, new].into_iter().all(binds) {
            continue;
        }
        let (old_operations, old_resources) = bindings_of(&old.body);
        let (new_operations, new_resources) = bindings_of(&new.body);
        let contained = LazyCell::new(|| {
            let contained = Contained::of(differences.new, new);
            contained.operations.into_iter().map(|shape| &shape.id).collect::<HashSet<_>>()
        });
        for (bound, old, new) in [
            (BoundKind::Operation, &old_operations, &new_operations),
            (BoundKind::Resource, &old_resources, &new_resources),
        ] {
            let (before, after): (HashSet<_>, HashSet<_>) = (old.iter().collect(), new.iter().collect());
            for id in old.iter().filter(|id| !after.contains(id)) {
                let reach = if contained.contains(id) { Reach::Indirect } else { Reach::None };
                removed(*pair, bound, id, reach, found);
            }
            for id in new.iter().filter(|id| !before.contains(id)) {
                added(*pair, bound, id, found);
            }
        }
    }
}

/// Whether a service still contains an operation whose binding was removed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Through a resource.
    Indirect,
    None,
}

/// Whether shapes of this type can have operations and resources.
fn binds(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeType::Service | ShapeType::Resource)
}

/// Operations and resources that are bound to a shape directly. As in the reference, lifecycle operations do not count.
fn bindings_of(body: &Body) -> (Vec<&ShapeId>, Vec<&ShapeId>) {
    match body {
        Body::Service(service) => (service.operations.iter().collect(), service.resources.iter().collect()),
        Body::Resource(resource) => (resource.operations.iter().collect(), resource.resources.iter().collect()),
        Body::None | Body::Operation(_) => (Vec::new(), Vec::new()),
    }
}

fn removed(pair: Pair<'_>, bound: BoundKind, id: &ShapeId, reach: Reach, found: &mut Vec<Finding>) {
    let Some(holder) = pair.new.as_shape() else { return };
    let (holder_type, shape, holder_id) = (holder.kind.name(), id.clone(), holder.id.clone());
    let is_service = holder.as_service().is_some();
    let (severity, message) = if is_service && reach == Reach::Indirect {
        (Severity::Note, DiffFacts::MovedBinding { shape, holder_type, holder: holder_id })
    } else {
        (Severity::Error, DiffFacts::RemovedBinding { bound, shape, holder_type, holder: holder_id })
    };
    let from = if is_service { "Service" } else { "Resource" };
    let event = format!("Removed{bound}Binding.From{from}.{}", id.name());
    found.push(pair.finding(severity, event, message));
}

fn added(pair: Pair<'_>, bound: BoundKind, id: &ShapeId, found: &mut Vec<Finding>) {
    let holder_type = pair.new.type_name();
    let to = if holder_type == "service" { "Service" } else { "Resource" };
    let message = DiffFacts::AddedBinding { bound, shape: id.clone(), holder_type, holder: pair.new.id().clone() };
    let event = format!("Added{bound}Binding.To{to}.{}", id.name());
    found.push(pair.finding(Severity::Note, event, message));
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const BINDINGS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
service Shop {
    operations: [Buy]
}
operation Buy {}
operation Sell {}
---
service Shop {
//      ^^^^ error: RemovedOperationBinding.FromService.Buy
//      ^^^^ note: AddedOperationBinding.ToService.Sell
    operations: [Sell]
}
operation Buy {}
operation Sell {}
"#,
            r#"
resource Order {}
service Shop {
    resources: [Order]
}
---
resource Order {}
service Shop {
//      ^^^^ error: RemovedResourceBinding.FromService.Order
}
"#,
        ],
        leaves: &[r#"
service Shop {
    operations: [Buy, Sell]
}
operation Buy {}
operation Sell {}
---
service Shop {
    operations: [Sell, Buy]
}
operation Buy {}
operation Sell {}
"#],
    };
}
