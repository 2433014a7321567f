//! `@httpRequestTests`, `@httpResponseTests` and `@httpMalformedRequestTests`.

use std::collections::BTreeSet;

use super::{Cases, body};
use crate::diagnostic::{Details, Diagnostic, Severity, TestFacts, Unknown};
use crate::load;
use crate::model::graph::Graph;
use crate::model::{Model, Node, Shape, ShapeId, Trait};
use crate::nearest::nearest;
use crate::rule::event;
use crate::traits::{
    HttpMalformedRequestTests, HttpMessageTest, HttpRequestTests, HttpResponseTests, Placed, VendorParams,
};
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::Context;
use crate::validate::node::{NodeChecker, Timestamps};

pub(in crate::validate) const REQUESTS_RULE: Rule = Rule {
    events: &[event!("HttpRequestTestsInput", Prefix), load::MODEL],
    check: requests,
    #[cfg(test)]
    cases: cases::REQUESTS_RULE,
};

fn requests(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    check(model, requests_of, "HttpRequestTestsInput", |shape| Some(shape.as_operation()?.input.clone()), found);
}

pub(in crate::validate) const RESPONSES_RULE: Rule = Rule {
    events: &[event!("HttpResponseTestsOutput", Prefix), load::MODEL],
    check: responses,
    #[cfg(test)]
    cases: cases::RESPONSES_RULE,
};

fn responses(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    check(model, responses_of, "HttpResponseTestsOutput", |shape| Some(shape.as_operation()?.output.clone()), found);
}

pub(in crate::validate) const ERRORS: Rule = Rule {
    events: &[event!("HttpResponseTestsError", Prefix), load::MODEL],
    check: errors,
    #[cfg(test)]
    cases: cases::ERRORS,
};

fn errors(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let own = |shape: &Shape| shape.as_operation().is_none().then(|| shape.id.clone());
    check(model, responses_of, "HttpResponseTestsError", own, found);
}

fn requests_of(tests: &HttpRequestTests) -> &[HttpMessageTest] {
    &tests.0
}

fn responses_of(tests: &HttpResponseTests) -> &[HttpMessageTest] {
    &tests.0
}

/// Checks the test cases of shapes. `described` returns the structure of their parameters.
fn check<T: Trait>(
    model: &Model,
    cases_of: fn(&T) -> &[HttpMessageTest],
    id: &'static str,
    described: impl Fn(&Shape) -> Option<ShapeId>,
    found: &mut Vec<Diagnostic>,
) {
    let mut shapes = with::<T>(model).peekable();
    if shapes.peek().is_none() {
        return;
    }
    let graph = Graph::new(model);
    for (shape, tests, _) in shapes {
        let Some(structure) = described(shape).and_then(|id| model.shape(&id)) else { continue };
        let checker = NodeChecker::new(&graph);
        let cases = Cases { checker, graph: &graph, shape, id, timestamps: Timestamps::EpochSeconds };
        for (at, test) in cases_of(tests).iter().enumerate() {
            cases.message(T::ID, at, test, structure, found);
        }
    }
}

impl Cases<'_, '_, '_> {
    fn message(
        &self,
        trait_id: &str,
        at: usize,
        test: &HttpMessageTest,
        structure: &Shape,
        found: &mut Vec<Diagnostic>,
    ) {
        let media_type = test.body_media_type.as_deref().unwrap_or("application/octet-stream");
        if let Some(Placed { value: content, span }) = &test.body
            && let Some(fault) = body::fault(content, media_type)
        {
            let name = &test.case.id.value;
            let message = TestFacts::Body {
                media_type: media_type.to_owned(),
                trait_id: trait_id.to_owned(),
                name: name.to_string(),
                problem: fault,
            };
            found.push(Diagnostic::of(Severity::Danger, self.id, message, *span).with_shape(&self.shape.id));
        }
        self.http_vendor_params(trait_id, at, &test.case.vendor, found);
        let none = Node::empty_object();
        self.fits(structure, test.params.as_ref().unwrap_or(&none), &format!("{trait_id}.{at}.params"), found);
    }

    fn http_vendor_params(&self, trait_id: &str, at: usize, vendor: &VendorParams, found: &mut Vec<Diagnostic>) {
        let Some(Placed { value: id, span }) = &vendor.shape else { return };
        let Some(shape) = self.named(vendor.shape.as_ref()) else {
            let name = id.rsplit('#').next().unwrap_or(id);
            let near = nearest(name, self.graph.model().own_shapes().map(|shape| shape.id.name()));
            let details = Details::unknown(Unknown::Shape, id, "", near);
            found.push(Diagnostic::of(Severity::Error, "Model", details, *span));
            return;
        };
        let is_empty = |node: &Node| node.as_object().is_none_or(crate::model::Object::is_empty);
        match vendor.value.as_ref().filter(|value| !is_empty(value)) {
            Some(value) => self.fits(shape, value, &format!("{trait_id}.{at}.vendorParams"), found),
            None => {
                let message = "Protocol test case defined a `vendorParamsShape` but no `vendorParams`";
                let warning = Diagnostic::of(Severity::Warning, self.id, message, *span);
                found.push(warning.with_shape(&self.shape.id));
            }
        }
    }
}

