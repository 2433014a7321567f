//! Smoke tests (spec: "Smoke tests"): inputs and vendor parameters match their shapes, and IDs are unique in a service.

use std::collections::BTreeMap;

use super::contained::{Contained, with};
use super::context::{Context, backticked_all};
use super::node::{NodeChecker, Nulls, Options, Subject, Timestamps};
use crate::diagnostic::{Diagnostic, Severity, TestFacts};
use crate::hash::HashSet;
use crate::model::{Member, Node, Shape, ShapeType, Trait};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Placed, Required, SmokeTest, SmokeTests};
use crate::validate::Rule;

const ID: &str = "SmokeTestCase";
const UNIQUE_ID: &str = "UniqueSmokeTestCaseId";

pub(super) const CASES: Rule = Rule {
    events: &[event!("SmokeTestCase", Prefix)],
    check: fit,
    #[cfg(test)]
    cases: cases::CASES,
};

pub(super) const UNIQUE_IDS: Rule = Rule {
    events: &[event!("UniqueSmokeTestCaseId")],
    check: unique_ids,
    #[cfg(test)]
    cases: cases::UNIQUE_IDS,
};

fn fit(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let checker = NodeChecker::new(&context.graph);
    for (shape, SmokeTests(tests), _) in with::<SmokeTests>(model) {
        let Some(input) = shape.as_operation().and_then(|operation| model.shape(&operation.input)) else { continue };
        let fits = |target: &Shape, value: &Node, place: String, found: &mut Vec<Diagnostic>| {
            let subject = Subject { event: ID, shape: &shape.id, context: &place, span: value.span };
            let options = Options { timestamps: Timestamps::EpochSeconds, nulls: Nulls::Allowed, ..Options::default() };
            checker.shape(target, value, subject, options, found);
        };
        for test in tests {
            let id = || test.id.value.to_string();
            let report = |severity, message: TestFacts, found: &mut Vec<Diagnostic>| {
                found.push(Diagnostic::of(severity, ID, message, test.id.span).with_shape(&shape.id));
            };
            let place = |part: &str| format!("{}.{}.{part}", SmokeTests::ID, test.id.value);
            let SmokeTest { vendor, params, .. } = test;
            match (&vendor.shape, &vendor.value) {
                (Some(_), None) => {
                    report(Severity::Warning, TestFacts::SmokeTestWithoutVendorParams { id: id() }, found);
                }
                (None, Some(_)) => {
                    report(Severity::Warning, TestFacts::SmokeTestWithoutVendorShape { id: id() }, found);
                }
                (Some(target), Some(value)) => {
                    if let Some(target) = model.shape_named(&target.value) {
                        fits(target, value, place("vendorParams"), found);
                    }
                }
                (None, None) => {}
            }
            if let Some(params) = params {
                fits(input, params, place("params"), found);
                continue;
            }
            let required = input.members.values().filter(|member| member.has::<Required>());
            let required: Vec<&str> = required.map(Member::name).collect();
            if !required.is_empty() {
                let message = TestFacts::SmokeTestWithoutParams { id: id(), members: backticked_all(required) };
                report(Severity::Error, message, found);
            }
        }
    }
}

/// Checks that IDs are unique in a service. An operation without a service is checked alone.
fn unique_ids(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let tested = || with::<SmokeTests>(model).map(|(shape, ..)| shape);
    if tested().next().is_none() {
        return;
    }
    let mut bound = HashSet::default();
    let services = model.own_shapes().filter(|shape| shape.kind == ShapeType::Service);
    let mut groups: Vec<Vec<&Shape>> = services.map(|service| Contained::of(model, service).operations).collect();
    bound.extend(groups.iter().flatten().map(|shape| &shape.id));
    groups.extend(tested().filter(|shape| !bound.contains(&shape.id)).map(|shape| vec![shape]));
    let mut reported = HashSet::default();
    for group in &groups {
        for finding in conflicts(group) {
            // Services may share operations.
            if reported.insert((finding.labels.first().map(|label| label.span), finding.message.clone())) {
                found.push(finding);
            }
        }
    }
}

fn conflicts(operations: &[&Shape]) -> Vec<Diagnostic> {
    let mut by_id: BTreeMap<&str, Vec<(&Shape, Span)>> = BTreeMap::new();
    for shape in operations {
        for SmokeTest { id: Placed { value, span }, .. } in shape.get::<SmokeTests>().into_iter().flat_map(|all| &all.0)
        {
            by_id.entry(value).or_default().push((shape, *span));
        }
    }
    let mut found = Vec::new();
    for (id, uses) in by_id.iter().filter(|(_, uses)| uses.len() > 1) {
        let shapes = backticked_all(uses.iter().map(|(shape, _)| &shape.id));
        for (shape, span) in uses {
            let message =
                TestFacts::SharedId { trait_id: SmokeTests::ID, id: (*id).to_owned(), shapes: shapes.clone() };
            let others = uses.iter().filter(|(_, other)| other != span);
            let error = Diagnostic::of(Severity::Error, UNIQUE_ID, message, *span).with_shape(&shape.id);
            found.push(others.fold(error, |error, (_, other)| error.with_label(*other, "the same ID is used here")));
        }
    }
    found
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const CASES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@smithy.test#smokeTests([
    { id: "say_hello", params: { nam: 1 }, expect: { success: {} } }
//                             ^^^^^^^^^^ error: SmokeTestCase
//                               ^^^ warning: SmokeTestCase.UnknownMember.example#SayHelloInput.nam
    { id: "say_nothing", expect: { success: {} } }
//        ^^^^^^^^^^^^^ error: SmokeTestCase
    { id: "with_vendor", params: { name: "a" }, vendorParams: {}, expect: { success: {} } }
//        ^^^^^^^^^^^^^ warning: SmokeTestCase
    { id: "with_shape", params: { name: "a" }, vendorParamsShape: Vendor, expect: { success: {} } }
//        ^^^^^^^^^^^^ warning: SmokeTestCase
])
operation SayHello {
    input := {
        @required
        name: String
    }
}
structure Vendor {}
"#],
        leaves: &[r#"
@smithy.test#smokeTests([
    { id: "say_hello", params: { name: "a" }, vendorParams: {}, vendorParamsShape: Vendor, expect: { success: {} } }
])
operation SayHello {
    input := {
        @required
        name: String
    }
}
structure Vendor {}
"#],
    };

    pub(super) const UNIQUE_IDS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
service Hello {
    operations: [SayHello, SayGoodbye]
}
@smithy.test#smokeTests([{ id: "first", expect: { success: {} } }])
//                             ^^^^^^^ error: UniqueSmokeTestCaseId
operation SayHello {}
@smithy.test#smokeTests([{ id: "first", expect: { success: {} } }])
//                             ^^^^^^^ error: UniqueSmokeTestCaseId
operation SayGoodbye {}
"#,
            r#"
@smithy.test#smokeTests([{ id: "first", expect: { success: {} } }, { id: "first", expect: { success: {} } }])
//                             ^^^^^^^ error: UniqueSmokeTestCaseId
//                                                                       ^^^^^^^ error: UniqueSmokeTestCaseId
operation SayHello {}
"#,
        ],
        leaves: &[r#"
service Hello {
    operations: [SayHello]
}
service Goodbye {
    operations: [SayGoodbye]
}
@smithy.test#smokeTests([{ id: "first", expect: { success: {} } }])
operation SayHello {}
@smithy.test#smokeTests([{ id: "first", expect: { success: {} } }])
operation SayGoodbye {}
"#],
    };
}
