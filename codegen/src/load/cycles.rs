//! Cycles of mixins.

use super::build::needs;
use super::fault;
use super::merge::Pending;
use crate::components;
use crate::diagnostic::{Diagnostic, List, LoadFacts, Message};
use crate::hash::IndexMap;
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
            let others = cycle.iter().filter(|other| *other != id).map(ToString::to_string);
            let mut list: Vec<String> = others.take(MAX_LISTED).collect();
            if cycle.len() > MAX_LISTED {
                list.push("…".to_owned());
            }
            let shape = &pending.definition.shape;
            let message: Message = if !list.is_empty() {
                LoadFacts::MixinCycle { others: List(list) }.into()
            } else if shape.mixins.contains(*id) {
                "Unable to resolve mixins; the shape is its own mixin".into()
            } else {
                LoadFacts::ElisionFromOther { found: shape.kind.name(), target: (*id).clone() }.into()
            };
            let span = shape.span;
            diagnostics.push(fault(message, span).with_shape(id));
        }
    }
}
