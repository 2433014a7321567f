//! References to resources: validity of `@references`, and members that should be references.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, IdentifierCount, Problems, ReferenceProblem, ResourceFacts, Severity};
use crate::hash::{HashMap, HashSet};
use crate::model::graph::{Element, ElementId};
use crate::model::{Resource, Shape, ShapeId, ShapeType};
use crate::rule::event;
use crate::traits::{Placed, Reference, References};
use crate::validate::Rule;
use crate::validate::context::{Applied, Context, backticked};

const ID: &str = "ReferencesTrait";

pub(crate) const REFERENCES: Rule = Rule {
    events: &[event!("ReferencesTrait")],
    check: references,
    #[cfg(test)]
    cases: cases::REFERENCES,
};

/// Checks the resources, identifiers and members of `@references`.
fn references(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: References(references), span: place, .. } in context.with::<References>() {
        let Element::Shape(shape) = element else { continue };
        for Placed { value: reference, span } in references {
            let mut wrong = |message: ResourceFacts| {
                let span = if span.is_some() { *span } else { place };
                found.push(Diagnostic::of(Severity::Error, ID, message, span).with_shape(&shape.id));
            };
            let is_string = matches!(shape.kind, ShapeType::String | ShapeType::Enum);
            if is_string && reference.ids.as_ref().is_some_and(|ids| !ids.is_empty()) {
                wrong(ResourceFacts::IdsOnString { reference: shown(reference) });
            }
            let Some(target) = context.model.shape(&reference.resource) else { continue };
            let Some(resource) = target.as_resource() else {
                let kind = target.kind.name();
                let reference = shown(reference);
                wrong(ResourceFacts::NotAResource { found: kind, reference });
                continue;
            };
            if is_string && resource.identifiers.len() != 1 {
                wrong(ResourceFacts::SeveralIdentifiers {
                    resource: target.id.clone(),
                    reference: shown(reference),
                    identifiers: backticked(resource.identifiers.keys()),
                });
            } else if shape.kind == ShapeType::Structure {
                structure(context, shape, reference, (target, resource), &mut wrong);
            }
        }
    }
}

/// A reference in messages.
fn shown(reference: &Reference) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut parts = vec![format!("\"resource\":{}", quoted(reference.resource.as_str()))];
    let ids = ids(reference);
    if !ids.is_empty() {
        let all: Vec<String> = ids.iter().map(|(key, value)| format!("\"{key}\":\"{value}\"")).collect();
        parts.push(format!("\"ids\":{{{}}}", all.join(",")));
    }
    let service = reference.service.as_ref().map(ShapeId::as_str);
    let others = [("service", service), ("rel", reference.rel.as_deref())];
    parts.extend(others.into_iter().filter_map(|(key, text)| Some(format!("\"{key}\":{}", quoted(text?)))));
    format!("Reference{{{}}}", parts.join(","))
}

/// The members that contain identifiers, by identifier.
fn ids(reference: &Reference) -> BTreeMap<&str, &str> {
    reference.ids.iter().flatten().map(|(name, member)| (&**name, &**member)).collect()
}

/// How members are bound to identifiers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Binding {
    /// By `ids` of the reference.
    Explicit,
    /// By the names of identifiers.
    Implicit,
}

fn structure(
    context: &Context<'_>,
    shape: &Shape,
    reference: &Reference,
    (target, resource): (&Shape, &Resource),
    wrong: &mut dyn FnMut(ResourceFacts),
) {
    let given = ids(reference);
    let binding =
        if given.is_empty() && !resource.identifiers.is_empty() { Binding::Implicit } else { Binding::Explicit };
    if binding == Binding::Explicit {
        let (wanted, have) = (resource.identifiers.len(), given.len());
        if wanted != have {
            let count = if wanted < have { IdentifierCount::TooMany } else { IdentifierCount::NotEnough };
            wrong(ResourceFacts::NumberOfIdentifiers {
                count,
                reference: shown(reference),
                expected: wanted,
                found: have,
                identifiers: backticked(resource.identifiers.keys()),
            });
        }
        let extra: Vec<&&str> = given.keys().filter(|name| !resource.identifiers.contains_key(**name)).collect();
        if !extra.is_empty() {
            wrong(ResourceFacts::ExtraneousIdentifiers {
                reference: shown(reference),
                extraneous: backticked(extra),
                resource: target.id.clone(),
                identifiers: backticked(resource.identifiers.keys()),
            });
        }
    }
    // Several identifiers may be bound to one member.
    let names: BTreeSet<&str> = match binding {
        Binding::Implicit => resource.identifiers.keys().map(String::as_str).collect(),
        Binding::Explicit => given.into_values().collect(),
    };
    let mut problems: Vec<_> = names.into_iter().filter_map(|name| problem(context, shape, name, binding)).collect();
    if !problems.is_empty() {
        problems.sort_by_key(ToString::to_string);
        wrong(ResourceFacts::InvalidReference { reference: shown(reference), problems: Problems(problems) });
    }
}

