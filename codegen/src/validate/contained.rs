//! Contents of a service: the operations and resources that are bound to it, directly or through resources.

use std::collections::BTreeMap;

use crate::model::{Model, Resource, Shape, ShapeId, Trait};
use crate::source::Span;

/// Operations and resources of a service, each sorted by ID.
#[derive(Debug, Default)]
pub(crate) struct Contained<'m> {
    pub(crate) operations: Vec<&'m Shape>,
    pub(crate) resources: Vec<&'m Shape>,
}

impl<'m> Contained<'m> {
    /// Collects the contents of a service. Unresolved bindings are omitted; cycles end.
    pub(crate) fn of(model: &'m Model, service: &Shape) -> Self {
        let mut operations = BTreeMap::new();
        let mut resources = BTreeMap::new();
        let Some(body) = service.as_service() else { return Self::default() };
        let mut add = |id: &ShapeId| {
            if let Some(shape) = model.shape(id).filter(|shape| shape.as_operation().is_some()) {
                operations.insert(&shape.id, shape);
            }
        };
        body.operations.iter().for_each(&mut add);
        let mut open: Vec<&ShapeId> = body.resources.iter().collect();
        while let Some(id) = open.pop() {
            let Some(shape) = model.shape(id) else { continue };
            let Some(resource) = shape.as_resource() else { continue };
            if resources.insert(&shape.id, shape).is_none() {
                bound_operations(resource).for_each(&mut add);
                open.extend(&resource.resources);
            }
        }
        Self { operations: operations.into_values().collect(), resources: resources.into_values().collect() }
    }
}

/// Operations that are bound to a resource directly.
pub(crate) fn bound_operations(resource: &Resource) -> impl Iterator<Item = &ShapeId> {
    let lifecycle =
        [&resource.create, &resource.put, &resource.read, &resource.update, &resource.delete, &resource.list];
    lifecycle.into_iter().flatten().chain(&resource.operations).chain(&resource.collection_operations)
}

/// Shapes of the model with a trait, with its typed value and span. Shapes with an invalid value are omitted.
pub(crate) fn with<T: Trait>(model: &Model) -> impl Iterator<Item = (&Shape, &T, Span)> {
    model.own_shapes().filter_map(|shape| {
        let value = shape.get::<T>()?;
        Some((shape, value, shape.traits.place_of::<T>()))
    })
}
