//! Operations and services name structures, errors and operations that exist (spec: "Service types").

use super::targets::unresolved;
use crate::diagnostic::Diagnostic;
use crate::model::{Body, Model, Shape, ShapeId, ShapeType};

pub(super) fn check(model: &Model, found: &mut Vec<Diagnostic>) {
    for shape in model.iter() {
        match &shape.body {
            Body::Operation(body) => {
                for id in [&body.input, &body.output] {
                    expect(model, shape, id, ShapeType::Structure, found);
                }
                for id in &body.errors {
                    expect_error(model, shape, id, found);
                }
            }
            Body::Service(body) => {
                for id in &body.operations {
                    expect(model, shape, id, ShapeType::Operation, found);
                }
                for id in &body.resources {
                    expect(model, shape, id, ShapeType::Resource, found);
                }
                for id in &body.errors {
                    expect_error(model, shape, id, found);
                }
            }
            Body::Resource(body) => {
                let lifecycle = [&body.create, &body.put, &body.read, &body.update, &body.delete, &body.list];
                let all = lifecycle.into_iter().flatten().chain(&body.operations).chain(&body.collection_operations);
                for id in all {
                    expect(model, shape, id, ShapeType::Operation, found);
                }
                for id in &body.resources {
                    expect(model, shape, id, ShapeType::Resource, found);
                }
            }
            Body::None => {}
        }
    }
}

fn expect(model: &Model, from: &Shape, id: &ShapeId, kind: ShapeType, found: &mut Vec<Diagnostic>) {
    match model.shape(id) {
        None => found.push(unresolved(model, &from.id, from.kind.name(), id, from.span)),
        Some(target) if target.kind == kind => {}
        Some(target) => {
            let message = format!(
                "{} shape names `{id}` where a {} must stand, but it is a {}",
                from.kind.name(),
                kind.name(),
                target.kind.name()
            );
            found.push(
                Diagnostic::error("Target", message, from.span)
                    .with_shape(&from.id)
                    .with_label(target.span, "it is defined here"),
            );
        }
    }
}

fn expect_error(model: &Model, from: &Shape, id: &ShapeId, found: &mut Vec<Diagnostic>) {
    expect(model, from, id, ShapeType::Structure, found);
    if let Some(target) = model.shape(id)
        && target.kind == ShapeType::Structure
        && !target.has_trait("smithy.api#error")
    {
        let message = format!("`{id}` is named as an error, but it has no `error` trait");
        found.push(
            Diagnostic::error("Target", message, from.span)
                .with_shape(&from.id)
                .with_label(target.span, "the trait is missing here"),
        );
    }
}
