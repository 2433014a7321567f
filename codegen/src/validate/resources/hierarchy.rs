//! Resource hierarchies: no cycles, and identifiers of parents.

use crate::components;
use crate::diagnostic::{Diagnostic, ResourceCycle, ResourceFacts, Severity};
use crate::hash::HashSet;
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

/// Reports resources that contain themselves. Resources that lead to a cycle are not part of it.
fn cycles(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut findings = Vec::new();
    for mut component in components::cycles(context.resources().map(|(id, ..)| id), |id| children(context, id)) {
        component.sort_unstable();
        let within: HashSet<ElementId> = component.iter().copied().collect();
        // Larger cycles are reported once.
        let starts = if component.len() > MAX_SHOWN { &component[..1] } else { &component[..] };
        for start in starts {
            let path = components::cycle_from(*start, |id| {
                children(context, id).into_iter().filter(|child| within.contains(child))
            });
            findings.push((*start, finding(context, *start, &path)));
        }
    }
    findings.sort_by_key(|(start, _)| *start);
    found.extend(findings.into_iter().map(|(_, finding)| finding));
}

/// The finding about a resource in a cycle.
fn finding(context: &Context<'_>, start: ElementId, path: &[ElementId]) -> Diagnostic {
    let hidden = path.len().saturating_sub(MAX_SHOWN);
    let path = &path[hidden..];
    let resources = path.iter().map(|id| context.graph.element(*id).id().clone()).collect();
    let message = ResourceFacts::Cycle { path: ResourceCycle { omitted: hidden, resources } };
    let element = context.graph.element(start);
    let mut error = Diagnostic::of(Severity::Error, "ResourceCycle", message, element.span()).with_shape(element.id());
    for id in path.iter().filter(|id| **id != start) {
        error = error.with_label(context.graph.element(*id).span(), "this is part of the cycle");
    }
    error.with_help("remove one of the resources from the `resources` of another")
}

/// The resources in the `resources` of a resource.
fn children(context: &Context<'_>, id: ElementId) -> Vec<ElementId> {
    let edges = context.graph.neighbors(id).iter().filter(|edge| edge.relation == Relation::Resource);
    edges.map(|edge| edge.to).collect()
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
resource LeadsToCycle {
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
