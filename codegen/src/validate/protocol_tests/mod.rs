//! Rules of the `smithy.test` traits (spec: "HTTP Protocol Compliance Tests"): test cases match their shapes.

mod body;
mod events;
mod http;
mod ids;
mod xml;

pub(super) use events::EVENT_STREAMS;
pub(super) use http::{ERRORS, MALFORMED_RULE, REQUESTS_RULE, RESPONSES_RULE};
pub(super) use ids::UNIQUE_IDS;

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::graph::Graph;
use crate::model::{Node, Shape};
use crate::traits::Placed;
use crate::validate::node::{NodeChecker, Nulls, Options, Subject, Timestamps};

/// The operation or error of the current test cases.
struct Cases<'a, 'g, 'm> {
    checker: NodeChecker<'g, 'm>,
    graph: &'g Graph<'m>,
    shape: &'a Shape,
    /// The event ID.
    id: &'static str,
    timestamps: Timestamps,
}

impl<'m> Cases<'_, '_, 'm> {
    /// Validates a value. `place` is its path, which starts with the ID of the trait.
    fn fits(&self, shape: &Shape, value: &Node, place: &str, found: &mut Vec<Diagnostic>) {
        let subject = Subject { event: self.id, shape: &self.shape.id, context: place, span: value.span };
        let options = Options { timestamps: self.timestamps, nulls: Nulls::Allowed, ..Options::default() };
        self.checker.shape(shape, value, subject, options, found);
    }

    /// The shape that a test case refers to.
    fn named(&self, id: Option<&Placed<Arc<str>>>) -> Option<&'m Shape> {
        self.graph.model().shape_named(&id?.value)
    }
}