/// Why a member cannot contain an identifier.
fn problem(context: &Context<'_>, shape: &Shape, name: &str, binding: Binding) -> Option<ReferenceProblem> {
    match shape.members.get(name) {
        None if binding == Binding::Implicit => Some(ReferenceProblem::ImplicitBinding { name: name.to_owned() }),
        None => Some(ReferenceProblem::NoSuchMember { name: name.to_owned() }),
        Some(member) => {
            let target = context.shape(&member.target)?;
            let is_string = matches!(target.kind, ShapeType::String | ShapeType::Enum);
            (!is_string).then(|| ReferenceProblem::NotAString { name: name.to_owned() })
        }
    }
}

pub(crate) const MISSING_REFERENCES: Rule = Rule {
    events: &[event!("MemberShouldReferenceResource")],
    check: missing_references,
    #[cfg(test)]
    cases: cases::MISSING_REFERENCES,
};

/// Reports members with the name and target of an identifier that do not belong to an operation of the resource or a
/// related one.
fn missing_references(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let resources: Vec<(ElementId, &Shape, &Resource)> = context.resources().collect();
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::default();
    for (at, (_, _, resource)) in resources.iter().enumerate() {
        for name in resource.identifiers.keys() {
            by_name.entry(name).or_default().push(at);
        }
    }
    if by_name.is_empty() {
        return;
    }
    let mut closures: HashMap<usize, HashSet<ElementId>> = HashMap::default();
    for (id, element) in context.graph.iter() {
        let Element::Member(container, member) = element else { continue };
        let Some(candidates) = by_name.get(member.name()) else { continue };
        if container.is_builtin() {
            continue;
        }
        let fits = |at: &&usize| {
            resources.get(**at).is_some_and(|(_, _, r)| r.identifiers.get(member.name()) == Some(&member.target))
        };
        let overrides: Vec<usize> = candidates.iter().filter(fits).copied().collect();
        if overrides.is_empty() {
            continue;
        }
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for traits in [&member.traits, &container.traits] {
            let references = traits.get::<References>().into_iter().flat_map(|references| &references.0);
            known.extend(references.map(|reference| reference.value.resource.as_str()));
        }
        for (at, (start, shape, resource)) in resources.iter().enumerate() {
            let below = closures.entry(at).or_insert_with(|| below(context, *start));
            if below.contains(&id) {
                known.insert(shape.id.as_str());
                known.extend(resource.resources.iter().map(ShapeId::as_str));
            }
        }
        let missing = overrides.iter().filter_map(|at| resources.get(*at)).map(|(_, shape, _)| shape.id.as_str());
        let missing: BTreeSet<&str> = missing.filter(|id| !known.contains(id)).collect();
        if !missing.is_empty() {
            let message = ResourceFacts::MissingReference { resources: backticked(&missing) };
            let warning = Diagnostic::of(Severity::Warning, "MemberShouldReferenceResource", message, member.span);
            found.push(warning.with_shape(&member.id));
        }
    }
}

/// All shapes that a resource refers to.
fn below(context: &Context<'_>, start: ElementId) -> HashSet<ElementId> {
    let mut seen = HashSet::from_iter([start]);
    let mut waiting = vec![start];
    while let Some(id) = waiting.pop() {
        for edge in context.graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed()) {
            if seen.insert(edge.to) {
                waiting.push(edge.to);
            }
        }
    }
    seen
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const REFERENCES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@references([{ resource: R }])
//           ^^^^^^^^^^^^^^^ error: ReferencesTrait
structure S {
    other: String
}
resource R {
    identifiers: { id: String }
}
"#],
        leaves: &[r#"
@references([{ resource: R }])
structure S {
    @required
    id: String
}
resource R {
    identifiers: { id: String }
}
"#],
    };

    pub(super) const MISSING_REFERENCES: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource R {
    identifiers: { rId: String }
}
structure S {
    rId: String
//  ^^^ warning: MemberShouldReferenceResource
}
"#],
        leaves: &[r#"
resource R {
    identifiers: { rId: String }
}
structure S {
    otherId: String
}
"#],
    };
}
