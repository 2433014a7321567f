//! Properties of operations, services and resources: errors, inputs, outputs, identifiers, renames, versions.

use std::cell::LazyCell;

use super::{Differences, Finding};
use crate::diagnostic::{DiffFacts, Identifiers, Severity};
use crate::diff::Evaluator;
use crate::hash::HashSet;
use crate::model::ShapeId;
use crate::model::graph::Graph;
use crate::rule::event;

pub(super) const OPERATION_ERRORS: Evaluator = Evaluator {
    events: &[event!("AddedOperationError", Prefix), event!("RemovedOperationError", Prefix)],
    check: operation_errors,
    #[cfg(test)]
    cases: cases::OPERATION_ERRORS,
};

fn operation_errors(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let body = |element: crate::model::graph::Element<'_>| Some(element.as_shape()?.as_operation()?.errors.clone());
        let (Some(old), Some(new)) = (body(pair.old), body(pair.new)) else { continue };
        let operation = pair.new.id();
        let (before, after): (HashSet<_>, HashSet<_>) = (old.iter().collect(), new.iter().collect());
        for error in old.iter().filter(|id| !after.contains(id)) {
            let message = DiffFacts::RemovedOperationError { error: error.clone(), operation: operation.clone() };
            let id = format!("RemovedOperationError.{}", error.name());
            found.push(pair.finding(Severity::Warning, id, message));
        }
        for error in new.iter().filter(|id| !before.contains(id)) {
            let message = DiffFacts::AddedOperationError { error: error.clone(), operation: operation.clone() };
            let id = format!("AddedOperationError.{}", error.name());
            found.push(pair.finding(Severity::Warning, id, message));
        }
    }
}

pub(super) const SERVICE_ERRORS: Evaluator = Evaluator {
    events: &[event!("AddedServiceError"), event!("RemovedServiceError")],
    check: service_errors,
    #[cfg(test)]
    cases: cases::SERVICE_ERRORS,
};

fn service_errors(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let body = |element: crate::model::graph::Element<'_>| Some(element.as_shape()?.as_service()?.errors.clone());
        let (Some(old), Some(new)) = (body(pair.old), body(pair.new)) else { continue };
        let service = pair.new.id();
        let (before, after): (HashSet<_>, HashSet<_>) = (old.iter().collect(), new.iter().collect());
        for error in old.iter().filter(|id| !after.contains(id)) {
            let message = DiffFacts::RemovedServiceError { error: error.clone(), service: service.clone() };
            found.push(pair.finding(Severity::Warning, "RemovedServiceError", message));
        }
        for error in new.iter().filter(|id| !before.contains(id)) {
            let message = DiffFacts::AddedServiceError { error: error.clone(), service: service.clone() };
            found.push(pair.finding(Severity::Warning, "AddedServiceError", message));
        }
    }
}

pub(super) const INPUTS_AND_OUTPUTS: Evaluator = Evaluator {
    events: &[event!("ChangedOperationInput", Prefix), event!("ChangedOperationOutput", Prefix)],
    check: inputs_and_outputs,
    #[cfg(test)]
    cases: cases::INPUTS_AND_OUTPUTS,
};

fn inputs_and_outputs(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        let (Some(old), Some(new)) = (old.as_operation(), new.as_operation()) else { continue };
        let mut error = |what: &str, old: &ShapeId, new: &ShapeId, message: DiffFacts| {
            let id = format!("ChangedOperation{what}.From.{old}.To.{new}");
            found.push(pair.finding(Severity::Error, id, message));
        };
        let operation = pair.new.id().clone();
        if old.input != new.input {
            let (old, new) = (old.input.clone(), new.input.clone());
            error(
                "Input",
                &old.clone(),
                &new.clone(),
                DiffFacts::ChangedInput { operation: operation.clone(), old, new },
            );
        }
        if old.output != new.output {
            let (old, new) = (old.output.clone(), new.output.clone());
            error("Output", &old.clone(), &new.clone(), DiffFacts::ChangedOutput { operation, old, new });
        }
    }
}

pub(super) const IDENTIFIERS: Evaluator = Evaluator {
    events: &[event!("ChangedResourceIdentifiers")],
    check: identifiers,
    #[cfg(test)]
    cases: cases::IDENTIFIERS,
};

fn identifiers(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        let (Some(old), Some(new)) = (old.as_resource(), new.as_resource()) else { continue };
        let listed = |identifiers: &mut dyn Iterator<Item = (&String, &ShapeId)>| {
            let mut pairs: Vec<_> = identifiers.map(|(name, id)| (name.clone(), id.clone())).collect();
            pairs.sort();
            Identifiers(pairs)
        };
        let (old, new) = (listed(&mut old.identifiers.iter()), listed(&mut new.identifiers.iter()));
        if old != new {
            let message = DiffFacts::ChangedIdentifiers { resource: pair.new.id().clone(), old, new };
            found.push(pair.finding(Severity::Error, "ChangedResourceIdentifiers", message));
        }
    }
}

pub(super) const RENAMES: Evaluator = Evaluator {
    events: &[event!("ServiceRename")],
    check: renames,
    #[cfg(test)]
    cases: cases::RENAMES,
};

