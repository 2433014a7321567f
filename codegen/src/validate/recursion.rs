//! Shapes that contain themselves such that no value of them could be written (spec: "Recursive shape definitions").

use std::collections::HashSet;

use super::context::Context;
use crate::diagnostic::Diagnostic;
use crate::model::graph::{Element, ElementId, Relation};
use crate::model::{Member, Shape, ShapeType};

const ID: &str = "ShapeRecursion";

/// So many steps are taken in search of circles; models that need more have no readable ones.
const MAX_STEPS: usize = 10_000_000;

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let collections = |shape: &Shape| matches!(shape.kind, ShapeType::List | ShapeType::Map);
    circles(
        context,
        collections,
        |_| true,
        found,
        |path| {
            format!(
                "Found invalid shape recursion: {path}. A recursive list, set, or map shape is only valid if an intermediate \
             reference is through a union or structure."
            )
        },
    );
    let structures = |shape: &Shape| shape.kind == ShapeType::Structure;
    circles(
        context,
        structures,
        |member| member.has_trait("smithy.api#required"),
        found,
        |path| {
            format!(
                "Found invalid shape recursion: {path}. A structure cannot be mutually recursive through all required members."
            )
        },
    );
    unions(context, found);
}

/// Circles through shapes of some kinds, by members of some kind: one finding for each shape on one.
fn circles(
    context: &Context<'_>,
    shapes: fn(&Shape) -> bool,
    members: fn(&Member) -> bool,
    found: &mut Vec<Diagnostic>,
    message: impl Fn(&str) -> String,
) {
    let graph = &context.graph;
    // What a shape leads to in one step: the member, and its target.
    let next = |id: ElementId| {
        let targets = graph.neighbours(id).iter().filter(|edge| edge.relation == Relation::Member).filter_map(|edge| {
            let Element::Member(_, member) = graph.element(edge.to) else { return None };
            let target = graph.neighbours(edge.to).first()?;
            let is_on = members(member) && graph.element(target.to).as_shape().is_some_and(shapes);
            is_on.then_some((edge.to, target.to))
        });
        targets.collect::<Vec<_>>()
    };
    // Shapes from which no circle is reached, found by leaving out leaves again and again, are not looked at twice.
    let mut dead: HashSet<ElementId> = HashSet::new();
    let mut budget = MAX_STEPS;
    for (start, element) in graph.iter() {
        let Element::Shape(shape) = element else { continue };
        if !shapes(shape) || shape.is_builtin() || dead.contains(&start) {
            continue;
        }
        match circle(start, &next, &mut dead, &mut budget) {
            None => {}
            Some(path) => {
                let ids: Vec<&str> = path.iter().map(|id| graph.element(*id).id().as_str()).collect();
                let mut error = Diagnostic::error(ID, message(&ids.join(" > ")), shape.span).with_shape(&shape.id);
                for element in path.iter().map(|id| graph.element(*id)).filter(|element| element.as_member().is_some())
                {
                    error = error.with_label(element.span(), "through this member");
                }
                found.push(error.with_help("let one of the members be left out, or go through a union or list"));
            }
        }
    }
}

/// The way from a shape back to itself: members and shapes, without the start.
fn circle(
    start: ElementId,
    next: &dyn Fn(ElementId) -> Vec<(ElementId, ElementId)>,
    dead: &mut HashSet<ElementId>,
    budget: &mut usize,
) -> Option<Vec<ElementId>> {
    let mut seen = HashSet::from([start]);
    let mut path: Vec<ElementId> = Vec::new();
    let mut waiting = vec![next(start).into_iter()];
    let mut on = vec![start];
    let mut met_circle = false;
    while let Some(steps) = waiting.last_mut() {
        let Some((member, target)) = steps.next() else {
            waiting.pop();
            path.truncate(path.len().saturating_sub(2));
            if let Some(id) = on.pop()
                && !met_circle
            {
                dead.insert(id);
            }
            continue;
        };
        *budget = budget.checked_sub(1)?;
        if target == start {
            path.extend([member, target]);
            return Some(path);
        }
        if dead.contains(&target) {
            continue;
        }
        if seen.insert(target) {
            path.extend([member, target]);
            on.push(target);
            waiting.push(next(target).into_iter());
        } else {
            met_circle = true;
        }
    }
    None
}

/// Unions all of whose members lead back to them.
fn unions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let graph = &context.graph;
    // A least fixpoint: what ends at once, then what has a way to something that ends.
    let mut ends: Vec<bool> = graph.iter().map(|(_, element)| ends_at_once(element)).collect();
    let mut waiting: Vec<ElementId> = graph.iter().map(|(id, _)| id).filter(|id| ends[id.index()]).collect();
    while let Some(id) = waiting.pop() {
        for edge in graph.reverse_neighbours(id) {
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
            let error = Diagnostic::error(ID, message, shape.span).with_shape(&shape.id);
            found.push(error.with_help("add a member that does not lead back to the union"));
        }
    }
}

/// Whether a value can be written without looking at members: an empty list, a structure that may be left empty.
fn ends_at_once(element: Element<'_>) -> bool {
    match element {
        Element::Member(container, _) => matches!(container.kind, ShapeType::Enum | ShapeType::IntEnum),
        Element::Shape(shape) => match shape.kind {
            ShapeType::Union => shape.members.is_empty(),
            ShapeType::Structure => {
                shape.members.is_empty() || shape.members.values().any(|m| !m.has_trait("smithy.api#required"))
            }
            _ => true,
        },
    }
}
