//! Labels in URIs, and members with `@httpLabel`.

use std::collections::BTreeSet;

use super::uri::{Pattern, Segment};
use crate::diagnostic::{Diagnostic, HelpFacts, HttpFacts, Severity};
use crate::model::{Shape, ShapeType};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Http, HttpLabel};
use crate::validate::Rule;
use crate::validate::context::{Context, backticked};

/// Operations with `@http`, its value, and its span.
pub(super) fn bound<'m>(context: &Context<'m>) -> impl Iterator<Item = (&'m Shape, &'m Http, Span)> {
    context.with::<Http>().filter_map(|applied| Some((applied.element.as_shape()?, applied.value, applied.span)))
}

pub(crate) const LABELS: Rule = Rule {
    events: &[event!("HttpLabelTrait")],
    check: labels,
    #[cfg(test)]
    cases: cases::LABELS,
};

/// Checks that labels of `@http` match members with `@httpLabel`.
fn labels(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (operation, Http { uri, .. }, span) in bound(context) {
        let Some(input) = operation.as_operation().and_then(|body| context.shape(&body.input)) else { continue };
        let pattern = Pattern::of_uri(uri);
        let mut left: BTreeSet<&str> = pattern.labels().collect();
        for member in input.members.values().filter(|member| member.has::<HttpLabel>()) {
            let name = member.name();
            left.remove(name);
            let message = match (pattern.label(name), context.shape(&member.target)) {
                (None, _) => HttpFacts::LabelNotInUri { member: name.to_owned(), operation: operation.id.clone() },
                (Some(Segment::Greedy(_)), Some(target))
                    if !matches!(target.kind, ShapeType::String | ShapeType::Enum) =>
                {
                    HttpFacts::GreedyLabelTarget {
                        member: name.to_owned(),
                        operation: operation.id.clone(),
                        target: target.into(),
                    }
                }
                _ => continue,
            };
            let error = Diagnostic::of(Severity::Error, "HttpLabelTrait", message, member.span).with_shape(&member.id);
            found.push(error.with_label(span, "the URI is here"));
        }
        if !left.is_empty() {
            let message = HttpFacts::LabelsWithoutMember { input: input.id.clone(), labels: backticked(&left) };
            let error = Diagnostic::of(Severity::Error, "HttpLabelTrait", message, span).with_shape(&operation.id);
            let error = error.with_label(input.span, "this is the input");
            found.push(error.with_help(HelpFacts::AddHttpLabel { members: backticked(&left) }));
        }
    }
}

pub(crate) const URI_FORMAT: Rule = Rule {
    events: &[event!("HttpUriFormat")],
    check: uri_format,
    #[cfg(test)]
    cases: cases::URI_FORMAT,
};

/// Checks that URIs are ASCII.
fn uri_format(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (operation, Http { uri, .. }, span) in bound(context).filter(|(_, http, _)| !http.uri.is_ascii()) {
        let message = HttpFacts::InvalidUri { uri: uri.to_string() };
        let error = Diagnostic::of(Severity::Error, "HttpUriFormat", message, span).with_shape(&operation.id);
        found.push(error.with_help("percent-encode other characters"));
    }
}

pub(crate) const GREEDY: Rule = Rule {
    events: &[event!("HttpUriGreedyLabel", Parts, &["MultipleGreedyLabels", "GreedyLabelIsNotLastLabel"])],
    check: greedy,
    #[cfg(test)]
    cases: cases::GREEDY,
};

/// Checks that a greedy label is the last one.
fn greedy(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (operation, Http { uri, .. }, span) in bound(context).filter(|(_, http, _)| http.uri.contains('+')) {
        let segments = Pattern::of_uri(uri).segments;
        for (at, _) in segments.iter().enumerate().filter(|(_, segment)| matches!(segment, Segment::Greedy(_))) {
            for later in segments.iter().skip(at + 1).filter(|segment| segment.label().is_some()) {
                let uri = || uri.to_string();
                let mut add = |part: &str, message: HttpFacts| {
                    let event = format!("HttpUriGreedyLabel.{part}");
                    found.push(Diagnostic::of(Severity::Danger, event, message, span).with_shape(&operation.id));
                };
                if matches!(later, Segment::Greedy(_)) {
                    add("MultipleGreedyLabels", HttpFacts::MultipleGreedyLabels { uri: uri() });
                }
                add("GreedyLabelIsNotLastLabel", HttpFacts::GreedyLabelIsNotLast { uri: uri() });
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const LABELS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@http(method: "POST", uri: "/{id}")
//    ^^^^^^ error: HttpLabelTrait
operation Op {
    input := {
        @required
        @httpLabel
        other: String
//      ^^^^^ error: HttpLabelTrait
    }
}
"#],
        leaves: &[r#"
@http(method: "POST", uri: "/{id}")
operation Op {
    input := {
        @required
        @httpLabel
        id: Integer
    }
}
"#],
    };

    pub(super) const URI_FORMAT: Cases = Cases {
        file: file!(),
        finds: &[r#"
@http(method: "POST", uri: "/größe")
//    ^^^^^^ error: HttpUriFormat
operation Op {}
"#],
        leaves: &[r#"
@http(method: "POST", uri: "/gr%C3%B6%C3%9Fe")
operation Op {}
"#],
    };

    pub(super) const GREEDY: Cases = Cases {
        file: file!(),
        finds: &[r#"
@http(method: "POST", uri: "/{a+}/{b}")
//    ^^^^^^ danger: HttpUriGreedyLabel.GreedyLabelIsNotLastLabel
operation Op {
    input := {
        @required
        @httpLabel
        a: String
        @required
        @httpLabel
        b: String
    }
}
"#],
        leaves: &[r#"
@http(method: "POST", uri: "/{b}/{a+}/end")
operation Op {
    input := {
        @required
        @httpLabel
        a: String
        @required
        @httpLabel
        b: String
    }
}
"#],
    };
}