fn renames(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    // Renames are rare; all services share one graph.
    let graph = LazyCell::new(|| Graph::new(differences.old));
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        let (Some(old), Some(new)) = (old.as_service(), new.as_service()) else { continue };
        let mut error = |message: DiffFacts| found.push(pair.finding(Severity::Error, "ServiceRename", message));
        for (id, name) in &old.rename {
            match new.rename.get(id) {
                None => error(DiffFacts::RemovedRename { shape: id.clone(), old: name.clone() }),
                Some(now) if now != name => {
                    error(DiffFacts::ChangedRename { shape: id.clone(), old: name.clone(), new: now.clone() });
                }
                Some(_) => {}
            }
        }
        let added: Vec<_> = new.rename.iter().filter(|(id, _)| !old.rename.contains_key(*id)).collect();
        if added.is_empty() {
            continue;
        }
        for (id, name) in added.into_iter().filter(|(id, _)| is_below(&graph, pair.old.id(), id)) {
            error(DiffFacts::AddedRename { shape: id.clone(), new: name.clone() });
        }
    }
}

pub(super) const VERSIONS: Evaluator = Evaluator {
    events: &[event!("ChangedServiceVersion")],
    check: versions,
    #[cfg(test)]
    cases: cases::VERSIONS,
};

/// A changed version breaks nothing. Services without a version are ignored.
fn versions(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        let (Some(old), Some(new)) = (old.as_service(), new.as_service()) else { continue };
        if old.version != new.version && ![old, new].iter().any(|service| service.version.is_empty()) {
            let (old, new) = (old.version.clone(), new.version.clone());
            let message = DiffFacts::ChangedVersion { old, new };
            found.push(pair.finding(Severity::Note, "ChangedServiceVersion", message));
        }
    }
}

/// Whether a shape is reachable from another.
fn is_below(graph: &Graph<'_>, from: &ShapeId, to: &ShapeId) -> bool {
    let (Some(from), Some(to)) = (graph.find(from.as_str()), graph.find(to.as_str())) else { return false };
    let mut seen = std::collections::BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        let edges = graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed());
        open.extend(edges.map(|edge| edge.to).filter(|id| seen.insert(*id)));
    }
    false
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const OPERATION_ERRORS: Cases = Cases {
        file: file!(),
        finds: &[r#"
operation Buy {
    errors: [Gone]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
---
operation Buy {
//        ^^^ warning: AddedOperationError.Full
//        ^^^ warning: RemovedOperationError.Gone
    errors: [Full]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
"#],
        leaves: &[r#"
operation Buy {
    errors: [Gone, Full]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
---
operation Buy {
    errors: [Full, Gone]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
"#],
    };

    pub(super) const SERVICE_ERRORS: Cases = Cases {
        file: file!(),
        finds: &[r#"
service Shop {
    errors: [Gone]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
---
service Shop {
//      ^^^^ warning: AddedServiceError
//      ^^^^ warning: RemovedServiceError
    errors: [Full]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
"#],
        leaves: &[r#"
service Shop {
    errors: [Gone, Full]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
---
service Shop {
    errors: [Full, Gone]
}
@error("client")
structure Gone {}
@error("client")
structure Full {}
"#],
    };

    pub(super) const INPUTS_AND_OUTPUTS: Cases = Cases {
        file: file!(),
        finds: &[r#"
operation Buy {
    input: A
}
structure A {}
structure B {}
---
operation Buy {
//        ^^^ error: ChangedOperationInput.From.example#A.To.example#B
//        ^^^ error: ChangedOperationOutput.From.smithy.api#Unit.To.example#A
    input: B
    output: A
}
structure A {}
structure B {}
"#],
        leaves: &[r#"
operation Buy {
    input: A
}
structure A {}
---
operation Buy {
    input: A
    output: Unit
}
structure A {}
"#],
    };

    pub(super) const IDENTIFIERS: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource Order {
    identifiers: { id: String }
}
---
resource Order {
//       ^^^^^ error: ChangedResourceIdentifiers
    identifiers: { id: String, shop: String }
}
"#],
        leaves: &[r#"
resource Order {
    identifiers: { id: String, shop: String }
}
---
resource Order {
    identifiers: { shop: String, id: String }
}
"#],
    };

    pub(super) const RENAMES: Cases = Cases {
        file: file!(),
        finds: &[r#"
service Shop {
    operations: [Buy]
}
operation Buy {
    input := {
        order: Order
    }
}
structure Order {}
---
service Shop {
//      ^^^^ error: ServiceRename
    operations: [Buy]
    rename: { "example#Order": "Purchase" }
}
operation Buy {
    input := {
        order: Order
    }
}
structure Order {}
"#],
        leaves: &[r#"
service Shop {
    operations: [Buy]
    rename: { "example#Order": "Purchase" }
}
operation Buy {
    input := {
        order: Order
    }
}
structure Order {}
---
service Shop {
    operations: [Buy]
    rename: { "example#Order": "Purchase" }
}
operation Buy {
    input := {
        order: Order
    }
}
structure Order {}
"#],
    };

    pub(super) const VERSIONS: Cases = Cases {
        file: file!(),
        finds: &[r#"
service Shop {
    version: "1"
}
---
service Shop {
//      ^^^^ note: ChangedServiceVersion
    version: "2"
}
"#],
        leaves: &[r#"
service Shop {
    version: "1"
}
---
service Shop {
}
"#],
    };
}
