//! Mixins (spec: "Mixins"): copies traits and members of mixins into the shapes that use them.

use crate::diagnostic::Diagnostic;
use crate::model::{Member, Model, OrderedMap, Shape, ShapeId, Traits};

/// Flattens all shapes, mixins of mixins first. A cycle is a diagnostic.
pub(super) fn flatten(model: &mut Model, diagnostics: &mut Vec<Diagnostic>) {
    let mut waiting: Vec<ShapeId> =
        model.iter().filter(|shape| !shape.mixins.is_empty()).map(|shape| shape.id.clone()).collect();
    waiting.sort();
    while !waiting.is_empty() {
        let (ready, later): (Vec<_>, Vec<_>) = waiting.iter().cloned().partition(|id| {
            let mixins = model.shape(id).map(|shape| shape.mixins.as_slice()).unwrap_or_default();
            !mixins.iter().any(|mixin| waiting.contains(mixin))
        });
        if ready.is_empty() {
            for id in &later {
                let span = model.shape(id).map_or(crate::source::Span::NONE, |shape| shape.span);
                let message = format!("Shape `{id}` uses mixins that use it in turn");
                diagnostics.push(Diagnostic::error("Model", message, span).with_shape(id));
            }
            return;
        }
        for id in ready {
            mix(model, &id, diagnostics);
        }
        waiting = later;
    }
}

fn mix(model: &mut Model, id: &ShapeId, diagnostics: &mut Vec<Diagnostic>) {
    let Some(shape) = model.shape(id) else { return };
    let mut traits = Traits::new();
    let mut members: OrderedMap<Box<str>, Member> = OrderedMap::new();
    for mixin_id in &shape.mixins {
        let Some(mixin) = model.shape(mixin_id) else {
            let message = format!("Shape `{id}` uses the mixin `{mixin_id}`, which is not defined");
            diagnostics.push(Diagnostic::error("Model", message, shape.span).with_shape(id));
            continue;
        };
        traits.extend(inherited(mixin));
        for (name, member) in &mixin.members {
            let mut copy = members.get(name).cloned().unwrap_or_else(|| Member {
                id: id.with_member(name),
                target: member.target.clone(),
                span: member.span,
                traits: Traits::new(),
                mixins: Vec::new(),
            });
            copy.traits.extend(member.traits.iter().map(|(id, node)| (id.clone(), node.clone())));
            copy.mixins.push(member.id.clone());
            members.insert(name.clone(), copy);
        }
    }
    let Some(shape) = model.shapes.get_mut(id) else { return };
    for (id, node) in std::mem::take(&mut shape.traits) {
        traits.insert(id, node);
    }
    for (name, own) in std::mem::take(&mut shape.members) {
        match members.get_mut(&name) {
            Some(mixed) => mixed.traits.extend(own.traits),
            None => {
                members.insert(name, own);
            }
        }
    }
    shape.traits = traits;
    shape.members = members;
}

/// Traits that a mixin hands on: all but `@mixin` and those it lists as local.
fn inherited(mixin: &Shape) -> impl Iterator<Item = (ShapeId, crate::model::Node)> {
    let local = mixin.trait_value("smithy.api#mixin").and_then(|node| node.get("localTraits")?.as_array());
    mixin.traits.iter().filter_map(move |(id, node)| {
        let kept = id.as_str() == "smithy.api#mixin"
            || local.is_some_and(|local| local.iter().any(|entry| entry.as_str() == Some(id.as_str())));
        (!kept).then(|| (id.clone(), node.clone()))
    })
}