pub(in crate::validate) const MALFORMED_RULE: Rule = Rule {
    events: &[event!("HttpMalformedRequestTests", Prefix)],
    check: malformed,
    #[cfg(test)]
    cases: cases::MALFORMED_RULE,
};

/// Lists of parameters are combined by index, so they must have the same length.
fn malformed(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (shape, HttpMalformedRequestTests(tests), _) in with::<HttpMalformedRequestTests>(model) {
        for Placed { value: parameters, span } in tests.iter().filter_map(|test| test.test_parameters.as_ref()) {
            let lengths: BTreeSet<_> = parameters.values().map(Vec::len).collect();
            if lengths.len() > 1 {
                let message = "Each list associated to a key in `testParameters` must be of the same length.";
                found.push(
                    Diagnostic::of(Severity::Error, "HttpMalformedRequestTests", message, *span).with_shape(&shape.id),
                );
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const REQUESTS_RULE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@smithy.test#httpRequestTests([
    { id: "First", protocol: aws.protocols#restJson1, method: "POST", uri: "/", appliesTo: "both" }
//                                                                                         ^^^^^^ error: Model
])
operation Op {}
"#,
            r#"
@smithy.test#httpRequestTests([
    { id: "First", protocol: aws.protocols#restJson1, method: "POST", uri: "/", params: { other: 1 } }
//                                                                                        ^^^^^ warning: HttpRequestTestsInput.UnknownMember.example#OpInput.other
])
operation Op {
    input := {
        size: Integer
    }
}
"#,
        ],
        leaves: &[r#"
@smithy.test#httpRequestTests([
    { id: "First", protocol: aws.protocols#restJson1, method: "POST", uri: "/", params: { size: 1 } }
])
operation Op {
    input := {
        size: Integer
    }
}
"#],
    };

    pub(super) const RESPONSES_RULE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@smithy.test#httpResponseTests([
    { id: "First", protocol: aws.protocols#restJson1, code: 200, params: { size: "1" } }
//                                                                               ^^^ error: HttpResponseTestsOutput
])
operation Op {
    output := {
        size: Integer
    }
}
"#],
        leaves: &[r#"
@smithy.test#httpResponseTests([
    { id: "First", protocol: aws.protocols#restJson1, code: 200, params: { size: 1 } }
])
operation Op {
    output := {
        size: Integer
    }
}
"#],
    };

    pub(super) const ERRORS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@smithy.test#httpResponseTests([
    { id: "First", protocol: aws.protocols#restJson1, code: 400, params: { size: "1" } }
//                                                                               ^^^ error: HttpResponseTestsError
])
@error("client")
structure Bad {
    size: Integer
}
"#],
        leaves: &[r#"
@smithy.test#httpResponseTests([
    { id: "First", protocol: aws.protocols#restJson1, code: 400, params: { size: 1 } }
])
@error("client")
structure Bad {
    size: Integer
}
"#],
    };

    pub(super) const MALFORMED_RULE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait"])
@smithy.test#httpMalformedRequestTests([
    {
        id: "First"
        protocol: aws.protocols#restJson1
        request: { method: "POST", uri: "/$a:L" }
        response: { code: 400 }
        testParameters: { a: ["1", "2"], b: ["1"] }
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: HttpMalformedRequestTests
    }
])
operation Op {}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait"])
@smithy.test#httpMalformedRequestTests([
    {
        id: "First"
        protocol: aws.protocols#restJson1
        request: { method: "POST", uri: "/$a:L" }
        response: { code: 400 }
        testParameters: { a: ["1", "2"], b: ["1", "2"] }
    }
])
operation Op {}
"#],
    };
}
