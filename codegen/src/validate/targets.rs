//! Every shape that is named exists, and may stand where it stands (spec: "Model", shape relationships).

use crate::diagnostic::Diagnostic;
use crate::model::{Model, Shape, ShapeId, ShapeType};
use crate::nearest::nearest;
use crate::source::Span;

pub(super) fn check(model: &Model, found: &mut Vec<Diagnostic>) {
    for shape in model.iter() {
        for member in shape.members.values() {
            match model.shape(&member.target) {
                None => found.push(unresolved(model, &member.id, "member", &member.target, member.span)),
                Some(target) => {
                    if matches!(target.kind, ShapeType::Service | ShapeType::Resource | ShapeType::Operation) {
                        let message =
                            format!("Members cannot target {} shapes, but found `{}`", target.kind.name(), target.id);
                        found.push(Diagnostic::error("Target", message, member.span).with_shape(&member.id));
                    }
                }
            }
        }
        if shape.kind == ShapeType::Map {
            map_key(model, shape, found);
        }
    }
}

fn map_key(model: &Model, shape: &Shape, found: &mut Vec<Diagnostic>) {
    let Some(member) = shape.members.get("key") else { return };
    let Some(target) = model.shape(&member.target) else { return };
    if !matches!(target.kind, ShapeType::String | ShapeType::Enum) {
        let message = format!("Map key member targets `{}`, but map keys must target a string", target.id);
        found.push(
            Diagnostic::error("Target", message, member.span)
                .with_shape(&member.id)
                .with_label(target.span, format!("this is a {}", target.kind.name())),
        );
    }
}

/// A finding for a name that no shape has.
pub(super) fn unresolved(model: &Model, id: &ShapeId, what: &str, target: &ShapeId, span: Span) -> Diagnostic {
    let message = format!("{what} shape targets an unresolved shape `{target}`");
    let error = Diagnostic::error("Target", message, span).with_shape(id).with_text("no shape has this id");
    // Namespaces are long and mostly right: they would hide how far apart two names are.
    let found = nearest(target.name(), model.iter().map(|shape| shape.id.name()));
    match found.and_then(|name| model.iter().find(|shape| shape.id.name() == name)) {
        Some(shape) => error.with_help(format!("did you mean `{}`?", shape.id)),
        None => error.with_help("define the shape, or load the file that does"),
    }
}
