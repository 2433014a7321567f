//! Recursive shapes without a finite value (spec: "Recursive shape definitions").

use super::context::Context;
use crate::components;
use crate::diagnostic::{Diagnostic, RecursionPath, ServiceFacts, Severity};
use crate::hash::HashSet;
use crate::model::graph::{Element, ElementId, Relation};
use crate::model::{Member, Shape, ShapeType};
use crate::rule::event;
use crate::traits::Required;
use crate::validate::Rule;

const ID: &str = "ShapeRecursion";

/// Maximum number of shapes in a cycle to report each shape and show all steps.
const MAX_SHOWN: usize = 20;

pub(super) const RULE: Rule = Rule {
    events: &[event!("ShapeRecursion")],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let collections = |shape: &Shape| matches!(shape.kind, ShapeType::List | ShapeType::Map);
    report_cycles(context, collections, |_| true, found, |path| ServiceFacts::RecursiveCollection { path });
    let structures = |shape: &Shape| shape.kind == ShapeType::Structure;
    report_cycles(context, structures, Member::has::<Required>, found, |path| ServiceFacts::RecursiveStructure {
        path,
    });
    unions(context, found);
}

/// Finds cycles through shapes and members of some kinds. Reports each shape, or each cycle if it is large.
fn report_cycles(
    context: &Context<'_>,
    shapes: fn(&Shape) -> bool,
    members: fn(&Member) -> bool,
    found: &mut Vec<Diagnostic>,
    message: fn(RecursionPath) -> ServiceFacts,
) {
    let graph = &context.graph;
    // The edges of a shape: members and their targets.
    let next = |id: ElementId| {
        graph.neighbors(id).iter().filter(|edge| edge.relation == Relation::Member).filter_map(move |edge| {
            let Element::Member(_, member) = graph.element(edge.to) else { return None };
            let target = graph.neighbors(edge.to).first()?;
            let is_on = members(member) && graph.element(target.to).as_shape().is_some_and(shapes);
            is_on.then_some((edge.to, target.to))
        })
    };
    let is_start = |element: Element<'_>| element.as_shape().is_some_and(|shape| shapes(shape) && !shape.is_builtin());
    let starts = graph.iter().filter(|(_, element)| is_start(*element)).map(|(id, _)| id);
    let mut findings = Vec::new();
    for mut component in components::cycles(starts, |id| next(id).map(|(_, target)| target)) {
        component.sort_unstable();
        let within: HashSet<ElementId> = component.iter().copied().collect();
        let is_large = component.len() > MAX_SHOWN;
        let mut passed: HashSet<ElementId> = HashSet::default();
        let mut count = 0;
        for start in component {
            if is_large && (count == MAX_SHOWN || passed.contains(&start)) {
                continue;
            }
            let shapes = components::cycle_from(start, |id| {
                next(id).map(|(_, target)| target).filter(|target| within.contains(target))
            });
            if is_large {
                passed.extend(&shapes);
            }
            count += 1;
            // Each step is a member and its target.
            let steps = shapes.iter().zip(shapes.iter().skip(1));
            let steps = steps.filter_map(|(from, to)| next(*from).find(|(_, target)| target == to));
            let path: Vec<ElementId> = steps.flat_map(|(member, target)| [member, target]).collect();
            findings.push((start, finding(context, start, &path, message)));
        }
    }
    findings.sort_by_key(|(start, _)| *start);
    found.extend(findings.into_iter().map(|(_, finding)| finding));
}

/// The finding about a shape in a cycle.
fn finding(
    context: &Context<'_>,
    start: ElementId,
    path: &[ElementId],
    message: fn(RecursionPath) -> ServiceFacts,
) -> Diagnostic {
    let elements: Vec<Element<'_>> = path.iter().map(|id| context.graph.element(*id)).collect();
    // A member and its target are one step.
    let steps: Vec<_> = elements.iter().take(2 * MAX_SHOWN).map(|element| element.id().clone()).collect();
    let element = context.graph.element(start);
    let path = RecursionPath { omitted: (path.len() - steps.len()) / 2, steps, end: element.id().clone() };
    let mut error = Diagnostic::of(Severity::Error, ID, message(path), element.span()).with_shape(element.id());
    for member in elements.iter().filter(|element| element.as_member().is_some()).take(MAX_SHOWN) {
        error = error.with_label(member.span(), "through this member");
    }
    let has_structure = elements.iter().filter_map(|element| element.as_shape());
    let has_structure = has_structure.chain(context.graph.element(start).as_shape());
    if has_structure.into_iter().any(|shape| shape.kind == ShapeType::Structure) {
        error.with_help("make one of the members optional, or use a union or list")
    } else {
        error.with_help("let one of the members target a structure or union that refers to the list or map")
    }
}

/// Reports unions whose members all refer back to them.
fn unions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let graph = &context.graph;
    // Least fixpoint: first shapes that have a finite value immediately, then those with a path to one.
    let mut ends: Vec<bool> = graph.iter().map(|(_, element)| ends_at_once(element)).collect();
    let mut waiting: Vec<ElementId> = graph.iter().map(|(id, _)| id).filter(|id| ends[id.index()]).collect();
    while let Some(id) = waiting.pop() {
        for edge in graph.reverse_neighbors(id) {
            if matches!(edge.relation, Relation::Target | Relation::Member) && !ends[edge.to.index()] {
                ends[edge.to.index()] = true;
                waiting.push(edge.to);
            }
        }
    }
    for (id, element) in graph.iter() {
        let Element::Shape(shape) = element else { continue };
        if shape.kind == ShapeType::Union && !shape.members.is_empty() && !ends[id.index()] {
            let message = "It is impossible to create instances of this recursive union";
            let error = Diagnostic::of(Severity::Error, ID, message, shape.span).with_shape(&shape.id);
            found.push(error.with_help("add a member that does not refer back to the union"));
        }
    }
}

/// Whether a shape has a value without members: an empty list, or a structure without required members.
fn ends_at_once(element: Element<'_>) -> bool {
    match element {
        Element::Member(container, _) => matches!(container.kind, ShapeType::Enum | ShapeType::IntEnum),
        Element::Shape(shape) => match shape.kind {
            ShapeType::Union => shape.members.is_empty(),
            ShapeType::Structure => shape.members.is_empty() || shape.members.values().any(|m| !m.has::<Required>()),
            _ => true,
        },
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
list L {
//   ^ error: ShapeRecursion
    member: L
}
"#,
            r#"
structure A {
//        ^ error: ShapeRecursion
    @required
    b: B
}
structure B {
//        ^ error: ShapeRecursion
    @required
    a: A
}
"#,
        ],
        leaves: &[r#"
structure A {
    @required
    all: All
}
list All {
    member: A
}
"#],
    };
}
