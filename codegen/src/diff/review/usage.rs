//! Which elements use an added or removed shape. A shape that only one edit uses belongs to this edit.

use std::collections::BTreeMap;

use super::keys::Key;
use crate::model::{Model, ShapeId};

/// For each shape of a model that the other one lacks: the keys of its uses. `None` stands for a use that no edit is
/// about.
pub(super) fn uses(model: &Model, other: &Model, known: &dyn Fn(&Key) -> bool) -> BTreeMap<String, Vec<Option<Key>>> {
    let mut uses: BTreeMap<String, Vec<Option<Key>>> = BTreeMap::new();
    let is_single =
        |id: &ShapeId| model.shape(id).is_some_and(|shape| !shape.is_builtin()) && other.shape(id).is_none();
    let mut add = |target: &ShapeId, keys: &[Key]| {
        if is_single(target) {
            uses.entry(target.to_string()).or_default().push(keys.iter().find(|key| known(key)).cloned());
        }
    };
    for shape in model.own_shapes() {
        let own = Key::Element(shape.id.to_string());
        for member in shape.members.values() {
            if member.target != shape.id {
                let id = member.id.to_string();
                add(&member.target, &[own.clone(), Key::Element(id.clone()), Key::Target(id)]);
            }
        }
        let property = |name: &str| Key::Property(shape.id.to_string(), name.to_owned());
        if let Some(operation) = shape.as_operation() {
            add(&operation.input, &[own.clone(), property("input")]);
            add(&operation.output, &[own.clone(), property("output")]);
            for error in &operation.errors {
                // An error that is added to operations is itself what their findings are about.
                add(error, &[own.clone(), Key::Element(error.to_string())]);
            }
        }
        if let Some(resource) = shape.as_resource() {
            let operations = resource.operations.iter().chain(&resource.collection_operations);
            let lifecycle = resource.lifecycle().into_iter().filter_map(|(_, id)| id);
            for id in operations.chain(lifecycle).chain(&resource.resources) {
                add(id, &[own.clone(), Key::Element(id.to_string())]);
            }
        }
        if let Some(service) = shape.as_service() {
            for id in service.operations.iter().chain(&service.resources).chain(&service.errors) {
                add(id, &[Key::Element(id.to_string())]);
            }
        }
        for mixin in &shape.mixins {
            add(mixin, std::slice::from_ref(&own));
        }
    }
    uses
}
