//! Unique IDs of test cases.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity, TestFacts};
use crate::model::{Model, Shape};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{
    EventStreamTests, HttpMalformedRequestTests, HttpRequestTests, HttpResponseTests, Placed, TestCases,
};
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::{Context, backticked_all};

pub(in crate::validate) const UNIQUE_IDS: Rule = Rule {
    events: &[event!("UniqueProtocolTestCaseId")],
    check: unique_ids,
    #[cfg(test)]
    cases: cases::UNIQUE_IDS,
};

fn unique_ids(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    unique::<HttpRequestTests>(model, found);
    unique::<HttpResponseTests>(model, found);
    unique::<HttpMalformedRequestTests>(model, found);
    unique::<EventStreamTests>(model, found);
}

fn unique<T: TestCases>(model: &Model, found: &mut Vec<Diagnostic>) {
    let mut by_id: BTreeMap<&str, Vec<(&Shape, Span)>> = BTreeMap::new();
    for (shape, tests, _) in with::<T>(model) {
        for Placed { value: id, span } in tests.cases().map(|case| &case.id) {
            by_id.entry(id).or_default().push((shape, *span));
        }
    }
    for (id, uses) in by_id.iter().filter(|(_, uses)| uses.len() > 1) {
        let shapes = backticked_all(uses.iter().map(|(shape, _)| &shape.id));
        for (at, (shape, span)) in uses.iter().enumerate() {
            let message = TestFacts::SharedId { trait_id: T::ID, id: (*id).to_owned(), shapes: shapes.clone() };
            let mut error =
                Diagnostic::of(Severity::Error, "UniqueProtocolTestCaseId", message, *span).with_shape(&shape.id);
            for (_, other) in uses.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other) {
                error = error.with_label(*other, "the same ID is used here");
            }
            found.push(error);
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
