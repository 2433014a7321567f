//! Tokens and items of `@paginated` exist (spec: "Pagination").

use crate::diagnostic::Diagnostic;
use crate::model::{Model, Node, Shape, ShapeId};
use crate::nearest::nearest;

pub(super) fn check(model: &Model, found: &mut Vec<Diagnostic>) {
    for service in model.iter() {
        let Some(body) = service.as_service() else { continue };
        let common = service.trait_value("smithy.api#paginated");
        for id in &body.operations {
            let Some(operation) = model.shape(id) else { continue };
            let (Some(own), Some(shape)) = (operation.trait_value("smithy.api#paginated"), operation.as_operation())
            else {
                continue;
            };
            let text = |key: &str| own.get(key).or_else(|| common?.get(key)).and_then(Node::as_str);
            for (key, end, required) in [
                ("inputToken", &shape.input, true),
                ("outputToken", &shape.output, true),
                ("items", &shape.output, false),
                ("pageSize", &shape.input, false),
            ] {
                match text(key) {
                    Some(path) => check_path(model, operation, key, end, path, own, found),
                    None if required => {
                        let message = format!("paginated operation `{id}` has no `{key}`, nor has its service");
                        found.push(Diagnostic::error("PaginatedTrait", message, own.span).with_shape(id));
                    }
                    None => {}
                }
            }
        }
    }
}

fn check_path(
    model: &Model,
    operation: &Shape,
    key: &str,
    start: &ShapeId,
    path: &str,
    node: &Node,
    found: &mut Vec<Diagnostic>,
) {
    let mut shape = model.shape(start);
    for name in path.split('.') {
        let Some(current) = shape else { return };
        let Some(member) = current.members.get(name) else {
            let message =
                format!("paginated trait `{key}` names `{path}`, but `{}` has no member `{name}`", current.id);
            let mut error = Diagnostic::error("PaginatedTrait", message, node.span)
                .with_shape(&operation.id)
                .with_label(current.span, "the structure stands here");
            if let Some(nearest) = nearest(name, current.members.keys().map(|name| &**name)) {
                error = error.with_help(format!("did you mean `{nearest}`?"));
            }
            found.push(error);
            return;
        };
        shape = model.shape(&member.target);
    }
}
