//! Nesting of shapes: recursive shapes, and lists and maps of lists and maps.

use crate::components;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::hash::HashMap;
use crate::model::{Model, Shape, ShapeId, ShapeType};

/// Maximum nesting of lists and maps. Each level is part of the resulting type, and code is generated for each.
const MAX_DEPTH: usize = 64;

/// The compiler's default `recursion_limit`.
const DEFAULT_LIMIT: usize = 128;

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
