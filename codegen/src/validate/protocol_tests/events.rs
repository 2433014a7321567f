//! `@eventStreamTests`.

use super::{Cases, body};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::graph::Graph;
use crate::model::{Model, Node, Operation, Shape, ShapeId, ShapeType, Trait};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{EventStreamTests, Streaming};
use crate::validate::Rule;
use crate::validate::contained::with_trait;
use crate::validate::context::Context;
use crate::validate::node::{NodeChecker, Timestamps};

pub(super) const EVENTS: &str = EventStreamTests::ID;
const ID: &str = "EventStreamTestsTrait";

pub(in crate::validate) const EVENT_STREAMS: Rule = Rule {
    events: &[event!("EventStreamTestsTrait", Prefix)],
    check: event_streams,
    #[cfg(test)]
    cases: cases::EVENT_STREAMS,
};

fn event_streams(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let mut shapes = with_trait(model, EVENTS).peekable();
    if shapes.peek().is_none() {
        return;
    }
    let graph = Graph::new(model);
    for (shape, value) in shapes {
        let Some(operation) = shape.as_operation() else { continue };
        let checker = NodeChecker::new(&graph);
        let cases = Cases { checker, graph: &graph, shape, id: ID, timestamps: Timestamps::AsFormatted };
        for (at, case) in value.as_array().unwrap_or_default().iter().enumerate() {
            cases.stream(at, case, operation, found);
        }
    }
}

/// The union that is streamed in a structure.
fn stream_of<'m>(model: &'m Model, structure: &ShapeId) -> Option<&'m Shape> {
    let targets = model.shape(structure)?.members.values().filter_map(|member| model.shape(&member.target));
    targets.into_iter().find(|target| target.kind == ShapeType::Union && target.has::<Streaming>())
}

impl Cases<'_, '_, '_> {
    fn report(&self, severity: Severity, id: String, message: String, span: Span, found: &mut Vec<Diagnostic>) {
        found.push(Diagnostic::new(severity, id, message, span).with_shape(&self.shape.id));
    }

    fn stream(&self, at: usize, case: &Node, operation: &Operation, found: &mut Vec<Diagnostic>) {
        let model = self.graph.model();
        let none = Node::empty_object();
        for (key, structure) in
            [("initialRequestParams", &operation.input), ("initialResponseParams", &operation.output)]
        {
            if let (Some(value), Some(shape)) = (case.get(key), model.shape(structure)) {
                self.fits(shape, value, &format!("{EVENTS}.{at}.{key}"), found);
            }
        }
        for (key, shape_key) in [
            ("initialRequest", "initialRequestShape"),
            ("initialResponse", "initialResponseShape"),
            ("vendorParams", "vendorParamsShape"),
        ] {
            if let Some(shape) = self.named(case, shape_key) {
                self.fits(shape, case.get(key).unwrap_or(&none), &format!("{EVENTS}.{at}.{key}"), found);
            }
        }
        let events = case.get("events").and_then(Node::as_array).unwrap_or_default();
        for (event_at, event) in events.iter().enumerate() {
            self.event(&format!("{EVENTS}.{at}.events.{event_at}"), event, operation, found);
        }
        let begins = ["initialRequestParams", "initialRequest", "initialResponseParams", "initialResponse"];
        if events.is_empty() && begins.iter().all(|key| case.get(key).is_none()) {
            let message =
                format!("{EVENTS}.{at}: At least one event, an initial request, or an initial response must be set.");
            self.report(Severity::Error, format!("{ID}.{at}"), message, case.span, found);
        }
    }

    fn event(&self, place: &str, event: &Node, operation: &Operation, found: &mut Vec<Diagnostic>) {
        let model = self.graph.model();
        let none = Node::empty_object();
        let side = match event.get("type").and_then(Node::as_str) {
            Some("request") => Some(("request", "input", &operation.input)),
            Some("response") => Some(("response", "output", &operation.output)),
            _ => None,
        };
        if let (Some(value), Some((kind, direction, structure))) = (event.get("params"), side) {
            match stream_of(model, structure) {
                Some(union) => self.fits(union, value, &format!("{place}.params"), found),
                None => {
                    let message = format!(
                        "{place}: Invalid {kind} event for operation {} that has no {direction} stream.",
                        self.shape.id
                    );
                    self.report(Severity::Error, ID.to_owned(), message, event.span, found);
                }
            }
        }
        let text = |key: &str| event.get(key).and_then(Node::as_str);
        if let (Some(content), Some(media_type)) = (text("body"), text("bodyMediaType"))
            && let Some(fault) = body::fault(content, media_type)
        {
            let message = format!("{place}.body: Invalid {media_type} content: {fault}");
            let span = event.get("body").unwrap_or(event).span;
            self.report(Severity::Danger, ID.to_owned(), message, span, found);
        }
        if let Some(shape) = self.named(event, "vendorParamsShape") {
            self.fits(shape, event.get("vendorParams").unwrap_or(&none), &format!("{place}.vendorParams"), found);
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const EVENT_STREAMS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@smithy.test#eventStreamTests([
    { id: "First", protocol: aws.protocols#restJson1, events: [{ type: "response", params: { event: {} } }] }
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: EventStreamTestsTrait
])
operation Op {
    input := {
        events: Events
    }
}
@streaming
union Events {
    event: Event
}
structure Event {}
"#],
        leaves: &[r#"
@smithy.test#eventStreamTests([
    { id: "First", protocol: aws.protocols#restJson1, events: [{ type: "request", params: { event: {} } }] }
])
operation Op {
    input := {
        events: Events
    }
}
@streaming
union Events {
    event: Event
}
structure Event {}
"#],
    };
}
