//! A subscriber that keeps the fields of the runtime's spans and events.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::{Interest, set_global_default};
use tracing::{Event, Metadata, Subscriber};

pub(crate) type Fields = BTreeMap<String, String>;

/// Fields of spans, with their name as `span`, and of events, with their target as `target`.
#[derive(Clone)]
pub(crate) struct Traced {
    pub(crate) spans: Arc<Mutex<Vec<Fields>>>,
    pub(crate) events: Arc<Mutex<Vec<Fields>>>,
    /// The only target that is enabled, if there is one.
    pub(crate) only: Option<&'static str>,
}

impl Default for Traced {
    fn default() -> Self {
        // Fails if another test of this process was first.
        let _ = set_global_default(Undecided);
        Self { spans: Arc::default(), events: Arc::default(), only: None }
    }
}

/// Ignores everything, and leaves each place in the code enabled. Without it, a place that a test without a subscriber
/// reaches first is disabled for the tests that run beside it.
struct Undecided;

impl Subscriber for Undecided {
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    fn enabled(&self, _: &Metadata<'_>) -> bool {
        false
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Values<'a>(&'a mut Fields);

impl Visit for Values<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}").trim_matches('"').to_owned());
    }
}

impl Subscriber for Traced {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.only.map_or(metadata.target().starts_with("whitesmith"), |only| metadata.target() == only)
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::from([("span".to_owned(), span.metadata().name().to_owned())]);
        span.record(&mut Values(&mut fields));
        let mut spans = self.spans.lock().expect("not poisoned");
        spans.push(fields);
        Id::from_u64(spans.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let index = usize::try_from(span.into_u64() - 1).expect("an index");
        values.record(&mut Values(&mut self.spans.lock().expect("not poisoned")[index]));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::from([("target".to_owned(), event.metadata().target().to_owned())]);
        event.record(&mut Values(&mut fields));
        self.events.lock().expect("not poisoned").push(fields);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
