//! Test cases of one kind have ids of their own.

use std::collections::BTreeMap;

use super::events::EVENTS;
use super::http::{MALFORMED, REQUESTS, RESPONSES};
use crate::diagnostic::Diagnostic;
use crate::model::{Node, Shape};
use crate::rule::event;
use crate::validate::Rule;
use crate::validate::contained::{ticked, with_trait};
use crate::validate::context::Context;

pub(in crate::validate) const UNIQUE_IDS: Rule = Rule {
    events: &[event!("UniqueProtocolTestCaseId")],
    check: unique_ids,
    #[cfg(test)]
    cases: cases::UNIQUE_IDS,
};

fn unique_ids(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for trait_id in [REQUESTS, RESPONSES, MALFORMED, EVENTS] {
        let mut by_id: BTreeMap<&str, Vec<(&Shape, &Node)>> = BTreeMap::new();
        for (shape, value) in with_trait(model, trait_id) {
            for node in value.as_array().unwrap_or_default().iter().filter_map(|case| case.get("id")) {
                by_id.entry(node.as_str().unwrap_or_default()).or_default().push((shape, node));
            }
        }
        for (id, uses) in by_id.iter().filter(|(_, uses)| uses.len() > 1) {
            let shapes = ticked(uses.iter().map(|(shape, _)| &shape.id));
            for (at, (shape, node)) in uses.iter().enumerate() {
                let message = format!("Conflicting `{trait_id}` test case IDs found for ID `{id}`: {shapes}");
                let mut error = Diagnostic::error("UniqueProtocolTestCaseId", message, node.span).with_shape(&shape.id);
                for (_, other) in uses.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other) {
                    error = error.with_label(other.span, "the same id");
                }
                found.push(error);
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const UNIQUE_IDS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@smithy.test#httpRequestTests([{ id: "First", protocol: aws.protocols#restJson1, method: "POST", uri: "/" }])
//                                   ^^^^^^^ error: UniqueProtocolTestCaseId
operation One {}
@smithy.test#httpRequestTests([{ id: "First", protocol: aws.protocols#restJson1, method: "POST", uri: "/" }])
//                                   ^^^^^^^ error: UniqueProtocolTestCaseId
operation Two {}
"#],
        leaves: &[r#"
@smithy.test#httpRequestTests([{ id: "First", protocol: aws.protocols#restJson1, method: "POST", uri: "/" }])
operation One {}
@smithy.test#httpRequestTests([{ id: "Second", protocol: aws.protocols#restJson1, method: "POST", uri: "/" }])
operation Two {}
"#],
    };
}
