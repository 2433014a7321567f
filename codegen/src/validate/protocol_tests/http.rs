//! `@httpRequestTests`, `@httpResponseTests` and `@httpMalformedRequestTests`.

use std::collections::BTreeSet;

use super::{Cases, body};
use crate::diagnostic::{Details, Diagnostic, Severity, Unknown};
use crate::load;
use crate::model::graph::Graph;
use crate::model::{Model, Node, Shape, ShapeId, Trait};
use crate::nearest::nearest;
use crate::rule::event;
use crate::traits::{HttpMalformedRequestTests, HttpRequestTests, HttpResponseTests};
use crate::validate::Rule;
use crate::validate::contained::with_trait;
use crate::validate::context::Context;
use crate::validate::node::{NodeChecker, Timestamps};

pub(super) const REQUESTS: &str = HttpRequestTests::ID;
pub(super) const RESPONSES: &str = HttpResponseTests::ID;
pub(super) const MALFORMED: &str = HttpMalformedRequestTests::ID;

pub(in crate::validate) const REQUESTS_RULE: Rule = Rule {
    events: &[event!("HttpRequestTestsInput", Prefix), load::MODEL],
    check: requests,
    #[cfg(test)]
    cases: cases::REQUESTS_RULE,
};

fn requests(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    check(model, REQUESTS, "HttpRequestTestsInput", |shape| Some(shape.as_operation()?.input.clone()), found);
}

pub(in crate::validate) const RESPONSES_RULE: Rule = Rule {
    events: &[event!("HttpResponseTestsOutput", Prefix), load::MODEL],
    check: responses,
    #[cfg(test)]
    cases: cases::RESPONSES_RULE,
};

fn responses(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    check(model, RESPONSES, "HttpResponseTestsOutput", |shape| Some(shape.as_operation()?.output.clone()), found);
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
    check(model, RESPONSES, "HttpResponseTestsError", own, found);
}

/// Checks the cases of the shapes for which `described` gives the structure that parameters are of.
fn check(
    model: &Model,
    trait_id: &'static str,
    id: &'static str,
    described: impl Fn(&Shape) -> Option<ShapeId>,
    found: &mut Vec<Diagnostic>,
) {
    let mut shapes = with_trait(model, trait_id).peekable();
    if shapes.peek().is_none() {
        return;
    }
    let graph = Graph::new(model);
    for (shape, value) in shapes {
        let Some(structure) = described(shape).and_then(|id| model.shape(&id)) else { continue };
        let checker = NodeChecker::new(&graph);
        let cases = Cases { checker, graph: &graph, shape, id, timestamps: Timestamps::EpochSeconds };
        for (at, case) in value.as_array().unwrap_or_default().iter().enumerate() {
            cases.message(trait_id, at, case, structure, found);
        }
    }
}

impl Cases<'_, '_, '_> {
    fn message(&self, trait_id: &str, at: usize, case: &Node, structure: &Shape, found: &mut Vec<Diagnostic>) {
        let text = |key: &str| case.get(key).and_then(Node::as_str);
        let media_type = text("bodyMediaType").unwrap_or("application/octet-stream");
        if let Some(fault) = text("body").and_then(|text| body::fault(text, media_type)) {
            let name = text("id").unwrap_or_default();
            let message = format!("Invalid {media_type} content in `{trait_id}` protocol test case `{name}`: {fault}");
            let span = case.get("body").unwrap_or(case).span;
            found.push(Diagnostic::new(Severity::Danger, self.id, message, span).with_shape(&self.shape.id));
        }
        if let Some(node) = case.get("vendorParamsShape")
            && let Some(id) = node.as_str().filter(|_| self.named(case, "vendorParamsShape").is_none())
        {
            let name = id.rsplit('#').next().unwrap_or(id);
            let near = nearest(name, self.graph.model().own_shapes().map(|shape| shape.id.name()));
            let details = Details::unknown(Unknown::Shape, id, "", near);
            found.push(Diagnostic::of(Severity::Error, "Model", details, node.span));
        }
        if let Some(shape) = self.named(case, "vendorParamsShape") {
            match case.get("vendorParams").filter(|node| node.as_object().is_some_and(|object| !object.is_empty())) {
                Some(value) => self.fits(shape, value, &format!("{trait_id}.{at}.vendorParams"), found),
                None => {
                    let message = "Protocol test case defined a `vendorParamsShape` but no `vendorParams`";
                    let span = case.get("vendorParamsShape").unwrap_or(case).span;
                    let warning = Diagnostic::new(Severity::Warning, self.id, message, span);
                    found.push(warning.with_shape(&self.shape.id));
                }
            }
        }
        let none = Node::empty_object();
        self.fits(structure, case.get("params").unwrap_or(&none), &format!("{trait_id}.{at}.params"), found);
    }
}

pub(in crate::validate) const MALFORMED_RULE: Rule = Rule {
    events: &[event!("HttpMalformedRequestTests", Prefix), load::MODEL],
    check: malformed,
    #[cfg(test)]
    cases: cases::MALFORMED_RULE,
};

/// Lists of parameters go together one by one, so they are of one length; an expected body says what it is.
fn malformed(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (shape, value) in with_trait(model, MALFORMED) {
        for case in value.as_array().unwrap_or_default() {
            if let Some(body) = case.get("response").and_then(|response| response.get("body"))
                && body.get("mediaType").is_none()
            {
                let message = format!("Error creating trait `{MALFORMED}`: Missing expected member `mediaType`.");
                found.push(Diagnostic::error("Model", message, body.span).with_shape(&shape.id));
            }
            let Some(parameters) = case.get("testParameters") else { continue };
            let lists = parameters.as_object().into_iter().flat_map(crate::model::Object::values);
            let lengths: BTreeSet<_> = lists.map(|(_, node)| node.as_array().map_or(0, <[Node]>::len)).collect();
            if lengths.len() > 1 {
                let message = "Each list associated to a key in `testParameters` must be of the same length.";
                found.push(
                    Diagnostic::error("HttpMalformedRequestTests", message, parameters.span).with_shape(&shape.id),
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
        finds: &[r#"
@smithy.test#httpRequestTests([
    { id: "First", protocol: aws.protocols#restJson1, method: "POST", uri: "/", params: { other: 1 } }
//                                                                                        ^^^^^ warning: HttpRequestTestsInput.UnknownMember.example#OpInput.other
])
operation Op {
    input := {
        size: Integer
    }
}
"#],
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
