//! Operations and resources that are bound to services and resources.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::{Differences, Finding, Pair};
use crate::diagnostic::Severity;
use crate::diff::Evaluator;
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
        for (what, old, new) in
            [("Operation", &old_operations, &new_operations), ("Resource", &old_resources, &new_resources)]
        {
            let (before, after): (HashSet<_>, HashSet<_>) = (old.iter().collect(), new.iter().collect());
            for id in old.iter().filter(|id| !after.contains(id)) {
                removed(*pair, what, id, contained.contains(id), found);
            }
            for id in new.iter().filter(|id| !before.contains(id)) {
                added(*pair, what, id, found);
            }
        }
    }
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

fn removed(pair: Pair<'_>, what: &str, id: &ShapeId, is_still_there: bool, found: &mut Vec<Finding>) {
    let Some(holder) = pair.new.as_shape() else { return };
    let kind = holder.kind.name();
    let mut message = format!("{what} binding of `{id}` was removed from {kind} shape, `{}`", holder.id);
    let is_service = holder.as_service().is_some();
    let severity = if is_service && is_still_there {
        let lower = what.to_lowercase();
        message = format!("{message}, but the {lower} remains in the service closure through a resource");
        Severity::Note
    } else {
        Severity::Error
    };
    let from = if is_service { "Service" } else { "Resource" };
    let event = format!("Removed{what}Binding.From{from}.{}", id.name());
    found.push(pair.finding(severity, event, message));
}

fn added(pair: Pair<'_>, what: &str, id: &ShapeId, found: &mut Vec<Finding>) {
    let kind = pair.new.type_name();
    let to = if kind == "service" { "Service" } else { "Resource" };
    let message = format!("{what} binding of `{id}` was added to the {kind} shape, `{}`", pair.new.id());
    let event = format!("Added{what}Binding.To{to}.{}", id.name());
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
