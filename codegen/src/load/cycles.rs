//! Cycles of mixins.

use indexmap::IndexMap;

use super::build::needs;
use super::merge::Pending;
use crate::components;
use crate::diagnostic::Diagnostic;
use crate::model::ShapeId;

/// In larger cycles only one shape is reported, because listing them all for each shape would be too long.
const MAX_LISTED: usize = 20;

/// Reports cycles among the `stuck` shapes. Shapes that use a cycle without being part of it are not reported.
pub(super) fn report(shapes: &IndexMap<ShapeId, Pending>, stuck: &[ShapeId], diagnostics: &mut Vec<Diagnostic>) {
    let needed =
        |id: &ShapeId| shapes.get_key_value(id).into_iter().flat_map(|(_, pending)| needs(&pending.definition));
    let known = |id: &&ShapeId| shapes.contains_key(*id);
    for cycle in components::cycles(stuck, |id| needed(id).filter(known)) {
        let reported = if cycle.len() > MAX_LISTED { 1 } else { cycle.len() };
        for id in cycle.iter().take(reported) {
            let Some(pending) = shapes.get(*id) else { continue };
            let others = cycle.iter().filter(|other| *other != id).map(|other| other.as_str());
            let mut list: Vec<&str> = others.take(MAX_LISTED).collect();
            if cycle.len() > MAX_LISTED {
                list.push("…");
            }
            let shape = &pending.definition.shape;
            let message = match list.as_slice() {
                [] if shape.mixins.contains(*id) => "Unable to resolve mixins; the shape is its own mixin".to_owned(),
                [] => {
                    let kind = shape.kind.name();
                    format!(
                        "The target of the `for` production must be a resource shape, but found a {kind} shape: {id}"
                    )
                }
                others => {
                    let others = others.join(", ");
                    format!("Unable to resolve mixins; cycles detected between this shape and [{others}]")
                }
            };
            let span = shape.span;
            diagnostics.push(Diagnostic::error("Model", message, span).with_shape(id));
        }
    }
}
