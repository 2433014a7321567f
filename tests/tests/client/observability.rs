//! Spans and metrics of calls.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use golden::depot::Client;
use metrics::{Counter, Gauge, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder, SharedString, Unit};

use super::support::{Server, response};
use super::traced::{Fields, Traced};

/// Names and values of fields, as text.
fn shown(fields: &Fields) -> Vec<String> {
    fields.iter().map(|(name, value)| format!("{name}={value}")).collect()
}

/// The spans of a call to a server that is busy, and then returns an error.
async fn spans() -> (Server, Vec<Fields>) {
    let busy = response("503 Service Unavailable", "x-amz-request-id: 1\r\n", "");
    let error = "<Error><Code>Odd\u{1b}Code</Code><Message>m</Message></Error>";
    let server = Server::start([busy, response("400 Bad Request", "x-amz-request-id: 2\r\n", error)]).await;
    let traced = Traced::default();
    let guard = tracing::subscriber::set_default(traced.clone());
    let config = server.config().unsigned().retry_pauses(Duration::ZERO, Duration::ZERO);
    let call = Client::new(config).delete_object().bucket("secret-bucket").key("k").send().await;
    assert!(call.is_err());
    drop(guard);
    let found = traced.spans.lock().expect("not poisoned").clone();
    (server, found)
}

#[tokio::test]
async fn a_call_has_a_span_and_each_attempt_another() {
    let (server, spans) = spans().await;
    let [call, first, second] = &spans[..] else { panic!("{spans:?}") };
    let port = server.address.port();
    assert_eq!(
        shown(call),
        [
            "aws.request_id=2",
            "cloud.region=eu-central-1",
            r"error.type=Odd\u{1b}Code",
            "http.request.resend_count=1",
            "http.response.status_code=400",
            "otel.kind=client",
            "otel.name=S3/DeleteObject",
            "otel.status_code=ERROR",
            "rpc.method=DeleteObject",
            "rpc.service=S3",
            "rpc.system=aws-api",
            "span=call",
        ]
    );
    assert_eq!(
        shown(first),
        [
            "aws.request_id=1".to_owned(),
            "error.type=response".to_owned(),
            "http.request.method=DELETE".to_owned(),
            "http.request.resend_count=0".to_owned(),
            "http.response.status_code=503".to_owned(),
            "otel.kind=client".to_owned(),
            "otel.name=DELETE".to_owned(),
            "otel.status_code=ERROR".to_owned(),
            "server.address=127.0.0.1".to_owned(),
            format!("server.port={port}"),
            "span=attempt".to_owned(),
            "url.scheme=http".to_owned(),
        ]
    );
    assert_eq!((&*second["http.request.resend_count"], &*second["http.response.status_code"]), ("1", "400"));
}

/// The spans of a call to a service that does not answer, which ends by its own time limit or because it is dropped.
async fn unanswered(limit: Option<Duration>) -> Vec<Fields> {
    let server = Server::start([String::new()]).await;
    let traced = Traced::default();
    let guard = tracing::subscriber::set_default(traced.clone());
    let mut config = server.config().unsigned();
    if let Some(limit) = limit {
        config = config.operation_timeout(limit);
    }
    let client = Client::new(config);
    let call = client.delete_object().bucket("b").key("k").send();
    assert!(!matches!(tokio::time::timeout(Duration::from_secs(2), call).await, Ok(Ok(_))));
    drop(guard);
    traced.spans.lock().expect("not poisoned").clone()
}

#[tokio::test(start_paused = true)]
async fn calls_and_attempts_that_are_cancelled_are_recorded() {
    let error = |fields: &Fields| fields.get("error.type").cloned().unwrap_or_default();
    let dropped = unanswered(None).await;
    assert_eq!(dropped.iter().map(error).collect::<Vec<_>>(), ["cancelled", "cancelled"], "{dropped:?}");
    let limited = unanswered(Some(Duration::from_secs(1))).await;
    assert_eq!(limited.iter().map(error).collect::<Vec<_>>(), ["timeout", "cancelled"], "{limited:?}");
}

#[test]
fn calls_and_attempts_that_are_cancelled_have_histograms() {
    let recorder = Histograms::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    let runtime = runtime.expect("a runtime");
    metrics::with_local_recorder(&recorder, || runtime.block_on(unanswered(None)));
    let counts = recorder.counts.into_inner().expect("not poisoned");
    let counts: Vec<_> = counts.iter().map(|(key, count)| (&**key, count.0.load(Ordering::SeqCst))).collect();
    let call = "rpc.client.call.duration rpc.system=aws-api rpc.service=S3 rpc.method=DeleteObject";
    let attempt = "http.client.request.duration http.request.method=DELETE server.address=127.0.0.1";
    let expected = [format!("{attempt} error.type=cancelled"), format!("{call} error.type=cancelled")];
    assert_eq!(counts, [(&*expected[0], 1), (&*expected[1], 1)]);
}

#[tokio::test]
async fn values_of_members_are_in_no_span() {
    let (_, spans) = spans().await;
    assert!(!format!("{spans:?}").contains("secret-bucket"), "{spans:?}");
}

/// Counts the values of each histogram.
#[derive(Default)]
struct Histograms {
    counts: Mutex<BTreeMap<String, Arc<Count>>>,
}

#[derive(Default)]
struct Count(AtomicU64);

impl HistogramFn for Count {
    fn record(&self, seconds: f64) {
        assert!((0.0..60.0).contains(&seconds), "{seconds}");
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl Recorder for Histograms {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, _: &Key, _: &Metadata<'_>) -> Counter {
        Counter::noop()
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        let labels: Vec<String> = key
            .labels()
            .filter(|label| label.key() != "server.port")
            .map(|l| format!("{}={}", l.key(), l.value()))
            .collect();
        let mut counts = self.counts.lock().expect("not poisoned");
        Histogram::from_arc(Arc::clone(counts.entry(format!("{} {}", key.name(), labels.join(" "))).or_default()))
    }
}

#[test]
fn calls_and_attempts_have_histograms_of_their_time() {
    let recorder = Histograms::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    metrics::with_local_recorder(&recorder, || runtime.block_on(spans()));
    let counts = recorder.counts.into_inner().expect("not poisoned");
    let counts: Vec<_> = counts.iter().map(|(key, count)| (&**key, count.0.load(Ordering::SeqCst))).collect();
    let (http, rpc) = ("http.client.request.duration", "rpc.client.call.duration");
    let address = "http.request.method=DELETE server.address=127.0.0.1";
    assert_eq!(
        counts,
        [
            // The code is not in the model.
            (&*format!("{http} {address} http.response.status_code=400 error.type=_OTHER"), 1),
            (&*format!("{http} {address} http.response.status_code=503 error.type=response"), 1),
            (&*format!("{rpc} rpc.system=aws-api rpc.service=S3 rpc.method=DeleteObject error.type=_OTHER"), 1),
        ]
    );
}
