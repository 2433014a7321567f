//! Resource hierarchies: no cycles, and identifiers of parents.

use std::collections::HashSet;
use std::hash::Hash;

use crate::diagnostic::{Diagnostic, ResourceFacts, Severity};
use crate::model::ShapeId;
use crate::model::graph::{ElementId, Relation};
use crate::rule::event;
use crate::validate::Rule;
use crate::validate::context::{Context, listed};

/// Larger cycles are truncated in messages, and reported once.
const MAX_SHOWN: usize = 20;

pub(crate) const CYCLES: Rule = Rule {
    events: &[event!("ResourceCycle")],
    check: cycles,
    #[cfg(test)]
    cases: cases::CYCLES,
};

/// Reports resources that contain themselves.
fn cycles(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    // Resources from which no cycle is reachable.
    let mut fine: HashSet<ElementId> = HashSet::new();
    for (start, shape, _) in context.resources() {
        if fine.contains(&start) {
            continue;
        }
        let Some(path) = find_cycle(start, &mut fine, |id| children(context, id)) else { continue };
        if path.len() > MAX_SHOWN {
            // Reported once for all resources in the cycle.
            fine.extend(&path);
        }
        let hidden = path.len().saturating_sub(MAX_SHOWN);
        let path: Vec<ElementId> = path.into_iter().skip(hidden).collect();
        let mut ids: Vec<&str> = path.iter().map(|id| context.graph.element(*id).id().as_str()).collect();
        if hidden > 0 {
            ids.insert(0, "…");
        }
        let message = ResourceFacts::Cycle { path: ids.join(" -> ") };
        let mut error = Diagnostic::of(Severity::Error, "ResourceCycle", message, shape.span).with_shape(&shape.id);
        for id in path.iter().filter(|id| **id != start) {
            error = error.with_label(context.graph.element(*id).span(), "this is part of the cycle");
        }
        found.push(error.with_help("remove one of the resources from the `resources` of another"));
    }
}

/// The resources in the `resources` of a resource.
fn children(context: &Context<'_>, id: ElementId) -> Vec<ElementId> {
    let edges = context.graph.neighbours(id).iter().filter(|edge| edge.relation == Relation::Resource);
    edges.map(|edge| edge.to).collect()
}

/// Returns a path from a resource to one that the path already contains. Adds the resources that reach no cycle to
/// `fine`, so that none is searched twice.
fn find_cycle<N: Copy + Eq + Hash>(
    start: N,
    fine: &mut HashSet<N>,
    mut children: impl FnMut(N) -> Vec<N>,
) -> Option<Vec<N>> {
    let mut path = vec![start];
    let mut on = HashSet::from([start]);
    let mut waiting = vec![children(start)];
    while let Some(next) = waiting.last_mut() {
        let Some(id) = next.pop() else {
            waiting.pop();
            if let Some(id) = path.pop() {
                on.remove(&id);
                fine.insert(id);
            }
            continue;
        };
        if on.contains(&id) {
            path.push(id);
            return Some(path);
        }
        if !fine.contains(&id) {
            path.push(id);
            on.insert(id);
            waiting.push(children(id));
        }
    }
    None
}

pub(crate) const IDENTIFIERS: Rule = Rule {
    events: &[event!("ResourceIdentifier")],
    check: identifiers,
    #[cfg(test)]
    cases: cases::IDENTIFIERS,
};

/// Checks that child resources have all identifiers of their parents, with the same targets, and not as properties.
fn identifiers(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, shape, resource) in context.resources() {
        for name in resource.identifiers.keys() {
            if resource.properties.keys().any(|property| property.eq_ignore_ascii_case(name)) {
                let message = ResourceFacts::IdentifierIsProperty { name: name.clone() };
                found.push(
                    Diagnostic::of(Severity::Error, "ResourceIdentifier", message, shape.span).with_shape(&shape.id),
                );
            }
        }
        for id in &resource.resources {
            let Some((child_shape, child)) = context.shape(id).and_then(|shape| Some((shape, shape.as_resource()?)))
            else {
                continue;
            };
            let missing: Vec<&String> =
                resource.identifiers.keys().filter(|name| !child.identifiers.contains_key(*name)).collect();
            let mut wrong = |message: ResourceFacts| {
                let error = Diagnostic::of(Severity::Error, "ResourceIdentifier", message, child_shape.span);
                found.push(error.with_shape(id).with_label(shape.span, "its parent is here"));
            };
            if !missing.is_empty() {
                wrong(ResourceFacts::MissingIdentifiers { parent: shape.id.clone(), missing: listed(missing) });
            }
            for (name, target) in &resource.identifiers {
                if let Some(other) = child.identifiers.get(name).filter(|other| *other != target) {
                    wrong(incompatible(&shape.id, name, target, other));
                }
            }
        }
    }
}

fn incompatible(parent: &ShapeId, name: &str, wanted: &ShapeId, other: &ShapeId) -> ResourceFacts {
    ResourceFacts::IncompatibleIdentifier {
        parent: parent.clone(),
        name: name.to_owned(),
        expected: wanted.clone(),
        found: other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::find_cycle;

    /// Searches each of `starts` in a chain of resources, and counts how often children are requested.
    fn requests(length: usize, starts: impl Iterator<Item = usize>) -> usize {
        let (mut fine, mut requests) = (HashSet::new(), 0);
        for start in starts.filter(|start| *start < length) {
            if fine.contains(&start) {
                continue;
            }
            let cycle = find_cycle(start, &mut fine, |id| {
                requests += 1;
                if id + 1 < length { vec![id + 1] } else { Vec::new() }
            });
            assert_eq!(cycle, None);
        }
        requests
    }

    #[test]
    fn each_resource_of_a_chain_is_searched_once_whatever_the_order() {
        assert_eq!(requests(1_000, 0..1_000), 1_000);
        assert_eq!(requests(1_000, (0..1_000).rev()), 1_000);
        assert_eq!(requests(1_000, (0..1_000).map(|start| start * 7 % 1_000)), 1_000);
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const CYCLES: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource R {
//       ^ error: ResourceCycle
    resources: [Q]
}
resource Q {
//       ^ error: ResourceCycle
    resources: [R]
}
"#],
        leaves: &[r#"
resource R {
    resources: [Q]
}
resource Q {}
"#],
    };

    pub(super) const IDENTIFIERS: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource R {
    identifiers: { a: String, b: String }
    resources: [Child]
}
resource Child {
//       ^^^^^ error: ResourceIdentifier
    identifiers: { a: String }
}
"#],
        leaves: &[r#"
resource R {
    identifiers: { a: String }
    resources: [Child]
}
resource Child {
    identifiers: { a: String, b: String }
}
"#],
    };
}
