//! Target elision (spec: "Target elision"): gives members that were written as `$name` the target that their structure's
//! resource or mixin has for that name.

use super::document::Elision;
use crate::diagnostic::Diagnostic;
use crate::model::{Member, Model, ShapeId, Traits};
use crate::source::Span;

/// Adds the members that a resource knows. The others get their traits once mixins are flattened: those are given back.
pub(super) fn from_resources(
    model: &mut Model,
    elisions: Vec<Elision>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(ShapeId, Span, Traits)> {
    let mut applies = Vec::new();
    // Members of one structure that were left to mixins, and so do not count as written.
    let mut left: Option<(ShapeId, usize)> = None;
    for elision in elisions {
        let container = elision.member.without_member();
        let skipped = match &left {
            Some((shape, count)) if *shape == container => *count,
            _ => 0,
        };
        let name: Box<str> = elision.member.member().unwrap_or_default().into();
        let target = elision.resource.as_ref().and_then(|id| {
            let resource = model.shape(id)?.as_resource()?;
            resource.identifiers.get(&*name).or_else(|| resource.properties.get(&*name)).cloned()
        });
        if let Some(target) = target
            && let Some(shape) = model.shapes.get_mut(&container)
        {
            let Elision { member: id, span, traits, index, .. } = elision;
            let at = index.saturating_sub(skipped).min(shape.members.len());
            let member = Member { id, target, span, traits, mixins: Vec::new() };
            let mut members: Vec<_> = std::mem::take(&mut shape.members).into_iter().collect();
            members.insert(at, (name, member));
            shape.members = members.into_iter().collect();
        } else if is_mixed_in(model, &container, &name) {
            left = Some((container, skipped + 1));
            applies.push((elision.member, elision.span, elision.traits));
        } else {
            let message = "Member target was elided, but no bound resource or mixin contained a matching identifier or \
                           member name.";
            diagnostics.push(
                Diagnostic::error("Model", message, elision.span)
                    .with_shape(&elision.member)
                    .with_help("name the target, or name the resource with `for` or the mixin with `with`"),
            );
        }
    }
    applies
}

/// Whether a mixin of the shape, or one of their mixins, has the member.
fn is_mixed_in(model: &Model, shape: &ShapeId, name: &str) -> bool {
    let mut waiting: Vec<&ShapeId> = model.shape(shape).map(|shape| shape.mixins.iter().collect()).unwrap_or_default();
    let mut seen = std::collections::HashSet::new();
    while let Some(id) = waiting.pop() {
        let Some(mixin) = model.shape(id) else { continue };
        if mixin.members.contains_key(name) {
            return true;
        }
        if seen.insert(id) {
            waiting.extend(&mixin.mixins);
        }
    }
    false
}
