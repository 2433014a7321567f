//! Labels of `@http` and members with `@httpLabel` fit each other (spec: "HTTP bindings").

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::model::{Model, Node};

pub(super) fn labels(model: &Model, found: &mut Vec<Diagnostic>) {
    for shape in model.iter() {
        let (Some(body), Some(http)) = (shape.as_operation(), shape.trait_value("smithy.api#http")) else { continue };
        let uri = http.get("uri").and_then(Node::as_str).unwrap_or_default();
        if !uri.starts_with('/') {
            let message = format!("The URI `{uri}` of `@http` must begin with `/`");
            found.push(Diagnostic::error("HttpUriFormat", message, http.span).with_shape(&shape.id));
        }
        let wanted: BTreeSet<&str> = uri
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(label, _)| label.trim_end_matches('+'))
            .collect();
        let Some(input) = model.shape(&body.input) else { continue };
        let labelled = input.members.values().filter(|member| member.has_trait("smithy.api#httpLabel"));
        let given: BTreeSet<&str> = labelled.map(crate::model::Member::name).collect();
        for label in wanted.difference(&given) {
            let message = format!("The URI `{uri}` has the label `{label}`, but no member of the input is bound to it");
            found.push(
                Diagnostic::error("HttpLabelTrait", message, http.span)
                    .with_shape(&shape.id)
                    .with_label(input.span, "the input is this")
                    .with_help(format!("add `@httpLabel` and `@required` to a member `{label}`")),
            );
        }
        for label in given.difference(&wanted) {
            let message =
                format!("Member `{label}` is a label, but the URI `{uri}` of `{}` has none of that name", shape.id);
            let span = input.members.get(*label).map_or(input.span, |member| member.span);
            found.push(
                Diagnostic::error("HttpLabelTrait", message, span)
                    .with_shape(&input.id)
                    .with_label(http.span, "the URI stands here"),
            );
        }
    }
}
