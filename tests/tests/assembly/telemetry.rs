//! Spans, metrics and access log of servers.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use golden::shapes::operations::{EchoBindings, EchoTypes};
use golden::shapes::{server, types};
use http::Request;
use metrics::{Counter, CounterFn, Gauge, GaugeFn, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder};
use metrics::{SharedString, Unit};
use tower::ServiceExt;
use whitesmith_runtime::server::{Fault, ServeLimits, serve};

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
        "secret-cause" => Err(Fault::internal(std::io::Error::other("the disk\nis full"))),
        "borrowed-code" => Err(Fault::new(409, "InvalidOutput", "not found by the server")),
        label => types::EchoBindingsOutput::builder().label(label).build().map_err(Fault::internal),
    }
}

async fn types(_: types::EchoTypesInput) -> Result<types::EchoTypesOutput, Fault> {
    panic!("no types")
}

/// Runs a task in this thread, and returns its result and what was seen.
fn seeing<F: Future>(task: F) -> (F::Output, Seen) {
    let seen = Seen::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    let runtime = runtime.expect("a runtime");
    let run = || tracing::subscriber::with_default(seen.traced.clone(), || runtime.block_on(task));
    (metrics::with_local_recorder(&seen, run), seen)
}

/// Sends a request to a server in this thread, and returns the status and what was seen.
fn observe(target: &str, body: &'static str) -> (u16, Seen) {
    let functions = server::partial(()).operation(EchoBindings, bindings).operation(EchoTypes, types);
    let service = functions.otherwise(Fault::not_implemented);
    let request = Request::post("/?secret-query=1").header("content-type", "application/x-amz-json-1.1");
    let request = request.header("x-amz-target", target).header("x-secret", "secret-header");
    let request = request.body(http_body_util::Full::new(bytes::Bytes::from(body))).expect("a request");
    seeing(async {
        let Ok(response) = service.oneshot(request).await;
        response.status().as_u16()
    })
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
    assert_eq!(line["target"], "whitesmith::access");
    // The filter of a layer may hide the span from the layer that sees this event.
    for name in ["http.request.method", "http.route", "http.response.status_code", "rpc.service", "rpc.method"] {
        assert_eq!(line.get(name), span.get(name), "{name}: {line:?}");
    }
    assert!(line.contains_key("duration") && line.contains_key("aws.request_id"), "{line:?}");
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
    let spans = seen.traced.spans.lock().expect("not poisoned");
    assert_eq!(spans[0]["error.type"], "Odd-7");
}

#[test]
fn an_implementation_that_uses_a_code_of_the_server_is_still_the_origin_of_its_error() {
    let (status, seen) = observe("Shapes.EchoBindings", r#"{"label":"borrowed-code","path":"x"}"#);
    assert_eq!(status, 409);
    let metrics = seen.metrics.lock().expect("not poisoned");
    assert!(metrics.iter().any(|line| line.contains("rpc.server.call.duration error.type=_OTHER")), "{metrics:?}");
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
fn the_access_log_has_all_fields_if_there_is_no_span() {
    let service = server::partial(()).operation(EchoBindings, bindings).otherwise(Fault::not_implemented);
    let request = Request::post("/").header("content-type", "application/x-amz-json-1.1");
    let request = request.header("x-amz-target", "Shapes.EchoBindings");
    let body = bytes::Bytes::from(r#"{"label":"a","path":"x"}"#);
    let request = request.body(http_body_util::Full::new(body)).expect("a request");
    let traced = Traced { only: Some("whitesmith::access"), ..Traced::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let send = || runtime.block_on(service.oneshot(request));
    let Ok(response) = tracing::subscriber::with_default(traced.clone(), send);
    let events = traced.events.lock().expect("not poisoned");
    let [line] = &events[..] else { panic!("{events:?}") };
    assert_eq!((&*line["rpc.method"], &*line["http.response.status_code"]), ("EchoBindings", "200"));
    assert_eq!(response.headers()["x-amzn-requestid"], *line["aws.request_id"]);
}

#[test]
fn the_cause_of_an_internal_error_is_logged_and_not_sent() {
    let (status, seen) = observe("Shapes.EchoBindings", r#"{"label":"secret-cause","path":"x"}"#);
    assert_eq!(status, 500);
    let events = seen.traced.events.lock().expect("not poisoned");
    let cause = events.iter().find(|event| event.contains_key("error")).expect("a cause");
    assert_eq!((&*cause["target"], &*cause["error"]), ("whitesmith::errors", r"the disk\u{a}is full"));
    let functions = server::partial(()).operation(EchoBindings, bindings).otherwise(Fault::not_implemented);
    let (body, _) = seeing(async {
        let address = super::run(functions).await;
        let request = Request::post("/").header("content-type", "application/x-amz-json-1.1");
        let request = request.header("x-amz-target", "Shapes.EchoBindings");
        super::send(address, request, r#"{"label":"secret-cause","path":"x"}"#).await.into_body()
    });
    assert!(body.contains("InternalFailure") && !body.contains("disk"), "{body}");
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

#[test]
fn requests_that_a_time_limit_of_the_server_ends_are_not_cancelled() {
    async fn never(_: types::EchoTypesInput) -> Result<types::EchoTypesOutput, Fault> {
        std::future::pending().await
    }
    let (status, seen) = seeing(async {
        let service = server::partial(()).operation(EchoTypes, never).otherwise(Fault::not_implemented);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("bound");
        let mut limits = ServeLimits::default();
        limits.handler_timeout = Duration::from_secs(1);
        tokio::spawn(serve(listener, service).limits(limits).into_future());
        let request = Request::post("/").header("content-type", "application/x-amz-json-1.1");
        let response = super::send(address, request.header("x-amz-target", "Shapes.EchoTypes"), "{}").await;
        response.status().as_u16()
    });
    assert_eq!(status, 503);
    let spans = seen.traced.spans.lock().expect("not poisoned");
    assert_eq!((&*spans[0]["http.response.status_code"], &*spans[0]["error.type"]), ("503", "timeout"));
    let metrics = seen.metrics.lock().expect("not poisoned");
    let expected = "record http.server.request.duration error.type=timeout http.request.method=POST \
                    http.response.status_code=503 ";
    assert!(metrics.iter().any(|line| line.starts_with(expected)), "{metrics:?}");
}
