//! Labels in host prefixes, and members with `@hostLabel` (spec: "endpoint trait").

use std::collections::BTreeSet;

use super::uri::{Pattern, Segment};
use crate::diagnostic::{Diagnostic, HttpFacts, Severity};
use crate::rule::event;
use crate::traits::{Endpoint, HostLabel};
use crate::validate::Rule;
use crate::validate::context::{Applied, Context, backticked};

const ID: &str = "HostLabelTrait";

pub(crate) const HOST_LABELS: Rule = Rule {
    events: &[event!("HostLabelTrait")],
    check: host_labels,
    #[cfg(test)]
    cases: cases::HOST_LABELS,
};

/// Checks host prefixes, and that their labels match members with `@hostLabel`.
fn host_labels(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: Endpoint { host_prefix: prefix }, span, .. } in context.with::<Endpoint>() {
        let Some(operation) = element.as_shape() else { continue };
        let pattern = Pattern::of_host(prefix);
        let expanded: String = pattern
            .segments
            .iter()
            .map(|segment| if let Segment::Literal(text) = segment { text } else { "foo" })
            .collect();
        if !is_host(&expanded) {
            let message = HttpFacts::InvalidHost { prefix: prefix.to_string(), host: expanded };
            found.push(Diagnostic::of(Severity::Error, ID, message, span).with_shape(&operation.id));
        }
        if !prefix.ends_with('.') && pattern.labels().next().is_some() {
            let message = "`endpoint` trait hostPrefix contains host labels and does not end in a period (`.`). This can \
                           result in clients inadvertently sending data to domains you do not control.";
            found.push(Diagnostic::of(Severity::Danger, ID, message, span).with_shape(&operation.id));
        }
        let Some(input) = operation.as_operation().and_then(|body| context.shape(&body.input)) else { continue };
        let mut left: BTreeSet<&str> = pattern.labels().collect();
        for member in input.members.values().filter(|member| member.has::<HostLabel>()) {
            left.remove(member.name());
            if pattern.label(member.name()).is_none() {
                let message =
                    HttpFacts::LabelNotInHost { member: member.name().to_owned(), operation: operation.id.clone() };
                let error = Diagnostic::of(Severity::Error, ID, message, member.span).with_shape(&member.id);
                found.push(error.with_label(span, "the host prefix is here"));
            }
        }
        if !left.is_empty() {
            let message = HttpFacts::HostLabelsWithoutMember { input: input.id.clone(), labels: backticked(&left) };
            let error = Diagnostic::of(Severity::Error, ID, message, span).with_shape(&operation.id);
            found.push(error.with_label(input.span, "this is the input"));
        }
    }
}

/// Whether a text is a host name: labels of letters, digits and hyphens, at most 63 each, separated by dots.
fn is_host(text: &str) -> bool {
    let labels = text.strip_suffix('.').unwrap_or(text);
    let starts = labels.starts_with(|c: char| c.is_ascii_alphanumeric());
    let fits = |label: &str| {
        (1..=63).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    starts && labels.split('.').all(fits)
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const HOST_LABELS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@endpoint(hostPrefix: "data-{id}.")
//        ^^^^^^^^^^ error: HostLabelTrait
operation Op {
    input := {
        @required
        id: String
    }
}
"#],
        leaves: &[r#"
@endpoint(hostPrefix: "data-{id}.")
operation Op {
    input := {
        @required
        @hostLabel
        id: String
    }
}
"#],
    };
}
