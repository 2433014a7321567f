//! Spans, metrics and access log of servers.

use std::sync::{Arc, Mutex};

use golden::shapes::operations::{EchoBindings, EchoTypes};
use golden::shapes::{server, types};
use http::Request;
use metrics::{Counter, CounterFn, Gauge, GaugeFn, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder};
use metrics::{SharedString, Unit};
use tower::ServiceExt;
use whitesmith_runtime::server::Fault;

use self::traced::{Fields, Traced};

#[path = "../client/traced.rs"]
mod traced;

/// Fields of spans and events, and values of metrics.
#[derive(Clone, Default)]
struct Seen {
    traced: Traced,
    metrics: Arc<Mutex<Vec<String>>>,
}

struct Metric(Seen, String);

impl Metric {
    fn note(&self, kind: &str) {
        self.0.metrics.lock().expect("not poisoned").push(format!("{kind} {}", self.1));
    }
}

impl CounterFn for Metric {
    fn increment(&self, _: u64) {
        self.note("count");
    }

    fn absolute(&self, _: u64) {}
}

impl GaugeFn for Metric {
    fn increment(&self, _: f64) {
        self.note("up");
    }

    fn decrement(&self, _: f64) {
        self.note("down");
    }

    fn set(&self, _: f64) {}
}

impl HistogramFn for Metric {
    fn record(&self, _: f64) {
        self.note("record");
    }
}

impl Seen {
    fn metric(&self, key: &Key) -> Arc<Metric> {
        let mut labels: Vec<String> = key.labels().map(|label| format!("{}={}", label.key(), label.value())).collect();
        labels.sort();
        Arc::new(Metric(self.clone(), format!("{} {}", key.name(), labels.join(" "))))
    }
}

impl Recorder for Seen {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(self.metric(key))
    }

    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::from_arc(self.metric(key))
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(self.metric(key))
    }
}

async fn bindings(input: types::EchoBindingsInput) -> Result<types::EchoBindingsOutput, Fault> {
    match input.label.as_str() {
        "secret-refused" => Err(Fault::new(409, "Odd-7", "secret message")),
        label => types::EchoBindingsOutput::builder().label(label).build().map_err(Fault::internal),
    }
}

async fn types(_: types::EchoTypesInput) -> Result<types::EchoTypesOutput, Fault> {
    panic!("no types")
}

/// Sends a request to a server in this thread, and returns the status and what was seen.
fn observe(target: &str, body: &'static str) -> (u16, Seen) {
    let seen = Seen::default();
    let functions = server::partial(()).operation(EchoBindings, bindings).operation(EchoTypes, types);
    let service = functions.otherwise(Fault::not_implemented);
    let request = Request::post("/?secret-query=1").header("content-type", "application/x-amz-json-1.1");
    let request = request.header("x-amz-target", target).header("x-secret", "secret-header");
    let request = request.body(http_body_util::Full::new(bytes::Bytes::from(body))).expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let answered = || {
        tracing::subscriber::with_default(seen.traced.clone(), || {
            let Ok(response) = runtime.block_on(service.oneshot(request));
            response.status().as_u16()
        })
    };
    let status = metrics::with_local_recorder(&seen, answered);
    (status, seen)
}

#[test]
fn a_request_has_a_span_metrics_and_a_line_in_the_access_log() {
    let (status, seen) = observe("Shapes.EchoBindings", r#"{"label":"secret-label","path":"x"}"#);
    assert_eq!(status, 200);
    let spans = seen.traced.spans.lock().expect("not poisoned");
    let [span] = &spans[..] else { panic!("{spans:?}") };
    for (name, value) in [
        ("otel.name", "Shapes/EchoBindings"),
        ("otel.kind", "server"),
        ("rpc.system", "smithy"),
        ("rpc.service", "Shapes"),
        ("rpc.method", "EchoBindings"),
        ("http.request.method", "POST"),
        ("http.route", "/bindings/{label}/to/{path+}"),
        ("http.response.status_code", "200"),
        ("network.protocol.version", "1.1"),
    ] {
        assert_eq!(span.get(name).map(String::as_str), Some(value), "{name}: {span:?}");
    }
    let events = seen.traced.events.lock().expect("not poisoned");
    let [line] = &events[..] else { panic!("{events:?}") };
    assert_eq!((&*line["target"], &*line["rpc.method"]), ("whitesmith::access", "EchoBindings"));
    assert_eq!((&*line["http.response.status_code"], &line["aws.request_id"]), ("200", &span["aws.request_id"]));
    let metrics = seen.metrics.lock().expect("not poisoned");
    assert_eq!(
        metrics[..],
        [
            "up http.server.active_requests http.request.method=POST url.scheme=http",
            "down http.server.active_requests http.request.method=POST url.scheme=http",
            "record http.server.request.duration http.request.method=POST http.response.status_code=200 \
             http.route=/bindings/{label}/to/{path+} network.protocol.version=1.1 url.scheme=http",
            "record rpc.server.call.duration rpc.method=EchoBindings rpc.service=Shapes rpc.system=smithy",
        ]
    );
}

#[test]
fn codes_of_the_implementation_create_no_metrics_of_their_own() {
    let (status, seen) = observe("Shapes.EchoBindings", r#"{"label":"secret-refused","path":"x"}"#);
    assert_eq!(status, 409);
    let metrics = seen.metrics.lock().expect("not poisoned");
    assert!(metrics.iter().any(|line| line.contains("rpc.server.call.duration error.type=_OTHER")), "{metrics:?}");
    let events = seen.traced.events.lock().expect("not poisoned");
    assert_eq!(events[0]["error.type"], "Odd-7");
}

#[test]
fn panics_are_counted_and_logged_with_their_operation() {
    let (status, seen) = observe("Shapes.EchoTypes", "{}");
    assert_eq!(status, 500);
    let events = seen.traced.events.lock().expect("not poisoned");
    let is_panic = |event: &&Fields| event.values().any(|value| value.contains("the implementation panicked"));
    let panic = events.iter().find(is_panic).expect("a log line");
    assert_eq!(panic["rpc.method"], "EchoTypes");
    assert!(events.iter().all(|event| event.values().all(|value| !value.contains("no types"))), "{events:?}");
    let metrics = seen.metrics.lock().expect("not poisoned");
    let counted = "count whitesmith.server.panics rpc.method=EchoTypes rpc.service=Shapes rpc.system=smithy";
    assert!(metrics.iter().any(|line| line == counted), "{metrics:?}");
    assert!(metrics.iter().any(|line| line.contains("http.server.request.duration error.type=Panic")), "{metrics:?}");
}

#[test]
fn no_part_of_a_message_is_logged() {
    for label in ["secret-label", "secret-refused"] {
        let body = String::leak(format!(r#"{{"label":"{label}","path":"x"}}"#));
        let (_, seen) = observe("Shapes.EchoBindings", body);
        let all = format!(
            "{:?} {:?} {:?}",
            seen.traced.spans.lock().expect("not poisoned"),
            seen.traced.events.lock().expect("not poisoned"),
            seen.metrics.lock().expect("not poisoned"),
        );
        assert!(!all.contains("secret"), "{all}");
    }
    let (_, seen) = observe("Shapes.Other-secret", "{}");
    let all = format!("{:?}", seen.traced.events.lock().expect("not poisoned"));
    assert!(!all.contains("secret"), "{all}");
}
