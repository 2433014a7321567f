//! `@eventStreamTests`.

use super::{Cases, body};
use crate::diagnostic::{Diagnostic, Severity, TestFacts};
use crate::model::graph::Graph;
use crate::model::{Model, Node, Operation, Shape, ShapeId, ShapeType, Trait};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{
    EventKind, EventStreamTest, EventStreamTests, EventTest, InitialMessage, Placed, Streaming, VendorParams,
};
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::Context;
use crate::validate::node::{NodeChecker, Timestamps};

const EVENTS: &str = EventStreamTests::ID;
const ID: &str = "EventStreamTestsTrait";

pub(in crate::validate) const EVENT_STREAMS: Rule = Rule {
    events: &[event!("EventStreamTestsTrait", Prefix)],
    check: event_streams,
    #[cfg(test)]
    cases: cases::EVENT_STREAMS,
};

fn event_streams(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let mut shapes = with::<EventStreamTests>(model).peekable();
    if shapes.peek().is_none() {
        return;
    }
    let graph = Graph::new(model);
    for (shape, EventStreamTests(tests), _) in shapes {
        let Some(operation) = shape.as_operation() else { continue };
        let checker = NodeChecker::new(&graph);
        let cases = Cases { checker, graph: &graph, shape, id: ID, timestamps: Timestamps::AsFormatted };
        for (at, test) in tests.iter().enumerate() {
            cases.stream(at, test, operation, found);
        }
    }
}

/// The union of the event stream in a structure.
fn stream_of<'m>(model: &'m Model, structure: &ShapeId) -> Option<&'m Shape> {
    let targets = model.shape(structure)?.members.values().filter_map(|member| model.shape(&member.target));
    targets.into_iter().find(|target| target.kind == ShapeType::Union && target.has::<Streaming>())
}

impl Cases<'_, '_, '_> {
    fn report(&self, severity: Severity, id: String, message: TestFacts, span: Span, found: &mut Vec<Diagnostic>) {
        found.push(Diagnostic::of(severity, id, message, span).with_shape(&self.shape.id));
    }

    fn stream(&self, at: usize, test: &EventStreamTest, operation: &Operation, found: &mut Vec<Diagnostic>) {
        let model = self.graph.model();
        let none = Node::empty_object();
        let initial = [
            ("initialRequest", &test.initial_request, &operation.input),
            ("initialResponse", &test.initial_response, &operation.output),
        ];
        for (key, message, structure) in initial {
            if let (Some(value), Some(shape)) = (&message.params, model.shape(structure)) {
                self.fits(shape, value, &format!("{EVENTS}.{at}.{key}Params"), found);
            }
        }
        for (key, message, _) in initial {
            if let Some(shape) = self.named(message.shape.as_ref()) {
                let value = message.message.as_ref().unwrap_or(&none);
                self.fits(shape, value, &format!("{EVENTS}.{at}.{key}"), found);
            }
        }
        self.vendor_params(&format!("{EVENTS}.{at}"), &test.case.vendor, found);
        for (event_at, event) in test.events.iter().enumerate() {
            self.event(&format!("{EVENTS}.{at}.events.{event_at}"), event, operation, found);
        }
        let is_absent = |message: &InitialMessage| message.params.is_none() && message.message.is_none();
        if test.events.is_empty() && initial.iter().all(|(_, message, _)| is_absent(message)) {
            let message = TestFacts::EmptyEventTest { place: format!("{EVENTS}.{at}") };
            self.report(Severity::Error, format!("{ID}.{at}"), message, test.case.span, found);
        }
    }

    fn vendor_params(&self, place: &str, vendor: &VendorParams, found: &mut Vec<Diagnostic>) {
        if let Some(shape) = self.named(vendor.shape.as_ref()) {
            let none = Node::empty_object();
            self.fits(shape, vendor.value.as_ref().unwrap_or(&none), &format!("{place}.vendorParams"), found);
        }
    }

    fn event(&self, place: &str, event: &EventTest, operation: &Operation, found: &mut Vec<Diagnostic>) {
        let model = self.graph.model();
        let (direction, structure) = match event.kind {
            EventKind::Request => ("input", &operation.input),
            EventKind::Response => ("output", &operation.output),
        };
        if let Some(value) = &event.params {
            match stream_of(model, structure) {
                Some(union) => self.fits(union, value, &format!("{place}.params"), found),
                None => {
                    let message = TestFacts::EventWithoutStream {
                        place: place.to_owned(),
                        event_type: event.kind.name(),
                        operation: self.shape.id.clone(),
                        direction,
                    };
                    self.report(Severity::Error, ID.to_owned(), message, event.span, found);
                }
            }
        }
        if let (Some(Placed { value: content, span }), Some(media_type)) = (&event.body, &event.body_media_type)
            && let Some(fault) = body::fault(content, media_type)
        {
            let message =
                TestFacts::EventBody { place: place.to_owned(), media_type: media_type.to_string(), problem: fault };
            self.report(Severity::Danger, ID.to_owned(), message, *span, found);
        }
        self.vendor_params(place, &event.vendor, found);
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
