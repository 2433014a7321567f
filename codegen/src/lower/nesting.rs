//! Nesting of shapes: recursive shapes, and lists and maps of lists and maps.

use crate::components;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::hash::HashMap;
use crate::model::{Model, Shape, ShapeId, ShapeType};
use crate::traits::Sparse;

/// Maximum nesting of lists and maps. Each level is part of the resulting type, and code is generated for each.
const MAX_DEPTH: usize = 64;

/// The compiler's default `recursion_limit`.
const DEFAULT_LIMIT: usize = 128;

/// Maximum complexity of a type that Clippy does not report.
const MAX_COMPLEXITY: usize = 250;

/// Types around those of the model, such as futures.
const SURROUNDINGS: usize = 40;

/// Structures and unions that may contain themselves without a list or map in between, and the number of their cycle.
pub(super) fn cycles<'m>(model: &'m Model, closure: &[&'m Shape]) -> HashMap<&'m ShapeId, usize> {
    let held = |id: &'m ShapeId| -> Vec<&'m ShapeId> {
        let shape = model.shape(id).filter(|shape| matches!(shape.kind, ShapeType::Structure | ShapeType::Union));
        shape.into_iter().flat_map(|shape| shape.members.values().map(|member| &member.target)).collect()
    };
    let cycles = components::cycles(closure.iter().map(|shape| &shape.id), held);
    let numbered = cycles.into_iter().enumerate();
    numbered.flat_map(|(number, cycle)| cycle.into_iter().map(move |id| (id, number))).collect()
}

/// The `recursion_limit` that the types need: the compiler visits all nested types to determine whether a type is
/// `Send`.
pub(super) fn recursion_limit(model: &Model, closure: &[&Shape]) -> Option<usize> {
    let held = |id| model.shape(id).into_iter().flat_map(|shape| shape.members.values().map(|member| &member.target));
    let mut depths: HashMap<&ShapeId, usize> = HashMap::default();
    let mut deepest = 0;
    for component in components::components(closure.iter().map(|shape| &shape.id), held) {
        let own: usize = component.iter().filter_map(|id| model.shape(id)).map(|shape| types(shape.kind)).sum();
        let boxes = if component.len() > 1 { 3 * component.len() } else { 0 };
        // Components that are reachable from this one have been visited.
        let inner = component.iter().flat_map(|id| held(id)).filter_map(|id| depths.get(id)).max();
        let depth = own + boxes + inner.copied().unwrap_or(0);
        depths.extend(component.into_iter().map(|id| (id, depth)));
        deepest = deepest.max(depth);
    }
    let limit = deepest + SURROUNDINGS;
    (limit > DEFAULT_LIMIT).then(|| limit.next_power_of_two())
}

/// Number of levels that a shape adds to the nesting of types.
fn types(kind: ShapeType) -> usize {
    match kind {
        // The structure, and `Option` of a member.
        ShapeType::Structure => 2,
        ShapeType::Union => 1,
        // `Vec`, `RawVec` and `PhantomData`; those of `BTreeMap` are as many.
        ShapeType::List | ShapeType::Map => 3,
        _ => 0,
    }
}

/// Reports lists and maps that are nested too deeply, each chain once.
pub(super) fn too_deep(model: &Model, closure: &[&Shape]) -> Vec<Diagnostic> {
    let is_too_deep = |shape: &Shape| depth(model, shape) == MAX_DEPTH + 1;
    closure
        .iter()
        .filter(|shape| is_too_deep(shape))
        .map(|shape| {
            let message = GenerationFacts::NestedTooDeep { limit: MAX_DEPTH };
            Diagnostic::of(Severity::Error, "codegen.NestedTooDeep", message, shape.span)
                .with_shape(&shape.id)
                .with_help("wrap one of them in a structure")
        })
        .collect()
}

/// Whether lists or maps are nested so deeply that Clippy reports their type, in `Option`, as too complex.
pub(super) fn has_nested_lists(model: &Model, closure: &[&Shape]) -> bool {
    let is_container = |shape: &&&Shape| matches!(shape.kind, ShapeType::List | ShapeType::Map);
    closure.iter().filter(is_container).any(|shape| WEIGHT + complexity(model, shape, 2) > MAX_COMPLEXITY)
}

/// What Clippy counts for a type, times the level of nesting that it is at.
const WEIGHT: usize = 10;

/// The complexity of a list or map at this level, as Clippy counts it.
fn complexity(model: &Model, shape: &Shape, mut level: usize) -> usize {
    let mut total = 0;
    let mut next = Some(shape);
    while let Some(shape) = next.filter(|_| total <= MAX_COMPLEXITY) {
        total += level * WEIGHT;
        let value = match shape.kind {
            ShapeType::List => "member",
            ShapeType::Map => {
                total += (level + 1) * WEIGHT;
                "value"
            }
            _ => return total,
        };
        level += 1;
        if shape.has::<Sparse>() {
            total += level * WEIGHT;
            level += 1;
        }
        next = shape.members.get(value).and_then(|member| model.shape(&member.target));
    }
    total
}

/// Nesting of lists and maps, starting with this one. Stops counting shortly after the maximum.
fn depth(model: &Model, shape: &Shape) -> usize {
    let elements = |shape: &Shape| {
        let name = match shape.kind {
            ShapeType::List => "member",
            ShapeType::Map => "value",
            _ => return None,
        };
        Some(shape.members.get(name)?.target.clone())
    };
    let mut count = 0;
    let mut next = elements(shape);
    while let Some(target) = next.filter(|_| count <= MAX_DEPTH + 1) {
        count += 1;
        next = model.shape(&target).and_then(elements);
    }
    count
}
